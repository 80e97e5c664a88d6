//! Law 13: dwelling, username, e-mail address, language, status; nothing more about people. The columns that hold text are
//! listed here, each with what may stand in it: a new one is a decision.

use app::first_login::{decide, homes, job, upload};
use app::tenant_change::{self, Wish};
use domain::access::Actor;
use domain::tenant_change::{Days, Kind};
use domain::time::{Day, Span};
use testkit::each_engine;
use uuid::Uuid;

use crate::testapp::TestApp;

/// Every column of text, and why it is not more about people than the law allows.
const TEXT: &str = "
account.skeleton            username, as it is compared
account.username            username
api_key.last_day            a day
api_key.name                what a client's program is called
api_key.scopes              fixed words
audit_line.act              fixed word
audit_line.actor_kind       fixed word
audit_line.door             fixed word
audit_line.reason           fixed word
audit_line.subject_kind     fixed word
audit_side.detail           masked, erasable
client_text.language        fixed word
client_text.piece           fixed word
client_text.text            the client's own words to all its residents
contact.email               e-mail address of a contact of a client
contact.name                name of a contact of a client, who writes in its name
data_request.about          fixed word
data_request.answer         fixed word
data_request.due_on         a day
data_request.kind           fixed word
data_request.words          what a resident asked, in their own words, 500 signs; gone with the occupancy
dwelling.addition           dwelling
dwelling.address_key        dwelling
dwelling.build_key          dwelling
dwelling.build_number       dwelling
dwelling.client_key         dwelling
dwelling.client_number      dwelling
dwelling.house_number       dwelling
dwelling.place              dwelling
dwelling.postcode           dwelling
dwelling.street             dwelling
email_link.address          e-mail address
email_link.delivery         fixed word
email_link.proof            fixed word
email_link.search_key       e-mail address, as it is compared
help_desk_case.deed         fixed word
help_desk_case.ended        fixed word
help_desk_case.kind         fixed word
help_desk_case.proven_by    fixed word
house.name                  the installation
house.value                 the installation
identity.kind               fixed word
identity.language           language
identity.subject            random
import_batch.file_name      name of a file
import_batch.layout         names of columns
import_batch.reason         fixed word
import_batch.state          fixed word
import_batch.tally          counts
import_part.kind            fixed word
import_row.home             dwelling
import_row.home_key         dwelling
import_row.judgement        fixed word
import_row.reasons          fixed words
inbound_mail.kind           fixed word
inbound_mail.state          fixed word
lease.name                  fixed word
letter_run.choice           fixed word
letter_run.language         language
link_request.doubt          fixed word
link_request.reason         fixed word
link_request.state          fixed word
link_request.unclear        fixed word
mail.intent                 ids; what was typed is sealed and forgotten
mail.kind                   fixed word
mail.lane                   fixed word
mail.language               language
mail.masked_address         masked
mail.reason                 fixed word
mail.reply                  what a mail server said, without addresses
mail.state                  fixed word
mail.tag                    random
mail_event.reply            what a mail server said, without addresses
mail_event.server           name of a mail server
mail_event.what             fixed word
maintenance.audience        fixed word
maintenance.state           fixed word
maintenance.subject_en      the operator's own words to all its residents
maintenance.subject_nl      the operator's own words to all its residents
maintenance.words_en        the operator's own words to all its residents
maintenance.words_nl        the operator's own words to all its residents
maintenance_home.state      fixed word
migration.name              the installation
occupancy.ends_on           a day
occupancy.starts_on         a day
organisation.name           the client
organisation.slug           the client
passkey.name                what its owner calls it, for themselves only; gone with it
password.phc                keyed hash
progress.address_received_on  a day
progress.instruction_handed_out_on  a day
progress.list_returned_on   a day
progress.mail_accepted_on   a day
progress.password_set_on    a day
progress.processed_on       a day
progress.reset_asked_on     a day
progress.signed_in_on       a day
progress.username_handed_out_on  a day
project.delivered_on        a day
project.name                the client's project
project.prefix              the client's project
project.slug                the client's project
proposal.kind               fixed word
proposal.masked             masked
proposal.reason             fixed word
proposal.state              fixed word
retention_count.class       fixed word
retention_hold.reason       fixed word
retention_term.class        fixed word
retired_username.skeleton   username
retired_username.username   username
session.browser             fixed word
session.level               fixed word
session.system              fixed word
staff.email                 e-mail address of staff
staff.role                  fixed word
staff.state                 fixed word
tenant_change.ends_on       a day
tenant_change.kind          fixed word
tenant_change.starts_on     a day
tenant_change.state         fixed word
token.end_reason            fixed word
token.purpose               fixed word
";

#[tokio::test]
async fn no_column_holds_more_than_the_law_allows() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        let columns = house.text_columns().await;
        let listed: Vec<&str> = TEXT.lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(columns, listed, "{}", house.engine);
        house.finish().await;
    })
    .await;
}

/// What a list holds beside the known columns enters no table.
#[tokio::test]
async fn what_a_list_holds_beside_is_kept_nowhere() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let extra = [("BSN", "123456782-bsn"), ("Geboortedatum", "01-02-1943-dag"), ("Naam", "J. de Vries-Canarie"), ("Geslacht", "geslacht-onbekend"), ("Telefoon", "+31612345678"), ("Opmerking", "opmerking betaalt laat")];
        for (_, value) in extra {
            house.seen.secret(value);
        }
        let titles = extra.map(|(title, _)| title).join(";");
        let values = extra.map(|(_, value)| value).join(";");
        let list = format!("VHE-nummer;{titles};E-mailadres\nV1;{values};bewoner@example.nl\nV2;{values};geen adres\n;{values};x@example.nl\n");
        let rows = house.import("linde/zuid", &list).await;
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[0].judgement, "new", "{}", house.engine);
        // finish() searches log, rows and disk for them.
        house.finish().await;
    })
    .await;
}

/// A list that waits for somebody to say what its columns are waits sealed, and no longer than a day.
#[tokio::test]
async fn a_list_that_waits_lies_sealed_and_not_for_long() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        for secret in ["123456782-bsn", "J. de Vries-Canarie"] {
            house.seen.secret(secret);
        }
        let list = "J. de Vries-Canarie;123456782-bsn;eerste\nJ. de Vries-Canarie;123456782-bsn;tweede\n";
        let (ctx, path) = (house.app.command(), "linde/zuid".parse().unwrap());
        let mut arriving = upload::begin(&house.app, &ctx, &Actor::Server, (&path, "wijk.csv")).await.unwrap();
        arriving.take(list.as_bytes()).await.unwrap();
        let batch = arriving.end().await.unwrap();
        while job::work(&house.app, Uuid::from_u128(7)).await.unwrap() > 0 {}
        let (_, seen) = decide::look(&house.app, &ctx, &Actor::Server, (&path, batch)).await.unwrap();
        assert!(seen.asks_columns(), "{}: {seen:?}", house.engine);
        assert_eq!(house.tables().await["import_part"].len(), 1);
        house.search_leaks().await;
        house.forward(Span::days(1));
        job::purge(&house.app).await.unwrap();
        assert_eq!(house.tables().await["import_part"].len(), 0);
        house.finish().await;
    })
    .await;
}

/// Where a request came from is counted under a key and named in no row.
#[tokio::test]
async fn no_row_holds_where_somebody_came_from() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        resident.client.post_login(&resident.username, "verkeerd wachtwoord").await.expect(401);
        let rows = format!("{:?}", house.tables().await);
        assert!(!rows.contains("198.51.") && !rows.contains("Mozilla") && !rows.contains("146.0"), "{}", house.engine);
        house.finish().await;
    })
    .await;
}

/// Whatever somebody left behind, in whichever table: past its term no query finds it, and the log is whole.
#[tokio::test]
async fn who_left_is_in_no_table_when_the_term_is_over() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "kanarie@example.nl").await;
        resident.client.make_passkey().await;
        house.only_mail().await;
        house.reset_link(&resident.username).await;
        let neighbour = house.signed_in("linde/zuid", "V2", "buur@example.nl").await;
        let (ctx, path) = (house.app.command(), "linde/zuid".parse().unwrap());
        let found = homes::search(&house.app, &ctx, &Actor::Server, &path, &resident.username).await.unwrap();
        let days = Days { kind: Kind::Vacant, last: Some(Day::of(ctx.now)), first: None };
        let wish = Wish { days, address: None, seen: None };
        tenant_change::plan(&house.app, &ctx, &Actor::Server, found.homes[0].dwelling, wish).await.unwrap();
        house.forward(Span::days(1));
        tenant_change::finish_due(&house.app).await.unwrap();
        house.deliver_mail().await;
        let holds = async |text: &str| {
            let tables = house.tables().await;
            let with = tables.iter().filter(|(_, rows)| rows.iter().any(|row| row.contains(text)));
            with.map(|(table, _)| table.clone()).collect::<Vec<_>>()
        };
        house.forward(Span::days(88));
        run(&house).await;
        assert!(!holds("kanarie@example.nl").await.is_empty(), "within its term, on {}", house.engine);
        house.forward(Span::days(643));
        run(&house).await;
        assert_eq!(holds("kanarie@example.nl").await, Vec::<String>::new(), "{}", house.engine);
        assert!(holds("buur@example.nl").await.contains(&"email_link".to_owned()), "who lives there is left alone");
        drop(neighbour);
        house.finish().await;
    })
    .await;
}

async fn run(house: &TestApp) {
    app::retention::run(&house.app, Uuid::from_u128(9), &|| true).await.unwrap().expect("its turn");
}

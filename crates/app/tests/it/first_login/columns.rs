//! A list whose header is not understood waits for somebody, a day at most, and is read as they say.

use app::first_login::decide::{self, DecideError, Seen};
use app::first_login::{Chosen, Look, Refusal, columns, job, upload};
use domain::access::Actor;
use domain::first_login::{BatchState, Column, HeaderFault};
use domain::id::BatchId;
use domain::time::Span;
use store::import::Kind;
use testkit::each_engine;
use uuid::Uuid;

use super::zuid;
use crate::house::House;

/// No title says anything, and the second is doubled in meaning once it is pointed out.
const ODD: &str = "Lijst van de wijk\nwat;wie;waar\n0012;jan@example.nl;123456782\n0013;;111222333\n\
                   0014;ans@example.nl;123456782\n";
const NO_HEADER: &str = "0012,jan@example.nl,123456782\n0013,,111222333\n0014,ans@example.nl,123456782\n";

async fn work(house: &House) {
    while job::work(&house.app, Uuid::from_u128(7)).await.unwrap() > 0 {}
}

async fn uploaded(house: &House, bytes: &[u8]) -> BatchId {
    let ctx = house.ctx();
    let mut arriving = upload::begin(&house.app, &ctx, &Actor::Server, (&zuid(), "wijk.csv")).await.unwrap();
    arriving.take(bytes).await.unwrap();
    let batch = arriving.end().await.unwrap();
    work(house).await;
    batch
}

async fn seen(house: &House, batch: BatchId) -> Seen {
    decide::look(&house.app, &house.ctx(), &Actor::Server, (&zuid(), batch)).await.unwrap().1
}

async fn look(house: &House, batch: BatchId, chosen: &Chosen) -> Result<Look, DecideError> {
    columns::look(&house.app, &house.ctx(), &Actor::Server, ((&zuid(), batch), chosen)).await
}

async fn say(house: &House, batch: BatchId, chosen: &Chosen) -> Result<(), DecideError> {
    let said = columns::say(&house.app, &house.ctx(), &Actor::Server, ((&zuid(), batch), chosen)).await;
    work(house).await;
    said
}

/// How many sealed parts are kept: of what came in, and of its copy.
async fn parts(house: &House, batch: BatchId) -> (usize, usize) {
    let count = |kind| house.app.db.read(move |tx| store::import::first_rows(tx, batch, kind));
    (count(Kind::Upload).await.unwrap().len(), count(Kind::Copy).await.unwrap().len())
}

fn chosen(header_row: u64, columns: &[Option<Column>]) -> Chosen {
    Chosen { header_row: Some(header_row), columns: Some(columns.to_vec()), ..Chosen::default() }
}

#[tokio::test]
async fn a_list_of_which_no_title_is_known_waits_and_is_read_as_somebody_says() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let batch = uploaded(&house, ODD.as_bytes()).await;
        let waits = seen(&house, batch).await;
        assert_eq!(waits.state, BatchState::Unreadable, "{}", house.engine);
        assert!(waits.asks_columns() && waits.layout.is_none(), "nothing of the list stands in the open: {waits:?}");
        assert_eq!(waits.purge_at, house.app.clock.now() + Span::days(1));
        assert_eq!(parts(&house, batch).await, (1, 0), "it is there as it came in, sealed");

        let shown = look(&house, batch, &Chosen::default()).await.unwrap();
        assert_eq!((shown.fault, shown.layout.header_row), (Some(HeaderFault::Unknown), 2));
        let cells: Vec<Vec<String>> = shown.top.iter().map(|row| row.cells.clone()).collect();
        assert_eq!(cells[1], ["wat", "wie", "waar"]);
        assert_eq!(cells[2], ["0012", "jan@example.nl", ""], "law 13: a column of such numbers is not shown");

        // Wrong choices come back with the reason, and nothing is lost.
        let (number, email) = (Some(Column::ClientNumber), Some(Column::Email));
        for (wrong, why) in [
            (chosen(2, &[None, None]), HeaderFault::Unknown),
            (chosen(2, &[None, email]), HeaderFault::NoKey),
            (chosen(2, &[number, number]), HeaderFault::Twice(Column::ClientNumber)),
        ] {
            let refused = say(&house, batch, &wrong).await;
            assert!(matches!(&refused, Err(DecideError::Header(fault)) if *fault == why), "{refused:?}");
        }
        let refused = say(&house, batch, &chosen(99, &[number, email])).await;
        assert!(matches!(refused, Err(DecideError::NoLine)), "{refused:?}");
        assert!(seen(&house, batch).await.asks_columns());

        // Law 13 stands above what somebody chooses.
        let asked = chosen(2, &[number, email, Some(Column::BuildNumber)]);
        say(&house, batch, &asked).await.unwrap();
        let read = seen(&house, batch).await;
        assert_eq!((read.state, read.total), (BatchState::Judged, 3), "{:?}", read.refusal);
        assert_eq!(read.tally.unwrap().new, 3);
        let layout = read.layout.unwrap();
        assert_eq!(layout.blanked().collect::<Vec<_>>(), [("waar", Column::Bsn)]);
        assert_eq!(parts(&house, batch).await, (0, 1), "the copy took its place");
        assert!(read.purge_at <= read.created_at + Span::days(30), "kept no longer than any list");
        assert!(matches!(say(&house, batch, &asked).await, Err(DecideError::Moved)), "it waits no more");
    })
    .await;
}

#[tokio::test]
async fn a_list_without_column_names_is_read_from_its_first_line() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let batch = uploaded(&house, NO_HEADER.as_bytes()).await;
        let shown = look(&house, batch, &Chosen { header_row: Some(0), ..Chosen::default() }).await.unwrap();
        let names: Vec<&str> = shown.layout.columns.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!((names, shown.layout.separator), (vec!["A", "B", "C"], Some(',')), "{}", house.engine);
        say(&house, batch, &chosen(0, &[Some(Column::ClientNumber), Some(Column::Email)])).await.unwrap();
        let read = seen(&house, batch).await;
        assert_eq!((read.state, read.total), (BatchState::Judged, 3), "the first line is a home too");
        // The line that was taken for the names before left nothing about a person behind.
        let batch = uploaded(&house, NO_HEADER.as_bytes()).await;
        say(&house, batch, &chosen(1, &[Some(Column::ClientNumber), Some(Column::Email)])).await.unwrap();
        let layout = seen(&house, batch).await.layout.unwrap();
        let names: Vec<&str> = layout.columns.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["0012", "", ""]);
    })
    .await;
}

#[tokio::test]
async fn a_list_that_waits_is_gone_after_a_day_and_other_faults_wait_for_nobody() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let batch = uploaded(&house, b"VHE;E-mail;E-mail 2\n1;a@example.nl;\n").await;
        let waits = seen(&house, batch).await;
        assert_eq!(waits.refusal, Some(Refusal::Header(HeaderFault::Twice(Column::Email))), "{}", house.engine);
        house.forward(Span::hours(23));
        assert_eq!(job::purge(&house.app).await.unwrap(), 0);
        assert!(look(&house, batch, &Chosen::default()).await.is_ok());
        house.forward(Span::hours(1));
        assert_eq!(job::purge(&house.app).await.unwrap(), 1);
        assert_eq!((seen(&house, batch).await.state, parts(&house, batch).await), (BatchState::Discarded, (0, 0)));
        let late = say(&house, batch, &chosen(1, &[Some(Column::ClientNumber)])).await;
        assert!(matches!(late, Err(DecideError::Moved)), "{late:?}");

        let batch = uploaded(&house, b"%PDF-1.7\n1 0 obj\n").await;
        let refused = seen(&house, batch).await;
        assert_eq!((refused.state, refused.asks_columns()), (BatchState::Unreadable, false));
        assert_eq!(parts(&house, batch).await, (0, 0), "what is no list is forgotten at once");
    })
    .await;
}

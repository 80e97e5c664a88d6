//! Homes, accounts, tenant changes and proposals as programs see them. Names are English; those that VERA has are its own,
//! translated (`docs/api/README.md` has the list). Addresses of residents are masked, as on the pages.

use app::tenant_change::Change;
use app::users::home::Seen;
use app::{Delivery, Found, Link, Lives, Proposal, UserAccount};
use domain::email::Address;
use domain::first_login::Proof;
use domain::first_login::progress::{Progress, Step};
use domain::home::Home;
use domain::time::{Day, Time};
use serde::Serialize;
use utoipa::ToSchema;

/// A word of the house as programs read it.
pub(super) fn word(text: &str) -> String {
    text.replace('-', "_")
}

fn day(bound: Option<(Day, Time)>) -> Option<String> {
    bound.map(|(day, _)| day.to_string())
}

fn moment(at: Time) -> String {
    at.rfc3339()
}

/// A home as the client wrote it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Unit {
    /// Its id here.
    #[schema(format = "uuid")]
    pub(super) id: String,
    /// The short name of its project.
    #[schema(example = "lindelaan")]
    pub(super) project: String,
    /// The client's own number (VERA: code; VHE).
    code: Option<String>,
    /// The number it has before it has an address (VERA: bouwnummer).
    build_number: Option<String>,
    /// VERA: straatnaam.
    street_name: Option<String>,
    /// VERA: huisnummer.
    house_number: Option<String>,
    /// Letter and addition (VERA: huisletter, huisnummerToevoeging).
    house_number_addition: Option<String>,
    /// VERA: postcode.
    postcode: Option<String>,
    /// VERA: woonplaats.
    place: Option<String>,
}

impl Unit {
    fn of(id: String, home: &Home, project: &str) -> Self {
        Self {
            id,
            project: project.to_owned(),
            code: home.client_number.clone(),
            build_number: home.build_number.clone(),
            street_name: home.street.clone(),
            house_number: home.house_number.clone(),
            house_number_addition: home.addition.clone(),
            postcode: home.postcode.clone(),
            place: home.place.clone(),
        }
    }
}

/// A home in a list, with how its main account stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Dwelling {
    #[serde(flatten)]
    unit: Unit,
    /// The username of its main account (VERA: gebruikersnaam).
    #[schema(example = "ALMELO01")]
    username: String,
    /// What keeps the household from the next step: `vacant`, `no_address`, `bounced`, `not_told`, `no_reset_asked`, `no_mail`,
    /// `no_password`, `not_signed_in`, or `nothing` once it is in.
    #[schema(example = "not_told")]
    state: String,
}

impl From<&Found> for Dwelling {
    fn from(found: &Found) -> Self {
        let it = &found.standing;
        Self {
            unit: Unit::of(it.dwelling.to_string(), &it.home, &found.project_slug),
            username: it.username.clone(),
            state: match it.occupancy {
                None => "vacant".to_owned(),
                Some(_) => word(it.progress.state().hangs().as_str()),
            },
        }
    }
}

/// A home with its accounts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DwellingDetail {
    #[serde(flatten)]
    unit: Unit,
    /// Its accounts, the main account first.
    accounts: Vec<Account>,
    /// The tenant changes that are still to happen, or of which a household is still to come.
    tenant_changes: Vec<TenantChange>,
    /// The proposals that nobody decided about.
    proposals: Vec<ShownProposal>,
}

impl From<&Seen> for DwellingDetail {
    fn from(seen: &Seen) -> Self {
        Self {
            unit: Unit::of(seen.dwelling.to_string(), &seen.home, &seen.project.slug),
            accounts: seen.accounts.iter().map(Account::from).collect(),
            tenant_changes: seen.coming.iter().map(TenantChange::from).collect(),
            proposals: seen.proposals.iter().map(ShownProposal::from).collect(),
        }
    }
}

/// A login of a home.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Account {
    /// Its username (VERA: gebruikersnaam); it never changes.
    #[schema(example = "ALMELO01")]
    username: String,
    /// The one that letters and lists are about.
    main: bool,
    /// Who lives behind it now; none when nobody does.
    occupancy: Option<Occupancy>,
}

impl From<&UserAccount> for Account {
    fn from(it: &UserAccount) -> Self {
        Self { username: it.username.clone(), main: it.main, occupancy: it.lives.as_ref().map(Occupancy::from) }
    }
}

/// A household behind an account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Occupancy {
    /// Its first day (VERA: begindatum).
    #[schema(format = Date)]
    starts_on: String,
    /// Its last day, once a tenant change is planned (VERA: einddatum).
    #[schema(format = Date)]
    ends_on: Option<String>,
    /// The address in force.
    email_link: Option<EmailLink>,
    /// A password is set.
    has_password: bool,
    /// The month of the last sign-in.
    #[schema(example = "2026-11")]
    last_signed_in: Option<String>,
    /// The day each step of first-time login was first taken; none behind a second account.
    steps: Option<Steps>,
}

impl From<&Lives> for Occupancy {
    fn from(it: &Lives) -> Self {
        let month = |at: Time| {
            let (year, month, _) = Day::of(at).parts();
            format!("{year:04}-{month:02}")
        };
        Self {
            starts_on: it.since.to_string(),
            ends_on: it.leaves_on.map(|day| day.to_string()),
            email_link: it.link.as_ref().map(EmailLink::from),
            has_password: it.has_password,
            last_signed_in: it.signed_in_at.map(month),
            steps: it.progress.as_ref().map(Steps::from),
        }
    }
}

/// An address tied to a household.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmailLink {
    /// The address, masked.
    #[schema(example = "j•••@e•••.nl")]
    email: String,
    /// `linked` (somebody typed it; VERA: AAN) or `confirmed` (its owner proved it; VERA: GEV).
    proof: String,
    /// `ok`, `soft` (not for now) or `hard` (the mailbox does not exist; VERA: ONG).
    delivery: &'static str,
}

impl From<&Link> for EmailLink {
    fn from(it: &Link) -> Self {
        Self {
            email: Address::parse(&it.address).map(|address| address.masked()).unwrap_or_default(),
            proof: if it.proof == Proof::Confirmed { "confirmed" } else { "linked" }.to_owned(),
            delivery: match it.delivery {
                Delivery::Works => "ok",
                Delivery::Delayed => "soft",
                Delivery::Bounced => "hard",
            },
        }
    }
}

/// The nine steps of first-time login, with the day each was first taken.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Steps {
    #[schema(format = Date)]
    address_received: Option<String>,
    #[schema(format = Date)]
    processed: Option<String>,
    #[schema(format = Date)]
    list_returned: Option<String>,
    #[schema(format = Date)]
    username_handed_out: Option<String>,
    #[schema(format = Date)]
    instruction_handed_out: Option<String>,
    #[schema(format = Date)]
    reset_asked: Option<String>,
    #[schema(format = Date)]
    mail_accepted: Option<String>,
    #[schema(format = Date)]
    password_set: Option<String>,
    #[schema(format = Date)]
    signed_in: Option<String>,
}

impl From<&Progress> for Steps {
    fn from(it: &Progress) -> Self {
        let day = |step| it.day(step).map(|day| day.to_string());
        Self {
            address_received: day(Step::AddressReceived),
            processed: day(Step::Processed),
            list_returned: day(Step::ListReturned),
            username_handed_out: day(Step::UsernameHandedOut),
            instruction_handed_out: day(Step::InstructionHandedOut),
            reset_asked: day(Step::ResetAsked),
            mail_accepted: day(Step::MailAccepted),
            password_set: day(Step::PasswordSet),
            signed_in: day(Step::SignedIn),
        }
    }
}

/// A household leaves a home, another comes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TenantChange {
    /// Its id.
    #[schema(format = "uuid")]
    id: String,
    /// The home.
    #[schema(format = "uuid")]
    dwelling: String,
    /// The username of its main account.
    username: String,
    /// `new_tenant`, `vacant`, `arrival`, `death` or `eviction`.
    #[schema(example = "new_tenant")]
    kind: String,
    /// `planned`, `done` or `cancelled`.
    #[schema(example = "planned")]
    state: String,
    /// The last day of those who leave.
    #[schema(format = Date)]
    ends_on: Option<String>,
    /// The first day of those who come.
    #[schema(format = Date)]
    starts_on: Option<String>,
    /// So many days somebody had access who should not have had it: it was entered late.
    late_by_days: u16,
    /// When it happens, or did.
    #[schema(format = DateTime)]
    due_at: String,
}

impl From<&Change> for TenantChange {
    fn from(it: &Change) -> Self {
        Self {
            id: it.id.to_string(),
            dwelling: it.dwelling.to_string(),
            username: it.username.clone(),
            kind: word(it.kind.as_str()),
            state: word(it.state.as_str()),
            ends_on: day(it.ends),
            starts_on: day(it.begins),
            late_by_days: it.gap,
            due_at: moment(it.due_at),
        }
    }
}

/// A change that nobody makes alone.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Proposal)]
pub(crate) struct ShownProposal {
    /// Its id.
    #[schema(format = "uuid")]
    id: String,
    /// What is proposed: `change_address`.
    kind: String,
    /// `open`, `approved` (and made), `refused`, `expired` or `withdrawn`.
    #[schema(example = "open")]
    state: String,
    /// Why it ended so.
    reason: Option<String>,
    /// The username of the account.
    username: Option<String>,
    /// What changes, with addresses masked.
    #[schema(example = "a•••@e•••.nl → b•••@e•••.nl")]
    change: String,
    /// Who proposed it: an e-mail address of staff, the name of a key, or `server`.
    proposed_by: String,
    #[schema(format = DateTime)]
    proposed_at: String,
    /// Its end, when nobody decides.
    #[schema(format = DateTime)]
    expires_at: String,
    /// When it is made without a second person, because the client has none.
    #[schema(format = DateTime)]
    waits_until: Option<String>,
    #[schema(format = DateTime)]
    decided_at: Option<String>,
}

impl From<&Proposal> for ShownProposal {
    fn from(it: &Proposal) -> Self {
        Self {
            id: it.id.to_string(),
            kind: word(it.facts.kind.as_str()),
            state: word(it.facts.state.as_str()),
            reason: it.reason.map(|reason| word(reason.as_str())),
            username: it.username.clone(),
            change: it.masked.clone(),
            proposed_by: it.proposer.clone().unwrap_or_else(|| "server".to_owned()),
            proposed_at: moment(it.proposed_at),
            expires_at: moment(it.facts.expires_at),
            waits_until: it.facts.waits_until.map(moment),
            decided_at: it.decided_at.map(moment),
        }
    }
}

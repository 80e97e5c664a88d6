//! PRODUCT 3.7: a household leaves a home, another comes. Planning writes the bounds of access at once, so access stops and
//! begins by comparison with the clock (law 6); what hung on those who left is cleared away when it is due, here or by the
//! worker, once. A change acts on the home: the occupancies of all its accounts end.

mod at;
mod cancel;
mod finish;
mod list;
mod plan;
mod preview;
pub mod reopen;
pub mod still_here;

use domain::access::{Actor, ChangeTenants, Denied, ProjectPlace, Scope};
use domain::audit::Subject;
use domain::email::Address;
use domain::id::{DwellingId, OccupancyId, TenantChangeId};
use domain::tenant_change::{Days, DaysFault, Kind, Moments};
use domain::time::Time;
use store::tenant_change::Living;
use store::{Read, StoreError};

use crate::audit::Entry;
use crate::caller::{Barred, Who};

pub use at::{At, Found, at, find};
pub use cancel::cancel;
pub use finish::finish_due;
pub use list::{After, PAGE, Page, list, of_home};
pub(crate) use plan::Planning;
pub use plan::{plan, replan};
pub use preview::{Arriving, Leaving, Preview, preview};
pub use store::tenant_change::Change;

/// What somebody wants to happen in a home.
#[derive(Clone, Debug)]
pub struct Wish {
    /// What, and on which days.
    pub days: Days,
    /// The address of those who come. It may be the one of those who leave: a child takes the home over.
    pub address: Option<Address>,
    /// The seal of the preview that was confirmed: planned only while it would do exactly that. None for who saw none, as the
    /// command line.
    pub seen: Option<String>,
}

/// A change that is planned, or done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its id.
    pub id: TenantChangeId,
    /// When access ends and begins.
    pub moments: Moments,
    /// It was due, and is done.
    pub done: bool,
}

/// Why there is no such change.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// Not a right of this person, or no such home or change.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The days cannot be.
    #[error(transparent)]
    Days(#[from] DaysFault),
    /// A household was to leave a home in which nobody lives.
    #[error("nobody lives in this home; to let somebody in, give the first day of those who come")]
    NobodyLives,
    /// A household was to come to a home in which somebody lives.
    #[error("somebody lives in this home; give the last day of those who leave")]
    SomebodyLives,
    /// Those who lived there left, and others are coming.
    #[error("a household is coming to this home; call that off first, or change it")]
    SomebodyComes,
    /// The home has a change that is planned.
    #[error("a change is planned for this home; change that one, or call it off")]
    AnotherPlanned,
    /// The home is sold: nobody comes there any more.
    #[error("this home is sold; nobody comes there any more")]
    Sold,
    /// The moment of the change has come.
    #[error("this change has happened or was called off; it cannot be changed any more")]
    TooLate,
    /// It would do something else than what was shown.
    #[error("something changed since this was shown; look again")]
    Moved,
    /// An address was given for nobody.
    #[error("an e-mail address was given, and nobody comes")]
    AddressOfNobody,
}

impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

impl From<Denied> for ChangeError {
    fn from(denied: Denied) -> Self {
        Self::Barred(denied.into())
    }
}

/// A home, found to be the caller's to change.
type Right = Scope<ChangeTenants, ProjectPlace>;

/// What a wish comes to, given who lives there.
struct Judged {
    /// Those who leave.
    ends: Vec<Living>,
    moments: Moments,
}

/// Judges a wish; `instead_of` is a household that has not come and makes place for what is wished.
fn judge(
    tx: &mut Read<'_>,
    (right, dwelling): (&Right, DwellingId),
    wish: &Wish,
    instead_of: Option<OccupancyId>,
    now: Time,
) -> Result<Judged, ChangeError> {
    let kind = wish.days.kind;
    if wish.address.is_some() && !kind.begins() {
        return Err(ChangeError::AddressOfNobody);
    }
    let living = store::tenant_change::living(tx, right, dwelling, now)?;
    let last = store::tenant_change::last_done(tx, right, dwelling)?;
    if living.is_empty() && last.is_some_and(|(_, kind)| kind == Kind::Sold) {
        return Err(ChangeError::Sold);
    }
    let ends: Vec<Living> = living.into_iter().filter(|it| Some(it.occupancy) != instead_of).collect();
    if ends.iter().any(|it| it.starts_at > now) {
        return Err(ChangeError::SomebodyComes);
    }
    match (kind.ends(), ends.is_empty()) {
        (true, true) => return Err(ChangeError::NobodyLives),
        (false, false) => return Err(ChangeError::SomebodyLives),
        (true, false) | (false, true) => {}
    }
    let came = ends.iter().map(|it| it.starts_on).min();
    let moments = wish.days.moments(came, now)?;
    Ok(Judged { ends, moments })
}

/// The right to change the home of a change, and the home.
fn right_to(tx: &mut Read<'_>, who: &Who, change: TenantChangeId) -> Result<(Right, DwellingId), Barred> {
    let dwelling = store::tenant_change::dwelling_of(tx, change)?;
    // Who may do nothing anywhere is told so, whether or not there is such a change.
    who.actor(tx)?;
    let dwelling = dwelling.ok_or(Denied::NotYours)?;
    Ok((who.in_dwelling::<ChangeTenants>(tx, dwelling)?, dwelling))
}

/// A line that was drawn beforehand, about a thing of the home and in the name of who has the right.
fn told(line: &Entry, right: &Right, subject: Subject, reason: &str) -> Entry {
    let mut line = line.clone().because(reason);
    (line.line.actor, line.line.organisation) = (right.by().clone(), Some(right.within().organisation));
    line.line.subject = subject;
    line
}

fn of_dwelling(dwelling: DwellingId) -> Subject {
    Subject::new("dwelling", dwelling.uuid())
}

/// A line without actor and subject, which are found in the transaction; id and salt are drawn here, so that a second run of
/// the closure writes the same.
fn line(app: &crate::App, ctx: &crate::Ctx, act: domain::audit::Act) -> Entry {
    crate::audit::entry(app, ctx, Actor::Job, act, (None, Subject::new("dwelling", uuid::Uuid::nil())))
}

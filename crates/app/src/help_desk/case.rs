//! Opening a case: support says how somebody asks and for what, and the owner of the account is asked by mail whether that is
//! them. Only an address that its owner proved, and to which mail arrives, is asked; otherwise the client is the way.

use domain::access::{Actor, Denied, HelpOne, in_project};
use domain::audit::{Act, Subject};
use domain::first_login::Proof;
use domain::help_desk::{A_DAY, ASKS, Deed, End, Kind, PROOF_LASTS};
use domain::id::{AccountId, HelpDeskCaseId};
use domain::mail::Mail;
use domain::time::{Span, Time};
use store::help_desk::{Case, NewCase};
use store::mail::NewMail;
use store::users::Delivery;
use store::{StoreError, Write};

use super::DeskError;
use crate::audit::{Entry, entry};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::outbox::intent;

/// What somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The account.
    pub account: AccountId,
    /// How they ask.
    pub kind: Kind,
    /// For what.
    pub deed: Deed,
}

/// Why there is no case.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Nothing is shown to this person.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// No address is linked that its owner proved and to which mail arrives.
    #[error("there is no confirmed address that mail reaches; the contact of the client is the way")]
    NoAddress,
    /// Too many wrong proofs, or too many cases, of this home today.
    #[error("too often today; the contact of the client is the way")]
    TooOften,
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        Self::Desk(error.into())
    }
}

impl From<Barred> for OpenError {
    fn from(error: Barred) -> Self {
        Self::Desk(error.into())
    }
}

impl From<Denied> for OpenError {
    fn from(denied: Denied) -> Self {
        Self::Desk(denied.into())
    }
}

/// Opens a case, and asks the owner of the account.
///
/// # Errors
/// [`OpenError`].
pub async fn open(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    wish: Wish,
) -> Result<HelpDeskCaseId, OpenError> {
    let case = app.id(ctx.now);
    let opening = Opening {
        who: caller.into().who(app, ctx),
        wish,
        case,
        number: domain::help_desk::number(app.chance.bytes()),
        mail: intent(app, ctx, Mail::CallerCheck { case }),
        line: line(app, ctx, Act::DeskCaseOpened).because(wish.deed.as_str()),
        closed: line(app, ctx, Act::DeskCaseClosed),
        now: ctx.now,
    };
    app.db.write(move |tx| opening.run(tx)).await?;
    app.ring();
    Ok(case)
}

/// A line about an account, whose actor and account are found in the transaction.
pub(super) fn line(app: &App, ctx: &Ctx, act: Act) -> Entry {
    entry(app, ctx, Actor::Job, act, (None, Subject::new("account", uuid::Uuid::nil())))
}

/// The same about the account of a case.
pub(super) fn about(line: &Entry, actor: &Actor, case: &Case) -> Entry {
    let mut line = line.clone();
    (line.line.actor, line.line.organisation) = (actor.clone(), Some(case.organisation));
    line.line.subject = Subject::new("account", case.account.uuid());
    line
}

struct Opening {
    who: Who,
    wish: Wish,
    case: HelpDeskCaseId,
    number: u32,
    mail: NewMail,
    line: Entry,
    /// For the case that this one takes the place of.
    closed: Entry,
    now: Time,
}

impl Opening {
    fn run(&self, tx: &mut Write<'_>) -> Result<(), OpenError> {
        let (Wish { account, kind, deed }, now) = (self.wish, self.now);
        let right = self.who.anywhere::<HelpOne>(tx)?;
        // The proof is bound to a person: the command line is none.
        let staff = right.by().staff().ok_or(Denied::NotAllowed)?;
        let at = store::help_desk::place_of(tx, account)?.ok_or(Denied::NotYours)?;
        let scope = in_project::<HelpOne>(right.by(), at.place)?;
        let accounts = store::users::accounts(tx, &scope, at.dwelling, now)?;
        let found = accounts.into_iter().find(|it| it.id == account).ok_or(Denied::NotYours)?;
        let lives = found.lives.ok_or(OpenError::NoAddress)?;
        let asked = lives.link.filter(|it| it.proof == Proof::Confirmed && it.delivery != Delivery::Bounced);
        if asked.is_none() {
            return Err(OpenError::NoAddress);
        }
        let (opened, wrong) = store::help_desk::lately(tx, &scope, at.dwelling, now - Span::days(1))?;
        if opened >= A_DAY || wrong >= A_DAY {
            return Err(OpenError::TooOften);
        }
        if let Some(other) = store::help_desk::of_identity(tx, lives.identity, now - ASKS - PROOF_LASTS)? {
            about(&self.closed, right.by(), &other).write(tx)?;
        }
        let new = NewCase { id: self.case, occupancy: lives.occupancy, staff, kind, deed, number: self.number };
        store::help_desk::open(tx, &scope, &new, now)?;
        let case = store::help_desk::by_id(tx, self.case)?.ok_or(Denied::NotYours)?;
        about(&self.line, right.by(), &case).write(tx)?;
        Ok(store::mail::add(tx, &self.mail, now)?)
    }
}

/// The newest cases of whoever asks.
///
/// # Errors
/// [`Barred`].
pub async fn cases(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Vec<Case>, Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let right = who.anywhere::<HelpOne>(tx)?;
            Ok(store::help_desk::all_own(tx, &right)?)
        })
        .await
}

/// One of them.
///
/// # Errors
/// [`Barred`]; a colleague's is not there.
pub async fn case(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, id: HelpDeskCaseId) -> Result<Case, Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let right = who.anywhere::<HelpOne>(tx)?;
            Ok(store::help_desk::own(tx, &right, id)?.ok_or(Denied::NotYours)?)
        })
        .await
}

/// Closes a case of one's own that is not over. False when it was.
///
/// # Errors
/// [`Barred`].
pub async fn close(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, id: HelpDeskCaseId) -> Result<bool, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let pattern = line(app, ctx, Act::DeskCaseClosed);
    app.db
        .write(move |tx| {
            let right = who.anywhere::<HelpOne>(tx)?;
            let case = store::help_desk::own(tx, &right, id)?.ok_or(Denied::NotYours)?;
            let ended = store::help_desk::end(tx, id, End::Withdrawn, now)?;
            if ended {
                about(&pattern, right.by(), &case).write(tx)?;
            }
            Ok(ended)
        })
        .await
}

/// The case about the own account that support handles now, for a signed-in resident.
///
/// # Errors
/// When the database fails.
pub async fn of_resident(
    app: &App,
    ctx: &Ctx,
    signed_in: &store::session::SignedIn,
) -> Result<Option<Case>, StoreError> {
    let (Some(_), identity, now) = (signed_in.dwelling, signed_in.identity, ctx.now) else { return Ok(None) };
    let since = now - ASKS - PROOF_LASTS;
    let found = app.db.read(move |tx| store::help_desk::of_identity(tx, identity, since)).await?;
    Ok(found.filter(|it| it.facts.standing(now) != domain::help_desk::Standing::Expired))
}

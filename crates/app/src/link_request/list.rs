//! The requests as support sees them. That they were looked at is logged: with the client whose home it is, and with the operator.

use domain::access::{AcceptRequests, Denied};
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::id::LinkRequestId;
use domain::link_request::{Doubt, Evidence, Missing, Refusal, State, Unclear};
use domain::time::Time;
use store::StoreError;
use store::link_request::LinkRequest;

use super::{Letter, Wanted};
use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Requests on a page, of those that wait and of those that were decided.
const PAGE: u32 = 100;

/// The requests.
#[derive(Clone, Debug)]
pub struct Requests {
    /// Those that wait, the oldest first.
    pub open: Vec<Seen>,
    /// Those that were decided, the newest first.
    pub decided: Vec<Seen>,
}

/// A request.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its id.
    pub id: LinkRequestId,
    /// Who says to have written it.
    pub sender: Option<Address>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// What it asks for; none when a person has to read it.
    pub wanted: Option<Wanted>,
    /// It asks for the letter for the resident.
    pub asks_letter: bool,
    /// Why a person has to read it.
    pub unclear: Option<Unclear>,
    /// Why it may be from somebody else.
    pub doubt: Option<Doubt>,
    /// The client that owns the account, when the sender is a contact of it: whose an account is, is not told of others' words.
    pub client: Option<String>,
    /// What is missing; nothing when it can be accepted.
    pub missing: Vec<Missing>,
    /// How far it is.
    pub state: State,
    /// Why it was refused.
    pub reason: Option<Refusal>,
    /// When it came in.
    pub received_at: Time,
    /// When it was decided, and by whom.
    pub decided: Option<(Time, String)>,
}

/// What has to be so, as of now.
pub(super) fn evidence(it: &LinkRequest) -> Evidence {
    Evidence {
        read: it.unclear.is_none(),
        has_account: it.about.account.is_some(),
        from_contact: it.about.contact.is_some() && it.contact_counts,
        doubt: it.doubt,
        others_came: it.others_came,
        has_portal: it.has_portal,
    }
}

fn seen(app: &App, it: LinkRequest) -> Result<Seen, StoreError> {
    let letter = Letter::open(app, it.id, &it.sealed)?;
    let evidence = evidence(&it);
    let mut missing = evidence.missing();
    if !evidence.from_contact {
        // Whether there is such an account, and how its client works, is nothing for a stranger's mail to bring to light.
        missing.retain(|what| !matches!(what, Missing::Account | Missing::OtherResidents | Missing::Portal));
    }
    Ok(Seen {
        id: it.id,
        sender: letter.sender,
        subject: letter.subject,
        text: letter.text,
        wanted: letter.wanted,
        asks_letter: letter.asks_letter,
        unclear: it.unclear,
        doubt: it.doubt,
        client: it.client.filter(|_| evidence.from_contact),
        missing,
        state: it.state,
        reason: it.reason,
        received_at: it.received_at,
        decided: it.decided_at.map(|at| (at, it.decider.unwrap_or_default())),
    })
}

/// The requests.
///
/// # Errors
/// [`Barred`].
pub async fn list(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Requests, Barred> {
    let who = caller.into().who(app, ctx);
    let read = app.db.read(move |tx| {
        let right = who.anywhere::<AcceptRequests>(tx)?;
        let found = store::link_request::list(tx, &right, PAGE)?;
        Ok::<_, Barred>((right.by().clone(), found))
    });
    let (actor, (open, decided)) = read.await?;
    let about = (None, Subject::new("link_request", uuid::Uuid::nil()));
    let line = entry(app, ctx, actor, Act::RequestsSeen, about);
    app.db.write(move |tx| line.write(tx)).await?;
    let all = |list: Vec<LinkRequest>| list.into_iter().map(|it| seen(app, it)).collect::<Result<Vec<_>, _>>();
    Ok(Requests { open: all(open)?, decided: all(decided)? })
}

/// One request.
///
/// # Errors
/// [`Barred`].
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, id: LinkRequestId) -> Result<Seen, Barred> {
    let who = caller.into().who(app, ctx);
    let read = app.db.read(move |tx| {
        let right = who.anywhere::<AcceptRequests>(tx)?;
        let found = store::link_request::find(tx, &right, id)?.ok_or(Denied::NotYours)?;
        Ok::<_, Barred>((right.by().clone(), found))
    });
    let (actor, found) = read.await?;
    // A client reads in its own log that a mail of its contact was read; what a stranger asks about a home is nothing of its client.
    let client = found.about.organisation.filter(|_| evidence(&found).from_contact);
    let line = entry(app, ctx, actor, Act::RequestsSeen, (client, Subject::new("link_request", id.uuid())));
    app.db.write(move |tx| line.write(tx)).await?;
    Ok(seen(app, found)?)
}

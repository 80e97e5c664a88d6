//! Handing out by clients without service portal (PRODUCT 3.5, 3.6): their contacts get a link to the homes of a project whose residents
//! were not told yet, as page, letters and list, with the button *verstrekt*. The link shows nothing and does nothing before the
//! address is typed that it went to (law 5); ticking uses it up, and what is left comes by a new one.

mod files;
mod open;
mod renew;
mod send;
mod tick;

use domain::access::{Actor, HandOut, ProjectPlace, Scope, in_project};
use domain::first_login::progress::{Expected, WorkList};
use domain::id::{ContactId, MailId, ProjectId};
use domain::mail::Mail;
use domain::naming::ProjectPath;
use domain::time::{Day, Span, Time};
use domain::token::{Dead, Purpose};
use store::contact::Contact;
use store::progress::{Listed, Standing};
use store::project::Project;
use store::{Read, StoreError};

use crate::caller::Barred;
use crate::contacts::is_address_of;
use crate::first_login::letters::LettersError;
use crate::house::{App, Ctx};

pub use files::{LISTED, letters, list};
pub use open::{Behind, Desk, PAGE, open, see};
pub use renew::renew;
pub use send::{SendError, send};
pub use tick::{Ticked, Whom, tick};

/// So long a link works.
pub(crate) const LASTS: Span = Span::days(14);

/// Homes that are read at once.
const MANY: u32 = 1_000;

/// Why nothing is shown or done.
#[derive(Debug, thiserror::Error)]
pub enum HandoutLinkError {
    /// The link is dead.
    #[error("the link is dead: {0}")]
    Dead(Dead),
    /// Another address was typed than the one it went to.
    #[error("this is not the address that the mail went to")]
    OtherAddress(Box<Behind>),
    /// No home was chosen, or none waits any more.
    #[error("no home is chosen")]
    Nobody,
    /// The letters could not be made.
    #[error(transparent)]
    Letters(LettersError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Barred> for HandoutLinkError {
    /// What it was good for meanwhile belongs to others.
    fn from(error: Barred) -> Self {
        match error {
            Barred::Store(error) => Self::Store(error),
            Barred::SignIn | Barred::NoProject(_) | Barred::Denied(_) => Self::Dead(Dead::Ended),
        }
    }
}

/// A link that is alive, whose it is, and for which homes.
#[derive(Clone, Debug)]
struct Found {
    contact: Contact,
    project: Project,
}

impl Found {
    fn actor(&self) -> Actor {
        Actor::Contact { contact: self.contact.id, organisation: self.contact.organisation }
    }

    fn path(&self) -> Result<ProjectPath, StoreError> {
        crate::project::path((&self.project.organisation_slug, &self.project.slug))
    }

    fn right(&self) -> Result<Scope<HandOut, ProjectPlace>, HandoutLinkError> {
        Ok(right(&self.contact, &self.project).map_err(Barred::from)?)
    }
}

fn hash(token: &str) -> [u8; 32] {
    crypto::token::hash(Purpose::ContactHandout.as_str(), token)
}

/// What a contact may do in a project of the client.
pub(crate) fn right(
    contact: &Contact,
    project: &Project,
) -> Result<Scope<HandOut, ProjectPlace>, domain::access::Denied> {
    let by = Actor::Contact { contact: contact.id, organisation: contact.organisation };
    in_project::<HandOut>(&by, ProjectPlace { organisation: project.organisation, project: project.id })
}

fn look(tx: &mut Read<'_>, hash: &[u8; 32], now: Time) -> Result<Result<Found, Dead>, StoreError> {
    let alive = match store::token::look(tx, hash, Purpose::ContactHandout, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    Ok(whose(tx, alive.mail)?.filter(|found| found.contact.identity == alive.identity).ok_or(Dead::Ended))
}

/// Whose link went with a mail, and for which homes; none once the contact counts no more or the client has a service portal.
fn whose(tx: &mut Read<'_>, mail: MailId) -> Result<Option<Found>, StoreError> {
    let named: Option<(ContactId, ProjectId)> = match store::mail::intent(tx, mail)? {
        Some(Mail::ContactHandout { contact, project }) => Some((contact, project)),
        Some(Mail::RequestAnswer { request, .. }) => {
            let about = store::link_request::by_id(tx, request)?.map(|request| request.about);
            match about.and_then(|about| about.contact.zip(about.dwelling)) {
                Some((contact, home)) => store::home::place_of(tx, home)?.map(|place| (contact, place.project)),
                None => None,
            }
        }
        _ => None,
    };
    match named {
        Some((contact, project)) => of(tx, contact, project),
        None => Ok(None),
    }
}

fn of(tx: &mut Read<'_>, contact: ContactId, project: ProjectId) -> Result<Option<Found>, StoreError> {
    let Some(contact) = store::contact::counted(tx, contact)? else { return Ok(None) };
    let client = store::organisation::by_id(tx, contact.organisation)?.filter(|client| !client.portal);
    let project = store::project::by_ids(tx, &[project])?.into_iter().next();
    let own = project.filter(|project| project.organisation == contact.organisation);
    Ok(client.and(own).map(|project| Found { contact, project }))
}

/// A project in which residents wait for the contact to tell them; none when there is nothing to do (any more).
pub(crate) fn waits(
    tx: &mut Read<'_>,
    (contact, project): (ContactId, ProjectId),
    now: Time,
) -> Result<Option<(Contact, Project)>, StoreError> {
    let Some(Found { contact, project }) = of(tx, contact, project)? else { return Ok(None) };
    let Ok(right) = right(&contact, &project) else { return Ok(None) };
    let listed = Listed { list: WorkList::NotTold, expected: expected(&project, now), after: None, most: 1 };
    let any = !store::progress::on_list(tx, &right, &listed, now)?.is_empty();
    Ok(any.then_some((contact, project)))
}

fn expected(project: &Project, now: Time) -> Expected {
    Expected::on(Day::of(now), project.delivered_on)
}

/// The link, once the address that it went to was typed.
async fn enter(app: &App, ctx: &Ctx, token: &str, typed: &str) -> Result<Found, HandoutLinkError> {
    let (hash, now) = (hash(token), ctx.now);
    let found = app.db.read(move |tx| look(tx, &hash, now)).await?.map_err(HandoutLinkError::Dead)?;
    if is_address_of(&found.contact, typed) {
        Ok(found)
    } else {
        Err(HandoutLinkError::OtherAddress(Box::new(Behind::of(&found))))
    }
}

/// All homes of a work list, in its order.
async fn homes(app: &App, ctx: &Ctx, found: &Found, list: WorkList) -> Result<Vec<Standing>, HandoutLinkError> {
    let (mut after, mut all, now) = (None, Vec::new(), ctx.now);
    loop {
        let right = found.right()?;
        let listed = Listed { list, expected: expected(&found.project, now), after, most: MANY };
        let some = app.db.read(move |tx| store::progress::on_list(tx, &right, &listed, now)).await?;
        let Some(last) = some.last() else { return Ok(all) };
        after = Some(crate::first_login::worklist::cursor(last));
        all.extend(some);
    }
}

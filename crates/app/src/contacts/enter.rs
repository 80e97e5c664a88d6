//! Entering a contact: an admin of the operator, a project lead for the client of an own project, or the command line. It is proposed to
//! another person, and the mailbox gets the mail with the link that proves it.

use domain::access::{Actor, Denied, EnterContacts, OfClient, Scope, anywhere, in_organisation};
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::id::{ContactId, OrganisationId};
use domain::mail::Mail;
use domain::naming::{Name, ProjectPath, Slug};
use domain::staff::is_group_address;
use domain::time::Time;
use store::contact::NewContact;
use store::mail::NewMail;
use store::{Read, StoreError, Write};

use super::ContactError;
use crate::audit::{Entry, entry};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::outbox::intent;
use crate::proposal;

/// Whose contact.
#[derive(Clone, Debug)]
pub enum At {
    /// Of this client.
    Client(Slug),
    /// Of the client of this project.
    Project(ProjectPath),
}

/// A contact as typed.
#[derive(Clone, Debug)]
pub struct New {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
}

/// All that is drawn beforehand.
#[derive(Clone)]
struct Draft {
    new: NewContact,
    drawn: proposal::Drawn,
    mail: NewMail,
    entered: Entry,
    now: Time,
}

/// Enters a contact, and proposes it to another person.
///
/// # Errors
/// [`ContactError`].
pub async fn enter(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (at, typed): (&At, &New),
) -> Result<ContactId, ContactError> {
    let who = caller.into().who(app, ctx);
    // Rights are judged before what was typed.
    let (asks, place) = (who.clone(), at.clone());
    let client = app.db.read(move |tx| client_of(tx, &asks, &place)).await?;
    let draft = draft(app, ctx, client, typed)?;
    let (id, place) = (draft.new.id, at.clone());
    let done = app
        .db
        .write(move |tx| match &place {
            At::Client(_) => {
                let scope = in_organisation::<EnterContacts>(&who.actor(tx)?, client)?;
                draft.run(tx, &scope)
            }
            At::Project(path) => {
                let (scope, _) = who.in_project::<EnterContacts>(tx, path)?;
                draft.run(tx, &scope)
            }
        })
        .await;
    match done {
        Err(ContactError::Barred(Barred::Store(StoreError::Taken))) => Err(ContactError::Already),
        Err(error) => Err(error),
        Ok(()) => {
            app.ring();
            Ok(id)
        }
    }
}

/// The client, with the right to enter its contacts.
fn client_of(tx: &mut Read<'_>, who: &Who, at: &At) -> Result<OrganisationId, ContactError> {
    match at {
        At::Client(slug) => {
            let actor = who.actor(tx)?;
            // Before it is looked up: whoever may not is not told which clients there are (law 9).
            anywhere::<EnterContacts>(&actor)?;
            let found = store::organisation::by_slug(tx, slug.as_str())?;
            let Some(client) = found else {
                let typed = actor == Actor::Server;
                return Err(if typed { ContactError::NoClient(slug.to_string()) } else { Denied::NotYours.into() });
            };
            Ok(in_organisation::<EnterContacts>(&actor, client.id)?.within())
        }
        At::Project(path) => Ok(who.in_project::<EnterContacts>(tx, path)?.0.within().organisation),
    }
}

fn draft(app: &App, ctx: &Ctx, client: OrganisationId, typed: &New) -> Result<Draft, ContactError> {
    let name = Name::parse(typed.name.trim()).map_err(|_| ContactError::Name)?;
    let address = Address::parse(typed.email.trim())?;
    if is_group_address(&address) {
        return Err(ContactError::GroupAddress);
    }
    let new = NewContact {
        id: app.id(ctx.now),
        identity: app.id(ctx.now),
        subject: app.random_name(),
        name: name.to_string(),
        email: address.as_str().to_owned(),
        proposal: app.id(ctx.now),
    };
    let drawn = proposal::draw_contact(app, ctx, (&new, address.masked()), client)?;
    let subject = Subject::new("contact", new.id.uuid());
    let entered = entry(app, ctx, Actor::Job, Act::ContactEntered, (Some(client), subject));
    let entered = entered.with(app, &address.masked());
    let mail = intent(app, ctx, Mail::ContactLink { contact: new.id });
    Ok(Draft { new, drawn, mail, entered, now: ctx.now })
}

impl Draft {
    fn run<A>(&self, tx: &mut Write<'_>, scope: &Scope<A, impl OfClient>) -> Result<(), ContactError> {
        store::contact::add(tx, scope, &self.new, self.now)?;
        self.drawn.run_for_admins(tx, scope, self.now)?;
        store::mail::add(tx, &self.mail, self.now)?;
        let mut line = self.entered.clone();
        line.line.actor = scope.by().clone();
        Ok(line.write(tx)?)
    }
}

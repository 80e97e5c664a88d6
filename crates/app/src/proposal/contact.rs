//! A contact of a client: entered by one person, approved by another. Whether the mailbox is theirs they prove themselves.

use domain::access::{Scope, SecondAdmin, Team};
use domain::id::ContactId;
use domain::proposal::{Change, Contact};
use domain::time::Time;
use store::contact::NewContact;
use store::{StoreError, Write};

use super::keep::{Draft, Drawn};
use crate::house::{App, Ctx};

/// Seals a contact that is entered.
pub(crate) fn draw_contact(
    app: &App,
    ctx: &Ctx,
    (new, masked): (&NewContact, String),
    client: domain::id::OrganisationId,
) -> Result<Drawn, StoreError> {
    let change =
        Contact { nonce: app.random_name(), contact: new.id, client, name: new.name.clone(), email: new.email.clone() };
    Draft { id: new.proposal, change: Change::Contact(change), masked, notice: None }.seal(app, ctx)
}

/// The contact that was proposed.
#[derive(Clone, Copy)]
pub(super) struct Deed(ContactId);

impl Deed {
    pub(super) fn of(change: &Contact) -> Self {
        Self(change.contact)
    }

    /// False when it was ended meanwhile, and nothing was done.
    pub(super) fn run(
        self,
        tx: &mut Write<'_>,
        right: &Scope<SecondAdmin, Team>,
        now: Time,
    ) -> Result<bool, StoreError> {
        store::contact::approve(tx, right, self.0, now)
    }
}

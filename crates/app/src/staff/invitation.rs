//! What every invitation writes: the mail that holds the only secret, made when it is sent, and the line in the log.

use domain::access::{Actor, InviteStaff, Scope, Team};
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::id::{IdentityId, MailId, ProjectId, StaffId};
use domain::language::Language;
use domain::mail::Mail;
use domain::role::Role;
use domain::time::Time;
use store::identity::IdentityKind;
use store::staff::NewStaff;
use store::{StoreError, Write};

use crate::audit::{Entry, entry};
use crate::house::{App, Ctx};

/// All that is drawn beforehand, so that a transaction that runs twice writes the same.
#[derive(Clone)]
pub(crate) struct Draft {
    staff: StaffId,
    identity: IdentityId,
    subject: String,
    mail: (MailId, String),
    language: Language,
    now: Time,
    line: Entry,
}

impl Draft {
    pub(crate) fn new(app: &App, ctx: &Ctx) -> Self {
        let staff: StaffId = app.id(ctx.now);
        Self {
            staff,
            identity: app.id(ctx.now),
            subject: app.random_name(),
            mail: (app.id(ctx.now), app.random_name()),
            language: ctx.language,
            now: ctx.now,
            line: entry(app, ctx, Actor::Job, Act::StaffInvited, (None, Subject::new("staff", staff.uuid()))),
        }
    }

    /// With whom the line tells of, masked, and as what.
    pub(super) fn about(mut self, app: &App, address: &Address, role: Role) -> Self {
        self.line = self.line.with(app, &format!("{} as {role}", address.masked()));
        self
    }

    /// Adds somebody new to the team.
    pub(super) fn add(
        &self,
        tx: &mut Write<'_>,
        scope: &Scope<InviteStaff, Team>,
        (address, role): (&Address, Role),
        projects: &[ProjectId],
    ) -> Result<StaffId, StoreError> {
        store::identity::add(tx, self.identity, IdentityKind::Staff, &self.subject, self.now)?;
        let (email, projects) = (address.as_str().to_owned(), projects.to_vec());
        let new = NewStaff { id: self.staff, identity: self.identity, email, role, projects };
        store::staff::add(tx, scope, &new, self.now)?;
        Ok(self.staff)
    }

    /// Writes the mail and the line.
    pub(crate) fn send(
        &self,
        tx: &mut Write<'_>,
        scope: &Scope<InviteStaff, Team>,
        (staff, act): (StaffId, Act),
    ) -> Result<(), StoreError> {
        let (id, tag) = self.mail.clone();
        let mail = Mail::Invitation { staff };
        let new = store::mail::NewMail { id, mail, language: self.language, tag, due_at: self.now };
        store::mail::add(tx, &new, self.now)?;
        let mut line = self.line.clone();
        (line.line.actor, line.line.organisation) = (scope.by().clone(), scope.within().organisation());
        (line.line.act, line.line.subject) = (act, Subject::new("staff", staff.uuid()));
        line.write(tx)
    }
}

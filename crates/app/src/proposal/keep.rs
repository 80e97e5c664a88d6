//! Proposing: what would be done is sealed beforehand; in the transaction it is kept, told to a confirmed address, and logged.

use domain::access::{Actor, Denied, OfClient, Scope};
use domain::audit::{Act, Subject};
use domain::id::{KeyId, ProjectId, ProposalId, StaffId};
use domain::proposal::{About, Change, Facts, Kind};
use domain::role::Role;
use domain::time::Time;
use store::mail::NewMail;
use store::proposal::NewProposal;
use store::{StoreError, Write};

use super::{Homes, context, line};
use crate::audit::Entry;
use crate::caller::Barred;
use crate::house::{App, Ctx};

/// What somebody proposes.
pub(super) struct Draft {
    pub(super) id: ProposalId,
    pub(super) change: Change,
    /// The same in words for everybody who may know of it, with addresses masked.
    pub(super) masked: String,
    /// To those whom it is about, if they proved their address.
    pub(super) notice: Option<NewMail>,
}

/// Where a proposal stands: the project of its homes, how many others could decide, and what its line in the log is about.
struct Place {
    project: Option<ProjectId>,
    others: u64,
    subject: Subject,
}

/// A proposal that is ready to be kept.
#[derive(Clone)]
pub(crate) struct Drawn {
    id: ProposalId,
    kind: Kind,
    about: Option<About>,
    hash: [u8; 32],
    sealed: Vec<u8>,
    masked: String,
    line: Entry,
    notice: Option<NewMail>,
}

impl Draft {
    pub(super) fn seal(self, app: &App, ctx: &Ctx) -> Result<Drawn, StoreError> {
        let json = self.change.to_json().map_err(|error| StoreError::Internal(Box::new(error)))?;
        let sealed = app.keys.seal(&context(self.id), json.as_bytes(), &app.chance);
        let kind = self.change.kind();
        Ok(Drawn {
            id: self.id,
            kind,
            about: self.change.about(),
            hash: crypto::digest::sha256(json.as_bytes()),
            sealed: sealed.map_err(|error| StoreError::Internal(Box::new(error)))?,
            masked: self.masked,
            line: line(app, ctx, Act::ProposalMade).because(kind.as_str()),
            notice: self.notice,
        })
    }
}

/// Who proposes a change of homes: a person, or a program of the client, which is nobody's second person (law 8).
pub(crate) fn proposer(by: &Actor) -> Result<(Option<StaffId>, Option<KeyId>), Denied> {
    match by {
        Actor::Staff { staff, .. } => Ok((Some(*staff), None)),
        Actor::Key { key, .. } => Ok((None, Some(*key))),
        Actor::Resident { .. } | Actor::Contact { .. } | Actor::Server | Actor::Job | Actor::Anonymous => {
            Err(Denied::NotAllowed)
        }
    }
}

impl Drawn {
    /// Keeps it, about homes of a project; what nobody decided about in time makes place.
    pub(crate) fn run(&self, tx: &mut Write<'_>, right: &Homes, now: Time) -> Result<ProposalId, Barred> {
        let by = proposer(right.by())?;
        if let Some(about) = &self.about {
            store::proposal::close_late(tx, right, about.occupancy, now)?;
        }
        let others = match right.by() {
            // What support puts forward, a contact of the client confirms by a link; else it waits (PRODUCT 3.5).
            Actor::Staff { role: Role::Support, .. } => 0,
            _ => store::proposal::others(tx, right, by.0)?,
        };
        let project = right.within().project;
        let subject =
            self.about.map_or(Subject::new("project", project.uuid()), |it| Subject::new("account", it.account.uuid()));
        let place = Place { project: Some(project), others, subject };
        self.keep(tx, right, (by, place), now)
    }

    /// Keeps it, for another admin to decide about; the right is the one that proposing needs. The command line proposes as nobody.
    pub(crate) fn run_for_admins<A>(
        &self,
        tx: &mut Write<'_>,
        right: &Scope<A, impl OfClient>,
        now: Time,
    ) -> Result<ProposalId, Barred> {
        let by = if *right.by() == Actor::Server { (None, None) } else { proposer(right.by())? };
        let place = Place { project: None, others: 1, subject: Subject::new("proposal", self.id.uuid()) };
        self.keep(tx, right, (by, place), now)
    }

    fn keep<A>(
        &self,
        tx: &mut Write<'_>,
        right: &Scope<A, impl OfClient>,
        ((by, key), place): ((Option<StaffId>, Option<KeyId>), Place),
        now: Time,
    ) -> Result<ProposalId, Barred> {
        let Place { project, others, subject } = place;
        let (expires_at, waits_until) = Facts::times(self.kind, now, others);
        let new = NewProposal {
            id: self.id,
            project,
            dwelling: self.about.map(|about| about.dwelling),
            account: self.about.map(|about| about.account),
            occupancy: self.about.map(|about| about.occupancy),
            kind: self.kind,
            hash: self.hash,
            sealed: self.sealed.clone(),
            masked: self.masked.clone(),
            by,
            key,
            expires_at,
            waits_until,
        };
        store::proposal::add(tx, right, &new, now)?;
        if let Some(notice) = &self.notice {
            store::mail::add(tx, notice, now)?;
        }
        let mut line = self.line.clone().telling(&self.masked);
        (line.line.actor, line.line.organisation) = (right.by().clone(), right.within().client());
        line.line.subject = subject;
        line.write(tx)?;
        Ok(self.id)
    }
}

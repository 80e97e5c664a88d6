//! A tenant change was a mistake (PRODUCT 3.7): within 14 days, and while the new residents have set no password, two people
//! let those who left live there again. They are the same residents for portals and apps, and have their address again; all
//! else they had comes back by a new password. Whoever lives there meanwhile goes.

use domain::access::{ChangeTenants, LinkAddress};
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::id::{ProposalId, TenantChangeId};
use domain::proposal::Reopen;
use domain::tenant_change::{Kind, Moments};
use domain::time::{Day, Time};
use store::tenant_change::{Change, Cleared, Left, Living, NewChange};
use store::{Read, StoreError, Write};

use super::finish::MOST_ACCOUNTS;
use super::{Right, list, of_dwelling, right_to, told};
use crate::audit::Entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};
use crate::{proposal, seal};

/// What would come back, and what would go.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// The change.
    pub change: Change,
    /// The accounts whose residents come back, with their masked address.
    pub back: Vec<(String, Option<String>)>,
    /// The accounts whose residents go, with their masked address.
    pub away: Vec<(String, Option<String>)>,
    /// Binds the proposal to this.
    pub seal: String,
}

/// Why a change cannot be undone.
#[derive(Debug, thiserror::Error)]
pub enum ReopenError {
    /// Not a right of this person, or no such change.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Nobody left with it, it has not happened, or another one happened since.
    #[error("this is not the last change of the home in which somebody left")]
    NotTheLast,
    /// It is longer ago than [`domain::tenant_change::REOPENS`].
    #[error("a change can be undone for 14 days only; let the residents in as new ones")]
    TooLate,
    /// Somebody who came has a password: it is theirs.
    #[error("the new residents have set a password; this is a new tenant change")]
    Acted,
    /// Another change is planned for the home.
    #[error("a change is planned for this home; call that one off first")]
    AnotherPlanned,
    /// It was proposed already.
    #[error("this is proposed already; a colleague has to decide")]
    AlreadyProposed,
    /// It would do something else than what was shown.
    #[error("something changed since this was shown; look again")]
    Moved,
}

impl From<StoreError> for ReopenError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// What undoing a change comes to.
pub(crate) struct Undoing {
    change: Change,
    left: Vec<Left>,
    living: Vec<Living>,
}

impl Undoing {
    /// Exactly this, for a second person.
    pub(crate) fn as_proposed(&self) -> Result<Reopen, StoreError> {
        let main = self.left.first().ok_or_else(|| StoreError::internal("a change in which nobody left"))?;
        let mut away: Vec<_> = self.living.iter().map(|it| it.occupancy).collect();
        away.sort_unstable_by_key(|it| it.bytes());
        Ok(Reopen {
            dwelling: self.change.dwelling,
            account: main.account,
            tenant_change: self.change.id,
            occupancy: main.occupancy,
            away,
        })
    }

    /// In words, for the list of proposals: who comes back, behind which accounts.
    pub(crate) fn masked(&self) -> String {
        let one = |it: &Left| match masked(it.address.as_deref()) {
            Some(address) => format!("{} {address}", it.username),
            None => it.username.clone(),
        };
        self.left.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn seal(&self) -> String {
        let living = self.living.iter().map(|it| it.occupancy.bytes());
        let left = self.left.iter().map(|it| it.occupancy.bytes());
        seal::over([self.change.id.bytes()].into_iter().chain(left).chain(living))
    }
}

fn masked(address: Option<&str>) -> Option<String> {
    address.and_then(|address| Address::parse(address).ok()).map(|address| address.masked())
}

impl From<Undoing> for Mistake {
    fn from(found: Undoing) -> Self {
        let seal = found.seal();
        let back = found.left.iter().map(|it| (it.username.clone(), masked(it.address.as_deref()))).collect();
        let address = |it: &Living| it.address.as_ref().map(|(address, _)| address.clone());
        let away = found.living.iter().map(|it| (it.username.clone(), masked(address(it).as_deref()))).collect();
        Self { change: found.change, back, away, seal }
    }
}

/// Whether a change can be undone now, and what that comes to.
pub(crate) fn find(
    tx: &mut Read<'_>,
    right: &Right,
    change: TenantChangeId,
    now: Time,
) -> Result<Undoing, ReopenError> {
    let not_yours = || ReopenError::Barred(domain::access::Denied::NotYours.into());
    let change = store::tenant_change::find(tx, right, change)?.ok_or_else(not_yours)?;
    let until = change.done_at.and_then(|at| change.kind.undone_until(at)).ok_or(ReopenError::NotTheLast)?;
    let last = store::tenant_change::last_done(tx, right, change.dwelling)?;
    if last.is_none_or(|(last, _)| last != change.id) {
        return Err(ReopenError::NotTheLast);
    }
    if now >= until {
        return Err(ReopenError::TooLate);
    }
    if store::tenant_change::planned(tx, right, change.dwelling)?.is_some() {
        return Err(ReopenError::AnotherPlanned);
    }
    let living = store::tenant_change::living(tx, right, change.dwelling, now)?;
    if living.iter().any(|it| it.password) {
        return Err(ReopenError::Acted);
    }
    let left = store::tenant_change::left(tx, right, &change)?;
    if left.is_empty() {
        return Err(ReopenError::NotTheLast);
    }
    Ok(Undoing { change, left, living })
}

/// Looks what undoing a change would do. Changes nothing; that somebody looked is logged.
///
/// # Errors
/// [`ReopenError`].
pub async fn look(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    change: TenantChangeId,
) -> Result<Mistake, ReopenError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let (right, _) = right_to(tx, &who, change)?;
        let found = find(tx, &right, change, now)?;
        Ok::<_, ReopenError>((right.by().clone(), right.within().organisation, found))
    });
    let (actor, organisation, found) = read.await?;
    list::seen(app, ctx, &actor, (organisation, of_dwelling(found.change.dwelling))).await?;
    Ok(found.into())
}

/// Proposes to a second person that a change be undone, as it was shown.
///
/// # Errors
/// [`ReopenError`].
pub async fn propose(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (change, seal): (TenantChangeId, &str),
) -> Result<ProposalId, ReopenError> {
    let (who, now, seal) = (caller.into().who(app, ctx), ctx.now, seal.to_owned());
    let asks = who.clone();
    let found = app
        .db
        .read(move |tx| {
            let (right, _) = right_to(tx, &asks, change)?;
            find(tx, &right, change, now)
        })
        .await?;
    let drawn = proposal::draw_reopen(app, ctx, &found)?;
    let done = app.db.write(move |tx| {
        let (right, dwelling) = right_to(tx, &who, change)?;
        if find(tx, &right, change, now)?.seal() != seal {
            return Err(ReopenError::Moved);
        }
        let may_propose = who.in_dwelling::<LinkAddress>(tx, dwelling)?;
        Ok(drawn.run(tx, &may_propose, now)?)
    });
    match done.await {
        Err(ReopenError::Barred(Barred::Store(StoreError::Taken))) => Err(ReopenError::AlreadyProposed),
        other => other,
    }
}

/// The undoing of a change, with all that is drawn by lot.
#[derive(Clone)]
pub(crate) struct Undo {
    id: TenantChangeId,
    undone: Entry,
    ended: Vec<Entry>,
    back: Vec<Entry>,
}

impl Undo {
    pub(crate) fn draw(app: &App, ctx: &Ctx) -> Self {
        let lines = |act| (0..MOST_ACCOUNTS).map(|_| super::line(app, ctx, act)).collect();
        Self {
            id: app.id(ctx.now),
            undone: super::line(app, ctx, Act::TenantChangeUndone),
            ended: lines(Act::OccupancyEnded),
            back: lines(Act::OccupancyReopened),
        }
    }

    /// Those who live there go, those who left come back, and the undoing stands among the changes of the home.
    pub(crate) fn run(&self, tx: &mut Write<'_>, right: &Right, found: &Undoing, now: Time) -> Result<(), StoreError> {
        if found.left.len() > self.back.len() || found.living.len() > self.ended.len() {
            return Err(StoreError::internal("a home has more accounts than a home can have"));
        }
        let kind = Kind::Reopened;
        let today = Day::of(now);
        let ends = (!found.living.is_empty()).then_some((today, now));
        let new = NewChange {
            id: self.id,
            dwelling: found.change.dwelling,
            kind,
            moments: Moments { ends, begins: Some((today, now)), gap: 0 },
            occupancy: found.left.first().map(|it| it.occupancy),
            staff: right.by().staff(),
        };
        store::tenant_change::add(tx, right, &new, now)?;
        store::tenant_change::done(tx, right, self.id, now)?;
        let mut lines = vec![told(&self.undone, right, of_dwelling(found.change.dwelling), kind.as_str())];
        lines.extend(self.away(tx, right, &found.living, now)?);
        store::tenant_change::bring_back(tx, right, (&found.change, &found.left), now)?;
        let back = found.left.iter().zip(&self.back);
        lines.extend(back.map(|(it, line)| told(line, right, account(it.account), kind.as_str())));
        Entry::write_all(&lines, tx)
    }

    fn away(&self, tx: &mut Write<'_>, right: &Right, living: &[Living], now: Time) -> Result<Vec<Entry>, StoreError> {
        let mut lines = Vec::new();
        for (it, line) in living.iter().zip(&self.ended) {
            if it.starts_at > now {
                store::tenant_change::call_off(tx, right, it.occupancy)?;
                continue;
            }
            store::tenant_change::end_access(tx, right, (self.id, &[it.occupancy]), (Day::of(now), now))?;
            let gone = Cleared { occupancy: it.occupancy, identity: it.identity, account: it.account };
            store::tenant_change::clear(tx, right, gone, now)?;
            lines.push(told(line, right, account(it.account), Kind::Reopened.as_str()));
        }
        Ok(lines)
    }
}

fn account(id: domain::id::AccountId) -> Subject {
    Subject::new("account", id.uuid())
}

/// The right to change the tenants of a home, for who may change an address there.
pub(crate) fn right_of<A>(right: &domain::access::Scope<A, domain::access::ProjectPlace>) -> Result<Right, Barred> {
    Ok(domain::access::in_project::<ChangeTenants>(right.by(), right.within())?)
}

//! Plans a change: writes the bounds of those who leave, and the household that comes, in one transaction. A change that is
//! due now is done in it too.

use domain::access::ChangeTenants;
use domain::audit::{Act, Subject};
use domain::first_login::Proof;
use domain::id::{DwellingId, EmailLinkId, IdentityId, MailId, OccupancyId, TenantChangeId};
use domain::language::Language;
use domain::mail::Mail;
use domain::proposal::Reason;
use domain::tenant_change::Moments;
use domain::time::Time;
use store::email_link::NewLink;
use store::home::NewOccupancy;
use store::mail::NewMail;
use store::tenant_change::{Living, NewChange};
use store::{StoreError, Write};

use super::cancel::Cancel;
use super::finish::{Finish, MOST_ACCOUNTS};
use super::preview::{Leaving, seal};
use super::{ChangeError, Judged, Planned, Right, Wish, judge, line, of_dwelling, right_to, told};
use crate::audit::Entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Plans a change of a home.
///
/// # Errors
/// [`ChangeError`].
pub async fn plan(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    dwelling: DwellingId,
    wish: Wish,
) -> Result<Planned, ChangeError> {
    let (who, planning) = (caller.into().who(app, ctx), Planning::draw(app, ctx, wish));
    let done = app.db.write(move |tx| {
        let right = who.in_dwelling::<ChangeTenants>(tx, dwelling)?;
        planning.run(tx, &right, dwelling)
    });
    taken(done.await)
}

/// A change to be planned in a write of somebody's, with all that is drawn by lot.
pub(crate) struct Planning {
    plan: Plan,
    before: Finish,
}

impl Planning {
    pub(crate) fn draw(app: &App, ctx: &Ctx, wish: Wish) -> Self {
        Self { plan: Plan::draw(app, ctx, wish), before: Finish::draw(app, ctx) }
    }

    pub(crate) fn run(&self, tx: &mut Write<'_>, right: &Right, dwelling: DwellingId) -> Result<Planned, ChangeError> {
        if let Some(other) = store::tenant_change::planned(tx, right, dwelling)? {
            // Its moment may have come with nobody there to do it yet.
            if !self.before.run(tx, right, &other, self.plan.now)? {
                return Err(ChangeError::AnotherPlanned);
            }
        }
        self.plan.run(tx, right, dwelling)
    }
}

/// Puts another change in the place of one that is planned; also of one whose leavers left and whose arrival is still to come.
///
/// # Errors
/// [`ChangeError`]; the old one then stands.
pub async fn replan(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    change: TenantChangeId,
    wish: Wish,
) -> Result<Planned, ChangeError> {
    let who = caller.into().who(app, ctx);
    let (plan, cancel) = (Plan::draw(app, ctx, wish), Cancel::draw(app, ctx));
    let done = app.db.write(move |tx| {
        let (right, dwelling) = right_to(tx, &who, change)?;
        cancel.run(tx, &right, change, plan.now)?;
        plan.run(tx, &right, dwelling)
    });
    taken(done.await)
}

/// Of two that plan at once, one is second.
fn taken(done: Result<Planned, ChangeError>) -> Result<Planned, ChangeError> {
    match done {
        Err(ChangeError::Barred(Barred::Store(StoreError::Taken))) => Err(ChangeError::AnotherPlanned),
        other => other,
    }
}

/// A wish, with all that is drawn by lot.
struct Plan {
    wish: Wish,
    now: Time,
    change: TenantChangeId,
    occupancy: OccupancyId,
    identity: IdentityId,
    subject: String,
    link: EmailLinkId,
    planned: Entry,
    linked: Option<Entry>,
    gap: Entry,
    /// What was proposed about those who leave is over (law 8).
    over: Entry,
    notices: Vec<(MailId, String)>,
    language: Language,
    finish: Finish,
}

impl Plan {
    fn draw(app: &App, ctx: &Ctx, wish: Wish) -> Self {
        let masked = wish.address.as_ref().map(|address| address.masked());
        Self {
            planned: line(app, ctx, Act::TenantChangePlanned).with(app, &detail(&wish, masked.as_deref(), ctx.now)),
            linked: masked.map(|masked| line(app, ctx, Act::EmailLinked).with(app, &masked)),
            gap: line(app, ctx, Act::GapFound).with(app, &detail(&wish, None, ctx.now)),
            over: line(app, ctx, Act::ProposalExpired),
            notices: (0..MOST_ACCOUNTS).map(|_| (app.id(ctx.now), app.random_name())).collect(),
            language: ctx.language,
            finish: Finish::draw(app, ctx),
            change: app.id(ctx.now),
            occupancy: app.id(ctx.now),
            identity: app.id(ctx.now),
            subject: app.random_name(),
            link: app.id(ctx.now),
            now: ctx.now,
            wish,
        }
    }

    fn run(&self, tx: &mut Write<'_>, right: &Right, dwelling: DwellingId) -> Result<Planned, ChangeError> {
        let Judged { ends, moments } = judge(tx, (right, dwelling), &self.wish, None, self.now)?;
        let leaves: Vec<OccupancyId> = ends.iter().map(|it| it.occupancy).collect();
        let proved =
            |it: &Living| it.link.filter(|_| it.address.as_ref().is_some_and(|(_, proof)| *proof == Proof::Confirmed));
        let proved: Vec<EmailLinkId> = ends.iter().filter_map(proved).collect();
        if let Some(seen) = &self.wish.seen {
            let leaving: Vec<Leaving> = ends.into_iter().map(Leaving::from).collect();
            if *seen != seal(&moments, &leaving, &self.wish) {
                return Err(ChangeError::Moved);
            }
        }
        let new = NewChange {
            id: self.change,
            dwelling,
            kind: self.wish.days.kind,
            moments,
            occupancy: moments.begins.map(|_| self.occupancy),
            staff: right.by().staff(),
        };
        store::tenant_change::add(tx, right, &new, self.now)?;
        let mut over = 0;
        if let Some(bound) = moments.ends {
            store::tenant_change::end_access(tx, right, (self.change, &leaves), bound)?;
            self.tell(tx, &proved)?;
            over = store::proposal::close_of(tx, right, (&leaves, Reason::TenantChange), self.now)?;
        }
        let mut lines = vec![self.told(&self.planned, right, of_dwelling(dwelling))];
        if over > 0 {
            lines.push(told(&self.over, right, of_dwelling(dwelling), Reason::TenantChange.as_str()));
        }
        lines.extend(self.let_in(tx, right, dwelling, moments)?);
        if moments.gap > 0 {
            lines.push(self.told(&self.gap, right, of_dwelling(dwelling)));
        }
        Entry::write_all(&lines, tx)?;
        let due = moments.due_at().is_some_and(|at| at <= self.now);
        let change = if due { store::tenant_change::find(tx, right, self.change)? } else { None };
        let done = change.map_or(Ok(false), |change| self.finish.run(tx, right, &change, self.now))?;
        Ok(Planned { id: self.change, moments, done })
    }

    /// Those who leave hear of it at the address they proved, also when they have left by then.
    fn tell(&self, tx: &mut Write<'_>, proved: &[EmailLinkId]) -> Result<(), StoreError> {
        if !self.wish.days.kind.tells() {
            return Ok(());
        }
        for (link, (id, tag)) in proved.iter().zip(&self.notices) {
            let mail = Mail::HouseholdLeaves { change: self.change, link: *link };
            let new = NewMail { id: *id, mail, language: self.language, tag: tag.clone(), due_at: self.now };
            store::mail::add(tx, &new, self.now)?;
        }
        Ok(())
    }

    fn told(&self, line: &Entry, right: &Right, subject: Subject) -> Entry {
        told(line, right, subject, self.wish.days.kind.as_str())
    }

    /// The household that comes, behind the main account, with its line when it brings an address.
    fn let_in(
        &self,
        tx: &mut Write<'_>,
        right: &Right,
        dwelling: DwellingId,
        moments: Moments,
    ) -> Result<Option<Entry>, StoreError> {
        let Some(starts) = moments.begins else { return Ok(None) };
        let main = store::home::main_account(tx, right, dwelling)?;
        let (account, _) = main.ok_or_else(|| StoreError::internal("a home without a main account"))?;
        let new = NewOccupancy { id: self.occupancy, account, identity: self.identity };
        let link = self.wish.address.as_ref().map(|address| NewLink {
            id: self.link,
            organisation: right.within().organisation,
            occupancy: self.occupancy,
            address: address.as_str().to_owned(),
            search_key: address.search_key(),
        });
        store::tenant_change::let_in(tx, right, (new, &self.subject, link.as_ref()), starts, self.now)?;
        Ok(self.linked.as_ref().map(|line| self.told(line, right, Subject::new("account", account.uuid()))))
    }
}

/// For the log: the days as they were given, and the address, masked.
fn detail(wish: &Wish, masked: Option<&str>, now: Time) -> String {
    let day = |word: &str, day: Option<domain::time::Day>| day.map(|day| format!("{word} {day}"));
    let entered = format!("entered {}", domain::time::Day::of(now));
    let parts = [day("last", wish.days.last), day("first", wish.days.first), Some(entered), masked.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

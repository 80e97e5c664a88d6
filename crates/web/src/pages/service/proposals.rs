//! `/service/voorstellen/` and `/beheer/voorstellen/`: changes that nobody makes alone: the open ones, those that were decided, and one
//! of them with exactly what changes.

use app::Caller;
use app::proposal::{self, DecideError, Goes, Outcome, Seen};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::email::Address;
use domain::id::ProposalId;
use domain::proposal::{Change, Fault, Kind, Reason};

use super::super::{hash_in, hexadecimal};
use super::home::masked;
use super::{address, barred, caller, name, number, shown};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::service::home::Home;
use crate::views::service::many::{ManyProposed, ManyRow, Why};
use crate::views::service::proposals::{
    AdminProposal, Decision, OPERATOR, ProposalPage, ProposalRow, Proposals, ROOT, Told, What,
};
use crate::visit::Visit;

/// The list that a page belongs to.
fn root(visit: &Visit) -> &'static str {
    if visit.here().starts_with(OPERATOR) { OPERATOR } else { ROOT }
}

/// GET. `?told=` what was just done.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (app, ctx) = (visit.app(), &visit.ctx);
    let listed = match root(&visit) {
        OPERATOR => proposal::list_of_admins(app, ctx, who).await,
        _ => proposal::list(app, ctx, who).await,
    };
    let found = match listed {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let (open, late): (Vec<_>, Vec<_>) = found.open.iter().partition(|it| it.facts.is_open(visit.ctx.now));
    visit.show(&Proposals {
        page: visit.page_at(root(&visit)),
        root: root(&visit),
        told: Told::parse(visit.query.text("told")),
        open: open.into_iter().map(|it| row(&visit, it)).collect(),
        decided: late.into_iter().chain(&found.decided).map(|it| row(&visit, it)).collect(),
    })
}

fn row(visit: &Visit, it: &app::Proposal) -> ProposalRow {
    let w = visit.page().w;
    let kind = it.facts.kind;
    let in_words = matches!(kind, Kind::ManyChanges | Kind::MoveHomes);
    ProposalRow {
        href: format!("{}{}/", root(visit), it.id),
        home: if kind == Kind::ManyChanges { w.t("home-many-proposed").into_owned() } else { name(&it.home) },
        username: it.username.clone().unwrap_or_default(),
        client: it.client.clone(),
        kind,
        masked: if in_words { w.detail(&it.masked) } else { it.masked.clone() },
        by: it.proposer.clone().unwrap_or_else(|| w.t("staff-two-by-server").into_owned()),
        at: it.proposed_at,
        state: it.facts.state,
        reason: it.reason,
        waits_until: it.facts.waits_until,
        decided_by: it.decider.clone(),
        decided_at: it.decided_at,
    }
}

/// The proposal of an address. One that cannot be a proposal is not found.
fn proposal_of(id: &str) -> Result<ProposalId, Failure> {
    id.parse().map_err(|_| Denied::NotYours.into())
}

/// GET `{proposal}/`. `?told=` why nothing was decided.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let seen = match proposal::see(visit.app(), &visit.ctx, who, proposal_of(&id)?).await {
        Ok(seen) => seen,
        Err(error) => return barred(&visit, error),
    };
    match seen.proposal.facts.kind {
        Kind::ManyChanges => many(&visit, who, seen).await,
        Kind::ChangeAddress | Kind::Reopen => visit.show(&page(&visit, seen)),
        Kind::Contact | Kind::LostFactor | Kind::MoveHomes => of_admins(&visit, who, seen).await,
    }
}

/// The page of a proposal that two admins decide about.
async fn of_admins(visit: &Visit, who: Caller<'_>, seen: Seen) -> Result<Response, Failure> {
    let w = visit.page().w;
    let (mut facts, mut usernames) = (Vec::new(), Vec::new());
    match &seen.change {
        Some(Change::Contact(it)) => {
            facts.push((w.t("staff-contact-name"), it.name.clone()));
            facts.push((w.t("field-email"), it.email.clone()));
        }
        Some(Change::LostFactor(it)) => facts.push((w.t("field-email"), it.email.clone())),
        Some(Change::MoveHomes(_)) => match proposal::moves(visit.app(), &visit.ctx, who, seen.proposal.id).await {
            Ok(moves) => {
                facts.push((w.t("staff-move-to"), moves.to));
                usernames = moves.usernames;
            }
            Err(error) => return barred(visit, error),
        },
        _ => {}
    }
    if facts.is_empty() {
        facts.push((w.t("proposal-masked"), row(visit, &seen.proposal).masked));
    }
    let one = page(visit, seen);
    visit.show(&AdminProposal { page: one.page.clone(), one, facts, usernames })
}

/// The page of a proposal about many.
async fn many(visit: &Visit, who: Caller<'_>, seen: Seen) -> Result<Response, Failure> {
    let goes = match proposal::goes(visit.app(), &visit.ctx, who, seen.proposal.id).await {
        Ok(goes) => goes,
        Err(error) => return barred(visit, error),
    };
    let list = match &seen.change {
        Some(Change::WholeList(it)) => {
            seen.project.as_ref().map(|project| format!("{}{}/", shown(project).lists_path(), it.batch))
        }
        _ => None,
    };
    let (rows, one) = (goes.iter().map(goes_row).collect(), page(visit, seen));
    visit.show(&ManyProposed { page: one.page.clone(), rows, list, one })
}

fn goes_row(it: &Goes) -> ManyRow {
    let address_now = it.address.as_deref().map(masked).filter(|_| !it.stays);
    ManyRow {
        href: format!("/service/woningen/{}/", it.dwelling),
        number: number(&it.home),
        address: address(&it.home),
        username: it.username.clone(),
        why: Some(address_now.map_or(Why::Stays, Why::Goes)),
    }
}

fn page(visit: &Visit, seen: Seen) -> ProposalPage {
    let row = row(visit, &seen.proposal);
    let home = seen.project.as_ref().map(|project| Home {
        id: seen.proposal.dwelling.map(|dwelling| dwelling.to_string()).unwrap_or_default(),
        number: number(&seen.proposal.home),
        address: address(&seen.proposal.home),
        project: shown(project),
    });
    ProposalPage {
        page: visit.page_at(&row.href),
        root: root(visit),
        told: Told::parse(visit.query.text("told")),
        hash: hexadecimal(&seen.proposal.facts.hash),
        what: seen.change.as_ref().and_then(what),
        is_open: seen.is_open,
        can_decide: seen.can_decide,
        can_withdraw: seen.can_withdraw,
        home,
        row,
    }
}

/// What one proposal about a home would do; the others have pages of their own.
fn what(change: &Change) -> Option<What> {
    match change {
        Change::ChangeAddress(it) => {
            let address = it.address.as_deref().and_then(|address| Address::parse(address).ok());
            let meant = address.as_ref().and_then(super::link::meant);
            Some(What::Address(it.address.clone(), meant))
        }
        Change::Reopen(_) => Some(What::Reopen),
        Change::ManyAddresses(_)
        | Change::WholeList(_)
        | Change::Contact(_)
        | Change::LostFactor(_)
        | Change::MoveHomes(_) => None,
    }
}

/// POST `{proposal}/` `act`, `hash`, `reason`.
pub(crate) async fn decide(visit: Visit, Path(id): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (proposal, root) = (proposal_of(&id)?, root(&visit));
    let own = |told: Told| Ok(visit.go(&with_query(&format!("{root}{proposal}/"), "told", told.word())));
    let (app, ctx) = (visit.app(), &visit.ctx);
    // Who may not see it learns nothing from what is wrong with a form.
    let again = async |told: Told| match proposal::see(app, ctx, who, proposal).await {
        Ok(_) => own(told),
        Err(error) => barred(&visit, error),
    };
    let done = match Decision::parse(form.text("act")) {
        Some(Decision::Approve) => {
            let hash = hash_in(&form, "hash").unwrap_or_default();
            proposal::approve(app, ctx, who, (proposal, hash)).await.map(|outcome| match outcome {
                Outcome::Made => Told::Approved,
                Outcome::Overtaken => Told::Overtaken,
            })
        }
        Some(Decision::Refuse) => match reason(&form) {
            Some(reason) => proposal::refuse(app, ctx, who, (proposal, reason)).await.map(|()| Told::Refused),
            None => return again(Told::NoReason).await,
        },
        Some(Decision::Withdraw) => {
            return match proposal::withdraw(app, ctx, who, proposal).await {
                Ok(()) => own(Told::Withdrawn),
                Err(DecideError::Fault(_)) => own(Told::NotOpen),
                Err(DecideError::Barred(error)) => barred(&visit, error),
            };
        }
        None => return again(Told::OtherChange).await,
    };
    match done {
        Ok(told) => Ok(visit.go(&with_query(root, "told", told.word()))),
        Err(DecideError::Fault(Fault::AboutOneself)) => own(Told::AboutOneself),
        Err(DecideError::Fault(Fault::OwnProposal)) => own(Told::OwnProposal),
        Err(DecideError::Fault(Fault::OtherChange)) => own(Told::OtherChange),
        Err(DecideError::Fault(_)) => own(Told::NotOpen),
        Err(DecideError::Barred(error)) => barred(&visit, error),
    }
}

fn reason(form: &Fields) -> Option<Reason> {
    let offered = |reason: &Reason| Kind::ALL.iter().any(|kind| Reason::choices(*kind).contains(reason));
    Reason::parse(form.text("reason")).filter(offered)
}

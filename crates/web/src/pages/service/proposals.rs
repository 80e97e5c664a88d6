//! `/service/voorstellen/`: changes that nobody makes alone: the open ones, those that were decided, and one of them with
//! exactly what changes.

use app::proposal::{self, DecideError, Outcome, Seen};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::id::ProposalId;
use domain::proposal::{Fault, Reason};

use super::{address, barred, caller, number, shown};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::service::home::Home;
use crate::views::service::proposals::{Decision, ProposalPage, ProposalRow, Proposals, ROOT, Told};
use crate::visit::Visit;

/// GET. `?told=` what was just done.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let found = match proposal::list(visit.app(), &visit.ctx, who).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let (open, late): (Vec<_>, Vec<_>) = found.open.iter().partition(|it| it.facts.is_open(visit.ctx.now));
    visit.show(&Proposals {
        page: visit.page_at(ROOT),
        told: Told::parse(visit.query.text("told")),
        open: open.into_iter().map(row).collect(),
        decided: late.into_iter().chain(&found.decided).map(row).collect(),
    })
}

fn row(it: &app::Proposal) -> ProposalRow {
    let name = Some(address(&it.home)).filter(|address| !address.is_empty()).unwrap_or_else(|| number(&it.home));
    ProposalRow {
        href: format!("{ROOT}{}/", it.id),
        home: name,
        username: it.username.clone().unwrap_or_default(),
        masked: it.masked.clone(),
        by: it.proposer.clone(),
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
    visit.show(&page(&visit, seen))
}

fn page(visit: &Visit, seen: Seen) -> ProposalPage {
    let row = row(&seen.proposal);
    let home = Home {
        id: seen.proposal.dwelling.map(|dwelling| dwelling.to_string()).unwrap_or_default(),
        number: number(&seen.proposal.home),
        address: address(&seen.proposal.home),
        project: shown(&seen.project),
    };
    ProposalPage {
        page: visit.page_at(&row.href),
        told: Told::parse(visit.query.text("told")),
        hash: seen.proposal.facts.hash.iter().map(|byte| format!("{byte:02x}")).collect(),
        email: seen.address.as_ref().map(|address| address.as_str().to_owned()),
        meant: seen.address.as_ref().and_then(super::link::meant),
        is_open: seen.is_open,
        can_decide: seen.can_decide,
        can_withdraw: seen.can_withdraw,
        home,
        row,
    }
}

/// POST `{proposal}/` `act`, `hash`, `reason`.
pub(crate) async fn decide(visit: Visit, Path(id): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let proposal = proposal_of(&id)?;
    let own = |told: Told| Ok(visit.go(&with_query(&format!("{ROOT}{proposal}/"), "told", told.word())));
    let (app, ctx) = (visit.app(), &visit.ctx);
    // Who may not see it learns nothing from what is wrong with a form.
    let again = async |told: Told| match proposal::see(app, ctx, who, proposal).await {
        Ok(_) => own(told),
        Err(error) => barred(&visit, error),
    };
    let done = match Decision::parse(form.text("act")) {
        Some(Decision::Approve) => {
            let hash = hash(&form).unwrap_or_default();
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
        Ok(told) => Ok(visit.go(&with_query(ROOT, "told", told.word()))),
        Err(DecideError::Fault(Fault::OwnProposal)) => own(Told::OwnProposal),
        Err(DecideError::Fault(Fault::OtherChange)) => own(Told::OtherChange),
        Err(DecideError::Fault(_)) => own(Told::NotOpen),
        Err(DecideError::Barred(error)) => barred(&visit, error),
    }
}

fn reason(form: &Fields) -> Option<Reason> {
    Reason::parse(form.text("reason")).filter(|reason| Reason::CHOICES.contains(reason))
}

/// The hash of what was shown: 64 hexadecimal digits.
fn hash(form: &Fields) -> Option<[u8; 32]> {
    let text = form.text("hash");
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(hash)
}

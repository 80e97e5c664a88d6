//! `/beheer/overdragen/`: homes go to another client: chosen, looked at, and proposed to another admin.

use app::Caller;
use app::clients::{self, MoveError, MovePlan, MoveWish};
use axum::response::Response;
use domain::access::Denied;
use domain::naming::ProjectPath;

use super::{barred, caller, row};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::clients::move_homes::{MOVE, MoveFault, MoveHomes, Sure, TypedMove};
use crate::views::service::proposals::{OPERATOR, Told};
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    match caller(&visit) {
        Ok(who) => page(&visit, who, TypedMove::default(), None, None).await,
        Err(answer) => Ok(*answer),
    }
}

async fn page(
    visit: &Visit,
    who: Caller<'_>,
    typed: TypedMove,
    fault: Option<MoveFault>,
    sure: Option<Sure>,
) -> Result<Response, Failure> {
    match clients::all_projects(visit.app(), &visit.ctx, who).await {
        Ok(found) => {
            let projects = found.into_iter().map(row).collect();
            visit.show(&MoveHomes { page: visit.page_at(MOVE), projects, typed, fault, sure })
        }
        Err(error) => barred(visit, error),
    }
}

fn typed(sent: &Fields) -> TypedMove {
    let text = |name: &str| sent.text(name).trim().to_owned();
    TypedMove { from: text("from"), to: text("to"), usernames: text("usernames") }
}

/// What was typed as a wish, or what is wrong with it.
fn read(typed: &TypedMove) -> Result<MoveWish, MoveFault> {
    let from: ProjectPath = typed.from.parse().map_err(|_| MoveFault::From)?;
    let to: ProjectPath = typed.to.parse().map_err(|_| MoveFault::To)?;
    let usernames = typed.usernames.split_whitespace().map(str::to_owned).collect();
    Ok(MoveWish { from, to, usernames })
}

fn sure(plan: MovePlan, moved: bool) -> Sure {
    let name = |it: &app::Project| format!("{}, {}", it.organisation_name, it.name);
    Sure { from: name(&plan.from), to: name(&plan.to), homes: plan.usernames.len() as u64, seal: plan.seal, moved }
}

/// What is answered to what cannot be moved.
fn fault(error: MoveError) -> Result<MoveFault, app::Barred> {
    Ok(match error {
        MoveError::Barred(error) => return Err(error),
        MoveError::SameClient => MoveFault::SameClient,
        MoveError::NoHomes | MoveError::Moved => MoveFault::None,
        MoveError::TooMany => MoveFault::TooMany,
        MoveError::Unknown(names) => MoveFault::Unknown(names),
        MoveError::Taken(names) => MoveFault::Taken(names),
    })
}

/// POST `from`, `to`, `usernames`: what would go; with `seal` it is proposed.
pub(crate) async fn run(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (app, ctx, typed) = (visit.app(), &visit.ctx, typed(&sent));
    let wish = match read(&typed) {
        Ok(wish) => wish,
        Err(fault) => return page(&visit, who, typed, Some(fault), None).await,
    };
    let seal = sent.text("seal");
    if !seal.is_empty() {
        match clients::propose_move(app, ctx, who, (wish.clone(), seal)).await {
            Ok(_) => return Ok(visit.go(&with_query(OPERATOR, "told", Told::Proposed.word()))),
            Err(MoveError::Barred(error)) => return barred(&visit, error),
            // What changed meanwhile is looked at once more.
            Err(_) => {}
        }
    }
    let (wrong, plan) = match clients::plan_move(app, ctx, who, wish).await {
        Ok(plan) => (None, Some(sure(plan, !seal.is_empty()))),
        Err(MoveError::Barred(app::Barred::Denied(Denied::NotYours))) => (Some(MoveFault::From), None),
        Err(error) => match fault(error) {
            Ok(fault) => (Some(fault), None),
            Err(error) => return barred(&visit, error),
        },
    };
    page(&visit, who, typed, wrong, plan).await
}

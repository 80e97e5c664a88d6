//! What no admin does alone: contacts of a client, a lost second factor, homes that go to another client.

mod contacts;
mod lost_factor;
mod moving;

use app::proposal::{self, DecideError, Outcome};
use app::{Caller, Proposal};
use domain::proposal::Reason;

use crate::house::House;

/// What admins of the operator may decide about.
async fn waiting(house: &House, who: Caller<'_>) -> Vec<Proposal> {
    proposal::list_of_admins(&house.app, &house.ctx(), who).await.unwrap().open
}

/// The proposals that somebody of a client may decide about.
async fn open(house: &House, who: Caller<'_>) -> Vec<Proposal> {
    proposal::list(&house.app, &house.ctx(), who).await.unwrap().open
}

async fn approve(house: &House, who: Caller<'_>, it: &Proposal) -> Result<Outcome, DecideError> {
    proposal::approve(&house.app, &house.ctx(), who, (it.id, it.facts.hash)).await
}

async fn refuse(house: &House, who: Caller<'_>, it: &Proposal) -> Result<(), DecideError> {
    proposal::refuse(&house.app, &house.ctx(), who, (it.id, Reason::NotRight)).await
}

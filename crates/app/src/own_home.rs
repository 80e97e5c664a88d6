//! "Woning": what a resident sees of the own home and account.

use domain::access::{Actor, Denied};
use domain::linking::CONFIRMS;
use domain::time::{Day, Time};
use store::account::Behind;
use store::own_address::InForce;
use store::proposal::Told;
use store::users::Beside;

use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// The own home.
#[derive(Clone, Debug)]
pub struct OwnHome {
    /// The account and the home.
    pub behind: Behind,
    /// The address in force.
    pub address: Option<InForce>,
    /// An address that waits to be confirmed, and when it was asked.
    pub waits: Option<(String, Time)>,
    /// The other accounts of the home.
    pub beside: Vec<Beside>,
    /// What others want to change (law 8).
    pub proposed: Option<Told>,
    /// The last day, when the client planned one.
    pub leaves_on: Option<Day>,
}

/// What a signed-in resident sees of the own home.
///
/// # Errors
/// [`Barred`].
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<OwnHome, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let Actor::Resident { identity, occupancy, organisation, .. } = who.actor(tx)? else {
            return Err(Denied::NotAllowed.into());
        };
        let waits = store::own_address::waits(tx, identity, now - CONFIRMS)?;
        Ok::<_, Barred>(OwnHome {
            behind: store::account::behind(tx, identity)?.ok_or(Barred::SignIn)?,
            address: store::own_address::current(tx, organisation, occupancy)?,
            waits: waits.map(|asked| (asked.address, asked.at)),
            beside: store::users::beside(tx, identity, now)?,
            proposed: store::proposal::of_identity(tx, identity, now)?,
            leaves_on: store::users::leaves_on(tx, identity)?,
        })
    });
    read.await
}

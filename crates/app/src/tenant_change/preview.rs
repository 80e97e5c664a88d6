//! What a change would end and begin, exactly, before anybody confirms it. Changes nothing; that somebody looked is logged.

use domain::access::{ChangeTenants, Denied};
use domain::email::Address;
use domain::first_login::Proof;
use domain::id::{AccountId, DwellingId, OccupancyId, TenantChangeId};
use domain::tenant_change::Moments;
use domain::time::{Day, Time};
use store::tenant_change::Living;
use store::{Read, StoreError};

use super::{ChangeError, Judged, Right, Wish, judge, list, of_dwelling};
use crate::caller::Caller;
use crate::house::{App, Ctx};
use crate::seal::Seal;

/// What would happen.
#[derive(Clone, Debug)]
pub struct Preview {
    /// When access ends and begins, and how late that is.
    pub moments: Moments,
    /// The username of the home's main account.
    pub username: String,
    /// The households that leave, one behind each account of the home.
    pub leaving: Vec<Leaving>,
    /// The household that comes, behind the main account.
    pub arriving: Option<Arriving>,
    /// Stands for all of this but the minute: another seal is another act.
    pub seal: String,
}

/// A household that leaves, and all that ends with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// The account.
    pub account: AccountId,
    /// Who lives behind it.
    pub occupancy: OccupancyId,
    /// Its username.
    pub username: String,
    /// It is the main account of the home.
    pub main: bool,
    /// They live there since this day.
    pub since: Day,
    /// Their address, masked.
    pub masked_address: Option<String>,
    /// They proved that it is theirs.
    pub confirmed: bool,
    /// They set a password.
    pub password: bool,
    /// How many passkeys they have.
    pub passkeys: u32,
    /// How many devices are signed in.
    pub sessions: u32,
    /// How many mails wait to be sent to them.
    pub mails: u32,
    /// How many links that were mailed to them still work.
    pub links: u32,
}

impl From<Living> for Leaving {
    fn from(it: Living) -> Self {
        let confirmed = it.address.as_ref().is_some_and(|(_, proof)| *proof == Proof::Confirmed);
        let masked = |(address, _): (String, Proof)| Address::parse(&address).ok().map(|address| address.masked());
        Self {
            account: it.account,
            occupancy: it.occupancy,
            username: it.username,
            main: it.main,
            since: it.starts_on,
            masked_address: it.address.and_then(masked),
            confirmed,
            password: it.password,
            passkeys: it.passkeys,
            sessions: it.sessions,
            mails: it.mails,
            links: it.links,
        }
    }
}

/// A household that comes.
#[derive(Clone, Debug)]
pub struct Arriving {
    /// Their address, as it was typed.
    pub address: Option<Address>,
    /// The domain that was probably meant, when the one of the address is a well-known typing error.
    pub meant: Option<&'static str>,
}

/// Looks what a wish would do; with the planned change whose place it would take, if there is one.
///
/// # Errors
/// [`ChangeError`], as planning it would.
pub async fn preview(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    dwelling: DwellingId,
    (wish, instead_of): (&Wish, Option<TenantChangeId>),
) -> Result<Preview, ChangeError> {
    let (who, asked, now) = (caller.into().who(app, ctx), wish.clone(), ctx.now);
    let read = app.db.read(move |tx| {
        let right = who.in_dwelling::<ChangeTenants>(tx, dwelling)?;
        let makes_place = makes_place(tx, &right, dwelling, instead_of, now)?;
        let judged = judge(tx, (&right, dwelling), &asked, makes_place, now)?;
        let main = store::home::main_account(tx, &right, dwelling)?;
        let (_, username) = main.ok_or_else(|| StoreError::internal("a home without a main account"))?;
        Ok::<_, ChangeError>((right.by().clone(), right.within().organisation, judged, username))
    });
    let (actor, organisation, Judged { ends, moments }, username) = read.await?;
    list::seen(app, ctx, &actor, (organisation, of_dwelling(dwelling))).await?;
    let arriving = moments
        .begins
        .map(|_| Arriving { meant: wish.address.as_ref().and_then(Address::typo_hint), address: wish.address.clone() });
    let leaving: Vec<Leaving> = ends.into_iter().map(Leaving::from).collect();
    let seal = seal(&moments, &leaving, wish);
    Ok(Preview { moments, username, leaving, arriving, seal })
}

/// What is confirmed: days, who leaves with which address, and who comes. What ends at once ends a minute later too, and who
/// signs in meanwhile ends as well.
pub(super) fn seal(moments: &Moments, leaving: &[Leaving], wish: &Wish) -> String {
    let day = |bound: Option<(Day, Time)>| bound.map(|(day, _)| day.to_string()).unwrap_or_default();
    let mut seal = Seal::new();
    seal.add(wish.days.kind.as_str());
    seal.add(day(moments.ends));
    seal.add(day(moments.begins));
    seal.add(wish.address.as_ref().map_or("", |address| address.as_str()));
    for household in leaving {
        seal.add(household.occupancy.to_string());
        seal.add(household.masked_address.as_deref().unwrap_or_default());
        seal.add(if household.confirmed { "confirmed" } else { "" });
    }
    seal.text()
}

/// The household that has not come and would not, if the wish took the place of what is planned.
fn makes_place(
    tx: &mut Read<'_>,
    right: &Right,
    dwelling: DwellingId,
    instead_of: Option<TenantChangeId>,
    now: Time,
) -> Result<Option<OccupancyId>, ChangeError> {
    let planned = store::tenant_change::planned(tx, right, dwelling)?.filter(|it| it.due_at > now);
    let Some(id) = instead_of else {
        return if planned.is_some() { Err(ChangeError::AnotherPlanned) } else { Ok(None) };
    };
    let change = store::tenant_change::find(tx, right, id)?.filter(|it| it.dwelling == dwelling);
    let change = change.ok_or(Denied::NotYours)?;
    let still_comes = change.begins.is_some_and(|(_, at)| at > now) && change.occupancy.is_some();
    if planned.is_some_and(|it| it.id == id) || still_comes { Ok(change.occupancy) } else { Err(ChangeError::TooLate) }
}

//! The search box and the list of homes of a whole client: by everything somebody types, page by page, and with a filter. Each with
//! its line in the log. Measured on the homes of the row `board`.

use anyhow::ensure;
use app::App;
use app::users::list::{self, After, Chosen};
use app::users::search::{self, Wanted};
use domain::access::Actor;
use domain::first_login::progress::WorkList;
use domain::id::{IdentityId, OrganisationId, StaffId};
use domain::role::Role;
use tokio::runtime::Runtime;

use super::board::{LIST, figure, timed};
use crate::country::{CLIENT, PROJECT, has_address, id_of};
use crate::figure::Figure;

/// Searches of each kind.
const TURNS: usize = 200;
/// Homes on a page of the list.
const PAGE: u32 = 100;

/// What is typed to find the n-th home, or the homes around it.
type Typed = fn(usize) -> String;
/// The keys of the search box.
const KEYS: [(&str, Typed); 5] = [
    ("a username", |home| format!("BENCH{home}")),
    ("the client's number", |home| format!("V{home}")),
    ("a postcode", |home| format!("{} AB", 1000 + home / 200)),
    ("a street with its number", |home| format!("Straat {} {}", home / 200, home % 200 + 1)),
    ("an e-mail address", |home| format!("bewoner{home}@example.nl")),
];

/// The figures of one engine.
pub(super) fn measured(
    engine: &str,
    runtime: &Runtime,
    app: &App,
    (beside, large): (&str, usize),
) -> anyhow::Result<Vec<Figure>> {
    let clerk = clerk()?;
    let mut figures = Vec::new();
    for (key, typed) in KEYS {
        let mut turn = 0;
        let times = timed(TURNS, || {
            turn += 1;
            let start = turn * 104_729 % (large - 200);
            let home = (start..).find(|home| *home > 0 && has_address(*home)).unwrap_or(start);
            let wanted = Wanted { text: typed(home), ..Wanted::default() };
            let seen = runtime.block_on(search::search(app, &app.command(), &clerk, &wanted))?;
            ensure!(!seen.homes.is_empty(), "{} leads nowhere", wanted.text);
            Ok(())
        })?;
        figures.push(figure(&format!("search of a client by {key}, {engine}"), &times, (LIST, beside)));
    }
    let all = pages(runtime, app, &clerk, (None, large))?;
    figures.push(figure(&format!("page of 100 homes of a client, {engine}"), &all, (LIST, beside)));
    let mut filtered = Vec::new();
    for list in WorkList::ALL {
        filtered.extend(pages(runtime, app, &clerk, (Some(*list), large))?);
    }
    let what = format!("the same of a work list, {engine}");
    figures.push(figure(&what, &filtered, (LIST, beside)).noting("five lists, at four places each"));
    Ok(figures)
}

fn clerk() -> anyhow::Result<Actor> {
    let organisation: OrganisationId = id_of(CLIENT.parse()?).parse()?;
    let (staff, identity): (StaffId, IdentityId) = (id_of(1).parse()?, id_of(1).parse()?);
    Ok(Actor::Staff { staff, identity, role: Role::Clerk, organisation: Some(organisation), projects: Vec::new() })
}

/// Pages at four places of the list.
fn pages(
    runtime: &Runtime,
    app: &App,
    clerk: &Actor,
    (list, large): (Option<WorkList>, usize),
) -> anyhow::Result<Vec<f64>> {
    let mut times = Vec::new();
    for part in 0..4 {
        let place = format!("{}~{}", id_of(PROJECT.parse()?), id_of((large * part / 4) as u64));
        let after: Option<After> = (part > 0).then(|| place.parse()).transpose()?;
        let chosen = Chosen { list, after, most: PAGE, ..Chosen::default() };
        times.extend(timed(10, || {
            let page = runtime.block_on(list::page(app, &app.command(), clerk, &chosen))?;
            ensure!(list.is_some() || page.homes.len() == PAGE as usize, "{} homes", page.homes.len());
            Ok(())
        })?);
    }
    Ok(times)
}

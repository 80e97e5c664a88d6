//! `/`: the own start page of whoever is signed in; everybody else goes to the step of signing in that is missing.

use axum::response::Response;
use domain::access::Actor;
use domain::time::Span;

use crate::errors::Failure;
use crate::views::own_home::Proposed;
use crate::views::page::Banner;
use crate::views::start::{Start, Who};
use crate::visit::Visit;

/// So long another account of the home is news.
const TOLD: Span = Span::days(30);

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let Some(signed_in) = visit.signed_in() else { return Ok(visit.go_and_sign_in(None)) };
    let home = app::start::home(visit.app(), signed_in).await?;
    let proposed = app::proposal::of_resident(visit.app(), &visit.ctx, signed_in).await?;
    let beside = app::start::beside(visit.app(), &visit.ctx, signed_in).await?;
    let lately = visit.ctx.now - TOLD;
    let new_beside = beside.iter().filter(|it| it.added && it.at > lately).map(|it| it.since);
    let (name, organisation) = (signed_in.name.clone(), signed_in.organisation_name.clone());
    let who = match signed_in.actor {
        Actor::Staff { role, .. } => Who::Staff { email: name, role, organisation },
        _ => Who::Resident {
            username: name,
            home: home.as_ref().map(lines).unwrap_or_default(),
            landlord: home.map(|home| home.organisation_name).or(organisation).unwrap_or_default(),
            proposed: proposed.map(|told| Proposed { masked: told.masked, waits_until: told.waits_until }),
            new_beside: new_beside.collect(),
        },
    };
    let coming = match &signed_in.actor {
        actor @ Actor::Resident { .. } => {
            app::maintenance::coming_to(visit.app(), &visit.ctx, (actor, signed_in.dwelling)).await
        }
        _ => Vec::new(),
    };
    let (page, objected) = (visit.page(), visit.query.text("told") == "objected");
    let coming = coming.iter().map(|it| Banner::of(&it.notice, page.w)).collect();
    visit.show(&Start { page, who, coming, objected })
}

/// The address as on an envelope; nothing while the home has none.
pub(super) fn lines(home: &app::Behind) -> Vec<String> {
    let joined = |parts: &[&Option<String>]| {
        let there: Vec<&str> =
            parts.iter().filter_map(|part| part.as_deref()).filter(|part| !part.is_empty()).collect();
        there.join(" ")
    };
    let street = joined(&[&home.street, &home.house_number, &home.addition]);
    let place = joined(&[&home.postcode, &home.place]);
    if home.street.is_none() { Vec::new() } else { vec![street, place].into_iter().filter(|l| !l.is_empty()).collect() }
}

//! `/`: the own start page of whoever is signed in; everybody else goes to the step of signing in that is missing.

use app::start::start;
use axum::response::Response;
use domain::access::Actor;

use crate::errors::Failure;
use crate::views::start::{Start, Who};
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let (Some(_), Some(cookie)) = (visit.signed_in(), &visit.session) else { return Ok(visit.go_and_sign_in(None)) };
    let Some(start) = start(visit.app(), &visit.ctx, cookie).await? else { return Ok(visit.go_and_sign_in(None)) };
    let name = start.signed_in.name;
    let organisation = start.signed_in.organisation_name;
    let who = match start.signed_in.actor {
        Actor::Staff { role, .. } => Who::Staff { email: name, role, organisation },
        _ => Who::Resident {
            username: name,
            home: start.home.as_ref().map(lines).unwrap_or_default(),
            landlord: start.home.map(|home| home.organisation_name).or(organisation).unwrap_or_default(),
        },
    };
    visit.show(&Start { page: visit.page(), who })
}

/// The address as on an envelope; nothing while the home has none.
fn lines(home: &app::Behind) -> Vec<String> {
    let joined = |parts: &[&Option<String>]| {
        let there: Vec<&str> =
            parts.iter().filter_map(|part| part.as_deref()).filter(|part| !part.is_empty()).collect();
        there.join(" ")
    };
    let street = joined(&[&home.street, &home.house_number, &home.addition]);
    let place = joined(&[&home.postcode, &home.place]);
    if home.street.is_none() { Vec::new() } else { vec![street, place].into_iter().filter(|l| !l.is_empty()).collect() }
}

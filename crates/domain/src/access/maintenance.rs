//! Over whom a notice of planned maintenance may go: the operator's support over anybody, a project lead over the own projects.

use super::{Act, Actor, Denied, Scope, anywhere, in_organisation, in_project, scope};
use crate::maintenance::Audience;

/// Over those whom a notice is for.
///
/// # Errors
/// [`Denied::NotYours`] for another project, [`Denied::NotAllowed`] for a role that may not.
pub fn over_audience<A: Act>(who: &Actor, audience: Audience) -> Result<Scope<A, Audience>, Denied> {
    match audience {
        Audience::All => anywhere::<A>(who).map(drop)?,
        Audience::Client(client) => in_organisation::<A>(who, client).map(drop)?,
        Audience::Project(place) => in_project::<A>(who, place).map(drop)?,
    }
    Ok(scope(who, audience))
}

//! What contacts of a client without service portal get to hand out: the link to who waits to be told, and the letter for a resident.

use domain::access::ProjectPlace;
use domain::first_login::progress::{Expected, WorkList};
use domain::id::{ContactId, ProjectId};
use domain::time::Day;
use domain::username::{Skeleton, Username};
use store::contact::Contact;
use store::link_request::LinkRequest;
use store::mail::End;
use store::progress::{Named, Standing};
use store::project::Project;
use store::{StoreError, Write};

use super::prepare::{Instead, Letter, Plan, Ready, Step};
use crate::contact_handout::{right, waits};
use crate::first_login::letters;
use crate::house::App;

/// A home whose letter is enclosed.
#[derive(Clone, Debug)]
pub(super) struct Enclosed {
    pub(super) project: Project,
    pub(super) home: Standing,
}

impl Plan {
    /// The link to the homes of a project, while somebody waits there.
    pub(super) fn contact_handout(&self, tx: &mut Write<'_>, whom: (ContactId, ProjectId)) -> Step<Ready> {
        let Some((contact, project)) = waits(tx, whom, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody-waits")));
        };
        let letter = Letter::ContactHandout { client: project.organisation_name, project: project.name };
        self.to_contact(&contact, self.claimed.language, letter)
    }

    /// The home that a contact asked about, when its residents were not told yet and the client has no service portal.
    pub(super) fn untold(
        &self,
        tx: &mut Write<'_>,
        (contact, request): (&Contact, &LinkRequest),
    ) -> Result<Option<Enclosed>, StoreError> {
        let (Some(home), Some(account), false) = (request.about.dwelling, request.about.account, request.has_portal)
        else {
            return Ok(None);
        };
        let Some(ProjectPlace { project, .. }) = store::home::place_of(tx, home)? else { return Ok(None) };
        let Some(project) = store::project::by_ids(tx, &[project])?.into_iter().next() else { return Ok(None) };
        let (Ok(right), Some(username)) = (right(contact, &project), store::link_request::username(tx, account)?)
        else {
            return Ok(None);
        };
        let Ok(username) = Username::parse_issued(&username) else { return Ok(None) };
        let named = [Named::Username(Skeleton::of(&username).as_str().to_owned())];
        let lives = store::progress::named_each(tx, &right, &named, self.now)?.into_iter().flatten().next();
        let Some(lives) = lives else { return Ok(None) };
        let found = store::progress::of_each(tx, &right, &[lives.occupancy], self.now)?.into_iter().flatten().next();
        let expected = Expected::on(Day::of(self.now), project.delivered_on);
        let waits = found.filter(|home| WorkList::NotTold.holds(&home.progress, expected));
        Ok(waits.map(|home| Enclosed { project, home }))
    }
}

/// The letter that goes with an answer. One that cannot be made stops no mail: the answer goes without, and does not say otherwise.
pub(super) async fn enclosed(app: &App, ready: &mut Ready) -> Option<Vec<u8>> {
    let Letter::RequestAnswer(answer) = &mut ready.letter else { return None };
    let it = answer.encloses.as_ref()?;
    let (ctx, home) = (app.command(), std::slice::from_ref(&it.home));
    match letters::of_homes(app, &ctx, &it.project, (home, ready.language)).await {
        Ok(made) => Some(made),
        Err(error) => {
            tracing::error!(%error, "a letter could not be enclosed");
            answer.encloses = None;
            None
        }
    }
}

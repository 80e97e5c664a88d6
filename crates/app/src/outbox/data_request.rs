//! What a resident asked about the own data, to a contact of a client that has nobody in the service portal (PRODUCT 3.12). It goes to the
//! stored address of a contact that counts, and names no address of the resident.

use domain::data_request::LATE;
use domain::id::{ContactId, DataRequestId};
use store::Write;
use store::mail::End;

use super::link_request::nobody;
use super::prepare::{Instead, Letter, Plan, Ready, Step};

impl Plan {
    /// A contact is asked to answer, while nobody did.
    pub(super) fn data_ask(&self, tx: &mut Write<'_>, (contact, request): (ContactId, DataRequestId)) -> Step<Ready> {
        let Some(contact) = self.contact(tx, Some(contact))? else { return nobody() };
        let Some(asked) = store::data_request::for_contact(tx, &contact, request, self.now)? else { return nobody() };
        if asked.asked.answer.is_some() {
            return Ok(Err(Instead::End(End::Dropped, "decided")));
        }
        let until = asked.asked.due_on.starts_at() + LATE;
        self.to_contact(&contact, self.claimed.language, Letter::DataAsk { asked: Box::new(asked), until })
    }
}

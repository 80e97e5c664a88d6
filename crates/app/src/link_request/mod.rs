//! Support links an address on request by mail (PRODUCT 3.5). A request is a proposal with its evidence: support accepts it or refuses
//! it, and what accepting may do is what the existing ways of linking allow (laws 7 and 8).

mod answer;
mod ask;
mod decide;
mod letter;
mod list;
mod mails;

use domain::access::Actor;
use domain::audit::Subject;
use store::link_request::LinkRequest;

use crate::audit::Entry;

pub use answer::{AnswerError, Answered, Behind, answer, open};
pub use ask::ask;
pub use decide::{AcceptError, Done, RefuseError, Said, accept, refuse};
pub(crate) use letter::Letter;
pub use letter::Wanted;
pub use list::{Requests, Seen, list, see};

/// A line about a request, in the log of the client whose contact asked, else of the operator: what a stranger asked about a home is
/// nothing of its client.
pub(crate) fn about(line: &Entry, by: &Actor, request: &LinkRequest) -> Entry {
    let mut line = line.clone();
    line.line.actor = by.clone();
    let of_contact = request.about.contact.is_some();
    line.line.organisation = request.about.organisation.filter(|_| of_contact);
    line.line.subject = match request.about.account.filter(|_| of_contact) {
        Some(account) => Subject::new("account", account.uuid()),
        None => Subject::new("link_request", request.id.uuid()),
    };
    line
}

/// What a sealed letter is bound to: its own row.
fn context(id: domain::id::LinkRequestId) -> String {
    format!("link_request/{id}")
}

//! Support links an address on request by mail (PRODUCT 3.5). A request is a proposal with its evidence: support accepts it or refuses
//! it, and what accepting may do is what the existing ways of linking allow (laws 7 and 8).

mod decide;
mod letter;
mod list;

pub use decide::{AcceptError, Done, RefuseError, accept, refuse};
pub(crate) use letter::Letter;
pub use letter::Wanted;
pub use list::{Requests, Seen, list, see};

/// What a sealed letter is bound to: its own row.
fn context(id: domain::id::LinkRequestId) -> String {
    format!("link_request/{id}")
}

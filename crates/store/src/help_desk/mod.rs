//! What the help desk needs (PRODUCT 3.9): an account by its whole key, over all clients, one at a time. Nothing partial is
//! found here, and nothing is listed but what one mailbox opens.

mod case;
mod find;

pub(crate) use case::end_of;
pub use case::{
    CallerProof, Case, NewCase, all_own, by_id, by_mail, code, consume, end, lately, missed, of_identity, open, own,
    prove, set_code, wrong_code,
};
pub use find::{At, Named, by_address, by_username, place_of, search_key};

//! `/support/`: the pages of the help desk.

pub(crate) mod link_requests;

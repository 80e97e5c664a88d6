//! What a contact of a client is asked by mail, at the stored address, before something is done that one mail alone does not do.

use serde::{Deserialize, Serialize};

use crate::id::ProposalId;

/// What a contact decides about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Question {
    /// Another address for an account that is in use: a second contact looks (law 8).
    Proposal {
        /// What was proposed.
        proposal: ProposalId,
    },
    /// Others come to live there: a contact says so at the stored address (law 7).
    NewResidents,
}

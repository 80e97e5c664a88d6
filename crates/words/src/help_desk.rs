//! The words for what the help desk does for somebody.

use domain::help_desk::{Deed, Kind};

use crate::key;

/// The key of what is asked, as residents read it: behind "Iemand vraagt ons om …".
#[must_use]
pub const fn asked(deed: Deed) -> &'static str {
    match deed {
        Deed::TellUsername => key!("caller-deed-username"),
        Deed::EndSessions => key!("caller-deed-sessions"),
        Deed::LiftSlowDown => key!("caller-deed-slow-down"),
        Deed::CancelChange => key!("caller-deed-change"),
    }
}

/// The key of what is done, as staff read it.
#[must_use]
pub const fn deed(deed: Deed) -> &'static str {
    match deed {
        Deed::TellUsername => key!("staff-desk-deed-username"),
        Deed::EndSessions => key!("staff-desk-deed-sessions"),
        Deed::LiftSlowDown => key!("staff-desk-deed-slow-down"),
        Deed::CancelChange => key!("staff-desk-deed-change"),
    }
}

/// The key of how somebody asks.
#[must_use]
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Phone => key!("staff-desk-kind-phone"),
        Kind::Written => key!("staff-desk-kind-written"),
    }
}

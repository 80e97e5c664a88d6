//! What a home waits for, as a chip.

use std::borrow::Cow;

use crate::views::Page;
use crate::views::service::homes::waits_for;

/// What a home waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// For somebody who lives there.
    Vacant,
    /// For an address that works.
    Bounced,
    /// For this step, 1 to 9.
    Waits(usize),
    /// For nothing: the resident is in.
    In,
}

impl Standing {
    /// In words.
    #[must_use]
    pub fn words(&self, page: &Page) -> Cow<'static, str> {
        match self {
            Self::Vacant => page.w.t("service-home-vacant"),
            Self::Bounced => page.w.t("service-home-bounced"),
            Self::Waits(step) => waits_for(page, Some(*step)),
            Self::In => waits_for(page, None),
        }
    }

    /// Tone and icon of its chip.
    #[must_use]
    pub const fn tone(&self) -> (&'static str, &'static str) {
        match self {
            Self::Vacant => ("plain", "home"),
            Self::Bounced => ("wrong", "wrong"),
            Self::Waits(_) => ("look", "clock"),
            Self::In => ("good", "good"),
        }
    }

    #[cfg(test)]
    pub(crate) fn samples() -> Vec<Self> {
        vec![Self::In, Self::Waits(1), Self::Waits(4), Self::Waits(6), Self::Bounced, Self::Vacant]
    }
}

//! The lists of a project as a short table: which, when, by whom, and how far they are.

use std::borrow::Cow;

use domain::time::Time;

use crate::views::Page;

/// One list that was uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentList {
    /// Its page.
    pub href: String,
    /// The name of the file.
    pub name: String,
    /// When it was uploaded.
    pub at: Time,
    /// By whom: an e-mail address of staff.
    pub by: String,
    /// Rows in it; `None` while it is being read, or when it could not be.
    pub rows: Option<u64>,
    /// How far it is.
    pub state: ListState,
}

/// How far a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListState {
    /// Being read.
    Reading,
    /// Could not be read.
    Unreadable,
    /// Not understood; somebody has to say what its columns are.
    AsksColumns,
    /// Read; somebody has to confirm it.
    ToConfirm,
    /// Read; may not be confirmed.
    Stopped,
    /// Being carried out.
    Applying,
    /// Done.
    Applied,
    /// Thrown away by somebody.
    ThrownAway,
}

impl ListState {
    /// Its word.
    #[must_use]
    pub fn name(self, page: &Page) -> Cow<'static, str> {
        page.w.t(match self {
            Self::Reading => words::key!("service-state-reading"),
            Self::Unreadable => words::key!("service-state-unreadable"),
            Self::AsksColumns => words::key!("service-state-asks-columns"),
            Self::ToConfirm => words::key!("service-state-to-confirm"),
            Self::Stopped => words::key!("service-state-stopped"),
            Self::Applying => words::key!("service-state-applying"),
            Self::Applied => words::key!("service-state-applied"),
            Self::ThrownAway => words::key!("service-state-thrown-away"),
        })
    }

    /// Tone of its chip.
    #[must_use]
    pub const fn tone(self) -> &'static str {
        match self {
            Self::Reading | Self::Applying => "calm",
            Self::Unreadable | Self::Stopped => "wrong",
            Self::AsksColumns | Self::ToConfirm => "look",
            Self::Applied => "good",
            Self::ThrownAway => "plain",
        }
    }

    /// Icon of its chip.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Reading | Self::Applying => "clock",
            Self::Unreadable | Self::Stopped => "wrong",
            Self::AsksColumns | Self::ToConfirm => "look",
            Self::Applied => "good",
            Self::ThrownAway => "bin",
        }
    }
}

#[cfg(test)]
impl RecentList {
    /// One in each state.
    pub(crate) fn samples() -> Vec<Self> {
        let list = |id: u8, name: &str, rows, state| Self {
            href: format!("/service/projecten/linde/lindelaan/lijst/0193-{id}/"),
            name: name.to_owned(),
            at: Time::from_micros(1_795_438_980_000_000 - i64::from(id) * 100_000_000_000),
            by: "noor@beheer.test".to_owned(),
            rows,
            state,
        };
        vec![
            list(1, "Lindelaan fase 1 correctie.xlsx", Some(40), ListState::ToConfirm),
            list(2, "export_huurders_lindelaan.csv", None, ListState::Reading),
            list(3, "Lindelaan november.xlsx", Some(400), ListState::Applying),
            list(4, "Lindelaan fase 1.csv", Some(412), ListState::Applied),
            list(5, "Lindelaan verschoven.csv", Some(412), ListState::Stopped),
            list(6, "Lindelaan.pdf", None, ListState::Unreadable),
            list(7, "bewoners.csv", None, ListState::AsksColumns),
            list(8, "verkeerd project.csv", Some(96), ListState::ThrownAway),
        ]
    }
}

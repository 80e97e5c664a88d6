//! Why a list as a whole goes no further, kept with its batch so that the page can say it in the reader's language.

use domain::first_login::{BatchFault, FileFault, HeaderFault};
use serde::{Deserialize, Serialize};

use super::list::ListError;

/// Why a list goes no further.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// The file is no list.
    File(FileFault),
    /// No line is its header, or a person has to choose first.
    Header(HeaderFault),
    /// A quotation mark is opened at this line and never closed.
    Endless(u64),
    /// The rows together do what one person, or nobody, may do.
    Batch(BatchFault),
    /// It could not be read for a reason of ours.
    Unknown,
}

impl Refusal {
    /// Of a list that cannot be read.
    #[must_use]
    pub fn of(error: &ListError) -> Self {
        match error {
            ListError::File(fault) => Self::File(*fault),
            ListError::Header(fault) => Self::Header(*fault),
            ListError::Endless(line) => Self::Endless(*line),
            ListError::Io(_) => Self::Unknown,
        }
    }

    /// True where somebody who knows the list can say how it is to be read.
    #[must_use]
    pub const fn can_be_said(&self) -> bool {
        matches!(self, Self::Header(HeaderFault::Unknown | HeaderFault::Twice(_) | HeaderFault::NoKey))
    }

    /// As it is kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As it was kept; [`Refusal::Unknown`] when a later version wrote it.
    #[must_use]
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or(Self::Unknown)
    }
}

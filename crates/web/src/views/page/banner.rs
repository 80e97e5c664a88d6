//! What every page says while planned work goes on, to those whom it touches. No link stands in it, as in the mail about it.

use domain::maintenance::Notice;
use words::{Words, t};

/// Planned work, in the language of whoever reads this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// What it is about.
    pub title: String,
    /// From when until when.
    pub when: String,
    /// What is said of it, paragraph by paragraph.
    pub paragraphs: Vec<String>,
}

impl Banner {
    /// Of a notice.
    #[must_use]
    pub fn of(notice: &Notice, w: Words) -> Self {
        let (window, language) = (notice.window, w.language());
        Self {
            title: notice.words.subject(language).to_owned(),
            when: t!(w, "shell-work-when", from = w.moment(window.from), to = w.moment(window.to)).into_owned(),
            paragraphs: notice.words.paragraphs(language).map(str::to_owned).collect(),
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(w: Words) -> Self {
        use domain::time::{Span, Time};
        let from = Time::from_micros(1_795_438_980_000_000);
        Self {
            title: "Onderhoud <b>portaal</b>".to_owned(),
            when: t!(w, "shell-work-when", from = w.moment(from), to = w.moment(from + Span::hours(4))).into_owned(),
            paragraphs: vec!["U kunt een nacht niet inloggen.".to_owned(), "De verwarming blijft het doen.".to_owned()],
        }
    }
}

//! A resident asks the client to correct or erase what is kept (GDPR art. 16 and 17): what may be asked, what may be answered, and
//! by when (art. 12).

use crate::text_enum::text_enum;
use crate::time::{Day, Span, Time};

/// So many requests of a household may wait for an answer.
pub const MOST_OPEN: u32 = 5;

/// So long after the last day a contact of the client can still answer by the link: late is better than never.
pub const LATE: Span = Span::days(60);

/// The longest text, in signs.
pub const LONGEST: usize = 500;

text_enum! {
    /// What is asked.
    Kind {
        /// Something is wrong.
        Correction = "correction",
        /// Something should go.
        Erasure = "erasure",
    }
}

text_enum! {
    /// What it is about.
    About {
        /// The address of the home.
        Home = "home",
        /// The e-mail address.
        Email = "email",
        /// Something in the log.
        Log = "log",
        /// All of it.
        Everything = "everything",
    }
}

text_enum! {
    /// What the client answers.
    Answer {
        /// It was done.
        Done = "done",
        /// It was done in part.
        Partly = "partly",
        /// Refused: what is kept is right.
        Right = "refused-right",
        /// Refused: without it the resident cannot sign in.
        Needed = "refused-needed",
        /// Refused: a law obliges to keep it.
        Law = "refused-law",
        /// Refused: somebody else asked, or it is about somebody else.
        NotTheirs = "refused-not-theirs",
    }
}

impl Answer {
    /// Nothing was done.
    #[must_use]
    pub const fn is_refusal(self) -> bool {
        !matches!(self, Self::Done | Self::Partly)
    }
}

/// Why a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// Nobody can correct what is not said.
    #[error("say what is wrong, and what it should be")]
    Empty,
    /// Longer than [`LONGEST`].
    #[error("the text is too long")]
    TooLong,
}

/// A request, as somebody wishes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    kind: Kind,
    about: About,
    words: Option<String>,
}

impl Wish {
    /// With plain text; nothing in it is more than a sign or a new line.
    ///
    /// # Errors
    /// [`TextFault`].
    pub fn new(kind: Kind, about: About, text: &str) -> Result<Self, TextFault> {
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        let plain = |sign: char| if sign.is_control() && sign != '\n' { ' ' } else { sign };
        let words: String = lines.trim().chars().map(plain).collect();
        if words.chars().count() > LONGEST {
            return Err(TextFault::TooLong);
        }
        if words.is_empty() && kind == Kind::Correction {
            return Err(TextFault::Empty);
        }
        Ok(Self { kind, about, words: Some(words).filter(|words| !words.is_empty()) })
    }

    /// What is asked.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// What it is about.
    #[must_use]
    pub const fn about(&self) -> About {
        self.about
    }

    /// In the resident's own words.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }
}

/// The last day to answer what was asked: the same day of the next month, or its last (Regulation 1182/71, art. 3).
#[must_use]
pub fn due(asked: Time) -> Day {
    let (year, month, number) = Day::of(asked).parts();
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let day = (1..=number).rev().find_map(|number| Day::parse(&format!("{year:04}-{month:02}-{number:02}")).ok());
    day.unwrap_or_else(|| Day::of(asked))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due_of(asked: &str) -> String {
        due(Day::parse(asked).unwrap().starts_at()).to_string()
    }

    #[test]
    fn a_month_is_to_the_same_day_or_to_the_last() {
        assert_eq!(due_of("2026-11-23"), "2026-12-23");
        assert_eq!(due_of("2026-12-31"), "2027-01-31");
        assert_eq!(due_of("2027-01-31"), "2027-02-28");
        assert_eq!(due_of("2028-01-30"), "2028-02-29");
        assert_eq!(due_of("2026-03-31"), "2026-04-30");
    }

    #[test]
    fn a_text_is_plain_and_short() {
        let wish = |kind, text: &str| Wish::new(kind, About::Home, text);
        assert_eq!(wish(Kind::Correction, " \r\n "), Err(TextFault::Empty));
        assert_eq!(wish(Kind::Erasure, " ").unwrap().words(), None);
        assert_eq!(wish(Kind::Erasure, "a\r\nb\u{0}\u{1b}[31m").unwrap().words(), Some("a\nb  [31m"));
        assert!(wish(Kind::Erasure, &"é".repeat(LONGEST)).is_ok());
        assert_eq!(wish(Kind::Erasure, &"é".repeat(LONGEST + 1)), Err(TextFault::TooLong));
    }

    #[test]
    fn who_refuses_says_so() {
        for answer in Answer::ALL {
            assert_eq!(answer.is_refusal(), answer.as_str().starts_with("refused-"), "{answer}");
        }
    }
}

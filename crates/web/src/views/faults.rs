//! What is wrong with a form: words, each tied to the field they belong to.

use std::borrow::Cow;

/// One mistake, in words that say what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The `id` of the field.
    pub field: &'static str,
    /// The words.
    pub text: Cow<'static, str>,
}

impl Fault {
    /// The first sentence: what is wrong.
    #[must_use]
    pub fn what(&self) -> &str {
        self.text.split_at(self.first_end()).0
    }

    /// What comes after it: what to do next. May be empty.
    #[must_use]
    pub fn to_do(&self) -> &str {
        self.text.split_at(self.first_end()).1
    }

    fn first_end(&self) -> usize {
        self.text.find(". ").map_or(self.text.len(), |at| at + 1)
    }
}

/// The mistakes of one form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// One mistake at `field`.
    #[must_use]
    pub fn one(field: &'static str, text: Cow<'static, str>) -> Self {
        Self(vec![Fault { field, text }])
    }

    /// Adds a mistake at `field`.
    pub fn add(&mut self, field: &'static str, text: Cow<'static, str>) {
        self.0.push(Fault { field, text });
    }

    /// Nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Something is wrong at `field`.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.0.iter().any(|fault| fault.field == field)
    }

    /// The mistakes at `field`.
    pub fn of<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a Fault> {
        self.0.iter().filter(move |fault| fault.field == field)
    }

    /// All mistakes.
    #[must_use]
    pub fn all(&self) -> &[Fault] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_a_sentence_and_what_to_do() {
        let fault = |text: &'static str| Fault { field: "x", text: text.into() };
        let long = fault("Dat klopt niet. Kijk het na. Of bel.");
        assert_eq!((long.what(), long.to_do()), ("Dat klopt niet.", " Kijk het na. Of bel."));
        let short = fault("Vul naam@example.nl in.");
        assert_eq!((short.what(), short.to_do()), ("Vul naam@example.nl in.", ""));
    }
}

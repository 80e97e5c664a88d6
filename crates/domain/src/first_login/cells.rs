//! The text of a cell without what nobody sees: hidden signs, odd blanks, letters that went through the wrong code page.

use super::Reason;

/// The longest cell that is read, in characters. An address may be as long; what it may be is judged where it is read.
const LONGEST: usize = 254;

/// What a spreadsheet shows instead of a value, in Dutch and English.
const ERRORS: &[&str] = &[
    "#N/B", "#N/A", "#VERW!", "#REF!", "#WAARDE!", "#VALUE!", "#NAAM?", "#NAME?", "#DEEL/0!", "#DIV/0!", "#GETAL!",
    "#NUM!", "#LEEG!", "#NULL!",
];

/// A cell as it was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Letters were put right.
    pub(super) repaired: bool,
}

impl Cell {
    pub(super) fn of(written: &str) -> Self {
        let written = bare(written);
        // `="0012"` keeps the zeroes in front when a spreadsheet opens a CSV file.
        let written = written.trim().strip_prefix("=\"").and_then(|it| it.strip_suffix('"')).unwrap_or(written);
        if written.is_ascii() {
            return Self { text: written.trim().to_owned(), repaired: false };
        }
        let meant = repair(written);
        let text: String = meant.as_deref().unwrap_or(written).chars().filter_map(seen).collect();
        Self { text: text.trim().to_owned(), repaired: meant.is_some() }
    }

    /// Whether it can be read at all.
    pub(super) fn check(&self) -> Result<(), Reason> {
        if self.text.chars().any(char::is_control) {
            return Err(Reason::Sign);
        }
        if self.is_error() {
            return Err(Reason::ErrorCell);
        }
        if self.text.len() > 1 && self.text.starts_with('=') {
            return Err(Reason::NoOutcome);
        }
        if self.text.chars().count() > LONGEST { Err(Reason::TooLong) } else { Ok(()) }
    }

    /// A spreadsheet looked for something and did not find it.
    pub(super) fn is_not_found(&self) -> bool {
        ["#N/B", "#N/A"].contains(&self.text.to_ascii_uppercase().as_str())
    }

    fn is_error(&self) -> bool {
        let narrow = self.text.len() > 2 && self.text.bytes().all(|b| b == b'#');
        narrow || (self.text.starts_with('#') && ERRORS.contains(&self.text.to_ascii_uppercase().as_str()))
    }
}

/// `'-12` is `-12`: the sign keeps a cell of CSV from being a formula, and stays when a spreadsheet saves it as its own.
fn bare(written: &str) -> &str {
    match written.trim().strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => written,
    }
}

/// True for what a person does not see in a cell.
pub(super) fn is_blank(c: char) -> bool {
    seen(c).is_none_or(char::is_whitespace)
}

/// A blank of any kind is a blank; what has no width is nothing.
fn seen(c: char) -> Option<char> {
    match c {
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' => None,
        '\n' | '\r' | '\t' => Some(c),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    }
}

/// `CafÃ©` is `Café` whose UTF-8 was read as Windows-1252. Only what is UTF-8 to the last byte is put right; done twice,
/// because lists go through several hands.
fn repair(text: &str) -> Option<String> {
    let once = misread(text)?;
    Some(misread(&once).unwrap_or(once))
}

/// What comes out must be letters of a western list: other signs that happen to fit were meant as they stand.
fn misread(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes: Vec<u8> = text.chars().map(windows_1252).collect::<Option<_>>()?;
    let meant = String::from_utf8(bytes).ok()?;
    meant.chars().all(|c| c < '\u{180}' || windows_1252(c).is_some()).then_some(meant)
}

/// The byte of a sign in Windows-1252; the five that it does not use stand for themselves.
fn windows_1252(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    if let Some(at) = HIGH.iter().position(|high| *high == c) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(u32::from(c)).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_nobody_sees_is_gone() {
        for written in ["Laan 1", "\u{feff}Laan\u{a0}1", " Laan\u{202f}1\u{200b} ", "La\u{ad}an 1"] {
            assert_eq!(Cell::of(written).text, "Laan 1", "{written:?}");
        }
        assert!(Cell::of("Laan\nweg").check().is_err());
        assert!(is_blank('\u{200b}') && is_blank('\u{a0}') && !is_blank('a'));
    }

    #[test]
    fn the_sign_that_keeps_a_formula_from_being_one_is_no_part_of_it() {
        for (written, meant) in [("'-12", "-12"), ("'+31-7", "+31-7"), (" '@8", "@8"), ("'=\"0012\"", "0012")] {
            assert_eq!(Cell::of(written).text, meant);
        }
        for right in ["'s-Gravenhage", "'t Eiland", "12'-A", "'"] {
            assert_eq!(Cell::of(right).text, right);
        }
        assert_eq!(Cell::of("'=1+1").check(), Err(Reason::NoOutcome));
    }

    #[test]
    fn letters_read_in_the_wrong_code_page_are_put_right() {
        for (written, meant) in
            [("CafÃ©laan", "Cafélaan"), ("â€™s-Gravelandseweg", "’s-Gravelandseweg"), ("Ã\u{a0}", "à")]
        {
            assert_eq!(Cell::of(written), Cell { text: meant.to_owned(), repaired: true });
        }
        assert_eq!(Cell::of("CafÃƒÂ©laan").text, "Cafélaan", "twice");
        for right in ["Cafélaan", "Ãlaan", "Skûtsje", "łaan é", "Über-Ã", "á‘‘"] {
            assert_eq!(Cell::of(right), Cell { text: right.to_owned(), repaired: false });
        }
    }

    #[test]
    fn cells_of_failed_formulas_are_no_text() {
        for text in ["#N/B", "#n/a", "#VERW!", "#####"] {
            assert_eq!(Cell::of(text).check(), Err(Reason::ErrorCell), "{text}");
        }
        assert_eq!(Cell::of("=VLOOKUP(A2;B:C;2)").check(), Err(Reason::NoOutcome));
        assert_eq!(Cell::of("=\"0012\"").text, "0012");
        assert_eq!(Cell::of("#12").check(), Ok(()));
        assert!(Cell::of("#n/b").is_not_found() && !Cell::of("#VERW!").is_not_found());
    }

    proptest! {
        #[test]
        fn what_was_misread_comes_back(text in "[a-zà-ÿ‘’€ ]{1,20}") {
            prop_assume!(!text.is_ascii());
            let high = |byte: u8| {
                (0..=0x2122_u32).filter_map(char::from_u32).find(|c| windows_1252(*c) == Some(byte)).unwrap()
            };
            let broken: String = text.bytes().map(|b| if b < 0x80 { char::from(b) } else { high(b) }).collect();
            prop_assert_eq!(Cell::of(&broken).text, text.trim());
        }
    }
}

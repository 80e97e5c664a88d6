//! The QR code of a page: dark modules as runs, for a path in a PDF or the rows of a picture. Holds a web address and nothing
//! secret.

use fast_qr::{ECL, QRBuilder};

use crate::LetterError;

/// Modules of quiet around a code (ISO/IEC 18004 asks four).
pub(crate) const QUIET: usize = 4;

/// A code of `size` × `size` modules.
pub(crate) struct Code {
    pub(crate) size: usize,
    /// Dark modules side by side.
    pub(crate) runs: Vec<Dark>,
}

/// A run of dark modules in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dark {
    pub(crate) row: usize,
    pub(crate) from: usize,
    pub(crate) length: usize,
}

impl Code {
    /// The code for `text`. Level M: a fold or a stain is forgiven, and the modules stay large.
    pub(crate) fn of(text: &str) -> Result<Self, LetterError> {
        let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(|_| LetterError::Page)?;
        let mut runs: Vec<Dark> = Vec::new();
        for row in 0..code.size {
            let dark = code[row].iter().take(code.size).enumerate().filter(|(_, module)| module.value());
            for (at, _) in dark {
                match runs.last_mut().filter(|dark| dark.row == row && dark.from + dark.length == at) {
                    Some(dark) => dark.length += 1,
                    None => runs.push(Dark { row, from: at, length: 1 }),
                }
            }
        }
        Ok(Self { size: code.size, runs })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_the_modules() {
        let code = Code::of("https://login.example.nl/login/accounts/pass/reset/?username=ALMELO01").unwrap();
        let again = QRBuilder::new("https://login.example.nl/login/accounts/pass/reset/?username=ALMELO01")
            .ecl(ECL::M)
            .build()
            .unwrap();
        let dark: usize = code.runs.iter().map(|dark| dark.length).sum();
        let wanted: usize = (0..again.size).map(|row| again[row].iter().filter(|m| m.value()).count()).sum();
        assert_eq!((code.size, dark), (again.size, wanted));
        // The corner of the first finder pattern.
        assert_eq!(code.runs[0], Dark { row: 0, from: 0, length: 7 });
    }

    #[test]
    fn a_text_that_does_not_fit_is_no_code() {
        assert!(matches!(Code::of(&"x".repeat(5_000)), Err(LetterError::Page)));
    }
}

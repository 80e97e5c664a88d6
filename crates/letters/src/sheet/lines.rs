//! Breaking a text into lines: greedy, by the widths of the face. A word that is wider than the line is cut, after a sign where
//! there is one (`/`, `-`, `.`), so that nothing ever sticks out and no letter is lost.

use crate::type_face::Face;

/// Signs after which a long word may go on to the next line: addresses of pages, double names.
const CUTS: [char; 8] = ['/', '-', '.', '@', '_', '?', '=', '&'];

/// The lines of a text of at most `width` points each. A line end in the text ends a line. A single character that is wider than
/// the line stands alone.
pub(crate) fn lines(face: &Face, size: f32, text: &str, width: f32) -> Vec<String> {
    let mut out = Vec::new();
    for part in text.split('\n') {
        let mut line = Line { face, size, width, text: String::new(), used: 0.0 };
        for word in part.split(' ').filter(|word| !word.is_empty()) {
            line.add(word, &mut out);
        }
        line.end(&mut out);
    }
    out
}

/// The line being filled.
struct Line<'a> {
    face: &'a Face,
    size: f32,
    width: f32,
    text: String,
    used: f32,
}

impl Line<'_> {
    fn add(&mut self, word: &str, out: &mut Vec<String>) {
        let (blank, wide) = (self.face.width(" ", self.size), self.face.width(word, self.size));
        if !self.text.is_empty() && self.used + blank + wide <= self.width {
            self.text.push(' ');
            self.text.push_str(word);
            self.used += blank + wide;
            return;
        }
        self.end(out);
        let mut rest = word;
        while self.face.width(rest, self.size) > self.width {
            let at = self.cut(rest);
            if at >= rest.len() {
                break;
            }
            out.push(rest[..at].to_owned());
            rest = &rest[at..];
        }
        self.used = self.face.width(rest, self.size);
        rest.clone_into(&mut self.text);
    }

    fn end(&mut self, out: &mut Vec<String>) {
        if !self.text.is_empty() {
            out.push(std::mem::take(&mut self.text));
        }
        self.used = 0.0;
    }

    /// Where to cut a word that is too wide: as late as possible, but rather after a sign. One character goes in any case.
    fn cut(&self, word: &str) -> usize {
        let (mut used, mut fits, mut signed) = (0.0, 0, 0);
        for (at, c) in word.char_indices() {
            used += self.face.advance(c) * self.size;
            if used > self.width && at > 0 {
                break;
            }
            fits = at + c.len_utf8();
            if CUTS.contains(&c) {
                signed = fits;
            }
        }
        if signed * 3 >= fits && signed > 0 { signed } else { fits }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::type_face::Faces;

    fn broken(text: &str, width: f32) -> Vec<String> {
        lines(&Faces::get().unwrap().regular, 12.0, text, width)
    }

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(broken("Een twee drie", 50.0), ["Een twee", "drie"]);
        assert_eq!(broken("Een\ntwee", 500.0), ["Een", "twee"]);
        assert_eq!(broken("  ", 50.0), [""; 0]);
    }

    #[test]
    fn a_long_address_is_cut_after_a_sign() {
        let found = broken("https://login.example.nl/login/accounts/pass/reset/", 150.0);
        assert_eq!(found, ["https://login.example.nl/", "login/accounts/pass/reset/"]);
    }

    #[test]
    fn a_long_name_is_cut_and_kept() {
        let found = broken("Burgemeester-Schimmelpenninckvanderoyestraatweg", 100.0);
        assert_eq!(found.concat(), "Burgemeester-Schimmelpenninckvanderoyestraatweg");
        assert_eq!(found[0], "Burgemeester-");
    }

    proptest! {
        #[test]
        fn no_line_sticks_out_and_nothing_is_lost(text in "[ \\PC\n]{0,200}", width in 20.0_f32..600.0) {
            let faces = Faces::get().unwrap();
            let text = faces.readable(&text);
            let found = lines(&faces.bold, 12.0, &text, width);
            for line in &found {
                let fits = faces.bold.width(line, 12.0) <= width + 0.01;
                prop_assert!(fits || line.chars().count() == 1, "{line:?} on {width}");
                prop_assert!(!line.is_empty());
            }
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&found.concat()), bare(&text));
        }
    }
}

//! The QR code that carries the secret of an authenticator app into a telephone: an SVG element without style, script or
//! address, in the colours of what stands around it. Must be given nothing that anybody else could have written.

use fast_qr::QRBuilder;

/// Modules of quiet around the code (ISO/IEC 18004 asks four).
const MARGIN: usize = 4;

/// The code for `text` as one SVG element; `None` when the text is too long for a code.
#[must_use]
pub fn svg(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).build().ok()?;
    let size = code.size + 2 * MARGIN;
    let mut path = String::new();
    for y in 0..code.size {
        for (x, module) in code[y].iter().enumerate() {
            if module.value() {
                path.push_str(&format!("M{} {}h1v1h-1z", x + MARGIN, y + MARGIN));
            }
        }
    }
    Some(format!(
        "<svg viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\" focusable=\"false\">\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_modules_comes_out() {
        let svg = svg("otpauth://totp/Huis%3Anoor%40beheer.test?secret=JBSWY3DPEHPK3PXP\"><script>").expect("a code");
        assert_eq!(svg.matches('<').count(), 3);
        for word in ["style", "script", "href", "secret", "http", "px"] {
            assert!(!svg.contains(word), "{word}");
        }
        assert!(svg.contains("M4 4h1v1h-1z"), "the corner of the first finder pattern");
    }

    #[test]
    fn a_text_that_does_not_fit_is_no_code() {
        assert_eq!(svg(&"x".repeat(5_000)), None);
    }
}

//! The text of a mail that has HTML only: a line for each row of a table, a tab between its cells, quoted text marked as such.
//! What HTML looks like is of no use here.

use mail_parser::decoders::html::html_to_text;

/// Elements that end a line.
const BLOCKS: &[&str] = &[
    "p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "section",
    "article", "header", "footer", "center", "address", "dt", "dd",
];

/// Elements whose text nobody reads.
const HIDDEN: &[&str] = &["style", "script", "head", "title", "template", "noscript"];

/// The text.
pub(super) fn text(html: &str) -> String {
    let mut out = Lines::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, after) = rest.split_at(at);
        out.text(before);
        let Some((tag, behind)) = tag(after) else {
            // A sign alone: it is text.
            out.text("<");
            rest = after.get(1..).unwrap_or_default();
            continue;
        };
        rest = if HIDDEN.contains(&tag.name.as_str()) && !tag.closes { skip(behind, &tag.name) } else { behind };
        out.tag(&tag);
    }
    out.text(rest);
    out.finish()
}

#[derive(Default)]
struct Lines {
    done: String,
    line: String,
    depth: usize,
}

impl Lines {
    fn text(&mut self, raw: &str) {
        if raw.is_empty() {
            return;
        }
        // Line ends of the source are blanks; entities are decoded by the reader of messages.
        let flat: String = raw.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        let (before, after) = (flat.starts_with(' '), flat.ends_with(' '));
        let text = if flat.contains('&') { html_to_text(flat.trim()) } else { flat.trim().to_owned() };
        let text = text.replace(['\u{a0}', '\n', '\r'], " ");
        if before && !self.line.ends_with([' ', '\t']) && !self.line.is_empty() {
            self.line.push(' ');
        }
        self.line.push_str(text.trim());
        if after && !text.trim().is_empty() {
            self.line.push(' ');
        }
    }

    fn tag(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "td" | "th" if !tag.closes => {
                self.line.truncate(self.line.trim_end_matches(' ').len());
                if !self.line.is_empty() {
                    self.line.push('\t');
                }
            }
            "blockquote" => {
                self.end();
                self.depth = if tag.closes { self.depth.saturating_sub(1) } else { (self.depth + 1).min(9) };
            }
            name if BLOCKS.contains(&name) => self.end(),
            _ => {}
        }
    }

    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() && self.depth > 0 {
            self.done.push_str(&">".repeat(self.depth));
            self.done.push(' ');
        }
        self.done.push_str(line.trim());
        self.done.push('\n');
    }

    fn finish(mut self) -> String {
        self.end();
        self.done
    }
}

struct Tag {
    name: String,
    closes: bool,
}

/// No tag is longer, so that a text of nothing but opening signs is read in one go.
const LONGEST_TAG: usize = 4_000;

/// Reads a tag, or a comment as a tag without a name.
fn tag(text: &str) -> Option<(Tag, &str)> {
    if let Some(comment) = text.strip_prefix("<!--") {
        let behind = comment.find("-->").and_then(|at| comment.get(at + 3..)).unwrap_or_default();
        return Some((Tag { name: String::new(), closes: false }, behind));
    }
    let inner = text.get(1..)?;
    let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    // `<jan@example.nl>` is an address that somebody forgot to write as `&lt;`: text.
    let end = inner.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
    let whole = inner.get(..end)?;
    let name: String = whole.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let next = whole.chars().nth(name.len());
    let is_tag = (!name.is_empty() && next.is_none_or(|c| c.is_whitespace() || c == '/' || c == ':'))
        || whole.starts_with(['!', '?']);
    is_tag.then(|| (Tag { name, closes }, inner.get(end + 1..).unwrap_or_default()))
}

/// From the end tag of this name on; nothing when it never ends.
fn skip<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = rest.get(at..).unwrap_or_default();
        if rest.get(2..2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return rest;
        }
        rest = rest.get(2..).unwrap_or_default();
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn rows_are_lines_and_quotes_are_marked() {
        let html = "<html><head><title>x</title><style>p{}</style></head><body><p>Graag <b>koppelen</b>:</p>\
            <table><tr><td>ALMELO01</td><td><a href=\"mailto:jan@example.nl\">jan@example.nl</a></td></tr>\n\
            <tr><td>ALMELO02</td>\n<td>piet&#64;example.nl</td></tr></table><!-- niet -->\
            Adres: &lt;k@example.nl&gt; <k@example.nl> 1 < 2<blockquote><div>oud</div></blockquote></body></html>";
        let read = text(html);
        let lines: Vec<&str> = read.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(
            lines,
            [
                "Graag koppelen:",
                "ALMELO01\tjan@example.nl",
                "ALMELO02\tpiet@example.nl",
                "Adres: <k@example.nl> <k@example.nl> 1 < 2",
                "> oud"
            ]
        );
    }
}

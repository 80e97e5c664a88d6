//! As much of MIME (RFC 2045, 2046) as a report needs: header fields, the parts of a multipart, and the part that holds the
//! status. Bounded in every direction, and no part within a part is looked at.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// More header fields than any mail server writes.
const MOST_FIELDS: usize = 400;
/// More than any report has.
const MOST_PARTS: usize = 20;

/// Header fields: names in lower case, values on one line.
#[derive(Debug, Default)]
pub(super) struct Headers(Vec<(String, String)>);

impl Headers {
    /// The first field of this name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The fields at the start of a text, and what comes after the empty line.
pub(super) fn headers(text: &str) -> (Headers, &str) {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
            continue;
        }
        // A line that is no field (`From ` of a mailbox file) is passed over.
        let Some((name, value)) = line.split_once(':') else { continue };
        if fields.len() < MOST_FIELDS {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    (Headers(fields), text.get(at..).unwrap_or_default())
}

/// The decoded body of the part that holds the status, of a `multipart/report` about a delivery.
pub(super) fn status_part(outer: &Headers, body: &str) -> Option<String> {
    let kind = outer.get("content-type")?;
    if !is_kind(kind, "multipart/report") {
        return None;
    }
    if parameter(kind, "report-type").is_some_and(|of| !of.eq_ignore_ascii_case("delivery-status")) {
        return None;
    }
    let boundary = parameter(kind, "boundary").filter(|boundary| !boundary.is_empty())?;
    parts(body, &boundary).into_iter().find_map(|part| {
        let (own, content) = headers(&part);
        let kind = own.get("content-type")?;
        // The second is RFC 6533's, for addresses beyond ASCII.
        let holds_status = is_kind(kind, "message/delivery-status") || is_kind(kind, "message/global-delivery-status");
        if holds_status { decoded(&own, content) } else { None }
    })
}

/// True for what says of itself to be a report, of whatever kind.
pub(super) fn claims_report(headers: &Headers) -> bool {
    headers.get("content-type").is_some_and(|kind| is_kind(kind, "multipart/report"))
}

fn is_kind(value: &str, kind: &str) -> bool {
    value.split(';').next().is_some_and(|found| found.trim().eq_ignore_ascii_case(kind))
}

/// A parameter of a field; quotes and backslashes in it are taken away (RFC 2045, 5.1).
fn parameter(value: &str, name: &str) -> Option<String> {
    let mut rest = value.split_once(';')?.1;
    loop {
        let (key, after) = rest.split_once('=')?;
        let (found, left) = one_value(after.trim_start());
        if key.trim().trim_start_matches(';').trim().eq_ignore_ascii_case(name) {
            return Some(found);
        }
        rest = left.split_once(';')?.1;
    }
}

/// A value, quoted or not, and what stands after it.
fn one_value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        return (text.get(..end).unwrap_or_default().trim().to_owned(), text.get(end..).unwrap_or_default());
    };
    let mut out = String::new();
    let mut signs = quoted.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' => return (out, quoted.get(at + 1..).unwrap_or_default()),
            '\\' => out.extend(signs.next().map(|(_, escaped)| escaped)),
            _ => out.push(sign),
        }
    }
    (out, "")
}

/// The parts between the lines of the boundary.
fn parts(body: &str, boundary: &str) -> Vec<String> {
    let (begins, ends) = (format!("--{boundary}"), format!("--{boundary}--"));
    let mut parts: Vec<String> = Vec::new();
    for line in body.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == ends {
            break;
        }
        if bare == begins {
            if parts.len() == MOST_PARTS {
                break;
            }
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push_str(line);
        }
    }
    parts
}

/// RFC 3464 asks for plain text; some servers encode it all the same.
fn decoded(headers: &Headers, content: &str) -> Option<String> {
    let encoding = headers.get("content-transfer-encoding").unwrap_or("7bit").to_ascii_lowercase();
    match encoding.trim() {
        "7bit" | "8bit" | "binary" => Some(content.to_owned()),
        "base64" => {
            let compact: String = content.chars().filter(|sign| !sign.is_whitespace()).collect();
            let bytes = STANDARD.decode(compact).ok()?;
            Some(String::from_utf8_lossy(&bytes).into_owned())
        }
        "quoted-printable" => Some(unquoted(content)),
        _ => None,
    }
}

/// RFC 2045, 6.7.
fn unquoted(content: &str) -> String {
    let mut out = Vec::with_capacity(content.len());
    for line in content.lines() {
        let line = line.trim_end();
        let (line, goes_on) = line.strip_suffix('=').map_or((line, false), |line| (line, true));
        let mut pieces = line.split('=');
        out.extend(pieces.next().unwrap_or_default().bytes());
        for piece in pieces {
            let code = piece.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
            match code {
                Some(byte) => {
                    out.push(byte);
                    out.extend(piece.get(2..).unwrap_or_default().bytes());
                }
                None => {
                    out.push(b'=');
                    out.extend(piece.bytes());
                }
            }
        }
        if !goes_on {
            out.push(b'\n');
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

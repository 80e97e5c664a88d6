//! Which part of a mail is its writer's own: what was quoted is not asked again, what was forwarded is, and a signature asks
//! for nothing.

/// A mail, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// What the writer wrote.
    pub(super) own: Vec<&'a str>,
    /// What the writer passed on.
    pub(super) forwarded: Vec<&'a str>,
    /// What the writer answers to.
    pub(super) quoted: Vec<&'a str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Now {
    Own,
    Forwarded,
    Quoted,
}

/// Takes a mail apart. An old mail under a new one is passed on when the subject or the line above it says so.
pub(super) fn take<'a>(subject: &str, body: &'a str) -> Parts<'a> {
    let passes_on = begins(subject, &["fw:", "fwd:", "doorst:", "doorgest:"]);
    let mut parts = Parts::default();
    let (mut now, mut signed, mut header) = (Now::Own, false, false);
    for line in body.lines() {
        let bare = line.trim();
        if let Some(next) = border(bare, passes_on) {
            (now, signed, header) = (next, false, true);
            continue;
        }
        if bare.starts_with('>') {
            parts.quoted.push(bare.trim_start_matches(['>', ' ']));
            continue;
        }
        // The head of the old mail names its sender and its readers; none of them is asked for.
        header = header && (bare.is_empty() || is_head(bare));
        if header {
            continue;
        }
        signed = signed || ends(line);
        let into = match now {
            Now::Own => &mut parts.own,
            Now::Forwarded => &mut parts.forwarded,
            Now::Quoted => &mut parts.quoted,
        };
        if !signed {
            into.push(bare);
        }
    }
    parts
}

fn begins(text: &str, any: &[&str]) -> bool {
    let lower = text.trim().to_lowercase();
    any.iter().any(|start| lower.starts_with(start))
}

/// The line above an old mail.
fn border(line: &str, passes_on: bool) -> Option<Now> {
    let lower = line.to_lowercase();
    let plain = lower.trim_matches(|c: char| c == '-' || c == '_' || c == '*' || c == ':' || c.is_whitespace());
    if ["forwarded message", "doorgestuurd bericht", "begin doorgestuurd bericht", "begin forwarded message"]
        .iter()
        .any(|mark| plain == *mark || plain.starts_with(&format!("{mark} ")))
    {
        return Some(Now::Forwarded);
    }
    let old = if passes_on { Now::Forwarded } else { Now::Quoted };
    if ["oorspronkelijk bericht", "original message"].contains(&plain) && line.starts_with('-') {
        return Some(old);
    }
    let starts = |any: &[&str]| any.iter().any(|start| lower.starts_with(start));
    // "Op 1 nov. 2026 om 10:00 schreef Els <els@example.nl>:".
    let wrote = [" schreef", " wrote", " het volgende geschreven"].iter().any(|word| lower.contains(word));
    if starts(&["op ", "on "]) && wrote && lower.ends_with(':') {
        return Some(Now::Quoted);
    }
    // Outlook has no line above it: the head itself is the border.
    (starts(&["van: ", "from: ", "*van:*", "*from:*"]) && line.contains('@')).then_some(old)
}

/// A line of the head of an old mail.
fn is_head(line: &str) -> bool {
    const HEADS: &[&str] = &[
        "van:",
        "from:",
        "aan:",
        "to:",
        "cc:",
        "datum:",
        "date:",
        "verzonden:",
        "sent:",
        "onderwerp:",
        "subject:",
        "reply-to:",
        "*aan:*",
        "*to:*",
        "*verzonden:*",
        "*sent:*",
        "*onderwerp:*",
        "*subject:*",
        "*datum:*",
        "*date:*",
        "*cc:*",
    ];
    begins(line, HEADS)
}

/// Where a signature begins.
fn ends(line: &str) -> bool {
    const GREETINGS: &[&str] = &[
        "met vriendelijke groet",
        "met hartelijke groet",
        "vriendelijke groet",
        "hartelijke groet",
        "groetjes",
        "groet",
        "gr.",
        "mvg",
        "m.v.g",
        "alvast bedankt en groet",
        "kind regards",
        "best regards",
        "regards",
        "yours sincerely",
        "best wishes",
        "sent from my",
        "verstuurd vanaf",
        "verzonden vanaf",
        "verzonden met",
    ];
    if line.trim_end() == "--" {
        return true;
    }
    let bare = line.trim().to_lowercase();
    bare.len() < 60
        && GREETINGS.iter().any(|greeting| {
            bare.strip_prefix(greeting)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphabetic() && !rest.starts_with("en")))
        })
}

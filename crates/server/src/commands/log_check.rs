//! The part of `doctor` about the log: what a check of its chains found, in one line each; and the file in which the ends of
//! the chains are kept outside the database, by which a cut at the end is seen that leaves no trace inside.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, bail};
use app::App;
use app::audit::{self, Broken, BrokenLink, End, How, Report, Which};

use super::doctor::Finding;

/// Checks the log.
///
/// # Errors
/// When the database fails, or the file of ends is none.
pub(crate) async fn check(app: &App, ends: Option<&Path>) -> anyhow::Result<Vec<Finding>> {
    let report = audit::verify(app).await?;
    let mut found = vec![whole(&report)];
    found.extend(report.faults.iter().map(|fault| (false, format!("audit log: {}", said(fault)))));
    let more = report.broken.saturating_sub(report.faults.len() as u64);
    if more > 0 {
        found.push((false, format!("audit log: and {more} more like these")));
    }
    if let (waiting @ 1.., since) = report.waiting {
        let since = since.map(|at| format!(", the oldest of {}", at.rfc3339())).unwrap_or_default();
        let open = "until the worker seals them a change of them would not be seen";
        found.push((true, format!("audit log: {waiting} lines wait for their number{since}; {open}")));
    }
    if let Some(file) = ends {
        found.extend(compare(app, file, &report).await?);
    }
    Ok(found)
}

fn whole(report: &Report) -> Finding {
    let (links, chains) = (report.links, report.ends.len());
    match report.broken {
        0 => (true, format!("audit log: {links} lines in {chains} chains, none changed")),
        broken => (false, format!("audit log: {links} lines in {chains} chains, {broken} faults")),
    }
}

/// A fault as a sentence that says where to look.
fn said(fault: &Broken) -> String {
    match fault {
        Broken::Link(link) => of_link(link),
        Broken::Cut(lines, first) => {
            let first = first.as_ref().map(|line| format!("; the first is {}", of_line(line))).unwrap_or_default();
            format!("{lines} lines are in no chain: the end of a chain was cut off{first}")
        }
        Broken::Silent(client) => format!("{client}: there is no line at all; its log was taken away"),
    }
}

fn of_link(link: &BrokenLink) -> String {
    let client = link.client.as_deref().unwrap_or("operator");
    let line = link.line.as_ref().map(|line| format!(" ({})", of_line(line))).unwrap_or_default();
    let seq = link.seq;
    let how = match link.how {
        How::Changed => format!("line {seq}{line} was changed"),
        How::Torn => format!("line {seq}{line} does not follow the line before it: one of the two was changed"),
        How::LineGone => format!("line {seq} is gone; its place in the chain is there"),
        How::Gone(last) if last == seq => format!("line {seq} is gone"),
        How::Gone(last) => format!("lines {seq} to {last} are gone"),
        How::DetailChanged => format!("what line {seq}{line} tells of before and after was changed"),
        How::DetailGone => format!("what line {seq}{line} told of before and after is gone, and was not erased"),
    };
    format!("{client}: {how}")
}

fn of_line(line: &Which) -> String {
    format!("{} {} {}", line.id, line.at.rfc3339(), line.act)
}

/// Holds the ends that were kept against those that are there. They are kept anew only when nothing is wrong.
async fn compare(app: &App, file: &Path, report: &Report) -> anyhow::Result<Vec<Finding>> {
    let kept = match std::fs::read_to_string(file) {
        Ok(text) => read(&text).with_context(|| format!("{} is no file of ends", file.display()))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error).with_context(|| file.display().to_string()),
    };
    let missing = audit::missing_ends(app, &kept).await?;
    if missing.is_empty() && report.broken == 0 {
        std::fs::write(file, written(&report.ends)).with_context(|| file.display().to_string())?;
        return Ok(vec![(
            true,
            format!("audit log: every end that was kept is there; {} keeps the new ones", file.display()),
        )]);
    }
    let cut = |end: &End| {
        format!("audit log: chain {} had line {} when its end was kept; that end is gone", end.chain, end.seq)
    };
    Ok(missing.iter().map(|end| (false, cut(end))).collect())
}

fn read(text: &str) -> anyhow::Result<Vec<End>> {
    text.lines().map(end).collect()
}

fn end(line: &str) -> anyhow::Result<End> {
    let mut words = line.split(' ');
    let (Some(chain), Some(seq), Some(hash), None) = (words.next(), words.next(), words.next(), words.next()) else {
        bail!("a line is not: chain, number, hash");
    };
    let byte = |at: usize| hash.get(2 * at..2 * at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
    let mut bytes = [0; 32];
    for (at, into) in bytes.iter_mut().enumerate() {
        *into = byte(at).context("a hash is not 64 hexadecimal digits")?;
    }
    Ok(End { chain: chain.parse()?, seq: seq.parse()?, hash: bytes })
}

fn written(ends: &[End]) -> String {
    let mut text = String::new();
    for End { chain, seq, hash } in ends {
        let hash = hash.iter().fold(String::new(), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        let _ = writeln!(text, "{chain} {seq} {hash}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_that_were_kept_are_read_again() {
        let ends = vec![
            End { chain: "00000000-0000-0000-0000-000000000000".parse().unwrap(), seq: 3, hash: [0xab; 32] },
            End { chain: "0193a4e2-0000-7000-8000-000000000001".parse().unwrap(), seq: 9_000_000, hash: [1; 32] },
        ];
        assert_eq!(read(&written(&ends)).unwrap(), ends);
        for bad in ["x", "00000000-0000-0000-0000-000000000000 3", "00000000-0000-0000-0000-000000000000 3 ab"] {
            assert!(read(bad).is_err(), "{bad}");
        }
        assert_eq!(read("").unwrap(), vec![]);
    }
}

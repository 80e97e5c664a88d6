//! The figures as text: lines for the terminal, a table for `docs/benchmarks.md`.

use crate::figure::{Figure, Verdict};
use crate::machine::About;

fn state(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Missed => "MISSED",
        Verdict::Reported => "reported",
        Verdict::NotMeasured => "not measured",
        Verdict::Failed => "FAILED",
    }
}

fn ratio(figure: &Figure) -> String {
    match figure.ratio {
        Some(ratio) if ratio >= 100.0 => format!("{ratio:.0} ×"),
        Some(ratio) if ratio >= 10.0 => format!("{ratio:.1} ×"),
        Some(ratio) => format!("{ratio:.2}"),
        None => String::new(),
    }
}

/// One figure on the terminal, as soon as it is there.
pub(crate) fn line(figure: &Figure) -> String {
    let head = format!(
        "{:<58} {:>14} {:>14} {:>7} {:>12}  {}",
        figure.what,
        figure.ours,
        figure.bare,
        ratio(figure),
        figure.wanted,
        state(figure.verdict)
    );
    if figure.note.is_empty() { head } else { format!("{head}\n    {}", figure.note) }
}

/// The last lines on the terminal.
pub(crate) fn summary(figures: &[Figure], about: &About) -> String {
    let count = |verdict| figures.iter().filter(|figure| figure.verdict == verdict).count();
    format!(
        "\n{}\n{} met, {} missed, {} reported, {} not measured, {} failed\n",
        about.sentence(),
        count(Verdict::Met),
        count(Verdict::Missed),
        count(Verdict::Reported),
        count(Verdict::NotMeasured),
        count(Verdict::Failed)
    )
}

/// The table of `docs/benchmarks.md`.
pub(crate) fn markdown(figures: &[Figure], about: &About) -> String {
    let mut out = format!("{}\n\n", about.sentence());
    out.push_str("| what | ours | bare limit | ratio | wanted | state |\n|---|---|---|---|---|---|\n");
    for figure in figures {
        let note = if figure.note.is_empty() { String::new() } else { format!(": {}", figure.note) };
        let cells = [
            figure.what.clone(),
            figure.ours.clone(),
            figure.bare.clone(),
            ratio(figure),
            figure.wanted.clone(),
            format!("{}{note}", state(figure.verdict)),
        ];
        let cells = cells.map(|cell| cell.replace('|', "/").replace('\n', " "));
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    out
}

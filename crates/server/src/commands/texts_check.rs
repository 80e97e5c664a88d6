//! The part of `doctor` about clients' own texts: those that are kept and not used, because this version cannot read them. Mails and
//! letters go with the standard text meanwhile.

use app::App;
use app::texts::{self, Unreadable};
use domain::language::Language;
use domain::texts::Unused;
use words::Words;

use super::doctor::Finding;

/// Named one by one; the rest is counted.
const NAMED: usize = 20;

/// Looks at all of them.
pub(crate) async fn check(app: &App) -> Vec<Finding> {
    let all = match texts::unreadable(app).await {
        Ok(all) => all,
        Err(error) => return vec![(false, format!("own texts: {error}"))],
    };
    if all.is_empty() {
        return vec![(true, "own texts: all that are kept are used".to_owned())];
    }
    let mut found: Vec<Finding> = all.iter().take(NAMED).map(|one| (false, said(one))).collect();
    let more = all.len().saturating_sub(NAMED);
    if more > 0 {
        found.push((false, format!("own texts: and {more} more like these")));
    }
    found
}

/// A text as a sentence that says where it is and why it is not used.
fn said(one: &Unreadable) -> String {
    let why = match &one.why {
        Unused::Unknown => "this version knows no such text".to_owned(),
        Unused::Fault(fault) => Words::of(Language::En).text_fault(fault, Language::En),
    };
    let (client, language, piece) = (&one.client, &one.kept.language, &one.kept.piece);
    format!("own texts: {client}: {piece} ({language}) is not used, the standard stands in: {why}")
}

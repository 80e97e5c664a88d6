//! `/support/`: the pages of the help desk. They name a home by its username alone; addresses come in masked.

pub mod case;
pub mod cases;
pub mod home;
pub mod link_request_told;
pub mod link_requests;
mod mail_words;
pub mod search;
pub mod start;
pub mod texts;

use std::borrow::Cow;

use super::Page;
use super::service::{Crumb, Frame};

/// The start page.
pub const DESK: &str = "/support/";
/// Where an account is looked for.
pub const SEARCH: &str = "/support/zoeken/";
/// Below it stand the accounts.
pub const HOME: &str = "/support/woning/";
/// Below it stands what became of the mails to an account.
pub const POST: &str = "/support/post/";
/// The cases.
pub const CASES: &str = "/support/zaken/";
/// What is answered, ready to be sent.
pub const TEXTS: &str = "/support/teksten/";

/// The page of an account.
#[must_use]
pub fn home_path(account: &str) -> String {
    format!("{HOME}{account}/")
}

/// Above a page of the help desk.
fn frame(page: &Page, heading: Cow<'static, str>) -> Frame {
    let desk = Crumb { name: page.w.t("staff-desk-title"), href: Some(DESK.to_owned()), here: false };
    let crumbs = if page.here == DESK { Vec::new() } else { vec![desk] };
    Frame { crumbs, heading, tabs: Vec::new() }
}

/// Every sample of these pages, and of those behind the links of their mails.
#[cfg(test)]
pub(super) fn draw(page: &Page, drawn: &mut Vec<super::gallery_tests::Drawn>) {
    use super::gallery_tests::draw;
    use super::{caller_check, contact_ask, contact_handout, data_ask};

    draw(start::DeskStart::samples(page), drawn);
    draw(search::DeskSearch::samples(page), drawn);
    draw(home::DeskHome::samples(page), drawn);
    draw(texts::DeskTexts::samples(page), drawn);
    draw(cases::DeskCases::samples(page), drawn);
    draw(case::DeskCase::samples(page), drawn);
    draw(caller_check::CallerCheck::samples(page), drawn);
    draw(caller_check::CallerSaid::samples(page), drawn);
    draw(caller_check::dead_samples(page), drawn);
    draw(contact_ask::AskContact::samples(page), drawn);
    draw(contact_ask::ContactSaid::samples(page), drawn);
    draw(contact_ask::dead_samples(page), drawn);
    draw(contact_handout::OpenHandout::samples(page), drawn);
    draw(contact_handout::HandoutDesk::samples(page), drawn);
    draw(contact_handout::HandoutSaid::samples(page), drawn);
    draw(contact_handout::DeadHandout::samples(page), drawn);
    draw(data_ask::AnswerData::samples(page), drawn);
    draw(data_ask::DataAnswered::samples(page), drawn);
    draw(data_ask::dead_samples(page), drawn);
}

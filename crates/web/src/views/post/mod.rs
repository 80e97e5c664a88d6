//! "Waar is de mail?": what became of the mails to an account, with the sentence to say to who asks. For the help desk,
//! `/support/post/{account}/`, and for the client on the page of its home, `/service/woningen/{home}/post/`.

mod said;
mod timeline;

use std::borrow::Cow;

use askama::Template;

pub use timeline::{Address, Row, Timeline};

use super::service::Frame;
use super::service::home::Home;
use super::{Page, View};

/// The page of the client: all accounts of one home.
#[derive(Debug, Template)]
#[template(path = "post/home.html")]
pub struct HomePost {
    /// What every page has.
    pub page: Page,
    /// Which home.
    pub home: Home,
    /// Its accounts, the main account first.
    pub accounts: Vec<Timeline>,
}

impl View for HomePost {
    fn title(&self) -> Cow<'static, str> {
        self.home.project.title(&self.page, &words::t!(self.page.w, "staff-where-title-of", home = self.home.name()))
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl HomePost {
    fn frame(&self) -> Frame {
        self.home.frame(&self.page, Some(self.page.w.t("staff-where-title")))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let home = Home::sample();
        let page = page.for_staff().at(&home.post_path());
        let state = |accounts| Self { page: page.clone(), home: home.clone(), accounts };
        let [bounced, sent, vacant] = Timeline::samples();
        vec![("home-post", state(vec![bounced, sent])), ("home-post-vacant", state(vec![vacant]))]
    }
}

/// The page of the help desk: one account.
#[derive(Debug, Template)]
#[template(path = "post/account.html")]
pub struct AccountPost {
    /// What every page has.
    pub page: Page,
    /// The client of the home.
    pub client: String,
    /// Which account.
    pub account: Timeline,
}

impl View for AccountPost {
    fn title(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "staff-where-title-of", home = self.account.username)
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl AccountPost {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let page = page.for_staff().at("/support/post/0193-1/");
        let state = |account| Self { page: page.clone(), client: "Stichting De Linde".to_owned(), account };
        let [bounced, sent, vacant] = Timeline::samples();
        vec![
            ("support-post-bounced", state(bounced)),
            ("support-post-sent", state(sent)),
            ("support-post-vacant", state(vacant)),
        ]
    }
}

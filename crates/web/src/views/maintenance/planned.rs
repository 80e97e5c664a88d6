//! `/service/onderhoud/`: the planned work that touches a client, as its own people read it.

use std::borrow::Cow;

use askama::Template;
use domain::maintenance::Window;
use words::t;

use super::by_letter::by_letter_path;
use super::{Chip, Whom, window};
use crate::views::service::Frame;
use crate::views::{Page, View};

/// What is planned and going on.
#[derive(Debug, Template)]
#[template(path = "maintenance/planned.html")]
pub struct Planned {
    /// What every page has.
    pub page: Page,
    /// The notices, in the order of the work.
    pub works: Vec<Work>,
}

/// Planned work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The id of its notice.
    pub id: String,
    /// The subject, in the language of whoever looks.
    pub subject: String,
    /// What is said, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// When it is.
    pub window: Window,
    /// It goes on now.
    pub now: bool,
    /// Whom it is for.
    pub whom: Whom,
}

impl View for Planned {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("service-planned-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Planned {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn chip(&self, work: &Work) -> Chip {
        let w = self.page.w;
        if work.now {
            ("look", "look", w.t("service-planned-now"))
        } else {
            ("plain", "clock", w.t("service-planned-coming"))
        }
    }

    fn window(&self, work: &Work) -> Cow<'static, str> {
        window(&self.page, &work.window)
    }

    fn whom(&self, work: &Work) -> Cow<'static, str> {
        work.whom.say(&self.page)
    }

    /// The page of the homes that need a letter.
    fn letters(&self, work: &Work) -> String {
        by_letter_path(&work.id)
    }

    fn letters_label(&self, work: &Work) -> Cow<'static, str> {
        t!(self.page.w, "service-planned-letters-one", subject = work.subject)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let page = page.for_service(super::PLANNED);
        let work = |id: &str, now, whom| Work {
            id: id.to_owned(),
            subject: "Onderhoud <b>portaal</b>".to_owned(),
            paragraphs: vec!["U kunt een nacht niet inloggen.".to_owned(), "De verwarming blijft het doen.".to_owned()],
            window: super::sample_window(),
            now,
            whom,
        };
        let project = Whom::Project("Woonstichting De Linde".to_owned(), "Lindehof".to_owned());
        let client = Whom::Client("Woonstichting De Linde".to_owned());
        let works = vec![work("1", true, Whom::All), work("2", false, client), work("3", false, project)];
        vec![("planned", Self { page: page.clone(), works }), ("planned-none", Self { page, works: Vec::new() })]
    }
}

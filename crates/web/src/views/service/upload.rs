//! `/service/projecten/<client>/<project>/lijst/`: ask the client for a list, upload it, find the earlier ones.
//!
//! POST `multipart/form-data` to the same address, field `file`; 303 to the page of the list. The template to send along
//! is `sjabloon.csv` and `sjabloon.xlsx` below this address.

use std::borrow::Cow;

use askama::Template;

use super::lists::RecentList;
use super::{Frame, Project, Tab};
use crate::views::{Faults, Page, View};

/// The page.
#[derive(Debug, Template)]
#[template(path = "service/upload.html")]
pub struct Upload {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// Who looks is of the operator and asks the client; people of the client have the list themselves.
    pub asks: bool,
    /// The largest file that is taken, in megabytes.
    pub most: u32,
    /// Earlier lists, newest first.
    pub lists: Vec<RecentList>,
    /// Why the last upload was refused.
    pub refused: Option<UploadFault>,
}

/// Why an upload is refused before anybody reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadFault {
    /// No file came with the form.
    NoFile,
    /// The file is empty.
    Empty,
    /// Larger than is taken.
    TooLarge,
    /// Neither CSV nor XLSX.
    OtherKind,
}

impl View for Upload {
    fn title(&self) -> Cow<'static, str> {
        self.project.title(&self.page, &Tab::Lists.name(&self.page))
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        let Some(fault) = self.refused else { return Faults::default() };
        Faults::one(
            "file",
            match fault {
                UploadFault::NoFile => w.t("service-upload-no-file"),
                UploadFault::Empty => w.t("service-upload-empty"),
                UploadFault::TooLarge => words::t!(w, "service-upload-too-large", most = self.most),
                UploadFault::OtherKind => w.t("service-upload-other-kind"),
            },
        )
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Upload {
    fn frame(&self) -> Frame {
        self.project.frame(&self.page, Tab::Lists, None)
    }

    /// The text to send to the client.
    fn ask(&self) -> Cow<'static, str> {
        let (brand, project) = (&self.page.brand.name, &self.project.name);
        self.page.w.with("service-ask-text", &[("brand", brand), ("project", project)])
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |lists: Vec<RecentList>, refused| Self {
            page: page.for_service("/service/projecten/linde/lindelaan/lijst/"),
            project: Project::sample(),
            asks: true,
            most: 25,
            lists,
            refused,
        };
        vec![
            ("upload", state(RecentList::samples(), None)),
            ("upload-first", state(Vec::new(), None)),
            ("upload-clerk", Self { asks: false, ..state(Vec::new(), None) }),
            ("upload-no-file", state(Vec::new(), Some(UploadFault::NoFile))),
            ("upload-empty", state(Vec::new(), Some(UploadFault::Empty))),
            ("upload-too-large", state(Vec::new(), Some(UploadFault::TooLarge))),
            ("upload-other-kind", state(Vec::new(), Some(UploadFault::OtherKind))),
        ]
    }
}

//! `/service/projecten/<client>/<project>/lijst/<id>/`: one list of a client, from reading to undo. Each stage is a view
//! of its own on the same address; the handler chooses by how far the list is.
//!
//! | address below it | what | form |
//! |---|---|---|
//! | `stand/` | GET: how far, as JSON `{"stage": …, "done": …, "total": …}`, for the script; another `stage` loads the page anew | |
//! | `kolommen/` | POST: what the columns mean | `column-0`, `column-1`, …: a [`domain::first_login::Column`], or empty; where the header was not understood also `header`, `sheet` |
//! | `bevestigen/` | POST: carry it out | `residents`: `same`, `new`, or nothing |
//! | `weggooien/` | POST: throw it away | |
//! | `terugdraaien/` | GET: what can be undone; POST: undo it | `which`: `ticked`, `all`; `row-1` … `row-50`: ids |
//! | `fouten.csv`, `fouten.xlsx` | the client's own columns with our reasons | |
//! | `terug.csv`, `terug.xlsx` | username per home in the client's own columns | |

mod applied;
mod columns;
mod ended;
mod judged;
mod running;
#[cfg(test)]
mod samples;
mod undo;

use std::borrow::Cow;

use domain::time::Time;

pub use applied::{Applied, BatchApplied};
pub use columns::{BatchColumns, ColumnsFault, Line};
pub use ended::{BatchEnded, End};
pub use judged::{BatchJudged, CellReason, ColumnRead, ConfirmFault, Counts, HowRead, RowRead, Stop};
pub use running::{BatchRunning, Stage};
pub use undo::{BatchUndo, UndoFault, UndoGoes, UndoRow};

use super::lists::ListState;
use super::{Crumb, Frame, Project, Tab};
use crate::views::Page;

/// The list a page is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its project.
    pub project: Project,
    /// Its id, as in the address.
    pub id: String,
    /// The name of the file.
    pub name: String,
    /// When it was uploaded.
    pub at: Time,
    /// By whom: an e-mail address of staff.
    pub by: String,
}

impl Batch {
    /// The page of the list.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}{}/", self.project.lists_path(), self.id)
    }

    /// How far it is, then its name: a page that shows itself anew says first what changed.
    fn title(&self, page: &Page, state: ListState) -> Cow<'static, str> {
        self.project.title(page, &format!("{}: {}", state.name(page), self.name))
    }

    fn frame(&self, page: &Page) -> Frame {
        self.project.frame(page, Tab::Lists, Some(self.name.clone().into()))
    }

    /// The frame of a page below it.
    fn frame_below(&self, page: &Page, heading: Cow<'static, str>) -> Frame {
        let mut frame = self.frame(page);
        if let Some(last) = frame.crumbs.last_mut() {
            *last = Crumb { name: self.name.clone().into(), href: Some(self.path()), here: false };
        }
        frame.crumbs.push(Crumb { name: heading.clone(), href: None, here: true });
        Frame { heading, ..frame }
    }

    /// What a list does or did, counted: "3 nieuwe woningen, 2 e-mailadressen".
    fn counted(page: &Page, (homes, addresses, completed): (u64, u64, u64)) -> String {
        let w = page.w;
        let parts = [
            (homes, words::t!(w, "service-confirm-homes", count = homes)),
            (addresses, words::t!(w, "service-confirm-addresses", count = addresses)),
            (completed, words::t!(w, "service-confirm-completed", count = completed)),
        ];
        // Nothing at all is said as no new homes.
        let said =
            parts.iter().enumerate().filter(|(at, (count, _))| *count > 0 || *at == 0 && addresses + completed == 0);
        said.map(|(_, (_, words))| words.as_ref()).collect::<Vec<&str>>().join(", ")
    }

    /// "Uploaded by … on …".
    fn uploaded(&self, page: &Page) -> Cow<'static, str> {
        page.w.with("service-batch-uploaded", &[("by", &self.by), ("at", &page.moment(&self.at))])
    }
}

//! `/service/projecten/<client>/<project>/`: how far the residents of a project are. What to do first, the nine steps as
//! a funnel, activation over time, the work lists, the latest lists.

use std::borrow::Cow;

use askama::Template;
use domain::first_login::progress::WorkList;
use domain::time::Day;

use super::lists::RecentList;
use super::{ActivationChart, Frame, NextAct, Project, Tab, URGENT};
use crate::views::{Page, Place, View};

/// The board.
#[derive(Debug, Template)]
#[template(path = "service/board.html")]
pub struct Board {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// Its homes.
    pub homes: u64,
    /// The day of delivery, if it is known.
    pub delivered: Option<Day>,
    /// Homes that reached each of the nine steps, in order.
    pub steps: [u64; 9],
    /// Activation over time.
    pub chart: ActivationChart,
    /// What has to be done first.
    pub next: NextAct,
    /// Homes on each work list, in the order of [`super::URGENT`].
    pub work: [u64; 5],
    /// The latest lists, newest first.
    pub lists: Vec<RecentList>,
    /// Whoever looks has to go over the rights of their colleagues.
    pub review: bool,
}

/// One step of the funnel, as a row.
struct Step {
    number: usize,
    name: Cow<'static, str>,
    homes: u64,
    /// What is lost between this step and the one before; `None` when nothing is.
    lost: Option<Cow<'static, str>>,
}

impl View for Board {
    fn title(&self) -> Cow<'static, str> {
        self.project.title(&self.page, &Tab::Board.name(&self.page))
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Board {
    fn frame(&self) -> Frame {
        self.project.frame(&self.page, Tab::Board, None)
    }

    /// Where a project lead enters a contact; people of the client do not.
    fn contact_form(&self) -> Option<String> {
        let is_lead = self.page.signed_in.as_ref().is_some_and(|who| !who.places.contains(&Place::Users));
        is_lead.then(|| format!("{}contactpersoon/", self.project.path()))
    }

    fn funnel(&self) -> Vec<Step> {
        // Before the first step stand all homes.
        let before = std::iter::once(self.homes).chain(self.steps);
        let steps = self.steps.into_iter().zip(before).enumerate();
        steps
            .map(|(at, (homes, before))| Step {
                number: at + 1,
                name: self.page.step(at + 1),
                homes,
                lost: Some(before.saturating_sub(homes)).filter(|lost| *lost > 0).map(|lost| self.lost(at, lost)),
            })
            .collect()
    }

    fn lost(&self, step: usize, count: u64) -> Cow<'static, str> {
        let w = self.page.w;
        match step {
            0 => words::t!(w, "service-lost-1", count = count),
            1 => words::t!(w, "service-lost-2", count = count),
            2 => words::t!(w, "service-lost-3", count = count),
            3 => words::t!(w, "service-lost-4", count = count),
            4 => words::t!(w, "service-lost-5", count = count),
            5 => words::t!(w, "service-lost-6", count = count),
            6 => words::t!(w, "service-lost-7", count = count),
            7 => words::t!(w, "service-lost-8", count = count),
            _ => words::t!(w, "service-lost-9", count = count),
        }
    }

    /// The lists on which somebody waits.
    fn waiting(&self) -> Vec<(WorkList, u64)> {
        URGENT.into_iter().zip(self.work).filter(|(_, homes)| *homes > 0).collect()
    }

    fn signed_in(&self) -> u64 {
        self.steps[8]
    }

    /// The table beside the line, newest first.
    fn days(&self) -> Vec<(Day, u64)> {
        self.chart.days.iter().rev().copied().collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let day = |text| Day::parse(text).expect("a day");
        let days: Vec<(Day, u64)> = [
            ("2026-10-01", 0),
            ("2026-10-09", 31),
            ("2026-10-12", 84),
            ("2026-10-13", 97),
            ("2026-10-20", 140),
            ("2026-10-27", 148),
            ("2026-11-03", 214),
            ("2026-11-04", 231),
            ("2026-11-16", 258),
            ("2026-11-23", 263),
        ]
        .map(|(text, count)| (day(text), count))
        .to_vec();
        let state = |homes, steps, days: &[(Day, u64)], next, work| Self {
            page: page.for_service("/service/projecten/linde/lindelaan/"),
            project: Project::sample(),
            homes,
            delivered: Some(day("2026-10-01")),
            steps,
            chart: ActivationChart { days: days.to_vec(), homes },
            next,
            work,
            lists: RecentList::samples(),
            review: false,
        };
        let work = |list, homes| NextAct::Work { list, homes };
        let href = "/service/projecten/linde/lindelaan/lijst/0193/".to_owned();
        let busy = [388, 388, 388, 350, 350, 301, 297, 270, 263];
        let large = [79_900, 79_900, 79_900, 79_900, 70_120, 66_000, 65_990, 61_300, 61_204];
        let full = [12; 9];
        let end = [(days[0].0, 0), (days[9].0, 12)];
        vec![
            ("board", state(400, busy, &days, work(WorkList::NotTold, 38), [38, 4, 12, 49, 21])),
            ("board-decide", state(400, busy, &days, NextAct::Decide { href }, [38, 0, 0, 0, 0])),
            ("board-large", state(80_000, large, &days, work(WorkList::Bounced, 10), [0, 10, 100, 4_120, 4_700])),
            (
                "board-fresh",
                Self {
                    lists: RecentList::samples()[..1].to_vec(),
                    ..state(
                        400,
                        [388, 388, 388, 0, 0, 0, 0, 0, 0],
                        &days[..1],
                        work(WorkList::NotTold, 400),
                        [400, 0, 12, 0, 0],
                    )
                },
            ),
            (
                "board-review",
                Self { review: true, ..state(400, busy, &days, work(WorkList::NotTold, 38), [38, 4, 12, 49, 21]) },
            ),
            ("board-done", state(12, full, &end, NextAct::Nothing, [0; 5])),
            ("board-none", Self { lists: Vec::new(), ..state(0, [0; 9], &[], NextAct::AskList, [0; 5]) }),
        ]
    }
}

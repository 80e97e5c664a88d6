//! `/service/werklijst/verstrekt/`: exactly what will be ticked as handed out, before it is; and `…/terug/`, the same for
//! taking ticks back. The act is bound to what was shown: when it changed meanwhile, it is shown anew.

use app::first_login::handout::{self, Deed, HandoutError, Whom};
use app::first_login::letters;
use app::first_login::preview::{self, Preview};
use app::{Barred, Caller};
use axum::response::Response;
use domain::first_login::progress::{Part, WorkList};
use domain::id::{LetterRunId, OccupancyId};
use domain::naming::ProjectPath;

use super::{address, barred, caller, number, path_of, shown};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::service::Tab;
use crate::views::service::handout::{Handout, HandoutRow, What};
use crate::visit::Visit;

/// Boxes on a page.
const BOXES: usize = 50;

/// What somebody chose.
struct Chosen {
    path: ProjectPath,
    deed: Deed,
    list: WorkList,
    all: bool,
    ticked: Vec<OccupancyId>,
    /// The homes are those of a run of letters.
    print: Option<LetterRunId>,
}

impl Chosen {
    fn read(fields: &Fields, back: bool) -> Result<Self, Failure> {
        let list = WorkList::parse(fields.text("list")).unwrap_or(WorkList::NotTold);
        Ok(Self {
            path: path_of(fields.text("project"))?,
            deed: Deed { part: part(What::parse(fields.text("what"))), back },
            list,
            all: fields.text("which") == "all",
            ticked: (1..=BOXES).filter_map(|at| fields.get(&format!("home-{at}"))?.parse().ok()).collect(),
            print: fields.text("print").parse().ok(),
        })
    }

    /// The same with the homes of the run of letters, if it is one.
    async fn with_printed(mut self, visit: &Visit, who: Caller<'_>) -> Result<Self, Barred> {
        if let Some(run) = self.print {
            self.all = false;
            self.ticked = letters::printed(visit.app(), &visit.ctx, who, (&self.path, run)).await?;
        }
        Ok(self)
    }

    fn whom(&self) -> Whom<'_> {
        if self.all { Whom::OnList(self.list) } else { Whom::These(&self.ticked) }
    }

    fn what(&self) -> What {
        match self.deed.part {
            Part::Both => What::Both,
            Part::Username => What::Username,
            Part::Instruction => What::Instruction,
        }
    }

    fn is_empty(&self) -> bool {
        !self.all && self.ticked.is_empty()
    }

    /// The fields that choose the same again.
    fn fields(&self, seal: &str) -> Vec<(String, String)> {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let project = format!("{}/{}", self.path.organisation.as_str(), self.path.project.as_str());
        let mut fields = vec![field("project", &project), field("what", self.what().word()), field("seal", seal)];
        if self.all {
            fields.extend([field("which", "all"), field("list", self.list.as_str())]);
        }
        if let Some(run) = self.print {
            fields.push(field("print", &run.to_string()));
            return fields;
        }
        let homes = self.ticked.iter().enumerate();
        fields.extend(homes.map(|(at, home)| (format!("home-{}", at + 1), home.to_string())));
        fields
    }
}

const fn part(what: What) -> Part {
    match what {
        What::Both => Part::Both,
        What::Username => Part::Username,
        What::Instruction => Part::Instruction,
    }
}

fn back_to(key: &str) -> String {
    with_query("/service/werklijst/", "project", key)
}

/// GET: the preview of ticking.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    shown_first(&visit, false).await
}

/// GET `terug/`: the preview of taking ticks back.
pub(crate) async fn show_back(visit: Visit) -> Result<Response, Failure> {
    shown_first(&visit, true).await
}

async fn shown_first(visit: &Visit, back: bool) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match Chosen::read(&visit.query, back)?.with_printed(visit, who).await {
        Ok(chosen) => preview(visit, who, &chosen).await,
        Err(error) => barred(visit, error),
    }
}

async fn preview(visit: &Visit, who: Caller<'_>, chosen: &Chosen) -> Result<Response, Failure> {
    let found = match preview::see(visit.app(), &visit.ctx, who, &chosen.path, (chosen.whom(), chosen.deed)).await {
        Ok(found) => found,
        Err(error) => return refused(visit, error),
    };
    if chosen.is_empty() {
        let project = shown(&found.project);
        let from = if chosen.deed.back { project.worklist_path(&chosen.list) } else { project.tab_path(Tab::Worklist) };
        return Ok(visit.go(&with_query(&from, "told", "nothing")));
    }
    let Preview { project, homes, already, first, seal } = found;
    let rows = first.iter().map(|home| HandoutRow {
        number: number(&home.home),
        address: address(&home.home),
        username: home.username.clone(),
    });
    visit.show(&Handout {
        page: visit.page_at(if chosen.deed.back {
            "/service/werklijst/terug/"
        } else {
            "/service/werklijst/verstrekt/"
        }),
        project: shown(&project),
        what: chosen.what(),
        takes_back: chosen.deed.back,
        list: chosen.list,
        homes,
        already,
        rows: rows.collect(),
        fields: chosen.fields(&seal),
    })
}

/// POST: the act, if nothing changed since the preview.
pub(crate) async fn tick(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    sealed(&visit, who, (&form, false)).await
}

/// Does what was shown; when that changed meanwhile it is shown anew.
async fn sealed(visit: &Visit, who: Caller<'_>, (form, back): (&Fields, bool)) -> Result<Response, Failure> {
    let chosen = match Chosen::read(form, back)?.with_printed(visit, who).await {
        Ok(chosen) => chosen,
        Err(error) => return barred(visit, error),
    };
    let found = match preview::see(visit.app(), &visit.ctx, who, &chosen.path, (chosen.whom(), chosen.deed)).await {
        Ok(found) => found,
        Err(error) => return refused(visit, error),
    };
    if found.seal != form.text("seal") {
        return preview(visit, who, &chosen).await;
    }
    let act = (chosen.whom(), chosen.deed.part);
    let to = back_to(&shown(&found.project).key());
    if back {
        return match handout::untick(visit.app(), &visit.ctx, who, &chosen.path, act).await {
            Ok(done) => Ok(visit.go(&with_query(&to, "undone", &done.changed.to_string()))),
            Err(error) => refused(visit, error),
        };
    }
    let done = match handout::tick(visit.app(), &visit.ctx, who, &chosen.path, act).await {
        Ok(done) => done,
        Err(error) => return refused(visit, error),
    };
    let to = with_query(&to, "done", &done.changed.to_string());
    // What was ticked box by box can be taken back with one button.
    let undo = (chosen.ticked.len() <= BOXES && !chosen.all).then(|| undo_word(&chosen));
    Ok(visit.go(&undo.map_or_else(|| to.clone(), |act| with_query(&to, "act", &act))))
}

/// An act as one word: what, and the homes.
fn undo_word(chosen: &Chosen) -> String {
    let homes: Vec<String> = chosen.ticked.iter().map(|home| home.uuid().simple().to_string()).collect();
    format!("{}.{}", chosen.deed.part.as_str(), homes.join("."))
}

fn read_undo(word: &str) -> Option<(Part, Vec<OccupancyId>)> {
    let (part, homes) = word.split_once('.')?;
    let homes = homes.split('.').take(BOXES).map(|home| home.parse().ok().map(OccupancyId::from_uuid));
    Some((Part::parse(part)?, homes.collect::<Option<Vec<_>>>()?))
}

/// POST `terug/`: `project`, `act`; or what the preview sent, with its `seal`.
pub(crate) async fn take_back(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    if form.get("act").is_none() {
        return sealed(&visit, who, (&form, true)).await;
    }
    let path = path_of(form.text("project"))?;
    let (part, homes) = read_undo(form.text("act")).unwrap_or((Part::Both, Vec::new()));
    match handout::untick(visit.app(), &visit.ctx, who, &path, (Whom::These(&homes), part)).await {
        Ok(done) => {
            let key = format!("{}/{}", path.organisation.as_str(), path.project.as_str());
            Ok(visit.go(&with_query(&back_to(&key), "undone", &done.changed.to_string())))
        }
        Err(error) => refused(&visit, error),
    }
}

fn refused(visit: &Visit, error: HandoutError) -> Result<Response, Failure> {
    match error {
        HandoutError::SignIn => barred(visit, Barred::SignIn),
        HandoutError::NoProject(path) => barred(visit, Barred::NoProject(path)),
        HandoutError::Denied(denied) => barred(visit, Barred::Denied(denied)),
        HandoutError::Store(error) => barred(visit, Barred::Store(error)),
        HandoutError::List(_) => Err(Failure::internal("a handout by page read a list")),
    }
}

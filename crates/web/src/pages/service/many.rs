//! `/service/werklijst/tegelijk/`: one act for many homes; exactly what it does is shown first.

use app::users::many::{self, Deed, Done, Left, Plan, Whom, Wish};
use axum::response::Response;
use domain::first_login::progress::WorkList;
use domain::id::OccupancyId;

use super::{address, barred, caller, number, path_of, shown};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::service::letters::Text;
use crate::views::service::many::{Act, Many, ManyRow, ROOT, Why};
use crate::visit::Visit;

/// Boxes on a page.
const BOXES: usize = 50;

/// What somebody chose.
struct Chosen {
    key: String,
    list: WorkList,
    all: bool,
    ticked: Vec<OccupancyId>,
}

impl Chosen {
    fn read(fields: &Fields) -> Self {
        Self {
            key: fields.text("project").to_owned(),
            list: WorkList::parse(fields.text("list")).unwrap_or(WorkList::NotTold),
            all: fields.text("which") == "all",
            ticked: (1..=BOXES).filter_map(|at| fields.get(&format!("home-{at}"))?.parse().ok()).collect(),
        }
    }

    fn wish(&self, act: Act) -> Result<Wish, Failure> {
        let deed = match act {
            Act::Revoke => Deed::Revoke,
            Act::Remove => Deed::RemoveAddress,
        };
        let whom = if self.all { Whom::OnList(self.list) } else { Whom::These(self.ticked.clone()) };
        Ok(Wish { path: path_of(&self.key)?, deed, whom })
    }

    /// The fields that choose the same again.
    fn fields(&self) -> Vec<(String, String)> {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut fields = vec![field("project", &self.key), field("list", self.list.as_str())];
        if self.all {
            fields.push(field("which", "all"));
            return fields;
        }
        let homes = self.ticked.iter().enumerate();
        fields.extend(homes.map(|(at, home)| (format!("home-{}", at + 1), home.to_string())));
        fields
    }

    /// The same choice at another page.
    fn at(&self, path: &str) -> String {
        self.fields().iter().fold(path.to_owned(), |path, (name, value)| with_query(&path, name, value))
    }
}

/// GET: what would be done; or the page of the act that was chosen, with the same homes.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let chosen = Chosen::read(&visit.query);
    let Some(act) = Act::parse(visit.query.text("act")) else {
        // Texts to copy, or the page on which homes are ticked as told: each looks itself who may.
        let told = with_query(&chosen.at("/service/werklijst/verstrekt/"), "what", "both");
        let text = |text: Text| {
            format!("{}&text={}#{}", with_query("/service/brieven/", "project", &chosen.key), text.word(), text.id())
        };
        return Ok(visit.go(&if visit.query.text("act") == "remind" { text(Text::Remind) } else { told }));
    };
    match many::plan(visit.app(), &visit.ctx, who, &chosen.wish(act)?).await {
        Ok(plan) if !chosen.all && chosen.ticked.is_empty() => {
            Ok(visit.go(&with_query(&shown(&plan.project).worklist_path(&chosen.list), "told", "nothing")))
        }
        Ok(plan) => confirm(&visit, (&chosen, act), &plan),
        Err(error) => barred(&visit, error),
    }
}

fn confirm(visit: &Visit, (chosen, act): (&Chosen, Act), plan: &Plan) -> Result<Response, Failure> {
    let mut fields = chosen.fields();
    fields.extend([("act".to_owned(), act.word().to_owned()), ("seal".to_owned(), plan.seal.clone())]);
    visit.show(&Many {
        page: visit.page_at(ROOT),
        project: shown(&plan.project),
        act,
        rows: plan.homes.iter().map(|home| row(home, None)).collect(),
        left: plan.left.iter().map(|(home, left)| row(home, Some(why(*left)))).collect(),
        more: plan.more,
        second: plan.second,
        fields,
    })
}

const fn why(left: Left) -> Why {
    match left {
        Left::InUse => Why::InUse,
        Left::NoAddress => Why::NoAddress,
    }
}

fn row(home: &app::Standing, why: Option<Why>) -> ManyRow {
    ManyRow {
        href: format!("/service/woningen/{}/", home.dwelling),
        number: number(&home.home),
        address: address(&home.home),
        username: home.username.clone(),
        why,
    }
}

/// POST: the act, if nothing changed since it was shown.
pub(crate) async fn run(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (chosen, act) = (Chosen::read(&form), Act::parse(form.text("act")).unwrap_or(Act::Revoke));
    let wish = chosen.wish(act)?;
    let back = |word: &str, homes: u64| {
        let list = with_query(&with_query("/service/werklijst/", "project", &chosen.key), "list", chosen.list.as_str());
        with_query(&with_query(&list, "many", word), "homes", &homes.to_string())
    };
    match many::run(visit.app(), &visit.ctx, who, (&wish, form.text("seal"))).await {
        Ok(Done::Done(homes)) => Ok(visit.go(&back(act.word(), homes))),
        Ok(Done::Proposed) => Ok(visit.go(&back("proposed", 0))),
        Ok(Done::Other(plan)) => confirm(&visit, (&chosen, act), &plan),
        Err(error) => barred(&visit, error),
    }
}

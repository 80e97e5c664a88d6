//! `nalopen/`: once a year the rights of everybody, each with a yes or no. Who would be ended is shown once more first.

use std::collections::BTreeMap;

use app::Caller;
use app::staff::{self, Answer, Sheet, StaffError, review_seal, review_sheet};
use axum::response::Response;
use domain::id::StaffId;

use super::{back, barred, come, refused, reviewed, row, side};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::views::colleagues::Desk;
use crate::views::colleagues::list::Told;
use crate::views::colleagues::review::{ReviewRights, ReviewSure};
use crate::visit::Visit;

/// What was said of each.
type Answers = BTreeMap<StaffId, Answer>;

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    match review_sheet(visit.app(), &visit.ctx, who, side(desk)).await {
        Ok(sheet) => form(&visit, desk, (sheet, &Answers::new()), State::Fresh),
        Err(error) => barred(&visit, error),
    }
}

/// Why the form is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Fresh,
    Unanswered,
    Moved,
}

fn form(visit: &Visit, desk: Desk, (sheet, answers): (Sheet, &Answers), state: State) -> Result<Response, Failure> {
    let said = |id: &StaffId| answers.get(id).map(|answer| *answer == Answer::Ends);
    visit.show(&ReviewRights {
        page: visit.page_at(&desk.review()),
        desk,
        rows: sheet.people.iter().map(|it| (row(it, sheet.own), said(&it.id))).collect(),
        seen: sheet.seen,
        last: reviewed(sheet.last),
        unanswered: state == State::Unanswered,
        moved: state == State::Moved,
    })
}

fn read(sheet: &Sheet, sent: &Fields) -> Answers {
    let answer = |id: &StaffId| match sent.text(&format!("answer-{id}")) {
        "stays" => Some(Answer::Stays),
        "ends" => Some(Answer::Ends),
        _ => None,
    };
    sheet.people.iter().filter_map(|it| Some((it.id, answer(&it.id)?))).collect()
}

/// POST: `answer-{colleague}` of each, `seen`; with `seal` once it was shown who would be ended.
pub(crate) async fn go_over(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    let sheet = match review_sheet(visit.app(), &visit.ctx, who, side(desk)).await {
        Ok(sheet) => sheet,
        Err(error) => return barred(&visit, error),
    };
    let answers = read(&sheet, &sent);
    if sheet.seen != sent.text("seen") {
        return form(&visit, desk, (sheet, &answers), State::Moved);
    }
    if answers.len() < sheet.people.len() {
        return form(&visit, desk, (sheet, &answers), State::Unanswered);
    }
    let seal = review_seal(&sheet.seen, &answers);
    if answers.values().any(|answer| *answer == Answer::Ends) && sent.text("seal") != seal {
        return sure(&visit, desk, (&sheet, &answers), seal);
    }
    act(&visit, (who, desk), &sheet.seen, answers).await
}

async fn act(
    visit: &Visit,
    (who, desk): (Caller<'_>, Desk),
    seen: &str,
    answers: Answers,
) -> Result<Response, Failure> {
    let kept = answers.clone();
    match staff::review(visit.app(), &visit.ctx, who, (side(desk), seen), answers).await {
        Ok(_) => Ok(back(visit, desk, Told::Reviewed)),
        Err(StaffError::Moved) => match review_sheet(visit.app(), &visit.ctx, who, side(desk)).await {
            Ok(sheet) => form(visit, desk, (sheet, &kept), State::Moved),
            Err(error) => barred(visit, error),
        },
        Err(error) => refused(visit, desk, error),
    }
}

fn sure(visit: &Visit, desk: Desk, (sheet, answers): (&Sheet, &Answers), seal: String) -> Result<Response, Failure> {
    let ends = |id: &StaffId| answers.get(id) == Some(&Answer::Ends);
    let mut fields = vec![("seen".to_owned(), sheet.seen.clone()), ("seal".to_owned(), seal)];
    fields.extend(answers.iter().map(|(id, answer)| {
        let word = if *answer == Answer::Ends { "ends" } else { "stays" };
        (format!("answer-{id}"), word.to_owned())
    }));
    let people = sheet.people.iter();
    visit.show(&ReviewSure {
        page: visit.page_at(&desk.review()),
        desk,
        ends: people.clone().filter(|it| ends(&it.id)).map(|it| row(it, sheet.own)).collect(),
        stay: people.filter(|it| !ends(&it.id)).count() as u64,
        fields,
    })
}

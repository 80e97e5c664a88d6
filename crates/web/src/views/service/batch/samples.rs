//! Invented lists in every stage, for the gallery.

use domain::first_login::{Column, HeaderFault, Judgement};
use domain::time::{Day, Time};

use super::*;
use crate::views::service::Pager;

const AT: Time = Time::from_micros(1_795_438_980_000_000);

impl Batch {
    fn sample() -> Self {
        Self {
            project: Project::sample(),
            id: "0193-1".to_owned(),
            name: "Lindelaan fase 1.csv".to_owned(),
            at: AT,
            by: "noor@beheer.test".to_owned(),
        }
    }

    fn on_page(&self, page: &Page) -> Page {
        page.for_service(&self.path())
    }
}

impl BatchRunning {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let batch = Batch::sample();
        let state = |stage, done, total| {
            let (page, batch) = (batch.on_page(page), batch.clone());
            Self { page, batch, stage, done, total, watch: false }
        };
        vec![
            ("batch-waiting", state(Stage::Waiting, 0, None)),
            ("batch-reading", state(Stage::Reading, 12_400, None)),
            ("batch-applying", state(Stage::Applying, 37_000, Some(100_000))),
            ("batch-watching", Self { watch: true, ..state(Stage::Applying, 37_000, Some(100_000)) }),
        ]
    }
}

impl BatchEnded {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let batch = Batch::sample();
        let state = |end| Self { page: batch.on_page(page), batch: batch.clone(), end };
        let unreadable = End::Unreadable {
            why: "Dit is een PDF, ook al heet het bestand lijst.xlsx.".to_owned(),
            to_do: "Vraag de opdrachtgever om de lijst uit Excel of uit het eigen systeem.".to_owned(),
        };
        vec![
            ("batch-unreadable", state(unreadable)),
            ("batch-thrown-away", state(End::ThrownAway)),
            ("batch-undone", state(End::Undone { rows: 38 })),
        ]
    }
}

impl BatchColumns {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let batch = Batch::sample();
        let line = |number, cells: &[&str]| Line { number, cells: cells.iter().map(|it| (*it).to_owned()).collect() };
        let lines = vec![
            line(1, &["Huurders Lindelaan, stand 20 november"]),
            line(3, &["Nummer", "Waar", "", "Contact", "Contact 2"]),
            line(4, &["100231", "Lindelaan 12-A", "7607 AB", "jan@example.nl", ""]),
            line(5, &["100232", "Lindelaan <b>12-B</b>", "7607AB", "", "kees@example.nl"]),
        ];
        let column = |at: usize, means| ColumnRead {
            name: lines[1].cells[at].clone(),
            means,
            blanked: at == 2,
            first: lines[2..].iter().map(|line| line.cells[at].clone()).collect(),
        };
        let email = Some(Column::Email);
        let columns = vec![column(0, None), column(1, None), column(2, None), column(3, email), column(4, email)];
        let state = |missing, refused| Self {
            page: batch.on_page(page),
            batch: batch.clone(),
            as_what: "Excel, blad Huurders".to_owned(),
            sheets: vec!["Voorblad".to_owned(), "Huurders".to_owned()],
            sheet: "Huurders".to_owned(),
            header: 3,
            lines: lines.clone(),
            columns: columns.clone(),
            missing,
            refused,
            until: AT,
        };
        let twice = HeaderFault::Twice(Column::Email);
        let bare = Self { sheets: Vec::new(), sheet: String::new(), header: 0, ..state(None, None) };
        vec![
            ("batch-columns", state(Some(HeaderFault::Unknown), None)),
            ("batch-columns-ready", bare),
            ("batch-columns-twice", state(Some(twice), Some(ColumnsFault::Header(twice)))),
            ("batch-columns-no-line", state(Some(HeaderFault::NoKey), Some(ColumnsFault::NoLine))),
        ]
    }
}

impl HowRead {
    fn sample() -> Self {
        let column = |name: &str, means, blanked, first: [&str; 3]| ColumnRead {
            name: name.to_owned(),
            means,
            blanked,
            first: first.iter().map(|cell| (*cell).to_owned()).collect(),
        };
        Self {
            as_what: "CSV, Windows-1252, met puntkomma's".to_owned(),
            titles: 2,
            rows: 412,
            columns: vec![
                column("VHE-nr", Some(Column::ClientNumber), false, ["100231", "100232", "100233"]),
                column("Straat", Some(Column::Street), false, ["Lindelaan", "Lindelaan", "Lindelaan"]),
                column("Nr", Some(Column::HouseNumber), false, ["12", "12", "14"]),
                column("Toev.", Some(Column::Addition), false, ["A", "B", ""]),
                column("PC", Some(Column::Postcode), false, ["7607 AB", "7607AB", "7607 ab"]),
                column("Mail hoofdhuurder", Some(Column::Email), false, ["j•••@e•••.nl", "", "k•••@e•••.nl"]),
                column("BSN", None, true, ["", "", ""]),
                column("Geboortedatum", None, true, ["", "", ""]),
                column("Opm.", None, false, ["sleutel 2x", "", "n.v.t."]),
            ],
        }
    }
}

impl RowRead {
    fn samples() -> Vec<Self> {
        let row = |number, home: &str, address: &str, judgement, reasons: &[(&str, &str)]| Self {
            number,
            home: home.to_owned(),
            address: Some(address.to_owned()).filter(|address| !address.is_empty()),
            judgement,
            reasons: reasons
                .iter()
                .map(|(cell, text)| CellReason {
                    cell: Some((*cell).to_owned()).filter(|cell| !cell.is_empty()),
                    text: (*text).to_owned(),
                })
                .collect(),
        };
        let typo = "Kijk dit na: waarschijnlijk een tikfout in wat achter het @-teken staat.";
        let many = "Hier staat meer dan één e-mailadres. Kies er één.";
        let twice = "Deze woning staat meer dan één keer in de lijst. Laat één regel staan.";
        let completed = "Straat en huisnummer van deze woning worden aangevuld.";
        let in_use = "Dit account is in gebruik. Een lijst verandert daar niets aan.";
        vec![
            row(4, "100231 · Lindelaan 12-A", "j•••@e•••.nl", Judgement::New, &[]),
            row(5, "100232 · Lindelaan 12-B", "", Judgement::New, &[]),
            row(6, "100233 · Lindelaan 14", "k•••@g•••.con", Judgement::New, &[("Mail hoofdhuurder", typo)]),
            row(7, "100234 · Lindelaan 16", "p•••@e•••.nl", Judgement::Changed, &[("", completed)]),
            row(8, "100235 · Lindelaan 18", "a•••@e•••.nl", Judgement::Unchanged, &[]),
            row(
                9,
                "100236 · Lindelaan 20",
                "",
                Judgement::Refused,
                &[("Mail hoofdhuurder", many), ("PC", "Dit is geen Nederlandse postcode. Schrijf hem als 1234 AB.")],
            ),
            row(10, "100237 · Lindelaan 22", "s•••@e•••.nl", Judgement::Conflict, &[("", twice)]),
            row(
                11,
                "100238 · Lindelaan 24 <b>hs</b>",
                "t•••@e•••.nl",
                Judgement::Refused,
                &[("Mail hoofdhuurder", in_use)],
            ),
        ]
    }
}

impl BatchJudged {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let batch = Batch::sample();
        let state = |counts| Self {
            page: batch.on_page(page),
            batch: batch.clone(),
            counts,
            stop: None,
            proposed: None,
            refused: None,
            read: HowRead::sample(),
            rows: RowRead::samples(),
            shown: None,
            pager: Pager { next: Some(format!("{}?after=11", batch.path())), ..Pager::default() },
        };
        let all = Counts { new: 38, unchanged: 368, changed: 3, addresses: 2, conflict: 1, refused: 3 };
        let new = Counts { new: 412, ..Counts::default() };
        let same = Counts { unchanged: 412, ..Counts::default() };
        let some = RowRead::samples().into_iter().filter(|row| row.judgement == Judgement::Refused).collect();
        let mut bare = HowRead::sample();
        bare.columns.retain(|column| column.means != Some(Column::Email) && !column.blanked);
        vec![
            ("batch-judged", state(all)),
            ("batch-judged-new", Self { rows: RowRead::samples()[..2].to_vec(), ..state(new) }),
            ("batch-judged-same", Self { rows: RowRead::samples()[4..5].to_vec(), ..state(same) }),
            ("batch-judged-refused", Self { shown: Some(Judgement::Refused), rows: some, ..state(all) }),
            ("batch-judged-none", Self { shown: Some(Judgement::Conflict), rows: Vec::new(), ..state(new) }),
            ("batch-judged-no-email", Self { read: bare, ..state(new) }),
            ("batch-not-said", Self { refused: Some(ConfirmFault::ResidentsNotSaid), ..state(all) }),
            ("batch-new-residents", Self { refused: Some(ConfirmFault::NewResidents), ..state(all) }),
            ("batch-shifted", Self { stop: Some(Stop::Shifted { moved: 231, rows: 388 }), ..state(all) }),
            (
                "batch-many",
                Self { stop: Some(Stop::TooManyChanges(14)), ..state(Counts { changed: 14, addresses: 14, ..all }) },
            ),
            (
                "batch-many-proposed",
                Self {
                    stop: Some(Stop::TooManyChanges(14)),
                    proposed: Some("/service/voorstellen/0193-9/".to_owned()),
                    ..state(Counts { changed: 14, addresses: 14, ..all })
                },
            ),
        ]
    }
}

impl BatchApplied {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let batch = Batch::sample();
        let applied = Applied {
            at: AT,
            by: "noor@beheer.test".to_owned(),
            homes: 38,
            addresses: 2,
            completed: 0,
            left: 4,
            undone: 0,
            undoable: 40,
            kept_until: Some(Day::parse("2026-12-23").expect("a day")),
            returned: None,
            not_told: 38,
        };
        let state =
            |applied, told_undone| Self { page: batch.on_page(page), batch: batch.clone(), applied, told_undone };
        let later = Applied { returned: Some(AT), undoable: 3, not_told: 0, ..applied.clone() };
        let gone = Applied { kept_until: None, addresses: 0, left: 0, undoable: 0, not_told: 0, ..later.clone() };
        let partly = Applied { undone: 12, completed: 3, undoable: 20, homes: 0, ..applied.clone() };
        vec![
            ("batch-applied", state(applied, None)),
            ("batch-applied-returned", state(later, None)),
            ("batch-applied-gone", state(gone, None)),
            ("batch-applied-undone", state(partly, Some((12, 3)))),
        ]
    }
}

impl BatchUndo {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let batch = Batch::sample();
        let row = |id: u8, home: &str, goes, stays: &str| UndoRow {
            id: format!("0193-{id}"),
            home: home.to_owned(),
            username: format!("ALMELO{id:02}"),
            goes,
            stays: Some(stays.to_owned()).filter(|stays| !stays.is_empty()),
        };
        let home = UndoGoes { home: true, ..UndoGoes::default() };
        let place = UndoGoes { place: true, ..UndoGoes::default() };
        let rows = vec![
            row(1, "100231 · Lindelaan 12-A", home, ""),
            row(2, "100232 · Lindelaan 12-B", place, ""),
            row(3, "100234 · Lindelaan 16", UndoGoes { address: true, ..place }, ""),
            row(4, "100235 · Lindelaan 18", home, "De gebruikersnaam is verstrekt op 23 november."),
            row(5, "100236 · Lindelaan 20", home, "De bewoner vroeg een wachtwoord aan."),
        ];
        let state = |can, rows: &[UndoRow], refused| Self {
            page: page.for_service(&format!("{}terugdraaien/", batch.path())),
            batch: batch.clone(),
            can,
            stay: 2,
            rows: rows.to_vec(),
            pager: Pager::default(),
            refused,
        };
        let link = |after: &str| Some(format!("{}terugdraaien/?after={after}", batch.path()));
        let pager = Pager { first: link("0"), previous: link("0"), next: link("100") };
        vec![
            ("batch-undo", state(3, &rows, None)),
            ("batch-undo-middle", Self { pager, ..state(412, &rows, None) }),
            ("batch-undo-nothing-ticked", state(3, &rows, Some(UndoFault::NothingTicked))),
            ("batch-undo-none", state(0, &rows[3..], None)),
        ]
    }
}

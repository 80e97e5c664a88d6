//! Every list that the program writes, opened and saved by LibreOffice Calc: each cell is the text that went in, nothing is
//! worked out, and what Calc saved is the same list when it comes back.

use std::path::{Path, PathBuf};

use app::first_login::{Sheet, SheetKind};
use testkit::judges::office::{AS_SHOWN, AS_XLSX, Office, calc_is_there};

use super::super::browser::Browser;
use super::super::house::{House, PROJECT};
use super::super::journey::staff_gets_in;
use super::super::post::Post;
use super::lists::{self, Rows, TITLES, defused};

/// How Calc reads CSV where a person says that every column is text (as many as the widest list has), and where nobody says
/// anything.
const AS_TEXT: &str = "CSV:59,34,76,1,1/2/2/2/3/2/4/2/5/2/6/2/7/2/8/2/9/2/10/2/11/2/12/2/13/2";
const AS_IT_COMES: &str = "CSV:59,34,76,1";

/// A home of an earlier list, in columns of its own.
const EARLIER: &str = "VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats\r\n000500;@Laan;80;-5;1234 AB;Ee\r\n";

/// Cells that no list of a client could hold, and that a spreadsheet must take for text all the same.
const ODD: [&str; 9] = ["\rx", "\0x", "\u{1}x", "=\"0012\"", "a\r\nb", "_x000D_", " x ", "''-", "{=1+1}"];

/// The lists of one house, as files.
struct Lists {
    house: House,
    /// `terug`, `fouten`, `sjabloon`, `gebruikersnamen`, `werklijst`, `vreemd`; each as `.csv` and as `.xlsx`.
    folder: PathBuf,
}

const NAMES: [&str; 6] = ["terug", "fouten", "sjabloon", "gebruikersnamen", "werklijst", "vreemd"];

impl Lists {
    fn written() -> Self {
        let post = Post::start();
        let house = House::sqlite().with("HUISSLEUTEL_SMTP_URL", &post.peer.url()).furnished();
        house.import(EARLIER, &["--confirm"]).ends(0);
        let said = house.import(&lists::sent(), &["--confirm", "--format", "json"]).ends(3);
        let report: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
        assert_eq!(report.pointer("/counts/new"), Some(&lists::homes().len().into()), "{report}");
        let batch = report.get("batch").and_then(serde_json::Value::as_str).unwrap();
        let lists = Self { folder: house.folder.join("lijsten"), house };
        std::fs::create_dir(&lists.folder).unwrap();
        lists.by_page(&post, batch);
        lists.by_command();
        lists.odd();
        lists
    }

    fn file(&self, name: &str, ending: &str) -> PathBuf {
        self.folder.join(format!("{name}.{ending}"))
    }

    fn files(&self, ending: &str) -> Vec<PathBuf> {
        NAMES.iter().map(|name| self.file(name, ending)).collect()
    }

    /// What a clerk downloads.
    fn by_page(&self, post: &Post, batch: &str) {
        let clerk = ["--email", "noor@beheer.test", "--role", "clerk", "--organisation", "linde"];
        self.house.run(&[&["staff", "invite"][..], &clerk].concat()).ends(0);
        let mut program = self.house.start(&["serve"]);
        let mut browser = staff_gets_in(post, Browser::at(program.address()));
        let here = format!("/service/projecten/{PROJECT}/lijst");
        for ending in ["csv", "xlsx"] {
            for name in ["terug", "fouten"] {
                let bytes = browser.file(&format!("{here}/{batch}/{name}.{ending}"));
                std::fs::write(self.file(name, ending), bytes).unwrap();
            }
            let template = browser.file(&format!("{here}/sjabloon.{ending}"));
            let by_command = self.file("sjabloon", ending);
            self.house.run(&["template", "--out", by_command.to_str().unwrap()]).ends(0);
            assert!(std::fs::read(by_command).unwrap() == template, "page and command give one template");
        }
        program.stop().ends(0);
    }

    /// What the operator gets by command.
    fn by_command(&self) {
        for ending in ["csv", "xlsx"] {
            for (command, name) in [("usernames", "gebruikersnamen"), ("worklist", "werklijst")] {
                let out = self.file(name, ending);
                self.house.run(&[command, "--project", PROJECT, "--out", out.to_str().unwrap()]).ends(0);
            }
        }
    }

    /// What only the writer of all these lists can be given.
    fn odd(&self) {
        for (kind, ending) in [(SheetKind::Csv, "csv"), (SheetKind::Xlsx, "xlsx")] {
            let file = std::fs::File::create(self.file("vreemd", ending)).unwrap();
            let mut sheet = Sheet::new(file, kind).unwrap();
            sheet.row(&["Nummer", "Cel"]).unwrap();
            for (number, cell) in ODD.iter().enumerate() {
                sheet.row(&[number.to_string().as_str(), cell]).unwrap();
            }
            sheet.finish().unwrap();
        }
    }

    /// What a row that is judged unchanged is, by the program's own reader.
    #[track_caller]
    fn comes_back_unchanged(&self, file: &Path) {
        let said = self.house.run(&["import", "--project", PROJECT, file.to_str().unwrap(), "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&said.stdout).unwrap_or_else(|_| panic!("{said:?}"));
        let count = |name: &str| report.pointer(&format!("/counts/{name}")).and_then(serde_json::Value::as_u64);
        let (homes, all) = (lists::homes().len() as u64, (lists::homes().len() + lists::faults().len()) as u64);
        let counts = ["unchanged", "new", "changed", "total"].map(count);
        assert_eq!(counts, [Some(homes), Some(0), Some(0), Some(all)], "{}: {report:#}", file.display());
    }
}

/// A list that Calc wrote: `name`, of the sheet that is called so.
fn shown(folder: &Path, name: &str, sheet: &str) -> Rows {
    lists::read(&folder.join(format!("{name}-{sheet}.csv")))
}

fn paths(files: &[PathBuf]) -> Vec<&Path> {
    files.iter().map(PathBuf::as_path).collect()
}

/// What Calc shows of each list is what went in, each cell written as `as_cell` says.
fn every_cell_is_as_it_went_in(shown: impl Fn(&str) -> Rows, house: &House, as_cell: fn(&str) -> String) {
    let written =
        |rows: Rows| -> Rows { rows.into_iter().map(|row| row.iter().map(|cell| as_cell(cell)).collect()).collect() };
    let titled = |rows: Rows| [vec![TITLES.map(str::to_owned).to_vec()], rows].concat();
    let all = [lists::homes(), lists::faults()].concat();

    let back = shown("terug");
    assert_eq!(lists::left(&back, TITLES.len()), written(titled(all.clone())), "terug");
    usernames_are_those_of(&back, house);

    let faults = shown("fouten");
    assert_eq!(lists::left(&faults, TITLES.len()), written(titled(lists::faults())), "fouten");
    assert!(faults.iter().skip(1).all(|row| row.iter().rev().take(2).all(|cell| !cell.is_empty())), "{faults:?}");

    let usernames = shown("gebruikersnamen");
    let beside = ["000500", "@Laan", "80", "-5", "1234 AB", "Ee", "", "", "", "", ""].map(str::to_owned).to_vec();
    let whole = [all, vec![beside]].concat();
    assert_eq!(lists::left(&usernames, TITLES.len()), written(titled(whole)), "gebruikersnamen");
    usernames_are_those_of(&usernames, house);

    let mut worklist = lists::left(&shown("werklijst"), 6).split_off(1);
    let mut homes = lists::left(&lists::homes(), 6);
    homes.push(["000500", "@Laan", "80", "-5", "1234 AB", "Ee"].map(str::to_owned).to_vec());
    let mut homes = written(homes);
    worklist.sort();
    homes.sort();
    assert_eq!(worklist, homes, "werklijst");

    let template = shown("sjabloon");
    assert_eq!(template.len(), 1);
    assert_eq!(lists::left(&template, 7)[0], TITLES[..7], "sjabloon");

    let odd: Vec<String> = shown("vreemd").split_off(1).iter().map(|row| as_calc_ends_lines(&row.concat())).collect();
    let wanted = ODD.iter().enumerate().map(|(at, cell)| as_calc_ends_lines(&format!("{at}{}", as_cell(cell))));
    let wanted: Vec<String> = wanted.collect();
    assert_eq!(odd, wanted, "vreemd");
}

/// Calc ends the lines in a cell in one way, and leaves out of CSV what is no sign.
fn as_calc_ends_lines(cell: &str) -> String {
    cell.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "")
}

/// The last column but one holds the usernames that the homes have.
fn usernames_are_those_of(rows: &Rows, house: &House) {
    let (known, column) = (house.inside().accounts(), TITLES.len());
    let given: Vec<_> = rows.iter().skip(1).filter(|row| !row[column].is_empty()).collect();
    assert!(given.len() >= lists::homes().len(), "{rows:?}");
    for row in given {
        let account = known.iter().find(|account| account.username == row[column]);
        assert_eq!(account.map(|account| account.number.as_str()), Some(plain(&row[0])), "{row:?}");
    }
}

fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

#[test]
fn calc_shows_every_list_as_it_was_written_and_works_nothing_out() {
    if !calc_is_there() {
        return;
    }
    let (lists, office) = (Lists::written(), Office::open());
    let sheets = office.convert("bladen", &paths(&lists.files("xlsx")), (None, AS_SHOWN));
    every_cell_is_as_it_went_in(|name| shown(&sheets, name, "Sheet1"), &lists.house, str::to_owned);
    let example = shown(&sheets, "sjabloon", "Uitleg");
    assert!(example.iter().any(|row| row[..5] == ["0012", "Lindelaan", "12", "A", "1234 AB"]), "{example:?}");

    let texts = office.convert("tekst", &paths(&lists.files("csv")), (Some(AS_TEXT), AS_SHOWN));
    every_cell_is_as_it_went_in(|name| shown(&texts, name, name), &lists.house, defused);

    // Opened without a word Calc may take text for numbers, for which there is the spreadsheet; but it works nothing out.
    let opened = office.convert("open", &paths(&lists.files("csv")), (Some(AS_IT_COMES), AS_SHOWN));
    for name in NAMES {
        let (texts, opened) = (shown(&texts, name, name).concat(), shown(&opened, name, name).concat());
        assert_eq!(texts.len(), opened.len(), "{name}");
        for (text, opened) in texts.iter().zip(&opened).filter(|(text, _)| text.starts_with('\'')) {
            assert_eq!(opened, text, "{name}");
        }
    }
}

#[test]
fn a_list_that_calc_saved_comes_back_unchanged() {
    if !calc_is_there() {
        return;
    }
    let (lists, office) = (Lists::written(), Office::open());
    let own = [lists.file("terug", "csv"), lists.file("terug", "xlsx")];
    own.iter().for_each(|file| lists.comes_back_unchanged(file));
    let [text, sheet] = [own[0].as_path(), own[1].as_path()];
    let saved = office.convert("blad-als-blad", &[sheet], (None, AS_XLSX)).join("terug.xlsx");
    lists.comes_back_unchanged(&saved);
    let saved = office.convert("blad-als-tekst", &[sheet], (None, AS_SHOWN)).join("terug-Sheet1.csv");
    lists.comes_back_unchanged(&saved);
    let saved = office.convert("tekst-als-tekst", &[text], (Some(AS_TEXT), AS_SHOWN)).join("terug-terug.csv");
    lists.comes_back_unchanged(&saved);
    let saved = office.convert("tekst-als-blad", &[text], (Some(AS_TEXT), AS_XLSX)).join("terug.xlsx");
    lists.comes_back_unchanged(&saved);
}

/// The judge would see it: a formula that nobody defused is worked out, and a number loses its zeroes.
#[test]
fn calc_works_out_what_is_not_defused() {
    if !calc_is_there() {
        return;
    }
    let (folder, office) = (testkit::engines::folder(), Office::open());
    let file = folder.join("open.csv");
    std::fs::write(&file, "Nummer;Som\r\n0012;=1+1\r\n").unwrap();
    let opened = office.convert("open", &[&file], (Some(AS_IT_COMES), AS_SHOWN));
    assert_eq!(shown(&opened, "open", "open")[1], ["12", "2"]);
    std::fs::remove_dir_all(folder).unwrap();
}

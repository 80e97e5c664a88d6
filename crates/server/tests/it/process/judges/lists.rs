//! What a client's list may hold, and lists as they come out of a spreadsheet program.

use std::path::Path;

pub(super) type Rows = Vec<Vec<String>>;

/// A list of cells as a client keeps them: numbers that are text, text that looks like numbers or formulas.
pub(super) const TITLES: [&str; 11] = [
    "VHE-nummer",
    "Straat",
    "Huisnummer",
    "Toevoeging",
    "Postcode",
    "Plaats",
    "E-mailadres",
    "BAG-id",
    "Telefoon",
    "Opleverdatum",
    "Notitie",
];

/// The numbers of homes with what else stands in their rows: addition, BAG id, telephone, day, note.
const HOMES: [[&str; 6]; 10] = [
    ["0012", "-1", "0363010012345678", "+31612345678", "01-02-2026", "=HYPERLINK(\"https://x.example\";\"klik\")"],
    ["007", "A", "1963010012345679", "0612345678", "2026-02-01", "@SUM(A1:A9)"],
    ["-12", "", "", "-0612345678", "1-2-2026", "regel 1\nregel 2; \"en meer\""],
    ["+31-7", "II", "0363010000000012", "06-1234 5678", "1 februari 2026", "\tmet een tab"],
    ["@8", "+", "", "00316", "", "-1"],
    ["1963010012345678", "", "", "112", "01/02/2026", "1e5"],
    ["12345678901234567890", "1/2", "", "0900-1234", "", "WAAR"],
    ["1.0", "hs", "", "€ 5,00", "", "'s avonds bellen"],
    ["3-4", "", "", "50%", "", "'=1"],
    ["00", "", "", "1,5", "", "_x0041_ &amp; <b> 🔑"],
];

/// Rows that nobody can use, behind the others.
const FAULTS: [[&str; 5]; 3] = [
    ["0099", "0123 AB", "bewoner99@example.nl", "=1+1", "+1"],
    ["=1+1", "1234 AB", "", "=A1", "-2"],
    ["0098", "1234 AB", "a@example.nl; b@example.nl", "\tx", "0012"],
];

/// The rows that become homes.
pub(super) fn homes() -> Rows {
    let home = |(at, &[number, addition, bag, telephone, day, note]): (usize, &[&str; 6])| {
        let (house, mail) = ((at + 1).to_string(), format!("bewoner{at}@example.nl"));
        let street = ["Łódźkade", "’t Kléine Eiland", "@Plein", "Laan \"A\"; b"][at % 4];
        let address = match number {
            // Known by its number alone: read otherwise, it would be another home.
            "-12" => [number, "", "", "", "", "", &mail],
            _ => [number, street, &house, addition, "1234 AB", "'s-Gravenhage", &mail],
        };
        [&address[..], &[bag, telephone, day, note]].concat().iter().map(|cell| (*cell).to_owned()).collect()
    };
    HOMES.iter().enumerate().map(home).collect()
}

/// The rows that do not.
pub(super) fn faults() -> Rows {
    let row = |(at, &[number, postcode, mail, telephone, note]): (usize, &[&str; 5])| {
        let house = (at + 90).to_string();
        let row = [number, "Kade", &house, "", postcode, "Ee", mail, "", telephone, "", note];
        row.iter().map(|cell| (*cell).to_owned()).collect()
    };
    FAULTS.iter().enumerate().map(row).collect()
}

/// The list as a careful client sends it.
pub(super) fn sent() -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(TITLES).unwrap();
    for row in homes().iter().chain(&faults()) {
        // Its program meant the sign: it would be taken for ours otherwise.
        let cell = |cell: &String| if cell.starts_with('\'') { defused(cell) } else { cell.clone() };
        writer.write_record(row.iter().map(cell)).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A list that a spreadsheet program wrote, every row as wide as the first.
pub(super) fn read(file: &Path) -> Rows {
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let text = String::from_utf8(bytes).unwrap();
    let text = text.trim_start_matches('\u{feff}').as_bytes();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text);
    let rows: Rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let width = rows.first().map_or(0, Vec::len);
    let wide = |mut row: Vec<String>| {
        row.resize(width.max(row.len()), String::new());
        row
    };
    rows.into_iter().map(wide).collect()
}

/// What a cell of text is in CSV: a sign in front keeps a spreadsheet from working it out.
pub(super) fn defused(cell: &str) -> String {
    let formula = cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\0']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

/// The left columns of rows.
pub(super) fn left(rows: &[Vec<String>], columns: usize) -> Rows {
    rows.iter().map(|row| row.iter().take(columns).cloned().collect()).collect()
}

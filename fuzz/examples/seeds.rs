//! Makes what the fuzzers begin with. From the lists that the tests kept in `fuzz/corpus/list`: the parts of their
//! spreadsheets, and their rows. From what stands in quotes in the sources of `domain`: more rows, and the words.

use std::fs;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

use domain::first_login::Header;
use fuzz::{List, Source};
use zip::ZipArchive;

const USUAL: &str = "VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats;E-mailadres";
const PARTS: [&str; 4] = ["xl/worksheets/sheet", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];

fn main() -> io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let (mut lists, mut sheets, mut rows) = (0, Kept::within(&corpus, "spreadsheet")?, Kept::within(&corpus, "row")?);
    for file in files(&corpus.join("list"))? {
        let bytes = fs::read(file)?;
        lists += 1;
        if let Some(parts) = parts(&bytes) {
            sheets.keep(&parts)?;
        }
        let Ok(mut list) = List::open(&Source::bytes(bytes), None) else { continue };
        for row in list.raw_rows(20).unwrap_or_default() {
            rows.keep(line(list.header().titles(), &row.cells).as_bytes())?;
        }
    }
    let (mut words, mut header) = (Vec::new(), USUAL);
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/domain/src/first_login");
    let sources: Vec<String> = files(&sources)?.into_iter().filter_map(|file| fs::read_to_string(file).ok()).collect();
    for quoted in sources.iter().flat_map(|text| text.split('"').skip(1).step_by(2)) {
        let cells: Vec<&str> = quoted.split(';').collect();
        if cells.len() > 1 && Header::recognise(&cells).is_ok() {
            header = quoted;
        } else if !quoted.contains('\n') && !quoted.is_empty() {
            // A text that is no row is the cell of an address or of a street.
            let titles: Vec<&str> =
                if cells.len() > 1 { header.split(';').collect() } else { vec!["VHE", "E-mail", "Adres"] };
            let cells = if cells.len() > 1 { cells } else { vec!["1", quoted, quoted] };
            rows.keep(line(&titles, &cells).as_bytes())?;
        }
        words.extend(quoted.split_whitespace().filter(|word| word.len() < 40 && word.is_ascii()));
    }
    words.sort_unstable();
    words.dedup();
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{}\"\n", word.replace('\\', "\\\\"))).collect();
    fs::write(corpus.join("words"), quoted.concat())?;
    println!("{lists} lists, {} spreadsheets, {} rows, {} words", sheets.count, rows.count, words.len());
    Ok(())
}

/// A folder of seeds.
struct Kept {
    folder: PathBuf,
    count: u32,
}

impl Kept {
    fn within(corpus: &Path, name: &str) -> io::Result<Self> {
        let folder = corpus.join(name);
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, count: 0 })
    }

    fn keep(&mut self, seed: &[u8]) -> io::Result<()> {
        self.count += 1;
        fs::write(self.folder.join(format!("seed-{}", self.count)), seed)
    }
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}

/// As the target `row` takes it apart.
fn line<T: AsRef<str>, C: AsRef<str>>(titles: &[T], cells: &[C]) -> String {
    let titles: Vec<&str> = titles.iter().map(AsRef::as_ref).collect();
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("{}\x1e{}", titles.join("\x1f"), cells.join("\x1f"))
}

/// As the target `spreadsheet` takes them apart. The workbook is left to it where there is one sheet only.
fn parts(package: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(package)).ok()?;
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|it| it.to_string()).collect();
    let mut parts = Vec::new();
    for part in PARTS {
        let mut text = Vec::new();
        if let Some(name) = names.iter().find(|name| name.starts_with(part)) {
            archive.by_name(name).ok()?.read_to_end(&mut text).ok()?;
        }
        parts.push(text);
    }
    let book = parts.pop()?;
    if names.iter().filter(|name| name.starts_with(PARTS[0])).count() > 1 {
        // All of them are the one sheet that the target has.
        let book = String::from_utf8(book).ok()?;
        let ids = book.split("r:id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let book = ids.fold(book.clone(), |book, id| book.replace(&format!("r:id=\"{id}\""), "r:id=\"a\""));
        parts.push(book.into_bytes());
    }
    Some(parts.join(&0))
}

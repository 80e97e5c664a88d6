//! Makes what the fuzzers of mail begin with, of the texts and messages that stand in the tests of `mail` and `domain`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A fuzzer changes a few bytes at a time: of a larger text it would never reach most.
const LARGEST: usize = 16 * 1024;

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |folder: &str| texts(&root.join("../crates").join(folder));
    let requests: Vec<String> = read("domain/src/link_request")?.iter().flat_map(|text| quoted(text)).collect();
    let taken: Vec<String> = read("mail/src/inbound")?.iter().flat_map(|text| quoted(text)).collect();
    let reports = read("mail/tests/it/bounces")?;
    let bodies = requests.iter().filter(|text| text.contains(' '));
    let written = bodies.clone().flat_map(|body| [plain(body), html(body), two_parts(body)]);
    let whole = taken.into_iter().filter(|text| text.contains(": ")).map(|text| text.replace('\n', "\r\n"));
    let messages: Vec<String> = written.chain(whole).chain(reports.clone()).collect();
    for (name, seeds) in [("request", &requests), ("message", &messages), ("report", &reports)] {
        let folder = root.join("corpus").join(name);
        fs::create_dir_all(&folder)?;
        let kept = seeds.iter().filter(|seed| !seed.is_empty() && seed.len() <= LARGEST);
        for (number, seed) in kept.clone().enumerate() {
            fs::write(folder.join(format!("seed-{number}")), seed)?;
        }
        println!("{name}: {} seeds", kept.count());
    }
    Ok(())
}

fn plain(body: &str) -> String {
    format!(
        "From: Anna <anna@corporatie.example>\r\nTo: koppelen@huissleutel.example\r\nSubject: Koppelen\r\n\r\n{body}"
    )
}

fn html(body: &str) -> String {
    let rows: String = body.lines().map(|line| format!("<tr><td>{line}</td></tr>")).collect();
    format!("From: anna@corporatie.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<table>{rows}</table>")
}

fn two_parts(body: &str) -> String {
    format!(
        "From: anna@corporatie.example\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n\
         Content-Type: text/plain\r\n\r\n{body}\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>{body}</p>\r\n--x--\r\n"
    )
}

/// The files of a folder, in their order.
fn texts(folder: &Path) -> io::Result<Vec<String>> {
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.is_file());
    files.sort();
    files.iter().map(fs::read_to_string).collect()
}

/// What stands in quotes in a source, as it is meant.
fn quoted(source: &str) -> Vec<String> {
    let (mut found, mut signs) = (Vec::new(), source.chars().peekable());
    while signs.any(|sign| sign == '"') {
        let mut text = String::new();
        while let Some(sign) = signs.next().filter(|sign| *sign != '"') {
            if sign != '\\' {
                text.push(sign);
                continue;
            }
            match signs.next() {
                Some('n') => text.push('\n'),
                Some('r') => text.push('\r'),
                Some('t') => text.push('\t'),
                Some('u') => {
                    let code: String = signs.by_ref().take_while(|sign| *sign != '}').skip(1).collect();
                    text.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                Some('\n') => while signs.next_if(|sign| sign.is_whitespace()).is_some() {},
                other => text.extend(other),
            }
        }
        found.push(text);
    }
    found
}

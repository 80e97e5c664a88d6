//! The DOCX in a real word processor: it opens, and what it prints holds every step and a code that leads to the page.

use std::path::Path;

use domain::language::Language;
use letters::Letterhead;

use crate::support::{lines, said, there, written};

/// LibreOffice makes a PDF of it, with a profile of its own.
fn converted(name: &str, language: Language) -> std::path::PathBuf {
    let bytes = letters::instruction_docx(&Letterhead::sample(), language).unwrap();
    let file = written(name, "instruction.docx", &bytes);
    let folder = file.parent().unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let out = folder.to_str().unwrap();
    let path = file.to_str().unwrap();
    said("soffice", &[&profile, "--headless", "--convert-to", "pdf", "--outdir", out, path]);
    file.with_extension("pdf")
}

fn all_text(file: &Path) -> String {
    lines(&said("pdftotext", &["-layout", file.to_str().unwrap(), "-"])).join(" ")
}

#[test]
fn a_word_processor_opens_the_instruction() {
    if !(there("soffice") && there("pdftotext") && there("zbarimg")) {
        return;
    }
    for (language, steps) in [
        (Language::Nl, ["1. Richt de camera", "2. Vul uw gebruikersnaam in", "3. Open de mail"]),
        (Language::En, ["1. Point the camera", "2. Fill in your username", "3. Open the mail"]),
    ] {
        let file = converted(&format!("docx-{}", language.code()), language);
        let text = all_text(&file);
        for step in steps {
            assert!(text.contains(step), "{step}: {text}");
        }
        assert!(text.contains("Woningstichting De Linde") && text.contains("Türkçe: Bu mektup"), "{text}");
        assert!(said("pdfinfo", &[file.to_str().unwrap()]).contains("Pages:           1"), "one page");
        let picture = file.with_file_name("page");
        let picture = picture.to_str().unwrap();
        said("pdftoppm", &["-gray", "-r", "150", "-singlefile", "-png", file.to_str().unwrap(), picture]);
        let code = said("zbarimg", &["--quiet", "--raw", &format!("{picture}.png")]);
        assert_eq!(code, "https://login.example.nl/login/accounts/pass/reset/\n");
    }
}

//! Files that are made when somebody asks for them: lists, letters, templates. They are saved, never shown as a page.

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Kind {
    Csv,
    Xlsx,
    Pdf,
    Docx,
    Json,
    JsonLines,
}

impl Kind {
    const fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Json => "application/json",
            Self::JsonLines => "application/jsonl; charset=utf-8",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
        }
    }
}

/// The file as an answer, named `name` with the ending of its kind; only plain letters of the name are kept (norms 5.4.1).
pub(in crate::pages) fn file(name: &str, kind: Kind, bytes: impl Into<Body>) -> Response {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' };
    let name: String = name.chars().map(plain).take(80).collect();
    let disposition = format!("attachment; filename=\"{name}.{}\"", kind.ending());
    let mut answer = ([(CONTENT_TYPE, kind.media())], bytes.into()).into_response();
    if let Ok(value) = HeaderValue::try_from(disposition) {
        answer.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        let answer = file("a\"\r\nSet-Cookie: x/../b", Kind::Csv, Vec::new());
        let header = answer.headers()[CONTENT_DISPOSITION].to_str().expect("text");
        assert_eq!(header, "attachment; filename=\"a---Set-Cookie--x----b.csv\"");
    }
}

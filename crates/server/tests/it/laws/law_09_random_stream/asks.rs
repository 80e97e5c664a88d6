//! What is asked of the house, and the pages and forms that an answer leads to.

use serde_json::Value;

use crate::testapp::{Answer, Client, Program};

/// A request.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    pub(super) method: &'static str,
    pub(super) path: String,
    pub(super) body: Body,
}

#[derive(Clone, Debug)]
pub(super) enum Body {
    None,
    Form(Vec<(String, String)>),
    Json(Value),
}

impl Ask {
    pub(super) fn get(path: &str) -> Self {
        Self { method: "GET", path: path.to_owned(), body: Body::None }
    }

    /// The same with every text in it told otherwise.
    pub(super) fn retold(&self, tell: impl Fn(&str) -> String) -> Self {
        let body = match &self.body {
            Body::None => Body::None,
            Body::Form(fields) => Body::Form(fields.iter().map(|(name, value)| (name.clone(), tell(value))).collect()),
            Body::Json(value) => Body::Json(serde_json::from_str(&tell(&value.to_string())).unwrap()),
        };
        Self { method: self.method, path: tell(&self.path), body }
    }

    /// The pieces that somebody chose: parts of the address and values of the form.
    pub(super) fn pieces(&self) -> Vec<String> {
        let path = unescaped(&self.path);
        let mut all: Vec<String> = path.split(['/', '?', '&', '=', '~', ',', '.', ' ']).map(str::to_owned).collect();
        all.extend(self.path.split(['/', '?', '&', '=']).map(unescaped));
        all.push(path);
        match &self.body {
            Body::None => {}
            Body::Form(fields) => all.extend(fields.iter().map(|(_, value)| value.clone())),
            Body::Json(value) => texts(value, &mut all),
        }
        all
    }
}

fn texts(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| texts(value, all)),
        Value::Object(values) => values.values().for_each(|value| texts(value, all)),
        _ => {}
    }
}

/// The text of a query.
fn unescaped(text: &str) -> String {
    let (mut out, mut bytes) = (Vec::new(), text.bytes());
    while let Some(byte) = bytes.next() {
        let code = |first: u8, second: u8| {
            u8::from_str_radix(std::str::from_utf8(&[first, second]).unwrap_or_default(), 16).unwrap_or(b'?')
        };
        match byte {
            b'%' => out.push(code(bytes.next().unwrap_or(b'0'), bytes.next().unwrap_or(b'0'))),
            b'+' => out.push(b' '),
            other => out.push(other),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// How somebody comes in.
pub(super) enum Door {
    Browser(Client),
    Program(Program),
}

impl Door {
    pub(super) async fn ask(&mut self, ask: &Ask) -> Answer {
        match (self, &ask.body) {
            (Self::Browser(client), Body::Form(fields)) => {
                let fields: Vec<(&str, &str)> =
                    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                client.post_form(&ask.path, &fields).await
            }
            (Self::Browser(client), _) if ask.method == "GET" => client.get(&ask.path).await,
            (Self::Browser(client), _) => client.send(ask.method, &ask.path, Some(b"")).await,
            (Self::Program(program), _) if ask.method == "GET" => program.get(&ask.path).await,
            (Self::Program(program), Body::Json(value)) => program.send(ask.method, &ask.path, value).await,
            (Self::Program(program), _) => program.send(ask.method, &ask.path, &Value::Null).await,
        }
    }
}

/// A form as it stood on a page: where it goes, and for each field what may be chosen.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) action: String,
    pub(super) fields: Vec<(String, Vec<String>)>,
}

impl Sheet {
    /// Whether the house sealed what it showed: the next press is the act.
    pub(super) fn is_sealed(&self) -> bool {
        self.fields.iter().any(|(name, _)| name == "seal" || name == "hash")
    }
}

/// Pages of the house that a page leads to.
pub(super) fn links(page: &Answer) -> Vec<String> {
    let html = page.text();
    let found = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let found = found.filter(|to| to.starts_with('/') && !to.starts_with("/assets/")).map(plain);
    found.filter_map(|to| to.split('#').next().map(str::to_owned)).collect()
}

/// The forms on a page that are sent by POST, as fields of text.
pub(super) fn sheets(page: &Answer, here: &str) -> Vec<Sheet> {
    let html = page.text();
    let forms = html.split("<form").skip(1).filter_map(|rest| rest.split("</form>").next());
    let posts = forms.filter(|form| form.contains("method=\"post\"") && !form.contains("multipart/form-data"));
    let read = |form: &str| {
        let action = value(form, "action").filter(|to| !to.is_empty()).unwrap_or_else(|| here.to_owned());
        let mut sheet = Sheet { action, fields: Vec::new() };
        let mut name = String::new();
        for tag in form.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            let value_of = value(tag, "value");
            let of = match tag.split_whitespace().next() {
                Some("input" | "button" | "textarea") => value(tag, "name"),
                Some("select") => {
                    name = value(tag, "name").unwrap_or_default();
                    continue;
                }
                Some("option") => Some(name.clone()),
                _ => None,
            };
            let Some(of) = of.filter(|of| !of.is_empty()) else { continue };
            match sheet.fields.iter_mut().find(|(known, _)| *known == of) {
                Some((_, values)) => values.extend(value_of),
                None => sheet.fields.push((of, value_of.into_iter().collect())),
            }
        }
        sheet
    };
    posts.map(read).filter(|sheet| !sheet.action.starts_with("/logout/")).collect()
}

fn value(tag: &str, name: &str) -> Option<String> {
    let tag = tag.split('>').next()?;
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next().map(plain)
}

fn plain(text: &str) -> String {
    text.replace("&#38;", "&").replace("&amp;", "&").replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<")
}

//! Draws requests: pages and forms that somebody was shown, of the own client and of others, and every address of the router with
//! things of anybody put in.

use crypto::chance::Chance;
use serde_json::json;

use super::asks::{Ask, Body, Door, Sheet};
use super::oracle::told_of;
use super::owners::Owned;
use super::sides::{Person, WORDS, capital};
use crate::access::routes;

/// The most pages and forms that are kept of a client.
const KEPT: usize = 300;

/// Chance that a seed repeats.
pub(super) struct Dice(pub(super) Chance);

impl Dice {
    pub(super) fn below(&self, end: usize) -> usize {
        usize::try_from(u64::from_be_bytes(self.0.bytes()) % end.max(1) as u64).unwrap()
    }

    /// True in so many of a hundred.
    pub(super) fn falls(&self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one<'a, T>(&self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// What the people of a client were shown.
#[derive(Default)]
pub(super) struct Pool {
    pub(super) links: Vec<String>,
    pub(super) sheets: Vec<Sheet>,
}

impl Pool {
    pub(super) fn keep(&mut self, links: Vec<String>, sheets: Vec<Sheet>) {
        for link in links {
            if self.links.len() < KEPT && !self.links.contains(&link) {
                self.links.push(link);
            }
        }
        for sheet in sheets {
            // A form that was shown again carries the seal of now.
            self.sheets.retain(|known| known.action != sheet.action || known.fields.len() != sheet.fields.len());
            if self.sheets.len() < KEPT {
                self.sheets.push(sheet);
            }
        }
    }
}

/// A request of this person.
pub(super) fn draw(dice: &Dice, person: &Person, pools: &[Pool; 3], owned: &Owned) -> Ask {
    let own = person.side.unwrap_or_else(|| dice.below(3));
    let other = (own + 1 + dice.below(2)) % 3;
    if dice.falls(20) {
        return looking(dice, person, if dice.falls(40) { own } else { other });
    }
    let pool = &pools[if dice.falls(75) { own } else { other }];
    let ask = match (&person.door, dice.below(10)) {
        (Door::Browser(_), 0..=2) => dice.one(&pool.links).map(|link| Ask::get(link)),
        (Door::Browser(_), 3..=6) => dice.one(&pool.sheets).map(|sheet| filled(dice, sheet, own, other)),
        _ => None,
    };
    let ask = ask.unwrap_or_else(|| of_route(dice, person, (own, other), owned));
    // Something of another client in the place of the own: the address, a field, or all of it.
    let whole = dice.falls(10);
    let some = dice.falls(25);
    ask.retold(|text| if whole || some && dice.falls(50) { told_of(text, own, other, owned) } else { text.to_owned() })
}

/// A form as somebody may fill it in.
pub(super) fn filled(dice: &Dice, sheet: &Sheet, own: usize, other: usize) -> Ask {
    let fill = |(name, values): &(String, Vec<String>)| {
        let usual = dice.one(values).cloned().unwrap_or_default();
        let value = match name.as_str() {
            "email" if usual.is_empty() || dice.falls(30) => mailbox(dice, own, other),
            _ if usual.is_empty() => typed(dice, name, own),
            _ => usual,
        };
        (name.clone(), value)
    };
    let kept = |(name, values): &&(String, Vec<String>)| {
        let must = matches!(name.as_str(), "seal" | "hash" | "act" | "email" | "residents");
        must || !values.iter().any(|value| value.is_empty()) && !dice.falls(10)
    };
    Ask {
        method: "POST",
        path: sheet.action.clone(),
        body: Body::Form(sheet.fields.iter().filter(kept).map(fill).collect()),
    }
}

fn mailbox(dice: &Dice, own: usize, other: usize) -> String {
    match dice.below(5) {
        0 => "gedeeld@example.nl".to_owned(),
        1 => format!("huis3@{}.example.nl", WORDS[own]),
        2 | 3 => format!("huis{}@{}.example.nl", 3 + dice.below(2), WORDS[other]),
        _ => format!("vers{}@{}.example.nl", dice.below(50), WORDS[own]),
    }
}

fn typed(dice: &Dice, name: &str, own: usize) -> String {
    let word = WORDS[own];
    match name {
        "first" | "last" => "2026-12-01".to_owned(),
        "number" | "client_number" => format!("V{}", 10 + dice.below(50)),
        "q" | "woning" | "person" => term(dice, own),
        _ => format!("{} {}", capital(word), dice.below(9)),
    }
}

/// What somebody looks for.
fn term(dice: &Dice, of: usize) -> String {
    let word = WORDS[of];
    match dice.below(7) {
        0 => format!("V{}", 1 + dice.below(8)),
        1 => format!("{}0{}", word.to_uppercase(), 1 + dice.below(8)),
        2 => format!("{word}laan"),
        3 => "gedeeld@example.nl".to_owned(),
        4 => format!("huis3@{word}.example.nl"),
        5 => "7601ab".to_owned(),
        _ => format!("{word}hof"),
    }
}

/// Looking for something, or through the log.
fn looking(dice: &Dice, person: &Person, of: usize) -> Ask {
    let (word, query) = (WORDS[of], term(dice, of));
    let (path, fields) = match (&person.door, dice.below(4)) {
        (Door::Program(_), 0) => ("/api/v1/dwellings", vec![("limit", "3".to_owned())]),
        (Door::Program(_), _) => ("/api/v1/dwellings", vec![("q", query)]),
        (Door::Browser(_), 0) => ("/service/logboek/", vec![]),
        (Door::Browser(_), 1) => ("/service/woningen/", vec![("project", format!("{word}/{word}hof")), ("q", query)]),
        (Door::Browser(_), _) => ("/service/gebruikers/", vec![("q", query)]),
    };
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Ask::get(&format!("{path}?{}", crate::testapp::form(&fields)))
}

/// An address of the router, each thing in it the own, another client's or nobody's.
fn of_route(dice: &Dice, person: &Person, (own, other): (usize, usize), owned: &Owned) -> Ask {
    let programs = matches!(person.door, Door::Program(_));
    let all: Vec<_> = routes().into_iter().filter(|route| route.path.starts_with("/api/") == programs).collect();
    let all: Vec<_> = all.into_iter().filter(|route| route.path != "/logout/").collect();
    let route = dice.one(&all).unwrap();
    let method = *dice.one(&route.methods).unwrap();
    let side = || if dice.falls(50) { own } else { other };
    let id = |table: &str| {
        let ids = owned.ids[side()].get(table).filter(|_| !dice.falls(10));
        let nobodys = || "00000000-0000-7000-8000-0000000000ff".to_owned();
        ids.and_then(|ids| dice.one(ids)).cloned().unwrap_or_else(nobodys)
    };
    let name = |of: usize| format!("{}0{}", WORDS[of].to_uppercase(), 1 + dice.below(8));
    let mut path = route.path.clone();
    for (hole, table) in [
        ("{home}", "dwelling"),
        ("{account}", "account"),
        ("{change}", "tenant_change"),
        ("{proposal}", "proposal"),
        ("{request}", "data_request"),
        ("{list}", "import_batch"),
        ("{run}", "letter_run"),
        ("{colleague}", "staff"),
        ("{key}", "api_key"),
        ("{contact}", "contact"),
        ("{case}", "help_desk_case"),
    ] {
        path = path.replace(hole, &id(table));
    }
    let of_id =
        ["dwelling", "proposal", "tenant_change"].into_iter().find(|kind| path.contains(&kind.replace('_', "-")));
    path = path.replace("{id}", &id(of_id.unwrap_or("dwelling"))).replace("{username}", &name(side()));
    let word = WORDS[side()];
    path = path.replace("{client}", word).replace("{project}", &format!("{word}hof")).replace("{part}", "1");
    path = path.replace("{file}", "terug.csv").replace("{language}", "nl").replace("{piece}", "letter-greeting");
    path = path.replace("{token}", &"A".repeat(43));
    let word = WORDS[side()];
    let wishes = [
        ("q", term(dice, side())),
        ("project", if programs { format!("{word}hof") } else { format!("{word}/{word}hof") }),
        ("client", word.to_owned()),
        ("woning", if dice.falls(50) { id("dwelling") } else { name(side()) }),
        ("home", id("dwelling")),
        ("account", id("account")),
        ("person", format!("clerk@{word}.example.nl")),
        (if programs { "cursor" } else { "after" }, format!("{}~{}", id("project"), id("dwelling"))),
        ("list", "no-address".to_owned()),
        ("state", "no_address".to_owned()),
        ("form", "csv".to_owned()),
    ];
    let chosen: Vec<_> = wishes.into_iter().filter(|_| dice.falls(25)).collect();
    if method == "GET" {
        let fields: Vec<(&str, &str)> = chosen.iter().map(|(name, value)| (*name, value.as_str())).collect();
        path = format!("{path}?{}", crate::testapp::form(&fields));
        return Ask { method, path, body: Body::None };
    }
    if !programs {
        let mut form: Vec<(String, String)> =
            chosen.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        for (name, value) in [("residents", "same"), ("username", "NERGENS77"), ("which", "all"), ("language", "nl")] {
            form.push((name.to_owned(), value.to_owned()));
        }
        form.push(("email".to_owned(), mailbox(dice, own, other)));
        return Ask { method, path, body: Body::Form(form) };
    }
    let new = dice.falls(30);
    let body = match (method, route.path.as_str()) {
        ("PUT", _) if new => {
            json!({"email": mailbox(dice, own, other), "reason": "new_resident", "starts_on": "2026-12-01"})
        }
        ("PUT", _) => json!({"email": mailbox(dice, own, other), "reason": "same_resident"}),
        (_, "/api/v1/tenant-changes") => {
            json!({"dwelling": id("dwelling"), "kind": "vacant", "ends_on": "2026-12-01", "dry_run": new})
        }
        (_, "/api/v1/handouts") => json!({"project": format!("{word}hof"), "usernames": [name(side()), name(side())]}),
        _ => serde_json::Value::Null,
    };
    Ask { method, path, body: Body::Json(body) }
}

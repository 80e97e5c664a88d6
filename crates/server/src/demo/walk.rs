//! The walk that `demo` prints when it is ready: who can sign in where with what, on one screen.

use std::fmt::Write as _;

use domain::language::Language;
use words::Words;

use super::notes::{Key, Person, State};

/// The words for a state; staff at work need none.
pub(super) fn state(state: State) -> Option<&'static str> {
    Some(match state {
        State::SignedIn => words::key!("demo-state-signed-in"),
        State::PasswordSet => words::key!("demo-state-password-set"),
        State::MailAsked => words::key!("demo-state-mail-asked"),
        State::Linked => words::key!("demo-state-linked"),
        State::NoAddress => words::key!("demo-state-no-address"),
        State::Refused => words::key!("demo-state-refused"),
        State::Carer => words::key!("demo-state-carer"),
        State::Invited => words::key!("demo-state-invited"),
        State::Works => return None,
    })
}

/// What the walk is about.
pub(super) struct Walk<'a> {
    pub(super) url: &'a str,
    pub(super) people: &'a [Person],
    pub(super) keys: &'a [Key],
    /// Where everything stands, when it stays there.
    pub(super) folder: Option<&'a str>,
}

impl Walk<'_> {
    /// In Dutch, with a line for who reads English.
    pub(super) fn text(&self) -> String {
        let (w, url) = (Words::of(Language::Nl), self.url);
        let english = words::t!(Language::En, "cli-demo-english", url = format!("{url}/demo/?lang=en"));
        let mut out = format!("\n{}\n{english}\n", words::t!(w, "cli-demo-title", url = format!("{url}/demo/")));
        let mut step = |words: &str, path: &str| {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "\n{words}\n  {url}{path}");
        };
        step(&w.t("cli-demo-resident"), "/login/");
        self.logins(&mut out, |person| person.state == State::SignedIn || person.state == State::PasswordSet);
        let mut step = |words: &str, path: &str| {
            let _ = writeln!(out, "\n{words}\n  {url}{path}");
        };
        step(&w.t("cli-demo-reset"), "/login/accounts/pass/reset/");
        step(&w.t("cli-demo-mail"), "/demo/mail/");
        step(&w.t("cli-demo-clock"), "/demo/clock/");
        step(&w.t("cli-demo-staff"), "/demo/codes/");
        self.logins(&mut out, |person| person.state == State::Works);
        let _ = writeln!(out, "\n{}\n  {url}/api/v1/projects", w.t("cli-demo-program"));
        for Key { name, key } in self.keys {
            let _ = writeln!(out, "    Authorization: Bearer {key}  {name}");
        }
        let end = match self.folder {
            Some(folder) => words::t!(w, "cli-demo-stays", folder = folder),
            None => w.t("cli-demo-goes"),
        };
        let _ = writeln!(out, "\n{end}");
        out
    }

    fn logins(&self, out: &mut String, which: impl Fn(&Person) -> bool) {
        for person in self.people.iter().filter(|person| which(person)) {
            let role = person.role.map(|role| role.as_str()).unwrap_or_default();
            let password = person.password.as_deref().unwrap_or_default();
            let line = format!("    {:<24} {password:<30} {role}", person.login);
            let _ = writeln!(out, "{}", line.trim_end());
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::role::Role;

    use super::*;

    #[test]
    fn the_walk_fits_on_a_screen() {
        let person = |login: &str, state: State, role: Option<Role>| Person {
            login: login.to_owned(),
            who: "Lindelaan 2".to_owned(),
            email: None,
            role,
            state,
            password: Some("bakker tekent groene fietsen".to_owned()),
        };
        let mut people = vec![person("ALMELO01", State::SignedIn, None); 5];
        people.extend(Role::ALL.map(|role| person("noor@huissleutel.test", State::Works, Some(role))));
        people.push(person("ALMELO09", State::Linked, None));
        let key = |name: &str| Key { name: name.to_owned(), key: domain::key::written(&"A".repeat(43)) };
        let keys = [key("ERP"), key("Dashboard")];
        let text = Walk { url: "http://localhost:8080", people: &people, keys: &keys, folder: None }.text();
        assert!(text.lines().count() <= 40, "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
        assert!(text.contains("ALMELO01") && !text.contains("ALMELO09"));
        assert!(text.contains("http://localhost:8080/demo/mail/"));
    }
}

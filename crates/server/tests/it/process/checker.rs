//! The checker: compares what people were answered with what is there afterwards. Pure, so that it can be shown to find
//! each kind of loss. "Unknown" (the answer never came) may have gone either way; what was acknowledged may not be gone.

use std::collections::{BTreeMap, BTreeSet};

use testkit::inside::{Account, MailRow};

use super::post::Letter;

/// What one resident did, as far as the answers tell.
#[derive(Clone, Debug, Default)]
pub(super) struct Deeds {
    pub(super) address: String,
    /// Requests answered with success.
    pub(super) asked: usize,
    /// Requests whose answer never came.
    pub(super) perhaps_asked: usize,
    /// Passwords set, answered with success.
    pub(super) set: usize,
    /// Passwords whose answer never came.
    pub(super) perhaps_set: usize,
    /// What may be the password now: the last acknowledged one, and those after it whose answer never came.
    pub(super) passwords: Vec<String>,
}

/// By username.
pub(super) type History = BTreeMap<String, Deeds>;

/// Judges the outbox and what the mail server got, once nothing is left to send. `kills` is how often the program died.
pub(super) fn mail(history: &History, rows: &[MailRow], letters: &[Letter], kills: usize) -> Vec<String> {
    let mut faults = Vec::new();
    let of = |kind: &str, whom: &str| rows.iter().filter(|row| row.kind == kind && row.username == whom).count();
    for (username, deeds) in history {
        let (there, most) = (of("reset", username), deeds.asked + deeds.perhaps_asked);
        if there > most {
            faults.push(format!("{username}: {most} requests at most, {there} there"));
        }
        let (there, sure) = (of("password_changed", username), deeds.set);
        if there < sure || there > sure + deeds.perhaps_set {
            faults.push(format!("{username}: {sure} new passwords acknowledged, {there} notices there"));
        }
    }
    // A request that was merged with a live link has no owner in its row: these are counted together.
    let (sure, there) = (history.values().map(|deeds| deeds.asked).sum::<usize>(), requests(rows));
    let most = sure + history.values().map(|deeds| deeds.perhaps_asked).sum::<usize>();
    if there < sure || there > most {
        faults.push(format!("{sure} requests acknowledged, {most} at most, {there} there"));
    }
    let mut copies: BTreeMap<&str, Vec<&Letter>> = BTreeMap::new();
    for letter in letters {
        copies.entry(&letter.id).or_default().push(letter);
    }
    for row in rows {
        let here = copies.remove(row.id.as_str()).unwrap_or_default();
        faults.extend(one_mail(history, row, &here, kills));
    }
    faults.extend(copies.keys().map(|id| format!("a letter {id} of which nothing is known here")));
    faults
}

/// How many mails ended how; for people who read a failure.
pub(super) fn tally(rows: &[MailRow]) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for row in rows {
        let whom = if row.username.is_empty() { "of nobody" } else { "" };
        *tally.entry(format!("{} {} {} {whom}", row.kind, row.state, row.reason)).or_default() += 1;
    }
    tally
}

fn requests(rows: &[MailRow]) -> usize {
    rows.iter().filter(|row| row.kind == "reset").count()
}

fn one_mail(history: &History, row: &MailRow, copies: &[&Letter], kills: usize) -> Vec<String> {
    let mut faults = Vec::new();
    let set = history.get(&row.username).is_some_and(|deeds| deeds.set + deeds.perhaps_set > 0);
    let mut fault = |what: &str| faults.push(format!("{what}: {row:?}"));
    match row.state.as_str() {
        "sent" if copies.is_empty() => fault("sent, and no mail server has it"),
        "sent" | "dead" | "merged" => {}
        // Nobody knew whether it arrived, and meanwhile the resident set a password, with its link or a sister's.
        "dropped" if row.reason == "link-used" && (set || !copies.is_empty()) => {}
        _ => fault("accepted and neither sent, dead nor merged"),
    }
    if copies.len() > 1 + kills + row.unknown as usize || copies.len() > row.attempts as usize {
        fault("sent more often than accidents explain");
    }
    let same: BTreeSet<_> = copies.iter().map(|letter| (&letter.from, &letter.date, &letter.subject)).collect();
    if same.len() > 1 {
        fault("its copies are not the same mail");
    }
    if let Some(deeds) = history.get(&row.username)
        && copies.iter().any(|letter| letter.to != deeds.address)
    {
        fault("went to another address");
    }
    faults
}

/// Judges the homes of a list: one account each, unique usernames, the right address.
pub(super) fn homes(accounts: &[Account], homes: usize) -> Vec<String> {
    let mut faults = Vec::new();
    let mut unique = |what: &str, of: fn(&Account) -> &str| {
        let different: BTreeSet<_> = accounts.iter().map(of).collect();
        if different.len() != accounts.len() {
            faults.push(format!("{} accounts share {} {what}", accounts.len(), different.len()));
        }
    };
    unique("usernames", |account| &account.username);
    unique("skeletons", |account| &account.skeleton);
    unique("dwellings", |account| &account.dwelling);
    unique("client numbers", |account| &account.number);
    if accounts.len() != homes {
        faults.push(format!("{homes} homes have {} accounts", accounts.len()));
    }
    for account in accounts {
        let number: u32 = account.number.trim_start_matches('V').parse().unwrap_or_default();
        if account.address != super::house::address(number) {
            faults.push(format!("not its address: {account:?}"));
        }
    }
    faults
}

mod tests {
    use super::*;

    fn history(asked: usize, perhaps_asked: usize) -> History {
        let deeds = Deeds { address: "bewoner1@example.nl".to_owned(), asked, perhaps_asked, ..Deeds::default() };
        History::from([("ALMELO01".to_owned(), deeds)])
    }

    fn row(id: &str, state: &str) -> MailRow {
        MailRow {
            id: id.to_owned(),
            kind: "reset".to_owned(),
            state: state.to_owned(),
            reason: String::new(),
            attempts: 3,
            unknown: 0,
            username: "ALMELO01".to_owned(),
        }
    }

    fn letter(id: &str) -> Letter {
        Letter {
            to: "bewoner1@example.nl".to_owned(),
            from: "sleutel+x@beheer.test".to_owned(),
            id: id.to_owned(),
            date: "2026-11-23".to_owned(),
            subject: "Kies een nieuw wachtwoord".to_owned(),
            text: String::new(),
            link: None,
        }
    }

    #[test]
    fn what_is_right_is_found_right() {
        let rows = [row("1", "sent"), row("2", "dead")];
        assert_eq!(mail(&history(2, 0), &rows, &[letter("1")], 0), Vec::<String>::new());
        assert_eq!(mail(&history(1, 1), &rows, &[letter("1"), letter("1")], 1), Vec::<String>::new());
        let merged = MailRow { username: String::new(), ..row("2", "merged") };
        assert_eq!(mail(&history(2, 0), &[row("1", "sent"), merged], &[letter("1")], 0), Vec::<String>::new());
    }

    #[test]
    fn every_planted_fault_is_found() {
        let one = |history: History, rows: &[MailRow], letters: &[Letter], kills| mail(&history, rows, letters, kills);
        let sent = [row("1", "sent")];
        let elsewhere = Letter { to: "ander@example.nl".to_owned(), ..letter("1") };
        let other = Letter { date: "2026-11-24".to_owned(), ..letter("1") };
        for (what, faults) in [
            ("a request is gone", one(history(2, 0), &sent, &[letter("1")], 0)),
            ("a notice is gone", {
                let mut history = history(1, 0);
                history.values_mut().for_each(|deeds| deeds.set = 1);
                one(history, &sent, &[letter("1")], 0)
            }),
            ("a mail is gone", one(history(1, 0), &sent, &[], 0)),
            ("it waits for ever", one(history(1, 0), &[row("1", "waiting")], &[], 0)),
            ("dropped as if it had arrived", {
                let dropped = MailRow { reason: "link-used".to_owned(), ..row("1", "dropped") };
                one(history(1, 0), &[dropped], &[], 0)
            }),
            ("it was dropped", one(history(1, 0), &[row("1", "dropped")], &[], 0)),
            ("twice without reason", one(history(1, 0), &sent, &[letter("1"), letter("1")], 0)),
            ("another mail the second time", one(history(1, 0), &sent, &[letter("1"), other], 1)),
            ("another address", one(history(1, 0), &sent, &[elsewhere], 0)),
            ("an unknown letter", one(history(1, 0), &sent, &[letter("1"), letter("9")], 0)),
        ] {
            assert_eq!(faults.len(), 1, "{what}: {faults:?}");
        }
        assert!(!one(history(0, 0), &sent, &[letter("1")], 0).is_empty(), "a request too many");
    }

    #[test]
    fn homes_with_faults_are_found() {
        let account = |n: u32| Account {
            username: format!("ALMELO{n:02}"),
            skeleton: format!("a{n}"),
            dwelling: n.to_string(),
            number: format!("V{n:05}"),
            address: super::super::house::address(n),
        };
        assert_eq!(homes(&[account(1), account(2)], 2), Vec::<String>::new());
        assert_eq!(homes(&[account(1), account(2)], 3).len(), 1);
        assert_eq!(homes(&[account(1), Account { dwelling: "1".to_owned(), ..account(2) }], 2).len(), 1);
        assert_eq!(homes(&[account(1), Account { username: "ALMELO01".to_owned(), ..account(2) }], 2).len(), 1);
        assert_eq!(homes(&[account(1), Account { address: String::new(), ..account(2) }], 2).len(), 1);
    }
}

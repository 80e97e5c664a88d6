//! Rules about who may use whom: our crates among themselves, and other people's crates by ours.

use super::Fault;
use crate::house::{House, Kind};

/// The call rule: which of our crates each one may use. What is not here may not be.
///
/// `web` does not see `store`, `crypto` and `mail`: a page makes one call into `app`.
const CALLS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("words", &["domain"]),
    ("crypto", &["domain"]),
    ("store", &["domain"]),
    ("mail", &["domain", "words"]),
    ("letters", &["domain", "words"]),
    ("app", &["domain", "words", "crypto", "store", "mail", "letters"]),
    ("web", &["domain", "words", "app"]),
    ("server", &["domain", "words", "crypto", "store", "mail", "letters", "app", "web"]),
    ("testkit", &["domain", "store", "crypto"]),
    ("bench", &["domain", "words", "crypto", "store", "mail", "letters", "app", "web", "testkit"]),
    ("xtask", &[]),
];

/// The crate that only tests may use (and `bench`, which is no part of the program).
const TEST_ONLY: &str = "testkit";

/// Other people's crates that enter by one door, with the crates of ours that hold it, and why. Tests are free.
const DOORS: &[(&str, &[&str], &str)] = &[
    ("rusqlite", &["store", "bench", "testkit"], "the only SQL is in store; tests tamper with the tables"),
    (
        "tokio-postgres",
        &["store", "testkit", "bench"],
        "the only SQL is in store; testkit makes and drops a database for each test",
    ),
    ("tokio-postgres-rustls", &["store"], "the only SQL is in store"),
    ("lettre", &["mail"], "mail is the only crate that builds and sends messages"),
    (
        "mail-parser",
        &["mail", "server"],
        "mail that comes in is taken apart in one place, behind its bounds; the demo's catcher shows what the house itself sent",
    ),
    ("mail-auth", &["mail"], "whether a mail is authentic is judged in one place"),
    ("krilla", &["letters"], "letters is the only crate that makes PDF files"),
    ("png", &["letters"], "a client's logo is taken apart and written anew in one place, behind its bounds"),
    ("skrifa", &["letters"], "letters measures the fonts it sets"),
    ("argon2", &["crypto", "bench"], "password hashing stands behind one pool (law 2)"),
    ("aws-lc-rs", &["crypto", "testkit"], "cryptography stands in crypto; the tests' device makes keys and signs"),
    ("totp-rs", &["crypto"], "cryptography stands in crypto"),
    ("xorf", &["crypto"], "the breach filter stands in crypto"),
    ("jiff", &["domain", "words", "server"], "times and days are domain::time; words writes them out"),
    ("fluent-bundle", &["words"], "every word comes out of words"),
    ("askama", &["web"], "pages are rendered in web"),
    ("axum", &["web", "bench"], "HTTP ends in web"),
    ("axum-extra", &["web"], "HTTP ends in web"),
    ("tower-http", &["web"], "HTTP ends in web"),
    ("utoipa", &["web"], "the description of the API is made where its addresses are"),
    ("serde_path_to_error", &["web"], "JSON of programs is read in one place"),
    ("clap", &["server"], "commands are read in server"),
    ("calamine", &["app"], "clients' spreadsheets are read in one place, behind its bounds"),
    ("encoding_rs", &["app"], "clients' lists become UTF-8 in one place"),
    ("rust_xlsxwriter", &["app"], "spreadsheets are written in one place, where nothing in them is a formula"),
    ("zip", &["app", "letters"], "app counts packages before it unpacks them; letters packs documents"),
    ("tracing-subscriber", &["server"], "where logs go is decided in server"),
    ("anyhow", &["server", "bench"], "elsewhere an error says what the caller can do"),
];

/// Crates that our own manifests never name, not even for tests, and why.
const NOT_OURS: &[(&str, &str)] = &[
    ("rand", "randomness is a value: crypto::chance"),
    ("getrandom", "randomness is a value: crypto::chance"),
    ("chrono", "one calendar: jiff behind domain::time"),
    ("time", "one calendar: jiff behind domain::time"),
    ("once_cell", "the standard library has OnceLock and LazyLock"),
    ("lazy_static", "the standard library has OnceLock and LazyLock"),
    ("log", "one log: tracing"),
    ("reqwest", "outgoing HTTP gets a crate of its own with a guard against inner addresses"),
    ("ureq", "outgoing HTTP gets a crate of its own with a guard against inner addresses"),
];

/// Crates that must not be built at all, and why.
const BANNED: &[(&str, &str)] = &[
    ("openssl", "one TLS and one cryptography library: rustls on aws-lc-rs"),
    ("openssl-sys", "one TLS and one cryptography library: rustls on aws-lc-rs"),
    ("native-tls", "one TLS and one cryptography library: rustls on aws-lc-rs"),
    ("ring", "one TLS and one cryptography library: rustls on aws-lc-rs"),
    ("sqlx", "the store runs its statements on threads of its own (decision 1)"),
    ("sqlx-core", "the store runs its statements on threads of its own (decision 1)"),
    ("diesel", "the store runs its statements on threads of its own (decision 1)"),
    ("sea-orm", "the store runs its statements on threads of its own (decision 1)"),
    ("utoipa-swagger-ui", "downloads while it builds"),
];

/// Crates of which two versions in one program are a fault, not a nuisance, and why.
const ONE_VERSION: &[(&str, &str)] = &[
    ("libsqlite3-sys", "two copies of SQLite in one process break its file locks"),
    ("rustls", "a crypto provider installed for one version is unknown to the other"),
    ("aws-lc-sys", "one cryptography library, built once"),
    ("tokio", "timers and sockets belong to one runtime"),
];

/// Features that must be off (`false`) or on (`true`), and why.
const FEATURES: &[(&str, &str, bool, &str)] = &[
    ("lettre", "tracing", false, "logs the AUTH lines of SMTP, password included"),
    ("lettre", "native-tls", false, "one TLS library"),
    ("rusqlite", "bundled", true, "an older SQLite of the machine can lose commits"),
    ("argon2", "zeroize", true, "the memory of a hash is wiped (law 2)"),
];

/// Our crates use only those left of them; `testkit` is for tests.
pub(crate) fn call_rule(house: &House) -> Vec<Fault> {
    let ours = |name: &str| CALLS.iter().any(|(known, _)| *known == name);
    let mut faults = Vec::new();
    for member in &house.members {
        let Some((_, allowed)) = CALLS.iter().find(|(name, _)| *name == member.name) else {
            faults.push(Fault::new(
                &member.folder,
                "this crate has no place in the call rule (CALLS in xtask/src/rules/graph.rs)",
            ));
            continue;
        };
        for need in member.needs.iter().filter(|need| ours(&need.name)) {
            let for_tests = need.kind == Kind::Dev && need.name == TEST_ONLY;
            if !for_tests && !allowed.contains(&need.name.as_str()) {
                faults.push(Fault::new(&member.folder, format!("{} may not use {}", member.name, need.name)));
            }
        }
    }
    faults
}

/// Some crates come in by one door only; some not at all.
pub(crate) fn one_door(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for member in &house.members {
        for need in &member.needs {
            if let Some((name, why)) = NOT_OURS.iter().find(|(name, _)| *name == need.name) {
                faults.push(Fault::new(&member.folder, format!("{name} is not used here: {why}")));
            }
            let door = DOORS.iter().find(|(name, _, _)| *name == need.name && need.kind != Kind::Dev);
            if let Some((name, holders, why)) = door.filter(|(_, holders, _)| !holders.contains(&member.name.as_str()))
            {
                faults
                    .push(Fault::new(&member.folder, format!("{name} is used by {} only: {why}", holders.join(", "))));
            }
        }
    }
    faults
}

/// Nothing banned is built, however deep it sits.
pub(crate) fn banned(house: &House) -> Vec<Fault> {
    let found = house.built.iter().filter_map(|built| BANNED.iter().find(|(name, _)| *name == built.name));
    found
        .map(|(name, why)| Fault::new(*name, format!("is built: {why} (cargo tree --workspace --invert {name})")))
        .collect()
}

/// One version where two would be a fault.
pub(crate) fn one_version(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (name, why) in ONE_VERSION {
        let mut versions: Vec<&str> =
            house.built.iter().filter(|b| b.name == *name).map(|b| b.version.as_str()).collect();
        versions.dedup();
        if versions.len() > 1 {
            faults.push(Fault::new(*name, format!("is built in versions {}: {why}", versions.join(" and "))));
        }
    }
    faults
}

/// Dangerous features stay off, needed ones on.
pub(crate) fn features(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (name, feature, wanted, why) in FEATURES {
        for built in house.built.iter().filter(|built| built.name == *name) {
            if built.features.iter().any(|f| f == feature) != *wanted {
                let state = if *wanted { "must be on" } else { "must be off" };
                faults.push(Fault::new(*name, format!("feature {feature} {state}: {why}")));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_does_not_use_each_other() {
        for pair in [
            ("store", "crypto"),
            ("crypto", "mail"),
            ("words", "mail"),
            ("mail", "letters"),
            ("web", "store"),
            ("app", "web"),
        ] {
            let house = House::of_member(pair.0, &[(pair.1, Kind::Normal)]);
            assert_eq!(call_rule(&house).len(), 1, "{pair:?}");
        }
        assert!(call_rule(&House::of_member("mail", &[("words", Kind::Normal)])).is_empty());
    }

    #[test]
    fn testkit_is_for_tests() {
        assert!(call_rule(&House::of_member("app", &[("testkit", Kind::Dev)])).is_empty());
        assert_eq!(call_rule(&House::of_member("app", &[("testkit", Kind::Normal)])).len(), 1);
        assert!(call_rule(&House::of_member("bench", &[("testkit", Kind::Normal)])).is_empty());
    }

    #[test]
    fn a_crate_nobody_placed_is_a_fault() {
        assert_eq!(call_rule(&House::of_member("annex", &[])).len(), 1);
    }

    #[test]
    fn tests_may_use_what_the_program_may_not() {
        assert!(one_door(&House::of_member("server", &[("rusqlite", Kind::Dev)])).is_empty());
        assert_eq!(one_door(&House::of_member("server", &[("rand", Kind::Dev)])).len(), 1);
    }

    #[test]
    fn a_needed_feature_that_is_off_is_a_fault() {
        assert_eq!(features(&House::of_built(&["rusqlite v0.41.1|MIT|backup"])).len(), 1);
        assert!(features(&House::of_built(&["rusqlite v0.41.1|MIT|backup,bundled"])).is_empty());
    }

    #[test]
    fn two_builds_of_one_version_are_one_version() {
        let house = House::of_built(&["tokio v1.54.0|MIT|rt", "tokio v1.54.0|MIT|rt,net"]);
        assert!(one_version(&house).is_empty());
    }
}

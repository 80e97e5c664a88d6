//! Settings as operators write them, and what they hear when they are wrong.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;

/// A folder of its own, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Self(testkit::engines::folder())
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn given(toml: &str, variables: &[(&str, &str)]) -> Result<Settings, String> {
    let environment = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let values = Values::default().with_file(toml, Path::new("x.toml")).map_err(|fault| fault.to_string())?;
    Settings::read(&mut values.with_environment(&environment)).map_err(|fault| fault.to_string())
}

fn refused(toml: &str, variables: &[(&str, &str)]) -> String {
    let told = given(toml, variables).unwrap_err();
    assert!(!told.contains('\n'), "{told}");
    told
}

#[test]
fn nothing_at_all_gives_the_defaults() {
    let settings = load(None, &BTreeMap::new()).unwrap();
    assert_eq!(settings.database_url.expose_secret(), "sqlite:data/huissleutel.db");
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.metrics_listen, None);
    assert_eq!(settings.limits, Limits::default());
    assert_eq!(settings.lifetimes, Lifetimes::default());
    assert_eq!(settings.reset_life, Span::hours(24));
    assert_eq!((settings.password.rules, settings.password.params), (Rules::default(), Params::STANDARD));
    assert_eq!(settings.brand, Brand::sample());
    assert_eq!(settings.not_given(), ["public_url", "smtp_url", "mail_from"]);
    assert_eq!(settings.house().unwrap().public_url, "http://localhost");
    assert!(settings.key_file().unwrap_err().to_string().contains("HUISSLEUTEL_SECRET_KEY_FILE"));
    let told = settings.needed("serve").unwrap_err().to_string();
    assert!(told.starts_with("public_url is missing, and serve needs it") && told.contains("HUISSLEUTEL_PUBLIC_URL"));
}

#[test]
fn a_contact_for_weaknesses_is_a_mailbox_or_a_page() {
    let contact = |text: &str| given(&format!("[security]\ncontact = {text:?}"), &[]).map(|it| it.security_contact);
    for (text, becomes) in [
        ("veilig@example.nl", "mailto:veilig@example.nl"),
        (" mailto:veilig@example.nl ", "mailto:veilig@example.nl"),
        ("https://example.nl/veilig?x=1", "https://example.nl/veilig?x=1"),
    ] {
        assert_eq!(contact(text), Ok(Some(becomes.to_owned())), "{text}");
    }
    for text in [
        "http://example.nl/",
        "https://",
        "https:///x",
        "https://example.nl/a b",
        "tel:+31",
        "veilig",
        "a@example.nl\nX: y",
    ] {
        assert!(contact(text).unwrap_err().contains("https://"), "{text}");
    }
    assert_eq!(given("", &[]).unwrap().security_contact, None);
}

#[test]
fn a_whole_file() {
    let settings = given(
        r##"
        database_url = "postgres://h:geheim@db.example.nl/h"
        listen = "[::1]:9000"
        metrics_listen = "127.0.0.1:9100"
        public_url = "https://Sleutel.example.nl/"
        smtp_url = "smtp://127.0.0.1:25"
        mail_from = "Mijn Huis <sleutel@example.nl>"
        secret_key_file = "/etc/huissleutel/keys.toml"
        [brand]
        colour = "#0b5c7a"
        help_nl = "Bel 0800 1234"
        [limits]
        ask_source = { most = 5, seconds = 60 }
        guess_code.most = 4
        wrong_usernames = 3
        [password]
        min_length = 12
        memory_kib = 32768
        [reset]
        life_hours = 2
        [sessions]
        staff = "8h"
        [accounts]
        in_use_days = 30
        [proxy]
        trusted = ["127.0.0.1", "10.0.0.0/8"]
        [mail]
        connections = 8
        notice_from = "onderhoud@nieuws.example.nl"
        notices_per_minute = 1200
        inbound.bounce_domain = "Terug.example.nl"
        [threads]
        requests = 4
        "##,
        &[],
    )
    .unwrap();
    assert_eq!(settings.public_url.as_deref(), Some("https://sleutel.example.nl"));
    assert_eq!(settings.brand.name, "Mijn Huis");
    assert_eq!(settings.mail.from.as_ref().unwrap().as_str(), "sleutel@example.nl");
    assert_eq!((settings.limits.ask_source.most, settings.limits.ask_source.seconds), (5, 60));
    assert_eq!((settings.limits.guess_code.most, settings.limits.guess_code.seconds), (4, 900), "the rest stays");
    assert_eq!(settings.limits.wrong_usernames, 3);
    assert_eq!((settings.password.rules.min_length(), settings.password.params.memory_kib()), (12, 32_768));
    assert_eq!((settings.reset_life, settings.lifetimes.staff), (Span::hours(2), Span::hours(8)));
    assert_eq!((settings.in_use, settings.trusted.len()), (Span::days(30), 2));
    assert_eq!((settings.mail.connections, settings.threads.requests), (8, 4));
    let (notice_from, rate) = &settings.mail.notices;
    assert_eq!((notice_from.as_ref().map(Address::as_str), *rate), (Some("onderhoud@nieuws.example.nl"), 1_200));
    assert_eq!(settings.mail.bounce_domain.as_deref(), Some("terug.example.nl"));
    settings.needed("serve").unwrap();
    assert!(!format!("{settings:?}").contains("geheim"));
}

#[test]
fn the_environment_wins_and_holds_every_kind() {
    let settings = given(
        "listen = \"127.0.0.1:1\"\n[brand]\nname = \"A\"",
        &[
            ("HUISSLEUTEL_LISTEN", "127.0.0.1:2"),
            ("HUISSLEUTEL_BRAND__NAME", "123"),
            ("HUISSLEUTEL_LIMITS__ASK_SOURCE__MOST", "7"),
            ("HUISSLEUTEL_PROXY__TRUSTED", "127.0.0.1, 10.0.0.0/8"),
            ("HUISSLEUTEL_METRICS_LISTEN", ""),
            ("HUISSLEUTEL_CONFIG", "no/such/file"),
            ("HUISSLEUTEL_TEST_POSTGRES", "x"),
            ("PATH", "/bin"),
        ],
    )
    .unwrap();
    assert_eq!((settings.listen.port(), settings.brand.name.as_str()), (2, "123"));
    assert_eq!((settings.limits.ask_source.most, settings.trusted.len()), (7, 2));
    assert_eq!(settings.metrics_listen, None, "without content is not given");
}

#[test]
fn unknown_keys_are_told_with_the_nearest_known() {
    assert_eq!(refused("lisen = \"x\"", &[]), "lisen in x.toml: there is no such setting; did you mean listen?");
    assert_eq!(refused("[brand]\nwhatever = 1", &[]), "brand.whatever in x.toml: there is no such setting");
    assert_eq!(
        refused("", &[("HUISSLEUTEL_PUBLIC_URI", "x")]),
        "HUISSLEUTEL_PUBLIC_URI: there is no such setting; did you mean HUISSLEUTEL_PUBLIC_URL?"
    );
    assert!(refused("", &[("HUISSLEUTEL_BRAND_NAME", "x")]).ends_with("did you mean HUISSLEUTEL_BRAND__NAME?"));
    refused("[brand.name]\nnl = \"x\"", &[]);
    refused("brand = \"x\"", &[]);
}

#[test]
fn a_secret_may_be_the_name_of_a_file() {
    let folder = Folder::new();
    let url = folder.file("smtp", "smtps://u:geheim@mail.example.nl\n");
    let url = url.to_str().unwrap();
    let settings = given("", &[("HUISSLEUTEL_SMTP_URL_FILE", url)]).unwrap();
    assert_eq!(settings.mail.server.unwrap().name(), "mail.example.nl:465");
    assert!(given(&format!("smtp_url_file = \"{url}\""), &[]).unwrap().mail.server.is_some());
    // The environment wins, whichever of the two it holds.
    let settings = given("smtp_url = \"smtp://localhost\"", &[("HUISSLEUTEL_SMTP_URL_FILE", url)]).unwrap();
    assert_eq!(settings.mail.server.unwrap().name(), "mail.example.nl:465");
    let both = [("HUISSLEUTEL_SMTP_URL", "smtp://localhost"), ("HUISSLEUTEL_SMTP_URL_FILE", url)];
    assert!(refused("", &both).ends_with("keep one of the two"));
    let empty = folder.file("empty", "\n");
    assert!(refused("", &[("HUISSLEUTEL_DATABASE_URL_FILE", empty.to_str().unwrap())]).ends_with("that file is empty"));
    assert!(refused("", &[("HUISSLEUTEL_SMTP_URL_FILE", "no/such/file")]).contains("cannot be read"));
    // Only secrets have it.
    refused("", &[("HUISSLEUTEL_PUBLIC_URL_FILE", url)]);
}

#[test]
fn faults_never_quote_a_secret() {
    for (toml, variables) in [
        ("smtp_url = \"smtp://u:geheim@mail.example.nl?tls=none\"", None),
        ("database_url = \"mysql://u:geheim@db\"", None),
        ("smtp_url = \"smtp://u:geheim", None),
        ("smtp_url = 'x' geheim", None),
        ("", Some(("HUISSLEUTEL_SMTP_URL", "geheim"))),
        ("", Some(("HUISSLEUTEL_SMTP_URLS", "geheim"))),
    ] {
        let variables: Vec<_> = variables.into_iter().collect();
        let told = refused(toml, &variables);
        assert!(!told.contains("geheim") && told.len() > 20, "{told}");
    }
    assert!(refused("listen = \"127.0.0.1:1\"\nx =", &[]).starts_with("x.toml line 2: not TOML"));
}

#[test]
fn the_public_url_is_https_or_this_machine() {
    let of = |url: &str| given(&format!("public_url = \"{url}\""), &[]).map(|settings| settings.public_url.unwrap());
    for good in [
        "https://sleutel.example.nl",
        "https://sleutel.example.nl:8443",
        "http://localhost:8080",
        "http://127.0.0.1",
        "http://[::1]:1",
    ] {
        assert_eq!(of(good).as_deref(), Ok(good));
        assert_eq!(of(&format!("{good}/")).as_deref(), Ok(good));
    }
    for bad in [
        "http://sleutel.example.nl",
        "http://localhost.example.nl",
        "http://localhost@example.nl",
        "https://",
        "https://a b",
        "https://sleutel.example.nl/pad",
        "https://sleutel.example.nl?x",
        "https://sleutel.example.nl#x",
        "https://u:p@sleutel.example.nl",
        "https://sleutel.example.nl:0",
        "https://sleutel.example.nl:x",
        "https://-a.nl",
        "https://[::1",
        "sleutel.example.nl",
        "ftp://sleutel.example.nl",
        "javascript:alert(1)",
    ] {
        let told = of(bad).unwrap_err();
        assert!(told.starts_with("public_url in x.toml: "), "{bad}: {told}");
    }
    assert!(of("http://sleutel.example.nl").unwrap_err().contains("localhost only"));
}

#[test]
fn what_is_out_of_bounds_is_refused() {
    for toml in [
        "[reset]\nlife_hours = 25",
        "[reset]\nlife_hours = 0",
        "[reset]\nlife_hours = \"2\"",
        "[password]\nmin_length = 7",
        "[password]\nmemory_kib = 262144\npasses = 16",
        "[limits]\nask_source = { most = 0, seconds = 60 }",
        "[sessions]\nstaff = \"12\"",
        "[sessions]\nstaff = \"10s\"",
        "[proxy]\ntrusted = \"10.0.0.0/8\"",
        "[proxy]\ntrusted = [\"everywhere\"]",
        "[brand]\ncolour = \"blue\"",
        "[brand]\nlogo = \"no/such/file\"",
        "listen = 8080",
        "listen = \"8080\"",
        "mail_from = \"nobody\"",
    ] {
        let told = refused(toml, &[]);
        assert!(told.contains("in x.toml: ") || told.starts_with("password."), "{told}");
    }
}

#[test]
fn a_logo_is_read_from_its_file() {
    let folder = Folder::new();
    let logo = folder.file("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    let named = |path: &Path| given(&format!("[brand]\nlogo = \"{}\"", path.display()), &[]);
    assert!(named(&logo).unwrap().brand.logo.is_some());
    let told = named(&folder.file("logo.gif", "GIF89a")).unwrap_err();
    assert!(told.ends_with("a logo is a PNG or an SVG file"), "{told}");
}

#[test]
fn a_file_is_named_by_the_command_line_or_the_environment() {
    let folder = Folder::new();
    let (one, two) =
        (folder.file("1.toml", "[brand]\nname = \"Een\""), folder.file("2.toml", "[brand]\nname = \"Twee\""));
    let variables = BTreeMap::from([("HUISSLEUTEL_CONFIG".to_owned(), one.display().to_string())]);
    assert_eq!(load(None, &variables).unwrap().brand.name, "Een");
    assert_eq!(load(Some(&two), &variables).unwrap().brand.name, "Twee");
    let told = load(Some(Path::new("no/such/file.toml")), &variables).unwrap_err().to_string();
    assert!(told.starts_with("the settings file no/such/file.toml cannot be read"), "{told}");
}

#[test]
fn every_limit_and_lifetime_is_a_setting() {
    let mut values = Values::default();
    Settings::read(&mut values).unwrap();
    let asked: Vec<&String> = values.asked().collect();
    for (table, shown) in
        [("limits", format!("{:?}", Limits::default())), ("sessions", format!("{:?}", Lifetimes::default()))]
    {
        for field in shown.split([' ', ',', '{', '}']).filter_map(|word| word.strip_suffix(':')) {
            let inner = ["most", "seconds"].contains(&field);
            let key = format!("{table}.{field}");
            assert!(inner || asked.iter().any(|asked| asked.starts_with(&key)), "{key} is no setting");
        }
    }
}

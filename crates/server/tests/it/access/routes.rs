//! The addresses of the house, read from the router's own text, and the comparison of what is found with the committed tables.

/// The text that shows every address of the house on one screen.
const ROUTER: &str = include_str!("../../../../web/src/router.rs");

/// An address of the router.
#[derive(Debug, Clone)]
pub(crate) struct Route {
    pub(crate) path: String,
    pub(crate) methods: Vec<&'static str>,
}

/// All of them, read from the router's own text: one that is added there is attacked everywhere here.
pub(crate) fn routes() -> Vec<Route> {
    let constant = |name: &str| {
        let line = ROUTER.lines().find(|line| line.contains(&format!("const {name}: &str")));
        line.and_then(|line| line.split('"').nth(1))
            .unwrap_or_else(|| panic!("{name} is no constant of the router"))
            .to_owned()
    };
    let body = ROUTER.split("pub fn router_with").nth(1).and_then(|rest| rest.split("\n}").next()).expect("the router");
    let mut routes = Vec::new();
    // A long route is written over several lines.
    let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
    for rest in body.split(".page(").flat_map(|piece| piece.split(".route(")).skip(1) {
        let (line, first) = (rest, rest.split(',').next().expect("a path").trim());
        let path =
            first.strip_prefix('"').map_or_else(|| constant(first), |text| text.trim_end_matches('"').to_owned());
        let mut methods = Vec::new();
        if rest.contains("get(") {
            methods.push("GET");
        }
        if rest.contains("post(") {
            methods.push("POST");
        }
        if rest.contains("put(") {
            methods.push("PUT");
        }
        if rest.contains("delete(") {
            methods.push("DELETE");
        }
        assert!(!methods.is_empty(), "{line}");
        routes.push(Route { path, methods });
    }
    assert_eq!(
        routes.len(),
        body.matches(".page(").count() + body.matches(".route(").count(),
        "a route was not understood"
    );
    routes
}

/// Those that people use, with a browser; what programs use is in [`programs`].
pub(crate) fn pages() -> Vec<Route> {
    routes().into_iter().filter(|route| !route.path.starts_with("/api/")).collect()
}

#[test]
fn the_router_is_read() {
    let routes = routes();
    assert!(routes.len() >= 15, "{routes:?}");
    let has = |path: &str, methods: &[&str]| routes.iter().any(|route| route.path == path && route.methods == methods);
    assert!(
        has("/login/", &["GET", "POST"])
            && has("/logout/", &["POST"])
            && has("/login/accounts/pass/reset/", &["GET", "POST"])
    );
    assert!(has("/login/accounts/pass/reset/{token}/", &["GET", "POST"]) && has("/healthz", &["GET"]));
}

#[expect(clippy::disallowed_methods, reason = "the wish to write the table anew comes from outside")]
pub(super) fn compare(file: &str, now: &str) {
    let path = format!("{}/tests/it/access/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("HUISSLEUTEL_WRITE_TABLE").is_some() {
        std::fs::write(&path, now).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    for (number, (now, known)) in now.lines().zip(known.lines()).enumerate() {
        assert_eq!(now, known, "line {} of tests/it/access/{file}", number + 1);
    }
    assert_eq!(now.lines().count(), known.lines().count(), "tests/it/access/{file} is shorter or longer");
}

//! `/api/openapi.json`: what stands here, written down by the code itself. A copy is in `docs/api/openapi.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::http::StatusCode;
use domain::first_login::progress::WorkList;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi as Document, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, Modify, OpenApi};

use super::Said;
use super::problem::Written;
use super::shown::word;
use super::{
    access, accounts, dwelling_edits, dwellings, email_link, handouts, maintenance, projects, proposals, tenant_changes,
};

/// The whole API.
#[derive(OpenApi)]
#[openapi(
    info(title = "Huissleutel", version = "1", description = INTRODUCTION, license(name = "Apache-2.0 OR MIT", identifier = "Apache-2.0 OR MIT")),
    paths(
        projects::list,
        dwellings::list,
        dwellings::one,
        dwelling_edits::add,
        dwelling_edits::put,
        accounts::add,
        accounts::end,
        email_link::put,
        email_link::remove,
        access::end,
        tenant_changes::plan,
        tenant_changes::one,
        tenant_changes::cancel,
        handouts::add,
        proposals::one,
        maintenance::list
    ),
    components(schemas(Written<'static>)),
    modifiers(&Key),
    security(("key" = []))
)]
struct Api;

const INTRODUCTION: &str = "The acts of the service portal for programs of clients, such as an ERP. Send the key with each request \
(`Authorization: Bearer hs_live_…`). Each change needs an `Idempotency-Key` (1 to 255 visible ASCII characters): for 24 hours the same key, \
method, address and body give the same answer and are done once; the same key with anything else is 422; while it is still running it is 409. \
Addresses of residents are masked in answers. Days are calendar days in Europe/Amsterdam.";

struct Key;

impl Modify for Key {
    fn modify(&self, document: &mut Document) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("hs_live_…").build();
        if let Some(components) = document.components.as_mut() {
            components.add_security_scheme("key", SecurityScheme::Http(scheme));
        }
    }
}

/// What any request may be answered with beside what it is for.
pub(crate) struct Problems;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let all = [
            ("400", "The request cannot be read, or has no Idempotency-Key"),
            ("401", "No key, or one that opens nothing"),
            ("403", "The scopes of the key do not cover this"),
            ("404", "There is no such thing among the homes of the client"),
            ("409", "Not possible as things stand, or the same request is still running"),
            ("413", "The body is too large"),
            ("415", "The body is not application/json"),
            ("422", "Something in the request is not right; see errors"),
            ("429", "Too many requests; see Retry-After"),
            ("503", "Not now; see Retry-After"),
        ];
        let problem = |what: &str| {
            let schema = Ref::from_schema_name("Problem");
            let content = ContentBuilder::new().schema(Some(schema)).build();
            ResponseBuilder::new().description(what).content("application/problem+json", content).build().into()
        };
        all.into_iter().map(|(status, what)| (status.to_owned(), problem(what))).collect()
    }
}

/// The words of the work lists.
pub(crate) fn work_list() -> Object {
    let words: Vec<String> = WorkList::ALL.iter().map(|list| word(list.as_str())).collect();
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).build()
}

/// As it is served.
static JSON: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut json = Api::openapi().to_pretty_json().unwrap_or_default();
    json.push('\n');
    json.into_bytes()
});

/// GET `/api/openapi.json`. Needs no key: it tells nothing of anybody.
pub(crate) async fn show() -> Said {
    Said { status: StatusCode::OK, json: JSON.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_of_the_router_is_described_and_no_other() {
        let router = include_str!("../router.rs");
        let body = router.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut routed: Vec<String> = Vec::new();
        for rest in body.split(".route(").skip(1) {
            let Some(path) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                continue;
            };
            if path.starts_with("/api/v1/") {
                let methods = ["get", "post", "put", "delete"].into_iter();
                routed.extend(
                    methods.filter(|it| rest.contains(&format!("{it}(api::"))).map(|it| format!("{it} {path}")),
                );
            }
        }
        let document: serde_json::Value = serde_json::from_slice(&JSON).expect("JSON");
        let paths = document["paths"].as_object().expect("paths");
        let mut described: Vec<String> = paths
            .iter()
            .flat_map(|(path, it)| {
                it.as_object().expect("methods").keys().map(move |method| format!("{method} {path}"))
            })
            .collect();
        routed.sort();
        described.sort();
        assert!(routed.len() > 8, "{routed:?}");
        assert_eq!(routed, described);
    }

    #[test]
    fn every_change_needs_a_name_and_tells_its_problems() {
        let document: serde_json::Value = serde_json::from_slice(&JSON).expect("JSON");
        for (path, methods) in document["paths"].as_object().expect("paths") {
            for (method, it) in methods.as_object().expect("methods") {
                let named =
                    it["parameters"].as_array().is_some_and(|all| all.iter().any(|p| p["name"] == "Idempotency-Key"));
                assert_eq!(named, method != "get", "{method} {path}");
                assert!(it["responses"]["401"].is_object() && it["summary"].is_string(), "{method} {path}");
            }
        }
    }
}

//! What is tried at each route: whose things, at which address, with which form.

use super::{Everybody, Route, Things};

/// Whose thing it is, its address, and the form for a POST.
pub(super) type Try = (String, String, Vec<(&'static str, String)>);

/// The addresses that are tried for a route, with the form for a POST: nothing in it would be refused for its form alone.
pub(super) fn tries(route: &Route, all: &Everybody) -> Vec<Try> {
    let nothing = "A".repeat(43);
    match route.path.as_str() {
        "/service/"
        | "/service/projecten/"
        | "/service/gebruikers/"
        | "/service/voorstellen/"
        | "/service/verzoeken/" => {
            vec![(String::new(), route.path.clone(), vec![])]
        }
        "/service/logboek/" | "/service/logboek/download/" => {
            let more = if route.path.ends_with("download/") { "form=csv" } else { "lang=nl" };
            let own = (String::new(), format!("{}?{more}", route.path), vec![]);
            let of = |it: &Things, what: &str, value: &str| {
                (format!("{} {what}", it.whose), format!("{}?{more}&{what}={value}", route.path), vec![])
            };
            let things = all.things.iter().flat_map(|it| [of(it, "client", it.client), of(it, "woning", &it.home)]);
            let none = "00000000-0000-7000-8000-000000000000";
            let nobodys = ("a home that is none".to_owned(), format!("{}?{more}&woning={none}", route.path), vec![]);
            std::iter::once(own).chain(things).chain([nobodys]).collect()
        }
        team if team.starts_with("/service/collegas/") || team.starts_with("/beheer/medewerkers/") => {
            let to = |whose: &str, id: &str| {
                let form = vec![("role", "clerk".to_owned()), ("project-1", "linde/zuid".to_owned())];
                (whose.to_owned(), team.replace("{colleague}", id), form)
            };
            if team.contains("{colleague}") {
                all.people.iter().map(|(whose, id)| to(whose, id)).collect()
            } else {
                vec![(String::new(), team.to_owned(), vec![])]
            }
        }
        "/beheer/bewaartermijnen/bewaarplicht/{hold}/beeindigen/" => {
            vec![(
                "a hold that is none".to_owned(),
                route.path.replace("{hold}", "00000000-0000-7000-8000-000000000000"),
                vec![],
            )]
        }
        "/support/koppelverzoeken/{request}/" => {
            vec![(
                "a request that is none".to_owned(),
                route.path.replace("{request}", "00000000-0000-7000-8000-000000000000"),
                vec![("act", "accept".to_owned()), ("residents", "same".to_owned())],
            )]
        }
        // A hash that is nobody's approves nothing; without words nothing is written.
        "/service/onderhoud/" | "/support/onderhoud/" | "/support/onderhoud/nieuw/" => {
            vec![(String::new(), route.path.clone(), vec![])]
        }
        notice if notice.contains("{notice}") => {
            let form = vec![("act", "approve".to_owned()), ("hash", "0".repeat(64))];
            // Its own people read one only once it was approved.
            let told = notice.starts_with("/service/");
            let of = |it: &Things| {
                let id = &it.notices[usize::from(told)];
                let path = notice.replace("{notice}", id).replace("{file}", "woningen.csv");
                (it.whose.to_owned(), path, form.clone())
            };
            let none = "00000000-0000-7000-8000-000000000000";
            let path = notice.replace("{notice}", none).replace("{file}", "woningen.csv");
            all.things.iter().map(of).chain([("a notice that is none".to_owned(), path, form.clone())]).collect()
        }
        // What is not filled in makes no key.
        "/beheer/sleutels/{key}/intrekken/" => {
            vec![(
                "a key that is none".to_owned(),
                route.path.replace("{key}", "00000000-0000-7000-8000-000000000000"),
                vec![],
            )]
        }
        "/beheer/voorstellen/{proposal}/" => {
            let of = |it: &Things, what: &str, id: &str| {
                // Without a reason nothing is decided.
                let form = vec![("act", "refuse".to_owned())];
                (format!("{} {what}", it.whose), route.path.replace("{proposal}", id), form)
            };
            let both = |it: &Things| [of(it, "contact", &it.matter), of(it, "home", &it.proposal)];
            all.things.iter().flat_map(both).collect()
        }
        contact if contact.contains("{contact}") => {
            let ended = usize::from(contact.starts_with("/service/"));
            let path = contact.replace("{client}", "linde").replace("{project}", "zuid");
            let of = |it: &Things| (it.whose.to_owned(), path.replace("{contact}", &it.contacts[ended]), vec![]);
            all.things.iter().map(of).collect()
        }
        "/belcontrole/{token}/" => vec![("no link".to_owned(), route.path.replace("{token}", &nothing), vec![])],
        case if case.contains("{case}") => {
            let none = "00000000-0000-7000-8000-000000000000";
            vec![("a case that is none".to_owned(), case.replace("{case}", none), vec![])]
        }
        // Without a choice no case is opened.
        "/support/woning/{account}/" | "/support/woning/{account}/zaak/" => {
            let of = |it: &Things| (it.whose.to_owned(), route.path.replace("{account}", &it.account), vec![]);
            all.things.iter().map(of).collect()
        }
        "/support/zoeken/" => vec![(String::new(), route.path.clone(), vec![("key", "ALMELO77".to_owned())])],
        "/service/contactpersonen/" => vec![(String::new(), route.path.clone(), vec![])],
        desk if desk.starts_with("/beheer/") && desk.contains("{client}") => {
            vec![(String::new(), desk.replace("{client}", "linde").replace("{project}", "zuid"), vec![])]
        }
        desk if desk.starts_with("/support/") && desk.contains("{account}") => {
            let of = |it: &Things| (it.whose.to_owned(), desk.replace("{account}", &it.account), vec![]);
            all.things.iter().map(of).collect()
        }
        texts if texts.starts_with("/service/teksten/") => {
            let path = texts.replace("{language}", "nl").replace("{piece}", "letter-greeting");
            vec![(String::new(), path, vec![("text", "Dag bewoner,".to_owned())])]
        }
        portal if portal.starts_with("/service/") => {
            all.things.iter().map(|things| in_portal(portal, things)).collect()
        }
        "/login/accounts/pass/reset/{token}/" => vec![
            ("another's link".to_owned(), all.reset.clone(), vec![("password", "kort".to_owned())]),
            ("no link".to_owned(), route.path.replace("{token}", &nothing), vec![("password", "kort".to_owned())]),
        ],
        "/contact/{token}/" => vec![
            ("another's link".to_owned(), all.contact.clone(), vec![]),
            ("no link".to_owned(), route.path.replace("{token}", &nothing), vec![]),
        ],
        dead if dead.starts_with("/contact/verstrekken/{token}/") => {
            let path = dead.replace("{token}", &nothing).replace("{file}", "lijst.csv");
            vec![("no link".to_owned(), path, vec![("email", "els@linde.example.nl".to_owned())])]
        }
        "/contact/vraag/{token}/" | "/contact/verzoek/{token}/" => {
            vec![("no link".to_owned(), route.path.replace("{token}", &nothing), vec![])]
        }
        // Without a username nothing happens.
        "/email/object/{token}/" => vec![
            ("another's link".to_owned(), all.objection.clone(), vec![]),
            ("no link".to_owned(), route.path.replace("{token}", &nothing), vec![]),
        ],
        "/email/still-here/{token}/" | "/email/confirm/{token}/" | "/email/undo/{token}/" => {
            vec![("no link".to_owned(), route.path.replace("{token}", &nothing), vec![])]
        }
        "/invitation/{token}/" => vec![
            ("another's link".to_owned(), all.invitation.clone(), vec![("password", "kort".to_owned())]),
            ("another's link, code".to_owned(), all.invitation.clone(), vec![("code", String::new())]),
            ("no link".to_owned(), route.path.replace("{token}", &nothing), vec![("password", "kort".to_owned())]),
        ],
        "/assets/{file}" => vec![
            ("a file".to_owned(), web::assets::path("app.css").to_owned(), vec![]),
            ("no file".to_owned(), "/assets/none.css".to_owned(), vec![]),
        ],
        "/beheer/post/" => vec![
            ("a letter".to_owned(), route.path.clone(), vec![("mail", all.letter.clone())]),
            ("no letter".to_owned(), route.path.clone(), vec![("mail", "x".to_owned())]),
        ],
        // One that is nobody's is not signed in.
        "/beveiliging/apparaten/" => {
            let none = "00000000-0000-7000-8000-000000000000".to_owned();
            vec![("a device that is none".to_owned(), route.path.clone(), vec![("device", none)])]
        }
        passkey if passkey.contains("{passkey}") => {
            let none = "00000000-0000-7000-8000-000000000000";
            vec![(
                "a passkey that is none".to_owned(),
                passkey.replace("{passkey}", none),
                vec![("name", "x".to_owned())],
            )]
        }
        "/login/second-factor/" => vec![(String::new(), route.path.clone(), vec![("code", String::new())])],
        "/login/accounts/name/" => {
            vec![(String::new(), route.path.clone(), vec![("email", "niemand@example.nl".to_owned())])]
        }
        "/login/accounts/pass/reset/" => {
            vec![(String::new(), route.path.clone(), vec![("username", "ALMELO77".to_owned())])]
        }
        _ => vec![(String::new(), route.path.clone(), vec![])],
    }
}

/// A page of the service portal, about the things of one client.
fn in_portal(route: &str, things: &Things) -> Try {
    let file = if route.starts_with("/service/brieven/") { "uitleg.pdf" } else { "terug.csv" };
    let parts = [
        ("{client}", things.client),
        ("{project}", things.project),
        ("{list}", &things.list),
        ("{run}", &things.run),
        ("{home}", &things.home),
        ("{account}", &things.account),
        ("{change}", &things.change),
        ("{proposal}", &things.proposal),
        ("{request}", &things.request),
        ("{part}", "1"),
        ("{file}", file),
    ];
    let path = parts.iter().fold(route.to_owned(), |path, (name, value)| path.replace(name, value));
    let project = format!("{}/{}", things.client, things.project);
    let path = match route {
        "/service/mutaties/nieuw/" => format!("{path}?home={}", things.home),
        _ if route.contains("{client}") || route.contains("{home}") || route.contains("{proposal}") => path,
        _ if route.contains("{request}") => path,
        _ => format!("{path}?project={project}"),
    };
    let mut form = vec![("project", project), ("home", things.home.clone())];
    for (name, value) in [("which", "all"), ("language", "nl"), ("residents", "same"), ("email", "nieuw@example.nl")] {
        form.push((name, value.to_owned()));
    }
    if route.contains("{proposal}") {
        // Without a reason nothing is decided.
        form.push(("act", "refuse".to_owned()));
    }
    (things.whose.to_owned(), path, form)
}

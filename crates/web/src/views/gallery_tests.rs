//! Draws every sample of every view in every language, looks for what must be on each page, and leaves the
//! pages in `target/gallery/` for people: `python3 -m http.server --directory target/gallery`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use askama::Template;
use domain::language::Language;
use words::Words;

use super::page::{BrandOnPage, Page};
use super::service::{self, batch};
use super::{
    View, clients, colleagues, contact, contacts, dead_letters, dead_link, demo, error, explain, invitation, keys, kit,
    names, objection, own_address, own_data, own_home, post, reset, retention,
};
use super::{second_factor, security, set_password, sign_in, start, still_here, support, texts};
use crate::assets;

/// A page that was drawn.
pub(super) struct Drawn {
    /// The name of the sample.
    pub(super) name: &'static str,
    title: String,
    status: u16,
    /// The page.
    pub(super) html: String,
}

pub(super) fn draw<V: View>(samples: Vec<(&'static str, V)>, into: &mut Vec<Drawn>) {
    for (name, view) in samples {
        let html = view.render().expect("drawn");
        into.push(Drawn { name, title: view.title().into_owned(), status: view.status().as_u16(), html });
    }
}

/// Every sample of every view.
pub(super) fn pages(language: Language) -> Vec<Drawn> {
    pages_like(Page::sample(language))
}

pub(super) fn pages_like(page: Page) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    draw(sign_in::SignIn::samples(&page), &mut drawn);
    draw(second_factor::SecondFactor::samples(&page), &mut drawn);
    draw(reset::ResetAsk::samples(&page), &mut drawn);
    draw(reset::ResetAsked::samples(&page), &mut drawn);
    draw(names::NamesAsk::samples(&page), &mut drawn);
    draw(names::NamesAsked::samples(&page), &mut drawn);
    draw(set_password::SetPassword::samples(&page), &mut drawn);
    draw(dead_link::DeadLink::samples(&page), &mut drawn);
    draw(dead_link::DeadInvitation::samples(&page), &mut drawn);
    draw(invitation::InvitationPassword::samples(&page), &mut drawn);
    draw(invitation::InvitationFactor::samples(&page), &mut drawn);
    draw(invitation::InvitationCodes::samples(&page), &mut drawn);
    draw(start::Start::samples(&page), &mut drawn);
    draw(objection::Objection::samples(&page), &mut drawn);
    draw(objection::Objected::samples(&page), &mut drawn);
    draw(objection::dead_samples(&page), &mut drawn);
    draw(still_here::StillHere::samples(&page), &mut drawn);
    draw(still_here::Said::samples(&page), &mut drawn);
    draw(still_here::dead_samples(&page), &mut drawn);
    draw_own(&page, &mut drawn);
    draw(dead_letters::DeadLetters::samples(&page), &mut drawn);
    draw(post::HomePost::samples(&page), &mut drawn);
    draw(post::AccountPost::samples(&page), &mut drawn);
    draw(error::ErrorPage::samples(&page), &mut drawn);
    draw(demo::DemoWalk::samples(&page), &mut drawn);
    draw(demo::DemoMails::samples(&page), &mut drawn);
    draw(demo::DemoMail::samples(&page), &mut drawn);
    draw(demo::DemoClock::samples(&page), &mut drawn);
    draw(demo::DemoCodes::samples(&page), &mut drawn);
    draw(kit::Kit::samples(&page), &mut drawn);
    draw_security(&page, &mut drawn);
    draw_service(&page, &mut drawn);
    draw_desks(&page, &mut drawn);
    drawn
}

fn draw_own(page: &Page, drawn: &mut Vec<Drawn>) {
    draw(own_home::OwnHome::samples(page), drawn);
    draw(own_data::OwnDataPage::samples(page), drawn);
    draw(own_data::OwnLog::samples(page), drawn);
    draw(own_data::OwnRequest::samples(page), drawn);
    draw(own_address::AddressForm::samples(page), drawn);
    draw(own_address::AddressMissing::samples(page), drawn);
    draw(own_address::AddressConfirm::samples(page), drawn);
    draw(own_address::AddressConfirmed::samples(page), drawn);
    draw(own_address::dead_confirm_samples(page), drawn);
    draw(own_address::AddressUndo::samples(page), drawn);
    draw(own_address::AddressBack::samples(page), drawn);
    draw(own_address::dead_undo_samples(page), drawn);
    draw(explain::ExplainAddress::samples(page), drawn);
    draw(explain::Explained::samples(page), drawn);
}

fn draw_security(page: &Page, drawn: &mut Vec<Drawn>) {
    draw(super::own_language::OwnLanguage::samples(page), drawn);
    draw(security::overview::Security::samples(page), drawn);
    draw(security::change_password::ChangePassword::samples(page), drawn);
    draw(security::end_everything::EndEverything::samples(page), drawn);
    draw(security::safe_home::SafeHome::samples(page), drawn);
    draw(security::passkeys::NewPasskey::samples(page), drawn);
    draw(security::passkeys::MakePasskey::samples(page), drawn);
    draw(security::passkeys::ChangePasskey::samples(page), drawn);
    draw(security::passkeys::WhatPasskey::samples(page), drawn);
}

fn draw_desks(page: &Page, drawn: &mut Vec<Drawn>) {
    draw(colleagues::list::Colleagues::samples(page), drawn);
    draw(colleagues::invite::InviteColleague::samples(page), drawn);
    draw(colleagues::end::EndColleague::samples(page), drawn);
    draw(colleagues::projects::LeadProjects::samples(page), drawn);
    draw(colleagues::review::ReviewRights::samples(page), drawn);
    draw(colleagues::review::ReviewSure::samples(page), drawn);
    draw(texts::list::Texts::samples(page), drawn);
    draw(texts::edit::EditText::samples(page), drawn);
    draw(texts::logo::LogoPage::samples(page), drawn);
    draw(clients::list::Clients::samples(page), drawn);
    draw(clients::list::AllProjects::samples(page), drawn);
    draw(clients::client::ClientPage::samples(page), drawn);
    draw(clients::freeze::Freeze::samples(page), drawn);
    draw(clients::new_client::NewClient::samples(page), drawn);
    draw(clients::new_project::NewProject::samples(page), drawn);
    draw(clients::project::ProjectPage::samples(page), drawn);
    draw(clients::move_homes::MoveHomes::samples(page), drawn);
    draw(contacts::Contacts::samples(page), drawn);
    draw(contacts::EnterContact::samples(page), drawn);
    draw(contacts::EndContact::samples(page), drawn);
    draw(contact::ProveContact::samples(page), drawn);
    draw(contact::ContactProven::samples(page), drawn);
    draw(contact::dead_samples(page), drawn);
    draw(retention::page::Retention::samples(page), drawn);
    draw(retention::incident::Incident::samples(page), drawn);
    draw(support::link_requests::LinkRequests::samples(page), drawn);
    draw(support::link_requests::RequestPage::samples(page), drawn);
    draw(keys::list::Keys::samples(page), drawn);
    draw(keys::new::NewKey::samples(page), drawn);
    draw(keys::made::KeyMade::samples(page), drawn);
    support::draw(page, drawn);
    super::maintenance::draw(page, drawn);
}

fn draw_service(page: &Page, drawn: &mut Vec<Drawn>) {
    draw(service::projects::Projects::samples(page), drawn);
    draw(service::board::Board::samples(page), drawn);
    draw(service::upload::Upload::samples(page), drawn);
    draw(batch::BatchRunning::samples(page), drawn);
    draw(batch::BatchEnded::samples(page), drawn);
    draw(batch::BatchColumns::samples(page), drawn);
    draw(batch::BatchJudged::samples(page), drawn);
    draw(batch::BatchApplied::samples(page), drawn);
    draw(batch::BatchUndo::samples(page), drawn);
    draw(service::homes::Homes::samples(page), drawn);
    draw(service::choose::Choose::samples(page), drawn);
    draw(service::worklist::Worklist::samples(page), drawn);
    draw(service::handout::Handout::samples(page), drawn);
    draw(service::letters::Letters::samples(page), drawn);
    draw(service::tenant_change::list::Changes::samples(page), drawn);
    draw(service::tenant_change::form::ChangeForm::samples(page), drawn);
    draw(service::tenant_change::preview::ChangePreview::samples(page), drawn);
    draw(service::tenant_change::undo::ChangeUndo::samples(page), drawn);
    draw(service::log::Log::samples(page), drawn);
    draw(service::users::Users::samples(page), drawn);
    draw(service::home::HomePage::samples(page), drawn);
    draw(service::home_form::HomeForm::samples(page), drawn);
    draw(service::home_form::HomeChange::samples(page), drawn);
    draw(service::accounts::AccountNew::samples(page), drawn);
    draw(service::accounts::AccountEnd::samples(page), drawn);
    draw(service::link::LinkForm::samples(page), drawn);
    draw(service::link::LinkConfirm::samples(page), drawn);
    draw(service::revoke::Revoke::samples(page), drawn);
    draw(service::one_leaves::OneLeaves::samples(page), drawn);
    draw(service::many::Many::samples(page), drawn);
    draw(service::many::ManyProposed::samples(page), drawn);
    draw(service::proposals::Proposals::samples(page), drawn);
    draw(service::proposals::ProposalPage::samples(page), drawn);
    draw(service::proposals::AdminProposal::samples(page), drawn);
    draw(service::requests::Requests::samples(page), drawn);
}

/// The tags of a page, without their brackets.
pub(super) fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

/// An attribute of a tag.
pub(super) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// Labels of what is typed stand above it, all alike; a box or a choice is inside its label, or says its own.
fn is_labelled(html: &str, tag: &str, id: &str) -> bool {
    let labels = ["hs-field__label", "hs-choice", "hs-tick"].into_iter();
    let mut written = labels.map(|class| format!("<label class=\"{class}\" for=\"{id}\">"));
    attribute(tag, "aria-label").is_some_and(|label| !label.is_empty()) || written.any(|label| html.contains(&label))
}

fn faults_of(html: &str, language: Language) -> Vec<String> {
    let mut faults = Vec::new();
    let mut require = |ok: bool, what: &str| {
        if !ok {
            faults.push(what.to_owned());
        }
    };
    require(html.starts_with("<!doctype html>"), "doctype");
    require(html.contains(&format!("<html lang=\"{}\"", language.code())), "lang");
    require(html.matches("<h1").count() == 1, "one h1");
    require(html.matches("<main").count() == 1, "one main");
    let mut ids = BTreeSet::new();
    for tag in tags(html) {
        if let Some(id) = attribute(tag, "id") {
            require(ids.insert(id), &format!("id {id} stands twice"));
        }
        require(!tag.contains(" style="), "no inline style");
        require(!tag.contains(" onclick="), "no inline script");
        if tag.starts_with("script") {
            require(tag.contains(" src=\"/assets/"), "scripts are files");
        }
    }
    let mut landmarks = BTreeSet::new();
    for tag in tags(html).filter(|tag| tag.starts_with("section") || tag.contains(" role=\"region\"")) {
        if let Some(name) = attribute(tag, "aria-labelledby").or_else(|| attribute(tag, "aria-label")) {
            require(landmarks.insert(name), &format!("two landmarks are called {name}"));
        }
    }
    for tag in tags(html) {
        if tag.starts_with("input") && attribute(tag, "type") != Some("hidden") && !tag.contains("aria-hidden") {
            let id = attribute(tag, "id").unwrap_or_default();
            require(is_labelled(html, tag, id), &format!("label of {id}"));
            let is_typed = !matches!(attribute(tag, "type"), Some("checkbox" | "radio" | "file"));
            require(!is_typed || tag.contains(" autocomplete=\""), &format!("autocomplete of {id}"));
        }
        let named = ["aria-describedby", "aria-labelledby", "aria-controls"].into_iter();
        for id in named.filter_map(|name| attribute(tag, name)).flat_map(str::split_whitespace) {
            require(ids.contains(id), &format!("{id} is named but not there"));
        }
        if let Some(id) = attribute(tag, "href").and_then(|href| href.strip_prefix('#')) {
            require(ids.contains(id), &format!("link to #{id}"));
        }
        for name in ["href", "src"] {
            let Some(path) = attribute(tag, name) else { continue };
            require(!path.starts_with("/assets/") || assets::find(path).is_some(), &format!("file {path}"));
            require(!path.is_empty(), "an empty address");
        }
        if tag.starts_with("button") {
            require(!tag.contains(" disabled"), "a disabled button");
        }
    }
    faults
}

#[test]
fn every_page_in_every_state_and_language_is_sound() {
    for language in Language::ALL {
        for drawn in pages(language) {
            let faults = faults_of(&drawn.html, language);
            assert!(faults.is_empty(), "{} ({}): {faults:#?}", drawn.name, language.code());
        }
    }
}

#[test]
fn the_checker_sees_planted_faults() {
    let drawn = &pages(Language::Nl)[0];
    for (good, bad) in [
        ("<h1>", "<h1></h1><h1>"),
        ("<h1>", "<section aria-label=\"a\"></section><section aria-label=\"a\"></section><h1>"),
        ("for=\"username\"", "for=\"user\""),
        ("lang=\"nl\" dir", "dir"),
        ("<main", "<main style=\"color:red\""),
        ("/assets/app.", "/assets/other."),
        ("id=\"password\"", "id=\"username\""),
    ] {
        assert!(drawn.html.contains(good), "{good}");
        assert!(!faults_of(&drawn.html.replace(good, bad), Language::Nl).is_empty(), "{bad}");
    }
}

#[test]
fn a_key_without_words_would_show() {
    // `t` answers the key itself when it finds nothing, so no page may hold a key of the translations.
    let source = include_str!("../../../../translations/nl.ftl");
    let keys: Vec<&str> = source
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0))
        .filter(|key| key.matches('-').count() > 1)
        .collect();
    assert!(keys.len() > 100);
    for language in Language::ALL {
        for drawn in pages(language) {
            for key in &keys {
                let shown = format!(">{key}<");
                assert!(!drawn.html.contains(&shown), "{} shows {key}", drawn.name);
            }
        }
    }
}

#[test]
fn a_fault_changes_the_title_and_the_status() {
    for drawn in pages(Language::Nl) {
        let wrong = drawn.html.contains("hs-summary\"");
        assert_eq!(drawn.html.contains("<title>Fout: "), wrong, "{}", drawn.name);
        if wrong {
            assert!(matches!(drawn.status, 401 | 422 | 429), "{} {}", drawn.name, drawn.status);
            assert!(drawn.html.contains("autofocus"), "{}", drawn.name);
        }
    }
}

#[test]
fn every_page_has_its_own_title() {
    for language in Language::ALL {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for drawn in pages(language) {
            // States of one page share its title; the name up to the state tells the page.
            let page = drawn.html.split("<form").next().unwrap_or_default().matches("hs-brand").count();
            assert!(page > 0);
            let group = drawn.name.split('-').next().unwrap_or_default().to_owned();
            let before = seen.entry(drawn.title.clone()).or_insert_with(|| group.clone());
            assert_eq!(*before, group, "{} and {before} share the title {}", drawn.name, drawn.title);
        }
    }
}

#[test]
fn words_of_others_are_escaped() {
    for language in Language::ALL {
        for drawn in pages(language) {
            assert!(!drawn.html.contains("<b>"), "{}", drawn.name);
            assert!(!drawn.html.contains("<script>"), "{}", drawn.name);
        }
    }
}

#[test]
fn no_answer_gives_a_password_back() {
    for drawn in pages(Language::Nl) {
        for tag in tags(&drawn.html).filter(|tag| tag.contains("type=\"password\"")) {
            assert!(!tag.contains(" value="), "{}", drawn.name);
        }
    }
}

#[test]
fn a_brand_brings_its_name_colours_logo_and_help() {
    use domain::brand::{Brand, Colour, Logo, Texts};
    let brand = Brand {
        name: "De Linde & Zonen".to_owned(),
        help: Texts { nl: "Bel 0800-1234.".to_owned(), en: "Call 0800-1234.".to_owned() },
        colour: Some(Colour::parse("#c2185b").expect("a colour")),
        logo: Some(Logo::read(b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()).expect("a logo")),
    };
    let (shown, files) = BrandOnPage::of(&brand);
    assert_eq!(files.len(), 2);
    let page = Page { brand: shown.into(), ..Page::sample(Language::En) };
    let html = sign_in::SignIn::samples(&page)[0].1.render().expect("drawn");
    assert!(html.contains("De Linde &#38; Zonen"), "{html}");
    assert!(html.contains("Call 0800-1234."));
    for file in files {
        assert!(html.contains(&file.path), "{}", file.path);
    }
}

#[test]
fn language_links_keep_the_page() {
    let links = Page::sample(Language::Nl).other_languages();
    assert_eq!(links[0].href, "/login/?next=%2Fwoning%2F&lang=en");
    assert_eq!(links[0].name, Words::of(Language::En).t("common-language"));
    assert_eq!(Page::sample(Language::En).at("/").other_languages()[0].href, "/?lang=nl");
}

#[test]
fn the_gallery_is_drawn() {
    let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/gallery");
    std::fs::create_dir_all(root.join("assets")).expect("a folder");
    for asset in assets::all() {
        std::fs::write(root.join(&asset.path[1..]), &asset.body).expect("written");
    }
    let mut index = String::from("<!doctype html><meta charset=utf-8><title>Gallery</title><ul>");
    for language in Language::ALL {
        for drawn in pages(language) {
            let file = format!("{}.{}.html", drawn.name, language.code());
            std::fs::write(root.join(&file), &drawn.html).expect("written");
            let _ = write!(index, "<li><a href=\"/{file}\">{file}</a> {} {}", drawn.status, drawn.title);
        }
    }
    std::fs::write(root.join("index.html"), index).expect("written");
}

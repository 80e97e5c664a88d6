//! What all pages share: language, brand, who is signed in, and whether this is the demo.

use std::borrow::Cow;
use std::sync::Arc;

use domain::brand::{Brand, LogoKind, Texts};
use domain::language::Language;
use domain::role::Role;
use domain::session::Left;
use domain::time::{Span, Time};
use words::Words;

mod banner;
mod place;

pub use banner::Banner;
pub use place::Place;

use super::brand_css;
use crate::assets::{self, Asset};

/// The brand as pages show it, made once from the settings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BrandOnPage {
    /// The name in the header and in the titles.
    pub name: String,
    /// Path of the logo on this server; without one the page draws our key.
    pub logo: Option<String>,
    /// Path of the stylesheet with the brand's colours.
    pub colours: Option<String>,
    /// The brand's own words on where to get help; without them the page names the landlord.
    pub help: Texts,
}

impl BrandOnPage {
    /// What pages need of a brand, and the files (logo, stylesheet) to serve beside [`assets::all`].
    #[must_use]
    pub fn of(brand: &Brand) -> (Self, Vec<Asset>) {
        let colours = brand.colour.map(|colour| {
            let body = brand_css::stylesheet(colour).into_bytes();
            let path = assets::hashed_path("brand.css", &body);
            Asset { name: "brand.css", path, content_type: "text/css; charset=utf-8", body: body.into() }
        });
        let logo = brand.logo.as_ref().map(|logo| {
            let name = match logo.kind() {
                LogoKind::Png => "logo.png",
                LogoKind::Svg => "logo.svg",
            };
            let path = assets::hashed_path(name, logo.bytes());
            Asset { name, path, content_type: logo.media_type(), body: logo.bytes().to_vec().into() }
        });
        let path = |asset: &Option<Asset>| asset.as_ref().map(|asset| asset.path.clone());
        let shown =
            Self { name: brand.name.clone(), logo: path(&logo), colours: path(&colours), help: brand.help.clone() };
        (shown, colours.into_iter().chain(logo).collect())
    }
}

/// Who is signed in, for the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The username, or the e-mail address of staff.
    pub name: String,
    /// Where this person may go.
    pub places: Vec<Place>,
    /// A resident.
    pub resident: bool,
    /// A resident without a linked address, who is told so on each page (PRODUCT 3.1).
    pub address_missing: bool,
    /// How much longer the session lasts, where a page warns before it ends (WCAG 2.2, 2.2.1).
    pub left: Option<LeftOnPage>,
}

/// How much longer a session lasts, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct LeftOnPage {
    /// When nobody uses it.
    pub idle: i64,
    /// Whatever happens.
    pub whole: i64,
}

impl From<Left> for LeftOnPage {
    fn from(left: Left) -> Self {
        let seconds = |span: Span| span.micros().max(0) / 1_000_000;
        Self { idle: seconds(left.idle), whole: seconds(left.whole) }
    }
}

#[cfg(test)]
impl SignedIn {
    fn staff(name: &str, places: Vec<Place>) -> Self {
        let left = Some(LeftOnPage { idle: 1_800, whole: 43_200 });
        Self { name: name.to_owned(), places, resident: false, address_missing: false, left }
    }
}

/// The common part of every page.
#[derive(Debug, Clone)]
pub struct Page {
    /// The words, in the language of this answer.
    pub w: Words,
    /// The brand.
    pub brand: Arc<BrandOnPage>,
    /// Path and query of this page as a GET, without `lang`: where the language links lead.
    pub here: String,
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// Planned work that goes on now, and touches whoever reads this.
    pub works: Vec<Banner>,
    /// The demo shows a bar with its own pages.
    pub demo: bool,
}

/// A link to this page in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageLink {
    /// For `lang` and `hreflang`.
    pub code: &'static str,
    /// The language's own name.
    pub name: Cow<'static, str>,
    /// The address.
    pub href: String,
}

impl Page {
    /// This page in the other languages.
    #[must_use]
    pub fn other_languages(&self) -> Vec<LanguageLink> {
        let joint = if self.here.contains('?') { '&' } else { '?' };
        Language::ALL
            .into_iter()
            .filter(|language| *language != self.w.language())
            .map(|language| LanguageLink {
                code: language.code(),
                name: Words::of(language).t("common-language"),
                href: format!("{}{joint}lang={}", self.here, language.code()),
            })
            .collect()
    }

    /// Where to get help, in the brand's own words.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.brand.help.of(self.w.language())
    }

    /// A moment, written out.
    #[must_use]
    pub fn moment(&self, at: &Time) -> String {
        self.w.moment(*at)
    }

    /// This page is `place`.
    #[must_use]
    pub fn is_at(&self, place: &Place) -> bool {
        self.here.split('?').next() == Some(place.path())
    }

    /// This page has this address.
    #[must_use]
    pub fn is_here(&self, href: &str) -> bool {
        self.here == href
    }

    /// This page is below `place`, which is not the start.
    #[must_use]
    pub fn is_below(&self, place: &Place) -> bool {
        // What is below the help desk has places of its own, but for the search.
        let own = !matches!(place, Place::Start | Place::Desk) && self.here.starts_with(place.path());
        (own || place.beside().iter().any(|it| self.here.starts_with(it))) && !self.is_at(place)
    }

    /// Read by staff who are signed in.
    #[must_use]
    pub fn by_staff(&self) -> bool {
        self.signed_in.as_ref().is_some_and(|who| !who.resident)
    }

    /// Who helps staff: a colleague who is admin; who is admin needs somebody else, and so does a contact.
    #[must_use]
    pub fn staff_help(&self) -> Cow<'static, str> {
        let manages = |place| self.signed_in.as_ref().is_some_and(|who| who.places.contains(&place));
        if manages(Place::Staff) {
            self.w.t("staff-shell-help-operator")
        } else if manages(Place::Colleagues) {
            self.w.with("staff-shell-help-admin", &[("brand", &self.brand.name)])
        } else if self.here.starts_with("/contact/") {
            // A contact works for a client, and has no colleague here.
            self.w.t("staff-shell-help-contact")
        } else {
            self.w.t("staff-shell-help")
        }
    }

    /// The header has a menu: staff have more than one place to go.
    #[must_use]
    pub fn has_menu(&self) -> bool {
        self.signed_in.as_ref().is_some_and(|who| !who.places.is_empty())
    }

    /// The header has the way out: the start page has one of its own.
    #[must_use]
    pub fn signs_out(&self) -> bool {
        self.signed_in.as_ref().is_some_and(|who| who.resident || !who.places.is_empty()) && !self.is_at(&Place::Start)
    }

    /// Who reads this has no linked address, and is not at a page that asks for it or says why.
    #[must_use]
    pub fn misses_address(&self) -> bool {
        let asks = [crate::router::OWN_ADDRESS, crate::router::ADDRESS_MISSING, crate::router::EXPLAIN_ADDRESS];
        self.signed_in.as_ref().is_some_and(|who| who.address_missing)
            && !asks.iter().any(|it| self.here.starts_with(it))
    }

    /// How much longer the session lasts, where it ends so soon that the page warns.
    #[must_use]
    pub fn ends_soon(&self) -> Option<LeftOnPage> {
        self.signed_in.as_ref().and_then(|who| who.left)
    }

    /// The name of `place`.
    #[must_use]
    pub fn name_of(&self, place: &Place) -> Cow<'static, str> {
        self.w.t(place.key())
    }

    /// The name of a role, as staff read it.
    #[must_use]
    pub fn role(&self, role: &Role) -> Cow<'static, str> {
        self.w.t(match role {
            Role::Clerk => words::key!("staff-role-clerk"),
            Role::OrgAdmin => words::key!("staff-role-org-admin"),
            Role::Support => words::key!("staff-role-support"),
            Role::ProjectLead => words::key!("staff-role-project-lead"),
            Role::OperatorAdmin => words::key!("staff-role-operator-admin"),
            Role::Auditor => words::key!("staff-role-auditor"),
        })
    }

    #[cfg(test)]
    pub(crate) fn sample(language: Language) -> Self {
        Self {
            w: Words::of(language),
            brand: Arc::new(BrandOnPage::of(&Brand::sample()).0),
            here: "/login/?next=%2Fwoning%2F".to_owned(),
            signed_in: None,
            works: Vec::new(),
            demo: false,
        }
    }

    #[cfg(test)]
    pub(crate) fn while_work_goes_on(&self) -> Self {
        Self { works: vec![Banner::sample(self.w)], ..self.clone() }
    }

    #[cfg(test)]
    pub(crate) fn at(&self, here: &str) -> Self {
        Self { here: here.to_owned(), ..self.clone() }
    }

    #[cfg(test)]
    pub(crate) fn for_resident(&self) -> Self {
        let staff = SignedIn::staff("ALMELO01", Vec::new());
        let signed_in = SignedIn { resident: true, left: None, ..staff };
        Self { signed_in: Some(signed_in), ..self.at("/") }
    }

    #[cfg(test)]
    pub(crate) fn without_address(&self) -> Self {
        let resident = self.for_resident();
        let signed_in = resident.signed_in.map(|who| SignedIn { address_missing: true, ..who });
        Self { signed_in, ..self.at("/") }
    }

    #[cfg(test)]
    pub(crate) fn for_staff(&self) -> Self {
        let signed_in = SignedIn::staff("noor@beheer.test", vec![Place::Start, Place::DeadLetters]);
        Self { signed_in: Some(signed_in), ..self.at("/beheer/post/") }
    }

    #[cfg(test)]
    pub(crate) fn for_support(&self, here: &str) -> Self {
        let places =
            vec![Place::Start, Place::Desk, Place::DeskCases, Place::LinkRequests, Place::DeskTexts, Place::Log];
        Self { signed_in: Some(SignedIn::staff("sam@huissleutel.test", places)), ..self.at(here) }
    }

    #[cfg(test)]
    pub(crate) fn for_service(&self, here: &str) -> Self {
        let places = vec![
            Place::Start,
            Place::Projects,
            Place::Users,
            Place::Proposals,
            Place::Requests,
            Place::Worklist,
            Place::Letters,
            Place::Homes,
            Place::Log,
        ];
        let signed_in = SignedIn::staff("noor@beheer.test", places);
        Self { signed_in: Some(signed_in), ..self.at(here) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_an_address_of_its_own_is_below_the_list_it_goes_to() {
        let at = |here| Page::sample(Language::Nl).at(here);
        let current = |here| {
            let all = [Place::Start, Place::Clients, Place::AllProjects, Place::Staff];
            all.into_iter().filter(|place| at(here).is_at(place) || at(here).is_below(place)).collect::<Vec<_>>()
        };
        assert_eq!(current("/beheer/nieuwe-opdrachtgever/"), [Place::Clients]);
        assert_eq!(current("/beheer/nieuw-project/?client=linde"), [Place::AllProjects]);
        assert_eq!(current("/beheer/opdrachtgevers/linde/"), [Place::Clients]);
        assert_eq!(current("/beheer/overdragen/"), [Place::AllProjects]);
        assert_eq!(current("/"), [Place::Start]);
    }

    /// Who is admin is not sent to an admin among the colleagues.
    #[test]
    fn who_helps_staff_depends_on_who_they_are() {
        let with = |places: &[Place]| {
            let signed_in = SignedIn::staff("noor@linde.test", places.to_vec());
            Page { signed_in: Some(signed_in), ..Page::sample(Language::Nl) }.staff_help()
        };
        assert!(with(&[Place::Start, Place::Projects]).starts_with("Vraag een collega die beheerder is."));
        let contact = Page::sample(Language::Nl).at("/contact/vraag/Zm9vYmFyYmF6/").staff_help();
        assert!(contact.starts_with("Bel degene bij ons"), "{contact}");
        assert!(with(&[Place::Start, Place::Colleagues]).starts_with("Vraag de beheerder van "));
        assert!(with(&[Place::Start, Place::Staff]).starts_with("Vraag een andere beheerder,"));
    }
}

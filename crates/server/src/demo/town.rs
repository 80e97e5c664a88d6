//! Who lives and works in the demo: invented clients, projects, homes and people, as plain data. What becomes of them is
//! done by `seed` through the use cases; nothing here knows how.

use domain::role::Role;

use super::notes::State;

/// A client.
pub(super) struct Client {
    pub(super) slug: &'static str,
    pub(super) name: &'static str,
    pub(super) portal: bool,
}

/// A project of a client, with its homes.
pub(super) struct Project {
    pub(super) client: &'static str,
    pub(super) slug: &'static str,
    pub(super) name: &'static str,
    pub(super) prefix: &'static str,
    /// Days from the start of the demo; negative in the past.
    pub(super) delivered_in_days: i64,
    pub(super) street: &'static str,
    pub(super) postcode: &'static str,
    pub(super) place: &'static str,
    pub(super) homes: &'static [Home],
}

/// A home, and how far its resident is.
pub(super) struct Home {
    pub(super) house_number: u32,
    pub(super) email: Option<&'static str>,
    pub(super) state: State,
    /// What its resident chooses.
    pub(super) password: Option<&'static str>,
}

/// A member of staff.
pub(super) struct Colleague {
    pub(super) name: &'static str,
    pub(super) email: &'static str,
    pub(super) role: Role,
    pub(super) client: Option<&'static str>,
    pub(super) projects: &'static [(&'static str, &'static str)],
    /// What this person chooses; none for who still has the invitation lying there.
    pub(super) password: Option<&'static str>,
}

/// What mails of the demo come from.
pub(super) const SENDER: &str = "inloggen@huissleutel.test";

/// Where a weakness of the demo would be reported.
pub(super) const SECURITY: &str = "veilig@huissleutel.test";

/// No mail server takes mail for this one.
pub(super) const NOBODY: &str = "verhuisd@oudadres.test";

pub(super) const CLIENTS: [Client; 2] = [
    Client { slug: "de-linde", name: "Woonstichting De Linde", portal: true },
    Client { slug: "waterland", name: "Stichting Waterland Wonen", portal: false },
];

pub(super) const PROJECTS: [Project; 3] = [
    Project {
        client: "de-linde",
        slug: "lindehof",
        name: "Lindehof",
        prefix: "ALMELO",
        delivered_in_days: -21,
        street: "Lindelaan",
        postcode: "7600 ZX",
        place: "Almelo",
        homes: LINDEHOF,
    },
    Project {
        client: "de-linde",
        slug: "zuiderpark",
        name: "Zuiderpark",
        prefix: "ZUIDER",
        delivered_in_days: 30,
        street: "Parkhof",
        postcode: "7600 ZZ",
        place: "Almelo",
        homes: ZUIDERPARK,
    },
    Project {
        client: "waterland",
        slug: "de-kade",
        name: "De Kade",
        prefix: "KADE",
        delivered_in_days: -14,
        street: "Veerkade",
        postcode: "1440 ZX",
        place: "Waterdam",
        homes: DE_KADE,
    },
];

const fn has(house_number: u32, email: &'static str, state: State, password: &'static str) -> Home {
    Home { house_number, email: Some(email), state, password: Some(password) }
}

const fn known(house_number: u32, email: &'static str, state: State) -> Home {
    Home { house_number, email: Some(email), state, password: None }
}

const fn unknown(house_number: u32) -> Home {
    Home { house_number, email: None, state: State::NoAddress, password: None }
}

const LINDEHOF: &[Home] = &[
    has(2, "anna.devries@bewoners.test", State::SignedIn, "bakker tekent groene fietsen"),
    has(4, "mehmet.kaya@bewoners.test", State::SignedIn, "zeven ganzen op de dijk"),
    has(6, "joke.bos@bewoners.test", State::PasswordSet, "een uil leest de krant"),
    has(8, "piotr.nowak@bewoners.test", State::PasswordSet, "paarse laarzen in de gang"),
    known(10, "sanne.mulder@bewoners.test", State::MailAsked),
    known(12, NOBODY, State::Refused),
    known(14, "henk.smit@bewoners.test", State::Linked),
    known(16, "fatima.elamrani@bewoners.test", State::Linked),
    known(18, "kees.prins@bewoners.test", State::Linked),
    known(20, "lotte.jansen@bewoners.test", State::Linked),
    known(22, "omar.haddad@bewoners.test", State::Linked),
    known(24, "truus.vandam@bewoners.test", State::Linked),
    unknown(26),
    unknown(28),
    unknown(30),
    unknown(32),
    known(34, "daan.visser@bewoners.test", State::MailAsked),
    known(36, "ewa.kowalska@bewoners.test", State::Linked),
    unknown(38),
    known(40, "bram.meijer@bewoners.test", State::Linked),
];

const ZUIDERPARK: &[Home] = &[
    unknown(1),
    unknown(3),
    unknown(5),
    known(7, "iris.kuiper@bewoners.test", State::Linked),
    unknown(9),
    unknown(11),
    known(13, "ruben.hoek@bewoners.test", State::Linked),
    unknown(15),
];

const DE_KADE: &[Home] = &[
    has(101, "els@mantelzorg.test", State::Carer, "opa fluit naar de tram"),
    has(102, "els@mantelzorg.test", State::Carer, "oma zwaait naar de trein"),
    has(103, "els@mantelzorg.test", State::Carer, "tante wacht op de bus"),
    has(104, "wim.dekker@bewoners.test", State::SignedIn, "kat slaapt boven de radio"),
    known(105, "noa.peters@bewoners.test", State::Linked),
    known(106, "ali.yilmaz@bewoners.test", State::Linked),
    known(107, "marga.blok@bewoners.test", State::Linked),
    unknown(108),
    unknown(109),
    known(110, "tim.vos@bewoners.test", State::Linked),
    unknown(111),
    known(112, "roos.vermeer@bewoners.test", State::Linked),
];

pub(super) const COLLEAGUES: [Colleague; 7] = [
    Colleague {
        name: "Noor Bakker",
        email: "noor@huissleutel.test",
        role: Role::OperatorAdmin,
        client: None,
        projects: &[],
        password: Some("otter zoekt gouden knopen"),
    },
    Colleague {
        name: "Sam de Boer",
        email: "sam@huissleutel.test",
        role: Role::Support,
        client: None,
        projects: &[],
        password: Some("merel zingt om vier uur"),
    },
    Colleague {
        name: "Lin Chen",
        email: "lin@huissleutel.test",
        role: Role::ProjectLead,
        client: None,
        projects: &[("de-linde", "lindehof"), ("waterland", "de-kade")],
        password: Some("walvis draagt gele sokken"),
    },
    Colleague {
        name: "Ada Post",
        email: "ada@huissleutel.test",
        role: Role::Auditor,
        client: None,
        projects: &[],
        password: Some("egel telt witte wolken"),
    },
    Colleague {
        name: "Bea Smeets",
        email: "bea@delinde.test",
        role: Role::OrgAdmin,
        client: Some("de-linde"),
        projects: &[],
        password: Some("kraai spaart rode doppen"),
    },
    Colleague {
        name: "Joost Maas",
        email: "joost@delinde.test",
        role: Role::Clerk,
        client: Some("de-linde"),
        projects: &[],
        password: Some("beer bakt ronde wafels"),
    },
    Colleague {
        name: "Mila Kok",
        email: "mila@delinde.test",
        role: Role::Clerk,
        client: Some("de-linde"),
        projects: &[],
        password: None,
    },
];

impl Project {
    /// The client's own number of a home.
    pub(super) fn client_number(&self, home: &Home) -> String {
        format!("{}-{:03}", self.prefix, home.house_number)
    }

    /// A home in words.
    pub(super) fn address(&self, home: &Home) -> String {
        format!("{} {}, {}", self.street, home.house_number, self.place)
    }

    /// The list as a client sends it.
    pub(super) fn list(&self) -> String {
        let mut list = "VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats;E-mailadres\r\n".to_owned();
        for home in self.homes {
            let (number, email) = (self.client_number(home), home.email.unwrap_or_default());
            let cells = [&number, self.street, &home.house_number.to_string(), "", self.postcode, self.place, email];
            list.push_str(&cells.join(";"));
            list.push_str("\r\n");
        }
        list
    }
}

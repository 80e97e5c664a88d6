//! The tab Beveiliging, `/beveiliging/`: what there is for the safety of the own account.

use std::borrow::Cow;

use askama::Template;
use domain::device::Device;
use domain::help_desk::Deed;
use domain::time::{Day, Time};
use words::t;

use super::passkeys::OwnPasskey;
use super::{CHANGE_PASSWORD, END_EVERYTHING, NEW_PASSKEY, PASSKEYS, SAFE_HOME, SECURITY, WHAT_PASSKEY};
use crate::views::{Page, View};

/// The tab.
#[derive(Debug, Template)]
#[template(path = "security/overview.html")]
pub struct Security {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// The devices where one is signed in, this one first.
    pub devices: Vec<OwnDevice>,
    /// The passkeys; nothing where they cannot be used.
    pub passkeys: Option<OwnPasskeys>,
    /// The case about the own account that the help desk handles now, and since when.
    pub case: Option<(Deed, Time)>,
    /// What was done just now.
    pub done: Option<SecurityDone>,
}

/// The passkeys of a resident, and what the browser is told of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPasskeys {
    /// Each.
    pub all: Vec<OwnPasskey>,
    /// The name that they are made for.
    pub party: String,
    /// What devices know the owner by; none who never had one.
    pub handle: Option<String>,
    /// What devices call those that work, apart by spaces.
    pub known: String,
}

/// A device that is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDevice {
    /// Its session.
    pub id: String,
    /// The kind of browser and system.
    pub device: Device,
    /// The day on which it signed in.
    pub since: Day,
    /// The day on which it was last used.
    pub seen: Day,
    /// It is this one.
    pub here: bool,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecurityDone {
    /// The password is another.
    Password,
    /// A device was signed out.
    Device,
    /// All others were.
    Others,
    /// A passkey was made.
    PasskeyAdded,
    /// A passkey is called otherwise.
    PasskeyRenamed,
    /// A passkey was removed.
    PasskeyRemoved,
}

impl SecurityDone {
    /// Each, with its word in the address.
    const ALL: [(&'static str, Self); 6] = [
        ("password", Self::Password),
        ("device", Self::Device),
        ("others", Self::Others),
        ("passkey", Self::PasskeyAdded),
        ("renamed", Self::PasskeyRenamed),
        ("removed", Self::PasskeyRemoved),
    ];

    /// From the word in the address.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == word).map(|(_, done)| done)
    }

    /// The tab, saying this.
    #[must_use]
    pub fn path(self) -> String {
        let word = Self::ALL.into_iter().find(|(_, done)| *done == self).map_or("", |(word, _)| word);
        format!("{SECURITY}?told={word}")
    }
}

impl View for Security {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("security-title")
    }

    fn for_staff(&self) -> bool {
        self.page.by_staff()
    }
}

impl Security {
    fn told(&self) -> Option<Cow<'static, str>> {
        let w = self.page.w;
        self.done.map(|done| match done {
            SecurityDone::Password => w.t("security-told-password"),
            SecurityDone::Device => w.t("security-told-device"),
            SecurityDone::Others => w.t("security-told-others"),
            SecurityDone::PasskeyAdded => w.t("passkey-told-added"),
            SecurityDone::PasskeyRenamed => w.t("passkey-told-renamed"),
            SecurityDone::PasskeyRemoved => w.t("passkey-told-removed"),
        })
    }

    /// Whether the help desk handles a case of this account now: who is called by somebody who says so can look.
    fn desk(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match self.case {
            None => w.t("security-desk-none"),
            Some((deed, at)) => {
                t!(w, "security-desk-case", moment = w.moment(at), deed = w.t(words::help_desk::asked(deed)))
            }
        }
    }

    fn name(&self, device: &OwnDevice) -> String {
        self.page.w.device(device.device)
    }

    fn days(&self, device: &OwnDevice) -> Cow<'static, str> {
        let w = self.page.w;
        t!(w, "security-device-days", since = w.day(device.since), seen = w.day(device.seen))
    }

    fn passkey_days(&self, passkey: &OwnPasskey) -> Cow<'static, str> {
        passkey.days(self.page.w)
    }

    fn change(&self, passkey: &OwnPasskey) -> Cow<'static, str> {
        passkey.change(self.page.w)
    }

    /// For who hears a button and does not see what stands beside it.
    fn sign_out(&self, device: &OwnDevice) -> Cow<'static, str> {
        t!(self.page.w, "security-device-out-one", device = self.name(device))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        use domain::device::{Browser, System};
        let day = |text: &str| Day::parse(text).expect("a day");
        let device = |here, browser, system, since: &str, seen: &str| OwnDevice {
            id: format!("01994c3e-0000-7000-8000-{since}00").replace('-', ""),
            device: Device { browser, system },
            since: day(since),
            seen: day(seen),
            here,
        };
        let here = || device(true, Browser::Firefox, System::Windows, "2026-11-20", "2026-11-23");
        let phone = || device(false, Browser::Samsung, System::Android, "2026-11-02", "2026-11-22");
        let unknown = || device(false, Browser::Other, System::Other, "2026-10-30", "2026-11-01");
        let own = |all: Vec<OwnPasskey>| OwnPasskeys {
            party: "login.example.nl".to_owned(),
            handle: (!all.is_empty()).then(|| "aGFuZGxl".to_owned()),
            known: all.iter().map(|_| "Zm9v").collect::<Vec<_>>().join(" "),
            all,
        };
        let state = |devices, done| Self {
            page: page.for_resident().at(SECURITY),
            devices,
            passkeys: Some(own(Vec::new())),
            case: None,
            done,
        };
        let passkeys = own(OwnPasskey::samples());
        vec![
            ("security", state(vec![here()], None)),
            ("security-devices", state(vec![here(), phone(), unknown()], None)),
            ("security-passkeys", Self { passkeys: Some(passkeys.clone()), ..state(vec![here()], None) }),
            (
                "security-told-passkey",
                Self { passkeys: Some(passkeys), ..state(vec![here()], Some(SecurityDone::PasskeyAdded)) },
            ),
            (
                "security-desk",
                Self {
                    case: Some((Deed::EndSessions, Time::from_micros(1_795_438_980_000_000))),
                    ..state(vec![here()], None)
                },
            ),
            ("security-told-renamed", state(vec![here()], Some(SecurityDone::PasskeyRenamed))),
            ("security-told-removed", state(vec![here()], Some(SecurityDone::PasskeyRemoved))),
            ("security-told-password", state(vec![here()], Some(SecurityDone::Password))),
            ("security-told-device", state(vec![here(), phone()], Some(SecurityDone::Device))),
            ("security-told-others", state(vec![here()], Some(SecurityDone::Others))),
            (
                "security-staff",
                Self { page: page.for_staff().at(SECURITY), passkeys: None, ..state(vec![here(), phone()], None) },
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_is_read_back() {
        for (word, done) in SecurityDone::ALL {
            assert_eq!(done.path(), format!("/beveiliging/?told={word}"));
            assert_eq!(SecurityDone::parse(word), Some(done));
        }
        assert_eq!(SecurityDone::parse("x"), None);
    }
}

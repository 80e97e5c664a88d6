//! The kind of browser and system in words: enough to know one's own doing again, too little to
//! follow anybody.

use domain::device::{Browser, Device, System};

use crate::{Words, t};

impl Words {
    /// "Firefox op Windows", "Firefox", "een apparaat met Windows", "een onbekend apparaat".
    #[must_use]
    pub fn device(self, device: Device) -> String {
        let kind = match (device.browser, device.system) {
            (Browser::Other, System::Other) => "neither",
            (_, System::Other) => "browser",
            (Browser::Other, _) => "system",
            _ => "both",
        };
        let (browser, system) = (device.browser.as_str(), device.system.as_str());
        t!(self, "common-device", kind = kind, browser = browser, system = system).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language::{En, Nl};

    use super::*;

    #[test]
    fn devices_are_named_as_far_as_known() {
        let nl = |browser, system| Words::of(Nl).device(Device { browser, system });
        assert_eq!(nl(Browser::Firefox, System::Windows), "Firefox op Windows");
        assert_eq!(nl(Browser::Safari, System::Ios), "Safari op een iPhone of iPad");
        assert_eq!(nl(Browser::Chrome, System::Other), "Chrome");
        assert_eq!(nl(Browser::Other, System::Linux), "een apparaat met Linux");
        assert_eq!(nl(Browser::Other, System::Other), "een onbekend apparaat");
        let en = Words::of(En).device(Device { browser: Browser::Edge, system: System::Mac });
        assert_eq!(en, "Edge on a Mac");
    }
}

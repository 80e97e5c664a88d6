//! Residents who ask for links and set passwords, over HTTP, while the program may die under them. Each keeps a history
//! of what was answered.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crypto::chance::Chance;
use testkit::smtp_peer::SmtpPeer;

use super::browser::{Answer, Browser};
use super::checker::{Deeds, History};
use super::post::Letter;

/// The page that stands in letters.
pub(super) const RESET: &str = "/login/accounts/pass/reset/";

/// A number below `end`.
pub(super) fn below(chance: &Chance, end: u64) -> u64 {
    u64::from_be_bytes(chance.bytes()) % end.max(1)
}

/// A history of residents who did nothing yet.
pub(super) fn nothing_done(accounts: &[testkit::inside::Account]) -> History {
    let deeds = |account: &testkit::inside::Account| Deeds { address: account.address.clone(), ..Deeds::default() };
    accounts.iter().map(|account| (account.username.clone(), deeds(account))).collect()
}

/// A resident by username, and what they did.
type Resident<'a> = (&'a String, &'a mut Deeds);

/// What happens while residents are busy.
pub(super) struct Load<'a> {
    pub(super) at: SocketAddr,
    pub(super) peer: &'a SmtpPeer,
    pub(super) seed: u64,
}

/// Ends the residents' day when it is dropped: also when what happened meanwhile failed, or the test would never end.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Load<'_> {
    /// Residents act in two threads until `meanwhile` has ended; what was answered that nobody should see is returned.
    pub(super) fn run(&self, history: &mut History, meanwhile: impl FnOnce()) -> Vec<String> {
        let stop = AtomicBool::new(false);
        let mut residents: Vec<_> = history.iter_mut().collect();
        let half = residents.len() / 2;
        let (some, others) = residents.split_at_mut(half);
        std::thread::scope(|scope| {
            let stop = &stop;
            let one = scope.spawn(move || self.busy(some, 2 * self.seed, stop));
            let two = scope.spawn(move || self.busy(others, 2 * self.seed + 1, stop));
            {
                let _over = Over(stop);
                meanwhile();
            }
            [one.join().unwrap(), two.join().unwrap()].concat()
        })
    }

    fn busy(&self, residents: &mut [Resident<'_>], seed: u64, stop: &AtomicBool) -> Vec<String> {
        let (chance, mut odd) = (Chance::seeded(seed), Vec::new());
        while !stop.load(Ordering::SeqCst) {
            let number = below(&chance, residents.len() as u64) as usize;
            let Some((username, deeds)) = residents.get_mut(number) else { continue };
            odd.extend(self.ask(username, deeds));
            if below(&chance, 2) == 0 {
                let password = format!("geheim van {}", below(&chance, u64::MAX));
                odd.extend(self.set(username, deeds, password));
            }
        }
        odd
    }

    /// Asks for a link.
    pub(super) fn ask(&self, username: &str, deeds: &mut Deeds) -> Option<String> {
        let answer = Browser::at(self.at).try_post(RESET, &[("username", username)]);
        match answer.map(|answer| answer.status) {
            Ok(303) => deeds.asked += 1,
            // Honest: it may have come through or not.
            Ok(503) => deeds.perhaps_asked += 1,
            Ok(status) => return Some(format!("asking was answered {status}")),
            Err(error) => {
                if error.kind() != std::io::ErrorKind::ConnectionRefused {
                    deeds.perhaps_asked += 1;
                }
                std::thread::sleep(Duration::from_millis(5));
            }
        }
        None
    }

    /// Sets a password with the newest link in the resident's mailbox, if there is one.
    fn set(&self, username: &str, deeds: &mut Deeds, password: String) -> Option<String> {
        let link = self.newest(&deeds.address)?.link?;
        match Browser::at(self.at).try_post(&link, &[("password", &password), ("username", username)]) {
            Ok(Answer { status: 303, .. }) => {
                deeds.set += 1;
                deeds.passwords = vec![password];
            }
            // Used already, or newer ones took its place.
            Ok(Answer { status: 410, .. }) => {}
            Ok(Answer { status: 503, .. }) => {
                deeds.perhaps_set += 1;
                deeds.passwords.push(password);
            }
            Ok(Answer { status, .. }) => return Some(format!("setting was answered {status}")),
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {}
            Err(_) => {
                deeds.perhaps_set += 1;
                deeds.passwords.push(password);
            }
        }
        None
    }

    fn newest(&self, address: &str) -> Option<Letter> {
        for _ in 0..20 {
            let messages = self.peer.messages();
            let own = messages.iter().filter(|message| message.to.iter().any(|to| to == address)).map(Letter::read);
            if let Some(newest) = own.filter(|letter| letter.link.is_some()).max_by(|a, b| a.id.cmp(&b.id)) {
                return Some(newest);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        None
    }
}

/// Signs every resident in who set a password; those for whom none of the passwords works that should.
pub(super) fn locked_out(at: SocketAddr, history: &mut History) -> Vec<String> {
    let mut faults = Vec::new();
    for (username, deeds) in history.iter_mut().filter(|(_, deeds)| deeds.set + deeds.perhaps_set > 0) {
        let works = |password: &&String| {
            let mut browser = Browser::at(at);
            let answer = browser.post("/login/", &[("username", username), ("password", password)]);
            answer.status == 303 && browser.get("/").body.contains(username.as_str())
        };
        match deeds.passwords.iter().rev().find(works).cloned() {
            Some(password) => deeds.passwords = vec![password],
            // Nothing acknowledged: perhaps nothing was set.
            None if deeds.set == 0 => {}
            None => faults.push(format!("{username} set a password, and none works: {deeds:?}")),
        }
    }
    faults
}

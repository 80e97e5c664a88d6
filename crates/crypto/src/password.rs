//! Password hashes: keyed Argon2id, made and checked on a few threads of their own so that a storm of sign-ins neither
//! takes all memory nor slows the other pages. What a good password is, is said in `domain`; nothing here looks at it,
//! and no password leaves this module (laws 1 and 2).

mod engine;
mod params;
mod phc;
mod pool;
mod queue;

use std::fmt;
use std::sync::Arc;

use domain::time::Span;
use secrecy::ExposeSecret;
use subtle::ConstantTimeEq;

pub use params::{BadParams, Params};
pub use queue::Turn;
/// A password as it was typed and normalised: wiped on drop, never shown.
pub use secrecy::SecretString as Secret;

use crate::chance::Chance;
use crate::keys::Keys;
use phc::Phc;
use pool::{Job, Pool};

/// Bytes of salt in a new hash.
const SALT_LENGTH: usize = 16;

/// How the hashing is set up.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Cost of new hashes; older ones are renewed at the next sign-in.
    pub params: Params,
    /// Hashing threads: as many as there are cores.
    pub threads: usize,
    /// How much work may wait; beyond it callers get [`HashError::Busy`] at once.
    pub longest_wait: Span,
}

impl Settings {
    /// For this machine: a thread per core, two seconds of waiting.
    #[must_use]
    pub fn for_this_machine(params: Params) -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        Self { params, threads, longest_wait: Span::seconds(2) }
    }

    /// For tests: cheap hashes, two threads.
    #[must_use]
    pub fn for_tests() -> Self {
        Self { params: Params::for_tests(), threads: 2, longest_wait: Span::seconds(2) }
    }
}

/// A hash as it is stored. The salt and the hash are no secret without the key, but are nobody's business either:
/// Debug shows the key number only.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredHash {
    /// `$argon2id$v=19$m=…,t=…,p=…$salt$hash`
    pub phc: String,
    /// The key whose subkey went into the hash.
    pub key_number: u32,
}

impl fmt::Debug for StoredHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoredHash(key {})", self.key_number)
    }
}

/// What came of checking a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The password is the one that was stored.
    pub right: bool,
    /// It is right, and the stored hash has other parameters or an older key than new ones: hash it anew.
    pub renew: bool,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HashError {
    /// Too much work is waiting; nothing was done.
    #[error("too many passwords are being checked, try again in {retry_after_seconds} s")]
    Busy {
        /// When it is worth trying again; at least 1.
        retry_after_seconds: u32,
    },
    /// The stored hash was made with a key that this key file does not hold. (The same work was done.)
    #[error("the key file has no key number {0}: is it the right file, and complete?")]
    KeyMissing(u32),
    /// The stored hash is none of ours, or asks for more work than we ever allow. (The same work was done.)
    #[error("a stored password hash is damaged")]
    Damaged,
    /// The hashing itself failed.
    #[error("a password could not be hashed")]
    Internal,
}

/// Makes and checks password hashes. Clones share the threads; the last one gone ends them.
#[derive(Clone)]
pub struct Hasher {
    keys: Arc<Keys>,
    chance: Chance,
    params: Params,
    pool: Arc<Pool>,
}

impl Hasher {
    /// Starts the threads.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(keys: Arc<Keys>, chance: Chance, settings: Settings) -> std::io::Result<Self> {
        Ok(Self { keys, chance, params: settings.params, pool: Arc::new(Pool::start(settings)?) })
    }

    /// Hashes a new password, already normalised, with the newest key.
    ///
    /// # Errors
    /// [`HashError::Busy`] or [`HashError::Internal`].
    pub async fn hash(&self, password: Secret) -> Result<StoredHash, HashError> {
        let salt = self.chance.bytes::<SALT_LENGTH>().to_vec();
        let key_number = self.keys.newest();
        let tag = self.derive((password, Turn::Usual), salt.clone(), key_number, self.params).await?;
        Ok(StoredHash { phc: Phc { params: self.params, salt, tag }.to_string(), key_number })
    }

    /// Checks a password, already normalised. Without a stored hash (no such account, no password yet) the same work is
    /// done and the answer is no: who measures learns nothing. `turn` says who goes first when many wait.
    ///
    /// # Errors
    /// [`HashError`]; for `KeyMissing` and `Damaged` after the same work.
    pub async fn verify(&self, password: Secret, stored: Option<StoredHash>, turn: Turn) -> Result<Verdict, HashError> {
        let newest = self.keys.newest();
        let usable = match &stored {
            None => Ok(None),
            Some(stored) => self.read(stored).map(Some),
        };
        let (phc, number) = match &usable {
            Ok(Some((phc, number))) => (phc.clone(), *number),
            _ => (self.dummy(), newest),
        };
        let tag = self.derive((password, turn), phc.salt, number, phc.params).await?;
        let same = bool::from(tag.ct_eq(&phc.tag));
        let real = usable?.is_some();
        let right = real && same;
        Ok(Verdict { right, renew: right && (phc.params != self.params || number != newest) })
    }

    /// How many hashes were made since the start, dummies included: tests compare it to see that equal answers are
    /// equal work.
    #[must_use]
    pub fn hashes_done(&self) -> u64 {
        self.pool.hashes_done()
    }

    /// How many wait now.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.pool.waiting()
    }

    fn read(&self, stored: &StoredHash) -> Result<(Phc, u32), HashError> {
        let phc = stored.phc.parse().map_err(|_| HashError::Damaged)?;
        let number = stored.key_number;
        if self.keys.pepper(number).is_none() {
            return Err(HashError::KeyMissing(number));
        }
        Ok((phc, number))
    }

    fn dummy(&self) -> Phc {
        Phc { params: self.params, salt: self.chance.bytes::<SALT_LENGTH>().to_vec(), tag: self.chance.bytes() }
    }

    async fn derive(
        &self,
        (password, turn): (Secret, Turn),
        salt: Vec<u8>,
        key_number: u32,
        params: Params,
    ) -> Result<[u8; 32], HashError> {
        let pepper = self.keys.pepper(key_number).ok_or(HashError::KeyMissing(key_number))?;
        let (job, answer) = Job::new(move |memory| {
            engine::derive(password.expose_secret().as_bytes(), &salt, &pepper[..], params, memory)
        });
        self.pool.submit(job, turn)?;
        // No answer only when the thread was lost.
        answer.await.map_err(|_| HashError::Internal)?.map_err(|_| HashError::Internal)
    }
}

impl fmt::Debug for Hasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hasher").field("params", &self.params).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hasher(keys: Keys, params: Params) -> Hasher {
        Hasher::start(Arc::new(keys), Chance::seeded(1), Settings { params, ..Settings::for_tests() }).unwrap()
    }

    fn usual() -> Hasher {
        hasher(Keys::generate(&Chance::seeded(2)), Params::for_tests())
    }

    const RIGHT: Verdict = Verdict { right: true, renew: false };
    const WRONG: Verdict = Verdict { right: false, renew: false };

    #[tokio::test]
    async fn the_right_password_and_no_other() {
        let hasher = usual();
        let stored = hasher.hash("vier woorden in een rij".into()).await.unwrap();
        assert!(stored.phc.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
        assert_eq!(hasher.verify("vier woorden in een rij".into(), Some(stored.clone()), Turn::Usual).await, Ok(RIGHT));
        for wrong in ["", "vier woorden in een ri", "Vier woorden in een rij", "vier woorden in een rij "] {
            assert_eq!(hasher.verify(wrong.into(), Some(stored.clone()), Turn::Usual).await, Ok(WRONG), "{wrong}");
        }
        let long = "a".repeat(199);
        let stored = hasher.hash(format!("{long}b").into()).await.unwrap();
        assert_eq!(hasher.verify(format!("{long}c").into(), Some(stored), Turn::Usual).await, Ok(WRONG));
    }

    #[tokio::test]
    async fn the_same_password_never_has_the_same_hash() {
        let hasher = usual();
        assert_ne!(hasher.hash("x".into()).await.unwrap(), hasher.hash("x".into()).await.unwrap());
    }

    #[tokio::test]
    async fn no_account_is_as_much_work_as_a_wrong_password() {
        let hasher = usual();
        let stored = hasher.hash("goed".into()).await.unwrap();
        let mut work = Vec::new();
        let damaged = StoredHash { phc: "$argon2id$x".to_owned(), key_number: 1 };
        let foreign = StoredHash { key_number: 9, ..stored.clone() };
        for stored in [Some(stored), None, Some(damaged), Some(foreign)] {
            let before = hasher.hashes_done();
            let answer = hasher.verify("fout".into(), stored, Turn::Usual).await;
            assert!(!answer.is_ok_and(|verdict| verdict.right));
            work.push(hasher.hashes_done() - before);
        }
        assert_eq!(work, [1, 1, 1, 1]);
    }

    #[tokio::test]
    async fn damage_is_said_and_never_right() {
        let hasher = usual();
        let stored = hasher.hash("goed".into()).await.unwrap();
        let other_key = StoredHash { key_number: 2, ..stored.clone() };
        assert_eq!(hasher.verify("goed".into(), Some(other_key), Turn::Usual).await, Err(HashError::KeyMissing(2)));
        let monster = StoredHash { phc: stored.phc.replace("m=8,", "m=4000000,"), ..stored };
        assert_eq!(hasher.verify("goed".into(), Some(monster), Turn::Usual).await, Err(HashError::Damaged));
    }

    #[tokio::test]
    async fn a_hash_without_the_key_is_worth_nothing() {
        let stored = usual().hash("goed".into()).await.unwrap();
        let elsewhere = hasher(Keys::generate(&Chance::seeded(3)), Params::for_tests());
        assert_eq!(elsewhere.verify("goed".into(), Some(stored), Turn::Usual).await, Ok(WRONG));
    }

    #[tokio::test]
    async fn older_keys_and_parameters_are_renewed() {
        let (before, after) = Keys::generate_two(&Chance::seeded(4));
        let stored = hasher(before, Params::for_tests()).hash("goed".into()).await.unwrap();
        let dearer = Params::new(16, 2, 1).unwrap();
        for (keys, params) in [
            (after, Params::for_tests()),
            (Keys::generate_two(&Chance::seeded(4)).0, dearer),
            (Keys::generate_two(&Chance::seeded(4)).1, dearer),
        ] {
            let newer = hasher(keys, params);
            let renew = Verdict { right: true, renew: true };
            assert_eq!(newer.verify("goed".into(), Some(stored.clone()), Turn::Usual).await, Ok(renew));
            assert_eq!(newer.verify("fout".into(), Some(stored.clone()), Turn::Usual).await, Ok(WRONG));
            let renewed = newer.hash("goed".into()).await.unwrap();
            assert_eq!(newer.verify("goed".into(), Some(renewed), Turn::Usual).await, Ok(RIGHT));
        }
    }

    #[tokio::test]
    async fn nothing_secret_is_shown() {
        let hasher = usual();
        let stored = hasher.hash("zeergeheim".into()).await.unwrap();
        let shown = format!("{hasher:?} {stored:?} {:?}", Secret::from("zeergeheim"));
        assert!(!shown.contains("zeergeheim") && !shown.contains("argon2id$"), "{shown}");
    }
}

//! Keys, hashes, tokens and codes. Everything secret is made, checked and wiped here, and the clock and the randomness
//! of the whole house come from here as values. No SQL, no HTTP, no rules about who may do what.

pub mod bounce;
pub mod chance;
pub mod clock;
pub mod digest;
pub mod keys;
pub mod known_passwords;
pub mod passkey;
pub mod password;
pub mod recovery;
pub mod seal;
pub mod token;
pub mod totp;

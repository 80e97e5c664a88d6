//! Which signatures of a message count. A signature that leaves something open, or whose owner is only trying it out, is none.

use domain::link_request::Doubt;
use mail_auth::common::crypto::Algorithm;
use mail_auth::common::verify::DomainKey;
use mail_auth::dkim::{DkimError, Signature};
use mail_auth::{AuthenticatedMessage, DkimOutput, DkimResult, Error, MessageAuthenticator};

use super::judge::with;
use super::zone::Zone;

/// More signatures than this nobody needs; each costs a look-up.
const MOST: usize = 8;

/// What a signature covers where the message has it: who wrote it, when, what about, and how its text is to be read. What is left open,
/// anybody may have put there since. The recipients may be open, as Exchange Online leaves them: a mail that was sent on to us asks
/// what its sender asked, is known by its signature the second time, and is too old after a week.
const COVERED: [&str; 4] = ["from", "date", "subject", "content-type"];

/// `t=y` of a key (RFC 6376, 3.6.1), by the number that the reader of keys gives it; a test holds it.
const TESTING: u64 = 0x10;

/// What was found.
pub(super) struct Found<'x> {
    /// Those that count: passed, or perhaps later.
    pub(super) good: Vec<DkimOutput<'x>>,
    /// Why another one does not.
    pub(super) doubt: Option<Doubt>,
}

/// Verifies them.
pub(super) async fn verify<'x>(
    dns: &MessageAuthenticator,
    zone: Option<&'x Zone>,
    message: &'x AuthenticatedMessage<'x>,
) -> Found<'x> {
    let mut found = Found { good: Vec::new(), doubt: None };
    if message.dkim_headers.len() > MOST {
        found.doubt = Some(Doubt::TooManySignatures);
        return found;
    }
    for output in dns.verify_dkim(with(message, zone)).await {
        let doubt = match (output.result(), output.signature()) {
            (DkimResult::TempError(_), Some(_)) => None,
            (DkimResult::Pass, Some(signature)) => open(dns, zone, message, signature).await,
            // `l=` signs the beginning of a text only: anybody may write on behind it. The reader takes such a signature for none.
            (DkimResult::Neutral(Error::Dkim(DkimError::SignatureLength)), _) => Some(Doubt::Length),
            (DkimResult::Neutral(Error::Dkim(DkimError::SignatureExpired)), _) => Some(Doubt::Old),
            _ => Some(Doubt::BadSignature),
        };
        match doubt {
            None => found.good.push(output),
            some => found.doubt = some,
        }
    }
    found
}

/// What a signature that passed leaves open.
async fn open(
    dns: &MessageAuthenticator,
    zone: Option<&Zone>,
    message: &AuthenticatedMessage<'_>,
    signature: &Signature,
) -> Option<Doubt> {
    let signs = |name: &str| signature.h.iter().any(|signed| signed.eq_ignore_ascii_case(name));
    let has = |it: &str| message.headers.iter().any(|(name, _)| name.trim_ascii().eq_ignore_ascii_case(it.as_bytes()));
    if COVERED.iter().any(|name| has(name) && !signs(name)) {
        return Some(Doubt::NotSigned);
    }
    if !matches!(signature.a, Algorithm::RsaSha256 | Algorithm::Ed25519Sha256) {
        return Some(Doubt::Algorithm);
    }
    let name = format!("{}._domainkey.{}.", signature.s, signature.d);
    // The key was found a moment ago; when it is gone now, it is no key to rely on.
    match dns.txt_lookup::<DomainKey>(name, zone).await {
        Ok(key) if !key.has_flag(TESTING) => None,
        Ok(_) => Some(Doubt::Testing),
        Err(_) => Some(Doubt::BadSignature),
    }
}

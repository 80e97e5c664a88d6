//! Did the sender of a message send it? Our own judgement: a signature (DKIM) or a result of our own mail server (SPF) that passes,
//! and is aligned with the domain of `From` by its policy (DMARC, RFC 9989). What others say they found is not read. A pass proves
//! a domain, not a person, and gives no right by itself.

use domain::email::Address;
use domain::link_request::Doubt;
use domain::time::{Span, Time};
use mail_auth::common::cache::NoCache;
use mail_auth::dkim::Signature;
use mail_auth::dmarc::verify::DmarcParameters;
use mail_auth::{AuthenticatedMessage, DmarcResult, Error, Parameters, SpfOutput, SpfResult};
use mail_parser::MessageParser;

use super::message::{Inbound, Sender};
use super::signatures;
use super::zone::{Dns, Resolver, ResolverFault, Zone};

/// A mail that is new is hours old, and some days where a mail server was away. One that is older was kept by somebody.
const OLDEST: Span = Span::days(7);

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The domain of `From` stands for it.
    Pass {
        /// The domain.
        domain: String,
        /// The signature that passed: the same one twice is the same message, sent on by somebody. None when only our own mail
        /// server stands for it.
        signature: Option<Vec<u8>>,
    },
    /// It may be from somebody else.
    Doubt(Doubt),
    /// A name could not be looked up now; it can be tried again.
    Later,
}

/// Judges messages.
pub struct Judge {
    dns: Dns,
    authserv: Option<String>,
}

/// What is passed to the judging of others, with the records that are known beforehand.
pub(super) type With<'x, P> = Parameters<
    'x,
    P,
    Zone,
    NoCache<Box<str>, mail_auth::RecordSet<mail_auth::MX>>,
    NoCache<Box<str>, mail_auth::RecordSet<std::net::Ipv4Addr>>,
    NoCache<Box<str>, mail_auth::RecordSet<std::net::Ipv6Addr>>,
    NoCache<std::net::IpAddr, mail_auth::RecordSet<Box<str>>>,
>;

pub(super) fn with<P>(params: P, zone: Option<&Zone>) -> With<'_, P> {
    Parameters { params, cache_txt: zone, cache_mx: None, cache_ptr: None, cache_ipv4: None, cache_ipv6: None }
}

impl std::fmt::Debug for Judge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Judge").field("authserv", &self.authserv).finish_non_exhaustive()
    }
}

impl Judge {
    /// One that looks names up there; `authserv` is the name our own mail server writes its results under.
    ///
    /// # Errors
    /// [`ResolverFault`].
    pub fn new(resolver: &Resolver, authserv: Option<String>) -> Result<Self, ResolverFault> {
        Ok(Self { dns: resolver.open()?, authserv })
    }

    /// Judges one that came in then.
    pub async fn judge(&self, raw: &[u8], envelope_from: &str, received_at: Time) -> Verdict {
        let Ok(Inbound { sender: Sender::One(sender), written_at, .. }) = Inbound::read(raw, envelope_from) else {
            return Verdict::Doubt(Doubt::Sender);
        };
        let Some(message) = AuthenticatedMessage::parse(raw) else { return Verdict::Doubt(Doubt::Sender) };
        // Two readers of one message have to find the same sender in it.
        let same = matches!(message.from.as_slice(), [one] if one.eq_ignore_ascii_case(sender.as_str()));
        if !same {
            return Verdict::Doubt(Doubt::Sender);
        }
        match self.aligned(raw, &message, (&sender, envelope_from)).await {
            Ok(passed) => {
                let over = passed.as_ref().and_then(|it| seconds(it.x)).is_some_and(|end| received_at > end);
                let signed_at = passed.as_ref().and_then(|it| seconds(it.t));
                let old = |at: Option<Time>| at.is_some_and(|at| received_at - at > OLDEST);
                if over || old(signed_at) || old(written_at) {
                    return Verdict::Doubt(Doubt::Old);
                }
                Verdict::Pass { domain: sender.domain().to_owned(), signature: passed.map(|it| it.b) }
            }
            Err(verdict) => verdict,
        }
    }

    /// The signature that passed, or none where our own mail server stands for the domain; else what is to be said instead.
    async fn aligned(
        &self,
        raw: &[u8],
        message: &AuthenticatedMessage<'_>,
        (sender, envelope_from): (&Address, &str),
    ) -> Result<Option<Signature>, Verdict> {
        let (dns, zone) = &self.dns;
        let found = signatures::verify(dns, zone.as_ref(), message).await;
        let spf_domain = self.own_result(raw, envelope_from);
        let spf = SpfOutput::new(spf_domain.clone().unwrap_or_default()).with_result(if spf_domain.is_some() {
            SpfResult::Pass
        } else {
            SpfResult::None
        });
        let params = DmarcParameters {
            message,
            dkim_output: &found.good,
            dkim2_output: None,
            rfc5321_mail_from_domain: spf_domain.as_deref().unwrap_or_default(),
            spf_output: &spf,
        };
        let dmarc = dns.verify_dmarc(with(params, zone.as_ref())).await;
        let aligned = |domain: &str| related(domain, sender.domain());
        if *dmarc.dkim_result() == DmarcResult::Pass {
            let passed = found.good.iter().filter_map(mail_auth::DkimOutput::signature).find(|one| aligned(&one.d));
            return Ok(passed.cloned());
        }
        if *dmarc.spf_result() == DmarcResult::Pass {
            return Ok(None);
        }
        let later = |result: &DmarcResult| matches!(result, DmarcResult::TempError(Error::Dns(_)));
        if later(dmarc.dkim_result()) || later(dmarc.spf_result()) {
            return Err(Verdict::Later);
        }
        let any = !found.good.is_empty() || spf_domain.is_some();
        Err(Verdict::Doubt(match found.doubt {
            _ if dmarc.dmarc_record().is_none() && any => Doubt::NoPolicy,
            _ if any => Doubt::OtherDomain,
            Some(doubt) => doubt,
            None => Doubt::NoSignature,
        }))
    }

    /// The domain of the envelope that passed at our own mail server, of the topmost result only: those under it were in the message
    /// when it came, and may say anything.
    fn own_result(&self, raw: &[u8], envelope_from: &str) -> Option<String> {
        let authserv = self.authserv.as_deref()?;
        let message = MessageParser::default().parse_headers(raw)?;
        let (_, value) =
            message.headers_raw().find(|(name, _)| name.trim().eq_ignore_ascii_case("authentication-results"))?;
        let plain = without_remarks(value);
        let mut parts = plain.split(';').map(str::trim);
        let (name, version) = parts.next()?.split_once(char::is_whitespace).unwrap_or((parts_name(&plain), ""));
        if !name.eq_ignore_ascii_case(authserv) || !["", "1"].contains(&version.trim()) {
            return None;
        }
        let spf: Vec<&str> = parts.filter(|part| part.starts_with("spf=")).collect();
        let [one] = spf.as_slice() else { return None };
        let mut words = one.split_whitespace();
        let passed = words.next() == Some("spf=pass");
        let from = words.find_map(|word| word.strip_prefix("smtp.mailfrom="))?;
        let domain = |text: &str| text.trim_matches('"').rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
        // It has to be about this envelope.
        (passed && !envelope_from.is_empty() && domain(from) == domain(envelope_from)).then(|| domain(from))
    }
}

/// A time of a signature; it has none where it says zero.
fn seconds(since_1970: u64) -> Option<Time> {
    let micros = i64::try_from(since_1970).ok().filter(|it| *it > 0)?.checked_mul(1_000_000)?;
    Some(Time::from_micros(micros))
}

fn parts_name(plain: &str) -> &str {
    plain.split(';').next().unwrap_or_default().trim()
}

/// Comments are for people; a mail server writes there what the other side told it.
fn without_remarks(value: &str) -> String {
    let (mut depth, mut plain) = (0_usize, String::new());
    for c in value.chars() {
        match c {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain.trim().to_owned()
}

/// One is the other or lies under it; which of them count was decided by the policy.
fn related(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_ascii_lowercase(), other.to_ascii_lowercase());
    one == other || one.ends_with(&format!(".{other}")) || other.ends_with(&format!(".{one}"))
}

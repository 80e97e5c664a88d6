//! The settings one by one: what each may be, and what it is when nobody says. The numbers of the house's own are those
//! of `domain`; none is repeated here.

use std::path::Path;

use crypto::password::Params;
use domain::brand::{Brand, Colour, Logo, Texts};
use domain::email::Address;
use domain::limits::{Limit, Limits};
use domain::naming::Name;
use domain::password::Rules;
use domain::session::Lifetimes;
use domain::time::Span;
use mail::smtp::Server;
use secrecy::{ExposeSecret, SecretString};

use super::values::{Fault, Given, Values};
use super::{Inbound, Mail, Password, Threads};

/// A file of settings: a logo, certificate authorities.
const LARGEST_FILE: u64 = 4 * 1024 * 1024;

pub(super) fn database(url: SecretString, given: &Given) -> Result<SecretString, Fault> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|scheme| url.expose_secret().starts_with(scheme)) {
        return Ok(url);
    }
    Err(given.fault("write sqlite:path/to/huissleutel.db or postgres://user:password@host/database"))
}

/// `https://host[:port]`; `http://` for this machine only: cookies and passwords would cross the network in the clear.
pub(super) fn public_url(values: &mut Values) -> Result<Option<String>, Fault> {
    let Some((text, given)) = values.text("public_url")? else { return Ok(None) };
    let url = text.trim().trim_end_matches('/').to_ascii_lowercase();
    let (plain, place) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(place), _) => (false, place),
        (_, Some(place)) => (true, place),
        _ => return Err(given.fault("write https:// and the name of the site, as in https://sleutel.example.nl")),
    };
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (place, None),
    };
    let port_fits = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    if !is_host(host) || !port_fits {
        return Err(given.fault("write the name of the site and nothing behind it, as in https://sleutel.example.nl"));
    }
    if plain && !["localhost", "127.0.0.1", "[::1]"].contains(&host) {
        return Err(given.fault("http:// is for localhost only; write https:// (a proxy in front does TLS)"));
    }
    Ok(Some(url))
}

fn is_host(text: &str) -> bool {
    if let Some(address) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return address.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let label = |label: &str| {
        let signs = label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        signs && (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

/// Where mail goes, and the name that stands beside the sender's address, if one does.
pub(super) fn mail(values: &mut Values) -> Result<(Mail, Option<String>), Fault> {
    let server = match values.secret("smtp_url")? {
        None => None,
        Some((url, given)) => {
            let read = Server::parse(url.expose_secret().trim());
            Some(read.map_err(|fault| given.fault(&fault.to_string()))?)
        }
    };
    let (from, name) = match values.text("mail_from")? {
        None => (None, None),
        Some((text, given)) => {
            let (name, address) = sender(&text);
            let what = "write an e-mail address, as in sleutel@example.nl or Huissleutel <sleutel@example.nl>";
            (Some(Address::parse(address).map_err(|_| given.fault(what))?), name.map(str::to_owned))
        }
    };
    let connections = usize::try_from(values.number("mail.connections", 1..=100)?.unwrap_or(4)).unwrap_or(4);
    let authorities = file(values, "mail.authorities_file")?.map(|(bytes, _)| bytes);
    let notice_from = match values.text("mail.notice_from")? {
        None => None,
        Some((text, given)) => {
            let what = "write an e-mail address, as in onderhoud@post.example.nl";
            Some(Address::parse(text.trim()).map_err(|_| given.fault(what))?)
        }
    };
    let rate = values.number("mail.notices_per_minute", 1..=60_000)?.and_then(|rate| u32::try_from(rate).ok());
    let notices = (notice_from, rate.unwrap_or(600));
    let bounce_domain = bounce_domain(values)?;
    Ok((Mail { server, from, bounce_domain, connections, authorities, notices }, name))
}

/// Mail that comes in. A listener without a mailbox would refuse whatever it is handed.
pub(super) fn inbound(values: &mut Values) -> Result<Inbound, Fault> {
    let address = match values.text("mail.inbound.address")? {
        None => None,
        Some((text, given)) => {
            let what = "write the e-mail address to which clients send their requests, as in koppelen@example.nl";
            Some(Address::parse(text.trim()).map_err(|_| given.fault(what))?)
        }
    };
    let listen = values.parsed("mail.inbound.listen", "write an address and a port, as in 127.0.0.1:2424")?;
    if listen.is_some() && address.is_none() {
        return Err(Fault::of("mail.inbound.listen", &"mail.inbound.address is missing: whose mail is it?"));
    }
    let what = "write system, the address of a resolver, or file: and the path of a file with records";
    let resolver = values.parsed("mail.inbound.resolver", what)?.unwrap_or_default();
    let authserv_id = values.text("mail.inbound.authserv_id")?.map(|(text, _)| text.trim().to_owned());
    Ok(Inbound { listen, address, resolver, authserv_id })
}

/// A domain whose mail comes in here.
fn bounce_domain(values: &mut Values) -> Result<Option<String>, Fault> {
    let Some((text, given)) = values.text("mail.inbound.bounce_domain")? else { return Ok(None) };
    let domain = text.trim().to_ascii_lowercase();
    let what = "write the domain whose mail comes in here, as in post.example.nl";
    let whole = Address::parse(&format!("bounce@{domain}")).map_err(|_| given.fault(what))?;
    Ok(Some(whole.domain().to_owned()))
}

/// `Name <address>` or an address alone.
fn sender(text: &str) -> (Option<&str>, &str) {
    let pair = text.trim().strip_suffix('>').and_then(|rest| rest.rsplit_once('<'));
    match pair {
        Some((name, address)) => {
            let name = name.trim().trim_matches('"').trim();
            (Some(name).filter(|name| !name.is_empty()), address.trim())
        }
        None => (None, text.trim()),
    }
}

/// Stands in where no mail is sent. (`.invalid` exists nowhere, RFC 6761.)
pub(super) fn nobody() -> Result<Address, Fault> {
    Address::parse("nobody@localhost.invalid").map_err(|fault| Fault::of("mail_from", &fault))
}

/// The white label. Without a name of its own it takes the one beside the sender's address.
pub(super) fn brand(values: &mut Values, sender: Option<String>) -> Result<Brand, Fault> {
    let name = values.parsed::<Name>("brand.name", "write 1 to 120 characters on one line")?;
    let sender = sender.and_then(|name| Name::parse(&name).ok());
    let name = name.or(sender).map_or_else(|| Brand::sample().name, |name| name.to_string());
    let logo = match file(values, "brand.logo")? {
        None => None,
        Some((bytes, given)) => Some(Logo::read(bytes).map_err(|fault| given.fault(&fault.to_string()))?),
    };
    let colour = values.parsed::<Colour>("brand.colour", "write a colour, as in #0b5c7a")?;
    let mut text = |key: &str| Ok(values.text(key)?.map(|(text, _)| text.trim().to_owned()).unwrap_or_default());
    let help = Texts { nl: text("brand.help_nl")?, en: text("brand.help_en")? };
    Ok(Brand { name, help, colour, logo })
}

pub(super) fn limits(values: &mut Values) -> Result<Limits, Fault> {
    let mut all = Limits::default();
    for (name, limit) in [
        ("ask_account_hour", &mut all.ask_account_hour),
        ("ask_account_day", &mut all.ask_account_day),
        ("ask_source", &mut all.ask_source),
        ("ask_overall", &mut all.ask_overall),
        ("destination", &mut all.destination),
        ("guess_account", &mut all.guess_account),
        ("guess_device", &mut all.guess_device),
        ("guess_source", &mut all.guess_source),
        ("guess_overall", &mut all.guess_overall),
        ("guess_code", &mut all.guess_code),
        ("key", &mut all.key),
        ("desk_views", &mut all.desk_views),
    ] {
        let most = values.number(&format!("limits.{name}.most"), 1..=1_000_000_000)?;
        let seconds = values.number(&format!("limits.{name}.seconds"), 1..=31_622_400)?;
        *limit = Limit { most: most.unwrap_or(limit.most), seconds: seconds.unwrap_or(limit.seconds) };
    }
    if let Some(seconds) = values.number("limits.delay_seconds", 1..=86_400)? {
        all.delay_seconds = seconds;
    }
    if let Some(most) = values.number("limits.wrong_usernames", 1..=100)? {
        all.wrong_usernames = most;
    }
    Ok(all)
}

pub(super) fn password(values: &mut Values) -> Result<Password, Fault> {
    let length = values.number("password.min_length", 8..=64)?.and_then(|length| usize::try_from(length).ok());
    let filter = values.text("password.filter_file")?;
    let usual = Params::STANDARD;
    let cost = |number: Option<i64>, usual| number.and_then(|number| u32::try_from(number).ok()).unwrap_or(usual);
    let memory = cost(values.number("password.memory_kib", 8..=262_144)?, usual.memory_kib());
    let passes = cost(values.number("password.passes", 1..=16)?, usual.passes());
    let params = Params::new(memory, passes, usual.lanes())
        .map_err(|fault| Fault::of("password.memory_kib with password.passes", &fault))?;
    let rules = length.map_or_else(Rules::default, Rules::at_least);
    Ok(Password { rules, filter_file: filter.map(|(path, _)| path.into()), params })
}

pub(super) fn lifetimes(values: &mut Values) -> Result<Lifetimes, Fault> {
    let mut all = Lifetimes::default();
    for (name, span) in [
        ("resident", &mut all.resident),
        ("resident_idle", &mut all.resident_idle),
        ("staff", &mut all.staff),
        ("staff_idle", &mut all.staff_idle),
        ("half_way", &mut all.half_way),
        ("enrol", &mut all.enrol),
    ] {
        let bounds = Span::minutes(1)..=Span::days(366);
        *span = values.span(&format!("sessions.{name}"), bounds)?.unwrap_or(*span);
    }
    Ok(all)
}

pub(super) fn threads(values: &mut Values) -> Result<Threads, Fault> {
    let mut count = |key: &str| Ok(values.number(key, 1..=1_024)?.and_then(|count| usize::try_from(count).ok()));
    Ok(Threads {
        requests: count("threads.requests")?.unwrap_or(2),
        passwords: count("threads.passwords")?,
        database: count("threads.database")?,
    })
}

/// Where a weakness is reported, as `security.txt` says it (RFC 9116, 2.5.3): a web page, or a mailbox.
pub(super) fn security_contact(values: &mut Values) -> Result<Option<String>, Fault> {
    let Some((text, given)) = values.text("security.contact")? else { return Ok(None) };
    let text = text.trim();
    let what = "write an e-mail address, as in veilig@example.nl, or a page that begins with https://";
    if let Some(page) = text.strip_prefix("https://") {
        let host = page.split(['/', '?', '#']).next().unwrap_or_default();
        let bare = text.chars().all(|c| c.is_ascii_graphic());
        return if bare && is_host(host) { Ok(Some(text.to_owned())) } else { Err(given.fault(what)) };
    }
    let address = Address::parse(text.strip_prefix("mailto:").unwrap_or(text)).map_err(|_| given.fault(what))?;
    Ok(Some(format!("mailto:{}", address.as_str())))
}

/// The contents of a file that a setting names.
fn file(values: &mut Values, key: &str) -> Result<Option<(Vec<u8>, Given)>, Fault> {
    let Some((path, given)) = values.text(key)? else { return Ok(None) };
    let path = Path::new(&path);
    let failed = |error: std::io::Error| given.fault(&format!("{} cannot be read: {error}", path.display()));
    if std::fs::metadata(path).map_err(failed)?.len() > LARGEST_FILE {
        return Err(given.fault("that file is too large"));
    }
    Ok(Some((std::fs::read(path).map_err(failed)?, given)))
}

//! Which mail server, read from one URL. It must not show the password: not in `Debug`, not in
//! errors.

use std::fmt;
use std::net::IpAddr;

use rustls::pki_types::ServerName;

use super::path::is_host_name;

/// How TLS is used towards the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsMode {
    /// `smtps://`: TLS from the first byte, certificate verified.
    Wrapped,
    /// `tls=required`: STARTTLS must be offered and the certificate verified, or nothing is sent.
    Required,
    /// `tls=opportunistic`: STARTTLS if offered, without verifying the certificate. Better than
    /// plain text against listeners, no help against somebody in between; so no login here except
    /// on this machine. A handshake that fails is a failure: there is no second try in the clear.
    Opportunistic,
    /// `tls=none`: plain text.
    None,
}

/// The mail server of the settings.
#[derive(Clone)]
pub struct Server {
    host: Host,
    port: u16,
    tls: TlsMode,
    login: Option<Login>,
    ehlo: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Host {
    Name(String),
    Ip(IpAddr),
}

#[derive(Clone)]
pub(super) struct Login {
    pub(super) user: String,
    pub(super) password: String,
}

/// Why a URL names no usable mail server. Tells the part, never its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ServerFault {
    /// Neither `smtp://` nor `smtps://`.
    #[error("the mail server URL must begin with smtp:// or smtps://")]
    Scheme,
    /// Host name or IP address missing or malformed.
    #[error("the mail server URL has no valid host")]
    Host,
    /// Not 1 to 65535.
    #[error("the mail server URL has no valid port")]
    Port,
    /// User name or password: percent signs not followed by two hex digits, control characters,
    /// or only one of the two.
    #[error("the mail server URL has no valid user name and password (encode : / @ % ? # as %XX)")]
    Login,
    /// A path, or an option other than `tls` and `ehlo`.
    #[error("the mail server URL has an unknown part; known are ?tls= and ?ehlo=")]
    Option,
    /// Not required, opportunistic or none; or smtps:// with less than required.
    #[error("tls= must be required, opportunistic or none; smtps:// always requires TLS")]
    Tls,
    /// `ehlo=` is no host name.
    #[error("ehlo= must be a host name")]
    Ehlo,
    /// A login would cross the network unprotected.
    #[error("a login needs tls=required or smtps:// unless the mail server is on this machine")]
    LoginInTheClear,
}

impl Server {
    /// Reads `smtp://user:password@host:port?tls=required` (`HUISSLEUTEL_SMTP_URL`).
    ///
    /// User name and password are percent-decoded. The port defaults to 465 for `smtps://`, to
    /// 587 with a login and 25 without. `tls` defaults to `required`, except on this machine
    /// (`localhost`, 127.0.0.0/8, `::1`), where it defaults to `none`. `ehlo` is the name this
    /// client greets with; without it, the address of its end of the connection
    /// (RFC 5321 4.1.4).
    ///
    /// # Errors
    /// [`ServerFault`] names the part that is wrong. A login over anything but verified TLS is
    /// refused, except on this machine.
    pub fn parse(url: &str) -> Result<Server, ServerFault> {
        let (wrapped, rest) = match (url.strip_prefix("smtp://"), url.strip_prefix("smtps://")) {
            (Some(rest), _) => (false, rest),
            (_, Some(rest)) => (true, rest),
            _ => return Err(ServerFault::Scheme),
        };
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        if !path.is_empty() || authority.contains('#') || query.contains('#') {
            return Err(ServerFault::Option);
        }
        let (login, place) = match authority.rsplit_once('@') {
            Some((login, place)) => (Some(parse_login(login)?), place),
            None => (None, authority),
        };
        let (host, port) = parse_place(place)?;
        let (tls, ehlo) = parse_options(query)?;
        let tls = match (wrapped, tls) {
            (true, None | Some(TlsMode::Required)) => TlsMode::Wrapped,
            (true, Some(_)) => return Err(ServerFault::Tls),
            (false, Some(tls)) => tls,
            (false, None) if host.is_here() => TlsMode::None,
            (false, None) => TlsMode::Required,
        };
        let verified = matches!(tls, TlsMode::Wrapped | TlsMode::Required);
        if login.is_some() && !verified && !host.is_here() {
            return Err(ServerFault::LoginInTheClear);
        }
        let usual_port = match (wrapped, &login) {
            (true, _) => 465,
            (false, Some(_)) => 587,
            (false, None) => 25,
        };
        Ok(Server { host, port: port.unwrap_or(usual_port), tls, login, ehlo })
    }

    /// How TLS is used.
    #[must_use]
    pub fn tls(&self) -> TlsMode {
        self.tls
    }

    /// Host and port, for people.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}:{}", self.host_text(), self.port)
    }

    pub(super) fn host_text(&self) -> String {
        match &self.host {
            Host::Name(name) => name.clone(),
            Host::Ip(ip) => ip.to_string(),
        }
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    pub(super) fn login(&self) -> Option<&Login> {
        self.login.as_ref()
    }

    pub(super) fn ehlo(&self) -> Option<&str> {
        self.ehlo.as_deref()
    }

    /// On this machine by name or address: a resolver that says otherwise is not believed.
    pub(super) fn is_here(&self) -> bool {
        self.host.is_here()
    }

    /// The name that the certificate must be good for.
    pub(super) fn certificate_name(&self) -> Option<ServerName<'static>> {
        match &self.host {
            Host::Name(name) => ServerName::try_from(name.clone()).ok(),
            Host::Ip(ip) => Some(ServerName::IpAddress((*ip).into())),
        }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let login = self.login.as_ref().map(|_| "(hidden)");
        f.debug_struct("Server")
            .field("name", &self.name())
            .field("tls", &self.tls)
            .field("login", &login)
            .field("ehlo", &self.ehlo)
            .finish()
    }
}

impl Host {
    fn is_here(&self) -> bool {
        match self {
            Host::Name(name) => name == "localhost",
            Host::Ip(ip) => ip.is_loopback(),
        }
    }
}

fn parse_login(text: &str) -> Result<Login, ServerFault> {
    let (user, password) = text.split_once(':').ok_or(ServerFault::Login)?;
    let (user, password) = (decode(user)?, decode(password)?);
    if user.is_empty() || password.is_empty() {
        return Err(ServerFault::Login);
    }
    Ok(Login { user, password })
}

/// Percent-decodes; control characters cannot be part of a SASL PLAIN message (RFC 4616).
fn decode(text: &str) -> Result<String, ServerFault> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let byte = if byte == b'%' {
            let mut digit = || bytes.next().and_then(|b| char::from(b).to_digit(16));
            let (high, low) = digit().zip(digit()).ok_or(ServerFault::Login)?;
            u8::try_from(high * 16 + low).map_err(|_| ServerFault::Login)?
        } else {
            byte
        };
        out.push(byte);
    }
    let text = String::from_utf8(out).map_err(|_| ServerFault::Login)?;
    if text.chars().any(char::is_control) { Err(ServerFault::Login) } else { Ok(text) }
}

fn parse_place(text: &str) -> Result<(Host, Option<u16>), ServerFault> {
    let (host, port) = match text.strip_prefix('[').map(|rest| rest.split_once(']')) {
        Some(Some((ip, after))) => {
            let ip: std::net::Ipv6Addr = ip.parse().map_err(|_| ServerFault::Host)?;
            let port = match after.strip_prefix(':') {
                None if after.is_empty() => None,
                Some(port) => Some(port),
                None => return Err(ServerFault::Port),
            };
            (Host::Ip(ip.into()), port)
        }
        Some(None) => return Err(ServerFault::Host),
        None => {
            let (host, port) = text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port)));
            (parse_host(host)?, port)
        }
    };
    let port = match port.map(str::parse) {
        None => None,
        Some(Ok(0) | Err(_)) => return Err(ServerFault::Port),
        Some(Ok(port)) => Some(port),
    };
    Ok((host, port))
}

fn parse_host(text: &str) -> Result<Host, ServerFault> {
    if let Ok(ip) = text.parse::<std::net::Ipv4Addr>() {
        return Ok(Host::Ip(ip.into()));
    }
    let name = text.strip_suffix('.').unwrap_or(text).to_ascii_lowercase();
    let usable = is_host_name(&name) && ServerName::try_from(name.as_str()).is_ok();
    if usable { Ok(Host::Name(name)) } else { Err(ServerFault::Host) }
}

fn parse_options(query: &str) -> Result<(Option<TlsMode>, Option<String>), ServerFault> {
    let (mut tls, mut ehlo) = (None, None);
    for option in query.split('&').filter(|option| !option.is_empty()) {
        match option.split_once('=') {
            Some(("tls", "required")) if tls.is_none() => tls = Some(TlsMode::Required),
            Some(("tls", "opportunistic")) if tls.is_none() => tls = Some(TlsMode::Opportunistic),
            Some(("tls", "none")) if tls.is_none() => tls = Some(TlsMode::None),
            Some(("tls", _)) => return Err(ServerFault::Tls),
            Some(("ehlo", name)) if ehlo.is_none() && is_host_name(name) => {
                ehlo = Some(name.to_owned());
            }
            Some(("ehlo", _)) => return Err(ServerFault::Ehlo),
            _ => return Err(ServerFault::Option),
        }
    }
    Ok((tls, ehlo))
}

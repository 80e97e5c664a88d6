//! Where names are looked up: the resolver of the machine, one by its address, or a file of records for trying out.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Instant;

use mail_auth::common::parse::TxtRecordParser;
use mail_auth::common::verify::DomainKey;
use mail_auth::dmarc::Dmarc;
use mail_auth::hickory_resolver::config::{NameServerConfig, ResolverConfig, ResolverOpts};
use mail_auth::hickory_resolver::net::NetError;
use mail_auth::hickory_resolver::proto::op::ResponseCode;
use mail_auth::{DnsError, Error, MessageAuthenticator, ResolverCache, Txt};

/// Which resolver.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Resolver {
    /// As the machine is set up.
    #[default]
    System,
    /// One server, by its address.
    Server(SocketAddr),
    /// The records of a file, and nothing else.
    File(String),
    /// The records of a text, and nothing else.
    Records(String),
}

/// Why there is no resolver.
#[derive(Debug, thiserror::Error)]
pub enum ResolverFault {
    /// The system's own settings cannot be read, or no socket is to be had.
    #[error("the resolver cannot be used: {0}")]
    Net(#[from] NetError),
    /// The file of records cannot be read.
    #[error("the records cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// A line of the file is none.
    #[error("line {0} of the records is not: NAME TXT \"…\"")]
    Line(usize),
}

impl FromStr for Resolver {
    type Err = std::net::AddrParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "system" {
            return Ok(Self::System);
        }
        if let Some(path) = text.strip_prefix("file:") {
            return Ok(Self::File(path.to_owned()));
        }
        text.parse().or_else(|_| text.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 53))).map(Self::Server)
    }
}

/// What answers, and the records that are known beforehand.
pub(super) type Dns = (MessageAuthenticator, Option<Zone>);

impl Resolver {
    pub(super) fn open(&self) -> Result<Dns, ResolverFault> {
        match self {
            Self::System => Ok((MessageAuthenticator::new_system_conf()?, None)),
            Self::Server(at) => {
                let mut server = NameServerConfig::udp_and_tcp(at.ip());
                server.connections.iter_mut().for_each(|connection| connection.port = at.port());
                Ok((of(vec![server])?, None))
            }
            Self::File(path) => Self::Records(std::fs::read_to_string(Path::new(path))?).open(),
            Self::Records(text) => Ok((of(Vec::new())?, Some(Zone::read(text)?))),
        }
    }
}

fn of(servers: Vec<NameServerConfig>) -> Result<MessageAuthenticator, NetError> {
    MessageAuthenticator::new(ResolverConfig::from_parts(None, Vec::new(), servers), ResolverOpts::default())
}

/// The records of a file. What is not there does not exist.
pub(super) struct Zone(HashMap<Box<str>, Txt>);

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Zone").field(&self.0.len()).finish()
    }
}

impl Zone {
    /// Reads `NAME TXT "…"` lines; `#` begins a remark.
    pub(super) fn read(text: &str) -> Result<Self, ResolverFault> {
        let mut records = HashMap::new();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fault = || ResolverFault::Line(at + 1);
            let (name, value) = line.split_once(" TXT ").ok_or_else(fault)?;
            let value = value.trim().strip_prefix('"').and_then(|value| value.strip_suffix('"')).ok_or_else(fault)?;
            let name = format!("{}.", name.trim().trim_end_matches('.').to_ascii_lowercase());
            records.insert(name.into_boxed_str(), record(value));
        }
        Ok(Self(records))
    }
}

fn record(value: &str) -> Txt {
    if value.starts_with("v=DMARC1") {
        return Dmarc::parse(value.as_bytes()).map_or_else(Txt::Error, |record| Txt::Dmarc(Arc::new(record)));
    }
    DomainKey::parse(value.as_bytes()).map_or_else(Txt::Error, |key| Txt::DomainKey(Arc::new(key)))
}

impl ResolverCache<Box<str>, Txt> for Zone {
    fn get<Q>(&self, name: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let missing = || Txt::Error(Error::Dns(DnsError::RecordNotFound(ResponseCode::NXDomain)));
        Some(self.0.get(name).cloned().unwrap_or_else(missing))
    }

    fn remove<Q>(&self, _: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        None
    }

    fn insert(&self, _: Box<str>, _: Txt, _: Instant) {}
}

//! From nothing to a connection that takes mail: resolve, connect, TLS, banner, EHLO, AUTH. It
//! must never send a login, or a mail, over less than the settings ask for.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustls::ClientConfig;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use super::connection::{Connection, Offers, Wire};
use super::failure::{Failure, Stage, Trouble};
use super::reply::{Reply, one_line};
use super::server::{Login, Server, TlsMode};
use super::timeouts::Timeouts;
use super::tls::unverifying;

pub(super) struct Dialler {
    server: Server,
    times: Timeouts,
    tls: TlsConnector,
}

impl Dialler {
    /// `config` verifies; in opportunistic mode it is not used.
    pub(super) fn new(server: Server, config: Arc<ClientConfig>, times: Timeouts) -> Dialler {
        let tls = match server.tls() {
            // Its own settings are made of constants; if the library ever refuses them, verifying
            // is the safe side.
            TlsMode::Opportunistic => unverifying().unwrap_or(config),
            TlsMode::Wrapped | TlsMode::Required | TlsMode::None => config,
        };
        Dialler { server, times, tls: tls.into() }
    }

    pub(super) fn host(&self) -> String {
        self.server.host_text()
    }

    pub(super) fn times(&self) -> &Timeouts {
        &self.times
    }

    /// A connection on which `MAIL FROM` can be said.
    pub(super) async fn open(&self) -> Result<Connection, Failure> {
        let tcp = match timeout(self.times.connect, self.connect()).await {
            Ok(tcp) => tcp?,
            Err(_) => return Err(Trouble::TimedOut.at(Stage::Connect)),
        };
        let name = self.own_name(&tcp);
        let mut wire: Box<dyn Wire> = Box::new(tcp);
        if self.server.tls() == TlsMode::Wrapped {
            wire = self.encrypt(wire).await?;
        }
        let mut connection = Connection::new(wire);
        self.hear_banner(&mut connection).await?;
        let mut offers = self.greet(&mut connection, &name).await?;
        let wanted = match self.server.tls() {
            TlsMode::Required => true,
            TlsMode::Opportunistic => offers.starttls,
            TlsMode::Wrapped | TlsMode::None => false,
        };
        if wanted {
            connection = self.start_tls(connection, offers).await?;
            offers = self.greet(&mut connection, &name).await?;
        }
        if let Some(login) = self.server.login() {
            self.log_in(&mut connection, login, offers).await?;
        }
        connection.set_offers(offers);
        Ok(connection)
    }

    /// Tries the addresses in turn. NODELAY, because a mail is a dialogue of small writes.
    async fn connect(&self) -> Result<TcpStream, Failure> {
        let no_connection =
            |error: &std::io::Error| Trouble::NoConnection(one_line(&error.to_string())).at(Stage::Connect);
        let host = self.server.host_text();
        let found = lookup_host((host.as_str(), self.server.port())).await;
        let here = self.server.is_here();
        let addresses: Vec<SocketAddr> = found
            .map_err(|error| no_connection(&error))?
            .filter(|address| !here || address.ip().is_loopback())
            .collect();
        let mut failure = Trouble::NoConnection("no address".to_owned()).at(Stage::Connect);
        for address in addresses {
            match TcpStream::connect(address).await.and_then(|tcp| tcp.set_nodelay(true).map(|()| tcp)) {
                Ok(tcp) => return Ok(tcp),
                Err(error) => failure = no_connection(&error),
            }
        }
        Err(failure)
    }

    fn own_name(&self, tcp: &TcpStream) -> String {
        match (self.server.ehlo(), tcp.local_addr().map(|address| address.ip())) {
            (Some(name), _) => name.to_owned(),
            (None, Ok(IpAddr::V6(ip))) => format!("[IPv6:{ip}]"),
            (None, Ok(IpAddr::V4(ip))) => format!("[{ip}]"),
            (None, Err(_)) => "localhost".to_owned(),
        }
    }

    async fn encrypt(&self, wire: Box<dyn Wire>) -> Result<Box<dyn Wire>, Failure> {
        let name = self.server.certificate_name().ok_or_else(|| Trouble::NoTls.at(Stage::Tls))?;
        match timeout(self.times.tls, self.tls.connect(name, wire)).await {
            Ok(Ok(stream)) => Ok(Box::new(stream)),
            Ok(Err(error)) => Err(Trouble::TlsFailed(one_line(&error.to_string())).at(Stage::Tls)),
            Err(_) => Err(Trouble::TimedOut.at(Stage::Tls)),
        }
    }

    async fn hear_banner(&self, connection: &mut Connection) -> Result<(), Failure> {
        let banner = connection.reply(self.times.banner).await;
        let banner = Reply::from(banner.map_err(|trouble| trouble.at(Stage::Banner))?);
        if banner.code() == 220 { Ok(()) } else { Err(Trouble::NotReady(banner).at(Stage::Banner)) }
    }

    async fn greet(&self, connection: &mut Connection, name: &str) -> Result<Offers, Failure> {
        let at = |trouble: Trouble| trouble.at(Stage::Ehlo);
        let hello = format!("EHLO {name}\r\n");
        connection.write(hello.as_bytes(), self.times.command).await.map_err(at)?;
        let answer = connection.reply(self.times.command).await.map_err(at)?;
        let offers = Offers::read(&answer.lines);
        let answer = Reply::from(answer);
        if answer.code() == 250 { Ok(offers) } else { Err(at(Trouble::NotReady(answer))) }
    }

    /// STARTTLS (RFC 3207). Not offered, or refused: nothing more is said.
    async fn start_tls(&self, mut connection: Connection, offers: Offers) -> Result<Connection, Failure> {
        let at = |trouble: Trouble| trouble.at(Stage::Tls);
        if !offers.starttls {
            return Err(at(Trouble::NoTls));
        }
        let answer = connection.say("STARTTLS\r\n", self.times.command).await.map_err(at)?;
        if answer.code() != 220 {
            return Err(at(Trouble::NoTls));
        }
        let wire = connection.into_wire().map_err(at)?;
        Ok(Connection::new(self.encrypt(wire).await?))
    }

    /// PLAIN (RFC 4616), else LOGIN.
    async fn log_in(&self, connection: &mut Connection, login: &Login, offers: Offers) -> Result<(), Failure> {
        let at = |trouble: Trouble| trouble.at(Stage::Auth);
        let Login { user, password } = login;
        let lines = if offers.auth_plain {
            let secret = STANDARD.encode(format!("\0{user}\0{password}"));
            vec![format!("AUTH PLAIN {secret}\r\n")]
        } else if offers.auth_login {
            let (user, password) = (STANDARD.encode(user), STANDARD.encode(password));
            vec!["AUTH LOGIN\r\n".to_owned(), format!("{user}\r\n"), format!("{password}\r\n")]
        } else {
            return Err(at(Trouble::NoLogin));
        };
        let (last, asked) = (lines.len() - 1, lines);
        for (number, line) in asked.iter().enumerate() {
            let answer = connection.say(line, self.times.command).await.map_err(at)?;
            let expected = if number == last { 235 } else { 334 };
            if answer.code() != expected {
                return Err(at(Trouble::LoginRefused(answer)));
            }
        }
        Ok(())
    }
}

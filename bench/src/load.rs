//! A load generator: HTTP/1.1 over raw keep-alive connections to 127.0.0.1, bounded in number and time. It reads every
//! answer to its end and has each judged; it knows only answers with a `Content-Length`.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use bytes::Bytes;
use crypto::clock::Stopwatch;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use crate::cpu;
use crate::machine::cores;
use crate::numbers::percentile;

/// After this long without an answer, it is lost.
const PATIENCE: Duration = Duration::from_secs(10);
/// No measurement counts more answers than this, per connection.
const MOST: u64 = 1_000_000;

/// The bytes of the n-th request of a connection.
pub(crate) type Request = Arc<dyn Fn(usize, u64) -> Bytes + Send + Sync>;
/// Whether an answer, by its status and head, is one that was to be expected.
pub(crate) type Check = fn(u16, &str) -> bool;

/// How hard to press.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) connections: usize,
    pub(crate) lasts: Duration,
    /// A request is due this often on each connection, whenever the last was answered; `None`: as fast as answers come.
    pub(crate) every: Option<Duration>,
    /// How long a client that heard 503 leaves the server alone.
    pub(crate) after_busy: Duration,
}

impl Plan {
    /// As fast as answers come.
    pub(crate) fn pressing(connections: usize, lasts: Duration) -> Self {
        Self { connections, lasts, every: None, after_busy: Duration::ZERO }
    }
}

/// An answer: its status, and after how long it was complete.
#[derive(Clone, Copy)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    micros: u32,
}

/// What came of it.
#[derive(Default)]
pub(crate) struct Load {
    answers: Vec<Answer>,
    /// Requests without an answer.
    pub(crate) lost: u64,
    /// Answers that were not to be expected.
    pub(crate) wrong: u64,
    seconds: f64,
    /// CPU that everything but the load generator took meanwhile.
    cpu: f64,
}

impl Load {
    /// How many answers had this status.
    pub(crate) fn count(&self, status: u16) -> usize {
        self.answers.iter().filter(|answer| answer.status == status).count()
    }

    /// Answers per second.
    pub(crate) fn rate(&self) -> f64 {
        self.answers.len() as f64 / self.seconds.max(f64::EPSILON)
    }

    /// Answers per second of CPU of the server.
    pub(crate) fn rate_of_cpu(&self) -> f64 {
        self.answers.len() as f64 / self.cpu.max(f64::EPSILON)
    }

    /// Milliseconds that this share of the answers of a status did not exceed.
    pub(crate) fn millis(&self, status: u16, share: f64) -> f64 {
        let of_status = self.answers.iter().filter(|answer| answer.status == status);
        let times: Vec<f64> = of_status.map(|answer| f64::from(answer.micros) / 1000.0).collect();
        percentile(&times, share)
    }

    /// An error unless every request was answered as it should.
    pub(crate) fn flawless(self) -> anyhow::Result<Self> {
        if self.lost > 0 || self.wrong > 0 || self.answers.is_empty() {
            bail!("{} answers, {} of them wrong, {} lost", self.answers.len(), self.wrong, self.lost);
        }
        Ok(self)
    }
}

/// The threads that press. They share the cores with the server, on either side of a comparison.
pub(crate) struct Generator {
    runtime: Runtime,
}

impl Generator {
    /// Starts them.
    pub(crate) fn start() -> anyhow::Result<Self> {
        let runtime =
            Builder::new_multi_thread().worker_threads(cores()).thread_name(cpu::LOAD).enable_all().build()?;
        Ok(Self { runtime })
    }

    /// Presses, and waits for the end.
    pub(crate) fn run(&self, port: u16, plan: Plan, request: &Request, check: Check) -> anyhow::Result<Load> {
        let before = cpu::seconds_without_load()?;
        let mut load = self.runtime.block_on(press(port, plan, Arc::clone(request), check));
        load.cpu = cpu::seconds_without_load()? - before;
        Ok(load)
    }

    /// Presses with two plans at once: `(the first, the second)`.
    pub(crate) fn run_both(
        &self,
        port: u16,
        one: (Plan, &Request, Check),
        other: (Plan, &Request, Check),
    ) -> anyhow::Result<(Load, Load)> {
        self.runtime.block_on(async {
            let one = tokio::spawn(press(port, one.0, Arc::clone(one.1), one.2));
            let other = tokio::spawn(press(port, other.0, Arc::clone(other.1), other.2));
            Ok((one.await?, other.await?))
        })
    }

    /// Asks once: status, head, body.
    pub(crate) fn ask(&self, port: u16, request: &[u8]) -> anyhow::Result<(u16, String, Vec<u8>)> {
        self.runtime.block_on(async {
            let mut line = Line::open(port).await?;
            let status = line.ask(request).await?;
            Ok((status, line.head().to_owned(), line.body().to_vec()))
        })
    }
}

async fn press(port: u16, plan: Plan, request: Request, check: Check) -> Load {
    let watch = Stopwatch::start();
    let mut clients = JoinSet::new();
    for number in 0..plan.connections {
        clients.spawn(client(port, (number, plan), Arc::clone(&request), check));
    }
    let mut all = Load::default();
    while let Some(one) = clients.join_next().await {
        let Ok(one) = one else {
            all.lost += 1;
            continue;
        };
        all.answers.extend(one.answers);
        all.lost += one.lost;
        all.wrong += one.wrong;
    }
    all.seconds = watch.elapsed().micros() as f64 / 1e6;
    all
}

async fn client(port: u16, (number, plan): (usize, Plan), request: Request, check: Check) -> Load {
    let (mut load, watch) = (Load::default(), Stopwatch::start());
    let mut line = None;
    for n in 0..MOST {
        let mut due = watch.elapsed().to_std();
        if let Some(every) = plan.every {
            let planned = every.saturating_mul(u32::try_from(n).unwrap_or(u32::MAX));
            if planned > due {
                tokio::time::sleep(planned - due).await;
                due = watch.elapsed().to_std();
            } else {
                // It should have been sent while the one before still waited: that wait is the server's.
                due = planned;
            }
        }
        if watch.elapsed().to_std() >= plan.lasts {
            break;
        }
        match exchange(&mut line, port, &request(number, n), check).await {
            Ok((status, right)) => {
                let took = watch.elapsed().to_std().saturating_sub(due);
                load.answers.push(Answer { status, micros: u32::try_from(took.as_micros()).unwrap_or(u32::MAX) });
                load.wrong += u64::from(!right);
                if status == 503 && !plan.after_busy.is_zero() {
                    tokio::time::sleep(plan.after_busy).await;
                }
            }
            Err(_) => {
                load.lost += 1;
                line = None;
            }
        }
    }
    load
}

async fn exchange(line: &mut Option<Line>, port: u16, request: &[u8], check: Check) -> anyhow::Result<(u16, bool)> {
    let open = match line {
        Some(open) => open,
        None => line.insert(Line::open(port).await?),
    };
    let status = tokio::time::timeout(PATIENCE, open.ask(request)).await??;
    Ok((status, check(status, open.head())))
}

/// A connection, and the answer it carried last.
struct Line {
    tcp: TcpStream,
    buffer: Vec<u8>,
    head: usize,
    whole: usize,
}

impl Line {
    async fn open(port: u16) -> anyhow::Result<Self> {
        let tcp = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        tcp.set_nodelay(true)?;
        Ok(Self { tcp, buffer: Vec::with_capacity(32 * 1024), head: 0, whole: 0 })
    }

    async fn ask(&mut self, request: &[u8]) -> anyhow::Result<u16> {
        self.buffer.clear();
        (self.head, self.whole) = (0, 0);
        self.tcp.write_all(request).await?;
        while self.head == 0 || self.buffer.len() < self.whole {
            if self.tcp.read_buf(&mut self.buffer).await? == 0 {
                bail!("the connection was closed before the answer was complete");
            }
            if self.head == 0
                && let Some(at) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n")
            {
                self.head = at + 4;
                self.whole = self.head + length(self.head())?;
            }
        }
        self.head().get(9..12).context("no status")?.parse().context("no status")
    }

    fn head(&self) -> &str {
        std::str::from_utf8(self.buffer.get(..self.head).unwrap_or_default()).unwrap_or_default()
    }

    fn body(&self) -> &[u8] {
        self.buffer.get(self.head..self.whole).unwrap_or_default()
    }
}

fn length(head: &str) -> anyhow::Result<usize> {
    header(head, "content-length").context("an answer without Content-Length")?.parse().context("Content-Length")
}

/// The value of a header of an answer.
pub(crate) fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let fields = head.lines().skip(1).filter_map(|line| line.split_once(':'));
    fields.into_iter().find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// A request for a page. `more` are whole header lines, each with its CRLF.
pub(crate) fn get(path: &str, more: &str) -> Bytes {
    let head = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Language: nl\r\n{more}\r\n");
    Bytes::from(head)
}

/// A form that is sent.
pub(crate) fn post(path: &str, more: &str, form: &str) -> Bytes {
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let length = form.len();
    Bytes::from(format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\n{kind}\r\nContent-Length: {length}\r\n{more}\r\n{form}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    /// A server that answers these in turn, whatever it is asked, then closes.
    fn server(generator: &Generator, answers: &'static [&'static str]) -> u16 {
        generator.runtime.block_on(async {
            let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
            let port = listener.local_addr().unwrap().port();
            tokio::spawn(async move {
                let (mut tcp, _) = listener.accept().await.unwrap();
                let mut heard = [0; 1024];
                for answer in answers {
                    let _ = tcp.read(&mut heard).await.unwrap();
                    tcp.write_all(answer.as_bytes()).await.unwrap();
                }
                drop((listener, tcp));
            });
            port
        })
    }

    const ONCE: Plan = Plan {
        connections: 1,
        lasts: Duration::from_millis(300),
        every: Some(Duration::from_millis(200)),
        after_busy: Duration::ZERO,
    };

    #[test]
    fn a_wrong_status_and_a_lost_answer_are_seen() {
        let generator = Generator::start().unwrap();
        let request: Request = Arc::new(|_, _| get("/", ""));
        let fine = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nja";
        let busy = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
        let check: Check = |status, _| status == 200;

        let port = server(&generator, const { &["HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nja"; 2] });
        let load = generator.run(port, ONCE, &request, check).unwrap();
        assert_eq!((load.count(200), load.wrong, load.lost), (2, 0, 0));
        assert!(load.flawless().is_ok());

        let port = server(&generator, Box::leak(Box::new([fine, busy])));
        let load = generator.run(port, ONCE, &request, check).unwrap();
        assert_eq!((load.count(200), load.count(503), load.wrong, load.lost), (1, 1, 1, 0));
        assert!(load.flawless().is_err());

        let port = server(&generator, Box::leak(Box::new([fine, "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nja"])));
        let load = generator.run(port, ONCE, &request, check).unwrap();
        assert_eq!((load.count(200), load.wrong, load.lost), (1, 0, 1));
        assert!(load.flawless().is_err());
    }

    #[test]
    fn the_body_is_what_the_length_says() {
        let generator = Generator::start().unwrap();
        let port = server(&generator, &["HTTP/1.1 422 X\r\nContent-Length:  3\r\nRetry-After: 1\r\n\r\nnee"]);
        let (status, head, body) = generator.ask(port, &get("/", "")).unwrap();
        assert_eq!((status, header(&head, "retry-after"), body.as_slice()), (422, Some("1"), &b"nee"[..]));
    }
}

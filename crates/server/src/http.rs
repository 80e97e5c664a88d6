//! Connections: accepting, counting and ending them. One process holds so many at once, and one source so many of
//! those; a client that does not get its request out in time loses its turn. What a request means is not known here.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hyper::body::{Body, Incoming};
use hyper::server::conn::http1;
use hyper::service::Service;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use crate::stop;

/// How long the head of a request may take, and how long a connection may wait for its next one.
const HEAD: Duration = Duration::from_secs(10);
/// How long requests under way get when the process stops.
const DRAIN: Duration = Duration::from_secs(8);
/// A head of a request is this long at most, in bytes.
const LONGEST_HEAD: usize = 32 * 1024;

type Fault = Box<dyn StdError + Send + Sync>;

/// How many connections there may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Caps {
    /// In all. More wait in the system's queue.
    pub(crate) overall: usize,
    /// From one source. More are closed at once.
    pub(crate) per_source: usize,
}

impl Default for Caps {
    fn default() -> Self {
        Self { overall: 1_024, per_source: 64 }
    }
}

/// Takes connections until `stop`, then lets those under way finish. `make` gives each connection its service;
/// `uncounted` names the sources that speak for many (proxies).
pub(crate) async fn serve<M, S, B>(
    listener: TcpListener,
    caps: Caps,
    uncounted: impl Fn(IpAddr) -> bool,
    make: M,
    mut stop: watch::Receiver<bool>,
) where
    M: Fn(SocketAddr) -> S,
    S: Service<Request<Incoming>, Response = Response<B>> + Send + 'static,
    S::Future: Send,
    S::Error: Into<Fault>,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Fault>,
{
    let mut head = http1::Builder::new();
    head.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(LONGEST_HEAD);
    let (graceful, slots) = (GracefulShutdown::new(), Arc::new(Semaphore::new(caps.overall)));
    let sources = Sources::default();
    loop {
        let accepted = tokio::select! {
            biased;
            () = stop::told(&mut stop) => break,
            accepted = accept(&listener, &slots) => accepted,
        };
        let (stream, peer, slot) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // No more files, or the client is gone already. Trying at once would only burn the processor.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let most = if uncounted(peer.ip().to_canonical()) { usize::MAX } else { caps.per_source };
        let Some(held) = sources.enter(peer.ip(), most) else { continue };
        let connection = graceful.watch(head.serve_connection(TokioIo::new(stream), make(peer)));
        tokio::spawn(async move {
            let _held = (slot, held);
            // A client that leaves, sends nonsense or is too slow: nothing that anybody here can act on.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(DRAIN) => tracing::warn!("some requests did not finish in time"),
    }
}

async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> std::io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let slot = Arc::clone(slots).acquire_owned().await.map_err(std::io::Error::other)?;
    let (stream, peer) = listener.accept().await?;
    stream.set_nodelay(true)?;
    Ok((stream, peer, slot))
}

/// How many connections each source has.
#[derive(Clone, Default)]
struct Sources(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// A connection of a source, until it is dropped.
struct Held {
    sources: Sources,
    source: IpAddr,
}

impl Sources {
    fn enter(&self, peer: IpAddr, most: usize) -> Option<Held> {
        let source = whole(peer);
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(source).or_insert(0);
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Held { sources: self.clone(), source })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut counts = self.sources.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.source) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.source);
            }
        }
    }
}

/// One line at home has a whole /64 to itself.
fn whole(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        four => four,
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use hyper::service::service_fn;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::Notify;
    use tokio::task::JoinHandle;

    use super::*;

    struct Running {
        at: SocketAddr,
        stop: watch::Sender<bool>,
        task: JoinHandle<()>,
        /// Rung by `/slow` when it has begun; it goes on when the other is rung.
        begun: Arc<Notify>,
        go_on: Arc<Notify>,
    }

    async fn start(caps: Caps) -> Running {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let (stop, told) = watch::channel(false);
        let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let bells = (Arc::clone(&begun), Arc::clone(&go_on));
        let make = move |_| {
            let bells = bells.clone();
            service_fn(move |request: Request<Incoming>| {
                let (begun, go_on) = bells.clone();
                async move {
                    if request.uri().path() == "/slow" {
                        begun.notify_one();
                        go_on.notified().await;
                    }
                    Ok::<_, Infallible>(Response::new("hallo".to_owned()))
                }
            })
        };
        let task = tokio::spawn(serve(listener, caps, |_| false, make, told));
        Running { at, stop, task, begun, go_on }
    }

    async fn ask(at: SocketAddr, path: &str) -> String {
        let mut stream = TcpStream::connect(at).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        // A connection that is closed on us may also be reset.
        let _ = stream.read_to_string(&mut answer).await;
        answer
    }

    #[tokio::test]
    async fn one_source_has_so_many_connections_and_gets_new_ones_when_they_end() {
        let house = start(Caps { overall: 10, per_source: 2 }).await;
        let held = [TcpStream::connect(house.at).await.unwrap(), TcpStream::connect(house.at).await.unwrap()];
        assert_eq!(ask(house.at, "/").await, "");
        drop(held);
        // The house notices at its own pace that they are gone.
        while !ask(house.at, "/").await.ends_with("hallo") {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_request_under_way_is_finished_and_no_new_one_begins() {
        let house = start(Caps::default()).await;
        let slow = tokio::spawn(ask(house.at, "/slow"));
        house.begun.notified().await;
        house.stop.send(true).unwrap();
        while TcpStream::connect(house.at).await.is_ok() {
            tokio::task::yield_now().await;
        }
        house.go_on.notify_one();
        assert!(slow.await.unwrap().ends_with("hallo"));
        house.task.await.unwrap();
    }

    #[test]
    fn a_source_is_an_address_or_a_line_at_home() {
        let of = |text: &str| whole(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:3::4"), of("2001:db8:1:2::"));
        assert_ne!(of("2001:db8:1:3::4"), of("2001:db8:1:2::"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
        let sources = Sources::default();
        let held = sources.enter(of("192.0.2.1"), 1).unwrap();
        assert!(sources.enter(of("192.0.2.1"), 1).is_none());
        assert!(sources.enter(of("192.0.2.2"), 1).is_some());
        drop(held);
        assert!(sources.0.lock().unwrap().is_empty());
    }
}

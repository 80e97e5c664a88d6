//! `serve`: the pages, and the background work beside them. Stops in order: no new connections, requests under way, the
//! work, the database.

use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use app::App;
use app::worker::{self, Heartbeat};
use clap::Args;
use hyper::Request;
use hyper::body::Incoming;
use hyper::service::{Service, service_fn};
use hyper_util::service::TowerToHyperService;
use mail::transport::Transport;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinHandle, spawn_blocking};
use web::source::Net;
use web::{ConnectInfo, Web};

use crate::http::{self, Caps};
use crate::open::{self, Version};
use crate::settings::Settings;
use crate::{door, metrics, stop};

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Pages only; a worker must run elsewhere, or no mail leaves
    #[arg(long)]
    no_worker: bool,
    /// Leave a database of an older version as it is, and refuse to start
    #[arg(long)]
    no_migrate: bool,
}

impl Serve {
    pub(crate) fn run(self, settings: Settings) -> anyhow::Result<ExitCode> {
        let server = settings.needed("serve")?;
        open::runtime(&settings)?.block_on(async {
            let settings = Arc::new(settings);
            // Reading the certificate authorities takes a while: it happens beside the opening of the house.
            let shared = Arc::clone(&settings);
            let transport = spawn_blocking(move || shared.transport(server));
            let listener = bind(settings.listen, "listen").await?;
            let figures = match settings.metrics_listen {
                Some(address) => Some(bind(address, "metrics_listen").await?),
                None => None,
            };
            let post = match settings.inbound.listen {
                Some(address) => Some(bind(address, "mail.inbound.listen").await?),
                None => None,
            };
            let version = if self.no_migrate { Version::Keep } else { Version::Bring };
            let app = open::house(&settings, version).await?;
            let transport = transport.await.context("smtp_url")?.context("smtp_url")?;
            let transport = (!self.no_worker).then_some(transport);
            let ended = Box::pin(run(&settings, &app, Doors { listener, figures, post }, transport)).await;
            open::close(&app).await;
            ended.map(|()| ExitCode::SUCCESS)
        })
    }
}

struct Doors {
    listener: TcpListener,
    figures: Option<TcpListener>,
    /// For a mail server.
    post: Option<TcpListener>,
}

async fn bind(address: SocketAddr, key: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("{key}: cannot listen on {address}"))
}

async fn run(settings: &Settings, app: &Arc<App>, doors: Doors, transport: Option<Transport>) -> anyhow::Result<()> {
    let mut web = Web::new(Arc::clone(app), settings.trusted.clone());
    // Three stages that end one after the other: the pages need the work no more than the work needs the pages.
    let (tell_pages, told_pages) = watch::channel(false);
    let (tell_work, told_work) = watch::channel(false);
    let work = transport.map(|transport| {
        let heartbeat = Heartbeat::default();
        web.worker = Some(heartbeat.clone());
        tokio::spawn(worker::run(Arc::clone(app), transport, told_work, heartbeat))
    });
    warn_about_proxies(settings);
    let address = doors.listener.local_addr()?;
    let pages = tokio::spawn(pages(doors.listener, web, settings.trusted.clone(), told_pages.clone()));
    let post = doors.post.map(|listener| tokio::spawn(door::serve(listener, Arc::clone(app), told_pages.clone())));
    let figures = match doors.figures {
        Some(listener) => Some(tokio::spawn(figures(listener, metrics::start()?, told_pages))),
        None => None,
    };
    tracing::info!(%address, "listening");
    let (asked, work) = until_asked(work).await;
    let _ = tell_pages.send(true);
    for door in [Some(pages), figures, post].into_iter().flatten() {
        let _ = door.await;
    }
    let _ = tell_work.send(true);
    if let Some(work) = work {
        stop::in_time(work).await;
    }
    asked
}

/// Waits for the signal to stop. Work that ends by itself is a reason to stop too: whoever watches the process starts it
/// again, and mail leaves.
async fn until_asked(work: Option<JoinHandle<()>>) -> (anyhow::Result<()>, Option<JoinHandle<()>>) {
    let Some(mut work) = work else {
        return (stop::asked().await.context("signals cannot be heard"), None);
    };
    tokio::select! {
        asked = stop::asked() => (asked.context("signals cannot be heard"), Some(work)),
        _ = &mut work => (Err(anyhow::anyhow!("the background work ended by itself; the log says why")), None),
    }
}

/// Serves the pages until told to stop.
pub(crate) async fn pages(listener: TcpListener, web: Web, trusted: Vec<Net>, told: watch::Receiver<bool>) {
    let router = TowerToHyperService::new(web::router(web));
    let make = move |peer: SocketAddr| {
        let router = router.clone();
        service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.call(request)
        })
    };
    // A proxy speaks for everybody behind it, and who can connect from this machine itself is no stranger.
    let uncounted = move |peer: IpAddr| peer.is_loopback() || trusted.iter().any(|net| net.contains(peer));
    http::serve(listener, Caps::default(), uncounted, make, told).await;
}

async fn figures(
    listener: TcpListener,
    handle: metrics_exporter_prometheus::PrometheusHandle,
    told: watch::Receiver<bool>,
) {
    let kept = handle.clone();
    let make = move |_| {
        let handle = handle.clone();
        service_fn(move |request: Request<Incoming>| std::future::ready(metrics::answer(&handle, &request)))
    };
    tokio::select! {
        () = http::serve(listener, Caps { overall: 32, per_source: 32 }, |_| false, make, told) => {}
        () = metrics::upkeep(&kept) => {}
    }
}

/// Behind a proxy that nobody trusts, all people are one source, and together they reach its limits.
fn warn_about_proxies(settings: &Settings) {
    let public = settings.public_url.as_deref().is_some_and(|url| url.starts_with("https://"));
    if public && settings.trusted.is_empty() {
        tracing::warn!(
            "proxy.trusted is empty: behind a proxy, everybody counts as one source; name the proxy's address"
        );
    }
}

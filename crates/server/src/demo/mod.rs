//! `demo`: everything in one process, to be looked at. A house like any other, with an invented town in it, mail that
//! goes nowhere and a clock that can be moved. It listens on this machine only, and nothing else uses what stands here.

mod catcher;
mod folder;
mod notes;
mod pages;
mod phones;
mod seed;
mod town;
mod walk;

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};
use app::worker::{self, Heartbeat};
use app::{App, Parts};
use crypto::chance::Chance;
use crypto::clock::Clock;
use crypto::keys::Keys;
use domain::time::Span;
use hyper::Request;
use hyper::body::Incoming;
use hyper::service::{Service, service_fn};
use hyper_util::service::TowerToHyperService;
use mail::transport::{MemoryBox, Transport};
use tokio::net::TcpListener;
use tokio::sync::watch;
use web::{ConnectInfo, Web, axum};

use crate::http::{self, Caps};
use crate::open::{self, Version};
use crate::settings::{self, Settings};
use crate::{cli, stop};
use folder::Folder;
use notes::Notes;
use seed::Seeds;
use walk::Walk;

/// The catcher keeps so many mails.
const MOST_MAILS: usize = 1_000;

/// What the pages of the demo show.
pub(crate) struct Demo {
    notes: Notes,
    post: MemoryBox,
}

/// Runs until it is told to stop.
///
/// # Errors
/// What is in the way.
pub(crate) fn run(listen: SocketAddr, data_dir: Option<&Path>) -> anyhow::Result<()> {
    // Those that `localhost`, the name in all links, leads to.
    if ![IpAddr::from(Ipv4Addr::LOCALHOST), Ipv6Addr::LOCALHOST.into()].contains(&listen.ip()) {
        bail!("--listen: demo shows passwords, so it listens on 127.0.0.1 or [::1] only, not on {}", listen.ip());
    }
    let folder = Folder::open(data_dir, &Chance::system())?;
    let notes = Notes::open(folder.path())?;
    if !notes.is_seeded() {
        folder.clear()?;
    }
    let settings = |url: &str| settings_of(&folder, url);
    open::runtime(&settings("http://localhost")?)?.block_on(async {
        let bound = TcpListener::bind(listen).await;
        let listener = bound.with_context(|| format!("--listen: cannot listen on {listen}"))?;
        let url = format!("http://localhost:{}", listener.local_addr()?.port());
        let app = house(&folder, &settings(&url)?, notes.moved()).await?;
        let ended = Box::pin(live(&app, &folder, notes, listener)).await;
        open::close(&app).await;
        ended
    })
}

/// The settings of an installation that knows nothing but itself.
fn settings_of(folder: &Folder, url: &str) -> anyhow::Result<Settings> {
    let values = [
        ("HUISSLEUTEL_DATABASE_URL", format!("sqlite:{}", folder.database().display())),
        ("HUISSLEUTEL_SECRET_KEY_FILE", folder.keys().display().to_string()),
        ("HUISSLEUTEL_PUBLIC_URL", url.to_owned()),
        ("HUISSLEUTEL_MAIL_FROM", town::SENDER.to_owned()),
        ("HUISSLEUTEL_SECURITY__CONTACT", town::SECURITY.to_owned()),
    ];
    let values: BTreeMap<String, String> = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Ok(settings::load(None, &values)?)
}

/// The house, with a clock that can be moved.
async fn house(folder: &Folder, settings: &Settings, moved: Span) -> anyhow::Result<Arc<App>> {
    let clock = Clock::shifted();
    if !folder.keys().exists() {
        Keys::init(&folder.keys(), &Chance::system(), clock.now())?;
    }
    let app = open::house(settings, Version::Bring).await?;
    clock.forward(moved);
    Ok(Arc::new(App::new(Parts { clock, ..Parts::clone(&app) })))
}

/// Seeds if need be, serves, and stops in order: the pages first, then the work behind them.
async fn live(app: &Arc<App>, folder: &Folder, notes: Notes, listener: TcpListener) -> anyhow::Result<()> {
    let now = app.clock.clone();
    let post = MemoryBox::new(MOST_MAILS, move || now.now());
    let transport = Transport::Memory(post.clone());
    seed::spoil(&post);
    // One listener from here to the end: a signal between two would be lost.
    let mut asked = Box::pin(stop::asked());
    if !notes.is_seeded() {
        let seeds = Seeds { app, notes: &notes, post: &post, transport: &transport };
        tokio::select! {
            sown = Box::pin(seeds.sow()) => sown.context("the demo could not be filled")?,
            asked = &mut asked => return Ok(asked?),
        }
    }
    let (tell_pages, told_pages) = watch::channel(false);
    let (tell_work, told_work) = watch::channel(false);
    let heartbeat = Heartbeat::default();
    let (people, keys) = (notes.people(), notes.keys());
    let web = Web::new(Arc::clone(app), Vec::new()).in_demo().beside(heartbeat.clone());
    let router = web::router_with(web, pages::router(Arc::new(Demo { notes, post })));
    let work = tokio::spawn(worker::run(Arc::clone(app), transport, told_work, heartbeat));
    let pages = tokio::spawn(serve(listener, router, told_pages));
    let path = folder.path().display().to_string();
    let stays = (!folder.is_temporary()).then_some(path.as_str());
    cli::say(&Walk { url: &app.settings.public_url, people: &people, keys: &keys, folder: stays }.text());
    let asked = asked.await;
    let _ = tell_pages.send(true);
    let _ = pages.await;
    let _ = tell_work.send(true);
    stop::in_time(work).await;
    Ok(asked?)
}

async fn serve(listener: TcpListener, router: axum::Router, told: watch::Receiver<bool>) {
    let router = TowerToHyperService::new(router);
    let make = move |peer: SocketAddr| {
        let router = router.clone();
        service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.call(request)
        })
    };
    http::serve(listener, Caps::default(), |_| true, make, told).await;
}

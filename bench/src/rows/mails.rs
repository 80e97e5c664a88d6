//! Mails per second into a mail server that only counts, against Postfix's `smtp-source` into the same one, with as many
//! connections and messages of the same size: the outbox with all its commits, and the transport by itself.

use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, anyhow, ensure};
use app::outbox::deliver_due;
use app::worker;
use crypto::clock::Stopwatch;
use crypto::password::Params;
use domain::email::Address;
use mail::smtp::{Envelope, Pool, ReversePath, Server, Timeouts, WireMessage, verifying};
use mail::transport::{MemoryBox, Transport};
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::figure::Figure;
use crate::house::House;
use crate::numbers::median;
use crate::pace::Pace;
use crate::sink::Sink;

/// As many connections as an installation has unless told otherwise.
const USUAL: usize = 4;
/// And as many as one with a mail server beside it may have.
const MANY: usize = 32;
/// Longer than any outbox takes.
const PATIENCE: Duration = Duration::from_secs(300);
/// As Debian installs it.
const SMTP_SOURCE: &str = "/usr/sbin/smtp-source";

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let what = |who: &str, connections| format!("mails sent by {who}, {connections} connections");
    if !std::path::Path::new(SMTP_SOURCE).exists() {
        let needs = "smtp-source (Debian: postfix)";
        let missing = ["the outbox", "the transport alone"].map(|who| what(who, USUAL));
        return Ok(missing.iter().map(|what| Figure::not_measured(what, "≥ 0.5", needs)).collect());
    }
    let runtime = crate::serving::runtime()?;
    let count = pace.count(5_000);
    let message = sample(&runtime)?;
    let note = format!("{} bytes each", message.as_bytes().len());
    let mut figures = Vec::new();
    for (connections, wanted) in [(USUAL, Some(0.5)), (MANY, None)] {
        let (mut theirs, mut whole, mut alone) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..pace.rounds().min(3) {
            theirs.push(smtp_source(connections, count * 2, message.as_bytes().len())?);
            alone.push(bare_transport(&runtime, connections, &message, count * 2)?);
            whole.push(through_the_outbox(&runtime, connections, count)?);
        }
        let (theirs, whole, alone) = (median(&theirs), median(&whole), median(&alone));
        figures.push(Figure::rates(&what("the outbox", connections), whole, theirs, wanted).noting(&note));
        figures.push(Figure::rates(&what("the transport alone", connections), alone, theirs, wanted));
    }
    Ok(figures)
}

/// A house in which `count` people asked for a new password.
fn asked(runtime: &Runtime, count: usize) -> anyhow::Result<House> {
    let house = House::build(runtime, Params::STANDARD)?;
    let names = house.fill(runtime, count, |_| true)?;
    runtime.block_on(async {
        let mut people: JoinSet<anyhow::Result<()>> = JoinSet::new();
        for names in names.chunks(count.div_ceil(64)) {
            let (app, ctx, names) = (Arc::clone(&house.app), house.ctx("192.0.2.1"), names.to_vec());
            people.spawn(async move {
                for name in names {
                    app::reset::ask(&app, &ctx, &name).await?;
                }
                Ok(())
            });
        }
        people.join_all().await.into_iter().collect::<anyhow::Result<()>>()
    })?;
    Ok(house)
}

/// One mail as it really is.
fn sample(runtime: &Runtime) -> anyhow::Result<WireMessage> {
    let house = asked(runtime, 1)?;
    let clock = house.app.clock.clone();
    let post = MemoryBox::new(1, move || clock.now());
    runtime.block_on(deliver_due(&house.app, &Transport::Memory(post.clone())))?;
    let mails = post.take();
    let mail = mails.first().context("no mail was sent")?;
    WireMessage::new(&mail.message).map_err(|fault| anyhow!("{fault}"))
}

pub(super) fn pool(url: &str, connections: usize) -> anyhow::Result<Pool> {
    let server = Server::parse(url).map_err(|fault| anyhow!("{fault}"))?;
    Ok(Pool::new(server, verifying(None)?, Timeouts::default(), connections))
}

fn per_second(count: usize, watch: Stopwatch) -> f64 {
    count as f64 / (watch.elapsed().micros() as f64 / 1e6)
}

/// The worker of the program sends all that waits.
fn through_the_outbox(runtime: &Runtime, connections: usize, count: usize) -> anyhow::Result<f64> {
    let (house, sink) = (asked(runtime, count)?, Sink::start()?);
    let transport = Transport::Smtp(pool(&sink.url, connections)?);
    let (stop, stopped) = watch::channel(false);
    let watch = Stopwatch::start();
    let worker = runtime.spawn(worker::run(Arc::clone(&house.app), transport, stopped, worker::Heartbeat::default()));
    runtime.block_on(async {
        while house.app.db.read(store::mail::waiting).await? > 0 {
            ensure!(watch.elapsed().to_std() < PATIENCE, "the outbox never gets empty");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    })?;
    let rate = per_second(count, watch);
    stop.send(true)?;
    runtime.block_on(worker)?;
    let taken = sink.end()?;
    ensure!(taken == count, "{count} people asked and {taken} mails arrived");
    Ok(rate)
}

fn bare_transport(runtime: &Runtime, connections: usize, message: &WireMessage, count: usize) -> anyhow::Result<f64> {
    let sink = Sink::start()?;
    let pool = pool(&sink.url, connections)?;
    let from = ReversePath::parse("inloggen@post.example.nl").map_err(|fault| anyhow!("{fault}"))?;
    let to = Address::parse("bewoner@example.nl")?;
    let watch = Stopwatch::start();
    runtime.block_on(async {
        let mut senders: JoinSet<anyhow::Result<()>> = JoinSet::new();
        for _ in 0..connections {
            let (pool, message) = (pool.clone(), message.clone());
            let envelope = Envelope { from: from.clone(), to: to.clone() };
            senders.spawn(async move {
                for _ in 0..count / connections {
                    let begun = pool.begin(&envelope).await.map_err(|failure| anyhow!("{failure}"))?;
                    begun.data(&message).await.map_err(|failure| anyhow!("{failure}"))?;
                }
                Ok(())
            });
        }
        senders.join_all().await.into_iter().collect::<anyhow::Result<()>>()
    })?;
    let sent = count / connections * connections;
    let rate = per_second(sent, watch);
    runtime.block_on(pool.close());
    let taken = sink.end()?;
    ensure!(taken == sent, "{sent} mails were sent and {taken} arrived");
    Ok(rate)
}

fn smtp_source(connections: usize, count: usize, length: usize) -> anyhow::Result<f64> {
    let sink = Sink::start()?;
    let place = sink.url.trim_start_matches("smtp://").to_owned();
    let (sessions, count_text, length) = (connections.to_string(), count.to_string(), length.to_string());
    let watch = Stopwatch::start();
    let status = Command::new(SMTP_SOURCE)
        .args(["-d", "-s", &sessions, "-m", &count_text, "-l", &length])
        .args(["-f", "inloggen@post.example.nl", "-t", "bewoner@example.nl", &place])
        .status()?;
    let rate = per_second(count, watch);
    ensure!(status.success(), "smtp-source ended with {status}");
    let taken = sink.end()?;
    ensure!(taken == count, "smtp-source was to send {count} and {taken} arrived");
    Ok(rate)
}

//! The program as it is installed: how big it is, how soon it is ready, and what memory it holds while nobody does
//! anything. It is started as an operator starts it, with a key file and settings.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use crypto::clock::Stopwatch;

use crate::cpu;
use crate::figure::{Figure, rounded};
use crate::numbers::percentile;
use crate::pace::Pace;

/// Longer than anybody waits.
const PATIENCE: Duration = Duration::from_secs(20);

const SIZE: &str = "the program, one file";
const READY: &str = "ready after its start, slowest of several";
const MEMORY: &str = "memory while idle, with SQLite";

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let program = std::env::current_exe()?.with_file_name("huissleutel");
    if !program.exists() {
        let needs = "target/release/huissleutel: cargo build --release";
        let wanted = [(SIZE, "≤ 80 MB"), (READY, "≤ 200 ms"), (MEMORY, "≤ 40 MB")];
        return Ok(wanted.map(|(what, wanted)| Figure::not_measured(what, wanted, needs)).to_vec());
    }
    let megabytes = std::fs::metadata(&program)?.len() as f64 / 1e6;
    let folder = testkit::engines::folder();
    let measured = in_folder(&program, &folder, pace);
    std::fs::remove_dir_all(&folder)?;
    let (first, starts, memory) = measured?;
    let first = format!("first of all {} ms", rounded(first));
    Ok(vec![
        Figure::at_most(SIZE, megabytes, 80.0, "MB", ""),
        Figure::at_most(READY, percentile(&starts, 1.0), 200.0, "ms", &first)
            .noting("until /readyz answers 200; the first start also makes the database"),
        Figure::at_most(MEMORY, memory, 40.0, "MB", "").noting("VmRSS a few seconds after the last request"),
    ])
}

/// Milliseconds of the first start, of the later ones, and megabytes at rest.
fn in_folder(program: &Path, folder: &Path, pace: Pace) -> anyhow::Result<(f64, Vec<f64>, f64)> {
    let keys = folder.join("keys.toml");
    let made = Command::new(program).args(["keys", "init"]).arg(&keys).stdout(Stdio::null()).status()?;
    ensure!(made.success(), "keys init ended with {made}");
    let (first, running) = start(program, folder, &keys)?;
    drop(running);
    let mut starts = Vec::new();
    for _ in 0..pace.count(10) {
        let (took, running) = start(program, folder, &keys)?;
        starts.push(took);
        drop(running);
    }
    let (_, running) = start(program, folder, &keys)?;
    std::thread::sleep(Duration::from_secs(3));
    let memory = cpu::megabytes(running.0.id(), "VmRSS")?;
    Ok((first, starts, memory))
}

/// A program that runs until this is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn start(program: &Path, folder: &Path, keys: &Path) -> anyhow::Result<(f64, Running)> {
    let port = free_port()?;
    let database: PathBuf = folder.join("huissleutel.db");
    let watch = Stopwatch::start();
    let child = Command::new(program)
        .arg("serve")
        .current_dir(folder)
        .env("HUISSLEUTEL_DATABASE_URL", format!("sqlite:{}", database.display()))
        .env("HUISSLEUTEL_LISTEN", format!("127.0.0.1:{port}"))
        .env("HUISSLEUTEL_PUBLIC_URL", format!("http://localhost:{port}"))
        .env("HUISSLEUTEL_SMTP_URL", format!("smtp://127.0.0.1:{}?tls=none", free_port()?))
        .env("HUISSLEUTEL_MAIL_FROM", "inloggen@post.example.nl")
        .env("HUISSLEUTEL_SECRET_KEY_FILE", keys)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("the program cannot be started")?;
    let mut running = Running(child);
    while !ready(port) {
        if let Some(status) = running.0.try_wait()? {
            bail!("serve ended with {status}");
        }
        ensure!(watch.elapsed().to_std() < PATIENCE, "serve was not ready after {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(1));
    }
    Ok((watch.elapsed().micros() as f64 / 1000.0, running))
}

fn ready(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut tcp = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        tcp.set_read_timeout(Some(Duration::from_secs(5)))?;
        tcp.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut status = [0; 12];
        tcp.read_exact(&mut status)?;
        Ok(status.ends_with(b" 200"))
    };
    ask().unwrap_or(false)
}

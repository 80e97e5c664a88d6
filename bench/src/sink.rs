//! A mail server that counts messages and keeps nothing, in a process of its own, so that its work is not counted as the
//! sender's.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::Context;
use testkit::smtp_peer::{Offer, SmtpPeer};

/// Serves until standard input ends; then says how many messages came. First line: its URL.
pub(crate) fn serve() -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let offer = Offer { counts_only: true, extensions: vec!["PIPELINING".to_owned()], ..Offer::default() };
    let peer = runtime.block_on(SmtpPeer::offering(offer))?;
    println!("{}", peer.url());
    std::io::stdout().flush()?;
    let stdin = std::thread::spawn(|| std::io::stdin().read_to_end(&mut Vec::new()));
    runtime.block_on(async {
        while !stdin.is_finished() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    println!("{}", peer.count());
    Ok(())
}

/// The sink as another process.
pub(crate) struct Sink {
    child: Child,
    out: BufReader<std::process::ChildStdout>,
    /// `smtp://127.0.0.1:port`
    pub(crate) url: String,
}

impl Sink {
    /// Starts it.
    pub(crate) fn start() -> anyhow::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        let mut child = command.arg("--sink").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let mut out = BufReader::new(child.stdout.take().context("no output of the sink")?);
        let mut url = String::new();
        out.read_line(&mut url)?;
        Ok(Self { child, out, url: url.trim().to_owned() })
    }

    /// Ends it; how many messages it took.
    pub(crate) fn end(mut self) -> anyhow::Result<usize> {
        drop(self.child.stdin.take());
        let mut count = String::new();
        self.out.read_line(&mut count)?;
        self.child.wait()?;
        Ok(count.trim().parse()?)
    }
}

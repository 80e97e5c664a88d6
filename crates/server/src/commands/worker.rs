//! `worker`: the background work alone.

use std::process::ExitCode;

use anyhow::Context;
use app::worker::{self, Heartbeat};
use clap::Args;
use tokio::sync::watch;

use crate::open::{self, Version};
use crate::settings::Settings;
use crate::stop;

#[derive(Debug, Args)]
pub(crate) struct Worker {}

impl Worker {
    pub(crate) fn run(self, settings: Settings) -> anyhow::Result<ExitCode> {
        let server = settings.needed("worker")?;
        open::runtime(&settings)?.block_on(async {
            let transport = settings.transport(server).context("smtp_url")?;
            let app = open::house(&settings, Version::Keep).await?;
            let (tell, told) = watch::channel(false);
            let mut work = tokio::spawn(worker::run(app.clone(), transport, told, Heartbeat::default()));
            tracing::info!("working");
            let ended = tokio::select! {
                asked = stop::asked() => asked.context("signals cannot be heard"),
                _ = &mut work => Err(anyhow::anyhow!("the background work ended by itself; the log says why")),
            };
            let _ = tell.send(true);
            if ended.is_ok() {
                stop::in_time(work).await;
            }
            open::close(&app).await;
            ended.map(|()| ExitCode::SUCCESS)
        })
    }
}

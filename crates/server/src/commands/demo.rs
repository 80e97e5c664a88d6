//! `demo`: look at everything, with nothing else needed. What it does stands under `demo/`.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::demo;

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Where the pages are: an address of this machine; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Keep everything in this folder, or go on with a demo kept there; without it nothing stays
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
}

impl Demo {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        demo::run(self.listen, self.data_dir.as_deref())?;
        Ok(ExitCode::SUCCESS)
    }
}

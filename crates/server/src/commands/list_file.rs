//! Where commands write lists: the kind by the ending of the name, and never half a list in its place.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use app::App;
use app::first_login::SheetKind;

use crate::open::with_house;
use crate::settings::Settings;

/// CSV or a spreadsheet, by the name of the file.
pub(super) fn kind_of(path: &Path) -> anyhow::Result<SheetKind> {
    let ending = path.extension().and_then(|ending| ending.to_str()).and_then(|ending| ending.parse().ok());
    match ending {
        Some(kind) => Ok(kind),
        None => bail!("--out {}: give it a name that ends in .csv or .xlsx", path.display()),
    }
}

/// Writes a list to a file, or as CSV on stdout where none is asked for; what `write` counted.
///
/// # Errors
/// When it cannot be made, or not be put in its place.
pub(super) fn written(
    settings: &Settings,
    path: Option<&Path>,
    write: impl AsyncFnOnce(&App, &mut dyn Write, SheetKind) -> anyhow::Result<u64>,
) -> anyhow::Result<u64> {
    let Some(path) = path else {
        let mut out = BufWriter::new(io::stdout().lock());
        return with_house(settings, async |app| write(app, &mut out, SheetKind::Csv).await);
    };
    let kind = kind_of(path)?;
    with_house(settings, async |app| {
        let (beside, mut file) = Beside::new(path)?;
        beside.placed(write(app, &mut file, kind).await)
    })
}

/// A file beside the one that was asked for; put in its place when it is whole.
pub(super) struct Beside<'a> {
    path: &'a Path,
    part: PathBuf,
}

impl<'a> Beside<'a> {
    pub(super) fn new(path: &'a Path) -> anyhow::Result<(Self, BufWriter<File>)> {
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let file = File::create(&part).with_context(|| format!("{} cannot be written", part.display()))?;
        Ok((Self { path, part }, BufWriter::new(file)))
    }

    /// What was written is put in its place, or taken away when it failed.
    pub(super) fn placed<T>(self, written: anyhow::Result<T>) -> anyhow::Result<T> {
        let placed = written.and_then(|it| {
            std::fs::rename(&self.part, self.path)
                .with_context(|| format!("{} cannot be written", self.path.display()))?;
            Ok(it)
        });
        if placed.is_err() {
            // It stays behind only where it cannot be removed either.
            let _ = std::fs::remove_file(&self.part);
        }
        placed
    }
}

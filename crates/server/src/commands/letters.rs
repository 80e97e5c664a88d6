//! `letters`: one page per dwelling that was not told yet, as PDF. The run is kept, as one made on a page is; printing is no
//! handing out, that is ticked by `handout`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use app::App;
use app::first_login::letters::{self, LettersError, PART, Wish};
use clap::Args;
use domain::access::Actor;
use domain::first_login::LetterChoice;
use domain::language::Language;
use domain::naming::ProjectPath;

use crate::cli::say;
use crate::open::with_house;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(crate) struct Letters {
    /// The project, as in voorbeeld/de-hagen
    #[arg(long, value_name = "CLIENT/PROJECT")]
    project: ProjectPath,
    /// Where to write the letters (.pdf); more than 2,000 are written to several files, numbered
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The language of the letters
    #[arg(long, value_name = "CODE", default_value = "nl", value_parser = language)]
    language: Language,
}

fn language(code: &str) -> Result<Language, String> {
    Language::parse(code).ok_or_else(|| format!("one of: {}", Language::ALL.map(Language::code).join(", ")))
}

impl Letters {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let ending = self.out.extension().map(std::ffi::OsStr::to_ascii_lowercase);
        if ending != Some("pdf".into()) {
            bail!("--out {}: letters are written as PDF; give it a name that ends in .pdf", self.out.display());
        }
        let told = with_house(settings, async |app| self.write(app).await)?;
        say(&told);
        Ok(ExitCode::SUCCESS)
    }

    async fn write(&self, app: &App) -> anyhow::Result<String> {
        let (ctx, by) = (app.command(), Actor::Server);
        let wish = Wish { choice: LetterChoice::NotTold, home: String::new(), language: self.language, unlinked: true };
        let (run, homes) = match letters::make(app, &ctx, &by, (&self.project, &wish)).await {
            Err(LettersError::Nobody) => return Ok("0 letters: every dwelling was told".to_owned()),
            made => made?,
        };
        let parts = homes.div_ceil(PART);
        for part in 1..=parts {
            let (_, bytes) = letters::pdf(app, &ctx, &by, (run, part)).await?;
            let path = if parts == 1 { self.out.clone() } else { numbered(&self.out, part) };
            std::fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
        }
        Ok(format!("{homes} letters written to {}", self.out.display()))
    }
}

/// `brieven.pdf` → `brieven-2.pdf`.
fn numbered(path: &Path, part: u32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{part}.pdf"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_numbered() {
        assert_eq!(numbered(Path::new("uit/brieven.pdf"), 2), Path::new("uit/brieven-2.pdf"));
    }
}

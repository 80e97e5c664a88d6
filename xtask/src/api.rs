//! Somebody else's program as judge of the API: schemathesis reads the description that the program serves and tries what follows
//! from it, good and bad, without a key, with one that only reads, and with one that may do all. Against the demo in
//! `target/release`, on a folder that is thrown away; the same examples each time.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::browser;
use crate::shell::{self, Outcome, Problem};

/// What is installed, from PyPI.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";

/// Examples for each address in its random phase, beside those that follow from the description.
const EXAMPLES: &str = "8";

/// Looks for the demo to be ready, and the pause between two of them: two minutes in all.
const LOOKS: u32 = 1_200;
const PAUSE: std::time::Duration = std::time::Duration::from_millis(100);

/// Where Python keeps it.
fn venv() -> PathBuf {
    shell::target().join("schemathesis")
}

/// Installs it in a virtual environment of its own, unless this very version is there.
pub(crate) fn install() -> Outcome<String> {
    let (venv, stamp) = (venv(), venv().join("installed.txt"));
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == SCHEMATHESIS) {
        return Ok("schemathesis was there".to_owned());
    }
    shell::output(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&venv))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", SCHEMATHESIS];
    println!("$ pip install {SCHEMATHESIS}");
    shell::output(Command::new(venv.join("bin/python")).args(pip).stdin(Stdio::null()))?;
    std::fs::write(&stamp, SCHEMATHESIS).map_err(|error| Problem::new(format!("{}: {error}", stamp.display())))?;
    Ok("schemathesis installed".to_owned())
}

/// The demo while it runs; ended and its folder removed when this is dropped.
struct Demo {
    child: Child,
    folder: PathBuf,
    url: String,
}

impl Drop for Demo {
    fn drop(&mut self) {
        // It may have ended by itself; what stays in the folder of temporary files is nobody's harm.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Demo {
    fn start() -> Outcome<Self> {
        let program = browser::program();
        if !program.exists() {
            return Err(Problem::new(format!("{} is not there: cargo build --release", program.display())));
        }
        let folder = std::env::temp_dir().join(format!("huissleutel-api-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| Problem::new(format!("{}: {error}", folder.display())))?;
        let said = folder.join("said.txt");
        let open =
            |path: &Path| File::create(path).map_err(|error| Problem::new(format!("{}: {error}", path.display())));
        let mut command = Command::new(program);
        command.args(["demo", "--listen", "127.0.0.1:0", "--data-dir"]).arg(folder.join("data"));
        command.stdin(Stdio::null()).stdout(open(&said)?).stderr(open(&folder.join("log.txt"))?);
        let child = command.spawn().map_err(|error| Problem::new(format!("the demo does not start: {error}")))?;
        let mut demo = Self { child, folder, url: String::new() };
        for _ in 0..LOOKS {
            let text = std::fs::read_to_string(&said).unwrap_or_default();
            if let Some(url) = address_in(&text) {
                demo.url = url;
                return Ok(demo);
            }
            std::thread::sleep(PAUSE);
        }
        Err(Problem::new("the demo was not ready within two minutes"))
    }

    /// The keys that the demo made: one for all, one to read.
    fn keys(&self) -> Outcome<(String, String)> {
        let notes = self.folder.join("data/demo.json");
        let text = std::fs::read(&notes).map_err(|error| Problem::new(format!("{}: {error}", notes.display())))?;
        let notes: serde_json::Value =
            serde_json::from_slice(&text).map_err(|error| Problem::new(error.to_string()))?;
        let key = |at: usize| notes.pointer(&format!("/keys/{at}/key")).and_then(|key| key.as_str()).map(str::to_owned);
        key(0).zip(key(1)).ok_or_else(|| Problem::new("the demo made no keys"))
    }
}

/// `… http://localhost:4711/demo/ …` → `http://localhost:4711`, once the whole walk is printed.
fn address_in(text: &str) -> Option<String> {
    let start = text.find("http://localhost:")?;
    let url = text.get(start..)?.split("/demo/").next()?;
    text.contains("Ctrl-C").then(|| url.to_owned())
}

/// Tries the API in each role; an error when anything is found.
pub(crate) fn run() -> Outcome<String> {
    install()?;
    let demo = Demo::start()?;
    let (all, reads) = demo.keys()?;
    for (role, key) in [("nobody", None), ("reads", Some(reads)), ("all", Some(all))] {
        println!("-- as {role}");
        judge(&demo, key.as_deref())?;
    }
    Ok("clean as nobody, with a key that reads, and with one for all".to_owned())
}

fn judge(demo: &Demo, key: Option<&str>) -> Outcome {
    // It leaves files where it runs, so it runs in the folder that is thrown away.
    let whole =
        |path: PathBuf| path.canonicalize().map_err(|error| Problem::new(format!("{}: {error}", path.display())));
    let mut command = Command::new(whole(venv().join("bin/schemathesis"))?);
    command.arg("--config-file").arg(whole(shell::root().join("tests/api/schemathesis.toml"))?);
    command.args(["run", &format!("{}/api/openapi.json", demo.url), "--seed", "1", "--max-examples", EXAMPLES]);
    command.args(["--phases", "examples,coverage,fuzzing", "--workers", "2", "--no-color"]);
    if let Some(key) = key {
        command.args(["--header", &format!("Authorization: Bearer {key}")]);
    }
    command.current_dir(&demo.folder).stdin(Stdio::null());
    // Said only when something is found: it holds the key.
    shell::output(&mut command).map(|_| ()).map_err(|problem| match key {
        Some(key) => Problem::new(problem.to_string().replace(key, "hs_live_…")),
        None => problem,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_address_is_read_once_all_is_said() {
        let walk =
            "\nDe demo staat klaar: http://localhost:4711/demo/\nIn English: http://localhost:4711/demo/?lang=en\n";
        assert_eq!(super::address_in(walk), None);
        let whole = format!("{walk}\nStoppen: Ctrl-C.\n");
        assert_eq!(super::address_in(&whole).as_deref(), Some("http://localhost:4711"));
        assert_eq!(super::address_in(""), None);
    }
}

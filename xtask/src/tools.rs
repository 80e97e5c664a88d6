//! What the check needs beside Rust: looked for, installed where it can be, and said.
//!
//! Debian packages through `apt-get` (as root), the browser tests' packages through `npm ci`, the judge of the API through `pip`. What cannot be installed by
//! itself (the Rust components, a C compiler, Node) is named with what to do.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::shell::{self, Outcome, Problem};
use crate::{api, browser, cluster};

/// A Debian package, how one sees that it is there, and what it is for.
struct Package {
    name: &'static str,
    there: fn() -> bool,
    purpose: &'static str,
}

const PACKAGES: &[Package] = &[
    Package { name: "postgresql", there: || cluster::programs().is_ok(), purpose: "the tests on PostgreSQL" },
    Package { name: "chromium", there: || exists("/usr/bin/chromium"), purpose: "the browser tests" },
    Package {
        name: "fonts-liberation",
        there: || exists("/usr/share/fonts/truetype/liberation"),
        purpose: "the browser tests",
    },
    Package { name: "postfix", there: || exists("/usr/sbin/postfix"), purpose: "the tests of delivery" },
    Package { name: "poppler-utils", there: || exists("/usr/bin/pdfinfo"), purpose: "the tests of letters" },
    Package { name: "zbar-tools", there: || exists("/usr/bin/zbarimg"), purpose: "the tests of letters" },
    Package { name: "qpdf", there: || exists("/usr/bin/qpdf"), purpose: "the tests of letters" },
    Package {
        name: "libreoffice-writer-nogui",
        there: || exists("/usr/lib/libreoffice/program/libswlo.so"),
        purpose: "the tests of letters",
    },
    Package {
        name: "libreoffice-calc-nogui",
        there: || exists("/usr/lib/libreoffice/program/libsclo.so"),
        purpose: "the tests of lists",
    },
    Package { name: "python3-venv", there: python, purpose: "the judge of the API" },
];

/// Python can make a virtual environment.
fn python() -> bool {
    shell::output(Command::new("python3").args(["-c", "import ensurepip, venv"])).is_ok()
}

/// Node's oldest major version that runs the browser tests.
const OLDEST_NODE: u32 = 20;

/// Looks for everything, installs what is missing, looks again.
pub(crate) fn install() -> Outcome<String> {
    programs()?;
    let packages = packages()?;
    let (browser, judge) = (browser_packages()?, api::install()?);
    Ok(format!("{packages}; {browser}; {judge}"))
}

/// Programs that the machine must bring: README's "Rust toolchain, gcc, Node ≥ 20".
fn programs() -> Outcome {
    let needed: [(&str, &[&str], &str); 6] = [
        ("cargo", &["fmt", "--version"], "rustup component add rustfmt"),
        ("cargo", &["clippy", "--version"], "rustup component add clippy"),
        ("cc", &["--version"], "apt-get install gcc"),
        ("git", &["--version"], "apt-get install git"),
        ("sha256sum", &["--version"], "apt-get install coreutils"),
        ("npm", &["--version"], "install Node.js with npm"),
    ];
    for (program, arguments, advice) in needed {
        let asked = shell::output(Command::new(program).args(arguments));
        asked.map_err(|problem| {
            Problem::new(format!("missing: {program} {} ({advice})\n{problem}", arguments.join(" ")))
        })?;
    }
    let version = shell::output(Command::new("node").arg("--version"))?;
    match major(&version) {
        Some(found) if found >= OLDEST_NODE => Ok(()),
        _ => {
            Err(Problem::new(format!("Node.js {OLDEST_NODE} or newer is needed, this machine has {}", version.trim())))
        }
    }
}

/// `v20.20.2` → 20.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn packages() -> Outcome<String> {
    let missing: Vec<&Package> = PACKAGES.iter().filter(|package| !(package.there)()).collect();
    if missing.is_empty() {
        return Ok("Debian packages were there".to_owned());
    }
    for package in &missing {
        println!("missing: {} (for {})", package.name, package.purpose);
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let by_hand = format!("as root: apt-get update && apt-get install --no-install-recommends {}", names.join(" "));
    if shell::output(Command::new("id").arg("-u"))?.trim() != "0" {
        return Err(Problem::new(format!("packages are missing and only root may install them\n{by_hand}")));
    }
    if names.contains(&"postfix") {
        no_mail_system()?;
    }
    apt(&["-q", "update"])?;
    apt(&[&["-qy", "install", "--no-install-recommends"], names.as_slice()].concat())?;
    let still: Vec<&str> = PACKAGES.iter().filter(|package| !(package.there)()).map(|package| package.name).collect();
    if still.is_empty() {
        Ok(format!("installed {}", names.join(", ")))
    } else {
        Err(Problem::new(format!("installed, but still not to be found: {}", still.join(", "))))
    }
}

/// The tests run Postfix with a configuration of their own. Installing it must not put a mail system on somebody's machine.
fn no_mail_system() -> Outcome {
    let answer = "echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections";
    shell::run(Command::new("sh").args(["-c", answer]).stdin(Stdio::null()))
}

/// Says what it does, and what apt said only when it fails: an installation is a thousand lines.
fn apt(arguments: &[&str]) -> Outcome {
    println!("$ apt-get {}", arguments.join(" "));
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    shell::output(&mut command).map(|_| ())
}

/// `npm ci`, unless what it installed last came from this very lock file.
fn browser_packages() -> Outcome<String> {
    let folder = browser::folder();
    let lock = folder.join("package-lock.json");
    let stamp = folder.join("node_modules/.installed-from.json");
    let wanted = std::fs::read(&lock).map_err(|error| Problem::new(format!("{}: {error}", lock.display())))?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok("npm packages were there".to_owned());
    }
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    shell::run(Command::new("npm").args(arguments).current_dir(&folder).stdin(Stdio::null()))?;
    std::fs::write(&stamp, wanted).map_err(|error| Problem::new(format!("{}: {error}", stamp.display())))?;
    Ok("npm packages installed".to_owned())
}

fn exists(path: &str) -> bool {
    Path::new(path).exists()
}

#[cfg(test)]
mod tests {
    #[test]
    fn versions_of_node() {
        assert_eq!(super::major("v20.20.2\n"), Some(20));
        assert_eq!(super::major("v9"), Some(9));
        assert_eq!(super::major("twenty"), None);
    }
}

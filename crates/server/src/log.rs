//! The log: one JSON object per line on stderr, or text for people. Times are those of our clock, in UTC. What is
//! written must hold no secret and no unmasked address; other people's crates are asked for warnings only, because their
//! chatter shows what passes through them.

use clap::ValueEnum;
use crypto::clock::Clock;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;
use tracing_subscriber::prelude::*;

/// How lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One JSON object per line
    Json,
    /// For people
    Text,
}

/// Our own crates; the program itself is the last.
const OURS: [&str; 7] = ["app", "crypto", "mail", "store", "web", "words", "huissleutel"];

struct OurTime(Clock);

impl FormatTime for OurTime {
    fn format_time(&self, w: &mut Writer<'_>) -> std::fmt::Result {
        write!(w, "{}", self.0.now())
    }
}

/// Starts the log of this process.
pub(crate) fn start(format: Format, clock: Clock) {
    let targets =
        Targets::new().with_default(LevelFilter::WARN).with_targets(OURS.map(|name| (name, LevelFilter::INFO)));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_timer(OurTime(clock));
    let lines = match format {
        Format::Json => lines.json().flatten_event(true).with_span_list(false).boxed(),
        Format::Text => lines.with_ansi(false).boxed(),
    };
    // A second log in one process is a test's; the first stays.
    let _ = tracing_subscriber::registry().with(lines.with_filter(targets)).try_init();
    std::panic::set_hook(Box::new(|panic| {
        // The place only: the message may quote what somebody typed.
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a fault in the program: a thread panicked");
    }));
}

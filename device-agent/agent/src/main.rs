//! The binary `cordboard-agent`.

mod cli;
mod commands;

use std::{io::IsTerminal, process::ExitCode};

use clap::Parser;
use tracing::{Level, Metadata};
use tracing_subscriber::{EnvFilter, filter::filter_fn, layer::SubscriberExt, util::SubscriberInitExt};

#[tokio::main]
async fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let filter = EnvFilter::try_new(&cli.log).unwrap_or_else(|_| EnvFilter::new(cli::DEFAULT_LOG));
    let colours = std::io::stderr().is_terminal();
    let lines = tracing_subscriber::fmt::layer().with_ansi(colours).with_writer(std::io::stderr);
    tracing_subscriber::registry().with(filter_fn(holds_no_message)).with(filter).with(lines).init();
    match commands::run(cli.command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The SIP stack logs whole messages, credentials included, below `warn` (sip-stack §4): they are left out whatever
/// the filter asks for.
fn holds_no_message(event: &Metadata<'_>) -> bool {
    !event.target().starts_with("rsipstack") || *event.level() <= Level::WARN
}

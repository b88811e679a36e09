//! Build steps that are more than one command: the web UI and the architecture check.

mod arrows;
mod web;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build steps of Cordboard that are more than one command")]
struct Arguments {
    #[command(subcommand)]
    step: Step,
}

#[derive(Subcommand)]
enum Step {
    /// Build the web UI into dist/: wasm, styles, fonts, each with its .br and .gz
    Web(web::Options),
    /// Check that the crates depend on each other only as the design allows
    Arrows,
}

fn main() -> ExitCode {
    match run(Arguments::parse().step) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(step: Step) -> anyhow::Result<()> {
    let root = workspace_root()?;
    match step {
        Step::Web(options) => web::build(&root, &options),
        Step::Arrows => arrows::check(&root),
    }
}

/// The folder with the workspace's Cargo.toml, three above this crate.
fn workspace_root() -> anyhow::Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).map(Path::to_path_buf).context("xtask lies outside the workspace")
}

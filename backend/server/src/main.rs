//! The binary cordboard: web API, provisioning, agents, jobs.

use std::process::ExitCode;

use cordboard_server::{cli::Cli, commands};

fn main() -> ExitCode {
    let cli = Cli::read();
    match commands::run(cli) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("cordboard: {error}");
            ExitCode::FAILURE
        }
    }
}

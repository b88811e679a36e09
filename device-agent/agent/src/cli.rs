//! The command line.

use std::{net::SocketAddr, ops::RangeInclusive, path::PathBuf};

use clap::{Args, Parser, Subcommand};
use cordboard_types::HostName;

pub(crate) const DEFAULT_LOG: &str = "info,rsipstack=warn";

/// The device agent of a site: carries its calls and keeps it joined to the cloud.
#[derive(Debug, Parser)]
#[command(name = "cordboard-agent", version)]
pub(crate) struct Cli {
    /// What to log: levels by module, as in `info,cordboard_agent=debug`.
    #[arg(long, env = "CORDBOARD_AGENT_LOG", default_value = DEFAULT_LOG, global = true)]
    pub(crate) log: String,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Joins a site: makes the agent's keys and spends a one-time token.
    Enrol(Enrol),
    /// Carries the site's calls until it is told to stop (SIGTERM or SIGINT).
    Run(Run),
    /// Says what the data directory tells: who the agent is and what waits.
    Status(DataDirArg),
}

#[derive(Debug, Args)]
pub(crate) struct DataDirArg {
    /// Folder for identity, keys, documents and waiting reports; readable by its owner only.
    #[arg(long, env = "CORDBOARD_AGENT_DATA_DIR", default_value = "/var/lib/cordboard-agent")]
    pub(crate) data_dir: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Enrol {
    /// The cloud's address for agents, as in `https://cloud.example:8450`.
    #[arg(long, env = "CORDBOARD_AGENT_SERVER")]
    pub(crate) server: String,
    /// The one-time token shown when the agent was added to the site; valid for an hour.
    #[arg(long, env = "CORDBOARD_AGENT_TOKEN", hide_env_values = true)]
    pub(crate) token: String,
    /// PEM file with the certificate authority of the cloud; without it the system's are trusted.
    #[arg(long, env = "CORDBOARD_AGENT_CA")]
    pub(crate) ca: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) data: DataDirArg,
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    #[command(flatten)]
    pub(crate) data: DataDirArg,
    /// Address SIP over UDP listens on; port 0 takes a free one.
    #[arg(long, env = "CORDBOARD_AGENT_SIP_UDP", default_value = "0.0.0.0:5060")]
    pub(crate) sip_udp: SocketAddr,
    /// Address SIP over TCP listens on; port 0 takes a free one.
    #[arg(long, env = "CORDBOARD_AGENT_SIP_TCP", default_value = "0.0.0.0:5060")]
    pub(crate) sip_tcp: SocketAddr,
    /// Host name or address phones reach this box at [default: the listening address, or the one this box
    /// reaches the cloud from].
    #[arg(long, env = "CORDBOARD_AGENT_ADVERTISE")]
    pub(crate) advertise: Option<HostName>,
    /// Ports for RTP and RTCP, first and last. Each call takes four.
    #[arg(long, env = "CORDBOARD_AGENT_RTP_PORTS", default_value = "16384-17383", value_parser = ports)]
    pub(crate) rtp_ports: RangeInclusive<u16>,
}

fn ports(text: &str) -> Result<RangeInclusive<u16>, String> {
    let (first, last) = text.split_once('-').ok_or("two ports with a dash between them")?;
    let port = |text: &str| text.trim().parse::<u16>().map_err(|error| error.to_string());
    let range = port(first)?..=port(last)?;
    if *range.start() < 1024 || range.clone().count() < 4 {
        return Err("at least four ports from 1024 on".to_owned());
    }
    Ok(range)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent_and_every_setting_is_described() {
        let mut command = Cli::command();
        command.build();
        command.clone().debug_assert();
        for sub in command.get_subcommands() {
            let settings = sub.get_arguments().filter(|argument| argument.get_id() != "version");
            settings.for_each(|argument| assert!(argument.get_help().is_some(), "{argument}"));
        }
    }

    #[test]
    fn port_ranges() {
        assert_eq!(ports("20000-20099"), Ok(20000..=20099));
        for text in ["20000", "20099-20000", "1-99", "20000-20001", "a-b", "20000-70000"] {
            assert!(ports(text).is_err(), "{text}");
        }
    }
}

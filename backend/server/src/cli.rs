//! The command line. Every setting is an option of every command and a variable of the environment.

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, error::ErrorKind, parser::ValueSource};
use cordboard_types::{Email, Label, NodeId, Role};

use crate::settings::Settings;

const DEMO_FOLDER: &str = "var/demo";
/// The demo's own lines are to be read, not searched.
const DEMO_LOG: &str = "warn";

/// Provisions and manages fleets of PBX users, VoIP phones and DECT systems.
#[derive(Debug, Clone, Parser)]
#[command(name = "cordboard", version, next_help_heading = "Settings")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Settings.
    #[command(flatten)]
    pub settings: Settings,
}

/// What the program does.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Tries everything out: loopback only, embedded database, demo data, one agent (data folder `var/demo`).
    Demo,
    /// Runs the server.
    Serve,
    /// Brings the database's schema up to date.
    Migrate,
    /// Manages the people who run the platform.
    #[command(subcommand)]
    Admin(Admin),
    /// Manages the master keys that seal every secret.
    #[command(subcommand)]
    Keys(Keys),
    /// Looks after the audit log.
    #[command(subcommand)]
    Audit(Audit),
    /// Prints the OpenAPI document of the HTTP API.
    Openapi(Openapi),
    /// Checks the settings and everything they name, one line each.
    CheckConfig,
}

/// People.
#[derive(Debug, Clone, Subcommand)]
pub enum Admin {
    /// Creates a person with a role; the first one also makes the platform.
    Create(NewAdmin),
}

/// A person to create.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Options")]
pub struct NewAdmin {
    /// E-mail address, the name to sign in with.
    #[arg(long, value_parser = email)]
    pub email: Email,
    /// Name; without it the address up to the @.
    #[arg(long, value_parser = label)]
    pub name: Option<Label>,
    /// Read the password from standard input, one line of at least 12 characters.
    #[arg(long, required = true)]
    pub password_stdin: bool,
    /// `platform-operator`, `provider-administrator` or `customer-administrator`.
    #[arg(long, value_parser = role, default_value = "platform-operator")]
    pub role: Role,
    /// Id of the provider or customer the role is for.
    #[arg(long, value_parser = node)]
    pub node: Option<NodeId>,
    /// Name of the provider the role is for; one that does not exist is made.
    #[arg(long, value_parser = label, conflicts_with = "node")]
    pub provider: Option<Label>,
}

/// Master keys.
#[derive(Debug, Clone, Subcommand)]
pub enum Keys {
    /// Makes the key file with a first key.
    Init,
    /// Adds a key, makes it the active one and seals every data key with it.
    Rotate(Rotate),
}

/// Which key to rotate.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Options")]
pub struct Rotate {
    /// The key that signs agents' documents instead; the present one vouches for the new one.
    #[arg(long)]
    pub signing: bool,
}

/// The audit log.
#[derive(Debug, Clone, Subcommand)]
pub enum Audit {
    /// Walks every chain and says whether a row was removed, altered or cut off; the exit code is 1 then.
    Verify(Verify),
}

/// Which chain to walk.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Options")]
pub struct Verify {
    /// Only the chain of this customer.
    #[arg(long, value_parser = node)]
    pub tenant: Option<NodeId>,
}

/// Which document to print.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Options")]
pub struct Openapi {
    /// The protocol between server and agents instead.
    #[arg(long)]
    pub agent: bool,
}

impl Cli {
    /// Reads the command line and the environment; ends the process with help or with a clear line.
    #[must_use]
    pub fn read() -> Self {
        Self::read_from(std::env::args_os()).unwrap_or_else(|error| error.exit())
    }

    /// The same from given words.
    ///
    /// # Errors
    /// What is wrong with them, or the help that was asked for.
    pub fn read_from<W: Into<std::ffi::OsString> + Clone>(
        words: impl IntoIterator<Item = W>,
    ) -> Result<Self, clap::Error> {
        // The settings stand once, at the top of the help, and may be given behind any command.
        let command = Self::command().mut_args(|argument| argument.global(true));
        let matches = command.try_get_matches_from(words)?;
        let mut cli = Self::from_arg_matches(&matches)?;
        if matches!(cli.command, Command::Demo) {
            if matches.value_source("data_dir") == Some(ValueSource::DefaultValue) {
                cli.settings.data_dir = DEMO_FOLDER.into();
            }
            if matches.value_source("log") == Some(ValueSource::DefaultValue) {
                cli.settings.log = DEMO_LOG.to_owned();
            }
            only_loopback(&cli.settings)?;
        }
        Ok(cli)
    }
}

/// The demo has passwords in a file and a certificate authority of its own: nobody else may reach it.
fn only_loopback(settings: &Settings) -> Result<(), clap::Error> {
    let far = settings.listens().into_iter().find(|(_, address)| !address.ip().is_loopback());
    match far {
        None => Ok(()),
        Some((setting, address)) => Err(Cli::command().error(
            ErrorKind::ValueValidation,
            format!("{setting} is {address}, but the demo listens on loopback only; `cordboard serve` is for others"),
        )),
    }
}

fn email(text: &str) -> Result<Email, &'static str> {
    Email::parse(text).map_err(|_| "not an e-mail address")
}

fn label(text: &str) -> Result<Label, &'static str> {
    Label::parse(text).map_err(|_| "1 to 64 printable characters")
}

fn role(text: &str) -> Result<Role, &'static str> {
    Role::parse(text).map_err(|_| "not a role")
}

fn node(text: &str) -> Result<NodeId, &'static str> {
    text.parse().map(NodeId).map_err(|_| "not an id")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Cli, clap::Error> {
        Cli::read_from(words.split_whitespace())
    }

    #[test]
    fn settings_may_stand_behind_a_command() {
        let cli = read("cordboard serve --web-listen 127.0.0.1:1 --data-dir elsewhere").unwrap();
        assert_eq!(cli.settings.web_listen.port(), 1);
        assert_eq!(cli.settings.data_dir, std::path::Path::new("elsewhere"));
    }

    #[test]
    fn the_demo_has_its_own_folder_and_stays_on_loopback() {
        let cli = read("cordboard demo").unwrap();
        assert_eq!(cli.settings.data_dir, std::path::Path::new("var/demo"));
        assert_eq!(read("cordboard demo --data-dir x").unwrap().settings.data_dir, std::path::Path::new("x"));
        let refused = read("cordboard demo --provisioning-listen 0.0.0.0:8448").unwrap_err().to_string();
        assert!(refused.contains("CORDBOARD_PROVISIONING_LISTEN is 0.0.0.0:8448"), "{refused}");
        assert!(read("cordboard demo --web-listen [::1]:8080").is_ok());
    }

    #[test]
    fn the_help_names_every_command_and_every_setting() {
        let help = read("cordboard --help").unwrap_err().to_string();
        for word in ["demo", "serve", "migrate", "admin", "keys", "audit", "openapi", "check-config"] {
            assert!(help.contains(word), "{word}");
        }
        for argument in Cli::command().get_arguments() {
            let variable = argument.get_env().unwrap().to_str().unwrap();
            assert!(help.contains(variable), "{variable}");
        }
        assert!(help.contains("[default: 127.0.0.1:8448]"), "{help}");
    }

    #[test]
    fn a_person_needs_an_address_and_a_password() {
        assert!(read("cordboard admin create --email a@example.org").is_err());
        assert!(read("cordboard admin create --email nonsense --password-stdin").is_err());
        let cli = read("cordboard admin create --email a@example.org --password-stdin").unwrap();
        let Command::Admin(Admin::Create(new)) = cli.command else { panic!("another command") };
        assert_eq!(new.role, Role::PlatformOperator);
    }
}

//! What the program does, one file a command.

pub mod admin;
pub mod audit;
pub mod check;
pub mod demo;
pub mod keys;
pub mod serve;

use std::{io, net::SocketAddr, path::PathBuf, process::ExitCode};

use cordboard_store::{Store, StoreError};

use crate::{
    agents,
    cli::{Admin, Audit, Cli, Command, Keys, Openapi},
    http::openapi,
    keys::KeyError,
    logging,
    settings::Settings,
    state::StateError,
};

/// Why a command did not do its work; one line for a person.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// Master keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Cache, bus, blobs, mail, device models.
    #[error(transparent)]
    State(#[from] StateError),
    /// The schema is older than the program.
    #[error("the database lacks {0} schema changes; run `cordboard migrate`")]
    Pending(usize),
    /// A listener's address.
    #[error("{0}: cannot listen on {1}: {2}")]
    Listen(&'static str, SocketAddr, #[source] io::Error),
    /// What a listener needs beside its address, such as certificates.
    #[error("the {0} listener cannot start: {1}")]
    Start(&'static str, #[source] io::Error),
    /// A listener ended by itself.
    #[error("the {0} listener ended: {1}")]
    Ended(&'static str, #[source] io::Error),
    /// A file or folder.
    #[error("{path}: {1}", path = .0.display())]
    File(PathBuf, #[source] io::Error),
    /// The operating system.
    #[error("{0}: {1}")]
    System(&'static str, #[source] io::Error),
    /// The log filter.
    #[error("CORDBOARD_LOG: {0}")]
    Log(#[from] tracing_subscriber::filter::ParseError),
    /// Something a person gave does not fit.
    #[error("{0}")]
    Refused(String),
}

/// What a command answers.
pub type Result<T> = std::result::Result<T, CommandError>;

/// Does what the command line says.
///
/// # Errors
/// See [`CommandError`].
pub fn run(cli: Cli) -> Result<ExitCode> {
    // A second provider in one process is no harm: it is the same one.
    drop(rustls::crypto::ring::default_provider().install_default());
    logging::start(&cli.settings)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| CommandError::System("threads", error))?;
    runtime.block_on(dispatch(cli))
}

async fn dispatch(cli: Cli) -> Result<ExitCode> {
    let settings = cli.settings;
    match cli.command {
        Command::Demo => demo::run(settings).await?,
        Command::Serve => serve::run(settings).await?,
        Command::Migrate => migrate(&settings).await?,
        Command::Admin(Admin::Create(new)) => admin::create(&settings, new).await?,
        Command::Keys(Keys::Init) => keys::init(&settings)?,
        Command::Keys(Keys::Rotate(which)) if which.signing => keys::rotate_signing(&settings).await?,
        Command::Keys(Keys::Rotate(_)) => keys::rotate(&settings).await?,
        Command::Audit(Audit::Verify(which)) => return audit::verify(&settings, which.tenant).await,
        Command::Openapi(which) => print_contract(&which)?,
        Command::CheckConfig => return check::run(settings).await,
    }
    Ok(ExitCode::SUCCESS)
}

/// Opens the database with the master keys; neither is made here, except for an embedded database's file.
pub(crate) async fn open_store(settings: &Settings) -> Result<Store> {
    let keys = crate::keys::load(&settings.master_key_file())?;
    make_folder(settings)?;
    Ok(Store::connect(&settings.database_url(), keys).await?)
}

pub(crate) fn make_folder(settings: &Settings) -> Result<()> {
    let folder = &settings.data_dir;
    std::fs::create_dir_all(folder).map_err(|error| CommandError::File(folder.clone(), error))
}

async fn migrate(settings: &Settings) -> Result<()> {
    match open_store(settings).await?.migrate().await? {
        0 => println!("The schema was up to date."),
        count => println!("{count} schema changes applied."),
    }
    Ok(())
}

fn print_contract(which: &Openapi) -> Result<()> {
    let text = if which.agent { agents::openapi::text() } else { openapi::text() };
    let text = text.map_err(|error| CommandError::Refused(error.to_string()))?;
    print!("{text}");
    Ok(())
}

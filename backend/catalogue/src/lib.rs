//! Device models as data, and the renderer.
//!
//! `models/<vendor>/<family>/` holds everything about a family: `manifest.toml`, `region.toml`, `templates/`,
//! `limitations.md` and `golden/`. Adding a phone is adding a folder. The crate does no I/O: the folders are
//! embedded in the program.

mod catalogue;
mod error;
mod family;
mod files;
mod limits;
mod load;
mod manifest;
mod model;
mod pattern;
mod region;
mod render;
mod user_agent;

pub use catalogue::Catalogue;
pub use error::{LoadError, RenderError};
pub use files::FileMatch;
pub use limits::Limit;
pub use manifest::{Channel, Kind, PasswordRule, Resync, Tls};
pub use model::{KeyBankSize, Model};
pub use user_agent::Seen;

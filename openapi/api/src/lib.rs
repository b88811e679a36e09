//! The HTTP contract of the web UI and automation: the same structs on both sides, so that a changed field
//! breaks the build and not the page. One file a resource.

pub mod audit;
pub mod calls;
pub mod catalogue;
pub mod changes;
pub mod customers;
pub mod devices;
pub mod events;
pub mod groups;
pub mod imports;
pub mod limits;
pub mod nodes;
pub mod page;
pub mod people;
pub mod problem;
pub mod profile;
pub mod redirects;
pub mod registrations;
pub mod search;
pub mod sessions;
pub mod settings;
pub mod sites;
pub mod tokens;
pub mod users;

pub use page::Page;
pub use problem::{ErrorCode, FieldProblem, Problem};

/// Where the API stands.
pub const BASE: &str = "/api/v1";

/// Derives what every message of the contract has.
macro_rules! dto {
    ($($item:item)+) => {
        $(
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            #[serde(deny_unknown_fields)]
            #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
            $item
        )+
    };
}

/// Derives what every closed choice of the contract has.
macro_rules! choice {
    ($($item:item)+) => {
        $(
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
            #[serde(rename_all = "snake_case")]
            #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
            $item
        )+
    };
}

pub(crate) use {choice, dto};

//! Users from a file. A preview first; started, it works in the background in pieces of a hundred rows, each one
//! transaction, so that nothing else waits long. Whoever has the job's lease does the next piece; a server that
//! starts again goes on where another one ended.

mod groups;
mod invite;
mod start;
mod upload;
mod work;

use cordboard_api::imports::{ImportMode, MissingGroup};
use cordboard_store::jobs::Job;
use cordboard_types::{HuntGroupId, PickupGroupId, SiteId};
use serde::{Deserialize, Serialize};

pub use invite::send as send_invitations;
pub use start::{cancel, start};
pub use upload::{File, upload};
pub use work::{go_on, one_piece, work_off};

use crate::http::error::{ApiError, ApiResult};

/// What an import is to do, and what it has made beside the users; kept with its job.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportOptions {
    /// The users' site.
    pub site: SiteId,
    /// Groups the file names that did not exist.
    pub missing: Vec<MissingGroup>,
    /// What to do with bad rows; none until it is started.
    pub mode: Option<ImportMode>,
    /// Whether to make groups.
    pub create_groups: bool,
    /// Whether to invite.
    pub invite: bool,
    /// Whether something went wrong that no row is to blame for.
    pub broken: bool,
    /// Pickup groups it made.
    pub made_pickup: Vec<PickupGroupId>,
    /// Hunt groups it made.
    pub made_hunt: Vec<HuntGroupId>,
}

impl ImportOptions {
    fn of(site: SiteId) -> Self {
        Self {
            site,
            missing: Vec::new(),
            mode: None,
            create_groups: false,
            invite: false,
            broken: false,
            made_pickup: Vec::new(),
            made_hunt: Vec::new(),
        }
    }

    fn text(&self) -> ApiResult<String> {
        serde_json::to_string(self).map_err(ApiError::internal)
    }
}

/// The options of a job.
///
/// # Errors
/// When this program never wrote them.
pub fn options(job: &Job) -> ApiResult<ImportOptions> {
    serde_json::from_str(&job.options).map_err(ApiError::internal)
}

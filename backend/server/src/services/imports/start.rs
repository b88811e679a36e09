//! Starting an import, and ending it.

use cordboard_api::{
    ErrorCode,
    imports::{ImportMode, ImportStart},
};
use cordboard_store::{
    Tenant,
    jobs::{Job, JobState},
};
use cordboard_types::{JobId, Permission, Role};
use serde_json::json;

use super::options;
use crate::{
    State,
    http::{
        access::{InCustomer, UsersWrite},
        error::ApiResult,
    },
    services::{groups, limits, record::audit, roles},
};

/// Lets an import begin.
///
/// # Errors
/// One that was started or ended, bad rows where all were asked for or no good one, and what the person may not do:
/// make groups, invite, or make users who may more than they.
pub async fn start(
    state: &State,
    access: &InCustomer<UsersWrite>,
    tenant: &Tenant,
    id: JobId,
    wanted: &ImportStart,
) -> ApiResult<()> {
    let job = tenant.job(id).await?;
    if job.state != JobState::Ready {
        return Err(ErrorCode::Conflict.into());
    }
    may_start(state, access, wanted).await?;
    access.within_own_rights(groups::permissions_of_all(tenant).await?)?;
    let good = good_rows(&job, wanted.mode)?;
    limits::room_for_users(tenant, good).await?;
    let mut options = options(&job)?;
    options.mode = Some(wanted.mode);
    options.create_groups = wanted.create_groups;
    options.invite = wanted.invite;
    if !tenant.move_job(id, JobState::Ready, JobState::Running, &options.text()?).await? {
        return Err(ErrorCode::Conflict.into());
    }
    let detail = json!({ "users": good, "mode": wanted.mode, "groups": wanted.create_groups, "invite": wanted.invite });
    audit(tenant, &access.actor, "user_import.start", "user_import", id.0, detail).await
}

fn good_rows(job: &Job, mode: ImportMode) -> ApiResult<u32> {
    let good = job.counts.total.saturating_sub(job.counts.bad);
    let all = job.counts.bad == 0;
    if good == 0 || (mode == ImportMode::AllOrNothing && !all) {
        Err(ErrorCode::BadRows.into())
    } else {
        Ok(good)
    }
}

async fn may_start(state: &State, access: &InCustomer<UsersWrite>, wanted: &ImportStart) -> ApiResult<()> {
    if wanted.create_groups && !access.may(Permission::GroupsWrite) {
        return Err(ErrorCode::Forbidden.into());
    }
    if wanted.invite {
        if !access.may(Permission::PeopleWrite) {
            return Err(ErrorCode::Forbidden.into());
        }
        let system = state.store.system_read("may invite from a file").await?;
        roles::may_give(&system, &access.who.principal, access.path(), Role::User.into()).await?;
    }
    Ok(())
}

/// Ends an import: one that waits at once, one at work after the rows at hand.
///
/// # Errors
/// [`ErrorCode::Conflict`] for one that has ended or whose file is still being read.
pub async fn cancel(access: &InCustomer<UsersWrite>, tenant: &Tenant, id: JobId) -> ApiResult<()> {
    let job = tenant.job(id).await?;
    let to = match job.state {
        JobState::Ready => JobState::Cancelled,
        JobState::Running if options(&job)?.mode == Some(ImportMode::AllOrNothing) => JobState::Undoing,
        JobState::Running => JobState::Stopping,
        JobState::Stopping | JobState::Undoing | JobState::Cancelled => return Ok(()),
        JobState::Reading | JobState::Done | JobState::Failed => return Err(ErrorCode::Conflict.into()),
    };
    if !tenant.move_job(id, job.state, to, &job.options).await? {
        return Err(ErrorCode::Conflict.into());
    }
    if to == JobState::Cancelled {
        tenant.forget_import_pins(id).await?;
    }
    audit(tenant, &access.actor, "user_import.cancel", "user_import", id.0, json!({})).await
}

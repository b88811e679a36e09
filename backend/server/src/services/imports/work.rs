//! The work of an import: a hundred rows, a commit, and on.

use cordboard_api::{ErrorCode, imports::ImportMode};
use cordboard_domain::{
    names,
    user_csv::{self, RowProblem, UserRow},
};
use cordboard_store::{
    Tenant,
    changes::ChangeAction,
    hunt_groups::TIMEOUT_S,
    imports::{ImportRow, RowState},
    jobs::{Claim, Job, JobState},
    targets::Target,
    users::{NewPin, NewUser, Profile},
};
use cordboard_types::Label;
use serde_json::json;

use super::{
    ImportOptions, groups,
    groups::Directory,
    options,
    upload::{reason, taken},
};
use crate::{
    State,
    http::error::{ApiError, ApiResult},
    services::record::{Saved, record},
};

/// Rows of one transaction.
const PIECE: u16 = 100;

/// Works imports off beside the caller.
pub fn go_on(state: &State) {
    let state = state.clone();
    tokio::spawn(async move {
        if let Err(error) = work_off(&state).await {
            tracing::error!(%error, "an import stumbled; it goes on when its lease is over");
        }
    });
}

/// Takes one import after the other that nobody works on, until there is none; answers how many.
///
/// # Errors
/// When the database fails; the import goes on when its lease is over.
pub async fn work_off(state: &State) -> ApiResult<u64> {
    let mut count = 0u64;
    while !state.stop.is_cancelled() {
        let system = state.store.system("take an import").await?;
        let claim = system.claim_job().await?;
        system.commit().await?;
        let Some(claim) = claim else { break };
        run(state, &claim).await?;
        count = count.saturating_add(1);
    }
    Ok(count)
}

/// Takes an import, does one piece of it and lets it go again; whether there was one. For whoever wants to see what is
/// between two pieces.
///
/// # Errors
/// When the database fails.
pub async fn one_piece(state: &State) -> ApiResult<bool> {
    let system = state.store.system("take an import").await?;
    let claim = system.claim_job().await?;
    system.commit().await?;
    let Some(claim) = claim else { return Ok(false) };
    let more = step(state, &claim).await?;
    let tenant = state.store.write(claim.tenant).await?;
    tenant.release_job(&claim).await?;
    tenant.commit().await?;
    Ok(more)
}

async fn run(state: &State, claim: &Claim) -> ApiResult<()> {
    loop {
        if state.stop.is_cancelled() {
            let tenant = state.store.write(claim.tenant).await?;
            tenant.release_job(claim).await?;
            return Ok(tenant.commit().await?);
        }
        match step(state, claim).await {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            // Not the database's trouble but the data's: it would be the same again.
            Err(error) if error.code != ErrorCode::Internal => give_up(state, claim, &error).await?,
            Err(error) => return Err(error),
        }
    }
}

/// One piece of work in one transaction; whether there may be more.
async fn step(state: &State, claim: &Claim) -> ApiResult<bool> {
    let tenant = state.store.write(claim.tenant).await?;
    tenant.lock_model().await?;
    let Some(job) = tenant.hold_job(claim).await? else { return Ok(false) };
    match job.state {
        JobState::Running => import(&tenant, &job).await?,
        JobState::Undoing => undo(&tenant, &job).await?,
        _ => finish(&tenant, &job, JobState::Cancelled).await?,
    }
    tenant.commit().await?;
    Ok(true)
}

async fn give_up(state: &State, claim: &Claim, error: &ApiError) -> ApiResult<()> {
    tracing::error!(import = %claim.id, %error, "an import cannot go on");
    let tenant = state.store.write(claim.tenant).await?;
    let Some(job) = tenant.hold_job(claim).await? else { return Ok(()) };
    let options = ImportOptions { broken: true, ..options(&job)? };
    let all = options.mode == Some(ImportMode::AllOrNothing) && job.state == JobState::Running;
    let to = if all { JobState::Undoing } else { JobState::Failed };
    tenant.move_job(job.id, job.state, to, &options.text()?).await?;
    Ok(tenant.commit().await?)
}

/// Makes the users of the next rows.
async fn import(tenant: &Tenant, job: &Job) -> ApiResult<()> {
    let mut options = options(job)?;
    if options.create_groups
        && job.counts.done == 0
        && options.made_pickup.is_empty()
        && options.made_hunt.is_empty()
    {
        groups::make(tenant, &mut options).await?;
        tenant.move_job(job.id, JobState::Running, JobState::Running, &options.text()?).await?;
    }
    let rows = tenant.import_rows_in(job.id, RowState::Ready, PIECE).await?;
    if rows.is_empty() {
        return finish(tenant, job, JobState::Done).await;
    }
    let (good, bad) = divide(tenant, rows).await?;
    for (row, problems) in &bad {
        tenant.fail_import_row(job.id, row.number, &problems.iter().map(reason).collect()).await?;
    }
    let failed = i32::try_from(bad.len()).map_err(ApiError::internal)?;
    if failed > 0 && options.mode == Some(ImportMode::AllOrNothing) {
        tenant.count_job(job.id, 0, failed).await?;
        tenant.move_job(job.id, JobState::Running, JobState::Undoing, &options.text()?).await?;
        return Ok(());
    }
    make(tenant, job, &options, &good).await?;
    tenant.count_job(job.id, i32::try_from(good.len()).map_err(ApiError::internal)?, failed).await?;
    Ok(())
}

type Good = Vec<(ImportRow, UserRow)>;
type Bad = Vec<(ImportRow, Vec<RowProblem>)>;

/// What was free when the file came may be in use by now.
async fn divide(tenant: &Tenant, rows: Vec<ImportRow>) -> ApiResult<(Good, Bad)> {
    let (mut read, mut bad) = (Vec::new(), Vec::new());
    for row in rows {
        match user_csv::parse(&row.cells, true) {
            Ok(user) => read.push((row, user)),
            Err(problems) => bad.push((row, problems)),
        }
    }
    let logins: Vec<_> = read.iter().map(|(_, user)| user.login.clone()).collect();
    let extensions: Vec<_> = read.iter().map(|(_, user)| user.extension.clone()).collect();
    let (logins, extensions) =
        (tenant.logins_in_use(&logins).await?, tenant.extensions_in_use(&extensions).await?);
    let mut good = Vec::new();
    for (row, user) in read {
        let problems = taken(&user, &logins, &extensions);
        if problems.is_empty() { good.push((row, user)) } else { bad.push((row, problems)) }
    }
    Ok((good, bad))
}

async fn make(
    tenant: &Tenant,
    job: &Job,
    options: &ImportOptions,
    good: &[(ImportRow, UserRow)],
) -> ApiResult<()> {
    if good.is_empty() {
        return Ok(());
    }
    let new = good.iter().map(|(row, user)| new_user(options, row, user)).collect::<ApiResult<Vec<_>>>()?;
    tenant.create_users(&new).await?;
    let directory = Directory::of(tenant).await?;
    let pickup = good.iter().flat_map(|(row, user)| {
        let groups = distinct(user.pickup_groups.iter().filter_map(|name| directory.pickup(name)));
        groups.into_iter().map(|group| (group, row.user))
    });
    let hunt = good.iter().flat_map(|(row, user)| {
        let groups = distinct(user.hunt_groups.iter().filter_map(|name| directory.hunt(name)));
        groups.into_iter().map(|group| (group, row.user, TIMEOUT_S))
    });
    tenant.add_imported_members(&pickup.collect::<Vec<_>>(), &hunt.collect::<Vec<_>>()).await?;
    let is_invited = |user: &UserRow| options.invite && user.email.is_some();
    let (invited, others): (Vec<_>, Vec<_>) = good.iter().partition(|(_, user)| is_invited(user));
    for (some, invite) in [(invited, true), (others, false)] {
        let numbers: Vec<_> = some.iter().map(|(row, _)| row.number).collect();
        tenant.mark_import_rows(job.id, &numbers, RowState::Done, invite).await?;
    }
    Ok(())
}

/// A row may name a group twice, by number and by name.
fn distinct<T: Ord>(ids: impl Iterator<Item = T>) -> std::collections::BTreeSet<T> {
    ids.collect()
}

fn new_user(options: &ImportOptions, row: &ImportRow, user: &UserRow) -> ApiResult<NewUser> {
    let made = names::joined(user.first_name.as_ref(), user.last_name.as_ref());
    let name = made.map_or_else(|| Label::parse(user.login.as_str()), Ok).map_err(ApiError::internal)?;
    let profile = Profile {
        login: user.login.clone(),
        name,
        first_name: user.first_name.clone(),
        last_name: user.last_name.clone(),
        extension: user.extension.clone(),
        email: user.email.clone(),
        language: user.language,
        voicemail: user.voicemail.clone(),
        clip_internal: user.clip_internal.clone(),
        clip_external: user.clip_external.clone(),
        hidden: user.hidden,
        to_operator: user.to_operator,
        operator_extension: user.operator_extension.clone(),
        person: None,
    };
    let pin = row.pin.clone().map_or(NewPin::Random, NewPin::Kept);
    Ok(NewUser { id: row.user, profile, site: options.site, pin })
}

/// Ends an import whose users stay: one draft change for all of them.
async fn finish(tenant: &Tenant, job: &Job, state: JobState) -> ApiResult<()> {
    let options = options(job)?;
    let targets = if job.counts.done > 0 { vec![Target::Site(options.site)] } else { Vec::new() };
    let name = job.counts.done.to_string();
    let saved = Saved {
        action: ChangeAction::Created,
        resource: "user_import",
        id: job.id.0,
        name: &name,
        targets: &targets,
    };
    let detail = json!({ "done": job.counts.done, "failed": job.counts.failed, "cancelled": state == JobState::Cancelled });
    record(tenant, &job.actor, saved, detail).await?;
    tenant.queue_invitations(job.id).await?;
    tenant.forget_import_pins(job.id).await?;
    tenant.move_job(job.id, job.state, state, &job.options).await?;
    Ok(())
}

/// Takes back what an import made, the last piece with the groups. A user on whose line somebody has put a device in
/// the meantime stays.
async fn undo(tenant: &Tenant, job: &Job) -> ApiResult<()> {
    let rows = tenant.import_rows_in(job.id, RowState::Done, PIECE).await?;
    if rows.is_empty() {
        let options = options(job)?;
        groups::unmake(tenant, &options).await?;
        let failed = options.broken || job.counts.failed > 0;
        let state = if failed { JobState::Failed } else { JobState::Cancelled };
        let saved = Saved {
            action: ChangeAction::Deleted,
            resource: "user_import",
            id: job.id.0,
            name: "0",
            targets: &[],
        };
        record(tenant, &job.actor, saved, json!({ "undone": true, "failed": failed })).await?;
        tenant.forget_import_pins(job.id).await?;
        tenant.move_job(job.id, JobState::Undoing, state, &job.options).await?;
        return Ok(());
    }
    let users: Vec<_> = rows.iter().map(|row| row.user).collect();
    tenant.delete_unused_users(&users).await?;
    let numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
    tenant.mark_import_rows(job.id, &numbers, RowState::Ready, false).await?;
    let count = i32::try_from(rows.len()).map_err(ApiError::internal)?;
    tenant.count_job(job.id, count.saturating_neg(), 0).await?;
    Ok(())
}

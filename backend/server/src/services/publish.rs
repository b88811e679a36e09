//! Publishing: the open change set becomes releases, target by target. No device is contacted.

use std::collections::HashMap;

use cordboard_api::{
    ErrorCode,
    changes::{Published, PublishedTarget, TargetKind},
};
use cordboard_domain::SlottedFile;
use cordboard_store::{
    Subject, Tenant,
    audit::{Actor, Entry},
    devices::Device,
    releases::NewRelease,
    targets::{Target, TargetRow},
};
use cordboard_types::{DeviceId, TenantId};
use uuid::Uuid;

use super::compile::{Compiled, Compiler, site_file, site_version};
use crate::{
    State,
    http::error::{ApiError, ApiResult},
};

/// Targets in one transaction: on SQLite there is one writer, and fetches are recorded between two chunks.
const CHUNK: usize = 50;

/// Publishes the targets named, or all that have changes. One that cannot be compiled keeps its changes; the
/// others are published all the same.
///
/// # Errors
/// [`ErrorCode::NothingToPublish`], an unknown target, or the database.
pub async fn publish(
    state: &State,
    tenant: TenantId,
    actor: &Actor,
    selected: Option<&[Uuid]>,
) -> ApiResult<Published> {
    let wanted = wanted(&state.store.read(tenant).await?, selected).await?;
    let mut targets = Vec::with_capacity(wanted.len());
    for chunk in wanted.chunks(CHUNK) {
        let context = state.store.write(tenant).await?;
        targets.extend(publish_chunk(state, &context, actor, chunk).await?);
        context.commit().await?;
    }
    Ok(Published { targets })
}

async fn wanted(tenant: &Tenant, selected: Option<&[Uuid]>) -> ApiResult<Vec<Uuid>> {
    let rows = match selected {
        Some(ids) => tenant.targets(ids).await?,
        None => tenant.changed_targets().await?,
    };
    let known = |id: &Uuid| rows.iter().any(|row| row.target.id() == *id);
    if let Some(place) = selected.and_then(|ids| ids.iter().position(|id| !known(id))) {
        return Err(ApiError::at(ErrorCode::UnknownReference, &format!("/targets/{place}")));
    }
    if rows.is_empty() {
        return Err(ErrorCode::NothingToPublish.into());
    }
    Ok(rows.iter().map(|row| row.target.id()).collect())
}

async fn publish_chunk(
    state: &State,
    tenant: &Tenant,
    actor: &Actor,
    ids: &[Uuid],
) -> ApiResult<Vec<PublishedTarget>> {
    tenant.lock_model().await?;
    let rows = tenant.targets(ids).await?;
    let model = Model::load(state, tenant, &rows).await?;
    let mut results = Vec::with_capacity(rows.len());
    let mut released = Vec::new();
    for row in &rows {
        let result = release(tenant, actor, row, &model).await?;
        if result.error.is_none() {
            released.push((row.target, result.changed));
        }
        results.push(result);
    }
    settle(tenant, &released).await?;
    tenant.audit(actor, entry(tenant.id(), &results)).await?;
    Ok(results)
}

/// What a chunk of targets is compiled from.
struct Model<'a> {
    compiler: Compiler<'a>,
    devices: HashMap<DeviceId, Device>,
}

impl<'a> Model<'a> {
    async fn load(state: &'a State, tenant: &Tenant, rows: &[TargetRow]) -> ApiResult<Self> {
        let ids: Vec<_> = rows.iter().filter_map(|row| row.target.device()).collect();
        let devices = tenant.devices_by_id(&ids).await?;
        let compiler = Compiler::load(state, tenant, &devices).await?;
        let devices = devices.into_iter().map(|device| (device.id, device)).collect();
        Ok(Self { compiler, devices })
    }

    /// Version of the catalogue and the files of a target.
    async fn compile(
        &self,
        tenant: &Tenant,
        target: Target,
    ) -> ApiResult<Compiled<(String, Vec<SlottedFile>)>> {
        match target {
            Target::Device(id) => {
                let device = self.devices.get(&id).ok_or(ErrorCode::NotFound)?;
                let files = self.compiler.files(device);
                Ok(files.map(|files| (device.catalogue_version.clone(), files)))
            }
            Target::Site(id) => {
                let site = self.compiler.site(id).ok_or(ErrorCode::NotFound)?;
                Ok(Ok((site_version(), vec![site_file(tenant, site).await?])))
            }
        }
    }
}

async fn release(
    tenant: &Tenant,
    actor: &Actor,
    row: &TargetRow,
    model: &Model<'_>,
) -> ApiResult<PublishedTarget> {
    let (kind, id) = match row.target {
        Target::Device(id) => (TargetKind::Device, id.to_string()),
        Target::Site(id) => (TargetKind::Site, id.to_string()),
    };
    let mut result =
        PublishedTarget { kind, id, name: row.name.clone(), release: None, changed: false, error: None };
    match model.compile(tenant, row.target).await? {
        Ok((version, files)) => {
            let new = NewRelease { target: row.target, catalogue_version: &version, files: &files };
            let released = tenant.release(actor, new).await?;
            (result.release, result.changed) = (Some(released.id), released.new);
        }
        Err(code) => result.error = Some(code),
    }
    Ok(result)
}

/// Closes what was published, and tells replicas and agents of what is new.
async fn settle(tenant: &Tenant, released: &[(Target, bool)]) -> ApiResult<()> {
    let all: Vec<_> = released.iter().map(|(target, _)| *target).collect();
    tenant.close_changes(&all).await?;
    let changed = || released.iter().filter(|(_, changed)| *changed).map(|(target, _)| *target);
    let devices: Vec<_> = changed().filter_map(Target::device).collect();
    tenant.touch_devices(&devices).await?;
    for target in changed() {
        if let Target::Site(site) = target {
            tenant.notify(Subject::Document(site.0));
        }
    }
    Ok(())
}

fn entry(tenant: TenantId, results: &[PublishedTarget]) -> Entry {
    let count = |of: &dyn Fn(&PublishedTarget) -> bool| results.iter().filter(|result| of(result)).count();
    Entry {
        action: "release.publish",
        target_kind: "customer",
        target_id: Some(tenant.0),
        outcome: "done",
        detail: serde_json::json!({
            "targets": results.len(),
            "released": count(&|result| result.changed),
            "failed": count(&|result| result.error.is_some()),
        }),
    }
}

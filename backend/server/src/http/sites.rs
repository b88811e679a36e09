//! Sites and the enrolment of their agents.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use cordboard_api::{
    Page, Problem,
    changes::TargetStatus,
    sites::{Agent, EmergencyAddress, Enrolment, NewSite, RegistrarAddress, Site, SiteChange},
};
use cordboard_store::{
    Tenant,
    audit::{Actor, Entry},
    changes::{ChangeAction, NewChange},
    sites as rows,
    targets::Target,
};
use cordboard_types::SiteId;
use serde_json::{Value, json};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{AgentsWrite, InCustomer, SitesRead, SitesWrite},
    answer,
    body::Body,
    conditional::IfMatch,
    error::ApiResult,
    idempotency::IdempotencyKey,
};
use crate::{
    State,
    services::{country, enrolment, record::difference, status, usage::CONNECTED},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(read).service(change).service(remove).service(enrol);
}

/// Sites of a customer, oldest first; all of them, there are few.
#[utoipa::path(responses((status = 200, body = Page<Site>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/sites")]
async fn list(state: web::Data<State>, access: InCustomer<SitesRead>) -> ApiResult<HttpResponse> {
    let tenant = access.read().await?;
    let mut items = Vec::new();
    for row in tenant.sites().await? {
        let status = status_of(&tenant, row.id).await?;
        items.push(message(&state, row, status));
    }
    answer::ok(&Page { items, next: None })
}

/// Adds a site.
#[utoipa::path(request_body = NewSite, responses(
    (status = 201, body = Site), (status = 404, body = Problem), (status = 422, body = Problem),
))]
#[post("/customers/{customer}/sites")]
async fn create(
    state: web::Data<State>,
    access: InCustomer<SitesWrite>,
    key: IdempotencyKey,
    body: Body<NewSite>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let once = key.once(access.who.person, &body.hash);
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    let emergency = emergency(&body.value)?;
    let new = country::site(&tenant, body.value).await?;
    let id = tenant.create_site(&new).await?;
    if let Some(emergency) = emergency {
        let version = tenant.site(id).await?.version;
        tenant.change_site(id, version, emergency).await?;
    }
    let row = tenant.site(id).await?;
    record(&tenant, &access.actor, ChangeAction::Created, &row).await?;
    tenant.audit(&access.actor, entry("site.create", id, difference(&Value::Null, &fields(&row)))).await?;
    let message = message(&state, tenant.site(id).await?, status_of(&tenant, id).await?);
    once.finish(tenant, &message).await
}

/// One site.
#[utoipa::path(responses((status = 200, body = Site), (status = 404, body = Problem)))]
#[get("/customers/{customer}/sites/{site}")]
async fn read(
    state: web::Data<State>,
    access: InCustomer<SitesRead>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let tenant = access.read().await?;
    let row = tenant.site(SiteId(path.1)).await?;
    let version = row.version;
    let status = status_of(&tenant, SiteId(path.1)).await?;
    answer::versioned(&message(&state, row, status), version)
}

/// Renames a site, or sets its registrar address, emergency address and number. Its phones follow a moved registrar
/// with the next publish.
#[utoipa::path(request_body = SiteChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = Site), (status = 404, body = Problem), (status = 412, body = Problem),
))]
#[patch("/customers/{customer}/sites/{site}")]
async fn change(
    state: web::Data<State>,
    access: InCustomer<SitesWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<SiteChange>,
) -> ApiResult<HttpResponse> {
    let id = SiteId(path.1);
    let tenant = access.write().await?;
    let moved = body.value.registrar.is_some();
    let before = tenant.change_site(id, version.0, change_row(body.value)?).await?;
    let row = tenant.site(id).await?;
    if moved {
        record(&tenant, &access.actor, ChangeAction::Changed, &row).await?;
    }
    let detail = difference(&fields(&before), &fields(&row));
    tenant.audit(&access.actor, entry("site.change", id, detail)).await?;
    let status = status_of(&tenant, id).await?;
    tenant.commit().await?;
    let version = row.version;
    answer::versioned(&message(&state, row, status), version)
}

/// Removes a site with its agent. Refused while users or devices are there.
#[utoipa::path(params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 404, body = Problem), (status = 409, description = "`in_use`", body = Problem),
    (status = 412, body = Problem),
))]
#[delete("/customers/{customer}/sites/{site}")]
async fn remove(
    access: InCustomer<SitesWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let site = tenant.site(SiteId(path.1)).await?;
    tenant.delete_site(site.id, version.0).await?;
    let (id, name) = (site.id.0, site.name.as_str());
    let saved = NewChange { action: ChangeAction::Deleted, resource: "site", id, name, targets: &[] };
    tenant.record_change(&access.actor, saved).await?;
    tenant
        .audit(&access.actor, entry("site.delete", site.id, difference(&fields(&site), &Value::Null)))
        .await?;
    tenant.commit().await?;
    Ok(answer::done())
}

/// Makes a one-time token with which a box becomes the site's agent.
#[utoipa::path(responses((status = 201, body = Enrolment), (status = 404, body = Problem)))]
#[post("/customers/{customer}/sites/{site}/enrolments")]
async fn enrol(
    state: web::Data<State>,
    access: InCustomer<AgentsWrite>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let site = tenant.site(SiteId(path.1)).await?;
    let enrolment = enrolment::create(&state, &tenant, site.id).await?;
    tenant.audit(&access.actor, entry("site.enrol", site.id, Value::Null)).await?;
    tenant.commit().await?;
    answer::created(&enrolment)
}

/// A new site waits for its agent's first document; a moved registrar for its phones' next files.
async fn record(tenant: &Tenant, actor: &Actor, action: ChangeAction, site: &rows::Site) -> ApiResult<()> {
    let targets = match action {
        ChangeAction::Changed => tenant.device_targets_of_site(site.id).await?,
        ChangeAction::Created | ChangeAction::Deleted => vec![Target::Site(site.id)],
    };
    let (id, name) = (site.id.0, site.name.as_str());
    let saved = NewChange { action, resource: "site", id, name, targets: &targets };
    Ok(tenant.record_change(actor, saved).await?)
}

async fn status_of(tenant: &Tenant, site: SiteId) -> ApiResult<TargetStatus> {
    let (known, failure) = tenant.target_facts(Target::Site(site)).await?;
    Ok(status::message(&known, failure))
}

fn entry(action: &'static str, site: SiteId, detail: Value) -> Entry {
    Entry { action, target_kind: "site", target_id: Some(site.0), outcome: "done", detail }
}

/// A site as the audit log tells of one.
fn fields(site: &rows::Site) -> Value {
    let registrar =
        site.registrar.as_ref().map(|at| format!("{}:{} {}", at.host, at.port, at.transport.as_str()));
    json!({
        "name": site.name,
        "country": site.country,
        "time_zone": site.time_zone,
        "registrar": registrar,
        "emergency_address": site.emergency_address,
        "emergency_caller": site.emergency_caller,
    })
}

/// What help needs to know of a new site, where it was told.
fn emergency(new: &NewSite) -> ApiResult<Option<rows::SiteChange>> {
    if new.emergency_address.is_none() && new.emergency_caller.is_none() {
        return Ok(None);
    }
    change_row(SiteChange {
        emergency_address: new.emergency_address.clone().map(Some),
        emergency_caller: new.emergency_caller.clone().map(Some),
        ..SiteChange::default()
    })
    .map(Some)
}

fn change_row(wanted: SiteChange) -> ApiResult<rows::SiteChange> {
    if let Some(Some(address)) = &wanted.emergency_address {
        country::known_at(&address.country, "/emergency_address/country")?;
    }
    Ok(rows::SiteChange {
        name: wanted.name,
        registrar: wanted.registrar.map(|address| address.map(endpoint)),
        emergency_address: wanted.emergency_address.map(|address| address.map(emergency_row)),
        emergency_caller: wanted.emergency_caller,
    })
}

fn emergency_row(address: EmergencyAddress) -> rows::EmergencyAddress {
    let EmergencyAddress { street, number, postcode, city, country, note } = address;
    rows::EmergencyAddress { street, number, postcode, city, country, note }
}

fn emergency_message(row: rows::EmergencyAddress) -> EmergencyAddress {
    let rows::EmergencyAddress { street, number, postcode, city, country, note } = row;
    EmergencyAddress { street, number, postcode, city, country, note }
}

fn endpoint(address: RegistrarAddress) -> rows::Endpoint {
    rows::Endpoint { host: address.host, port: address.port, transport: address.transport }
}

fn message(state: &State, row: rows::Site, status: TargetStatus) -> Site {
    let address = |endpoint: &rows::Endpoint| RegistrarAddress {
        host: endpoint.host.clone(),
        port: endpoint.port,
        transport: endpoint.transport,
    };
    let registrar = row.endpoint().map(address);
    let agent = row.agent.map(|agent| Agent {
        id: agent.id,
        host_name: agent.host_name,
        software_version: agent.software_version,
        connected: agent.seen_at.is_some_and(|seen| state.store.now().since(seen) < CONNECTED),
        last_seen_at: agent.seen_at,
        status,
    });
    Site {
        id: row.id,
        name: row.name,
        country: row.country,
        time_zone: row.time_zone,
        emergency_address: row.emergency_address.map(emergency_message),
        emergency_caller: row.emergency_caller,
        realm: row.realm.to_string(),
        registrar,
        registrar_overridden: row.registrar.is_some(),
        agent,
        version: row.version,
    }
}

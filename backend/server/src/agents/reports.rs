//! `POST /reports`: each report is taken exactly once, in the transaction of its effect.

use std::collections::HashMap;

use actix_web::{HttpResponse, post, web};
use cordboard_agent_protocol::{CallRecord, Registration, Report, ReportBatch, ReportBody, ReportReceipt};
use cordboard_store::{StoreError, Tenant, credentials::CredentialSet};
use cordboard_types::{CredentialSetId, LineId, ReportId};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    assertion::Caller,
    error::AgentError,
    frames::{Frame, answer},
};
use crate::State;

/// Reports in one transaction: on SQLite there is one writer, and others must get their turn.
const CHUNK: usize = 50;
/// Longest contact and User-Agent kept, in characters.
const MAX_CONTACT: usize = 512;
const MAX_TEXT: usize = 256;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(receive);
}

/// Takes reports, oldest first. What the receipt names need not be sent again.
#[utoipa::path(request_body = ReportBatch, responses(
    (status = 200, body = ReportReceipt),
    (status = 401, description = "The assertion is not accepted"),
    (status = 422, description = "Malformed"),
))]
#[post("/reports")]
async fn receive(
    state: web::Data<State>,
    caller: Caller,
    frame: Frame<ReportBatch>,
) -> Result<HttpResponse, AgentError> {
    if frame.0.reports.len() > ReportBatch::MAX {
        return Err(AgentError::Malformed);
    }
    let mut stored = Vec::with_capacity(frame.0.reports.len());
    for chunk in frame.0.reports.chunks(CHUNK) {
        stored.extend(take(&state, &caller, chunk).await?);
    }
    Ok(answer(&ReportReceipt { stored }))
}

async fn take(state: &State, caller: &Caller, reports: &[Report]) -> Result<Vec<ReportId>, StoreError> {
    let tenant = state.store.write(caller.tenant).await?;
    let sets = tenant.credentials_of_site(caller.site).await?;
    let taker = Taker { tenant: &tenant, caller, sets: sets.into_iter().map(|set| (set.id, set)).collect() };
    for report in reports {
        if tenant.take_report(report.id).await? {
            taker.effect(&report.body).await?;
        }
    }
    tenant.commit().await?;
    Ok(reports.iter().map(|report| report.id).collect())
}

/// What reports act on. Whatever they name must be the agent's own site's; the rest is dropped.
struct Taker<'a> {
    tenant: &'a Tenant,
    caller: &'a Caller,
    sets: HashMap<CredentialSetId, CredentialSet>,
}

impl Taker<'_> {
    async fn effect(&self, body: &ReportBody) -> Result<(), StoreError> {
        let (tenant, site) = (self.tenant, self.caller.site);
        match body {
            ReportBody::Applied { release, .. } => tenant.site_confirmed(site, *release).await,
            ReportBody::Refused { sequence, reason } => self.refused(*sequence, reason).await,
            ReportBody::Endpoint(endpoint) => {
                tenant.agent_endpoint(self.caller.agent, endpoint, &self.caller.actor).await
            }
            ReportBody::Registered(registration) => self.registered(registration).await,
            ReportBody::Unregistered { line, contact } => {
                tenant.drop_registration(site, *line, &clean(contact, MAX_CONTACT)).await
            }
            ReportBody::Registrations { registrations } => self.list(registrations).await,
            ReportBody::Call(call) => tenant.insert_call(site, &cleaned_call(call)).await,
        }
    }

    /// A refusal of something older than the newest document says nothing of that.
    async fn refused(&self, sequence: u64, reason: &str) -> Result<(), StoreError> {
        let newest = self.tenant.agent(self.caller.agent).await?.sequence;
        if sequence != 0 && sequence < newest {
            return Ok(());
        }
        let reason: String = reason.chars().filter(char::is_ascii_lowercase).take(32).collect();
        self.tenant.site_failed(self.caller.site, &reason).await
    }

    async fn registered(&self, reported: &Registration) -> Result<(), StoreError> {
        let Some(set) = self.sets.get(&reported.credential).filter(|set| set.line == reported.line) else {
            return Ok(());
        };
        let registration = cleaned_registration(reported);
        self.tenant.put_registration(self.caller.site, &registration, set, &self.caller.actor).await
    }

    async fn list(&self, registrations: &[Registration]) -> Result<(), StoreError> {
        let contacts: Vec<(LineId, String)> =
            registrations.iter().map(|one| (one.line, clean(&one.contact, MAX_CONTACT))).collect();
        let kept: Vec<_> = contacts.iter().map(|(line, contact)| (*line, contact.as_str())).collect();
        self.tenant.keep_registrations(self.caller.site, &kept).await?;
        for registration in registrations {
            self.registered(registration).await?;
        }
        Ok(())
    }
}

/// Without what no database keeps and no person types, and not longer than there is room for.
fn clean(text: &str, most: usize) -> String {
    text.chars().filter(|c| !c.is_control()).take(most).collect()
}

fn cleaned_registration(reported: &Registration) -> Registration {
    Registration {
        contact: clean(&reported.contact, MAX_CONTACT),
        user_agent: clean(&reported.user_agent, MAX_TEXT),
        ip: clean(&reported.ip, MAX_TEXT),
        ..reported.clone()
    }
}

fn cleaned_call(call: &CallRecord) -> CallRecord {
    CallRecord {
        from_number: clean(&call.from_number, MAX_TEXT),
        from_name: clean(&call.from_name, MAX_TEXT),
        to_number: clean(&call.to_number, MAX_TEXT),
        ..call.clone()
    }
}

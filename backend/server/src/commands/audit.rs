//! `cordboard audit`: is the audit log whole?

use std::process::ExitCode;

use cordboard_store::{
    System,
    audit::{Chain, Report},
};
use cordboard_types::{NodeId, TenantId};

use super::{CommandError, Result, open_store};
use crate::{agents::signing, settings::Settings};

/// Walks every chain, or one customer's, and says of each what it found; the exit code is 1 when one is not whole.
///
/// # Errors
/// When the database or the key file cannot be read, or the customer has no chain.
pub async fn verify(settings: &Settings, tenant: Option<NodeId>) -> Result<ExitCode> {
    let store = open_store(settings).await?;
    match store.pending_migrations().await? {
        0 => {}
        count => return Err(CommandError::Pending(count)),
    }
    let system = store.system_snapshot("verify the audit log").await?;
    let keys = signing::trusted(&system).await?;
    let mut code = ExitCode::SUCCESS;
    for chain in chains(&system, tenant).await? {
        let report = system.verify_audit(chain, &keys).await?;
        println!("{}: {}", name(&system, chain).await?, verdict(&report));
        if !report.is_whole() {
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

async fn chains(system: &System, tenant: Option<NodeId>) -> Result<Vec<Chain>> {
    let all = system.audit_chains().await?;
    let Some(tenant) = tenant else { return Ok(all) };
    let wanted = Chain::of(Some(TenantId(tenant.0)));
    match all.contains(&wanted) {
        true => Ok(vec![wanted]),
        false => Err(CommandError::Refused(format!("--tenant: there are no rows of {tenant}"))),
    }
}

async fn name(system: &System, chain: Chain) -> Result<String> {
    let Some(tenant) = chain.tenant() else { return Ok("platform".to_owned()) };
    let node = system.nodes(&[tenant.into()]).await?.pop();
    Ok(node.map_or_else(|| format!("customer {tenant}"), |node| format!("customer {tenant} ({})", node.name)))
}

/// The last MAC stands there to be compared with what the server logged when it signed.
fn verdict(report: &Report) -> String {
    let Report { head, first, signed, findings, more } = report;
    if report.is_whole() {
        let mac = hex::encode(&head.mac);
        return format!("whole, rows {first} to {}, {signed} signed heads, last MAC {mac}", head.seq);
    }
    let mut lines: Vec<_> = findings.iter().map(ToString::to_string).collect();
    if *more > 0 {
        lines.push(format!("{more} more"));
    }
    lines.join("; ")
}

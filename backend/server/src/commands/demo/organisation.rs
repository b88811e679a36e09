//! The demo's provider, customer, people and users, made through what the API uses.

use cordboard_api::users::NewUser;
use cordboard_store::{
    PageRequest, StoreError, System,
    audit::Actor,
    nodes::{Node, NodeKind},
    sites::NewSite,
};
use cordboard_types::{Email, Extension, Label, NodeId, Role, SiteId, TenantId};

use super::{
    super::{
        CommandError, Result,
        admin::{command_line, person, platform},
    },
    logins::{self, Login},
};
use crate::{
    State,
    services::{publish, users},
};

const USERS: [(&str, &str); 3] = [("201", "Reception"), ("202", "Office"), ("203", "Workshop")];
const COUNTRY: &str = "DE";
const TIME_ZONE: &str = "Europe/Berlin";

/// The demo's customer and its site; makes what is missing, so that an interrupted first start is finished by the next.
pub(super) async fn ensure(state: &State) -> Result<(TenantId, SiteId)> {
    let tenant = match customer(state).await? {
        Some(tenant) => tenant,
        None => create(state).await?,
    };
    let context = state.store.read(tenant).await?;
    let site = context.sites().await?.into_iter().next().ok_or(StoreError::NotFound)?.id;
    let is_empty = context.users(&PageRequest::default()).await?.items.is_empty();
    drop(context);
    if is_empty {
        create_users(state, tenant, site).await?;
    }
    Ok((tenant, site))
}

async fn customer(state: &State) -> Result<Option<TenantId>> {
    let system = state.store.system_read("find the demo's customer").await?;
    let Some(root) = system.platform().await? else { return Ok(None) };
    let customers = system.nodes_of_kind(root.id, NodeKind::Customer).await?;
    Ok(customers.first().map(|node: &Node| TenantId(node.id.0)))
}

/// Everything in one transaction; the passwords are written first, so that they are never lost.
async fn create(state: &State) -> Result<TenantId> {
    println!("Making the demo provider, a customer and their people …");
    let people = logins::fresh(&state.store)?;
    logins::write(&logins::path(&state.settings), &people)?;
    super::agent::forget(&state.settings)?;
    let system = state.store.system("make the demo's organisation").await?;
    let root = platform(&system).await?;
    let provider = system.create_node(NodeKind::Provider, Some(root), &label("Demo provider")?).await?;
    let site =
        NewSite { name: label("Head office")?, country: COUNTRY.to_owned(), time_zone: TIME_ZONE.to_owned() };
    let (tenant, _) = system.create_customer(provider, &label("Demo customer")?, COUNTRY, &site).await?;
    for login in &people {
        admit(&system, login, root, provider, tenant).await?;
    }
    system.commit().await?;
    Ok(tenant)
}

async fn admit(
    system: &System,
    login: &Login,
    root: NodeId,
    provider: NodeId,
    tenant: TenantId,
) -> Result<()> {
    let (node, name) = match login.role {
        Role::PlatformOperator => (root, "Platform operator"),
        Role::ProviderAdministrator => (provider, "Provider administrator"),
        Role::ProviderSupport => (provider, "Provider support"),
        Role::CustomerAdministrator => (tenant.into(), "Customer administrator"),
        Role::User => (tenant.into(), "Reception"),
    };
    person(system, node, login.role, &email(login.email)?, &label(name)?, &login.password).await?;
    Ok(())
}

/// Users with their lines, published, so that the agent knows them from its first document on.
async fn create_users(state: &State, tenant: TenantId, site: SiteId) -> Result<()> {
    println!("Making three users …");
    let actor: Actor = command_line();
    let system = state.store.system_read("find the demo's user").await?;
    let mut person = system.person_by_email(&email(logins::USER)?).await?.map(|person| person.id);
    drop(system);
    let context = state.store.write(tenant).await?;
    for (extension, name) in USERS {
        let extension = Extension::parse(extension).map_err(|_| StoreError::Corrupt("extension"))?;
        let simple = NewUser::simple(label(name)?, extension, Some(site));
        let new = NewUser { person: person.take(), ..simple };
        users::create(&context, &actor, new).await.map_err(failed)?;
    }
    context.commit().await?;
    publish::publish(state, tenant, &actor, None).await.map_err(failed)?;
    Ok(())
}

fn label(text: &str) -> Result<Label> {
    Ok(Label::parse(text).map_err(|_| StoreError::Corrupt("label"))?)
}

fn email(text: &str) -> Result<Email> {
    Ok(Email::parse(text).map_err(|_| StoreError::Corrupt("email"))?)
}

fn failed(error: impl std::fmt::Display) -> CommandError {
    CommandError::Refused(format!("the demo's data: {error}"))
}

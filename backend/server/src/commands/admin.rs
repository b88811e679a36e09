//! `cordboard admin`: the people who run the platform.

use std::io::BufRead;

use cordboard_store::{
    StoreError, System, Taken,
    audit::{Actor, Entry},
    nodes::NodeKind,
};
use cordboard_types::{Email, Label, NodeId, PersonId, Role};
use zeroize::Zeroizing;

use super::{CommandError, Result, open_store};
use crate::{cli::NewAdmin, services::passwords, settings::Settings};

/// Shortest password.
const PASSWORD_CHARS: usize = 12;

/// Creates a person with a role.
///
/// # Errors
/// When the address is in use, the password too short or the node unknown.
pub async fn create(settings: &Settings, new: NewAdmin) -> Result<()> {
    let password = read_password(std::io::stdin().lock())?;
    let store = open_store(settings).await?;
    match store.pending_migrations().await? {
        0 => {}
        count => return Err(CommandError::Pending(count)),
    }
    let name = new.name.map_or_else(|| name_of(&new.email), Ok)?;
    let system = store.system("create a person from the command line").await?;
    let node = place(&system, new.role, new.node, new.provider.as_ref()).await?;
    person(&system, node, new.role, &new.email, &name, &password).await?;
    system.commit().await?;
    println!("{} may sign in at {}.", new.email, settings.public_url());
    Ok(())
}

fn read_password(mut input: impl BufRead) -> Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::new());
    input.read_line(&mut line).map_err(|error| CommandError::System("standard input", error))?;
    let password = Zeroizing::new(line.trim_end_matches(['\r', '\n']).to_owned());
    if password.chars().count() < PASSWORD_CHARS {
        return Err(CommandError::Refused(format!(
            "the password needs at least {PASSWORD_CHARS} characters"
        )));
    }
    Ok(password)
}

fn name_of(email: &Email) -> Result<Label> {
    let local = email.as_str().split('@').next().unwrap_or_default();
    Label::parse(local).map_err(|_| CommandError::Refused("--name: the address gives no name".to_owned()))
}

/// Where a role is held: the platform's at the root, every other one below it.
async fn place(
    system: &System,
    role: Role,
    node: Option<NodeId>,
    provider_name: Option<&Label>,
) -> Result<NodeId> {
    match (role, node, provider_name) {
        (Role::PlatformOperator, None, None) => platform(system).await,
        (Role::ProviderAdministrator, None, Some(name)) => provider(system, name).await,
        (
            Role::ProviderAdministrator | Role::ProviderSupport | Role::CustomerAdministrator,
            Some(node),
            None,
        ) => known(system, node).await,
        (Role::PlatformOperator, ..) => {
            Err(CommandError::Refused("the platform-operator's role is the platform's".to_owned()))
        }
        (Role::ProviderAdministrator, ..) => {
            Err(CommandError::Refused("a provider-administrator needs --provider or --node".to_owned()))
        }
        (Role::ProviderSupport | Role::CustomerAdministrator, ..) => {
            Err(CommandError::Refused(format!("a {role} needs --node")))
        }
        (Role::User, ..) => Err(CommandError::Refused("users are made in the web UI".to_owned())),
    }
}

async fn known(system: &System, node: NodeId) -> Result<NodeId> {
    match system.nodes(&[node]).await?.is_empty() {
        false => Ok(node),
        true => Err(CommandError::Refused(format!("--node: there is no {node}"))),
    }
}

async fn provider(system: &System, name: &Label) -> Result<NodeId> {
    let root = platform(system).await?;
    let providers = system.nodes_of_kind(root, NodeKind::Provider).await?;
    match providers.iter().find(|provider| provider.name == name.as_str()) {
        Some(provider) => Ok(provider.id),
        None => Ok(system.create_node(NodeKind::Provider, Some(root), name).await?),
    }
}

/// The root of the tree; the first person makes it.
pub(crate) async fn platform(system: &System) -> Result<NodeId> {
    if let Some(root) = system.platform().await? {
        return Ok(root.id);
    }
    let name = Label::parse("Platform").map_err(|_| StoreError::Corrupt("label"))?;
    Ok(system.create_node(NodeKind::Platform, None, &name).await?)
}

/// A person with a role in a node, told to the audit log.
pub(crate) async fn person(
    system: &System,
    node: NodeId,
    role: Role,
    email: &Email,
    name: &Label,
    password: &str,
) -> Result<PersonId> {
    let hash = passwords::hash(password).map_err(|error| CommandError::Refused(error.to_string()))?;
    let id = system.create_person(email, name, &hash).await.map_err(|error| match error {
        StoreError::Taken(Taken::Email) => CommandError::Refused(format!("{email} is taken")),
        other => other.into(),
    })?;
    system.grant(id, node, role).await?;
    let entry = Entry {
        action: "person.create",
        target_kind: "person",
        target_id: Some(id.0),
        outcome: "done",
        detail: serde_json::json!({ "email": email, "role": role, "node": node }),
    };
    system.audit(None, &command_line(), entry).await?;
    Ok(id)
}

/// Who works on the machine itself.
pub(crate) fn command_line() -> Actor {
    let (name, credential) = ("command line".to_owned(), "access to the machine".to_owned());
    Actor { name, credential, ..Actor::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A store with the newest schema in `folder`.
    async fn test_store(folder: &std::path::Path) -> cordboard_store::Store {
        let path = folder.join("master-keys.json");
        crate::keys::init(&path).unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.join("test.db").display());
        let store = cordboard_store::Store::connect(&url, crate::keys::load(&path).unwrap()).await.unwrap();
        store.migrate().await.unwrap();
        store
    }

    #[test]
    fn a_password_is_one_line_of_some_length() {
        assert_eq!(
            read_password(&b"correct horse battery\r\nmore"[..]).unwrap().as_str(),
            "correct horse battery"
        );
        assert!(read_password(&b"short\n"[..]).is_err());
        assert!(read_password(&b""[..]).is_err());
    }

    #[tokio::test]
    async fn the_first_person_makes_the_platform_and_the_second_uses_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = test_store(folder.path()).await;
        let system = store.system("test").await.unwrap();
        let root = platform(&system).await.unwrap();
        assert_eq!(platform(&system).await.unwrap(), root);
        let email = Email::parse("operator@example.org").unwrap();
        let name = name_of(&email).unwrap();
        let role = Role::PlatformOperator;
        let id = person(&system, root, role, &email, &name, "correct horse battery").await.unwrap();
        assert_eq!(system.grants(id).await.unwrap().first().unwrap().node, root);
        let again = person(&system, root, role, &email, &name, "correct horse battery").await.unwrap_err();
        assert_eq!(again.to_string(), "operator@example.org is taken");
        assert!(known(&system, NodeId::new()).await.is_err());
    }

    #[tokio::test]
    async fn a_role_below_the_platform_needs_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let store = test_store(folder.path()).await;
        let system = store.system("test").await.unwrap();
        let name = Label::parse("Provider").unwrap();
        let made = place(&system, Role::ProviderAdministrator, None, Some(&name)).await.unwrap();
        let again = place(&system, Role::ProviderAdministrator, None, Some(&name)).await.unwrap();
        assert_eq!(made, again, "made once");
        assert_ne!(platform(&system).await.unwrap(), made);
        assert_eq!(place(&system, Role::CustomerAdministrator, Some(made), None).await.unwrap(), made);
        for (role, node, provider) in [
            (Role::PlatformOperator, Some(made), None),
            (Role::PlatformOperator, None, Some(&name)),
            (Role::ProviderAdministrator, None, None),
            (Role::CustomerAdministrator, None, None),
            (Role::CustomerAdministrator, None, Some(&name)),
            (Role::User, Some(made), None),
        ] {
            assert!(place(&system, role, node, provider).await.is_err(), "{role:?}");
        }
    }
}

//! Persons and what they may do where.

use cordboard_domain::access::Grant;
use cordboard_types::{Email, Label, Locale, NodeId, PersonId, Role};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use crate::{
    Result, StoreError, System,
    entity::{membership, node, person},
};

/// A person.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their address.
    pub email: Email,
    /// Their name.
    pub name: Label,
    /// Their language.
    pub locale: Locale,
    /// Hash of their password, PHC string.
    pub password_hash: String,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({})", self.id)
    }
}

/// A role in a node, with the node's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The node.
    pub node: NodeId,
    /// Its name.
    pub node_name: String,
    /// Its kind.
    pub node_kind: String,
    /// The role.
    pub role: Role,
}

impl System {
    /// Adds a person.
    ///
    /// # Errors
    /// [`crate::Taken::Email`] when the address is in use.
    pub async fn create_person(&self, email: &Email, name: &Label, password_hash: &str) -> Result<PersonId> {
        let id = PersonId::new();
        self.open
            .insert(person::ActiveModel {
                id: Set(id.0),
                email: Set(email.to_string()),
                name: Set(name.to_string()),
                locale: Set(Locale::default().as_str().to_owned()),
                password_hash: Set(password_hash.to_owned()),
                created_at: Set(self.now().0),
                version: Set(1),
            })
            .await?;
        Ok(id)
    }

    /// Gives a person a role in a node.
    ///
    /// # Errors
    /// When person or node do not exist.
    pub async fn grant(&self, person: PersonId, node: NodeId, role: Role) -> Result<()> {
        self.open
            .insert(membership::ActiveModel {
                person_id: Set(person.0),
                node_id: Set(node.0),
                role: Set(role.as_str().to_owned()),
            })
            .await
    }

    /// The person with an address.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn person_by_email(&self, email: &Email) -> Result<Option<Person>> {
        let row = self.find::<person::Entity>().filter(person::Column::Email.eq(email.as_str()));
        row.one(self.tx()).await?.map(read).transpose()
    }

    /// Who administers a node: its own administrators and those of the providers above it. For mails to them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn administrators(&self, node: NodeId) -> Result<Vec<Person>> {
        let path: Vec<_> = self.path(node).await?.into_iter().map(|node| node.0).collect();
        let roles = [Role::CustomerAdministrator, Role::ProviderAdministrator].map(Role::as_str);
        let memberships = self
            .find::<membership::Entity>()
            .filter(membership::Column::NodeId.is_in(path))
            .filter(membership::Column::Role.is_in(roles))
            .all(self.tx())
            .await?;
        let ids = memberships.into_iter().map(|row| row.person_id);
        let people = self.find::<person::Entity>().filter(person::Column::Id.is_in(ids));
        people.all(self.tx()).await?.into_iter().map(read).collect()
    }

    /// What a person may do where.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn grants(&self, person: PersonId) -> Result<Vec<Grant>> {
        let rows = self
            .find::<membership::Entity>()
            .filter(membership::Column::PersonId.eq(person.0))
            .all(self.tx())
            .await?;
        let grant = |row: membership::Model| {
            let role = Role::parse(&row.role).map_err(|_| StoreError::Corrupt("role"))?;
            Ok(Grant { node: NodeId(row.node_id), role })
        };
        rows.into_iter().map(grant).collect()
    }

    /// The same with the nodes' names, the widest role first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn memberships(&self, person: PersonId) -> Result<Vec<Membership>> {
        let mut grants = self.grants(person).await?;
        grants.sort_by_key(|grant| (grant.role, grant.node));
        let ids = grants.iter().map(|grant| grant.node.0);
        let nodes = self.find::<node::Entity>().filter(node::Column::Id.is_in(ids)).all(self.tx()).await?;
        let named = |grant: Grant| {
            let node = nodes.iter().find(|node| node.id == grant.node.0)?;
            Some(Membership {
                node: grant.node,
                node_name: node.name.clone(),
                node_kind: node.kind.clone(),
                role: grant.role,
            })
        };
        Ok(grants.into_iter().filter_map(named).collect())
    }
}

fn read(row: person::Model) -> Result<Person> {
    Ok(Person {
        id: PersonId(row.id),
        email: Email::parse(&row.email).map_err(|_| StoreError::Corrupt("email"))?,
        name: Label::parse(&row.name).map_err(|_| StoreError::Corrupt("name"))?,
        locale: Locale::parse(&row.locale).map_err(|_| StoreError::Corrupt("locale"))?,
        password_hash: row.password_hash,
    })
}

//! Persons and what they may do where.

use std::collections::HashMap;

use cordboard_domain::access::{Grant, Principal, permissions_of};
use cordboard_types::{
    Email, Label, Locale, NodeId, Permissions, PersonId, Role, RoleId, RoleName, TenantId, Timestamp,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, FromQueryResult, QueryFilter, Statement};
use uuid::Uuid;

use crate::{
    Result, StoreError, System,
    entity::{membership, node, person, role},
    roles::permissions,
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
    /// Hash of their password, PHC string; empty while none is set.
    pub password_hash: String,
    /// Whether the password must be changed before anything else.
    pub must_change_password: bool,
    /// Since when a second factor is asked for.
    pub second_factor_since: Option<Timestamp>,
    /// Version for `If-Match`.
    pub version: i64,
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
    pub role: RoleName,
    /// What it allows.
    pub permissions: Permissions,
}

#[derive(FromQueryResult)]
struct Held {
    node_id: Uuid,
    role: String,
    users: i64,
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
                must_change_password: Set(false),
                totp_since: Set(None),
                totp_step: Set(None),
                signed_in_at: Set(None),
            })
            .await?;
        Ok(id)
    }

    /// Sets name and language of a person.
    ///
    /// # Errors
    /// [`StoreError::Version`].
    pub async fn change_person(
        &self,
        id: PersonId,
        version: i64,
        name: &Label,
        locale: Locale,
    ) -> Result<()> {
        let changed = self
            .update::<person::Entity>()
            .filter(person::Column::Id.eq(id.0))
            .filter(person::Column::Version.eq(version))
            .col_expr(person::Column::Name, name.as_str().into())
            .col_expr(person::Column::Locale, locale.as_str().into())
            .col_expr(person::Column::Version, version.saturating_add(1).into())
            .exec(self.tx())
            .await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Version) }
    }

    /// Sets the hash of a person's password; whether it must be changed at the next sign-in.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_password(&self, id: PersonId, hash: &str, must_change: bool) -> Result<()> {
        self.update::<person::Entity>()
            .filter(person::Column::Id.eq(id.0))
            .col_expr(person::Column::PasswordHash, hash.into())
            .col_expr(person::Column::MustChangePassword, must_change.into())
            .exec(self.tx())
            .await?;
        self.end_password_resets(id).await
    }

    /// Notes that a person has signed in.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_sign_in(&self, id: PersonId) -> Result<()> {
        self.update::<person::Entity>()
            .filter(person::Column::Id.eq(id.0))
            .col_expr(person::Column::SignedInAt, self.now().0.into())
            .exec(self.tx())
            .await?;
        Ok(())
    }

    /// Gives a person a role in a node.
    ///
    /// # Errors
    /// When person or node do not exist.
    pub async fn grant(&self, person: PersonId, node: NodeId, role: impl Into<RoleName>) -> Result<()> {
        self.open
            .insert(membership::ActiveModel {
                person_id: Set(person.0),
                node_id: Set(node.0),
                role: Set(role.into().to_string()),
            })
            .await
    }

    /// Takes a role in a node from a person.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they do not have it.
    pub async fn revoke(&self, person: PersonId, node: NodeId, role: RoleName) -> Result<()> {
        let gone = self
            .delete::<membership::Entity>()
            .filter(membership::Column::PersonId.eq(person.0))
            .filter(membership::Column::NodeId.eq(node.0))
            .filter(membership::Column::Role.eq(role.to_string()));
        if gone.exec(self.tx()).await?.rows_affected == 1 { Ok(()) } else { Err(StoreError::NotFound) }
    }

    /// The person of an id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn person(&self, id: PersonId) -> Result<Person> {
        let row = self.find::<person::Entity>().filter(person::Column::Id.eq(id.0)).one(self.tx()).await?;
        read(row.ok_or(StoreError::NotFound)?)
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

    /// What a person may do where. A role that is gone or of a newer program allows nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn grants(&self, person: PersonId) -> Result<Vec<Grant>> {
        self.grants_of(&self.held(person).await?).await
    }

    /// All that makes a person's rights: roles, and where PBX users are linked to them in a customer in which they
    /// hold a role, the web modules and telephone rights of those.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn principal(&self, person: PersonId) -> Result<Principal> {
        let held = self.held(person).await?;
        let mut customers: Vec<_> = held.iter().filter(|row| row.users > 0).map(|row| row.node_id).collect();
        customers.dedup();
        let customers: Vec<_> = customers.into_iter().map(TenantId).collect();
        let mut grants = self.grants_of(&held).await?;
        let (shown, features) = self.held_through_users(person, &customers).await?;
        grants.extend(shown);
        Ok(Principal { grants, features, scope: None })
    }

    /// The memberships of a person, each with the number of PBX users linked to them there.
    async fn held(&self, person: PersonId) -> Result<Vec<Held>> {
        let sql = "SELECT m.node_id, m.role, (SELECT COUNT(*) FROM pbx_user u \
            WHERE u.person_id = m.person_id AND u.tenant_id = m.node_id) AS users \
            FROM membership m WHERE m.person_id = $1 ORDER BY m.node_id, m.role";
        let statement =
            Statement::from_sql_and_values(self.tx().get_database_backend(), sql, [person.0.into()]);
        Ok(Held::find_by_statement(statement).all(self.tx()).await?)
    }

    async fn grants_of(&self, held: &[Held]) -> Result<Vec<Grant>> {
        let named = |row: &Held| Some((NodeId(row.node_id), row.role.parse::<RoleName>().ok()?));
        let held: Vec<_> = held.iter().filter_map(named).collect();
        let made = self.permissions_of_made(held.iter().map(|(_, role)| *role)).await?;
        let grant = |(node, role)| Grant { node, role, permissions: allowed(role, &made) };
        Ok(held.into_iter().map(grant).collect())
    }

    /// What the roles among `names` that somebody made allow.
    async fn permissions_of_made(
        &self,
        names: impl Iterator<Item = RoleName>,
    ) -> Result<HashMap<RoleId, Permissions>> {
        let made = |name| match name {
            RoleName::Custom(id) => Some(id.0),
            RoleName::Predefined(_) => None,
        };
        let ids: Vec<_> = names.filter_map(made).collect();
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = self.find::<role::Entity>().filter(role::Column::Id.is_in(ids)).all(self.tx()).await?;
        Ok(rows.into_iter().map(|row| (RoleId(row.id), permissions(&row.permissions))).collect())
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
                permissions: grant.permissions,
            })
        };
        Ok(grants.into_iter().filter_map(named).collect())
    }
}

fn allowed(role: RoleName, made: &HashMap<RoleId, Permissions>) -> Permissions {
    match role {
        RoleName::Predefined(role) => permissions_of(role),
        RoleName::Custom(id) => made.get(&id).copied().unwrap_or_default(),
    }
}

fn read(row: person::Model) -> Result<Person> {
    Ok(Person {
        id: PersonId(row.id),
        email: Email::parse(&row.email).map_err(|_| StoreError::Corrupt("email"))?,
        name: Label::parse(&row.name).map_err(|_| StoreError::Corrupt("name"))?,
        locale: Locale::parse(&row.locale).map_err(|_| StoreError::Corrupt("locale"))?,
        password_hash: row.password_hash,
        must_change_password: row.must_change_password,
        second_factor_since: row.totp_since.map(Timestamp),
        version: row.version,
    })
}

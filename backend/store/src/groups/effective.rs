//! What a user may do in the end: the rights of all groups the user is in, added up.

use cordboard_domain::access::{FeatureGrant, Grant};
use cordboard_types::{
    Feature, GroupId, GuiGroupId, Modules, NodeId, Permissions, PersonId, Role, TenantId, UserId,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};
use uuid::Uuid;

use super::HOLDS;
use crate::{Result, StoreError, System, Tenant, gui_groups, parse, query::places};

/// On what a right is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EffectiveTarget {
    /// The members of a group.
    Group(GroupId, String),
    /// The modules of a GUI group.
    Gui(GuiGroupId, String, Modules),
}

/// A right of a user and the group it comes from (P-055).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effective {
    /// The right.
    pub feature: Feature,
    /// On what.
    pub target: EffectiveTarget,
    /// The group the user has it from.
    pub holder: GroupId,
    /// Name of that group.
    pub holder_name: String,
}

#[derive(FromQueryResult)]
struct Row {
    tenant_id: Uuid,
    feature: String,
    holder_id: Uuid,
    holder_name: String,
    target_group_id: Option<Uuid>,
    gui_group_id: Option<Uuid>,
    target_name: String,
    gui_standard: Option<String>,
    modules: Option<String>,
}

/// Everything user `u` holds; a condition on `u` follows.
fn select(condition: &str) -> String {
    format!(
        "SELECT u.tenant_id, g.feature, h.id AS holder_id, h.name AS holder_name, g.target_group_id, g.gui_group_id, \
            COALESCE(t.name, w.name, '') AS target_name, w.standard AS gui_standard, w.modules \
         FROM pbx_user u JOIN user_group h ON h.tenant_id = u.tenant_id AND h.kind = 'user' AND {HOLDS} \
         JOIN group_grant g ON g.tenant_id = h.tenant_id AND g.group_id = h.id \
         LEFT JOIN user_group t ON t.tenant_id = g.tenant_id AND t.id = g.target_group_id \
         LEFT JOIN gui_group w ON w.tenant_id = g.tenant_id AND w.id = g.gui_group_id \
         WHERE {condition} ORDER BY g.feature, target_name, h.name, g.id"
    )
}

impl Tenant {
    /// What a user may do, each right with the group it comes from.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for an unknown user.
    pub async fn effective(&self, user: UserId) -> Result<Vec<Effective>> {
        self.user(user).await?;
        let sql = select("u.tenant_id = $1 AND u.id = $2");
        self.rows::<Row>(&sql, vec![user.0.into()]).await?.into_iter().map(read).collect()
    }

    /// What the modules a user is shown need of the platform: what a person linked to the user may do.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for an unknown user.
    pub async fn permissions_of_user(&self, user: UserId) -> Result<Permissions> {
        Ok(permissions(&self.effective(user).await?))
    }

    /// What the modules need that the members of a group are shown.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for an unknown group.
    pub async fn permissions_of_group(&self, group: GroupId) -> Result<Permissions> {
        let mut all = Permissions::NONE;
        for grant in self.group_grants(group).await? {
            if let super::GrantTarget::Gui(id) = grant.target {
                all = all.with(self.gui_group(id).await?.modules.permissions());
            }
        }
        Ok(all)
    }
}

fn permissions(rights: &[Effective]) -> Permissions {
    let needs = |right: &Effective| match &right.target {
        EffectiveTarget::Gui(_, _, modules) => modules.permissions(),
        EffectiveTarget::Group(..) => Permissions::NONE,
    };
    rights.iter().map(needs).fold(Permissions::NONE, Permissions::with)
}

impl System {
    /// What a person holds through the PBX users linked to them in `customers`: roles made of the web modules, and
    /// telephone rights. One query.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn held_through_users(
        &self,
        person: PersonId,
        customers: &[TenantId],
    ) -> Result<(Vec<Grant>, Vec<FeatureGrant>)> {
        if customers.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        let sql = select(&format!("u.person_id = $1 AND u.tenant_id IN ({})", places(2, customers.len())));
        let values = std::iter::once(Value::from(person.0)).chain(customers.iter().map(|id| id.0.into()));
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        let (mut grants, mut features): (Vec<Grant>, Vec<FeatureGrant>) = (Vec::new(), Vec::new());
        for row in Row::find_by_statement(statement).all(self.tx()).await? {
            let node = NodeId(row.tenant_id);
            let right = read(row)?;
            match right.target {
                EffectiveTarget::Group(target, _) => {
                    features.push(FeatureGrant { feature: right.feature, target });
                }
                EffectiveTarget::Gui(_, _, modules) => add(&mut grants, node, modules.permissions()),
            }
        }
        Ok((grants, features))
    }
}

fn add(grants: &mut Vec<Grant>, node: NodeId, permissions: Permissions) {
    if permissions.is_empty() {
        return;
    }
    match grants.iter_mut().find(|grant| grant.node == node) {
        Some(grant) => grant.permissions = grant.permissions.with(permissions),
        None => grants.push(Grant { node, role: Role::User.into(), permissions }),
    }
}

fn read(row: Row) -> Result<Effective> {
    let target = match (row.target_group_id, row.gui_group_id) {
        (Some(id), _) => EffectiveTarget::Group(GroupId(id), row.target_name),
        (None, Some(id)) => {
            let modules = gui_groups::modules(row.gui_standard.as_deref(), row.modules.as_deref())?;
            EffectiveTarget::Gui(GuiGroupId(id), row.target_name, modules)
        }
        (None, None) => return Err(StoreError::Corrupt("grant target")),
    };
    Ok(Effective {
        feature: parse::value(&row.feature, Feature::parse, "feature")?,
        target,
        holder: GroupId(row.holder_id),
        holder_name: row.holder_name,
    })
}

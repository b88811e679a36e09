//! Moving a reseller or a customer with all below it.

use std::collections::BTreeMap;

use cordboard_types::{Label, NodeId, NodeKind, Permissions, RoleId, SiteId, TenantId};
use sea_orm::{ColumnTrait, ConnectionTrait, FromQueryResult, QueryFilter, Statement, Value};
use uuid::Uuid;

use crate::{
    Notice, Result, StoreError, Subject, System,
    audit::Actor,
    entity::{membership, node, role},
    nodes::TREE,
    query::places,
    settings::{effective, text},
};

/// Sites in one statement.
const CHUNK: usize = 400;

/// What sites are compiled from and nodes above them decide, by site.
pub type SiteValues = BTreeMap<(TenantId, SiteId), [String; 3]>;

#[derive(FromQueryResult)]
struct SiteRow {
    tenant_id: Uuid,
    id: Uuid,
    country: Option<String>,
    time_zone: Option<String>,
    tones: Option<String>,
}

#[derive(FromQueryResult)]
struct Held {
    role: String,
}

impl System {
    /// Holds the tree until the commit: nobody else changes it meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lock_tree(&self) -> Result<()> {
        self.open.next_numbers(TREE, 0).await.map(drop)
    }

    /// Moves a node with all below it to another parent. The tree must be held.
    ///
    /// # Errors
    /// [`StoreError::Place`] where it cannot stand; [`StoreError::Version`].
    pub async fn move_node(&self, id: NodeId, version: i64, to: NodeId) -> Result<()> {
        let place = self.place(id).await?.ok_or(StoreError::NotFound)?;
        let target = self.place(to).await?.ok_or(StoreError::NotFound)?;
        let fits = match place.kind {
            NodeKind::Reseller | NodeKind::Customer => target.kind.has_customers(),
            NodeKind::Platform | NodeKind::Provider | NodeKind::Site => false,
        };
        if !fits || target.path.contains(&id) {
            return Err(StoreError::Place);
        }
        let changed = self
            .update::<node::Entity>()
            .filter(node::Column::Id.eq(id.0))
            .filter(node::Column::Version.eq(version))
            .col_expr(node::Column::Version, version.saturating_add(1).into())
            .col_expr(node::Column::ParentId, to.0.into());
        if changed.exec(self.tx()).await?.rows_affected != 1 {
            return Err(StoreError::Version);
        }
        self.rewrite_paths(id, to).await?;
        self.notify(Notice { tenant: None, subject: Subject::Tree });
        self.keep_roles(id, &target.path).await
    }

    /// Everything below gets the ancestors of the new parent in place of those before.
    async fn rewrite_paths(&self, id: NodeId, to: NodeId) -> Result<()> {
        self.execute(
            "DELETE FROM node_closure WHERE descendant_id IN \
                (SELECT descendant_id FROM node_closure WHERE ancestor_id = $1) \
             AND ancestor_id NOT IN (SELECT descendant_id FROM node_closure WHERE ancestor_id = $1)",
            vec![id.0.into()],
        )
        .await?;
        self.execute(
            "INSERT INTO node_closure (ancestor_id, descendant_id, depth) \
             SELECT a.ancestor_id, d.descendant_id, a.depth + d.depth + 1 FROM node_closure a, node_closure d \
             WHERE a.descendant_id = $2 AND d.ancestor_id = $1",
            vec![id.0.into(), to.0.into()],
        )
        .await
    }

    /// Roles made above the old place are held below the moved node no longer: who holds one gets a copy made in the
    /// moved node, so that nobody gains or loses, and the former provider changes it no more.
    async fn keep_roles(&self, id: NodeId, path: &[NodeId]) -> Result<()> {
        let sql = "SELECT DISTINCT h.role FROM (SELECT node_id, role FROM membership UNION ALL \
            SELECT node_id, role FROM invitation WHERE accepted_at IS NULL) h \
            JOIN node_closure k ON k.descendant_id = h.node_id WHERE k.ancestor_id = $1 ORDER BY h.role";
        for held in self.rows::<Held>(sql, vec![id.0.into()]).await? {
            let Ok(custom) = held.role.parse::<RoleId>() else { continue };
            let Ok(role) = self.role(custom).await else { continue };
            let role_path = self.path(role.node).await?;
            if path.contains(&role.node) || role_path.contains(&id) {
                continue;
            }
            let copy = self.copy_role(id, &role.name, role.permissions).await?;
            self.exchange_role(id, custom, copy).await?;
        }
        Ok(())
    }

    async fn copy_role(&self, node: NodeId, name: &Label, permissions: Permissions) -> Result<RoleId> {
        let taken =
            self.find::<role::Entity>().filter(role::Column::NodeId.eq(node.0)).all(self.tx()).await?;
        let free = |name: &Label| !taken.iter().any(|role| role.name == name.as_str());
        let numbered = |number: u32| {
            let short: String = name.as_str().chars().take(Label::MAX.saturating_sub(6)).collect();
            Label::parse(&format!("{short} ({number})")).ok()
        };
        let name = if free(name) { Some(name.clone()) } else { (2..999).filter_map(numbered).find(free) };
        self.create_role(node, &name.ok_or(StoreError::InUse)?, permissions).await
    }

    async fn exchange_role(&self, below: NodeId, old: RoleId, new: RoleId) -> Result<()> {
        for table in ["membership", "invitation"] {
            let sql = format!(
                "UPDATE {table} SET role = $3 WHERE role = $2 AND node_id IN \
                 (SELECT descendant_id FROM node_closure WHERE ancestor_id = $1)"
            );
            let (old, new) = (old.to_string().into(), new.to_string().into());
            self.execute(&sql, vec![below.0.into(), old, new]).await?;
        }
        Ok(())
    }

    /// All that somebody may in one of these nodes by a role held there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn permissions_held_in(&self, nodes: &[NodeId]) -> Result<Permissions> {
        let ids = nodes.iter().map(|node| node.0);
        let rows = self.find::<membership::Entity>().filter(membership::Column::NodeId.is_in(ids));
        let mut held = Permissions::NONE;
        for row in rows.all(self.tx()).await? {
            let grants = self.grants(row.person_id.into()).await?;
            let here = grants.iter().filter(|grant| grant.node.0 == row.node_id);
            held = here.fold(held, |all, grant| all.with(grant.permissions));
        }
        Ok(held)
    }

    /// What the sites at and below a node are compiled from, as far as settings decide it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn site_values(&self, node: NodeId) -> Result<SiteValues> {
        use cordboard_types::SettingName as S;
        let value = |name: S| format!("{} AS {name}", effective("s.id", name));
        let sql = format!(
            "SELECT s.tenant_id, s.id, {}, {}, {} FROM site s JOIN node_closure k ON k.descendant_id = s.id \
             WHERE k.ancestor_id = $1",
            value(S::Country),
            value(S::TimeZone),
            value(S::Tones)
        );
        let rows = self.rows::<SiteRow>(&sql, vec![node.0.into()]).await?;
        let entry = |row: SiteRow| {
            let country = text(S::Country, row.country.as_deref())?;
            let time_zone = text(S::TimeZone, row.time_zone.as_deref())?;
            let tones = text(S::Tones, row.tones.as_deref())?;
            Ok(((TenantId(row.tenant_id), SiteId(row.id)), [country, time_zone, tones]))
        };
        rows.into_iter().map(entry).collect()
    }

    /// Lets every site whose values differ from `before` wait to be published, with its devices, as one change of
    /// each customer: what is above a customer is never published unseen. Answers how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn changed_sites(&self, node: NodeId, before: &SiteValues, actor: &Actor) -> Result<usize> {
        let after = self.site_values(node).await?;
        let differs = |key: &&(TenantId, SiteId)| before.get(key) != after.get(key);
        let sites: Vec<_> = after.keys().filter(differs).copied().collect();
        let (change, name) = (Uuid::now_v7(), self.node(node).await?.name);
        for chunk in sites.chunks(CHUNK) {
            self.touch_sites(change, node, &name, chunk, actor).await?;
        }
        let mut tenants: Vec<_> = sites.iter().map(|(tenant, _)| *tenant).collect();
        tenants.dedup();
        for tenant in tenants {
            self.notify(Notice { tenant: Some(tenant), subject: Subject::Change });
        }
        Ok(sites.len())
    }

    async fn touch_sites(
        &self,
        change: Uuid,
        node: NodeId,
        name: &str,
        sites: &[(TenantId, SiteId)],
        actor: &Actor,
    ) -> Result<()> {
        let count = sites.len();
        // Tenants first: rows of sites and devices are found by their keys.
        let of = |first: usize| {
            let (tenants, ids) = (places(first, count), places(first.saturating_add(count), count));
            format!("s.tenant_id IN ({tenants}) AND s.id IN ({ids})")
        };
        let ids: Vec<Value> = sites
            .iter()
            .map(|(tenant, _)| tenant.0.into())
            .chain(sites.iter().map(|(_, site)| site.0.into()))
            .collect();
        let with = |first: Vec<Value>| first.into_iter().chain(ids.iter().cloned()).collect::<Vec<_>>();
        if self.tx().get_database_backend() == sea_orm::DatabaseBackend::Postgres {
            let sql = format!(
                "SELECT tenant_id FROM customer WHERE tenant_id IN ({}) ORDER BY tenant_id FOR NO KEY UPDATE",
                places(1, count)
            );
            self.execute(&sql, ids.iter().take(count).cloned().collect()).await?;
        }
        let targets = |first: usize| {
            format!(
                "SELECT s.tenant_id, s.id, 'site' AS kind FROM site s WHERE {0} UNION ALL \
                 SELECT d.tenant_id, d.id, 'device' AS kind FROM device d \
                 JOIN site s ON s.tenant_id = d.tenant_id AND s.id = d.site_id WHERE d.base_id IS NULL AND {0}",
                of(first)
            )
        };
        let now = Value::from(self.now().0);
        let sql = format!(
            "INSERT INTO target (tenant_id, id, kind, changed_at) SELECT t.tenant_id, t.id, t.kind, $1 FROM ({}) t \
             WHERE TRUE ON CONFLICT (tenant_id, id) \
             DO UPDATE SET changed_at = COALESCE(target.changed_at, excluded.changed_at)",
            targets(2)
        );
        self.execute(&sql, with(vec![now.clone()])).await?;
        let sql = format!(
            "INSERT INTO draft_change (tenant_id, id, at, author_id, author_name, action, resource, resource_id, name) \
             SELECT DISTINCT s.tenant_id, $1, $2, $3, $4, 'changed', 'setting', $5, $6 FROM site s WHERE {} \
             ON CONFLICT DO NOTHING",
            of(7)
        );
        let author =
            vec![change.into(), now, actor.id.into(), actor.name.as_str().into(), node.0.into(), name.into()];
        self.execute(&sql, with(author)).await?;
        let sql = format!(
            "INSERT INTO draft_target (tenant_id, change_id, target_id) SELECT t.tenant_id, $1, t.id FROM ({}) t",
            targets(2)
        );
        self.execute(&sql, with(vec![change.into()])).await
    }

    pub(crate) async fn execute(&self, sql: &str, values: Vec<Value>) -> Result<()> {
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        self.tx().execute_raw(statement).await?;
        Ok(())
    }

    pub(crate) async fn rows<T: FromQueryResult>(&self, sql: &str, values: Vec<Value>) -> Result<Vec<T>> {
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        Ok(T::find_by_statement(statement).all(self.tx()).await?)
    }
}

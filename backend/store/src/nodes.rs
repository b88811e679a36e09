//! The tree of the organisation: platform, providers, customers, sites.

pub use cordboard_types::NodeKind;
use cordboard_types::{CustomerState, FoundKind, Label, NodeId, TenantId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    Statement,
};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, System, Tenant,
    context::Open,
    entity::{node, node_closure},
    query::{limit, places},
};

/// Counter whose row is held by whoever changes the tree, so that two moves never pass each other.
pub(crate) const TREE: &str = "node_tree";

/// A node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its id.
    pub id: NodeId,
    /// Its kind, a stable name.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: i64,
}

#[derive(FromQueryResult)]
struct NodeRow {
    id: Uuid,
    kind: String,
    name: String,
    version: i64,
}

/// Where a node stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Ids from the root down to it.
    pub path: Vec<NodeId>,
    /// Its kind.
    pub kind: NodeKind,
    /// The customer it is or belongs to, with the state of that.
    pub customer: Option<(TenantId, CustomerState)>,
}

#[derive(FromQueryResult)]
struct Step {
    id: Uuid,
    kind: String,
    state: Option<String>,
}

impl System {
    /// Where a node stands; none when there is no such node.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn place(&self, node: NodeId) -> Result<Option<Place>> {
        let sql = "SELECT n.id, n.kind, c.state FROM node_closure k JOIN node n ON n.id = k.ancestor_id \
            LEFT JOIN customer c ON c.tenant_id = n.id WHERE k.descendant_id = $1 ORDER BY k.depth DESC";
        let backend = self.tx().get_database_backend();
        let statement = Statement::from_sql_and_values(backend, sql, [node.0.into()]);
        let steps = Step::find_by_statement(statement).all(self.tx()).await?;
        let Some(last) = steps.last() else { return Ok(None) };
        let customer =
            |step: &Step| Some((TenantId(step.id), CustomerState::parse(step.state.as_ref()?).ok()?));
        Ok(Some(Place {
            kind: NodeKind::parse(&last.kind).map_err(|_| StoreError::Corrupt("node kind"))?,
            customer: steps.iter().find_map(customer),
            path: steps.into_iter().map(|step| NodeId(step.id)).collect(),
        }))
    }

    /// One node.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn node(&self, id: NodeId) -> Result<Node> {
        self.nodes(&[id]).await?.pop().ok_or(StoreError::NotFound)
    }

    /// The nodes directly below one, by name; of `kinds` only.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn children(
        &self,
        node: NodeId,
        kinds: &[NodeKind],
        page: &PageRequest,
    ) -> Result<Paged<Node>> {
        let (name, id) = page.key::<(String, Uuid)>()?.unwrap_or_default();
        let sql = format!(
            "SELECT id, kind, name, version FROM node WHERE parent_id = $1 AND (name, id) > ($2, $3) \
             AND kind IN ({}) ORDER BY name, id LIMIT $4",
            places(5, kinds.len())
        );
        let mut values = vec![node.0.into(), name.into(), id.into(), limit(page)];
        values.extend(kinds.iter().map(|kind| sea_orm::Value::from(kind.as_str())));
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        let rows = NodeRow::find_by_statement(statement).all(self.tx()).await?;
        let page = page.cut(rows, |row| (row.name.clone(), row.id))?;
        Ok(page.map(|row| Node { id: NodeId(row.id), kind: row.kind, name: row.name, version: row.version }))
    }

    /// Renames a node; `version` is the one the change was made against.
    ///
    /// # Errors
    /// [`StoreError::Version`].
    pub async fn rename_node(&self, id: NodeId, version: i64, name: &Label) -> Result<()> {
        let changed = self
            .update::<node::Entity>()
            .filter(node::Column::Id.eq(id.0))
            .filter(node::Column::Version.eq(version))
            .col_expr(node::Column::Version, version.saturating_add(1).into())
            .col_expr(node::Column::Name, name.as_str().into());
        if changed.exec(self.tx()).await?.rows_affected != 1 {
            return Err(StoreError::Version);
        }
        match self.place(id).await?.map(|place| (place.kind, place.customer)) {
            Some((NodeKind::Customer, Some((tenant, _)))) => {
                self.open.change_terms(tenant, FoundKind::Customer, id.0, vec![name.to_string()]).await
            }
            _ => Ok(()),
        }
    }

    /// Adds a node below `parent`.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when the parent does not exist.
    pub async fn create_node(&self, kind: NodeKind, parent: Option<NodeId>, name: &Label) -> Result<NodeId> {
        self.open.create_node(kind, parent, name).await
    }

    /// Ids from the root down to `node`; empty when there is no such node.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn path(&self, node: NodeId) -> Result<Vec<NodeId>> {
        let rows = self
            .find::<node_closure::Entity>()
            .filter(node_closure::Column::DescendantId.eq(node.0))
            .order_by_desc(node_closure::Column::Depth)
            .all(self.tx())
            .await?;
        Ok(rows.into_iter().map(|row| NodeId(row.ancestor_id)).collect())
    }

    /// The customer among the nodes of a path; there is at most one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tenant_among(&self, path: &[NodeId]) -> Result<Option<TenantId>> {
        let ids = path.iter().map(|id| id.0);
        let row = self
            .find::<node::Entity>()
            .filter(node::Column::Id.is_in(ids))
            .filter(node::Column::Kind.eq(NodeKind::Customer.as_str()));
        Ok(row.one(self.tx()).await?.map(|row| TenantId(row.id)))
    }

    /// The nodes among `ids`, by id.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn nodes(&self, ids: &[NodeId]) -> Result<Vec<Node>> {
        let ids = ids.iter().map(|id| id.0);
        let rows = self.find::<node::Entity>().filter(node::Column::Id.is_in(ids)).all(self.tx()).await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// Every node of one kind below `root`, itself included, oldest first. For the few providers, not for customers.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn nodes_of_kind(&self, root: NodeId, kind: NodeKind) -> Result<Vec<Node>> {
        let below = self
            .find::<node_closure::Entity>()
            .filter(node_closure::Column::AncestorId.eq(root.0))
            .all(self.tx())
            .await?;
        let ids = below.into_iter().map(|row| row.descendant_id);
        let rows = self
            .find::<node::Entity>()
            .filter(node::Column::Kind.eq(kind.as_str()))
            .filter(node::Column::Id.is_in(ids))
            .order_by_asc(node::Column::Id)
            .all(self.tx())
            .await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// The root of the platform, once it was made.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn platform(&self) -> Result<Option<Node>> {
        let root =
            self.find::<node::Entity>().filter(node::Column::Kind.eq("platform")).one(self.tx()).await?;
        Ok(root.map(read))
    }
}

impl Tenant {
    /// Renames a node of this customer; `version` is the one the change was made against.
    pub(crate) async fn rename_node(&self, id: NodeId, version: i64, name: Option<&Label>) -> Result<i64> {
        let next = version.saturating_add(1);
        #[allow(
            clippy::disallowed_methods,
            reason = "callers name a node of this tenant; nodes have no tenant column"
        )]
        let mut update = node::Entity::update_many()
            .filter(node::Column::Id.eq(id.0))
            .filter(node::Column::Version.eq(version))
            .col_expr(node::Column::Version, next.into());
        if let Some(name) = name {
            update = update.col_expr(node::Column::Name, name.as_str().into());
        }
        match update.exec(self.tx()).await?.rows_affected {
            0 => Err(StoreError::Version),
            _ => Ok(next),
        }
    }
}

impl Open {
    pub(crate) async fn create_node(
        &self,
        kind: NodeKind,
        parent: Option<NodeId>,
        name: &Label,
    ) -> Result<NodeId> {
        self.next_numbers(TREE, 0).await?;
        let id = NodeId::new();
        self.insert(node::ActiveModel {
            id: Set(id.0),
            kind: Set(kind.as_str().to_owned()),
            parent_id: Set(parent.map(|parent| parent.0)),
            name: Set(name.as_str().to_owned()),
            created_at: Set(self.store.now().0),
            version: Set(1),
        })
        .await?;
        self.insert(node_closure::ActiveModel {
            ancestor_id: Set(id.0),
            descendant_id: Set(id.0),
            depth: Set(0),
        })
        .await?;
        if let Some(parent) = parent {
            let sql = "INSERT INTO node_closure (ancestor_id, descendant_id, depth) \
                       SELECT ancestor_id, $1, depth + 1 FROM node_closure WHERE descendant_id = $2";
            let values = [id.0.into(), parent.0.into()];
            let statement = Statement::from_sql_and_values(self.tx.get_database_backend(), sql, values);
            self.tx.execute_raw(statement).await?;
        }
        Ok(id)
    }
}

fn read(row: node::Model) -> Node {
    Node { id: NodeId(row.id), kind: row.kind, name: row.name, version: row.version }
}

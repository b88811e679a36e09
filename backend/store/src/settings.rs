//! Settings and limits of nodes: what is set where, and what is in force.

use cordboard_domain::settings::in_force;
use cordboard_types::{LimitName, NodeId, NodeKind, SettingName, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, FromQueryResult, QueryFilter, Statement};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Result, StoreError, System, Tenant,
    context::Open,
    entity::{directory_host, node_setting},
};

/// What a row of a node is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A setting.
    Setting(SettingName),
    /// A limit or an entitlement.
    Limit(LimitName),
}

/// What the names of limits begin with in a row.
pub(crate) const LIMIT: &str = "limit:";

impl Key {
    pub(crate) fn stored(self) -> String {
        match self {
            Self::Setting(name) => name.as_str().to_owned(),
            Self::Limit(name) => format!("{LIMIT}{name}"),
        }
    }

    /// `None` for one of a newer program.
    fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix(LIMIT) {
            Some(name) => LimitName::parse(name).ok().map(Self::Limit),
            None => SettingName::parse(text).ok().map(Self::Setting),
        }
    }
}

/// A value set in a node.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// What it is.
    pub key: Key,
    /// The node it is set in.
    pub node: NodeId,
    /// Kind of that node.
    pub kind: NodeKind,
    /// Name of that node.
    pub node_name: String,
    /// The value.
    pub value: Value,
    /// Whether it holds for everything below.
    pub locked: bool,
    /// When it was set.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Version for `If-Match`.
    pub version: i64,
}

/// A value to set.
#[derive(Debug, Clone)]
pub struct NewValue<'a> {
    /// What it is.
    pub key: Key,
    /// The value, as the registry keeps it.
    pub value: &'a Value,
    /// Whether it holds for everything below.
    pub locked: bool,
    /// Who sets it.
    pub by: &'a str,
}

#[derive(FromQueryResult)]
struct Row {
    node_id: Uuid,
    kind: String,
    node_name: String,
    name: String,
    value: String,
    locked: bool,
    changed_at: i64,
    changed_by: String,
    version: i64,
}

const SELECT: &str = "SELECT n.id AS node_id, n.kind, n.name AS node_name, s.name, s.value, s.locked, s.changed_at, \
    s.changed_by, s.version FROM node_closure k JOIN node_setting s ON s.node_id = k.ancestor_id \
    JOIN node n ON n.id = s.node_id WHERE k.descendant_id = $1";

/// The value of a setting in force at `node`, an SQL expression: JSON text, or null where nobody set it.
pub(crate) fn effective(node: &str, name: SettingName) -> String {
    format!(
        "(SELECT e.value FROM node_closure h JOIN node_setting e ON e.node_id = h.ancestor_id \
         WHERE h.descendant_id = {node} AND e.name = '{name}' \
         ORDER BY e.locked DESC, CASE WHEN e.locked THEN -h.depth ELSE h.depth END LIMIT 1)"
    )
}

/// The text inside JSON text, or what the registry says where nobody set it.
pub(crate) fn text(name: SettingName, stored: Option<&str>) -> Result<String> {
    let value = match stored {
        Some(stored) => serde_json::from_str(stored).map_err(|_| StoreError::Corrupt("setting"))?,
        None => cordboard_domain::settings::default_of(name),
    };
    Ok(value.as_str().unwrap_or_default().to_owned())
}

impl System {
    /// Everything set on the way from the root down to a node, in that order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn settings_on_path(&self, node: NodeId) -> Result<Vec<Own>> {
        self.own(&format!("{SELECT} ORDER BY k.depth DESC, s.name"), vec![node.0.into()]).await
    }

    /// One setting on that way.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn setting_on_path(&self, node: NodeId, key: Key) -> Result<Vec<Own>> {
        let sql = format!("{SELECT} AND s.name = $2 ORDER BY k.depth DESC");
        self.own(&sql, vec![node.0.into(), key.stored().into()]).await
    }

    async fn own(&self, sql: &str, values: Vec<sea_orm::Value>) -> Result<Vec<Own>> {
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        let rows = Row::find_by_statement(statement).all(self.tx()).await?;
        rows.into_iter().filter_map(|row| read(row).transpose()).collect()
    }

    /// The value of a setting in force at a node.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn setting(&self, node: NodeId, name: SettingName) -> Result<Value> {
        let path = self.setting_on_path(node, Key::Setting(name)).await?;
        let value = in_force(&path, |own| own.locked).map(|own| own.value.clone());
        Ok(value.unwrap_or_else(|| cordboard_domain::settings::default_of(name)))
    }

    /// Sets a value; `version` is the one of the node's own value before, 0 when it had none.
    ///
    /// # Errors
    /// [`StoreError::Version`], or [`crate::Taken::Host`] for a host name of somebody else.
    pub async fn set(&self, node: NodeId, version: i64, new: &NewValue<'_>) -> Result<()> {
        if version == 0 {
            if self.own_row(node, new.key).await? {
                return Err(StoreError::Version);
            }
            self.open.insert(self.row(node, 1, new)).await?;
        } else {
            self.remove_own(node, new.key, version).await?;
            self.open.insert(self.row(node, version.saturating_add(1), new)).await?;
        }
        if new.key == Key::Setting(SettingName::HostName) {
            self.drop_host(node).await?;
            let host = new.value.as_str().unwrap_or_default().to_owned();
            self.open.insert(directory_host::ActiveModel { host: Set(host), node_id: Set(node.0) }).await?;
        }
        Ok(())
    }

    /// Takes a node's own value away.
    ///
    /// # Errors
    /// [`StoreError::Version`]; [`StoreError::NotFound`] when it has none.
    pub async fn unset(&self, node: NodeId, key: Key, version: i64) -> Result<()> {
        if !self.own_row(node, key).await? {
            return Err(StoreError::NotFound);
        }
        self.remove_own(node, key, version).await?;
        if key == Key::Setting(SettingName::HostName) {
            self.drop_host(node).await?;
        }
        Ok(())
    }

    /// The node with a host name of its own.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn node_of_host(&self, host: &str) -> Result<Option<NodeId>> {
        let row = self.find::<directory_host::Entity>().filter(directory_host::Column::Host.eq(host));
        Ok(row.one(self.tx()).await?.map(|row| NodeId(row.node_id)))
    }

    async fn own_row(&self, node: NodeId, key: Key) -> Result<bool> {
        let row = self
            .find::<node_setting::Entity>()
            .filter(node_setting::Column::NodeId.eq(node.0))
            .filter(node_setting::Column::Name.eq(key.stored()));
        Ok(row.one(self.tx()).await?.is_some())
    }

    async fn remove_own(&self, node: NodeId, key: Key, version: i64) -> Result<()> {
        let gone = self
            .delete::<node_setting::Entity>()
            .filter(node_setting::Column::NodeId.eq(node.0))
            .filter(node_setting::Column::Name.eq(key.stored()))
            .filter(node_setting::Column::Version.eq(version));
        if gone.exec(self.tx()).await?.rows_affected == 1 { Ok(()) } else { Err(StoreError::Version) }
    }

    async fn drop_host(&self, node: NodeId) -> Result<()> {
        let own = self.delete::<directory_host::Entity>().filter(directory_host::Column::NodeId.eq(node.0));
        own.exec(self.tx()).await?;
        Ok(())
    }

    fn row(&self, node: NodeId, version: i64, new: &NewValue<'_>) -> node_setting::ActiveModel {
        node_setting::ActiveModel {
            node_id: Set(node.0),
            name: Set(new.key.stored()),
            value: Set(new.value.to_string()),
            locked: Set(new.locked),
            changed_at: Set(self.now().0),
            changed_by: Set(new.by.to_owned()),
            version: Set(version),
        }
    }
}

#[derive(FromQueryResult)]
struct Text {
    value: Option<String>,
}

impl Tenant {
    /// A setting of text in force at this customer.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn setting(&self, name: SettingName) -> Result<String> {
        let sql = format!("SELECT {} AS value", effective("$1", name));
        let row = self.rows::<Text>(&sql, vec![]).await?.pop();
        text(name, row.and_then(|row| row.value).as_deref())
    }
}

impl Open {
    /// Sets a value where another is in force, so that what is inherited stays inherited. For what is new.
    pub(crate) async fn set_where_it_differs(
        &self,
        node: NodeId,
        name: SettingName,
        value: &str,
    ) -> Result<()> {
        let sql = format!("SELECT {} AS value", effective("$1", name));
        let statement = Statement::from_sql_and_values(self.tx.get_database_backend(), sql, [node.0.into()]);
        let found = self.tx.query_one_raw(statement).await?.ok_or(StoreError::Corrupt("setting"))?;
        if text(name, found.try_get::<Option<String>>("", "value")?.as_deref())? == value {
            return Ok(());
        }
        self.insert(node_setting::ActiveModel {
            node_id: Set(node.0),
            name: Set(name.as_str().to_owned()),
            value: Set(Value::from(value).to_string()),
            locked: Set(false),
            changed_at: Set(self.store.now().0),
            changed_by: Set(String::new()),
            version: Set(1),
        })
        .await
    }
}

fn read(row: Row) -> Result<Option<Own>> {
    let Some(key) = Key::parse(&row.name) else { return Ok(None) };
    Ok(Some(Own {
        key,
        node: NodeId(row.node_id),
        kind: NodeKind::parse(&row.kind).map_err(|_| StoreError::Corrupt("node kind"))?,
        node_name: row.node_name,
        value: serde_json::from_str(&row.value).map_err(|_| StoreError::Corrupt("setting"))?,
        locked: row.locked,
        at: Timestamp(row.changed_at),
        by: row.changed_by,
        version: row.version,
    }))
}

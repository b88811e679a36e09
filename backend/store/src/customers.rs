//! Customers: each one is a tenant.

use cordboard_types::{
    CallLock, CustomerState, FoundKind, Label, NodeId, SettingName, SiteId, TenantId, Timestamp,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction, QueryResult, Statement, Value};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, Subject, Subtree, System, Tenant,
    entity::{customer, tally},
    nodes::NodeKind,
    query::limit,
    search,
    settings::{effective, text},
    sites::NewSite,
};

/// A customer with the numbers of its things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Its id.
    pub id: TenantId,
    /// Its name.
    pub name: Label,
    /// The node above it.
    pub provider: NodeId,
    /// Name of that node.
    pub provider_name: String,
    /// ISO 3166 country.
    pub country: String,
    /// Sites.
    pub sites: u32,
    /// Lines.
    pub lines: u32,
    /// Devices, handsets not counted.
    pub devices: u32,
    /// Devices whose newest release is confirmed.
    pub confirmed: u32,
    /// Registrations in force; one that ended unsaid counts for some seconds more.
    pub registrations: u32,
    /// How it stands.
    pub standing: Standing,
    /// When it was created.
    pub created_at: Timestamp,
    /// Version for `If-Match`.
    pub version: i64,
}

/// How a customer stands, since when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Active, suspended or closed.
    pub state: CustomerState,
    /// What its telephones may do while it is suspended.
    pub calls: Option<CallLock>,
    /// Why.
    pub reason: String,
    /// Since when, and by whom it was decided; none of an active one that never was anything else.
    pub since: Option<(Timestamp, String)>,
    /// When it is erased, of a closed one.
    pub erased_at: Option<Timestamp>,
}

/// `{country}` is the setting in force.
const SELECT: &str = r#"
SELECT n.id, n.name, n.created_at, n.version, {country} AS country, c.state, c.calls, c.state_reason, c.state_since,
    c.state_by, c.erase_at, p.id AS provider_id, p.name AS provider_name,
    (SELECT CAST(SUM(y.sites) AS BIGINT) FROM tally y WHERE y.tenant_id = n.id) AS sites,
    (SELECT CAST(SUM(y.lines) AS BIGINT) FROM tally y WHERE y.tenant_id = n.id) AS lines,
    (SELECT CAST(SUM(y.devices) AS BIGINT) FROM tally y WHERE y.tenant_id = n.id) AS devices,
    (SELECT CAST(SUM(y.confirmed) AS BIGINT) FROM tally y WHERE y.tenant_id = n.id) AS confirmed,
    (SELECT CAST(SUM(y.registrations) AS BIGINT) FROM tally y WHERE y.tenant_id = n.id) AS registrations
FROM customer c JOIN node n ON n.id = c.tenant_id JOIN node p ON p.id = n.parent_id
"#;

impl System {
    /// Adds a customer below `provider`, with its first site.
    ///
    /// # Errors
    /// When the provider does not exist.
    pub async fn create_customer(
        &self,
        provider: NodeId,
        name: &Label,
        country: &str,
        site: &NewSite,
    ) -> Result<(TenantId, SiteId)> {
        let id = TenantId(self.open.create_node(NodeKind::Customer, Some(provider), name).await?.0);
        self.open
            .insert(customer::ActiveModel {
                tenant_id: Set(id.0),
                country: Set(country.to_owned()),
                state: Set(CustomerState::Active.as_str().to_owned()),
                state_reason: Set(String::new()),
                ..Default::default()
            })
            .await?;
        let none = tally::ActiveModel {
            tenant_id: Set(id.0),
            sites: Set(0),
            lines: Set(0),
            devices: Set(0),
            confirmed: Set(0),
            registrations: Set(0),
        };
        self.open.insert(none).await?;
        self.open.set_where_it_differs(id.into(), SettingName::Country, country).await?;
        self.open.add_terms(id, FoundKind::Customer, &[(id.0, vec![name.to_string()])]).await?;
        self.open.create_standard_groups(id).await?;
        let site = self.open.create_site(id, site).await?;
        Ok((id, site))
    }

    /// A customer, in the transaction that made it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn customer(&self, id: TenantId) -> Result<Customer> {
        one(self.tx(), id).await
    }
}

/// Which customers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CustomerList {
    /// Words that each begin a word of the name.
    pub search: String,
}

impl Subtree {
    /// Customers below this node by name.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn customers(&self, list: &CustomerList, page: &PageRequest) -> Result<Paged<Customer>> {
        let (name, id) = page.key::<(String, Uuid)>()?.unwrap_or_default();
        let mut values = vec![self.root().0.into(), name.into(), id.into(), limit(page)];
        // The names first, then what is said of those: nothing is counted of a customer that is not on the page.
        let sql = format!(
            "WITH page AS (SELECT n.id FROM {} AND n.kind = 'customer' AND (n.name, n.id) > ($2, $3){} \
             ORDER BY n.name, n.id LIMIT $4) {} WHERE n.id IN (SELECT id FROM page) ORDER BY n.name, n.id",
            self.nodes_below().await?,
            search::condition(FoundKind::Customer, ("n.id", "n.id"), &list.search, 1, &mut values),
            columns()
        );
        page.cut(select(self.tx(), &sql, values).await?, |row| (row.name.to_string(), row.id.0))
    }

    /// Where to look for the nodes `n` below this one: a wide subtree is read along the nodes, a narrow one from its
    /// root, whichever reads less. `$1` is the root.
    async fn nodes_below(&self) -> Result<&'static str> {
        Ok(if self.is_wide().await? {
            "node n WHERE EXISTS (SELECT 1 FROM node_closure k WHERE k.ancestor_id = $1 AND k.descendant_id = n.id)"
        } else {
            "node_closure k CROSS JOIN node n WHERE k.ancestor_id = $1 AND n.id = k.descendant_id"
        })
    }
}

impl Tenant {
    /// This customer.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn customer(&self) -> Result<Customer> {
        one(self.tx(), self.id()).await
    }

    /// Renames this customer.
    ///
    /// # Errors
    /// [`StoreError::Version`].
    pub async fn change_customer(&self, version: i64, name: Option<&Label>) -> Result<()> {
        self.rename_node(self.id().into(), version, name).await?;
        if let Some(name) = name {
            self.change_terms(FoundKind::Customer, self.id().0, vec![name.to_string()]).await?;
        }
        self.notify(Subject::Site(self.id().0));
        Ok(())
    }
}

fn columns() -> String {
    SELECT.replace("{country}", &effective("n.id", SettingName::Country))
}

async fn one(tx: &DatabaseTransaction, id: TenantId) -> Result<Customer> {
    let rows = select(tx, &format!("{} WHERE n.id = $1", columns()), [id.0.into()]).await?;
    rows.into_iter().next().ok_or(StoreError::NotFound)
}

async fn select(
    tx: &DatabaseTransaction,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<Customer>> {
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    tx.query_all_raw(statement).await?.iter().map(read).collect()
}

fn read(row: &QueryResult) -> Result<Customer> {
    let count = |column: &str| -> Result<u32> {
        let sum = row.try_get::<Option<i64>>("", column)?.unwrap_or(0);
        u32::try_from(sum).map_err(|_| StoreError::Corrupt("count"))
    };
    let name: String = row.try_get("", "name")?;
    Ok(Customer {
        id: TenantId(row.try_get("", "id")?),
        name: Label::parse(&name).map_err(|_| StoreError::Corrupt("customer name"))?,
        provider: NodeId(row.try_get("", "provider_id")?),
        provider_name: row.try_get("", "provider_name")?,
        country: text(SettingName::Country, row.try_get::<Option<String>>("", "country")?.as_deref())?,
        standing: standing(row)?,
        sites: count("sites")?,
        lines: count("lines")?,
        devices: count("devices")?,
        confirmed: count("confirmed")?,
        registrations: count("registrations")?,
        created_at: Timestamp(row.try_get("", "created_at")?),
        version: row.try_get("", "version")?,
    })
}

fn standing(row: &QueryResult) -> Result<Standing> {
    let state: String = row.try_get("", "state")?;
    let calls: Option<String> = row.try_get("", "calls")?;
    let at: Option<i64> = row.try_get("", "state_since")?;
    let by: Option<String> = row.try_get("", "state_by")?;
    let corrupt = |_| StoreError::Corrupt("customer state");
    Ok(Standing {
        state: CustomerState::parse(&state).map_err(corrupt)?,
        calls: calls.as_deref().map(CallLock::parse).transpose().map_err(corrupt)?,
        reason: row.try_get("", "state_reason")?,
        since: at.map(Timestamp).zip(by),
        erased_at: row.try_get::<Option<i64>>("", "erase_at")?.map(Timestamp),
    })
}

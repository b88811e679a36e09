//! Sites of a customer.

use cordboard_domain::settings::in_force;
use cordboard_types::{
    AgentId, CallerNumber, HostName, Label, NodeId, Note, SettingName, SiteId, TenantId, Timestamp, Transport,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, FromQueryResult, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Result, StoreError, Subject, Tenant,
    context::Open,
    entity::{agent, node, site, target},
    nodes::NodeKind,
    settings::text,
    targets::Target,
};

/// What a new site needs.
#[derive(Debug, Clone)]
pub struct NewSite {
    /// Its name.
    pub name: Label,
    /// ISO 3166 country.
    pub country: String,
    /// Olson time zone.
    pub time_zone: String,
}

/// Where a registrar is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// Host name or address.
    pub host: HostName,
    /// Port.
    pub port: u16,
    /// Transport.
    pub transport: Transport,
}

/// A site's agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteAgent {
    /// Its id.
    pub id: AgentId,
    /// Host name of its box.
    pub host_name: String,
    /// Version of its software.
    pub software_version: String,
    /// When it was last heard of.
    pub seen_at: Option<Timestamp>,
    /// Where it says its registrar is reached.
    pub endpoint: Option<Endpoint>,
}

/// Where help is sent to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyAddress {
    /// Street.
    pub street: Label,
    /// Number of the house.
    pub number: Note,
    /// Postcode.
    pub postcode: Label,
    /// City.
    pub city: Label,
    /// ISO 3166 country.
    pub country: String,
    /// Floor, door, where to enter.
    pub note: Note,
}

/// What to change of a site; `Some(None)` takes away.
#[derive(Debug, Clone, Default)]
pub struct SiteChange {
    /// A new name.
    pub name: Option<Label>,
    /// Registrar set by a person.
    pub registrar: Option<Option<Endpoint>>,
    /// Where help is sent to.
    pub emergency_address: Option<Option<EmergencyAddress>>,
    /// The number help sees.
    pub emergency_caller: Option<Option<CallerNumber>>,
}

/// A site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its id.
    pub id: SiteId,
    /// Its name.
    pub name: Label,
    /// ISO 3166 country.
    pub country: String,
    /// Olson time zone.
    pub time_zone: String,
    /// ISO 3166 country whose tones its phones play.
    pub tones: String,
    /// Where help is sent to.
    pub emergency_address: Option<EmergencyAddress>,
    /// The number help sees.
    pub emergency_caller: Option<CallerNumber>,
    /// SIP domain and digest realm.
    pub realm: HostName,
    /// Registrar set by a person.
    pub registrar: Option<Endpoint>,
    /// Its agent.
    pub agent: Option<SiteAgent>,
    /// Version for `If-Match`.
    pub version: i64,
}

impl Site {
    /// Where phones register: what a person set, else what the agent reports.
    #[must_use]
    pub fn endpoint(&self) -> Option<&Endpoint> {
        self.registrar.as_ref().or_else(|| self.agent.as_ref()?.endpoint.as_ref())
    }
}

impl Tenant {
    /// Adds a site, and the target its agent's document is compiled for.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn create_site(&self, new: &NewSite) -> Result<SiteId> {
        let id = self.open.create_site(self.id(), new).await?;
        self.notify(Subject::Site(id.0));
        Ok(id)
    }

    /// The customer's sites, oldest first. A customer has few: no pages.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sites(&self) -> Result<Vec<Site>> {
        let sites = self.find::<site::Entity>().order_by_asc(site::Column::Id).all(self.tx()).await?;
        let values = self.place_values().await?;
        let agents = self.find::<agent::Entity>().all(self.tx()).await?;
        let ids = sites.iter().map(|site| site.id);
        #[allow(
            clippy::disallowed_methods,
            reason = "names of this tenant's own sites; nodes have no tenant column"
        )]
        let nodes = <node::Entity as sea_orm::EntityTrait>::find()
            .filter(node::Column::Id.is_in(ids))
            .all(self.tx())
            .await?;
        let whole = |site: site::Model| {
            let node = nodes.iter().find(|node| node.id == site.id);
            let agent = agents.iter().find(|agent| agent.site_id == site.id);
            read(site, node.ok_or(StoreError::Corrupt("site node"))?, agent, &values)
        };
        sites.into_iter().map(whole).collect()
    }

    /// One site.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn site(&self, id: SiteId) -> Result<Site> {
        self.sites().await?.into_iter().find(|site| site.id == id).ok_or(StoreError::NotFound)
    }

    /// What is set of country, time zone and tones on the way down to each of the customer's sites.
    async fn place_values(&self) -> Result<Vec<PlaceValue>> {
        let sql = "SELECT t.id AS site, s.name, s.value, s.locked FROM site t \
            JOIN node_closure k ON k.descendant_id = t.id JOIN node_setting s ON s.node_id = k.ancestor_id \
            WHERE t.tenant_id = $1 AND s.name IN ('country', 'time_zone', 'tones') ORDER BY k.depth DESC";
        self.rows(sql, vec![]).await
    }

    /// Changes a site; answers what it was.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`].
    pub async fn change_site(&self, id: SiteId, version: i64, change: SiteChange) -> Result<Site> {
        let before = self.site(id).await?;
        self.rename_node(id.into(), version, change.name.as_ref()).await?;
        if let Some(registrar) = change.registrar {
            self.set_registrar(id, registrar).await?;
        }
        let mut update = self.update::<site::Entity>().filter(site::Column::Id.eq(id.0));
        let changes = change.emergency_address.is_some() || change.emergency_caller.is_some();
        if let Some(address) = change.emergency_address {
            let text = address.map(|address| serde_json::to_string(&address)).transpose();
            let text = text.map_err(|_| StoreError::Corrupt("emergency address"))?;
            update = update.col_expr(site::Column::EmergencyAddress, text.into());
        }
        if let Some(caller) = change.emergency_caller {
            let text = caller.map(|caller| caller.to_string());
            update = update.col_expr(site::Column::EmergencyCaller, text.into());
        }
        if changes {
            update.exec(self.tx()).await?;
        }
        self.notify(Subject::Site(id.0));
        Ok(before)
    }

    async fn set_registrar(&self, id: SiteId, registrar: Option<Endpoint>) -> Result<()> {
        let (host, port, transport) = registrar.map_or((None, None, None), |endpoint| {
            let text = (endpoint.host.to_string(), endpoint.transport.as_str().to_owned());
            (Some(text.0), Some(i32::from(endpoint.port)), Some(text.1))
        });
        self.update::<site::Entity>()
            .filter(site::Column::Id.eq(id.0))
            .col_expr(site::Column::RegistrarHost, host.into())
            .col_expr(site::Column::RegistrarPort, port.into())
            .col_expr(site::Column::RegistrarTransport, transport.into())
            .exec(self.tx())
            .await?;
        Ok(())
    }

    /// Removes a site with its agent. What its calls were stays.
    ///
    /// # Errors
    /// [`StoreError::InUse`] while users, lines or devices are there, [`StoreError::NotFound`],
    /// [`StoreError::Version`].
    pub async fn delete_site(&self, id: SiteId, version: i64) -> Result<()> {
        self.lock_model().await?;
        let site = self.site(id).await?;
        if site.version != version {
            return Err(StoreError::Version);
        }
        if self.is_site_used(id).await? {
            return Err(StoreError::InUse);
        }
        self.drop_target(Target::Site(id)).await?;
        for sql in [
            "DELETE FROM directory_agent WHERE tenant_id = $1 AND site_id = $2",
            "DELETE FROM enrolment WHERE tenant_id = $1 AND site_id = $2",
            "DELETE FROM agent WHERE tenant_id = $1 AND site_id = $2",
            "DELETE FROM registration WHERE tenant_id = $1 AND site_id = $2",
            "DELETE FROM site_state WHERE tenant_id = $1 AND site_id = $2",
            "DELETE FROM site WHERE tenant_id = $1 AND id = $2",
            "DELETE FROM node WHERE parent_id = $1 AND id = $2",
        ] {
            self.run(sql, vec![id.0.into()]).await?;
        }
        self.notify(Subject::Site(id.0));
        Ok(())
    }

    async fn is_site_used(&self, id: SiteId) -> Result<bool> {
        let sql = "SELECT id FROM (SELECT tenant_id, site_id, id FROM pbx_user UNION ALL \
            SELECT tenant_id, site_id, id FROM line UNION ALL SELECT tenant_id, site_id, id FROM device) u \
            WHERE u.tenant_id = $1 AND u.site_id = $2 LIMIT 1";
        Ok(!self.rows::<UsedBy>(sql, vec![id.0.into()]).await?.is_empty())
    }
}

#[derive(FromQueryResult)]
#[allow(dead_code, reason = "only whether there is one counts")]
struct UsedBy {
    id: Uuid,
}

/// A value on the way down to a site.
#[derive(FromQueryResult)]
struct PlaceValue {
    site: Uuid,
    name: String,
    value: String,
    locked: bool,
}

fn value_at(values: &[PlaceValue], site: Uuid, name: SettingName) -> Result<String> {
    let path: Vec<_> =
        values.iter().filter(|value| value.site == site && value.name == name.as_str()).collect();
    text(name, in_force(&path, |value| value.locked).map(|value| value.value.as_str()))
}

impl Open {
    pub(crate) async fn create_site(&self, tenant: TenantId, new: &NewSite) -> Result<SiteId> {
        let id = self.create_node(NodeKind::Site, Some(NodeId(tenant.0)), &new.name).await?;
        self.insert(site::ActiveModel {
            tenant_id: Set(tenant.0),
            id: Set(id.0),
            country: Set(new.country.clone()),
            time_zone: Set(new.time_zone.clone()),
            realm: Set(realm(id.0)),
            registrar_host: Set(None),
            registrar_port: Set(None),
            registrar_transport: Set(None),
            emergency_address: Set(None),
            emergency_caller: Set(None),
        })
        .await?;
        self.set_where_it_differs(id, SettingName::Country, &new.country).await?;
        self.set_where_it_differs(id, SettingName::TimeZone, &new.time_zone).await?;
        self.insert(target::ActiveModel {
            tenant_id: Set(tenant.0),
            id: Set(id.0),
            kind: Set("site".to_owned()),
            changed_at: Set(Some(self.store.now().0)),
            ..Default::default()
        })
        .await?;
        Ok(SiteId(id.0))
    }
}

/// A name nobody else has, under the top-level domain reserved for private use.
fn realm(id: Uuid) -> String {
    let digits = id.simple().to_string();
    format!("site-{}.cordboard.internal", digits.get(20..).unwrap_or(&digits))
}

fn read(
    row: site::Model,
    node: &node::Model,
    agent: Option<&agent::Model>,
    values: &[PlaceValue],
) -> Result<Site> {
    let country = value_at(values, row.id, SettingName::Country)?;
    let tones = Some(value_at(values, row.id, SettingName::Tones)?).filter(|tones| !tones.is_empty());
    let address = row.emergency_address.as_deref().map(serde_json::from_str).transpose();
    let caller = row.emergency_caller.as_deref().map(CallerNumber::parse).transpose();
    Ok(Site {
        tones: tones.unwrap_or_else(|| country.clone()),
        emergency_address: address.map_err(|_| StoreError::Corrupt("emergency address"))?,
        emergency_caller: caller.map_err(|_| StoreError::Corrupt("emergency caller"))?,
        id: SiteId(row.id),
        name: Label::parse(&node.name).map_err(|_| StoreError::Corrupt("site name"))?,
        country,
        time_zone: value_at(values, row.id, SettingName::TimeZone)?,
        realm: HostName::parse(&row.realm).map_err(|_| StoreError::Corrupt("realm"))?,
        registrar: endpoint(row.registrar_host, row.registrar_port, row.registrar_transport.as_deref())?,
        agent: agent.map(site_agent).transpose()?,
        version: node.version,
    })
}

fn site_agent(row: &agent::Model) -> Result<SiteAgent> {
    let preferred = row.endpoint_transports.as_deref().and_then(|list| list.split(',').next());
    Ok(SiteAgent {
        id: AgentId(row.id),
        host_name: row.host_name.clone(),
        software_version: row.software_version.clone(),
        seen_at: row.seen_at.map(Timestamp),
        endpoint: endpoint(row.endpoint_host.clone(), row.endpoint_port, preferred)?,
    })
}

fn endpoint(host: Option<String>, port: Option<i32>, transport: Option<&str>) -> Result<Option<Endpoint>> {
    let corrupt = || StoreError::Corrupt("registrar");
    let (Some(host), Some(port), Some(transport)) = (host, port, transport) else { return Ok(None) };
    Ok(Some(Endpoint {
        host: HostName::parse(&host).map_err(|_| corrupt())?,
        port: u16::try_from(port).map_err(|_| corrupt())?,
        transport: Transport::parse(transport).map_err(|_| corrupt())?,
    }))
}

//! Sites of a customer.

use cordboard_types::{AgentId, HostName, Label, NodeId, SiteId, TenantId, Timestamp, Transport};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    Result, StoreError, Subject, Tenant,
    context::Open,
    entity::{agent, node, site, target},
    nodes::NodeKind,
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
            read(site, node.ok_or(StoreError::Corrupt("site node"))?, agent)
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

    /// Changes a site; answers what it was. `registrar`: `None` leaves it, `Some(None)` takes the override away.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`].
    pub async fn change_site(
        &self,
        id: SiteId,
        version: i64,
        name: Option<&Label>,
        registrar: Option<Option<Endpoint>>,
    ) -> Result<Site> {
        let before = self.site(id).await?;
        self.rename_node(id.into(), version, name).await?;
        if let Some(registrar) = registrar {
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
        }
        self.notify(Subject::Site(id.0));
        Ok(before)
    }
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
        })
        .await?;
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

fn read(row: site::Model, node: &node::Model, agent: Option<&agent::Model>) -> Result<Site> {
    Ok(Site {
        id: SiteId(row.id),
        name: Label::parse(&node.name).map_err(|_| StoreError::Corrupt("site name"))?,
        country: row.country,
        time_zone: row.time_zone,
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

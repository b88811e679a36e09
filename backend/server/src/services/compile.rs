//! From the rows of a tenant to the files of its targets.

use std::collections::HashMap;

use cordboard_agent_protocol::SCHEMA_VERSION;
use cordboard_api::ErrorCode;
use cordboard_catalogue::{Limit, RenderError};
use cordboard_domain::{
    DeviceDocument, Registrar, SlottedFile,
    compile::{
        AccountModel, DeviceModel, HandsetModel, LineModel, SiteModel, SiteRegion, device_document,
        site_document,
    },
};
use cordboard_store::{
    Tenant,
    credentials::CredentialSet,
    devices::{Device, Handset, LineRef},
    sites::{Endpoint, Site},
};
use cordboard_types::{DeviceId, HostName, SiteId};

use crate::{
    State,
    http::error::{ApiError, ApiResult},
};

/// Name of the one file of a site's release: the payload of its agent's documents.
pub const SITE_FILE: &str = "site.json";
/// Time server of every device.
const NTP: &str = "pool.ntp.org";

/// What devices are compiled from, read once for many of them.
#[derive(Debug)]
pub struct Compiler<'a> {
    state: &'a State,
    sites: HashMap<SiteId, Site>,
    credentials: HashMap<DeviceId, CredentialSet>,
}

/// Why a target has no files, as a stable code.
pub type Compiled<T> = Result<T, ErrorCode>;

impl<'a> Compiler<'a> {
    /// Reads what `devices` and their handsets are compiled from.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(state: &'a State, tenant: &Tenant, devices: &[Device]) -> ApiResult<Self> {
        let handsets = devices.iter().flat_map(|device| &device.handsets).map(|handset| handset.id);
        let ids: Vec<_> = devices.iter().map(|device| device.id).chain(handsets).collect();
        let sets = tenant.credentials_of_devices(&ids).await?;
        let credentials = sets.into_iter().filter_map(|set| Some((set.device?, set))).collect();
        let sites = tenant.sites().await?.into_iter().map(|site| (site.id, site)).collect();
        Ok(Self { state, sites, credentials })
    }

    /// A site of the tenant.
    #[must_use]
    pub fn site(&self, id: SiteId) -> Option<&Site> {
        self.sites.get(&id)
    }

    /// The files of a device.
    ///
    /// # Errors
    /// [`ErrorCode::RegistrarUnknown`] while nobody has said where its phones register;
    /// [`ErrorCode::NotOfThisModel`] when the model cannot do what is asked.
    pub fn files(&self, device: &Device) -> Compiled<Vec<SlottedFile>> {
        let site = self.sites.get(&device.site).ok_or(ErrorCode::UnknownReference)?;
        let endpoint = site.endpoint().ok_or(ErrorCode::RegistrarUnknown)?;
        let document = self.document(device, site, endpoint)?;
        self.state.catalogue.render(&document).map_err(|error| refused(device, &error))
    }

    /// What a device asks for that its model cannot do, whether or not its registrar is known yet.
    ///
    /// # Errors
    /// When something it refers to is gone.
    pub fn limits(&self, device: &Device) -> Compiled<Vec<Limit>> {
        let site = self.sites.get(&device.site).ok_or(ErrorCode::UnknownReference)?;
        let somewhere =
            Endpoint { host: site.realm.clone(), port: 5060, transport: cordboard_types::Transport::Udp };
        let document = self.document(device, site, site.endpoint().unwrap_or(&somewhere))?;
        Ok(self.state.catalogue.validate(&document).err().unwrap_or_default())
    }

    fn document(&self, device: &Device, site: &Site, endpoint: &Endpoint) -> Compiled<DeviceDocument> {
        let model = self.state.catalogue.model(&device.model).ok_or(ErrorCode::UnknownModel)?;
        let line = device.line.as_ref().map(|line| self.account(device.id, line)).transpose()?;
        let handsets = device.handsets.iter().map(|handset| self.handset(handset));
        let rows = DeviceModel {
            id: device.id,
            model: device.model.clone(),
            mac: device.mac.clone(),
            admin_password: model.admin_password,
            user_login: model.user_login,
            user_name: device.user_name.clone(),
            account: line,
            handsets: handsets.collect::<Compiled<_>>()?,
        };
        let url = self.state.settings.provisioning_url();
        Ok(device_document(rows, &region(site, endpoint)?, &url))
    }

    fn account(&self, device: DeviceId, line: &LineRef) -> Compiled<AccountModel> {
        let set = self.credentials.get(&device).ok_or(ErrorCode::UnknownReference)?;
        Ok(AccountModel {
            extension: line.extension.clone(),
            display_name: line.name.clone(),
            credential: set.id,
            auth_user: set.auth_user.clone(),
        })
    }

    fn handset(&self, handset: &Handset) -> Compiled<HandsetModel> {
        Ok(HandsetModel {
            id: handset.id,
            slot: handset.slot,
            name: handset.name.clone(),
            ipui: handset.ipui.clone(),
            account: self.account(handset.id, &handset.line)?,
        })
    }
}

fn region(site: &Site, endpoint: &Endpoint) -> Compiled<SiteRegion> {
    Ok(SiteRegion {
        domain: site.realm.clone(),
        registrar: Registrar {
            host: endpoint.host.clone(),
            port: endpoint.port,
            transport: endpoint.transport,
        },
        country: site.country.clone(),
        tones: site.tones.clone(),
        time_zone: site.time_zone.clone(),
        ntp: HostName::parse(NTP).map_err(|_| ErrorCode::Internal)?,
    })
}

/// What a person cannot mend is logged here, once; what they can is theirs to read.
fn refused(device: &Device, error: &RenderError) -> ErrorCode {
    match error {
        RenderError::UnknownModel(_) => ErrorCode::UnknownModel,
        RenderError::Limits(_) => ErrorCode::NotOfThisModel,
        RenderError::Fuel { .. } | RenderError::Template { .. } => {
            tracing::error!(device = %device.id, %error, "a device could not be rendered");
            ErrorCode::Internal
        }
    }
}

/// The one file of a site's release.
///
/// # Errors
/// When the database fails.
pub async fn site_file(tenant: &Tenant, site: &Site) -> ApiResult<SlottedFile> {
    let document = site_document(site_model(tenant, site).await?);
    Ok(SlottedFile {
        name: SITE_FILE.to_owned(),
        content_type: "application/json".to_owned(),
        identity: true,
        bytes: serde_json::to_vec(&document).map_err(ApiError::internal)?,
        slots: Vec::new(),
    })
}

/// Version of what [`site_file`] compiles.
#[must_use]
pub fn site_version() -> String {
    format!("site-{SCHEMA_VERSION}")
}

async fn site_model(tenant: &Tenant, site: &Site) -> ApiResult<SiteModel> {
    let mut sets: HashMap<_, Vec<_>> = HashMap::new();
    for set in tenant.credentials_of_site(site.id).await? {
        sets.entry(set.line).or_default().push((set.id, set.device, set.auth_user));
    }
    let lines = tenant.lines_of_site(site.id).await?.into_iter().map(|line| LineModel {
        credentials: sets.remove(&line.id).unwrap_or_default(),
        id: line.id,
        extension: line.extension,
        display_name: line.name,
    });
    Ok(SiteModel {
        tenant: tenant.id(),
        site: site.id,
        realm: site.realm.to_string(),
        country: site.country.clone(),
        lines: lines.collect(),
    })
}

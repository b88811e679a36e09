//! Reading devices: one query for the devices, one for the handsets of all of them.

use cordboard_types::{DeviceId, Label, LineId, SiteId, Timestamp};
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use super::{Device, DeviceKind, LastAccess, LineRef};
use crate::{
    PageRequest, Paged, Result, StoreError, Tenant,
    entity::device,
    first_contact, parse,
    query::{limit, places},
    targets,
};

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    device: device::Model,
    #[sea_orm(nested)]
    target: targets::Columns,
    site_name: String,
    extension: Option<String>,
    display_name: Option<String>,
    registrations: i64,
}

/// `$2` is the time now. Handsets are left out: they come with their system.
fn select(condition: &str) -> String {
    format!(
        "SELECT d.*, {}, n.name AS site_name, l.extension, l.display_name, \
         (SELECT COUNT(*) FROM registration r WHERE r.tenant_id = d.tenant_id AND r.device_id = d.id \
            AND r.expires_at > $2) \
         + (SELECT COUNT(*) FROM registration r WHERE r.tenant_id = d.tenant_id AND r.expires_at > $2 \
            AND r.device_id IN \
                (SELECT h.id FROM device h WHERE h.tenant_id = d.tenant_id AND h.base_id = d.id)) \
            AS registrations \
         FROM device d JOIN node n ON n.id = d.site_id \
         LEFT JOIN line l ON l.tenant_id = d.tenant_id AND l.id = d.line_id \
         LEFT JOIN target t ON t.tenant_id = d.tenant_id AND t.id = d.id \
         WHERE d.tenant_id = $1 AND d.base_id IS NULL AND {condition}",
        targets::COLUMNS
    )
}

impl Tenant {
    /// Phones and DECT systems by name; with `line`, those on it, systems with a handset on it among them.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn devices(&self, line: Option<LineId>, page: &PageRequest) -> Result<Paged<Device>> {
        let (name, id) = page.key::<(String, Uuid)>()?.unwrap_or_default();
        let mut values = vec![self.now().0.into(), name.into(), id.into(), limit(page)];
        let mut condition = "(d.name, d.id) > ($3, $4)".to_owned();
        if let Some(line) = line {
            values.push(line.0.into());
            condition.push_str(
                " AND (d.line_id = $6 OR d.id IN \
                 (SELECT h.base_id FROM device h WHERE h.tenant_id = $1 AND h.line_id = $6))",
            );
        }
        let sql = format!("{} ORDER BY d.name, d.id LIMIT $5", select(&condition));
        let devices = self.read_devices(&sql, values).await?;
        page.cut(devices, |device| (device.name.to_string(), device.id.0))
    }

    /// The phones and DECT systems among `ids` that exist here, in no order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn devices_by_id(&self, ids: &[DeviceId]) -> Result<Vec<Device>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = select(&format!("d.id IN ({})", places(3, ids.len())));
        let values = std::iter::once(self.now().0.into()).chain(ids.iter().map(|id| id.0.into()));
        self.read_devices(&sql, values.collect()).await
    }

    /// One phone or DECT system.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], also for a handset.
    pub async fn device(&self, id: DeviceId) -> Result<Device> {
        self.devices_by_id(&[id]).await?.pop().ok_or(StoreError::NotFound)
    }

    async fn read_devices(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Device>> {
        let rows = self.rows::<Row>(sql, values).await?;
        let mut devices = rows.into_iter().map(read).collect::<Result<Vec<_>>>()?;
        let systems = devices.iter().filter(|device| device.kind == DeviceKind::DectSystem);
        let systems: Vec<_> = systems.map(|device| device.id).collect();
        let handsets = self.handsets_of(&systems).await?;
        for handset in handsets {
            if let Some(device) = devices.iter_mut().find(|device| device.id == handset.base) {
                device.handsets.push(handset);
            }
        }
        Ok(devices)
    }
}

fn read(row: Row) -> Result<Device> {
    let contact = first_contact::state_of(&row.device)?;
    let line = line_ref(row.device.line_id, row.extension.as_deref(), row.display_name.as_deref())?;
    let device = row.device;
    Ok(Device {
        id: DeviceId(device.id),
        kind: DeviceKind::parse(&device.kind)?,
        model: parse::model(&device.model)?,
        name: parse::label(&device.name)?,
        line,
        site: SiteId(device.site_id),
        site_name: row.site_name,
        mac: device.mac.as_deref().map(parse::mac).transpose()?,
        user_name: device.user_name.as_deref().map(parse::label).transpose()?,
        contact,
        target: row.target.facts()?,
        failure: row.target.failure,
        last_access: device.last_access_at.map(|at| LastAccess {
            at: Timestamp(at),
            ip: device.last_access_ip.unwrap_or_default(),
            user_agent: device.last_user_agent.unwrap_or_default(),
        }),
        registrations: parse::number(row.registrations)?,
        handsets: Vec::new(),
        created_at: Timestamp(device.created_at),
        version: device.version,
        catalogue_version: device.catalogue_version,
    })
}

fn line_ref(id: Option<Uuid>, extension: Option<&str>, name: Option<&str>) -> Result<Option<LineRef>> {
    let (Some(id), Some(extension), Some(name)) = (id, extension, name) else { return Ok(None) };
    let name: Label = parse::label(name)?;
    Ok(Some(LineRef { id: LineId(id), extension: parse::extension(extension)?, name }))
}

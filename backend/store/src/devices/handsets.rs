//! Handsets of DECT systems: their slots never change while they exist (phone-formats §8 lesson 8).

use cordboard_domain::{SecretField, SecretRef};
use cordboard_types::{DeviceId, LimitName, LineId};
use sea_orm::{ActiveValue::Set, FromQueryResult};
use uuid::Uuid;

use super::{Device, DeviceKind, Handset, LineRef, NewHandset};
use crate::{Result, StoreError, Subject, Tenant, entity::device, parse, query::places};

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    base_id: Uuid,
    slot: i32,
    name: String,
    ipui: Option<String>,
    line_id: Uuid,
    extension: String,
    display_name: String,
}

impl Tenant {
    /// The handsets of several DECT systems in the order of their slots.
    pub(crate) async fn handsets_of(&self, systems: &[DeviceId]) -> Result<Vec<Handset>> {
        if systems.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT h.id, h.base_id, h.slot, h.name, h.ipui, h.line_id, l.extension, l.display_name \
             FROM device h JOIN line l ON l.tenant_id = h.tenant_id AND l.id = h.line_id \
             WHERE h.tenant_id = $1 AND h.base_id IN ({}) ORDER BY h.base_id, h.slot",
            places(2, systems.len())
        );
        let rows = self.rows::<Row>(&sql, systems.iter().map(|id| id.0.into()).collect()).await?;
        rows.into_iter().map(read).collect()
    }

    /// Adds a handset to `system` in its first free slot, with credentials and a PIN of its own.
    ///
    /// # Errors
    /// [`StoreError::Reference`] for a line that is not of the system's site.
    pub async fn add_handset(&self, system: &Device, new: &NewHandset) -> Result<DeviceId> {
        self.check_limit(LimitName::DectHandsets, 1).await?;
        let line = self.line(new.line).await.map_err(|error| error.referring("/line"))?;
        if line.site != system.site {
            return Err(StoreError::Reference("/line"));
        }
        let id = DeviceId::new();
        let slot = first_free(&self.handsets_of(&[system.id]).await?);
        self.open
            .insert(device::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                kind: Set(DeviceKind::DectHandset.as_str().to_owned()),
                model: Set(system.model.as_str().to_owned()),
                catalogue_version: Set(system.catalogue_version.clone()),
                name: Set(new.name.as_ref().unwrap_or(&line.name).to_string()),
                site_id: Set(system.site.0),
                line_id: Set(Some(line.id.0)),
                base_id: Set(Some(system.id.0)),
                slot: Set(Some(i32::from(slot))),
                ipui: Set(new.ipui.clone()),
                contact_state: Set("no".to_owned()),
                created_at: Set(self.now().0),
                version: Set(1),
                ..Default::default()
            })
            .await?;
        self.create_device_credentials(line.id, id, &line.extension).await?;
        let pin = self.open.store.sealer.dect_pin()?;
        let which = SecretRef { owner: id.0.into_bytes(), field: SecretField::DectPin };
        self.put_secret(which, &pin).await?;
        self.notify(Subject::Device(system.id.0));
        Ok(id)
    }

    /// Removes a handset; its credentials are refused at once. The other slots stay as they are, and the
    /// system's files in force stay whole until the removal is published.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the system has no such handset.
    pub async fn delete_handset(&self, system: &Device, id: DeviceId) -> Result<Handset> {
        self.lock_model().await?;
        let handset = system.handsets.iter().find(|handset| handset.id == id);
        let handset = handset.ok_or(StoreError::NotFound)?.clone();
        self.revoke_device_credentials(id).await?;
        let gone = self.run("DELETE FROM device WHERE tenant_id = $1 AND id = $2", vec![id.0.into()]).await?;
        if gone == 0 {
            return Err(StoreError::NotFound);
        }
        self.notify(Subject::Device(system.id.0));
        self.notify(Subject::Document(system.site.0));
        Ok(handset)
    }
}

fn first_free(handsets: &[Handset]) -> u16 {
    (1..=u16::MAX).find(|slot| !handsets.iter().any(|handset| handset.slot == *slot)).unwrap_or(u16::MAX)
}

fn read(row: Row) -> Result<Handset> {
    Ok(Handset {
        id: DeviceId(row.id),
        base: DeviceId(row.base_id),
        slot: parse::number(row.slot)?,
        name: parse::label(&row.name)?,
        line: LineRef {
            id: LineId(row.line_id),
            extension: parse::extension(&row.extension)?,
            name: parse::label(&row.display_name)?,
        },
        ipui: row.ipui,
    })
}

//! Writing phones and DECT systems.

use cordboard_domain::ModelId;
use cordboard_types::{DeviceId, FoundKind, Label, LimitName, LineId, Mac, SiteId};
use sea_orm::ActiveValue::Set;

use super::{Device, DeviceChange, NewDevice};
use crate::{
    Result, StoreError, Subject, Tenant, audit::Actor, entity::device, lines::Line, targets::Target,
};

impl Tenant {
    /// Adds a phone or a DECT system with its steady access key, its MAC claimed and, on a line, a
    /// credential set of its own.
    ///
    /// # Errors
    /// [`StoreError::Reference`] for an unknown line or site, [`StoreError::Taken`] for a MAC in use
    /// anywhere.
    pub async fn create_device(&self, new: &NewDevice) -> Result<DeviceId> {
        self.check_limit(LimitName::Devices, 1).await?;
        let line = self.line_at(new.line, new.site).await?;
        self.site(new.site).await.map_err(|error| error.referring("/site"))?;
        let id = DeviceId::new();
        self.insert_device(id, new).await?;
        let terms = terms(&new.name, &new.model, new.mac.as_ref(), new.user_name.as_ref());
        self.add_terms(FoundKind::Device, &[(id.0, terms)]).await?;
        if let Some(mac) = &new.mac {
            self.claim_mac(id, mac).await?;
        }
        if let Some(line) = line {
            self.create_device_credentials(line.id, id, &line.extension).await?;
        }
        self.issue_steady_key(id).await?;
        self.notify(Subject::Device(id.0));
        Ok(id)
    }

    async fn insert_device(&self, id: DeviceId, new: &NewDevice) -> Result<()> {
        self.open
            .insert(device::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                kind: Set(new.kind.as_str().to_owned()),
                model: Set(new.model.as_str().to_owned()),
                catalogue_version: Set(new.catalogue_version.clone()),
                name: Set(new.name.to_string()),
                site_id: Set(new.site.0),
                line_id: Set(new.line.map(|line| line.0)),
                mac: Set(new.mac.as_ref().map(ToString::to_string)),
                user_name: Set(new.user_name.as_ref().map(ToString::to_string)),
                contact_state: Set("no".to_owned()),
                created_at: Set(self.now().0),
                version: Set(1),
                ..Default::default()
            })
            .await
    }

    /// The line named for a device; it must be of the device's site.
    async fn line_at(&self, line: Option<LineId>, site: SiteId) -> Result<Option<Line>> {
        let Some(line) = line else { return Ok(None) };
        let line = self.line(line).await.map_err(|error| error.referring("/line"))?;
        if line.site == site { Ok(Some(line)) } else { Err(StoreError::Reference("/line")) }
    }

    /// Changes a phone or a DECT system. A new MAC takes back the permission for a first contact; another
    /// line takes its credential set along. Returns the place in the live-key log to wait for, when a key was
    /// removed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`], [`StoreError::Reference`], [`StoreError::Taken`].
    pub async fn change_device(
        &self,
        id: DeviceId,
        version: i64,
        change: &DeviceChange,
        actor: &Actor,
    ) -> Result<Option<i64>> {
        self.lock_model().await?;
        let device = self.device_at(id, version).await?;
        let new_mac = change.mac.as_ref().filter(|mac| Some(*mac) != device.mac.as_ref());
        let revoked = match new_mac {
            Some(mac) => self.change_mac(&device, mac, actor).await?,
            None => None,
        };
        let line = self.line_at(change.line, device.site).await?;
        if let Some(line) = line.filter(|line| device.line.as_ref().is_none_or(|old| old.id != line.id)) {
            self.move_device_credentials(id, line.id, &line.extension).await?;
        }
        self.update_device(&device, change).await?;
        self.notify(Subject::Device(id.0));
        Ok(revoked)
    }

    async fn update_device(&self, device: &Device, change: &DeviceChange) -> Result<()> {
        let line = change.line.or(device.line.as_ref().map(|line| line.id));
        let mac = change.mac.as_ref().or(device.mac.as_ref());
        let user_name = change.user_name.as_ref().or(device.user_name.as_ref());
        let name = change.name.as_ref().unwrap_or(&device.name);
        let sql = "UPDATE device SET name = $3, line_id = $4, mac = $5, user_name = $6, version = version + 1 \
            WHERE tenant_id = $1 AND id = $2";
        let values = vec![
            device.id.0.into(),
            name.as_str().into(),
            line.map(|line| line.0).into(),
            mac.map(ToString::to_string).into(),
            user_name.map(ToString::to_string).into(),
        ];
        self.run(sql, values).await?;
        let terms = terms(name, &device.model, mac, user_name);
        self.change_terms(FoundKind::Device, device.id.0, terms).await
    }

    async fn change_mac(&self, device: &Device, mac: &Mac, actor: &Actor) -> Result<Option<i64>> {
        self.release_mac(device.id).await?;
        self.claim_mac(device.id, mac).await?;
        let revoked = self.disarm(device.id, actor).await?;
        self.touch_device(device.id).await?;
        Ok(revoked)
    }

    /// Removes a phone or a DECT system with its handsets: keys, MAC claims, credentials and secrets. Its
    /// releases stay as history. Nothing is sent to the device. Returns what it was, and the
    /// place in the live-key log to wait for.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`].
    pub async fn delete_device(&self, id: DeviceId, version: i64) -> Result<(Device, Option<i64>)> {
        self.lock_model().await?;
        let device = self.device_at(id, version).await?;
        for handset in &device.handsets {
            self.drop_device_credentials(handset.id).await?;
            self.drop_secrets(handset.id.0).await?;
        }
        let revoked = self.drop_keys(id).await?;
        self.release_mac(id).await?;
        self.drop_device_credentials(id).await?;
        self.drop_secrets(id.0).await?;
        self.drop_target(Target::Device(id)).await?;
        self.drop_terms(id.0).await?;
        self.run("DELETE FROM device WHERE tenant_id = $1 AND id = $2", vec![id.0.into()]).await?;
        self.notify(Subject::Device(id.0));
        self.notify(Subject::Document(device.site.0));
        Ok((device, revoked))
    }

    /// The device, unless it has another version than the one a person looked at.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`].
    pub async fn device_at(&self, id: DeviceId, version: i64) -> Result<Device> {
        let device = self.device(id).await?;
        if device.version == version { Ok(device) } else { Err(StoreError::Version) }
    }
}

/// By what a device is found.
fn terms(name: &Label, model: &ModelId, mac: Option<&Mac>, user_name: Option<&Label>) -> Vec<String> {
    let texts = [Some(name.to_string()), Some(model.as_str().to_owned()), mac.map(Mac::to_string)];
    texts.into_iter().flatten().chain(user_name.map(Label::to_string)).collect()
}

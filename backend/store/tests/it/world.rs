//! A small world to test in: one provider, customers with a site each.

use cordboard_domain::{Escape, ModelId, SecretRef, Slot, SlottedFile};
use cordboard_store::{
    Store, Tenant,
    audit::Actor,
    devices::{DeviceKind, NewDevice},
    nodes::NodeKind,
    sites::NewSite,
    users::{NewPin, NewUser, Profile},
};
use cordboard_types::{DeviceId, Extension, Label, LineId, Login, Mac, NodeId, SiteId, TenantId, UserId};

pub(crate) fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

pub(crate) fn actor() -> Actor {
    Actor { name: "operator@example.net".into(), ..Actor::default() }
}

pub(crate) async fn provider(store: &Store) -> NodeId {
    let system = store.system("test").await.unwrap();
    let platform = system.create_node(NodeKind::Platform, None, &label("Platform")).await.unwrap();
    let provider = system.create_node(NodeKind::Provider, Some(platform), &label("Provider")).await.unwrap();
    system.commit().await.unwrap();
    provider
}

/// A customer with one site.
#[derive(Clone)]
pub(crate) struct Customer {
    pub(crate) store: Store,
    pub(crate) id: TenantId,
    pub(crate) site: SiteId,
}

impl Customer {
    pub(crate) async fn new(store: &Store, provider: NodeId, name: &str) -> Self {
        let system = store.system("test").await.unwrap();
        let site =
            NewSite { name: label("Head office"), country: "CH".into(), time_zone: "Europe/Zurich".into() };
        let (id, site) = system.create_customer(provider, &label(name), "CH", &site).await.unwrap();
        system.commit().await.unwrap();
        Self { store: store.clone(), id, site }
    }

    /// A customer on a fresh platform.
    pub(crate) async fn alone(store: &Store) -> Self {
        Self::new(store, provider(store).await, "Customer").await
    }

    pub(crate) async fn read(&self) -> Tenant {
        self.store.read(self.id).await.unwrap()
    }

    pub(crate) async fn write(&self) -> Tenant {
        self.store.write(self.id).await.unwrap()
    }

    pub(crate) async fn user(&self, name: &str, extension: &str) -> (UserId, LineId) {
        let tenant = self.write().await;
        let ids = tenant.create_user(&self.new_user(name, extension)).await.unwrap();
        tenant.commit().await.unwrap();
        ids
    }

    /// A user to be, known by the extension.
    pub(crate) fn new_user(&self, name: &str, extension: &str) -> NewUser {
        let (login, number) = (Login::parse(extension).unwrap(), Extension::parse(extension).unwrap());
        let profile = Profile::simple(login, label(name), number);
        NewUser { id: UserId::new(), profile, site: self.site, pin: NewPin::Random }
    }

    pub(crate) fn new_phone(&self, line: LineId, mac: Option<&str>) -> NewDevice {
        NewDevice {
            kind: DeviceKind::Phone,
            model: ModelId::parse("yealink/t4x/T46U").unwrap(),
            catalogue_version: "1".into(),
            name: label("Desk phone"),
            line: Some(line),
            site: self.site,
            mac: mac.map(|mac| Mac::parse(mac).unwrap()),
            user_name: None,
        }
    }

    pub(crate) fn new_dect(&self, mac: Option<&str>) -> NewDevice {
        NewDevice {
            kind: DeviceKind::DectSystem,
            model: ModelId::parse("gigaset/n670/N670").unwrap(),
            line: None,
            name: label("Warehouse"),
            ..self.new_phone(LineId::new(), mac)
        }
    }

    pub(crate) async fn device(&self, new: &NewDevice) -> DeviceId {
        let tenant = self.write().await;
        let id = tenant.create_device(new).await.unwrap();
        tenant.commit().await.unwrap();
        id
    }
}

/// Gives a user another name, and another extension where there is one.
pub(crate) async fn rename(
    tenant: &Tenant,
    user: UserId,
    version: i64,
    name: &str,
    extension: Option<&str>,
) -> cordboard_store::Result<()> {
    let mut profile = tenant.user(user).await?.profile;
    profile.name = label(name);
    if let Some(extension) = extension {
        profile.extension = Extension::parse(extension).unwrap();
    }
    tenant.change_user(user, version, &profile, None).await
}

/// A file with one secret in it.
pub(crate) fn file(name: &str, text: &str, secret: SecretRef) -> SlottedFile {
    SlottedFile {
        name: name.into(),
        content_type: "text/plain".into(),
        identity: true,
        bytes: text.into(),
        slots: vec![Slot { offset: 0, secret, escape: Escape::Line }],
    }
}

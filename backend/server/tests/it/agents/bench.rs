//! A server with a site, and agents for it.

use std::{
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use cordboard_agent::{
    enrol::{EnrolError, enrol},
    identity::{DataDir, Identity},
    run::Agent,
    state::StateStore,
    telephony::Telephony,
};
use cordboard_agent_protocol::Endpoint;
use cordboard_domain::first_contact::State as Contact;
use cordboard_server::{State, agents, services, settings::Settings, tls};
use cordboard_store::{PageRequest, Tenant, audit::Actor, credentials::sip_password, targets::Target};
use cordboard_telephony::{CallRecord, CallResult, Fact, Side, SiteConfig, facts::Registration};
use cordboard_types::{
    CallId, CredentialSetId, DeviceId, Extension, HostName, SiteId, TenantId, Timestamp, Transport,
};
use tempfile::TempDir;
use tokio::{
    sync::{mpsc, watch},
    time::timeout,
};

use super::proxy::Proxy;
use crate::support::{Platform, label};

/// Longer than anything here takes, short enough to fail a test.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Bench {
    pub state: State,
    pub tenant: TenantId,
    pub site: SiteId,
    pub proxy: Proxy,
    _platform: Platform,
}

impl Bench {
    /// Runs a test on each database there is.
    pub async fn on_each(test: impl AsyncFn(Self)) {
        Platform::on_each(async |platform| test(Self::start(platform).await).await).await;
    }

    /// A customer with a site and the user 201, not published.
    async fn start(platform: Platform) -> Self {
        let mut state = platform.state.clone();
        let agents_listen = ([127, 0, 0, 1], 0).into();
        state.settings = Arc::new(Settings { agents_listen, ..Settings::clone(&state.settings) });
        let (server, addresses) = agents::serve(&state).unwrap();
        tokio::spawn(server);
        let tenant = platform.customer("Customer").await;
        let site = state.store.read(tenant).await.unwrap().sites().await.unwrap()[0].id;
        let proxy = Proxy::before(addresses[0]).await;
        let bench = Self { state, tenant, site, proxy, _platform: platform };
        bench.user("201").await;
        bench
    }

    pub fn actor(&self) -> Actor {
        Actor { name: "test".into(), credential: "test".into(), ..Actor::default() }
    }

    pub async fn user(&self, extension: &str) {
        let (name, extension) = (label("Somebody"), Extension::parse(extension).unwrap());
        let new = cordboard_api::users::NewUser::simple(name, extension, Some(self.site));
        let tenant = self.state.store.write(self.tenant).await.unwrap();
        services::users::create(&tenant, &self.actor(), new).await.unwrap();
        tenant.commit().await.unwrap();
    }

    pub async fn device(&self, new: serde_json::Value) -> DeviceId {
        let new = serde_json::from_value(new).unwrap();
        let tenant = self.state.store.write(self.tenant).await.unwrap();
        let device = services::devices::create(&self.state, &tenant, &self.actor(), new).await.unwrap();
        tenant.commit().await.unwrap();
        device.id
    }

    pub async fn contact(&self, device: DeviceId) -> Contact {
        self.state.store.read(self.tenant).await.unwrap().contact(device).await.unwrap()
    }

    pub async fn publish(&self) {
        services::publish::publish(&self.state, self.tenant, &self.actor(), None).await.unwrap();
    }

    pub async fn release_number(&self) -> Option<u32> {
        let tenant = self.state.store.read(self.tenant).await.unwrap();
        tenant.target_facts(Target::Site(self.site)).await.unwrap().0.number
    }

    pub async fn password(&self, set: CredentialSetId) -> String {
        let tenant = self.state.store.read(self.tenant).await.unwrap();
        tenant.secret(sip_password(set)).await.unwrap().0.to_string()
    }

    pub async fn calls(&self) -> Vec<CallId> {
        let tenant = self.state.store.read(self.tenant).await.unwrap();
        let mut page = PageRequest { after: None, size: 100 };
        let mut ids = Vec::new();
        loop {
            let found = tenant.calls(&page).await.unwrap();
            ids.extend(found.items.iter().map(|call| call.id));
            match found.next {
                Some(next) => page.after = Some(next),
                None => return ids,
            }
        }
    }

    /// Waits until `holds` does; looks again after each change the store tells of.
    pub async fn eventually(&self, holds: impl AsyncFn(Tenant) -> bool) {
        let mut notices = self.state.store.notices();
        let waiting = async {
            while !holds(self.state.store.read(self.tenant).await.unwrap()).await {
                // Lagging is news too.
                drop(notices.recv().await);
            }
        };
        timeout(PATIENCE, waiting).await.expect("it should have come about");
    }

    pub fn ca(&self) -> String {
        std::fs::read_to_string(tls::development_ca(&self.state.settings)).unwrap()
    }

    pub fn url(&self) -> String {
        format!("https://{}", self.proxy.address)
    }

    pub async fn token(&self) -> String {
        let tenant = self.state.store.write(self.tenant).await.unwrap();
        let token = services::enrolment::create(&self.state, &tenant, self.site).await.unwrap().token;
        tenant.commit().await.unwrap();
        token
    }

    pub async fn enrol(&self, folder: &Path, token: &str) -> Result<Identity, EnrolError> {
        enrol(&DataDir::open(folder).unwrap(), &self.url(), token, Some(&self.ca())).await
    }

    /// An agent that is enrolled and runs.
    pub async fn agent(&self) -> Running {
        let folder = tempfile::tempdir().unwrap();
        self.enrol(folder.path(), &self.token().await).await.unwrap();
        Running::start(folder, Arc::default()).await
    }
}

/// A telephony core that does what it is told and nothing else.
pub struct Core {
    config: watch::Sender<SiteConfig>,
    pub registrations: Mutex<Vec<Registration>>,
    pub port: Mutex<u16>,
}

impl Default for Core {
    fn default() -> Self {
        Self {
            config: watch::channel(SiteConfig::default()).0,
            registrations: Mutex::default(),
            port: Mutex::new(5070),
        }
    }
}

#[async_trait]
impl Telephony for Core {
    fn apply(&self, config: SiteConfig) {
        self.config.send_replace(config);
    }

    async fn healthy(&self) -> bool {
        true
    }

    fn endpoint(&self) -> Endpoint {
        Endpoint {
            host: HostName::parse("10.0.0.5").unwrap(),
            port: *self.port.lock().unwrap(),
            transports: vec![Transport::Udp],
        }
    }

    fn registrations(&self) -> Vec<Registration> {
        self.registrations.lock().unwrap().clone()
    }
}

pub struct Running {
    pub core: Arc<Core>,
    agent: Agent,
    facts: mpsc::Sender<Fact>,
    folder: TempDir,
}

impl Running {
    async fn start(folder: TempDir, core: Arc<Core>) -> Self {
        let (facts, told) = mpsc::channel(64);
        let data = DataDir::open(folder.path()).unwrap();
        let agent = Agent::start(&data, core.clone(), told).await.unwrap();
        Self { core, agent, facts, folder }
    }

    /// The configuration in force, as soon as `is_it` says so.
    pub async fn config(&self, is_it: impl FnMut(&SiteConfig) -> bool) -> SiteConfig {
        let mut configs = self.core.config.subscribe();
        let found = timeout(PATIENCE, configs.wait_for(is_it)).await.expect("it should have been applied");
        found.unwrap().clone()
    }

    pub async fn tell(&self, fact: Fact) {
        self.facts.send(fact).await.unwrap();
    }

    pub fn state(&self) -> &StateStore {
        self.agent.state()
    }

    /// Waits until the site's state is as it should be.
    pub async fn eventually(&self, holds: impl Fn(&StateStore) -> bool) {
        let waiting = async {
            while !holds(self.state()) {
                self.agent.state().merged().await;
            }
        };
        timeout(PATIENCE, waiting).await.expect("the state should have come");
    }

    pub async fn stop(mut self) -> TempDir {
        self.agent.stop_following().await;
        drop(self.facts);
        self.agent.finish().await;
        self.folder
    }

    /// Stops it and starts it again on the same folder, with a core that has forgotten its configuration.
    pub async fn restart(self) -> Self {
        let core = Core::default();
        *core.registrations.lock().unwrap() = self.core.registrations.lock().unwrap().clone();
        *core.port.lock().unwrap() = *self.core.port.lock().unwrap();
        Self::start(self.stop().await, Arc::new(core)).await
    }
}

/// A registration with the own credential set of the first line.
pub fn fact_of(config: &SiteConfig, contact: &str) -> Registration {
    let set = &config.credentials[0];
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let now = Timestamp(i64::try_from(now.as_millis()).unwrap());
    Registration {
        line: set.line,
        credential: set.id,
        credential_version: set.version,
        device: set.device,
        contact: contact.into(),
        user_agent: "baresip".into(),
        source: "10.0.0.7:5060".parse().unwrap(),
        transport: Transport::Udp,
        registered_at: now,
        expires_at: now.plus(600_000),
    }
}

pub fn call(config: &SiteConfig, at: Timestamp) -> CallRecord {
    CallRecord {
        id: CallId::new(),
        from_line: Some(config.lines[0].id),
        from_number: "201".into(),
        from_name: "Reception".into(),
        to_number: "202".into(),
        to_line: None,
        started_at: at,
        answered_at: Some(at.plus(2_000)),
        ended_at: at.plus(9_000),
        result: CallResult::Answered,
        ended_by: Some(Side::Callee),
    }
}

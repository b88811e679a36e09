//! What a registration says of the device that made it.

use cordboard_domain::{
    first_contact::{Event, Source, State as Contact},
    status::Status,
};
use cordboard_server::services;
use cordboard_store::{
    fetches::{Fetch, FetchResult},
    targets::Target,
};
use cordboard_telephony::{Fact, SiteConfig, facts::Registration};
use cordboard_types::{DeviceId, Timestamp};
use serde_json::json;

use super::bench::{Bench, Running, fact_of};

/// A published phone of 201 and the site's agent, which knows it.
async fn phone(bench: &Bench) -> (DeviceId, Running, SiteConfig) {
    bench.publish().await;
    let agent = bench.agent().await;
    bench.eventually(async |tenant| tenant.site(bench.site).await.unwrap().endpoint().is_some()).await;
    let config = agent.config(|config| config.lines.len() == 1).await;
    let new = json!({
        "model": "yealink/t4x/T46U", "line": config.lines[0].id, "mac": "00156574b1aa", "provisioning_mac": "once"
    });
    let device = bench.device(new).await;
    bench.publish().await;
    let config = agent.config(|config| config.credentials.len() == 2).await;
    (device, agent, config)
}

/// The phone registers with the set that is its own, `at` milliseconds from now.
fn registration(config: &SiteConfig, device: DeviceId, version: u32, at: i64) -> Registration {
    let set = config.credentials.iter().find(|set| set.device == Some(device)).unwrap();
    let base = fact_of(config, "sip:201@10.0.0.7:5060");
    let registered_at = base.registered_at.plus(at);
    Registration {
        credential: set.id,
        credential_version: version,
        device: set.device,
        registered_at,
        ..base
    }
}

async fn fetched(bench: &Bench, device: DeviceId, at: Timestamp) {
    let tenant = bench.state.store.write(bench.tenant).await.unwrap();
    let (known, _) = tenant.target_facts(Target::Device(device)).await.unwrap();
    let fetch = Fetch {
        device,
        at,
        file: "00156574b1aa.cfg".into(),
        result: FetchResult::Sent,
        first_access: false,
        ip: "10.0.0.7".into(),
        user_agent: "Yealink".into(),
        bytes: 1,
        release: known.facts.released.map(|(release, _)| release),
        identity: true,
    };
    tenant.record_fetches(&[fetch]).await.unwrap();
    tenant.commit().await.unwrap();
}

async fn status(bench: &Bench, device: DeviceId) -> Status {
    let tenant = bench.state.store.read(bench.tenant).await.unwrap();
    tenant.target_facts(Target::Device(device)).await.unwrap().0.facts.status().0
}

async fn registered(bench: &Bench, agent: &Running, registration: Registration) {
    let contact = registration.contact.clone();
    let at = registration.registered_at;
    agent.tell(Fact::Registered(registration)).await;
    bench
        .eventually(async |tenant| {
            let which = cordboard_store::registrations::RegistrationFilter::default();
            let page = tenant.registrations(which, &cordboard_store::PageRequest::default()).await.unwrap();
            page.items.iter().any(|row| row.contact == contact && row.registered_at == at)
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_with_the_current_secret_after_delivery_confirms() {
    Bench::on_each(async |bench| {
        let (device, agent, config) = phone(&bench).await;
        assert_eq!(status(&bench, device).await, Status::Pending);
        registered(&bench, &agent, registration(&config, device, 1, -60_000)).await;
        fetched(&bench, device, bench.state.store.now()).await;
        assert_eq!(status(&bench, device).await, Status::Delivered, "what was before says nothing");
        registered(&bench, &agent, registration(&config, device, 0, 60_000)).await;
        assert_eq!(status(&bench, device).await, Status::Delivered, "an old secret says nothing");
        registered(&bench, &agent, registration(&config, device, 1, 61_000)).await;
        assert_eq!(status(&bench, device).await, Status::Confirmed);
        agent.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_written_down_late_confirms_as_well() {
    Bench::on_each(async |bench| {
        let (device, agent, config) = phone(&bench).await;
        registered(&bench, &agent, registration(&config, device, 1, 0)).await;
        assert_eq!(status(&bench, device).await, Status::Pending);
        fetched(&bench, device, bench.state.store.now().plus(-60_000)).await;
        assert_eq!(status(&bench, device).await, Status::Confirmed);
        agent.stop().await;
    })
    .await;
}

// proves A-047
#[tokio::test(flavor = "multi_thread")]
async fn a_registration_with_the_claimed_documents_secret_ends_the_first_contact() {
    Bench::on_each(async |bench| {
        let (device, agent, config) = phone(&bench).await;
        registered(&bench, &agent, registration(&config, device, 1, 0)).await;
        assert!(matches!(bench.contact(device).await, Contact::Armed { .. }), "nobody has claimed it");
        let source = Source { ip: "10.0.0.7".into(), user_agent: "Yealink".into() };
        let tenant = bench.state.store.write(bench.tenant).await.unwrap();
        tenant.step_contact(device, Event::Fetch(source), &bench.actor()).await.unwrap();
        tenant.commit().await.unwrap();
        registered(&bench, &agent, registration(&config, device, 1, -60_000)).await;
        assert!(matches!(bench.contact(device).await, Contact::Claimed { .. }), "it was before the claim");
        registered(&bench, &agent, registration(&config, device, 1, 60_000)).await;
        assert_eq!(bench.contact(device).await, Contact::Done);
        agent.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_address_of_the_registrar_waits_to_be_published() {
    Bench::on_each(async |bench| {
        let (device, agent, _) = phone(&bench).await;
        *agent.core.port.lock().unwrap() = 5090;
        let agent = agent.restart().await;
        let changed = async || status(&bench, device).await == Status::Draft;
        bench.eventually(async |_| changed().await).await;
        let tenant = bench.state.store.read(bench.tenant).await.unwrap();
        let changes = tenant.changes(&cordboard_store::PageRequest::default()).await.unwrap().items;
        assert_eq!(
            (changes.len(), changes[0].author.as_str(), changes[0].resource.as_str()),
            (1, "agent", "site")
        );
        drop(tenant);
        services::publish::publish(&bench.state, bench.tenant, &bench.actor(), None).await.unwrap();
        assert_eq!(status(&bench, device).await, Status::Pending);
        agent.stop().await;
    })
    .await;
}

//! Redis: the cache and the bus of several replicas.

use std::time::Duration;

use ::redis::{
    AsyncCommands, Client, ExistenceCheck, Script, SetExpiry, SetOptions,
    aio::{ConnectionManager, ConnectionManagerConfig},
};
use async_trait::async_trait;
use bytes::Bytes;
use cordboard_store::{Notice, Store};
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast::error::RecvError;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::{
    IntegrationError, Result,
    bus::Bus,
    cache::{Cache, Verdict},
};

/// In front of every key, so that one Redis can serve several programs.
const PREFIX: &str = "cordboard";
const CHANNEL: &str = "cordboard:notices";
/// How long one answer may take; a request waits no longer for a cache.
const PATIENCE: Duration = Duration::from_secs(2);
const RETRY_FIRST: Duration = Duration::from_millis(100);
const RETRY_LAST: Duration = Duration::from_secs(5);

/// Counting and setting the end are one step: a counter without an end would block its source for ever.
const HIT: &str = "local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('PTTL', KEYS[1])}";

async fn connect(client: &Client) -> Result<ConnectionManager> {
    let config = ConnectionManagerConfig::new()
        .set_connection_timeout(Some(PATIENCE))
        .set_response_timeout(Some(PATIENCE))
        .set_number_of_retries(2);
    Ok(ConnectionManager::new_with_config(client.clone(), config).await?)
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX).max(1)
}

/// The shared cache.
pub struct RedisCache {
    connection: ConnectionManager,
    hit: Script,
}

impl std::fmt::Debug for RedisCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RedisCache")
    }
}

impl RedisCache {
    /// Connects; later losses are mended by themselves.
    ///
    /// # Errors
    /// When the address is malformed or nobody answers there.
    pub async fn connect(url: &str) -> Result<Self> {
        Ok(Self { connection: connect(&Client::open(url)?).await?, hit: Script::new(HIT) })
    }
}

#[async_trait]
impl Cache for RedisCache {
    async fn get(&self, key: &str) -> Result<Option<Bytes>> {
        let value: Option<Vec<u8>> = self.connection.clone().get(format!("{PREFIX}:value:{key}")).await?;
        Ok(value.map(Bytes::from))
    }

    async fn set(&self, key: &str, value: Bytes, life: Duration) -> Result<()> {
        let key = format!("{PREFIX}:value:{key}");
        Ok(self.connection.clone().pset_ex(key, value.as_ref(), milliseconds(life)).await?)
    }

    async fn remove(&self, key: &str) -> Result<()> {
        Ok(self.connection.clone().del(format!("{PREFIX}:value:{key}")).await?)
    }

    async fn claim_once(&self, key: &str, life: Duration) -> Result<bool> {
        let first = SetOptions::default()
            .conditional_set(ExistenceCheck::NX)
            .with_expiration(SetExpiry::PX(milliseconds(life)));
        let key = format!("{PREFIX}:claim:{key}");
        let set: Option<String> = self.connection.clone().set_options(key, 1, first).await?;
        Ok(set.is_some())
    }

    async fn hit(&self, key: &str, window: Duration, limit: u32) -> Result<Verdict> {
        let mut invocation = self.hit.key(format!("{PREFIX}:hits:{key}"));
        invocation.arg(milliseconds(window));
        let (count, left): (u64, i64) = invocation.invoke_async(&mut self.connection.clone()).await?;
        let left = u64::try_from(left).map_err(|_| IntegrationError::Answer)?;
        Ok(Verdict { allowed: count <= u64::from(limit), retry_after: Duration::from_millis(left) })
    }

    async fn ping(&self) -> Result<()> {
        Ok(self.connection.clone().ping().await?)
    }
}

/// Notices over publish and subscribe.
#[derive(Debug)]
pub struct RedisBus {
    client: Client,
    replica: Uuid,
}

#[derive(Serialize, Deserialize)]
struct Message {
    replica: Uuid,
    notice: Notice,
}

impl RedisBus {
    /// A bus; it connects when it runs.
    ///
    /// # Errors
    /// When the address is malformed.
    pub fn new(url: &str) -> Result<Self> {
        Ok(Self { client: Client::open(url)?, replica: Uuid::now_v7() })
    }

    /// Until the connection fails. Every commit of this replica goes out, everybody else's comes in.
    async fn carry(&self, store: &Store) -> Result<()> {
        let mut commits = store.commits();
        let mut publisher = connect(&self.client).await?;
        let mut subscriber = self.client.get_async_pubsub().await?;
        subscriber.subscribe(CHANNEL).await?;
        tracing::info!("the change bus is connected");
        let mut messages = subscriber.into_on_message();
        loop {
            tokio::select! {
                commit = commits.recv() => match commit {
                    Ok(notice) => self.publish(&mut publisher, notice).await?,
                    // A notice only saves a poll, so a missed one is late and not lost.
                    Err(RecvError::Lagged(missed)) => tracing::warn!(missed, "the change bus fell behind"),
                    Err(RecvError::Closed) => return Ok(()),
                },
                message = messages.next() => match message {
                    Some(message) => self.receive(message.get_payload_bytes(), store),
                    None => return Err(IntegrationError::Answer),
                },
            }
        }
    }

    async fn publish(&self, publisher: &mut ConnectionManager, notice: Notice) -> Result<()> {
        let message = Message { replica: self.replica, notice };
        let text = serde_json::to_string(&message).map_err(|_| IntegrationError::Answer)?;
        Ok(publisher.publish(CHANNEL, text).await?)
    }

    /// Our own come back too and were heard already.
    fn receive(&self, bytes: &[u8], store: &Store) {
        match serde_json::from_slice::<Message>(bytes) {
            Ok(message) if message.replica != self.replica => store.forward(message.notice),
            Ok(_) => {}
            // A newer replica may send subjects this one does not know.
            Err(error) => tracing::debug!(%error, "a notice on the change bus was not understood"),
        }
    }
}

#[async_trait]
impl Bus for RedisBus {
    async fn run(&self, store: Store, stop: CancellationToken) {
        let mut pause = RETRY_FIRST;
        loop {
            let began = tokio::time::Instant::now();
            tokio::select! {
                () = stop.cancelled() => return,
                ended = self.carry(&store) => if let Err(error) = ended {
                    tracing::warn!(%error, "the change bus is interrupted; other replicas hear of changes by polling");
                },
            }
            pause = if began.elapsed() > RETRY_LAST { RETRY_FIRST } else { (pause * 2).min(RETRY_LAST) };
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }
}

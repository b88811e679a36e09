//! Where a device's first contact stands: columns of the device row, changed by compare-and-set.

use cordboard_domain::{
    SecretField, SecretRef,
    first_contact::{Answer, Event, Source, State},
};
use cordboard_types::{DeviceId, TenantId, Timestamp};
use sea_orm::{ColumnTrait, Condition, DbErr, FromQueryResult, QueryFilter, QuerySelect, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Result, StoreError, Subject, System, Tenant,
    audit::{Actor, Entry},
    entity::device::{self, Column as C},
};

/// Attempts before a compare-and-set gives up; each lost one means that somebody else moved on.
const ATTEMPTS: usize = 8;

/// What an event did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The state before.
    pub before: State,
    /// The state after.
    pub after: State,
    /// What a fetch gets.
    pub answer: Answer,
    /// Place in the live-key log that every replica must reach to know of it, if there is one: the
    /// first-access key was removed, or somebody claimed it.
    pub position: Option<i64>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct ContactRow {
    contact_state: String,
    contact_until: Option<i64>,
    contact_ip: Option<String>,
    contact_user_agent: Option<String>,
    contact_claimed_at: Option<i64>,
    contact_sent_at: Option<i64>,
}

impl Tenant {
    /// Where the device's first contact stands, as stored: [`State::aged`] says what time has made of it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without such a device.
    pub async fn contact(&self, device: DeviceId) -> Result<State> {
        let row = self.find::<device::Entity>().filter(C::Id.eq(device.0)).select_only().columns(COLUMNS);
        let row = row.into_model::<ContactRow>().one(self.tx()).await?.ok_or(StoreError::NotFound)?;
        state(&row)
    }

    /// Takes the device's first contact one step further. Of two racing steps one wins and the other sees
    /// its result. Each change of state leaves one audit row; the end of a permission removes its
    /// first-access key. Tells of the device after the commit.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without such a device; [`StoreError::Version`] when others never stop.
    pub async fn step_contact(&self, device: DeviceId, event: Event, actor: &Actor) -> Result<Step> {
        for _ in 0..ATTEMPTS {
            let before = self.contact(device).await?;
            let (after, answer) = before.clone().next(event.clone(), self.now());
            if after == before {
                return Ok(Step { before, after, answer, position: None });
            }
            if self.swap_contact(device, &before, &after).await? {
                let position = self.after_step(device, &before, &after, actor).await?;
                return Ok(Step { before, after, answer, position });
            }
        }
        Err(StoreError::Version)
    }

    /// The device showed that it runs what its first contact gave it: a fetch under the steady key, or a
    /// registration with that document's credential. Returns the place in the live-key log to wait for.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without such a device.
    pub async fn steady_seen(&self, device: DeviceId, actor: &Actor) -> Result<Option<i64>> {
        Ok(self.step_contact(device, Event::SteadySeen, actor).await?.position)
    }

    async fn swap_contact(&self, device: DeviceId, from: &State, to: &State) -> Result<bool> {
        let old = columns(from);
        let mut update = self.update::<device::Entity>().filter(C::Id.eq(device.0));
        for (column, value) in old {
            update = update.filter(same(column, value));
        }
        for (column, value) in columns(to) {
            update = update.col_expr(column, Expr::value(value));
        }
        if !matches!(to, State::Claimed { .. }) {
            update = update.col_expr(C::ContactLookupIp, Expr::value(None::<String>));
        }
        Ok(update.exec(self.tx()).await?.rows_affected == 1)
    }

    async fn after_step(
        &self,
        device: DeviceId,
        before: &State,
        after: &State,
        actor: &Actor,
    ) -> Result<Option<i64>> {
        let position = match after {
            State::No | State::Done => self.remove_first_key(device).await?,
            State::Claimed { sent_at: None, .. } => Some(self.touch(device).await?),
            State::Armed { .. } | State::Claimed { .. } => None,
        };
        if *after == State::Done {
            self.confirm_mac(device).await?;
        }
        if step_name(before) != step_name(after) {
            let detail = json!({ "from": step_name(before), "to": step_name(after), "mac": self.mac_of(device).await? });
            let entry = Entry {
                action: "device.first_contact",
                target_kind: "device",
                target_id: Some(device.0),
                outcome: "done",
                detail,
            };
            self.audit(actor, entry).await?;
        }
        self.notify(Subject::Device(device.0));
        Ok(position)
    }

    async fn remove_first_key(&self, device: DeviceId) -> Result<Option<i64>> {
        self.drop_secret(SecretRef { owner: device.0.into_bytes(), field: SecretField::FirstKey }).await?;
        self.remove_key(device, crate::access_keys::KeyKind::First).await
    }

    async fn mac_of(&self, device: DeviceId) -> Result<Option<String>> {
        let query = self.find::<device::Entity>().filter(C::Id.eq(device.0)).select_only().column(C::Mac);
        Ok(query.into_tuple::<Option<String>>().one(self.tx()).await?.flatten())
    }

    /// Notes the address for which a redirect service asked. `false` when another address asked before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_lookup(&self, device: DeviceId, ip: &str) -> Result<bool> {
        let free = Condition::any().add(C::ContactLookupIp.is_null()).add(C::ContactLookupIp.eq(ip));
        let update = self.update::<device::Entity>().filter(C::Id.eq(device.0)).filter(free);
        let update = update.col_expr(C::ContactLookupIp, Expr::value(ip));
        Ok(update.exec(self.tx()).await?.rows_affected == 1)
    }
}

impl System {
    /// Devices whose first contact time alone has moved on by `now`: whose, which.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn aged_contacts(&self, now: Timestamp) -> Result<Vec<(TenantId, DeviceId)>> {
        let rows = self
            .find::<device::Entity>()
            .filter(C::ContactState.is_in(["armed", "claimed"]))
            .select_only()
            .columns([C::TenantId, C::Id])
            .columns(COLUMNS)
            .into_model::<AgingRow>()
            .all(self.tx())
            .await?;
        let mut aged = Vec::new();
        for row in rows {
            let state = state(&row.contact)?;
            if state.clone().aged(now) != state {
                aged.push((TenantId(row.tenant_id), DeviceId(row.id)));
            }
        }
        Ok(aged)
    }
}

#[derive(Debug)]
struct AgingRow {
    tenant_id: Uuid,
    id: Uuid,
    contact: ContactRow,
}

impl FromQueryResult for AgingRow {
    fn from_query_result(row: &sea_orm::QueryResult, pre: &str) -> std::result::Result<Self, DbErr> {
        Ok(Self {
            tenant_id: row.try_get(pre, "tenant_id")?,
            id: row.try_get(pre, "id")?,
            contact: ContactRow::from_query_result(row, pre)?,
        })
    }
}

const COLUMNS: [C; 6] = [
    C::ContactState,
    C::ContactUntil,
    C::ContactIp,
    C::ContactUserAgent,
    C::ContactClaimedAt,
    C::ContactSentAt,
];

/// `no`, `armed`, `claimed`, `done`: finer than what people see.
pub(crate) fn step_name(state: &State) -> &'static str {
    match state {
        State::No => "no",
        State::Armed { .. } => "armed",
        State::Claimed { .. } => "claimed",
        State::Done => "done",
    }
}

fn state(row: &ContactRow) -> Result<State> {
    let corrupt = || StoreError::Corrupt("first contact");
    let until = || row.contact_until.map(Timestamp).ok_or_else(corrupt);
    match row.contact_state.as_str() {
        "no" => Ok(State::No),
        "done" => Ok(State::Done),
        "armed" => Ok(State::Armed { until: until()? }),
        "claimed" => Ok(State::Claimed {
            source: Source {
                ip: row.contact_ip.clone().ok_or_else(corrupt)?,
                user_agent: row.contact_user_agent.clone().unwrap_or_default(),
            },
            at: row.contact_claimed_at.map(Timestamp).ok_or_else(corrupt)?,
            sent_at: row.contact_sent_at.map(Timestamp),
            until: until()?,
        }),
        _ => Err(corrupt()),
    }
}

/// The state as stored, from the columns of a device row.
pub(crate) fn state_of(row: &device::Model) -> Result<State> {
    state(&ContactRow {
        contact_state: row.contact_state.clone(),
        contact_until: row.contact_until,
        contact_ip: row.contact_ip.clone(),
        contact_user_agent: row.contact_user_agent.clone(),
        contact_claimed_at: row.contact_claimed_at,
        contact_sent_at: row.contact_sent_at,
    })
}

fn columns(state: &State) -> [(C, sea_orm::Value); 6] {
    let (until, claim) = match state {
        State::No | State::Done => (None, None),
        State::Armed { until } => (Some(until), None),
        State::Claimed { source, at, sent_at, until } => (Some(until), Some((source, at, sent_at))),
    };
    [
        (C::ContactState, step_name(state).into()),
        (C::ContactUntil, until.map(|until| until.0).into()),
        (C::ContactIp, claim.map(|(source, ..)| source.ip.clone()).into()),
        (C::ContactUserAgent, claim.map(|(source, ..)| source.user_agent.clone()).into()),
        (C::ContactClaimedAt, claim.map(|(_, at, _)| at.0).into()),
        (C::ContactSentAt, claim.and_then(|(_, _, sent)| sent.map(|sent| sent.0)).into()),
    ]
}

fn same(column: C, value: sea_orm::Value) -> sea_orm::sea_query::SimpleExpr {
    let is_null = value == value.as_null();
    if is_null { column.is_null() } else { column.eq(value) }
}

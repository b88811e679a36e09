//! What the nodes somebody's rights come from ask of them: networks, second factor, idle time.

use cordboard_domain::{
    access::Grant,
    settings::{Policy, in_force, networks},
};
use cordboard_types::SettingName;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use serde_json::Value;
use uuid::Uuid;

use crate::{Result, StoreError, System, query::places};

#[derive(FromQueryResult)]
struct Row {
    node: Uuid,
    name: String,
    value: String,
    locked: bool,
}

impl System {
    /// What the node of each grant asks, in their order. One query; nearly always without a row.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn policies(&self, grants: &[Grant]) -> Result<Vec<Policy>> {
        if grants.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT k.descendant_id AS node, s.name, s.value, s.locked FROM node_closure k \
             JOIN node_setting s ON s.node_id = k.ancestor_id WHERE k.descendant_id IN ({}) \
             AND s.name IN ('session_idle_minutes', 'sign_in_networks', 'second_factor_required') \
             ORDER BY k.depth DESC",
            places(1, grants.len())
        );
        let values: Vec<sea_orm::Value> = grants.iter().map(|grant| grant.node.0.into()).collect();
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        let rows = Row::find_by_statement(statement).all(self.tx()).await?;
        grants.iter().map(|grant| policy(&rows, grant)).collect()
    }
}

fn policy(rows: &[Row], grant: &Grant) -> Result<Policy> {
    let value = |name: SettingName| -> Result<Option<Value>> {
        let of_it = |row: &&Row| row.node == grant.node.0 && row.name == name.as_str();
        let path: Vec<_> = rows.iter().filter(of_it).collect();
        let found = in_force(&path, |row| row.locked).map(|row| serde_json::from_str(&row.value));
        found.transpose().map_err(|_| StoreError::Corrupt("setting"))
    };
    let minutes = value(SettingName::SessionIdleMinutes)?.and_then(|value| value.as_u64());
    Ok(Policy {
        idle_minutes: minutes.and_then(|minutes| u32::try_from(minutes).ok()),
        networks: value(SettingName::SignInNetworks)?.as_ref().map(networks).unwrap_or_default(),
        second_factor: value(SettingName::SecondFactorRequired)?.and_then(|value| value.as_bool())
            == Some(true),
    })
}

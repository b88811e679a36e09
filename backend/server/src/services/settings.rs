//! Settings of a node: what is in force, where it comes from, and what a change of one touches.

use std::collections::HashMap;

use cordboard_api::{
    ErrorCode,
    nodes::NodeRef,
    settings::{OwnSetting, Setting, SettingSource},
};
use cordboard_domain::settings::{default_of, in_force, is_compiled, may_be_set_in};
use cordboard_store::{
    Notice, Subject, System,
    audit::Actor,
    moves::SiteValues,
    settings::{Key, NewValue, Own},
};
use cordboard_types::{NodeId, NodeKind, SettingName};
use serde_json::{Value, json};

use crate::{
    http::{
        error::{ApiError, ApiResult, Reason},
        session::{SignedIn, admission},
    },
    settings::Settings,
};

/// Every setting of a node.
///
/// # Errors
/// When the database fails.
pub async fn all(
    system: &System,
    settings: &Settings,
    node: NodeId,
    kind: NodeKind,
) -> ApiResult<Vec<Setting>> {
    let mut set: HashMap<Key, Vec<Own>> = HashMap::new();
    for own in system.settings_on_path(node).await? {
        set.entry(own.key).or_default().push(own);
    }
    let path = |name: &SettingName| set.remove(&Key::Setting(*name)).unwrap_or_default();
    let paths: Vec<_> = SettingName::ALL.iter().map(path).collect();
    let described = SettingName::ALL.iter().zip(&paths);
    Ok(described.map(|(name, path)| describe(*name, path, settings, node, kind)).collect())
}

/// One setting of a node.
///
/// # Errors
/// When the database fails.
pub async fn one(
    system: &System,
    settings: &Settings,
    node: NodeId,
    kind: NodeKind,
    name: SettingName,
) -> ApiResult<Setting> {
    let path = system.setting_on_path(node, Key::Setting(name)).await?;
    Ok(describe(name, &path, settings, node, kind))
}

fn describe(name: SettingName, path: &[Own], settings: &Settings, node: NodeId, kind: NodeKind) -> Setting {
    let (above, own) = match path.split_last() {
        Some((last, above)) if last.node == node => (above, Some(last)),
        _ => (path, None),
    };
    let value = |set: Option<&Own>| set.map_or_else(|| fallback(name, settings), |set| set.value.clone());
    let found = in_force(path, |set| set.locked);
    let locked_by = above.iter().find(|set| set.locked).map(reference);
    Setting {
        name,
        value: value(found),
        from: found.map(|set| SettingSource { node: reference(set), at: set.at, by: set.by.clone() }),
        settable: locked_by.is_none() && may_be_set_in(name, kind),
        locked_by,
        own: own.map(own_message),
        without_own: value(in_force(above, |set| set.locked)),
        version: own.map_or(0, |own| own.version),
    }
}

/// What holds where nobody has set it: what the server was told, else what the registry says.
fn fallback(name: SettingName, settings: &Settings) -> Value {
    match name {
        SettingName::SessionIdleMinutes => json!(settings.session_idle_minutes),
        SettingName::MailSenderAddress => json!(settings.mail_from),
        name => default_of(name),
    }
}

fn reference(own: &Own) -> NodeRef {
    NodeRef { id: own.node, kind: own.kind, name: own.node_name.clone() }
}

fn own_message(own: &Own) -> OwnSetting {
    OwnSetting { value: own.value.clone(), locked: own.locked, at: own.at, by: own.by.clone() }
}

/// Refuses what may not be set in a node: not of its kind, or locked above.
///
/// # Errors
/// [`ErrorCode::NotSettableHere`], [`ErrorCode::SettingLocked`] with the name of who locked it.
pub async fn may_be_set(system: &System, node: NodeId, kind: NodeKind, key: Key) -> ApiResult<()> {
    if let Key::Setting(name) = key
        && !may_be_set_in(name, kind)
    {
        return Err(ErrorCode::NotSettableHere.into());
    }
    let path = system.setting_on_path(node, key).await?;
    match path.iter().find(|own| own.locked && own.node != node) {
        None => Ok(()),
        Some(own) => {
            let by = ("by".to_owned(), own.node_name.clone());
            Err(ApiError { parameters: [by].into(), ..ApiError::new(ErrorCode::SettingLocked) })
        }
    }
}

/// A value as the registry keeps it.
///
/// # Errors
/// Why it is none, at `/value`.
pub fn read(name: SettingName, value: &Value) -> ApiResult<Value> {
    let refused = |reason| ApiError::field(ErrorCode::Invalid, "/value", Reason::Invalid(reason));
    cordboard_domain::settings::read(name, value).map_err(refused)
}

/// A change of one of a node's settings; none takes the own value away.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// The node.
    pub node: NodeId,
    /// Which.
    pub name: SettingName,
    /// Version of the own value.
    pub version: i64,
    /// The value and whether it is locked.
    pub value: Option<(&'a Value, bool)>,
}

/// Makes a change; what is compiled from it waits to be published. Nobody changes themselves out.
///
/// # Errors
/// Another version, a host name in use, or [`ErrorCode::LocksOneselfOut`].
pub async fn change(system: &System, who: &SignedIn, actor: &Actor, change: Change<'_>) -> ApiResult<()> {
    let Change { node, name, version, value } = change;
    let key = Key::Setting(name);
    let before = match is_compiled(name) {
        true => system.site_values(node).await?,
        false => SiteValues::new(),
    };
    match value {
        Some((value, locked)) => {
            system.set(node, version, &NewValue { key, value, locked, by: &actor.name }).await?;
        }
        None => system.unset(node, key, version).await?,
    }
    if is_compiled(name) {
        system.changed_sites(node, &before, actor).await?;
    }
    if name == SettingName::SignInNetworks {
        system.notify(Notice { tenant: None, subject: Subject::Tree });
        stays_inside(system, who).await?;
    }
    Ok(())
}

/// Whether every right of who asks that counted before counts still.
async fn stays_inside(system: &System, who: &SignedIn) -> ApiResult<()> {
    let person = who.acting.map_or(who.person, |acting| acting.by);
    let rights = admission::rights(system, person, &who.actor.ip).await?;
    let lost = rights.outside.iter().any(|grant| !who.outside.grants.contains(grant));
    if lost { Err(ApiError::at(ErrorCode::LocksOneselfOut, "/value")) } else { Ok(()) }
}

//! What the nodes of somebody's rights ask of them, and which of the rights count from where they are.

use cordboard_api::sessions::Due;
use cordboard_domain::{
    access::{FeatureGrant, Grant, Principal},
    settings::Policy,
};
use cordboard_store::{Result, System, people::Person};
use cordboard_types::PersonId;

use crate::settings::Settings;

/// Somebody's rights, sorted by whether they count here.
#[derive(Debug, Clone, Default)]
pub struct Rights {
    /// Those that do.
    pub inside: Vec<Grant>,
    /// Those whose nodes name networks the address is not in.
    pub outside: Vec<Grant>,
    /// Telephone rights of the PBX users linked to them.
    pub features: Vec<FeatureGrant>,
    /// The shortest idle time any of the nodes asks for, in minutes.
    idle_minutes: Option<u32>,
    /// Whether any of the nodes asks for a second factor.
    pub second_factor: bool,
}

/// The rights of a person at an address.
///
/// # Errors
/// When the database fails.
pub async fn rights(system: &System, person: PersonId, address: &str) -> Result<Rights> {
    let Principal { grants, features, .. } = system.principal(person).await?;
    let policies = system.policies(&grants).await?;
    let mut rights = Rights {
        idle_minutes: policies.iter().filter_map(|policy| policy.idle_minutes).min(),
        second_factor: policies.iter().any(|policy| policy.second_factor),
        features,
        ..Rights::default()
    };
    for (grant, policy) in grants.into_iter().zip(&policies) {
        rights.sort(grant, policy, address);
    }
    Ok(rights)
}

impl Rights {
    fn sort(&mut self, grant: Grant, policy: &Policy, address: &str) {
        if policy.admits(address) { self.inside.push(grant) } else { self.outside.push(grant) }
    }

    /// Milliseconds a browser session may be idle.
    #[must_use]
    pub fn idle_ms(&self, settings: &Settings) -> i64 {
        let asked = self.idle_minutes.map(|minutes| i64::from(minutes).saturating_mul(60_000));
        asked.unwrap_or_else(|| settings.session_idle_ms())
    }

    /// Whether there are rights, but none that counts here.
    #[must_use]
    pub fn are_all_outside(&self) -> bool {
        self.inside.is_empty() && !self.outside.is_empty()
    }

    /// Both kinds, for a request.
    #[must_use]
    pub fn principals(self) -> (Principal, Principal) {
        let inside = Principal { features: self.features, ..Principal::with(self.inside) };
        (inside, Principal::with(self.outside))
    }

    /// What is due of somebody past the second factor.
    #[must_use]
    pub fn due(&self, new_password: bool, has_second_factor: bool) -> Option<Due> {
        match (new_password, self.second_factor && !has_second_factor) {
            (true, _) => Some(Due::NewPassword),
            (false, true) => Some(Due::SecondFactorSetup),
            (false, false) => None,
        }
    }

    /// The same for a person who has just given the password.
    #[must_use]
    pub fn due_of(&self, person: &Person) -> Option<Due> {
        self.due(person.must_change_password, person.second_factor_since.is_some())
    }
}

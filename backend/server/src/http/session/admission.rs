//! What the nodes of somebody's rights ask of them, and which of the rights count from where they are.

use cordboard_api::sessions::Due;
use cordboard_domain::{
    access::{FeatureGrant, Grant, Principal},
    settings::Policy,
};
use cordboard_store::{Result, System, people::Person};
use cordboard_types::PersonId;

/// Somebody's rights, sorted by whether they count here.
#[derive(Debug, Clone, Default)]
pub struct Rights {
    /// Those that do.
    pub inside: Vec<Grant>,
    /// Those whose nodes name networks the address is not in.
    pub outside: Vec<Grant>,
    /// Telephone rights of the PBX users linked to them.
    pub features: Vec<FeatureGrant>,
    /// Minutes each of the nodes lets a browser session be idle; none: as the server says.
    idle_minutes: Vec<Option<u32>>,
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
        idle_minutes: policies.iter().map(|policy| policy.idle_minutes).collect(),
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

    /// Milliseconds a browser session may be idle: the shortest that any of the nodes asks for. `otherwise` is what the
    /// server says where a node does not.
    #[must_use]
    pub fn idle_ms(&self, otherwise: i64) -> i64 {
        let ms = |minutes: &Option<u32>| minutes.map_or(otherwise, |minutes| i64::from(minutes) * 60_000);
        self.idle_minutes.iter().map(ms).min().unwrap_or(otherwise)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_idle_time_counts() {
        let idle = |idle_minutes: &[Option<u32>]| {
            Rights { idle_minutes: idle_minutes.to_vec(), ..Rights::default() }.idle_ms(480 * 60_000) / 60_000
        };
        assert_eq!(idle(&[]), 480);
        assert_eq!(idle(&[Some(5), None]), 5);
        assert_eq!(idle(&[Some(43_200), None]), 480, "what one node lets, another need not");
        assert_eq!(idle(&[Some(43_200)]), 43_200);
    }

    #[test]
    fn what_is_due_comes_in_order() {
        let rights = |second_factor| Rights { second_factor, ..Rights::default() };
        assert_eq!(rights(true).due(true, false), Some(Due::NewPassword));
        assert_eq!(rights(true).due(false, false), Some(Due::SecondFactorSetup));
        assert_eq!(rights(true).due(false, true), None);
        assert_eq!(rights(false).due(false, false), None);
    }
}

//! The word for what a request does: the same as in the audit row of its work.

use actix_web::HttpRequest;
use cordboard_api::BASE;

/// The word for a read that was refused.
pub(super) const READ: &str = "access";

/// Method and path of every endpoint that writes.
const ACTIONS: &[(&str, &str, &str)] = &[
    ("POST", "/customers", "customer.create"),
    ("PATCH", "/customers/{customer}", "customer.change"),
    ("DELETE", "/customers/{customer}/closure", "customer.reopen"),
    ("POST", "/customers/{customer}/closures", "customer.close"),
    ("POST", "/customers/{customer}/devices", "device.create"),
    ("DELETE", "/customers/{customer}/devices/{device}", "device.delete"),
    ("PATCH", "/customers/{customer}/devices/{device}", "device.change"),
    ("POST", "/customers/{customer}/devices/{device}/access-key-rotations", "device.rotate_access_key"),
    ("POST", "/customers/{customer}/devices/{device}/handsets", "handset.create"),
    ("DELETE", "/customers/{customer}/devices/{device}/handsets/{handset}", "handset.delete"),
    ("PUT", "/customers/{customer}/devices/{device}/provisioning-mac", "device.set_provisioning_mac"),
    ("POST", "/customers/{customer}/exports", "customer.export"),
    ("POST", "/customers/{customer}/groups", "group.create"),
    ("DELETE", "/customers/{customer}/groups/{group}", "group.delete"),
    ("PATCH", "/customers/{customer}/groups/{group}", "group.change"),
    ("POST", "/customers/{customer}/groups/{group}/grants", "group.grant"),
    ("DELETE", "/customers/{customer}/groups/{group}/grants/{grant}", "group.revoke"),
    ("POST", "/customers/{customer}/groups/{group}/members", "group.add_members"),
    ("DELETE", "/customers/{customer}/groups/{group}/members/{user}", "group.remove_member"),
    ("POST", "/customers/{customer}/gui-groups", "gui_group.create"),
    ("DELETE", "/customers/{customer}/gui-groups/{group}", "gui_group.delete"),
    ("PATCH", "/customers/{customer}/gui-groups/{group}", "gui_group.change"),
    ("POST", "/customers/{customer}/hunt-groups", "hunt_group.create"),
    ("DELETE", "/customers/{customer}/hunt-groups/{group}", "hunt_group.delete"),
    ("PUT", "/customers/{customer}/hunt-groups/{group}", "hunt_group.change"),
    ("PUT", "/customers/{customer}/hunt-groups/{group}/members", "hunt_group.members"),
    ("POST", "/customers/{customer}/lines/{line}/credential-rotations", "line.rotate_credentials"),
    ("POST", "/customers/{customer}/pickup-groups", "pickup_group.create"),
    ("DELETE", "/customers/{customer}/pickup-groups/{group}", "pickup_group.delete"),
    ("PATCH", "/customers/{customer}/pickup-groups/{group}", "pickup_group.change"),
    ("PUT", "/customers/{customer}/pickup-groups/{group}/members", "pickup_group.members"),
    ("POST", "/customers/{customer}/releases", "release.publish"),
    ("POST", "/customers/{customer}/sites", "site.create"),
    ("DELETE", "/customers/{customer}/sites/{site}", "site.delete"),
    ("PATCH", "/customers/{customer}/sites/{site}", "site.change"),
    ("POST", "/customers/{customer}/sites/{site}/enrolments", "site.enrol"),
    ("DELETE", "/customers/{customer}/suspension", "customer.resume"),
    ("POST", "/customers/{customer}/suspensions", "customer.suspend"),
    ("POST", "/customers/{customer}/user-imports", "user_import.upload"),
    ("POST", "/customers/{customer}/user-imports/{import}/cancel", "user_import.cancel"),
    ("POST", "/customers/{customer}/user-imports/{import}/start", "user_import.start"),
    ("POST", "/customers/{customer}/users", "user.create"),
    ("DELETE", "/customers/{customer}/users/{user}", "user.delete"),
    ("PATCH", "/customers/{customer}/users/{user}", "user.change"),
    ("PATCH", "/customers/{customer}/users/{user}/groups", "user.groups"),
    ("POST", "/invitation-acceptances", "invitation.accept"),
    ("POST", "/invitation-lookups", "invitation.look_up"),
    ("PATCH", "/nodes/{node}", "node.change"),
    ("POST", "/nodes/{node}/children", "node.create"),
    ("POST", "/nodes/{node}/invitations", "invitation.create"),
    ("DELETE", "/nodes/{node}/invitations/{invitation}", "invitation.delete"),
    ("POST", "/nodes/{node}/invitations/{invitation}/renewals", "invitation.renew"),
    ("DELETE", "/nodes/{node}/limits/{name}", "limit.change"),
    ("PUT", "/nodes/{node}/limits/{name}", "limit.change"),
    ("POST", "/nodes/{node}/moves", "node.move"),
    ("POST", "/nodes/{node}/people/{person}/acting", "person.act"),
    ("POST", "/nodes/{node}/people/{person}/roles", "person.grant"),
    ("DELETE", "/nodes/{node}/people/{person}/roles/{role}", "person.revoke"),
    ("POST", "/nodes/{node}/roles", "role.create"),
    ("DELETE", "/nodes/{node}/roles/{role}", "role.delete"),
    ("PUT", "/nodes/{node}/roles/{role}", "role.change"),
    ("DELETE", "/nodes/{node}/settings/{name}", "setting.change"),
    ("PUT", "/nodes/{node}/settings/{name}", "setting.change"),
    ("POST", "/password-resets", "person.forgot_password"),
    ("POST", "/password-resets/completions", "person.reset_password"),
    ("PATCH", "/profile", "person.change"),
    ("PUT", "/profile/password", "person.change_password"),
    ("POST", "/profile/recovery-codes", "person.recovery_codes"),
    ("POST", "/profile/second-factor", "person.second_factor_setup"),
    ("POST", "/profile/second-factor/confirmations", "person.second_factor"),
    ("POST", "/profile/second-factor/removals", "person.second_factor_removal"),
    ("POST", "/redirect-lookups", "redirect_service.look_up"),
    ("POST", "/redirect-services", "redirect_service.create"),
    ("DELETE", "/sessions", "session.revoke"),
    ("POST", "/sessions", "session.start"),
    ("DELETE", "/sessions/current", "session.end"),
    ("DELETE", "/sessions/current/acting", "person.act_end"),
    ("POST", "/sessions/current/second-factor", "session.second_factor"),
    ("DELETE", "/sessions/{session}", "session.revoke"),
    ("POST", "/tokens", "token.create"),
    ("DELETE", "/tokens/{token}", "token.delete"),
];

/// The word of a request.
pub(super) fn of(request: &HttpRequest) -> &'static str {
    let pattern = request.match_pattern().unwrap_or_default();
    word(request.method().as_str(), pattern.strip_prefix(BASE).unwrap_or(&pattern))
}

fn word(method: &str, path: &str) -> &'static str {
    let known = ACTIONS.iter().find(|(verb, pattern, _)| *verb == method && *pattern == path);
    known.map_or(READ, |(_, _, action)| action)
}

/// Kind of what an action is done to: the word before the dot.
pub(super) fn kind(action: &'static str) -> &'static str {
    action.split('.').next().unwrap_or(action)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::http::openapi::document;

    #[test]
    fn every_endpoint_that_writes_has_a_word() {
        let document = serde_json::to_value(document()).unwrap();
        let mut endpoints = BTreeSet::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for method in item.as_object().unwrap().keys().filter(|method| *method != "get") {
                endpoints.insert((method.to_uppercase(), path.strip_prefix(BASE).unwrap().to_owned()));
            }
        }
        let named: BTreeSet<_> =
            ACTIONS.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
        assert_eq!(named, endpoints, "ACTIONS names each endpoint that writes, and no other");
    }

    #[test]
    fn what_has_no_word_is_an_access() {
        assert_eq!(word("GET", "/customers"), "access");
        assert_eq!(word("POST", "/tokens"), "token.create");
    }
}

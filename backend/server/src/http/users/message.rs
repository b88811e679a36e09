//! Users as messages.

use cordboard_api::users::User;
use cordboard_store::users as rows;

/// A user; no list of voicemail boxes is the extension's (P-049).
pub(super) fn message(row: rows::User) -> User {
    let rows::User {
        id,
        profile,
        line,
        site,
        site_name,
        has_pin,
        devices,
        registrations,
        created_at,
        version,
    } = row;
    let voicemail =
        if profile.voicemail.is_empty() { vec![profile.extension.clone()] } else { profile.voicemail };
    User {
        id,
        login: profile.login,
        name: profile.name,
        first_name: profile.first_name,
        last_name: profile.last_name,
        line,
        extension: profile.extension,
        site,
        site_name,
        email: profile.email,
        language: profile.language,
        has_pin,
        voicemail,
        clip_internal: profile.clip_internal,
        clip_external: profile.clip_external,
        hidden: profile.hidden,
        to_operator: profile.to_operator,
        operator_extension: profile.operator_extension,
        person: profile.person,
        devices,
        registrations,
        created_at,
        version,
    }
}

//! Errors: RFC 9457 problem details with a stable code.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $text:literal, $status:literal;)+) => {
        /// The stable code of an error. `messages` has a sentence for each: `error-<code>`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum ErrorCode {
            $($(#[$doc])* $variant),+
        }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as text, `mac_taken`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The HTTP status it comes with.
            #[must_use]
            pub fn status(self) -> u16 {
                match self { $(Self::$variant => $status),+ }
            }
        }
    };
}

codes! {
    /// The body is no JSON.
    MalformedJson = "malformed_json", 400;
    /// A query or path parameter cannot be read.
    MalformedParameter = "malformed_parameter", 400;
    /// No session, or it has ended.
    SignedOut = "signed_out", 401;
    /// Unknown e-mail or wrong password; never says which.
    WrongCredentials = "wrong_credentials", 401;
    /// The second factor has to be shown first.
    SecondFactorDue = "second_factor_due", 401;
    /// The code is wrong, was used, or its time is over.
    WrongCode = "wrong_code", 422;
    /// The password given again is not the one in force.
    WrongPassword = "wrong_password", 422;
    /// The password is easy to guess.
    PasswordTooWeak = "password_too_weak", 422;
    /// The password is on a list of stolen ones.
    PasswordBreached = "password_breached", 422;
    /// The redirect service's signature does not hold.
    WrongSignature = "wrong_signature", 401;
    /// Signed in, but not allowed here; only for things one may know to exist.
    Forbidden = "forbidden", 403;
    /// A new password has to be chosen first.
    NewPasswordDue = "new_password_due", 403;
    /// A second factor has to be set up first.
    SecondFactorSetupDue = "second_factor_setup_due", 403;
    /// Not from this address: the provider or customer names the networks people may come from.
    OutsideNetworks = "outside_networks", 403;
    /// The customer is suspended: its own people read and change nothing.
    CustomerSuspended = "customer_suspended", 403;
    /// The customer is closed: nothing is changed any more.
    CustomerClosed = "customer_closed", 403;
    /// More would be handed on than one may oneself.
    BeyondOwnRights = "beyond_own_rights", 403;
    /// Not while acting as somebody else, or not as this person.
    NotWhileActing = "not_while_acting", 403;
    /// The request came from another site.
    CrossSite = "cross_site", 403;
    /// Unknown, foreign, or not yours: one answer.
    NotFound = "not_found", 404;
    /// The method does not exist here.
    MethodNotAllowed = "method_not_allowed", 405;
    /// The link is unknown, was used, or its time is over.
    LinkOver = "link_over", 404;
    /// It is in use: by devices, or by people who hold it.
    InUse = "in_use", 409;
    /// It is always there as it is: a predefined group, a standard membership, the administrator's user.
    Predefined = "predefined", 409;
    /// Nobody would be left who may give this role back.
    LastAdministrator = "last_administrator", 409;
    /// A node above has locked the setting.
    SettingLocked = "setting_locked", 409;
    /// The customer is not in the state for this: not suspended, not closed, closed already.
    WrongState = "wrong_state", 409;
    /// An export has to be made first.
    ExportNeeded = "export_needed", 409;
    /// It was changed by somebody else in the meantime.
    Conflict = "conflict", 409;
    /// The same idempotency key with another request.
    IdempotencyMismatch = "idempotency_mismatch", 409;
    /// `If-Match` names another version.
    VersionMismatch = "version_mismatch", 412;
    /// The body is larger than allowed.
    BodyTooLarge = "body_too_large", 413;
    /// The content type is not the one understood here.
    UnsupportedMediaType = "unsupported_media_type", 415;
    /// Fields are invalid; each is named in `errors`.
    Invalid = "invalid", 422;
    /// A field the request does not know.
    UnknownField = "unknown_field", 422;
    /// The MAC is in use; never says where.
    MacTaken = "mac_taken", 422;
    /// The extension is in use at this customer.
    ExtensionTaken = "extension_taken", 422;
    /// The login id is in use at this customer.
    LoginTaken = "login_taken", 422;
    /// A sibling has this name.
    NameTaken = "name_taken", 422;
    /// The number of a group belongs to another one.
    NumberTaken = "number_taken", 422;
    /// The e-mail address is in use.
    EmailTaken = "email_taken", 422;
    /// The host name is in use.
    HostTaken = "host_taken", 422;
    /// A limit is reached; `what`, `limit` and `used` say which.
    LimitReached = "limit_reached", 422;
    /// A node cannot stand there: in itself, or below a kind that takes none of its kind.
    WrongPlace = "wrong_place", 422;
    /// The setting is not of this kind of node.
    NotSettableHere = "not_settable_here", 422;
    /// One's own address would be outside: nobody locks themselves out.
    LocksOneselfOut = "locks_oneself_out", 422;
    /// The name typed is not the customer's.
    NameDiffers = "name_differs", 422;
    /// The model does not exist in the catalogue.
    UnknownModel = "unknown_model", 422;
    /// The model does not have this: a field its type does not offer.
    NotOfThisModel = "not_of_this_model", 422;
    /// The line, site or base named in the request does not exist here.
    UnknownReference = "unknown_reference", 422;
    /// A module above it is off.
    ParentModuleOff = "parent_module_off", 422;
    /// Without this module nobody gets in or out.
    ModuleNeeded = "module_needed", 422;
    /// Another count of columns than fifteen.
    ColumnCount = "column_count", 422;
    /// An earlier row of the file has the same value.
    TwiceInFile = "twice_in_file", 422;
    /// The file is not written in the encoding named.
    WrongEncoding = "wrong_encoding", 422;
    /// There are bad rows, and all or nothing was asked for.
    BadRows = "bad_rows", 422;
    /// First contact needs a MAC.
    MacNeeded = "mac_needed", 422;
    /// The site's registrar address is unknown: no agent has reported one and none was set.
    RegistrarUnknown = "registrar_unknown", 422;
    /// Nothing is waiting to be published.
    NothingToPublish = "nothing_to_publish", 422;
    /// `If-Match` is missing on a write.
    VersionNeeded = "version_needed", 428;
    /// Too many requests; `Retry-After` says when to come back.
    RateLimited = "rate_limited", 429;
    /// Our fault; logged under the request's id.
    Internal = "internal", 500;
    /// A part the server needs does not answer; try again.
    Unavailable = "unavailable", 503;
}

/// An error answer, `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Link to the documentation of the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// One sentence in the reader's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    pub code: ErrorCode,
    /// What the sentence is about, for programs.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, String>,
    /// The fields at fault.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// The request's id, to quote to support.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// JSON pointer to the field, `/mac`.
    pub pointer: String,
    /// The reason: a code of `Invalid` or of [`ErrorCode`].
    pub code: String,
    /// One sentence in the reader's language.
    pub detail: String,
}

//! What people change of themselves.

use cordboard_types::{Email, Label, Locale, PersonId, SignInPassword, Timestamp};

use crate::dto;

dto! {
    /// `GET /profile`.
    pub struct Profile {
        /// The person.
        pub id: PersonId,
        /// Their name.
        pub name: Label,
        /// Their address, which is the sign-in name.
        pub email: Email,
        /// Their language.
        pub locale: Locale,
        /// Since when a second factor is asked for.
        #[serde(default)]
        pub second_factor_since: Option<Timestamp>,
        /// Recovery codes that are left.
        pub recovery_codes: u32,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// `PATCH /profile` with `If-Match`. Fields left out stay.
    pub struct ProfileChange {
        /// New name.
        #[serde(default)]
        pub name: Option<Label>,
        /// New language.
        #[serde(default)]
        pub locale: Option<Locale>,
    }

    /// `PUT /profile/password`. Every other session of the person ends.
    pub struct PasswordChange {
        /// The password in force.
        pub current: SignInPassword,
        /// The new one.
        pub new: SignInPassword,
    }

    /// Answer to `POST /profile/second-factor`: what an authenticator app needs. Shown once.
    pub struct SecondFactorSetup {
        /// Secret in base32, for typing.
        pub secret: String,
        /// `otpauth://` address.
        pub uri: String,
        /// The same as a picture: an SVG document.
        pub picture: String,
    }

    /// `POST /profile/second-factor/confirmations`: the first code of the app.
    pub struct SecondFactorConfirmation {
        /// Six digits.
        pub code: String,
    }

    /// Recovery codes, shown once. Each works once.
    pub struct RecoveryCodes {
        /// The codes.
        pub codes: Vec<String>,
    }

    /// `DELETE /profile/second-factor` and new recovery codes need the password again.
    pub struct PasswordAgain {
        /// The password in force.
        pub password: SignInPassword,
    }

    /// `POST /password-resets`. Answered alike whether there is such a person or not.
    pub struct PasswordForgotten {
        /// Address of who forgot it.
        pub email: Email,
    }

    /// `POST /password-resets/completions`.
    pub struct PasswordReset {
        /// Token of the link.
        pub token: String,
        /// The new password.
        pub password: SignInPassword,
    }
}

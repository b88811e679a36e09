//! What redirect services ask, and how they are made known. A service authenticates each request with an HTTP
//! message signature (RFC 9421, Ed25519) over method, path and content digest.

use cordboard_types::{Label, Mac, RedirectServiceId, Timestamp};

use crate::dto;

dto! {
    /// `POST /redirect-lookups`, signed: where is this MAC to go?
    pub struct RedirectLookup {
        /// The MAC that asked.
        pub mac: Mac,
        /// Address the device asked from, when the service knows it. Two that contest one MAC refuse both.
        #[serde(default)]
        pub source_ip: Option<String>,
    }

    /// Answer for an armed device; everything else is the same 404.
    pub struct RedirectTarget {
        /// The first-access URL.
        pub url: String,
        /// When it ends.
        pub expires_at: Timestamp,
    }

    /// `POST /redirect-services`.
    pub struct NewRedirectService {
        /// Its name.
        pub name: Label,
        /// Its Ed25519 public key, 32 bytes in standard base64.
        pub public_key: String,
    }

    /// A redirect service.
    pub struct RedirectService {
        /// Its id: the `keyid` of its signatures.
        pub id: RedirectServiceId,
        /// Its name.
        pub name: Label,
        /// When it was made known.
        pub created_at: Timestamp,
    }
}

//! The models one can choose.

use crate::{devices::DeviceKind, dto};

dto! {
    /// A model of the catalogue.
    pub struct Model {
        /// Its id, `yealink/t4x/T46U`.
        pub id: String,
        /// Maker, `Yealink`.
        pub vendor: String,
        /// Family, `T4x`.
        pub family: String,
        /// Name, `T46U`.
        pub name: String,
        /// What it is.
        pub kind: DeviceKind,
        /// SIP accounts it can hold.
        pub accounts: u16,
        /// Handsets it can hold; 0 for a phone.
        pub handsets: u16,
        /// It can be brought up through a redirect service.
        pub redirect: bool,
        /// Its interface has an administrator password.
        pub admin_password: bool,
        /// Its interface has a user name and password.
        pub user_login: bool,
    }
}

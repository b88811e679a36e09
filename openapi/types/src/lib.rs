//! Values that are parsed once, at the edge, into types that cannot be wrong.
//!
//! Every room may use this crate. It does no I/O and compiles to wasm, so a form in the browser refuses
//! exactly what the server would refuse.

pub mod access_key;
pub mod colour;
pub mod country;
pub mod email;
pub mod extension;
pub mod feature;
pub mod found;
pub mod group;
pub mod id;
pub mod invalid;
pub mod limit;
pub mod locale;
pub mod login;
pub mod mac;
mod macros;
pub mod module;
pub mod node;
pub mod number;
pub mod permission;
pub mod phone_number;
pub mod pin;
pub mod setting;
pub mod site;
pub mod text;
pub mod timestamp;

pub use access_key::AccessKey;
pub use colour::Colour;
pub use country::{COUNTRIES, Country};
pub use email::Email;
pub use extension::Extension;
pub use feature::Feature;
pub use found::FoundKind;
pub use group::{GroupKind, GuiStandard, HuntStrategy, Standard};
pub use id::*;
pub use invalid::Invalid;
pub use limit::LimitName;
pub use locale::Locale;
pub use login::Login;
pub use mac::Mac;
pub use module::{Module, ModuleRefusal, Modules};
pub use node::{CallLock, CustomerState, NodeKind};
pub use number::CallerNumber;
pub use permission::{Permission, Permissions, Role, RoleName};
pub use phone_number::PhoneNumber;
pub use pin::{DevicePassword, UserPin};
pub use setting::SettingName;
pub use site::{HostName, Transport};
pub use text::{Label, Note, SignInPassword};
pub use timestamp::Timestamp;

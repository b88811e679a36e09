//! Settings that are handed down the organisation, and the look of the sign-in page made of them.

use cordboard_types::{Locale, SettingName, Timestamp};
use serde_json::Value;

use crate::{dto, nodes::NodeRef};

dto! {
    /// A setting as it is in force in a node.
    pub struct Setting {
        /// Which.
        pub name: SettingName,
        /// The value in force; `null` for none.
        pub value: Value,
        /// Where it comes from; none where nobody has set it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<SettingSource>,
        /// The node above that has locked it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub locked_by: Option<NodeRef>,
        /// The value set in this node itself, in force or not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub own: Option<OwnSetting>,
        /// What it would be without the node's own value.
        pub without_own: Value,
        /// Whether it may be set in this node: of its kind, and locked by nobody above.
        pub settable: bool,
        /// Version for `If-Match`: of the own value, 0 without one.
        pub version: i64,
    }

    /// Where a value comes from.
    pub struct SettingSource {
        /// The node.
        pub node: NodeRef,
        /// Since when.
        pub at: Timestamp,
        /// Who set it; empty when it came with the node.
        pub by: String,
    }

    /// A value set in a node itself.
    pub struct OwnSetting {
        /// The value.
        pub value: Value,
        /// Whether it holds for everything below.
        pub locked: bool,
        /// Since when.
        pub at: Timestamp,
        /// Who set it; empty when it came with the node.
        pub by: String,
    }

    /// `PUT /nodes/{node}/settings/{name}` with `If-Match`.
    pub struct SettingChange {
        /// The value, as the setting takes it.
        pub value: Value,
        /// Whether it holds for everything below.
        #[serde(default)]
        pub lock: bool,
    }

    /// `GET /branding`: what the sign-in page looks like under a host name.
    pub struct Branding {
        /// Name.
        pub name: String,
        /// Accent on light paper; none: the product's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub light: Option<BrandAccent>,
        /// Accent on dark paper; none: the product's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub dark: Option<BrandAccent>,
        /// Path of the logo; none: the product's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub logo: Option<String>,
        /// Language for who has not chosen one.
        pub locale: Locale,
    }

    /// A brand colour as it is used: text in it and on it has a contrast of 4.5 or more.
    pub struct BrandAccent {
        /// For links and buttons, `#rrggbb`.
        pub accent: String,
        /// For text on a button, `#rrggbb`.
        pub on_accent: String,
    }
}

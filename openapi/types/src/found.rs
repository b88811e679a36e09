//! What a search over everything finds.

use crate::macros::names;

names! {
    /// Kinds of things a search finds.
    FoundKind, "user" {
        /// A customer.
        Customer = "customer",
        /// A user, by name, login id or extension.
        User = "user",
        /// A phone or a DECT system, by name, model or MAC.
        Device = "device",
        /// A hunt group, by name or number.
        HuntGroup = "hunt_group",
    }
}

//! Names of limits and entitlements.

use crate::macros::names;

names! {
    /// What a customer may have so many of: a limit, or the quantity of a licence item.
    LimitName, "users" {
        /// PBX users.
        Users = "users",
        /// Phones and DECT systems; handsets not counted.
        Devices = "devices",
        /// DECT handsets.
        DectHandsets = "dect_handsets",
        /// Calls at the same time. Emergency calls are never counted against it.
        ParallelCalls = "parallel_calls",
        /// Bytes of what is kept for the customer: exports, recordings, backups.
        StorageBytes = "storage_bytes",
        /// Licences of a PBX T440: 40 extra users each (003 §Gebruikers, groepen en extensies).
        PbxT440 = "pbx_t440",
        /// Licences of a PBX T640: 80 extra users each.
        PbxT640 = "pbx_t640",
        /// Single cell to multi cell upgrades, one a device (004 §Licensing).
        DectMulticellUpgrade = "dect_multicell_upgrade",
        /// DECT managers that join an integrator as single or mini-multi cell.
        DectManagerSmall = "dect_manager_small",
        /// DECT managers of a multi cell system.
        DectManagerMulticell = "dect_manager_multicell",
        /// Handsets that take messages of an alarm server.
        AmlMessaging = "aml_messaging",
        /// Handsets whose location is seen; each includes messaging.
        AmlLocation = "aml_location",
    }
}

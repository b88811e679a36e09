//! SIP registrations, as the sites' agents report them.

use cordboard_types::{DeviceId, Timestamp, Transport};

use crate::{devices::LineRef, dto};

dto! {
    /// A registration in force.
    pub struct Registration {
        /// Line.
        pub line: LineRef,
        /// Device whose credential set was used; none for the line's own set.
        pub device: Option<DeviceId>,
        /// Name of that device.
        pub device_name: Option<String>,
        /// User-Agent.
        pub user_agent: String,
        /// Source address.
        pub ip: String,
        /// Source port.
        pub port: u16,
        /// Transport.
        pub transport: Transport,
        /// Contact URI; its user part is the line's number.
        pub contact: String,
        /// When it was made or refreshed.
        pub registered_at: Timestamp,
        /// When it ends unless refreshed.
        pub expires_at: Timestamp,
    }
}

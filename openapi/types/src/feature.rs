//! What a PBX user may do on the telephone system: the 31 permissions of authorisation groups.

use crate::{Invalid, macros::parsed_text};

macro_rules! features {
    ($($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)?) => {
        /// One permission of an authorisation group, applied to a target group (003 §Autorisatiegroepen), in the
        /// manual's order.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Feature {
            $($(#[$doc])* $variant),+
        }

        impl Feature {
            /// Every permission, in the manual's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, `call-pickup`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),+
                }
            }

            /// Reads a stable name.
            ///
            /// # Errors
            /// [`Invalid::Choice`] for an unknown one.
            pub fn parse(text: &str) -> Result<Self, Invalid> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(Invalid::Choice),
                }
            }
        }
    };
}

features! {
    /// A second call may be signalled.
    CallWaiting = "call-waiting",
    /// Record calls of the target group.
    CallRecording = "call-recording",
    /// Configure call forwarding of the target group.
    RedirectCall = "redirect-call",
    /// Reach the target group past its forwarding: boss and secretary.
    OverrideRedirect = "override-redirect",
    /// Manage automatic recordings.
    ManageAutomaticRecordings = "manage-automatic-recordings",
    /// See on keys whether the target group is busy.
    BusyLampField = "busy-lamp-field",
    /// Choose the number that is shown (CLIP).
    CallerDisplay = "caller-display",
    /// Suppress the own number (CLIR).
    Anonymous = "anonymous",
    /// Do not disturb.
    DoNotDisturb = "do-not-disturb",
    /// Pick up a call that rings in the target group.
    CallPickup = "call-pickup",
    /// Manage one's own recordings.
    ManageOwnRecordings = "manage-own-recordings",
    /// See the queues one belongs to.
    MonitorOwnQueue = "monitor-own-queue",
    /// Manage recordings of one's own queues.
    ManageOwnQueueRecordings = "manage-own-queue-recordings",
    /// Send and see faxes.
    FaxServer = "fax-server",
    /// See the web modules of a set; the target is a GUI group.
    ShowGui = "show-gui",
    /// Edit the company directory.
    EditGlobalContacts = "edit-global-contacts",
    /// Pick up within one's pickup group.
    GroupPickup = "group-pickup",
    /// Log in on any phone.
    HotDesking = "hot-desking",
    /// Act as a user of the target group.
    Impersonate = "impersonate",
    /// Choose ringtones.
    RingtoneConfiguration = "ringtone-configuration",
    /// Manage recordings users made by hand.
    ManageManualRecordings = "manage-manual-recordings",
    /// Stand in the internal directory.
    InternalContacts = "internal-contacts",
    /// Select a night-mode profile by phone.
    NightMode = "night-mode",
    /// Receive text messages on the phone.
    PushMessages = "push-messages",
    /// Use intercom keys; the target answers by itself.
    Intercom = "intercom",
    /// See the night mode.
    NightModeStatus = "night-mode-status",
    /// Order a reminder or wake-up call.
    Reminder = "reminder",
    /// Configure the voicemail box.
    VoicemailConfiguration = "voicemail-configuration",
    /// Log in to a queue and out of it.
    QueueLogin = "queue-login",
    /// Redirect queues of the target group.
    RedirectQueues = "redirect-queues",
    /// Watch queues of the target group.
    MonitorQueue = "monitor-queue",
}

parsed_text!(Feature, "call-pickup");

#[cfg(test)]
mod tests {
    use super::*;

    // proves P-072
    #[test]
    fn there_are_thirty_one_and_each_has_its_name() {
        assert_eq!(Feature::ALL.len(), 31);
        for feature in Feature::ALL {
            assert_eq!(Feature::parse(feature.as_str()), Ok(*feature));
        }
    }
}

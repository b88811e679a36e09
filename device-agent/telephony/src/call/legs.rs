//! The state of one leg of a call.

/// Which of the called devices, in the order they were given to [`super::Call::start`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TargetId(pub usize);

/// Where one leg stands. Only [`LegState::Gone`] holds nothing on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LegState {
    /// An INVITE is open, no final answer yet.
    Inviting {
        /// A device of this leg has rung.
        rang: bool,
    },
    /// An INVITE is open and we told the device to stop.
    Cancelling,
    /// Talking.
    Connected,
    /// We sent a BYE and wait for its answer.
    Closing,
    /// Nothing is left.
    Gone,
}

impl LegState {
    /// Whether an INVITE is open that nobody has told to stop.
    #[must_use]
    pub fn is_inviting(self) -> bool {
        matches!(self, Self::Inviting { .. })
    }
}

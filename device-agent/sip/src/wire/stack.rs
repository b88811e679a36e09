//! The SIP stack's endpoint, for those that exist before it and are held by it.

use std::sync::{Arc, OnceLock, Weak};

use rsipstack::transaction::endpoint::{EndpointInner, EndpointInnerRef};

/// A way to the endpoint that does not keep it alive: the endpoint holds the inspector, the inspector holds this.
#[derive(Default)]
pub(crate) struct Stack(OnceLock<Weak<EndpointInner>>);

impl Stack {
    /// Fills it once the endpoint exists.
    pub(crate) fn set(&self, endpoint: &EndpointInnerRef) {
        self.0.get_or_init(|| Arc::downgrade(endpoint));
    }

    /// The endpoint; none before it exists and after the core has stopped.
    pub(crate) fn get(&self) -> Option<EndpointInnerRef> {
        self.0.get().and_then(Weak::upgrade)
    }
}

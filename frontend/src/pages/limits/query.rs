use cordboard_api::{
    events::Topic,
    limits::{OwnLimit, Usage},
};
use cordboard_types::LimitName;

use crate::{api, query::Query, shell::Node};

/// What is known of a node's limits.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Limits {
    /// Set in the node itself.
    pub(super) own: Vec<OwnLimit>,
    /// In force, with what is used; only of a customer.
    pub(super) usage: Vec<Usage>,
}

impl Limits {
    pub(super) fn own(&self, name: LimitName) -> Option<&OwnLimit> {
        self.own.iter().find(|own| own.name == name)
    }

    pub(super) fn usage(&self, name: LimitName) -> Option<&Usage> {
        self.usage.iter().find(|usage| usage.name == name)
    }
}

pub(super) fn limits(node: Node, reads_own: bool) -> Query<Limits> {
    Query::new(&[Topic::User, Topic::Device], move || async move {
        let own = if reads_own { api::limits::own(node.id).await? } else { Vec::new() };
        let usage = match node.customer() {
            Some(customer) => api::limits::usage(customer).await?,
            None => Vec::new(),
        };
        Ok(Limits { own, usage })
    })
}

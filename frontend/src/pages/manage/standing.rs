//! How a customer stands, in a lamp and in words.

use cordboard_api::customers::Standing;
use cordboard_messages::Key;
use cordboard_types::{CallLock, CustomerState};
use leptos::prelude::*;

use crate::{
    components::{
        lamp::{Light, lamp_since},
        page::facts,
        time::{self, time},
    },
    words::{Text, t, tx},
};

pub(crate) fn lamp(standing: &Standing) -> AnyView {
    let (light, word) = match standing.state {
        CustomerState::Active => (Light::On, Key::StandingActive),
        CustomerState::Suspended => (Light::Attention, Key::StandingSuspended),
        CustomerState::Closed => (Light::Trouble, Key::StandingClosed),
    };
    let since = standing.since.map(|at| tx(Key::LampSince, &[("time", time::text(at).into())]));
    lamp_since(light, word, since)
}

pub(super) fn view(standing: &Standing) -> AnyView {
    let mut rows = vec![(Key::ColumnStatus, Some(lamp(standing)))];
    if standing.state != CustomerState::Active {
        rows.push((Key::EffectiveSince, standing.since.map(time)));
        rows.push((Key::StandingBy, standing.by.clone().map(IntoAny::into_any)));
        rows.push((Key::StandingPhones, Some(phones(standing).into_any())));
    }
    if !standing.reason.is_empty() {
        rows.push((Key::StandingReason, Some(standing.reason.clone().into_any())));
    }
    if let Some(at) = standing.erased_at {
        rows.push((Key::StandingErased, Some(time(at))));
    }
    facts(rows)
}

/// What its telephones may do.
fn phones(standing: &Standing) -> Text {
    t(match (standing.state, standing.calls) {
        (CustomerState::Closed, _) => Key::StandingPhonesOff,
        (_, Some(CallLock::InternalOnly)) => Key::CallsInternal,
        _ => Key::CallsWork,
    })
}

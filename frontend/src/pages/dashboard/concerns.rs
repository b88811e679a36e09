//! What a customer needs somebody for, and what solves it.

use cordboard_api::nodes::Concern;
use cordboard_messages::Key;
use cordboard_types::CustomerState;
use leptos::prelude::*;

use crate::{
    address::Place,
    components::{
        lamp::{Light, lamp},
        time,
    },
    words::{Text, t, tx},
};

/// The reasons of one customer, the gravest first.
fn reasons(concern: &Concern) -> Vec<(Light, Text)> {
    let some = |count: u32, light: Light, key: Key| {
        (count > 0).then(|| (light, tx(key, &[("count", count.into())])))
    };
    let closed = concern.erased_at.filter(|_| concern.state == CustomerState::Closed);
    let closed =
        closed.map(|at| (Light::Attention, tx(Key::ConcernClosed, &[("time", time::day(at).into())])));
    if closed.is_some() {
        // Nothing else matters of one that is closed.
        return closed.into_iter().collect();
    }
    let suspended =
        (concern.state == CustomerState::Suspended).then(|| (Light::Attention, t(Key::WarningSuspended)));
    [
        some(concern.agents_away, Light::Trouble, Key::ConcernAway),
        some(concern.failed, Light::Trouble, Key::ConcernFailed),
        some(concern.agents_missing, Light::Attention, Key::ConcernNoAgent),
        some(concern.emergency_missing, Light::Attention, Key::ConcernEmergency),
        suspended,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where the gravest of it is solved.
fn solution(concern: &Concern) -> (Place, Key) {
    match concern.state {
        CustomerState::Closed | CustomerState::Suspended if concern.agents_away + concern.failed == 0 => {
            (Place::Manage, Key::NavManage)
        }
        _ if concern.agents_away == 0 && concern.failed > 0 => (Place::Overview, Key::ConcernOpen),
        _ => (Place::Sites, Key::ConcernSites),
    }
}

pub(super) fn row(concern: &Concern) -> AnyView {
    let reasons = reasons(concern);
    let worst = reasons.first().map_or(Light::Unknown, |(light, _)| *light);
    let word = if worst == Light::Trouble { Key::LightTrouble } else { Key::LightAttention };
    let why: Vec<_> = reasons.into_iter().map(|(_, text)| view! { <small>{text}</small> }).collect();
    let (place, action) = solution(concern);
    view! {
        <li class="task">
            {lamp(worst, word)}
            <span class="task-text">
                <a href=Place::Overview.of(concern.customer)><bdi>{concern.name.clone()}</bdi></a>
                {why}
            </span>
            <a class="button button-small" href=place.of(concern.customer)>{t(action)}</a>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concern(state: CustomerState, agents_away: u32, emergency_missing: u32) -> Concern {
        Concern {
            customer: "018f4a7e-0000-7000-8000-000000000001".parse().unwrap(),
            name: "Bakery".into(),
            state,
            erased_at: (state == CustomerState::Closed).then_some(cordboard_types::Timestamp(0)),
            agents_away,
            failed: 0,
            agents_missing: 0,
            emergency_missing,
        }
    }

    #[test]
    fn the_gravest_reason_comes_first_and_says_where_it_is_solved() {
        let grave = concern(CustomerState::Suspended, 2, 1);
        let found = reasons(&grave);
        assert_eq!(
            found.iter().map(|(light, _)| *light).collect::<Vec<_>>(),
            [Light::Trouble, Light::Attention, Light::Attention]
        );
        assert_eq!(found[0].1.get(), "2 agents are not connected: no calls at their sites");
        assert_eq!(solution(&grave).0, Place::Sites);
        assert_eq!(solution(&concern(CustomerState::Suspended, 0, 0)).0, Place::Manage);
        assert_eq!(reasons(&concern(CustomerState::Closed, 3, 3)).len(), 1);
    }
}

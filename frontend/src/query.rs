//! Data of the server on the page: fetched, kept while it is fetched again, fetched again when it changed.

use std::future::Future;

use cordboard_api::{ErrorCode, events::Topic};
use leptos::{prelude::*, task::spawn_local};

use crate::{api::Failure, components::feedback, live::Live};

/// What is known at the moment.
#[derive(Debug, Clone, PartialEq)]
enum State<T> {
    Waiting,
    Here(T),
    Failed(Failure),
}

/// What the page shows: the data itself changes without changing this.
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    Waiting,
    Here,
    Failed(Failure),
}

/// Data of the server.
pub(crate) struct Query<T: Send + Sync + 'static> {
    state: RwSignal<State<T>>,
    again: RwSignal<()>,
}

impl<T: Send + Sync + 'static> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Query<T> {}

/// Whether a request is on its way, and whether it is out of date before it came back.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Flight {
    None,
    One,
    OneAndAgain,
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Query<T> {
    /// Fetches now, when a signal that `fetch` reads changes, and when an event names one of the topics.
    pub(crate) fn new<F, Fut>(topics: &'static [Topic], fetch: F) -> Self
    where
        F: Fn() -> Fut + 'static,
        Fut: Future<Output = Result<T, Failure>> + 'static,
    {
        let query = Self { state: RwSignal::new(State::Waiting), again: RwSignal::new(()) };
        let live = use_context::<Live>();
        let flight = StoredValue::new(Flight::None);
        Effect::new(move |_| {
            query.again.track();
            if let Some(live) = live {
                live.track(topics);
            }
            let request = fetch();
            // A storm of events costs one request at a time, and the last one is never missed.
            if flight.get_value() == Flight::None {
                flight.set_value(Flight::One);
                spawn_local(query.land(flight, request));
            } else {
                flight.set_value(Flight::OneAndAgain);
            }
        });
        query
    }

    async fn land(self, flight: StoredValue<Flight>, request: impl Future<Output = Result<T, Failure>>) {
        let answer = request.await;
        // The page may be gone by now, and its signals with it.
        let Some(state) = flight.try_get_value() else { return };
        self.take(answer);
        flight.set_value(Flight::None);
        if state == Flight::OneAndAgain {
            self.refetch();
        }
    }

    fn take(self, answer: Result<T, Failure>) {
        match answer {
            Ok(data) => {
                if self.state.try_with_untracked(|state| !matches!(state, State::Here(old) if *old == data))
                    == Some(true)
                {
                    self.state.set(State::Here(data));
                }
            }
            // What was loaded stays readable while the server is away; what is gone is gone.
            Err(failure) => {
                let had_data = self.state.with_untracked(|state| matches!(state, State::Here(_)));
                if !had_data || failure.code() == Some(ErrorCode::NotFound) {
                    self.state.set(State::Failed(failure));
                }
            }
        }
    }

    /// Asks again; what is shown stays until the answer is there.
    pub(crate) fn refetch(self) {
        self.again.notify();
    }

    /// The data, while there is any.
    pub(crate) fn data(self) -> Option<T> {
        self.state.with(|state| match state {
            State::Here(data) => Some(data.clone()),
            State::Waiting | State::Failed(_) => None,
        })
    }

    /// Whether there is any.
    pub(crate) fn is_here(self) -> bool {
        self.state.with(|state| matches!(state, State::Here(_)))
    }

    fn stage(self) -> Stage {
        self.state.with(|state| match state {
            State::Waiting => Stage::Waiting,
            State::Here(_) => Stage::Here,
            State::Failed(failure) => Stage::Failed(failure.clone()),
        })
    }

    /// A skeleton, then what `view` makes of the data, or what went wrong. New data reaches the view through
    /// its signal: nothing is taken away and drawn again.
    pub(crate) fn view(
        self,
        skeleton: fn() -> AnyView,
        view: impl Fn(RwSignal<T>) -> AnyView + Send + 'static,
    ) -> impl IntoView {
        self.view_or(skeleton, move |failure| feedback::failed(&failure, move || self.refetch()), view)
    }

    /// The same with a view of its own for what went wrong.
    pub(crate) fn view_or(
        self,
        skeleton: fn() -> AnyView,
        failed: impl Fn(Failure) -> AnyView + Send + 'static,
        view: impl Fn(RwSignal<T>) -> AnyView + Send + 'static,
    ) -> impl IntoView {
        let stage = Memo::new(move |_| self.stage());
        move || match stage.get() {
            Stage::Waiting => skeleton(),
            Stage::Failed(failure) => failed(failure),
            Stage::Here => match untrack(|| self.data()) {
                Some(data) => view(self.follow(data)),
                None => skeleton(),
            },
        }
    }

    fn follow(self, first: T) -> RwSignal<T> {
        let shown = RwSignal::new(first);
        Effect::new(move |_| {
            if let Some(data) = self.data()
                && shown.with_untracked(|old| *old != data)
            {
                shown.set(data);
            }
        });
        shown
    }
}

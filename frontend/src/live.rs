//! The server's events: one stream for the customer whose pages are open.

use cordboard_api::{
    BASE,
    events::{Event, Topic},
};
use cordboard_types::TenantId;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, prelude::Closure};
use web_sys::{EventSource, MessageEvent};

/// Milliseconds until a stream that the browser gave up on is opened again.
const RETRY_MS: u32 = 3_000;

/// What has changed: a counter for each topic, which queries follow.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    device: RwSignal<u32>,
    registration: RwSignal<u32>,
    call: RwSignal<u32>,
    site: RwSignal<u32>,
    user: RwSignal<u32>,
    group: RwSignal<u32>,
    job: RwSignal<u32>,
    change: RwSignal<u32>,
    connected: RwSignal<Option<bool>>,
}

const TOPICS: [Topic; 8] = [
    Topic::Device,
    Topic::Registration,
    Topic::Call,
    Topic::Site,
    Topic::User,
    Topic::Group,
    Topic::Job,
    Topic::Change,
];

/// An open stream with what it calls; dropping it closes the stream.
struct Stream {
    source: EventSource,
    _handlers: [Closure<dyn FnMut(web_sys::Event)>; 3],
    _message: Closure<dyn FnMut(MessageEvent)>,
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

impl Live {
    fn new() -> Self {
        let counter = || RwSignal::new(0);
        Self {
            device: counter(),
            registration: counter(),
            call: counter(),
            site: counter(),
            user: counter(),
            group: counter(),
            job: counter(),
            change: counter(),
            connected: RwSignal::new(None),
        }
    }

    /// Opens the stream of a customer for as long as the component lives.
    pub(crate) fn open(customer: TenantId) -> Self {
        let live = Self::new();
        let stream = StoredValue::new_local(None::<Stream>);
        live.connect(customer, stream);
        on_cleanup(move || stream.set_value(None));
        live
    }

    fn counter(self, topic: Topic) -> RwSignal<u32> {
        match topic {
            Topic::Device => self.device,
            Topic::Registration => self.registration,
            Topic::Call => self.call,
            Topic::Site => self.site,
            Topic::User => self.user,
            Topic::Group => self.group,
            Topic::Job => self.job,
            Topic::Change => self.change,
        }
    }

    /// Makes the caller run again when one of the topics changes.
    pub(crate) fn track(self, topics: &[Topic]) {
        for topic in topics {
            self.counter(*topic).track();
        }
    }

    /// Whether events arrive; `None` until the stream was tried.
    pub(crate) fn connected(self) -> Option<bool> {
        self.connected.get()
    }

    fn bump(self, topic: Topic) {
        self.counter(topic).try_update(|count| *count = count.wrapping_add(1));
    }

    /// Events were missed while the stream was down: everything may have changed.
    fn bump_all(self) {
        TOPICS.into_iter().for_each(|topic| self.bump(topic));
    }

    fn connect(self, customer: TenantId, stream: StoredValue<Option<Stream>, LocalStorage>) {
        let Ok(source) = EventSource::new(&format!("{BASE}/customers/{customer}/events")) else {
            self.connected.set(Some(false));
            return;
        };
        let opened = Closure::new(move |_: web_sys::Event| {
            if self.connected.try_get_untracked() == Some(Some(false)) {
                self.bump_all();
            }
            self.connected.try_set(Some(true));
        });
        let failed = self.on_failure(customer, source.clone(), stream);
        let missed = Closure::new(move |_: web_sys::Event| self.bump_all());
        let message = Closure::new(move |event: MessageEvent| {
            let event = event.data().as_string().and_then(|text| serde_json::from_str::<Event>(&text).ok());
            match event {
                Some(event) => self.bump(event.topic),
                None => self.bump_all(),
            }
        });
        source.set_onopen(Some(opened.as_ref().unchecked_ref()));
        source.set_onerror(Some(failed.as_ref().unchecked_ref()));
        source.set_onmessage(Some(message.as_ref().unchecked_ref()));
        // The server names its only other event: it had more to say than it could keep.
        if source.add_event_listener_with_callback("missed", missed.as_ref().unchecked_ref()).is_err() {
            self.bump_all();
        }
        stream.set_value(Some(Stream { source, _handlers: [opened, failed, missed], _message: message }));
    }

    fn on_failure(
        self,
        customer: TenantId,
        source: EventSource,
        stream: StoredValue<Option<Stream>, LocalStorage>,
    ) -> Closure<dyn FnMut(web_sys::Event)> {
        Closure::new(move |_: web_sys::Event| {
            self.connected.try_set(Some(false));
            // The browser reconnects by itself unless the server refused.
            if source.ready_state() == EventSource::CLOSED {
                self.bump_all();
                Timeout::new(RETRY_MS, move || {
                    if self.connected.try_get_untracked().is_some() {
                        self.connect(customer, stream);
                    }
                })
                .forget();
            }
        })
    }
}

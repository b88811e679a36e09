//! Live changes as server-sent events: what to fetch again, never content.

use std::time::Duration;

use actix_web::{HttpResponse, get, http::header, web};
use cordboard_api::{
    Problem,
    events::{Event, Topic},
};
use cordboard_store::{Notice, Subject};
use cordboard_types::SessionId;
use futures_util::{StreamExt, stream};
use tokio::sync::broadcast::{Receiver, error::RecvError};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    access::{CustomersRead, InCustomer},
    error::ApiResult,
};
use crate::State;

/// A comment so often, so that proxies and browsers notice a dead connection.
const BEAT: Duration = Duration::from_secs(20);

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(events);
}

/// A stream of `data: {"topic": …, "id": …}` lines.
#[utoipa::path(responses(
    (status = 200, content_type = "text/event-stream", body = Event),
    (status = 404, body = Problem),
))]
#[get("/customers/{customer}/events")]
async fn events(state: web::Data<State>, access: InCustomer<CustomersRead>) -> ApiResult<HttpResponse> {
    let (tenant, session) = (access.tenant(), access.who.session);
    let stream = stream::unfold(state.store.notices(), move |mut notices| async move {
        let text = loop {
            match tokio::time::timeout(BEAT, next(&mut notices)).await {
                Err(_) => break ": beat\n\n".to_owned(),
                Ok(Read::Ended) => return None,
                Ok(Read::Missed) => break "event: missed\ndata: {}\n\n".to_owned(),
                Ok(Read::Notice(Notice { subject: Subject::Session(id), .. }))
                    if session == Some(SessionId(id)) =>
                {
                    return None;
                }
                Ok(Read::Notice(Notice { subject: Subject::Tree, .. })) => return None,
                Ok(Read::Notice(notice)) if notice.tenant == Some(tenant) => match event(notice.subject) {
                    Some(event) => break line(&event),
                    None => continue,
                },
                Ok(Read::Notice(_)) => continue,
            }
        };
        Some((Ok::<_, std::convert::Infallible>(web::Bytes::from(text)), notices))
    });
    // The first line comes at once, so that the browser knows it is connected.
    let hello = stream::once(async { Ok(web::Bytes::from_static(b": connected\n\n")) });
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(hello.chain(stream).take_until(state.stop.clone().cancelled_owned())))
}

enum Read {
    Notice(Notice),
    Missed,
    Ended,
}

async fn next(notices: &mut Receiver<Notice>) -> Read {
    match notices.recv().await {
        Ok(notice) => Read::Notice(notice),
        Err(RecvError::Lagged(_)) => Read::Missed,
        Err(RecvError::Closed) => Read::Ended,
    }
}

fn line(event: &Event) -> String {
    format!("data: {}\n\n", serde_json::to_string(event).unwrap_or_default())
}

fn event(subject: Subject) -> Option<Event> {
    let (topic, id) = match subject {
        Subject::Device(id) => (Topic::Device, Some(id)),
        Subject::Registration(id) => (Topic::Registration, Some(id)),
        Subject::Call(id) => (Topic::Call, Some(id)),
        Subject::Site(id) => (Topic::Site, Some(id)),
        Subject::User(id) => (Topic::User, Some(id)),
        Subject::Change => (Topic::Change, None),
        Subject::Document(_) | Subject::State(_) | Subject::Keys(_) | Subject::Session(_) | Subject::Tree => {
            return None;
        }
    };
    Some(Event { topic, id: id.map(|id| id.to_string()) })
}

//! One request, and what every request has in common.

use cordboard_api::{BASE, ErrorCode, Page, Problem, page::MAX_PAGE_SIZE};
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use serde::{Serialize, de::DeserializeOwned};
use web_sys::Blob;

use super::{Answer, Failure};
use crate::{session, words};

/// What a write carries beside its body.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    /// The version that is changed, for `If-Match`.
    pub(crate) version: Option<i64>,
    /// Makes a repeated create harmless.
    pub(crate) idempotency_key: Option<String>,
}

impl Terms {
    pub(crate) fn version(version: i64) -> Self {
        Self { version: Some(version), ..Self::default() }
    }

    pub(crate) fn create(key: String) -> Self {
        Self { idempotency_key: Some(key), ..Self::default() }
    }
}

/// Rows of a list as far as they were asked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Listing<T> {
    pub(crate) items: Vec<T>,
    /// There are more.
    pub(crate) more: bool,
}

/// Pages that stand for "all" where a choice needs every row: 2 000 rows.
pub(crate) const ALL: usize = 10;

pub(crate) async fn get<T: DeserializeOwned>(path: &str) -> Answer<T> {
    let request = builder(Method::GET, path, &Terms::default()).build();
    answer(request).await
}

/// The first `pages` pages of a list; full pages where every row is wanted. The path may have a query.
pub(crate) async fn list<T: DeserializeOwned>(path: &str, pages: usize) -> Answer<Listing<T>> {
    let (mut items, mut after) = (Vec::new(), None::<String>);
    for _ in 0..pages {
        let mut request = builder(Method::GET, path, &Terms::default());
        if pages == ALL {
            request = request.query([("size", MAX_PAGE_SIZE.to_string())]);
        }
        if let Some(after) = &after {
            request = request.query([("after", after.as_str())]);
        }
        let page: Page<T> = answer(request.build()).await?;
        items.extend(page.items);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    Ok(Listing { items, more: after.is_some() })
}

pub(crate) async fn send<B: Serialize, T: DeserializeOwned>(
    method: Method,
    path: &str,
    terms: &Terms,
    body: &B,
) -> Answer<T> {
    answer(builder(method, path, terms).json(body)).await
}

/// A write without a body.
pub(crate) async fn act<T: DeserializeOwned>(method: Method, path: &str, terms: &Terms) -> Answer<T> {
    answer(builder(method, path, terms).build()).await
}

/// Creates something of a file.
pub(crate) async fn send_file<T: DeserializeOwned>(
    path: &str,
    terms: &Terms,
    content_type: &str,
    file: &Blob,
) -> Answer<T> {
    let builder = builder(Method::POST, path, terms).header("Content-Type", content_type);
    answer(builder.body(file.clone())).await
}

fn builder(method: Method, path: &str, terms: &Terms) -> RequestBuilder {
    let mut builder = RequestBuilder::new(&format!("{BASE}{path}"))
        .method(method)
        .header("Accept", "application/json")
        .header("Accept-Language", words::locale().as_str());
    if let Some(version) = terms.version {
        builder = builder.header("If-Match", &format!("\"{version}\""));
    }
    if let Some(key) = &terms.idempotency_key {
        builder = builder.header("Idempotency-Key", key);
    }
    builder
}

async fn answer<T: DeserializeOwned>(request: Result<Request, gloo_net::Error>) -> Answer<T> {
    let response = match request {
        Ok(request) => request.send().await.map_err(|_| Failure::Offline)?,
        Err(_) => return Err(Failure::Unreadable(0)),
    };
    let text = response.text().await.map_err(|_| Failure::Offline)?;
    if response.ok() {
        // An answer without content is `()`.
        let text = if text.is_empty() { "null" } else { &text };
        return serde_json::from_str(text).map_err(|_| Failure::Unreadable(response.status()));
    }
    Err(refused(&response, &text))
}

fn refused(response: &Response, text: &str) -> Failure {
    let Ok(problem) = serde_json::from_str::<Problem>(text) else {
        return Failure::Unreadable(response.status());
    };
    if problem.code == ErrorCode::SignedOut {
        session::ended();
    }
    Failure::Problem(Box::new(problem))
}

//! The page problem answers link to: what each code means, in the reader's language.

use std::fmt::Write;

use actix_web::{HttpRequest, HttpResponse, web};
use cordboard_api::ErrorCode;

use super::problem;

/// Adds `GET /docs/errors`.
pub fn configure(config: &mut web::ServiceConfig) {
    config.route("/docs/errors", web::get().to(errors));
}

async fn errors(request: HttpRequest) -> HttpResponse {
    let locale = problem::locale(request.headers());
    let mut page =
        String::from("<!doctype html><meta charset=utf-8><title>Cordboard: error codes</title><dl>");
    for code in ErrorCode::ALL {
        let sentence = cordboard_messages::error_sentence(locale, code.as_str(), &[]);
        let (name, status) = (code.as_str(), code.status());
        // Writing to a string cannot fail.
        write!(page, "<dt id=\"{name}\"><code>{name}</code> ({status})<dd>{sentence}").unwrap_or_default();
    }
    page.push_str("</dl>");
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page)
}

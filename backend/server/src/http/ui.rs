//! The built web UI: `index.html` for every page's address, hashed assets for ever, compressed once at build.

use std::path::{Path, PathBuf};

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use cordboard_api::ErrorCode;

use super::error::{ApiError, ApiResult};

/// Files of the UI in memory: path, content type, identity, gzip and brotli bytes.
#[derive(Debug, Clone, Default)]
pub struct Ui {
    files: std::sync::Arc<std::collections::HashMap<String, File>>,
}

#[derive(Debug, Default)]
struct File {
    kind: &'static str,
    plain: web::Bytes,
    gzip: Option<web::Bytes>,
    brotli: Option<web::Bytes>,
}

impl Ui {
    /// Reads the folder the build wrote; an absent one is an empty UI, the API works without.
    #[must_use]
    pub fn load(folder: &Path) -> Self {
        let mut files = std::collections::HashMap::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(next) = folders.pop() {
            let Ok(entries) = std::fs::read_dir(&next) else { continue };
            for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    add(&mut files, folder, &path);
                }
            }
        }
        Self { files: std::sync::Arc::new(files) }
    }

    /// Whether there is a UI to serve.
    #[must_use]
    pub fn is_built(&self) -> bool {
        self.files.contains_key("index.html")
    }
}

fn add(files: &mut std::collections::HashMap<String, File>, folder: &Path, path: &PathBuf) {
    let Ok(bytes) = std::fs::read(path) else {
        tracing::warn!(file = %path.display(), "a file of the web UI cannot be read");
        return;
    };
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
    let bytes = web::Bytes::from(bytes);
    if let Some(name) = name.strip_suffix(".gz") {
        files.entry(name.to_owned()).or_default().gzip = Some(bytes);
    } else if let Some(name) = name.strip_suffix(".br") {
        files.entry(name.to_owned()).or_default().brotli = Some(bytes);
    } else {
        let kind = content_type(&name);
        let file = files.entry(name).or_default();
        file.plain = bytes;
        file.kind = kind;
    }
}

/// Adds the UI's routes, after those of the API.
pub fn configure(config: &mut web::ServiceConfig, ui: &Ui) {
    config.app_data(web::Data::new(ui.clone())).default_service(web::to(serve));
}

async fn serve(request: HttpRequest, ui: web::Data<Ui>) -> ApiResult<HttpResponse> {
    let path = request.path().trim_start_matches('/');
    let is_page = !path.starts_with("api/") && !path.rsplit('/').next().unwrap_or("").contains('.');
    let found = ui.files.get(path).or_else(|| is_page.then(|| ui.files.get("index.html")).flatten());
    let is_read = matches!(*request.method(), actix_web::http::Method::GET | actix_web::http::Method::HEAD);
    match found.filter(|_| is_read) {
        Some(file) => Ok(answer(&request, file, path.starts_with("assets/"))),
        None => Err(ApiError::new(ErrorCode::NotFound)),
    }
}

fn answer(request: &HttpRequest, file: &File, is_hashed: bool) -> HttpResponse {
    let accepts = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let accepts = |coding| accepts.is_some_and(|list| list.contains(coding));
    let cache = if is_hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = HttpResponse::Ok();
    response.content_type(file.kind).insert_header((header::CACHE_CONTROL, cache));
    response.insert_header((header::VARY, "accept-encoding"));
    match (&file.brotli, &file.gzip) {
        (Some(bytes), _) if accepts("br") => {
            response.insert_header((header::CONTENT_ENCODING, "br")).body(bytes.clone())
        }
        (_, Some(bytes)) if accepts("gzip") => {
            response.insert_header((header::CONTENT_ENCODING, "gzip")).body(bytes.clone())
        }
        _ => response.body(file.plain.clone()),
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "txt" | "ftl" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

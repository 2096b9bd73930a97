//! Responds to requests for files of the site.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_RANGE, LAST_MODIFIED, LOCATION, RANGE,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use tower_http::services::ServeFile;

use crate::base::output::OutputPath;

use super::base_path::{BasePath, Route, SitePath};
use super::content_type::{self, HTML};
use super::inject;
use super::lookup::{self, Lookup, Page};
use super::preview_lookup;
use super::{Context, ServerContext};

/// The time between two lookups of the same path.
const RETRY_DELAY: Duration = Duration::from_millis(2);
/// The number of lookups of a missing file: the folder may have been replaced during a lookup.
const MAX_LOOKUPS: u32 = 3;
/// The number of lookups while the folder is missing: some systems replace it in two steps.
const MAX_LOOKUPS_WITHOUT_FOLDER: u32 = 25;
/// The precision of the date in `Last-Modified` is a second. A newer file might change again within the same date.
const MIN_DATED_AGE: Duration = Duration::from_secs(2);

/// Responds as a static host does.
pub(super) async fn respond(State(context): Context, request: Request) -> Response {
    let (request, _) = request.into_parts();
    if !matches!(request.method, Method::GET | Method::HEAD) {
        let allow = [(ALLOW, "GET, HEAD")];
        return (StatusCode::METHOD_NOT_ALLOWED, allow).into_response();
    }
    let responder = Responder {
        base: BasePath::of(&context.config().base_path),
        context,
        request,
    };
    match responder.base.route(responder.request.uri.path()) {
        Route::Site(path) => responder.respond_at(&path).await,
        Route::Base => responder.redirect(StatusCode::FOUND, responder.base.root()),
        Route::Nowhere => responder.not_found().await,
    }
}

struct Responder {
    context: Arc<ServerContext>,
    base: BasePath,
    request: Parts,
}

impl Responder {
    async fn respond_at(&self, path: &SitePath) -> Response {
        for lookups in 1.. {
            let max_lookups = match self.look_up(path).await {
                Lookup::Page(page) => return self.page(StatusCode::OK, page),
                Lookup::File(file) => match self.file(&file).await {
                    Ok(response) => return response,
                    Err(_) => MAX_LOOKUPS_WITHOUT_FOLDER,
                },
                Lookup::Bytes(output, bytes) => return bytes_of(&output, &bytes),
                Lookup::FolderWithoutSlash => {
                    let address = self.base.address(&path.page());
                    return self.redirect(StatusCode::MOVED_PERMANENTLY, address);
                }
                Lookup::Missing => MAX_LOOKUPS,
                Lookup::NoSite => MAX_LOOKUPS_WITHOUT_FOLDER,
            };
            if lookups >= max_lookups {
                break;
            }
            tokio::time::sleep(RETRY_DELAY).await;
        }
        self.not_found().await
    }

    /// Looks up a path in the preview, then in the output folder.
    async fn look_up(&self, path: &SitePath) -> Lookup {
        if let Some(lookup) = preview_lookup::look_up(&self.context, path).await {
            return lookup;
        }
        let (context, path) = (Arc::clone(&self.context), path.clone());
        let revision = context.revision();
        let look_up = move || lookup::look_up(&context.folder, &path, revision);
        let lookup = tokio::task::spawn_blocking(look_up).await;
        lookup.unwrap_or(Lookup::Missing)
    }

    async fn not_found(&self) -> Response {
        let path = SitePath {
            names: vec!["404.html".to_owned()],
            is_folder: false,
        };
        let page = match self.look_up(&path).await {
            Lookup::Page(page) => page,
            _ => Page {
                output: path.file(),
                html: inject::not_found_page(&self.context.config().texts),
                revision: self.context.revision(),
            },
        };
        self.page(StatusCode::NOT_FOUND, page)
    }

    /// Sends a page with the script. Never sends a range of it: no client has another range of the same bytes.
    fn page(&self, status: StatusCode, page: Page) -> Response {
        let address = self.base.address(&page.output);
        let html = inject::inject_script(page.html, page.revision, &address);
        let length = HeaderValue::from(html.len());
        let mut response = (status, html).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(HTML));
        // The response to HEAD has no body from which the length could be taken.
        headers.insert(CONTENT_LENGTH, length);
        response
    }

    async fn file(&self, file: &Path) -> io::Result<Response> {
        let mut headers = self.request.headers.clone();
        if !self.requests_range() {
            headers.remove(RANGE);
        }
        let mut response = self.serve(file, &headers).await?;
        let is_partial = response.status() == StatusCode::PARTIAL_CONTENT;
        let is_same = |tag| response.headers().get(ETAG) == Some(tag);
        if is_partial && !headers.get(IF_RANGE).is_none_or(is_same) {
            // The client has a range of other bytes.
            headers.remove(RANGE);
            response = self.serve(file, &headers).await?;
        }
        correct_headers(file, response.headers_mut());
        Ok(response)
    }

    /// Whether a range is requested. Only GET has ranges, and units other than bytes are ignored (RFC 9110, section
    /// 14.2).
    fn requests_range(&self) -> bool {
        let range = self.request.headers.get(RANGE);
        let is_bytes = |range: &HeaderValue| range.as_bytes().starts_with(b"bytes=");
        self.request.method == Method::GET && range.is_some_and(is_bytes)
    }

    async fn serve(&self, file: &Path, headers: &HeaderMap) -> io::Result<Response> {
        let mut request: Request = Request::default();
        self.request.method.clone_into(request.method_mut());
        headers.clone_into(request.headers_mut());
        let mut service = ServeFile::new(file).ignore_multi_range_requests(true);
        Ok(service.try_call(request).await?.into_response())
    }

    fn redirect(&self, status: StatusCode, mut address: String) -> Response {
        if let Some(query) = self.request.uri.query() {
            address = format!("{address}?{query}");
        }
        match HeaderValue::try_from(address) {
            Ok(address) => (status, [(LOCATION, address)]).into_response(),
            Err(_) => StatusCode::BAD_REQUEST.into_response(),
        }
    }
}

/// The bytes of a file that is not published yet.
fn bytes_of(output: &OutputPath, bytes: &[u8]) -> Response {
    let guessed = mime_guess::from_path(output.as_str()).first_or_octet_stream();
    let path = Path::new(output.as_str());
    let content_type = content_type::content_type(path, guessed.essence_str());
    let length = bytes.len().to_string();
    let headers = [(CONTENT_TYPE, content_type), (CONTENT_LENGTH, length)];
    (headers, bytes.to_vec()).into_response()
}

fn correct_headers(file: &Path, headers: &mut HeaderMap) {
    let guessed = headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let content_type = guessed.map(|guessed| content_type::content_type(file, guessed));
    if let Some(Ok(content_type)) = content_type.map(HeaderValue::try_from) {
        headers.insert(CONTENT_TYPE, content_type);
    }
    let modified = file.metadata().and_then(|it| it.modified());
    let age = modified.map(|modified| SystemTime::now().duration_since(modified));
    if !matches!(age, Ok(Ok(age)) if age > MIN_DATED_AGE) {
        headers.remove(LAST_MODIFIED);
    }
}

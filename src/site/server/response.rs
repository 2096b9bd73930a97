//! Responds to requests for files of the site.

use std::io;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_RANGE, LAST_MODIFIED, LOCATION, RANGE,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use tower_http::services::ServeFile;

use crate::base::output::OutputPath;

use super::ServerContext;
use super::base_path::{BasePath, Route, SitePath};
use super::content_type::{self, HTML};
use super::inject;
use super::lookup::{Lookup, SiteFile, look_up};
use super::preview_response::{PreviewResponse, preview_response};

/// The time between two lookups of the same file.
const RETRY_DELAY: Duration = Duration::from_millis(2);
/// The number of lookups of a missing file: the folder may have been replaced during a lookup.
const MAX_LOOKUPS: u32 = 3;
/// The number of lookups while the folder is missing: some systems replace it in two steps.
const MAX_LOOKUPS_WITHOUT_FOLDER: u32 = 25;
/// The precision of the date in `Last-Modified` is a second. A newer file might change again within the same date.
const MIN_DATED_AGE: Duration = Duration::from_secs(2);

/// Responds as a static host does.
pub(super) async fn respond(
    State(context): State<Arc<ServerContext>>,
    request: Request,
) -> Response {
    let (request, _) = request.into_parts();
    if !matches!(request.method, Method::GET | Method::HEAD) {
        let allow = [(ALLOW, "GET, HEAD")];
        return (StatusCode::METHOD_NOT_ALLOWED, allow).into_response();
    }
    let base = context.base_path();
    match base.route(request.uri.path()) {
        Route::Site(path) => respond_at(&context, &base, &path, request).await,
        Route::Base => redirect(StatusCode::FOUND, &base.root(), &request.uri),
        Route::Nowhere => not_found(&context, &base).await,
    }
}

async fn respond_at(
    context: &Arc<ServerContext>,
    base: &BasePath,
    path: &SitePath,
    request: Parts,
) -> Response {
    match preview_response(context, base, path).await {
        Some(PreviewResponse::Page(html)) => send_page(StatusCode::OK, html),
        Some(PreviewResponse::FolderWithoutSlash(page)) => add_slash(base, &page, &request),
        None => respond_published(context, base, path, request).await,
    }
}

async fn respond_published(
    context: &Arc<ServerContext>,
    base: &BasePath,
    path: &SitePath,
    request: Parts,
) -> Response {
    for lookup in 1.. {
        let max = match look_up_blocking(context, path).await {
            Lookup::File(file) => match send(context, base, &file, &request).await {
                Ok(response) => return response,
                Err(error) if error.kind() == io::ErrorKind::NotFound => MAX_LOOKUPS_WITHOUT_FOLDER,
                Err(_) => MAX_LOOKUPS,
            },
            Lookup::FolderWithoutSlash => return add_slash(base, &path.page(), &request),
            Lookup::Missing => MAX_LOOKUPS,
            Lookup::NoSite => MAX_LOOKUPS_WITHOUT_FOLDER,
        };
        if lookup >= max {
            break;
        }
        tokio::time::sleep(RETRY_DELAY).await;
    }
    not_found(context, base).await
}

/// Redirects to the address of a folder's page, which ends with `/`.
fn add_slash(base: &BasePath, page: &OutputPath, request: &Parts) -> Response {
    let address = base.address(page);
    redirect(StatusCode::MOVED_PERMANENTLY, &address, &request.uri)
}

async fn look_up_blocking(context: &Arc<ServerContext>, path: &SitePath) -> Lookup {
    let (context, path) = (Arc::clone(context), path.clone());
    let lookup = tokio::task::spawn_blocking(move || look_up(&context.folder, &path));
    lookup.await.unwrap_or(Lookup::Missing)
}

async fn not_found(context: &Arc<ServerContext>, base: &BasePath) -> Response {
    let path = SitePath {
        names: vec!["404.html".to_owned()],
        is_folder: false,
    };
    if let Some(PreviewResponse::Page(html)) = preview_response(context, base, &path).await {
        return send_page(StatusCode::NOT_FOUND, html);
    }
    let html = match look_up_blocking(context, &path).await {
        Lookup::File(file) => read_page(context, base, &file).await.ok(),
        _ => None,
    };
    let html = html.unwrap_or_else(|| {
        let html = inject::not_found_page(&context.config().texts);
        let revision = context.state.borrow().revision();
        inject::inject_script(html, revision, &base.address(&path.file()))
    });
    send_page(StatusCode::NOT_FOUND, html)
}

async fn send(
    context: &ServerContext,
    base: &BasePath,
    file: &SiteFile,
    request: &Parts,
) -> io::Result<Response> {
    if content_type::is_page(&file.on_disk) {
        let html = read_page(context, base, file).await?;
        return Ok(send_page(StatusCode::OK, html));
    }
    send_file(file, request).await
}

/// Reads a page and adds the script.
async fn read_page(
    context: &ServerContext,
    base: &BasePath,
    file: &SiteFile,
) -> io::Result<Vec<u8>> {
    // Before the file is read: a page that is newer than its revision reloads once too often, but never too seldom.
    let revision = context.state.borrow().revision();
    let on_disk = file.on_disk.clone();
    let html = tokio::task::spawn_blocking(move || std::fs::read(on_disk));
    let html = html.await.map_err(io::Error::other)??;
    let address = base.address(&file.output);
    Ok(inject::inject_script(html, revision, &address))
}

/// Sends a page, and never a range of it: no client has another range of the same bytes.
fn send_page(status: StatusCode, html: Vec<u8>) -> Response {
    let length = html.len();
    let mut response = (status, html).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(HTML));
    // The response to HEAD has no body from which the length could be taken.
    headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    response
}

async fn send_file(file: &SiteFile, request: &Parts) -> io::Result<Response> {
    let mut headers = request.headers.clone();
    if !requests_range(request) {
        headers.remove(RANGE);
    }
    let mut response = serve(file, &request.method, &headers).await?;
    let is_partial = response.status() == StatusCode::PARTIAL_CONTENT;
    let is_same = |tag| response.headers().get(ETAG) == Some(tag);
    if is_partial && !headers.get(IF_RANGE).is_none_or(is_same) {
        // The client has a range of other bytes.
        headers.remove(RANGE);
        response = serve(file, &request.method, &headers).await?;
    }
    correct_headers(file, &mut response);
    Ok(response)
}

/// Whether a range is requested. Only GET has ranges, and units other than bytes are ignored (RFC 9110, section 14.2).
fn requests_range(request: &Parts) -> bool {
    let range = request.headers.get(RANGE);
    let is_bytes = |range: &HeaderValue| range.as_bytes().starts_with(b"bytes=");
    request.method == Method::GET && range.is_some_and(is_bytes)
}

async fn serve(file: &SiteFile, method: &Method, headers: &HeaderMap) -> io::Result<Response> {
    let mut request: Request = Request::default();
    method.clone_into(request.method_mut());
    headers.clone_into(request.headers_mut());
    let mut service = ServeFile::new(&file.on_disk).ignore_multi_range_requests(true);
    Ok(service.try_call(request).await?.into_response())
}

fn correct_headers(file: &SiteFile, response: &mut Response) {
    let headers = response.headers_mut();
    if let Some(guessed) = headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok()) {
        let content_type = content_type::content_type(&file.on_disk, guessed);
        if let Ok(content_type) = HeaderValue::try_from(content_type) {
            headers.insert(CONTENT_TYPE, content_type);
        }
    }
    let modified = file.on_disk.metadata().and_then(|it| it.modified());
    let age = modified.map(|modified| SystemTime::now().duration_since(modified));
    if !matches!(age, Ok(Ok(age)) if age > MIN_DATED_AGE) {
        headers.remove(LAST_MODIFIED);
    }
}

fn redirect(status: StatusCode, address: &str, request: &Uri) -> Response {
    let query = request.query().map(|query| format!("?{query}"));
    let address = format!("{address}{}", query.unwrap_or_default());
    match HeaderValue::try_from(address) {
        Ok(address) => (status, [(LOCATION, address)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

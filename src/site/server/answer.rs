//! What is sent.

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

use super::Shared;
use super::address::{Asked, BasePath, Place};
use super::ahead::{self, Ahead};
use super::kind;
use super::page;
use super::site::{self, File, Found};

/// How long between two looks for what should be there.
const PAUSE: Duration = Duration::from_millis(2);
/// How often to look for a file: the folder may have been swapped between two steps of a look.
const LOOKS: u32 = 3;
/// How often to look when the folder itself is away: some systems swap it in two steps.
const LOOKS_IN_SWAP: u32 = 25;

/// Answers as a static host does.
pub(super) async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    if !matches!(request.method, Method::GET | Method::HEAD) {
        let allowed = [(ALLOW, "GET, HEAD")];
        return (StatusCode::METHOD_NOT_ALLOWED, allowed).into_response();
    }
    let base = shared.base();
    match base.asked(request.uri.path()) {
        Asked::Place(place) => at(&shared, &base, &place, request).await,
        Asked::Base => redirect(StatusCode::FOUND, &base.root(), &request.uri),
        Asked::Nothing => not_found(&shared, &base).await,
    }
}

async fn at(shared: &Arc<Shared>, base: &BasePath, place: &Place, request: Parts) -> Response {
    match ahead::look(shared, base, place).await {
        Some(Ahead::Page(html)) => send_page(StatusCode::OK, html),
        Some(Ahead::FolderWithoutSlash(page)) => to_folder(base, &page, &request),
        None => published_at(shared, base, place, request).await,
    }
}

/// Looks until something is found, for a moment.
async fn published_at(
    shared: &Arc<Shared>,
    base: &BasePath,
    place: &Place,
    request: Parts,
) -> Response {
    let (mut looks, mut enough) = (0, LOOKS);
    loop {
        let is_swapped = match find(shared, place).await {
            Found::File(file) => match send(shared, base, &file, &request).await {
                Ok(response) => return response,
                Err(error) => error.kind() == io::ErrorKind::NotFound,
            },
            Found::FolderWithoutSlash => {
                let page = OutputPath::page(&place.names.join("/"));
                return to_folder(base, &page, &request);
            }
            Found::Nothing => false,
            Found::NoSite => true,
        };
        if is_swapped {
            enough = LOOKS_IN_SWAP;
        }
        looks += 1;
        if looks >= enough {
            return not_found(shared, base).await;
        }
        tokio::time::sleep(PAUSE).await;
    }
}

fn to_folder(base: &BasePath, page: &OutputPath, request: &Parts) -> Response {
    let location = base.address(page);
    redirect(StatusCode::MOVED_PERMANENTLY, &location, &request.uri)
}

async fn find(shared: &Arc<Shared>, place: &Place) -> Found {
    let (shared, place) = (Arc::clone(shared), place.clone());
    let look = tokio::task::spawn_blocking(move || site::find(&shared.folder, &place));
    look.await.unwrap_or(Found::Nothing)
}

async fn send(
    shared: &Shared,
    base: &BasePath,
    file: &File,
    request: &Parts,
) -> io::Result<Response> {
    if kind::is_page(&file.path) {
        let html = page(shared, base, file).await?;
        return Ok(send_page(StatusCode::OK, html));
    }
    send_file(file, request).await
}

async fn not_found(shared: &Arc<Shared>, base: &BasePath) -> Response {
    let place = Place {
        names: vec!["404.html".to_owned()],
        is_folder: false,
    };
    if let Some(Ahead::Page(html)) = ahead::look(shared, base, &place).await {
        return send_page(StatusCode::NOT_FOUND, html);
    }
    let html = match find(shared, &place).await {
        Found::File(file) => page(shared, base, &file).await.ok(),
        _ => None,
    };
    let html = html.unwrap_or_else(|| {
        let address = base.address(&OutputPath::file("404.html"));
        let html = page::missing(&shared.settings().words);
        page::with_script(html, shared.news.borrow().mark(), &address)
    });
    send_page(StatusCode::NOT_FOUND, html)
}

/// The page in a file, with the script.
async fn page(shared: &Shared, base: &BasePath, file: &File) -> io::Result<Vec<u8>> {
    // Read before the file: a page that is newer than its mark reloads once too often, never too seldom.
    let mark = shared.news.borrow().mark();
    let path = file.path.clone();
    let html = tokio::task::spawn_blocking(move || std::fs::read(path));
    let html = html.await.map_err(io::Error::other)??;
    Ok(page::with_script(html, mark, &base.address(&file.output)))
}

/// Whole, whatever part was asked for: no client has a part of these bytes.
fn send_page(status: StatusCode, html: Vec<u8>) -> Response {
    let length = html.len();
    let mut response = (status, html).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind::HTML));
    // Said here because the answer to HEAD has no body to be measured.
    headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    response
}

async fn send_file(file: &File, request: &Parts) -> io::Result<Response> {
    let mut headers = request.headers.clone();
    if !asks_for_bytes(request) {
        headers.remove(RANGE);
    }
    let mut response = serve(file, &request.method, &headers).await?;
    let is_partial = response.status() == StatusCode::PARTIAL_CONTENT;
    if is_partial
        && headers
            .get(IF_RANGE)
            .is_some_and(|tag| response.headers().get(ETAG) != Some(tag))
    {
        // The client has a part of other bytes.
        headers.remove(RANGE);
        response = serve(file, &request.method, &headers).await?;
    }
    describe(file, &mut response);
    Ok(response)
}

/// Only a GET has parts, and units other than bytes are to be ignored (RFC 9110, section 14.2).
fn asks_for_bytes(request: &Parts) -> bool {
    let range = request.headers.get(RANGE);
    let is_bytes = |range: &HeaderValue| range.as_bytes().starts_with(b"bytes=");
    request.method == Method::GET && range.is_some_and(is_bytes)
}

async fn serve(file: &File, method: &Method, headers: &HeaderMap) -> io::Result<Response> {
    let mut request: Request = Request::default();
    method.clone_into(request.method_mut());
    headers.clone_into(request.headers_mut());
    let mut service = ServeFile::new(&file.path).ignore_multi_range_requests(true);
    Ok(service.try_call(request).await?.into_response())
}

/// Corrects what the general service says of a file.
fn describe(file: &File, response: &mut Response) {
    let headers = response.headers_mut();
    if let Some(kind) = kind::content_type(&file.path)
        && headers.contains_key(CONTENT_TYPE)
    {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    // A date has whole seconds: the next change might bear the same.
    if is_just_written(file) {
        headers.remove(LAST_MODIFIED);
    }
}

fn is_just_written(file: &File) -> bool {
    let written = file.path.metadata().and_then(|data| data.modified());
    let age = written.map(|written| SystemTime::now().duration_since(written));
    !matches!(age, Ok(Ok(age)) if age > Duration::from_secs(2))
}

fn redirect(status: StatusCode, location: &str, asked: &Uri) -> Response {
    let query = asked.query().map(|query| format!("?{query}"));
    let location = format!("{location}{}", query.unwrap_or_default());
    match HeaderValue::try_from(location) {
        Ok(location) => (status, [(LOCATION, location)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

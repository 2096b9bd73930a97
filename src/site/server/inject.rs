//! What the server adds to the site: the script that reloads pages, and the style of the overlay.

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;

use super::ServerTexts;
use super::change_log::Revision;

/// Adds the script at the end of a page. `address` is that of the page's file, which differs from the requested
/// address if this is the page for missing files.
pub(super) fn inject_script(mut html: Vec<u8>, revision: Revision, address: &str) -> Vec<u8> {
    let script = format!(
        "<script src=\"/__raccordo/reload.js\" data-state=\"{revision}\" data-page=\"{address}\" defer></script>\n"
    );
    const END_TAG: &[u8] = b"</body";
    let mut windows = html.windows(END_TAG.len());
    let end = windows.rposition(|part| part.eq_ignore_ascii_case(END_TAG));
    let end = end.unwrap_or(html.len());
    html.splice(end..end, script.into_bytes());
    html
}

/// The page for missing files, if the site has none.
pub(super) fn not_found_page(texts: &ServerTexts) -> Vec<u8> {
    let (mut language, mut text) = (String::new(), String::new());
    // Writing into a string does not fail.
    let _ = pulldown_cmark_escape::escape_html(&mut language, &texts.language);
    let _ = pulldown_cmark_escape::escape_html(&mut text, &texts.missing);
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>404</title>\n</head>\n\
         <body>\n<main>\n<h1>404</h1>\n<p>{text}</p>\n</main>\n</body>\n</html>\n"
    )
    .into_bytes()
}

pub(super) async fn script() -> impl IntoResponse {
    let content_type = [(CONTENT_TYPE, "text/javascript; charset=utf-8")];
    (content_type, include_str!("reload.js"))
}

pub(super) async fn style() -> impl IntoResponse {
    let content_type = [(CONTENT_TYPE, "text/css; charset=utf-8")];
    (content_type, include_str!("overlay.css"))
}

//! What the server adds to a page: the script that reloads it.

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;

use super::Words;
use super::news::Mark;

/// The page with the script at its end. `address` is that of the file, which is another than the
/// one asked for if this is the page for what is not there.
pub(super) fn with_script(mut html: Vec<u8>, mark: Mark, address: &str) -> Vec<u8> {
    let script = format!(
        "<script src=\"/__raccordo/reload.js\" data-state=\"{mark}\" data-page=\"{address}\" defer></script>\n"
    );
    let end = last_end_tag(&html).unwrap_or(html.len());
    html.splice(end..end, script.into_bytes());
    html
}

/// The page for what is not there, where the site has none of its own.
pub(super) fn missing(words: &Words) -> Vec<u8> {
    let (mut language, mut text) = (String::new(), String::new());
    // Writing to a string does not fail.
    let _ = pulldown_cmark_escape::escape_html(&mut language, &words.language);
    let _ = pulldown_cmark_escape::escape_html(&mut text, &words.missing);
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>404</title>\n</head>\n\
         <body>\n<main>\n<h1>404</h1>\n<p>{text}</p>\n</main>\n</body>\n</html>\n"
    )
    .into_bytes()
}

/// The script.
pub(super) async fn script() -> impl IntoResponse {
    let kind = [(CONTENT_TYPE, "text/javascript; charset=utf-8")];
    (kind, include_str!("reload.js"))
}

/// The style sheet of the overlay.
pub(super) async fn style() -> impl IntoResponse {
    let kind = [(CONTENT_TYPE, "text/css; charset=utf-8")];
    (kind, include_str!("overlay.css"))
}

/// Where the last `</body` begins.
fn last_end_tag(html: &[u8]) -> Option<usize> {
    const TAG: &[u8] = b"</body";
    html.windows(TAG.len())
        .rposition(|part| part.eq_ignore_ascii_case(TAG))
}

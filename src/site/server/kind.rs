//! What kind of content a file has, by the ending of its name.

use std::path::Path;

/// The content type of a page.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// The content type of a text, or of data that hosts often do not know; `None` for what the
/// general table of media types has right: images, sound, archives.
pub(super) fn content_type(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    Some(match ending.as_str() {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "xml" | "xsd" => "application/xml; charset=utf-8",
        "txt" | "text" | "log" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "tsv" => "text/tab-separated-values; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "rss" => "application/rss+xml; charset=utf-8",
        "xhtml" => "application/xhtml+xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "ttl" => "text/turtle; charset=utf-8",
        "jsonld" => "application/ld+json; charset=utf-8",
        "nt" => "application/n-triples; charset=utf-8",
        "nq" => "application/n-quads; charset=utf-8",
        "rdf" => "application/rdf+xml; charset=utf-8",
        "geojson" => "application/geo+json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "yaml" | "yml" => "application/yaml; charset=utf-8",
        "webp" => "image/webp",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "pdf" => "application/pdf",
        _ => return None,
    })
}

/// Whether a file is a page, which is sent with the script that reloads it.
pub(super) fn is_page(path: &Path) -> bool {
    content_type(path) == Some(HTML)
}

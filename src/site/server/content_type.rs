//! The content types of files.

use std::path::Path;

/// The content type of a page.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// The content type of a file, from the one in the general table of media types: with its encoding if it is a text,
/// and with the newer name where that table has an old one.
pub(super) fn content_type(path: &Path, guessed: &str) -> String {
    let media_type = match extension(path).as_str() {
        "mjs" => "text/javascript",
        "map" => "application/json",
        "xml" | "xsd" => "application/xml",
        "yaml" | "yml" => "application/yaml",
        "vcf" => "text/vcard",
        "woff" => "font/woff",
        _ => guessed,
    };
    let text_suffixes = ["json", "xml", "yaml", "-triples", "-quads"];
    let is_text = match media_type.split_once('/') {
        Some(("text", _)) => true,
        Some(("application", name)) => text_suffixes.iter().any(|it| name.ends_with(it)),
        _ => false,
    };
    let encoding = if is_text { "; charset=utf-8" } else { "" };
    format!("{media_type}{encoding}")
}

/// Whether a file is a page, into which the reload script is injected.
pub(super) fn is_page(path: &Path) -> bool {
    matches!(extension(path).as_str(), "html" | "htm")
}

fn extension(path: &Path) -> String {
    let extension = path.extension().unwrap_or_default();
    extension.to_string_lossy().to_ascii_lowercase()
}

//! Redirects from old addresses, for the configuration of a web server.

use crate::content::graph::{Reader, Site};

/// A redirect, between paths from the root of the host.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RedirectView {
    /// The old path: `/sito/vecchia/`.
    pub from: String,
    /// The path of the page: `/sito/consulta/`.
    pub to: String,
}

/// The redirects of a site, sorted. Their paths are not percent-encoded.
pub fn redirects(graph: Reader<'_>, site: &Site) -> Vec<RedirectView> {
    let base = site.written.base_path();
    let base = percent_encoding::percent_decode_str(&base).decode_utf8_lossy();
    let path = |file: &str| match file.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("{base}{folder}"),
        _ => format!("{base}{file}"),
    };
    let redirects = graph.redirects(site).map(|(from, to)| RedirectView {
        from: path(from.as_str()),
        to: path(to.as_str()),
    });
    let mut redirects: Vec<RedirectView> = redirects.collect();
    redirects.sort();
    redirects
}

//! Redirects from old addresses, for the configuration of a web server.

use crate::content::graph::{AnyLink, Graph, Reader, Site};
use crate::content::model::EntityKind;
use crate::content::pages::plan::below_old;
use crate::incremental::memo::DependencyRecorder;

/// A redirect, between paths from the root of the host.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RedirectView {
    /// The old path: `/sito/vecchia/`.
    pub from: String,
    /// The path of the page: `/sito/consulta/`.
    pub to: String,
}

/// The redirects of a site, sorted. Their paths are not percent-encoded.
pub fn redirects(graph: &Graph, recorder: &DependencyRecorder, site: &Site) -> Vec<RedirectView> {
    let base = site.written.base_path();
    let base = percent_encoding::percent_decode_str(&base).decode_utf8_lossy();
    let path = |file: &str| match file.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("{base}{folder}"),
        _ => format!("{base}{file}"),
    };
    let reader = Reader::new(graph, recorder);
    let bodies = reader.all(EntityKind::Body).into_iter();
    let below = bodies.filter_map(|link| match link {
        AnyLink::Body(body) if graph.has_alias(link) => Some(body),
        _ => None,
    });
    let below = below.flat_map(|body| below_old(graph, recorder, site, body));
    let below = below.map(|(old, now)| (old.path, now.path));
    let redirects = reader.redirects(site).chain(below);
    let redirects = redirects.map(|(from, to)| RedirectView {
        from: path(from.as_str()),
        to: path(to.as_str()),
    });
    let mut redirects: Vec<RedirectView> = redirects.collect();
    redirects.sort();
    redirects
}

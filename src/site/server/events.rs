//! The stream of server-sent events by which an open page learns of changes.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::{Stream, StreamExt as _, iter, unfold};
use serde_json::json;
use tokio::sync::watch;

use super::Context;
use super::base_path::BasePath;
use super::change_log::Revision;
use super::host_check;
use super::state::SiteState;

/// The longest silence of a connection, so that a dead one is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How long a page waits before it connects again.
const RETRY: Duration = Duration::from_secs(1);

/// Sends the changes that the page has missed and the present overlay, then all further changes.
///
/// Events: `reload` with `{"all": true}` or `{"changed": [address, …]}`, and `overlay` with `{"html": …, …}` or
/// `{"html": null}`. The id of each is the revision of the site.
pub(super) async fn events(State(context): Context, request: Request) -> Response {
    if !host_check::is_own_page(request.headers()) {
        return host_check::forbidden(&context);
    }
    let listener = Listener {
        known: known_revision(request.headers(), request.uri().query()),
        state: context.state.subscribe(),
        sent_overlay: None,
    };
    Sse::new(listener.stream())
        .keep_alive(KeepAlive::new().interval(HEARTBEAT))
        .into_response()
}

/// The revision that the page shows. A browser that connects again by itself sends it in a header.
fn known_revision(headers: &HeaderMap, query: Option<&str>) -> Option<Revision> {
    let header = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let mut fields = query.unwrap_or("").split('&');
    let field = || fields.find_map(|field| field.strip_prefix("since="));
    header.or_else(field).and_then(Revision::parse)
}

struct Listener {
    state: watch::Receiver<SiteState>,
    /// The revision that the page knows.
    known: Option<Revision>,
    /// The overlay that was last sent, which may be none. `None` before the first.
    sent_overlay: Option<Option<Arc<str>>>,
}

impl Listener {
    fn stream(self) -> impl Stream<Item = Result<Event, Infallible>> {
        let events = unfold(self, |mut listener| async {
            let events = listener.next().await?;
            Some((iter(events), listener))
        });
        events.flatten().map(Ok)
    }

    /// Waits for a change, except at first. Returns its events.
    async fn next(&mut self) -> Option<Vec<Event>> {
        if self.sent_overlay.is_some() {
            self.state.changed().await.ok()?;
        }
        let state = self.state.borrow_and_update();
        let revision = state.changes.current();
        let known = self.known.replace(revision).unwrap_or(revision);
        let event = |name| {
            let id = revision.to_string();
            Event::default().event(name).id(id).retry(RETRY)
        };
        let mut events = Vec::new();
        events.extend(reload(&state, known).map(|data| event("reload").data(data)));
        if self.sent_overlay.as_ref() != Some(&state.overlay) {
            self.sent_overlay = Some(state.overlay.clone());
            events.push(event("overlay").data(overlay(&state)));
        }
        Some(events)
    }
}

fn reload(state: &SiteState, known: Revision) -> Option<String> {
    let Some(changed) = state.changes.since(known) else {
        return Some(json!({ "all": true }).to_string());
    };
    let base = BasePath::of(&state.config.base_path);
    let addresses: Vec<String> = changed.iter().map(|file| base.address(file)).collect();
    (!addresses.is_empty()).then(|| json!({ "changed": addresses }).to_string())
}

fn overlay(state: &SiteState) -> String {
    let texts = &state.config.texts;
    let data = json!({
        "html": state.overlay.as_deref(),
        "label": texts.overlay,
        "close": texts.close,
        "language": texts.language,
    });
    data.to_string()
}

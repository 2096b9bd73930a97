//! The stream on which an open page hears of changes (server-sent events).

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::{Stream, unfold};
use serde_json::json;
use tokio::sync::watch;

use super::Shared;
use super::address::BasePath;
use super::guard;
use super::news::{Changes, Mark, News};

/// How long a connection says nothing at most, so that a dead one is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// When a page comes back after the connection has broken.
const RETRY: Duration = Duration::from_secs(1);

/// What the asking page has missed, the present overlay, and then whatever comes.
///
/// Events: `reload` with `{"all": true}` or `{"changed": [address, …]}`, `overlay` with
/// `{"html": …, …}` or `{"html": null}`. The id of each is the state after it.
pub(super) async fn events(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    if !guard::is_own_page(request.headers()) {
        return guard::refusal(&shared);
    }
    let listener = Listener {
        known: known(request.headers(), request.uri().query()),
        news: shared.news.subscribe(),
        overlay: None,
        waiting: VecDeque::new(),
    };
    Sse::new(listener.stream())
        .keep_alive(KeepAlive::new().interval(HEARTBEAT))
        .into_response()
}

/// The state that the page shows: a browser that comes back by itself says it in a header.
fn known(headers: &HeaderMap, query: Option<&str>) -> Option<Mark> {
    let header = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let mut fields = query.unwrap_or("").split('&');
    let field = || fields.find_map(|field| field.strip_prefix("since="));
    header.or_else(field).and_then(Mark::parse)
}

struct Listener {
    news: watch::Receiver<News>,
    known: Option<Mark>,
    /// The overlay that was sent, if any was.
    overlay: Option<Option<Arc<str>>>,
    waiting: VecDeque<Event>,
}

impl Listener {
    fn stream(self) -> impl Stream<Item = Result<Event, Infallible>> {
        unfold(self, |mut listener| async {
            let event = listener.next().await?;
            Some((Ok(event), listener))
        })
    }

    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            if self.overlay.is_some() {
                self.news.changed().await.ok()?;
            }
            self.look()?;
        }
    }

    /// Puts what is new on the list; `None` when the server ends.
    fn look(&mut self) -> Option<()> {
        let news = self.news.borrow_and_update();
        if news.is_stopped() {
            return None;
        }
        let mark = news.mark();
        let known = self.known.replace(mark).unwrap_or(mark);
        let event = |name| {
            Event::default()
                .event(name)
                .id(mark.to_string())
                .retry(RETRY)
        };
        if let Some(data) = reload(&news, known) {
            self.waiting.push_back(event("reload").data(data));
        }
        if self.overlay.as_ref() != Some(&news.overlay) {
            self.overlay = Some(news.overlay.clone());
            self.waiting
                .push_back(event("overlay").data(overlay(&news)));
        }
        Some(())
    }
}

fn reload(news: &News, known: Mark) -> Option<String> {
    let base = BasePath::of(&news.settings.base_path);
    match news.since(known) {
        Changes::Files(files) if files.is_empty() => None,
        Changes::Files(files) => {
            let addresses: Vec<String> = files.iter().map(|file| base.address(file)).collect();
            Some(json!({ "changed": addresses }).to_string())
        }
        Changes::All => Some(json!({ "all": true }).to_string()),
    }
}

fn overlay(news: &News) -> String {
    let words = &news.settings.words;
    let data = json!({
        "html": news.overlay.as_deref(),
        "label": words.overlay,
        "close": words.close,
        "language": words.language,
    });
    data.to_string()
}

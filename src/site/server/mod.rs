//! A local server of a built site, for the people who write it.
//!
//! Answers as a static host would, from the folder on disk, and adds what a writer needs: pages
//! that reload when they change, and a panel over them for what is wrong. The files on disk hold
//! nothing of that.
//!
//! ```text
//! request -> guard -> ahead, site -> answer        show, published, overlay -> news -> events -> open pages
//! ```
//!
//! The site's folder is another one after each build, so its path is followed afresh each time.

mod address;
mod ahead;
mod answer;
mod error;
mod events;
mod guard;
mod kind;
mod listen;
mod news;
mod page;
mod site;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use axum::Router;
use axum::middleware;
use axum::routing::get;
use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::watch;

use crate::base::output::OutputPath;
use crate::site::preview::{Audience, Preview};

pub use error::ServeError;
pub use listen::{Listen, Port};

use address::BasePath;
use news::News;

/// A local server of a built site, as a static host would serve it, whose pages reload when it changes.
///
/// Ends when dropped, open event streams included.
#[derive(Debug)]
pub struct Server {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

/// How the site is to be served; may change while it is.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The path of the site's address: `/sub/` for `https://example.org/sub`. The site is served
    /// below it, so that links which start at the root of the host lead where they will.
    pub base_path: String,
    /// What the reader of a page is told.
    pub words: Words,
}

/// The words that a reader may see, as plain text.
#[derive(Clone, Debug)]
pub struct Words {
    /// The language of these words and of the overlay: `it`.
    pub language: String,
    /// The name of the panel over the page, which a screen reader says when it appears.
    pub overlay: String,
    /// The button that closes the panel.
    pub close: String,
    /// The answer to a request that came by a name which is not this machine's.
    pub refused: String,
    /// The page for what is not there, where the site has no `404.html` or is not yet there itself.
    pub missing: String,
}

impl Server {
    /// Listens and serves `folder`, which need not exist yet, in a thread of its own until dropped.
    ///
    /// # Errors
    /// [`ServeError::Busy`] if the port is taken, [`ServeError::Io`] if the system refuses otherwise.
    pub fn start(folder: &Path, listen: Listen, settings: Settings) -> Result<Server, ServeError> {
        let listener = listen.open()?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let listener = {
            let _inside = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let shared = Arc::new(Shared {
            folder: std::path::absolute(folder)?,
            address,
            news: watch::Sender::new(News::new(settings)),
        });
        let (router, news) = (router(&shared), shared.news.subscribe());
        let thread = Builder::new()
            .name("server".to_owned())
            .spawn(move || run(runtime, listener, router, news))?;
        Ok(Server {
            shared,
            thread: Some(thread),
        })
    }

    /// Where it listens, with the port that was found.
    pub fn address(&self) -> SocketAddr {
        self.shared.address
    }

    /// A new site is there, of which these files were created, replaced or removed: the pages that
    /// show one of them, or use a changed script or image, reload; a changed style sheet is swapped.
    pub fn published(&self, changed: &[OutputPath]) {
        self.shared
            .news
            .send_if_modified(|news| news.publish(changed));
    }

    /// What was shown will not be published, but what comes after it: who asks for one of its pages waits for that.
    pub fn outdate(&self) {
        self.shared.news.send_if_modified(News::outdate);
    }

    /// What was shown is not published: the site before is there again.
    pub fn withdraw(&self) {
        self.shared.news.send_if_modified(News::withdraw);
    }

    /// What to lay over the pages, in a panel: HTML made by the caller; `None` clears it.
    ///
    /// The HTML stands in a shadow tree with a style sheet of its own, which knows the classes
    /// `error`, `warning`, `note`, `help`, `place`, `code` and `dim`. A page's content security
    /// policy may refuse `style` attributes.
    pub fn overlay(&self, html: Option<String>) {
        self.shared
            .news
            .send_if_modified(|news| news.set_overlay(html));
    }

    /// Serves otherwise from now on; all pages reload if the base path is another one.
    pub fn configure(&self, settings: Settings) {
        self.shared
            .news
            .send_modify(|news| news.configure(settings));
    }
}

impl Audience for Server {
    /// Serves a site that is not published yet; the pages that show one of its pages reload.
    fn show(&self, preview: Arc<Preview>) {
        self.shared.news.send_modify(|news| news.show(preview));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.news.send_modify(News::stop);
        if let Some(thread) = self.thread.take() {
            // A panic of that thread has been reported, and there is nothing left to end.
            let _ = thread.join();
        }
    }
}

/// What the answers are made from.
#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    address: SocketAddr,
    news: watch::Sender<News>,
}

impl Shared {
    fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.news.borrow().settings)
    }

    fn base(&self) -> BasePath {
        BasePath::of(&self.news.borrow().settings.base_path)
    }
}

/// How long an answer that is under way may take to end after [`Server`] was dropped.
const GRACE: Duration = Duration::from_millis(250);

fn router(shared: &Arc<Shared>) -> Router {
    Router::new()
        .route("/__raccordo/events", get(events::events))
        .route("/__raccordo/reload.js", get(page::script))
        .route("/__raccordo/overlay.css", get(page::style))
        .fallback(answer::answer)
        .layer(middleware::from_fn_with_state(
            Arc::clone(shared),
            guard::guard,
        ))
        .with_state(Arc::clone(shared))
}

fn run(runtime: Runtime, listener: TcpListener, router: Router, news: watch::Receiver<News>) {
    let mut ending = news.clone();
    runtime.block_on(async move {
        // Events are small and must not wait for more to send.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        let serving = axum::serve(listener, router).with_graceful_shutdown(stopped(news));
        let serving = tokio::spawn(serving.into_future());
        ending.wait_for(News::is_stopped).await.ok();
        tokio::time::timeout(GRACE, serving).await.ok();
    });
    runtime.shutdown_background();
}

async fn stopped(mut news: watch::Receiver<News>) {
    news.wait_for(News::is_stopped).await.ok();
}

//! A local server of the built site, for the people who write it.
//!
//! It serves the output folder as a static host would, and adds what writers need: pages reload when they change, and
//! a panel over the page shows the errors. The files on disk contain nothing of that.
//!
//! ```text
//! request -> host_check -> response -> preview_lookup or lookup -> inject
//! Server::show, published, overlay -> state -> events -> open pages
//! ```
//!
//! Each build replaces the output folder, so the path is resolved anew for each request.

mod base_path;
mod change_log;
mod content_type;
mod events;
mod host_check;
mod inject;
mod listen;
mod lookup;
mod preview_lookup;
mod response;
mod state;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};

use axum::Router;
use axum::middleware;
use axum::routing::get;
use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::{oneshot, watch};

use crate::base::output::OutputPath;
use crate::site::preview::{Preview, PreviewSink};

pub use listen::{Listen, Port, ServeError};

use change_log::Revision;
use state::SiteState;

/// A running server. It stops when dropped, and closes all event streams.
#[derive(Debug)]
pub struct Server {
    context: Arc<ServerContext>,
    /// The thread that serves, and what stops it when dropped. `None` once it is stopped.
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

/// What may change while the server runs.
#[derive(Clone, Debug)]
pub struct ServerConfig {
    /// The path of the site's base URL: `/sub/` for `https://example.org/sub`. The site is served below it, so that
    /// links from the root of the host are right.
    pub base_path: String,
    /// The texts that the server shows.
    pub texts: ServerTexts,
}

/// The texts that a reader of the pages may see, without markup.
#[derive(Clone, Debug)]
pub struct ServerTexts {
    /// The language of these texts and of the overlay: `it`.
    pub language: String,
    /// The name of the panel over the page. A screen reader announces it.
    pub overlay: String,
    /// The button that closes the panel.
    pub close: String,
    /// The response to a request by a host name that is not this machine's.
    pub refused: String,
    /// The page for missing files, if the site has no `404.html` or is not built yet.
    pub missing: String,
}

impl Server {
    /// Serves a folder, which need not exist yet, in a thread of its own.
    ///
    /// # Errors
    /// [`ServeError::Busy`] if the port is taken, [`ServeError::Io`] if the system refuses for another reason.
    pub fn start(
        folder: &Path,
        listen: Listen,
        config: ServerConfig,
    ) -> Result<Server, ServeError> {
        let listener = listen.open()?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_all().build()?;
        let listener = {
            let _guard = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let context = Arc::new(ServerContext {
            folder: std::path::absolute(folder)?,
            address,
            state: watch::Sender::new(SiteState::new(config)),
        });
        let router = router(&context);
        let (stop, stopped) = oneshot::channel();
        let thread = Builder::new().name("server".to_owned());
        let thread = thread.spawn(move || run(runtime, listener, router, stopped))?;
        Ok(Server {
            context,
            running: Some((stop, thread)),
        })
    }

    /// The address on which the server listens, with the port that was found.
    pub fn address(&self) -> SocketAddr {
        self.context.address
    }

    /// Reports that a site was published in which these files were created, replaced or removed.
    ///
    /// The pages that show one of them, or use a changed script or image, reload. Style sheets are replaced in place.
    pub fn published(&self, changed: &[OutputPath]) {
        self.update(|state| state.publish(changed));
    }

    /// Reports that the next site to be published will differ from the preview. Requests for its pages then wait.
    pub fn outdate_preview(&self) {
        self.update(SiteState::outdate_preview);
    }

    /// Reports that the preview will not be published: the published site is shown again.
    pub fn withdraw_preview(&self) {
        self.update(SiteState::withdraw_preview);
    }

    /// Shows HTML in a panel over all pages. `None` removes the panel.
    ///
    /// The HTML is in a shadow tree with its own style sheet, which has the classes `error`, `warning`, `note`, `help`,
    /// `place`, `code` and `dim`. A page's content security policy may refuse `style` attributes.
    pub fn overlay(&self, html: Option<String>) {
        self.update(|state| state.set_overlay(html));
    }

    /// Changes the configuration. All pages reload if the base path changes.
    pub fn configure(&self, config: ServerConfig) {
        let state = &self.context.state;
        state.send_modify(|state| state.configure(config));
    }

    /// Changes the state. The event streams are woken if the change returns true.
    fn update(&self, change: impl FnOnce(&mut SiteState) -> bool) {
        self.context.state.send_if_modified(change);
    }
}

impl PreviewSink for Server {
    /// Serves a preview. The pages that it changes reload.
    fn show(&self, preview: Arc<Preview>) {
        let state = &self.context.state;
        state.send_modify(|state| state.show_preview(preview));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            drop(stop);
            // If the thread has panicked, that was already reported.
            let _ = thread.join();
        }
    }
}

/// The context as the request handlers get it.
type Context = axum::extract::State<Arc<ServerContext>>;

#[derive(Debug)]
struct ServerContext {
    folder: PathBuf,
    address: SocketAddr,
    state: watch::Sender<SiteState>,
}

impl ServerContext {
    fn config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.state.borrow().config)
    }

    fn revision(&self) -> Revision {
        self.state.borrow().changes.current()
    }
}

fn router(context: &Arc<ServerContext>) -> Router {
    let check_host = middleware::from_fn_with_state(Arc::clone(context), host_check::check_host);
    Router::new()
        .route("/__raccordo/events", get(events::events))
        .route("/__raccordo/reload.js", get(inject::script))
        .route("/__raccordo/overlay.css", get(inject::style))
        .fallback(response::respond)
        .layer(check_host)
        .with_state(Arc::clone(context))
}

/// Serves until the sender of `stop` is dropped.
fn run(runtime: Runtime, listener: TcpListener, router: Router, stop: oneshot::Receiver<()>) {
    runtime.block_on(async move {
        // Events are small, and must not wait until there is more to send.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        tokio::spawn(axum::serve(listener, router).into_future());
        let _ = stop.await;
    });
    runtime.shutdown_background();
}

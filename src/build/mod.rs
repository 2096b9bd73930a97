//! The build: from a source tree to what is to be published. Only this module joins `content` and `site`.
//!
//! A [`Project`] owns the sources on disk, the output folder and a [`Workspace`]; the workspace owns everything that
//! is known of the site, and touches no disk but for images. Every command takes *turns*: `build` and `check` take
//! one, `watch` and `serve` one after each change. A turn runs the [stages], each of which makes again only what
//! depends on something that has changed. Whatever a turn makes is an entry in one table of [outputs].

mod admission;
mod clock;
mod comparison;
mod fingerprint;
mod images;
mod mend;
mod meter;
mod news;
mod observer;
mod outputs;
mod project;
mod render;
mod stages;
mod state;
mod subscriptions;
mod timings;
mod workspace;

use std::path::PathBuf;

use crate::base::date::Date;
use crate::content::graph::SiteDay;
use crate::content::settings::Settings;
use crate::notation::scalar::BaseUrl;

pub use crate::content::coverage::Coverage;
pub use clock::{Stopwatch, unix_seconds};
pub use comparison::{Compared, compare};
pub use mend::{Mended, Mender};
pub use observer::{Cancellation, Observer, Progress, Stage};
pub use outputs::Reason;
pub use project::{Project, Site, Turned};
pub use render::page_context;
pub use timings::{FileTime, Lap, TemplateTime, Timings};
pub use workspace::{Outcome, Turn, Workspace};

/// How to build. The same in all turns of a workspace.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// In place of the address in the settings.
    pub base_url: Option<BaseUrl>,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether warnings are errors.
    pub strict: bool,
    /// Whether pages are made; without them, the content is only checked.
    pub pages: bool,
    /// Whether pages can be searched, if the settings say nothing else.
    pub search: bool,
    /// Whether text files have compressed copies beside them.
    pub precompress: bool,
    /// The folder in which what was made of images is kept; none is kept without one.
    pub cache: Option<PathBuf>,
    /// Whether to find out which changed inputs each page depends on.
    pub explain: bool,
    /// Whether to measure what each file and each template takes.
    pub timings: bool,
}

/// The day that a site speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// This day, whatever the clock says.
    Day(Date),
    /// The day on which this moment falls in the time zone of the site, in seconds since 1970. The last day of all if it
    /// is beyond.
    Moment(i64),
}

impl AsOf {
    /// The day, in the time zone of a site.
    pub fn day(self, settings: &Settings) -> SiteDay {
        match self {
            AsOf::Day(date) => SiteDay {
                date,
                is_chosen: true,
            },
            AsOf::Moment(seconds) => SiteDay {
                date: Date::from_unix(seconds, &settings.zone()).unwrap_or(Date::LAST),
                is_chosen: false,
            },
        }
    }
}

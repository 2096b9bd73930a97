//! A site that is built turn after turn, as `watch` builds it.

use std::path::{Path, PathBuf};
use std::time::Instant;

use raccordo::base::date::Date;
use raccordo::base::source::Changes;
use raccordo::build::{AsOf, Observer, Options, Project, Site};
use raccordo::site::sources::ChangeHints;

use super::{Fallible, ms};
use crate::generate::AS_OF;

/// What a turn did, and how long it took.
#[derive(Clone, Debug, Default)]
pub struct Timed {
    /// From beginning to end, in milliseconds.
    pub total: f64,
    /// Each stage, in milliseconds: `load` first, `write` last.
    pub stages: Vec<(&'static str, f64)>,
    /// The pages of the site.
    pub pages: usize,
    /// The pages that were made.
    pub made: usize,
    /// The files that were created, replaced or removed.
    pub written: usize,
}

/// A site in the making.
pub struct Builder(Project);

impl Builder {
    /// The first turn: everything is read and made, and published into `out` if there is one.
    pub fn first(root: &Path, out: Option<&Path>) -> Fallible<(Builder, Timed)> {
        let started = Instant::now();
        let project = Project::open(Site {
            root: root.to_owned(),
            day: Some(AsOf::Day(Date::parse(AS_OF).ok_or("no day")?)),
            out: out.map(Path::to_owned).unwrap_or_default(),
            options: Options {
                pages: out.is_some(),
                ..Options::default()
            },
        });
        let mut builder = Builder(project.map_err(|error| format!("{error:?}"))?);
        let timed = builder.take(Changes::default(), started)?;
        Ok((builder, timed))
    }

    /// Does what a program that watches does while nothing happens.
    pub fn rest(&mut self) {
        self.0.tidy();
    }

    /// One more turn, after these files were written or removed.
    pub fn turn(&mut self, touched: &[PathBuf]) -> Fallible<Timed> {
        let started = Instant::now();
        let hints = ChangeHints::Paths(touched.iter().cloned().collect());
        let changes = self.0.refresh(&hints);
        let timed = self.take(changes, started)?;
        if timed.made >= timed.pages {
            self.rest();
        }
        Ok(timed)
    }

    fn take(&mut self, changes: Changes, started: Instant) -> Fallible<Timed> {
        let turned = self.0.turn(changes, Observer::default());
        let total = ms(started.elapsed());
        if let Some(error) = self.0.workspace().findings().errors(false).first() {
            return Err(format!("the site has errors: {error:?}").into());
        }
        let delta = turned.published.transpose();
        let delta = delta.map_err(|error| format!("{error:?}"))?;
        let delta = delta.unwrap_or_default();
        let stages = turned.outcome.timings.stages.iter();
        Ok(Timed {
            total,
            stages: stages.map(|lap| (lap.stage, ms(lap.wall))).collect(),
            pages: turned.outcome.pages,
            made: turned.outcome.rendered.len(),
            written: delta.created.len() + delta.replaced.len() + delta.removed.len(),
        })
    }
}

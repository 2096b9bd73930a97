//! A site that is built turn after turn, as `watch` builds it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use raccordo::base::date::Date;
use raccordo::base::source::Changes;
use raccordo::build::{AsOf, Options, Turn, Unwatched, Workspace};
use raccordo::site::publish::{Delta, Drafts, Publisher};

use super::sources::Sources;
use super::{Done, Fallible, ms};
use crate::generate::AS_OF;

/// What a turn did, and how long it took.
#[derive(Clone, Debug, Default)]
pub struct Timed {
    /// From beginning to end, in milliseconds.
    pub total: f64,
    /// Each stage, in milliseconds: `load` before, `write` after those of the pipeline.
    pub stages: Vec<(&'static str, f64)>,
    /// The pages of the site.
    pub pages: usize,
    /// The pages that were made.
    pub made: usize,
    /// The files that were created, replaced or removed.
    pub written: usize,
}

/// A site in the making.
pub struct Builder {
    sources: Sources,
    workspace: Workspace,
    publisher: Option<Publisher>,
}

impl Builder {
    /// The first turn: everything is read and made, and published into `out` if there is one.
    pub fn first(root: &Path, out: Option<&Path>) -> Fallible<(Builder, Timed)> {
        let started = Instant::now();
        let sources = Sources::open(root)?;
        let loaded = started.elapsed();
        let options = Options {
            pages: out.is_some(),
            ..Options::default()
        };
        let publisher = out
            .map(Publisher::open)
            .transpose()
            .map_err(|error| format!("{error:?}"))?;
        let mut builder = Builder {
            sources,
            workspace: Workspace::new(options),
            publisher,
        };
        let changes = Changes::everything(builder.sources.tree());
        let (timed, _) = builder.go_through(&changes, started, loaded)?;
        Ok((builder, timed))
    }

    /// Does what a program that watches does while nothing happens.
    pub fn rest(&mut self) -> Done {
        self.workspace.rest();
        let prepared = self.publisher.as_mut().map(Publisher::prepare).transpose();
        prepared
            .map(drop)
            .map_err(|error| format!("{error:?}").into())
    }

    /// One more turn, after these files were written or removed.
    pub fn turn(&mut self, touched: &[PathBuf]) -> Fallible<Timed> {
        let started = Instant::now();
        let changes = self.sources.refresh(touched)?;
        let (timed, whole) = self.go_through(&changes, started, started.elapsed())?;
        if whole {
            self.rest()?;
        }
        Ok(timed)
    }

    /// Says also whether the whole site was published anew.
    fn go_through(
        &mut self,
        changes: &Changes,
        started: Instant,
        loaded: Duration,
    ) -> Fallible<(Timed, bool)> {
        let as_of = AsOf::Day(Date::parse(AS_OF).ok_or("no day")?);
        let (tree, faults) = (self.sources.tree(), self.sources.faults());
        let turn = Turn {
            tree,
            changes,
            faults,
            as_of,
        };
        let drafts = Drafts::new(|| self.publisher.as_ref()?.drafts());
        let mut outcome = self.workspace.turn(turn, &drafts, &Unwatched);
        refuse_errors(&self.workspace)?;
        let writing = Instant::now();
        let update = outcome.update.take();
        let whole = update.as_ref().is_some_and(|update| update.whole);
        let delta = match (self.publisher.as_mut(), update) {
            (Some(publisher), Some(update)) => publisher
                .publish(update)
                .map_err(|error| format!("{error:?}"))?,
            _ => Delta::default(),
        };
        let written = writing.elapsed();
        let total = ms(started.elapsed());
        let mut stages = vec![("load", ms(loaded))];
        stages.extend(
            outcome
                .timings
                .stages
                .iter()
                .map(|lap| (lap.stage, ms(lap.wall))),
        );
        stages.push(("write", ms(written)));
        let timed = Timed {
            total,
            stages,
            pages: outcome.pages,
            made: outcome.made.len(),
            written: delta.created.len() + delta.replaced.len() + delta.removed.len(),
        };
        Ok((timed, whole))
    }
}

fn refuse_errors(workspace: &Workspace) -> Done {
    match workspace.findings().errors(false).first() {
        Some(error) => Err(format!("the site has errors: {error:?}").into()),
        None => Ok(()),
    }
}

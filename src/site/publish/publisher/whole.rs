//! The way over both trees.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::time::SystemTime;

use super::Publisher;
use crate::base::output::OutputPath;
use crate::site::publish::error::PublishError;
use crate::site::publish::given::{Digests, Given, fresh};
use crate::site::publish::manifest::{self, Manifest};
use crate::site::publish::plan::Plan;
use crate::site::publish::tree::Tree;
use crate::site::publish::twin::Twin;
use crate::site::publish::{Delta, single, spare, stray, swap};
use crate::site::stamp::Moment;
use crate::site::stat_cache::File;

/// What becomes of the spare tree when the live one is right.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// It stays as it is.
    Nothing,
    /// It becomes the live one's twin.
    Twin,
    /// The same, and if the live one is not right then nothing is done.
    TwinOnly,
}

impl Publisher {
    /// The way over both trees.
    pub(super) fn publish_whole(&mut self, after: After) -> Result<Delta, PublishError> {
        self.place.hold()?;
        self.bring_back();
        self.twin = None;
        let given = std::mem::take(&mut self.given);
        match self.publish_given(&given, after) {
            Ok((delta, known)) => {
                // Both are large, and what is saved is as large again.
                drop(given);
                self.stamps.replace(known);
                self.stamps.save(&self.place.stamps());
                Ok(delta)
            }
            Err(error) => {
                self.given = given;
                Err(error)
            }
        }
    }

    /// Brings back foreign files that are in the folder that was live before.
    pub(super) fn bring_back(&mut self) {
        let Some(gone) = self.gone.take() else {
            return;
        };
        let is_expected = |path: &OsStr| {
            let ours = path.to_str().map(OutputPath::file);
            self.foreign.contains(path)
                || ours.is_some_and(|path| {
                    path == manifest::path()
                        || gone.contains(&path)
                        || self
                            .site
                            .as_ref()
                            .is_some_and(|site| site.contains_key(&path))
                        || self.given.names(&path)
                })
        };
        stray::bring_back(&self.place.spare(), &self.place.out, is_expected);
    }

    /// Says what changed, and which files are known now.
    fn publish_given(
        &mut self,
        given: &Given,
        after: After,
    ) -> Result<(Delta, Vec<File>), PublishError> {
        let (out, spare) = (&self.place.out, &self.place.spare());
        self.seen = None;
        let since = SystemTime::now();
        let live = Tree::scan(out)?;
        let (owned, _) = manifest::owned(out);
        let published = Digests::new();
        let mut wanted = given.wanted(self.site.as_ref().unwrap_or(&published));
        let mut site: Digests = wanted
            .iter()
            .map(|file| (file.path.clone(), file.digest))
            .collect();
        let listed = Manifest::of(site.keys());
        let manifest = listed.output();
        wanted.push(fresh(&manifest));
        let plan = Plan::new(out, &live, &owned, &wanted, &self.stamps)?;

        let is_done = plan.is_done();
        if !is_done && after == After::TwinOnly {
            return Err(PublishError::Lost { path: out.clone() });
        }
        let (known, is_swapped) = self.carry_out(&plan, &live, since, after, &mut site)?;
        if is_swapped {
            self.gone = Some(owned.clone());
        } else if is_done {
            let foreign = plan.foreign.iter().copied();
            self.twin = (after != After::Nothing)
                .then(|| Twin::new(out, spare, listed, foreign).ok())
                .flatten();
        }
        self.foreign = plan.foreign.iter().map(|path| (*path).to_owned()).collect();
        let delta = plan.delta;
        self.site = Some(site);
        Ok((delta, known))
    }

    /// Makes the live tree the planned one, and corrects the site where a copy turns out to be of other bytes. Says what
    /// is known of its files now, and whether another folder has taken its place.
    fn carry_out(
        &self,
        plan: &Plan<'_>,
        live: &Tree,
        since: SystemTime,
        after: After,
        site: &mut Digests,
    ) -> Result<(Vec<File>, bool), PublishError> {
        let known = plan.known(since);
        if after == After::Nothing {
            if plan.is_done() {
                return Ok((known, false));
            }
            if let Some((path, digest)) = single::publish(&self.place, plan) {
                site.insert(path.clone(), digest);
                return Ok((known, false));
            }
        }
        let spare = &self.place.spare();
        let made = spare::prepare(spare, &Tree::scan(spare)?, &self.place.out, live, plan)?;
        for file in &made {
            if let Some(digest) = site.get_mut(&*file.path) {
                *digest = file.digest;
            }
        }
        let moment = Moment::now(&self.place.clock()).ok();
        let known = made_known(known, made, moment);
        if plan.is_done() {
            return Ok((known, false));
        }
        swap::swap(&self.place, live.is_empty())?;
        Ok((known, true))
    }
}

/// Adds what was made up to this moment. Nobody edits a file before it is published, so its stamp is good from then on.
fn made_known(mut known: Vec<File>, mut made: Vec<File>, moment: Option<Moment>) -> Vec<File> {
    let anew: BTreeSet<&str> = made.iter().map(|file| &*file.path).collect();
    known.retain(|file| !anew.contains(&*file.path));
    made.retain(|file| moment.is_some_and(|moment| file.stamp.is_before(moment)));
    // Mostly all is made, or little.
    made.append(&mut known);
    made
}

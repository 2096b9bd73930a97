//! The ways in proportion to the changes: one file, or a few.

use super::Publisher;
use super::whole::After;
use crate::base::output::OutputPath;
use crate::site::publish::given::{Given, delta_of, effective, fresh};
use crate::site::publish::{Delta, few, manifest, single};

impl Publisher {
    /// The way of one file that takes the place of another, where our files were just looked at. Nothing if it cannot
    /// be gone.
    pub(super) fn publish_one(&mut self) -> Option<Delta> {
        let Given::Part(changes) = &self.given else {
            return None;
        };
        let seen = self.seen.as_ref().filter(|_| self.gone.is_none())?;
        let site = self.site.as_mut()?;
        let effective = effective(site, changes);
        let delta = delta_of(site, &effective);
        let (path, output) = effective.iter().next()?;
        let output = output.as_ref()?;
        let is_only = effective.len() == 1 && site.contains_key(path);
        if !is_only || !seen.is_listed_with(&self.place, path) {
            return None;
        }
        self.place.hold().ok()?;
        let digest = single::replace(&self.place, &fresh(output), &output.content)?;
        // That the file is another one is told by its stamp.
        site.insert(path.clone(), digest);
        self.given = Given::default();
        self.seen = None;
        Some(delta)
    }

    /// The way in proportion to the changes. Nothing if it cannot be gone, or not to its end.
    pub(super) fn publish_few(&mut self) -> Option<Delta> {
        let Given::Part(changes) = &self.given else {
            return None;
        };
        let effective = effective(self.site.as_ref()?, changes);
        if effective.is_empty() {
            self.given = Given::default();
            return Some(delta_of(self.site.as_ref()?, &effective));
        }
        if self.twin.is_none() {
            self.make_twin()?;
        }
        let site = self.site.as_mut()?;
        let twin = self.twin.as_mut()?;
        let delta = delta_of(site, &effective);
        let stale: Vec<OutputPath> = twin
            .behind
            .iter()
            .chain(effective.keys())
            .cloned()
            .collect();
        for path in stale.iter().chain([&manifest::path()]) {
            self.stamps.forget(path);
        }
        let written = few::publish(&self.place, twin, site, &effective).ok()?;
        for path in effective.keys() {
            site.remove(path);
        }
        site.extend(written);
        self.gone = Some(twin.behind.clone());
        self.given = Given::default();
        Some(delta)
    }

    /// Makes the spare tree equal to the live one, if that is what is published.
    fn make_twin(&mut self) -> Option<()> {
        let given = std::mem::take(&mut self.given);
        let done = self.publish_whole(After::TwinOnly);
        self.given = given;
        done.ok().map(drop)
    }
}

//! The index of backlinks: all relations, by their targets.

use std::collections::{BTreeMap, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};

use super::link::AnyLink;
use super::relation::{Backlink, Relation};

/// The backlinks of each entity. Those from the same entity are in the order of its source.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct Backlinks(HashMap<AnyLink, Vec<Backlink>>);

impl Backlinks {
    pub(super) fn of(&self, target: AnyLink) -> &[Backlink] {
        self.0.get(&target).map_or(&[], Vec::as_slice)
    }

    pub(super) fn shrink_to_fit(&mut self) {
        self.0.values_mut().for_each(Vec::shrink_to_fit);
    }

    /// Replaces the relations of an entity. Returns the targets whose backlinks have changed.
    pub(super) fn replace(
        &mut self,
        from: AnyLink,
        before: &[(AnyLink, Relation)],
        now: &[(AnyLink, Relation)],
    ) -> Vec<AnyLink> {
        let mut targets: BTreeMap<AnyLink, [Vec<Relation>; 2]> = BTreeMap::new();
        for (target, relation) in before {
            let [before, _] = targets.entry(*target).or_default();
            before.push(*relation);
        }
        for (target, relation) in now {
            let [_, now] = targets.entry(*target).or_default();
            now.push(*relation);
        }
        targets.retain(|_, [before, now]| before != now);
        for (target, [before, now]) in &targets {
            let list = self.0.entry(*target).or_default();
            if !before.is_empty() {
                list.retain(|backlink| backlink.from != from);
            }
            let now = now.iter();
            list.extend(now.map(|relation| Backlink {
                from,
                relation: *relation,
            }));
            if list.is_empty() {
                self.0.remove(target);
            }
        }
        targets.into_keys().collect()
    }
}

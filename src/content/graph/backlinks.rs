//! The index of backlinks: all relations, by their targets.

use std::collections::HashMap;

use borsh::{BorshDeserialize, BorshSerialize};

use super::link::AnyLink;
use super::relation::{Backlink, Relation};

/// The backlinks of each entity. Those from the same entity are in the order of its source.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct Backlinks(HashMap<AnyLink, Vec<Backlink>>);

impl Backlinks {
    /// The backlinks of an entity.
    pub(super) fn of(&self, target: AnyLink) -> &[Backlink] {
        self.0.get(&target).map_or(&[], Vec::as_slice)
    }

    /// Frees unused memory.
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
        let mut targets: Vec<AnyLink> = before.iter().chain(now).map(|(it, _)| *it).collect();
        targets.sort_unstable();
        targets.dedup();
        let relations_to = |list: &[(AnyLink, Relation)], wanted: AnyLink| -> Vec<Relation> {
            let relations = list.iter().filter(|(target, _)| *target == wanted);
            relations.map(|(_, relation)| *relation).collect()
        };
        targets.retain(|target| relations_to(before, *target) != relations_to(now, *target));
        for target in &targets {
            let list = self.0.entry(*target).or_default();
            if !before.is_empty() {
                list.retain(|backlink| backlink.from != from);
            }
            let now = relations_to(now, *target).into_iter();
            list.extend(now.map(|relation| Backlink { from, relation }));
            if list.is_empty() {
                self.0.remove(target);
            }
        }
        targets
    }
}

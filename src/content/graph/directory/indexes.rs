//! The indexes of the directory: names, addresses, outputs, topics and child bodies.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::index_values::{anchors, existence, outputs, seats, tables, topics, written_body};
use super::{ClaimSubject, Directory, DirectoryChanges, NameTarget, SiteContext, UnresolvedEntity};
use crate::content::graph::key_space::KeySpace;
use crate::content::graph::keys;
use crate::content::graph::link::AnyLink;
use crate::content::model::{Body, EntityKind, Name};

/// An entity as it was and as it is.
type Sides<'a> = [Option<&'a UnresolvedEntity>; 2];

impl Directory {
    /// Updates the target of a name to that of its first claim.
    pub(super) fn update_name(
        &mut self,
        name: &Name,
        site: &SiteContext<'_>,
        changes: &mut DirectoryChanges,
    ) {
        let place = self.arena_sizes.entry(name.kind).or_default();
        let named = self.names.entry(name.kind).or_default();
        let named = named.entry(name.id.clone()).or_default();
        let first = named.claims.first().map(|(_, subject)| subject.clone());
        if let (Some(ClaimSubject::Entity(_)), None) = (&first, named.link) {
            named.link = Some(AnyLink::new(name.kind, *place));
            *place += 1;
        }
        let (target, entity) = match (first, named.link) {
            (Some(ClaimSubject::Entity(entity)), Some(link)) => {
                (Some(NameTarget::Entity(link)), Some(entity))
            }
            (Some(ClaimSubject::Draft), _) => (Some(NameTarget::Draft), None),
            (Some(_), _) => (Some(NameTarget::Broken), None),
            (None, _) => (None, None),
        };
        if named.target != target {
            changes
                .changed
                .insert(KeySpace::Name.hash((name.kind, name.id.as_str())));
            if named.target.is_none() != target.is_none() {
                changes.changed.insert(KeySpace::Names.single());
            }
            named.target = target;
        }
        if let Some(link) = named.link {
            self.set_entity(link, entity, site, changes);
        }
    }

    /// Replaces an entity, and updates all indexes.
    fn set_entity(
        &mut self,
        link: AnyLink,
        entity: Option<Arc<UnresolvedEntity>>,
        site: &SiteContext<'_>,
        changes: &mut DirectoryChanges,
    ) {
        let before = match &entity {
            Some(entity) => self.unresolved.insert(link, Arc::clone(entity)),
            None => self.unresolved.remove(&link),
        };
        if before == entity {
            return;
        }
        match &entity {
            Some(_) => {
                changes.updated.insert(link);
                changes.removed.remove(&link);
            }
            None => {
                changes.removed.insert(link);
                changes.updated.remove(&link);
            }
        }
        if before.is_none() != entity.is_none() {
            changes
                .changed
                .insert(KeySpace::EntitiesOfKind.number(link.kind() as u64));
        }
        let sides = [before.as_deref(), entity.as_deref()];
        let files = sides.map(|it| {
            let page = it.filter(|entity| !entity.origin.registry);
            page.map(|entity| &entity.origin.file)
        });
        for file in files.iter().flatten() {
            changes.changed.insert(KeySpace::File.hash(file.as_str()));
        }
        let [old, new] = files;
        if old != new {
            changes.changed.insert(KeySpace::Files.single());
        }
        self.move_address(link, sides, changes);
        changes.outputs |= self.update_outputs(link, sides, site);
        self.count_entries(sides);
        self.count_topics(sides);
        self.update_parts(link, sides, changes);
        let [old, new] = sides.map(|it| it.map(UnresolvedEntity::spoken_names));
        if old != new {
            changes.changed.insert(KeySpace::SpokenNames.single());
        }
        let [old, new] = sides.map(existence);
        if old != new {
            changes.changed.insert(KeySpace::Existence.of(link));
        }
        let [old, new] = sides.map(anchors);
        if old != new {
            changes.changed.insert(KeySpace::Anchors.of(link));
        }
    }

    fn move_address(&mut self, link: AnyLink, sides: Sides<'_>, changes: &mut DirectoryChanges) {
        let [old, new] = sides.map(|it| it.map(|entity| entity.output.address()));
        if old == new {
            return;
        }
        if let Some(old) = old {
            let there = self.addresses.entry(old.clone()).or_default();
            there.retain(|other| *other != link);
            if there.is_empty() {
                self.addresses.remove(&old);
            }
            changes.changed.insert(KeySpace::Address.hash(&old));
        }
        if let Some(new) = new {
            changes.changed.insert(KeySpace::Address.hash(&new));
            let there = self.addresses.entry(new);
            let there = there.or_insert_with(|| Vec::with_capacity(1));
            there.push(link);
        }
    }

    /// Returns whether the outputs have changed.
    fn update_outputs(&mut self, link: AnyLink, sides: Sides<'_>, site: &SiteContext<'_>) -> bool {
        let [old, new] = sides.map(|it| it.map(|it| outputs(link, it, site)));
        if old == new {
            return false;
        }
        for (path, owner, place) in old.into_iter().flatten() {
            self.output_owners.remove(&path, owner, &place);
        }
        for (path, owner, place) in new.into_iter().flatten() {
            self.output_owners.add(&path, owner, place);
        }
        true
    }

    fn count_entries(&mut self, [before, now]: Sides<'_>) {
        let is_entry =
            |it: &&UnresolvedEntity| it.origin.registry && it.name.kind != EntityKind::Section;
        for entity in before.into_iter().filter(is_entry) {
            decrement(&mut self.entry_counts, &entity.name.kind);
        }
        for entity in now.into_iter().filter(is_entry) {
            *self.entry_counts.entry(entity.name.kind).or_default() += 1;
        }
    }

    fn count_topics(&mut self, sides: Sides<'_>) {
        let [old, new] = sides.map(|it| it.map(|it| topics(&it.facts)).unwrap_or_default());
        if old == new {
            return;
        }
        for topic in old {
            decrement(&mut self.topic_counts, topic.as_str());
        }
        for topic in new {
            *self
                .topic_counts
                .entry(topic.as_str().to_owned())
                .or_default() += 1;
        }
    }

    fn update_parts(&mut self, link: AnyLink, sides: Sides<'_>, changes: &mut DirectoryChanges) {
        let AnyLink::Body(body) = link else { return };
        let [old, new] = sides.map(|it| it.and_then(written_body));
        let parent = |it: Option<&Body>| {
            it.and_then(|it| it.parent.as_ref())
                .map(|it| it.as_str().to_owned())
        };
        let Some(entity) = sides.into_iter().flatten().next_back() else {
            return;
        };
        let id = entity.name.id.clone();
        if tables(old) != tables(new) {
            changes
                .changed
                .insert(KeySpace::BodyParts.hash(id.as_str()));
        }
        if seats(old) != seats(new) {
            changes.changed.insert(keys::seats(body));
        }
        let (from, to) = (parent(old), parent(new));
        if from == to {
            return;
        }
        if let Some(from) = from {
            if let Some(parts) = self.child_bodies.get_mut(&from) {
                parts.remove(&id);
            }
            changes.changed.insert(KeySpace::BodyParts.hash(&from));
        }
        if let Some(to) = to {
            changes.changed.insert(KeySpace::BodyParts.hash(&to));
            self.child_bodies.entry(to).or_default().insert(id, body);
        }
    }
}

fn decrement<K: Ord + Borrow<Q>, Q: Ord + ?Sized>(counts: &mut BTreeMap<K, usize>, key: &Q) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}

//! Storing a resolved entity in the graph.

use std::sync::Arc;

use crate::content::graph::Graph;
use crate::content::graph::body_facet;
use crate::content::graph::entity::{Entity, Linked, Node};
use crate::content::graph::history::OrganizationHistory;
use crate::content::graph::key_space::KeySpace;
use crate::content::graph::keys::{self, Facet};
use crate::content::graph::link::Link;
use crate::content::graph::relations::all_relations;
use crate::content::graph::summary::EntitySummary;
use crate::content::graph::texts::Texts;
use crate::incremental::memo::{Changed, Key};

/// Stores an entity in a graph, and adds the keys that change.
pub(in crate::content::graph) type Commit = Box<dyn FnOnce(&mut Graph, &mut Changed) + Send>;

/// Returns a function that stores an entity.
pub(super) fn commit<T: Linked>(
    link: Link<T>,
    node: Node,
    written: Arc<T>,
    links: T::Links,
    texts: Texts,
) -> Commit {
    let entity = Entity {
        node,
        written,
        links,
    };
    Box::new(move |graph, changed| {
        let from = T::any(link);
        let relations = all_relations(&entity);
        let before = T::arena_mut(graph).put(link, (entity, texts));
        let (now, now_texts) = (&T::arena(graph)[link], T::arena(graph).texts(link));
        let mut relations_before = Vec::new();
        match before.as_deref() {
            Some((before, texts)) => {
                changed.extend(changed_keys(link, (before, texts), (now, now_texts)));
                relations_before = all_relations(before);
            }
            None => changed.extend(keys_of_new(link, now)),
        }
        // Backlinks are also sorted by facts of their sources, but readers record those themselves.
        let targets = graph.backlinks.replace(from, &relations_before, &relations);
        for target in targets {
            changed.extend(keys::changed_relations(from, target));
        }
    })
}

/// The keys of an entity that was not in the graph.
fn keys_of_new<T: Linked>(link: Link<T>, now: &Entity<T>) -> Vec<Key> {
    let link = T::any(link);
    let facets = [Facet::Summary, Facet::Facts, Facet::Texts];
    let mut keys: Vec<Key> = facets.map(|it| keys::facet(it, link)).into();
    keys.extend(OrganizationHistory::of_entity(now).map(|_| KeySpace::History.of(link)));
    keys.push(KeySpace::Addresses.single());
    keys
}

/// The keys of an entity that differ between two versions.
fn changed_keys<T: Linked>(
    link: Link<T>,
    (before, texts_before): (&Entity<T>, &Texts),
    (now, texts): (&Entity<T>, &Texts),
) -> Vec<Key> {
    let link = T::any(link);
    let mut keys = Vec::new();
    if EntitySummary::of(before) != EntitySummary::of(now) {
        keys.push(keys::facet(Facet::Summary, link));
    }
    if before != now {
        keys.push(keys::facet(Facet::Facts, link));
        keys.extend(keys::body_facets(
            link,
            body_facet::changed_facets(before, now),
        ));
    }
    if texts_before != texts {
        keys.push(keys::facet(Facet::Texts, link));
    }
    if OrganizationHistory::of_entity(before) != OrganizationHistory::of_entity(now) {
        keys.push(KeySpace::History.of(link));
    }
    if !before.node.has_same_address_entry(&now.node) {
        keys.push(KeySpace::Addresses.single());
    }
    keys
}

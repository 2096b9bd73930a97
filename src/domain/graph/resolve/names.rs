//! The table of names, and the looking up of references.

use std::collections::BTreeMap;

use super::collect::{Collected, Draft};
use crate::domain::graph::arena::Link;
use crate::domain::graph::body::BodyPart;
use crate::domain::graph::entity::{AnyLink, Linked};
use crate::domain::model::{Body, EntityKind, Name, Ref, Referable};
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::notation::check::nearest;
use crate::vocabulary::notation::scalar::Id;

/// What a name stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Known {
    /// A thing of the graph.
    Thing(AnyLink),
    /// A draft, which is not published.
    Draft,
    /// Something in a file that is at fault itself; a reference to it is not a second fault.
    Broken,
}

/// Every name of the site, by kind.
#[derive(Default)]
pub(super) struct Names {
    kinds: BTreeMap<EntityKind, BTreeMap<Id, Known>>,
    /// For each body, its tables.
    tables: Vec<Vec<Id>>,
    /// For each body, the bodies that say that they are a part of it.
    parts: BTreeMap<String, BTreeMap<Id, Link<Body>>>,
}

impl Names {
    /// Names everything that was collected.
    pub(super) fn new(collected: &Collected) -> Names {
        let mut names = Names::default();
        for name in &collected.broken {
            names.put(name, Known::Broken);
        }
        for name in &collected.drafts {
            names.put(name, Known::Draft);
        }
        names.put_all(&collected.organizations);
        names.put_all(&collected.persons);
        names.put_all(&collected.documents);
        names.put_all(&collected.areas);
        names.put_all(&collected.topics);
        names.put_all(&collected.pages);
        names.put_all(&collected.sections);
        names.put_all(&collected.bodies);
        names.put_all(&collected.meetings);
        for (index, body) in collected.bodies.iter().enumerate() {
            names.tables.push(
                body.written
                    .tables
                    .iter()
                    .map(|table| table.id.clone())
                    .collect(),
            );
            if let Some(parent) = &body.written.parent {
                let parts = names.parts.entry(parent.as_str().to_owned()).or_default();
                parts.insert(body.node.name.id.clone(), Link::new(index));
            }
        }
        names
    }

    fn put(&mut self, name: &Name, known: Known) {
        self.kinds
            .entry(name.kind)
            .or_default()
            .insert(name.id.clone(), known);
    }

    fn put_all<T: Linked>(&mut self, drafts: &[Draft<T>]) {
        for (index, draft) in drafts.iter().enumerate() {
            self.put(&draft.node.name, Known::Thing(AnyLink::new(T::KIND, index)));
        }
    }

    /// What a name stands for.
    pub(super) fn get(&self, kind: EntityKind, id: &str) -> Option<Known> {
        self.kinds.get(&kind)?.get(id).copied()
    }

    /// The name that looks most like one that does not exist.
    pub(super) fn near(&self, kind: EntityKind, id: &str) -> Option<&str> {
        nearest(id, self.kinds.get(&kind)?.keys().map(Id::as_str))
    }

    /// The table of a body, or the body that it has grown into.
    fn part_of(&self, body: Link<Body>, parent: &str, id: &str) -> Option<BodyPart> {
        let tables = self.tables.get(body.index())?;
        if let Some(table) = tables.iter().position(|table| table.as_str() == id) {
            return Some(BodyPart {
                body,
                table: Some(table),
            });
        }
        let grown = self.parts.get(parent)?.get(id)?;
        Some(BodyPart {
            body: *grown,
            table: None,
        })
    }
}

/// Looks up references and collects those that lead nowhere.
pub(super) struct Resolver<'a> {
    pub names: &'a Names,
    pub faults: &'a mut Vec<Diagnostic>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(names: &'a Names, faults: &'a mut Vec<Diagnostic>) -> Resolver<'a> {
        Resolver { names, faults }
    }

    /// Where a reference leads; reports it at `place` when it leads nowhere.
    pub(super) fn link<T: Referable>(
        &mut self,
        reference: &Ref<T>,
        place: Place,
    ) -> Option<Link<T>> {
        self.any(T::KIND, reference.as_str(), place)
            .map(|link| Link::new(link.index()))
    }

    /// Where a list of references leads; `key` is the way to the list.
    pub(super) fn links<T: Referable>(
        &mut self,
        references: &[Ref<T>],
        place: impl Fn(usize) -> Place,
    ) -> Vec<Link<T>> {
        let found = references
            .iter()
            .enumerate()
            .map(|(at, each)| self.link(each, place(at)));
        found.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    /// Where a reference leads, if there is one.
    pub(super) fn maybe<T: Referable>(
        &mut self,
        reference: Option<&Ref<T>>,
        place: Place,
    ) -> Option<Link<T>> {
        self.link(reference?, place)
    }

    /// The body or table that a reference means: `body` or `body/table`.
    pub(super) fn body_part(&mut self, reference: &Ref<Body>, place: Place) -> Option<BodyPart> {
        let Some((body, table)) = reference.as_str().split_once('/') else {
            return self
                .link(reference, place)
                .map(|body| BodyPart { body, table: None });
        };
        let AnyLink::Body(link) = self.any(EntityKind::Body, body, place.clone())? else {
            return None;
        };
        let part = self.names.part_of(link, body, table);
        if part.is_none() {
            let fault = Diagnostic::new(Code::DanglingReference, place);
            self.faults.push(
                fault
                    .label("type", "type-table")
                    .text("id", reference.as_str()),
            );
        }
        part
    }

    /// Where a name leads; reports it at `place` when it leads nowhere.
    pub(super) fn any(&mut self, kind: EntityKind, id: &str, place: Place) -> Option<AnyLink> {
        let fault = match self.names.get(kind, id) {
            Some(Known::Thing(link)) => return Some(link),
            Some(Known::Broken) => return None,
            Some(Known::Draft) => dangling(kind, id, place).hint("draft"),
            None => match self.kind_of(id) {
                Some(found) => Diagnostic::new(Code::WrongTypeReference, place)
                    .text("id", id)
                    .label("found", found.label())
                    .label("expected", kind.label()),
                None => match self.names.near(kind, id) {
                    Some(near) => dangling(kind, id, place).text("near", near).hint("near"),
                    None => dangling(kind, id, place),
                },
            },
        };
        self.faults.push(fault);
        None
    }

    fn kind_of(&self, id: &str) -> Option<EntityKind> {
        EntityKind::ALL
            .iter()
            .copied()
            .find(|kind| self.names.get(*kind, id).is_some())
    }
}

fn dangling(kind: EntityKind, id: &str, place: Place) -> Diagnostic {
    Diagnostic::new(Code::DanglingReference, place)
        .label("type", kind.label())
        .text("id", id)
}

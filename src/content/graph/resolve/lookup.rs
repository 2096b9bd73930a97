//! The looking up of references.

use std::collections::BTreeMap;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::{Asset, SourcePath};
use crate::content::graph::arena::Link;
use crate::content::graph::body::BodyPart;
use crate::content::graph::directory::{Directory, Draft, InFile, Known, Surroundings};
use crate::content::graph::entity::AnyLink;
use crate::content::graph::keys;
use crate::content::model::{Body, EntityKind, Ref, Referable, Section};
use crate::content::parse::Facts;
use crate::incremental::memo::Reads;
use crate::notation::suggest::nearest;

/// Looks up references, notes what it looked at, and collects those that lead nowhere.
pub(super) struct Resolver<'a> {
    pub directory: &'a Directory,
    pub assets: &'a BTreeMap<SourcePath, Asset>,
    pub around: Surroundings<'a>,
    pub reads: &'a Reads,
    pub faults: Vec<Diagnostic>,
}

impl<'a> Resolver<'a> {
    /// Where a reference leads; reports it at `place` when it leads nowhere.
    pub(super) fn link<T: Referable>(
        &mut self,
        reference: &Ref<T>,
        place: impl FnOnce() -> Place,
    ) -> Option<Link<T>> {
        self.any(T::KIND, reference.as_str(), place)
            .map(|link| Link::new(link.index()))
    }

    /// Where a list of references leads; those that lead nowhere are left out.
    pub(super) fn links<T: Referable>(
        &mut self,
        references: &[Ref<T>],
        place: impl Fn(usize) -> Place,
    ) -> Box<[Link<T>]> {
        let references = references.iter().enumerate();
        references
            .filter_map(|(at, each)| self.link(each, || place(at)))
            .collect()
    }

    /// Where a reference leads, if there is one.
    pub(super) fn maybe<T: Referable>(
        &mut self,
        reference: Option<&Ref<T>>,
        place: impl FnOnce() -> Place,
    ) -> Option<Link<T>> {
        self.link(reference?, place)
    }

    /// The body or table that a reference means: `body` or `body/table`.
    pub(super) fn body_part(
        &mut self,
        reference: &Ref<Body>,
        place: impl Fn() -> Place,
    ) -> Option<BodyPart> {
        let Some((body, table)) = reference.as_str().split_once('/') else {
            return self
                .link(reference, place)
                .map(|body| BodyPart { body, table: None });
        };
        let AnyLink::Body(link) = self.any(EntityKind::Body, body, &place)? else {
            return None;
        };
        let part = self.part_of(link, body, table);
        if part.is_none() {
            let fault = Diagnostic::new(Code::DanglingReference, place());
            let fault = fault.label("type", "type-table");
            self.faults.push(fault.text("id", reference.as_str()));
        }
        part
    }

    /// Where a name leads; reports it at `place` when it leads nowhere.
    pub(super) fn any(
        &mut self,
        kind: EntityKind,
        id: &str,
        place: impl FnOnce() -> Place,
    ) -> Option<AnyLink> {
        let fault = match self.known(kind, id) {
            Some(Known::Thing(link)) => return Some(link),
            Some(Known::Broken) => return None,
            Some(Known::Draft) => dangling(kind, id, place()).hint("draft"),
            None => match self.kind_of(id) {
                Some(found) => Diagnostic::new(Code::WrongTypeReference, place())
                    .text("id", id)
                    .label("found", found.label())
                    .label("expected", kind.label()),
                None => {
                    self.reads.note(keys::names());
                    match nearest(id, self.directory.ids(kind)) {
                        Some(near) => dangling(kind, id, place()).text("near", near).hint("near"),
                        None => dangling(kind, id, place()),
                    }
                }
            },
        };
        self.faults.push(fault);
        None
    }

    /// The description of a thing, as far as its anchors go.
    pub(super) fn anchors_of(&self, link: AnyLink) -> Option<&'a Draft> {
        self.reads.note(keys::anchors(link));
        self.directory.draft(link).map(|draft| &**draft)
    }

    /// The ids of the bodies that say that they are a part of the body of an id.
    pub(super) fn grown(&self, id: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.reads.note(keys::parts(id));
        let grown = self.directory.grown(id).into_iter().flatten();
        grown.map(|(id, _)| id.as_str())
    }

    /// What a file is to links that lead to it.
    pub(super) fn in_file(&self, path: &SourcePath) -> Option<InFile> {
        self.reads.note(keys::file(path.as_str()));
        self.directory.in_file(path)
    }

    /// Whether there is a file to be copied at a path.
    pub(super) fn is_asset(&self, path: &SourcePath) -> bool {
        self.reads.note(keys::file(path.as_str()));
        self.assets.contains_key(path)
    }

    /// All files that links can lead to.
    pub(super) fn files(&self) -> impl Iterator<Item = &'a SourcePath> + Clone + use<'a> {
        self.reads.note(keys::files());
        let pages = self.directory.pages();
        pages.into_iter().chain(self.assets.keys())
    }

    /// The page at an address.
    pub(super) fn at(&self, address: &str) -> Option<AnyLink> {
        self.reads.note(keys::address(address));
        self.directory.at(address)
    }

    /// The nearest section above the page at an address.
    pub(super) fn section_above(&self, address: &str) -> Option<Link<Section>> {
        let mut folder = address.trim_end_matches('/');
        while !folder.is_empty() {
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
            let above = if folder.is_empty() {
                String::new()
            } else {
                format!("{folder}/")
            };
            self.reads.note(keys::address(&above));
            if let Some(section) = self.directory.section_at(&above) {
                return Some(section);
            }
        }
        None
    }

    fn known(&self, kind: EntityKind, id: &str) -> Option<Known> {
        self.reads.note(keys::name(kind, id));
        self.directory.known(kind, id)
    }

    fn kind_of(&self, id: &str) -> Option<EntityKind> {
        let mut kinds = EntityKind::ALL.iter().copied();
        kinds.find(|kind| self.known(*kind, id).is_some())
    }

    /// The table of a body, or the body that it has grown into.
    fn part_of(&self, body: Link<Body>, parent: &str, id: &str) -> Option<BodyPart> {
        self.reads.note(keys::parts(parent));
        let draft = self.directory.draft(AnyLink::Body(body));
        if let Some(Facts::Body(written)) = draft.map(|draft| &draft.facts)
            && let Some(table) = written.tables.iter().position(|it| it.id.as_str() == id)
        {
            return Some(BodyPart {
                body,
                table: Some(table),
            });
        }
        let grown = self.directory.grown(parent)?.get(id)?;
        Some(BodyPart {
            body: *grown,
            table: None,
        })
    }
}

fn dangling(kind: EntityKind, id: &str, place: Place) -> Diagnostic {
    Diagnostic::new(Code::DanglingReference, place)
        .label("type", kind.label())
        .text("id", id)
}

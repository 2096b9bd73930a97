//! The lookup of references.

use std::borrow::Cow;
use std::cell::{LazyCell, OnceCell};
use std::collections::{BTreeMap, HashMap, HashSet};

use super::candidates::Candidates;
use crate::base::code::Code;
use crate::base::diagnostic::{Arg, Diagnostic, Place};
use crate::base::fix::Change;
use crate::base::source::{Asset, SourcePath};
use crate::content::graph::body::BodyPart;
use crate::content::graph::directory::{
    Directory, FileTarget, NameTarget, SiteContext, UnresolvedEntity, existence,
};
use crate::content::graph::key_space::KeySpace;
use crate::content::graph::link::AnyLink;
use crate::content::graph::link::Link;
use crate::content::model::{Body, EntityKind, Existence, Ref, Referable, Section};
use crate::content::parse::Facts;
use crate::incremental::memo::DependencyRecorder;
use crate::notation::scalar::Reference;
use crate::notation::suggest::{Names, folded, is_slip};

/// The seats of a part of a body.
pub(super) struct PartSeats {
    /// The first seat with each id.
    pub by_id: HashMap<String, usize>,
    /// Their ids, once a seat with another id has been looked for.
    pub ids: OnceCell<Names>,
}

/// Looks up references, records dependencies, and collects the faults of broken references.
pub(super) struct Resolver<'a> {
    pub directory: &'a Directory,
    pub assets: &'a BTreeMap<SourcePath, Asset>,
    pub site: SiteContext<'a>,
    pub candidates: &'a Candidates,
    pub recorder: &'a DependencyRecorder,
    /// The seats of the parts of bodies in which a seat has been looked for.
    pub seats: HashMap<BodyPart, PartSeats>,
    /// The ids of the terms of the tables of the body that is resolved, once a term with another id has been looked for.
    pub terms: HashMap<Option<usize>, Names>,
    pub faults: Vec<Diagnostic>,
}

impl<'a> Resolver<'a> {
    /// The target of a reference. Reports a broken one at `place`.
    pub(super) fn link<T: Referable>(
        &mut self,
        reference: &Ref<T>,
        place: impl FnOnce() -> Place,
    ) -> Option<Link<T>> {
        self.any_link(T::KIND, reference.as_str(), place)
            .map(|link| Link::new(link.index()))
    }

    /// The targets of a list of references. Broken ones, and those that are there before, are reported and left out.
    pub(super) fn links<T: Referable>(
        &mut self,
        references: &[Ref<T>],
        place: impl Fn(usize) -> Place,
    ) -> Box<[Link<T>]> {
        let mut first = HashMap::new();
        let mut links = Vec::with_capacity(references.len());
        let written = LazyCell::new(|| references.iter().map(|it| it.as_str()).collect());
        for (at, reference) in references.iter().enumerate() {
            let Some(link) = self.link(reference, || place(at)) else {
                self.propose_none_of(&written);
                continue;
            };
            let earlier = *first.entry(link.index()).or_insert(at);
            if earlier == at {
                links.push(link);
            } else {
                let fault = Diagnostic::new(Code::DuplicateItem, place(at));
                let fault = fault.text("value", reference.as_str());
                self.faults.push(fault.related(place(earlier)));
            }
        }
        links.into()
    }

    /// Takes back what the last fault proposes, if that is one of these.
    fn propose_none_of(&mut self, written: &HashSet<&str>) {
        let is_written = |(name, arg): &(Cow<'_, str>, Arg)| match arg {
            Arg::Text(text) => name == "near" && written.contains(text.as_str()),
            _ => false,
        };
        if let Some(fault) = self.faults.last_mut()
            && fault.args.iter().any(is_written)
        {
            fault.args.retain(|(name, _)| name != "near");
            fault.hint = None;
            fault.fix = None;
        }
    }

    pub(super) fn optional_link<T: Referable>(
        &mut self,
        reference: Option<&Ref<T>>,
        place: impl FnOnce() -> Place,
    ) -> Option<Link<T>> {
        self.link(reference?, place)
    }

    /// The body or table that a reference names as `body` or `body/table`.
    pub(super) fn body_part(
        &mut self,
        reference: &Ref<Body>,
        place: impl Fn() -> Place,
    ) -> Option<BodyPart> {
        self.body_part_named(reference.as_str(), &place)
    }

    /// The body or table with this name: `body` or `body/table`.
    pub(super) fn body_part_named(
        &mut self,
        reference: &str,
        place: &dyn Fn() -> Place,
    ) -> Option<BodyPart> {
        let kind = EntityKind::Body;
        let (body, table) = match reference.split_once('/') {
            Some(_) if self.without_kind(kind, reference).is_some() => (reference, None),
            Some((body, table)) => (body, Some(table)),
            None => (reference, None),
        };
        let AnyLink::Body(link) = self.any_link(kind, body, place)? else {
            return None;
        };
        let Some(table) = table else {
            return Some(BodyPart {
                body: link,
                table: None,
            });
        };
        let part = self.part_of(link, body, table);
        if part.is_none() {
            let fault = Diagnostic::new(Code::DanglingReference, place());
            let fault = fault.label("type", "type-table");
            self.faults.push(fault.text("id", reference));
        }
        part
    }

    /// The target of a name. Reports a broken reference at `place`.
    pub(super) fn any_link(
        &mut self,
        kind: EntityKind,
        id: &str,
        place: impl FnOnce() -> Place,
    ) -> Option<AnyLink> {
        let fault = match self.name_target(kind, id) {
            Some(NameTarget::Entity(link)) => return Some(link),
            Some(NameTarget::Broken) => return None,
            Some(NameTarget::Draft) => dangling(kind, id, place()).hint("draft"),
            None => match self.kind_of(id) {
                Some(found) => Diagnostic::new(Code::WrongTypeReference, place())
                    .text("id", id)
                    .label("found", found.label())
                    .label("expected", kind.label()),
                None => self.meant(kind, id, dangling(kind, id, place())),
            },
        };
        self.faults.push(fault);
        None
    }

    /// The id in `organization/comune-alba` or `ref:organization/comune-alba`, if there is such a thing.
    fn without_kind<'i>(&self, kind: EntityKind, id: &'i str) -> Option<&'i str> {
        let id = id.strip_prefix("ref:").unwrap_or(id);
        let bare = id.strip_prefix(kind.as_str())?.strip_prefix('/')?;
        self.name_target(kind, bare).map(|_| bare)
    }

    /// A fault of a reference to nothing, with what may be meant: the only thing of this name, or one with a similar id.
    fn meant(&self, kind: EntityKind, id: &str, fault: Diagnostic) -> Diagnostic {
        self.recorder.record(KeySpace::Names.single());
        self.recorder.record(KeySpace::SpokenNames.single());
        if let Some(bare) = self.without_kind(kind, id) {
            let fault = fault.text("near", bare).hint("named");
            return fault.fix(Change::word(id, bare));
        }
        if let Some(named) = self.candidates.named(kind, id, self.directory) {
            let fault = fault.text("near", named.as_str()).hint("named");
            return fault.fix(Change::word(id, &named));
        }
        match self.candidates.ids(kind, self.directory).near(id) {
            Some(mut near) => {
                // Another letter makes another name, and of persons any.
                near.is_certain &= match kind {
                    EntityKind::Person => folded(id) == folded(near.word),
                    _ => is_slip(id, near.word),
                };
                near.propose(fault, id, "near")
            }
            None if Reference::parse(id).is_none() => fault.hint("reference"),
            None => fault,
        }
    }

    /// An entity of which only the anchors may be read.
    pub(super) fn entity_for_anchors(&self, link: AnyLink) -> Option<&'a UnresolvedEntity> {
        self.recorder.record(KeySpace::Anchors.of(link));
        self.directory.unresolved(link).map(|entity| &**entity)
    }

    /// The period in which an organization exists.
    pub(super) fn existence(&self, link: AnyLink) -> Existence {
        self.recorder.record(KeySpace::Existence.of(link));
        let entity = self.directory.unresolved(link).map(|it| &**it);
        existence(entity).unwrap_or_default()
    }

    /// The ids of the bodies that name the body with this id as their parent.
    pub(super) fn child_bodies(&self, id: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.recorder.record(KeySpace::BodyParts.hash(id));
        let child_bodies = self.directory.child_bodies(id).into_iter().flatten();
        child_bodies.map(|(id, _)| id.as_str())
    }

    /// The target of a link to a file. Returns `None` if the file is no page.
    pub(super) fn file_target(&self, path: &SourcePath) -> Option<FileTarget> {
        self.recorder.record(KeySpace::File.hash(path.as_str()));
        self.directory.file_target(path)
    }

    pub(super) fn is_asset(&self, path: &SourcePath) -> bool {
        self.recorder.record(KeySpace::File.hash(path.as_str()));
        self.assets.contains_key(path)
    }

    /// All files that can be targets of links.
    pub(super) fn files(&self) -> impl Iterator<Item = &'a SourcePath> + Clone + use<'a> {
        self.recorder.record(KeySpace::Files.single());
        let pages = self.directory.pages();
        pages.into_iter().chain(self.assets.keys())
    }

    pub(super) fn page_at_address(&self, address: &str) -> Option<AnyLink> {
        self.recorder.record(KeySpace::Address.hash(address));
        self.directory.page_at_address(address)
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
            self.recorder.record(KeySpace::Address.hash(&above));
            if let Some(section) = self.directory.section_at(&above) {
                return Some(section);
            }
        }
        None
    }

    pub(super) fn name_target(&self, kind: EntityKind, id: &str) -> Option<NameTarget> {
        self.recorder.record(KeySpace::Name.hash((kind, id)));
        self.directory.name_target(kind, id)
    }

    /// The kind of the first thing with this id.
    pub(super) fn kind_of(&self, id: &str) -> Option<EntityKind> {
        let mut kinds = EntityKind::ALL.iter().copied();
        kinds.find(|kind| self.name_target(*kind, id).is_some())
    }

    /// The table of a body with this id, or its child body with this id.
    fn part_of(&self, body: Link<Body>, parent: &str, id: &str) -> Option<BodyPart> {
        self.recorder.record(KeySpace::BodyParts.hash(parent));
        let entity = self.directory.unresolved(AnyLink::Body(body));
        if let Some(Facts::Body(written)) = entity.map(|entity| &entity.facts)
            && let Some(table) = written.tables.position(id)
        {
            return Some(BodyPart {
                body,
                table: Some(table),
            });
        }
        let child = self.directory.child_bodies(parent)?.get(id)?;
        Some(BodyPart {
            body: *child,
            table: None,
        })
    }
}

fn dangling(kind: EntityKind, id: &str, place: Place) -> Diagnostic {
    Diagnostic::new(Code::DanglingReference, place)
        .label("type", kind.label())
        .text("id", id)
}

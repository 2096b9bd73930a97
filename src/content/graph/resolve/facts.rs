//! The references in the facts of all types but bodies.

use super::lookup::Resolver;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::OutputPath;
use crate::content::graph::directory::{UnresolvedEntity, asset_source};
use crate::content::graph::entity::{AreaLinks, DocumentLinks, MeetingLinks, OrganizationLinks};
use crate::content::graph::key_space::KeySpace;
use crate::content::graph::link::Link;
use crate::content::graph::target::Target;
use crate::content::markdown::LinkKind;
use crate::content::model::{Area, Document, Meeting, Minutes, Organization, Ref, Topic};
use crate::content::settings::VocabularyKind;
use crate::notation::scalar::Term;
use crate::notation::suggest::listed;

impl Resolver<'_> {
    pub(super) fn organization(
        &mut self,
        entity: &UnresolvedEntity,
        written: &Organization,
    ) -> OrganizationLinks {
        self.check_kind(entity, VocabularyKind::Organization, &written.kind);
        let changes = written.changes.iter().enumerate();
        OrganizationLinks {
            parent: self
                .optional_link(written.parent.as_ref(), || entity.at(|it| it.key("parent"))),
            successors: changes
                .map(|(at, change)| {
                    self.optional_link(change.into.as_ref(), || {
                        entity.at(|it| it.key("changes").index(at).key("into"))
                    })
                })
                .collect(),
        }
    }

    pub(super) fn meeting(&mut self, entity: &UnresolvedEntity, written: &Meeting) -> MeetingLinks {
        MeetingLinks {
            of: self.body_part(&written.body, || entity.at(|it| it.key("body"))),
            minutes: match &written.minutes {
                Some(Minutes::Document(minutes)) => self.minutes(entity, minutes),
                Some(Minutes::None(_)) | None => None,
            },
            documents: self.links(&written.documents, |at| {
                entity.at(|it| it.key("documents").index(at))
            }),
        }
    }

    fn minutes(
        &mut self,
        entity: &UnresolvedEntity,
        written: &Ref<Document>,
    ) -> Option<Link<Document>> {
        let before = self.faults.len();
        let found = self.link(written, || entity.at(|it| it.key("minutes")));
        if written.as_str() == "none" {
            let faults = self.faults.iter_mut().skip(before);
            faults.for_each(|it| {
                it.hint = Some("no-minutes".into());
                it.fix = None;
            });
        }
        found
    }

    pub(super) fn document(
        &mut self,
        entity: &UnresolvedEntity,
        written: &Document,
    ) -> DocumentLinks {
        self.check_kind(entity, VocabularyKind::Document, &written.kind);
        DocumentLinks {
            issuer: self
                .optional_link(written.issuer.as_ref(), || entity.at(|it| it.key("issuer"))),
            file: written
                .file
                .as_ref()
                .and_then(|file| self.file(entity, file.as_str())),
        }
    }

    fn file(&mut self, entity: &UnresolvedEntity, file: &str) -> Option<(OutputPath, u64)> {
        let place = || entity.at(|it| it.key("file"));
        match self.target(&entity.origin.file, file, LinkKind::Anchor, &place) {
            Target::File(path, _) => {
                self.recorder.record(KeySpace::FileContent.hash(&path));
                let size = self.assets.get(&asset_source(&path)).map(|it| it.size);
                Some((path, size.unwrap_or_default()))
            }
            Target::Broken => None,
            _ => {
                let fault = Diagnostic::new(Code::BrokenLink, place()).text("destination", file);
                self.faults.push(fault.hint("no-file"));
                None
            }
        }
    }

    pub(super) fn area(&mut self, entity: &UnresolvedEntity, written: &Area) -> AreaLinks {
        self.check_kind(entity, VocabularyKind::Area, &written.kind);
        AreaLinks {
            parent: self
                .optional_link(written.parent.as_ref(), || entity.at(|it| it.key("parent"))),
            lead: self.optional_link(written.lead.as_ref(), || entity.at(|it| it.key("lead"))),
        }
    }

    pub(super) fn topics(&mut self, entity: &UnresolvedEntity) -> Box<[Link<Topic>]> {
        let topics = &entity.facts.described().common().topics;
        self.links(topics, |at| entity.at(|it| it.key("topics").index(at)))
    }

    /// Reports a kind that is not in its controlled list.
    pub(super) fn check_kind(
        &mut self,
        entity: &UnresolvedEntity,
        list: VocabularyKind,
        kind: &Term,
    ) {
        self.check_term(list, kind, || entity.at(|it| it.key("kind")));
    }

    /// Reports a word that is not in its controlled list.
    pub(super) fn check_term(
        &mut self,
        list: VocabularyKind,
        word: &Term,
        place: impl FnOnce() -> Place,
    ) {
        let vocabulary = self.site.vocabulary;
        if vocabulary.has(list, word) {
            return;
        }
        let fault = Diagnostic::new(Code::UnknownValue, place())
            .text("value", word.as_str())
            .text("list", list.as_str());
        self.faults.push(match vocabulary.near(list, word) {
            Some(near) => {
                let fault = fault.text("values", listed(vocabulary.words(list)));
                near.propose(fault, word.as_str(), "near-listed")
            }
            None => {
                let language = self.site.settings.default_language();
                let words = vocabulary.named_words(list, &language);
                let words = listed(words.iter().map(String::as_str));
                fault.text("values", words).hint("listed")
            }
        });
    }
}

//! The references of everything that is not a body.

use super::lookup::Resolver;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::output::OutputPath;
use crate::content::graph::arena::Link;
use crate::content::graph::directory::{Draft, asset_output};
use crate::content::graph::entity::{AreaLinks, DocumentLinks, MeetingLinks, OrganizationLinks};
use crate::content::model::{Area, Document, Meeting, Organization, Topic};
use crate::content::settings::VocabularyKind;
use crate::notation::scalar::Term;
use crate::notation::suggest::nearest;

impl Resolver<'_> {
    pub(super) fn organization(
        &mut self,
        node: &Draft,
        written: &Organization,
    ) -> OrganizationLinks {
        self.kind(node, VocabularyKind::Organization, &written.kind);
        let into = written.changes.iter().enumerate();
        OrganizationLinks {
            parent: self.maybe(written.parent.as_ref(), || node.at(|it| it.key("parent"))),
            into: into
                .map(|(at, change)| {
                    self.maybe(change.into.as_ref(), || {
                        node.at(|it| it.key("changes").index(at).key("into"))
                    })
                })
                .collect(),
        }
    }

    pub(super) fn meeting(&mut self, node: &Draft, written: &Meeting) -> MeetingLinks {
        MeetingLinks {
            of: self.body_part(&written.body, || node.at(|it| it.key("body"))),
            minutes: self.maybe(written.minutes.as_ref(), || node.at(|it| it.key("minutes"))),
            documents: self.links(&written.documents, |at| {
                node.at(|it| it.key("documents").index(at))
            }),
        }
    }

    pub(super) fn document(&mut self, node: &Draft, written: &Document) -> DocumentLinks {
        self.kind(node, VocabularyKind::Document, &written.kind);
        DocumentLinks {
            issuer: self.maybe(written.issuer.as_ref(), || node.at(|it| it.key("issuer"))),
            file: written
                .file
                .as_ref()
                .and_then(|file| self.file(node, file.as_str())),
        }
    }

    fn file(&mut self, node: &Draft, file: &str) -> Option<OutputPath> {
        let path = node
            .origin
            .file
            .join(file)
            .filter(|path| self.is_asset(path));
        if path.is_none() {
            let fault = Diagnostic::new(Code::BrokenLink, node.at(|it| it.key("file")))
                .text("destination", file);
            self.faults.push(fault);
        }
        path.map(|path| asset_output(path.as_str()))
    }

    pub(super) fn area(&mut self, node: &Draft, written: &Area) -> AreaLinks {
        self.kind(node, VocabularyKind::Area, &written.kind);
        AreaLinks {
            parent: self.maybe(written.parent.as_ref(), || node.at(|it| it.key("parent"))),
            lead: self.maybe(written.lead.as_ref(), || node.at(|it| it.key("lead"))),
        }
    }

    /// The topics of a page.
    pub(super) fn topics(&mut self, node: &Draft) -> Box<[Link<Topic>]> {
        let topics = &node.facts.described().common().topics;
        self.links(topics, |at| node.at(|it| it.key("topics").index(at)))
    }

    /// Holds a kind against its controlled list.
    pub(super) fn kind(&mut self, node: &Draft, list: VocabularyKind, kind: &Term) {
        let vocabulary = self.around.vocabulary;
        if vocabulary.has(list, kind.as_str()) {
            return;
        }
        let words = vocabulary.words(list);
        let fault = Diagnostic::new(Code::UnknownValue, node.at(|it| it.key("kind")))
            .text("value", kind.as_str());
        self.faults
            .push(match nearest(kind.as_str(), words.iter().copied()) {
                Some(near) => fault.text("near", near).hint("near"),
                None => fault.text("values", words.join(", ")).hint("values"),
            });
    }
}

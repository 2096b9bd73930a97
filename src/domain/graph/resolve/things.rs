//! The references of everything that is not a body.

use std::sync::Arc;

use super::Input;
use super::addresses::asset_output;
use super::collect::{Collected, Draft};
use super::names::Resolver;
use crate::domain::graph::arena::Link;
use crate::domain::graph::entity::{
    AreaLinks, DocumentLinks, Entity, Linked, MeetingLinks, NoLinks, Node, OrganizationLinks,
};
use crate::domain::model::{
    Area, Common, Document, Meeting, Organization, Page, Person, Section, Topic,
};
use crate::domain::settings::{Vocabulary, VocabularyKind};
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::Diagnostic;
use crate::vocabulary::notation::check::nearest;
use crate::vocabulary::notation::scalar::Term;
use crate::vocabulary::output::OutputPath;

/// Everything that is not a body, linked.
pub(super) struct Things {
    pub organizations: Vec<Entity<Organization>>,
    pub persons: Vec<Entity<Person>>,
    pub meetings: Vec<Entity<Meeting>>,
    pub documents: Vec<Entity<Document>>,
    pub areas: Vec<Entity<Area>>,
    pub topics: Vec<Entity<Topic>>,
    pub pages: Vec<Entity<Page>>,
    pub sections: Vec<Entity<Section>>,
}

impl Resolver<'_> {
    pub(super) fn things(
        &mut self,
        all: &Collected,
        vocabulary: &Vocabulary,
        input: &Input<'_>,
    ) -> Things {
        Things {
            organizations: self.each_of(&all.organizations, |it, draft| {
                it.organization(draft, vocabulary)
            }),
            persons: self.each_of(&all.persons, |_, _| NoLinks),
            meetings: self.each_of(&all.meetings, |it, draft| it.meeting(draft)),
            documents: self.each_of(&all.documents, |it, draft| {
                it.document(draft, vocabulary, input)
            }),
            areas: self.each_of(&all.areas, |it, draft| it.area(draft, vocabulary)),
            topics: self.each_of(&all.topics, |_, _| NoLinks),
            pages: self.each_of(&all.pages, |_, _| NoLinks),
            sections: self.each_of(&all.sections, |_, _| NoLinks),
        }
    }

    fn each_of<T: Linked>(
        &mut self,
        drafts: &[Draft<T>],
        links: impl Fn(&mut Self, &Draft<T>) -> T::Links,
    ) -> Vec<Entity<T>> {
        let linked = drafts.iter().map(|draft| {
            let links = links(self, draft);
            let mut node = draft.node.clone();
            node.topics = self.topics(&node, draft.written.common());
            Entity {
                node,
                written: Arc::clone(&draft.written),
                links,
            }
        });
        linked.collect()
    }

    fn organization(
        &mut self,
        draft: &Draft<Organization>,
        vocabulary: &Vocabulary,
    ) -> OrganizationLinks {
        let Draft { node, written } = draft;
        self.kind(
            node,
            VocabularyKind::Organization,
            &written.kind,
            vocabulary,
        );
        let into = written.changes.iter().enumerate();
        OrganizationLinks {
            parent: self.maybe(written.parent.as_ref(), node.at(|it| it.key("parent"))),
            into: into
                .map(|(at, change)| {
                    self.maybe(
                        change.into.as_ref(),
                        node.at(|it| it.key("changes").index(at).key("into")),
                    )
                })
                .collect(),
        }
    }

    fn meeting(&mut self, draft: &Draft<Meeting>) -> MeetingLinks {
        let Draft { node, written } = draft;
        MeetingLinks {
            of: self.body_part(&written.body, node.at(|it| it.key("body"))),
            minutes: self.maybe(written.minutes.as_ref(), node.at(|it| it.key("minutes"))),
            documents: self.links(&written.documents, |at| {
                node.at(|it| it.key("documents").index(at))
            }),
        }
    }

    fn document(
        &mut self,
        draft: &Draft<Document>,
        vocabulary: &Vocabulary,
        input: &Input<'_>,
    ) -> DocumentLinks {
        let Draft { node, written } = draft;
        self.kind(node, VocabularyKind::Document, &written.kind, vocabulary);
        DocumentLinks {
            issuer: self.maybe(written.issuer.as_ref(), node.at(|it| it.key("issuer"))),
            file: written
                .file
                .as_ref()
                .and_then(|file| self.file(node, file.as_str(), input)),
        }
    }

    fn file(&mut self, node: &Node, file: &str, input: &Input<'_>) -> Option<OutputPath> {
        let path = node
            .origin
            .file
            .join(file)
            .filter(|path| input.assets.contains_key(path));
        if path.is_none() {
            let fault = Diagnostic::new(Code::BrokenLink, node.at(|it| it.key("file")))
                .text("destination", file);
            self.faults.push(fault);
        }
        path.map(|path| asset_output(path.as_str()))
    }

    fn area(&mut self, draft: &Draft<Area>, vocabulary: &Vocabulary) -> AreaLinks {
        let Draft { node, written } = draft;
        self.kind(node, VocabularyKind::Area, &written.kind, vocabulary);
        AreaLinks {
            parent: self.maybe(written.parent.as_ref(), node.at(|it| it.key("parent"))),
            lead: self.maybe(written.lead.as_ref(), node.at(|it| it.key("lead"))),
        }
    }

    /// The topics of a page.
    pub(super) fn topics(&mut self, node: &Node, common: &Common) -> Vec<Link<Topic>> {
        self.links(&common.topics, |at| {
            node.at(|it| it.key("topics").index(at))
        })
    }

    /// Holds a kind against its controlled list.
    pub(super) fn kind(
        &mut self,
        node: &Node,
        list: VocabularyKind,
        kind: &Term,
        vocabulary: &Vocabulary,
    ) {
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

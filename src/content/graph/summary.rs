//! The summary of an entity: what other pages show of it.

use std::any::Any;

use super::entity::{Entity, Linked, Node};
use super::link::Link;
use crate::base::date::{Date, Period};
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::model::{
    Body, Change, CitedBy, Common, Document, EntityKind, Name, Organization, Section, stopped_on,
};
use crate::content::settings::VocabularyKind;
use crate::notation::scalar::Term;

/// What other pages show of an entity.
#[derive(Clone, Copy)]
pub struct EntitySummary<'a> {
    node: &'a Node,
    common: &'a Common,
    term: Option<(VocabularyKind, &'a Term)>,
    written: &'a dyn Any,
}

impl<'a> EntitySummary<'a> {
    pub(super) fn of<T: Linked>(entity: &'a Entity<T>) -> EntitySummary<'a> {
        EntitySummary {
            node: &entity.node,
            common: entity.common(),
            term: T::term(&entity.written),
            written: &*entity.written,
        }
    }

    /// The type of the entity.
    pub fn kind(self) -> EntityKind {
        self.node.name.kind
    }

    /// The term for the kind of body, organization, document or area, and the list that defines it.
    pub fn term(self) -> Option<(VocabularyKind, &'a Term)> {
        self.term
    }

    /// How the parts of a document are named when it is cited. `None` if that was not written, and for other types.
    pub fn cited_by(self) -> Option<CitedBy> {
        let document: &Document = self.written.downcast_ref()?;
        document.cited_by
    }

    /// The period in which a body or organization exists. All others always do.
    pub fn existence(self) -> Period {
        if let Some(it) = self.written.downcast_ref::<Body>() {
            return it.own_existence(None).days;
        }
        let organization = self.written.downcast_ref::<Organization>();
        organization
            .map(|it| it.existence().days)
            .unwrap_or_default()
    }

    /// The change that had stopped a body by a day, without being its end: its lapse or suspension.
    pub fn pause(self, day: Date) -> Option<&'a Change<Body>> {
        let changes = self.changes();
        let last = changes.get(stopped_on(changes, day)?);
        last.filter(|it| !it.kind.is_end())
    }

    fn changes(self) -> &'a [Change<Body>] {
        let body = self.written.downcast_ref::<Body>();
        body.map_or(&[], |it| &it.changes)
    }

    /// Kind and id.
    pub fn name(self) -> &'a Name {
        &self.node.name
    }

    /// The id.
    pub fn id(self) -> &'a str {
        self.node.id()
    }

    /// The file of its page.
    pub fn output(self) -> &'a OutputPath {
        &self.node.output
    }

    /// The written position among its siblings. Siblings without one are sorted by title.
    pub fn order(self) -> Option<i64> {
        self.common.order
    }

    /// The section that it is in. `None` for the home page.
    pub fn section(self) -> Option<Link<Section>> {
        self.node.section
    }

    /// Whether it is the home page.
    pub fn is_home(self) -> bool {
        self.kind() == EntityKind::Section && self.node.output.address().is_empty()
    }

    /// Whether it has a source file of its own.
    pub fn is_page(self) -> bool {
        !self.node.origin.registry
    }

    /// Whether it has a translation into a language.
    pub fn is_translated_into(self, language: &Language) -> bool {
        self.node.translations.contains_key(language)
    }

    /// Whether the title is translated into a language. The name of a person needs no translation.
    pub fn is_titled_in(self, language: &Language) -> bool {
        let translation = self.node.translations.get(language);
        self.kind() == EntityKind::Person
            || translation.is_some_and(|translation| translation.title.is_some())
    }

    /// Whether the short title is translated into a language.
    pub fn is_named_in(self, language: &Language) -> bool {
        let translation = self.node.translations.get(language);
        self.is_titled_in(language)
            || translation.is_some_and(|translation| translation.nav_title.is_some())
    }

    /// Whether the summary is translated into a language.
    pub fn is_summarized_in(self, language: &Language) -> bool {
        let translation = self.node.translations.get(language);
        translation.is_some_and(|translation| translation.summary.is_some())
    }

    /// The title in a language. Without a translation, it is in the language of the site.
    pub fn title(self, language: &Language) -> &'a str {
        let translation = self.node.translations.get(language);
        let title = translation.and_then(|translation| translation.title.as_ref());
        title.map_or(&*self.node.title, |title| title.as_str())
    }

    /// The short title in a language. Without a translation, it is in the language of the site.
    pub fn nav_title(self, language: &Language) -> &'a str {
        let translation = self.node.translations.get(language);
        let translated = translation.and_then(|it| it.nav_title.as_ref().or(it.title.as_ref()));
        let title = translated.or(self.common.nav_title.as_ref());
        title.map_or(&*self.node.title, |title| title.as_str())
    }

    /// The summary in a language. Without a translation, it is in the language of the site.
    pub fn summary(self, language: &Language) -> Option<&'a str> {
        let translation = self.node.translations.get(language);
        let translated = translation.and_then(|translation| translation.summary.as_ref());
        let summary = translated.or(self.common.summary.as_ref());
        summary.map(|summary| summary.as_str())
    }
}

impl PartialEq for EntitySummary<'_> {
    /// Whether all pages show the same of both.
    fn eq(&self, other: &Self) -> bool {
        let translated_words = |it: &Self| -> Vec<_> {
            let translations = it.node.translations.iter();
            let words = translations.map(|(language, it)| {
                (
                    language.clone(),
                    it.title.clone(),
                    it.nav_title.clone(),
                    it.summary.clone(),
                )
            });
            words.collect()
        };
        let (node, common) = (self.node, self.common);
        node.name == other.node.name
            && node.title == other.node.title
            && node.output == other.node.output
            && node.section == other.node.section
            && node.origin.file == other.node.origin.file
            && node.origin.registry == other.node.origin.registry
            && common.nav_title == other.common.nav_title
            && common.summary == other.common.summary
            && common.order == other.common.order
            && self.term == other.term
            && self.cited_by() == other.cited_by()
            && self.existence() == other.existence()
            && self.changes() == other.changes()
            && translated_words(self) == translated_words(other)
    }
}

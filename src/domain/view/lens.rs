//! The graph, looked at from one page in one language.

use super::common::{Card, TermView};
use crate::domain::graph::{AnyLink, BodyPart, Graph, Link, Site, Target, in_language};
use crate::domain::locale::Locale;
use crate::domain::model::{Area, Body, Document, Meeting, Organization};
use crate::domain::settings::VocabularyKind;
use crate::vocabulary::language::Language;
use crate::vocabulary::notation::scalar::Term;
use crate::vocabulary::output::OutputPath;

/// The graph, looked at from one page in one language.
#[derive(Clone, Copy)]
pub struct Lens<'a> {
    /// The content.
    pub graph: &'a Graph,
    /// The settings.
    pub site: &'a Site,
    /// The rules of the page's language.
    pub locale: &'a Locale,
    /// The way from the page to the root of the site: `../../`.
    pub root: &'a str,
}

impl<'a> Lens<'a> {
    /// The page's language.
    pub fn language(&self) -> &'a Language {
        &self.locale.language
    }

    /// A thing as this page shows it.
    pub fn card(&self, link: AnyLink) -> Card {
        let node = self.graph.node(link);
        let title = self.title(link);
        let summary = self.summary(link);
        let own = *self.language() == self.site.language;
        let translated = own || node.translations.contains_key(self.language());
        Card {
            kind: node.name.kind.as_str(),
            id: node.id().to_owned(),
            title,
            href: self.href(link),
            summary,
            label: self.kind_label(link),
            lang: (!translated).then(|| self.site.language.to_string()),
        }
    }

    /// Many things as this page shows them, sorted: by their `order`, then by title.
    pub fn cards(&self, links: impl IntoIterator<Item = AnyLink>) -> Vec<Card> {
        let mut keyed: Vec<(i64, Card)> = links
            .into_iter()
            .map(|link| {
                (
                    self.graph.common(link).order.unwrap_or(i64::MAX),
                    self.card(link),
                )
            })
            .collect();
        keyed.sort_by(|(order, a), (other, b)| {
            order
                .cmp(other)
                .then_with(|| self.locale.compare(&a.title, &b.title))
                .then_with(|| a.id.cmp(&b.id))
        });
        keyed.dedup_by(|(_, a), (_, b)| a.kind == b.kind && a.id == b.id);
        keyed.into_iter().map(|(_, card)| card).collect()
    }

    /// A body, or a table of it: the table's title and anchor.
    pub fn part_card(&self, part: BodyPart) -> Card {
        let mut card = self.card(AnyLink::Body(part.body));
        let body = &self.graph.bodies[part.body].written;
        if let Some(table) = part.table.and_then(|table| body.tables.get(table)) {
            card.id = format!("{}/{}", card.id, table.id);
            card.title = format!("{} – {}", table.title, card.title);
            card.href = format!("{}#{}", card.href, table.id);
        }
        card
    }

    /// The title in the page's language, or in the site's.
    pub fn title(&self, link: AnyLink) -> String {
        let node = self.graph.node(link);
        let words = node
            .translations
            .get(self.language())
            .and_then(|words| words.translation.as_ref());
        let title = words.and_then(|words| words.title.as_ref());
        title.map_or_else(|| node.title.to_string(), ToString::to_string)
    }

    /// The shorter title in the page's language, or in the site's.
    pub fn nav_title(&self, link: AnyLink) -> String {
        let node = self.graph.node(link);
        let words = node
            .translations
            .get(self.language())
            .and_then(|words| words.translation.as_ref());
        let translated = words.and_then(|words| words.nav_title.as_ref().or(words.title.as_ref()));
        let own = || self.graph.common(link).nav_title.as_ref();
        translated
            .or_else(own)
            .map_or_else(|| node.title.to_string(), ToString::to_string)
    }

    /// The summary in the page's language, or in the site's.
    pub fn summary(&self, link: AnyLink) -> Option<String> {
        let node = self.graph.node(link);
        let words = node
            .translations
            .get(self.language())
            .and_then(|words| words.translation.as_ref());
        let summary = words.and_then(|words| words.summary.as_ref());
        summary
            .or(self.graph.common(link).summary.as_ref())
            .map(ToString::to_string)
    }

    /// The way to a thing's page in this language.
    pub fn href(&self, link: AnyLink) -> String {
        format!("{}{}", self.root, self.output(link).href())
    }

    /// A thing's page in this language.
    pub fn output(&self, link: AnyLink) -> OutputPath {
        in_language(
            &self.graph.node(link).output,
            self.language(),
            &self.site.language,
        )
    }

    /// The way to what a link of a text leads to.
    pub fn target(&self, target: &Target) -> String {
        let with = |href: String, anchor: &Option<String>| match anchor {
            Some(anchor) => format!("{href}#{anchor}"),
            None => href,
        };
        match target {
            Target::Thing(link, anchor) => with(self.href(*link), anchor),
            Target::Here(anchor) => format!("#{anchor}"),
            Target::File(path) => format!("{}{}", self.root, path.href()),
            Target::Outside(url) => url.clone(),
            Target::Broken => String::new(),
        }
    }

    /// A word of a controlled list.
    pub fn term(&self, list: VocabularyKind, word: &str) -> TermView {
        let label = self
            .site
            .vocabulary
            .label(list, word, self.language(), &self.site.language);
        TermView {
            key: word.to_owned(),
            label,
        }
    }

    fn kind_label(&self, link: AnyLink) -> Option<String> {
        let label = |list, word: &Term| Some(self.term(list, word.as_str()).label);
        match link {
            AnyLink::Body(it) => label(VocabularyKind::Body, &self.graph.bodies[it].written.kind),
            AnyLink::Organization(it) => label(
                VocabularyKind::Organization,
                &self.graph.organizations[it].written.kind,
            ),
            AnyLink::Document(it) => label(
                VocabularyKind::Document,
                &self.graph.documents[it].written.kind,
            ),
            AnyLink::Area(it) => label(VocabularyKind::Area, &self.graph.areas[it].written.kind),
            _ => None,
        }
    }

    pub(super) fn organizations(&self, links: Option<&Vec<Link<Organization>>>) -> Vec<Card> {
        self.cards(
            links
                .into_iter()
                .flatten()
                .copied()
                .map(AnyLink::Organization),
        )
    }

    pub(super) fn bodies(&self, links: Option<&Vec<Link<Body>>>) -> Vec<Card> {
        self.cards(links.into_iter().flatten().copied().map(AnyLink::Body))
    }

    pub(super) fn areas(&self, links: Option<&Vec<Link<Area>>>) -> Vec<Card> {
        self.cards(links.into_iter().flatten().copied().map(AnyLink::Area))
    }

    /// Documents in the order in which they were named.
    pub(super) fn documents(&self, links: &[Link<Document>]) -> Vec<Card> {
        links
            .iter()
            .map(|link| self.card(AnyLink::Document(*link)))
            .collect()
    }

    /// Meetings in the order in which they are kept: the latest first.
    pub(super) fn meetings(&self, links: Option<&Vec<Link<Meeting>>>) -> Vec<Card> {
        links
            .into_iter()
            .flatten()
            .map(|link| self.card(AnyLink::Meeting(*link)))
            .collect()
    }
}

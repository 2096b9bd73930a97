//! The graph, looked at from one page in one language.

use super::common::{Card, TermView};
use crate::domain::graph::{
    AnyLink, BodyPart, Face, How, Link, Mention, Reader, Site, Target, in_language,
};
use crate::domain::locale::Locale;
use crate::domain::model::{Body, Document, Meeting, Table, Translation};
use crate::domain::settings::{LocalText, VocabularyKind};
use crate::vocabulary::language::Language;
use crate::vocabulary::output::OutputPath;

/// The graph, looked at from one page in one language.
#[derive(Clone, Copy)]
pub struct Lens<'a> {
    /// The content.
    pub graph: Reader<'a>,
    /// The settings.
    pub site: &'a Site,
    /// The rules of the page's language.
    pub locale: &'a Locale,
    /// The way from the page to the root of the site: `../../`.
    pub root: &'a str,
    /// The page itself.
    pub path: &'a OutputPath,
    /// What the page lists: who mentions what it is about.
    pub listed: &'a [Mention],
    /// Which of the pages of that list it is, from 0.
    pub number: usize,
    /// How many there are.
    pub count: usize,
}

impl<'a> Lens<'a> {
    /// The page's language.
    pub fn language(&self) -> &'a Language {
        &self.locale.language
    }

    /// A thing as this page shows it.
    pub fn card(&self, link: AnyLink) -> Card {
        self.card_of(self.graph.face(link))
    }

    /// Many things as this page shows them, sorted.
    pub fn cards(&self, links: impl IntoIterator<Item = AnyLink>) -> Vec<Card> {
        let faces = self.sorted(links).into_iter();
        faces.map(|(_, face)| self.card_of(face)).collect()
    }

    /// Many things, each once: by their `order`, then by title.
    pub(super) fn sorted(
        &self,
        links: impl IntoIterator<Item = AnyLink>,
    ) -> Vec<(AnyLink, Face<'_>)> {
        let faces = links.into_iter().map(|link| {
            let face = self.graph.face(link);
            let order = face.order().unwrap_or(i64::MAX);
            (order, face.title(self.language()), link, face)
        });
        let mut faces: Vec<(i64, &str, AnyLink, Face<'_>)> = faces.collect();
        faces.sort_by(
            |(order, title, _, face), (other, other_title, _, other_face)| {
                order
                    .cmp(other)
                    .then_with(|| self.locale.compare(title, other_title))
                    .then_with(|| face.name().cmp(other_face.name()))
            },
        );
        faces.dedup_by_key(|(_, _, link, _)| *link);
        let faces = faces.into_iter();
        faces.map(|(_, _, link, face)| (link, face)).collect()
    }

    fn card_of(&self, face: Face<'_>) -> Card {
        let text = |text: &str| text.to_owned();
        Card {
            kind: face.kind().as_str(),
            id: text(face.id()),
            title: text(face.title(self.language())),
            href: self.href_of(face),
            summary: face.summary(self.language()).map(text),
            label: face
                .term()
                .map(|(list, word)| self.term(list, word.as_str()).label),
            lang: self.unless(|language| face.is_titled_in(language)),
            summary_lang: self.unless(|language| face.is_summarized_in(language)),
        }
    }

    /// The language of the site, where that is not the page's.
    pub(super) fn source_lang(&self) -> Option<String> {
        (*self.language() != self.site.language).then(|| self.site.language.to_string())
    }

    /// The language of the site, unless the page's is that or something is said in it.
    pub(super) fn unless(&self, is_said_in: impl Fn(&Language) -> bool) -> Option<String> {
        self.source_lang().filter(|_| !is_said_in(self.language()))
    }

    /// A word in the page's language, or else in the site's; then with that language.
    pub(super) fn said<T: ToString>(
        &self,
        translated: Option<&T>,
        own: Option<&T>,
    ) -> (Option<String>, Option<String>) {
        match (translated, own) {
            (Some(word), _) => (Some(word.to_string()), None),
            (None, Some(word)) => (Some(word.to_string()), self.source_lang()),
            (None, None) => (None, None),
        }
    }

    /// Words of the settings, and their language where it is not the page's.
    pub(super) fn told(&self, words: &LocalText) -> (String, Option<String>) {
        let (text, tag) = words.told(self.language(), &self.site.language);
        let other = tag != self.language().as_str();
        (text.to_owned(), other.then(|| tag.to_owned()))
    }

    /// A body, or a table of it: the table's title and anchor.
    pub fn part_card(&self, part: BodyPart) -> Card {
        let mut card = self.card(AnyLink::Body(part.body));
        if let Some(table) = self.graph.table(part) {
            let (title, lang) = self.table_title(part.body, table);
            card.id = format!("{}/{}", card.id, table.id);
            card.title = format!("{title} – {}", card.title);
            // Two titles in one: marked when either is in the site's language.
            card.lang = card.lang.or(lang);
            card.href = format!("{}#{}", card.href, table.id);
        }
        card
    }

    /// The title of a table.
    pub(super) fn table_title(&self, body: Link<Body>, table: &Table) -> (String, Option<String>) {
        let words = self.words(body);
        let words = words.and_then(|words| words.tables.iter().find(|it| it.id == table.id));
        let (title, lang) = self.said(words.and_then(|it| it.title.as_ref()), Some(&table.title));
        (title.unwrap_or_default(), lang)
    }

    /// The title in the page's language, or in the site's.
    pub fn title(&self, link: AnyLink) -> String {
        self.graph.face(link).title(self.language()).to_owned()
    }

    /// The way to a thing's page in this language.
    pub fn href(&self, link: AnyLink) -> String {
        self.href_of(self.graph.face(link))
    }

    fn href_of(&self, face: Face<'_>) -> String {
        let output = in_language(face.output(), self.language(), &self.site.language);
        format!("{}{}", self.root, output.href())
    }

    /// A thing's page in this language.
    pub fn output(&self, link: AnyLink) -> OutputPath {
        let face = self.graph.face(link);
        in_language(face.output(), self.language(), &self.site.language)
    }

    /// What a translation into the page's language says of a body.
    pub(super) fn words(&self, body: Link<Body>) -> Option<&'a Translation> {
        let translations = &self.graph.get(body).node.translations;
        translations.get(self.language()).map(|words| &**words)
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

    /// What mentions the subject of the page in one way, in the order of the source.
    pub(super) fn mentioned_as(&self, how: How) -> impl Iterator<Item = AnyLink> {
        let mentions = self.listed.iter().filter(move |mention| mention.how == how);
        mentions.map(|mention| mention.by)
    }

    /// What mentions the subject of the page in one way, sorted.
    pub(super) fn mentioning(&self, how: How) -> Vec<Card> {
        self.cards(self.mentioned_as(how))
    }

    /// The bodies, or tables of them, that mention the subject in ways that name the table.
    pub(super) fn parts_mentioning(
        &self,
        table: impl Fn(How) -> Option<Option<usize>>,
    ) -> Vec<BodyPart> {
        let part = |mention: &Mention| match mention.by {
            AnyLink::Body(body) => table(mention.how).map(|table| BodyPart { body, table }),
            _ => None,
        };
        self.listed.iter().filter_map(part).collect()
    }

    /// Documents in the order in which they were named.
    pub(super) fn documents(&self, links: &[Link<Document>]) -> Vec<Card> {
        let links = links.iter();
        links
            .map(|link| self.card(AnyLink::Document(*link)))
            .collect()
    }

    /// The meetings that mention the subject of the page, the latest first.
    pub(super) fn meetings(&self, how: How) -> Vec<Link<Meeting>> {
        let by = self.mentioned_as(how);
        let meetings = by.filter_map(|it| match it {
            AnyLink::Meeting(meeting) => Some(meeting),
            _ => None,
        });
        let mut meetings: Vec<_> = meetings.collect();
        let date = |it: &Link<Meeting>| self.graph.get(*it).written.start.date();
        meetings.sort_by_key(|it| std::cmp::Reverse(date(it)));
        meetings
    }

    pub(super) fn meeting_cards(&self, links: &[Link<Meeting>]) -> Vec<Card> {
        let links = links.iter();
        links.map(|it| self.card(AnyLink::Meeting(*it))).collect()
    }
}

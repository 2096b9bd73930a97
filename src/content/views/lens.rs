//! The graph, looked at from one page in one language.

use std::borrow::{Borrow, Cow};

use super::common::{Card, TermView};
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::graph::{
    AnyLink, BodyPart, Face, How, Link, Mention, Reader, Site, TablePiece, Target, in_language,
};
use crate::content::locale::Locale;
use crate::content::model::{Body, Meeting, Translation};
use crate::content::settings::{LocalText, VocabularyKind};

/// The graph, looked at from one page in one language.
pub struct Lens<'a> {
    /// The content.
    pub graph: Reader<'a>,
    /// The settings.
    pub site: &'a Site,
    /// The rules of the page's language.
    pub locale: &'a Locale,
    /// The way from the page to the root of the site: `../../`.
    pub root: String,
    /// The way from the page to the root of its language: `../../de/`, or that of the site.
    pub home: String,
    /// The page itself.
    pub path: &'a OutputPath,
    /// What the page lists: who mentions what it is about.
    pub listed: Vec<Mention>,
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
    pub fn card(&self, link: AnyLink) -> Card<'a> {
        self.card_of(self.graph.face(link))
    }

    /// Many things as this page shows them, sorted.
    pub fn cards(&self, links: impl IntoIterator<Item = AnyLink>) -> Vec<Card<'a>> {
        let faces = self.sorted(links);
        faces.map(|(_, face)| self.card_of(face)).collect()
    }

    /// Many things, each once: by their `order`, then by title.
    pub(super) fn sorted(
        &self,
        links: impl IntoIterator<Item = AnyLink>,
    ) -> impl Iterator<Item = (AnyLink, Face<'a>)> {
        let faces = links.into_iter().map(|link| {
            let face = self.graph.face(link);
            let order = face.order().unwrap_or(i64::MAX);
            (order, face.title(self.language()), link, face)
        });
        let mut faces: Vec<(i64, &str, AnyLink, Face<'a>)> = faces.collect();
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
        faces.map(|(_, _, link, face)| (link, face))
    }

    fn card_of(&self, face: Face<'a>) -> Card<'a> {
        Card {
            kind: face.kind().as_str(),
            id: face.id().into(),
            title: face.title(self.language()).into(),
            href: self.way(face.output()),
            summary: face.summary(self.language()),
            label: face
                .term()
                .map(|(list, word)| self.label(list, word.as_str())),
            lang: self.unless(|language| face.is_titled_in(language)),
            summary_lang: self.unless(|language| face.is_summarized_in(language)),
        }
    }

    /// The language of the site, where that is not the page's.
    pub(super) fn source_lang(&self) -> Option<&'a str> {
        (*self.language() != self.site.language).then(|| self.site.language.as_str())
    }

    /// The language of the site, unless the page's is that or something is said in it.
    pub(super) fn unless(&self, is_said_in: impl Fn(&Language) -> bool) -> Option<&'a str> {
        self.source_lang().filter(|_| !is_said_in(self.language()))
    }

    /// A word in the page's language, or else in the site's; then with that language.
    pub(super) fn said<T: Borrow<str> + ?Sized>(
        &self,
        translated: Option<&'a T>,
        own: Option<&'a T>,
    ) -> (Option<&'a str>, Option<&'a str>) {
        match (translated, own) {
            (Some(word), _) => (Some(word.borrow()), None),
            (None, Some(word)) => (Some(word.borrow()), self.source_lang()),
            (None, None) => (None, None),
        }
    }

    /// Words of the settings, and their language where it is not the page's.
    pub(super) fn told(&self, words: &'a LocalText) -> (&'a str, Option<&'a str>) {
        let (text, tag) = words.told(self.language(), &self.site.language);
        let other = tag != self.language().as_str();
        (text, other.then_some(tag))
    }

    /// A body, or a table of it: the table's title and anchor.
    pub fn part_card(&self, part: BodyPart) -> Card<'a> {
        let mut card = self.card(AnyLink::Body(part.body));
        if let Some(table) = self.graph.table(part) {
            let (title, lang) = self.table_title(table);
            card.id = [&*card.id, "/", table.id].concat().into();
            card.title = [title, " – ", &*card.title].concat().into();
            // Two titles in one: marked when either is in the site's language.
            card.lang = card.lang.or(lang);
            card.href = anchored(card.href, table.id);
        }
        card
    }

    /// The title of a table.
    pub(super) fn table_title(&self, table: TablePiece<'a>) -> (&'a str, Option<&'a str>) {
        let translated = table.title_in(self.language());
        let (title, lang) = self.said(translated, Some(table.title));
        (title.unwrap_or_default(), lang)
    }

    /// The title in the page's language, or in the site's.
    pub fn title(&self, link: AnyLink) -> &'a str {
        self.graph.face(link).title(self.language())
    }

    /// The way to a thing's page in this language.
    pub fn href(&self, link: AnyLink) -> String {
        self.way(self.graph.face(link).output())
    }

    /// The way to a page in this language.
    pub(super) fn way(&self, page: &OutputPath) -> String {
        [&self.home, &*page.href()].concat()
    }

    /// The way to a file, which is the same in every language.
    pub(super) fn way_to_file(&self, file: &OutputPath) -> String {
        [&self.root, &*file.href()].concat()
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
        match target {
            Target::Thing(link, Some(anchor)) => anchored(self.href(*link), anchor),
            Target::Thing(link, None) => self.href(*link),
            Target::Here(anchor) => format!("#{anchor}"),
            Target::File(path) => self.way_to_file(path),
            Target::Outside(url) => url.clone(),
            Target::Broken => String::new(),
        }
    }

    /// A word of a controlled list.
    pub fn term(&self, list: VocabularyKind, word: &'a str) -> TermView<'a> {
        TermView {
            key: word,
            label: self.label(list, word),
        }
    }

    /// What a word of a controlled list is called.
    pub(super) fn label(&self, list: VocabularyKind, word: &str) -> Cow<'a, str> {
        let (vocabulary, own) = (&self.site.vocabulary, &self.site.language);
        vocabulary.label(list, word, self.language(), own)
    }

    /// What mentions the subject of the page in one way, in the order of the source.
    pub(super) fn mentioned_as(&self, how: How) -> impl Iterator<Item = AnyLink> + use<'_, 'a> {
        let mentions = self.listed.iter().filter(move |mention| mention.how == how);
        mentions.map(|mention| mention.by)
    }

    /// What mentions the subject of the page in one way, sorted.
    pub(super) fn mentioning(&self, how: How) -> Vec<Card<'a>> {
        self.cards(self.mentioned_as(how))
    }

    /// The bodies, or tables of them, that mention the subject in ways that name the table.
    pub(super) fn parts_mentioning(
        &self,
        table: impl Fn(How) -> Option<Option<usize>>,
    ) -> impl Iterator<Item = BodyPart> {
        let part = move |mention: &Mention| match mention.by {
            AnyLink::Body(body) => table(mention.how).map(|table| BodyPart { body, table }),
            _ => None,
        };
        self.listed.iter().filter_map(part)
    }

    /// Things of one kind in the order in which they were named.
    pub(super) fn named<T>(&self, links: &[Link<T>], any: fn(Link<T>) -> AnyLink) -> Vec<Card<'a>> {
        links.iter().map(|link| self.card(any(*link))).collect()
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
}

/// The way to a place on a page.
pub(super) fn anchored(mut href: String, anchor: &str) -> String {
    href.reserve_exact(anchor.len() + 1);
    href.push('#');
    href.push_str(anchor);
    href
}

//! The graph as a product sees it: whatever is looked at is noted.

use std::any::Any;

use super::Graph;
use super::arena::Link;
use super::body::BodyPart;
use super::entity::{AnyLink, Entity, Linked, Node, Texts};
use super::keys::{self, Side};
use super::mention::{How, Mention};
use super::piece::{ActivityPiece, BasesPiece, Piece, SeatPiece, TablePiece, TiesPiece};
use crate::base::date::Period;
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::model::{Area, Body, Change, Common, EntityKind, Name, Organization, Section};
use crate::content::settings::VocabularyKind;
use crate::incremental::memo::Reads;
use crate::notation::scalar::Term;

/// A graph whose looking-at is noted. Products see a graph through one, and not otherwise.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    graph: &'a Graph,
    reads: &'a Reads,
}

/// What others show of a thing.
#[derive(Clone, Copy)]
pub struct Face<'a> {
    node: &'a Node,
    common: &'a Common,
    kind: Option<(VocabularyKind, &'a Term)>,
}

/// What became of an organization.
#[derive(Clone, Copy, PartialEq)]
pub struct Life<'a> {
    /// What was typed.
    pub changes: &'a [Change<Organization>],
    /// What each of these changes made of it.
    pub into: &'a [Option<Link<Organization>>],
    /// From when to when it exists.
    pub valid: Period,
}

impl<'a> Life<'a> {
    fn of(organization: &'a Entity<Organization>) -> Life<'a> {
        let valid = organization.written.valid.as_ref();
        Life {
            changes: &organization.written.changes,
            into: &organization.links.into,
            valid: valid.map(|valid| valid.period()).unwrap_or_default(),
        }
    }

    /// Of a thing of any kind; only organizations have one.
    pub(super) fn of_any<T: Linked>(thing: &'a Entity<T>) -> Option<Life<'a>> {
        let thing: &dyn Any = thing;
        thing.downcast_ref().map(Life::of)
    }
}

impl<'a> Reader<'a> {
    /// Looks at a graph, and notes at what.
    pub fn new(graph: &'a Graph, reads: &'a Reads) -> Reader<'a> {
        Reader { graph, reads }
    }

    /// A thing: all but its texts.
    pub fn get<T: Linked>(self, link: Link<T>) -> &'a Entity<T> {
        self.reads.note(keys::side(Side::Facts, T::any(link)));
        &T::arena(self.graph)[link]
    }

    /// What all kinds have, of a thing of any.
    pub fn node(self, link: AnyLink) -> (&'a Node, &'a Common) {
        self.reads.note(keys::side(Side::Facts, link));
        (self.graph.node(link), self.graph.common(link))
    }

    /// What others show of a thing.
    pub fn face(self, link: AnyLink) -> Face<'a> {
        self.reads.note(keys::side(Side::Face, link));
        self.graph.face(link)
    }

    /// The texts of a thing.
    pub fn texts(self, link: AnyLink) -> &'a Texts {
        self.reads.note(keys::side(Side::Texts, link));
        self.graph.texts(link)
    }

    /// What others show of a table of a body. Who means the body itself looks at nothing.
    pub fn table(self, part: BodyPart) -> Option<TablePiece<'a>> {
        let table = part.table?;
        TablePiece::of(self.piece(part.body, Piece::Table(table)), table)
    }

    /// What others show of a seat of a body or table.
    pub fn seat(self, part: BodyPart, seat: usize) -> Option<SeatPiece<'a>> {
        let body = self.piece(part.body, Piece::Seat(part.table, seat));
        SeatPiece::of(body, part.table, seat)
    }

    /// What others show of an activity of a body or table.
    pub fn activity(self, part: BodyPart, activity: usize) -> Option<ActivityPiece<'a>> {
        let body = self.piece(part.body, Piece::Activity(part.table, activity));
        ActivityPiece::of(body, part.table, activity)
    }

    /// What others show of what a body or table rests on.
    pub fn bases(self, part: BodyPart) -> Option<BasesPiece<'a>> {
        BasesPiece::of(self.piece(part.body, Piece::Bases(part.table)), part.table)
    }

    /// Of what a body is a part, and who sits in it.
    pub fn ties(self, body: Link<Body>) -> TiesPiece<'a> {
        TiesPiece::of(self.piece(body, Piece::Ties))
    }

    fn piece(self, body: Link<Body>, piece: Piece) -> &'a Entity<Body> {
        self.reads.note(keys::piece(body, piece));
        &self.graph.bodies[body]
    }

    /// Who mentions a thing, in the order of the source.
    pub fn mentions(self, link: AnyLink) -> Vec<Mention> {
        self.reads.note(keys::side(Side::Mentions, link));
        let mut mentions = self.graph.mentions.of(link).to_vec();
        let order = |it: &Mention| self.graph.node(it.by).order();
        mentions.sort_by(|a, b| order(a).cmp(&order(b)));
        mentions
    }

    /// What became of an organization. Who looks only at that is not made again because it has another name.
    pub fn life(self, link: Link<Organization>) -> Life<'a> {
        self.reads.note(keys::life(AnyLink::Organization(link)));
        Life::of(&self.graph.organizations[link])
    }

    /// The areas that an organization leads, in the order of the source. Who looks only at these is not made again
    /// because a body mentions the organization, too.
    pub fn led_by(self, link: Link<Organization>) -> Vec<Link<Area>> {
        let leader = AnyLink::Organization(link);
        self.reads.note(keys::led(leader));
        let mentions = self.graph.mentions.of(leader).iter();
        let areas = mentions.filter_map(|mention| match (mention.how, mention.by) {
            (How::AreaLead, AnyLink::Area(area)) => Some(area),
            _ => None,
        });
        let mut areas: Vec<Link<Area>> = areas.collect();
        let order = |area: &Link<Area>| self.graph.node(AnyLink::Area(*area)).order();
        areas.sort_by(|a, b| order(a).cmp(&order(b)));
        areas
    }

    /// How many things of a kind mention a thing in one way.
    pub fn count(self, link: AnyLink, how: How, kind: EntityKind) -> usize {
        self.reads.note(keys::side(Side::Mentions, link));
        let mentions = self.graph.mentions.of(link).iter();
        let those = mentions.filter(|mention| mention.how == how && mention.by.kind() == kind);
        those.count()
    }

    /// The home page.
    pub fn home(self) -> Option<AnyLink> {
        self.reads.note(keys::address(""));
        self.graph.home()
    }

    /// Notes that what is in a file of the site is looked at.
    pub fn looks_at_file(self, file: &OutputPath) {
        self.reads.note(keys::content(file));
    }

    /// All things, of which only the address of the page, its languages and the day of the last change may be looked
    /// at.
    pub fn addresses(self) -> impl Iterator<Item = &'a Node> {
        self.reads.note(keys::addresses());
        self.graph.all().map(|link| self.graph.node(link))
    }

    /// All things of a kind.
    pub fn all(self, kind: EntityKind) -> Vec<AnyLink> {
        self.reads.note(keys::all(kind));
        self.graph.of_kind(kind)
    }
}

impl<'a> Face<'a> {
    /// What it is.
    pub fn kind(self) -> EntityKind {
        self.node.name.kind
    }

    /// The kind of body, organization, document or area, and the list that it is a word of.
    pub fn term(self) -> Option<(VocabularyKind, &'a Term)> {
        self.kind
    }

    /// Kind and id.
    pub fn name(self) -> &'a Name {
        &self.node.name
    }

    /// The id.
    pub fn id(self) -> &'a str {
        self.node.id()
    }

    /// The page.
    pub fn output(self) -> &'a OutputPath {
        &self.node.output
    }

    /// The place among its siblings, before the order of titles.
    pub fn order(self) -> Option<i64> {
        self.common.order
    }

    /// The section that it is in.
    pub fn section(self) -> Option<Link<Section>> {
        self.node.section
    }

    /// Whether it is the home page.
    pub fn is_home(self) -> bool {
        self.kind() == EntityKind::Section && self.node.output.address().is_empty()
    }

    /// Whether somebody has described it on a page of its own.
    pub fn is_page(self) -> bool {
        !self.node.origin.registry
    }

    /// Whether it has words in a language that is not the site's.
    pub fn is_in(self, language: &Language) -> bool {
        self.node.translations.contains_key(language)
    }

    /// Whether the title is in a language that is not the site's. A person's name is in none.
    pub fn is_titled_in(self, language: &Language) -> bool {
        let words = self.node.translations.get(language);
        self.kind() == EntityKind::Person || words.is_some_and(|words| words.title.is_some())
    }

    /// Whether the shorter title is in a language that is not the site's.
    pub fn is_named_in(self, language: &Language) -> bool {
        let words = self.node.translations.get(language);
        self.is_titled_in(language) || words.is_some_and(|words| words.nav_title.is_some())
    }

    /// Whether the summary is in a language that is not the site's.
    pub fn is_summarized_in(self, language: &Language) -> bool {
        let words = self.node.translations.get(language);
        words.is_some_and(|words| words.summary.is_some())
    }

    /// The title in a language, or in the site's.
    pub fn title(self, language: &Language) -> &'a str {
        let words = self.node.translations.get(language);
        let title = words.and_then(|words| words.title.as_ref());
        title.map_or(&*self.node.title, |title| title.as_str())
    }

    /// The shorter title in a language, or in the site's.
    pub fn nav_title(self, language: &Language) -> &'a str {
        let words = self.node.translations.get(language);
        let translated = words.and_then(|it| it.nav_title.as_ref().or(it.title.as_ref()));
        let title = translated.or(self.common.nav_title.as_ref());
        title.map_or(&*self.node.title, |title| title.as_str())
    }

    /// The summary in a language, or in the site's.
    pub fn summary(self, language: &Language) -> Option<&'a str> {
        let words = self.node.translations.get(language);
        let translated = words.and_then(|words| words.summary.as_ref());
        let summary = translated.or(self.common.summary.as_ref());
        summary.map(|summary| summary.as_str())
    }
}

impl PartialEq for Face<'_> {
    /// Whether nobody can tell the two apart.
    fn eq(&self, other: &Self) -> bool {
        let words = |it: &Self| -> Vec<_> {
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
            && self.kind == other.kind
            && words(self) == words(other)
    }
}

impl<'a> Face<'a> {
    /// What others show of this thing.
    pub(super) fn of<T: Linked>(entity: &'a Entity<T>) -> Face<'a> {
        Face {
            node: &entity.node,
            common: entity.common(),
            kind: T::term(&entity.written),
        }
    }
}

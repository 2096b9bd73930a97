//! Cards: what a list or a sentence shows of a thing.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::context::with_anchor;
use super::{ChangeView, PageContext, PeriodView};
use crate::base::date::Period;
use crate::content::graph::{
    AnyLink, BodyPart, EntitySummary, Link, Linked, PartRelation, Relation, TableFacet,
};
use crate::content::model::Organization;

/// What a list or a sentence shows of a thing.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Card<'a> {
    /// The kind of thing: `body`, `organization`, `person`, `meeting`, `document`, `area`, `topic`, `page` or
    /// `section`.
    pub kind: &'static str,
    /// The id of the thing: `cisa-24`. For a table, that of its body and its own: `coordinamento/tecnico`.
    pub id: Cow<'a, str>,
    /// The title: "Provincia di Novara". For a table, its title and that of its body.
    pub title: Cow<'a, str>,
    /// The relative link to the page: `../../enti/cisa-24/index.html`. For a table, with its anchor.
    pub href: String,
    /// The summary of the page, in a sentence. `none` if it has no summary.
    pub summary: Option<&'a str>,
    /// The kind of body, organization, document or area in the page's language: "Comune". `none` for other
    /// things.
    pub label: Option<Cow<'a, str>>,
    /// The period in which a body, table or organization exists, if the day of the page is not in it. `none` if it is, or
    /// may be.
    pub period: Option<PeriodView<'a>>,
    /// The language of the title: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
    /// The language of the summary: `it`. `none` if it is the page's.
    pub summary_lang: Option<&'a str>,
}

/// A body in a list.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct BodyCard<'a> {
    /// As in [`Card`].
    #[serde(flatten)]
    pub card: Card<'a>,
    /// The organization that runs it. `none` only on a site with errors.
    pub authority: Option<Card<'a>>,
    /// The lapse or suspension that has stopped it on the day of the page. `none` if it goes on, or exists no more.
    pub stopped: Option<ChangeView<'a>>,
}

impl<'a> PageContext<'a> {
    /// The cards of bodies, sorted by `order` and title, each once. What is no body is left out.
    pub(super) fn body_cards(&self, links: impl IntoIterator<Item = AnyLink>) -> Vec<BodyCard<'a>> {
        let cards = self.sorted(links).filter_map(|(link, face)| match link {
            AnyLink::Body(body) => {
                let authority = self.graph.authority(body);
                let pause = face.pause(self.as_of);
                let pause = pause.filter(|_| face.existence().may_contain(self.as_of));
                Some(BodyCard {
                    card: self.card_of_face(face),
                    authority: authority.map(|it| self.card(it)),
                    stopped: pause.map(|it| self.change(it, None, None)),
                })
            }
            _ => None,
        });
        cards.collect()
    }

    /// The card of a thing.
    pub(super) fn card(&self, link: impl Into<AnyLink>) -> Card<'a> {
        self.card_of_face(self.graph.summary(link.into()))
    }

    /// The cards of things, in their order.
    pub(super) fn cards<T: Linked>(&self, links: &[Link<T>]) -> Vec<Card<'a>> {
        links.iter().map(|link| self.card(*link)).collect()
    }

    /// The cards of the organizations that may exist on the day of the page, in their order.
    pub(super) fn existing_cards(
        &self,
        links: &[Link<Organization>],
    ) -> impl Iterator<Item = Card<'a>> {
        let existing = links.iter().filter(|it| self.exists(**it));
        existing.map(|link| self.card(*link))
    }

    /// Whether a thing may exist on the day of the page.
    pub(super) fn exists(&self, link: impl Into<AnyLink>) -> bool {
        let existence = self.graph.summary(link.into()).existence();
        existence.may_contain(self.as_of)
    }

    /// The cards of things, sorted by `order` and title, each once.
    pub(super) fn sorted_cards(&self, links: impl IntoIterator<Item = AnyLink>) -> Vec<Card<'a>> {
        let faces = self.sorted(links);
        faces.map(|(_, face)| self.card_of_face(face)).collect()
    }

    /// The cards of the things that mention this one in a way, sorted.
    pub(super) fn cards_mentioning(&self, how: Relation) -> Vec<Card<'a>> {
        self.sorted_cards(self.mentioned_by(how))
    }

    /// The card of a body, or of a table of it.
    pub(super) fn part_card(&self, part: BodyPart) -> Card<'a> {
        let mut card = self.card(part.body);
        if let Some(table) = self.graph.table(part) {
            let (title, lang) = self.table_title(table);
            card.id = [&*card.id, "/", table.id].concat().into();
            card.title = [title, " – ", &*card.title].concat().into();
            // The title is made of two, and is marked if either is in the site's language.
            card.lang = card.lang.or(lang);
            card.label = None;
            card.period = self.period_if_outside(table.existence);
            (card.summary, card.summary_lang) =
                self.translated(table.summary_in(self.language()), table.summary);
            card.href = with_anchor(card.href, table.id);
        }
        card
    }

    /// The cards of the other bodies and tables that mention the thing of the page in a way, in the order of the source.
    pub(super) fn part_cards(&self, how: PartRelation) -> Vec<Card<'a>> {
        let parts = self.parts_mentioning(how);
        let parts = parts.filter(|part| !self.is_about(part.body));
        parts.map(|part| self.part_card(part)).collect()
    }

    /// The title of a table, and its language if that is not the page's.
    pub(super) fn table_title(&self, table: TableFacet<'a>) -> (&'a str, Option<&'a str>) {
        let translation = table.title_in(self.language());
        let (title, lang) = self.translated(translation, Some(table.title));
        (title.unwrap_or_default(), lang)
    }

    /// A period, if the day of the page is not in it.
    fn period_if_outside(&self, period: Period) -> Option<PeriodView<'a>> {
        let is_in = period.may_contain(self.as_of);
        self.period(period).filter(|_| !is_in)
    }

    fn card_of_face(&self, face: EntitySummary<'a>) -> Card<'a> {
        Card {
            kind: face.kind().as_str(),
            id: face.id().into(),
            title: face.title(self.language()).into(),
            href: self.page_href(face.output()),
            summary: face.summary(self.language()),
            label: face
                .term()
                .map(|(list, word)| self.label(list, word.as_str())),
            period: self.period_if_outside(face.existence()),
            lang: self.lang_unless(|language| face.is_titled_in(language)),
            summary_lang: self.lang_unless(|language| face.is_summarized_in(language)),
        }
    }
}

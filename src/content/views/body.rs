//! The page of a body.

use std::borrow::Cow;

use serde::Serialize;

use super::common::{Anchors, Card, ChangeView, ContactView, PeriodView, TermView};
use super::lens::Lens;
use super::seat::SeatView;
use crate::content::graph::{AnyLink, Entity, How, Link, Part, RelatedTo, Written};
use crate::content::model::{Activity, ActivityKind, Body, Instrument, Meeting, Translation};
use crate::content::pictures::organigram::Organigram;
use crate::content::settings::VocabularyKind;

/// `body`: a body in which authorities coordinate.
#[derive(Clone, Debug, Serialize)]
pub struct BodyView<'a> {
    /// What kind of body.
    pub kind: TermView<'a>,
    /// The organization that runs it.
    pub authority: Option<Card<'a>>,
    /// The body that it is a part of.
    pub parent: Option<Card<'a>>,
    /// The body itself.
    pub own: PartView<'a>,
    /// Its tables, in the order of the source.
    pub tables: Vec<PartView<'a>>,
    /// Bodies that are a part of it and have pages of their own.
    pub parts: Vec<Card<'a>>,
    /// The organizations that take part in it, in the order of the source.
    pub members: Vec<Card<'a>>,
    /// Where it works.
    pub territory: Option<TerritoryView<'a>>,
    /// When it meets.
    pub meetings: MeetingsView<'a>,
    /// Body, tables, parts and seats as a picture, where there is more than one thing to show.
    pub organigram: Option<Organigram<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// A body without its tables, or one of its tables.
#[derive(Clone, Debug, Serialize)]
pub struct PartView<'a> {
    /// The id of a table, which is its anchor; none for the body itself.
    pub id: Option<&'a str>,
    /// The title.
    pub title: &'a str,
    /// The language of the title, where it is not the page's.
    pub title_lang: Option<&'a str>,
    /// What a table does, in a sentence or two.
    pub summary: Option<&'a str>,
    /// The language of the summary, where it is not the page's.
    pub summary_lang: Option<&'a str>,
    /// What it does.
    pub activities: Vec<ActivityView<'a>>,
    /// What it aims at.
    pub aims: Vec<ActivityView<'a>>,
    /// What it rests on.
    pub legal_basis: Vec<LegalBasisView<'a>>,
    /// With what it works.
    pub instruments: Vec<InstrumentView<'a>>,
    /// With whom it deals.
    pub related: Vec<RelatedView<'a>>,
    /// Who sits in it.
    pub seats: Vec<SeatView<'a>>,
    /// Whom to call.
    pub contacts: Vec<ContactView<'a>>,
    /// The topics of a table; those of the body itself are in `page.topics`.
    pub topics: Vec<Card<'a>>,
    /// From when to when it exists.
    pub valid: Option<PeriodView<'a>>,
    /// What became of it.
    pub history: Vec<ChangeView<'a>>,
}

/// Something that a body does or aims at.
#[derive(Clone, Debug, Serialize)]
pub struct ActivityView<'a> {
    /// The id.
    pub id: &'a str,
    /// What it is, whole.
    pub text: &'a str,
    /// The language of the text, where it is not the page's.
    pub lang: Option<&'a str>,
    /// Its topics.
    pub topics: Vec<Card<'a>>,
}

/// What a body rests on.
#[derive(Clone, Debug, Serialize)]
pub struct LegalBasisView<'a> {
    /// The act; none when it is not known.
    pub act: Option<Card<'a>>,
    /// The article.
    pub article: Option<&'a str>,
    /// `establishes`, `regulates`, `framework`, `plan`.
    pub relation: Option<&'static str>,
    /// The words of the page.
    pub note: Option<&'a str>,
}

/// A plan or agreement with which a body works.
#[derive(Clone, Debug, Serialize)]
pub struct InstrumentView<'a> {
    /// The name.
    pub name: &'a str,
    /// What it covers: "Zona".
    pub scope: Option<Cow<'a, str>>,
    /// The act by which it is adopted.
    pub adopted_by: Option<&'a str>,
}

/// Somebody with whom a body deals.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedView<'a> {
    /// The organization or body; none for somebody who has no page here.
    pub to: Option<Card<'a>>,
    /// The name.
    pub name: Cow<'a, str>,
    /// How they deal with each other.
    pub relation: Option<TermView<'a>>,
}

/// Where a body works.
#[derive(Clone, Debug, Serialize)]
pub struct TerritoryView<'a> {
    /// The area.
    pub area: Option<Card<'a>>,
    /// The zones into which it divides.
    pub zones: Option<ZonesView<'a>>,
}

/// The zones of a territory.
#[derive(Clone, Debug, Serialize)]
pub struct ZonesView<'a> {
    /// What kind of zones.
    pub kind: TermView<'a>,
    /// How many.
    pub count: Option<u32>,
    /// The organizations that lead them.
    pub lead: Vec<Card<'a>>,
}

/// The meetings of a body.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingsView<'a> {
    /// Those to come, the next first.
    pub upcoming: Vec<Card<'a>>,
    /// Those that were held, the latest first.
    pub past: Vec<Card<'a>>,
}

impl<'a> Lens<'a> {
    /// The view of a body.
    pub fn body(&self, link: Link<Body>) -> BodyView<'a> {
        let body = self.graph.get(link);
        let words = self.words(link);
        let mut parts = body
            .parts()
            .map(|(part, written)| self.part(body, words, part, written));
        let own = parts
            .next()
            .unwrap_or_else(|| PartView::empty(&body.node.title));
        let mut view = BodyView {
            kind: self.term(VocabularyKind::Body, body.written.kind.as_str()),
            authority: body
                .links
                .authority
                .map(|it| self.card(AnyLink::Organization(it))),
            parent: body.links.parent.map(|it| self.card(AnyLink::Body(it))),
            own,
            tables: parts.collect(),
            parts: self.mentioning(How::Parent),
            members: self.named(&body.links.members, AnyLink::Organization),
            territory: self.territory(body),
            meetings: self.meetings_of(),
            organigram: None,
            anchors: self.anchors(),
        };
        view.organigram = self.organigram(link, &view);
        view
    }

    fn part(
        &self,
        body: &'a Entity<Body>,
        words: Option<&'a Translation>,
        part: &'a Part,
        written: Written<'a>,
    ) -> PartView<'a> {
        let table_words = words.and_then(|words| {
            words
                .tables
                .iter()
                .find(|it| Some(it.id.as_str()) == written.id)
        });
        let table = part.table.and_then(|table| body.written.tables.get(table));
        let valid = match part.table {
            Some(_) => table.and_then(|table| table.valid.as_ref()),
            None => body.written.valid.as_ref(),
        };
        let activities = |kind| self.activities(words, part, written, kind).collect();
        let (title, title_lang) = match (table, part.table) {
            (Some(table), Some(_)) => self.said(
                table_words.and_then(|it| it.title.as_ref()),
                Some(&table.title),
            ),
            _ => {
                let translated = words.and_then(|words| words.title.as_ref());
                let translated = translated.map(|it| it.as_str());
                self.said(translated, Some(&*body.node.title))
            }
        };
        let (summary, summary_lang) = self.said(
            table_words.and_then(|it| it.summary.as_ref()),
            table.and_then(|table| table.summary.as_ref()),
        );
        PartView {
            id: written.id,
            title: title.unwrap_or_default(),
            title_lang,
            summary,
            summary_lang,
            activities: activities(ActivityKind::Activity),
            aims: activities(ActivityKind::Aim),
            legal_basis: self.legal_basis(part, written),
            instruments: written
                .instruments
                .iter()
                .map(|it| self.instrument(it))
                .collect(),
            related: self.related(part, written),
            seats: self.seats(body, words, part, written),
            contacts: self.contacts(written.contacts),
            topics: self.named(&part.topics, AnyLink::Topic),
            valid: self.period(valid.map(|valid| valid.period()).unwrap_or_default()),
            history: written
                .changes
                .iter()
                .zip(&part.into)
                .map(|(change, into)| self.change(change, into.map(|into| self.part_card(into))))
                .collect(),
        }
    }

    fn activities(
        &self,
        words: Option<&'a Translation>,
        part: &'a Part,
        written: Written<'a>,
        kind: ActivityKind,
    ) -> impl Iterator<Item = ActivityView<'a>> {
        let activities = written.activities.iter().zip(&part.activity_topics);
        let of_kind =
            activities.filter(move |(it, _)| it.kind.unwrap_or(ActivityKind::Activity) == kind);
        of_kind.map(move |(activity, topics)| {
            let (text, lang) = self.activity_text(words, written.id, activity);
            ActivityView {
                id: activity.id.as_str(),
                text,
                lang,
                topics: self.named(topics, AnyLink::Topic),
            }
        })
    }

    fn legal_basis(&self, part: &Part, written: Written<'a>) -> Vec<LegalBasisView<'a>> {
        let bases = written
            .legal_basis
            .iter()
            .zip(&part.acts)
            .map(|(basis, act)| LegalBasisView {
                act: act.map(|act| self.card(AnyLink::Document(act))),
                article: basis.article.as_ref().map(|it| it.as_str()),
                relation: basis.relation.map(|relation| relation.as_str()),
                note: basis.note.as_ref().map(|it| it.as_str()),
            });
        bases.collect()
    }

    fn instrument(&self, instrument: &'a Instrument) -> InstrumentView<'a> {
        let scope = instrument
            .scope
            .as_ref()
            .map(|scope| self.label(VocabularyKind::Area, scope.as_str()));
        InstrumentView {
            name: instrument.name.as_str(),
            scope,
            adopted_by: instrument.adopted_by.as_ref().map(|it| it.as_str()),
        }
    }

    fn related(&self, part: &Part, written: Written<'a>) -> Vec<RelatedView<'a>> {
        let related = written
            .related
            .iter()
            .zip(&part.related)
            .map(|(related, to)| {
                let to = to.map(|to| match to {
                    RelatedTo::Organization(link) => self.card(AnyLink::Organization(link)),
                    RelatedTo::Body(part) => self.part_card(part),
                });
                let name = related.name.as_ref().map(|it| Cow::from(it.as_str()));
                RelatedView {
                    name: name
                        .or_else(|| to.as_ref().map(|to| to.title.clone()))
                        .unwrap_or_default(),
                    to,
                    relation: related
                        .relation
                        .as_ref()
                        .map(|it| self.term(VocabularyKind::Relation, it.as_str())),
                }
            });
        related.collect()
    }

    fn territory(&self, body: &'a Entity<Body>) -> Option<TerritoryView<'a>> {
        let written = body.written.territory.as_ref()?;
        let zones = written.zones.as_ref().map(|zones| ZonesView {
            kind: self.term(VocabularyKind::Area, zones.kind.as_str()),
            count: zones.count,
            lead: self.named(&body.links.zone_leads, AnyLink::Organization),
        });
        Some(TerritoryView {
            area: body.links.area.map(|it| self.card(AnyLink::Area(it))),
            zones,
        })
    }

    fn meetings_of(&self) -> MeetingsView<'a> {
        let all = self.meetings(How::Meets).into_iter();
        let is_past =
            |it: &Link<Meeting>| self.graph.get(*it).written.start.date() < self.site.as_of;
        let (past, mut upcoming): (Vec<_>, Vec<_>) = all.partition(is_past);
        upcoming.reverse();
        MeetingsView {
            upcoming: self.named(&upcoming, AnyLink::Meeting),
            past: self.named(&past, AnyLink::Meeting),
        }
    }
}

impl<'a> Lens<'a> {
    /// The words of an activity in the page's language, or in the site's; then with that language.
    pub(super) fn activity_text(
        &self,
        words: Option<&'a Translation>,
        table: Option<&str>,
        activity: &'a Activity,
    ) -> (&'a str, Option<&'a str>) {
        let lists = words.map(|words| match table {
            Some(table) => {
                let table = words.tables.iter().find(|it| it.id.as_str() == table);
                table.map_or(&[] as &[_], |table| &table.activities)
            }
            None => &words.activities,
        });
        let translated = lists.into_iter().flatten().find(|it| it.id == activity.id);
        let (text, lang) = self.said(translated.map(|it| &it.text), Some(&activity.text));
        (text.unwrap_or_default(), lang)
    }
}

impl<'a> PartView<'a> {
    fn empty(title: &'a str) -> PartView<'a> {
        PartView {
            id: None,
            title,
            title_lang: None,
            summary: None,
            summary_lang: None,
            activities: Vec::new(),
            aims: Vec::new(),
            legal_basis: Vec::new(),
            instruments: Vec::new(),
            related: Vec::new(),
            seats: Vec::new(),
            contacts: Vec::new(),
            topics: Vec::new(),
            valid: None,
            history: Vec::new(),
        }
    }
}

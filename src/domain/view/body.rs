//! The page of a body.

use serde::Serialize;

use super::common::{Anchors, Card, ChangeView, ContactView, PeriodView, TermView};
use super::lens::Lens;
use super::seat::SeatView;
use crate::domain::graph::{AnyLink, Entity, How, Link, Part, RelatedTo, Written};
use crate::domain::model::{Activity, ActivityKind, Body, Meeting, Translation};
use crate::domain::picture::organigram::Organigram;
use crate::domain::settings::VocabularyKind;

/// `body`: a body in which authorities coordinate.
#[derive(Clone, Debug, Serialize)]
pub struct BodyView {
    /// What kind of body.
    pub kind: TermView,
    /// The organization that runs it.
    pub authority: Option<Card>,
    /// The body that it is a part of.
    pub parent: Option<Card>,
    /// The body itself.
    pub own: PartView,
    /// Its tables, in the order of the source.
    pub tables: Vec<PartView>,
    /// Bodies that are a part of it and have pages of their own.
    pub parts: Vec<Card>,
    /// The organizations that take part in it, in the order of the source.
    pub members: Vec<Card>,
    /// Where it works.
    pub territory: Option<TerritoryView>,
    /// When it meets.
    pub meetings: MeetingsView,
    /// Body, tables, parts and seats as a picture, where there is more than one thing to show.
    pub organigram: Option<Organigram>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// A body without its tables, or one of its tables.
#[derive(Clone, Debug, Serialize)]
pub struct PartView {
    /// The id of a table, which is its anchor; none for the body itself.
    pub id: Option<String>,
    /// The title.
    pub title: String,
    /// The language of the title, where it is not the page's.
    pub title_lang: Option<String>,
    /// What a table does, in a sentence or two.
    pub summary: Option<String>,
    /// The language of the summary, where it is not the page's.
    pub summary_lang: Option<String>,
    /// What it does.
    pub activities: Vec<ActivityView>,
    /// What it aims at.
    pub aims: Vec<ActivityView>,
    /// What it rests on.
    pub legal_basis: Vec<LegalBasisView>,
    /// With what it works.
    pub instruments: Vec<InstrumentView>,
    /// With whom it deals.
    pub related: Vec<RelatedView>,
    /// Who sits in it.
    pub seats: Vec<SeatView>,
    /// Whom to call.
    pub contacts: Vec<ContactView>,
    /// The topics of a table; those of the body itself are in `page.topics`.
    pub topics: Vec<Card>,
    /// From when to when it exists.
    pub valid: Option<PeriodView>,
    /// What became of it.
    pub history: Vec<ChangeView>,
}

/// Something that a body does or aims at.
#[derive(Clone, Debug, Serialize)]
pub struct ActivityView {
    /// The id.
    pub id: String,
    /// What it is, whole.
    pub text: String,
    /// The language of the text, where it is not the page's.
    pub lang: Option<String>,
    /// Its topics.
    pub topics: Vec<Card>,
}

/// What a body rests on.
#[derive(Clone, Debug, Serialize)]
pub struct LegalBasisView {
    /// The act; none when it is not known.
    pub act: Option<Card>,
    /// The article.
    pub article: Option<String>,
    /// `establishes`, `regulates`, `framework`, `plan`.
    pub relation: Option<&'static str>,
    /// The words of the page.
    pub note: Option<String>,
}

/// A plan or agreement with which a body works.
#[derive(Clone, Debug, Serialize)]
pub struct InstrumentView {
    /// The name.
    pub name: String,
    /// What it covers: "Zona".
    pub scope: Option<String>,
    /// The act by which it is adopted.
    pub adopted_by: Option<String>,
}

/// Somebody with whom a body deals.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedView {
    /// The organization or body; none for somebody who has no page here.
    pub to: Option<Card>,
    /// The name.
    pub name: String,
    /// How they deal with each other.
    pub relation: Option<TermView>,
}

/// Where a body works.
#[derive(Clone, Debug, Serialize)]
pub struct TerritoryView {
    /// The area.
    pub area: Option<Card>,
    /// The zones into which it divides.
    pub zones: Option<ZonesView>,
}

/// The zones of a territory.
#[derive(Clone, Debug, Serialize)]
pub struct ZonesView {
    /// What kind of zones.
    pub kind: TermView,
    /// How many.
    pub count: Option<u32>,
    /// The organizations that lead them.
    pub lead: Vec<Card>,
}

/// The meetings of a body.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingsView {
    /// Those to come, the next first.
    pub upcoming: Vec<Card>,
    /// Those that were held, the latest first.
    pub past: Vec<Card>,
}

impl Lens<'_> {
    /// The view of a body.
    pub fn body(&self, link: Link<Body>) -> BodyView {
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
            members: body
                .links
                .members
                .iter()
                .map(|it| self.card(AnyLink::Organization(*it)))
                .collect(),
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
        body: &Entity<Body>,
        words: Option<&Translation>,
        part: &Part,
        written: Written<'_>,
    ) -> PartView {
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
        let activities = self.activities(words, part, written);
        let (aims, activities): (Vec<_>, Vec<_>) = activities
            .into_iter()
            .partition(|(kind, _)| *kind == ActivityKind::Aim);
        let only = |list: Vec<(ActivityKind, ActivityView)>| {
            list.into_iter().map(|(_, view)| view).collect()
        };
        let (title, title_lang) = match (table, part.table) {
            (Some(table), Some(_)) => self.said(
                table_words.and_then(|it| it.title.as_ref()),
                Some(&table.title),
            ),
            _ => {
                let translated = words.and_then(|words| words.title.as_ref());
                let own = Some(body.node.title.to_string());
                self.said(translated.map(ToString::to_string).as_ref(), own.as_ref())
            }
        };
        let (summary, summary_lang) = self.said(
            table_words.and_then(|it| it.summary.as_ref()),
            table.and_then(|table| table.summary.as_ref()),
        );
        PartView {
            id: written.id.map(str::to_owned),
            title: title.unwrap_or_default(),
            title_lang,
            summary,
            summary_lang,
            activities: only(activities),
            aims: only(aims),
            legal_basis: self.legal_basis(part, written),
            instruments: written
                .instruments
                .iter()
                .map(|it| self.instrument(it))
                .collect(),
            related: self.related(part, written),
            seats: self.seats(body, words, part, written),
            contacts: self.contacts(written.contacts),
            topics: part
                .topics
                .iter()
                .map(|topic| self.card(AnyLink::Topic(*topic)))
                .collect(),
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
        words: Option<&Translation>,
        part: &Part,
        written: Written<'_>,
    ) -> Vec<(ActivityKind, ActivityView)> {
        let activities =
            written
                .activities
                .iter()
                .zip(&part.activity_topics)
                .map(|(activity, topics)| {
                    let (text, lang) = self.activity_text(words, written.id, activity);
                    let view = ActivityView {
                        id: activity.id.to_string(),
                        text,
                        lang,
                        topics: topics
                            .iter()
                            .map(|topic| self.card(AnyLink::Topic(*topic)))
                            .collect(),
                    };
                    (activity.kind.unwrap_or(ActivityKind::Activity), view)
                });
        activities.collect()
    }

    fn legal_basis(&self, part: &Part, written: Written<'_>) -> Vec<LegalBasisView> {
        let bases = written
            .legal_basis
            .iter()
            .zip(&part.acts)
            .map(|(basis, act)| LegalBasisView {
                act: act.map(|act| self.card(AnyLink::Document(act))),
                article: basis.article.as_ref().map(ToString::to_string),
                relation: basis.relation.map(|relation| relation.as_str()),
                note: basis.note.as_ref().map(ToString::to_string),
            });
        bases.collect()
    }

    fn instrument(&self, instrument: &crate::domain::model::Instrument) -> InstrumentView {
        let scope = instrument
            .scope
            .as_ref()
            .map(|scope| self.term(VocabularyKind::Area, scope.as_str()).label);
        InstrumentView {
            name: instrument.name.to_string(),
            scope,
            adopted_by: instrument.adopted_by.as_ref().map(ToString::to_string),
        }
    }

    fn related(&self, part: &Part, written: Written<'_>) -> Vec<RelatedView> {
        let related = written
            .related
            .iter()
            .zip(&part.related)
            .map(|(related, to)| {
                let to = to.map(|to| match to {
                    RelatedTo::Organization(link) => self.card(AnyLink::Organization(link)),
                    RelatedTo::Body(part) => self.part_card(part),
                });
                let name = related.name.as_ref().map(ToString::to_string);
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

    fn territory(&self, body: &Entity<Body>) -> Option<TerritoryView> {
        let written = body.written.territory.as_ref()?;
        let zones = written.zones.as_ref().map(|zones| ZonesView {
            kind: self.term(VocabularyKind::Area, zones.kind.as_str()),
            count: zones.count,
            lead: body
                .links
                .zone_leads
                .iter()
                .map(|it| self.card(AnyLink::Organization(*it)))
                .collect(),
        });
        Some(TerritoryView {
            area: body.links.area.map(|it| self.card(AnyLink::Area(it))),
            zones,
        })
    }

    fn meetings_of(&self) -> MeetingsView {
        let all = self.meetings(How::Meets).into_iter();
        let is_past =
            |it: &Link<Meeting>| self.graph.get(*it).written.start.date() < self.site.as_of;
        let (past, mut upcoming): (Vec<_>, Vec<_>) = all.partition(is_past);
        upcoming.reverse();
        MeetingsView {
            upcoming: self.meeting_cards(&upcoming),
            past: self.meeting_cards(&past),
        }
    }
}

impl Lens<'_> {
    /// The words of an activity in the page's language, or in the site's; then with that language.
    pub(super) fn activity_text(
        &self,
        words: Option<&Translation>,
        table: Option<&str>,
        activity: &Activity,
    ) -> (String, Option<String>) {
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

impl PartView {
    fn empty(title: &str) -> PartView {
        PartView {
            id: None,
            title: title.to_owned(),
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

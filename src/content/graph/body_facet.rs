//! Facets of a body that other pages show: the title of a table, a seat, an activity, legal bases, affiliations, who runs it.
//!
//! A page that shows one of them is not made again because another has changed.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::body::{BodyLinks, SeatLinks};
use super::entity::{Entity, Linked};
use super::holder_source::HolderSource;
use super::link::Link;
use super::reader::Reader;
use crate::base::date::{Date, Period};
use crate::base::language::Language;
use crate::content::model::translation::{ActivityWords, SeatWords};
use crate::content::model::{
    Activity, Body, Change, Document, LegalBasis, Organization, Role, Table, Translation,
    first_stop,
};

/// A facet of a body. A table of `None` stands for the body itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyFacet {
    /// The title of a table.
    Table(usize),
    /// A seat.
    Seat(Option<usize>, usize),
    /// An activity.
    Activity(Option<usize>, usize),
    /// The legal bases.
    LegalBases(Option<usize>),
    /// The parent, and the organizations that are members or have seats.
    Affiliations,
    /// The organization that runs it.
    Authority,
}

/// What others show of a table.
#[derive(Clone, Copy)]
pub struct TableFacet<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title in the language of the site.
    pub title: &'a str,
    /// Its summary in the language of the site.
    pub summary: Option<&'a str>,
    /// When it exists.
    pub existence: Period,
    translations: Translations<'a>,
}

/// What others show of a seat.
#[derive(Clone, Copy)]
pub struct SeatFacet<'a> {
    /// The seat.
    pub seat: &'a SeatLinks,
    /// The table in which it is.
    pub table: Option<TableFacet<'a>>,
    /// What became of the table, and of the body.
    changes: [&'a [Change<Body>]; 2],
    translations: Translations<'a>,
}

/// What others show of an activity.
#[derive(Clone, Copy)]
pub struct ActivityFacet<'a> {
    /// The activity.
    pub activity: &'a Activity,
    table: Option<&'a str>,
    translations: Translations<'a>,
}

/// The legal bases of a body or table.
#[derive(Clone, Copy, PartialEq)]
pub struct LegalBasisFacet<'a> {
    written: &'a [LegalBasis],
    acts: &'a [Option<Link<Document>>],
}

/// The parent of a body, and the organizations that are members or have seats.
#[derive(Clone, Copy)]
pub struct AffiliationsFacet<'a>(&'a BodyLinks);

/// How an organization takes part in a body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Affiliation {
    /// The organization.
    pub organization: Link<Organization>,
    /// What it sits as. `None` if it is a member, and that is all that is said.
    pub role: Option<Role>,
    /// Whether it votes, if that is known.
    pub voting: Option<bool>,
    /// When it does, for one for which somebody sits.
    pub period: Period,
}

/// The translations of a body.
type Translations<'a> = &'a BTreeMap<Language, Arc<Translation>>;

/// Something in each translation that has it.
fn each<'a, T>(
    translations: Translations<'a>,
    of: impl Fn(&'a Translation) -> Option<T>,
) -> impl Iterator<Item = (&'a Language, T)> {
    let translations = translations.iter();
    translations.filter_map(move |(language, it)| Some((language, of(it)?)))
}

impl PartialEq for TableFacet<'_> {
    /// Compares only titles and summaries in the translations.
    fn eq(&self, other: &Self) -> bool {
        let own = |it: &Self| (it.id, it.title, it.summary, it.existence);
        own(self) == own(other) && self.all_words().eq(other.all_words())
    }
}

impl<'a> TableFacet<'a> {
    pub(super) fn of(body: &'a Entity<Body>, index: usize) -> Option<TableFacet<'a>> {
        let table: &Table = body.written.tables.get(index)?;
        Some(TableFacet {
            id: table.id.as_str(),
            title: table.title.as_str(),
            summary: table.summary.as_deref(),
            existence: body.links.part(Some(index))?.existence.days,
            translations: &body.node.translations,
        })
    }

    /// Its translated title.
    pub fn title_in(self, language: &Language) -> Option<&'a str> {
        self.translations
            .get(language)?
            .table(self.id)?
            .title
            .as_deref()
    }

    /// Its translated summary.
    pub fn summary_in(self, language: &Language) -> Option<&'a str> {
        self.translations
            .get(language)?
            .table(self.id)?
            .summary
            .as_deref()
    }

    fn all_words(self) -> impl Iterator<Item = (&'a Language, (Option<&'a str>, Option<&'a str>))> {
        each(self.translations, move |it| {
            let words = it.table(self.id)?;
            Some((words.title.as_deref(), words.summary.as_deref()))
        })
    }
}

impl PartialEq for SeatFacet<'_> {
    /// Compares only the words of the seat in the translations.
    fn eq(&self, other: &Self) -> bool {
        let own = |it: &Self| (it.seat, it.table, it.changes);
        own(self) == own(other) && self.all_words().eq(other.all_words())
    }
}

impl<'a> SeatFacet<'a> {
    pub(super) fn of(
        body: &'a Entity<Body>,
        table: Option<usize>,
        seat: usize,
    ) -> Option<SeatFacet<'a>> {
        Some(SeatFacet {
            seat: body.links.part(table)?.seats.get(seat)?,
            table: table.and_then(|table| TableFacet::of(body, table)),
            changes: [body.written.part(table)?.changes, &body.written.changes],
            translations: &body.node.translations,
        })
    }

    /// The change that had stopped its table or body by a day, such as a lapse. `None` if both go on.
    pub fn stopped_on(self, day: Date) -> Option<&'a Change<Body>> {
        first_stop(self.changes, day)
    }

    /// Its words in a translation.
    pub fn words_in(self, language: &Language) -> Option<&'a SeatWords> {
        self.own_words(self.translations.get(language)?)
    }

    fn own_words(self, translation: &'a Translation) -> Option<&'a SeatWords> {
        translation.seat(self.table.map(|it| it.id), &self.seat.written.id)
    }

    fn all_words(self) -> impl Iterator<Item = (&'a Language, &'a SeatWords)> {
        each(self.translations, move |it| self.own_words(it))
    }
}

impl PartialEq for ActivityFacet<'_> {
    /// Compares only the words of the activity in the translations.
    fn eq(&self, other: &Self) -> bool {
        self.activity == other.activity && self.all_words().eq(other.all_words())
    }
}

impl<'a> ActivityFacet<'a> {
    pub(super) fn of(
        body: &'a Entity<Body>,
        table: Option<usize>,
        activity: usize,
    ) -> Option<ActivityFacet<'a>> {
        let written = body.written.part(table)?;
        Some(ActivityFacet {
            activity: written.activities.get(activity)?,
            table: written.id,
            translations: &body.node.translations,
        })
    }

    /// Its words in a translation.
    pub fn words_in(self, language: &Language) -> Option<&'a ActivityWords> {
        self.own_words(self.translations.get(language)?)
    }

    fn own_words(self, translation: &'a Translation) -> Option<&'a ActivityWords> {
        translation.activity(self.table, &self.activity.id)
    }

    fn all_words(self) -> impl Iterator<Item = (&'a Language, &'a ActivityWords)> {
        each(self.translations, move |it| self.own_words(it))
    }
}

impl<'a> LegalBasisFacet<'a> {
    pub(super) fn of(body: &'a Entity<Body>, table: Option<usize>) -> Option<LegalBasisFacet<'a>> {
        Some(LegalBasisFacet {
            written: body.written.part(table)?.legal_basis,
            acts: &body.links.part(table)?.acts,
        })
    }

    /// The legal bases, each with its act if there is an entity for it.
    pub fn each(self) -> impl Iterator<Item = (&'a LegalBasis, Option<Link<Document>>)> {
        self.written.iter().zip(self.acts.iter().copied())
    }
}

impl PartialEq for AffiliationsFacet<'_> {
    fn eq(&self, other: &Self) -> bool {
        let held = |it: Self| {
            let held = it.held_by_right();
            held.map(|seat| {
                let written = &seat.written;
                let is_for_organizations = !seat.one_for.is_empty();
                let role = (seat.held_by, written.role, written.voting);
                (role, seat.life, is_for_organizations)
            })
        };
        self.parent() == other.parent()
            && self.each().eq(other.each())
            && held(*self).eq(held(*other))
    }
}

impl<'a> AffiliationsFacet<'a> {
    pub(super) fn of(body: &'a Entity<Body>) -> AffiliationsFacet<'a> {
        AffiliationsFacet(&body.links)
    }

    /// The body that it is a part of.
    pub fn parent(self) -> Option<Link<Body>> {
        self.0.parent
    }

    /// The organizations that are members, then those that have seats in the body or its tables.
    pub fn each(self) -> impl Iterator<Item = Affiliation> + use<'a> {
        let members = self.0.members.iter().map(|member| Affiliation {
            organization: *member,
            role: None,
            voting: None,
            period: Period::default(),
        });
        members.chain(
            self.seats()
                .flat_map(move |seat| self.through(HolderSource::own(seat), true)),
        )
    }

    /// The organizations that have a seat of the body because they have one elsewhere, whose holders hold this one by right:
    /// those that sit themselves, and all where there is a place for each of several.
    pub fn by_right(self, graph: Reader<'a>) -> impl Iterator<Item = Affiliation> + use<'a> {
        self.held_by_right().flat_map(move |seat| {
            let sources = seat.holder_sources(graph).into_iter();
            let there = sources.filter_map(move |source| {
                let (at, _) = source.elsewhere?;
                let is_for_organizations = !seat.one_for.is_empty();
                let there = graph.affiliations(at.part.body);
                Some(there.through(source, is_for_organizations))
            });
            there.flatten().map(|it| Affiliation {
                role: Some(seat.written.role.unwrap_or(Role::Member)),
                voting: seat.written.voting,
                ..it
            })
        })
    }

    fn seats(self) -> impl Iterator<Item = &'a SeatLinks> + use<'a> {
        self.0.parts.iter().flat_map(|part| &part.seats)
    }

    fn held_by_right(self) -> impl Iterator<Item = &'a SeatLinks> + use<'a> {
        self.seats().filter(|it| it.held_by.is_some())
    }

    /// The organizations that have a seat of this body: those for whose holders it is, unless only some holders count, and
    /// those for whom they sit. Without `persons`, only those that sit themselves.
    fn through(
        self,
        source: HolderSource<'a>,
        persons: bool,
    ) -> impl Iterator<Item = Affiliation> + use<'a> {
        let seat = source.seat;
        let pool = seat.pool_of_each(&self.0.members).iter().chain(&seat.from);
        let pool = pool.filter(move |_| persons && source.includes_all());
        let pool = pool.filter_map(move |it| Some((*it, source.life()?)));
        let holders = source.each_holder().map(|(_, holder)| holder);
        let holders = holders.filter(move |(holder, _)| persons || holder.is_organization());
        let holders = holders.filter_map(|(_, it)| Some((it.on_behalf_of?, it.days())));
        let written = &seat.written;
        pool.chain(holders)
            .map(|(organization, period)| Affiliation {
                organization,
                role: Some(written.role.unwrap_or(Role::Member)),
                voting: written.voting,
                period,
            })
    }
}

/// The facets that differ between two versions of an entity. There are none unless it is a body.
pub(super) fn changed_facets<T: Linked>(before: &Entity<T>, now: &Entity<T>) -> Vec<BodyFacet> {
    let (before, now): (&dyn Any, &dyn Any) = (before, now);
    let Some((before, now)) = before.downcast_ref().zip(now.downcast_ref()) else {
        return Vec::new();
    };
    let facets = all(before).chain(all(now));
    facets.filter(|facet| facet.differs(before, now)).collect()
}

pub(super) fn all(body: &Entity<Body>) -> impl Iterator<Item = BodyFacet> {
    let of_parts = body.parts().flat_map(|(part, written)| {
        let table = part.table;
        let seats = (0..part.seats.len()).map(move |index| BodyFacet::Seat(table, index));
        let activities =
            (0..written.activities.len()).map(move |index| BodyFacet::Activity(table, index));
        let whole = table
            .map(BodyFacet::Table)
            .into_iter()
            .chain([BodyFacet::LegalBases(table)]);
        whole.chain(seats).chain(activities)
    });
    of_parts.chain([BodyFacet::Affiliations, BodyFacet::Authority])
}

impl BodyFacet {
    fn differs(self, before: &Entity<Body>, now: &Entity<Body>) -> bool {
        match self {
            BodyFacet::Table(table) => TableFacet::of(before, table) != TableFacet::of(now, table),
            BodyFacet::Seat(table, index) => {
                SeatFacet::of(before, table, index) != SeatFacet::of(now, table, index)
            }
            BodyFacet::Activity(table, index) => {
                ActivityFacet::of(before, table, index) != ActivityFacet::of(now, table, index)
            }
            BodyFacet::LegalBases(table) => {
                LegalBasisFacet::of(before, table) != LegalBasisFacet::of(now, table)
            }
            BodyFacet::Authority => before.links.authority != now.links.authority,
            BodyFacet::Affiliations => AffiliationsFacet::of(before) != AffiliationsFacet::of(now),
        }
    }
}

//! The seats of a body or table.

use std::borrow::Cow;

use serde::Serialize;

use super::context::Marked;
use super::holder::NumberedHolder;
use super::part_source::PartSource;
use super::{Card, HolderView, PageContext};
use crate::content::graph::{EachOf, Places, SeatLinks, Tense};
use crate::content::model::translation::SeatWords;
use crate::content::model::{Basis, CountSource, Each, Role};
use crate::content::settings::VocabularyKind;
use crate::notation::scalar::Text;

/// One or more equal places in a body or table.
#[derive(Clone, Debug, Serialize)]
pub struct SeatView<'a> {
    /// The id, unique in its body or table: `presidente`.
    pub id: &'a str,
    /// What its holders do: `chair`, `vice_chair`, `member`, `secretary`, `technical_coordinator`,
    /// `consultant` or `observer`.
    pub role: &'static str,
    /// How one comes to hold it: `ex_officio`, `delegate`, `representative`, `elected`, `appointed` or
    /// `expert`.
    pub basis: &'static str,
    /// The office whose holder holds the seat: "Presidente della Provincia". `none` if none was typed.
    pub office: Option<&'a str>,
    /// The language of the office: `it`. `none` if it is the page's.
    pub office_lang: Option<&'a str>,
    /// The organizations from which the holders come, in the order of the source.
    pub from: Vec<Card<'a>>,
    /// What there is one place for each of. `none` if the number of places does not depend on anything.
    pub each: Option<EachView<'a>>,
    /// The number of places.
    pub places: PlacesView,
    /// Where that number comes from: `stated`, `implied` or `unknown`.
    pub count_source: &'static str,
    /// Whether it votes. `none` if it is not known.
    pub voting: Option<bool>,
    /// How long a mandate lasts, in months: `60`. `none` if it is not known.
    pub term_months: Option<u32>,
    /// The offices from which a delegate may be chosen, in the order of the source: "assessore".
    pub eligible: Vec<&'a str>,
    /// The language of those offices: `it`. `none` if it is the page's.
    pub eligible_lang: Option<&'a str>,
    /// On whose behalf its holders speak: "i Comuni della zona". `none` if nothing was typed.
    pub represents: Option<&'a str>,
    /// The language of `represents`: `it`. `none` if it is the page's.
    pub represents_lang: Option<&'a str>,
    /// The office of the seat whose holder chooses, or the id of that seat if it is not held by virtue of an
    /// office. `none` if no seat chooses.
    pub delegated_by: Option<&'a str>,
    /// The language of that office: `it`. `none` if it is the page's.
    pub delegated_by_lang: Option<&'a str>,
    /// A note, or the words of the act. `none` if there is none.
    pub note: Option<&'a str>,
    /// The language of the note: `it`. `none` if it is the page's.
    pub note_lang: Option<&'a str>,
    /// Those who hold it on the site's day (`site.as_of`), in the order of the source.
    pub holders: Vec<HolderView<'a>>,
    /// Those who held it before, in the order of the source.
    pub former: Vec<HolderView<'a>>,
    /// Those who will hold it, in the order of the source.
    pub future: Vec<HolderView<'a>>,
    /// The number of places that are known to be vacant, because somebody has said so: `1`.
    pub vacant: u32,
    /// The number of places, of those that there are at least, of which nobody has said who sits there: `3`.
    pub unnamed: u32,
}

/// What there is one place for each of.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EachView<'a> {
    /// The kind: `zones` of the territory, `members` of the body, a `list` of organizations, or a `text`.
    pub kind: &'static str,
    /// The organizations, in the order of the source. Empty for `zones` and `text`.
    pub items: Vec<Card<'a>>,
    /// The name of the zones, for `zones`; the text as typed, for `text`. `none` for `members` and `list`, and for
    /// zones that are not described.
    pub text: Option<Cow<'a, str>>,
    /// The language of the text: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
    /// How many of them there are: `24`. `none` if it is not known.
    pub size: Option<u32>,
}

/// A number of places.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct PlacesView {
    /// The least number: `1`.
    pub min: u32,
    /// The greatest number: `3`. `none` if it is open or not known.
    pub max: Option<u32>,
    /// Whether both are the same.
    pub exact: bool,
}

impl From<Places> for PlacesView {
    fn from(places: Places) -> PlacesView {
        PlacesView {
            min: places.min,
            max: places.max,
            exact: places.max == Some(places.min),
        }
    }
}

impl<'a> SeatView<'a> {
    /// The views of all seats of a part.
    pub(super) fn all(page: &PageContext<'a>, source: PartSource<'a>) -> Vec<SeatView<'a>> {
        let seats = source.part.seats.iter();
        seats
            .map(|seat| SeatView::new(page, source, seat))
            .collect()
    }

    fn new(page: &PageContext<'a>, source: PartSource<'a>, seat: &'a SeatLinks) -> SeatView<'a> {
        let written = &*seat.written;
        let words = source.translation;
        let words = words.and_then(|it| it.seat(source.written.id, &written.id));
        let translated = |of: fn(&SeatWords) -> &Option<Text>, own: &'a Option<Text>| {
            page.translated(words.and_then(|it| of(it).as_deref()), own.as_deref())
        };
        let (office, office_lang) = translated(|it| &it.office, &written.office);
        let (represents, represents_lang) = translated(|it| &it.represents, &written.represents);
        let (note, note_lang) = translated(|it| &it.note, &written.note);
        let (eligible, eligible_lang) = eligible(page, words, &written.eligible);
        let (delegated_by, delegated_by_lang) = delegated_by(page, source, seat);
        let tenses = seat.tenses(page.site.as_of);
        let holders = |tense| {
            let holders = holders(seat, &tenses, tense);
            holders.map(|holder| HolderView::new(page, seat, holder))
        };
        let occupancy = seat.occupancy(page.site.as_of);
        SeatView {
            id: &written.id,
            role: written.role.unwrap_or(Role::Member).as_str(),
            basis: written.basis.as_str(),
            office,
            office_lang,
            from: page.cards(&seat.from),
            each: seat
                .each
                .as_ref()
                .map(|each| EachView::new(page, source, (each, words), seat)),
            places: seat.places.into(),
            count_source: written.count_source.unwrap_or(CountSource::Stated).as_str(),
            voting: written.voting,
            term_months: written.term_months,
            eligible,
            eligible_lang,
            represents,
            represents_lang,
            delegated_by,
            delegated_by_lang,
            note,
            note_lang,
            holders: holders(Tense::Now).collect(),
            former: holders(Tense::Past).collect(),
            future: holders(Tense::Future).collect(),
            vacant: occupancy.vacant,
            unnamed: occupancy.unnamed,
        }
    }
}

/// The holders whose mandates are past, present or future. Entries that say that the seat is vacant are no holders.
pub(super) fn holders<'a>(
    seat: &'a SeatLinks,
    tenses: &[Tense],
    tense: Tense,
) -> impl Iterator<Item = NumberedHolder<'a>> {
    let holders = seat.each_holder().enumerate().zip(tenses);
    let of_tense = holders.filter(move |(_, its)| **its == tense);
    of_tense.filter_map(|(holder, _)| (!holder.1.0.is_vacant()).then_some(holder))
}

fn eligible<'a>(
    page: &PageContext<'a>,
    words: Option<&'a SeatWords>,
    own: &'a [Text],
) -> Marked<'a, Vec<&'a str>> {
    let translated = words.map(|words| &*words.eligible);
    let translated = translated.filter(|list| !list.is_empty());
    let list = translated.unwrap_or(own).iter();
    let lang = page.source_lang().filter(|_| translated.is_none());
    (list.map(|office| office.as_str()).collect(), lang)
}

fn delegated_by<'a>(
    page: &PageContext<'a>,
    source: PartSource<'a>,
    seat: &'a SeatLinks,
) -> Marked<'a, Option<&'a str>> {
    let delegating = seat.delegated_by.and_then(|(part, number)| {
        let part = source.body.links.parts.get(part)?;
        Some((part, part.seats.get(number)?))
    });
    let Some((part, seat)) = delegating else {
        return (None, None);
    };
    let written = &seat.written;
    let office = written.office.as_deref();
    let Some(office) = office.filter(|_| written.basis == Basis::ExOfficio) else {
        return (Some(&written.id), None);
    };
    let table = part.table;
    let table = table.and_then(|table| source.body.written.tables.get(table));
    let table = table.map(|table| table.id.as_str());
    let words = source
        .translation
        .and_then(|it| it.seat(table, &written.id));
    page.translated(words.and_then(|it| it.office.as_deref()), Some(office))
}

impl<'a> EachView<'a> {
    fn new(
        page: &PageContext<'a>,
        source: PartSource<'a>,
        (each, words): (&'a EachOf, Option<&'a SeatWords>),
        seat: &'a SeatLinks,
    ) -> EachView<'a> {
        let of_organizations = |kind, list: &[_]| EachView {
            kind,
            items: page.cards(list),
            size: u32::try_from(list.len()).ok(),
            ..EachView::default()
        };
        match each {
            EachOf::Members => of_organizations("members", &source.body.links.members),
            EachOf::List(list) => of_organizations("list", list),
            EachOf::Zones(count) => {
                let territory = source.body.written.territory.as_ref();
                let zones = territory.and_then(|territory| territory.zones.as_ref());
                EachView {
                    kind: "zones",
                    text: zones.map(|zones| page.label(VocabularyKind::Area, &zones.kind)),
                    size: *count,
                    ..EachView::default()
                }
            }
            EachOf::Text => {
                let own = match &seat.written.each {
                    Some(Each::Text(text)) => Some(&**text),
                    _ => None,
                };
                let translation = words.and_then(|words| words.each.as_deref());
                let (text, lang) = page.translated(translation, own);
                EachView {
                    kind: "text",
                    text: text.map(Cow::from),
                    lang,
                    ..EachView::default()
                }
            }
        }
    }
}

//! The seats of a body or table.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::composition::{self, GUESTS};
use super::context::Marked;
use super::holder::{HeldSeat, NumberedHolder, with_deputies};
use super::part_source::PartSource;
use super::{Card, EachView, HolderView, PageContext, PartyView, PeriodView, SeatRefView};
use crate::content::graph::{BodyPart, HolderSource, PartyLink, Places, SeatAt, SeatLinks, Tense};
use crate::content::model::translation::SeatWords;
use crate::content::model::{CountSource, Each, Party, Role, Seat};
use crate::notation::scalar::Text;

/// The most organizations that are named because nobody is named for them.
const MAX_UNNAMED: u32 = 5;

/// One or more equal places in a body or table.
#[derive(Clone, Debug, Default, JsonSchema, Serialize)]
pub struct SeatView<'a> {
    /// The id, unique in its body or table: `presidente`.
    pub id: &'a str,
    /// Its own title: "Il garante". `none` if it has none.
    pub title: Option<&'a str>,
    /// The language of the title: `it`. `none` if it is the page's.
    pub title_lang: Option<&'a str>,
    /// The heading over this and other seats, which have the same: "Rappresentanti dei Comuni". `none` if there is none.
    pub group: Option<&'a str>,
    /// The language of the heading: `it`. `none` if it is the page's.
    pub group_lang: Option<&'a str>,
    /// Whether it is the first seat of its group.
    pub starts_group: bool,
    /// Whether it is the first one outside a group, after a group.
    pub ends_group: bool,
    /// What its holders do: `chair`, `vice_chair`, `member`, `secretary`, `technical_coordinator`,
    /// `consultant`, `observer` or `guest`.
    pub role: &'static str,
    /// How one comes to hold it: `ex_officio`, `delegate`, `representative`, `elected`, `appointed` or
    /// `expert`.
    pub basis: &'static str,
    /// The office whose holder holds the seat: "Presidente della Provincia". `none` if none was typed.
    pub office: Option<&'a str>,
    /// The language of the office: `it`. `none` if it is the page's.
    pub office_lang: Option<&'a str>,
    /// The field in which its holders are experts: "diritto dell'immigrazione". `none` if none was typed.
    pub subject: Option<&'a str>,
    /// The language of the field: `it`. `none` if it is the page's.
    pub subject_lang: Option<&'a str>,
    /// The organizations from which the holders come, in the order of the source: while the seat exists, those that may exist on
    /// the day of the page.
    pub from: Vec<Card<'a>>,
    /// What there is one place for each of. `none` if the number of places does not depend on anything.
    pub each: Option<EachView<'a>>,
    /// The number of places.
    pub places: PlacesView,
    /// Where that number comes from: `stated`, `implied` or `unknown`.
    pub count_source: &'static str,
    /// Whether its places count among those of the body: not if those who take them hold another seat of it too (`among`, `held_by`),
    /// if they are guests, observers or consultants, or if the seat does not exist on the site's day (`site.as_of`).
    pub is_counted: bool,
    /// Whether nobody has said how many places there are: `places` says nothing then.
    pub is_unknown: bool,
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
    /// The seat whose holder chooses. `none` if no seat chooses.
    pub delegated_by: Option<SeatRefView<'a>>,
    /// Who appoints its holders. `none` if it is not known.
    pub appointed_by: Option<PartyView<'a>>,
    /// Who proposes its holders. `none` if it is not known.
    pub proposed_by: Option<PartyView<'a>>,
    /// Whether its holders may send somebody else: `yes`, `no`, or `permanent` for one person who always comes. `none` if
    /// it is not known.
    pub delegable: Option<&'static str>,
    /// How many substitutes it has. `none` if nothing was typed.
    pub substitutes: Option<SubstitutesView>,
    /// The seats whose holders take this role too, in the order of the source.
    pub among: Vec<SeatRefView<'a>>,
    /// The number of those who were elected to its role from the seats of `among`: `1`. They are told with those seats.
    pub held_among: u32,
    /// The seat whose holders hold this one by right. `none` if there is none.
    pub held_by: Option<SeatRefView<'a>>,
    /// The period in which the seat exists. `none` if neither end is known.
    pub valid: Option<PeriodView<'a>>,
    /// A note of the editor. `none` if there is none.
    pub note: Option<&'a str>,
    /// The language of the note: `it`. `none` if it is the page's.
    pub note_lang: Option<&'a str>,
    /// What the source says, word for word or translated. `none` if nothing was typed.
    pub as_written: Option<&'a str>,
    /// The language of `as_written`: `it`. `none` if it is the page's.
    pub as_written_lang: Option<&'a str>,
    /// Those who hold it on the site's day (`site.as_of`), in the order of the source. Who stands in for one of them is
    /// among the `deputies` of that holder.
    pub holders: Vec<HolderView<'a>>,
    /// Those who held it before, in the order of the source. Empty on the page of a past composition.
    pub former: Vec<HolderView<'a>>,
    /// Those who will hold it, in the order of the source. Empty on the page of a past composition.
    pub future: Vec<HolderView<'a>>,
    /// When it exists, seen from the site's day (`site.as_of`): `now`, `future` or `past`. It does not if its body or
    /// table does not.
    pub tense: &'static str,
    /// The number of places that are known to be vacant, because somebody has said so: `1`.
    pub vacant: u32,
    /// Those of them of which more is said: since when, or for whom the place is. They have no name.
    pub vacancies: Vec<HolderView<'a>>,
    /// Whether anybody can hold it on the day of the page: not if it is held by right of a seat that there is not then.
    pub can_be_held: bool,
    /// The number of places, of those that there are at least, of which nobody has said who sits there: `3`. `0` if those who
    /// take them hold another seat of the body too (`among`, `held_by`) and none of them is named.
    pub unnamed: u32,
    /// The organizations for which those would sit, if there is a place for each of several and few are left. Empty if that
    /// is not known.
    pub unnamed_for: Vec<Card<'a>>,
    /// Whether it takes several rows of a table, because somebody holds one of several places, or because several sit
    /// on it.
    pub is_block: bool,
    /// Whether it is the first of those that belong together in a table: a seat that takes several rows, or all between
    /// two such seats.
    pub opens_block: bool,
    /// Whether it is the last of those.
    pub closes_block: bool,
}

/// How many substitutes a seat has. Exactly one of the two is given.
#[derive(Clone, Copy, Debug, JsonSchema, Serialize)]
pub struct SubstitutesView {
    /// The number of substitutes in all: `2`. `none` if there is one for each place.
    pub count: Option<u32>,
    /// Whether there is one substitute for each place.
    pub each: bool,
}

/// A number of places.
#[derive(Clone, Copy, Debug, Default, JsonSchema, Serialize)]
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
    /// Whether it exists on the day of the page.
    pub(super) fn exists(&self) -> bool {
        self.tense == Tense::Now.as_str()
    }

    /// Whether anything is said of another time than the day of the page: who sat, who will, or that it is still to come.
    pub(super) fn has_other_times(&self) -> bool {
        let is_future = self.tense == Tense::Future.as_str();
        is_future || !self.former.is_empty() || !self.future.is_empty()
    }

    /// The views of all seats of a part.
    pub(super) fn all(page: &PageContext<'a>, source: PartSource<'a>) -> Vec<SeatView<'a>> {
        let mut group = None;
        let views = source.part.seats.iter().map(|seat| {
            let mut view = SeatView::new(page, source, seat);
            if view.exists() {
                view.starts_group = view.group.is_some() && view.group != group;
                view.ends_group = view.group.is_none() && group.is_some();
                group = view.group;
            }
            view
        });
        let mut views: Vec<SeatView<'a>> = views.collect();
        let mut shown: Vec<_> = views.iter_mut().filter(|view| view.exists()).collect();
        composition::mark_blocks(&mut shown);
        views
    }

    fn new(page: &PageContext<'a>, source: PartSource<'a>, seat: &'a SeatLinks) -> SeatView<'a> {
        let written = &*seat.written;
        let words = source.translation;
        let words = words.and_then(|it| it.seat(source.written.id, &written.id));
        let translated = |of: fn(&SeatWords) -> &Option<Text>, own: &'a Option<Text>| {
            page.translated(words.and_then(|it| of(it).as_deref()), own.as_deref())
        };
        let (title, title_lang) = translated(|it| &it.title, &written.title);
        let (group, group_lang) = translated(|it| &it.group, &written.group);
        let (subject, subject_lang) = translated(|it| &it.subject, &written.subject);
        let (as_written, as_written_lang) = translated(|it| &it.as_written, &written.as_written);
        let (office, office_lang) = translated(|it| &it.office, &written.office);
        let (represents, represents_lang) = translated(|it| &it.represents, &written.represents);
        let (note, note_lang) = translated(|it| &it.note, &written.note);
        let (eligible, eligible_lang) = eligible(page, words, &written.eligible);
        let occupants = SeatView::occupants(page, source, (seat, words));
        let places = occupants.places;
        let source_of_count = written.count_source.unwrap_or(CountSource::Stated);
        let is_open = places.max != Some(0) && (places.min < 2 || places.max.is_none());
        let exists = Tense::of(seat.life.days, page.as_of) == Tense::Now;
        let around = source.at();
        let party = |written: &'a Option<Party>, link: Option<PartyLink>| {
            let written = written.as_ref()?;
            Some(PartyView::new(
                page,
                written,
                link,
                around,
                source.translation,
            ))
        };
        let delegated_by = seat.delegated_by.and_then(|(part, seat)| {
            let table = source.body.links.parts.get(part)?.table;
            let part = BodyPart { table, ..around };
            SeatRefView::new(page, SeatAt { part, seat }, around)
        });
        let names = seat.among.iter().chain(&seat.held_by);
        let mut names = names.map(|at| SeatRefView::new(page, *at, around));
        SeatView {
            id: &written.id,
            title,
            title_lang,
            group,
            group_lang,
            role: written.role.unwrap_or(Role::Member).as_str(),
            basis: written.basis.as_str(),
            office,
            office_lang,
            subject,
            subject_lang,
            from: match exists {
                true => page.existing_cards(&seat.from).collect(),
                false => page.cards(&seat.from),
            },
            each: seat
                .each
                .as_ref()
                .map(|each| EachView::new(page, source, (each, words), seat, places.min)),
            count_source: source_of_count.as_str(),
            is_unknown: is_open && is_number_unknown(written),
            voting: written.voting,
            term_months: written.term_months,
            eligible,
            eligible_lang,
            represents,
            represents_lang,
            delegated_by,
            appointed_by: party(&written.appointed_by, seat.appointed_by),
            proposed_by: party(&written.proposed_by, seat.proposed_by),
            delegable: written.delegable.map(|it| it.as_str()),
            substitutes: written.substitutes.as_ref().map(|it| SubstitutesView {
                count: it.count,
                each: it.each == Some(true),
            }),
            among: names.by_ref().take(seat.among.len()).flatten().collect(),
            held_by: names.next().flatten(),
            valid: page.validity(written.valid.as_ref()),
            note,
            note_lang,
            as_written,
            as_written_lang,
            ..occupants
        }
    }

    /// Only who sits on it, and what is open of it.
    fn occupants(
        page: &PageContext<'a>,
        source: PartSource<'a>,
        (seat, words): (&'a SeatLinks, Option<&'a SeatWords>),
    ) -> SeatView<'a> {
        let sources = seat.holder_sources(page.graph);
        let is_there =
            |it: &HolderSource<'_>| it.life().is_some_and(|it| it.may_contain(page.as_of));
        let can_be_held = sources.iter().any(is_there);
        let sources = sources.into_iter();
        let held = sources.map(|it| HeldSeat::new(page, (seat, it), words));
        let held: Vec<_> = held.collect();
        let entries = held.iter().flat_map(|held| {
            let entries = held.entries(page);
            entries.map(move |(tense, holder)| Entry {
                held,
                tense,
                holder,
            })
        });
        let entries: Vec<Entry<'_, 'a>> = entries.collect();
        let tense = Tense::of(seat.life.days, page.as_of);
        let exists = tense == Tense::Now;
        let holders = |tense| {
            let holders = entries.iter().filter(|it| it.is_holder(tense));
            holders.map(|it| it.view(page)).collect::<Vec<_>>()
        };
        let others = |tense| match page.is_past_composition() {
            true => Vec::new(),
            false => holders(tense),
        };
        let sitting = with_deputies(holders(Tense::Now));
        let tenses = entries.iter().map(|it| (it.holder.1.0, it.tense));
        let occupancy = seat.occupancy_by(tenses, page.as_of);
        let held_among = seat.held_among(page.graph, |it| {
            HeldSeat::new(page, (it.seat, it), None).tenses(page)
        });
        let held_among = u32::try_from(held_among.len()).unwrap_or(u32::MAX);
        let is_other_role = is_other_role(source, seat);
        let is_counted = exists && !is_other_role && is_member(seat);
        // Of a role that nobody is named for, who has it may be any of the members.
        let is_told = !is_other_role || occupancy.known() + held_among > 0;
        let unnamed = match exists && is_told && can_be_held {
            true => occupancy.unnamed.saturating_sub(held_among),
            false => 0,
        };
        let vacant = occupancy.vacant;
        let vacancies = entries.iter().filter(|it| it.is_told_vacancy());
        let vacancies: Vec<HolderView<'_>> = vacancies.map(|it| it.view(page)).collect();
        let described = u32::try_from(vacancies.len()).unwrap_or(u32::MAX);
        let is_open_row = vacant.saturating_sub(described) + unnamed > 0;
        let open_rows = vacancies.len() + usize::from(is_open_row);
        SeatView {
            is_counted,
            is_block: sitting.len() + open_rows > 1,
            tense: tense.as_str(),
            holders: sitting,
            former: others(Tense::Past),
            future: others(Tense::Future),
            held_among,
            vacant,
            vacancies,
            can_be_held,
            places: seat.places_on(page.as_of, occupancy.known()).into(),
            unnamed,
            unnamed_for: unnamed_for(page, source, seat, &entries, unnamed),
            ..SeatView::default()
        }
    }
}

/// The organizations for which nobody is named, of a seat with a place for each, where it is said for whom all others sit.
fn unnamed_for<'a>(
    page: &PageContext<'a>,
    source: PartSource<'a>,
    seat: &'a SeatLinks,
    entries: &[Entry<'_, 'a>],
    unnamed: u32,
) -> Vec<Card<'a>> {
    if unnamed == 0 || unnamed > MAX_UNNAMED {
        return Vec::new();
    }
    let here = entries.iter().filter(|it| it.tense == Tense::Now);
    let here = here.filter(|it| !it.holder.1.0.is_substitute());
    let told: Option<HashSet<_>> = here.map(|it| it.holder.1.1.on_behalf_of).collect();
    let Some(mut told) = told.filter(|it| !it.is_empty()) else {
        return Vec::new();
    };
    let left = seat
        .pool_of_each(&source.body.links.members)
        .iter()
        .copied();
    let left: Vec<_> = left
        .filter(|it| told.insert(*it) && page.exists(*it))
        .collect();
    match left.len() == unnamed as usize {
        true => page.cards(&left),
        false => Vec::new(),
    }
}

/// An entry among the holders of a seat.
struct Entry<'h, 'a> {
    held: &'h HeldSeat<'a>,
    tense: Tense,
    holder: NumberedHolder<'a>,
}

impl<'a> Entry<'_, 'a> {
    /// Whether somebody sits in this tense. Entries that say that the seat is vacant are no holders.
    fn is_holder(&self, tense: Tense) -> bool {
        self.tense == tense && !self.holder.1.0.is_vacant()
    }

    /// Whether it says that a place is vacant now, and since when, for whom or why.
    fn is_told_vacancy(&self) -> bool {
        let written = self.holder.1.0;
        let says_when = written.from.is_some() || written.note.is_some();
        let is_vacancy = self.tense == Tense::Now && written.is_vacant();
        is_vacancy && (says_when || written.on_behalf_of.is_some())
    }

    fn view(&self, page: &PageContext<'a>) -> HolderView<'a> {
        HolderView::new(page, self.held, self.holder)
    }
}

/// Whether nobody has said how many places there are: of one for each of those whom a text names, too.
fn is_number_unknown(seat: &Seat) -> bool {
    let is_open = seat.count.is_none() && matches!(seat.each, Some(Each::Text(_)));
    is_open || seat.count_source == Some(CountSource::Unknown)
}

/// Whether it is another role of those who have places already. Who is chosen among the members of the part, or is one of them
/// by right, has a place; who is chosen among those of the body for one of its tables has another one there.
fn is_other_role(source: PartSource<'_>, seat: &SeatLinks) -> bool {
    let here = source.at();
    let is_among = !seat.written.among.is_empty() && seat.among.iter().all(|it| it.part == here);
    is_among || seat.held_by.is_some_and(|it| it.part == here)
}

/// Whether who sits on it is one of those who make up the body, and no guest.
fn is_member(seat: &SeatLinks) -> bool {
    seat.written.role.is_none_or(|role| !GUESTS.contains(&role))
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

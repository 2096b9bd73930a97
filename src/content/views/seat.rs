//! The seats of a body or table.

use schemars::JsonSchema;
use serde::Serialize;

use super::composition;
use super::context::Marked;
use super::part_source::PartSource;
use super::{Card, EachView, HolderView, PageContext, PartyView, PeriodView, SeatRefView};
use crate::content::graph::{BodyPart, PartyLink, Places, SeatAt, SeatLinks, Tense};
use crate::content::model::translation::SeatWords;
use crate::content::model::{CountSource, Each, Party, Role, Seat};
use crate::notation::scalar::Text;

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
}

/// Whether nobody has said how many places there are: of one for each of those whom a text names, too.
fn is_number_unknown(seat: &Seat) -> bool {
    let is_open = seat.count.is_none() && matches!(seat.each, Some(Each::Text(_)));
    is_open || seat.count_source == Some(CountSource::Unknown)
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

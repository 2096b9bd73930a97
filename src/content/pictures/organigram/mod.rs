//! The organigram of a body: the body, its tables and its parts in one column, and the seats of each.

mod layout;

use std::borrow::Cow;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;

use super::{BASELINE, LINE_HEIGHT, Label, LabelBox, Line, WIDTH};
use layout::{GAP, INDENT, Layout};

/// The number of seats of a body or table that are shown, and of tables, and of parts.
pub const MAX_SHOWN: usize = 30;

/// The distance from the middle of one sign to that of the next.
pub const SIGN_DISTANCE: u32 = 14;

/// The x coordinate of the vertical line from a body to its tables and parts.
const TRUNK_X: u32 = 8;

/// The distance from the upper edge of a box to the line that leads to it.
const BRANCH_Y: u32 = 16;

/// The states of places, in the order of the legend.
const SIGN_STATES: [&str; 5] = ["held", "unnamed", "vacant", "possible", "unknown"];

/// The content of an organigram.
#[derive(Clone, Debug, Default)]
pub struct Chart<'a> {
    /// The body that the body is a part of.
    pub parent: Option<Label<'a>>,
    /// The body itself, then its tables.
    pub groups: Vec<ChartGroup<'a>>,
    /// The bodies that are a part of it.
    pub parts: Vec<Label<'a>>,
}

/// A body or table.
#[derive(Clone, Debug, Default)]
pub struct ChartGroup<'a> {
    /// Its label.
    pub label: Label<'a>,
    /// Its seats.
    pub seats: Vec<ChartSeat<'a>>,
}

/// A seat: one or more equal places.
#[derive(Clone, Debug, Default)]
pub struct ChartSeat<'a> {
    /// The office. `None` if the theme has a word for it.
    pub office: Option<Cow<'a, str>>,
    /// The role: `chair`, `member` …
    pub role: &'static str,
    /// The basis: `ex_officio`, `delegate` …
    pub basis: &'static str,
    /// The least number of places.
    pub min: u32,
    /// The greatest number of places. `None` if it is open.
    pub max: Option<u32>,
    /// Whether the number of places is not known.
    pub unknown: bool,
    /// The number of places with a named holder.
    pub held: u32,
    /// The number of places that are known to be vacant.
    pub vacant: u32,
    /// What there is one place for each of: `members` or `zones`. `None` for other seats.
    pub each: Option<&'static str>,
    /// The one organization, or the words, from which its holders come.
    pub origin: Option<Label<'a>>,
    /// The seat whose holder chooses: the index of its group, and its index there.
    pub delegated_by: Option<(usize, usize)>,
}

/// An organigram, laid out.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Organigram<'a> {
    /// The width: `320`.
    pub width: u32,
    /// The height: `204`.
    pub height: u32,
    /// The body that the body is a part of. `none` if it stands alone.
    pub parent: Option<LabelBox<'a>>,
    /// The body itself, then its tables.
    pub cards: Vec<GroupBox<'a>>,
    /// The bodies that are a part of it.
    pub parts: Vec<LabelBox<'a>>,
    /// The number of tables and parts for which there is no room: `0`.
    pub more: usize,
    /// The y coordinate of the baseline of a line that says so.
    pub more_y: u32,
    /// The lines from a body to its tables and parts, as the data of a path: `M8 65V95M8 95H18`.
    pub branches: String,
    /// The arrows from seats whose holders choose to those whose holders are chosen, as the data of a path. `none` if
    /// there are none.
    pub arrows: Option<String>,
    /// Whether anything in it has a link.
    pub links: bool,
    /// The states of places that are shown, in the order of the legend: `held`, `unnamed`, `vacant`,
    /// `possible`, `unknown`.
    pub signs: Vec<&'static str>,
    /// The number of seats of the body and its tables: `3`.
    pub seats: usize,
    /// The number of tables: `1`.
    pub tables: usize,
}

/// A body or table with its seats.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct GroupBox<'a> {
    /// The box of its label. The seats are below it.
    pub head: LabelBox<'a>,
    /// The height of the box with the seats: `109`.
    pub height: u32,
    /// The seats.
    pub rows: Vec<SeatRow<'a>>,
    /// The number of seats for which there is no room: `0`.
    pub more: usize,
    /// The y coordinate of the baseline of a line that says so.
    pub more_y: u32,
}

/// A seat of a body or table.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct SeatRow<'a> {
    /// As in [`SeatView`](crate::content::views::SeatView).
    pub role: &'static str,
    /// As in [`SeatView`](crate::content::views::SeatView).
    pub basis: &'static str,
    /// The x coordinate where its texts begin: `36`.
    pub x: u32,
    /// The upper edge: `33`.
    pub top: u32,
    /// The y coordinate of the baseline of the first line: `54`.
    pub y: u32,
    /// The office, in lines. Empty if the theme has a word for role and basis.
    pub lines: Vec<Line>,
    /// The whole office, if the lines do not have room for it. `none` if they do.
    pub whole: Option<String>,
    /// Whether the seat may have more than one place.
    pub many: bool,
    /// The number of places: "7", "1–3", "2+" or "?". `none` for exactly one place, which is shown by a sign.
    pub figure: Option<String>,
    /// What there is one place for each of: `members` or `zones`. `none` for other seats.
    pub each: Option<&'static str>,
    /// The organization or the words from which the holders come. `none` if there are none or several.
    pub origin: Option<Line>,
    /// The link of `origin`: `../enti/cisa-24/index.html`. `none` if it has no link.
    pub origin_href: Option<String>,
    /// The language of `origin`: `it`. `none` if it is the page's.
    pub origin_lang: Option<&'a str>,
    /// The y coordinate of the baseline of the line below the office.
    pub detail_y: u32,
    /// The signs of the places, by state. Empty if there are too many or none.
    pub signs: Vec<SignRun>,
}

/// Equal signs, one for each place: dots on a path, [`SIGN_DISTANCE`] units from one to the next.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct SignRun {
    /// The state of the places: `held`, `unnamed`, `vacant` or `possible`.
    pub state: &'static str,
    /// The data of a path through the middles of the signs: `M59 190h14.1`.
    pub d: String,
    /// The number of signs: `2`.
    pub count: u32,
}

/// Lays out an organigram. Returns `None` if it would show no more than a list of seats: a body without tables and
/// parts, where no seat is filled from another.
pub fn lay_out(chart: Chart<'_>) -> Option<Organigram<'_>> {
    let (groups, parts) = (chart.groups.len(), chart.parts.len());
    let seats: usize = chart.groups.iter().map(|group| group.seats.len()).sum();
    let mut all_seats = chart.groups.iter().flat_map(|group| &group.seats);
    if groups < 2 && parts == 0 && all_seats.all(|seat| seat.delegated_by.is_none()) {
        return None;
    }
    let mut layout = Layout::new(&chart);
    let parent = chart.parent.map(|label| layout.label(label, 1, 2));
    let shown = chart.groups.into_iter().take(MAX_SHOWN).enumerate();
    let cards = shown.map(|(index, group)| layout.group(group, index));
    let cards: Vec<GroupBox<'_>> = cards.collect();
    let shown = chart.parts.into_iter().take(MAX_SHOWN);
    let boxes = shown.map(|label| layout.label(label, INDENT, 3));
    let boxes: Vec<LabelBox<'_>> = boxes.collect();
    let more = groups.saturating_sub(MAX_SHOWN) + parts.saturating_sub(MAX_SHOWN);
    let more_y = layout.y + BASELINE;
    if more > 0 {
        layout.y += LINE_HEIGHT + GAP;
    }
    let signs = SIGN_STATES.into_iter();
    let signs = signs.filter(|state| layout.sign_states.contains(state));
    Some(Organigram {
        width: WIDTH,
        height: layout.y - GAP + 1,
        branches: branches(parent.as_ref(), &cards, &boxes),
        arrows: layout.arrows(),
        links: parent.iter().chain(&boxes).any(|it| it.href.is_some())
            || cards.iter().any(GroupBox::has_links),
        signs: signs.collect(),
        seats,
        tables: groups.saturating_sub(1),
        parent,
        cards,
        parts: boxes,
        more,
        more_y,
    })
}

impl GroupBox<'_> {
    fn has_links(&self) -> bool {
        let mut rows = self.rows.iter();
        self.head.href.is_some() || rows.any(|row| row.origin_href.is_some())
    }
}

/// The lines from the parent down to the body, and from the body down to its tables and parts.
fn branches(
    parent: Option<&LabelBox<'_>>,
    cards: &[GroupBox<'_>],
    parts: &[LabelBox<'_>],
) -> String {
    let mut d = String::new();
    let Some((body, tables)) = cards.split_first() else {
        return d;
    };
    // Writing into a String cannot fail.
    if let Some(parent) = parent {
        let _ = write!(d, "M{TRUNK_X} {}V{}", parent.bottom(), body.head.y);
    }
    let tables = tables.iter().map(|card| &card.head);
    let below = tables.chain(parts).map(|it| it.y + BRANCH_Y);
    let below: Vec<u32> = below.collect();
    if let Some(last) = below.last() {
        let _ = write!(d, "M{TRUNK_X} {}V{last}", body.head.y + body.height);
    }
    for y in below {
        let _ = write!(d, "M{TRUNK_X} {y}H{INDENT}");
    }
    d
}

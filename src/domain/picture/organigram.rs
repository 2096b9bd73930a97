//! The organigram of a body: the body, its tables and parts one under the other, and the seats of each.

use std::fmt::Write as _;

use serde::Serialize;

use super::{LINE, Line, Name, Named, TEXT, WIDTH, lines, named, text};

/// How many seats of a body or table are shown, and how many tables and parts.
pub const MOST: usize = 30;

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    /// The body that it is a part of.
    pub parent: Option<Name>,
    /// The body itself, then its tables.
    pub groups: Vec<Group>,
    /// Bodies that are a part of it.
    pub parts: Vec<Name>,
}

/// A body or table.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// What it is called.
    pub name: Name,
    /// Who sits in it.
    pub seats: Vec<Seat>,
}

/// One or more equal places.
#[derive(Clone, Debug, Default)]
pub struct Seat {
    /// The office; without one the theme has a word.
    pub office: Option<String>,
    /// `chair`, `member` …
    pub role: &'static str,
    /// `ex_officio`, `delegate` …
    pub basis: &'static str,
    /// At least so many places.
    pub min: u32,
    /// At most; none when nobody has said.
    pub max: Option<u32>,
    /// That the number is not known.
    pub unknown: bool,
    /// In how many of them somebody sits who is named.
    pub held: u32,
    /// How many of them are known to be free.
    pub vacant: u32,
    /// What there is one place for each of: `members`, `zones`.
    pub each: Option<&'static str>,
    /// The one organization, or the words, from which its holders come.
    pub origin: Option<Name>,
    /// The seat that chooses: its group and its place there.
    pub delegated_by: Option<(usize, usize)>,
}

/// An organigram with places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Organigram {
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// The body that it is a part of.
    pub parent: Option<Named>,
    /// The body itself, then its tables.
    pub cards: Vec<Card>,
    /// Bodies that are a part of it.
    pub parts: Vec<Named>,
    /// How many tables and parts are left out.
    pub more: usize,
    /// Where to say so.
    pub more_y: u32,
    /// The lines from what is whole to its parts, as the data of a path.
    pub branches: String,
    /// The arrows from the seats that choose to those that are chosen, as the data of a path.
    pub arrows: Option<String>,
    /// Whether some of it leads somewhere.
    pub links: bool,
    /// What the signs in it are: `held`, `unnamed`, `vacant`, `possible`, `unknown`.
    pub signs: Vec<&'static str>,
    /// How many kinds of seats there are.
    pub seats: usize,
    /// How many tables.
    pub tables: usize,
}

/// A body or table with its seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// The box of the name; the seats are under it.
    pub head: Named,
    /// How high the box is with its seats.
    pub height: u32,
    /// The seats.
    pub rows: Vec<Row>,
    /// How many are left out.
    pub more: usize,
    /// Where to say so.
    pub more_y: u32,
}

/// One or more equal places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// As in [`Seat`].
    pub role: &'static str,
    /// As in [`Seat`].
    pub basis: &'static str,
    /// Where its texts begin.
    pub x: u32,
    /// Its upper edge.
    pub top: u32,
    /// The foot of the letters of its first line.
    pub y: u32,
    /// The office, in lines; without one, the theme has a word for role and basis.
    pub lines: Vec<Line>,
    /// The whole name, where the lines do not have room for it.
    pub whole: Option<String>,
    /// Whether it has more than one place, for the word.
    pub many: bool,
    /// How many places, in figures; nothing where a sign stands for the only one.
    pub figure: Option<String>,
    /// `members`, `zones`, for the theme's words.
    pub each: Option<&'static str>,
    /// From where its holders come.
    pub origin: Option<Line>,
    /// Where that leads.
    pub origin_href: Option<String>,
    /// Its language, where it is not the page's.
    pub origin_lang: Option<String>,
    /// The foot of the letters of the line under the name.
    pub detail_y: u32,
    /// A sign for each place.
    pub signs: Vec<Signs>,
}

/// Equal signs in a row: dots on the data of a path, [`STEP`] units from one to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signs {
    /// `held`, `unnamed`, `vacant`, `possible`.
    pub state: &'static str,
    /// The data of a path through their middles.
    pub d: String,
    /// How many.
    pub count: u32,
}

/// What signs there are, in the order of the legend.
const SIGNS: [&str; 5] = ["held", "unnamed", "vacant", "possible", "unknown"];

/// From the middle of one sign to the next.
pub const STEP: u32 = 14;

const GAP: u32 = 14;
const INDENT: u32 = 18;
const PAD: u32 = 9;
const TRUNK: u32 = 8;
const LANE: u32 = 7;
const LANES: usize = 3;
/// More rows of signs than this are a number and no picture.
const SIGN_ROWS: u32 = 3;

/// Lays out an organigram; none where the name of the body would stand alone or with one thing.
pub fn lay_out(chart: Chart) -> Option<Organigram> {
    let count: usize = chart.groups.iter().map(|group| group.seats.len() + 1).sum();
    if count + chart.parts.len() + usize::from(chart.parent.is_some()) < 3 {
        return None;
    }
    let mut column = Column::new(&chart);
    let parent = chart.parent.map(|name| {
        let top = named(name, (1, column.y), column.right - 1, (TEXT, 2));
        column.y += top.height + GAP;
        top
    });
    let above = parent.as_ref().map(|it| it.y + it.height);
    let mut more = chart.groups.len().saturating_sub(MOST);
    let tables = chart.groups.len().saturating_sub(1);
    let groups = chart.groups.into_iter().take(MOST).enumerate();
    let cards: Vec<Card> = groups
        .map(|(number, group)| column.card(group, number))
        .collect();
    more += chart.parts.len().saturating_sub(MOST);
    let parts = chart.parts.into_iter().take(MOST).map(|name| {
        let at = (INDENT, column.y);
        let part = named(name, at, column.right - INDENT, (TEXT, 3));
        column.y += part.height + GAP;
        part
    });
    let parts: Vec<Named> = parts.collect();
    let more_y = column.y + LINE - 4;
    if more > 0 {
        column.y += LINE + GAP;
    }
    let links = |it: &Named| it.href.is_some();
    let signs = SIGNS.iter().copied();
    let signs = signs.filter(|sign| column.signs.contains(sign));
    Some(Organigram {
        width: WIDTH,
        height: column.y - GAP + 1,
        branches: branches(above, &cards, &parts),
        arrows: column.arrows(),
        links: parent.iter().chain(&parts).any(links)
            || cards.iter().any(|card| {
                links(&card.head) || card.rows.iter().any(|row| row.origin_href.is_some())
            }),
        signs: signs.collect(),
        seats: count - tables - 1,
        tables,
        parent,
        cards,
        parts,
        more,
        more_y,
    })
}

/// How far the layout has come.
struct Column {
    y: u32,
    right: u32,
    /// How wide the column of figures is.
    figures: u32,
    /// The heights at which the seats of each group are met by arrows.
    at: Vec<Vec<u32>>,
    /// Who chooses whom.
    chosen: Vec<((usize, usize), (usize, usize))>,
    signs: Vec<&'static str>,
}

impl Column {
    fn new(chart: &Chart) -> Column {
        let seats = || chart.groups.iter().flat_map(|group| &group.seats);
        let arrows = seats().any(|seat| seat.delegated_by.is_some());
        let widest = seats()
            .filter_map(figure)
            .map(|it| text::advance(&it))
            .max();
        let lanes = u32::try_from(LANES).unwrap_or(0) * LANE + 6;
        Column {
            y: 1,
            right: if arrows { WIDTH - lanes } else { WIDTH - 1 },
            figures: (widest.unwrap_or(0) * TEXT / 1000 + 12).max(26),
            at: Vec::new(),
            chosen: Vec::new(),
            signs: Vec::new(),
        }
    }

    fn card(&mut self, group: Group, number: usize) -> Card {
        let x = if number == 0 { 1 } else { INDENT };
        let top = self.y;
        let head = named(group.name, (x, top), self.right - x, (text::bold(TEXT), 3));
        self.y += head.height;
        self.at.push(Vec::new());
        let more = group.seats.len().saturating_sub(MOST);
        let seats = group.seats.into_iter().take(MOST).enumerate();
        let rows = seats
            .map(|(seat, it)| self.row(it, x, (number, seat)))
            .collect();
        let more_y = self.y + LINE;
        if more > 0 {
            self.y += LINE + 8;
        }
        let height = self.y - top;
        self.y += GAP;
        Card {
            head,
            height,
            rows,
            more,
            more_y,
        }
    }

    fn row(&mut self, seat: Seat, left: u32, number: (usize, usize)) -> Row {
        let top = self.y;
        let x = left + PAD + self.figures;
        let room = self.right - PAD - x;
        let figure = figure(&seat);
        let size = if seat.role == "chair" {
            text::bold(TEXT)
        } else {
            TEXT
        };
        let (lines, whole, mut bottom) = match &seat.office {
            Some(office) => lines(office, top + 7, (room, size), 3),
            None => (Vec::new(), None, top + 7 + LINE),
        };
        let detail_y = bottom + LINE - 4;
        let origin_href = seat.origin.as_ref().and_then(|name| name.href.clone());
        let origin = seat.origin.as_ref().and_then(|name| {
            let line = text::wrap(&name.text, room, TEXT, 1).lines.pop()?;
            Some(Line {
                y: detail_y,
                text: line,
            })
        });
        if origin.is_some() || seat.each.is_some() {
            bottom += LINE;
        }
        let only = figure.is_none();
        let at = if only {
            (left + PAD + 7, top + 16)
        } else {
            (x + 6, bottom + 8)
        };
        let (signs, rows) = self.signs(&seat, at, if only { STEP } else { room });
        bottom += if only { 0 } else { rows * STEP };
        if let Some(at) = self.at.last_mut() {
            at.push(top + 16);
        }
        self.chosen.extend(seat.delegated_by.map(|by| (by, number)));
        self.y = bottom + 7;
        Row {
            role: seat.role,
            basis: seat.basis,
            x,
            top,
            y: top + 7 + super::BASE,
            lines,
            whole,
            many: seat.max != Some(1),
            figure,
            each: seat.each,
            origin,
            origin_href,
            origin_lang: seat.origin.and_then(|name| name.lang),
            detail_y,
            signs,
        }
    }

    /// The signs of a seat, and how many rows they fill.
    fn signs(&mut self, seat: &Seat, (x, y): (u32, u32), room: u32) -> (Vec<Signs>, u32) {
        if seat.unknown {
            self.note("unknown");
            return (Vec::new(), 0);
        }
        let total = seat.max.unwrap_or(seat.min);
        let per_row = (room / STEP).max(1);
        if total > per_row * SIGN_ROWS || total == 0 {
            return (Vec::new(), 0);
        }
        let held = seat.held.min(total);
        let vacant = seat.vacant.min(total - held);
        let unnamed = seat
            .min
            .saturating_sub(held + vacant)
            .min(total - held - vacant);
        let runs = [
            ("held", held),
            ("unnamed", unnamed),
            ("vacant", vacant),
            ("possible", total - held - vacant - unnamed),
        ];
        let mut first = 0;
        let mut signs = Vec::new();
        for (state, count) in runs.into_iter().filter(|(_, count)| *count > 0) {
            self.note(state);
            let mut d = String::new();
            let mut from = first;
            first += count;
            while from < first {
                let end = first.min((from / per_row + 1) * per_row);
                let (x, y) = (x + from % per_row * STEP, y + from / per_row * STEP);
                // A path of no length has no caps in some browsers.
                let _ = write!(d, "M{x} {y}h{}.1", (end - from - 1) * STEP);
                from = end;
            }
            signs.push(Signs { state, d, count });
        }
        (signs, total.div_ceil(per_row))
    }

    fn note(&mut self, sign: &'static str) {
        if !self.signs.contains(&sign) {
            self.signs.push(sign);
        }
    }

    /// Arrows at the right edge: out of the seat that chooses, along, and into the one that is chosen.
    fn arrows(&self) -> Option<String> {
        let height = |(group, seat): (usize, usize)| self.at.get(group)?.get(seat).copied();
        let mut d = String::new();
        for (lane, (by, chosen)) in self.chosen.iter().enumerate() {
            let (Some(from), Some(to)) = (height(*by), height(*chosen)) else {
                continue;
            };
            let lane = u32::try_from(lane % LANES + 1).unwrap_or(1) * LANE + 2;
            let (right, out) = (self.right, self.right + lane);
            let _ = write!(d, "M{right} {from}H{out}V{to}H{right}m5-4l-5 4 5 4");
        }
        Some(d).filter(|d| !d.is_empty())
    }
}

/// How many places, in figures; nothing for exactly one.
fn figure(seat: &Seat) -> Option<String> {
    match (seat.unknown, seat.min, seat.max) {
        (true, ..) => Some("?".to_owned()),
        (_, 1, Some(1)) => None,
        (_, min, Some(max)) if min == max => Some(min.to_string()),
        (_, min, Some(max)) => Some(format!("{min}–{max}")),
        (_, min, None) => Some(format!("{min}+")),
    }
}

/// From the body down to its tables and parts, and from what it is a part of down to it.
fn branches(above: Option<u32>, cards: &[Card], parts: &[Named]) -> String {
    let mut d = String::new();
    let Some(body) = cards.first() else { return d };
    if let Some(above) = above {
        let _ = write!(d, "M{TRUNK} {above}V{}", body.head.y);
    }
    let bottom = body.head.y + body.height;
    let tables = cards.iter().skip(1).map(|card| &card.head);
    let below: Vec<u32> = tables.chain(parts).map(|it| it.y + 16).collect();
    if let Some(last) = below.last() {
        let _ = write!(d, "M{TRUNK} {bottom}V{last}");
    }
    for y in below {
        let _ = write!(d, "M{TRUNK} {y}H{INDENT}");
    }
    d
}

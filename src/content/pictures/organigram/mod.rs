//! The organigram of a body: the body, its tables and parts one under the other, and the seats of each.

mod column;

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Serialize;

use super::{LINE, Line, Name, Named, TEXT, WIDTH, named};
use column::{Column, GAP, INDENT, TRUNK};

/// How many seats of a body or table are shown, and how many tables and parts.
pub const MOST: usize = 30;

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Chart<'a> {
    /// The body that it is a part of.
    pub parent: Option<Name<'a>>,
    /// The body itself, then its tables.
    pub groups: Vec<Group<'a>>,
    /// Bodies that are a part of it.
    pub parts: Vec<Name<'a>>,
}

/// A body or table.
#[derive(Clone, Debug, Default)]
pub struct Group<'a> {
    /// What it is called.
    pub name: Name<'a>,
    /// Who sits in it.
    pub seats: Vec<Seat<'a>>,
}

/// One or more equal places.
#[derive(Clone, Debug, Default)]
pub struct Seat<'a> {
    /// The office; without one the theme has a word.
    pub office: Option<Cow<'a, str>>,
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
    pub origin: Option<Name<'a>>,
    /// The seat that chooses: its group and its place there.
    pub delegated_by: Option<(usize, usize)>,
}

/// An organigram with places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Organigram<'a> {
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// The body that it is a part of.
    pub parent: Option<Named<'a>>,
    /// The body itself, then its tables.
    pub cards: Vec<Card<'a>>,
    /// Bodies that are a part of it.
    pub parts: Vec<Named<'a>>,
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
pub struct Card<'a> {
    /// The box of the name; the seats are under it.
    pub head: Named<'a>,
    /// How high the box is with its seats.
    pub height: u32,
    /// The seats.
    pub rows: Vec<Row<'a>>,
    /// How many are left out.
    pub more: usize,
    /// Where to say so.
    pub more_y: u32,
}

/// One or more equal places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row<'a> {
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
    pub origin_lang: Option<&'a str>,
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

/// Lays out an organigram; none where the name of the body would stand alone or with one thing.
pub fn lay_out(chart: Chart<'_>) -> Option<Organigram<'_>> {
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
    let cards: Vec<Card<'_>> = groups
        .map(|(number, group)| column.card(group, number))
        .collect();
    more += chart.parts.len().saturating_sub(MOST);
    let parts = chart.parts.into_iter().take(MOST).map(|name| {
        let at = (INDENT, column.y);
        let part = named(name, at, column.right - INDENT, (TEXT, 3));
        column.y += part.height + GAP;
        part
    });
    let parts: Vec<Named<'_>> = parts.collect();
    let more_y = column.y + LINE - 4;
    if more > 0 {
        column.y += LINE + GAP;
    }
    let links = |it: &Named<'_>| it.href.is_some();
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

/// From the body down to its tables and parts, and from what it is a part of down to it.
fn branches(above: Option<u32>, cards: &[Card<'_>], parts: &[Named<'_>]) -> String {
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

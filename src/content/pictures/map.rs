//! The map of bodies and of the organizations that sit in them: two columns, and lines between.
//!
//! A site with more of them than a picture holds has a map of its sections instead.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Serialize;

use super::{LINE, Name, Named, TEXT, WIDTH, named};

/// How many bodies and organizations a map shows together, and how many sections.
pub const MOST: usize = 24;

/// A body on the map.
#[derive(Clone, Debug, Default)]
pub struct Body<'a> {
    /// What it is called.
    pub name: Name<'a>,
    /// The body that it is a part of; it comes before.
    pub parent: Option<usize>,
    /// Which organizations sit in it, by their number.
    pub seated: Vec<usize>,
}

/// A section on the map.
#[derive(Clone, Debug, Default)]
pub struct Section<'a> {
    /// What it is called.
    pub name: Name<'a>,
    /// How many bodies are in it.
    pub bodies: usize,
}

/// A map with places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Map<'a> {
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// The bodies.
    pub bodies: Vec<Named<'a>>,
    /// The organizations.
    pub organizations: Vec<Named<'a>>,
    /// The same in words: each body with the organizations that sit in it.
    pub words: Vec<Seated<'a>>,
    /// The sections, where there are too many bodies to show each.
    pub sections: Vec<Place<'a>>,
    /// How many sections are left out.
    pub more: usize,
    /// Where to say so.
    pub more_y: u32,
    /// The lines from bodies to organizations, as the data of a path.
    pub lines: String,
    /// The lines from bodies to their parts, as the data of a path.
    pub branches: String,
}

/// A body and the organizations that sit in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seated<'a> {
    /// The body.
    pub body: Word<'a>,
    /// The organizations.
    pub organizations: Vec<Word<'a>>,
}

/// A name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Word<'a> {
    /// The name.
    pub text: Cow<'a, str>,
    /// Its language, where it is not the page's.
    pub lang: Option<&'a str>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place<'a> {
    /// The box of its name, with a line left free under it.
    pub at: Named<'a>,
    /// The foot of the letters of that line.
    pub y: u32,
    /// How many bodies are in it.
    pub bodies: usize,
}

const BOX: u32 = 145;
const GAP: u32 = 10;
const STEP: u32 = 8;
/// So deep a part of a part is shown.
const DEEP: u32 = 3;

/// The map of bodies and organizations.
pub fn of_bodies<'a>(bodies: Vec<Body<'a>>, organizations: Vec<Name<'a>>) -> Map<'a> {
    let words = in_words(&bodies, &organizations);
    let right = WIDTH - 1 - BOX;
    let mut y = 1;
    let place = |name| {
        let it = named(name, (right, y), BOX, (TEXT, 4));
        y += it.height + GAP;
        it
    };
    let organizations: Vec<Named<'_>> = organizations.into_iter().map(place).collect();
    let (seated, names): (Vec<_>, Vec<_>) = bodies
        .into_iter()
        .map(|body| ((body.parent, body.seated), body.name))
        .unzip();
    let mut placed: Vec<Named<'_>> = Vec::new();
    let mut depths: Vec<u32> = Vec::new();
    let mut free = 1;
    for ((parent, seated), name) in seated.iter().zip(names) {
        let above = parent.and_then(|parent| depths.get(parent));
        let depth = above.map_or(0, |depth| (depth + 1).min(DEEP));
        let x = 1 + depth * STEP;
        let mut it = named(name, (x, free), BOX + 1 - x, (TEXT, 4));
        // Beside the middle of those that sit in it, and under the body before.
        let beside = seated.iter().filter_map(|it| organizations.get(*it));
        let middles: Vec<u32> = beside.map(middle).collect();
        if let Some(count) = u32::try_from(middles.len()).ok().filter(|it| *it > 0) {
            let wanted = (middles.iter().sum::<u32>() / count).saturating_sub(it.height / 2);
            let down = wanted.saturating_sub(free);
            it.y += down;
            it.lines.iter_mut().for_each(|line| line.y += down);
        }
        free = it.y + it.height + GAP;
        depths.push(depth);
        placed.push(it);
    }
    let mut lines = String::new();
    let mut branches = String::new();
    for ((parent, seated), body) in seated.iter().zip(&placed) {
        for organization in seated.iter().filter_map(|it| organizations.get(*it)) {
            let (from, to, half) = (BOX + 1, right, (BOX + 1).midpoint(right));
            let (y, z) = (middle(body), middle(organization));
            let _ = write!(lines, "M{from} {y}C{half} {y} {half} {z} {to} {z}");
        }
        if let Some(above) = parent.and_then(|parent| placed.get(parent)) {
            let (x, y) = (above.x + STEP / 2, above.y + above.height);
            let _ = write!(branches, "M{x} {y}V{}H{}", middle(body), body.x);
        }
    }
    Map {
        width: WIDTH,
        height: y.max(free) - GAP + 1,
        bodies: placed,
        organizations,
        words,
        lines,
        branches,
        ..Map::default()
    }
}

/// The map of sections.
pub fn of_sections<'a>(sections: Vec<Section<'a>>) -> Map<'a> {
    let more = sections.len().saturating_sub(MOST);
    let mut y = 1;
    let place = |section: Section<'a>| {
        let mut at = named(section.name, (1, y), WIDTH - 2, (TEXT, 2));
        let foot = at.y + at.height + LINE - 11;
        at.height += LINE;
        y += at.height + GAP;
        Place {
            at,
            y: foot,
            bodies: section.bodies,
        }
    };
    let sections: Vec<Place<'a>> = sections.into_iter().take(MOST).map(place).collect();
    let more_y = y + LINE - 4;
    if more > 0 {
        y += LINE + GAP;
    }
    Map {
        width: WIDTH,
        height: y - GAP + 1,
        sections,
        more,
        more_y,
        ..Map::default()
    }
}

fn in_words<'a>(bodies: &[Body<'a>], organizations: &[Name<'a>]) -> Vec<Seated<'a>> {
    let word = |name: &Name<'a>| Word {
        text: name.text.clone(),
        lang: name.lang,
    };
    let words = bodies.iter().map(|body| {
        let seated = body.seated.iter();
        let seated = seated.filter_map(|number| organizations.get(*number));
        Seated {
            body: word(&body.name),
            organizations: seated.map(word).collect(),
        }
    });
    words.collect()
}

fn middle(it: &Named<'_>) -> u32 {
    it.y + it.height / 2
}

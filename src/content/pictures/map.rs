//! The map of bodies and of the organizations that sit in them: two columns with lines between them.
//!
//! If a picture has no room for all of them, there is a map of the sections instead.

use std::borrow::Cow;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;

use super::{BASELINE, LINE_HEIGHT, Label, LabelBox, TextFormat, WIDTH};

/// The number of bodies and organizations that a map shows together, or of sections.
pub const MAX_BOXES: usize = 24;

/// The columns of bodies and organizations on a narrow screen.
pub const NARROW: Columns = Columns {
    width: WIDTH,
    boxes: 145,
};
/// Those on a wide one.
pub const WIDE: Columns = Columns {
    width: 1000,
    boxes: 380,
};

/// The distance between boxes.
const GAP: u32 = 10;
/// How far a part is indented under the body that it belongs to.
const INDENT: u32 = 8;
/// The number of levels that are indented. Deeper parts are at the last.
const MAX_DEPTH: u32 = 3;

/// How wide a map of bodies is, and the boxes in it.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    width: u32,
    boxes: u32,
}

impl Columns {
    /// The left edge of the organizations.
    fn right(self) -> u32 {
        self.width - 1 - self.boxes
    }
}

/// A body to be shown on a map.
#[derive(Clone, Debug, Default)]
pub struct MapBody<'a> {
    /// Its label.
    pub label: Label<'a>,
    /// The index of the body that it is a part of, which comes before it. `None` if it stands alone.
    pub parent: Option<usize>,
    /// The organizations that sit in it.
    pub seated: Vec<Seated>,
}

/// An organization that sits in a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seated {
    /// Its index.
    pub organization: usize,
    /// How it sits.
    pub standing: Standing,
}

/// How an organization sits in a body, if not as a member with a vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Standing {
    /// `guest`, `observer` or `consultant`, if it sits as nothing else. `none` otherwise.
    pub role: Option<&'static str>,
    /// Whether it is known to have no vote.
    pub no_vote: bool,
}

impl Standing {
    /// That of an organization with two seats.
    #[must_use]
    pub fn and(self, other: Standing) -> Standing {
        Standing {
            role: self.role.filter(|role| Some(*role) == other.role),
            no_vote: self.no_vote && other.no_vote,
        }
    }

    /// Whether it is that of a member who may have a vote.
    fn is_full(self) -> bool {
        self == Standing::default()
    }
}

/// A section to be shown on a map.
#[derive(Clone, Debug, Default)]
pub struct MapSection<'a> {
    /// Its label.
    pub label: Label<'a>,
    /// The number of bodies in it.
    pub bodies: usize,
}

/// A map, for screens of all widths and in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Map<'a> {
    /// The picture for a narrow screen.
    pub narrow: Drawing<'a>,
    /// The same for a wide one. `none` for a map of sections.
    pub wide: Option<Drawing<'a>>,
    /// The same in words: each body with the organizations that sit in it.
    pub words: Vec<BodyInWords<'a>>,
}

/// A map, laid out. It has either bodies and organizations, or sections.
#[derive(Clone, Debug, Default, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Drawing<'a> {
    /// The width: `320`.
    pub width: u32,
    /// The height: `118`.
    pub height: u32,
    /// The bodies.
    pub bodies: Vec<LabelBox<'a>>,
    /// The organizations.
    pub organizations: Vec<LabelBox<'a>>,
    /// The sections.
    pub sections: Vec<SectionBox<'a>>,
    /// The number of sections for which there is no room: `0`.
    pub more: usize,
    /// The y coordinate of the baseline of a line that says so.
    pub more_y: u32,
    /// The lines from bodies to organizations, as the data of a path: `M146 41C160 41 160 17 174 17`.
    pub lines: String,
    /// The lines to those that are guests, observers or consultants there, or have no vote. Empty if there are none.
    pub faint_lines: String,
    /// The lines from bodies to their parts, as the data of a path: `M5 75V101H9`.
    pub branches: String,
}

/// A body and the organizations that sit in it.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct BodyInWords<'a> {
    /// The body.
    pub body: LabelText<'a>,
    /// The organizations.
    pub organizations: Vec<SeatedInWords<'a>>,
}

/// An organization that sits in a body.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct SeatedInWords<'a> {
    /// Its name.
    pub label: LabelText<'a>,
    /// How it sits.
    pub standing: Standing,
}

/// The text of a label.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct LabelText<'a> {
    /// The text: "Provincia di Novara".
    pub text: Cow<'a, str>,
    /// The language of the text: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
}

/// A section on a map.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct SectionBox<'a> {
    /// The box with its label, with an empty line below the label.
    pub at: LabelBox<'a>,
    /// The y coordinate of the baseline of that line.
    pub y: u32,
    /// The number of bodies in the section: `12`.
    pub bodies: usize,
}

/// Lays out a map of bodies and organizations.
pub fn of_bodies<'a>(bodies: Vec<MapBody<'a>>, organizations: Vec<Label<'a>>) -> Map<'a> {
    Map {
        words: in_words(&bodies, &organizations),
        wide: Some(drawing(bodies.clone(), organizations.clone(), WIDE)),
        narrow: drawing(bodies, organizations, NARROW),
    }
}

/// Lays out bodies and organizations in two columns.
pub fn drawing<'a>(
    bodies: Vec<MapBody<'a>>,
    organizations: Vec<Label<'a>>,
    columns: Columns,
) -> Drawing<'a> {
    let mut right_bottom = 1;
    let organizations = organizations.into_iter().map(|label| {
        let it = LabelBox::new(
            label,
            (columns.right(), right_bottom),
            TextFormat::plain(columns.boxes, 4),
        );
        right_bottom = it.bottom() + GAP;
        it
    });
    let organizations: Vec<LabelBox<'_>> = organizations.collect();
    let mut left_bottom = 1;
    let (mut lines, mut faint_lines, mut branches) = (String::new(), String::new(), String::new());
    let mut placed: Vec<(u32, LabelBox<'_>)> = Vec::new();
    for body in bodies {
        let seated = body.seated.iter();
        let seated = seated.filter_map(|it| Some((it, organizations.get(it.organization)?)));
        let ends = seated.map(|(it, organization)| (organization.middle(), it.standing));
        let ends: Vec<(u32, Standing)> = ends.collect();
        let parent = body.parent.and_then(|parent| placed.get(parent));
        let depth = parent.map_or(0, |(depth, _)| (depth + 1).min(MAX_DEPTH));
        let x = 1 + depth * INDENT;
        let format = TextFormat::plain(columns.boxes + 1 - x, 4);
        let mut it = LabelBox::new(body.label, (x, left_bottom), format);
        move_beside(&mut it, &ends);
        left_bottom = it.bottom() + GAP;
        for (middle, standing) in ends {
            let lines = match standing.is_full() {
                true => &mut lines,
                false => &mut faint_lines,
            };
            push_line(lines, columns, it.middle(), middle);
        }
        if let Some((_, parent)) = parent {
            let (x, y) = (parent.x + INDENT / 2, parent.bottom());
            // Writing into a String cannot fail.
            let _ = write!(branches, "M{x} {y}V{}H{}", it.middle(), it.x);
        }
        placed.push((depth, it));
    }
    Drawing {
        width: columns.width,
        height: right_bottom.max(left_bottom) - GAP + 1,
        bodies: placed.into_iter().map(|(_, it)| it).collect(),
        organizations,
        lines,
        faint_lines,
        branches,
        ..Drawing::default()
    }
}

/// Lays out a map of sections.
pub fn of_sections<'a>(sections: Vec<MapSection<'a>>) -> Map<'a> {
    let more = sections.len().saturating_sub(MAX_BOXES);
    let mut bottom = 1;
    let sections = sections.into_iter().take(MAX_BOXES).map(|section| {
        let format = TextFormat::plain(WIDTH - 2, 2);
        let mut at = LabelBox::new(section.label, (1, bottom), format);
        let y = at.bottom() + LINE_HEIGHT - 11;
        at.height += LINE_HEIGHT;
        bottom = at.bottom() + GAP;
        SectionBox {
            at,
            y,
            bodies: section.bodies,
        }
    });
    let sections: Vec<SectionBox<'a>> = sections.collect();
    let more_y = bottom + BASELINE;
    if more > 0 {
        bottom += LINE_HEIGHT + GAP;
    }
    let narrow = Drawing {
        width: WIDTH,
        height: bottom - GAP + 1,
        sections,
        more,
        more_y,
        ..Drawing::default()
    };
    Map {
        narrow,
        ..Map::default()
    }
}

/// Appends a curve between the columns, from one y coordinate to another, to the data of a path.
fn push_line(d: &mut String, columns: Columns, from_y: u32, to_y: u32) {
    let (from, to) = (columns.boxes + 1, columns.right());
    let half = from.midpoint(to);
    let _ = write!(
        d,
        "M{from} {from_y}C{half} {from_y} {half} {to_y} {to} {to_y}"
    );
}

/// Moves a body down, so that it is beside the middle of the organizations that sit in it.
fn move_beside(it: &mut LabelBox<'_>, ends: &[(u32, Standing)]) {
    let middles = ends.iter().map(|(middle, _)| middle);
    let Some(count) = u32::try_from(ends.len()).ok().filter(|it| *it > 0) else {
        return;
    };
    let wanted = (middles.sum::<u32>() / count).saturating_sub(it.height / 2);
    let down = wanted.saturating_sub(it.y);
    it.y += down;
    it.lines.iter_mut().for_each(|line| line.y += down);
}

fn in_words<'a>(bodies: &[MapBody<'a>], organizations: &[Label<'a>]) -> Vec<BodyInWords<'a>> {
    let text = |label: &Label<'a>| LabelText {
        text: label.text.clone(),
        lang: label.lang,
    };
    let words = bodies.iter().map(|body| {
        let seated = body.seated.iter().filter_map(|it| {
            Some(SeatedInWords {
                label: text(organizations.get(it.organization)?),
                standing: it.standing,
            })
        });
        BodyInWords {
            body: text(&body.label),
            organizations: seated.collect(),
        }
    });
    words.collect()
}

//! Pictures of the content, laid out: boxes, lines and texts with their places, and nothing drawn.
//!
//! A template draws them, so that a theme may draw them otherwise. Their unit is that of the picture's
//! `viewBox`; a picture is [`WIDTH`] units wide, and the smallest text [`TEXT`] units high, so that on
//! the narrowest screen (320 pixels, of which 280 are left for a picture) the text has 12 pixels.
//!
//! Why no layout library: those at hand (`layout-rs`, `rust-sugiyama`, ports of `dagre`) lay out graphs
//! of any shape in layers as wide as they need, and know nothing of a width that must be kept or of
//! lines that must break. What is shown here is a tree of two levels and a list of pairs: one column,
//! from top to bottom, is what a narrow screen and a sheet of paper can hold.

pub mod map;
pub mod organigram;
#[cfg(test)]
mod tests;
pub mod text;

use std::borrow::Cow;

use serde::Serialize;

/// How wide pictures are.
pub const WIDTH: u32 = 320;

/// How high the letters of the smallest text are, from line to line without the space between.
pub const TEXT: u32 = 14;

/// From one line of text to the next.
const LINE: u32 = 18;

/// From the top of a line to the foot of its letters.
const BASE: u32 = 14;

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The height of the foot of its letters.
    pub y: u32,
    /// The words.
    pub text: String,
}

/// A box with a name, which may lead to a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named<'a> {
    /// Its left edge.
    pub x: u32,
    /// Its upper edge.
    pub y: u32,
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// Where the lines of the name begin.
    pub text_x: u32,
    /// The name, in lines.
    pub lines: Vec<Line>,
    /// The whole name, where the lines do not have room for it.
    pub whole: Option<String>,
    /// Where it leads.
    pub href: Option<String>,
    /// The language of the name, where it is not the page's.
    pub lang: Option<&'a str>,
}

/// What a box is called and where it leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name<'a> {
    /// The name.
    pub text: Cow<'a, str>,
    /// Where it leads.
    pub href: Option<String>,
    /// The language of the name, where it is not the page's.
    pub lang: Option<&'a str>,
}

/// A text of letters of a size, broken into lines that fit a width, and the height under them.
fn lines(
    text: &str,
    top: u32,
    (width, size): (u32, u32),
    most: usize,
) -> (Vec<Line>, Option<String>, u32) {
    let broken = text::wrap(text, width, size, most);
    let whole = broken.cut.then(|| text.to_owned());
    let mut y = top;
    let lines = broken.lines.into_iter().map(|text| {
        let line = Line { y: y + BASE, text };
        y += LINE;
        line
    });
    let lines = lines.collect();
    (lines, whole, y)
}

/// A box around a name in letters of a size.
fn named(name: Name<'_>, (x, y): (u32, u32), width: u32, (size, most): (u32, usize)) -> Named<'_> {
    const PAD: u32 = 9;
    let inner = width.saturating_sub(2 * PAD);
    let (lines, whole, bottom) = lines(&name.text, y + 7, (inner, size), most);
    Named {
        x,
        y,
        width,
        height: bottom + 7 - y,
        text_x: x + PAD,
        lines,
        whole,
        href: name.href,
        lang: name.lang,
    }
}

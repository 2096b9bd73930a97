//! The layout of pictures: boxes, lines and texts with their positions. A template draws them, so that a
//! theme may draw them differently.
//!
//! The unit is that of the picture's `viewBox`. A picture is [`WIDTH`] units wide, and its smallest text
//! [`TEXT_SIZE`] units high. On the narrowest screen of 320 pixels, a picture has 280, and the text 12.
//!
//! Why no layout library: those that exist (`layout-rs`, `rust-sugiyama`, ports of `dagre`) lay out any graph
//! in layers as wide as they need. They cannot keep to a width or break lines. The pictures here show a tree
//! of two levels and a list of pairs. One column from top to bottom is what a narrow screen and a sheet of
//! paper have room for.

pub mod map;
pub mod organigram;
#[cfg(test)]
mod tests;
pub mod text;

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

/// The width of pictures.
pub const WIDTH: u32 = 320;

/// The size of the smallest text.
pub const TEXT_SIZE: u32 = 14;

/// The distance from one line of text to the next.
const LINE_HEIGHT: u32 = 18;

/// The distance from the top of a line of text to its baseline.
const BASELINE: u32 = 14;

/// The distance from the left and right edges of a box to its text.
const PADDING_X: u32 = 9;

/// The distance from the upper and lower edges of a box to its text.
const PADDING_Y: u32 = 7;

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Line {
    /// The y coordinate of the baseline: `28`.
    pub y: u32,
    /// The text: "Provincia di".
    pub text: String,
}

/// A box with a label.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct LabelBox<'a> {
    /// The left edge: `1`.
    pub x: u32,
    /// The upper edge: `1`.
    pub y: u32,
    /// The width: `145`.
    pub width: u32,
    /// The height: `32`.
    pub height: u32,
    /// The x coordinate where the lines of the label begin: `10`.
    pub text_x: u32,
    /// The label, in lines.
    pub lines: Vec<Line>,
    /// The whole label, if the lines do not have room for it. `none` if they do.
    pub whole: Option<String>,
    /// The link of the box: `../novara/index.html`. `none` if it has no link.
    pub href: Option<String>,
    /// The language of the label: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
}

/// The label of a box, and its link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// The link. `None` if it has none.
    pub href: Option<String>,
    /// The language of the text. `None` if it is the page's.
    pub lang: Option<&'a str>,
}

/// How a text is set: its width, the size of its letters, and the number of its lines at most.
#[derive(Clone, Copy)]
struct TextFormat {
    width: u32,
    size: u32,
    max_lines: usize,
}

impl TextFormat {
    fn plain(width: u32, max_lines: usize) -> TextFormat {
        TextFormat {
            width,
            size: TEXT_SIZE,
            max_lines,
        }
    }

    fn bold(width: u32, max_lines: usize) -> TextFormat {
        TextFormat {
            size: text::bold(TEXT_SIZE),
            ..TextFormat::plain(width, max_lines)
        }
    }
}

/// A text that is set in lines.
struct TextBlock {
    lines: Vec<Line>,
    /// The whole text, if the lines do not have room for it.
    whole: Option<String>,
    /// The y coordinate of the lower edge.
    bottom: u32,
}

impl TextBlock {
    /// Sets a text below a y coordinate.
    fn new(text: &str, top: u32, format: TextFormat) -> TextBlock {
        let wrapped = text::wrap(text, format.width, format.size, format.max_lines);
        let mut bottom = top;
        let lines = wrapped.lines.into_iter().map(|text| {
            let y = bottom + BASELINE;
            bottom += LINE_HEIGHT;
            Line { y, text }
        });
        TextBlock {
            lines: lines.collect(),
            whole: wrapped.is_truncated.then(|| text.to_owned()),
            bottom,
        }
    }
}

impl<'a> LabelBox<'a> {
    /// A box at a position, as high as its label needs. The width of `format` is that of the box.
    fn new(label: Label<'a>, (x, y): (u32, u32), format: TextFormat) -> LabelBox<'a> {
        let inner = TextFormat {
            width: format.width.saturating_sub(2 * PADDING_X),
            ..format
        };
        let text = TextBlock::new(&label.text, y + PADDING_Y, inner);
        LabelBox {
            x,
            y,
            width: format.width,
            height: text.bottom + PADDING_Y - y,
            text_x: x + PADDING_X,
            lines: text.lines,
            whole: text.whole,
            href: label.href,
            lang: label.lang,
        }
    }

    fn bottom(&self) -> u32 {
        self.y + self.height
    }

    fn middle(&self) -> u32 {
        self.y + self.height / 2
    }
}

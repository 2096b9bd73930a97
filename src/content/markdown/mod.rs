//! Markdown: an editor's text becomes HTML with holes for what only other stages know.
//!
//! The way through, in order:
//!
//! - `events`: pulldown-cmark reads the text; every event keeps its bytes.
//! - `anchors`, `footnotes`: what has to be known of the whole text before its first word is
//!   written: which anchors are taken, which footnote has which number.
//! - `render` with `inline`, `blocks` and `components`: events become HTML in `frame`s.
//! - `raw_html`, `elements`, `sanitize`: what becomes of HTML that the editor wrote.
//!
//! Nothing here knows other pages. Where a link leads, what its target is called and what a word of
//! the theme reads in the page's language are holes: [`Piece`]s other than [`Piece::Html`].

mod anchors;
mod blocks;
mod calls;
mod components;
mod elements;
mod events;
mod footnotes;
mod frame;
mod inline;
mod links;
mod raw_html;
mod render;
mod sanitize;
#[cfg(test)]
mod tests;

use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};

pub use components::check_calls;
pub use events::OPTIONS;

use crate::base::component::ArgValue;
use crate::base::diagnostic::Diagnostic;
use crate::base::packed::Packed;
use crate::base::source::SourcePath;
pub use crate::content::settings::HtmlPolicy;

/// How a site wants its Markdown read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// What becomes of HTML in the text.
    pub html: HtmlPolicy,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            html: HtmlPolicy::Sanitize,
        }
    }
}

/// A text, ready to be set into any page.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Text {
    /// The HTML, in order, with its holes. Only its own page looks at it.
    pub pieces: Packed<Vec<Piece>>,
    /// The headings, in the order of the page.
    pub headings: Vec<Heading>,
    /// What the text links to and shows, in the order of the source.
    pub links: Packed<Vec<Link>>,
    /// The calls of components, in the order of the source; a call comes before those in its body.
    pub components: Vec<Call>,
}

impl Text {
    /// Gives back the room that was needed for writing. Texts are kept by the thousand.
    fn settle(&mut self) {
        self.headings.shrink_to_fit();
        self.components.shrink_to_fit();
        let bodies = self.components.iter_mut();
        bodies
            .filter_map(|call| call.body.as_mut())
            .for_each(settle);
    }
}

fn settle(pieces: &mut Vec<Piece>) {
    pieces.shrink_to_fit();
    for piece in pieces {
        if let Piece::Html(html) = piece {
            html.shrink_to_fit();
        }
    }
}

/// A part of a text's HTML.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Piece {
    /// Finished HTML.
    Html(String),
    /// The address of the link of this number, inside an attribute's quotes. To be escaped.
    Href(usize),
    /// The title of what the link of this number leads to, in place of its empty text. To be escaped.
    Title(usize),
    /// A word of the theme's catalogue, one of [`LABELS`]; may be inside an attribute. To be escaped.
    Label(#[borsh(serialize_with = "label::write", deserialize_with = "label::read")] &'static str),
    /// The image that the link of this number leads to, with its description and title: finished HTML,
    /// with a space before each attribute.
    Image(usize, String),
    /// What the component call of this number makes: HTML, between blocks.
    Component(usize),
}

/// The words of a theme's catalogue that a text may need.
pub const LABELS: &[&str] = &[
    "alert-note",
    "alert-tip",
    "alert-important",
    "alert-warning",
    "alert-caution",
    "footnotes",
    "footnote-back",
    "table-region",
    "task-done",
    "task-open",
];

/// A word of [`LABELS`] is written as its number.
mod label {
    use std::io;

    use borsh::{BorshDeserialize, BorshSerialize};

    use super::LABELS;

    pub(super) fn write<W: io::Write>(label: &str, writer: &mut W) -> io::Result<()> {
        let number = LABELS.iter().position(|it| *it == label);
        number.serialize(writer)
    }

    pub(super) fn read<R: io::Read>(reader: &mut R) -> io::Result<&'static str> {
        let number = Option::<usize>::deserialize_reader(reader)?;
        let label = number.and_then(|number| LABELS.get(number));
        label
            .copied()
            .ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Heading {
    /// 1 to 6; 1 is an error, because the page's title is the only one.
    pub level: u8,
    /// Its anchor, unique in the page.
    pub id: String,
    /// Its words, without markup.
    pub text: String,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// Something that a text leads to or shows.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Link {
    /// Where to, as the editor wrote it, entities and backslashes resolved. Its scheme is safe.
    pub destination: String,
    /// What it is for.
    pub kind: LinkKind,
    /// The bytes of the destination where they can be told, else those of the whole link.
    pub span: Range<usize>,
}

/// What a [`Link`] is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum LinkKind {
    /// The reader follows it.
    Anchor,
    /// The page shows it.
    Image,
}

/// A call of a theme's component.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Call {
    /// The component's name.
    pub name: String,
    /// The arguments, each name once.
    pub args: Vec<Argument>,
    /// The Markdown between the opening and the closing tag, if the call has two.
    pub body: Option<Vec<Piece>>,
    /// The bytes of the call's (opening) tag in the file.
    pub span: Range<usize>,
}

/// An argument of a [`Call`].
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Argument {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: ArgValue,
    /// The bytes of name and value in the file.
    pub span: Range<usize>,
}

/// Reads the Markdown that begins at byte `start` of the file's text `source`.
///
/// `reserved` are the anchors that the page has already: a generated anchor keeps clear of them, an
/// explicit one that equals one of them is reported. All spans are bytes of `source`.
pub fn parse(
    file: &SourcePath,
    source: &str,
    start: usize,
    reserved: &[&str],
    settings: &Settings,
) -> (Text, Vec<Diagnostic>) {
    let events = events::read(source, start);
    render::render(file, source, &events, reserved, *settings)
}

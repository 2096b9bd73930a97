//! Markdown: the text of an editor becomes HTML with placeholders for what only other stages know.
//!
//! The steps, in order:
//!
//! - `events`: pulldown-cmark reads the text, a piece at a time. Every event keeps its bytes in the file.
//! - `anchors`, `footnotes`: what must be known of the whole text before its first word is written: which
//!   anchors are taken, and which footnote has which number.
//! - `render`, with `renderer`, `blocks`, `inline`, `links` and `component_calls`: events become HTML in an
//!   `html_buffer`.
//! - `raw_html`, `elements`, `sanitize`: HTML that the editor wrote is made harmless.
//! - `check_calls`: the component calls are compared with the components of the theme.
//!
//! Nothing here knows other pages. The address and title of what a link leads to, and the words of the
//! theme in the page's language, are placeholders: [`Segment`]s other than [`Segment::Html`].

mod anchors;
mod bare_addresses;
mod blocks;
mod call_parser;
mod check_calls;
mod component_calls;
mod destinations;
mod elements;
mod events;
mod footnotes;
mod half_addresses;
mod html_buffer;
mod inline;
mod links;
mod near_blocks;
mod near_misses;
mod raw_html;
mod render;
mod renderer;
mod sanitize;
#[cfg(test)]
mod tests;
mod text_run;

use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};

pub use check_calls::check_calls;
pub use events::OPTIONS;

use crate::base::component::{ArgValue, ThemeInterface};
use crate::base::compressed::Compressed;
use crate::base::diagnostic::Diagnostic;
use crate::base::source::SourcePath;
pub use crate::content::settings::HtmlPolicy;

/// A text as HTML, its placeholders still to be filled.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct ParsedText {
    /// The HTML and its placeholders, in order. They are compressed because only the page of the text needs them.
    pub segments: Compressed<Vec<Segment>>,
    /// The headings, in the order of the page.
    pub headings: Vec<Heading>,
    /// The links and images, in the order of the source.
    pub links: Compressed<Vec<TextLink>>,
    /// The component calls, in the order of the source. A call comes before those in its body.
    pub calls: Vec<ComponentCall>,
}

impl ParsedText {
    /// Frees spare capacity. Texts are kept by the thousand.
    fn shrink(&mut self) {
        self.headings.shrink_to_fit();
        self.calls.shrink_to_fit();
        let bodies = self.calls.iter_mut();
        let bodies = bodies.filter_map(|call| call.body.as_mut());
        for segments in bodies {
            segments.shrink_to_fit();
            for segment in segments {
                if let Segment::Html(html) = segment {
                    html.shrink_to_fit();
                }
            }
        }
    }
}

/// A segment of a text's HTML: finished HTML, or a placeholder. Links and calls are named by their index in
/// [`ParsedText`].
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Segment {
    /// Finished HTML.
    Html(String),
    /// The address of a link, inside the quotes of an attribute. To be escaped.
    Href(usize),
    /// The title of what a link leads to, in place of its empty text. To be escaped.
    Title(usize),
    /// A word of the theme, one of [`LABELS`]. It may be inside an attribute. To be escaped.
    Label(#[borsh(serialize_with = "label::write", deserialize_with = "label::read")] &'static str),
    /// The image that a link names, with its other attributes: finished HTML with a space before each.
    Image(usize, String),
    /// The HTML that a component call makes, between blocks.
    Component(usize),
}

/// The words of a theme that a text may need.
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

/// Writes and reads a word of [`LABELS`] as its number.
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
    /// The level, 1 to 6. Level 1 is an error, because the title of the page is the only one.
    pub level: u8,
    /// The anchor, unique on the page.
    pub id: String,
    /// The words, without markup.
    pub text: String,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// A link or image of a text.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TextLink {
    /// The destination as typed, entities and backslashes resolved. Its scheme is safe.
    pub destination: String,
    /// Whether the reader follows it or the page shows it.
    pub kind: LinkKind,
    /// The bytes of the destination, or of the whole link if the destination cannot be located.
    pub span: Range<usize>,
}

/// The kind of a [`TextLink`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum LinkKind {
    /// The reader follows it.
    Anchor,
    /// The page shows it.
    Image,
}

/// A call of a component of the theme.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct ComponentCall {
    /// The name of the component.
    pub name: String,
    /// The arguments, each name once.
    pub args: Vec<Argument>,
    /// The HTML of the Markdown between the opening and the closing tag. `None` if the call is one tag.
    pub body: Option<Vec<Segment>>,
    /// The bytes of the call's (opening) tag in the file.
    pub span: Range<usize>,
}

/// An argument of a [`ComponentCall`].
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Argument {
    /// The name.
    pub name: String,
    /// The value.
    pub value: ArgValue,
    /// If the value is an address, the index of its link among those of the text.
    pub link: Option<usize>,
    /// The bytes of name and value in the file.
    pub span: Range<usize>,
}

/// Parses the Markdown that begins at byte `start` of `source`, the text of `file`.
///
/// All spans are bytes of `source`.
pub fn parse(
    file: &SourcePath,
    source: &str,
    start: usize,
    context: TextContext<'_>,
) -> (ParsedText, Vec<Diagnostic>) {
    render::render(file, source, start, context)
}

/// What surrounds a text.
#[derive(Clone, Copy)]
pub struct TextContext<'a> {
    /// The anchors that the page has outside of the text, besides the ids of the theme: no generated anchor is one of
    /// them, and an explicit anchor that is one of them is reported.
    pub reserved: &'a [&'a str],
    /// The components that the text may call, and the ids of the theme.
    pub theme: &'a ThemeInterface,
    /// What happens to HTML in the text.
    pub html: HtmlPolicy,
}

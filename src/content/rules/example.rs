//! Smallest failing examples, and how they are mended: what `raccordo explain` shows and what the tests try.

/// A piece of content with one fault.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What it is a piece of.
    pub on: On,
    /// The keys that make the fault, in place of those of a good page.
    pub text: &'static str,
    /// What is wrong in `text`, and what mends it in its place.
    pub mend: (&'static str, &'static str),
    /// The line of `text` at which it is reported, from 1.
    pub line: usize,
}

/// What an example is a piece of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// The front matter of a body.
    Body,
    /// The front matter of a person.
    Person,
    /// The front matter of a meeting.
    Meeting,
    /// The front matter of a page of text.
    Page,
    /// The Markdown of a page.
    Text,
    /// A registry.
    Registry,
    /// `site.toml`.
    Settings,
    /// A whole file with this path. A replacement character stands for a byte that is not UTF-8.
    File(&'static str),
}

impl Example {
    /// The piece without the fault.
    pub fn mended(&self) -> String {
        let (wrong, right) = self.mend;
        self.text.replacen(wrong, right, 1)
    }
}

//! Inputs with so many of one thing, to see how the time of the program grows with their number.
//!
//! Nothing that somebody writes may cost more than its length: each kind here is one thing of which a file or a site may
//! have any number.

mod bodies;
mod facts;
mod files;
mod measure;
mod settings;
mod text;
mod theme;

use files::Files;

pub use measure::{Asked, print};

/// A kind of thing of which an input may have any number.
struct Kind {
    name: &'static str,
    /// A site with so many.
    site: fn(usize) -> Files,
}

/// All kinds, by what they stand in.
fn kinds() -> impl Iterator<Item = &'static Kind> {
    let all = [
        text::KINDS,
        facts::KINDS,
        bodies::KINDS,
        files::KINDS,
        settings::KINDS,
        theme::KINDS,
    ];
    all.into_iter().flatten()
}

/// So many pieces of text, one after the other, each made from its number.
fn each(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

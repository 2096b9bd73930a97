//! The third stage: documents become a graph.
//!
//! 1. [`collect`]: every described thing gets its name and its page; [`unwritten`] and [`translations`]
//!    add what nobody describes and the words in other languages.
//! 2. [`names`]: the table in which references are looked up.
//! 3. [`bodies`], [`things`]: references become links.
//! 4. [`texts`]: so do the links of texts, [`site`] those of menus and foot.
//! 5. [`addresses`]: no two things at one address; [`cycles`]: no thing is its own ancestor.
//!
//! What leads nowhere is reported and left out, so that one pass finds all of it. A graph with holes
//! is never planned: the pipeline stops at the first error.

mod addresses;
mod bodies;
mod collect;
mod cycles;
mod names;
mod site;
mod texts;
mod things;
mod translations;
mod unwritten;

use std::collections::BTreeMap;

pub use addresses::{alias_output, asset_output};

use super::{Arena, Back, Graph, Site};
use crate::domain::parse::Parsed;
use crate::domain::settings::{Settings, Vocabulary};
use crate::vocabulary::date::Date;
use crate::vocabulary::diagnostic::Diagnostic;
use crate::vocabulary::output::OutputPath;
use crate::vocabulary::source::{Asset, SourcePath};

/// What a graph is made of.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The parsed files, by path.
    pub files: &'a [Parsed],
    /// The other files under `content/`.
    pub assets: &'a BTreeMap<SourcePath, Asset>,
    /// The settings.
    pub settings: &'a Settings,
    /// Where they are.
    pub settings_path: &'a SourcePath,
    /// Outputs that are not the content's: the theme's files.
    pub reserved: &'a [OutputPath],
    /// The day that the site speaks of.
    pub as_of: Date,
    /// Whether drafts are published.
    pub drafts: bool,
}

/// Makes the graph. Where there are errors, it has holes and must not be published.
pub fn resolve(input: Input<'_>) -> (Graph, Site, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let vocabulary = Vocabulary::new(input.settings.vocabularies.as_ref());
    let collected = collect::collect(&input, &vocabulary, &mut faults);
    let names = names::Names::new(&collected);
    let mut resolver = names::Resolver::new(&names, &mut faults);
    let bodies = resolver.bodies(&collected.bodies, &vocabulary);
    let things = resolver.things(&collected, &vocabulary, &input);
    let mut graph = Graph {
        bodies: Arena::new(bodies),
        organizations: Arena::new(things.organizations),
        persons: Arena::new(things.persons),
        meetings: Arena::new(things.meetings),
        documents: Arena::new(things.documents),
        areas: Arena::new(things.areas),
        topics: Arena::new(things.topics),
        pages: Arena::new(things.pages),
        sections: Arena::new(things.sections),
        back: Back::default(),
    };
    graph.back = Back::new(&graph);
    cycles::check(&graph, &mut faults);
    let addresses = addresses::check(&graph, &input, &mut faults);
    texts::resolve(&mut graph, &names, &addresses, &input, &mut faults);
    let within: Vec<_> = graph
        .all()
        .map(|link| (link, graph.node(link).section))
        .collect();
    graph.back.note_sections(within.into_iter());
    let site = site::resolve(&graph, &names, &addresses, &input, vocabulary, &mut faults);
    (graph, site, faults)
}

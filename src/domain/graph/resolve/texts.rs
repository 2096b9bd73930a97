//! Where the links of texts lead, and in which section every page is.

use std::collections::BTreeMap;

use super::Input;
use super::addresses::{Addresses, asset_output};
use super::names::{Names, Resolver};
use crate::domain::anchors::PageSection;
use crate::domain::graph::Graph;
use crate::domain::graph::arena::{Arena, Link};
use crate::domain::graph::entity::{AnyLink, Linked, Node, Words};
use crate::domain::graph::target::Target;
use crate::domain::markdown::LinkKind;
use crate::domain::model::{EntityKind, Section};
use crate::domain::parse::Content;
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::language::Language;
use crate::vocabulary::notation::check::nearest;
use crate::vocabulary::source::SourcePath;

/// Puts every page into its section and resolves the links of its texts.
pub(super) fn resolve(
    graph: &mut Graph,
    names: &Names,
    addresses: &Addresses,
    input: &Input<'_>,
    faults: &mut Vec<Diagnostic>,
) {
    let atlas = Atlas::new(graph, names, addresses, input);
    let mut found = Found::default();
    for link in graph.all() {
        let node = graph.node(link);
        let language = input.settings.default_language();
        let own = atlas.words(&node.words, link, &language, faults);
        let others = node.translations.iter().map(|(language, words)| {
            (language.clone(), atlas.words(words, link, language, faults))
        });
        let others = others.collect();
        found.put(link, (own, others, atlas.section_of(node)));
    }
    found.apply(&mut graph.bodies, AnyLink::Body);
    found.apply(&mut graph.organizations, AnyLink::Organization);
    found.apply(&mut graph.persons, AnyLink::Person);
    found.apply(&mut graph.meetings, AnyLink::Meeting);
    found.apply(&mut graph.documents, AnyLink::Document);
    found.apply(&mut graph.areas, AnyLink::Area);
    found.apply(&mut graph.topics, AnyLink::Topic);
    found.apply(&mut graph.pages, AnyLink::Page);
    found.apply(&mut graph.sections, AnyLink::Section);
}

/// What is found for a page: the targets of its text, those of its translations, its section.
type PageTargets = (
    Vec<Target>,
    BTreeMap<Language, Vec<Target>>,
    Option<Link<Section>>,
);

#[derive(Default)]
struct Found(BTreeMap<AnyLink, PageTargets>);

impl Found {
    fn put(&mut self, link: AnyLink, targets: PageTargets) {
        self.0.insert(link, targets);
    }

    fn apply<T: Linked>(&mut self, arena: &mut Arena<T>, any: fn(Link<T>) -> AnyLink) {
        for (link, node) in arena.nodes_mut() {
            if let Some((own, mut others, section)) = self.0.remove(&any(link)) {
                node.words.targets = own;
                node.section = section;
                for (language, words) in &mut node.translations {
                    words.targets = others.remove(language).unwrap_or_default();
                }
            }
        }
    }
}

/// What links can lead to.
pub(super) struct Atlas<'a> {
    graph: &'a Graph,
    names: &'a Names,
    addresses: &'a Addresses,
    input: &'a Input<'a>,
    files: BTreeMap<&'a SourcePath, AnyLink>,
    sections: BTreeMap<String, Link<Section>>,
}

impl<'a> Atlas<'a> {
    pub(super) fn new(
        graph: &'a Graph,
        names: &'a Names,
        addresses: &'a Addresses,
        input: &'a Input<'a>,
    ) -> Self {
        let pages = graph
            .all()
            .filter_map(|link| Some((graph.node(link).words.file.as_ref()?, link)));
        let sections = graph
            .sections
            .iter()
            .map(|(link, section)| (section.node.output.address(), link));
        Atlas {
            graph,
            names,
            addresses,
            input,
            files: pages.collect(),
            sections: sections.collect(),
        }
    }

    /// The nearest section above a page.
    fn section_of(&self, node: &Node) -> Option<Link<Section>> {
        let address = node.output.address();
        let mut folder = address.trim_end_matches('/');
        while !folder.is_empty() {
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
            let key = if folder.is_empty() {
                String::new()
            } else {
                format!("{folder}/")
            };
            if let Some(section) = self.sections.get(&key) {
                return Some(*section);
            }
        }
        None
    }

    fn words(
        &self,
        words: &Words,
        page: AnyLink,
        language: &Language,
        faults: &mut Vec<Diagnostic>,
    ) -> Vec<Target> {
        let Some(file) = &words.file else {
            return Vec::new();
        };
        let links = words.text.links.iter().map(|link| {
            let place = Place::span(file, link.span.clone());
            let image = link.kind == LinkKind::Image;
            match self.target(file, &link.destination, image, place.clone(), faults) {
                Target::Here(anchor) => {
                    self.anchor(page, &anchor, language, place, faults);
                    Target::Here(anchor)
                }
                target => target,
            }
        });
        links.collect()
    }

    /// Where a destination written in `file` leads; reports it at `place` when it leads nowhere.
    pub(super) fn target(
        &self,
        file: &SourcePath,
        destination: &str,
        image: bool,
        place: Place,
        faults: &mut Vec<Diagnostic>,
    ) -> Target {
        if let Some(reference) = destination.strip_prefix("ref:") {
            return self.reference(reference, place, faults);
        }
        if let Some(anchor) = destination.strip_prefix('#') {
            return Target::Here(decode(anchor));
        }
        if destination.starts_with("//") || has_scheme(destination) {
            return Target::Outside(destination.to_owned());
        }
        let (path, anchor) = split_anchor(destination);
        let path = decode(path.split('?').next().unwrap_or_default());
        let joined = match path.strip_prefix('/') {
            Some(rooted) => SourcePath::new("content/x").join(rooted),
            None => file.join(&path),
        };
        let inside = joined.filter(|joined| joined.as_str().starts_with("content"));
        let Some(joined) = inside else {
            let fault = Diagnostic::new(Code::UnsafeLink, place);
            faults.push(fault.text("destination", destination).hint("outside"));
            return Target::Broken;
        };
        match self.page_at(&joined, &path).filter(|_| !image) {
            Some(page) => self.thing(page, anchor.map(decode), place, faults),
            None if self.input.assets.contains_key(&joined) => {
                Target::File(asset_output(joined.as_str()))
            }
            None if self.is_at_fault(&joined) => Target::Broken,
            None => {
                faults.push(self.broken(destination, &joined, place));
                Target::Broken
            }
        }
    }

    /// Whether there is a page that is left out because of its own fault; a link to it is no second one.
    fn is_at_fault(&self, path: &SourcePath) -> bool {
        let folder = path.as_str().trim_end_matches('/');
        let ways = [
            folder.to_owned(),
            format!("{folder}/_index.md"),
            format!("{folder}.md"),
        ];
        ways.iter().any(|way| match self.content(way) {
            Some(Content::Broken(_)) => true,
            Some(Content::Page(facts, _)) => !facts.described().draft(),
            Some(Content::Translation(..) | Content::Registry(_)) | None => false,
        })
    }

    /// Whether a file is a page that is not published yet.
    fn is_draft(&self, path: &SourcePath) -> bool {
        match self.content(path.as_str()) {
            Some(Content::Page(facts, _)) => facts.described().draft(),
            _ => false,
        }
    }

    /// What is in a file of this path.
    fn content(&self, path: &str) -> Option<&Content> {
        let files = self.input.files;
        let found = files.binary_search_by(|file| file.path.as_str().cmp(path));
        Some(&files.get(found.ok()?)?.content)
    }

    /// The page of a file, of a folder, or at a finished address.
    fn page_at(&self, joined: &SourcePath, path: &str) -> Option<AnyLink> {
        let index = SourcePath::new(&format!("{joined}/_index.md"));
        let by_file = self.files.get(joined).or_else(|| self.files.get(&index));
        let address = joined
            .as_str()
            .trim_start_matches("content")
            .trim_matches('/');
        let address = address.trim_end_matches("index.html").trim_end_matches('/');
        let address = if address.is_empty() {
            String::new()
        } else {
            format!("{address}/")
        };
        by_file
            .or_else(|| {
                self.addresses
                    .get(&address)
                    .filter(|_| !path.ends_with(".md"))
            })
            .copied()
    }

    fn reference(&self, reference: &str, place: Place, faults: &mut Vec<Diagnostic>) -> Target {
        let (path, anchor) = split_anchor(reference);
        let (kind, id) = path.split_once('/').unwrap_or((path, ""));
        let Some(kind) = EntityKind::ALL
            .iter()
            .copied()
            .find(|known| known.as_str() == kind)
        else {
            let fault = Diagnostic::new(Code::BrokenLink, place)
                .text("destination", format!("ref:{reference}"));
            let kinds = || EntityKind::ALL.iter().map(|kind| kind.as_str());
            faults.push(match nearest(kind, kinds()) {
                Some(near) => fault.text("near", format!("ref:{near}/{id}")).hint("near"),
                None => fault
                    .text("kinds", kinds().collect::<Vec<_>>().join(", "))
                    .hint("kinds"),
            });
            return Target::Broken;
        };
        let anchor = anchor.map(decode);
        let mut resolver = Resolver::new(self.names, faults);
        match id.split_once('/') {
            Some((body, table)) if kind == EntityKind::Body => {
                let Some(link) = resolver.any(kind, body, place.clone()) else {
                    return Target::Broken;
                };
                self.thing(
                    link,
                    anchor.or_else(|| Some(table.to_owned())),
                    place,
                    faults,
                )
            }
            _ => match resolver.any(kind, id, place.clone()) {
                Some(link) => self.thing(link, anchor, place, faults),
                None => Target::Broken,
            },
        }
    }

    fn thing(
        &self,
        page: AnyLink,
        anchor: Option<String>,
        place: Place,
        faults: &mut Vec<Diagnostic>,
    ) -> Target {
        if let Some(anchor) = &anchor {
            self.anchor(
                page,
                anchor,
                &self.input.settings.default_language(),
                place,
                faults,
            );
        }
        Target::Thing(page, anchor)
    }

    /// Reports an anchor that a page does not have.
    fn anchor(
        &self,
        page: AnyLink,
        anchor: &str,
        language: &Language,
        place: Place,
        faults: &mut Vec<Diagnostic>,
    ) {
        let node = self.graph.node(page);
        let mut anchors: Vec<&str> = PageSection::of(node.name.kind)
            .iter()
            .map(|section| section.anchor(language))
            .collect();
        anchors.extend(
            node.words
                .text
                .headings
                .iter()
                .map(|heading| heading.id.as_str()),
        );
        let translations = node.translations.values();
        anchors.extend(
            translations.flat_map(|it| it.text.headings.iter().map(|heading| heading.id.as_str())),
        );
        if let AnyLink::Body(body) = page {
            anchors.extend(
                self.graph.bodies[body]
                    .written
                    .tables
                    .iter()
                    .map(|table| table.id.as_str()),
            );
            let grown = self.graph.back.body_parts.get(&body).into_iter().flatten();
            anchors.extend(grown.map(|part| self.graph.bodies[*part].node.id()));
        }
        if anchor.is_empty() || anchors.contains(&anchor) || is_footnote(anchor) {
            return;
        }
        let fault = Diagnostic::new(Code::BrokenAnchor, place)
            .text("anchor", anchor)
            .text("page", &*node.title);
        faults.push(match nearest(anchor, anchors) {
            Some(near) => fault.text("near", near).hint("near"),
            None => fault,
        });
    }

    fn broken(&self, destination: &str, joined: &SourcePath, place: Place) -> Diagnostic {
        let fault = Diagnostic::new(Code::BrokenLink, place).text("destination", destination);
        if self.is_draft(joined) {
            return fault.hint("draft");
        }
        let name = joined.file_name();
        let files = || self.files.keys().copied().chain(self.input.assets.keys());
        let elsewhere = files().find(|file| file.file_name() == name && name != "_index.md");
        let near = elsewhere.map(SourcePath::as_str).or_else(|| {
            let folder = joined.folder();
            nearest(
                joined.as_str(),
                files()
                    .filter(|file| file.folder() == folder)
                    .map(SourcePath::as_str),
            )
        });
        match near {
            Some(near) => fault.text("near", near).hint("file"),
            None => fault,
        }
    }
}

fn split_anchor(destination: &str) -> (&str, Option<&str>) {
    destination
        .split_once('#')
        .map_or((destination, None), |(path, anchor)| (path, Some(anchor)))
}

fn decode(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8_lossy()
        .into_owned()
}

fn has_scheme(destination: &str) -> bool {
    let Some((scheme, _)) = destination.split_once(':') else {
        return false;
    };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte))
}

fn is_footnote(anchor: &str) -> bool {
    anchor.starts_with("fn-") || anchor.starts_with("fnref-")
}

//! The way through the templates, with the places in the HTML and the trust in every name.

use std::collections::{BTreeMap, BTreeSet};

use super::expression::{Value, ValueKind, value};
use super::faults::{Fault, FaultKind};
use super::html::{InTag, Position};
use super::nodes::{Code, Node};
use super::signatures::Parameters;
use super::trust::{Names, Trust};
use crate::site::theme::AddressFields;

/// The number of nodes that are looked at before the rest is refused. The theme `civico` has some thousands.
const MAX_STEPS: usize = 1_000_000;

/// The number of templates and components that may be open at once.
const MAX_OPEN: usize = 24;

/// A template of the theme or of one of its parents.
pub(super) struct Template<'a> {
    /// Its name: `civico/body.html`.
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) nodes: Vec<Node<'a>>,
}

/// The places in the HTML where something may be printed, depending on the branches that were taken before.
pub(super) type Positions = BTreeSet<Position>;

/// The nodes of each block in a chain of templates, the child's first, each with the number of its template.
pub(super) type Blocks<'a> = BTreeMap<&'a str, Vec<(usize, &'a [Node<'a>])>>;

/// Where in the templates the walk is.
#[derive(Clone, Copy)]
pub(super) struct Location<'s, 'a> {
    pub(super) template: usize,
    pub(super) blocks: &'s Blocks<'a>,
    /// The block, and which of its nodes are walked.
    pub(super) block: Option<(&'a str, usize)>,
}

/// The walk through all templates.
pub(super) struct Walker<'a> {
    pub(super) faults: BTreeSet<Fault>,
    /// The ids in the HTML of the theme.
    pub(super) ids: BTreeSet<String>,
    templates: &'a [Template<'a>],
    by_name: BTreeMap<&'a str, usize>,
    /// The prefixes of template names, the child theme's first.
    prefixes: &'a [String],
    pub(super) components: BTreeMap<&'a str, (usize, &'a [Node<'a>])>,
    pub(super) signatures: BTreeMap<String, Parameters>,
    addresses: AddressFields,
    /// Where a component ends that is called at a place.
    pub(super) called: BTreeMap<(String, Position), Positions>,
    /// The templates that are open as includes.
    pub(super) open: Vec<usize>,
    depth: usize,
    steps: usize,
    /// Whether a call gave an argument less trust than it had.
    pub(super) changed: bool,
}

impl<'a> Walker<'a> {
    pub(super) fn new(
        templates: &'a [Template<'a>],
        prefixes: &'a [String],
        signatures: BTreeMap<String, Parameters>,
        addresses: AddressFields,
    ) -> Walker<'a> {
        let mut components = BTreeMap::new();
        // A child's component takes the place of its parent's.
        for (number, template) in templates.iter().enumerate().rev() {
            for node in &template.nodes {
                if let Node::Component(name, body) = node {
                    components.insert(*name, (number, body.as_slice()));
                }
            }
        }
        let by_name = templates.iter().enumerate();
        Walker {
            faults: BTreeSet::new(),
            ids: BTreeSet::new(),
            templates,
            by_name: by_name.map(|(number, it)| (it.name, number)).collect(),
            prefixes,
            components,
            signatures,
            addresses,
            called: BTreeMap::new(),
            open: Vec::new(),
            depth: 0,
            steps: 0,
            changed: false,
        }
    }

    /// Follows the templates of these views, and all components, until the trust in every argument is known.
    pub(super) fn follow(&mut self, views: &[&str]) {
        loop {
            self.changed = false;
            self.faults.clear();
            self.called.clear();
            for view in views {
                self.view(view);
            }
            let names: Vec<String> = self.components.keys().map(|it| (*it).to_owned()).collect();
            for name in names {
                self.component(&name, Position::Content);
            }
            if !self.changed || self.steps > MAX_STEPS {
                return;
            }
        }
    }

    /// Follows the template of a view, from the last of its parents on.
    fn view(&mut self, name: &str) {
        let mut blocks = Blocks::new();
        let mut next = self.find(name);
        while let Some(number) = next {
            let Some(template) = self.templates.get(number) else {
                return;
            };
            collect_blocks(&template.nodes, number, &mut blocks);
            let mut parents = template.nodes.iter().filter_map(|node| match node {
                Node::Extends(parent) => self.find(parent),
                _ => None,
            });
            next = parents.next();
            if next.is_none() {
                let location = Location {
                    template: number,
                    blocks: &blocks,
                    block: None,
                };
                let start = Positions::from([Position::Content]);
                self.walk(&template.nodes, location, &mut Names::default(), start);
            }
        }
    }

    fn find(&self, name: &str) -> Option<usize> {
        let prefixed = self.prefixes.iter().map(|prefix| format!("{prefix}{name}"));
        let mut names = std::iter::once(name.to_owned()).chain(prefixed);
        names.find_map(|name| self.by_name.get(&*name).copied())
    }

    fn walk(
        &mut self,
        nodes: &'a [Node<'a>],
        location: Location<'_, 'a>,
        names: &mut Names<'a>,
        mut positions: Positions,
    ) -> Positions {
        for node in nodes {
            self.steps += 1;
            if self.steps > MAX_STEPS {
                self.fault(location.template, (0, 0), FaultKind::Unread);
                return positions;
            }
            positions = self.node(node, location, names, positions);
        }
        positions
    }

    fn node(
        &mut self,
        node: &'a Node<'a>,
        location: Location<'_, 'a>,
        names: &mut Names<'a>,
        positions: Positions,
    ) -> Positions {
        match node {
            Node::Text(text) => {
                let ids = &mut self.ids;
                let mut found = |id: &str| ids.extend([id.trim().to_owned()]);
                let positions = positions.into_iter();
                positions.map(|it| it.after(text, &mut found)).collect()
            }
            Node::Print(code) => self.print(*code, location, names, positions),
            Node::Set(name, code) => {
                let value = self.value(*code, location, names);
                names.add(name, value.trust, None);
                positions
            }
            Node::Capture(name, body) => {
                names.add(name, Trust::Markup, Some((location.template, body)));
                positions
            }
            Node::For(bound, code, body, otherwise) => {
                let value = self.value(*code, location, names);
                let before: Vec<_> = bound
                    .iter()
                    .map(|name| names.replace(name, value.trust))
                    .collect();
                let mut ends = positions.clone();
                // What the body leaves behind is there when it is run again.
                loop {
                    let state = (names.state(), ends.len());
                    ends.extend(self.walk(body, location, names, ends.clone()));
                    if (names.state(), ends.len()) == state || self.steps > MAX_STEPS {
                        break;
                    }
                }
                for (name, before) in bound.iter().zip(before) {
                    names.restore(name, before);
                }
                ends.extend(self.walk(otherwise, location, names, positions));
                ends
            }
            Node::If(branches, has_else) => {
                let mut ends = match has_else {
                    true => Positions::new(),
                    false => positions.clone(),
                };
                for branch in branches {
                    ends.extend(self.walk(branch, location, names, positions.clone()));
                }
                ends
            }
            Node::Include(code) => self.include(*code, location, names, positions),
            Node::Block(name, body) => {
                let own = (location.template, body.as_slice());
                let child = location.blocks.get(name).and_then(|nodes| nodes.first());
                let (template, nodes) = child.copied().unwrap_or(own);
                let block = Some((*name, 0));
                self.nested(
                    nodes,
                    Location {
                        template,
                        block,
                        ..location
                    },
                    names,
                    positions,
                )
            }
            Node::Call(code, body) => {
                self.walk(
                    body,
                    location,
                    &mut names.clone(),
                    Positions::from([Position::Content]),
                );
                self.print(*code, location, names, positions)
            }
            Node::Filter(body) => self.walk(body, location, names, positions),
            Node::Component(..) | Node::Extends(_) => positions,
        }
    }

    /// Follows a part of a template that is written elsewhere.
    pub(super) fn nested(
        &mut self,
        nodes: &'a [Node<'a>],
        location: Location<'_, 'a>,
        names: &mut Names<'a>,
        positions: Positions,
    ) -> Positions {
        if self.depth == MAX_OPEN {
            self.fault(location.template, (0, 0), FaultKind::Unread);
            return positions;
        }
        self.depth += 1;
        let positions = self.walk(nodes, location, names, positions);
        self.depth -= 1;
        positions
    }

    fn include(
        &mut self,
        code: Code<'a>,
        location: Location<'_, 'a>,
        names: &mut Names<'a>,
        positions: Positions,
    ) -> Positions {
        let name = code.text.trim().trim_matches(['"', '\'', '`']);
        let found = self.find(name);
        let included = found.and_then(|number| Some((number, self.templates.get(number)?)));
        let Some((number, template)) = included else {
            self.fault(
                location.template,
                (code.at, code.text.len()),
                FaultKind::Unread,
            );
            return positions;
        };
        // A template that includes itself was followed from its beginning.
        if self.open.contains(&number) {
            return positions;
        }
        self.open.push(number);
        let location = Location {
            template: number,
            ..location
        };
        let positions = self.nested(&template.nodes, location, names, positions);
        self.open.pop();
        positions
    }

    fn print(
        &mut self,
        code: Code<'a>,
        location: Location<'_, 'a>,
        names: &mut Names<'a>,
        positions: Positions,
    ) -> Positions {
        let value = self.value(code, location, names);
        match value.kind {
            ValueKind::Name(name) => {
                let captured = names.get(name).map(|it| it.captured.clone());
                let captured = captured.unwrap_or_default();
                if !captured.is_empty() {
                    let mut ends = positions.clone();
                    for (template, nodes) in captured {
                        let location = Location {
                            template,
                            ..location
                        };
                        ends.extend(self.nested(nodes, location, names, positions.clone()));
                    }
                    return ends;
                }
            }
            ValueKind::Call => {
                let call = value.calls.first().map(|call| call.name.clone());
                let call = call.unwrap_or_default();
                let ends = positions.into_iter();
                return ends.flat_map(|it| self.component(&call, it)).collect();
            }
            ValueKind::Super => {
                let above = location.block.and_then(|(name, at)| {
                    let nodes = location.blocks.get(name)?.get(at + 1)?;
                    Some((name, at + 1, *nodes))
                });
                if let Some((name, at, (template, nodes))) = above {
                    let block = Some((name, at));
                    let location = Location {
                        template,
                        block,
                        ..location
                    };
                    return self.nested(nodes, location, names, positions);
                }
            }
            ValueKind::Other => {}
        }
        for position in &positions {
            if value.trust > position.admits() {
                self.fault(
                    location.template,
                    (code.at, code.text.len()),
                    kind(position, value.trust),
                );
            }
        }
        positions
    }

    /// The value of an expression, whose calls of components are looked at.
    fn value(
        &mut self,
        code: Code<'a>,
        location: Location<'_, 'a>,
        names: &Names<'a>,
    ) -> Value<'a> {
        let value = value(code, names, self.addresses);
        for at in &value.unescaped {
            self.fault(location.template, (*at, "safe".len()), FaultKind::Html);
        }
        for call in &value.calls {
            self.arguments(call, location.template);
        }
        value
    }

    pub(super) fn fault(&mut self, template: usize, (at, length): (usize, usize), kind: FaultKind) {
        self.faults.insert(Fault {
            template,
            at,
            length,
            kind,
        });
    }
}

/// What is wrong with a value of this trust at a place that does not admit it.
fn kind(position: &Position, trust: Trust) -> FaultKind {
    match position {
        Position::Program(_) => FaultKind::Program,
        _ if trust == Trust::Markup => FaultKind::Html,
        Position::Tag(_, InTag::Value(attribute, Some(_), _)) => {
            let local = attribute.rsplit(':').next().unwrap_or(attribute).trim();
            let runs = local.starts_with("on") || matches!(local, "style" | "srcdoc");
            if runs {
                FaultKind::Program
            } else {
                FaultKind::Address
            }
        }
        _ => FaultKind::Tag,
    }
}

fn collect_blocks<'a>(nodes: &'a [Node<'a>], template: usize, blocks: &mut Blocks<'a>) {
    for node in nodes {
        match node {
            Node::Block(name, body) => {
                blocks.entry(name).or_default().push((template, body));
                collect_blocks(body, template, blocks);
            }
            Node::If(branches, _) => {
                for branch in branches {
                    collect_blocks(branch, template, blocks);
                }
            }
            Node::For(_, _, body, otherwise) => {
                collect_blocks(body, template, blocks);
                collect_blocks(otherwise, template, blocks);
            }
            Node::Filter(body) | Node::Call(_, body) | Node::Capture(_, body) => {
                collect_blocks(body, template, blocks);
            }
            _ => {}
        }
    }
}

//! The addresses of a site, and those that were published once and are no more. Others have noted them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::fix::Change;
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::graph::{AnyLink, Graph, Node, Reader, Site, alias_output, in_language};
use crate::content::pages::plan;
use crate::incremental::memo::DependencyRecorder;
use crate::notation::yaml;

/// The paths, percent-encoded, of all pages and redirects from the root of the site, sorted; those of past compositions are
/// among them. Of a long list, the first page.
pub fn addresses(graph: &Graph, site: &Site) -> BTreeSet<String> {
    let recorder = DependencyRecorder::default();
    let reader = Reader::new(graph, &recorder);
    let of = |link: AnyLink| {
        let (node, common) = reader.node(link);
        let languages = site.languages.iter();
        let pages = languages.map(|it| in_language(&node.output, it, &site.language));
        let aliases = common.aliases.iter().map(|it| alias_output(it.as_str()));
        let past = match link {
            AnyLink::Body(body) => plan::composition_paths(graph, &recorder, site, body),
            _ => Vec::new(),
        };
        let all = pages.chain(aliases).chain(past).map(|it| rooted(&it));
        all.collect::<Vec<_>>()
    };
    graph.all().flat_map(of).collect()
}

/// The addresses in a list, one on each line.
pub fn listed(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What was found of the addresses in a list.
#[derive(Default)]
pub struct Lost {
    /// The faults.
    pub faults: Vec<Diagnostic>,
    /// The addresses of which it is not known what their pages have become. Perhaps the history knows.
    pub unknown: BTreeSet<String>,
}

/// Reports the addresses in a list at which the site has neither a page nor a redirect: at the page that each has become, if
/// there is no doubt, and else in the list. `is_written` tells which files there are.
///
/// Pages of past compositions that come on a later day are not lost: the list may be of that day. Those of a page that is
/// lost itself come back with it. No other page takes the place of one, least of all that of today.
///
/// `moved` tells where the history knows pages to have been.
///
/// The pages of a folder that has another name are one fault, in all their languages, unless `each` is wanted: each has
/// a fix of its own.
pub fn lost(
    graph: &Graph,
    site: &Site,
    (list, text): (&SourcePath, &str),
    moved: &BTreeMap<OutputPath, OutputPath>,
    is_written: impl Fn(&SourcePath) -> bool,
    each: bool,
) -> Lost {
    let last_day = Site {
        as_of: Date::LAST,
        ..site.clone()
    };
    let published = addresses(graph, &last_day);
    let is_lost = |address: &&str| {
        let output = alias_output(address);
        !published.contains(&rooted(&output)) && !graph.has_output(&output)
    };
    let lost: BTreeSet<&str> = listed(text).filter(is_lost).collect();
    if lost.is_empty() {
        return Lost::default();
    }
    let known: BTreeSet<String> = listed(text).map(|it| rooted(&alias_output(it))).collect();
    let new = New::pages((graph, site), &known, moved, is_written);
    let (mut faults, mut unknown) = (Vec::new(), BTreeSet::new());
    let mut moves: BTreeMap<Move, Vec<(&Node, &str)>> = BTreeMap::new();
    let word = rooted(&OutputPath::page(site.written.composition_folder()));
    for address in lost.iter().copied() {
        let body = composition_of(address, word.trim_end_matches('/'));
        if body.is_some_and(|it| lost.contains(&*format!("{it}/"))) {
            continue;
        }
        if let Some(node) = new.became(address).filter(|_| body.is_none()) {
            let pages = moves.entry(Move::of(address, node, site)).or_default();
            pages.push((node, address));
            continue;
        }
        let start = address.as_ptr() as usize - text.as_ptr() as usize;
        let place = Place::span(list, start..start + address.len());
        let fault = Diagnostic::new(Code::LostAddress, place).number("count", 1);
        let hint = body.map_or("unknown", |_| "composition");
        if body.is_none() {
            unknown.insert(address.to_owned());
        }
        faults.push(fault.text("address", address).hint(hint));
    }
    for (of, pages) in moves {
        match pages.as_slice() {
            [(first, _), _, ..] if !each => faults.push(of.fault(first, pages.len())),
            _ => faults.extend(pages.iter().map(|(node, address)| of_page(node, address))),
        }
    }
    Lost { faults, unknown }
}

/// The address of the body, without the last slash, of which another may be that of a past composition. `word` is what
/// comes between: `/composizione`.
fn composition_of<'a>(address: &'a str, word: &str) -> Option<&'a str> {
    let (folder, _) = address.trim_end_matches('/').rsplit_once('/')?;
    folder.strip_suffix(word)
}

/// A folder that has another name, or a page alone: how the addresses before and after begin that end in the same way.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Move {
    from: String,
    to: String,
}

impl Move {
    fn of(address: &str, node: &Node, site: &Site) -> Move {
        let mut others = site.languages.iter().filter(|it| **it != site.language);
        let in_site_language = others.find_map(|language| {
            let rest = address.strip_prefix('/')?.strip_prefix(language.as_str())?;
            Some(rest).filter(|rest| rest.starts_with('/'))
        });
        let before = in_site_language.unwrap_or(address);
        let after = rooted(&node.output);
        let parts = |address: &str| -> Vec<String> {
            let parts = address.split('/').filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect()
        };
        let (mut before, mut after) = (parts(before), parts(&after));
        while before.last().is_some() && before.last() == after.last() {
            before.pop();
            after.pop();
        }
        let folder = |parts: Vec<String>| match parts.is_empty() {
            true => "/".to_owned(),
            false => format!("/{}/", parts.join("/")),
        };
        Move {
            from: folder(before),
            to: folder(after),
        }
    }

    /// The fault of several pages, at the first of them.
    fn fault(self, first: &Node, count: usize) -> Diagnostic {
        let fault = Diagnostic::new(Code::LostAddress, first.at(|it| it.key("title")));
        let fault = fault.number("count", count).text("address", self.from);
        fault.text("to", self.to).hint("folder")
    }
}

/// The fault of a page that was at another address.
fn of_page(node: &Node, address: &str) -> Diagnostic {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/-_.%".contains(c);
    let item = match address.chars().all(is_plain) {
        true => address.to_owned(),
        false => yaml::quoted(address),
    };
    let fault = Diagnostic::new(Code::LostAddress, node.at(|it| it.key("title")));
    let change = Change::Item {
        key: "aliases".to_owned(),
        item: item.clone(),
    };
    fault
        .number("count", 1)
        .text("address", address)
        .text("alias", item)
        .fix_at(node.at(Clone::clone), change)
}

/// The pages whose addresses are in no list yet, by what may tell that they were at another before.
struct New<'a> {
    /// By names.
    named: BTreeMap<String, BTreeMap<&'a OutputPath, &'a Node>>,
    /// By the addresses, in each language, at which the history knows them to have been.
    moved: BTreeMap<String, &'a Node>,
}

impl<'a> New<'a> {
    fn pages(
        (graph, site): (&'a Graph, &Site),
        known: &BTreeSet<String>,
        moved: &BTreeMap<OutputPath, OutputPath>,
        is_written: impl Fn(&SourcePath) -> bool,
    ) -> New<'a> {
        let mut was: BTreeMap<&OutputPath, Vec<&OutputPath>> = BTreeMap::new();
        for (before, now) in moved {
            was.entry(now).or_default().push(before);
        }
        let mut new = New {
            named: BTreeMap::new(),
            moved: BTreeMap::new(),
        };
        for node in graph.nodes() {
            if known.contains(&rooted(&node.output)) || !is_written(&node.origin.file) {
                continue;
            }
            let address = rooted(&node.output);
            let names = [
                last_name(&address).to_owned(),
                node.id().to_owned(),
                slug::slugify(&*node.title),
            ];
            for name in names {
                new.named
                    .entry(name)
                    .or_default()
                    .insert(&node.output, node);
            }
            for before in was.get(&node.output).into_iter().flatten() {
                let languages = site.languages.iter();
                let addresses =
                    languages.map(|it| rooted(&in_language(before, it, &site.language)));
                new.moved.extend(addresses.map(|it| (it, node)));
            }
        }
        new
    }

    /// The page that a lost address has become by the history, or the only one that it can have: one whose file, id or
    /// title has the name.
    fn became(&self, address: &str) -> Option<&'a Node> {
        if let Some(node) = self.moved.get(&rooted(&alias_output(address))) {
            return Some(node);
        }
        let mut pages = self.named.get(last_name(address))?.values();
        let only = pages.next()?;
        pages.next().is_none().then_some(*only)
    }
}

/// The last name in an address: `consulta` for `/novara/consulta/`.
fn last_name(address: &str) -> &str {
    let name = address.trim_end_matches('/');
    let name = name.rsplit('/').next().unwrap_or_default();
    let name = name.strip_suffix(".html").unwrap_or(name);
    name.strip_suffix(".htm").unwrap_or(name)
}

fn rooted(output: &OutputPath) -> String {
    format!("/{}", output.address())
}

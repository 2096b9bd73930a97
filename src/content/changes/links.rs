//! Where texts lead: to other things than before, or to files that were replaced.

use std::collections::BTreeSet;

use super::change::Change;
use super::identity::Renamed;
use super::kind::Kind;
use super::side::{Side, Thing};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::destination::{Destination, file_at};
use crate::content::markdown::ParsedText;
use crate::content::model::EntityKind;
use crate::notation::value::Value;

/// Where two texts lead that differ in it: what only the first and what only the second leads to. Texts are given with the
/// things that they are of and their sides.
pub(super) fn differing(
    before: (&Side, &Thing, &ParsedText),
    after: (&Side, &Thing, &ParsedText),
    renamed: &Renamed,
) -> [Value; 2] {
    let is_moved = before.1.file != after.1.file;
    if before.2.links == after.2.links && !is_moved {
        return Default::default();
    }
    let none = Renamed::new();
    let gone = targets(before, renamed);
    let mut come = targets(after, &none);
    let gone = gone.into_iter().filter(|target| {
        let same = come.iter().position(|it| it == target);
        same.map(|at| come.remove(at)).is_none()
    });
    let gone = Value::list(gone.collect::<Vec<_>>());
    [gone, Value::list(come)]
}

/// What the links and images of a text lead to, however that is written: a thing, or an address.
fn targets((side, thing, text): (&Side, &Thing, &ParsedText), renamed: &Renamed) -> Vec<Value> {
    let links = text.links.decompress();
    let written = links.iter().map(|link| {
        let other = || Value::Text(link.destination.clone());
        match Destination::parse(&link.destination) {
            Ok(Destination::Name(name, suffix)) if suffix.as_str().is_empty() => {
                reference(&name).unwrap_or_else(other)
            }
            Ok(Destination::Path(path, suffix)) => {
                let place = file_at(&thing.file, &path);
                let page = place.as_ref().and_then(|it| {
                    let output = OutputPath::page(&address(it));
                    side.page_at(&output, it)
                });
                let Some(page) = page.map(|it| &it.subject) else {
                    let place = place.map_or(path, |it| address(&it));
                    return Value::Text(format!("/{place}{}", suffix.as_str()));
                };
                let page = renamed.get(page).map_or(page, |it| &it.to);
                match suffix.as_str() {
                    "" => Value::Reference(page.kind, page.id.clone()),
                    suffix => Value::Text(format!("ref:{}/{}{suffix}", page.kind, page.id)),
                }
            }
            _ => other(),
        }
    });
    written.collect()
}

fn reference(name: &str) -> Option<Value> {
    let (kind, id) = name.split_once('/')?;
    let kind = EntityKind::of_word(kind)?;
    Some(Value::Reference(kind.as_str(), id.to_owned()))
}

/// The folder of a page as an address, whether its file or its address is written; or the path of another file.
fn address(place: &SourcePath) -> String {
    let path = place.as_str();
    let path = path.strip_prefix("content/").unwrap_or(path);
    let endings = ["/_index.md", "/index.html", ".md"].into_iter();
    let mut stems = endings.filter_map(|ending| path.strip_suffix(ending));
    stems.next().unwrap_or(path).to_owned()
}

/// The changes of things whose files, or those to which their texts lead, have other bytes.
pub(super) fn replaced(side: &Side, files: &BTreeSet<SourcePath>) -> Vec<Change> {
    let mut changes = Vec::new();
    for thing in side.things().filter(|_| !files.is_empty()) {
        let text = thing.texts.get(&None);
        let links = text.map(|it| it.links.decompress()).unwrap_or_default();
        let of_text = links.into_iter().filter_map(|link| {
            let destination = Destination::parse(&link.destination);
            match destination {
                Ok(Destination::Path(path, _)) => file_at(&thing.file, &path),
                _ => None,
            }
        });
        let own = thing.facts.get("file").as_text();
        let own = own.and_then(|path| file_at(&thing.file, path));
        let linked: BTreeSet<SourcePath> = of_text.chain(own).collect();
        changes.extend(linked.intersection(files).map(|file| Change {
            who: Value::Text(address(file)),
            ..Change::of(Kind::FileReplaced, thing)
        }));
    }
    changes
}

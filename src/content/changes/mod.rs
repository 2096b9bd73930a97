//! What changed between two states of a site, as facts and not as lines of files.
//!
//! Both states come from the stage that parses. [`compare`] goes on from there, in steps:
//!
//! - [`side`]: the things of a state by name, whatever files they are in, as plain [`Value`]s.
//! - [`normal`]: two ways to write the same become one.
//! - [`identity`]: things and parts of bodies whose id has changed are found.
//! - [`mapping`]: old ids become new ones, wherever something is named.
//! - [`difference`], with [`items`]: two values are compared; items of lists are told apart by what they are, not by place.
//! - [`fuse`] and [`classify`]: each difference gets a [`Kind`], by a table. One that the table does not know is still a
//!   change: of a field, from a value to another. So a field that is new in the model is never missed.
//! - [`holders`]: what happened on a seat, from the two lists of its holders.
//! - [`words`]: how many words of a text were added and removed.
//! - [`links`]: where texts lead, and the files there that were replaced.
//! - [`causes`]: what follows from another change is shown as its consequence.
//!
//! Nothing here depends on the day: as time passes, the same two states differ in the same way.

mod causes;
mod change;
mod classify;
mod difference;
mod fuse;
mod holders;
mod identity;
mod items;
mod kind;
mod links;
mod mapping;
mod moved_holders;
mod normal;
mod side;
mod similar;
mod things;
mod words;

use std::collections::{BTreeMap, BTreeSet};

pub use change::{Change, Evidence};
pub use holders::dated;
pub use items::label;
pub use kind::{Class, Kind};
pub use side::{Side, Subject, Thing};

use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::notation::value::Value;

/// The changes from one state of a site to another.
#[derive(Debug)]
pub struct Comparison {
    /// The changes: body by body, events first, then corrections, then changes of the presentation.
    pub changes: Vec<Change>,
    /// The titles of things, as they are after the changes.
    pub titles: BTreeMap<Subject, String>,
    /// The pages that are elsewhere: where they were, and where they are.
    pub moved: BTreeMap<OutputPath, OutputPath>,
    /// The files that could not be read, before and after. What they describe is not compared.
    pub unread: [Vec<SourcePath>; 2],
    /// What seats, terms and activities are called.
    parts: BTreeMap<Subject, Value>,
    renamed: identity::Renamed,
}

/// Compares two states of a site.
pub fn compare(before: &Side, after: &Side) -> Comparison {
    let renamed = identity::find(before, after);
    let mut changes = things::changes(before, after, &renamed);
    causes::add(&mut changes, [before, after]);
    let mut titles = before.titles();
    titles.extend(after.titles());
    change::sort(&mut changes, &titles);
    let parts = [before, after].into_iter().flat_map(Side::parts);
    Comparison {
        changes,
        titles,
        parts: parts.collect(),
        moved: identity::moved(before, after, &renamed),
        unread: [before.unread(), after.unread()],
        renamed,
    }
}

impl Comparison {
    /// What is called by an id that is written as a text of this key in a thing: another thing, or a seat, term or
    /// activity, and the body of that if it is another one.
    pub fn called(&self, thing: &Subject, key: &str, id: &str) -> Option<(Value, Option<&str>)> {
        mapping::named(thing, key, id).find_map(|subject| match self.parts.get(&subject) {
            Some(part) => {
                let body = subject.parent().filter(|it| it.id != thing.id);
                let body = body.map(|it| Subject { kind: "body", ..it });
                let body = body.and_then(|it| self.titles.get(&it));
                Some((part.clone(), body.map(String::as_str)))
            }
            None => Some((Value::Text(self.titles.get(&subject)?.clone()), None)),
        })
    }

    /// Adds that files were replaced to which things lead that are on the second side.
    pub fn add_replaced(&mut self, after: &Side, files: &BTreeSet<SourcePath>) {
        self.changes.extend(links::replaced(after, files));
        change::sort(&mut self.changes, &self.titles);
    }

    /// Adds the changes of the settings of the site.
    pub fn add_settings(&mut self, before: &Value, after: &Value, file: &SourcePath) {
        let changes = things::settings(before, after, file, &self.renamed);
        self.changes.extend(changes);
    }
}

//! The fields that the code of one template names.

use std::collections::BTreeMap;

use super::super::addresses::code::Code;
use super::{Known, Unknown};
use crate::base::view_fields::Shape;

/// Names that are no variables, and whose fields are Tera's.
const TERAS: [&str; 2] = ["loop", "__tera_context"];

/// Goes through the code of one template, and keeps what its names hold.
pub(super) struct Fields<'c> {
    known: &'c Known<'c>,
    /// What names hold; `None` if it is not known. One scope for the file or component, and one for each `for` that is open.
    scopes: Vec<BTreeMap<&'c str, Option<Shape>>>,
    /// The names that `set` gives a value several times, so that it depends on the page what they hold.
    changing: Vec<&'c str>,
    file: &'c str,
}

impl<'c> Fields<'c> {
    pub(super) fn new(known: &'c Known<'c>, file: &'c str, codes: &[Code<'c>]) -> Fields<'c> {
        let set = codes.iter().filter_map(|code| match code.words.as_slice() {
            ["set" | "set_global", name, "=", ..] => Some(*name),
            _ => None,
        });
        let set: Vec<&str> = set.collect();
        let times = |name: &&str| set.iter().filter(|it| *it == name).count();
        let mut fields = Fields {
            known,
            scopes: Vec::new(),
            changing: set.iter().copied().filter(|it| times(it) > 1).collect(),
            file,
        };
        fields.begin();
        fields
    }

    /// The fields that there are not, each with the word that names it.
    pub(super) fn faults(&mut self, code: &Code<'c>) -> Vec<(usize, Unknown<'c>)> {
        match code.words.as_slice() {
            ["component", _, parameters @ ..] => {
                self.begin_component(parameters);
                return Vec::new();
            }
            ["endcomponent", ..] => {
                self.begin();
                return Vec::new();
            }
            ["endfor"] => {
                self.scopes.pop();
                return Vec::new();
            }
            _ => {}
        }
        let inner = comprehended(&code.words);
        let faults = self.paths(&code.words, &inner);
        match code.words.as_slice() {
            ["set" | "set_global", name, "=", value @ ..] => {
                let shape = self.shape(value).filter(|_| !self.changing.contains(name));
                self.name(name, shape);
            }
            ["for", name, "in", list @ ..] => {
                let shape = match self.shape(list) {
                    Some(Shape::List(item)) => Some(*item),
                    Some(Shape::Any) => Some(Shape::Any),
                    _ => None,
                };
                self.scopes.push(BTreeMap::from([(*name, shape)]));
            }
            ["for", key, ",", name, "in", map @ ..] => {
                let shape = match self.shape(map) {
                    Some(Shape::Map(value)) => Some(*value),
                    Some(Shape::Any) => Some(Shape::Any),
                    _ => None,
                };
                self.scopes
                    .push(BTreeMap::from([(*key, None), (*name, shape)]));
            }
            _ => {}
        }
        faults
    }

    /// The scope of a file: what the template of a page sees, and all templates.
    fn begin(&mut self) {
        let mut views = self.known.source.views.iter();
        let seen = views.find(|(template, _)| *template == self.file);
        let seen = seen.map_or(&["site", "page"][..], |it| it.1);
        self.scopes = vec![self.variables(seen)];
    }

    /// The scope of a component: its parameters, and what it takes from the page (`@page`).
    fn begin_component(&mut self, parameters: &[&'c str]) {
        let taken = parameters.windows(2).filter_map(|words| match words {
            ["@", name] => Some(*name),
            _ => None,
        });
        let mut scope = self.variables(&taken.collect::<Vec<_>>());
        let rest = parameters.windows(2).filter_map(|words| match words {
            ["...", name] => Some(*name),
            _ => None,
        });
        scope.extend(rest.map(|name| (name, Some(Shape::Any))));
        self.scopes = vec![scope];
    }

    fn variables(&self, names: &[&'c str]) -> BTreeMap<&'c str, Option<Shape>> {
        let all = &self.known.source.fields.variables;
        let named = names.iter().map(|name| (*name, all.get(*name).cloned()));
        named.collect()
    }

    fn name(&mut self, name: &'c str, shape: Option<Shape>) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name, shape);
        }
    }

    fn holds(&self, name: &str) -> Option<&Shape> {
        let mut scopes = self.scopes.iter().rev();
        scopes.find_map(|scope| scope.get(name))?.as_ref()
    }

    /// The faults of all paths in an expression. `inner` are the names that it gives a meaning itself.
    fn paths(&self, words: &[&'c str], inner: &[&str]) -> Vec<(usize, Unknown<'c>)> {
        let (mut faults, mut shape, mut is_free) = (Vec::new(), None, false);
        for (at, word) in words.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|it| words.get(it));
            if !is_name(word) {
                continue;
            }
            if !before.is_some_and(|it| is_dot(it)) {
                // What is called may have dots in its name: `<ui.card />`.
                let is_called = before.is_some_and(|it| ["<", "</"].contains(it));
                is_free = is_called || TERAS.contains(word);
                shape = self.holds(word).filter(|_| !inner.contains(word)).cloned();
                continue;
            }
            // After a bracket or a number, it is not known what the path has come to.
            if at
                .checked_sub(2)
                .and_then(|it| words.get(it))
                .is_some_and(|it| !is_name(it))
            {
                (shape, is_free) = (None, false);
            }
            let fault = self.known.field_fault(shape.as_ref(), word);
            faults.extend(fault.filter(|_| !is_free).map(|fault| (at, fault)));
            shape = self.field(shape, word);
        }
        faults
    }

    fn field(&self, shape: Option<Shape>, name: &str) -> Option<Shape> {
        match shape? {
            Shape::Record(record) => {
                let record = self.known.source.fields.records.get(&record)?;
                record.get(name).cloned()
            }
            Shape::Map(value) => Some(*value),
            Shape::Any => Some(Shape::Any),
            Shape::Scalar | Shape::List(_) => None,
        }
    }

    /// What an expression holds, if it is a path and nothing else.
    fn shape(&self, words: &[&str]) -> Option<Shape> {
        let (first, path) = words.split_first()?;
        let mut shape = self.holds(first).cloned()?;
        for pair in path.chunks(2) {
            match pair {
                [dot, name] if is_dot(dot) && is_name(name) => {
                    shape = self.field(Some(shape), name)?;
                }
                _ => return None,
            }
        }
        Some(shape)
    }
}

/// The names to which a list that is written with `for` gives a meaning: `[a.b for a in list]`.
fn comprehended<'c>(words: &[&'c str]) -> Vec<&'c str> {
    let inner = words
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, it)| **it == "for");
    let names = inner.flat_map(|(at, _)| {
        let names = words.get(at + 1..).unwrap_or_default().iter();
        names.take_while(|it| **it != "in").copied()
    });
    names.collect()
}

fn is_dot(word: &str) -> bool {
    [".", "?."].contains(&word)
}

fn is_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

//! How far a printed value can be trusted, and the names that a template knows.

use std::collections::BTreeMap;

use super::nodes::Node;
use crate::site::theme::AddressFields;

/// How far a value can be trusted, from the most to the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// The theme's author wrote it, or it is a number.
    Constant,
    /// The address of a file that a page may load.
    File,
    /// An address that was led to where it leads.
    Address,
    /// A value of a view: its text is an editor's, its fields are as the views declare them.
    View,
    /// A value whose fields an editor named, as under `extra`.
    Foreign,
    /// HTML.
    Markup,
}

/// The names that a template knows at some place.
#[derive(Clone, Debug, Default)]
pub(super) struct Names<'a> {
    names: BTreeMap<String, Name<'a>>,
}

/// What a name stands for.
#[derive(Clone, Debug)]
pub(super) struct Name<'a> {
    pub(super) trust: Trust,
    /// The parts of templates that it captures, each with the number of its template.
    pub(super) captured: Vec<(usize, &'a [Node<'a>])>,
}

impl<'a> Names<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&Name<'a>> {
        self.names.get(name)
    }

    /// The trust in a name. What is not known here is a variable of the view.
    pub(super) fn trust(&self, name: &str) -> Trust {
        match (self.get(name), name) {
            (Some(known), _) => known.trust,
            (None, "loop") => Trust::Constant,
            (None, "target") => Trust::Address,
            (None, name) if name.starts_with("__") => Trust::Foreign,
            (None, _) => Trust::View,
        }
    }

    /// Gives a name a meaning, in place of the one that it had.
    pub(super) fn replace(&mut self, name: &str, trust: Trust) -> Option<Name<'a>> {
        let captured = Vec::new();
        self.names.insert(name.to_owned(), Name { trust, captured })
    }

    /// Gives a name back the meaning that it had.
    pub(super) fn restore(&mut self, name: &str, before: Option<Name<'a>>) {
        match before {
            Some(before) => drop(self.names.insert(name.to_owned(), before)),
            None => drop(self.names.remove(name)),
        }
    }

    /// Adds a meaning to those that a name may have, because a template may set it in one of several branches.
    pub(super) fn add(
        &mut self,
        name: &str,
        trust: Trust,
        captured: Option<(usize, &'a [Node<'a>])>,
    ) {
        let known = self.names.entry(name.to_owned()).or_insert(Name {
            trust,
            captured: Vec::new(),
        });
        known.trust = known.trust.max(trust);
        if let Some(captured) = captured
            && !known
                .captured
                .iter()
                .any(|it| std::ptr::eq(it.1, captured.1))
        {
            known.captured.push(captured);
        }
    }

    /// Something that changes when a name gets another meaning.
    pub(super) fn state(&self) -> Vec<(Trust, usize)> {
        let names = self.names.values();
        names.map(|it| (it.trust, it.captured.len())).collect()
    }
}

impl Trust {
    /// The trust in a field of a value.
    pub(super) fn of_field(self, field: &str, addresses: AddressFields) -> Trust {
        match self {
            Trust::Constant => Trust::Constant,
            Trust::File | Trust::Address => Trust::Address,
            Trust::Foreign | Trust::Markup => Trust::Foreign,
            Trust::View if field == "extra" => Trust::Foreign,
            Trust::View if addresses.files.contains(&field) => Trust::File,
            Trust::View if addresses.links.contains(&field) => Trust::Address,
            Trust::View => Trust::View,
        }
    }

    /// The trust in a value that a filter or operator made of this one.
    pub(super) fn made_of(self) -> Trust {
        match self {
            Trust::File | Trust::Address => Trust::View,
            other => other,
        }
    }
}

//! Diagnostics of the content, without their text: a code, a place and arguments.
//!
//! The texts are in the message catalogues ([`crate::messages`]), and the command line prints them. A stage returns its
//! value *and* its diagnostics, so that one fault never hides another.
//!
//! A site may have hundreds of thousands of diagnostics, so they are small: a path is one text, and no list has spare
//! capacity.

use std::borrow::Cow;
use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};

use super::code::{Code, Severity};
use super::fix::{Change, Fix};
use super::source::SourcePath;

/// A fault, or what may be one, at a place in a source file.
///
/// The order of the fields sorts diagnostics by file first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct Diagnostic {
    /// The place where an editor can correct it.
    pub place: Place,
    /// The kind of the diagnostic.
    pub code: Code,
    /// The values in the message.
    pub args: Vec<(Cow<'static, str>, Arg)>,
    /// The name of one of the code's hints, which is an attribute of its message.
    /// `None` stands for the attribute `hint`, if the message has it.
    pub hint: Option<Cow<'static, str>>,
    /// A related place, such as the first of two equal ids.
    pub related: Option<Box<Place>>,
    /// The change that the hint proposes, if it can be made without an editor.
    pub fix: Option<Box<Fix>>,
}

/// A value in a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum Arg {
    /// A text, shown as it is: a name, an id, a piece of the source.
    Text(String),
    /// A number, shown and used to select the plural.
    Number(i64),
    /// The key of another message, which is shown: `type-organization`.
    Label(String),
}

/// A place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct Place {
    /// The file, from the site's root.
    pub file: SourcePath,
    /// The position in the file.
    pub at: At,
}

/// A position in a file.
///
/// The parsed values of a file have no positions, which would take more memory than the values. A diagnostic about a
/// value has the path to it, and [`crate::notation::place`] finds the bytes when the diagnostic is printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum At {
    /// The whole file, which is shown as its first line.
    Whole,
    /// These bytes.
    Span(Span),
    /// The key at this path of the structured text.
    Key(NodePath),
    /// The value at this path of the structured text.
    Value(NodePath),
}

/// A range of bytes in a file of at most 4 GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct Span {
    start: u32,
    end: u32,
}

/// The path to a value in structured text, as a JSON Pointer (RFC 6901): `/seats/3/from/0`.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize,
)]
pub struct NodePath(Box<str>);

/// The number of errors and of warnings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Tally {
    /// The number of errors.
    pub errors: usize,
    /// The number of warnings.
    pub warnings: usize,
}

impl Diagnostic {
    /// A diagnostic with a code and a place only.
    pub fn new(code: Code, place: Place) -> Diagnostic {
        Diagnostic {
            code,
            place,
            args: Vec::new(),
            hint: None,
            related: None,
            fix: None,
        }
    }

    /// Adds a text for the message.
    #[must_use]
    pub fn text(self, name: &'static str, value: impl Into<String>) -> Diagnostic {
        let mut value = value.into();
        value.shrink_to_fit();
        self.arg(name, Arg::Text(value))
    }

    /// Adds a number for the message.
    #[must_use]
    pub fn number(self, name: &'static str, value: impl TryInto<i64>) -> Diagnostic {
        self.arg(name, Arg::Number(value.try_into().unwrap_or(i64::MAX)))
    }

    /// Adds the key of another message, which is shown in the message.
    #[must_use]
    pub fn label(self, name: &'static str, key: impl Into<String>) -> Diagnostic {
        self.arg(name, Arg::Label(key.into()))
    }

    /// Chooses one of the code's hints.
    #[must_use]
    pub fn hint(mut self, hint: &'static str) -> Diagnostic {
        self.hint = Some(hint.into());
        self
    }

    /// Adds a related place.
    #[must_use]
    pub fn related(mut self, place: Place) -> Diagnostic {
        self.related = Some(Box::new(place));
        self
    }

    /// Adds the change that the hint proposes, if any, at the place of the diagnostic. `check --fix` makes those of errors only.
    #[must_use]
    pub fn fix(self, change: impl Into<Option<Change>>) -> Diagnostic {
        let place = self.place.clone();
        match change.into() {
            Some(change) => self.fix_at(place, change),
            None => self,
        }
    }

    /// Adds the change that the hint proposes, at another place.
    #[must_use]
    pub fn fix_at(mut self, place: Place, change: Change) -> Diagnostic {
        self.fix = Some(Box::new(Fix { place, change }));
        self
    }

    /// The diagnostic as one that was accepted for a reason.
    #[must_use]
    pub fn accepted(self, because: &str) -> Diagnostic {
        self.text("because", because)
    }

    /// Why it was accepted. `None` if it was not.
    pub fn because(&self) -> Option<&str> {
        self.args.iter().find_map(|(name, arg)| match arg {
            Arg::Text(text) if name == "because" => Some(text.as_str()),
            _ => None,
        })
    }

    /// The severity. With `strict`, every warning is an error, unless it was accepted.
    pub fn severity(&self, strict: bool) -> Severity {
        if self.because().is_some() {
            Severity::Accepted
        } else if strict {
            Severity::Error
        } else {
            self.code.severity()
        }
    }

    /// Adds a value for the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, arg: Arg) -> Diagnostic {
        self.args.reserve_exact(1);
        self.args.push((name.into(), arg));
        self
    }
}

impl Place {
    /// The whole file.
    pub fn whole(file: &SourcePath) -> Place {
        Place {
            file: file.clone(),
            at: At::Whole,
        }
    }

    /// A value of the file, by its path.
    pub fn value(file: &SourcePath, path: NodePath) -> Place {
        let (file, at) = (file.clone(), At::Value(path));
        Place { file, at }
    }

    /// A range of bytes of the file.
    pub fn span(file: &SourcePath, span: Range<usize>) -> Place {
        Place {
            file: file.clone(),
            at: At::Span(span.into()),
        }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            start: offset(range.start),
            end: offset(range.end),
        }
    }
}

impl Span {
    /// Whether another range is within this one.
    pub fn holds(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The range as `usize`.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl NodePath {
    /// The path to the value of a key in the mapping at this path.
    #[must_use]
    pub fn key(&self, key: &str) -> NodePath {
        if key.contains(['~', '/']) {
            self.with(&key.replace('~', "~0").replace('/', "~1"))
        } else {
            self.with(key)
        }
    }

    /// The path to an item, counted from 0, of the list at this path.
    #[must_use]
    pub fn index(&self, index: usize) -> NodePath {
        self.with(&index.to_string())
    }

    /// The keys and indices, from the root.
    pub fn steps(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(|step| {
            if step.contains('~') {
                step.replace("~1", "/").replace("~0", "~").into()
            } else {
                step.into()
            }
        })
    }

    /// The path of the first steps.
    #[must_use]
    pub fn first(&self, steps: usize) -> NodePath {
        let mut ends = self.0.match_indices('/').map(|(at, _)| at).skip(1);
        let end = match steps.checked_sub(1) {
            Some(more) => ends.nth(more).unwrap_or(self.0.len()),
            None => 0,
        };
        NodePath(self.0.get(..end).unwrap_or_default().into())
    }

    /// Whether another path is this one, or leads on from it.
    pub fn holds(&self, other: &NodePath) -> bool {
        let rest = other.0.strip_prefix(&*self.0);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    fn with(&self, step: &str) -> NodePath {
        NodePath([&*self.0, "/", step].concat().into())
    }
}

impl Tally {
    /// Counts diagnostics. With `strict`, every warning is an error.
    pub fn of<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>, strict: bool) -> Tally {
        let mut tally = Tally::default();
        for diagnostic in diagnostics {
            match diagnostic.severity(strict) {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Accepted => {}
            }
        }
        tally
    }

    /// The tally if `strict` may apply. With `strict`, every warning is an error.
    #[must_use]
    pub fn with_strict(self, strict: bool) -> Tally {
        if strict {
            Tally {
                errors: self.errors + self.warnings,
                warnings: 0,
            }
        } else {
            self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_gives_back_its_steps() {
        let root = NodePath::default();
        assert_eq!(root.steps().count(), 0);
        let path = root.key("seats").index(3).key("a/b~1").key("");
        let steps: Vec<_> = path.steps().collect();
        assert_eq!(steps, ["seats", "3", "a/b~1", ""]);
        assert_eq!(path.first(2), root.key("seats").index(3));
        assert_eq!((path.first(0), path.first(9)), (root, path));
    }

    #[test]
    fn a_diagnostic_is_small() {
        assert!(size_of::<Diagnostic>() <= 112);
        let place = Place::whole(&SourcePath::new("content/a.md"));
        let diagnostic = Diagnostic::new(Code::OverfullSeat, place);
        let diagnostic = diagnostic.text("seat", "a").number("count", 2);
        assert_eq!(diagnostic.args.capacity(), 2);
    }
}

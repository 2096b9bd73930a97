//! What a stage has to say about the content, without the words: a code, a place, arguments.
//!
//! The words are in the message catalogues ([`crate::messages`]); the page of output around them is
//! the command line's. A stage returns its value *and* its diagnostics: the first fault never hides
//! the second.

use std::borrow::Cow;
use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};

use serde::{Deserialize, Serialize};

use super::code::{Code, Severity};
use super::source::SourcePath;

/// One finding, placed in a source file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Diagnostic {
    /// Which kind of finding.
    pub code: Code,
    /// Where it is to be mended.
    pub place: Place,
    /// The values that its message names.
    pub args: Vec<(Cow<'static, str>, Arg)>,
    /// Which of the code's hints to give: the name of an attribute of its message.
    /// `None` gives the plain `hint`, if the message has one.
    pub hint: Option<Cow<'static, str>>,
    /// Another place that has a part in it: the first of two equal ids.
    pub related: Option<Place>,
}

/// A value in a message.
#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
pub enum Arg {
    /// Shown as it is: a name, an id, a piece of the source.
    Text(String),
    /// Shown, and selects the plural.
    Number(i64),
    /// The key of a message of its own: `type-organization`.
    Label(String),
}

/// A place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Place {
    /// The file, from the site's root.
    pub file: SourcePath,
    /// Where in it.
    pub at: At,
}

/// Where in a file.
///
/// Values of good files carry no positions (they would cost more than the values). A finding about
/// one names its path; the path becomes a span only when there is something to report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub enum At {
    /// The file as a whole; shown at its first line.
    Whole,
    /// These bytes.
    Span(Range<usize>),
    /// The key at this path of the structured text.
    Key(NodePath),
    /// The value at this path of the structured text.
    Value(NodePath),
}

/// The way to a value in structured text: `seats`, 3, `from`, 0.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
pub struct NodePath(pub Vec<Step>);

/// One step of a [`NodePath`].
#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
pub enum Step {
    /// The value of this key.
    Key(String),
    /// The item of this number, from 0.
    Index(usize),
}

impl NodePath {
    /// The path, one key longer.
    #[must_use]
    pub fn key(&self, key: &str) -> NodePath {
        self.with(Step::Key(key.to_owned()))
    }

    /// The path, one index longer.
    #[must_use]
    pub fn index(&self, index: usize) -> NodePath {
        self.with(Step::Index(index))
    }

    fn with(&self, step: Step) -> NodePath {
        // No room for more: many are kept.
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        NodePath(steps)
    }
}

impl Place {
    /// The file as a whole.
    pub fn whole(file: &SourcePath) -> Place {
        Place {
            file: file.clone(),
            at: At::Whole,
        }
    }

    /// Some bytes of the file.
    pub fn span(file: &SourcePath, span: Range<usize>) -> Place {
        Place {
            file: file.clone(),
            at: At::Span(span),
        }
    }
}

impl Diagnostic {
    /// A finding with nothing but its code and its place.
    pub fn new(code: Code, place: Place) -> Diagnostic {
        Diagnostic {
            code,
            place,
            args: Vec::new(),
            hint: None,
            related: None,
        }
    }

    /// Names a text in the message.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Diagnostic {
        self.args.push((name.into(), Arg::Text(value.into())));
        self
    }

    /// Names a number in the message.
    #[must_use]
    pub fn number(mut self, name: &'static str, value: impl TryInto<i64>) -> Diagnostic {
        self.args.push((
            name.into(),
            Arg::Number(value.try_into().unwrap_or(i64::MAX)),
        ));
        self
    }

    /// Names a word of the catalogue in the message.
    #[must_use]
    pub fn label(mut self, name: &'static str, key: impl Into<String>) -> Diagnostic {
        self.args.push((name.into(), Arg::Label(key.into())));
        self
    }

    /// Chooses one of the code's hints.
    #[must_use]
    pub fn hint(mut self, hint: &'static str) -> Diagnostic {
        self.hint = Some(hint.into());
        self
    }

    /// Names a second place.
    #[must_use]
    pub fn related(mut self, place: Place) -> Diagnostic {
        self.related = Some(place);
        self
    }

    /// How grave it is; under `strict`, every warning is an error.
    pub fn severity(&self, strict: bool) -> Severity {
        if strict {
            Severity::Error
        } else {
            self.code.severity()
        }
    }
}

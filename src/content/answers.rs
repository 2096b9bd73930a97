//! Answers of editors to warnings that are true and will stay: `accepted` in a page or entry.

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::code::Code;
use crate::base::diagnostic::{At, Diagnostic, NodePath, Place, Span};
use crate::base::source::SourcePath;

/// An answer to the warnings with a code at some places of a file.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Answer {
    /// The code of the warnings.
    pub code: Code,
    /// Why they are accepted.
    pub because: Box<str>,
    /// The place of the answer.
    pub place: Place,
    /// Where the warnings may be.
    pub extent: Extent,
    /// Whether it is in a page or entry that is a draft.
    pub is_draft: bool,
}

/// Places in a file.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Extent {
    /// The whole file.
    File,
    /// These values with all that they hold, and these pieces of the text.
    Parts(Box<[NodePath]>, Box<[Span]>),
}

/// The answers of all files that have some.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Answers(BTreeMap<SourcePath, Box<[Answer]>>);

impl Answer {
    /// Whether it answers a warning of its file.
    pub fn is_for(&self, warning: &Diagnostic) -> bool {
        self.code == warning.code && self.extent.holds(&warning.place.at)
    }

    /// The warning that there is nothing to answer.
    pub fn unused(&self) -> Diagnostic {
        let nowhere = matches!(&self.extent, Extent::Parts(paths, spans) if paths.is_empty() && spans.is_empty());
        let fault = Diagnostic::new(Code::UnusedAcceptance, self.place.clone());
        let fault = fault.text("code", self.code.slug());
        if nowhere {
            fault.hint("nowhere")
        } else {
            fault
        }
    }
}

impl Extent {
    fn holds(&self, at: &At) -> bool {
        match (self, at) {
            (Extent::File, _) => true,
            (Extent::Parts(..), At::Whole) => false,
            (Extent::Parts(_, spans), At::Span(span)) => spans.iter().any(|it| it.holds(*span)),
            (Extent::Parts(paths, _), At::Key(path) | At::Value(path)) => {
                paths.iter().any(|it| it.holds(path))
            }
        }
    }
}

impl Answers {
    /// Whether no file has any.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The files that have some.
    pub fn files(&self) -> impl Iterator<Item = &SourcePath> {
        self.0.keys()
    }

    /// The answers of a file.
    pub fn of(&self, file: &SourcePath) -> &[Answer] {
        self.0.get(file).map_or(&[], |answers| answers)
    }

    /// The first answer to a warning.
    pub fn to(&self, warning: &Diagnostic) -> Option<&Answer> {
        let mut answers = self.of(&warning.place.file).iter();
        answers.find(|answer| answer.is_for(warning))
    }

    /// Replaces the answers of a file. Returns whether they differ.
    pub fn replace(&mut self, file: &SourcePath, answers: Vec<Answer>) -> bool {
        if self.of(file) == answers {
            return false;
        }
        if answers.is_empty() {
            self.0.remove(file);
        } else {
            self.0.insert(file.clone(), answers.into());
        }
        true
    }
}

//! Answers of editors to warnings that are true and will stay: `accepted` in a page or entry.

mod pieces;

use std::collections::{BTreeMap, BTreeSet};

use borsh::{BorshDeserialize, BorshSerialize};

use self::pieces::{Pieces, Spans};
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
pub struct Answers(BTreeMap<SourcePath, FileAnswers>);

/// The answers of a file. To find one takes about the same time with many as with few.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
struct FileAnswers {
    answers: Box<[Answer]>,
    /// The first answer to a code in the whole file.
    of_file: BTreeMap<Code, usize>,
    /// The first answer to a code at a value and in all that it holds.
    of_values: BTreeMap<(Code, NodePath), usize>,
    /// The answers to a code in pieces of the text.
    of_spans: BTreeMap<Code, Pieces>,
}

impl Answer {
    /// The warning that there is nothing to answer.
    pub fn unused(&self) -> Diagnostic {
        let fault = Diagnostic::new(Code::UnusedAcceptance, self.place.clone());
        let fault = fault.text("code", self.code.slug());
        if self.extent.is_nowhere() {
            fault.hint("nowhere")
        } else {
            fault
        }
    }
}

impl Extent {
    /// Whether there is no such place.
    pub fn is_nowhere(&self) -> bool {
        matches!(self, Extent::Parts(paths, spans) if paths.is_empty() && spans.is_empty())
    }
}

impl FileAnswers {
    fn new(answers: Vec<Answer>) -> FileAnswers {
        let mut file = FileAnswers::default();
        let mut of_spans: BTreeMap<Code, Vec<(Span, usize)>> = BTreeMap::new();
        for (index, answer) in answers.iter().enumerate() {
            match &answer.extent {
                Extent::File => drop(file.of_file.entry(answer.code).or_insert(index)),
                Extent::Parts(paths, spans) => {
                    for path in paths {
                        let key = (answer.code, path.clone());
                        file.of_values.entry(key).or_insert(index);
                    }
                    let of_spans = of_spans.entry(answer.code).or_default();
                    of_spans.extend(spans.iter().map(|span| (*span, index)));
                }
            }
        }
        let pieces = of_spans.into_iter();
        file.of_spans = pieces.map(|(code, it)| (code, Pieces::new(it))).collect();
        file.answers = answers.into();
        file
    }

    /// The first answer to a warning of the file.
    fn to(&self, warning: &Diagnostic) -> Option<&Answer> {
        let of_file = self.of_file.get(&warning.code).copied();
        let there = match &warning.place.at {
            At::Whole => None,
            At::Span(span) => {
                let pieces = self.of_spans.get(&warning.code);
                pieces.and_then(|it| it.first_around(*span))
            }
            At::Key(path) | At::Value(path) => {
                let around = around(path).map(|path| (warning.code, path));
                around
                    .filter_map(|key| self.of_values.get(&key).copied())
                    .min()
            }
        };
        let first = of_file.into_iter().chain(there).min()?;
        self.answers.get(first)
    }

    /// The answers to none of these warnings of the file.
    fn unused<'a>(
        &'a self,
        warnings: &[&Diagnostic],
    ) -> impl Iterator<Item = &'a Answer> + use<'a> {
        let mut codes = BTreeSet::new();
        let mut values = BTreeSet::new();
        let mut spans: BTreeMap<Code, Vec<Span>> = BTreeMap::new();
        for warning in warnings {
            codes.insert(warning.code);
            match &warning.place.at {
                At::Whole => {}
                At::Span(span) => spans.entry(warning.code).or_default().push(*span),
                At::Key(path) | At::Value(path) => {
                    values.extend(around(path).map(|path| (warning.code, path)));
                }
            }
        }
        let spans: BTreeMap<Code, Spans> = (spans.into_iter())
            .map(|(code, spans)| (code, Spans::new(spans)))
            .collect();
        let is_used = move |answer: &Answer| match &answer.extent {
            Extent::File => codes.contains(&answer.code),
            Extent::Parts(paths, pieces) => {
                let there = spans.get(&answer.code);
                let mut paths = paths.iter();
                paths.any(|path| values.contains(&(answer.code, path.clone())))
                    || there.is_some_and(|there| pieces.iter().any(|it| there.are_in(*it)))
            }
        };
        self.answers.iter().filter(move |answer| !is_used(answer))
    }
}

/// A path, and those of all values that hold it.
fn around(path: &NodePath) -> impl Iterator<Item = NodePath> {
    (0..=path.steps().count()).map(|steps| path.first(steps))
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

    fn of(&self, file: &SourcePath) -> &[Answer] {
        self.0.get(file).map_or(&[], |it| &it.answers)
    }

    /// The first answer to a warning.
    pub fn to(&self, warning: &Diagnostic) -> Option<&Answer> {
        self.0.get(&warning.place.file)?.to(warning)
    }

    /// The answers in a file that are to none of these warnings, which are in it.
    pub fn unused(
        &self,
        file: &SourcePath,
        warnings: &[&Diagnostic],
    ) -> impl Iterator<Item = &Answer> {
        let answers = self.0.get(file).into_iter();
        answers.flat_map(move |it| it.unused(warnings))
    }

    /// Replaces the answers of a file. Returns whether they differ.
    pub fn replace(&mut self, file: &SourcePath, answers: Vec<Answer>) -> bool {
        if self.of(file) == answers {
            return false;
        }
        if answers.is_empty() {
            self.0.remove(file);
        } else {
            self.0.insert(file.clone(), FileAnswers::new(answers));
        }
        true
    }
}

//! What came of reading a file.

use crate::base::diagnostic::{Diagnostic, NodePath};

/// What came of reading a file: a value, and all faults.
///
/// A fault hides nothing else: where only some values are at fault, there is what the others say.
#[derive(Debug)]
pub struct Reading<T> {
    /// The value; `None` if nothing of it could be read.
    pub value: Option<T>,
    /// Every fault.
    pub faults: Vec<Diagnostic>,
    /// Where the text says something that could not be read, and the value says nothing, or a placeholder.
    pub unread: Vec<NodePath>,
}

impl<T> Reading<T> {
    pub(super) fn whole(value: T, faults: Vec<Diagnostic>) -> Reading<T> {
        Reading {
            value: Some(value),
            faults,
            unread: Vec::new(),
        }
    }

    /// No value.
    pub fn failed(faults: Vec<Diagnostic>) -> Reading<T> {
        Reading {
            value: None,
            faults,
            unread: Vec::new(),
        }
    }

    /// The value, if there are no faults.
    ///
    /// # Errors
    /// The faults.
    pub fn without_faults(self) -> Result<T, Vec<Diagnostic>> {
        match self.value {
            Some(value) if self.faults.is_empty() => Ok(value),
            _ => Err(self.faults),
        }
    }

    /// The same with the value as another.
    pub fn map<U>(self, value: impl FnOnce(T) -> U) -> Reading<U> {
        Reading {
            value: self.value.map(value),
            faults: self.faults,
            unread: self.unread,
        }
    }
}

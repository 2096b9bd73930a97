//! What is wrong with a template, and where.

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::site::theme::faults::template_path;

/// A fault of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fault {
    /// The number of the template.
    pub(super) template: usize,
    /// Its bytes in the template.
    pub(super) at: usize,
    pub(super) length: usize,
    pub(super) kind: FaultKind,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FaultKind {
    /// A text is printed as an address.
    Address,
    /// A text is printed where a program or a style is written.
    Program,
    /// A text is printed in a tag, outside of quotes.
    Tag,
    /// A text is printed as HTML.
    Html,
    /// An argument that is an address gets another text.
    Argument,
    /// The template cannot be followed.
    Unread,
}

impl Fault {
    /// The diagnostic. `template` finds the name and text of a template by its number.
    pub(super) fn diagnostic<'t>(
        self,
        template: impl Fn(usize) -> Option<(&'t str, &'t str)>,
    ) -> Option<Diagnostic> {
        let (name, text) = template(self.template)?;
        let span = self.at..self.at + self.length;
        let code = text.get(span.clone()).unwrap_or_default();
        let place = Place::span(&template_path(name), span);
        let fault = Diagnostic::new(Code::UnsafeTemplate, place).text("code", code);
        Some(match self.kind {
            FaultKind::Address => fault.hint("address"),
            FaultKind::Program => fault.hint("program"),
            FaultKind::Tag => fault.hint("tag"),
            FaultKind::Html => fault.hint("html"),
            FaultKind::Argument => fault.hint("argument"),
            FaultKind::Unread => fault.hint("unread"),
        })
    }
}

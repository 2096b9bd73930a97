//! The terms of a body, in which holders sit.

use crate::base::date::Period;
use crate::content::graph::link::Link;
use crate::content::model::{BodyTerm, Document};

/// The terms of a part, each with its act; those of the body count too.
#[derive(Clone, Copy, Default)]
pub(super) struct Terms<'a> {
    pub own: ActedTerms<'a>,
    pub of_body: ActedTerms<'a>,
}

/// Terms, and the act of each.
type ActedTerms<'a> = (&'a [BodyTerm], &'a [Option<Link<Document>>]);

impl<'a> Terms<'a> {
    fn all(self) -> impl Iterator<Item = (&'a BodyTerm, Option<Link<Document>>)> {
        let both = [self.own, self.of_body].into_iter();
        both.flat_map(|(terms, acts)| terms.iter().zip(acts.iter().copied()))
    }

    pub(super) fn ids(self) -> impl Iterator<Item = &'a str> {
        self.all().map(|(term, _)| term.id.as_str())
    }

    /// The period and the act of the term with this id.
    pub(super) fn find(self, id: &str) -> Option<(Period, Option<Link<Document>>)> {
        let found = self.all().find(|(term, _)| term.id.as_str() == id);
        found.map(|(term, act)| (term.period(), act))
    }
}

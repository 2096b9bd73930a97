//! The terms of a body, in which holders sit.

use crate::base::date::Period;
use crate::content::graph::link::Link;
use crate::content::model::{BodyTerm, Document, IdList};

/// The terms of a part, each with its act; those of the body count too.
#[derive(Clone, Copy)]
pub(super) struct Terms<'a> {
    pub own: ActedTerms<'a>,
    pub of_body: ActedTerms<'a>,
}

/// Terms, and the act of each.
type ActedTerms<'a> = (&'a IdList<BodyTerm>, &'a [Option<Link<Document>>]);

impl<'a> Terms<'a> {
    pub(super) fn ids(self) -> impl Iterator<Item = &'a str> {
        let both = [self.own.0, self.of_body.0].into_iter();
        both.flatten().map(|term| term.id.as_str())
    }

    /// The period and the act of the term with this id.
    pub(super) fn find(self, id: &str) -> Option<(Period, Option<Link<Document>>)> {
        let mut both = [self.own, self.of_body].into_iter();
        both.find_map(|(terms, acts)| {
            let at = terms.position(id)?;
            Some((terms.get(at)?.period(), acts.get(at).copied()?))
        })
    }
}

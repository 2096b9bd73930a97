//! Pieces of a text that hold others: found in about the same time among many as among few.

use std::cmp::Reverse;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::diagnostic::Span;

/// Pieces of a text with the answers to what is in them. Two of them have nothing in common, or one holds the other:
/// they are lines, or values and what those hold.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
pub(super) struct Pieces(Box<[Piece]>);

#[derive(Clone, Debug, BorshSerialize, BorshDeserialize)]
struct Piece {
    span: Span,
    /// The first answer to what is in it.
    answer: usize,
    /// The nearest piece around it.
    parent: Option<usize>,
}

impl Pieces {
    /// Pieces, each with the number of an answer.
    pub(super) fn new(mut spans: Vec<(Span, usize)>) -> Pieces {
        spans.sort_unstable_by_key(|(span, answer)| (start(*span), Reverse(end(*span)), *answer));
        spans.dedup_by_key(|(span, _)| *span);
        let mut pieces: Vec<Piece> = Vec::with_capacity(spans.len());
        let mut around: Vec<usize> = Vec::new();
        for (span, answer) in spans {
            let holds = |at: &usize| pieces.get(*at).is_some_and(|it| it.span.holds(span));
            while around.last().is_some_and(|at| !holds(at)) {
                around.pop();
            }
            let parent = around.last().copied();
            let of_parent = parent.and_then(|at| pieces.get(at)).map(|it| it.answer);
            around.push(pieces.len());
            pieces.push(Piece {
                span,
                answer: of_parent.map_or(answer, |other| answer.min(other)),
                parent,
            });
        }
        Pieces(pieces.into())
    }

    /// The first answer to what is in a piece that holds this one.
    pub(super) fn first_around(&self, span: Span) -> Option<usize> {
        let after = self.0.partition_point(|it| start(it.span) <= start(span));
        let last = self.0.get(after.checked_sub(1)?)?;
        let mut pieces = std::iter::successors(Some(last), |it| self.0.get(it.parent?));
        pieces.find(|it| it.span.holds(span)).map(|it| it.answer)
    }
}

/// Pieces of a text, of which one is looked for that another holds.
pub(super) struct Spans {
    starts: Vec<usize>,
    /// The first end of the pieces from each start on.
    ends: Vec<usize>,
}

impl Spans {
    pub(super) fn new(mut spans: Vec<Span>) -> Spans {
        spans.sort_unstable_by_key(|span| start(*span));
        let starts = spans.iter().map(|span| start(*span)).collect();
        let mut first = usize::MAX;
        let ends = spans.iter().rev().map(|span| {
            first = first.min(end(*span));
            first
        });
        let mut ends: Vec<usize> = ends.collect();
        ends.reverse();
        Spans { starts, ends }
    }

    /// Whether one of them is in this piece.
    pub(super) fn are_in(&self, piece: Span) -> bool {
        let from = self.starts.partition_point(|it| *it < start(piece));
        self.ends.get(from).is_some_and(|it| *it <= end(piece))
    }
}

fn start(span: Span) -> usize {
    span.range().start
}

fn end(span: Span) -> usize {
    span.range().end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Intervals of which two have nothing in common, or one holds the other.
    fn nested() -> impl Strategy<Value = Vec<Span>> {
        let span = (0_usize..4, 0_usize..9).prop_map(|(level, place)| {
            let size = 27 / 3_usize.pow(u32::try_from(level).unwrap());
            let start = place * size % 27;
            Span::from(start..start + size)
        });
        prop::collection::vec(span, 0..12)
    }

    // A piece without a size, where two others meet, is in both.
    proptest! {
        #[test]
        fn they_are_found_as_by_looking_at_each(pieces in nested(), start in 0_usize..27, size in 1_usize..9) {
            let wanted = Span::from(start..start + size);
            let numbered: Vec<_> = pieces.iter().copied().zip((0..pieces.len()).rev()).collect();
            let holding = numbered.iter().filter(|(it, _)| it.holds(wanted));
            let first = holding.map(|(_, answer)| *answer).min();
            prop_assert_eq!(Pieces::new(numbered.clone()).first_around(wanted), first);
            let are_in = pieces.iter().any(|it| wanted.holds(*it));
            prop_assert_eq!(Spans::new(pieces).are_in(wanted), are_in);
        }
    }
}

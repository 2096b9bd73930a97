//! The page of a past composition of a body, and the links to such pages.

use schemars::JsonSchema;
use serde::Serialize;

use super::part::body_term;
use super::part_source::PartSource;
use super::{Anchors, BodyTermView, Card, DateView, PageContext, PartView};
use crate::content::graph::{Link, Part, WrittenPart};
use crate::content::model::Body;
use crate::content::pages::past_compositions::PastComposition;

/// `composition`: who sat in a body on a day of the past (`page.day`).
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct CompositionView<'a> {
    /// The body as it is now.
    pub body: Card<'a>,
    /// The body itself, of which only its title, its terms and its seats are given.
    pub own: PartView<'a>,
    /// The tables that it may have had then, of which only that is given, in the order of the source.
    pub tables: Vec<PartView<'a>>,
    /// The past composition before this one. `none` if this is the first.
    pub earlier: Option<PastCompositionView<'a>>,
    /// The past composition after this one. `none` if this is the last.
    pub later: Option<PastCompositionView<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// A past composition of a body, which has a page.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct PastCompositionView<'a> {
    /// The relative link to its page: `composizione/2010/index.html`.
    pub href: String,
    /// The day of which that page speaks.
    pub day: DateView<'a>,
    /// The term that was over on that day. `none` if it is the last day of a year.
    pub term: Option<BodyTermView<'a>>,
}

impl<'a> CompositionView<'a> {
    /// The past composition of a number. The day of the page is that of it.
    pub(super) fn new(
        page: &PageContext<'a>,
        link: Link<Body>,
        number: usize,
    ) -> CompositionView<'a> {
        let around = |number: Option<usize>| {
            let past = page.past.get(number?)?;
            Some(PastCompositionView::new(page, link, past))
        };
        let was_there = |it: &PartSource<'_>| {
            it.part.table.is_none() || it.existence().days.may_contain(page.as_of)
        };
        let parts = parts(page, link).filter(was_there);
        let mut parts = parts.map(|source| PartView::composition(page, source));
        CompositionView {
            body: page.card(link),
            own: parts.next().unwrap_or_default(),
            tables: parts.collect(),
            earlier: around(number.checked_sub(1)),
            later: around(number.checked_add(1)),
            anchors: page.anchors(),
        }
    }
}

impl<'a> PastCompositionView<'a> {
    /// Those of a body, the first one first.
    pub(super) fn all(page: &PageContext<'a>, link: Link<Body>) -> Vec<PastCompositionView<'a>> {
        let all = PastComposition::all(page.graph, link, page.site.as_of);
        let views = all.iter();
        let views = views.map(|past| PastCompositionView::new(page, link, past));
        views.collect()
    }

    fn new(page: &PageContext<'a>, link: Link<Body>, past: &PastComposition) -> Self {
        let body = page.graph.get(link);
        let own = || parts(page, link).next();
        PastCompositionView {
            href: page.page_href(&past.output(&body.node.output, &page.site.written)),
            day: page.date(past.day),
            term: past.term.and_then(|index| body_term(page, own()?, index)),
        }
    }
}

/// A body and its tables.
pub(super) fn parts<'a>(
    page: &PageContext<'a>,
    link: Link<Body>,
) -> impl Iterator<Item = PartSource<'a>> + use<'a> {
    let body = page.graph.get(link);
    let translation = page.translation(link);
    let source = move |(part, written): (&'a Part, WrittenPart<'a>)| PartSource {
        link,
        body,
        translation,
        part,
        written,
    };
    body.parts().map(source)
}

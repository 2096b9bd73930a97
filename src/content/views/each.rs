//! What a seat has one place for each of.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::part_source::PartSource;
use super::{Card, PageContext};
use crate::content::graph::{EachOf, SeatLinks};
use crate::content::model::Each;
use crate::content::model::translation::SeatWords;
use crate::content::settings::VocabularyKind;

/// What there is one place for each of.
#[derive(Clone, Debug, Default, JsonSchema, Serialize)]
pub struct EachView<'a> {
    /// The kind: `zones` of the territory, `members` of the body, a `list` of organizations, or a `text`.
    pub kind: &'static str,
    /// The organizations that exist on the day of the page, in the order of the source. Empty for `zones` and `text`.
    pub items: Vec<Card<'a>>,
    /// The name of the zones, for `zones`; the text as typed, for `text`. `none` for `members` and `list`, and for
    /// zones that are not described.
    pub text: Option<Cow<'a, str>>,
    /// The language of the text: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
    /// How many of them there are: `24`. `none` if it is not known.
    pub size: Option<u32>,
}

impl<'a> EachView<'a> {
    pub(super) fn new(
        page: &PageContext<'a>,
        source: PartSource<'a>,
        (each, words): (&'a EachOf, Option<&'a SeatWords>),
        seat: &'a SeatLinks,
        places: u32,
    ) -> EachView<'a> {
        let of_organizations = |kind, list: &[_]| {
            let items: Vec<Card<'a>> = page.existing_cards(list).collect();
            EachView {
                kind,
                size: u32::try_from(items.len()).ok(),
                items,
                ..EachView::default()
            }
        };
        match each {
            EachOf::Members => {
                let members = of_organizations("members", &source.body.links.members);
                // There may have been more members than are listed.
                let size = members.size.max(seat.has_one_for_each().then_some(places));
                EachView { size, ..members }
            }
            EachOf::List(list) => of_organizations("list", list),
            EachOf::Zones(count) => {
                let territory = source.body.written.territory.as_ref();
                let zones = territory.and_then(|territory| territory.zones.as_ref());
                EachView {
                    kind: "zones",
                    text: zones.map(|zones| page.label(VocabularyKind::Area, &zones.kind)),
                    size: *count,
                    ..EachView::default()
                }
            }
            EachOf::Text => {
                let own = match &seat.written.each {
                    Some(Each::Text(text)) => Some(&**text),
                    _ => None,
                };
                let translation = words.and_then(|words| words.each.as_deref());
                let (text, lang) = page.translated(translation, own);
                EachView {
                    kind: "text",
                    text: text.map(Cow::from),
                    lang,
                    ..EachView::default()
                }
            }
        }
    }
}

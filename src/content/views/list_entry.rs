//! The entries of lists that the theme declares.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Card, DateView, MeetingCard, PageContext};
use crate::content::graph::AnyLink;
use crate::notation::yaml::AnyValue;

/// A thing in a list that the theme declares.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ListEntry<'a> {
    /// As in [`Card`].
    #[serde(flatten)]
    pub card: Card<'a>,
    /// The day of a meeting, or the date of a document. `none` if it is not known, and for other things.
    pub date: Option<DateView<'a>>,
    /// The day of the last change. `none` if it is not known.
    pub updated: Option<DateView<'a>>,
    /// What it belongs to: the body or table that meets, the organization that runs a body or made a document; of other
    /// things, the section that they are in. `none` if there is no such thing.
    pub parent: Option<Card<'a>>,
    /// A meeting, as lists of meetings show it. `none` for other things.
    pub meeting: Option<MeetingCard<'a>>,
    /// What was typed under `extra` in the front matter: `entry.extra.color`. `none` if nothing was typed.
    #[schemars(with = "serde_json::Value")]
    pub extra: &'a AnyValue,
}

impl<'a> PageContext<'a> {
    /// The lists that the theme declares, by name.
    pub(super) fn list_entries(
        &self,
        template: &'static str,
    ) -> BTreeMap<Cow<'a, str>, Vec<ListEntry<'a>>> {
        let lists = self.theme_lists(template).map(|(name, things)| {
            let entries = things.into_iter().map(|it| ListEntry::new(self, it));
            (Cow::Borrowed(name), entries.collect())
        });
        lists.collect()
    }
}

impl<'a> ListEntry<'a> {
    fn new(page: &PageContext<'a>, link: AnyLink) -> ListEntry<'a> {
        let (node, common) = page.graph.node(link);
        let section = page.graph.summary(link).section();
        let (mut date, mut parent, mut meeting) = (None, None, None);
        match link {
            AnyLink::Meeting(it) => {
                let card = MeetingCard::new(page, it);
                date = Some(card.start.day.clone());
                parent.clone_from(&card.body);
                meeting = Some(card);
            }
            AnyLink::Document(it) => {
                let document = page.graph.get(it);
                date = document.written.date.map(|it| page.date(it));
                parent = document.links.issuer.map(|it| page.card(it));
            }
            AnyLink::Body(it) => parent = page.graph.authority(it).map(|it| page.card(it)),
            _ => parent = section.map(|it| page.card(it)),
        }
        ListEntry {
            card: page.card(link),
            date,
            updated: page.last_change(node).map(|day| page.date(day)),
            parent,
            meeting,
            extra: &common.extra,
        }
    }
}

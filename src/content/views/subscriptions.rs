//! The links by which readers subscribe to a calendar or a feed.

use schemars::JsonSchema;
use serde::Serialize;

use super::{PageContext, calendar, feed};
use crate::base::output::OutputPath;
use crate::content::graph::{AnyLink, Link, in_language};
use crate::content::model::Body;

/// The calendar and the feed of a body, or of the site.
#[derive(Clone, Debug, Default, JsonSchema, Serialize)]
pub struct SubscriptionsView {
    /// The relative link to the calendar, to download it: `calendar.ics`. `none` if there are no
    /// events.
    pub calendar: Option<String>,
    /// The link by which calendar applications subscribe: `webcal://coordinamenti.example/calendar.ics`. `none` if there
    /// are no events, or the site has no address.
    pub webcal: Option<String>,
    /// The relative link to the feed: `feed.xml`. `none` if the site has no address.
    pub feed: Option<String>,
}

impl SubscriptionsView {
    /// Those of a body.
    pub(super) fn of_body(page: &PageContext<'_>, body: Link<Body>) -> SubscriptionsView {
        let link = AnyLink::Body(body);
        let face = page.graph.summary(link);
        // In the language of the page, if the body has words in it.
        let language = match face.is_translated_into(page.language()) {
            true => page.language(),
            false => &page.site.language,
        };
        let own = in_language(face.output(), language, &page.site.language);
        SubscriptionsView::new(page, &own, calendar::is_of(page.graph, page.site, body))
    }

    /// Those of the site, on a page that lists meetings.
    pub(super) fn of_site(page: &PageContext<'_>, has_meetings: bool) -> SubscriptionsView {
        let home = page.localized(&OutputPath::page(""));
        SubscriptionsView::new(page, &home, has_meetings)
    }

    fn new(page: &PageContext<'_>, beside: &OutputPath, has_events: bool) -> SubscriptionsView {
        let calendar = has_events.then(|| calendar::path(beside));
        let feed = feed::path(beside);
        let has_address = page.site.written.base_url().is_some();
        let absolute = calendar.as_ref().and_then(|it| page.absolute(it));
        SubscriptionsView {
            webcal: absolute.and_then(|it| webcal(&it)),
            calendar: calendar.map(|it| page.file_href(&it)),
            feed: has_address.then(|| page.file_href(&feed)),
        }
    }
}

/// The address by which calendar applications know that it is theirs.
fn webcal(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    Some(format!("webcal://{rest}"))
}

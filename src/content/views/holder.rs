//! The holders of seats.

use serde::Serialize;

use super::{Card, PageContext, PeriodView};
use crate::content::graph::{AnyLink, SeatLinks};
use crate::content::model::Holder;

/// A person who holds, held or will hold a seat.
#[derive(Clone, Debug, Serialize)]
pub struct HolderView<'a> {
    /// The name: "Maria Rossi".
    pub name: &'a str,
    /// The relative link to the person's page: `../../persone/maria-rossi/index.html`. `none` if the person has no
    /// page.
    pub href: Option<String>,
    /// The organization for which the person sits. `none` if none was typed.
    pub on_behalf_of: Option<Card<'a>>,
    /// The period of the mandate. `none` if neither end is known.
    pub term: Option<PeriodView<'a>>,
    /// The act of appointment. `none` if it is not known.
    pub act: Option<Card<'a>>,
    /// Whether the person only holds the seat until it is filled.
    pub acting: bool,
    /// Whether the person stands in for a holder.
    pub substitutes: bool,
    /// The name of the holder for whom the person stands in. `none` if it is not known.
    pub substitutes_for: Option<&'a str>,
    /// Why the mandate ended: "dimissioni". `none` if nothing was typed.
    pub end_reason: Option<&'a str>,
}

impl<'a> HolderView<'a> {
    /// The view of a holder of a seat, with the number of the holder in the seat's list.
    pub(super) fn new(
        page: &PageContext<'a>,
        seat: &SeatLinks,
        (number, holder): (usize, &'a Holder),
    ) -> HolderView<'a> {
        let links = seat.holders.get(number);
        let person = links.and_then(|links| links.person).map(AnyLink::Person);
        let name = person.map(|person| page.title(person));
        let substitutes = holder.substitutes.as_ref();
        HolderView {
            name: name.or(holder.name.as_deref()).unwrap_or_default(),
            href: person.map(|person| page.href(person)),
            on_behalf_of: links.and_then(|it| it.on_behalf_of).map(|it| page.card(it)),
            term: page.period(holder.term()),
            act: links.and_then(|it| it.act).map(|it| page.card(it)),
            acting: holder.acting == Some(true),
            substitutes: holder.is_substitute(),
            substitutes_for: substitutes.and_then(|it| it.name()).map(|it| it.as_str()),
            end_reason: holder.end_reason.as_deref(),
        }
    }
}

/// Whether a person holds the seat on the site's day.
pub(super) fn is_current(page: &PageContext<'_>, holder: &Holder) -> bool {
    holder.term().contains(page.site.as_of)
}

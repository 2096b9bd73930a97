//! A seat never has more holders at one time than places. Substitutes take no place.

use super::Context;
use super::crowd::crowd;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::HolderLinks;

rule! {
    OverfullSeat: Body, "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2024-01-01, until: 2024-12-31}\n      - {name: Ugo Bianchi, from: 2024-06-01}\n",
    "until: 2024-12-31" => "until: 2024-06-01", 6
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        let Some(places) = seat.links.places.max else {
            continue;
        };
        let holders = seat.links.each_holder().enumerate();
        // The members are those of today: who sat for one that has since left had a place of its own.
        let pool = seat.pool_of_each();
        let is_of_another = |links: &HolderLinks| {
            let organization = links.on_behalf_of;
            organization.is_some_and(|it| !pool.is_empty() && !pool.contains(&it))
        };
        let holders = holders
            .filter(|(_, (written, links))| written.takes_a_place() && !is_of_another(links));
        let holders = holders.map(|(index, (_, links))| (index, links.period));
        let limit = places as usize;
        if let Some(crowd) = crowd(holders, limit, context.site.as_of)
            && let Some(surplus) = crowd.sitting.get(limit)
        {
            let place = seat.at(|it| it.key("holders").index(*surplus));
            let fault = Diagnostic::new(Code::OverfullSeat, place)
                .text("seat", seat.id())
                .number("places", places)
                .number("holders", crowd.sitting.len() as u64);
            found.push(fault.text("date", crowd.date.to_string()));
        }
    }
}

//! A seat never has more holders at one time than places. Substitutes take no place.

use super::places::{LocatedSeat, day_or_empty, takes_a_place};
use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::Holder;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::OverfullSeat],
    example: Example::body(
        "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2024-01-01, until: 2024-12-31}\n      - {name: Ugo Bianchi, from: 2024-06-01}\n",
        ("until: 2024-12-31", "until: 2024-05-31"),
        6,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        if let Some(places) = seat.links.places.max {
            overfull(seat, places, found);
        }
    }
}

/// Looks at the days on which somebody begins: on no other day does the number of holders grow.
fn overfull(seat: LocatedSeat<'_>, places: u32, found: &mut Vec<Diagnostic>) {
    let holders: Vec<(usize, &Holder)> = seat
        .written()
        .holders
        .iter()
        .enumerate()
        .filter(|(_, holder)| takes_a_place(holder))
        .collect();
    if holders.len() <= places as usize {
        return;
    }
    let mut days: Vec<Option<Date>> = holders.iter().map(|(_, holder)| holder.from).collect();
    days.sort_unstable();
    days.dedup();
    for day in days {
        let sits = |holder: &Holder| match day {
            Some(day) => holder.term().contains(day),
            None => holder.from.is_none(),
        };
        let sitting: Vec<usize> = holders
            .iter()
            .filter(|(_, holder)| sits(holder))
            .map(|(index, _)| *index)
            .collect();
        if let Some(surplus) = sitting.get(places as usize) {
            let place = seat.at(|it| it.key("holders").index(*surplus));
            let fault = Diagnostic::new(Code::OverfullSeat, place)
                .text("seat", seat.id())
                .number("places", places)
                .number("holders", sitting.len() as u64);
            found.push(fault.text("date", day_or_empty(day)));
            return;
        }
    }
}

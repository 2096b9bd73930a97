//! Nobody sits in a body before it exists or after it has ended.

use super::places::day_or_empty;
use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::Holder;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::HolderOutsideValidity],
    example: Example::body(
        "valid: {from: 2020-01-01}\nseats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2019-03-01}\n",
        ("2019-03-01", "2020-03-01"),
        6,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for holder in context.holders() {
        let valid = holder.seat.part.written.valid;
        if valid.is_upside_down() {
            continue;
        }
        let outside = |date: &Date| {
            valid.from.is_some_and(|from| *date < from)
                || valid.until.is_some_and(|until| until < *date)
        };
        let Holder { from, until, .. } = holder.written;
        let ends = [("from", *from), ("until", *until)];
        let first = ends
            .into_iter()
            .find_map(|(key, date)| Some((key, date.filter(outside)?)));
        if let Some((key, date)) = first {
            let fault = Diagnostic::new(Code::HolderOutsideValidity, holder.place(key))
                .text("date", date.to_string())
                .text("from", day_or_empty(valid.from))
                .text("until", day_or_empty(valid.until));
            found.push(fault);
        }
    }
}

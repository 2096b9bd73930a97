//! Nobody comes as a delegate to a seat whose holders may not send one.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::Delegable;

rule! {
    UnexpectedDelegate: Body, "seats:\n  - id: sindaco\n    basis: ex_officio\n    office: Sindaco di Alba\n    delegable: false\n    holders:\n      - {name: Anna Rossi, delegate_of: Sindaco di Alba}\n",
    "delegable: false" => "delegable: true", 7
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let firm = context.seats();
    let firm = firm.filter(|it| it.written().delegable == Some(Delegable::No));
    for holder in firm.flat_map(|seat| seat.holders()) {
        if holder.written.delegate_of.is_some() {
            let place = holder.place("delegate_of");
            let fault = Diagnostic::new(Code::UnexpectedDelegate, place);
            found.push(fault.text("seat", holder.seat.id()));
        }
    }
}

//! A seat held by virtue of an office says which office, or in which other seat that office is.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::Basis;

rule! {
    MissingOffice: Body, "seats:\n  - {id: presidente, role: chair, basis: ex_officio}\n",
    "ex_officio}" => "ex_officio, office: Presidente della Provincia}", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        let written = seat.written();
        let is_said = written.office.is_some() || written.held_by.is_some();
        if written.basis == Basis::ExOfficio && !is_said {
            let fault = Diagnostic::new(Code::MissingOffice, seat.place("basis"));
            let fault = fault.text("seat", seat.id());
            found.push(match written.among.is_empty() {
                true => fault,
                false => fault.hint("among"),
            });
        }
    }
}

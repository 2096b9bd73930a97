//! A seat held by virtue of an office says which office.

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
        if seat.written().basis == Basis::ExOfficio && seat.written().office.is_none() {
            let fault = Diagnostic::new(Code::MissingOffice, seat.place("basis"));
            found.push(fault.text("seat", seat.id()));
        }
    }
}

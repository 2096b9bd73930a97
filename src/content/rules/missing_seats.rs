//! A body has seats, or tables that have them.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    MissingKey: Body, "title: Consulta\nseats: []\n",
    "seats: []" => "seats:\n  - {id: presidente, role: chair, basis: elected}", 1
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body()
        && body.written.seats.is_empty()
        && body.written.tables.is_empty()
    {
        let fault = Diagnostic::new(Code::MissingKey, body.node.at(|it| it.key("title")));
        found.push(fault.text("key", "seats").hint("seats"));
    }
}

//! A mandate that has run out is followed by another, or its end is explained.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    ExpiredMandate: Body, "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2015-01-01, until: 2019-12-31}\n",
    "until: 2019-12-31}" => "until: 2019-12-31}\n      - {name: Ugo Bianchi, from: 2020-01-01}", 5
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let as_of = context.site.as_of;
    for (holder, until) in context.seats().flat_map(|it| it.run_out_on(as_of)) {
        let key = match holder.written.until {
            Some(_) => "until",
            None => "from",
        };
        let fault = Diagnostic::new(Code::ExpiredMandate, holder.place(key))
            .text("seat", holder.seat.id())
            .text("holder", holder.name(context.graph));
        found.push(fault.text("until", until.to_string()));
    }
    for part in context.parts() {
        if let Some((index, term)) = part.term_run_out_on(as_of) {
            let place = part.at("terms", |it| it.index(index).key("until"));
            let until = term.until.map(|until| until.to_string());
            let fault = Diagnostic::new(Code::ExpiredMandate, place).text("seat", "");
            let fault = fault.text("holder", term.id.as_str()).hint("term");
            found.push(fault.text("until", until.unwrap_or_default()));
        }
    }
}

//! A body names the act that established it.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::LegalBasis;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::NoEstablishingAct],
    example: Example::body(
        "title: Consulta\nlegal_basis: [{act: l-328-2000, relation: framework}]\n",
        ("relation: framework", "relation: establishes"),
        1,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        let bases = &body.written.legal_basis;
        if bases.iter().any(|it| it.establishes() && it.act.is_some()) {
            return;
        }
        let fault = |place| Diagnostic::new(Code::NoEstablishingAct, place);
        let known_missing = bases.iter().any(|basis| basis.missing == Some(true));
        found.push(match bases.iter().position(LegalBasis::establishes) {
            None => fault(body.node.at(|it| it.key("title"))),
            Some(index) => {
                let fault = fault(body.node.at(|it| it.key("legal_basis").index(index)));
                if known_missing {
                    fault.hint("missing")
                } else {
                    fault
                }
            }
        });
    }
}

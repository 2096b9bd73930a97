//! A body rests on an act that established it. Whoever answers for the page should know which.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::LegalRelation;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::NoEstablishingAct],
    example: Example::body(
        "title: Consulta\nlegal_basis: [{act: l-328-2000, relation: framework}]\n",
        1,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        let establishes =
            |relation: Option<LegalRelation>| relation == Some(LegalRelation::Establishes);
        let known = body
            .written
            .legal_basis
            .iter()
            .any(|basis| establishes(basis.relation) && basis.act.is_some());
        if !known {
            let missing = body
                .written
                .legal_basis
                .iter()
                .position(|basis| establishes(basis.relation));
            let place = match missing {
                Some(index) => body.node.at(|it| it.key("legal_basis").index(index)),
                None => body.node.at(|it| it.key("title")),
            };
            let fault = Diagnostic::new(Code::NoEstablishingAct, place);
            let admitted = body
                .written
                .legal_basis
                .iter()
                .any(|basis| basis.missing == Some(true));
            found.push(if missing.is_some() && admitted {
                fault.hint("missing")
            } else {
                fault
            });
        }
    }
}

//! A body names the act that established it.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::LegalBasis;

rule! {
    NoEstablishingAct: Body, "title: Consulta\nlegal_basis: [{act: l-328-2000, relation: framework}]\n",
    "relation: framework" => "relation: establishes", 1
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        let bases = &body.written.legal_basis;
        // An act that is known to be missing is not forgotten.
        let is_missing = |it: &LegalBasis| it.missing == Some(true);
        let is_told = |it: &LegalBasis| match it.relation {
            Some(_) => it.establishes() && (it.act.is_some() || is_missing(it)),
            None => is_missing(it),
        };
        if bases.iter().any(is_told) {
            return;
        }
        let place = match bases.iter().position(LegalBasis::establishes) {
            None => body.node.at(|it| it.key("title")),
            Some(index) => body.node.at(|it| it.key("legal_basis").index(index)),
        };
        found.push(Diagnostic::new(Code::NoEstablishingAct, place));
    }
}

//! No chain of delegations leads back to the seat at which it begins.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::delegation_cycles;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::DelegationCycle],
    example: Example::body(
        "seats:\n  - {id: tecnico, basis: delegate, delegated_by: tecnico}\n",
        (", delegated_by: tecnico", ""),
        2,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        delegation_cycles(body, found);
    }
}

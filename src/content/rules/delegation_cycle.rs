//! No chain of delegations leads back to the seat at which it begins.

use super::Context;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::delegation_cycles;

rule! {
    DelegationCycle: Body, "seats:\n  - {id: tecnico, basis: delegate, delegated_by: tecnico}\n",
    ", delegated_by: tecnico" => "", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        delegation_cycles(body, found);
    }
}

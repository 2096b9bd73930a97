//! Every page has a summary: for lists, search results and shared links.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    MissingSummary: Page, "title: Orari\nsummary:\n",
    "summary:" => "summary: Quando sono aperti gli uffici.", 1
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((node, common)) = context.node()
        // Entries of registries are too small to need one.
        && !node.origin.registry
        && common.summary.is_none()
    {
        let place = node.at(|it| it.key("title"));
        found.push(Diagnostic::new(Code::MissingSummary, place));
    }
}

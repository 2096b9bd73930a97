//! An article that is cited is one that the act is known to have.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::UnknownArticle],
    example: Example::body(
        "legal_basis:\n  - {act: l-328-2000, article: \"99\", relation: plan}\n",
        2,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        for (index, (basis, act)) in part
            .written
            .legal_basis
            .iter()
            .zip(&part.part.acts)
            .enumerate()
        {
            let (Some(article), Some(act)) = (&basis.article, act) else {
                continue;
            };
            let act = context.graph.get(*act);
            let known = &act.written.articles;
            if !known.is_empty() && !known.contains(article) {
                let place = part
                    .body
                    .node
                    .at(|_| part.path("legal_basis").index(index).key("article"));
                let fault = Diagnostic::new(Code::UnknownArticle, place);
                found.push(
                    fault
                        .text("article", article.as_str())
                        .text("act", &*act.node.title),
                );
            }
        }
    }
}

//! A legal basis cites an article that the act has, if the articles of the act are listed.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::is_same_article;

rule! {
    UnknownArticle: Body, "legal_basis:\n  - {act: l-328-2000, article: \"99\", relation: plan}\n",
    "\"99\"" => "\"19\"", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        let bases = part.written.legal_basis.iter().zip(&part.links.acts);
        for (index, (basis, act)) in bases.enumerate() {
            let (Some(article), Some(act)) = (basis.citation().article, act) else {
                continue;
            };
            let act = context.graph.get(*act);
            let known = &act.written.articles;
            let is_known = known.iter().any(|it| is_same_article(it, article));
            if !known.is_empty() && !is_known {
                let place = part.at("legal_basis", |it| it.index(index).key("article"));
                let fault = Diagnostic::new(Code::UnknownArticle, place)
                    .text("article", article)
                    .text("act", &*act.node.title);
                found.push(fault);
            }
        }
    }
}

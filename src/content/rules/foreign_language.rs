//! The entries of registries are translated into the languages that the site has.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    ForeignLanguage: Registry, "organizations:\n  - id: comune-asti\n    title: Comune di Asti\n    kind: municipality\n    translations:\n      fr: {title: Commune d'Asti}\n",
    "    translations:\n      fr: {title: Commune d'Asti}\n" => "", 6
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some((node, common)) = context.node() else {
        return;
    };
    let own = &context.site.languages;
    let written = common.translations.0.keys();
    for language in written.filter(|it| !own.contains(it)) {
        let place = node.at(|it| it.key("translations").key(language.as_str()));
        let listed = own.iter().skip(1).chain([language]);
        let listed: Vec<String> = listed.map(|it| format!("\"{it}\"")).collect();
        let fault = Diagnostic::new(Code::ForeignLanguage, place)
            .text("language", language.as_str())
            .text("languages", listed.join(", "));
        found.push(fault);
    }
}

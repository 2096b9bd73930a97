//! What stands for a name in acts where nobody is named is no person.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::notation::suggest::folded;

rule! {
    PlaceholderName: Body, "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: da nominare}\n",
    "name: da nominare" => "vacant: true", 5
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for holder in context.holders() {
        let name = holder.written.name.as_ref().map(|name| name.as_str());
        if let Some(name) = name.filter(|name| is_placeholder(name)) {
            let place = holder.at(|it| it.key("name"));
            found.push(Diagnostic::new(Code::PlaceholderName, place).text("value", name));
        }
    }
}

fn is_placeholder(name: &str) -> bool {
    let name = folded(name);
    let letters: String = name.chars().filter(|c| c.is_alphabetic()).collect();
    let name = format!("_{name}");
    letters.is_empty()
        || WORDS.split(' ').any(|word| word == letters)
        || PHRASES
            .split_whitespace()
            .any(|it| name.contains(&format!("_{it}")))
}

/// Words that are no names, without signs between their letters.
const WORDS: &str = "frei libero libera nd nessuna nessuno nn nobody none offen tba tbd unbesetzt vacante vacant vacanza vakant \
    x xx xxx";

/// Phrases that no name has in it.
const PHRASES: &str = "carica_vacante da_assegnare da_confermare da_definire da_designare da_determinare da_eleggere \
    da_individuare da_indicare da_nominare da_scegliere da_stabilire in_attesa_di in_corso_di_ in_fase_di_ noch_nicht \
    noch_offen non_ancora non_assegnat non_designat non_nominat non_presente posto_libero posto_vacante seggio_vacante \
    to_be_ not_yet zu_ernennen";

//! What stands for a name in acts where nobody is named is no person.

use super::Context;
use super::places::LocatedHolder;
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
            found.push(fault(&holder, name));
        } else if let Some(name) = name
            && let Some(only) = only_name(name)
        {
            found.push(fault(&holder, name).text("near", only).hint("only-name"));
        } else if let Some(name) = name
            && let Some((first, second)) = two_names(name)
        {
            let fault = fault(&holder, name).text("first", first);
            found.push(fault.text("second", second).hint("several"));
        }
    }
}

fn fault(holder: &LocatedHolder<'_>, name: &str) -> Diagnostic {
    let place = holder.at(|it| it.key("name"));
    Diagnostic::new(Code::PlaceholderName, place).text("value", name)
}

/// The name in a text that says more: `Elena Rossi` in "dott.ssa Elena Rossi (dal 2021)".
fn only_name(text: &str) -> Option<&str> {
    let bare = match text.strip_suffix(')').and_then(|it| it.rsplit_once('(')) {
        Some((before, _)) => before.trim_end(),
        None => text,
    };
    let mut bare = bare;
    while let Some((first, rest)) = bare.split_once(' ')
        && is_title(first)
    {
        bare = rest.trim_start();
    }
    (bare != text && !bare.is_empty()).then_some(bare)
}

/// Whether a word is a title before a name.
fn is_title(word: &str) -> bool {
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let letters = letters.to_lowercase();
    let is_one_of = |words: &str| words.split(' ').any(|it| it == letters);
    is_one_of(TITLES) || word.contains('.') && is_one_of(SHORT_TITLES)
}

/// Two names of persons, of two words or more each.
fn two_names(text: &str) -> Option<(&str, &str)> {
    const BETWEEN: [&str; 6] = [" e ", " ed ", " & ", "; ", " and ", " und "];
    let is_name = |text: &str| {
        let mut words = text.split_whitespace();
        words.clone().count() > 1 && words.all(|it| it.starts_with(char::is_uppercase))
    };
    let mut pairs = BETWEEN.iter().filter_map(|word| text.split_once(word));
    pairs.find(|(first, second)| is_name(first) && is_name(second))
}

/// Titles that are no names.
const TITLES: &str = "avvocato dottor dottore dottoressa dottssa dssa geometra ingegner ingegnere professor professore \
    professoressa profssa ragionier ragioniere signor signora sigra";

/// Titles that are written with a point.
const SHORT_TITLES: &str = "arch avv dott dr geom ing on prof rag sen sig";

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

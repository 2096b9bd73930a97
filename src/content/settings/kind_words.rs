//! Words by which people call the kinds of things, where they are not the names of the kinds.

use super::vocabulary::VocabularyKind;
use crate::notation::suggest::folded;

/// Kinds, and what such things are called or their titles begin with, in Italian, English and German: folded, without points.
type Words = &'static [(&'static str, &'static str)];

const ORGANIZATIONS: Words = &[
    (
        "union_of_municipalities",
        "unione dei comuni, unione comuni, unione montana, comunita montana, bezirksgemeinschaft",
    ),
    (
        "health_authority",
        "asl, ausl, usl, ulss, asst, aso, azienda usl, azienda ospedaliera",
    ),
    ("social_zone", "ats, ambito sociale"),
    (
        "municipality",
        "citta di, city of, town of, stadt, stadtgemeinde, marktgemeinde",
    ),
    (
        "school",
        "istituto comprensivo, istituto superiore, liceo, direzione didattica, gymnasium",
    ),
    ("university", "politecnico, ateneo"),
    ("trade_union", "cgil, cisl, uil"),
    ("chamber_of_commerce", "cciaa"),
    ("court", "tribunale, procura, corte"),
    ("police", "polizia, questura, carabinieri"),
    ("state_authority", "inps, inail, agenzia delle entrate"),
    ("association", "aps, odv, onlus"),
];

const DOCUMENTS: Words = &[
    ("resolution", "delibera, dgr, dgp, dgc, dcr, dcp, dcc"),
    ("decree", "dpr, dpcm, dpgr, dm, dlgs, dl"),
    (
        "law",
        "l n, lr, lp, legge regionale, landesgesetz, regional law",
    ),
    (
        "agreement",
        "intesa, protocollo d intesa, protocollo di intesa",
    ),
];

/// The kind that a word, or the beginning of a title, tells.
pub(super) fn kind_in(list: VocabularyKind, title: &str) -> Option<&'static str> {
    let words = match list {
        VocabularyKind::Organization => ORGANIZATIONS,
        VocabularyKind::Document => DOCUMENTS,
        _ => return None,
    };
    let title = folded(title).replace('.', "");
    let title = title.split(|c: char| !c.is_alphanumeric());
    let title: Vec<&str> = title.filter(|word| !word.is_empty()).collect();
    let begins = |beginning: &str| {
        let mut title = title.iter();
        beginning.split(' ').all(|word| title.next() == Some(&word))
    };
    let mut kinds = words
        .iter()
        .filter(|(_, words)| words.split(", ").any(begins));
    kinds.next().map(|(kind, _)| *kind)
}

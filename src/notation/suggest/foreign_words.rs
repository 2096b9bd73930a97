//! Italian words, and some German ones, that editors write instead of an English key or type.
//!
//! Keys and types are English only; this table makes the error message name the one that was meant.

use super::Near;

/// An English word, and what people write for it, folded, with spaces between the words.
pub(super) type Meaning = (&'static str, &'static str);

/// The first of these English words for which a folded word is written.
pub(super) fn meaning(folded: &str, meanings: &[Meaning]) -> Option<&'static str> {
    let mut meanings = meanings.iter();
    let found = meanings.find(|(_, foreign)| foreign.split(' ').any(|it| it == folded));
    found.map(|(english, _)| *english)
}

/// The keys that a foreign word may mean, the likeliest first.
pub(super) fn english_keys(word: &str) -> impl Iterator<Item = &'static str> {
    let folded = super::folded(word);
    let several = SEVERAL_KEYS.iter().find(|(foreign, _)| *foreign == folded);
    let several = several.map_or("", |(_, english)| english);
    several.split_whitespace().chain(meaning(&folded, KEYS))
}

/// The word of a closed list that a foreign word means, or may mean.
pub(super) fn english_word<'a>(word: &str, words: &[&'a str]) -> Option<Near<'a>> {
    let folded = super::folded(word);
    let find = |meanings: &[Meaning], is_certain| {
        let found = meaning(&folded, meanings)?;
        let word = words.iter().copied().find(|it| *it == found)?;
        Some(Near { word, is_certain })
    };
    find(WORDS, true).or_else(|| find(LIKELY_WORDS, false))
}

/// The words of closed lists: what the default theme prints for each, and what people write besides.
const WORDS: &[Meaning] = &[
    (
        "chair",
        "presidente presidenti presidentessa presidenza vorsitz",
    ),
    (
        "vice_chair",
        "vicepresidente vicepresidenti vice_presidente vice_presidenti vicepresidenza",
    ),
    ("member", "membro membri componente componenti"),
    ("secretary", "segretario segretaria segreteria"),
    (
        "technical_coordinator",
        "coordinamento_tecnico coordinatore_tecnico coordinatrice_tecnica",
    ),
    ("consultant", "consulente consulenti"),
    (
        "observer",
        "osservatore osservatrice osservatori osservatrici",
    ),
    ("guest", "invitato invitata invitati invitate ospite ospiti"),
    (
        "elected",
        "elezione eletto eletta eletti elette elettivo elettiva per_elezione componente_per_elezione componenti_per_elezione gewahlt",
    ),
    (
        "appointed",
        "nomina nominato nominata nominati nominate per_nomina componente_per_nomina componenti_per_nomina",
    ),
    ("delegate", "delegato delegata delegati delegate per_delega"),
    (
        "representative",
        "rappresentante rappresentanti in_rappresentanza",
    ),
    (
        "expert",
        "esperto esperta esperti esperte per_competenza persona_esperta persone_esperte",
    ),
    (
        "ex_officio",
        "di_diritto d'ufficio di_diritto,_per_la_carica componente_di_diritto componenti_di_diritto",
    ),
    ("held", "svolta svolto tenuta"),
    (
        "scheduled",
        "convocata convocato prevista previsto in_programma",
    ),
    ("cancelled", "annullata annullato"),
    ("phone", "telefono cellulare"),
    ("email", "posta_elettronica mail e_mail"),
    ("web", "sito sito_web"),
    ("address", "indirizzo"),
    ("body", "organismo"),
    ("organization", "ente organizzazione"),
    ("table", "tavolo"),
    ("meeting", "riunione seduta incontro sitzung"),
    ("document", "documento atto"),
    ("person", "persona"),
    ("topic", "argomento tema"),
    ("page", "pagina"),
    ("section", "sezione"),
];

/// Words that may mean a word of a closed list, or another thing.
const LIKELY_WORDS: &[Meaning] = &[
    ("email", "posta"),
    ("scheduled", "rinviata rinviato verschoben"),
    ("address", "sede"),
    (
        "body",
        "tavolo consulta comitato commissione conferenza osservatorio gremium",
    ),
    ("organization", "comune associazione"),
    ("document", "delibera legge verbale decreto"),
    ("section", "cartella"),
];

const KEYS: &[Meaning] = &[
    ("acronym", "acronimo sigla"),
    ("act", "atto"),
    ("acting", "facente_funzione facente_funzioni"),
    (
        "activities",
        "attivita competenze finalita funzioni terms_of_reference",
    ),
    ("adopted_by", "approvato_da"),
    ("agenda", "agenda_lavori ordine_del_giorno"),
    ("among", "tra fra"),
    ("appointed_by", "nominato_da"),
    ("area", "area_territoriale"),
    ("areas", "aree"),
    ("article", "articolo"),
    ("articles", "articoli"),
    ("as_written", "testuale"),
    ("authority", "autorita"),
    ("basis", "base di_diritto"),
    ("body", "organismo"),
    ("changes", "modifiche"),
    ("channels", "canali"),
    ("cited_by", "citato_per"),
    ("contacts", "contatti"),
    ("convened_by", "convocata_da convocato_da convocazione"),
    ("count", "conteggio numero"),
    ("decisions", "decisioni maggioranza"),
    ("delegable", "delegabile"),
    ("delegate_of", "delegato_di"),
    ("delegated_by", "delegato_da"),
    ("display", "visualizzato"),
    ("document", "documento"),
    ("documents", "atti documenti"),
    ("draft", "bozza"),
    ("each", "uno_per ognuno"),
    ("eligible", "eleggibili"),
    ("end_reason", "motivo"),
    ("false", "no"),
    ("family", "cognome"),
    ("footer", "pie_di_pagina"),
    ("from", "da dal"),
    ("group", "gruppo"),
    ("holders", "titolari"),
    ("instruments", "strumenti"),
    ("issuer", "emittente"),
    ("istat", "codice_istat"),
    ("language", "lingua"),
    ("languages", "lingue"),
    ("lead", "capofila"),
    (
        "legal_basis",
        "base_giuridica base_normativa riferimenti_normativi",
    ),
    ("meeting", "riunione"),
    ("meetings", "riunioni"),
    ("meets", "si_riunisce"),
    ("minutes", "verbale"),
    ("missing", "manca mancante"),
    ("nav_title", "titolo_breve titolo_menu"),
    ("note", "nota note"),
    ("office", "carica cariche incarico ufficio"),
    ("on_behalf_of", "per_conto_di"),
    ("order", "ordine"),
    ("organization", "organizzazione"),
    ("organizations", "organizzazioni"),
    ("page", "pagina"),
    ("paragraph", "comma paragrafo"),
    ("parent", "genitore padre"),
    ("permanent", "permanente"),
    ("person", "persona"),
    ("persons", "persone"),
    ("place", "luogo ospita"),
    ("procedure", "procedura funzionamento"),
    ("proposed_by", "proposto_da"),
    ("public", "pubblica pubbliche pubblico"),
    ("publication_basis", "base_pubblicazione"),
    ("quorum", "numero_legale"),
    ("related", "collegati"),
    ("relation", "relazione"),
    ("represents", "rappresenta"),
    ("reviewed", "revisionato revisione rivisto"),
    ("role", "ruolo"),
    ("rules", "regolamento"),
    ("scope", "ambito"),
    ("seat", "posto"),
    ("seats", "seggi sitze"),
    ("seats_lead", "introduzione"),
    ("secretariat", "segreteria geschaftsstelle"),
    ("section", "sezione"),
    ("status", "stato"),
    ("subject", "materia"),
    (
        "substitutes",
        "sostituisce sostituti supplente_di supplenti sostituto_di stellvertreter",
    ),
    ("summary", "descrizione riassunto sommario"),
    ("tables", "tavoli"),
    ("tax_code", "codice_fiscale"),
    ("term_months", "mandato_mesi mesi durata durata_mandato"),
    ("terms", "mandati"),
    ("territory", "territorio"),
    ("text", "testo"),
    ("title", "titolo"),
    ("topic", "argomento"),
    ("topics", "argomenti temi"),
    ("true", "si"),
    ("until", "al fino_a fino_al scadenza"),
    ("updated", "ultimo_aggiornamento aggiornato aggiornamento"),
    ("url", "sito"),
    ("vacant", "vacante"),
    ("valid", "validita valido"),
    ("value", "valore"),
    ("voting", "voto votes stimmrecht"),
    ("zones", "ambiti zone_sociali"),
];

/// Foreign words that mean one of several keys, the likeliest first.
const SEVERAL_KEYS: &[Meaning] = &[
    ("componenti", "seats members"),
    ("mitglieder", "seats members"),
    ("data", "date start valid"),
    ("data_fine", "until end"),
    ("data_inizio", "from start"),
    ("ente", "authority organization"),
    ("enti", "organizations members"),
    ("fine", "until end"),
    ("fondato", "valid changes"),
    ("identificativo", "identifier id"),
    ("identificatore", "identifier id"),
    ("in_rappresentanza_di", "on_behalf_of represents"),
    ("inizio", "start from"),
    ("istituito", "valid changes"),
    ("istituzione", "valid changes"),
    ("mandato", "term term_months"),
    ("membri", "members seats"),
    ("nome", "name given title"),
    ("per", "on_behalf_of from"),
    ("posti", "seats count"),
    ("sede", "venue place"),
    ("tema", "theme topics"),
    ("tipo", "type kind"),
    ("tipologia", "kind type"),
];

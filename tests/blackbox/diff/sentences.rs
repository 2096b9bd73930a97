//! What is said: what was taken back, and names and numbers as they are on pages.

use super::{BODY, CUNEO, MEETING, REGISTRY, assert_told, told};

#[test]
fn what_was_said_is_taken_back_in_plain_words() {
    let place = |keys: &'static str| ("place:", keys);
    assert_eq!(
        told(
            MEETING,
            ("2026-03-14T15:30", "2026-03-14"),
            ("2026-03-14", "2026-03-14T18:00")
        ),
        "Consulta: the hour of the meeting of 14 March 2026 is now known: 18:00 (“Prima riunione”)."
    );
    let cancelled = "status: cancelled\n";
    assert_eq!(
        told(MEETING, place("status: cancelled\nplace:"), (cancelled, "")),
        "Consulta: the meeting of 14 March 2026, 15:30 takes place after all (“Prima riunione”)."
    );
    let held = "status: held\n";
    assert_eq!(
        told(MEETING, place("status: held\nplace:"), (held, "")),
        "Consulta: the meeting of 14 March 2026, 15:30 is no longer said to have been held (“Prima riunione”)."
    );
    assert_eq!(
        told(
            MEETING,
            place("end: 2026-03-14T17:30\nplace:"),
            ("end: 2026-03-14T17:30\n", "")
        ),
        "Consulta, meeting of 14 March 2026, 15:30: no longer says when it ends (previously: 14 March 2026, 17:30)."
    );
    assert_eq!(
        told(
            MEETING,
            place("minutes: verbale\nplace:"),
            ("minutes: verbale\n", "")
        ),
        "Consulta, meeting of 14 March 2026, 15:30: minutes no longer published: Verbale."
    );
    let none = "minutes: {none: closed session}";
    assert_eq!(
        told(
            MEETING,
            place("minutes: verbale\nplace:"),
            ("minutes: verbale", none)
        ),
        "Consulta, meeting of 14 March 2026, 15:30: minutes no longer published: Verbale; no minutes (closed session)."
    );
    assert_eq!(
        told(
            MEETING,
            ("rossa", "blu"),
            ("place:", &format!("{none}\nplace:"))
        ),
        "Prima riunione: reason why there are no minutes: now closed session."
    );
    assert_eq!(
        told(
            MEETING,
            place("documents: [verbale]\nplace:"),
            ("documents: [verbale]\n", "")
        ),
        "Consulta, meeting of 14 March 2026, 15:30: document no longer listed: Verbale."
    );
    let (kind, ending) = (
        "kind: council",
        "kind: council\nvalid: {from: 2020-01-01, until: 2030-01-01}",
    );
    assert_eq!(
        told(BODY, (kind, ending), (", until: 2030-01-01", "")),
        "Consulta no longer ends on 1 January 2030."
    );
    assert_eq!(
        told(BODY, (kind, ending), ("2030-01-01", "2031-01-01")),
        "Consulta ends on 1 January 2031 (previously: 1 January 2030)."
    );
    let ending = CUNEO.replace("municipality", "municipality, valid: {until: 2030-01-01}");
    assert_eq!(
        told(
            REGISTRY,
            (CUNEO, &ending),
            (", valid: {until: 2030-01-01}", "")
        ),
        "The organization Comune di Cuneo no longer ends on 1 January 2030."
    );
    let ending = "from: 2024-01-10, until: 2026-01-09";
    assert_eq!(
        told(
            BODY,
            ("from: 2024-01-10", ending),
            (", until: 2026-01-09", "")
        ),
        "Consulta, “Presidente – Comune di Alba”: the term of Anna Bianchi no longer ends on 9 January 2026."
    );
    let terms = "kind: council\nterms: [{id: primo, from: 2024-01-10}]";
    assert_eq!(
        told(
            BODY,
            (kind, terms),
            ("from: 2024-01-10}]", "from: 2024-02-10}]")
        ),
        "Consulta, term “primo”: start: 10 January 2024 → 10 February 2024."
    );
    assert_eq!(
        told(
            BODY,
            (kind, terms),
            ("\nterms: [{id: primo, from: 2024-01-10}]", "")
        ),
        "Consulta: the term “primo” is no longer listed."
    );
}

#[test]
fn what_is_told_has_the_names_and_numbers_of_the_page() {
    let delegates = "office: Delegato, count: 7";
    let table = [
        // Numbers, and what goes without saying.
        (
            (delegates, "office: Delegato, count: {min: 1, max: 3}"),
            ("min: 1", "min: 2"),
            "Consulta, «Delegato»: posti: da 1 a 3 → da 2 a 3.",
        ),
        (
            (delegates, "office: Delegato, count: {min: 1, max: 3}"),
            ("count: {min: 1, max: 3}", "count_source: unknown"),
            "Consulta, «Delegato»: posti: da 1 a 3 → non noto.",
        ),
        (
            (delegates, "office: Delegato, count: {min: 1, max: 3}"),
            ("max: 3}", "max: 3}, count_source: unknown"),
            "Consulta, «Delegato»: origine del numero: ora non noto.",
        ),
        (
            (delegates, "office: Delegato, each: members"),
            ("each: members", "from: [bra, cuneo], count: 3"),
            "Consulta, «Delegato»: posti: uno per ogni ente partecipante → 3.\nConsulta, «Delegato»: provenienza: uno per ogni ente partecipante → Comune di Bra, Comune di Cuneo.",
        ),
        (
            (delegates, "office: Delegato, each: zones"),
            ("each: zones", "count: 2"),
            "Consulta, «Delegato»: posti: uno per zona → 2.",
        ),
        (
            ("", ""),
            ("lead: [alba, bra]", "lead: [alba, bra, cuneo]"),
            "Consulta: ente capofila: in più Comune di Cuneo.",
        ),
        (
            ("", ""),
            ("lead: [alba, bra]", "lead: [alba]"),
            "Consulta: ente capofila: non più Comune di Bra.",
        ),
        (
            ("", ""),
            (
                "zones: {kind: zone, count: 2,",
                "zones: {kind: zone, count: 3,",
            ),
            "Consulta: territorio, numero delle zone: 2 → 3.",
        ),
        // One edit is one sentence.
        (
            (
                delegates,
                "office: Delegato, count: 7, substitutes: {each: true}",
            ),
            ("{each: true}", "{count: 2}"),
            "Consulta, «Delegato»: supplenti: uno per ogni posto → 2.",
        ),
        (
            (
                delegates,
                "office: Delegato, count: 7, appointed_by: {organization: alba}",
            ),
            ("{organization: alba}", "{body: conferenza}"),
            "Consulta, «Delegato»: nominato da: Comune di Alba → Conferenza.",
        ),
        // Names of fields, of what is referred to, and of words.
        (
            ("", ""),
            ("kind: council", "kind: council\nacronym: CS"),
            "Consulta: sigla: ora CS.",
        ),
        (
            ("", ""),
            ("Una consulta di prova.", "Una consulta."),
            "Consulta: sommario: Una consulta di prova. → Una consulta.",
        ),
        (
            (
                "kind: council",
                "kind: council\nprocedure: {secretariat: alba}",
            ),
            ("secretariat: alba", "secretariat: cuneo"),
            "Consulta: segreteria: Comune di Alba → Comune di Cuneo.",
        ),
        (
            ("", ""),
            (
                delegates,
                "office: Delegato, count: 7, held_by: conferenza/sindaci",
            ),
            "Consulta, «Delegato»: di diritto chi occupa il seggio: ora Sindaco (Conferenza).",
        ),
        (
            (delegates, "office: Delegato, held_by: osservatorio/membri"),
            ("osservatorio/membri", "conferenza/sindaci"),
            "Consulta, «Delegato»: di diritto chi occupa il seggio: Membro (Osservatorio provinciale) → Sindaco (Conferenza).",
        ),
        (
            ("", ""),
            (
                delegates,
                "office: Delegato, count: 7, delegated_by: presidente",
            ),
            "Consulta, «Delegato»: scelto da: ora Presidente – Comune di Alba.",
        ),
        (
            ("", ""),
            (delegates, "office: Delegato, count: 7, among: [presidente]"),
            "Consulta, «Delegato»: scelto tra i seggi: in più Presidente – Comune di Alba.",
        ),
        (
            (
                delegates,
                "office: Delegato, count: 7, delegable: permanent",
            ),
            ("delegable: permanent", "delegable: true"),
            "Consulta, «Delegato»: può farsi sostituire: sì, in modo stabile → sì.",
        ),
        (
            ("", ""),
            ("relation: framework", "relation: regulates"),
            "Consulta, base giuridica Legge 328: rapporto: quadro normativo → disciplina l’organismo.",
        ),
        (
            ("", ""),
            (
                "  - {missing: true",
                "  - {act: verbale, article: '3', paragraph: '2', relation: regulates}\n  - {missing: true",
            ),
            "Consulta: nuova base giuridica: Verbale, disciplina l’organismo (articolo: 3; comma: 2).",
        ),
        (
            (
                "kind: council",
                "kind: council\nchanges: [{kind: lapse, date: 2021-02-28, note: Senza quorum}]",
            ),
            (
                "\nchanges: [{kind: lapse, date: 2021-02-28, note: Senza quorum}]",
                "",
            ),
            "Consulta: storia: non più decadenza, 28 febbraio 2021 (nota: Senza quorum).",
        ),
        (
            ("", ""),
            (
                "  - {id: delegati",
                "  - {id: vice, basis: elected, role: vice_chair}\n  - {id: delegati",
            ),
            "Consulta: nuovo seggio «Vicepresidente».",
        ),
        (
            ("", ""),
            (
                "contacts:",
                "  - {id: terzo, title: Terzo tavolo, seats: [{id: a, basis: expert, office: Tecnico}]}\ncontacts:",
            ),
            "Nuovo organismo: Terzo tavolo (parte di Consulta).",
        ),
        (
            ("parent: conferenza\n", ""),
            (
                "authority: provincia",
                "authority: provincia\nparent: conferenza",
            ),
            "Consulta: organismo a cui fa capo: ora Conferenza.",
        ),
        // Whom a holder stands in for; the rule of the seat has another name.
        (
            (
                "on_behalf_of: alba}",
                "on_behalf_of: alba}\n      - {person: rossi, from: 2025-01-01, substitutes: Anna Bianchi}",
            ),
            (", substitutes: Anna Bianchi", ""),
            "Consulta, «Presidente – Comune di Alba»: Carla Rossi non è più supplente di Anna Bianchi.",
        ),
        (
            (
                "on_behalf_of: alba}",
                "on_behalf_of: alba}\n      - {person: rossi, from: 2025-01-01, substitutes: true}",
            ),
            ("substitutes: true", "substitutes: Anna Bianchi"),
            "Consulta, «Presidente – Comune di Alba»: Carla Rossi è supplente di Anna Bianchi.",
        ),
        (
            (
                "on_behalf_of: alba}",
                "on_behalf_of: alba}\n      - {person: rossi, from: 2025-01-01, substitutes: Anna Bianchi}",
            ),
            ("substitutes: Anna Bianchi", "substitutes: true"),
            "Consulta, «Presidente – Comune di Alba»: Carla Rossi è supplente (prima: Anna Bianchi).",
        ),
        (
            (
                "on_behalf_of: alba}",
                "on_behalf_of: alba}\n      - {person: rossi, from: 2025-01-01}\n      - {name: Ugo Neri, from: 2025-01-01, substitutes: Carla Rossi}",
            ),
            ("substitutes: Carla Rossi", "substitutes: rossi"),
            "",
        ),
        // Seats that are called alike, and one that is called otherwise.
        (
            (
                "office: Esperto, count_source: unknown}",
                "subject: Casa, count: 2}\n  - {id: altri, basis: expert, subject: Scuola}",
            ),
            ("Casa, count: 2", "Casa, count: 3"),
            "Consulta acquista un posto («Persona esperta – Casa»: 2 → 3).",
        ),
        (
            (
                "office: Esperto, count_source: unknown}",
                "subject: Casa, count: 2}\n  - {id: altri, basis: expert, subject: Scuola}",
            ),
            ("subject: Scuola", "subject: Sport"),
            "Consulta, «Persona esperta – Scuola»: materia: Scuola → Sport.",
        ),
        (
            ("", ""),
            ("office: Esperto,", "office: Esperto, title: Saggi,"),
            "Consulta, «Esperto»: titolo: ora Saggi.",
        ),
        // Nobody is in a vacant place.
        (
            ("", ""),
            (
                "vacant: true, from: 2024-01-01",
                "vacant: true, from: 2024-02-01",
            ),
            "Rettifica: Consulta, «Segretario», posto vacante: inizio: 1º gennaio 2024 → 1º febbraio 2024.",
        ),
        (
            ("vacant: true,", "vacant: true, on_behalf_of: alba,"),
            (
                "on_behalf_of: alba, from: 2024-01-01",
                "on_behalf_of: bra, from: 2024-01-01",
            ),
            "Rettifica: Consulta, «Segretario», posto vacante: per conto di: Comune di Alba → Comune di Bra.",
        ),
        // Days that are known in part.
        (
            ("", ""),
            ("kind: council", "kind: council\nvalid: {until: 2026}"),
            "Consulta: fine nel 2026.",
        ),
        (
            ("", ""),
            ("kind: council", "kind: council\nvalid: {until: 2026-08}"),
            "Consulta: fine nel mese di agosto 2026.",
        ),
        (
            ("", ""),
            (
                ", count: 7",
                ", count: 7, holders: [{person: rossi, from: 2026, until: 2027-04}]",
            ),
            "Consulta, «Delegato»: Carla Rossi in carica dal 2026 fino al mese di aprile 2027.",
        ),
        (
            ("from: 2024-01-10", "from: 2024"),
            ("from: 2024,", "from: 2024-01-10,"),
            "Consulta, «Presidente – Comune di Alba», Anna Bianchi: inizio: 2024 → 10 gennaio 2024 (la stessa data, con più precisione).",
        ),
        // What is true or not, and what is no longer said.
        (
            ("on_behalf_of: alba}", "on_behalf_of: alba, acting: true}"),
            (", acting: true", ""),
            "Consulta, «Presidente – Comune di Alba»: Anna Bianchi non è più facente funzioni.",
        ),
        (
            ("", ""),
            ("    voting: true\n", ""),
            "Consulta, «Presidente – Comune di Alba»: diritto di voto: senza più indicazione (era: sì).",
        ),
        // Which entry of a list it is.
        (
            (
                "kind: council",
                "kind: council\naccepted: [{code: uncertain-count, at: seats/esperti, because: Uno}]",
            ),
            ("because: Uno", "because: Due"),
            "Consulta, «uncertain-count»: motivo: Uno → Due.",
        ),
        (
            (
                "kind: council",
                "kind: council\naccepted: [{code: uncertain-count, at: seats/esperti, because: Uno}]",
            ),
            (
                "accepted: [{code: uncertain-count, at: seats/esperti, because: Uno}]\n",
                "",
            ),
            "Consulta: avvisi accettati: non più uncertain-count (dove: seats/esperti; motivo: Uno).",
        ),
        (
            ("sui piani}", "sui piani, topics: [sociale, giovani]}"),
            (", giovani]", "]"),
            "Consulta, «Dare pareri sui piani»: argomenti: non più Giovani.",
        ),
        (
            ("", ""),
            ("  - {missing: true, relation: establishes}\n", ""),
            "Consulta: non poggia più su: atto mancante, istituisce l’organismo.",
        ),
    ];
    assert_told(&table);
}

#[test]
fn what_happened_to_a_body_is_corrected() {
    let lapse = "kind: council\nchanges: [{kind: lapse, date: 2025-04-30}]";
    let to = |now: &'static str| {
        told(
            BODY,
            ("kind: council", lapse),
            ("kind: lapse, date: 2025-04-30", now),
        )
    };
    assert_eq!(
        to("kind: suspension, date: 2025-04-30"),
        "Consulta, “Suspension – 30 April 2025”: kind: lapse → suspension."
    );
    assert_eq!(
        to("kind: lapse, date: 2025-05-30"),
        "Consulta, “Lapse – 30 May 2025”: date: 30 April 2025 → 30 May 2025."
    );
}

//! Who holds which seat: mandates of one person, seats that are called alike, what is said of a holder.

use super::{BODY, PERSONS, assert_told, changes, edit, kinds, repository, sentences, told};

/// Two seats that are called alike, each with a holder.
const ALIKE: (&str, &str) = (
    "  - {id: delegati",
    "  - {id: uno, basis: elected, holders: [{name: Ugo Neri, from: 2024-01-10}]}\n  - {id: due, basis: elected, holders: [{name: Ada Verdi, from: 2024-01-10}]}\n  - {id: delegati",
);
const FIRST: &str = "id: uno, basis: elected, holders: [{name: Ugo Neri,";
const TWO_MANDATES: (&str, &str) = (
    "on_behalf_of: alba}",
    "until: 2026-01-09}\n      - {name: Anna Bianchi, from: 2026-01-10, until: 2028-01-09}",
);

#[test]
fn who_is_still_there_is_not_gone() {
    assert_told(&[
        // Of two mandates one is removed; and the other is corrected at once.
        (
            TWO_MANDATES,
            (
                "      - {name: Anna Bianchi, from: 2026-01-10, until: 2028-01-09}\n",
                "",
            ),
            "Consulta, «Presidente – Comune di Alba», Anna Bianchi: non compare più il periodo dal giorno 10 gennaio 2026 fino al giorno 9 gennaio 2028.",
        ),
        (
            TWO_MANDATES,
            (
                "{name: Anna Bianchi, from: 2024-01-10, until: 2026-01-09}\n      - {name: Anna Bianchi, from: 2026-01-10,",
                "{name: Anna Bianchi, from: 2025-01-10,",
            ),
            "Consulta, «Presidente – Comune di Alba», Anna Bianchi: non compare più il periodo dal giorno 10 gennaio 2024 fino al giorno 9 gennaio 2026.\nRettifica: Consulta, «Presidente – Comune di Alba», Anna Bianchi: inizio: 10 gennaio 2026 → 10 gennaio 2025.",
        ),
        // The other mandate is on another seat.
        (
            (
                "{vacant: true, from: 2024-01-01}",
                "{name: Anna Bianchi, from: 2020, until: 2021}",
            ),
            ("{name: Anna Bianchi, from: 2020, until: 2021}", ""),
            "Consulta, «Segretario», Anna Bianchi: non compare più il periodo dal 2020 fino al 2021.",
        ),
        // A vacancy of the past is no place that was filled.
        (
            (
                "{vacant: true, from: 2024-01-01}",
                "{vacant: true, from: 2020-01-01, until: 2021-01-01}, {name: Ugo Neri, from: 2021-01-02}",
            ),
            ("{vacant: true, from: 2020-01-01, until: 2021-01-01}, ", ""),
            "Consulta, «Segretario», posto vacante: non compare più il periodo dal giorno 1º gennaio 2020 fino al giorno 1º gennaio 2021.",
        ),
        // The same mandate on another seat.
        (
            ("", ""),
            (
                "    holders:\n      - {name: Anna Bianchi, from: 2024-01-10, on_behalf_of: alba}\n  - {id: delegati, basis: delegate, office: Delegato, count: 7}",
                "  - {id: delegati, basis: delegate, office: Delegato, count: 7, holders: [{name: Anna Bianchi, from: 2024-01-10, on_behalf_of: alba}]}",
            ),
            "Consulta: Anna Bianchi compare ora come «Delegato», non più come «Presidente – Comune di Alba».",
        ),
        (
            ALIKE,
            (
                "Ugo Neri, from: 2024-01-10}]}\n  - {id: due, basis: elected, holders: [{name: Ada Verdi,",
                "Ada Verdi, from: 2024-01-10}]}\n  - {id: due, basis: elected, holders: [{name: Ugo Neri,",
            ),
            "Consulta: Ugo Neri compare ora come «Componente per elezione – `due`», non più come «Componente per elezione – `uno`».\nConsulta: Ada Verdi compare ora come «Componente per elezione – `uno`», non più come «Componente per elezione – `due`».",
        ),
    ]);
}

#[test]
fn seats_that_are_called_alike_are_told_apart() {
    assert_told(&[
        (
            ALIKE,
            (FIRST, &FIRST.replace("elected,", "elected, voting: true,")),
            "Consulta, «Componente per elezione – Ugo Neri»: diritto di voto: sì.",
        ),
        // They are for several, each for others.
        (
            (
                ALIKE.0,
                "  - {id: uno, basis: elected, from: [alba, bra]}\n  - {id: due, basis: elected, from: [bra, cuneo]}\n  - {id: delegati",
            ),
            ("from: [alba, bra]", "from: [alba, bra], voting: true"),
            "Consulta, «Componente per elezione – Comune di Alba, Comune di Bra»: diritto di voto: sì.",
        ),
        // There is nothing else to tell them by.
        (
            (
                ALIKE.0,
                "  - {id: uno, basis: elected}\n  - {id: due, basis: elected}\n  - {id: delegati",
            ),
            ("id: uno,", "id: uno, voting: true,"),
            "Consulta, «Componente per elezione – `uno`»: diritto di voto: sì.",
        ),
        (
            (
                ALIKE.0,
                "  - {id: uno, basis: elected, count: 2, holders: [{vacant: true}]}\n  - {id: due, basis: elected}\n  - {id: delegati",
            ),
            ("office: Delegato,", "office: Delegato, delegated_by: uno,"),
            "Consulta, «Delegato»: scelto da: ora Componente per elezione – `uno`.",
        ),
    ]);
}

#[test]
fn what_was_not_said_before_is_no_correction() {
    let holder = "on_behalf_of: alba}";
    let office = "on_behalf_of: alba, office: Sindaca}";
    assert_told(&[
        // The same person, spelled otherwise.
        (
            ("", ""),
            (
                "{name: Anna Bianchi, from: 2024-01-10",
                "{name: Ana Bianchi, from: 2024-01-10",
            ),
            "Rettifica: Consulta, «Presidente – Comune di Alba», Ana Bianchi: nome: Anna Bianchi → Ana Bianchi.",
        ),
        (
            ("", ""),
            (holder, office),
            "Consulta, «Presidente – Comune di Alba», Anna Bianchi: carica: ora Sindaca.",
        ),
        (
            (holder, office),
            ("Sindaca", "Assessora"),
            "Consulta, «Presidente – Comune di Alba», Anna Bianchi: carica: Sindaca → Assessora.",
        ),
        (
            (holder, office),
            (office, holder),
            "Consulta, «Presidente – Comune di Alba», Anna Bianchi: carica: non più Sindaca.",
        ),
        (
            ("", ""),
            (holder, "on_behalf_of: alba, role: secretary}"),
            "Consulta, «Presidente – Comune di Alba», Anna Bianchi: ruolo: ora segreteria.",
        ),
        (
            (
                "kind: council",
                "kind: council\nterms: [{id: primo, from: 2024-01-10}]",
            ),
            (holder, "on_behalf_of: alba, term: primo}"),
            "Consulta, «Presidente – Comune di Alba», Anna Bianchi: mandato: ora primo.",
        ),
    ]);
}

#[test]
fn a_holder_who_gets_an_entry_is_the_same() {
    let site = repository();
    edit(
        &site,
        PERSONS,
        "persons:\n",
        "persons:\n  - {id: bianchi, given: Anna, family: Bianchi}\n",
    );
    super::commit(&site);
    edit(&site, BODY, "name: Anna Bianchi", "person: bianchi");
    let found = changes(&site);
    assert_eq!(kinds(&found), ["holder.identified"]);
    assert_eq!(
        sentences(&found),
        ["Consulta, “Presidente – Comune di Alba”: Anna Bianchi now has an entry of their own."]
    );
    super::commit(&site);
    edit(&site, BODY, "person: bianchi", "name: Anna Bianchi");
    let found = changes(&site);
    assert_eq!(kinds(&found), ["holder.named"]);
    assert_eq!(
        sentences(&found),
        [
            "Consulta, “Presidente – Comune di Alba”: Anna Bianchi no longer has an entry of their own, only a name."
        ]
    );
}

#[test]
fn days_that_come_from_a_term_are_told() {
    let start = "topics: [sociale]\nseats:\n";
    let seat = |holder: &str| {
        format!(
            "topics: [sociale]\nterms: [{{id: primo, from: 2019-05-01, until: 2024-04-30}}, {{id: nuovo, from: 2024-05-01, until: 2029-04-30}}]\nseats:\n  - {{id: alfa, basis: elected, office: Alfa, holders: [{holder}]}}\n"
        )
    };
    let (term, open) = (
        "{name: Ugo Neri, term: primo}",
        "{name: Ugo Neri, from: 2020-01-01}",
    );
    let [of_term, of_open] = [term, open].map(seat);
    assert_told(&[
        (
            (start, &of_term),
            (
                term,
                "{name: Ugo Neri, term: primo}, {name: Ada Verdi, term: nuovo}",
            ),
            "Consulta, «Alfa»: Ada Verdi in carica dal giorno 1º maggio 2024 fino al giorno 30 aprile 2029.",
        ),
        (
            (start, &of_term),
            (
                term,
                "{name: Ugo Neri, term: primo}, {name: Ugo Neri, term: nuovo}",
            ),
            "Consulta, «Alfa»: Ugo Neri, nuovo mandato fino al giorno 30 aprile 2029.",
        ),
        (
            (start, &of_open),
            (
                open,
                "{name: Ugo Neri, from: 2020-01-01, until: 2024-04-30}, {name: Ada Verdi, term: nuovo}",
            ),
            "Consulta, «Alfa»: Ada Verdi prende il posto di Ugo Neri il giorno 1º maggio 2024, fino al giorno 30 aprile 2029.",
        ),
    ]);
}

#[test]
fn who_succeeds_somebody_comes_at_that_time_and_for_whom_is_said() {
    let open = "{name: Ugo Neri, from: 2020-01-01}";
    let start = "topics: [sociale]\nseats:\n";
    let seat = format!(
        "{start}  - {{id: alfa, basis: elected, office: Alfa, from: [alba, bra], holders: [{open}]}}\n"
    );
    assert_told(&[
        (
            (start, &seat),
            (
                open,
                "{name: Ugo Neri, from: 2020-01-01, until: 2024-01-31, end_reason: dimissioni}, {name: Ada Verdi, on_behalf_of: bra, from: 2024-02-01, until: 2029-01-31}",
            ),
            "Consulta, «Alfa»: Ada Verdi (Comune di Bra) prende il posto di Ugo Neri (dimissioni) il giorno 1º febbraio 2024, fino al giorno 31 gennaio 2029.",
        ),
        (
            (start, &seat),
            (
                open,
                "{name: Ugo Neri, from: 2020-01-01, until: 2024-01-31}, {name: Ada Verdi, from: 2024-03-01}",
            ),
            "Consulta, «Alfa»: Ugo Neri cessa dalla carica il giorno 31 gennaio 2024.\nConsulta, «Alfa»: Ada Verdi in carica dal giorno 1º marzo 2024.",
        ),
    ]);
}

#[test]
fn a_mandate_ends_on_another_day() {
    let site = repository();
    edit(
        &site,
        BODY,
        "from: 2024-01-10",
        "from: 2024-01-10, until: 2026-01-09",
    );
    super::commit(&site);
    edit(&site, BODY, "until: 2026-01-09", "until: 2027-01-09");
    let found = changes(&site);
    assert_eq!(kinds(&found), ["holder.until"]);
    assert_eq!(
        sentences(&found),
        [
            "Consulta, “Presidente – Comune di Alba”: the term of Anna Bianchi ends on 9 January 2027 (previously: 9 January 2026)."
        ]
    );
}

#[test]
fn who_leaves_before_the_written_day_leaves() {
    let term = ("from: 2024-01-10", "from: 2024-01-10, until: 2027-12-31");
    let holder = "until: 2027-12-31, on_behalf_of: alba}";
    assert_eq!(
        told(
            BODY,
            term,
            (
                "until: 2027-12-31",
                "until: 2026-11-10, end_reason: dimissioni"
            )
        ),
        "Consulta, “Presidente – Comune di Alba”: Anna Bianchi leaves office on 10 November 2026 (dimissioni)."
    );
    let next = "until: 2026-11-10, on_behalf_of: alba}\n      - {name: Ugo Neri, from: 2026-11-11}";
    assert_eq!(
        told(BODY, term, (holder, next)),
        "Consulta, “Presidente – Comune di Alba”: Ugo Neri succeeds Anna Bianchi on 11 November 2026."
    );
    let vacant = "until: 2026-11-10, on_behalf_of: alba}\n      - {vacant: true, from: 2026-11-11}";
    assert_eq!(
        told(BODY, term, (holder, vacant)),
        "Consulta, “Presidente – Comune di Alba”: Anna Bianchi leaves office on 10 November 2026.\n\
         Consulta, “Presidente – Comune di Alba”: place vacant from 11 November 2026."
    );
}

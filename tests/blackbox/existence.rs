//! What is told of bodies and organizations that have ended, have stopped or are still to come, and of who sits there.

use crate::site::Site;

const ORGANIZATIONS: &str = "organizations:
  - {id: cisa, title: Cisa, kind: consortium, valid: {from: 2001-01-01}, changes: [{kind: merger, date: 2024-06-30, into: bra}]}
  - {id: bra, title: Bra, kind: municipality}
  - {id: futuro, title: Ente futuro, kind: consortium, valid: {from: 2030-01-01}}
  - {id: verso, title: Ente verso, kind: consortium, changes: [{kind: merger, date: 2030-01-01, into: bra}]}
  - {id: diviso, title: Ente diviso, kind: consortium, changes: [{kind: split, date: 2020-01-01, into: bra}]}
";

/// Bodies, each with its keys. It is 21 November 2026.
const BODIES: [(&str, &str); 10] = [
    (
        "Rappresentanza",
        "seats:\n  - {id: a, role: chair, basis: delegate, count: 4, holders: [{name: Ada Neri, on_behalf_of: cisa, from: 2020-01-01}, \
         {name: Ugo Riva, on_behalf_of: cisa, from: 2020-01-01, until: 2024-06-30}, {on_behalf_of: cisa}, {name: Lea Conti, on_behalf_of: futuro}]}\n",
    ),
    (
        "Chiusa",
        "changes: [{kind: closing, date: 2024-06-30, into: erede}]\nseats:\n  - {id: a, role: chair, basis: elected, holders: [{name: Ada Due, from: 2020-01-01}]}\n  \
         - {id: b, basis: expert, valid: {until: 2024-06-30}, holders: [{name: Ugo Due, from: 2020-01-01}]}\n\
         tables:\n  - {id: t, title: Tavolo, valid: {until: 2024-06-30}, seats: [{id: x, role: chair, basis: elected, holders: [{name: Lea Due, from: 2021}]}]}\n",
    ),
    (
        "Erede",
        "valid: {from: 2024, until: 2024}\nseats:\n  - {id: a, role: chair, basis: elected, holders: [{name: Ada Tre, from: 2024, until: 2024}]}\n",
    ),
    (
        "Prima",
        "valid: {until: 2024-06-29}\nchanges: [{kind: closing, date: 2024-06-30}]\n\
         seats:\n  - {id: a, role: chair, basis: elected, holders: [{name: Ivo Otto, from: 2020, until: 2024-06-30}]}\n",
    ),
    (
        "Decaduta",
        "terms: [{id: p, from: 2020-01-01, until: 2024-06-30}]\nchanges: [{kind: lapse, date: 2024-06-30}]\n\
         seats:\n  - {id: a, role: chair, basis: elected, holders: [{name: Zoe Quattro, term: p}]}\n",
    ),
    (
        "Pausa",
        "changes: [{kind: closing, date: 2024-06-30}, {kind: reconstitution, date: 2028-01-01}]\n\
         seats:\n  - {id: a, role: chair, basis: elected, holders: [{person: anna-rossi, from: 2020}]}\n",
    ),
    (
        "Sospesa",
        "changes: [{kind: suspension, date: 2024-06-30}]\nseats:\n  - {id: a, role: chair, basis: elected, holders: [{person: anna-rossi, from: 2021}]}\n\
         tables: [{id: t, title: Tavolo, seats: [{id: x, basis: elected, holders: [{name: Bo Sei, from: 2021}]}]}]\n",
    ),
    (
        "Futura",
        "valid: {from: 2030-01-01}\nseats:\n  - {id: a, role: chair, basis: elected, holders: [{name: Bea Sette}]}\n",
    ),
    (
        "Ospite",
        "members: [bra]\nseats:\n  - {id: m, basis: delegate, each: members}\n  - {id: a, role: chair, basis: ex_officio, held_by: chiusa/a}\n  - {id: b, basis: ex_officio, held_by: futura/a}\n",
    ),
    (
        "Scadenze",
        "valid: {until: 2026-12-31}\nseats:\n  - {id: a, role: chair, basis: elected, holders: [{name: Eva Otto}]}\n  \
         - {id: b, basis: expert, office: Garante, held_by: consulta/esperto, valid: {until: 2026-12-20}}\n",
    ),
];

/// The good site in the theme `civico`, with these bodies.
fn site(bodies: &[(&str, &str)]) -> Site {
    let site = Site::new()
        .replace("site.toml", "theme = \"mini\"", "theme = \"civico\"")
        .file("content/altri.yaml", ORGANIZATIONS);
    bodies.iter().fold(site, |site, (title, keys)| {
        let body = format!(
            "---\ntype: body\ntitle: {title}\nsummary: S.\nreviewed: 2026-10-01\nkind: coordination\nauthority: provincia-cuneo\n\
             legal_basis: [{{act: delibera-1, relation: establishes}}]\nactivities: [{{id: a, text: Fa.}}]\n{keys}---\n"
        );
        site.file(&format!("content/{}.md", title.to_lowercase()), body)
    })
}

/// The text of a page without line breaks.
fn text(site: &Site, page: &str) -> String {
    let mut text = String::new();
    for piece in site.page(page).split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_page_tells_what_has_ended_or_is_to_come_as_that() {
    let site = site(&BODIES);
    let report = site.build_json();
    assert_eq!(report.errors(), [""; 0]);
    for (page, said, not_said) in [
        (
            "index.html",
            &[
                "Decaduta Coordinamento Provincia di Cuneo Decadenza: 30 giugno 2024",
                "Sospesa Coordinamento Provincia di Cuneo Sospensione: 30 giugno 2024",
            ][..],
            &["Fusione: 30"][..],
        ),
        (
            "rappresentanza/index.html",
            &[
                "In futuro Presidenti Lea Conti",
                "Ada Neri per conto di Cisa 1º gennaio 2020 – 29 giugno 2024",
                // The last day that is written is that of the merger.
                "Ugo Riva per conto di Cisa 1º gennaio 2020 – 30 giugno 2024",
            ][..],
            &[][..],
        ),
        (
            "enti/cisa/index.html",
            &[
                "non più attivo Cisa",
                "2026 In passato Presidente per delega Rappresentanza Ada Neri",
            ],
            &["In futuro"],
        ),
        (
            "enti/futuro/index.html",
            &["2026 In futuro Presidente per delega Rappresentanza Lea Conti"],
            &["In passato"],
        ),
        (
            "enti/bra/index.html",
            &[
                "1º gennaio 2020 Vi prosegue, con la divisione, Ente diviso 30 giugno 2024 Vi confluisce Cisa 1º gennaio 2030 in futuro Vi confluisce Ente verso",
                "Organismi di cui fa parte Ospite",
            ],
            &["confluiti"],
        ),
        (
            "chiusa/index.html",
            &[
                "Composizione al 30 giugno 2024: 2 posti",
                "Ugo Due Persona esperta Durata del posto fino al 30 giugno 2024 1º gennaio 2020 – 30 giugno 2024",
                "Composizione al 30 giugno 2024: 1 posto",
                "Lea Due Presidente per elezione 2021 – 30 giugno 2024",
            ],
            &["29 giugno"],
        ),
        (
            "erede/index.html",
            &[
                "Fine dell’attività: 2024",
                "Periodo di attività: 2024 non più attivo",
                "30 giugno 2024 Riceve le funzioni di Chiusa",
            ],
            &["2024 – 2024", "Chiusura: 2024", "Istituzione"],
        ),
        (
            "prima/index.html",
            // Each as written.
            &["Composizione al 29 giugno 2024", "2020 – 30 giugno 2024"],
            &[],
        ),
        (
            "decaduta/index.html",
            &["Provincia di Cuneo Decadenza: 30 giugno 2024 Decaduta"],
            &[],
        ),
        (
            "pausa/index.html",
            &[
                "Provincia di Cuneo Chiusura: 30 giugno 2024 Pausa",
                "Composizione al 29 giugno 2024: 1 posto",
            ],
            &["Composizione al 21 novembre 2026"],
        ),
        (
            "sospesa/index.html",
            &[
                "Provincia di Cuneo Sospensione: 30 giugno 2024 Sospesa",
                "Tavolo Sospensione: 30 giugno 2024 Composizione",
            ],
            &["Presidente Anna Rossi Contatti"],
        ),
        (
            "anna-rossi/index.html",
            &["Sospesa Sospensione: 30 giugno 2024 Anna Rossi dal 2021"],
            &[],
        ),
        (
            "ospite/index.html",
            &["Presidente di diritto per un altro incarico: Presidente – Chiusa"],
            &["titolare non indicato"],
        ),
        (
            "enti/provincia-cuneo/index.html",
            &[
                "Organismi che l’ente gestirà Futura Coordinamento dal 1º gennaio 2030 S. Organismi che l’ente gestiva Chiusa",
            ],
            &[],
        ),
    ] {
        let page = text(&site, page);
        for it in said {
            assert!(page.contains(it), "{it} is not in\n{page}");
        }
        for it in not_said {
            assert!(!page.contains(it), "{it} is in\n{page}");
        }
    }
    // Who sits for what is no more is found; where a body has lapsed or is closed, nobody is missed.
    let warnings = report.warnings();
    let of = |file: &str, code: &str| {
        let of = |it: &&String| it.contains(file) && it.contains(code);
        warnings.iter().filter(of).count()
    };
    assert_eq!(
        of("rappresentanza.md", "dissolved-organization"),
        2,
        "{warnings:?}"
    );
    assert_eq!(of("ospite.md", "expired-mandate"), 1, "{warnings:?}");
    assert_eq!(of("ospite.md", ""), 1, "{warnings:?}");
    for file in ["decaduta.md", "pausa.md", "sospesa.md"] {
        assert_eq!(of(file, ""), 0, "{warnings:?}");
    }
    // Seats that are held by right end, too, and so does who sits until the end of the body.
    let told = site.run(&["check", "--mandates", "60d"]).stdout;
    for it in [
        "2026-12-31  Scadenze: Eva Otto",
        "2026-12-20  Scadenze: Anna Rossi",
    ] {
        assert!(told.contains(it), "{it} is not in\n{told}");
    }
}

#[test]
fn a_mandate_that_leaves_the_time_of_an_organization_is_an_error() {
    let holders = [
        "on_behalf_of: cisa, until: 2024-06-30",
        "on_behalf_of: cisa, until: 2024-07-01",
        "on_behalf_of: futuro, from: 2029-12-31",
        "on_behalf_of: bra, until: 2024-07-01",
    ];
    let holders = holders.map(|it| format!("      - {{name: Ada, {it}}}\n"));
    let keys = format!(
        "seats:\n  - id: a\n    basis: delegate\n    count: {{min: 0, max: 4}}\n    holders:\n{}",
        holders.concat()
    );
    let faults = site(&[("Prova", &keys)]).build_json().errors();
    assert_eq!(
        faults,
        [
            "holder-outside-validity content/prova.md:16:48",
            "holder-outside-validity content/prova.md:17:49"
        ]
    );
}

//! Mistakes of people who write pages in an office, and what they are told. They are no programmers: the golden file is
//! to be read with their eyes.

use raccordo::base::code::Code;
use raccordo::messages::{Messages, UiLanguage};
use raccordo::notation::place::Location;

use super::{Case, site_of};
use crate::golden::assert_golden;

/// A name, the end of the name of the file, and the file.
const FILES: &[(&str, &str, &str)] = &[
    (
        "no-space",
        "md",
        "---\ntitle:Prova\nsummary: Una prova.\n---\nTesto.\n",
    ),
    (
        "no-space-mid",
        "md",
        "---\ntitle: Prova\nsummary:Una prova.\norder: 1\n---\nTesto.\n",
    ),
    (
        "backslash",
        "md",
        "---\ntitle: \"C:\\Documenti\"\n---\nTesto.\n",
    ),
    (
        "bozza",
        "md",
        "---\ntitle: [Bozza] Statuto\nsummary: S.\n---\nTesto.\n",
    ),
    ("hash", "md", "---\ntitle: Seduta #3\n---\nTesto.\n"),
    ("comment", "md", "---\ntitle: Seduta  # nota\n---\nTesto.\n"),
    ("hash-first", "md", "---\ntitle: #3 Seduta\n---\nTesto.\n"),
    (
        "colon",
        "md",
        "---\ntitle: Consulta: verbale\n---\nTesto.\n",
    ),
    (
        "colon3",
        "md",
        "---\ntitle: Oggi: domani: sempre\n---\nTesto.\n",
    ),
    ("at", "md", "---\ntitle: @comune\n---\nTesto.\n"),
    ("percent", "md", "---\ntitle: %sconto\n---\nTesto.\n"),
    ("star", "md", "---\ntitle: *Importante*\n---\nTesto.\n"),
    ("amp", "md", "---\ntitle: &amp; altro\n---\nTesto.\n"),
    ("backtick", "md", "---\ntitle: `Consulta`\n---\nTesto.\n"),
    ("tag", "md", "---\ntitle: !Avviso\n---\nTesto.\n"),
    ("bang", "md", "---\ntitle: Attenzione!\n---\nTesto.\n"),
    ("dup", "md", "---\ntitle: A\ntitle: B\n---\nTesto.\n"),
    ("tab", "md", "---\ntitle: A\nextra:\n\ta: 1\n---\nTesto.\n"),
    ("tab2", "md", "---\ntitle:\tA\n\tsummary: B\n---\nTesto.\n"),
    ("tab3", "md", "---\ntitle: A\n\tsummary: B\n---\nTesto.\n"),
    (
        "unclosed-dq",
        "md",
        "---\ntitle: \"Consulta\nsummary: B\n---\nTesto.\n",
    ),
    (
        "unclosed-sq",
        "md",
        "---\ntitle: 'Consulta\nsummary: B\n---\nTesto.\n",
    ),
    (
        "apostrophe",
        "md",
        "---\ntitle: 'Consulta dell'unione'\nsummary: B\n---\nTesto.\n",
    ),
    (
        "inner-dq",
        "md",
        "---\ntitle: \"La \"Consulta\" provinciale\"\nsummary: B\n---\nTesto.\n",
    ),
    (
        "dq-then",
        "md",
        "---\ntitle: \"Consulta\" provinciale\nsummary: B\n---\nTesto.\n",
    ),
    (
        "bracket",
        "md",
        "---\ntitle: A\ntopics: [casa\nsummary: B\n---\nTesto.\n",
    ),
    (
        "bracket-close",
        "md",
        "---\ntitle: A\ntopics: casa]\nsummary: B\n---\nTesto.\n",
    ),
    (
        "brace",
        "md",
        "---\ntitle: {Consulta\nsummary: B\n---\nTesto.\n",
    ),
    (
        "paren",
        "md",
        "---\ntitle: (Consulta) A\nsummary: B\n---\nTesto.\n",
    ),
    (
        "dash",
        "md",
        "---\ntitle: - Consulta\nsummary: B\n---\nTesto.\n",
    ),
    (
        "dash2",
        "md",
        "---\ntitle: A\ntopics:\n- casa\n - giovani\n---\nTesto.\n",
    ),
    (
        "dash3",
        "md",
        "---\ntitle: A\ntopics:\n  -casa\n  -giovani\n---\nTesto.\n",
    ),
    ("indent", "md", "---\n title: A\nsummary: B\n---\nTesto.\n"),
    ("indent2", "md", "---\ntitle: A\n summary: B\n---\nTesto.\n"),
    (
        "noclose",
        "md",
        "---\ntitle: A\nsummary: B\n\nTesto.\nTesto.\n",
    ),
    (
        "close-spaces",
        "md",
        "---\ntitle: A\nsummary: B\n---   \nTesto.\n",
    ),
    (
        "open-spaces",
        "md",
        "--- \ntitle: A\nsummary: B\n---\nTesto.\n",
    ),
    ("dots", "md", "---\ntitle: A\nsummary: B\n...\nTesto.\n"),
    ("ellips", "md", "---\ntitle: A\nsummary: B\n…\nTesto.\n"),
    (
        "dashes-typo",
        "md",
        "---\ntitle: A\nsummary: B\n----\nTesto.\n",
    ),
    ("emdash", "md", "—\ntitle: A\nsummary: B\n—\nTesto.\n"),
    ("two-dash", "md", "--\ntitle: A\nsummary: B\n--\nTesto.\n"),
    ("space-before", "md", " ---\n title: A\n---\nTesto.\n"),
    ("nul", "md", "---\ntitle: A\u{0}B\n---\nTesto.\n"),
    (
        "zwsp",
        "md",
        "---\ntitle: A\u{200b}B\n\u{200b}summary: x\n---\nTesto.\n",
    ),
    ("nbsp", "md", "---\ntitle:\u{a0}Prova\n---\nTesto.\n"),
    (
        "nbsp-indent",
        "md",
        "---\ntitle: A\nextra:\n\u{a0}\u{a0}a: 1\n---\nTesto.\n",
    ),
    ("smartq", "md", "---\ntitle: “Consulta” A\n---\nTesto.\n"),
    (
        "family",
        "md",
        "---\ntype: person\ngiven: Anna\nfamily: Null\n---\nTesto.\n",
    ),
    (
        "navnull",
        "md",
        "---\ntitle: A\nnav_title: Null\n---\nTesto.\n",
    ),
    ("tilde", "md", "---\ntitle: ~\n---\nTesto.\n"),
    ("no", "md", "---\ntitle: no\n---\nTesto.\n"),
    ("time", "md", "---\ntitle: 10:30\n---\nTesto.\n"),
    ("draft-si", "md", "---\ntitle: A\ndraft: sì\n---\nTesto.\n"),
    ("draft-no", "md", "---\ntitle: A\ndraft: no\n---\nTesto.\n"),
    (
        "order-q",
        "md",
        "---\ntitle: A\norder: \"3\"\n---\nTesto.\n",
    ),
    ("order-dot", "md", "---\ntitle: A\norder: 1.\n---\nTesto.\n"),
    ("equals", "md", "---\ntitle = A\n---\nTesto.\n"),
    (
        "title-missing-colon",
        "md",
        "---\ntitle Consulta\nsummary: B\n---\nTesto.\n",
    ),
    ("semicolon", "md", "---\ntitle; Consulta\n---\nTesto.\n"),
    ("caps", "md", "---\nTitle: Consulta\n---\nTesto.\n"),
    (
        "italian",
        "md",
        "---\nTitolo: Consulta\nRiassunto: x\n---\nTesto.\n",
    ),
    ("upper-space", "md", "---\ntitle : Consulta\n---\nTesto.\n"),
    ("question", "md", "---\ntitle: ? Consulta\n---\nTesto.\n"),
    (
        "pipe",
        "md",
        "---\ntitle: | Consulta\nsummary: B\n---\nTesto.\n",
    ),
    (
        "gt",
        "md",
        "---\ntitle: > Consulta\nsummary: B\n---\nTesto.\n",
    ),
    (
        "gt2",
        "md",
        "---\ntitle: Consulta\nsummary: >80% degli enti\n---\nTesto.\n",
    ),
    ("comma", "md", "---\ntitle: , Consulta\n---\nTesto.\n"),
    (
        "multi",
        "md",
        "---\ntitle: Consulta\n  seconda riga: altro\n---\nTesto.\n",
    ),
    (
        "wrap",
        "md",
        "---\ntitle: Consulta\nsummary: Una frase lunga\nche continua qui.\norder: 1\n---\nTesto.\n",
    ),
    (
        "holders",
        "md",
        "---\ntype: body\ntitle: A\nkind: coordination\nauthority: provincia-cuneo\nactivities: [{id: a, text: b}]\nseats:\n  - id: a\n    basis: elected\n    holders: Anna Rossi\n---\nTesto.\n",
    ),
    (
        "members",
        "md",
        "---\ntype: body\ntitle: A\nkind: coordination\nauthority: provincia-cuneo\nactivities: [{id: a, text: b}]\nmembers: Comune di Alba\nseats:\n  - id: a\n    basis: elected\n---\nTesto.\n",
    ),
    (
        "members2",
        "md",
        "---\ntype: body\ntitle: A\nkind: coordination\nauthority: provincia-cuneo\nactivities: [{id: a, text: b}]\nmembers: comune-alba, comune-bra\nseats:\n  - id: a\n    basis: elected\n---\nTesto.\n",
    ),
    (
        "date-it",
        "md",
        "---\ntitle: A\nreviewed: 14/3/2026\n---\nTesto.\n",
    ),
    (
        "date-it2",
        "md",
        "---\ntitle: A\nreviewed: 14 marzo 2026\n---\nTesto.\n",
    ),
    (
        "kind-space",
        "md",
        "---\ntype: organization\ntitle: A\nkind: health authority\n---\nTesto.\n",
    ),
    (
        "kind-dash",
        "md",
        "---\ntype: organization\ntitle: A\nkind: Health-Authority\n---\nTesto.\n",
    ),
    (
        "kind-it",
        "md",
        "---\ntype: organization\ntitle: A\nkind: azienda sanitaria\n---\nTesto.\n",
    ),
    (
        "kind-short",
        "md",
        "---\ntype: organization\ntitle: A\nkind: asl\n---\nTesto.\n",
    ),
    (
        "flag-words",
        "md",
        "---\ntype: body\ntitle: A\nkind: committee\nauthority: provincia-cuneo\nseats: [{id: a, basis: appointed, voting: con voto}]\n---\nTesto.\n",
    ),
    (
        "kind-pl",
        "md",
        "---\ntype: organization\ntitle: A\nkind: municipalities\n---\nTesto.\n",
    ),
    (
        "type-it",
        "md",
        "---\ntype: organismo\ntitle: A\n---\nTesto.\n",
    ),
    (
        "seat-inline",
        "md",
        "---\ntype: body\ntitle: A\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - id: a\n   text: b\nseats: [{id: x, basis: elected}]\n---\nTesto.\n",
    ),
    (
        "seat-flow",
        "md",
        "---\ntype: body\ntitle: A\nkind: coordination\nauthority: provincia-cuneo\nactivities: [{id: a, text: b}]\nseats:\n  - {id: x, basis: elected\n  - {id: y, basis: elected}\n---\nTesto.\n",
    ),
    (
        "flow-comma",
        "md",
        "---\ntype: body\ntitle: A\nkind: coordination\nauthority: provincia-cuneo\nactivities: [{id: a, text: Fa: tutto, bene}]\nseats:\n  - {id: x basis: elected}\n---\nTesto.\n",
    ),
    (
        "flow-text",
        "md",
        "---\ntype: body\ntitle: A\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: a, text: Esprime pareri, e altro}\nseats:\n  - {id: x, basis: elected}\n---\nTesto.\n",
    ),
    (
        "reg-marker",
        "yaml",
        "---\norganizations:\n  - {id: a, title: A, kind: municipality}\n...\n",
    ),
    (
        "reg-two",
        "yaml",
        "organizations:\n  - {id: a, title: A, kind: municipality}\n---\norganizations: []\n",
    ),
    (
        "reg-merge",
        "yaml",
        "organizations:\n  - &base {id: a, title: A, kind: municipality}\n  - {<<: *base, id: b}\n",
    ),
    ("reg-null", "yaml", "organizations:\n"),
    (
        "reg-bom",
        "yaml",
        "\u{feff}organizations:\n  - {id: a, title: A, kind: municipality}\n",
    ),
    (
        "reg-crlf",
        "yaml",
        "organizations:\r\n  - {id: a, title: A: B, kind: municipality}\r\n",
    ),
    (
        "reg-nodash",
        "yaml",
        "organizations:\n  id: a\n  title: A\n  kind: municipality\n",
    ),
    (
        "reg-tabs",
        "yaml",
        "organizations:\n\t- {id: a, title: A, kind: municipality}\n",
    ),
    (
        "reg-noid",
        "yaml",
        "organizations:\n  - title: A\n    kind: municipality\n",
    ),
    (
        "reg-glued",
        "yaml",
        "organizations:\n  - {id:a, title:A, kind:municipality}\n",
    ),
    (
        "law-number",
        "md",
        "---\ntitle: D.Lgs. n. 33/2013: obblighi\n---\nTesto.\n",
    ),
    (
        "placeholder",
        "md",
        "---\ntype: body\ntitle: A\nsummary: S.\nkind: council\nauthority: provincia-cuneo\nactivities: [{id: a, text: B.}]\nlegal_basis: [{relation: establishes, missing: true}]\nseats:\n  - {id: p, role: chair, basis: ex_officio, office: O, holders: [{name: N.N.}]}\n---\n",
    ),
    (
        "cut-list",
        "md",
        "---\ntype: body\ntitle: A\nsummary: S.\nkind: council\nauthority: provincia-cuneo\nactivities: [{id: a, text: B.}]\nlegal_basis: [{relation: establishes, missing: true}]\nseats:\n  - {id: p, role: chair, basis: representative, from: comune-alba, comune-bra, provincia-cuneo, count: 2}\n---\n",
    ),
    (
        "cut-text",
        "md",
        "---\ntype: body\ntitle: A\nsummary: S.\nkind: council\nauthority: provincia-cuneo\nactivities: [{id: a, text: B.}]\nlegal_basis: [{relation: establishes, missing: true}]\nseats:\n  - {id: p, role: chair, basis: ex_officio, office: a, b, c}\n---\n",
    ),
    (
        "number-of-seats",
        "md",
        "---\ntype: body\ntitle: A\nsummary: S.\nkind: council\nauthority: provincia-cuneo\nactivities: [{id: a, text: B.}]\nlegal_basis: [{relation: establishes, missing: true}]\nseats:\n  - {id: p, role: chair, basis: ex_officio, office: O, count: 100000000000}\n---\n",
    ),
    (
        "seats-twice",
        "md",
        "---\ntype: body\ntitle: A\nsummary: S.\nkind: council\nauthority: provincia-cuneo\nactivities: [{id: a, text: B.}]\nlegal_basis: [{relation: establishes, missing: true}]\nseats:\n  - {id: p, role: chair, basis: ex_officio, office: O}\nseats:\n  - {id: q, basis: ex_officio, office: O}\n---\n",
    ),
    (
        "named-twice",
        "md",
        "---\ntype: body\ntitle: A\nsummary: S.\nkind: council\nauthority: provincia-cuneo\nactivities: [{id: a, text: B.}]\nlegal_basis: [{relation: establishes, missing: true}]\nseats:\n  - {id: p, role: chair, basis: ex_officio, office: O, holders: [{person: anna, name: Anna, on_behalf_of: comune-alba}]}\n---\n",
    ),
    ("italian-type", "md", "---\ntipo: pagina\ntitle: A\n---\n"),
    (
        "agenda",
        "md",
        "---\ntype: meeting\ntitle: A\nsummary: S.\nbody: consulta\nstart: 2027-03-14\nagenda: Verbale; Varie, altro\n---\n",
    ),
    ("word-file", "md", "PK\u{3}\u{4}\u{14}"),
    ("rtf", "md", "{\\rtf1 Ciao}"),
    ("old-mac", "md", "---\rtitle: A\r---\rTesto.\r"),
    (
        "pasted",
        "md",
        "---\ntitle: A\nsummary: S.\n---\n    Questo testo è stato incollato.\n\n```\nDa lasciare così com'è\n```\n\n    raccordo build\n",
    ),
    (
        "short-separator",
        "md",
        "---\ntitle: A\nsummary: S.\n---\n| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n\n| a | b |\n|---|---|\n| `a|b` | c |\n",
    ),
    (
        "links",
        "md",
        "---\ntitle: A\nsummary: S.\n---\n[a](mario@x.it) [b](regione.it/atti) [c](a\\b.pdf) [d](htps://x.it) [e](C:/a.pdf) [f](ref:page/consulta) [g](ref:consulta) [h](body/consulta) [i](content/orari.md)\n",
    ),
    (
        "quoted-part",
        "md",
        "---\ntitle: Comune di \"Alba\"\nsummary: \"Riunisce\" i comuni\n---\nTesto.\n",
    ),
    (
        "curly-quotes",
        "md",
        "---\ntitle: “Consulta: verbale”\n---\nTesto.\n",
    ),
    (
        "hashtag",
        "md",
        "---\ntitle: Giornata\nsummary: Partecipa con #politichesociali.\n---\nTesto.\n",
    ),
    ("room", "md", "---\ntitle: Sala # 2\n---\nTesto.\n"),
    (
        "list-comment",
        "md",
        "---\ntitle: A\ntopics: [casa] # da rivedere\n---\nTesto.\n",
    ),
    (
        "comment-of-one-blank",
        "md",
        "---\ntitle: Consulta # da rivedere\n---\nTesto.\n",
    ),
    (
        "percent-inside",
        "md",
        "---\ntitle: Quota 100%: come fare\n---\nTesto.\n",
    ),
    ("arrow", "md", "---\ntitle: A -> B: passaggi\n---\nTesto.\n"),
    (
        "email-title",
        "md",
        "---\ntitle: @comune.alba: contatti\n---\nTesto.\n",
    ),
    (
        "star-list",
        "md",
        "---\ntitle: A\ntopics:\n* casa\n* giovani\n---\nTesto.\n",
    ),
    (
        "bullet",
        "md",
        "---\ntitle: A\ntopics:\n• casa\n• giovani\n---\nTesto.\n",
    ),
    (
        "dash-word",
        "md",
        "---\ntitle: A\ntopics:\n– casa\n– giovani\n---\nTesto.\n",
    ),
    (
        "numbers",
        "md",
        "---\ntitle: A\ntopics:\n1. casa\n2. giovani\n---\nTesto.\n",
    ),
    (
        "semicolon-list",
        "md",
        "---\ntitle: A\ntopics: casa; giovani\n---\nTesto.\n",
    ),
    (
        "equals-list",
        "md",
        "---\ntitle = \"A\"\nsummary = \"B\"\n---\nTesto.\n",
    ),
    (
        "json",
        "md",
        "---\n{\"title\": \"A\", \"summary\": \"B\",}\n---\nTesto.\n",
    ),
    (
        "html-title",
        "md",
        "---\ntitle: <b>Consulta</b>: avviso\n---\nTesto.\n",
    ),
    (
        "entity",
        "md",
        "---\ntitle: Scuola &amp; lavoro\nsummary: &nbsp;Testo\n---\nTesto.\n",
    ),
    ("tilde-title", "md", "---\ntitle: ~ Consulta\n---\nTesto.\n"),
    ("two-colons", "md", "---\ntitle:: Consulta\n---\nTesto.\n"),
    (
        "missing-quote-end",
        "md",
        "---\ntitle: L'assemblea\nsummary: 'L'assemblea dei sindaci\n---\nTesto.\n",
    ),
    (
        "apostrophe-first",
        "md",
        "---\ntitle: 'Ndrangheta e appalti: il piano\n---\nTesto.\n",
    ),
    (
        "quote-comma",
        "md",
        "---\ntitle: \"Consulta\",\nsummary: \"Riunisce i comuni\",\n---\nTesto.\n",
    ),
    (
        "parenthesis",
        "md",
        "---\ntitle: Consulta (provvisoria): orari\n---\nTesto.\n",
    ),
    (
        "question-mark",
        "md",
        "---\ntitle: A\nsummary: ?\n---\nTesto.\n",
    ),
    (
        "empty-quotes",
        "md",
        "---\ntitle: A\nsummary: \"\"\n---\nTesto.\n",
    ),
    (
        "date-words",
        "md",
        "---\ntitle: A\nupdated: 3 novembre 2025\n---\nTesto.\n",
    ),
    (
        "date-dots",
        "md",
        "---\ntitle: A\nupdated: 03.11.2025\n---\nTesto.\n",
    ),
    (
        "date-short-year",
        "md",
        "---\ntitle: A\nupdated: 3/11/25\n---\nTesto.\n",
    ),
    (
        "date-month",
        "md",
        "---\ntitle: A\nupdated: novembre 2025\n---\nTesto.\n",
    ),
    (
        "date-wrong",
        "md",
        "---\ntitle: A\nupdated: 31/11/2025\n---\nTesto.\n",
    ),
    (
        "draft-vero",
        "md",
        "---\ntitle: A\ndraft: Vero\n---\nTesto.\n",
    ),
    (
        "order-words",
        "md",
        "---\ntitle: A\norder: secondo\n---\nTesto.\n",
    ),
    (
        "order-comma",
        "md",
        "---\ntitle: A\norder: 1,5\n---\nTesto.\n",
    ),
    (
        "alias-url",
        "md",
        "---\ntitle: A\naliases: [https://www.provincia.it/vecchia-consulta]\n---\nTesto.\n",
    ),
    (
        "alias-text",
        "md",
        "---\ntitle: A\naliases: /vecchia\n---\nTesto.\n",
    ),
    (
        "id-accent",
        "md",
        "---\ntitle: A\nid: città-sociale\n---\nTesto.\n",
    ),
    (
        "type-capital",
        "md",
        "---\ntype: Organizzazione\ntitle: A\nkind: municipality\n---\nTesto.\n",
    ),
    (
        "type-page-it",
        "md",
        "---\ntype: pagina\ntitle: A\n---\nTesto.\n",
    ),
    (
        "kind-comune",
        "md",
        "---\ntype: organization\ntitle: A\nkind: Comune\n---\nTesto.\n",
    ),
    (
        "kind-plural-it",
        "md",
        "---\ntype: organization\ntitle: A\nkind: comuni\n---\nTesto.\n",
    ),
    (
        "kind-unknown",
        "md",
        "---\ntype: organization\ntitle: A\nkind: ufficio postale\n---\nTesto.\n",
    ),
    (
        "acronym-null",
        "md",
        "---\ntype: organization\ntitle: A\nkind: municipality\nacronym: NULL\n---\nTesto.\n",
    ),
    (
        "meeting-time",
        "md",
        "---\ntype: meeting\ntitle: Seduta\nbody: consulta\nstart: 14/3/2026 ore 15:30\n---\nTesto.\n",
    ),
    (
        "meeting-time-dot",
        "md",
        "---\ntype: meeting\ntitle: Seduta\nbody: consulta\nstart: 2026-03-14 15.30\n---\nTesto.\n",
    ),
    (
        "meeting-no-time",
        "md",
        "---\ntype: meeting\ntitle: Seduta\nbody: consulta\nstart: 14 marzo 2026\n---\nTesto.\n",
    ),
    (
        "agenda-colon",
        "md",
        "---\ntype: meeting\ntitle: Seduta\nbody: consulta\nstart: 2026-03-14T15:30\nagenda:\n  - Bilancio: variazione\n  - Varie\n---\nTesto.\n",
    ),
    (
        "agenda-inline",
        "md",
        "---\ntype: meeting\ntitle: Seduta\nbody: consulta\nstart: 2026-03-14T15:30\nagenda: Bilancio\n---\nTesto.\n",
    ),
    (
        "agenda-deeper",
        "md",
        "---\ntype: meeting\ntitle: Seduta\nbody: consulta\nstart: 2026-03-14T15:30\nagenda:\n  - Bilancio\n    - Varie\n---\nTesto.\n",
    ),
    (
        "agenda-hash",
        "md",
        "---\ntype: meeting\ntitle: Seduta\nbody: consulta\nstart: 2026-03-14T15:30\nagenda: [Delibera #3, Varie]\n---\nTesto.\n",
    ),
    (
        "phone",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ncontacts:\n  - office: Ufficio\n    channels:\n      - {kind: phone, value: 0171/445566}\n---\nTesto.\n",
    ),
    (
        "phone-dots",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ncontacts:\n  - office: Ufficio\n    channels:\n      - {kind: phone, value: tel. 0171 445566}\n---\nTesto.\n",
    ),
    (
        "mail",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ncontacts:\n  - office: Ufficio\n    channels:\n      - {kind: email, value: <ufficio@provincia.it>}\n---\nTesto.\n",
    ),
    (
        "web",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ncontacts:\n  - office: Ufficio\n    channels:\n      - {kind: web, value: www.provincia.it/consulta}\n---\nTesto.\n",
    ),
    (
        "seat-nome",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: c, role: chair, basis: elected, nome: Mario Rossi}\n---\nTesto.\n",
    ),
    (
        "seat-delegato",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: c, role: chair, basis: elected, delegato: Mario Rossi}\n---\nTesto.\n",
    ),
    (
        "seat-nominato",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: c, role: chair, basis: elected, nominato: Mario Rossi}\n---\nTesto.\n",
    ),
    (
        "componenti",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ncomponenti: [Mario Rossi]\n---\nTesto.\n",
    ),
    (
        "phone-spaces",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ncontacts:\n  - office: Ufficio\n    channels:\n      - {kind: phone, value: +44 20 7946 0123}\n---\nTesto.\n",
    ),
    (
        "phone-words",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ncontacts:\n  - office: Ufficio\n    channels:\n      - {kind: phone, value: chiamare Anna}\n---\nTesto.\n",
    ),
    (
        "vacant-beyond",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: c, role: chair, basis: elected, count: 2, holders: [{name: A}, {name: B}, {vacant: true}]}\n---\nTesto.\n",
    ),
    (
        "substitutes-beyond",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: c, role: chair, basis: elected, substitutes: {count: 1}, holders: [{name: A}, {name: B, substitutes: A}, {name: C, substitutes: A}]}\n---\nTesto.\n",
    ),
    (
        "contacts-text",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ncontacts: Ufficio Politiche Sociali\n---\nTesto.\n",
    ),
    (
        "seats-text",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats: presidente e due consiglieri\n---\nTesto.\n",
    ),
    (
        "seat-count-words",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: elected, count: tre}\n---\nTesto.\n",
    ),
    (
        "seat-count-quoted",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: elected, count: \"3\"}\n---\nTesto.\n",
    ),
    (
        "seat-voting",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: elected, voting: Sì}\n---\nTesto.\n",
    ),
    (
        "seat-role-it",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, role: presidente, basis: elected}\n---\nTesto.\n",
    ),
    (
        "seat-office-comma",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: ex_officio, office: Sindaco, o suo delegato}\n---\nTesto.\n",
    ),
    (
        "seat-office-colon",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: ex_officio, office: Delega: sociale}\n---\nTesto.\n",
    ),
    (
        "seat-dash-indent",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - id: a\n   basis: elected\n---\nTesto.\n",
    ),
    (
        "seat-dash-out",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - id: a\n  basis: elected\n---\nTesto.\n",
    ),
    (
        "seat-no-space",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  -id: a\n   basis: elected\n---\nTesto.\n",
    ),
    (
        "holder-name",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - id: a\n    basis: elected\n    holders:\n      - Anna Rossi\n---\nTesto.\n",
    ),
    (
        "holder-flow",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - id: a\n    basis: elected\n    holders: {name: Anna Rossi}\n---\nTesto.\n",
    ),
    (
        "territory-text",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\nterritory: Provincia di Cuneo\n---\nTesto.\n",
    ),
    (
        "valid-words",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\nvalid: dal 1/3/2024\n---\nTesto.\n",
    ),
    (
        "valid-both-ends",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\nvalid: dal 2020 al marzo 2024\n---\nTesto.\n",
    ),
    (
        "date-of-body",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ndata: 3 marzo 2024\n---\nTesto.\n",
    ),
    (
        "procedure-text",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\nprocedure: Si riunisce due volte all'anno\n---\nTesto.\n",
    ),
    (
        "count-in-words",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected, posti: tre}\n---\nTesto.\n",
    ),
    (
        "months-in-years",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected, term_months: 5 anni}\n---\nTesto.\n",
    ),
    (
        "substitute-by-name",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected, supplente: Mario Rossi}\n---\nTesto.\n",
    ),
    (
        "vacant-in-words",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected, holders: vacante}\n---\nTesto.\n",
    ),
    (
        "phone-with-extension",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ncontacts:\n  - channels: [{kind: phone, value: 0321/123456 int. 4}]\n---\nTesto.\n",
    ),
    (
        "two-addresses",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ncontacts:\n  - channels: [{kind: email, value: \"a@b.example, c@d.example\"}]\n---\nTesto.\n",
    ),
    (
        "type-in-italian",
        "md",
        "---\ntype: Tavolo\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\n---\nTesto.\n",
    ),
    (
        "hour-alone",
        "md",
        "---\ntype: meeting\ntitle: Seduta\nbody: consulta\nstart: 3 marzo 2024 alle 15\n---\nTesto.\n",
    ),
    (
        "valid-year",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\nvalid: 2020\n---\nTesto.\n",
    ),
    (
        "members-names",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\nmembers: [Comune di Alba, Comune di Bra]\n---\nTesto.\n",
    ),
    (
        "members-dashes",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\nmembers:\n  -comune-alba\n  -comune-bra\n---\nTesto.\n",
    ),
    ("reg-list", "yaml", "- id: asti\n  title: Asti\n"),
    (
        "reg-it",
        "yaml",
        "enti:\n  - {id: asti, title: Asti, kind: comune}\n",
    ),
    (
        "reg-single",
        "yaml",
        "organizations:\n  id: asti\n  title: Asti\n  kind: municipality\n",
    ),
    (
        "reg-quote",
        "yaml",
        "organizations:\n  - id: asti\n    title: \"Comune di Asti\n    kind: municipality\n",
    ),
    (
        "reg-missing-dash",
        "yaml",
        "organizations:\n  - id: asti\n    title: Asti\n    kind: municipality\n    id: bra\n    title: Bra\n    kind: municipality\n",
    ),
    (
        "reg-comma",
        "yaml",
        "organizations:\n  - {id: asti, title: Asti kind: municipality}\n",
    ),
    (
        "reg-open",
        "yaml",
        "organizations:\n  - {id: asti, title: Asti, kind: municipality\n  - {id: bra2, title: Bra, kind: municipality}\n",
    ),
    (
        "reg-two-items",
        "yaml",
        "organizations:\n  - {id: asti, title: Asti, kind: municipality}, {id: bra2, title: Bra, kind: municipality}\n",
    ),
    (
        "reg-tab",
        "yaml",
        "organizations:\n  - id: asti\n\ttitle: Asti\n    kind: municipality\n",
    ),
    (
        "reg-marker-middle",
        "yaml",
        "organizations:\n  - {id: asti, title: Asti, kind: municipality}\n---\ntopics:\n  - {id: giovani2, title: Sport}\n",
    ),
    (
        "reg-istat",
        "yaml",
        "organizations:\n  - {id: asti, title: Asti, kind: municipality, istat: 5005}\n",
    ),
    ("reg-text", "yaml", "Comuni della provincia\n"),
    (
        "chair-as-key",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\npresidente: Maria Rossi\nvicepresidente: Ugo Neri\n---\nTesto.\n",
    ),
    (
        "meetings-as-key",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\nriunioni: due volte l'anno\n---\nTesto.\n",
    ),
    (
        "procedure-as-keys",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\nsegreteria: Ufficio di piano\nsede: Sala Giunta\nquorum: la metà\n---\nTesto.\n",
    ),
    (
        "term-of-body",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\ndurata: 5 anni\n---\nTesto.\n",
    ),
    (
        "unlisted-relation",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: presidente, role: chair, basis: elected}\nrelated:\n  - {name: Osservatorio, relation: amico}\n---\nTesto.\n",
    ),
    (
        "pool-of-words",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: representative, from: organizzazioni di volontariato}\n---\nTesto.\n",
    ),
    (
        "pool-of-a-word",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: representative, from: volontariato}\n---\nTesto.\n",
    ),
    (
        "pool-with-words",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: representative, from: [organizzazioni di volontariato]}\n---\nTesto.\n",
    ),
    (
        "pool-of-an-id",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: representative, from: comune-alba}\n---\nTesto.\n",
    ),
    (
        "pool-of-nobody",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: representative, from: [sindacati-confederali]}\n---\nTesto.\n",
    ),
    (
        "pool-of-a-name",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: representative, from: Comune di Alba}\n---\nTesto.\n",
    ),
    (
        "each-of-words",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: representative, each: [associazioni di volontariato, cooperative]}\n---\nTesto.\n",
    ),
    (
        "each-of-a-name",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: representative, each: [Comune di Alba, cooperative]}\n---\nTesto.\n",
    ),
    (
        "keys-in-german",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nVorsitz: Eva Huber\nGeschäftsstelle: Jugendamt\nMitglieder: [comune-alba]\nSitze:\n  - {id: a, basis: gewählt, Stimmrecht: true}\n---\nTesto.\n",
    ),
    (
        "words-for-seats",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nistituzione: 2010\nseats:\n  - {id: a, basis: elezione, among: [i sindaci], held_by: Presidente della Provincia, votes: true}\n---\nTesto.\n",
    ),
    (
        "link-to-its-own-name-elsewhere",
        "md",
        "---\ntitle: A\n---\nVedi [la prova](altrove/prova.md).\n",
    ),
    (
        "faults-before-a-fault-of-syntax",
        "md",
        "---\ntitolo: A\nupdated: domani\nsummary: \"B\norder: x\n---\nTesto.\n",
    ),
    (
        "appointed-by-words",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: appointed, appointed_by: Consiglio provinciale}\n---\nTesto.\n",
    ),
    (
        "appointed-by-an-id",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: appointed, appointed_by: provincia-cuneo}\n---\nTesto.\n",
    ),
    (
        "delegable-in-italian",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: appointed, delegable: sì}\n---\nTesto.\n",
    ),
    (
        "words-in-italian",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, role: Presidente, basis: eletto}\n---\nTesto.\n",
    ),
    (
        "range-in-words",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\nseats:\n  - {id: a, basis: elected, count: da 2 a 4}\n---\nTesto.\n",
    ),
    (
        "telephone-as-a-key",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\ncontacts:\n  - {office: Segreteria, telefono: 0171 445566}\nseats:\n  - {id: a, basis: elected}\n---\nTesto.\n",
    ),
    (
        "telephone-of-a-body",
        "md",
        "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {id: pareri, text: Esprime pareri.}\ntelefono: 0171 445566\nseats:\n  - {id: a, basis: elected}\n---\nTesto.\n",
    ),
    (
        "no-minutes",
        "md",
        "---\ntype: meeting\ntitle: Seduta\nbody: consulta\nstart: 2026-03-01\nstatus: rinviata\nminutes: nessuno\n---\nTesto.\n",
    ),
];

/// The same of bodies: a name, and lines after those that each body needs.
const BODIES: &[(&str, &str)] = &[
    (
        "word-that-begins-a-label",
        "legal_basis:\n  - {act: l-328-2000, relation: istituisce}\n",
    ),
    (
        "missing-below-act",
        "legal_basis:\n  - {act: {missing: true}}\n",
    ),
    (
        "missing-without-relation",
        "legal_basis:\n  - {missing: true}\n",
    ),
    (
        "seats-as-words",
        "seats:\n  - {id: a, basis: elected, among: [i sindaci]}\n",
    ),
    (
        "dash-without-a-space",
        "seats:\n  -id: a\n   basis: elected\n   holders:\n     - {name: Anna Rossi}\n  -id: b\n   basis: expert\n",
    ),
    ("dash-without-a-space-in-one-line", "seats:\n  -id: a\n"),
    (
        "semicolon-in-place-of-a-comma",
        "seats:\n  - {id: a; basis: elected; count: 2}\n",
    ),
    ("two-commas", "seats:\n  - {id: a,, basis: elected}\n"),
    (
        "bullet-in-place-of-a-dash",
        "seats:\n  • id: a\n    basis: elected\n",
    ),
    ("procedure-as-a-text", "procedure: Si riunisce ogni mese\n"),
    ("rules-as-a-procedure", "procedure: Regolamento interno\n"),
    (
        "key-for-whom",
        "seats:\n  - {id: a, basis: elected, holders: [{name: Anna Neri, per: comune-alba}]}\n",
    ),
    (
        "key-substitute-of",
        "seats:\n  - {id: a, basis: elected, holders: [{name: Anna Neri}, {name: Bea Blu, supplente_di: Anna Neri}]}\n",
    ),
    (
        "key-delegate",
        "seats:\n  - {id: a, basis: elected, holders: [{name: Anna Neri, delegato: Sindaco di Alba}]}\n",
    ),
    (
        "members-of-a-seat",
        "seats:\n  - {id: a, basis: elected, componenti: [Anna Neri]}\n",
    ),
    (
        "half-names",
        "seats:\n  - {id: a, basis: elected, holders: [{cognome: Neri, nome: Anna}]}\n",
    ),
    (
        "still-in-office",
        "seats:\n  - {id: a, basis: elected, holders: [{name: Anna Neri, until: in carica}]}\n",
    ),
    (
        "no-such-day",
        "seats:\n  - {id: a, basis: elected, holders: [{name: Anna Neri, until: 2024-06-31}]}\n",
    ),
    ("no-such-leap-day", "valid: {from: 2023-02-29}\n"),
    (
        "name-with-a-date",
        "seats:\n  - {id: a, basis: elected, holders: [{name: Anna Neri (dal 2021)}]}\n",
    ),
    (
        "sentence-as-a-holder",
        "seats:\n  - {id: a, basis: elected, holders: [Anna Neri (dal 2021)]}\n",
    ),
    (
        "name-with-a-title",
        "seats:\n  - {id: a, basis: elected, holders: [{name: dott.ssa Anna Neri}]}\n",
    ),
    (
        "two-names",
        "seats:\n  - {id: a, basis: elected, holders: [{name: Anna Neri e Mario Blu}]}\n",
    ),
    (
        "names-that-are-names",
        "seats:\n  - {id: a, basis: elected, count: 3, holders: [{name: Maria (Mia) Neri}, {name: Ortega y Gasset}, {name: On Neri}]}\n",
    ),
    ("typographic-quotes", "nav_title: “Consulta”\n"),
];

/// Findings that have nothing to do with the mistake, because the files are so small.
const COMPANY: &[Code] = &[
    Code::MissingSummary,
    Code::MissingMinutes,
    Code::NoChair,
    Code::NoEstablishingAct,
    Code::NoPublicationBasis,
    Code::NotReviewed,
    Code::StaleMeeting,
];

pub(super) fn cases() -> Vec<Case> {
    let case = |(name, end, text): &(&'static str, &str, &str)| Case {
        name,
        files: vec![(format!("content/prova.{end}"), text.as_bytes().to_vec())],
        expected: Vec::new(),
    };
    let body = |(name, lines): &(&'static str, &str)| {
        let seats = match lines.contains("seats:") {
            true => "",
            false => "seats:\n  - {id: a, basis: elected}\n",
        };
        let text = format!(
            "---\ntype: body\ntitle: Consulta\nkind: coordination\nauthority: provincia-cuneo\nactivities:\n  - {{id: pareri, text: Esprime pareri.}}\n{lines}{seats}---\nTesto.\n"
        );
        case(&(name, "md", &text))
    };
    FILES
        .iter()
        .map(case)
        .chain(BODIES.iter().map(body))
        .collect()
}

#[test]
fn mistakes_are_explained() {
    let messages = Messages::new(UiLanguage::Italian);
    let mut told = String::new();
    for case in cases() {
        let (path, bytes) = &case.files[0];
        told.push_str(&format!("{}\n", case.name));
        for line in String::from_utf8_lossy(bytes).lines() {
            told.push_str(&format!("    | {}\n", line.escape_debug()));
        }
        for finding in crate::in_process::findings(site_of(&case).root.path()) {
            let Location {
                file, line, column, ..
            } = &finding.location;
            let it = &finding.diagnostic;
            if file.as_str() == path && !COMPANY.contains(&it.code) {
                let hint = messages.hint(it).unwrap_or_default();
                let message = messages.message(it);
                told.push_str(&format!(
                    "  {line}:{column} {}: {message}\n    = {hint}\n",
                    it.code
                ));
            }
        }
    }
    assert_golden("mistakes", &told);
}

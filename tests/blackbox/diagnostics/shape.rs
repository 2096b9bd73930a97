//! Keys and values that the model does not have.

use super::{Case, body, meeting, organization, person, plain, registry};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = keys();
    cases.extend(values());
    cases.extend(required());
    cases.extend(dates());
    cases
}

fn keys() -> Vec<Case> {
    vec![
        body("key-in-page", "colour: red\n", &["unknown-key 1:1"]),
        body(
            "key-and-all-the-rest",
            "colour: red\nautorità: nessuno\nseats:\n  - {id: a, basis: ex_officio, membres: [x]}\n  - {id: b, basis: delegate, from: [comune-albo]}\n",
            &[
                "unknown-key 1:1",
                "unknown-key 2:1",
                "missing-office 4:20",
                "unknown-key 4:32",
                "dangling-reference 5:37",
            ],
        ),
        body("key-misspelt", "sumary: Breve.\n", &["unknown-key 1:1"]),
        body("key-italian", "titolo: Consulta\n", &["unknown-key 1:1"]),
        body(
            "key-in-table",
            "tables:\n  - id: tavolo\n    title: Tavolo\n    tilte: Tavolo\n    seats:\n      - {id: a, basis: expert}\n",
            &["unknown-key 4:5"],
        ),
        body(
            "key-in-seat",
            "seats:\n  - id: presidente\n    rôle: chair\n    basis: elected\n",
            &["unknown-key 3:5"],
        ),
        body(
            "key-in-seat-in-flow",
            "seats:\n  - {id: presidente, ruolo: chair, basis: elected}\n",
            &["unknown-key 2:22"],
        ),
        body(
            "key-in-holder",
            "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - nome: Anna Rossi\n        dal: 2024-01-01\n",
            &["unknown-key 5:9", "unknown-key 6:9"],
        ),
        body(
            "key-in-channel",
            "contacts:\n  - channels:\n      - kind: email\n        valore: a@b.example\n",
            &["unknown-key 4:9"],
        ),
        body(
            "key-in-zones",
            "territory:\n  area: provincia-cuneo\n  zones:\n    kind: ats\n    number: 3\n",
            &["unknown-key 5:5"],
        ),
        body(
            "key-in-territory",
            "territory:\n  zone: alba\n",
            &["unknown-key 2:3"],
        ),
        body(
            "key-in-count",
            "seats:\n  - {id: a, basis: expert, count: {minimum: 1}}\n",
            &["unknown-key 2:36"],
        ),
        body(
            "key-in-legal-basis",
            "legal_basis:\n  - {act: delibera-1, relation: establishes, articolo: 1}\n",
            &["unknown-key 2:46"],
        ),
        body(
            "key-in-activity",
            "activities:\n  - {id: a, text: Fa., tipo: aim}\n",
            &["unknown-key 2:24"],
        ),
        body(
            "key-in-valid",
            "valid: {dal: 2020-01-01}\n",
            &["unknown-key 1:9"],
        ),
        organization(
            "key-in-changes",
            "changes:\n  - {kind: merger, data: 2018-07-01, into: comune-alba}\n",
            &["unknown-key 2:20"],
        ),
        registry(
            "key-in-registry",
            "enti:\n  - {id: a, title: A, kind: school}\n",
            &["unknown-key 1:1"],
        ),
        registry(
            "key-in-entry",
            "organizations:\n  - {id: asti, title: Asti, kind: municipality}\n  - {id: cuneo, title: Cuneo, kind: municipality, sito: x}\n",
            &["unknown-key 3:51", "bad-url 3:57"],
        ),
        registry(
            "bodies-in-registry",
            "bodies:\n  - {id: a, title: A}\n",
            &["unknown-key 1:1"],
        ),
        person(
            "key-refused",
            "birth_date: 1970-01-01\n",
            &["refused-key 1:1"],
        ),
        person(
            "key-refused-italian",
            "codice_fiscale: RSSNNA80A01H501U\n",
            &["refused-key 1:1"],
        ),
        body(
            "key-twice",
            "kind: coordination\nreviewed: 2026-10-01\nkind: table\n",
            &["duplicate-key 3:1"],
        ),
        body(
            "key-twice-in-seat",
            "seats:\n  - {id: a, basis: expert, id: b}\n",
            &["duplicate-key 2:28"],
        ),
        plain(
            "key-twice-in-extra",
            "extra:\n  colour: red\n  colour: blue\n",
            &["duplicate-key 3:3"],
        ),
        body(
            "keys-many",
            "titolo: A\nenti: [comune-alba]\nparent: [consulta]\nseats:\n  - {id: a, basis: eletto}\n",
            &[
                "unknown-key 1:1",
                "unknown-key 2:1",
                "wrong-type 3:9",
                "unknown-value 5:20",
            ],
        ),
    ]
}

fn values() -> Vec<Case> {
    vec![
        body(
            "list-wanted",
            "members: comune-alba\n",
            &["wrong-type 1:10"],
        ),
        body("text-wanted", "title: [Consulta]\n", &["wrong-type 1:8"]),
        body(
            "mapping-wanted",
            "territory: provincia-cuneo\n",
            &["wrong-type 1:12"],
        ),
        body(
            "list-of-mappings-wanted",
            "seats:\n  id: presidente\n  basis: elected\n",
            &["wrong-type 2:3"],
        ),
        body(
            "mapping-in-list",
            "members:\n  - {id: comune-alba}\n",
            &["wrong-type 2:5"],
        ),
        body(
            "count-a-word",
            "seats:\n  - {id: a, basis: expert, count: sette}\n",
            &["wrong-type 2:35"],
        ),
        body(
            "count-quoted",
            "seats:\n  - {id: a, basis: expert, count: \"7\"}\n",
            &["wrong-type 2:35"],
        ),
        body(
            "count-below-zero",
            "seats:\n  - {id: a, basis: expert, count: -1}\n",
            &["out-of-range 2:35"],
        ),
        body(
            "count-with-nought",
            "seats:\n  - {id: a, basis: expert, count: 07}\n",
            &["wrong-type 2:35"],
        ),
        body(
            "count-with-underscore",
            "seats:\n  - {id: a, basis: expert, count: 1_0}\n",
            &["wrong-type 2:35"],
        ),
        body(
            "count-upside-down",
            "seats:\n  - {id: a, basis: expert, count: {min: 3, max: 2}}\n",
            &["out-of-range 2"],
        ),
        body(
            "flag-a-word",
            "seats:\n  - {id: a, basis: expert, voting: sì}\n",
            &["wrong-type 2:36"],
        ),
        body(
            "word-unknown",
            "seats:\n  - {id: a, basis: expert, role: presidente}\n",
            &["unknown-value 2:34"],
        ),
        body(
            "kind-unknown",
            "kind: coordinamento\n",
            &["unknown-value 1:7"],
        ),
        organization(
            "kind-of-organization",
            "kind: comune\n",
            &["unknown-value 1:7"],
        ),
        plain(
            "type-unknown",
            "type: organisation\n",
            &["unknown-value 1:7"],
        ),
        plain("type-misplaced", "type: section\n", &["misplaced-type 1:7"]),
        organization("istat", "istat: \"4\"\n", &["bad-number 1:8"]),
        organization(
            "tax-code",
            "tax_code: \"12345678901\"\n",
            &["bad-number 1:11"],
        ),
        organization("url", "url: www.comune.example\n", &["bad-url 1:6"]),
        plain("id-with-blank", "id: tavolo tecnico\n", &["bad-id 1:5"]),
        plain("id-upwards", "id: ../../etc\n", &["bad-id 1:5"]),
        plain(
            "alias-relative",
            "aliases: [vecchia]\n",
            &["bad-alias 1:11"],
        ),
        plain("alias-upwards", "aliases: [/../x]\n", &["bad-alias 1:11"]),
        plain("order-a-word", "order: primo\n", &["wrong-type 1:8"]),
        plain(
            "summary-long",
            &format!("summary: {}\n", "parola ".repeat(40)),
            &["too-long 1:10"],
        ),
        meeting("agenda", "agenda: Bilancio\n", &["wrong-type 1:9"]),
    ]
}

fn required() -> Vec<Case> {
    vec![
        body("required-null", "authority:\n", &["empty-value 1:1"]),
        body("required-empty", "title: \"\"\n", &["empty-value 1:8"]),
        body("required-blank", "title: \"  \"\n", &["empty-value 1:8"]),
        body(
            "required-list-empty",
            "activities: []\n",
            &["empty-value 1:1"],
        ),
        body(
            "required-in-seat",
            "seats:\n  - id: a\n    role: chair\n",
            &["missing-key 2:5"],
        ),
        body(
            "seats-none",
            "title: Consulta\nseats: []\n",
            &["missing-key 1"],
        ),
        registry(
            "required-in-entry",
            "areas:\n  - {title: Asti, kind: municipality}\n",
            &["missing-key 2:5"],
        ),
        registry(
            "required-in-document",
            "documents:\n  - {id: atto-x, kind: law}\n",
            &["missing-key 2:5"],
        ),
    ]
}

fn dates() -> Vec<Case> {
    vec![
        plain(
            "date-of-no-calendar",
            "reviewed: 2026-02-30\n",
            &["bad-date 1:11"],
        ),
        plain("date-italian", "reviewed: 1/7/2018\n", &["bad-date 1:11"]),
        plain("date-short", "reviewed: 2018-7-1\n", &["bad-date 1:11"]),
        plain(
            "date-with-time",
            "reviewed: 2018-07-01T10:00\n",
            &["bad-date 1:11"],
        ),
        plain("date-year", "updated: 2018\n", &["bad-date 1:10"]),
        plain(
            "date-to-come",
            "updated: 2026-11-22\n",
            &["future-date 1:10"],
        ),
        meeting("time-in-words", "start: domani\n", &["bad-time 1:8"]),
        meeting(
            "held-to-come",
            "start: 2026-12-20T10:00\nstatus: held\n",
            &["future-date 2:9"],
        ),
        meeting(
            "time-with-a-zone",
            "start: \"2026-03-14T10:00[Asia/Tokyo]\"\n",
            &["bad-time 1:8"],
        ),
        meeting("month-without-day", "start: 2026-03\n", &["bad-time 1:8"]),
        meeting("time-25", "start: 2026-03-14T25:00\n", &["bad-time 1:8"]),
        meeting(
            "time-offset",
            "start: 2026-03-14T15:00+1\n",
            &["bad-time 1:8"],
        ),
        meeting(
            "time-backwards",
            "start: 2026-11-05T15:30\nend: 2026-11-05T15:00\n",
            &["until-before-from 2:6"],
        ),
        meeting(
            "time-backwards-by-offset",
            "start: 2026-11-05T15:30+01:00\nend: 2026-11-05T15:00+02:00\n",
            &["until-before-from 2:6"],
        ),
    ]
}

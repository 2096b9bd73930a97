//! References that lead nowhere, or to something of another type.

use super::{Case, body, files, meeting, organization, plain, registry};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = dangling();
    cases.extend(of_another_type());
    cases.extend(cycles());
    cases.extend(twice());
    cases
}

fn dangling() -> Vec<Case> {
    const NOBODY: &str = "dangling-reference";
    vec![
        body(
            "ref-authority",
            "authority: provincia-cune\n",
            &["dangling-reference 1:12"],
        ),
        body(
            "ref-parent",
            "parent: consulte\n",
            &["dangling-reference 1:9"],
        ),
        body(
            "ref-members",
            "members:\n  - comune-alba\n  - comune-albo\nseats:\n  - {id: a, basis: elected, each: members}\n",
            &["dangling-reference 3:5"],
        ),
        body(
            "ref-territory",
            "territory: {area: langhe}\n",
            &["dangling-reference 1:19"],
        ),
        body(
            "ref-zone-lead",
            "territory:\n  area: provincia-cuneo\n  zones:\n    kind: ats\n    lead: [comune-alba, comune-asti]\n",
            &["dangling-reference 5:25"],
        ),
        body(
            "ref-act",
            "legal_basis:\n  - {act: delibera-1, relation: establishes}\n  - {act: l-329-2000, relation: framework}\n",
            &["dangling-reference 3:11"],
        ),
        body(
            "ref-related-organization",
            "related:\n  - {organization: asl, relation: negotiates_with}\n",
            &["dangling-reference 2:20"],
        ),
        body(
            "ref-related-table",
            "related:\n  - {body: consulta/tavolo, relation: coordinates_with}\n",
            &["dangling-reference 2:12"],
        ),
        body(
            "ref-among",
            "seats:\n  - {id: sindaci, basis: elected}\n  - {id: a, basis: elected, among: [sindeci, t/x]}\n",
            &["dangling-reference 3:37", "dangling-reference 3:46"],
        ),
        body(
            "ref-held-by",
            "seats:\n  - {id: a, basis: elected, held_by: consulta/esperta}\n  - {id: b, basis: elected, held_by: consulte/esperto}\n  - {id: c, basis: elected, held_by: consulta/x/esperto}\n",
            &[
                "dangling-reference 2:38",
                "dangling-reference 3:38",
                "dangling-reference 4:38",
            ],
        ),
        body(
            "ref-party",
            "seats:\n  - {id: a, basis: elected, appointed_by: {seat: b}, proposed_by: {body: x}}\n  - {id: c, basis: elected, appointed_by: {organization: x}}\n",
            &[
                "dangling-reference 2:50",
                "dangling-reference 2:74",
                "dangling-reference 3:58",
            ],
        ),
        body(
            "ref-procedure",
            "procedure: {secretariat: provincia-cune, rules: statuto}\n",
            &["dangling-reference 1:26", "dangling-reference 1:49"],
        ),
        body(
            "ref-activity-topic",
            "activities:\n  - {id: a, text: Fa., topics: [case]}\n",
            &["dangling-reference 2:33"],
        ),
        body(
            "ref-topic",
            "topics: [casa, pesca]\n",
            &["dangling-reference 1:16"],
        ),
        body(
            "ref-from",
            "seats:\n  - {id: a, basis: elected, from: [comune-asti]}\n",
            &["dangling-reference 2:36"],
        ),
        body(
            "ref-each",
            "seats:\n  - {id: a, basis: elected, each: [comune-alba, comune-asti]}\n",
            &["dangling-reference 2:49"],
        ),
        body(
            "ref-delegated-by",
            "seats:\n  - {id: direttore, basis: elected}\n  - {id: tecnico, basis: delegate, delegated_by: direttori}\n",
            &["dangling-reference 3:50"],
        ),
        body(
            "ref-holder",
            "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {person: pino, on_behalf_of: ente, act: atto}\n",
            &[
                "dangling-reference 5:18",
                "dangling-reference 5:38",
                "dangling-reference 5:49",
            ],
        ),
        body(
            "ref-in-table",
            "tables:\n  - id: tavolo\n    title: Tavolo\n    seats:\n      - {id: a, basis: elected, from: [comune-asti]}\n",
            &["dangling-reference 5:40"],
        ),
        body(
            "ref-change",
            "changes:\n  - {kind: merger, date: 2030-01-01, into: consulte}\n",
            &["dangling-reference 2:44"],
        ),
        meeting(
            "ref-meeting",
            "body: consulte\nminutes: verbale\ndocuments: [delibera-1, delibera-2]\n",
            &[
                "dangling-reference 1:7",
                "dangling-reference 2:10",
                "dangling-reference 3:25",
            ],
        ),
        organization(
            "ref-organization",
            "parent: provincia\nchanges:\n  - {kind: merger, date: 2018-07-01, into: cisa}\n",
            &["dangling-reference 1:9", "dangling-reference 3:44"],
        ),
        registry(
            "ref-registry",
            "documents:\n  - {id: atto-x, title: Atto, kind: law, issuer: regione}\nareas:\n  - {id: aree, title: Aree, kind: province, parent: piemont, lead: aree}\n",
            &[
                &format!("{NOBODY} 2:50"),
                &format!("{NOBODY} 4:53"),
                "wrong-type-reference 4:68",
            ],
        ),
        plain(
            "ref-topics-of-page",
            "topics: [pesca]\n",
            &["dangling-reference 1:10"],
        ),
        registry(
            "ref-file",
            "documents:\n  - {id: atto-y, title: Atto, kind: law, file: atto.pdf}\n",
            &["broken-link 2:48"],
        ),
        registry(
            "ref-file-outside",
            "documents:\n  - {id: atto-z, title: Atto, kind: law, file: ../../../etc/passwd}\n",
            &["unsafe-link 2:48"],
        ),
        registry(
            "ref-file-to-page",
            "documents:\n  - {id: atto-w, title: Atto, kind: law, file: consulta.md}\n",
            &["broken-link 2:48"],
        ),
    ]
}

fn of_another_type() -> Vec<Case> {
    vec![
        body(
            "type-authority",
            "authority: l-328-2000\n",
            &["wrong-type-reference 1:12"],
        ),
        body(
            "type-parent",
            "parent: comune-alba\n",
            &["wrong-type-reference 1:9"],
        ),
        body(
            "type-act",
            "legal_basis:\n  - {act: comune-alba, relation: establishes}\n",
            &["wrong-type-reference 2:11"],
        ),
        body(
            "type-person",
            "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {person: comune-alba}\n",
            &["wrong-type-reference 5:18"],
        ),
        body(
            "type-area",
            "territory: {area: comune-alba}\n",
            &["wrong-type-reference 1:19"],
        ),
        meeting(
            "type-body",
            "body: comune-alba\n",
            &["wrong-type-reference 1:7"],
        ),
    ]
}

fn cycles() -> Vec<Case> {
    let area = |id: &str, parent: &str| {
        format!("  - {{id: {id}, title: Area, kind: zone, parent: {parent}}}\n")
    };
    let areas = format!(
        "areas:\n{}{}{}",
        area("zona-a", "zona-b"),
        area("zona-b", "zona-c"),
        area("zona-c", "zona-a")
    );
    vec![
        body(
            "cycle-of-one",
            "parent: cycle-of-one\n",
            &["parent-cycle 1:9"],
        ),
        organization(
            "cycle-of-organization",
            "parent: cycle-of-organization\n",
            &["parent-cycle 1:9"],
        ),
        registry(
            "cycle-of-two",
            "organizations:\n  - {id: ente-a, title: A, kind: school, parent: ente-b}\n  - {id: ente-b, title: B, kind: school, parent: ente-a}\n",
            &["parent-cycle 2:50", "parent-cycle 3:50"],
        ),
        registry(
            "cycle-of-three",
            &areas,
            &[
                "parent-cycle 2:51",
                "parent-cycle 3:51",
                "parent-cycle 4:51",
            ],
        ),
        body(
            "cycle-of-delegations",
            "seats:\n  - {id: a, basis: delegate, delegated_by: b}\n  - {id: b, basis: delegate, delegated_by: a}\n",
            &["delegation-cycle 2:44", "delegation-cycle 3:44"],
        ),
    ]
}

fn twice() -> Vec<Case> {
    let page = b"---\ntitle: Uguale\nsummary: S.\nreviewed: 2026-10-01\nid: uguale\n---\n";
    vec![
        files(
            "id-in-two-files",
            &[("content/uguale-a.md", page), ("content/uguale-b.md", page)],
            &["duplicate-id content/uguale-b.md:5:5"],
        ),
        registry(
            "id-in-registry",
            "persons:\n  - {id: ugo, given: Ugo, family: A, publication_basis: B}\n  - {id: ugo, given: Ugo, family: B, publication_basis: B}\n",
            &["duplicate-id 3:10"],
        ),
        files(
            "id-in-two-registries",
            &[
                (
                    "content/due-a.yaml",
                    b"topics:\n  - {id: scuola, title: Scuola}\n",
                ),
                (
                    "content/due-b.yaml",
                    b"topics:\n  - {id: scuola, title: Scuola}\n",
                ),
            ],
            &["duplicate-id content/due-b.yaml:2:10"],
        ),
        body(
            "id-of-seats",
            "seats:\n  - {id: a, basis: elected}\n  - {id: a, basis: expert}\n",
            &["duplicate-id 3:10"],
        ),
        body(
            "id-of-tables",
            "tables:\n  - {id: t, title: T, seats: [{id: a, basis: expert}]}\n  - {id: t, title: U, seats: [{id: a, basis: expert}]}\n",
            &["duplicate-id 3:10"],
        ),
        body(
            "id-of-activities",
            "activities:\n  - {id: a, text: A.}\n  - {id: a, text: B.}\n",
            &["duplicate-id 3:10"],
        ),
        plain(
            "alias-of-page",
            "aliases: [/orari/]\n",
            &["duplicate-address 1:11"],
        ),
        plain(
            "alias-twice",
            "aliases: [/x-vecchio, /X-VECCHIO/]\n",
            &["duplicate-address 1:23"],
        ),
        files(
            "address-by-case",
            &[
                (
                    "content/Maiuscola.md",
                    b"---\ntitle: A\nsummary: A.\nreviewed: 2026-10-01\n---\n",
                ),
                (
                    "content/maiuscola.md",
                    b"---\ntitle: B\nsummary: B.\nreviewed: 2026-10-01\n---\n",
                ),
            ],
            &["duplicate-address content/maiuscola.md:1"],
        ),
        files(
            "address-of-page-and-section",
            &[
                (
                    "content/cartella.md",
                    b"---\ntitle: A\nsummary: A.\nreviewed: 2026-10-01\n---\n",
                ),
                (
                    "content/cartella/_index.md",
                    b"---\ntitle: B\nsummary: B.\nreviewed: 2026-10-01\n---\n",
                ),
            ],
            &["duplicate-address content/cartella/_index.md:1"],
        ),
        files(
            "file-and-folder",
            &[
                ("content/allegati", b"A file without an ending"),
                (
                    "content/allegati.md",
                    b"---\ntitle: B\nsummary: B.\nreviewed: 2026-10-01\n---\n",
                ),
            ],
            &["duplicate-address content/allegati.md:1"],
        ),
        files(
            "page-and-generated-list",
            &[(
                "content/enti.md",
                b"---\ntitle: Enti\nsummary: B.\nreviewed: 2026-10-01\n---\n",
            )],
            &["duplicate-address content/enti.md:1"],
        ),
    ]
}

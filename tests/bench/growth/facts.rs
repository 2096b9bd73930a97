//! So many of one thing in YAML: front matter and registries.

use super::files::Files;
use super::{Kind, each};

/// The names say what there is so many of.
pub const KINDS: &[Kind] = &[
    kind("facts: unknown keys", |n| {
        page(&each(n, |i| format!("chiave_{i}: 1\n")))
    }),
    kind("facts: misspelt keys", |n| {
        page(&each(n, |i| format!("sumary{i}: 1\n")))
    }),
    kind("facts: repeated keys", |n| page(&"order: 1\n".repeat(n))),
    kind("facts: long unknown key", |n| {
        page(&format!("{}: 1\n", "a".repeat(n)))
    }),
    kind("facts: unknown keys on a line", |n| {
        page(&format!(
            "extra: {{}}\nvalid: {{{}}}\n",
            each(n, |i| format!("k{i}: 1, "))
        ))
    }),
    kind("facts: faulty scalars on a line", |n| {
        page(&format!("topics: [{}]\n", "[], ".repeat(n)))
    }),
    kind("facts: words in a wrong form on a line", |n| {
        page(&format!("topics: [{}]\n", "'a b', ".repeat(n)))
    }),
    kind("facts: topics that are absent", |n| {
        page(&format!("topics: [{}]\n", each(n, |i| format!("t{i}, "))))
    }),
    kind("facts: topics", |n| {
        let mut files = registry("topics", n, |i| {
            format!("{{id: t{i}, title: Tema {i}, summary: Un tema.}}")
        });
        files.add(
            "content/pagina.md",
            head(&format!("topics: [{}]\n", each(n, |i| format!("t{i}, ")))),
        );
        files
    }),
    kind("facts: one topic repeated", |n| {
        let mut files = registry("topics", 1, |_| {
            "{id: tema, title: Tema, summary: Un tema.}".to_owned()
        });
        files.add(
            "content/pagina.md",
            head(&format!("topics: [{}]\n", "tema, ".repeat(n))),
        );
        files
    }),
    kind("facts: aliases", |n| {
        page(&format!(
            "aliases: [{}]\n",
            each(n, |i| format!("/vecchia/{i}/, "))
        ))
    }),
    kind("facts: one alias repeated", |n| {
        page(&format!("aliases: [{}]\n", "/vecchia/, ".repeat(n)))
    }),
    kind("facts: wrong aliases", |n| {
        page(&format!("aliases: [{}]\n", "vecchia, ".repeat(n)))
    }),
    kind("facts: parts of an alias", |n| {
        page(&format!("aliases: [{}]\n", "/a".repeat(n)))
    }),
    kind("facts: extra", |n| {
        page(&format!("extra:\n{}", each(n, |i| format!("  k{i}: 1\n"))))
    }),
    kind("facts: characters of a title", |n| {
        page_titled(&"a".repeat(n))
    }),
    kind("facts: words of a title", |n| {
        page_titled(&"parola ".repeat(n))
    }),
    kind("facts: characters of a summary", |n| {
        page(&format!("nav_title: {}\n", "a".repeat(n)))
    }),
    kind("facts: lines of a scalar", |n| {
        page(&format!("nav_title: >\n{}", "  riga\n".repeat(n)))
    }),
    kind("facts: lines of a quoted scalar", |n| {
        page(&format!("nav_title: \"{}\"\n", "riga\n  ".repeat(n)))
    }),
    kind("facts: escapes of a scalar", |n| {
        page(&format!("nav_title: \"{}\"\n", "\\u0041".repeat(n)))
    }),
    kind("facts: comments", |n| page(&"# a\n".repeat(n))),
    kind("facts: blank lines", |n| page(&"\n".repeat(n))),
    kind("facts: opening brackets", |n| {
        page(&format!("extra: {}\n", "[".repeat(n)))
    }),
    kind("facts: opening braces", |n| {
        page(&format!("extra: {}\n", "{a: ".repeat(n)))
    }),
    kind("facts: nested brackets", |n| {
        page(&format!("extra: {}{}\n", "[".repeat(n), "]".repeat(n)))
    }),
    kind("facts: nested braces", |n| {
        page(&format!("extra: {}1{}\n", "{a: ".repeat(n), "}".repeat(n)))
    }),
    kind("facts: nested lists", |n| {
        page(&format!("extra:\n  {}a\n", "- ".repeat(n)))
    }),
    kind("facts: nested mappings", |n| {
        page(&format!(
            "extra:\n{}",
            each(n.isqrt(), |i| format!("{}a:\n", "  ".repeat(i + 1)))
        ))
    }),
    kind("facts: nested questions", |n| {
        page(&format!("extra:\n  {}a\n", "? ".repeat(n)))
    }),
    kind("facts: nested brackets of a registry", |n| {
        one(
            "content/enti.yaml",
            format!("organizations: {}{}\n", "[".repeat(n), "]".repeat(n)),
        )
    }),
    kind("facts: aliases of YAML", |n| {
        page(&format!(
            "extra:\n  a: &a [x]\n  b: [{}]\n",
            "*a, ".repeat(n)
        ))
    }),
    kind("facts: one long alias of YAML", |n| {
        page(&format!(
            "extra:\n  a: &a [{}]\n  b: [{}]\n",
            "x, ".repeat(n),
            "*a, ".repeat(n)
        ))
    }),
    kind("facts: one long text by aliases of YAML", |n| {
        page(&format!(
            "extra:\n  a: &a {}\n  b: [{}]\n",
            "x".repeat(n),
            "*a, ".repeat(n)
        ))
    }),
    kind("facts: anchors of YAML", |n| {
        page(&format!(
            "extra:\n{}",
            each(n, |i| format!("  k{i}: &a{i} 1\n"))
        ))
    }),
    kind("facts: aliases of aliases", |n| {
        let levels = n.ilog2() as usize;
        let level = |i: usize| format!("  a{}: &a{} [*a{i}, *a{i}]\n", i + 1, i + 1);
        page(&format!("extra:\n  a0: &a0 x\n{}", each(levels, level)))
    }),
    kind("facts: undefined aliases of YAML", |n| {
        page(&format!("extra: [{}]\n", "*a, ".repeat(n)))
    }),
    kind("facts: tags of YAML", |n| {
        page(&format!("extra: [{}]\n", "!a x, ".repeat(n)))
    }),
    kind("facts: documents of YAML", |n| {
        one("content/enti.yaml", "---\norganizations: []\n".repeat(n))
    }),
    kind("facts: merged keys of YAML", |n| {
        page(&format!(
            "extra:\n  a: &a {{b: 1}}\n{}",
            each(n, |i| format!("  k{i}: {{<<: *a}}\n"))
        ))
    }),
    kind("facts: fault after so many lines", |n| {
        page(&format!(
            "extra:\n{}  {{\n",
            each(n, |i| format!("  k{i}: 1\n"))
        ))
    }),
    kind("facts: fault after so many entries", |n| {
        one(
            "content/enti.yaml",
            format!("organizations:\n{}  {{\n", organizations(n)),
        )
    }),
    kind("facts: lines without a colon", |n| {
        page(&"parola\n".repeat(n))
    }),
    kind("facts: unquoted colons", |n| {
        page(&"nav_title: a: b\n".repeat(n))
    }),
    kind("facts: tabs of indentation", |n| {
        page(&"\torder: 1\n".repeat(n))
    }),
    kind("facts: missing quote", |n| {
        page(&format!(
            "nav_title: \"a\n{}",
            each(n, |i| format!("k{i}: 1\n"))
        ))
    }),
    kind("facts: no end of front matter", |n| {
        one(
            "content/pagina.md",
            format!("---\n{}", "order: 1\n".repeat(n)),
        )
    }),
    kind("facts: activities", |n| {
        body(&BodyParts {
            activities: n,
            ..BodyParts::default()
        })
    }),
    kind("facts: activities of one id", |n| {
        body_with(&format!(
            "activities:\n{}",
            "  - {id: a, text: Fa.}\n".repeat(n)
        ))
    }),
    kind("facts: seats", |n| {
        body(&BodyParts {
            seats: n,
            ..BodyParts::default()
        })
    }),
    kind("facts: seats of one id", |n| {
        body_with(
            &(ACTIVITY.to_owned()
                + "seats:\n"
                + &"  - {id: a, basis: elected, office: X}\n".repeat(n)),
        )
    }),
    kind("facts: chairs", |n| {
        let seat = |i| format!("  - {{id: s{i}, role: chair, basis: elected, office: X}}\n");
        body_with(&(ACTIVITY.to_owned() + "seats:\n" + &each(n, seat)))
    }),
    kind("facts: places of a seat", |n| {
        body_with(&format!(
            "{ACTIVITY}seats:\n  - {{id: s, basis: elected, office: X, count: {n}}}\n"
        ))
    }),
    kind("facts: holders", |n| {
        let holder = |i| format!("      - {{name: Anna Rossi {i}, from: 2020-01-01}}\n");
        body_with(&format!(
            "{ACTIVITY}seats:\n  - id: s\n    basis: elected\n    count: {n}\n    holders:\n{}",
            each(n, holder)
        ))
    }),
    kind("facts: holders that follow each other", |n| {
        let day = |i: usize| {
            format!(
                "{:04}-{:02}-{:02}",
                1000 + i / 336,
                1 + i / 28 % 12,
                1 + i % 28
            )
        };
        let holder = |i| {
            format!(
                "      - {{name: Anna Rossi {i}, from: {}, until: {}}}\n",
                day(i),
                day(i + 1)
            )
        };
        body_with(&format!(
            "{ACTIVITY}seats:\n  - id: s\n    basis: elected\n    holders:\n{}",
            each(n, holder)
        ))
    }),
    kind("facts: too many holders", |n| {
        let holder = |i| format!("      - {{name: Anna Rossi {i}, from: 2020-01-01}}\n");
        body_with(&format!(
            "{ACTIVITY}seats:\n  - id: s\n    basis: elected\n    holders:\n{}",
            each(n, holder)
        ))
    }),
    kind("facts: holders that substitute", |n| {
        let holder = |i| format!("      - {{name: Anna {i}, substitutes: Anna {}}}\n", i + 1);
        body_with(&format!(
            "{ACTIVITY}seats:\n  - id: s\n    basis: elected\n    holders:\n{}",
            each(n, holder)
        ))
    }),
    kind("facts: organizations of a seat", |n| {
        let mut files = enti(n);
        let from = each(n, |i| format!("e{i}, "));
        let seat =
            format!("seats:\n  - {{id: s, basis: representative, from: [{from}], count: {n}}}\n");
        files.add(
            "content/tavolo.md",
            body_page(&(ACTIVITY.to_owned() + &seat)),
        );
        files
    }),
    kind("facts: members", |n| {
        let mut files = enti(n);
        let members = format!("members: [{}]\n", each(n, |i| format!("e{i}, ")));
        let seat = "seats:\n  - {id: s, basis: representative, each: members}\n";
        files.add("content/tavolo.md", body_page(&(members + ACTIVITY + seat)));
        files
    }),
    kind("facts: members without a seat", |n| {
        let mut files = enti(n);
        let members = format!("members: [{}]\n", each(n, |i| format!("e{i}, ")));
        let seats = format!(
            "seats:\n{}",
            each(n, |i| format!(
                "  - {{id: s{i}, basis: representative, from: [ente]}}\n"
            ))
        );
        files.add(
            "content/tavolo.md",
            body_page(&(members + ACTIVITY + &seats)),
        );
        files
    }),
    kind("facts: absent members", |n| {
        body_with(&format!(
            "members: [{}]\n{ACTIVITY}",
            each(n, |i| format!("m{i}, "))
        ))
    }),
    kind("facts: one member repeated", |n| {
        body_with(&format!("members: [{}]\n{ACTIVITY}", "ente, ".repeat(n)))
    }),
    kind("facts: zones", |n| {
        let mut files = enti(n);
        let lead = each(n, |i| format!("e{i}, "));
        let territory =
            format!("territory: {{zones: {{kind: ats, count: {n}, lead: [{lead}]}}}}\n");
        let seat = "seats:\n  - {id: s, basis: representative, each: zones}\n";
        files.add(
            "content/tavolo.md",
            body_page(&(territory + ACTIVITY + seat)),
        );
        files
    }),
    kind("facts: seats that delegate", |n| {
        let seat = |i: usize| {
            format!(
                "  - {{id: s{i}, basis: delegate, delegated_by: s{}}}\n",
                (i + 1) % n.max(1)
            )
        };
        body_with(&(ACTIVITY.to_owned() + "seats:\n" + &each(n, seat)))
    }),
    kind("facts: seats that delegate to no seat", |n| {
        let seat = |i: usize| format!("  - {{id: s{i}, basis: delegate, delegated_by: x{i}}}\n");
        body_with(&(ACTIVITY.to_owned() + "seats:\n" + &each(n, seat)))
    }),
    kind("facts: tables", |n| {
        let table = |i| {
            format!(
                "  - {{id: t{i}, title: Tavolo {i}, seats: [{{id: s, basis: elected, office: X}}]}}\n"
            )
        };
        body_with(&(ACTIVITY.to_owned() + "tables:\n" + &each(n, table)))
    }),
    kind("facts: contacts", |n| {
        let contact = |i| {
            format!(
                "  - {{office: Ufficio {i}, channels: [{{kind: phone, value: '+390171445566'}}]}}\n"
            )
        };
        body_with(&(ACTIVITY.to_owned() + "contacts:\n" + &each(n, contact)))
    }),
    kind("facts: channels of a contact", |n| {
        let channels = "{kind: email, value: urp@a.example}, ".repeat(n);
        body_with(&format!(
            "{ACTIVITY}contacts:\n  - {{office: Ufficio, channels: [{channels}]}}\n"
        ))
    }),
    kind("facts: personal addresses", |n| {
        let channels = "{kind: email, value: anna.rossi@gmail.com}, ".repeat(n);
        body_with(&format!(
            "{ACTIVITY}contacts:\n  - {{office: Ufficio, channels: [{channels}]}}\n"
        ))
    }),
    kind("facts: acts of a body", |n| {
        let mut files = registry("documents", n, |i| {
            format!("{{id: d{i}, title: Atto {i}, kind: law, url: 'https://a.example/{i}'}}")
        });
        let acts = format!(
            "legal_basis:\n{}",
            each(n, |i| format!("  - {{act: d{i}, relation: regulates}}\n"))
        );
        files.add("content/enti.yaml", ENTE);
        files.add("content/tavolo.md", body_page(&(acts + ACTIVITY)));
        files
    }),
    kind("facts: articles of an act", |n| {
        let articles = each(n, |i| format!("'{i}', "));
        let act = format!(
            "documents:\n  - {{id: d, title: Atto, kind: law, url: 'https://a.example/', articles: [{articles}]}}\n"
        );
        let mut files = one("content/atti.yaml", act);
        let acts = format!(
            "legal_basis:\n{}",
            each(n, |i| format!(
                "  - {{act: d, article: '{i}', relation: regulates}}\n"
            ))
        );
        files.add("content/enti.yaml", ENTE);
        files.add("content/tavolo.md", body_page(&(acts + ACTIVITY)));
        files
    }),
    kind("facts: related bodies", |n| {
        let related = |i| format!("  - {{name: Forum {i}, relation: coordinates_with}}\n");
        body_with(&format!("related:\n{}{ACTIVITY}", each(n, related)))
    }),
    kind("facts: instruments", |n| {
        body_with(&format!(
            "instruments:\n{}{ACTIVITY}",
            each(n, |i| format!("  - {{name: Piano {i}}}\n"))
        ))
    }),
    kind("facts: changes", |n| {
        body_with(&format!(
            "{ACTIVITY}changes:\n{}",
            "  - {kind: rename, date: 2019-07-01}\n".repeat(n)
        ))
    }),
    kind("facts: agenda", |n| {
        let mut files = body_with(ACTIVITY);
        let agenda = each(n, |i| format!("  - Punto {i}\n"));
        let facts =
            format!("type: meeting\nbody: tavolo\nstart: 2026-01-01T10:00\nagenda:\n{agenda}");
        files.add("content/seduta.md", head(&facts));
        files
    }),
    kind("facts: documents of a meeting", |n| {
        let mut files = registry("documents", n, |i| {
            format!("{{id: d{i}, title: Atto {i}, kind: law, url: 'https://a.example/{i}'}}")
        });
        let documents = each(n, |i| format!("d{i}, "));
        files.add("content/enti.yaml", ENTE);
        files.add("content/tavolo.md", body_page(ACTIVITY));
        let facts = format!(
            "type: meeting\nbody: tavolo\nstart: 2026-01-01T10:00\ndocuments: [{documents}]\n"
        );
        files.add("content/seduta.md", head(&facts));
        files
    }),
    kind("facts: entries of a registry", enti),
    kind("facts: entries of one id", |n| {
        one(
            "content/enti.yaml",
            "organizations:\n".to_owned()
                + &"  - {id: e, title: Ente, kind: municipality}\n".repeat(n),
        )
    }),
    kind("facts: entries of one title", |n| {
        registry("organizations", n, |i| {
            format!("{{id: e{i}, title: Ente, kind: municipality}}")
        })
    }),
    kind("facts: entries of an unknown kind", |n| {
        registry("organizations", n, |i| {
            format!("{{id: e{i}, title: Ente, kind: comunee}}")
        })
    }),
    kind("facts: entries with an unknown key", |n| {
        registry("organizations", n, |i| {
            format!("{{id: e{i}, title: Ente, kind: municipality, tite: x}}")
        })
    }),
    kind("facts: entries without a title", |n| {
        registry("organizations", n, |i| {
            format!("{{id: e{i}, kind: municipality}}")
        })
    }),
    kind("facts: entries on one line", |n| {
        let entry = |i| format!("{{id: e{i}, titolo: Ente, kind: municipality}}, ");
        one(
            "content/enti.yaml",
            format!("organizations: [{}]\n", each(n, entry)),
        )
    }),
    kind("facts: wrong dates on one line", |n| {
        let entry = |i| {
            format!("{{id: e{i}, title: Ente, kind: municipality, valid: {{from: 2020-13-01}}}}, ")
        };
        one(
            "content/enti.yaml",
            format!("organizations: [{}]\n", each(n, entry)),
        )
    }),
    kind("facts: absent parents", |n| {
        registry("organizations", n, |i| {
            format!("{{id: e{i}, title: Ente, kind: municipality, parent: x{i}}}")
        })
    }),
    kind("facts: parents that are nearly there", |n| {
        let id = |i: usize| format!("comune-di-villanova-numero-{i:06}");
        registry("organizations", n, |i| {
            format!(
                "{{id: {}, title: Ente {i}, kind: municipality, parent: {}x}}",
                id(i),
                id(i)
            )
        })
    }),
    kind("facts: a chain of parents", |n| {
        let parent = |i: usize| {
            if i == 0 {
                String::new()
            } else {
                format!(", parent: e{}", i - 1)
            }
        };
        registry("organizations", n, |i| {
            format!(
                "{{id: e{i}, title: Ente {i}, kind: municipality{}}}",
                parent(i)
            )
        })
    }),
    kind("facts: a circle of parents", |n| {
        registry("organizations", n, |i| {
            format!(
                "{{id: e{i}, title: Ente {i}, kind: municipality, parent: e{}}}",
                (i + 1) % n.max(1)
            )
        })
    }),
    kind("facts: a chain of areas", |n| {
        let parent = |i: usize| {
            if i == 0 {
                String::new()
            } else {
                format!(", parent: a{}", i - 1)
            }
        };
        registry("areas", n, |i| {
            format!(
                "{{id: a{i}, title: Area {i}, kind: municipality{}}}",
                parent(i)
            )
        })
    }),
    kind("facts: children of one", |n| {
        let parent = |i: usize| {
            if i == 0 {
                String::new()
            } else {
                ", parent: e0".to_owned()
            }
        };
        registry("organizations", n, |i| {
            format!(
                "{{id: e{i}, title: Ente {i}, kind: municipality{}}}",
                parent(i)
            )
        })
    }),
    kind("facts: a chain of merges", |n| {
        let into = |i: usize| {
            format!(
                ", valid: {{until: 2020-01-01}}, changes: [{{kind: merge, date: 2020-01-01, into: e{}}}]",
                i + 1
            )
        };
        let mut files = registry("organizations", n, |i| {
            format!(
                "{{id: e{i}, title: Ente {i}, kind: municipality{}}}",
                if i + 1 < n { into(i) } else { String::new() }
            )
        });
        files.add(
            "content/tavolo.md",
            body_page(
                &format!("members: [{}]\n{ACTIVITY}", each(n, |i| format!("e{i}, ")))
                    .replace("ente", "e0"),
            ),
        );
        files
    }),
    kind("facts: documents of one issuer", |n| {
        let mut files = registry("documents", n, |i| {
            format!(
                "{{id: d{i}, title: Atto {i}, kind: law, issuer: ente, url: 'https://a.example/{i}'}}"
            )
        });
        files.add("content/enti.yaml", ENTE);
        files
    }),
    kind("facts: persons", |n| {
        registry("persons", n, |i| {
            format!("{{id: p{i}, given: Anna, family: Rossi, publication_basis: law}}")
        })
    }),
    kind("facts: translated entries", |n| {
        let entry = |i| {
            format!(
                "{{id: e{i}, title: Ente {i}, kind: municipality, translations: {{en: {{title: Body {i}}}}}}}"
            )
        };
        let mut files = registry("organizations", n, entry);
        files.add(
            "site.toml",
            "title = \"Prova\"\nlanguages = [\"it\", \"en\"]\n",
        );
        files
    }),
    kind("facts: translations of an entry", |n| {
        let languages = each(n, |i| format!("{}: {{title: A}}, ", language(i)));
        let entry =
            format!("{{id: e, title: Ente, kind: municipality, translations: {{{languages}}}}}");
        one(
            "content/enti.yaml",
            format!("organizations:\n  - {entry}\n"),
        )
    }),
];

/// A body may do nothing less than this.
pub const ACTIVITY: &str = "activities: [{id: a, text: Fa qualcosa.}]\n";

/// The registry of the organization that runs the bodies.
const ENTE: &str = "organizations:\n  - {id: ente, title: Ente, kind: province}\n";

#[derive(Default)]
struct BodyParts {
    activities: usize,
    seats: usize,
}

const fn kind(name: &'static str, site: fn(usize) -> Files) -> Kind {
    Kind { name, site }
}

fn one(path: &str, text: String) -> Files {
    let mut files = Files::default();
    files.add(path, text);
    files
}

/// The languages `aa`, `ab` … and `aaa`, `aab` …
pub fn language(number: usize) -> String {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    let (first, second, third) = (number / 676, number / 26, number);
    [letter(first), letter(second), letter(third)]
        .iter()
        .collect()
}

/// A page with a title, a summary, and these facts.
pub fn head(facts: &str) -> String {
    format!("---\ntitle: Pagina\nsummary: Una pagina.\n{facts}---\n\nTesto.\n")
}

fn page(facts: &str) -> Files {
    one("content/pagina.md", head(facts))
}

fn page_titled(title: &str) -> Files {
    one(
        "content/pagina.md",
        format!("---\ntitle: {title}\nsummary: Una pagina.\n---\n\nTesto.\n"),
    )
}

pub fn body_page(facts: &str) -> String {
    head(&format!(
        "type: body\nkind: council\nauthority: ente\n{facts}"
    ))
}

pub fn body_with(facts: &str) -> Files {
    let mut files = one("content/tavolo.md", body_page(facts));
    files.add("content/enti.yaml", ENTE);
    files
}

fn body(parts: &BodyParts) -> Files {
    let activity = |i| format!("  - {{id: a{i}, text: Fa qualcosa.}}\n");
    let seat = |i| format!("  - {{id: s{i}, basis: elected, office: Assessore}}\n");
    let activities = format!("activities:\n{}", each(parts.activities.max(1), activity));
    let seats = format!("seats:\n{}", each(parts.seats.max(1), seat));
    body_with(&(activities + &seats))
}

/// A registry of so many entries.
pub fn registry(key: &str, count: usize, entry: impl Fn(usize) -> String) -> Files {
    let entries = each(count, |i| format!("  - {}\n", entry(i)));
    one(
        &format!("content/registro-{key}.yaml"),
        format!("{key}:\n{entries}"),
    )
}

fn organizations(count: usize) -> String {
    each(count, |i| {
        format!("  - {{id: e{i}, title: Ente {i}, kind: municipality}}\n")
    })
}

fn enti(count: usize) -> Files {
    let mut files = one(
        "content/enti.yaml",
        format!("organizations:\n{}", organizations(count)),
    );
    files.add("content/ente.yaml", ENTE);
    files
}

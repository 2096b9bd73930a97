//! So many of one thing in a body: words of translations, answers, terms, substitutes.

use super::facts::{ACTIVITY, body_page, body_with, head, registry};
use super::files::Files;
use super::{Kind, each};

/// The names say what there is so many of.
pub const KINDS: &[Kind] = &[
    kind("bodies: words of seats", |n| {
        let words = each(n, |i| format!("  - {{id: s{i}, office: Member {i}}}\n"));
        translated(&seats(n), &format!("seats:\n{words}"))
    }),
    kind("bodies: words of no seat", |n| {
        let words = each(n, |i| format!("  - {{id: x{i}, office: Member {i}}}\n"));
        translated(&seats(n), &format!("seats:\n{words}"))
    }),
    kind("bodies: words of holders", |n| {
        let words = each(n, |i| format!("      - {{holder: Anna {i}, note: New}}\n"));
        let words = format!("seats:\n  - id: s\n    holders:\n{words}");
        translated(&holders(n, |i| format!("name: Anna {i}")), &words)
    }),
    kind("bodies: words of terms", |n| {
        let words = each(n, |i| format!("  - {{id: m{i}, note: Term {i}}}\n"));
        translated(&(seats(1) + &terms(n)), &format!("terms:\n{words}"))
    }),
    kind("bodies: words of tables", |n| {
        let table = |i| {
            format!(
                "  - {{id: t{i}, title: Tavolo {i}, seats: [{{id: s, basis: elected, office: X}}]}}\n"
            )
        };
        let tables = format!("tables:\n{}", each(n, table));
        let words = each(n, |i| format!("  - {{id: t{i}, title: Table {i}}}\n"));
        translated(&tables, &format!("tables:\n{words}"))
    }),
    kind("bodies: terms", |n| {
        body_with(&(ACTIVITY.to_owned() + &seats(1) + &terms(n)))
    }),
    kind("bodies: terms of holders", |n| {
        let holders = holders(n, |i| format!("name: Anna {i}, term: m{i}"));
        body_with(&(ACTIVITY.to_owned() + &holders + &terms(n)))
    }),
    kind("bodies: answers", |n| {
        let answer = "  - {code: missing-summary, because: Va bene.}\n";
        body_with(&(ACTIVITY.to_owned() + &seats(1) + "accepted:\n" + &answer.repeat(n)))
    }),
    kind("bodies: answers at seats", |n| {
        let answer =
            |i| format!("  - {{code: unfilled-seat, at: seats/s{i}, because: Va bene.}}\n");
        let answers = format!("accepted:\n{}", each(n, answer));
        body_with(&(ACTIVITY.to_owned() + &seats(n) + &answers))
    }),
    kind("bodies: seats held in another body", |n| {
        let seat = |i| format!("  - {{id: s{i}, basis: ex_officio, held_by: altro/s{i}}}\n");
        let mut files = body_with(&format!("{ACTIVITY}seats:\n{}", each(n, seat)));
        let other = body_page(&(ACTIVITY.to_owned() + &seats(n)));
        files.add("content/altro.md", other);
        files
    }),
    kind("bodies: substitutes", |n| {
        let holder =
            |i| format!("name: Anna {i}}}\n      - {{name: Rita {i}, substitutes: Anna {i}");
        body_with(&(ACTIVITY.to_owned() + &holders(n, holder)))
    }),
    kind("bodies: meetings of a registry", |n| {
        let mut files = registry("meetings", n, |i| {
            let day = format!("2020-{:02}-{:02}", i / 28 % 12 + 1, i % 28 + 1);
            format!("{{id: m{i}, title: Seduta {i}, body: tavolo, start: {day}T10:00}}")
        });
        files.add(
            "content/tavolo.md",
            body_page(&(ACTIVITY.to_owned() + &seats(1))),
        );
        files.add(
            "content/ente.yaml",
            "organizations: [{id: ente, title: Ente, kind: province}]\n",
        );
        files
    }),
    kind("bodies: wrong values of seats", |n| {
        let seat = |i| format!("  - {{id: s{i}, basis: elected, office: X, count: molti}}\n");
        body_with(&format!("{ACTIVITY}seats:\n{}", each(n, seat)))
    }),
    kind("bodies: wrong dates of holders", |n| {
        body_with(&(ACTIVITY.to_owned() + &holders(n, |i| format!("name: Anna {i}, from: ieri"))))
    }),
];

const fn kind(name: &'static str, site: fn(usize) -> Files) -> Kind {
    Kind { name, site }
}

fn seats(count: usize) -> String {
    let seat = |i| format!("  - {{id: s{i}, basis: elected, office: Assessore {i}}}\n");
    format!("seats:\n{}", each(count, seat))
}

/// A seat with so many holders.
fn holders(count: usize, holder: impl Fn(usize) -> String) -> String {
    let holders = each(count, |i| format!("      - {{{}}}\n", holder(i)));
    format!("seats:\n  - id: s\n    basis: elected\n    count: {count}\n    holders:\n{holders}")
}

fn terms(count: usize) -> String {
    let term = |i: usize| {
        let (year, month) = (1000 + i / 12 % 900, i % 12 + 1);
        format!("  - {{id: m{i}, from: {year}-{month:02}}}\n")
    };
    format!("terms:\n{}", each(count, term))
}

/// A body in Italian with these facts, and its words in English.
fn translated(facts: &str, words: &str) -> Files {
    let mut files = body_with(&(ACTIVITY.to_owned() + facts));
    files.add("content/tavolo.en.md", head(words));
    files.add(
        "site.toml",
        "title = \"Prova\"\nlanguages = [\"it\", \"en\"]\n[search]\nenabled = false\n",
    );
    files
}

//! Files that cannot be read as front matter, YAML or text.

use super::{Case, files, plain, registry};

const HEAD: &str = "---\ntitle: Prova\nsummary: S.\nreviewed: 2026-10-01\n";

pub(super) fn cases() -> Vec<Case> {
    let mut cases = front_matter();
    cases.extend(yaml());
    cases.extend(bytes());
    cases
}

fn file(name: &'static str, text: impl AsRef<[u8]>, expected: &str) -> Case {
    let path = format!("content/{name}.md");
    files(
        name,
        &[(&path, text.as_ref())],
        &[&expected.replace("FILE", &path)],
    )
}

fn front_matter() -> Vec<Case> {
    vec![
        file("empty", "", "missing-front-matter FILE:1"),
        file("text-only", "Solo testo.\n", "missing-front-matter FILE:1"),
        file(
            "after-a-line",
            format!("\n{HEAD}---\n"),
            "missing-front-matter FILE:1",
        ),
        file(
            "toml",
            "+++\ntitle = \"Hugo\"\n+++\n",
            "missing-front-matter FILE:1",
        ),
        file(
            "never-closed",
            format!("{HEAD}\nTesto.\n"),
            "unclosed-front-matter FILE:5",
        ),
        file(
            "empty-front-matter",
            "---\n---\nTesto.\n",
            "missing-key FILE:2",
        ),
        file(
            "list-as-front-matter",
            "---\n- title: A\n---\n",
            "wrong-type FILE:2",
        ),
        file(
            "text-as-front-matter",
            "---\nConsulta\n---\n",
            "wrong-type FILE:2",
        ),
        file(
            "with-mark",
            format!("\u{feff}{HEAD}colour: red\n---\n"),
            "unknown-key FILE:5:1",
        ),
        file(
            "with-crlf",
            format!("{HEAD}colour: red\n---\n## A\n").replace('\n', "\r\n"),
            "unknown-key FILE:5:1",
        ),
        file(
            "with-accents-before",
            "---\ntitle: Città però\nsummary: È così.\nperché: \"no\"\n---\n",
            "unknown-key FILE:4:1",
        ),
        file(
            "with-crlf-in-text",
            format!("{HEAD}---\n## A\n\n#### B\n").replace('\n', "\r\n"),
            "skipped-heading FILE:8:1",
        ),
        file("nome con spazi", format!("{HEAD}---\n"), "bad-id FILE:1"),
        file("più", format!("{HEAD}---\n"), "bad-id FILE:1"),
    ]
}

fn yaml() -> Vec<Case> {
    let laughs = "a: &a [ha, ha]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n";
    let deep = format!("extra: {}{}\n", "[".repeat(200), "]".repeat(200));
    let deeper = format!("extra: {}\n", "[".repeat(100_000));
    vec![
        plain(
            "yaml-quote",
            "nav_title: \"Aperto\norder: 1\n",
            &["yaml-syntax 1"],
        ),
        plain(
            "yaml-bracket",
            "topics: [casa\norder: 1\n",
            &["yaml-syntax 1:9"],
        ),
        plain("yaml-tab", "extra:\n\ta: 1\n", &["yaml-syntax 2"]),
        plain(
            "yaml-indent",
            "nav_title: A\n  order: 1\n",
            &["yaml-syntax 2"],
        ),
        plain(
            "yaml-colon",
            "nav_title: Oggi: chiuso\n",
            &["yaml-syntax 1"],
        ),
        plain("yaml-no-colon", "nav_title: A\norder\n", &["yaml-syntax 2"]),
        plain("yaml-at-sign", "nav_title: @casa\n", &["yaml-syntax 1:12"]),
        plain(
            "yaml-laughs",
            &format!(
                "extra:\n  {}",
                laughs.replace('\n', "\n  ").trim_end_matches(' ')
            ),
            &["yaml-alias 2"],
        ),
        plain("yaml-anchor", "nav_title: &a A\n", &["yaml-alias 1:12"]),
        plain("yaml-alias", "nav_title: *a\n", &["yaml-alias 1:12"]),
        plain("yaml-tag", "nav_title: !!str A\n", &["yaml-alias 1:12"]),
        plain("yaml-merge", "<<: {order: 1}\n", &["unknown-key 1:1"]),
        plain("yaml-deep", &deep, &["too-deep 1"]),
        plain("yaml-deeper", &deeper, &["too-deep 1"]),
        plain("yaml-list-as-key", "? [a, b]\n: 1\n", &["unknown-key 1"]),
        registry(
            "registry-list",
            "- {id: a, title: A}\n",
            &["wrong-type 1:1"],
        ),
        registry(
            "registry-two",
            "topics: []\n---\ntopics: []\n",
            &["yaml-syntax 2"],
        ),
        registry(
            "registry-syntax",
            "topics:\n  - {id: a, title: A\n  - b\n",
            &["yaml-syntax 2:5"],
        ),
        registry(
            "registry-not-a-list",
            "topics: {id: a, title: A}\n",
            &["wrong-type 1:9"],
        ),
    ]
}

fn bytes() -> Vec<Case> {
    let bad = |before: &str| [before.as_bytes(), b"Citt\xe0\n"].concat();
    vec![
        file(
            "latin-in-text",
            bad(&format!("{HEAD}---\nUno.\n")),
            "invalid-utf8 FILE:7:5",
        ),
        file(
            "latin-in-front-matter",
            bad("---\ntitle: "),
            "invalid-utf8 FILE:2:12",
        ),
        file("utf16", b"\xff\xfe-\0-\0-\0\n\0", "invalid-utf8 FILE:1:1"),
        files(
            "latin-in-registry",
            &[(
                "content/latin.yaml",
                b"topics:\n  - {id: c, title: Citt\xe0}\n",
            )],
            &["invalid-utf8 content/latin.yaml:2:24"],
        ),
        file(
            "null-in-front-matter",
            "---\ntitle: A\0B\n---\n",
            "yaml-syntax FILE:2",
        ),
        files(
            "nulls",
            &[("content/nulls.md", &[0; 4096])],
            &[
                "missing-front-matter content/nulls.md:1",
                "unprintable-character content/nulls.md:1",
            ],
        ),
        file(
            "huge",
            format!(
                "{HEAD}---\n{}\n# Fine\n",
                "Una riga di testo. \n".repeat(250_000)
            ),
            "top-heading FILE:250007:1",
        ),
    ]
}

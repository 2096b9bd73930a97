//! A site in four languages, in which much is not translated. Its Italian words begin with `§`.

use std::collections::{BTreeMap, BTreeSet};

use crate::site::Site;

const LANGUAGES: [&str; 4] = ["it", "de", "en", "sl"];

/// The site in four languages.
pub(crate) fn four() -> Site {
    Site::empty().folder("tests/blackbox/quattro", "")
}

/// The same with the theme `italia`.
pub(crate) fn in_italia() -> Site {
    let site = four().folder("themes/italia", "themes/italia/");
    site.replace("themes/quattro/theme.toml", "civico", "italia")
}

fn built() -> Site {
    let site = four();
    site.build().succeeds();
    site
}

fn pages(site: &Site) -> BTreeMap<String, String> {
    let built = site.built().into_iter();
    let pages = built.filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// The language of a page, which its path tells.
fn language_of(path: &str) -> &str {
    let first = path.split('/').next().unwrap();
    LANGUAGES
        .into_iter()
        .find(|it| *it == first)
        .unwrap_or("it")
}

/// The texts of a page that are read aloud, each with the language of its element.
fn words(page: &str) -> Vec<(String, String)> {
    const VOID: [&str; 8] = ["area", "br", "hr", "img", "input", "link", "meta", "wbr"];
    let mut words = Vec::new();
    let mut within: Vec<(String, String, bool)> = Vec::new();
    for piece in page.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split_whitespace().next().unwrap_or_default();
        if let Some(name) = name.strip_prefix('/') {
            let (open, ..) = within.pop().unwrap();
            assert_eq!(open, name, "{page}");
        } else if !name.starts_with('!') && !VOID.contains(&name) && !tag.ends_with('/') {
            let (around, hidden) = within
                .last()
                .map_or(("", false), |(_, language, hidden)| (language, *hidden));
            let hidden = hidden || tag.contains("aria-hidden=\"true\"");
            let own = tag.split(" lang=\"").nth(1);
            let own = own
                .and_then(|rest| rest.split('"').next())
                .unwrap_or(around);
            within.push((name.to_owned(), own.to_owned(), hidden));
        }
        let in_body = within.iter().any(|(name, ..)| name == "body");
        let shown = in_body && !text.trim().is_empty();
        if let Some((_, language, false)) = within.last().filter(|_| shown) {
            words.push((text.trim().to_owned(), language.clone()));
        }
    }
    words
}

#[test]
fn every_text_says_in_which_language_it_is() {
    assert_texts_name_their_language(&built());
}

#[test]
fn every_text_of_the_theme_italia_says_in_which_language_it_is() {
    let site = in_italia();
    site.build().succeeds();
    assert_texts_name_their_language(&site);
}

#[track_caller]
fn assert_texts_name_their_language(site: &Site) {
    for (path, page) in pages(site) {
        let language = language_of(&path);
        for (text, said) in words(&page) {
            // The name of a language is in that language, and punctuation is in none.
            if !text.contains(char::is_alphabetic)
                || ["Italiano", "Deutsch", "English", "Slovenščina"].contains(&text.as_str())
            {
                continue;
            }
            let expected = if text.contains('§') { "it" } else { language };
            assert_eq!(said, expected, "{path}: {text}");
        }
    }
}

/// The file to which a link of a page leads.
fn target(path: &str, href: &str) -> Option<String> {
    let href = href.split('#').next().unwrap();
    if href.is_empty() || href.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[test]
fn links_lead_to_pages_in_the_same_language() {
    let site = built();
    let files = site.built();
    for (path, page) in pages(&site) {
        if path == "404.html" {
            continue;
        }
        let mut switched = BTreeSet::new();
        for (href, piece) in page
            .split("<a ")
            .skip(1)
            .map(|piece| (piece.split("href=\"").nth(1).unwrap(), piece))
        {
            let href = href.split('"').next().unwrap();
            let Some(target) = target(&path, href) else {
                continue;
            };
            assert!(files.contains_key(&target), "{path}: {href}");
            let tag = piece.split('>').next().unwrap();
            match tag.split("hreflang=\"").nth(1) {
                Some(switch) => {
                    let language = switch.split('"').next().unwrap();
                    assert_eq!(language_of(&target), language, "{path}: {href}");
                    switched.insert(target);
                }
                None => assert_eq!(language_of(&target), language_of(&path), "{path}: {href}"),
            }
        }
        assert_eq!(switched.len(), LANGUAGES.len(), "{path}: {switched:?}");
        assert!(switched.contains(&path), "{path}: {switched:?}");
    }
}

#[test]
fn alternate_links_name_translations_only() {
    let site = built();
    let base = "https://consulte.example/";
    let alternates = |path: &str| {
        let page = site.page(path);
        let links = page.split("<link rel=\"alternate\" hreflang=\"").skip(1);
        let links = links.map(|link| {
            let mut parts = link.split('"');
            let (tag, url) = (parts.next().unwrap(), parts.nth(1).unwrap());
            (tag.to_owned(), url.trim_start_matches(base).to_owned())
        });
        links.collect::<Vec<_>>()
    };
    let canonical = |path: &str| {
        let page = site.page(path);
        let link = page
            .split("<link rel=\"canonical\" href=\"")
            .nth(1)
            .unwrap();
        link.split('"')
            .next()
            .unwrap()
            .trim_start_matches(base)
            .to_owned()
    };
    let pairs = |list: &[(&str, &str)]| {
        list.iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect::<Vec<_>>()
    };
    let home = pairs(&[("it", ""), ("x-default", ""), ("de", "de/"), ("sl", "sl/")]);
    assert_eq!(alternates("index.html"), home);
    assert_eq!(alternates("sl/index.html"), home);
    assert_eq!(canonical("sl/index.html"), "sl/");
    // The home page is not translated into English: its canonical address is the Italian one.
    assert_eq!(alternates("en/index.html"), []);
    assert_eq!(canonical("en/index.html"), "");
    assert!(site.page("en/index.html").contains("<html lang=\"en\">"));
    assert_eq!(canonical("de/sezione/pagina/index.html"), "sezione/pagina/");
    // Entries of registries have no text: each of their pages is canonical.
    assert_eq!(canonical("de/enti/dan/index.html"), "de/enti/dan/");
}

#[test]
fn dates_plurals_and_order_follow_the_language() {
    let site = built();
    let all = |path: &str| words(&site.page(path)).into_iter().map(|(text, _)| text);
    let says = |path: &str, expected: &str| {
        assert!(all(path).any(|text| text == expected), "{path}: {expected}");
    };
    for (language, day) in [
        ("", "1º luglio 2018"),
        ("de/", "1. Juli 2018"),
        ("en/", "1 July 2018"),
        ("sl/", "01. julij 2018"),
    ] {
        says(&format!("{language}consiglio/index.html"), day);
    }
    for places in ["2 mesti", "3 mesta"] {
        says("sl/consiglio/index.html", places);
    }
    assert!(all("sl/consiglio/index.html").any(|text| text.starts_with("5 mest")));
    let names = ["§Ärzte", "§Cena", "§Čebelarji", "§Dan"];
    let order = |path: &str| {
        let main = site.page(path);
        let main = main.split("<main").nth(1).unwrap().to_owned();
        let listed = words(&format!(
            "<body>{}",
            main.split_once('>')
                .unwrap()
                .1
                .split("</main>")
                .next()
                .unwrap()
        ));
        let listed = listed.into_iter().map(|(text, _)| text);
        listed
            .filter(|text| names.contains(&text.as_str()))
            .collect::<Vec<_>>()
    };
    let german = ["§Ärzte", "§Čebelarji", "§Cena", "§Dan"];
    assert_eq!(order("de/enti/index.html"), german);
    assert_eq!(order("sl/enti/index.html"), names);
}

#[test]
fn check_lists_what_is_not_translated() {
    let site = built();
    let run = site.run(&["check", "--as-of", crate::site::AS_OF]);
    run.succeeds();
    let lines: Vec<&str> = run.stdout.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "de: 2 of 5 pages translated",
            "  not yet: content/note.md, content/sezione/_index.md, content/sezione/pagina.md",
            "  in part: content/consiglio.md",
            "en: 2 of 5 pages translated",
            "  not yet: content/_index.md, content/note.md, content/sezione/pagina.md",
            "  in part: content/consiglio.md, content/sezione/_index.md",
            "sl: 3 of 5 pages translated",
            "  not yet: content/note.md, content/sezione/_index.md",
            "  in part: content/_index.md, content/consiglio.md",
        ]
    );
    assert!(
        run.stderr.contains(
            "warning[missing-labels]: The theme “quattro” has no words in the language “sl”"
        ),
        "{}",
        run.stderr
    );
}

#[test]
fn a_translation_may_not_repeat_facts() {
    let fails = |path: &str, text: &str, expected: &str| {
        let site = Site::new()
            .replace(
                "site.toml",
                "language = \"it\"",
                "language = \"it\"\nlanguages = [\"it\", \"de\"]",
            )
            .file(path, text);
        site.build_json().fails_with(&[expected]);
    };
    fails(
        "content/consulta.de.md",
        "---\ntitle: Beirat\nkind: council\n---\n",
        "unknown-key content/consulta.de.md:3:1",
    );
    fails(
        "content/niente.de.md",
        "---\ntitle: A\n---\n",
        "orphan-translation content/niente.de.md:1:1",
    );
    fails(
        "content/privacy.de.md",
        "---\ntitle: A\n---\n# A\n",
        "top-heading content/privacy.de.md:4:1",
    );
    fails(
        "content/privacy.de.md",
        "---\ntitle: A\n---\n[b](b.md)\n",
        "broken-link content/privacy.de.md:4:5",
    );
}

/// The good site with a German translation of its body.
fn in_german(words: &str) -> Site {
    let languages = "language = \"it\"\nlanguages = [\"it\", \"de\"]";
    let site = Site::new().replace("site.toml", "language = \"it\"", languages);
    site.file("content/consulta.de.md", words)
}

#[test]
fn words_of_a_translation_for_nothing_are_reported_where_they_stand() {
    let words = "---
title: Beirat
activities:
  - {id: racordo, text: Stimmt ab.}
tables:
  - {id: tecnico, title: Tisch}
seats:
  - {id: presidenta, office: Präsident}
  - id: esperto
    holders: [{holder: ana-rossi, note: Neu}, {holder: anna-rossi, note: Neu}]
terms:
  - {id: primo, note: Erste}
legal_basis:
  - {act: delibera-2, note: Neu}
---
";
    let site = in_german(words);
    site.build_json().warns_with(&[
        "orphan-words content/consulta.de.md:4:10",
        "orphan-words content/consulta.de.md:6:10",
        "orphan-words content/consulta.de.md:8:10",
        "orphan-words content/consulta.de.md:10:24",
        "orphan-words content/consulta.de.md:12:10",
        "orphan-words content/consulta.de.md:14:11",
    ]);
}

#[test]
fn the_note_of_a_legal_basis_is_translated() {
    let basis = "legal_basis:\n  - {act: delibera-1, article: \"3\", note: Una nota.}\n  - {act: delibera-1, article: \"4\", note: Altra nota.}\n  - {missing: true, note: Si cerca.}\n";
    let site = in_german(
        "---\ntitle: Beirat\nlegal_basis:\n  - {act: delibera-1, article: \"4\", note: Ein Hinweis.}\n  - {note: Wird gesucht.}\n---\n",
    );
    let facts = crate::fixtures::good("content/consulta.md");
    let start = facts.find("legal_basis:").unwrap();
    let end = start + facts[start..].find("\nactivities").unwrap() + 1;
    let facts = format!("{}{basis}{}", &facts[..start], &facts[end..]);
    let site = site.file("content/consulta.md", facts);
    let site = site.replace("site.toml", "theme = \"mini\"\n", "");
    site.build().succeeds();
    let page = site.page("de/consulta/index.html");
    for shown in [
        "lang=\"it\">Una nota.",
        "<p class=\"note\">Ein Hinweis.",
        "<p class=\"note\">Wird gesucht.",
    ] {
        assert!(page.contains(shown), "{shown}\n{page}");
    }
}

/// Of each text of a body, whether a translation has it.
#[test]
fn a_translation_is_whole_if_it_has_every_text() {
    let body = "---\ntype: body\ntitle: B\nkind: council\nauthority: provincia-cuneo\nactivities: [{id: a, text: A.}]\n";
    let words = "---\ntitle: B\nactivities: [{id: a, text: A.}]\n";
    for (written, translated) in [
        ("", ""),
        (
            "procedure: {secretariat: Ufficio}\n",
            "procedure: {secretariat: Amt}\n",
        ),
        (
            "seats: [{id: s, basis: appointed, each: comunità montane}]\n",
            "seats: [{id: s, each: Berggemeinschaften}]\n",
        ),
        (
            "seats: [{id: s, basis: appointed, as_written: un membro}]\n",
            "seats: [{id: s, as_written: ein Mitglied}]\n",
        ),
        (
            "tables: [{id: t, title: T, summary: Che cosa fa., seats: [{id: y, basis: appointed}]}]\n",
            "tables: [{id: t, title: T, summary: Was er macht.}]\n",
        ),
        (
            "legal_basis: [{act: delibera-1, note: Nota.}]\n",
            "legal_basis: [{act: delibera-1, note: Hinweis.}]\n",
        ),
    ] {
        let seats = match written.starts_with("seats") {
            true => "",
            false => "seats: [{id: z, basis: appointed}]\n",
        };
        let title = match written.starts_with("tables") {
            true => "tables: [{id: t, title: T}]\n",
            false => "",
        };
        for (words_of, is_partial) in [(translated, false), (title, !written.is_empty())] {
            let site = in_german("---\ntitle: Beirat\n---\n")
                .file("content/b.md", format!("{body}{seats}{written}---\n"))
                .file("content/b.de.md", format!("{words}{words_of}---\n"));
            let run = site.run(&["check"]);
            let partial = run.stdout.lines().chain(run.stderr.lines());
            let mut partial = partial.filter(|line| line.contains("in part:"));
            let is_named = partial
                .any(|line| line.contains("content/b.de.md") || line.contains("content/b.md"));
            assert_eq!(
                is_named, is_partial,
                "{written}\n{}\n{}",
                run.stdout, run.stderr
            );
        }
    }
}

#[test]
fn without_another_word_the_first_language_is_that_of_the_site() {
    let site = Site::new().replace(
        "site.toml",
        "language = \"it\"",
        "languages = [\"en\", \"it\"]",
    );
    site.build().succeeds();
    assert!(site.page("index.html").contains("<html lang=\"en\""));
    assert!(site.page("it/index.html").contains("<html lang=\"it\""));
}

/// Texts that have no id are translated by what they are, the agenda of a meeting as a whole.
#[test]
fn every_text_of_a_page_can_be_translated() {
    let site = Site::new()
        .replace("site.toml", "theme = \"mini\"\n", "")
        .replace("site.toml", "language = \"it\"", "language = \"it\"\nlanguages = [\"it\", \"de\"]")
        .file(
            "content/b.md",
            "---
type: body
title: B
kind: council
authority: provincia-cuneo
activities: [{id: a, text: A.}]
instruments: [{name: Piano, adopted_by: Accordo}]
related: [{name: Vicini, relation: coordinates_with}]
changes: [{kind: establishment, date: 2020, note: Nato qui.}]
contacts: [{office: Segreteria, note: Di mattina, channels: [{kind: email, value: a@b.example}]}]
seats: [{id: s, role: chair, basis: appointed, appointed_by: {name: Giunta}, proposed_by: {name: Consiglieri}}]
---
",
        )
        .file(
            "content/b.de.md",
            "---
title: B
words: {Piano: Plan, Accordo: Abkommen, Vicini: Nachbarn, Nato qui.: Hier entstanden., Segreteria: Sekretariat, Di mattina: Morgens, Giunta: Regierung}
---
",
        )
        .file(
            "content/m.md",
            "---\ntype: meeting\ntitle: M\nbody: b\nstart: 2030-01-01\nplace: Sala\nagenda: [Uno, Due]\nminutes: {none: Riservata}\n---\n",
        )
        .file(
            "content/m.de.md",
            "---\ntitle: M\nplace: Saal\nagenda: [Eins, Zwei]\nwords: {Riservata: Vertraulich}\n---\n",
        )
        .file(
            "content/r.yaml",
            "meetings:\n  - {id: r, title: R, body: b, start: 2030-02-01, place: Sala R, agenda: [Tre], translations: {de: {title: R, place: Saal R, agenda: [Drei]}}}\n",
        );
    site.build().succeeds();
    for (page, german) in [
        (
            "b",
            "Plan Abkommen Nachbarn Hier&#32;entstanden. Sekretariat Morgens Regierung Saal",
        ),
        ("m", "Saal Eins Zwei Vertraulich"),
        ("sedute/r", "Saal&#32;R Drei"),
    ] {
        let html = site.page(&format!("de/{page}/index.html"));
        for word in german.split(' ') {
            let shown = format!(">{}<", word.replace("&#32;", " "));
            assert!(html.contains(&shown), "{shown}\n{html}");
        }
        assert_eq!(html.contains("lang=\"it\">Consiglieri<"), page == "b");
    }
    assert!(site.page("b/index.html").contains(">Piano<"));
    // What is meant for another text, and an agenda that is not whole, are shown nowhere.
    let site = site
        .replace("content/b.de.md", "{Piano: Plan", "{Piani: Plan")
        .replace("content/m.de.md", "[Eins, Zwei]", "[Eins]")
        .replace("content/m.md", "place: Sala\n", "")
        .replace("content/r.yaml", "[Tre]", "[Tre, Quattro]");
    let found = site.build_json().warnings();
    let orphans: Vec<String> = found
        .into_iter()
        .filter(|it| it.starts_with("orphan-words"))
        .collect();
    assert_eq!(
        orphans,
        [
            "orphan-words content/b.de.md:3:16",
            "orphan-words content/m.de.md:3:8",
            "orphan-words content/m.de.md:4:9",
            "orphan-words content/r.yaml:2:143",
        ]
    );
    let html = site.page("de/m/index.html");
    assert!(html.contains(">Uno<") && !html.contains("Saal"), "{html}");
}

#[test]
fn words_for_what_could_not_be_read_are_not_reported() {
    let words = "---
title: Beirat
seats:
  - {id: presidente, office: Präsident}
  - {id: nessuno, office: Niemand}
---
";
    let site = in_german(words);
    let orphans = |site: &Site| {
        let found = site.build_json().warnings();
        let orphans = found
            .into_iter()
            .filter(|it| it.starts_with("orphan-words"));
        orphans.collect::<Vec<_>>()
    };
    assert_eq!(orphans(&site), ["orphan-words content/consulta.de.md:5:10"]);
    let site = site.replace("content/consulta.md", "id: presidente", "id: [presidente]");
    assert_eq!(orphans(&site), [""; 0]);
    let agenda = |items: &str| {
        format!(
            "---\ntype: meeting\ntitle: M\nbody: consulta\nstart: 2030-01-01\nagenda: {items}\n---\n"
        )
    };
    let site = in_german("---\ntitle: Beirat\n---\n")
        .file("content/m.md", agenda("[Uno, Due]"))
        .file("content/m.de.md", "---\ntitle: M\nagenda: [Eins]\n---\n");
    assert_eq!(orphans(&site), ["orphan-words content/m.de.md:3:9"]);
    let site = site.file("content/m.md", agenda("{uno: due}"));
    assert_eq!(orphans(&site), [""; 0]);
}

#[test]
fn a_translation_has_the_type_of_its_page() {
    let settings = crate::fixtures::good("site.toml");
    let site = Site::new()
        .file(
            "site.toml",
            format!("languages = [\"it\", \"de\"]\n{settings}"),
        )
        .file(
            "content/orari.de.md",
            "---\ntype: body\ntitle: Zeiten\n---\n",
        );
    let run = site.check_in_process();
    run.fails_with(&["misplaced-type content/orari.de.md:2:7"]);
}

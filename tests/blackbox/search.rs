//! The index with which the browser searches the site.

use std::collections::{BTreeMap, BTreeSet};

use raccordo::base::source::Changes;
use raccordo::build::{Options, Workspace};

use crate::fixtures::{Files, full_files_with_search};
use crate::in_process::{Published, day, fresh_turn, turn};
use crate::languages::four;
use crate::memory_sources::MemorySources;
use crate::site::{AS_OF, Site};

fn searchable() -> Site {
    Site::new().replace("site.toml", "enabled = false", "enabled = true")
}

/// The files of the search in a built site.
fn index(site: &Site) -> Files {
    let mut built = site.built();
    built.retain(|path, _| path.starts_with("pagefind/"));
    built
}

#[test]
fn the_same_site_has_the_same_index() {
    let site = searchable();
    site.check().succeeds();
    assert!(!site.path("public").exists());
    site.build().succeeds();
    let made = index(&site);
    for name in [
        "pagefind.js",
        "pagefind-worker.js",
        "pagefind-entry.json",
        "wasm.it.pagefind",
    ] {
        assert!(made.contains_key(&format!("pagefind/{name}")), "{name}");
    }
    let entry = String::from_utf8_lossy(&made["pagefind/pagefind-entry.json"]).into_owned();
    let things = site.built().keys().filter(|it| is_found(it)).count();
    assert!(
        entry.contains(&format!("\"page_count\":{things}")),
        "{things} pages: {entry}"
    );

    let other = searchable().arg("--jobs").arg("1");
    other.build().succeeds();
    assert!(index(&other) == made);

    let site = site.replace("site.toml", "enabled = true", "enabled = false");
    site.build().succeeds();
    assert_eq!(index(&site).len(), 0);
}

#[test]
fn a_large_index_has_parts_and_an_edit_changes_one() {
    let persons = (0..2100).map(|number| {
        format!("  - {{id: p-{number}, given: Ugo, family: Rossi, publication_basis: legge}}\n")
    });
    let page = |words: &str| format!("---\ntitle: Avviso\n---\n{words}\n");
    let site = searchable()
        .file(
            "content/persone.yaml",
            format!("persons:\n{}", persons.collect::<String>()),
        )
        .file("content/avviso.md", page("Prima."))
        .replace("site.toml", "theme = ", "list_length = 3000\ntheme = ");
    let build = |jobs: &str| {
        let run = site.run(&["build", "--as-of", AS_OF, "--jobs", jobs]);
        run.succeeds();
        index(&site)
    };
    let made = build("2");
    let entry = |folder: &str| {
        let entry = &made[&format!("{folder}pagefind-entry.json")];
        serde_json::from_slice::<serde_json::Value>(entry).unwrap()["languages"]["it"].clone()
    };
    let (first, second) = (entry("pagefind/"), entry("pagefind/1/"));
    assert_eq!(first["parts"], 2);
    let things = site.built().keys().filter(|it| is_found(it)).count();
    let counts = [&first, &second].map(|it| it["page_count"].as_u64().unwrap());
    assert_eq!(counts.iter().sum::<u64>(), things as u64);
    assert!(counts.iter().all(|it| *it > 900), "{counts:?}");
    for name in ["wasm.it.pagefind", "pagefind.js", "2/pagefind-entry.json"] {
        assert!(!made.contains_key(&format!("pagefind/1/{name}")), "{name}");
    }

    // The other part is the same, though one thread made it.
    site.put("content/avviso.md", page("Dopo."));
    let edited = build("1");
    let paths = made.keys().chain(edited.keys());
    let changed = paths.filter(|path| made.get(*path) != edited.get(*path));
    let parts: BTreeSet<bool> = changed
        .map(|path| path.starts_with("pagefind/1/"))
        .collect();
    assert_eq!(parts.len(), 1);
}

/// Whether a search finds the page at a path: not the 404 page, the index from A to Z, or a past
/// composition.
fn is_found(path: &str) -> bool {
    path.ends_with("index.html") && !path.starts_with("indice/") && !path.contains("/composizione/")
}

/// What the index has of each page, by its address.
fn indexed(site: &Site) -> BTreeMap<String, String> {
    let fragments = index(site).into_iter();
    let fragments = fragments.filter(|(path, _)| path.ends_with(".pf_fragment"));
    let contents = fragments.map(|(_, bytes)| {
        let mut text = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(bytes.as_slice());
        std::io::Read::read_to_end(&mut decoder, &mut text).unwrap();
        let start = text.iter().position(|byte| *byte == b'{').unwrap();
        let page: serde_json::Value = serde_json::from_slice(&text[start..]).unwrap();
        let part = |key: &str| page[key].as_str().unwrap().to_owned();
        (part("url"), part("content"))
    });
    contents.collect()
}

#[test]
fn only_what_a_page_says_is_indexed() {
    let other = "{% component nothing() %}{% endcomponent nothing %}";
    let page = "<!doctype html><html lang=\"{{ page.lang }}\"><head><title>{{ page.title }}</title>\
                <link rel=\"canonical\" href=\"{{ page.canonical }}\"></head><body><header>Testata</header>\
                <main><h1>{{ page.title }}</h1>{{ page.content | safe }}<button>Stampa</button>\
                <a href=\"mailto:?subject=x\">Condividi</a><p>Indirizzo: {{ page.canonical }}</p></main>\
                <footer>Contatti</footer></body></html>";
    for theme in ["civico", "italia", "altro"] {
        let site = four()
            .folder("themes/italia", "themes/italia/")
            .file("themes/altro/theme.toml", "name = \"altro\"\nextends = \"civico\"\n")
            .file("themes/altro/templates/page.html", page)
            .file("themes/altro/templates/components/other.html", other)
            .file(
                "content/nota.md",
                "---\ntitle: Nota sull’unione\nsummary: Una nota.\n---\nParola[^1] dell’ente—altro.\n\n[^1]: In fondo.\n",
            )
            .replace("site.toml", "theme = \"quattro\"", &format!("theme = \"{theme}\""));
        let run = site.run(&["build", "--as-of", AS_OF]);
        run.succeeds();
        let indexed = indexed(&site);
        let only = indexed.iter();
        let only: Vec<_> = match theme {
            "altro" => only.filter(|(url, _)| url.contains("nota/")).collect(),
            _ => only.collect(),
        };
        assert!(only.len() > 1, "{indexed:?}");
        for (url, text) in only {
            for word in [
                "Stampa",
                "Condividi",
                "Indirizzo",
                "https://consulte.example",
                "Copia",
                "Testata",
                "Ultimo aggiornamento",
                "Segnala",
                "In questa pagina",
            ] {
                assert!(!text.contains(word), "{theme} {url} {word}: {text}");
            }
        }
        let (_, note) = indexed.iter().find(|(url, _)| *url == "/nota/").unwrap();
        assert!(note.contains("Parola dell'ente — altro."), "{note}");
        assert!(note.contains("In fondo."), "{note}");
        assert!(!note.contains('↩'), "{note}");
    }
}

#[test]
fn settings_of_the_search_are_checked() {
    for (wrong, found) in [
        ("enable = true", "unknown-key site.toml:25:1"),
        ("enabled = \"no\"", "wrong-type site.toml:25:11"),
    ] {
        Site::new()
            .replace("site.toml", "enabled = false", wrong)
            .build_json()
            .fails_with(&[found]);
    }
}

#[test]
fn no_page_may_take_the_address_of_an_index() {
    let text = "---\ntitle: X\nsummary: Y.\n---\n";
    Site::new()
        .file("content/indice.md", text)
        .build_json()
        .fails_with(&["duplicate-address content/indice.md:1:1"]);
    searchable()
        .file("content/pagefind.md", text)
        .build_json()
        .fails_with(&["duplicate-address content/pagefind.md:1:1"]);
    Site::new()
        .file("content/pagefind.md", text)
        .build_json()
        .succeeds();
}

#[test]
fn each_turn_makes_the_index_of_a_fresh_build() {
    let options = Options {
        pages: true,
        search: true,
        ..Options::default()
    };
    let mut files = full_files_with_search();
    let gone = "content/nuova.md";
    let text = b"---\ntitle: Nuova\n---\nUna parola rara.\n";
    files.insert(gone.to_owned(), text.to_vec());
    let before = MemorySources::new(&files);
    let mut workspace = Workspace::new(options.clone());
    let first = turn(&mut workspace, &before, before.everything(), day(0));
    let mut published = Published::of(first.update.unwrap());
    let is_german = |path: &String| path.starts_with("pagefind/fragment/de_");
    assert!(published.0.keys().any(is_german));

    files.remove(gone);
    let now = MemorySources::new(&files);
    let since = now.changes_since(&before);
    published.take(turn(&mut workspace, &now, since, day(0)).update.unwrap());
    let fresh = fresh_turn(&options, &now, day(0));
    assert_eq!(published.0, Published::of(fresh.update.unwrap()).0);

    let idle = turn(&mut workspace, &now, Changes::default(), day(0));
    let idle = idle.update.unwrap();
    assert_eq!(idle.put.len() + idle.removed.len(), 0);
}

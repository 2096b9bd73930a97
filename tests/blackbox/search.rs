//! The search in the browser, and the index of everything that stands in for it.

use std::collections::{BTreeMap, BTreeSet};

use raccordo::base::digest::Digest;
use raccordo::base::source::{Changes, SourcePath};
use raccordo::build::{Options, Workspace};

use crate::in_process::{self, day};
use crate::memory_sources::MemorySources;
use crate::random_edits;
use crate::site::{AS_OF, Site};

fn searchable() -> Site {
    Site::new().replace("site.toml", "enabled = false", "enabled = true")
}

/// The files of the search in a built site.
fn index(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let mut built = site.built();
    built.retain(|path, _| path.starts_with("pagefind/"));
    built
}

#[test]
fn a_build_ends_with_an_index_that_is_the_same_every_time() {
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
fn an_index_of_many_pages_is_in_parts_and_an_edit_changes_one() {
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

    // The other part is made by one thread now, and is the same.
    site.put("content/avviso.md", page("Dopo."));
    let edited = build("1");
    let paths = made.keys().chain(edited.keys());
    let changed = paths.filter(|path| made.get(*path) != edited.get(*path));
    let parts: BTreeSet<bool> = changed
        .map(|path| path.starts_with("pagefind/1/"))
        .collect();
    assert_eq!(parts.len(), 1);
}

/// Whether a search finds the page at a path: neither the page of errors nor the index from A to Z.
fn is_found(path: &str) -> bool {
    path.ends_with("index.html") && !path.starts_with("a-z/")
}

#[test]
fn each_turn_has_the_index_of_a_fresh_build() {
    let options = Options {
        pages: true,
        search: true,
        ..Options::default()
    };
    let mut files = random_edits::searchable();
    let gone = SourcePath::new("content/nuova.md");
    let text = b"---\ntitle: Nuova\n---\nUna parola rara.\n";
    files.insert(gone.to_string(), text.to_vec());
    let before = MemorySources::new(&files);
    let turn = |workspace: &mut Workspace, sources: &MemorySources, changes| {
        let outcome = in_process::turn(workspace, sources, changes, day(0));
        outcome.update.unwrap()
    };
    let mut workspace = Workspace::new(options.clone());
    let whole = turn(&mut workspace, &before, before.everything());
    let mut published: BTreeMap<String, Digest> = BTreeMap::new();
    let mut take = |update: raccordo::site::publish::Update| {
        for path in update.removed {
            published.remove(path.as_str());
        }
        let put = update.put.into_iter();
        published.extend(put.map(|it| (it.path.to_string(), it.digest)));
        published.clone()
    };
    let there = take(whole);
    assert!(
        there
            .keys()
            .any(|path| path.starts_with("pagefind/fragment/de_"))
    );

    files.remove(gone.as_str());
    let now = MemorySources::new(&files);
    let changes = Changes {
        texts: [(gone, None)].into(),
        ..Changes::default()
    };
    let there = take(turn(&mut workspace, &now, changes));
    let fresh = turn(&mut Workspace::new(options), &now, now.everything());
    let fresh = fresh.put.into_iter();
    let fresh: BTreeMap<String, Digest> =
        fresh.map(|it| (it.path.to_string(), it.digest)).collect();
    assert_eq!(there, fresh);
    // Nothing to search anew: nothing is made.
    let idle = turn(&mut workspace, &now, Changes::default());
    assert_eq!(idle.put.len() + idle.removed.len(), 0);
}

#[test]
fn everything_is_listed_from_a_to_z() {
    let site = Site::new()
        .file("content/eze.md", "---\ntitle: Èze\n---\n")
        .file("content/eta.md", "---\ntitle: eta\n---\n")
        .file("content/328.md", "---\ntitle: 328 del 2000\n---\n")
        .file("content/detto.md", "---\ntitle: «Tavolo»\n---\n");
    site.build().succeeds();
    let page = site.page("a-z/index.html");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    let order = [
        "id=\"letter-0-9\"",
        "328 del 2000</a>",
        "id=\"letter-a\"",
        "Anna Rossi</a>",
        "id=\"letter-e\"",
        "eta</a>",
        "Èze</a>",
        "id=\"letter-t\"",
        "«Tavolo»</a>",
    ];
    assert!(order.map(at).is_sorted(), "{page}");
    assert!(page.contains("href=\"../consulta/index.html\""));
    assert!(page.contains("href=\"#letter-e\""));
}

#[test]
fn a_long_index_goes_over_several_pages() {
    let mut site = Site::new().replace(
        "site.toml",
        "theme = \"mini\"",
        "theme = \"mini\"\nlist_length = 5\n[paths]\nindex = \"indice\"",
    );
    for number in 0..30 {
        let letter = char::from(b'A' + number % 26);
        let text = format!("---\ntitle: {letter}{number:02}\n---\n");
        site = site.file(&format!("content/p{number}.md"), text);
    }
    site.build().succeeds();
    let built = site.built();
    let pages: Vec<&String> = built
        .keys()
        .filter(|it| it.starts_with("indice/"))
        .collect();
    assert!(pages.len() > 5, "{pages:?}");
    let mut listed = 0;
    for path in pages {
        let page = site.page(path);
        listed += page.matches("<li>").count();
        // Each letter is where the links say.
        for link in page.split("href=\"").skip(1) {
            let href = link.split('"').next().unwrap();
            let Some((file, anchor)) = href.split_once("#letter-") else {
                continue;
            };
            let target = if file.is_empty() {
                page.clone()
            } else {
                site.page(file.trim_start_matches("../"))
            };
            let anchor = format!("id=\"letter-{anchor}\"");
            assert!(target.contains(&anchor), "{href} in {path}");
        }
    }
    let things = built.keys().filter(|it| {
        it.ends_with("index.html") && !it.starts_with("indice/") && *it != "index.html"
    });
    let first_pages = things.filter(|it| {
        let folder = it.trim_end_matches("/index.html");
        folder.rsplit('/').next().unwrap().parse::<u8>().is_err()
    });
    assert_eq!(listed, first_pages.count());
}

#[test]
fn nothing_else_is_where_the_index_is() {
    let text = "---\ntitle: X\nsummary: Y.\n---\n";
    Site::new()
        .file("content/a-z.md", text)
        .build_json()
        .fails_with(&["duplicate-address content/a-z.md:1:1"]);
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
fn settings_of_the_search_are_held_against_what_there_is() {
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

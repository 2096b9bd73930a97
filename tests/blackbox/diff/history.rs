//! `raccordo log`: the changes of each commit.

use std::fs;

use serde_json::Value as Json;

use super::{commit, edit, git, raccordo, repository};
use crate::site::Site;

/// Gives the council another id, and its old address as an alias.
fn rename(site: &Site) {
    let text = fs::read_to_string(site.path("content/consulta.md")).unwrap();
    let renamed = text.replacen("---\n", "---\nid: nuova\naliases: [/consulta/]\n", 1);
    site.put("content/consulta.md", renamed);
}

/// A repository with four commits: a seat, another body, a new id, and words outside of the site.
fn history() -> Site {
    let site = repository();
    edit(&site, "content/consulta.md", "count: 7", "count: 6");
    commit(&site);
    edit(&site, "content/conferenza.md", "count: 3", "count: 4");
    commit(&site);
    rename(&site);
    edit(
        &site,
        "content/riunione.md",
        "body: consulta",
        "body: nuova",
    );
    commit(&site);
    site.put("LEGGIMI", "x");
    commit(&site);
    site
}

fn log(site: &Site, args: &[&str]) -> Vec<String> {
    let args = [args, &["--format", "json", "--lang", "en"]].concat();
    let (status, stdout, stderr) = raccordo(site.root.path(), "log", &args);
    assert_eq!(status, 0, "{stderr}");
    let lines = stdout.lines().filter(|line| !line.is_empty());
    let lines = lines.map(|line| serde_json::from_str::<Json>(line).unwrap());
    let kinds = lines.map(|entry| {
        let changes = entry["changes"].as_array().unwrap();
        let mut kinds: Vec<&str> = changes
            .iter()
            .map(|it| it["kind"].as_str().unwrap())
            .collect();
        kinds.dedup();
        kinds.join(" ")
    });
    kinds.collect()
}

#[test]
fn a_site_whose_folder_got_another_name_is_the_same() {
    let site = history();
    for folder in ["sito", "sito/pubblico"] {
        fs::create_dir(site.path(folder)).unwrap();
        let from = folder.strip_suffix("/pubblico").unwrap_or(".");
        let content = [format!("{from}/site.toml"), format!("{from}/content")];
        git(&site, &["mv", &content[0], &content[1], folder]);
        commit(&site);
    }
    let page = "sito/pubblico/content/nuova.md";
    git(&site, &["mv", "sito/pubblico/content/consulta.md", page]);
    edit(&site, page, "count: 6", "count: 5");
    commit(&site);
    let entries = log(&site, &["--root", "sito/pubblico"]);
    let told: Vec<&str> = entries.iter().take(4).map(String::as_str).collect();
    assert_eq!(
        told,
        ["seat.count", "identity.renamed", "seat.count", "seat.count"]
    );
    assert_eq!(entries.len(), 5);
    assert!(entries[4].contains("body.added"));
    assert_eq!(
        log(&site, &["--root", "sito/pubblico", "consulta"]).len(),
        4
    );
}

#[test]
fn each_commit_tells_its_changes() {
    let entries = log(&history(), &[]);
    let [renamed, conference, seat, first] = entries.as_slice() else {
        panic!("{entries:#?}");
    };
    assert_eq!(renamed, "identity.renamed");
    assert_eq!(conference, "seat.count");
    assert_eq!(seat, "seat.count");
    assert!(first.contains("body.added") && first.contains("person.added"));
}

#[test]
fn the_history_of_a_body_goes_on_before_its_id_was_another() {
    let site = history();
    assert_eq!(
        log(&site, &["nuova"]),
        [
            "identity.renamed",
            "seat.count",
            "meeting.scheduled body.added"
        ]
    );
    // So does what is asked for by the old id; a table may be named without its body.
    assert_eq!(log(&site, &["consulta"]), log(&site, &["nuova"]));
    edit(
        &site,
        "content/riunione.md",
        "body: nuova",
        "body: nuova/tecnico",
    );
    commit(&site);
    edit(&site, "content/riunione.md", "Sala rossa", "Sala blu");
    commit(&site);
    for table in ["tecnico", "nuova/tecnico", "consulta/tecnico"] {
        let expected = ["meeting.place", "meeting.body", "body.added"];
        assert_eq!(log(&site, &[table]), expected, "{table}");
    }
    assert_eq!(log(&site, &["conferenza"]), ["seat.count", "body.added"]);
    // A second new id is followed too, and so is what has gone.
    let text = fs::read_to_string(site.path("content/consulta.md")).unwrap();
    let again = text.replacen("id: nuova\n", "id: terza\n", 1);
    site.put(
        "content/consulta.md",
        again.replacen("[/", "[/nuova/, /", 1),
    );
    edit(&site, "content/riunione.md", "nuova/", "terza/");
    commit(&site);
    fs::remove_file(site.path("content/conferenza.md")).unwrap();
    commit(&site);
    for id in ["consulta", "nuova", "terza"] {
        let kinds = log(&site, &[id]);
        assert_eq!(kinds.first().unwrap(), "identity.renamed", "{id}");
        assert_eq!(kinds, log(&site, &["terza"]), "{id}");
    }
    let expected = ["body.withdrawn", "seat.count", "body.added"];
    assert_eq!(log(&site, &["conferenza"]), expected);
    // Then the table gets one, too.
    edit(&site, "content/consulta.md", "id: tecnico", "id: tecnici");
    edit(
        &site,
        "content/riunione.md",
        "terza/tecnico",
        "terza/tecnici",
    );
    commit(&site);
    let expected = log(&site, &["terza/tecnici"]);
    assert_eq!(expected.first().unwrap(), "identity.renamed");
    for table in ["tecnici", "tecnico", "consulta/tecnico", "nuova/tecnico"] {
        assert_eq!(log(&site, &[table]), expected, "{table}");
    }
}

#[test]
fn a_meeting_that_names_its_body_by_an_old_id_is_none_of_another_body() {
    let site = repository();
    rename(&site);
    commit(&site);
    edit(&site, "content/riunione.md", "2026-03-14", "2026-03-21");
    commit(&site);
    edit(
        &site,
        "content/riunione.md",
        "body: consulta",
        "body: nuova",
    );
    commit(&site);
    let expected = [
        "meeting.body",
        "identity.renamed",
        "meeting.scheduled body.added",
    ];
    assert_eq!(log(&site, &["nuova"]), expected);
    assert_eq!(log(&site, &["consulta"]), expected);
}

#[test]
fn what_was_never_called_so_is_an_error_that_says_what_may_be_meant() {
    let site = history();
    for (typed, near) in [
        ("conferensa", "conferenza"),
        ("Consulta", "nuova"),
        ("tecnica", "tecnico"),
        ("qwertyuiop", ""),
    ] {
        let (status, stdout, stderr) = raccordo(site.root.path(), "log", &[typed, "--lang", "en"]);
        assert_eq!((status, &*stdout), (2, ""), "{stderr}");
        assert!(
            stderr.contains(&format!("has the id `{typed}`")),
            "{stderr}"
        );
        let is_proposed = stderr.contains(&format!("did you mean `{near}`?"));
        assert_eq!(is_proposed, !near.is_empty(), "{stderr}");
    }
}

#[test]
fn people_see_day_commit_and_message() {
    let site = history();
    let hash = git(&site, &["rev-parse", "HEAD~2"]);
    let (_, text, _) = raccordo(site.root.path(), "log", &["conferenza", "--lang", "en"]);
    let mut lines = text.lines();
    let heading = lines.next().unwrap();
    assert!(
        heading.ends_with(&format!(" · {} · x", &hash[..10])),
        "{text}"
    );
    assert_eq!(
        lines.next(),
        Some("  Conferenza gains one place (“Sindaco”: 3 → 4).")
    );
}

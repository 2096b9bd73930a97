//! A build that goes on where the last one ended makes what a first build makes.

use std::collections::BTreeMap;
use std::fs;

use raccordo::base::digest::Digest;

use crate::site::{Run, Site};
use crate::stat_cache::{forge_digest, settle};
use crate::timings::parsed_texts;

const SNAPSHOT: &str = ".public.raccordo/snapshot";
/// The least number of texts in the sites of these tests.
const TEXTS: usize = 10;
const SOURCES: &str = ".public.raccordo/sources";

fn build<'a>(site: &'a Site, args: &[&str]) -> Run<'a> {
    site.run(&[&["build", "--as-of", "2026-11-21", "--timings"], args].concat())
}

/// Whether the build used the snapshot of the last one, so that most texts are not parsed again.
fn is_resumed(run: &Run<'_>) -> bool {
    run.succeeds();
    parsed_texts(&run.stderr) < TEXTS
}

/// The site that a first build makes of the same sources.
fn fresh(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let sources = crate::fixtures::visible_files(site.root.path()).into_iter();
    let sources = sources.filter(|(path, _)| !path.contains("public"));
    let fresh = sources.fold(Site::empty(), |fresh, (path, bytes)| {
        fresh.file(&path, bytes)
    });
    build(&fresh, &[]).succeeds();
    fresh.built()
}

/// Edits a file of a site.
fn edit(site: &Site, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(site.path(path)).unwrap();
    assert!(text.contains(from), "{path}");
    site.put(path, text.replace(from, to));
}

/// Adds a sentence to a page.
fn add_sentence(site: &Site) {
    edit(
        site,
        "content/orari.md",
        "\n---\n",
        "\n---\n\nAltro testo.\n",
    );
}

#[test]
fn the_next_build_makes_only_what_the_change_concerns() {
    let site = Site::new();
    assert!(!is_resumed(&build(&site, &[])));
    add_sentence(&site);
    let run = build(&site, &[]);
    assert!(is_resumed(&run));
    let said = &run.stdout;
    assert!(said.contains("one file written, none removed"), "{said}");
    assert_eq!(site.built(), fresh(&site));
}

#[test]
fn after_any_change_the_site_is_that_of_a_first_build() {
    let site = Site::new();
    build(&site, &[]).succeeds();
    let hours = fs::read_to_string(site.path("content/orari.md")).unwrap();
    let steps: &[&dyn Fn()] = &[
        &|| add_sentence(&site),
        &|| {
            edit(
                &site,
                "content/organizations.yaml",
                "Comune di Alba",
                "Città di Alba",
            )
        },
        &|| site.put("content/orari.md", &hours),
        &|| {
            site.put(
                "content/nuova.md",
                "---\ntitle: Nuova\nsummary: Una pagina.\n---\n",
            )
        },
        &|| fs::rename(site.path("content/nuova.md"), site.path("content/altra.md")).unwrap(),
        &|| site.put("content/modulo.pdf", "%PDF"),
        &|| site.put("content/modulo.pdf", "%PDF-1.7"),
        &|| fs::remove_file(site.path("content/altra.md")).unwrap(),
        &|| fs::remove_file(site.path("content/modulo.pdf")).unwrap(),
        &|| {
            edit(
                &site,
                "content/organizations.yaml",
                "Città di Alba",
                "Comune di Alba",
            )
        },
    ];
    for (number, step) in steps.iter().enumerate() {
        step();
        let run = build(&site, &[]);
        assert!(is_resumed(&run), "step {number}");
        assert_eq!(site.built(), fresh(&site), "step {number}");
    }
}

#[test]
fn a_failed_build_keeps_the_snapshot_of_the_good_one() {
    let site = Site::new();
    build(&site, &[]).succeeds();
    edit(&site, "content/orari.md", "title:", "titolo:");
    assert_eq!(build(&site, &[]).exit, Some(1));
    edit(&site, "content/orari.md", "titolo:", "title: Nuovi,");
    assert!(is_resumed(&build(&site, &[])));
    assert_eq!(site.built(), fresh(&site));
}

#[test]
fn files_changed_by_hand_are_restored() {
    let site = Site::new();
    build(&site, &[]).succeeds();
    for path in ["public/orari/index.html", "public/theme/style.css"] {
        let path = if site.path(path).is_file() {
            path
        } else {
            "public/404.html"
        };
        site.put(path, "by hand");
        site.put("public/CNAME", "consulte.example");
        add_sentence(&site);
        build(&site, &[]).succeeds();
        let mut built = site.built();
        assert_eq!(
            built.remove("CNAME").as_deref(),
            Some(&b"consulte.example"[..])
        );
        assert_eq!(built, fresh(&site), "{path}");
    }
    fs::remove_dir_all(site.path("public")).unwrap();
    add_sentence(&site);
    build(&site, &[]).succeeds();
    assert_eq!(site.built(), fresh(&site));
}

#[test]
fn a_damaged_snapshot_is_not_used() {
    let site = Site::new();
    build(&site, &[]).succeeds();
    let snapshot = fs::read(site.path(SNAPSHOT)).unwrap();
    let end = snapshot.len() - 1;
    for damaged in [
        Vec::new(),
        b"{".to_vec(),
        snapshot[..end].to_vec(),
        snapshot[..end / 2].to_vec(),
        snapshot[1..].to_vec(),
        [&snapshot[..], b"x"].concat(),
    ] {
        assert_damage_is_seen(&site, &damaged);
        add_sentence(&site);
        assert!(is_resumed(&build(&site, &[])), "a new one is left");
    }
}

#[test]
fn damage_anywhere_in_a_snapshot_is_seen_before_it_is_used() {
    let site = Site::new();
    build(&site, &[]).succeeds();
    let snapshot = fs::read(site.path(SNAPSHOT)).unwrap();
    let sampled = (0..snapshot.len()).step_by(snapshot.len() / 12);
    for at in sampled.chain([snapshot.len() - 1]) {
        assert_damage_is_seen(&site, &flipped(&snapshot, at));
    }
}

/// Asserts that a build with a damaged snapshot makes the whole site and a new snapshot.
#[track_caller]
fn assert_damage_is_seen(site: &Site, damaged: &[u8]) {
    add_sentence(site);
    site.put(SNAPSHOT, damaged);
    assert!(!is_resumed(&build(site, &[])), "{} bytes", damaged.len());
    assert_eq!(site.built(), fresh(site));
    assert_ne!(fs::read(site.path(SNAPSHOT)).unwrap(), damaged);
}

fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut flipped = bytes.to_vec();
    flipped[at] ^= 1;
    flipped
}

#[test]
fn a_damaged_stat_cache_is_not_used() {
    let site = Site::new();
    build(&site, &[]).succeeds();
    settle();
    add_sentence(&site);
    assert!(is_resumed(&build(&site, &[])));
    let kept = fs::read(site.path(SOURCES)).unwrap();
    let text = fs::read(site.path("content/_index.md")).unwrap();
    forge_digest(&kept, Digest::of(&text), Digest::of(&text));
    let mut flipped = kept.clone();
    flipped[kept.len() / 2] ^= 1;
    for damaged in [Vec::new(), flipped, kept[1..].to_vec()] {
        site.put(SOURCES, &damaged);
        add_sentence(&site);
        assert!(is_resumed(&build(&site, &[])));
        assert_eq!(site.built(), fresh(&site));
        assert_ne!(fs::read(site.path(SOURCES)).unwrap(), damaged);
    }
    // Without a snapshot, the texts that were not read are read now.
    fs::remove_file(site.path(SNAPSHOT)).unwrap();
    add_sentence(&site);
    assert!(!is_resumed(&build(&site, &[])));
    assert_eq!(site.built(), fresh(&site));
}

#[test]
fn a_text_edited_between_stat_and_read_is_read_again() {
    let site = Site::new();
    build(&site, &[]).succeeds();
    settle();
    add_sentence(&site);
    build(&site, &[]).succeeds();
    settle();
    edit(&site, "content/orari.md", "Altro testo.", "Un testo nuovo.");
    build(&site, &[]).succeeds();
    // The snapshot is still that of the first build, so that the page is parsed again. The forged stat cache says that
    // its bytes changed between stat and read.
    settle();
    edit(&site, "content/_index.md", "\n---\n", "\n---\n\nProva.\n");
    build(&site, &[]).succeeds();
    let kept = fs::read(site.path(SOURCES)).unwrap();
    let text = fs::read(site.path("content/orari.md")).unwrap();
    site.put(
        SOURCES,
        forge_digest(&kept, Digest::of(&text), Digest::of(b"before")),
    );
    edit(&site, "content/_index.md", "Prova.", "Prova ancora.");
    assert!(is_resumed(&build(&site, &[])));
    assert_eq!(site.built(), fresh(&site));
}

#[test]
fn options_that_change_every_page_make_the_snapshot_useless() {
    let site = Site::new();
    build(&site, &[]).succeeds();
    assert!(!is_resumed(&build(&site, &["--drafts"])));
    assert!(!is_resumed(&build(&site, &[])));
    edit(&site, "site.toml", "title = \"", "title = \"Altre ");
    assert!(!is_resumed(&build(&site, &[])));
    assert_eq!(site.built(), fresh(&site));
    let tomorrow = site.run(&["build", "--as-of", "2026-11-22", "--timings"]);
    assert!(!is_resumed(&tomorrow));
}

#[test]
fn the_search_index_is_that_of_a_first_build() {
    let site = Site::new().replace("site.toml", "enabled = false", "enabled = true");
    let index = |built: BTreeMap<String, Vec<u8>>| {
        let files = built.into_iter();
        let files = files.filter(|(path, _)| path.starts_with("pagefind/"));
        files.collect::<BTreeMap<_, _>>()
    };
    build(&site, &[]).succeeds();
    let first = index(site.built());
    let hours = fs::read_to_string(site.path("content/orari.md")).unwrap();
    let texts = [
        hours.replace("\n---\n", "\n---\n\nOrnitorinco.\n"),
        hours.replace("\n---\n", "\n---\n\nEchidna.\n"),
        hours.clone(),
    ];
    for text in texts {
        site.put("content/orari.md", &text);
        assert!(is_resumed(&build(&site, &[])));
        assert_eq!(site.built(), fresh(&site));
        assert_eq!(index(site.built()) == first, text == hours);
    }
    site.put("content/modulo.pdf", "%PDF");
    let run = build(&site, &[]);
    assert!(
        is_resumed(&run) && !run.stderr.contains("search"),
        "{}",
        run.stderr
    );
    assert_eq!(site.built(), fresh(&site));
}

//! What is published, what is left out and what is refused because of its name, of a draft, or of what is in it.

use std::fs;

use crate::fixtures::full_files;
use crate::process::Place;
use crate::site::Site;

const PAGE: &str = "---\ntitle: Prova\nsummary: S.\nreviewed: 2026-10-01\n---\n";
const DRAFT: &str = "---\ntitle: Prova\nsummary: S.\nreviewed: 2026-10-01\ndraft: true\n---\n";

/// The paths of the built site that are not those of the good site.
#[track_caller]
fn added(site: &Site) -> Vec<String> {
    let good = Site::new();
    good.build().succeeds();
    site.build().succeeds();
    let before = good.built();
    let after = site.built().into_keys();
    after.filter(|path| !before.contains_key(path)).collect()
}

#[test]
fn a_file_that_is_nearly_a_page_is_an_error() {
    for name in [
        "Bozza.MD",
        "a.markdown",
        "a.mdown",
        "a.Md",
        "a.md.txt",
        // By what they begin with.
        "a.md.1",
        "a.text",
        "a.TXT",
    ] {
        let run = Site::new().file(&format!("content/{name}"), DRAFT);
        let run = run.build_json();
        run.fails_with(&[&format!("misnamed-file content/{name}:1:1")]);
        assert!(run.findings().iter().any(|it| it.hint.contains("`.md`")));
    }
    for name in ["enti.YAML", "enti.yaml.txt", "enti.YML"] {
        let run = Site::new().file(&format!("content/{name}"), "organizations: []\n");
        run.build_json()
            .fails_with(&[&format!("misnamed-file content/{name}:1:1")]);
    }
    // A theme may have any files.
    Site::new()
        .file("themes/mini/LEGGIMI.MD", "x")
        .check()
        .succeeds();
}

#[test]
fn what_programs_leave_is_not_published_and_said() {
    let names = [
        "#orari.md#",
        "$RECYCLE.BIN/x.pdf",
        ".DS_Store",
        ".env",
        ".obsidian/app.json",
        "._foto.png",
        "Icon\r",
        "Thumbs.db",
        "__MACOSX/orari.md",
        "desktop.ini",
        "orari.md.bak",
        "orari.md.orig",
        "orari.md.rej",
        "orari.md~",
        "orari.swp",
        "~$verbale.docx",
    ];
    let quiet = [".gitkeep", ".orari.md.swp", ".~lock.verbale.odt#"];
    let site = names.iter().chain(&quiet).fold(Site::new(), |site, name| {
        site.file(&format!("content/{name}"), "x")
    });
    assert_eq!(added(&site), [""; 0]);
    let run = site.build_json();
    let mut expected: Vec<String> = names
        .iter()
        .map(|name| {
            let entry = name.split('/').next().unwrap().replace('\r', "\u{fffd}");
            format!("left-out content/{entry}:1:1")
        })
        .collect();
    expected.sort();
    let mut warnings = run.warnings();
    warnings.retain(|it| it.starts_with("left-out"));
    warnings.sort();
    assert_eq!(warnings, expected);
}

#[test]
fn a_warning_about_a_file_does_not_keep_the_site_from_being_remembered() {
    let site = Site::new().file("content/Thumbs.db", "x");
    site.build().succeeds();
    let snapshot = site.path(".public.raccordo");
    let names: Vec<_> = fs::read_dir(snapshot)
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(
        names
            .iter()
            .any(|it| it.contains("snapshot") || it.contains("memory")),
        "{names:?}"
    );
}

#[test]
fn of_what_is_hidden_only_well_known_is_published() {
    let site = Site::new()
        .file(
            "content/.well-known/security.txt",
            "Contact: mailto:a@example.org\n",
        )
        .file("content/.well-known/.hidden", "x");
    site.build().succeeds();
    let mut files = fs::read_dir(site.path("public/.well-known")).unwrap();
    let name = files.next().unwrap().unwrap().file_name();
    assert_eq!(name, "security.txt");
    assert!(files.next().is_none());
}

#[test]
fn a_language_in_a_name_must_be_another_one_of_the_site() {
    let cases = [
        ("uno.it.md", "`uno.md`"),
        ("uno.IT.md", "`uno.md`"),
        ("due.en.md", "languages = [\"it\", \"en\"]"),
        ("_index.fr.md", "languages = [\"it\", \"fr\"]"),
    ];
    for (name, hint) in cases {
        let run = Site::new().file(&format!("content/{name}"), PAGE);
        let run = run.build_json();
        let findings = run.findings();
        let fault = findings
            .iter()
            .find(|it| it.what == format!("language-in-name content/{name}:1:1"));
        assert!(
            fault.is_some_and(|it| it.hint.contains(hint)),
            "{findings:#?}"
        );
        run.fails();
    }
    for name in ["verbale.1.md", "art.bis.md", "v2.0.md"] {
        Site::new()
            .file(&format!("content/{name}"), PAGE)
            .check()
            .succeeds();
    }
}

#[test]
fn a_draft_hides_its_section_and_its_files() {
    let site = Site::new()
        .file("content/nuovo/_index.md", DRAFT)
        .file("content/nuovo/pagina.md", PAGE)
        .file("content/nuovo/allegato.pdf", "x")
        .file("content/nuovo/sotto/pagina-sotto.md", PAGE)
        .file("content/nuovo/sotto/foto.pdf", "x")
        .file(
            "content/nuovo/enti.yaml",
            "organizations:\n  - {id: ente-nuovo, title: Ente, kind: consortium}\n",
        )
        .file("content/seduta/verbale.md", DRAFT)
        .file("content/seduta/verbale.pdf", "x")
        .file("content/seduta/allegati/foto.pdf", "x")
        .file("content/mista/bozza.md", DRAFT)
        .file("content/mista/altra.md", PAGE)
        .file("content/mista/allegato.pdf", "x");
    let added = added(&site);
    let seen = |part: &str| added.iter().any(|it| it.contains(part));
    assert!(
        !seen("nuovo") && !seen("seduta") && !seen("sotto"),
        "{added:?}"
    );
    assert!(
        seen("mista/allegato.pdf") && seen("mista/altra") && !seen("mista/bozza"),
        "{added:?}"
    );
    let run = site.arg("--drafts");
    run.build().succeeds();
    let built = run.built();
    for path in [
        "nuovo/allegato.pdf",
        "nuovo/sotto/pagina-sotto/index.html",
        "seduta/allegati/foto.pdf",
    ] {
        assert!(built.contains_key(path), "{path}");
    }
}

#[test]
fn a_link_to_a_file_of_a_draft_says_so() {
    let link = format!("{PAGE}\n[Allegato](nuovo/allegato.pdf)\n");
    let site = Site::new()
        .file("content/nuovo/_index.md", DRAFT)
        .file("content/nuovo/allegato.pdf", "x")
        .file("content/rinvio.md", link);
    let run = site.build_json();
    run.fails_with(&["broken-link content/rinvio.md:7"]);
    assert!(run.findings().iter().any(|it| it.hint.contains("draft")));
}

#[test]
fn a_watch_follows_drafts_in_both_directions() {
    let mut files = full_files();
    let new = [
        ("content/nuovo/_index.md", PAGE),
        ("content/nuovo/pagina-nuova.md", PAGE),
        ("content/nuovo/allegato.pdf", "x"),
        ("content/seduta/verbale.md", DRAFT),
        ("content/seduta/verbale.pdf", "x"),
    ];
    files.extend(new.map(|(path, text)| (path.to_owned(), text.into())));
    let place = Place::new(&files);
    let mut process = place.start(&["watch"]);
    process.says("Watching");
    for (path, from, to) in [
        (
            "content/nuovo/_index.md",
            "summary: S.",
            "draft: true\nsummary: S.",
        ),
        ("content/seduta/verbale.md", "draft: true", "draft: false"),
        ("content/nuovo/pagina-nuova.md", "Prova", "Prova due"),
        ("content/nuovo/_index.md", "draft: true\n", ""),
        ("content/seduta/verbale.md", "draft: false", "draft: true"),
    ] {
        place.replace(path, from, to);
        place.is_fresh(&mut process);
    }
}

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>Logo</title>\
                    <path d=\"M0 0h9v9z\" fill=\"#0b4a63\"/></svg>";
const SCRIPT: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";

#[test]
fn files_that_browsers_run_are_refused() {
    let files = [
        ("a.svg", SCRIPT),
        ("b.html", "<p>x</p>"),
        ("c.HTM", "x"),
        ("d.xhtml", "x"),
        ("e.js", "alert(1)"),
        ("f.svgz", "x"),
        (
            "g.xml",
            "<?xml-stylesheet href='x.xsl' type='text/xsl'?><a/>",
        ),
        ("h.mht", "x"),
        ("i.wasm", "x"),
        ("j.html.it", "\n <!doctype html><script>alert(1)</script>"),
        ("k", "<script>alert(1)</script>"),
        ("l.xml", "<a xmlns='http://www.w3.org/1999/xhtml'/>"),
    ];
    let site = files.iter().fold(Site::new(), |site, (name, text)| {
        site.file(&format!("content/beside/{name}"), text)
    });
    let expected = files.map(|(name, _)| format!("active-file content/beside/{name}:1:1"));
    site.build_json()
        .fails_with(&expected.iter().map(String::as_str).collect::<Vec<_>>());
    let settings = fs::read_to_string(site.path("site.toml")).unwrap();
    let trusted = "trusted_files = [\"content/beside/\"]\n";
    let site = site.file("site.toml", format!("{trusted}{settings}"));
    assert_eq!(added(&site).len(), files.len());
    let one = "trusted_files = [\"/beside/a.svg\", \"content/b\"]\n";
    let site = site.file("site.toml", format!("{one}{settings}"));
    let run = site.run(&["check", "--format", "json"]);
    assert_eq!(run.errors().len(), files.len() - 1);
}

#[test]
fn files_in_which_nothing_runs_are_copied_as_they_are() {
    let files = [
        ("logo.svg", LOGO),
        (
            "dati.xml",
            "<?xml version=\"1.0\"?><dati><ente id=\"1\"/></dati>",
        ),
        ("LEGGIMI", "testo"),
        ("verbale.pdf", "%PDF"),
        ("dati.json", "{}"),
    ];
    let site = files.iter().fold(Site::new(), |site, (name, text)| {
        site.file(&format!("content/{name}"), text)
    });
    assert_eq!(added(&site).len(), files.len());
    for (name, text) in files {
        assert_eq!(site.built()[name], text.as_bytes(), "{name}");
    }
}

#[test]
fn a_logo_with_a_program_is_refused_also_by_a_watch_and_a_later_build() {
    let mut files = full_files();
    files.insert("content/marchio.svg".to_owned(), LOGO.into());
    let place = Place::new(&files);
    let mut process = place.start(&["watch"]);
    process.says("Watching");
    place.replace("content/marchio.svg", "<title>", "<script/><title>");
    process.says("active-file");
    place.replace("content/marchio.svg", "<script/>", "");
    place.is_fresh(&mut process);
    process.end("INT");
    place.replace("content/marchio.svg", "<title>", "<script/><title>");
    let mut process = place.start(&["watch"]);
    process.says("active-file");
}

#[test]
fn the_page_of_a_meeting_says_type_size_and_date_of_its_papers() {
    let registry = "documents:\n  - {id: relazione, title: Relazione, kind: report, date: 2026-03-05, file: atti/relazione.pdf}\n  - {id: nota, title: Nota, kind: report}\n";
    let meeting = "---\ntype: meeting\ntitle: M\nsummary: S.\nbody: consulta\nstart: 2026-12-14T15:30\ndocuments: [relazione, nota]\nminutes: relazione\n---\n";
    let site = Site::new()
        .replace("site.toml", "theme = \"mini\"", "theme = \"civico\"")
        .file("content/carte.yaml", registry)
        .file("content/seduta.md", meeting)
        .file("content/atti/relazione.pdf", vec![b'a'; 340_123]);
    let papers = |site: &Site| {
        site.build().succeeds();
        let page = site.page("seduta/index.html");
        let (_, section) = page.split_once("id=\"documenti\"").unwrap();
        section.split("</section>").next().unwrap().to_owned()
    };
    let section = papers(&site);
    let paper = "<time datetime=\"2026-03-05\">5 marzo 2026</time></span>\n    <a href=\"../atti/relazione.pdf\">Apri il documento (PDF, 341\u{a0}kB)</a>";
    assert_eq!(section.matches(paper).count(), 2, "{section}");
    assert!(section.contains("Nota</a>"), "{section}");
    let page = site.page("atti/relazione/index.html");
    assert!(
        page.contains("Apri il documento (PDF, 341\u{a0}kB)"),
        "{page}"
    );
    // A process that goes on from the last sees that the file is another.
    let site = site.file("content/atti/relazione.pdf", vec![b'a'; 1_200_000]);
    assert!(papers(&site).contains("(PDF, 2\u{a0}MB)"));
}

#[test]
fn a_file_that_is_called_like_a_copy_or_translation_of_a_page_is_a_warning() {
    let orari = crate::fixtures::good("content/orari.md");
    let settings = crate::fixtures::good("site.toml");
    let site = Site::new()
        .file(
            "site.toml",
            format!("languages = [\"it\", \"de\"]\n{settings}"),
        )
        .file("content/orari-copia.md", &*orari)
        .file("content/orari_de.md", &*orari);
    let run = site.check_in_process();
    let warnings = run.warnings();
    for file in ["orari-copia", "orari_de"] {
        let place = format!("copy-in-name content/{file}.md:1:1");
        assert!(
            warnings.iter().any(|it| it.starts_with(&place)),
            "{warnings:?}"
        );
    }
}

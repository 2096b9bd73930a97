//! The generator of large sites makes sites in which nothing is wrong, and always the same.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic
)]
// Some of it is for the benchmark only.
#![allow(dead_code, unused_imports)]

mod compare;
mod generate;
mod hugo;
#[path = "../shared/memory_sources.rs"]
mod memory_sources;

use std::fs;

use compare::expected::{self, Backlinks};
use generate::{AS_OF, Country, LARGE, More, Request, Theme};
use hugo::Sources;
use memory_sources::{Files, MemorySources};
use raccordo::base::date::Date;
use raccordo::build::{AsOf, Observer, Options, Workspace};

const SMALL: Request = Request {
    bodies: 60,
    theme: Theme::Civico,
    german: true,
    more: More {
        seats: 0,
        links: 0,
        warnings: 0,
    },
};

fn files(request: Request) -> Files {
    generate::files(request).unwrap()
}

fn sources(request: Request) -> MemorySources {
    MemorySources::new(&files(request)).with_embedded_theme()
}

/// The number of pages, and the findings.
fn check(sources: &MemorySources, pages: bool) -> (usize, Vec<String>) {
    let as_of = AsOf::Day(Date::parse(AS_OF).unwrap());
    let mut workspace = Workspace::new(Options {
        pages,
        ..Options::default()
    });
    let everything = sources.everything();
    let nobody = Observer::default();
    let outcome = memory_sources::turn(&mut workspace, sources, everything, as_of, nobody);
    let findings = workspace.findings().all();
    let findings = findings.map(|it| format!("{} {:?}", it.code.slug(), it));
    (outcome.pages, findings.collect())
}

#[test]
fn nothing_is_wrong_in_a_generated_site() {
    for theme in [Theme::Civico, Theme::Mini] {
        let (pages, findings) = check(&sources(Request { theme, ..SMALL }), theme == Theme::Mini);
        // One seat is of an unknown number, on purpose.
        assert!(
            findings.len() <= 1,
            "{} findings: {:#?}",
            findings.len(),
            &findings[..findings.len().min(12)]
        );
        assert!(pages > 2 * SMALL.bodies);
    }
}

#[test]
fn a_generated_site_is_always_the_same() {
    assert!(files(SMALL) == files(SMALL));
}

#[test]
fn a_body_is_as_large_as_bodies_are() {
    let files = files(SMALL);
    let country = Country::new(SMALL.bodies);
    let texts: Vec<&str> = (0..SMALL.bodies)
        .map(|body| std::str::from_utf8(&files[&country.body_path(body)]).unwrap())
        .collect();
    let mean = texts.iter().map(|text| text.len()).sum::<usize>() / texts.len();
    let facts = texts
        .iter()
        .map(|text| text.find("\n---\n").unwrap())
        .sum::<usize>()
        / texts.len();
    assert!(
        (6000..9000).contains(&mean),
        "{mean} bytes, {facts} of them front matter"
    );
    assert!(
        (3500..5500).contains(&facts),
        "{facts} bytes of front matter"
    );
}

#[test]
fn the_large_municipality_sits_in_some_bodies_of_many() {
    let seated = |bodies| {
        let country = Country::new(bodies);
        (0..bodies)
            .filter(|body| country.seats_the_large(*body))
            .count()
    };
    assert_eq!([60, 1000, 10_000].map(seated), [20, 200, 200]);
    let files = files(SMALL);
    let seat = format!("from: [{LARGE}]");
    let seating = files
        .values()
        .filter(|it| String::from_utf8_lossy(it).contains(&seat));
    assert_eq!(seating.count(), 20);
}

fn in_italian() -> Sources {
    let request = Request {
        german: false,
        ..SMALL
    };
    Sources::new(request).unwrap()
}

#[test]
fn the_site_for_hugo_has_a_page_for_everything() {
    let (sources, mut files) = (in_italian(), Files::new());
    let mut put = |path: &str, bytes: &[u8]| {
        let before = files.insert(path.to_owned(), bytes.to_vec());
        assert!(before.is_none(), "{path} is made twice");
        Ok(())
    };
    sources.write(&mut put).unwrap();
    let pages = files.keys().filter(|path| path.ends_with(".md")).count();
    // The lists of what registries hold, and the index, are pages of their own.
    assert_eq!(pages, sources.index.things().len() + 6);
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("ref:"),
            "{path} has a link that Hugo does not know"
        );
    }
}

#[test]
fn what_an_output_does_not_say_is_told() {
    let (sources, folder) = (in_italian(), tempfile::tempdir().unwrap());
    let backlinks = Backlinks::new(&sources.index);
    for thing in sources.index.things() {
        let folder = folder.path().join(thing.path.trim_start_matches('/'));
        let facts = expected::of(thing, &sources.index, &backlinks).join("<br>");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), format!("<main>{facts}</main>")).unwrap();
    }
    let outputs = [("this", folder.path())];
    let compared = compare::compare(&sources, &outputs).unwrap();
    assert!(compared.pages > 60 && compared.facts > 60 * compared.pages);

    let body = Country::new(SMALL.bodies).body_path(0);
    let page = body.replacen("content", "", 1).replace(".md", "/");
    let file = folder
        .path()
        .join(page.trim_start_matches('/'))
        .join("index.html");
    let html = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        html.replace("Gina Zambelloni", "Gina <b>Zambelli</b>"),
    )
    .unwrap();
    let Err(error) = compare::compare(&sources, &outputs) else {
        panic!("nothing is missed");
    };
    let missed = format!("this: {page} does not say `Gina Zambelloni`");
    assert!(error.to_string().contains(&missed), "{error}");
}

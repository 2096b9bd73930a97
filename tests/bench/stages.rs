//! What each stage takes on a site in memory: `cargo bench --bench stages`, see `tests/README.md`.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]
// Some of the generator is for the other benchmark only.
#![allow(dead_code, unused_imports)]

mod generate;
#[path = "../shared/memory_sources.rs"]
mod memory_sources;

use std::sync::LazyLock;

use divan::{Bencher, black_box, counter::ItemsCount};
use raccordo::base::component::ThemeInterface;
use raccordo::base::date::Date;
use raccordo::base::output::{Output, OutputPath};
use raccordo::base::source::{Changes, SourceFile, SourcePath};
use raccordo::build::{AsOf, Observer, Options, Outcome, Workspace};
use raccordo::content::parse;
use raccordo::content::settings::Settings;
use raccordo::site::publish::{Publisher, Update};

use generate::{AS_OF, Country, More, Request, Theme};
use memory_sources::{Files, MemorySources};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SITE: Request = Request {
    bodies: 200,
    theme: Theme::Civico,
    german: false,
    more: More {
        seats: 0,
        links: 0,
        warnings: 0,
    },
};

static SOURCES: LazyLock<MemorySources> = LazyLock::new(|| sources(&files()));

fn main() {
    divan::main();
}

/// A body's page: its front matter and its text.
#[divan::bench]
fn parse_a_body(bencher: Bencher<'_, '_>) {
    let text = generate::another_body(&Country::new(SITE.bodies), SITE.bodies);
    let file = SourceFile::new(a_page(), text.into_bytes());
    let settings = settings();
    bencher.bench(|| parse::parse(black_box(&file), &settings, &ThemeInterface::default()));
}

/// Everything but the pages: parsing, the graph, the rules, the lists.
#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    turn(bencher, false);
}

/// The same, and the pages.
#[divan::bench]
fn check_and_render(bencher: Bencher<'_, '_>) {
    turn(bencher, true);
}

/// The text of one body is another, in a workspace that knows the site.
#[divan::bench]
fn edit_a_text(bencher: Bencher<'_, '_>) {
    let (mut files, path) = (files(), a_page());
    let mut before = sources(&files);
    let mut workspace = workspace(true);
    take(&mut workspace, &before, before.everything());
    let text = files[path.as_str()].clone();
    let mut edits = 0;
    let edited = || {
        edits += 1;
        let mut text = text.clone();
        text.extend(format!("\n{edits}\n").into_bytes());
        files.insert(path.to_string(), text);
        let now = sources(&files);
        let changes = now.changes_since(&before);
        before = sources(&files);
        (now, changes)
    };
    bencher
        .with_inputs(edited)
        .bench_local_values(|(now, changes)| take(&mut workspace, &now, changes));
}

/// A whole site of a thousand files into an empty folder.
#[divan::bench]
fn publish_a_thousand(bencher: Bencher<'_, '_>) {
    bencher
        .counter(ItemsCount::new(1000_usize))
        .with_inputs(|| tempfile::tempdir().unwrap())
        .bench_values(|folder| {
            let mut publisher = Publisher::open(&folder.path().join("out")).unwrap();
            publisher.publish(Update::whole(outputs(0))).unwrap();
            folder
        });
}

/// One file of a thousand.
#[divan::bench]
fn publish_one_of_a_thousand(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let mut publisher = Publisher::open(&folder.path().join("out")).unwrap();
    publisher.publish(Update::whole(outputs(0))).unwrap();
    publisher.tidy().unwrap();
    let mut edits = 0;
    bencher.bench_local(|| {
        edits += 1;
        let update = Update {
            put: vec![output(7, edits)],
            ..Update::default()
        };
        publisher.publish(update).unwrap()
    });
}

fn turn(bencher: Bencher<'_, '_>, pages: bool) {
    let count = take(&mut workspace(false), &SOURCES, SOURCES.everything()).pages;
    bencher
        .counter(ItemsCount::new(count))
        .with_inputs(|| SOURCES.everything())
        .bench_values(|changes| take(&mut workspace(pages), &SOURCES, changes));
}

fn workspace(pages: bool) -> Workspace {
    Workspace::new(Options {
        pages,
        ..Options::default()
    })
}

fn take(workspace: &mut Workspace, sources: &MemorySources, changes: Changes) -> Outcome {
    let as_of = AsOf::Day(Date::parse(AS_OF).unwrap());
    memory_sources::turn(workspace, sources, changes, as_of, Observer::default())
}

fn files() -> Files {
    generate::files(SITE).unwrap()
}

fn sources(files: &Files) -> MemorySources {
    MemorySources::new(files).with_embedded_theme()
}

/// The first page of the site.
fn a_page() -> SourcePath {
    let mut paths = SOURCES.tree().texts.keys();
    let page = paths.find(|it| it.as_str().ends_with(".md"));
    page.unwrap().clone()
}

fn settings() -> Settings {
    let file = &SOURCES.tree().settings;
    Settings::read(&file.path, &file.text()).unwrap()
}

fn outputs(edits: usize) -> Vec<Output> {
    (0..1000).map(|number| output(number, edits)).collect()
}

fn output(number: usize, edits: usize) -> Output {
    let path = OutputPath::page(&format!("{}/{number}", number % 10));
    let text = format!("{number} {edits} ").repeat(2_000);
    Output::of(path, text.into_bytes())
}

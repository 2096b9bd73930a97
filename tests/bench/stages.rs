//! What each stage takes on a site in memory: `cargo bench --bench stages`, see `tests/README.md`.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]
// Some of the generator is for the other benchmark only.
#![allow(dead_code, unused_imports)]

mod generate;
mod memory;

use std::sync::LazyLock;

use divan::{Bencher, black_box, counter::ItemsCount};
use raccordo::base::date::Date;
use raccordo::base::output::{InMemory, Output, OutputPath};
use raccordo::base::source::{Changes, SourceFile, SourceTree};
use raccordo::build::{AsOf, Options, Outcome, Turn, Unwatched, Workspace};
use raccordo::content::parse;
use raccordo::content::settings::Settings;
use raccordo::site::publish::{Publisher, Update};

use generate::{AS_OF, Country, More, Request, Theme};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SITE: Request = Request {
    bodies: 200,
    theme: Theme::Civico,
    german: false,
    more: More { seats: 0, links: 0 },
};

static TREE: LazyLock<SourceTree> = LazyLock::new(tree);

fn main() {
    divan::main();
}

/// A body's page: its front matter and its text.
#[divan::bench]
fn parse_a_body(bencher: Bencher<'_, '_>) {
    let text = generate::another_body(&Country::new(SITE.bodies), SITE.bodies);
    let path = TREE.texts.keys().find(|it| it.as_str().ends_with(".md"));
    let file = SourceFile::new(path.unwrap().clone(), text.into_bytes());
    let settings = settings();
    bencher.bench(|| parse::parse(black_box(&file), &settings));
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
    let mut tree = tree();
    let mut workspace = workspace(true);
    take(&mut workspace, &tree, &Changes::everything(&tree));
    let path = tree.texts.keys().find(|it| it.as_str().ends_with(".md"));
    let path = path.unwrap().clone();
    let text = tree.texts[&path].bytes().unwrap().to_vec();
    let changes = Changes {
        texts: [path.clone()].into(),
        ..Changes::default()
    };
    let mut edits = 0;
    bencher.bench_local(|| {
        edits += 1;
        let mut text = text.clone();
        text.extend(format!("\n{edits}\n").into_bytes());
        let file = SourceFile::new(path.clone(), text);
        tree.texts.insert(path.clone(), file);
        take(&mut workspace, &tree, &changes)
    });
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
    publisher.prepare().unwrap();
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
    let changes = Changes::everything(&TREE);
    let count = take(&mut workspace(false), &TREE, &changes).pages;
    bencher
        .counter(ItemsCount::new(count))
        .bench(|| take(&mut workspace(pages), &TREE, &changes));
}

fn workspace(pages: bool) -> Workspace {
    Workspace::new(Options {
        pages,
        ..Options::default()
    })
}

fn take(workspace: &mut Workspace, tree: &SourceTree, changes: &Changes) -> Outcome {
    let turn = Turn {
        tree,
        changes,
        faults: &[],
        as_of: AsOf::Day(Date::parse(AS_OF).unwrap()),
    };
    workspace.turn(turn, &InMemory, &Unwatched)
}

fn tree() -> SourceTree {
    memory::tree(&memory::files(SITE))
}

fn settings() -> Settings {
    let file = &TREE.settings;
    Settings::read(&file.path, file.text().unwrap()).unwrap()
}

fn outputs(edits: usize) -> Vec<Output> {
    (0..1000).map(|number| output(number, edits)).collect()
}

fn output(number: usize, edits: usize) -> Output {
    let path = OutputPath::page(&format!("{}/{number}", number % 10));
    let text = format!("{number} {edits} ").repeat(2_000);
    Output::of(path, text.into_bytes())
}

//! What a workspace makes turn after turn is what it would have made at once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use raccordo::domain::plan::TEMPLATES;
use raccordo::engine::write::{MemoryReader, MemoryWriter, Publisher, Update};
use raccordo::pipeline::{AsOf, Memory, Options, Outcome, Turn, Unwatched, Workspace, recipe};
use raccordo::vocabulary::date::Date;
use raccordo::vocabulary::digest::Digest;
use raccordo::vocabulary::output::{InMemory, OutputPath};
use raccordo::vocabulary::source::{Changes, SourcePath, SourceTree};
use tempfile::TempDir;

use crate::properties::{self, apply, change, source_tree};
use crate::site::{AS_OF, good_files, temporary_folder};

pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Something that somebody does to a site.
#[derive(Clone, Debug)]
pub(crate) enum Edit {
    /// Types into a file, perhaps not what it should be.
    Type(Index, properties::Change),
    /// Puts a file back as it was at first; takes it away if there was none.
    Restore(Index),
    /// Puts everything back as it was at first.
    RestoreAll,
    /// Deletes a file.
    Delete(Index),
    /// Moves a file.
    Move(Index, &'static str),
    /// Copies a file.
    Copy(Index, &'static str),
    /// Renames a folder.
    MoveFolder(&'static str, &'static str),
    /// Replaces a word everywhere in a file.
    Replace(Index, &'static str, &'static str),
    /// Replaces a word everywhere.
    ReplaceAll(&'static str, &'static str),
    /// Waits for another day.
    Wait,
}

const PLACES: &[&str] = &[
    "content/nuova.md",
    "content/tavoli/nuova.md",
    "content/tavoli/_index.md",
    "content/foto.png",
    "content/consulta.md",
    "content/consulta.de.md",
    "content/a/b/c.md",
    "content/altro.yaml",
    "content/Orari.md",
];

const FOLDERS: &[(&str, &str)] = &[
    ("content/tavoli/", "content/gruppi/"),
    ("content/gruppi/", "content/tavoli/"),
    ("content/tavoli/", "content/"),
    ("themes/mini/", "themes/altro/"),
];

const WORDS: &[(&str, &str)] = &[
    ("Comune di Alba", "Città di Alba"),
    ("Città di Alba", "Comune di Alba"),
    ("title: ", "title: Nuovo "),
    ("summary: ", "nav_title: Breve\nsummary: "),
    ("comune-alba", "comune-bra"),
    ("comune-bra", "comune-nizza"),
    ("comune-nizza", "comune-alba"),
    ("provincia-cuneo", "comune-alba"),
    ("type: body", "type: page"),
    ("type: page", "type: body"),
    ("tecnico", "politico"),
    ("#origini", "#sportello"),
    ("## ", "### "),
    ("casa", "lavoro"),
    ("lavoro", "famiglia"),
    ("parent: consulta", "parent: cabina"),
    ("order: 1", "order: -1"),
    ("id: ", "draft: true, id: "),
    ("---\n", "---\ndraft: true\n"),
    ("draft: true", "draft: false"),
    ("anna-rossi", "ugo-bianchi"),
    ("2024-01-01", "2026-11-25"),
    ("consulta.md", "privacy.md"),
    ("aliases: [", "aliases: [/orari/, "),
    ("ref:", "ref:x"),
    ("\"it\"", "\"de\""),
    ("site", "page"),
    ("h1", "h2"),
    ("mini", "civico"),
    ("consulte.example/sito", "altro.example"),
    ("count: ", "count: 9"),
    ("list_length = 4", "list_length = 7"),
];

pub(crate) fn edit() -> impl Strategy<Value = Edit> {
    let file = any::<Index>;
    let word = || prop::sample::select(WORDS);
    prop_oneof![
        4 => (file(), change()).prop_map(|(at, change)| Edit::Type(at, change)),
        4 => file().prop_map(Edit::Restore),
        2 => Just(Edit::RestoreAll),
        2 => file().prop_map(Edit::Delete),
        2 => (file(), prop::sample::select(PLACES)).prop_map(|(at, to)| Edit::Move(at, to)),
        1 => (file(), prop::sample::select(PLACES)).prop_map(|(at, to)| Edit::Copy(at, to)),
        1 => prop::sample::select(FOLDERS).prop_map(|(from, to)| Edit::MoveFolder(from, to)),
        6 => (file(), word()).prop_map(|(at, (from, to))| Edit::Replace(at, from, to)),
        3 => word().prop_map(|(from, to)| Edit::ReplaceAll(from, to)),
        1 => Just(Edit::Wait),
    ]
}

/// Does it. Days are the caller's.
pub(crate) fn act(files: &mut Files, first: &Files, edit: &Edit) {
    let names = |files: &Files| -> Vec<String> {
        let all: BTreeSet<&String> = files.keys().chain(first.keys()).collect();
        all.into_iter().cloned().collect()
    };
    let present = |at: &Index, files: &Files| -> String {
        let names: Vec<&String> = files.keys().filter(|it| *it != "site.toml").collect();
        names[at.index(names.len())].clone()
    };
    match edit {
        Edit::Type(at, change) => {
            let name = at.get(&names(files)).clone();
            if let Some(bytes) = files.get_mut(&name) {
                *bytes = apply(&String::from_utf8_lossy(bytes), change).into_bytes();
            }
        }
        Edit::Restore(at) => {
            let name = at.get(&names(files)).clone();
            match first.get(&name) {
                Some(bytes) => drop(files.insert(name, bytes.clone())),
                None => drop(files.remove(&name)),
            }
        }
        Edit::RestoreAll => files.clone_from(first),
        Edit::Delete(at) => drop(files.remove(&present(at, files))),
        Edit::Move(at, to) => {
            let bytes = files.remove(&present(at, files)).unwrap();
            files.insert((*to).to_owned(), bytes);
        }
        Edit::Copy(at, to) => {
            let bytes = files[&present(at, files)].clone();
            files.insert((*to).to_owned(), bytes);
        }
        Edit::MoveFolder(from, to) => {
            let inside = files.keys().filter(|name| name.starts_with(from));
            for name in inside.cloned().collect::<Vec<_>>() {
                let bytes = files.remove(&name).unwrap();
                files.insert(name.replacen(from, to, 1), bytes);
            }
        }
        Edit::Replace(at, from, to) => replace(files.get_mut(at.get(&names(files))), from, to),
        Edit::ReplaceAll(from, to) => {
            let all = files.iter_mut().filter(|(name, _)| name.ends_with(".md"));
            all.for_each(|(_, bytes)| replace(Some(bytes), from, to));
        }
        Edit::Wait => {}
    }
}

fn replace(bytes: Option<&mut Vec<u8>>, from: &str, to: &str) {
    if let Some(bytes) = bytes {
        *bytes = String::from_utf8_lossy(bytes)
            .replace(from, to)
            .into_bytes();
    }
}

/// The good site, with everything that it does not use, and pages that hold their whole view.
pub(crate) fn first() -> Files {
    let mut files = good_files();
    let more: &[(&str, &str)] = &[
        ("content/cabina.md", include_str!("full/cabina.md")),
        ("content/cabina.de.md", include_str!("full/cabina.de.md")),
        ("content/tavoli/_index.md", include_str!("full/tavoli.md")),
        ("content/tavoli/tecnico.md", include_str!("full/tecnico.md")),
        ("content/tavoli/bozza.md", include_str!("full/bozza.md")),
        ("content/orari.de.md", include_str!("full/orari.de.md")),
        ("content/persone.yaml", include_str!("full/persone.yaml")),
    ];
    for (path, text) in more {
        files.insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    let settings = String::from_utf8(files["site.toml"].clone()).unwrap();
    let settings = settings.replace(
        "theme = \"mini\"",
        "theme = \"mini\"\nlist_length = 4\nlanguages = [\"it\", \"de\"]",
    );
    files.insert("site.toml".to_owned(), settings.into_bytes());
    for (template, variables) in TEMPLATES {
        let variables = variables.iter().map(|it| format!("{{{{ {it} }}}}\n"));
        let text = format!("<h1></h1>\n{}", variables.collect::<String>());
        let path = format!("themes/mini/templates/{template}");
        files.insert(path, text.into_bytes());
    }
    files
}

/// Sites that were never published in another way are kept as they were published.
#[derive(Default)]
struct Published(BTreeMap<String, Digest>);

impl Published {
    fn take(&mut self, update: Update) {
        if update.whole {
            assert!(update.removed.is_empty());
            self.0.clear();
        }
        for path in update.removed {
            self.0.remove(path.as_str());
        }
        for output in update.put {
            self.0.insert(output.path.to_string(), output.digest);
        }
    }
}

impl Published {
    fn by_path(&self) -> BTreeMap<OutputPath, Digest> {
        let files = self.0.iter();
        files
            .map(|(path, digest)| (OutputPath::file(path), *digest))
            .collect()
    }
}

fn options() -> Options {
    Options {
        pages: true,
        explain: true,
        ..Options::default()
    }
}

fn day(number: i64) -> AsOf {
    let first = Date::parse(AS_OF).unwrap();
    let zone = raccordo::domain::settings::zone(None);
    let noon = 1_795_259_000; // Of the first day.
    assert_eq!(Date::from_unix(noon, &zone), first);
    AsOf::Moment(noon + number * 86_400)
}

fn changes(before: &SourceTree, now: &SourceTree) -> Changes {
    fn differ<T>(
        before: &BTreeMap<SourcePath, T>,
        now: &BTreeMap<SourcePath, T>,
        digest: impl Fn(&T) -> Digest,
    ) -> BTreeSet<SourcePath> {
        let paths: BTreeSet<&SourcePath> = before.keys().chain(now.keys()).collect();
        let digests = |path| (before.get(path).map(&digest), now.get(path).map(&digest));
        let differing = paths.into_iter().filter(|path| {
            let (before, now) = digests(*path);
            before != now
        });
        differing.cloned().collect()
    }
    Changes {
        settings: before.settings.digest != now.settings.digest,
        texts: differ(&before.texts, &now.texts, |it| it.digest),
        assets: differ(&before.assets, &now.assets, |it| it.digest),
        themes: differ(&before.themes, &now.themes, |it| it.digest),
        faults: false,
    }
}

fn a_turn<'a>(tree: &'a SourceTree, changes: &'a Changes, as_of: AsOf) -> Turn<'a> {
    Turn {
        tree,
        changes,
        faults: &[],
        as_of,
    }
}

fn turn(workspace: &mut Workspace, tree: &SourceTree, changes: &Changes, as_of: AsOf) -> Outcome {
    workspace.turn(a_turn(tree, changes, as_of), &InMemory, &Unwatched)
}

/// Some edits, and what becomes of the program before the turn in which it meets them.
#[derive(Clone, Debug)]
struct Burst {
    edits: Vec<Edit>,
    /// Whether its memory is kept, for whoever comes after it.
    kept: bool,
    /// Whether another one takes its place, with the memory that was last kept.
    restarted: bool,
}

fn burst(restarted: bool) -> impl Strategy<Value = Burst> {
    let edits = prop::collection::vec(edit(), 1..4);
    // Hard are old memories, and what comes back to how it was when they were kept.
    let back = prop::bool::weighted(if restarted { 0.4 } else { 0.0 });
    let all = (edits, prop::bool::weighted(0.2), any::<bool>(), back);
    all.prop_map(move |(mut edits, kept, again, back)| {
        edits.extend(back.then_some(Edit::RestoreAll));
        Burst {
            edits,
            kept,
            restarted: restarted && again,
        }
    })
}

/// Where memories are kept: beside a site that is never published there.
struct Kept {
    publisher: Publisher,
    _folder: TempDir,
}

impl Kept {
    fn nowhere_yet() -> Kept {
        let folder = temporary_folder();
        Kept {
            publisher: Publisher::open(&folder.path().join("public")).unwrap(),
            _folder: folder,
        }
    }

    fn keep(&self, workspace: &Workspace, tree: &SourceTree, as_of: AsOf) {
        if let Some(frame) = frame(tree, as_of) {
            let remember = |to: &mut MemoryWriter| workspace.remember(tree, to);
            self.publisher.memory_keeper().keep(frame, remember);
        }
    }

    /// A program that goes on where another ended, if it can, and what has changed since.
    fn going_on(
        &mut self,
        tree: &SourceTree,
        as_of: AsOf,
        published: &Published,
    ) -> (Workspace, Changes) {
        let read = |memory: &MemoryReader| {
            let changes = Changes::default();
            let memory = Memory::read(memory, &options(), a_turn(tree, &changes, as_of));
            Some(memory.unwrap())
        };
        let memory = frame(tree, as_of).and_then(|frame| self.publisher.resume(frame, read));
        let published = published.by_path();
        let going_on = memory.and_then(|(memory, _)| {
            memory.take_up(options(), tree, Path::new("public"), &published)
        });
        going_on.unwrap_or_else(|| (Workspace::new(options()), Changes::everything(tree)))
    }
}

fn frame(tree: &SourceTree, as_of: AsOf) -> Option<Digest> {
    let changes = Changes::default();
    let turn = a_turn(tree, &changes, as_of);
    recipe::frame(Digest::of(b"this"), &options(), turn)
}

/// Does edits in turns of some each, and holds what a workspace makes against what a new one makes.
fn incremental_is_fresh(bursts: &[Burst]) -> Result<(), TestCaseError> {
    let first = first();
    let mut files = first.clone();
    let mut tree = source_tree(&files);
    let mut workspace = Workspace::new(options());
    let mut published = Published::default();
    let mut today = 0;
    let everything = Changes::everything(&tree);
    let outcome = turn(&mut workspace, &tree, &everything, day(today));
    let findings = outcome.findings;
    published.take(outcome.update.unwrap_or_else(|| panic!("{findings:#?}")));
    let mut kept = Kept::nowhere_yet();
    kept.keep(&workspace, &tree, day(today));
    let mut is_good = true;
    for burst in bursts {
        if burst.kept && is_good {
            kept.keep(&workspace, &tree, day(today));
        }
        for edit in &burst.edits {
            act(&mut files, &first, edit);
            today += i64::from(matches!(edit, Edit::Wait));
        }
        let now = source_tree(&files);
        let mut since = changes(&tree, &now);
        if burst.restarted {
            (workspace, since) = kept.going_on(&now, day(today), &published);
        }
        let outcome = turn(&mut workspace, &now, &since, day(today));
        tree = now;
        is_good = outcome.update.is_some();

        let mut fresh = Workspace::new(options());
        let wanted = turn(&mut fresh, &tree, &Changes::everything(&tree), day(today));
        prop_assert_eq!(&outcome.findings, &wanted.findings);
        prop_assert_eq!(outcome.pages, wanted.pages);
        prop_assert_eq!(outcome.update.is_some(), wanted.update.is_some());
        if let (Some(update), Some(whole)) = (outcome.update, wanted.update) {
            let mut new = Published::default();
            new.take(whole);
            published.take(update);
            prop_assert_eq!(&published.0, &new.0);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn incremental_is_fresh_whatever_is_done(
        bursts in prop::collection::vec(burst(false), 1..8)
    ) {
        incremental_is_fresh(&bursts)?;
    }

    #[test]
    fn who_takes_up_a_memory_goes_on_as_if_it_were_fresh(
        bursts in prop::collection::vec(burst(true), 1..8)
    ) {
        incremental_is_fresh(&bursts)?;
    }
}

#[test]
fn what_goes_is_taken_away_though_it_was_published_after_the_memory() {
    let (mut files, mut kept) = (first(), Kept::nowhere_yet());
    files.insert("content/piano.png".to_owned(), b"1".to_vec());
    let mut published = Published::default();
    let whole = |files: &Files| {
        let (tree, mut workspace) = (source_tree(files), Workspace::new(options()));
        let everything = Changes::everything(&tree);
        let outcome = turn(&mut workspace, &tree, &everything, day(0));
        (outcome.update.unwrap(), workspace, tree)
    };
    let (update, mut workspace, tree) = whole(&files);
    published.take(update);
    kept.keep(&workspace, &tree, day(0));
    let before = published.0.clone();

    // The second page of a list and a file are others, and then they are gone.
    replace(
        files.get_mut("content/cabina.md"),
        "title: ",
        "title: Nuovo ",
    );
    files.insert("content/piano.png".to_owned(), b"2".to_vec());
    let now = source_tree(&files);
    let since = changes(&tree, &now);
    let outcome = turn(&mut workspace, &now, &since, day(0));
    published.take(outcome.update.unwrap());
    for path in ["organizations/comune-alba/2/index.html", "piano.png"] {
        assert_ne!(published.0.get(path), before.get(path), "{path}");
    }
    act(
        &mut files,
        &first(),
        &Edit::ReplaceAll("comune-alba", "comune-bra"),
    );
    files.remove("content/piano.png");
    let now = source_tree(&files);
    let (mut workspace, since) = kept.going_on(&now, day(0), &published);
    let outcome = turn(&mut workspace, &now, &since, day(0));
    published.take(outcome.update.unwrap());
    let mut fresh = Published::default();
    fresh.take(whole(&files).0);
    assert_eq!(published.0, fresh.0);
}

/// Bodies that come, go and are called otherwise.
fn comings_and_goings() -> impl Strategy<Value = Vec<Vec<(usize, Option<u8>)>>> {
    let one = (0..120_usize, prop::option::weighted(0.7, any::<u8>()));
    prop::collection::vec(prop::collection::vec(one, 1..4), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lists_of_many_pages_are_those_of_a_fresh_build(turns in comings_and_goings()) {
        let mut files = first();
        let put = |files: &mut Files, body: usize, title: Option<u8>| {
            let path = format!("content/elenco/corpo-{body}.md");
            let Some(title) = title else {
                files.remove(&path);
                return;
            };
            // One letter before all others, so that some go far; several of one title.
            let letter = char::from(b'A' + title % 26);
            let more = ["", "order: 1\n", "topics: [casa]\n"][usize::from(title) % 3];
            let text = format!(
                "---\ntype: body\ntitle: {letter} corpo {}\nsummary: Uno di molti.\nkind: council\n\
                 authority: provincia-cuneo\n{more}seats:\n  - {{id: uno, role: chair, basis: representative, \
                 from: [comune-alba], count: 1}}\nactivities:\n  - {{id: uno, text: Raccorda.}}\n---\n",
                body % 50
            );
            files.insert(path, text.into_bytes());
        };
        for body in 0..100 {
            put(&mut files, body, u8::try_from(body * 7 % 256).ok());
        }
        let mut tree = source_tree(&files);
        let mut workspace = Workspace::new(options());
        let outcome = turn(&mut workspace, &tree, &Changes::everything(&tree), day(0));
        let mut published = Published::default();
        let findings = outcome.findings;
        published.take(outcome.update.unwrap_or_else(|| panic!("{findings:#?}")));
        prop_assert!(published.0.keys().any(|path| path.starts_with("a-z/10/")));
        for edits in turns {
            for (body, title) in edits {
                put(&mut files, body, title);
            }
            let now = source_tree(&files);
            let outcome = turn(&mut workspace, &now, &changes(&tree, &now), day(0));
            tree = now;
            published.take(outcome.update.unwrap());
            let fresh = turn(&mut Workspace::new(options()), &tree, &Changes::everything(&tree), day(0));
            let mut new = Published::default();
            new.take(fresh.update.unwrap());
            prop_assert_eq!(&outcome.findings, &fresh.findings);
            prop_assert_eq!(&published.0, &new.0);
        }
    }
}

#[test]
fn lists_are_right_while_the_home_page_is_broken() {
    for path in [
        "content/consulta.md",
        "content/cabina.md",
        "content/orari.md",
    ] {
        let mut files = first();
        let mut workspace = Workspace::new(options());
        let tree = source_tree(&files);
        turn(&mut workspace, &tree, &Changes::everything(&tree), day(0));
        files.insert("content/_index.md".to_owned(), b"title: -\n---\n".to_vec());
        let broken = source_tree(&files);
        turn(&mut workspace, &broken, &changes(&tree, &broken), day(0));
        files.remove(path);
        let now = source_tree(&files);
        let outcome = turn(&mut workspace, &now, &changes(&broken, &now), day(0));
        let fresh = turn(
            &mut Workspace::new(options()),
            &now,
            &Changes::everything(&now),
            day(0),
        );
        assert_eq!(outcome.pages, fresh.pages, "{path}");
        assert_eq!(outcome.findings, fresh.findings);
    }
}

#[test]
fn a_text_alone_makes_its_own_page_again() {
    let mut files = first();
    let mut workspace = Workspace::new(options());
    let tree = source_tree(&files);
    turn(&mut workspace, &tree, &Changes::everything(&tree), day(0));
    replace(files.get_mut("content/consulta.md"), "lavora", "opera");
    let now = source_tree(&files);
    let outcome = turn(&mut workspace, &now, &changes(&tree, &now), day(0));
    let made: Vec<String> = outcome
        .made
        .iter()
        .map(|(path, _)| path.to_string())
        .collect();
    // The German page shows the Italian text.
    assert_eq!(made, ["consulta/index.html", "de/consulta/index.html"]);
    assert_eq!(outcome.update.unwrap().put.len(), 2);
}

#[test]
fn a_title_makes_the_pages_of_the_index_again_that_show_it() {
    let mut files = first();
    let mut workspace = Workspace::new(options());
    let tree = source_tree(&files);
    turn(&mut workspace, &tree, &Changes::everything(&tree), day(0));
    let of_index = |path: &str| path.starts_with("a-z/");
    // Another title at the same place in the order.
    let text = files.get_mut("content/orari.md");
    replace(text, "title: Orari", "title: Oràri");
    let now = source_tree(&files);
    let outcome = turn(&mut workspace, &now, &changes(&tree, &now), day(0));
    let made = outcome.made.iter().map(|(path, _)| path.as_str());
    assert_eq!(made.filter(|path| of_index(path)).count(), 1);
    let everything = Changes::everything(&now);
    let whole = turn(&mut Workspace::new(options()), &now, &everything, day(0));
    let all = whole.made.iter().map(|(path, _)| path.as_str());
    assert!(all.filter(|path| of_index(path)).count() > 2);
}

#[test]
fn a_workspace_whose_pages_are_lost_makes_them_again() {
    let tree = Arc::new(source_tree(&first()));
    let mut workspace = Workspace::new(options());
    let whole = |outcome: Outcome| {
        let update = outcome.update.unwrap();
        assert!(update.whole);
        update.put.len()
    };
    let made = whole(turn(
        &mut workspace,
        &tree,
        &Changes::everything(&tree),
        day(0),
    ));
    workspace.forget_pages();
    let again = whole(turn(&mut workspace, &tree, &Changes::default(), day(0)));
    assert_eq!(made, again);
}

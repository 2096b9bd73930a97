//! A workspace that built turn after turn has built the site of a fresh build.

use proptest::prelude::*;
use raccordo::base::source::Changes;
use raccordo::build::{Options, Workspace};

use crate::fixtures::{Files, full_files, full_files_with_search, replace, source_tree};
use crate::in_process::{MemoryFolder, Published, changes, day, options, turn, watched_turn};
use crate::preview::PreviewReader;
use crate::random_edits::{Edit, apply_edit, edit};

/// The edits before a turn, and what happens to the program meanwhile.
#[derive(Clone, Debug)]
struct Burst {
    edits: Vec<Edit>,
    /// Whether the program keeps its memory before these edits.
    kept: bool,
    /// Whether another program goes on with the memory that was kept last.
    restarted: bool,
    /// After how many pages the turn is interrupted, as when more files change.
    interrupted_after: Option<usize>,
}

fn burst(restarted: bool) -> impl Strategy<Value = Burst> {
    let edits = prop::collection::vec(edit(), 1..4);
    // The hard cases are old memories, and sources that become again what they were when the memory was kept.
    let back = prop::bool::weighted(if restarted { 0.4 } else { 0.0 });
    let interrupted_after = prop::option::weighted(0.3, 0..40_usize);
    let all = (
        edits,
        prop::bool::weighted(0.2),
        any::<bool>(),
        back,
        interrupted_after,
    );
    all.prop_map(move |(mut edits, kept, again, back, interrupted_after)| {
        edits.extend(back.then_some(Edit::RestoreAll));
        Burst {
            edits,
            kept,
            restarted: restarted && again,
            interrupted_after,
        }
    })
}

/// Builds after each burst of edits, and compares the site and the findings with those of a new workspace.
fn incremental_is_fresh(
    first: &Files,
    options: &Options,
    bursts: &[Burst],
) -> Result<(), TestCaseError> {
    let mut files = first.clone();
    let mut tree = source_tree(&files);
    let mut workspace = Workspace::new(options.clone());
    let mut published = Published::default();
    let mut today = 0;
    let everything = Changes::everything(&tree);
    let outcome = turn(&mut workspace, &tree, &everything, day(today));
    let findings = outcome.findings;
    published.take(outcome.update.unwrap_or_else(|| panic!("{findings:#?}")));
    let mut kept = MemoryFolder::new();
    kept.keep(&workspace, &tree, day(today));
    let mut is_good = true;
    for burst in bursts {
        if burst.kept && is_good {
            kept.keep(&workspace, &tree, day(today));
        }
        for edit in &burst.edits {
            apply_edit(&mut files, first, edit);
            today += i64::from(matches!(edit, Edit::Wait));
        }
        let now = source_tree(&files);
        let mut since = changes(&tree, &now);
        if burst.restarted {
            (workspace, since) = kept.resume(&now, day(today), &published);
        }
        let reader = PreviewReader::interrupting_after(burst.interrupted_after);
        let outcome = watched_turn(&mut workspace, &now, &since, day(today), &reader);
        tree = now;
        is_good = outcome.update.is_some();
        if outcome.outdated {
            prop_assert!(!is_good && outcome.made.is_empty());
            continue;
        }

        let mut fresh = Workspace::new(options.clone());
        let wanted = turn(&mut fresh, &tree, &Changes::everything(&tree), day(today));
        prop_assert_eq!(&outcome.findings, &wanted.findings);
        prop_assert_eq!(outcome.pages, wanted.pages);
        prop_assert_eq!(outcome.update.is_some(), wanted.update.is_some());
        if let (Some(update), Some(whole)) = (outcome.update, wanted.update) {
            let new = Published::of(whole);
            reader.assert_preview(&published, &new)?;
            published.take(update);
            prop_assert_eq!(&published.0, &new.0);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(120))]

    #[test]
    fn random_edits_give_the_site_of_a_fresh_build(
        bursts in prop::collection::vec(burst(false), 1..8)
    ) {
        incremental_is_fresh(&full_files(), &options(), &bursts)?;
    }

    #[test]
    fn random_edits_and_restarts_give_the_site_of_a_fresh_build(
        bursts in prop::collection::vec(burst(true), 1..8)
    ) {
        incremental_is_fresh(&full_files(), &options(), &bursts)?;
    }
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(8))]

    #[test]
    fn random_edits_give_the_search_index_of_a_fresh_build(
        bursts in prop::collection::vec(burst(false), 1..6)
    ) {
        let options = Options {
            search: true,
            ..options()
        };
        incremental_is_fresh(&full_files_with_search(), &options, &bursts)?;
    }
}

#[test]
fn files_published_after_the_memory_was_kept_are_removed() {
    let (mut files, mut kept) = (full_files(), MemoryFolder::new());
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

    // The second page of a list and a picture change, and then they go.
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
    apply_edit(
        &mut files,
        &full_files(),
        &Edit::ReplaceAll("comune-alba", "comune-bra"),
    );
    files.remove("content/piano.png");
    let now = source_tree(&files);
    let (mut workspace, since) = kept.resume(&now, day(0), &published);
    let outcome = turn(&mut workspace, &now, &since, day(0));
    published.take(outcome.update.unwrap());
    let fresh = Published::of(whole(&files).0);
    assert_eq!(published.0, fresh.0);
}

#[test]
fn a_hint_names_a_moved_file_at_its_new_place() {
    let mut files = full_files();
    let page = b"---\ntype: page\ntitle: Una\nsummary: Una.\n---\n[Un tavolo](tecnico.md)\n";
    files.insert("content/una.md".to_owned(), page.to_vec());
    let tree = source_tree(&files);
    let mut workspace = Workspace::new(options());
    turn(&mut workspace, &tree, &Changes::everything(&tree), day(0));

    // The same body in another file.
    let moved = files.remove("content/tavoli/tecnico.md").unwrap();
    files.insert("content/gruppi/tecnico.md".to_owned(), moved);
    let now = source_tree(&files);
    let outcome = turn(&mut workspace, &now, &changes(&tree, &now), day(0));
    let mut fresh = Workspace::new(options());
    let wanted = turn(&mut fresh, &now, &Changes::everything(&now), day(0));
    assert_eq!(outcome.findings, wanted.findings);
    let found = format!("{:?}", outcome.findings);
    assert!(found.contains("content/gruppi/tecnico.md"), "{found}");
}

/// Turns in which bodies come, go and get other titles.
fn comings_and_goings() -> impl Strategy<Value = Vec<Vec<(usize, Option<u8>)>>> {
    let one = (0..120_usize, prop::option::weighted(0.7, any::<u8>()));
    prop::collection::vec(prop::collection::vec(one, 1..4), 1..6)
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(6))]

    #[test]
    fn random_titles_give_the_lists_of_a_fresh_build(turns in comings_and_goings()) {
        let mut files = full_files();
        let put = |files: &mut Files, body: usize, title: Option<u8>| {
            let path = format!("content/elenco/corpo-{body}.md");
            let Some(title) = title else {
                files.remove(&path);
                return;
            };
            // The first letter of the title differs, so that bodies move far in the lists; some titles are equal.
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
            let new = Published::of(fresh.update.unwrap());
            prop_assert_eq!(&outcome.findings, &fresh.findings);
            prop_assert_eq!(&published.0, &new.0);
        }
    }
}

#[test]
fn lists_stay_right_while_the_home_page_is_broken() {
    for path in [
        "content/consulta.md",
        "content/cabina.md",
        "content/orari.md",
    ] {
        let mut files = full_files();
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
fn a_page_at_the_address_of_a_list_page_is_an_error_until_it_goes() {
    let first = full_files();
    let mut tree = source_tree(&first);
    let mut workspace = Workspace::new(options());
    turn(&mut workspace, &tree, &Changes::everything(&tree), day(0));
    let mut other = first.clone();
    let page = "---\ntitle: Due\nsummary: Dove ce n'è già una.\n---\n";
    other.insert(
        "content/organizations/comune-alba/2.md".to_owned(),
        page.into(),
    );
    let mut text_too = other.clone();
    replace(text_too.get_mut("content/consulta.md"), "lavora", "opera");
    for (files, is_crowded) in [(&other, true), (&text_too, true), (&first, false)] {
        let now = source_tree(files);
        let outcome = turn(&mut workspace, &now, &changes(&tree, &now), day(0));
        tree = now;
        let mut fresh = Workspace::new(options());
        let fresh = turn(&mut fresh, &tree, &Changes::everything(&tree), day(0));
        assert_eq!(outcome.findings, fresh.findings);
        assert_eq!(outcome.update.is_none(), is_crowded);
    }
}

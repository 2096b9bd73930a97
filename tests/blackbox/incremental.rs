//! A workspace that built turn after turn has built the site of a fresh build.

use proptest::prelude::*;
use raccordo::build::{Options, Workspace};
use raccordo::content::findings::ChangedFiles;
use raccordo::notation::place::Finding;

use crate::fixtures::{Files, full_files, full_files_with_search, replace};
use crate::in_process::{Published, build, day, fresh_turn, observed_turn, options, turn};
use crate::memory_sources::MemorySources;
use crate::preview::PreviewReader;
use crate::random_edits::{Edit, apply_edit, edit};

/// The edits before a turn, and the interruption of the turn.
#[derive(Clone, Debug)]
struct Burst {
    edits: Vec<Edit>,
    /// After how many pages the turn is interrupted, as when more files change.
    interrupted_after: Option<usize>,
}

fn burst() -> impl Strategy<Value = Burst> {
    let edits = prop::collection::vec(edit(), 1..4);
    let interrupted_after = prop::option::weighted(0.3, 0..40_usize);
    (edits, interrupted_after).prop_map(|(edits, interrupted_after)| Burst {
        edits,
        interrupted_after,
    })
}

/// Builds after each burst of edits, and compares the site and the findings with those of a new workspace.
fn incremental_is_fresh(
    first: &Files,
    options: &Options,
    bursts: &[Burst],
) -> Result<(), TestCaseError> {
    let mut files = first.clone();
    let mut sources = MemorySources::new(&files);
    let mut workspace = Workspace::new(options.clone());
    let mut published = Published::default();
    let mut today = 0;
    let outcome = turn(&mut workspace, &sources, sources.everything(), day(today));
    let mut findings = outcome.findings;
    published.take(outcome.update.unwrap_or_else(|| panic!("{findings:#?}")));
    for burst in bursts {
        for edit in &burst.edits {
            apply_edit(&mut files, first, edit);
            today += i64::from(matches!(edit, Edit::Wait));
        }
        let now = MemorySources::new(&files);
        let since = now.changes_since(&sources);
        sources = now;
        let reader = PreviewReader::interrupting_after(burst.interrupted_after);
        let outcome = observed_turn(
            &mut workspace,
            &sources,
            since,
            day(today),
            reader.observer(),
        );
        let before = std::mem::replace(&mut findings, outcome.findings.clone());
        assert_changed_files(&outcome.changed, &before, &findings)?;
        if outcome.cancelled {
            prop_assert!(outcome.update.is_none() && outcome.rendered.is_empty());
            continue;
        }

        let wanted = fresh_turn(options, &sources, day(today));
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

/// Fails if the findings changed in a file that is not among the changed files.
pub(crate) fn assert_changed_files(
    changed: &ChangedFiles,
    before: &[Finding],
    now: &[Finding],
) -> Result<(), TestCaseError> {
    let ChangedFiles::Only(changed) = changed else {
        return Ok(());
    };
    let unchanged = |findings: &[Finding]| {
        let findings = findings.iter();
        let findings = findings.filter(|it| !changed.contains(&it.location.file));
        let places = findings.map(|it| (it.diagnostic.clone(), it.location.clone()));
        places.collect::<Vec<_>>()
    };
    prop_assert_eq!(unchanged(before), unchanged(now));
    Ok(())
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(120))]

    #[test]
    fn random_edits_give_the_site_of_a_fresh_build(
        bursts in prop::collection::vec(burst(), 1..8)
    ) {
        incremental_is_fresh(&full_files(), &options(), &bursts)?;
    }
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(8))]

    #[test]
    fn random_edits_give_the_search_index_of_a_fresh_build(
        bursts in prop::collection::vec(burst(), 1..6)
    ) {
        let options = Options {
            search: true,
            ..options()
        };
        incremental_is_fresh(&full_files_with_search(), &options, &bursts)?;
    }
}

#[test]
fn a_hint_names_a_moved_file_at_its_new_place() {
    let mut files = full_files();
    let page = b"---\ntype: page\ntitle: Una\nsummary: Una.\n---\n[Un tavolo](tecnico.md)\n";
    files.insert("content/una.md".to_owned(), page.to_vec());
    let sources = MemorySources::new(&files);
    let mut workspace = Workspace::new(options());
    turn(&mut workspace, &sources, sources.everything(), day(0));

    // The same body in another file.
    let moved = files.remove("content/tavoli/tecnico.md").unwrap();
    files.insert("content/gruppi/tecnico.md".to_owned(), moved);
    let now = MemorySources::new(&files);
    let outcome = turn(&mut workspace, &now, now.changes_since(&sources), day(0));
    let wanted = build(&now);
    assert_eq!(outcome.findings, wanted.findings);
    let found = format!("{:?}", outcome.findings);
    assert!(found.contains("../gruppi/tecnico.md"), "{found}");
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
        let mut sources = MemorySources::new(&files);
        let mut workspace = Workspace::new(options());
        let outcome = turn(&mut workspace, &sources, sources.everything(), day(0));
        let mut published = Published::default();
        let findings = outcome.findings;
        published.take(outcome.update.unwrap_or_else(|| panic!("{findings:#?}")));
        prop_assert!(published.0.keys().any(|path| path.starts_with("indice/10/")));
        for edits in turns {
            for (body, title) in edits {
                put(&mut files, body, title);
            }
            let now = MemorySources::new(&files);
            let outcome = turn(&mut workspace, &now, now.changes_since(&sources), day(0));
            sources = now;
            published.take(outcome.update.unwrap());
            let fresh = build(&sources);
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
        let sources = MemorySources::new(&files);
        turn(&mut workspace, &sources, sources.everything(), day(0));
        files.insert("content/_index.md".to_owned(), b"title: -\n---\n".to_vec());
        let broken = MemorySources::new(&files);
        let since = broken.changes_since(&sources);
        turn(&mut workspace, &broken, since, day(0));
        files.remove(path);
        let now = MemorySources::new(&files);
        let outcome = turn(&mut workspace, &now, now.changes_since(&broken), day(0));
        let fresh = build(&now);
        assert_eq!(outcome.pages, fresh.pages, "{path}");
        assert_eq!(outcome.findings, fresh.findings);
    }
}

#[test]
fn a_page_at_the_address_of_a_list_page_is_an_error_until_it_goes() {
    let first = full_files();
    let mut sources = MemorySources::new(&first);
    let mut workspace = Workspace::new(options());
    turn(&mut workspace, &sources, sources.everything(), day(0));
    let mut other = first.clone();
    let page = "---\ntitle: Due\nsummary: Dove ce n'è già una.\n---\n";
    other.insert("content/enti/comune-alba/2.md".to_owned(), page.into());
    let mut text_too = other.clone();
    replace(text_too.get_mut("content/consulta.md"), "lavora", "opera");
    for (files, is_crowded) in [(&other, true), (&text_too, true), (&first, false)] {
        let now = MemorySources::new(files);
        let outcome = turn(&mut workspace, &now, now.changes_since(&sources), day(0));
        sources = now;
        let fresh = build(&sources);
        assert_eq!(outcome.findings, fresh.findings);
        assert_eq!(outcome.update.is_none(), is_crowded);
    }
}

#[test]
fn texts_follow_what_the_theme_declares() {
    let text = "---\ntitle: A\nsummary: S.\n---\n## Top\n\n{{ <press label=\"a\" href=\"consulta.md\" /> }}\n\n[su](#top-2)\n";
    let mut first = crate::fixtures::good_files();
    first.insert("content/x.md".to_owned(), text.into());
    let components = "themes/mini/templates/components.html";
    let base = "themes/mini/templates/base.html";
    let bursts = [
        (components, "\"links\": [\"href\"], ", ""),
        (
            components,
            "{\"images\"",
            "{\"links\": [\"href\"], \"images\"",
        ),
        (base, " id=\"top\"", ""),
        (base, "<body>", "<body id=\"top\">"),
        (base, "<body id=\"top\">", "<body id=\"top\">{% if %}"),
        (base, "{% if %}", ""),
    ];
    let mut files = first.clone();
    let mut sources = MemorySources::new(&files);
    let mut workspace = Workspace::new(options());
    turn(&mut workspace, &sources, sources.everything(), day(0));
    for (path, from, to) in bursts {
        replace(files.get_mut(path), from, to);
        let now = MemorySources::new(&files);
        let since = now.changes_since(&sources);
        sources = now;
        let outcome = turn(&mut workspace, &sources, since, day(0));
        let wanted = fresh_turn(&options(), &sources, day(0));
        assert_eq!(outcome.findings, wanted.findings, "{from} to {to}");
        assert_eq!(
            outcome.update.is_some(),
            wanted.update.is_some(),
            "{from} to {to}"
        );
    }
}

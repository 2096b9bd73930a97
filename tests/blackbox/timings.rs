//! `--timings`: the tables of stages, slowest files and slowest templates.

use std::path::Path;

use crate::fixtures::full_files;
use crate::process::Place;
use crate::site::{AS_OF, Run, Site};

/// The tables on standard error, after the report: the lines of each, the head first.
fn tables(said: &str) -> Vec<Vec<&str>> {
    let start = ["Stage ", "Fase "].iter().find_map(|head| said.find(head));
    let start = start.unwrap_or_else(|| panic!("no stages in {said}"));
    let tables = said[start..].split("\n\n");
    tables.map(|table| table.lines().collect()).collect()
}

/// The cells of a line, which two spaces separate.
fn cells(line: &str) -> Vec<&str> {
    let cells = line.split("  ").map(str::trim);
    cells.filter(|cell| !cell.is_empty()).collect()
}

fn number(cell: &str) -> f64 {
    cell.parse().unwrap_or_else(|_| panic!("{cell}"))
}

fn sum(rows: &[Vec<&str>], column: usize) -> f64 {
    rows.iter().map(|row| number(row[column])).sum()
}

/// The number of texts in the tables: as many as were parsed, or ten.
pub(crate) fn parsed_texts(said: &str) -> usize {
    let lines = said.lines();
    lines.filter(|line| line.starts_with("content/")).count()
}

fn timed<'a>(site: &'a Site, args: &[&str]) -> Run<'a> {
    let run = site.run(&[&["build", "--as-of", AS_OF, "--timings"], args].concat());
    run.succeeds();
    run
}

/// The good site with a text that takes longer to parse than all others together.
fn site() -> Site {
    let chapter = "## Chapter\n\nA [link](https://example.org), *words* and a `piece`.\n\n";
    let text = chapter.repeat(2000);
    let page = format!("---\ntitle: Endless\nsummary: A long page.\n---\n\n{text}");
    Site::new().file("content/endless.md", page)
}

#[test]
fn the_times_of_the_stages_add_up() {
    let site = site();
    let run = timed(&site, &["--precompress"]);
    let tables = tables(&run.stderr);
    let rows: Vec<Vec<&str>> = tables[0][1..].iter().map(|line| cells(line)).collect();
    let (all, stages) = rows.split_last().unwrap();
    let names: Vec<&str> = stages.iter().map(|row| row[0]).collect();
    let expected = [
        "load", "parse", "resolve", "rules", "list", "plan", "images", "render", "compress",
        "write",
    ];
    assert_eq!(names, expected);
    // Columns of time and share: by the clock and, where the system tells it, by the processors.
    for column in (1..all.len()).step_by(2) {
        let (time, share) = (sum(stages, column), sum(stages, column + 1));
        assert!((share - 100.0).abs() < 1.0, "{share}: {rows:#?}");
        assert!((time - number(all[column])).abs() < 1.0, "{rows:#?}");
        assert_eq!(number(all[column + 1]), 100.0);
        for row in stages {
            let expected = 100.0 * number(row[column]) / number(all[column]);
            assert!((number(row[column + 1]) - expected).abs() < 1.0, "{row:?}");
        }
    }
    if cfg!(target_os = "linux") {
        assert_eq!(all.len(), 5, "{all:?}");
    }
}

#[test]
fn the_slowest_files_and_templates_are_named() {
    let site = site();
    let run = timed(&site, &[]);
    let tables = tables(&run.stderr);
    let [_, files, templates] = &tables[..] else {
        panic!("{}", run.stderr)
    };
    let files: Vec<Vec<&str>> = files[1..].iter().map(|line| cells(line)).collect();
    assert_eq!(files.len(), 10, "{}", run.stderr);
    assert_eq!(files[0][0], "content/endless.md");
    assert!(files.is_sorted_by(|one, next| number(one[1]) >= number(next[1])));
    for file in &files {
        assert!(site.path(file[0]).is_file(), "{file:?}");
    }

    let templates: Vec<Vec<&str>> = templates[1..].iter().map(|line| cells(line)).collect();
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/civico/templates");
    assert!(templates.is_sorted_by(|one, next| number(one[2]) >= number(next[2])));
    for row in &templates {
        let [template, pages, total, mean, most, slowest] = row[..] else {
            panic!("{row:?}")
        };
        assert!(theme.join(template).is_file(), "{row:?}");
        assert!(site.path("public").join(slowest).is_file(), "{row:?}");
        let (pages, mean, most) = (number(pages), number(mean), number(most));
        assert!((pages * mean - number(total)).abs() <= 0.01 * (pages + 1.0));
        assert!(mean <= most + 0.01 && most <= number(total), "{row:?}");
    }
    let pages = templates.iter().find(|row| row[0] == "page.html");
    assert_eq!(pages.unwrap().last(), Some(&"endless/index.html"));
    let html = site.built().into_keys().filter(|it| it.ends_with(".html"));
    assert_eq!(templates.len(), 10, "{}", run.stderr);
    assert!(sum(&templates, 1) <= html.count() as f64, "{}", run.stderr);
}

#[test]
fn an_unchanged_site_has_no_table_of_files_and_templates() {
    let site = site();
    site.build().succeeds();
    let run = timed(&site, &[]);
    let tables = tables(&run.stderr);
    assert_eq!(cells(tables[0][0])[0], "Stage");
    assert_eq!(tables.len(), 1, "{}", run.stderr);
}

#[test]
fn without_timings_no_table_is_printed() {
    let site = Site::new();
    let run = site.build();
    assert_eq!(run.succeeds().stderr, "");
    let again = site.build();
    assert_eq!(again.succeeds().stderr, "");
}

#[test]
fn columns_are_aligned_in_italian() {
    let site = site();
    let run = timed(&site, &["--lang", "it"]);
    let tables = tables(&run.stderr);
    assert_eq!(tables.len(), 3, "{}", run.stderr);
    assert_eq!(
        tables[1][0].split("  ").next(),
        Some("File più lenti da leggere")
    );
    for lines in &tables[..2] {
        let width = |line: &&str| line.chars().count();
        let widths: Vec<usize> = lines.iter().map(width).collect();
        assert!(widths.iter().all(|it| *it == widths[0]), "{lines:#?}");
    }
    let all = cells(tables[0].last().unwrap());
    assert_eq!((all[0], all[2]), ("tutto", "100,0"));
    assert!(!run.stderr.contains("cli-"), "{}", run.stderr);
}

#[test]
fn a_watch_prints_the_tables_of_each_turn() {
    let place = Place::new(&full_files());
    let mut watch = place.start(&["watch", "--timings"]);
    watch.says("Watching");
    let ready = watch.stderr();
    assert_eq!(tables(&ready).len(), 3, "{ready}");
    place.replace("content/orari.md", "title:", "nav_title: Quando\ntitle:");
    watch.says("content/orari.md: ");
    let head = |said: &str| said.matches("Slowest templates").count();
    watch.until("the tables of the turn", |it| {
        (head(&it.stderr()) == 2).then_some(())
    });
    let said = watch.stderr();
    let turn = tables(&said[ready.len()..]);
    assert_eq!(turn[1].len(), 2, "{said}");
    assert_eq!(cells(turn[1][1])[0], "content/orari.md");
}

//! The table of figures: ratios of whole programs, measured in rounds.

use std::path::Path;

use super::program::{self, Run};
use super::rounds::{self, Measured, Round};
use super::served::Waits;
use super::site::Site;
use super::{Done, Fallible, growth, median, table};
use crate::generate::Request;

/// The small site has so many bodies, and pages for what they name besides.
const SMALL: usize = 10;

/// It is so quick that it is built more often.
const SMALL_REPEAT: usize = 4;

/// What is measured of each size: name, figure of a round, and what is to be reached.
type Figure = (&'static str, fn(&Round) -> Option<f64>, &'static str);

const FIGURES: [Figure; 11] = [
    (
        "cold build ÷ limit",
        |it| Some(it.build.time / it.limit),
        "≤ 10",
    ),
    (
        "hugo ÷ cold build",
        |it| Some(it.hugo?.time / it.build.time),
        "≥ 6",
    ),
    ("hugo ÷ limit", |it| Some(it.hugo?.time / it.limit), ""),
    (
        "check ÷ cold build",
        |it| Some(it.check.time / it.build.time),
        "≤ 0.5",
    ),
    (
        "nothing changed ÷ cold build",
        |it| Some(it.nothing.time / it.build.time),
        "≤ 0.05",
    ),
    (
        "one body changed ÷ cold build",
        |it| Some(it.one.time / it.build.time),
        "≤ 0.06",
    ),
    (
        "cold build with ten warnings a body ÷ without",
        |it| Some(it.dirty.time / it.build.time),
        "≤ 1.15",
    ),
    ("peak of a cold build, MiB", |it| it.build.peak, "≤ 250"),
    ("the same with the warnings", |it| it.dirty.peak, "≤ 300"),
    ("peak of a check, MiB", |it| it.check.peak, ""),
    ("peak of hugo, MiB", |it| it.hugo?.peak, ""),
];

/// What is measured besides.
#[derive(Clone, Copy)]
pub struct Also {
    /// The largest size with more seats and more links in every body.
    pub growth: bool,
    /// The index of the search.
    pub search: bool,
}

/// Measures every size and the small site, and prints the tables.
pub fn print(requests: &[Request], within: &Path, repeat: usize, also: Also) -> Done {
    let hugo = program::version("hugo", "version");
    let mut sizes = Vec::new();
    for request in requests {
        let measured = rounds::measure(*request, within, repeat, hugo.is_some())?;
        println!("{}", one_size(&measured, hugo.as_deref()));
        sizes.push(measured);
    }
    let (pages, time) = small(within, repeat * SMALL_REPEAT)?;
    println!(
        "A small site, {pages} pages, from the start of the program to its exit: {time:.0} ms (≤ 50 ms)\n"
    );
    if sizes.len() > 1 {
        println!("{}", growth::with_bodies(&sizes));
    }
    if let (true, Some(largest)) = (also.growth, requests.last()) {
        println!("{}", growth::with_more(*largest, within, repeat)?);
    }
    if let (true, Some(request)) = (also.search, requests.last()) {
        println!("{}", searched(*request, within, repeat)?);
    }
    Ok(())
}

fn one_size(measured: &Measured, hugo: Option<&str>) -> String {
    let size = measured.size;
    let mut text = format!(
        "{} bodies: {} pages, {} files of {:.0} MB; medians of {}, least and most, two threads\n\n",
        measured.request.bodies,
        size.pages,
        size.files,
        size.megabytes,
        measured.rounds.len(),
    );
    let row = |(name, figure, goal): &Figure| {
        let all: Vec<f64> = measured.rounds.iter().filter_map(figure).collect();
        let mut row = vec![(*name).to_owned()];
        if all.is_empty() {
            row.extend(["no hugo".to_owned(), String::new(), String::new()]);
        } else {
            row.extend(spread(&all));
        }
        row.push((*goal).to_owned());
        row
    };
    let rows: Vec<Vec<String>> = FIGURES.iter().map(row).collect();
    text += &table::markdown(&["", "median", "least", "most", "goal"], &rows);
    text += &format!("\n{}", waits(measured));
    text += &match (&measured.hugo, hugo) {
        (Some((size, compared)), Some(version)) => format!(
            "\n{version}: {} pages, {} files of {:.0} MB. Both outputs say the same: {} facts on {} pages.\n",
            size.pages, size.files, size.megabytes, compared.facts, compared.pages,
        ),
        _ => "\nThere is no `hugo` on the PATH.\n".to_owned(),
    };
    text
}

/// What somebody waits for who looks.
fn waits(measured: &Measured) -> String {
    let row = |name: &str, figure: fn(&Waits) -> f64, goal: &str| {
        let figures = measured.waits.iter().map(|it| table::ms(figure(it)));
        let ends = [name.to_owned()].into_iter().chain(figures);
        ends.chain([goal.to_owned()]).collect::<Vec<_>>()
    };
    let rows = [
        row("first page of a cold start", |it| it.first_page, "≤ 1000"),
        row("text of a body, over HTTP", |it| it.text, "≤ 5"),
        row(
            "organization of 200 bodies renamed, on disk",
            |it| it.rename,
            "≤ 25",
        ),
    ];
    table::markdown(
        &["served, milliseconds", "clean", "with warnings", "goal"],
        &rows,
    )
}

/// How many pages a small site has, and how long a first build takes, in milliseconds.
fn small(within: &Path, repeat: usize) -> Fallible<(usize, f64)> {
    let request = Request {
        bodies: SMALL,
        ..Request::default()
    };
    let site = Site::new(request, within)?;
    site.without_search()?;
    let mut times = Vec::new();
    for _ in 0..repeat {
        site.forget()?;
        times.push(program::build(&site.root(), &site.beside("out"))?.time);
    }
    Ok((rounds::size(&site.beside("out"))?.pages, median(&times)))
}

/// What the index of the search takes: with it and without, and beside the command that does only that.
fn searched(request: Request, within: &Path, repeat: usize) -> Fallible<String> {
    let site = Site::new(request, within)?;
    let with = site.beside("out");
    let command = program::version("pagefind", "--version");
    let mut ratios: Vec<(f64, Option<f64>)> = Vec::new();
    for number in 1..=repeat {
        eprintln!(
            "{} bodies with search, round {number} of {repeat} …",
            request.bodies
        );
        site.forget()?;
        let whole = program::build(&site.root(), &with)?;
        let alone = command
            .as_ref()
            .map(|_| program::pagefind(&with, &site.beside("index")));
        let alone = alone.transpose()?;
        let plain = without(&site)?;
        let more = whole.time - plain.time;
        ratios.push((whole.time / plain.time, alone.map(|it| more / it.time)));
    }
    let with_and_without = median(&ratios.iter().map(|it| it.0).collect::<Vec<_>>());
    let beside: Vec<f64> = ratios.iter().filter_map(|it| it.1).collect();
    let beside = match (command, beside.is_empty()) {
        (Some(version), false) => {
            format!("what it adds ÷ {version}: {} (≤ 1)", ratio(median(&beside)))
        }
        _ => "there is no `pagefind` on the PATH".to_owned(),
    };
    let ratio = ratio(with_and_without);
    Ok(format!(
        "{} bodies, cold build with the search ÷ without: {ratio}; {beside}\n",
        request.bodies
    ))
}

fn without(site: &Site) -> Fallible<Run> {
    let before = site.without_search()?;
    site.forget()?;
    let run = program::build(&site.root(), &site.beside("out"));
    site.set_settings(&before)?;
    run
}

/// The median of ratios, the least and the most.
pub fn spread(all: &[f64]) -> [String; 3] {
    let range = (f64::INFINITY, 0.0_f64);
    let (least, most) = all
        .iter()
        .fold(range, |(least, most), it| (it.min(least), it.max(most)));
    [median(all), least, most].map(ratio)
}

/// Three digits, or all of a large figure.
pub fn ratio(figure: f64) -> String {
    match figure {
        it if it < 1.0 => format!("{it:.3}"),
        it if it < 10.0 => format!("{it:.2}"),
        it if it < 100.0 => format!("{it:.1}"),
        it => format!("{it:.0}"),
    }
}

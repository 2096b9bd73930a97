//! By what power of the number of bodies, seats or links each figure grows.

use std::path::Path;

use super::rounds::{self, Measured, Round};
use super::{Fallible, median, table};
use crate::generate::{self, More, Request};

/// What bodies are given besides their own, some eight seats and fourteen links, to see how figures grow.
const SEATS: usize = 24;
const LINKS: usize = 42;

type Figure = (&'static str, fn(&Round) -> Option<f64>);

const FIGURES: [Figure; 7] = [
    ("limit", |it| Some(it.limit)),
    ("cold build", |it| Some(it.build.time)),
    ("check", |it| Some(it.check.time)),
    ("nothing changed", |it| Some(it.nothing.time)),
    ("one body changed", |it| Some(it.one.time)),
    ("peak", |it| it.build.peak),
    ("hugo", |it| Some(it.hugo?.time)),
];

/// How figures grow from one size to the next.
pub fn with_bodies(sizes: &[Measured]) -> String {
    let step = |pair: &[Measured]| {
        let [small, large] = pair else {
            return Vec::new();
        };
        let (few, many) = (small.request.bodies, large.request.bodies);
        let name = format!("{few} to {many} bodies");
        row(name, many as f64 / few as f64, &[(small, large)])
    };
    exponents(sizes.windows(2).map(step).collect())
}

/// How figures grow when the bodies of a site have more seats, or more links: medians of so many times, each
/// with one and with the other right after it.
pub fn with_more(plain: Request, within: &Path, repeat: usize) -> Fallible<String> {
    let mut rows = Vec::new();
    for (name, mark, seats, links) in [("seats", "basis:", SEATS, 0), ("links", "](", 0, LINKS)] {
        let more = More {
            seats,
            links,
            ..More::default()
        };
        let request = Request { more, ..plain };
        let times = count(request, mark)? / count(plain, mark)?;
        let mut pairs = Vec::new();
        for _ in 0..repeat {
            let few = rounds::measure(plain, within, 1, false)?;
            pairs.push((few, rounds::measure(request, within, 1, false)?));
        }
        let pairs: Vec<_> = pairs.iter().map(|(few, many)| (few, many)).collect();
        rows.push(row(format!("{times:.1} × the {name}"), times, &pairs));
    }
    Ok(exponents(rows))
}

/// How often something stands in the files of a site.
fn count(request: Request, mark: &str) -> Fallible<f64> {
    let mut count = 0;
    generate::site(request, &mut |_, bytes| {
        count += String::from_utf8_lossy(bytes).matches(mark).count();
        Ok(())
    })?;
    Ok(count as f64)
}

/// The median of the exponents of pairs.
fn row(name: String, times: f64, pairs: &[(&Measured, &Measured)]) -> Vec<String> {
    let exponent = |figure: fn(&Round) -> Option<f64>| {
        let grown = |(small, large): &(&Measured, &Measured)| {
            let growth = middle(large, figure)? / middle(small, figure)?;
            Some(growth.ln() / times.ln())
        };
        let all: Vec<f64> = pairs.iter().filter_map(grown).collect();
        (!all.is_empty()).then(|| format!("{:.2}", median(&all)))
    };
    let figures = FIGURES
        .iter()
        .map(|(_, figure)| exponent(*figure).unwrap_or_default());
    [name].into_iter().chain(figures).collect()
}

fn exponents(rows: Vec<Vec<String>>) -> String {
    let mut head = vec!["from … to"];
    head.extend(FIGURES.iter().map(|(name, _)| *name));
    let table = table::markdown(&head, &rows);
    format!("Exponents: 1 is as what grows, 0 is not at all\n\n{table}")
}

fn middle(measured: &Measured, figure: fn(&Round) -> Option<f64>) -> Option<f64> {
    let all: Vec<f64> = measured.rounds.iter().filter_map(figure).collect();
    (!all.is_empty()).then(|| median(&all))
}

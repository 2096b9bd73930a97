//! The same figures at several sizes, and how they grow.

use std::path::Path;

use super::child::{Task, measure};
use super::cold::{self, Cold};
use super::site::Site;
use super::{Done, table};
use crate::generate::Request;

/// An edit takes little time, and its figure is the less steady for it.
const EDITS: usize = 7;

/// What is measured at one size.
struct Row {
    cold: Cold,
    edit: f64,
}

type Figure = (&'static str, fn(&Row) -> f64);

const FIGURES: [Figure; 5] = [
    ("first build", |it| it.cold.build.total),
    ("check", |it| it.cold.check.total),
    ("limit", |it| it.cold.limit.total),
    ("edit of a text", |it| it.edit),
    ("peak, MiB", |it| it.cold.build.peak.unwrap_or(f64::NAN)),
];

/// Measures each size, one after the other, and prints both tables.
pub fn print(requests: &[Request], within: &Path, repeat: usize) -> Done {
    let mut rows = Vec::new();
    for request in requests {
        eprintln!("{} bodies …", request.bodies);
        let site = Site::new(*request, within)?;
        let cold = cold::measure(&site, repeat)?;
        let edit = measure(Task::Text, &site, &site.beside("out"), repeat * EDITS)?.total;
        rows.push(Row { cold, edit });
    }
    println!(
        "Two threads; medians of {repeat}, in milliseconds\n\n{}",
        sizes(&rows)
    );
    println!(
        "Exponents: 1 is as the number of bodies, 0 is not at all\n\n{}",
        exponents(&rows)
    );
    Ok(())
}

fn sizes(rows: &[Row]) -> String {
    let mut head = vec!["bodies", "pages"];
    head.extend(FIGURES.iter().map(|(name, _)| *name));
    head.extend(["build ÷ limit", "check ÷ build"]);
    let cells = |row: &Row| {
        let mut cells = vec![
            row.cold.bodies.to_string(),
            row.cold.build.pages.to_string(),
        ];
        cells.extend(FIGURES.iter().map(|(_, figure)| table::ms(figure(row))));
        let (build, check) = (row.cold.build.total, row.cold.check.total);
        cells.extend([
            format!("{:.2}", build / row.cold.limit.total),
            format!("{:.2}", check / build),
        ]);
        cells
    };
    table::markdown(&head, &rows.iter().map(cells).collect::<Vec<_>>())
}

/// By what power of the number of bodies each figure grows, from one size to the next.
fn exponents(rows: &[Row]) -> String {
    let mut head = vec!["bodies"];
    head.extend(FIGURES.iter().map(|(name, _)| *name));
    let line = |pair: (&Row, &Row)| {
        let (small, large) = pair;
        let growth = (large.cold.bodies as f64 / small.cold.bodies as f64).ln();
        let mut cells = vec![format!("{} to {}", small.cold.bodies, large.cold.bodies)];
        let exponent = |figure: fn(&Row) -> f64| (figure(large) / figure(small)).ln() / growth;
        cells.extend(
            FIGURES
                .iter()
                .map(|(_, figure)| format!("{:.2}", exponent(*figure))),
        );
        cells
    };
    let pairs = rows.iter().zip(rows.iter().skip(1));
    table::markdown(&head, &pairs.map(line).collect::<Vec<_>>())
}

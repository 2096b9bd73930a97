//! Turn after turn: what an edit costs, stage by stage.

use std::fs;
use std::path::Path;

use super::builder::{Builder, Timed};
use super::site::Site;
use super::{Done, Fallible, edits, median, quantile, table};
use crate::generate::Request;

/// Measures every kind of edit and prints the table.
pub fn print(request: Request, within: &Path, repeat: usize) -> Done {
    let site = Site::new(request, within)?;
    site.unpack_theme()?;
    let (mut builder, cold) = Builder::first(&site.root(), Some(&site.beside("out")))?;
    builder.rest();
    let (pages, cold_time) = (cold.pages, cold.total);
    let mut rows = vec![("first build", vec![cold])];
    let edits = edits::all(&site.root(), request)?;
    let (of_all, of_few): (Vec<_>, Vec<_>) = edits.into_iter().partition(|edit| edit.of_all_pages);
    for edit in of_few {
        rows.push((edit.name, repeated(&mut builder, &edit, repeat)?));
    }
    let (made, removed) = new_bodies(&mut builder, &site, repeat)?;
    rows.extend([("new body", made), ("removed body", removed)]);
    for edit in of_all {
        rows.push((
            edit.name,
            repeated(&mut builder, &edit, repeat.div_ceil(4))?,
        ));
    }
    println!("{} bodies, {pages} pages; milliseconds\n", request.bodies);
    print_table(&rows, cold_time);
    Ok(())
}

/// The same edit, so many times; then it is taken back.
pub fn repeated(builder: &mut Builder, edit: &edits::Edit, repeat: usize) -> Fallible<Vec<Timed>> {
    let mut turn = |number| {
        let touched = edit.make(number)?;
        builder.turn(&[touched])
    };
    let turns = (1..=repeat).map(&mut turn).collect::<Fallible<Vec<_>>>()?;
    builder.turn(&[edit.take_back()?])?;
    Ok(turns)
}

fn new_bodies(
    builder: &mut Builder,
    site: &Site,
    repeat: usize,
) -> Fallible<(Vec<Timed>, Vec<Timed>)> {
    let (mut made, mut removed) = (Vec::new(), Vec::new());
    for number in 1..=repeat {
        let (path, text) = edits::new_body(&site.root(), site.request.bodies, number);
        fs::write(&path, text)?;
        made.push(builder.turn(std::slice::from_ref(&path))?);
        removed.push(builder.turn(&[edits::remove(&path)?])?);
    }
    Ok((made, removed))
}

/// A row for each kind: the median and the 95th percentile of the whole, the medians of the stages.
fn print_table(rows: &[(&str, Vec<Timed>)], cold: f64) {
    let first = rows.first().and_then(|(_, turns)| turns.first());
    let stages: Vec<&str> = first
        .map(|turn| turn.stages.iter().map(|(stage, _)| *stage).collect())
        .unwrap_or_default();
    let mut head = vec!["", "turns", "median", "p95", "of first"];
    head.extend(&stages);
    head.extend(["made", "written"]);
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|(name, turns)| row(name, turns, &stages, cold))
        .collect();
    print!("{}", table::markdown(&head, &rows));
}

fn row(name: &str, turns: &[Timed], stages: &[&str], cold: f64) -> Vec<String> {
    let totals: Vec<f64> = turns.iter().map(|turn| turn.total).collect();
    let middle = median(&totals);
    let mut row = vec![
        name.to_owned(),
        turns.len().to_string(),
        table::ms(middle),
        table::ms(quantile(&totals, 95)),
    ];
    row.push(format!("{:.4}", middle / cold));
    for stage in stages {
        let of_stage = |turn: &Timed| {
            turn.stages
                .iter()
                .filter(|(it, _)| it == stage)
                .map(|(_, time)| time)
                .fold(0.0, |sum, time| sum + time)
        };
        let times: Vec<f64> = turns.iter().map(of_stage).collect();
        row.push(table::ms(median(&times)));
    }
    let usual = |count: fn(&Timed) -> usize| {
        let counts: Vec<f64> = turns.iter().map(|turn| count(turn) as f64).collect();
        median(&counts).to_string()
    };
    row.extend([usual(|turn| turn.made), usual(|turn| turn.written)]);
    row
}

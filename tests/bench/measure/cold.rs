//! A first build and a check, stage by stage, beside the limit.

use std::path::Path;

use super::child::{self, Figures, Task};
use super::limit::files;
use super::site::Site;
use super::{Done, Fallible, median, table};
use crate::generate::Request;

/// The figures of one size: medians of several processes each.
pub struct Cold {
    /// How many bodies.
    pub bodies: usize,
    /// A first build.
    pub build: Figures,
    /// A check.
    pub check: Figures,
    /// Reading the sources and writing the site.
    pub limit: Figures,
    /// The files of the site and their bytes.
    pub written: (usize, u64),
}

/// Measures and prints both tables.
pub fn print(request: Request, within: &Path, repeat: usize) -> Done {
    let site = Site::new(request, within)?;
    let cold = measure(&site, repeat)?;
    let (files, bytes) = cold.written;
    println!(
        "{} bodies, {} pages; {files} files of {:.1} MB; two threads; medians of {repeat}, in milliseconds\n",
        cold.bodies,
        cold.build.pages,
        bytes as f64 / 1e6
    );
    print!("{}\n{}", stages(&cold), summary(&cold));
    Ok(())
}

/// Measures a site. What was built stays beside it.
pub fn measure(site: &Site, repeat: usize) -> Fallible<Cold> {
    let out = site.beside("out");
    let (mut builds, mut checks, mut limits) = (Vec::new(), Vec::new(), Vec::new());
    // By turns, so that what else the machine does meets all of them.
    for _ in 0..repeat {
        if out.exists() {
            child::remove_built(&out)?;
        }
        builds.push(child::measure(Task::Build, site, &out, 1)?);
        checks.push(child::measure(Task::Check, site, &out, 1)?);
        limits.push(child::measure(Task::Limit, site, &out, 1)?);
    }
    let written = files(&out)?;
    Ok(Cold {
        bodies: site.request.bodies,
        build: middle(&builds),
        check: middle(&checks),
        limit: middle(&limits),
        written: (written.len(), written.iter().map(|(_, size)| size).sum()),
    })
}

/// The median of each figure, but for the memory: the most that any of them needed.
fn middle(all: &[Figures]) -> Figures {
    let Some(first) = all.first() else {
        return Figures::default();
    };
    let median_of =
        |figure: &dyn Fn(&Figures) -> f64| median(&all.iter().map(figure).collect::<Vec<_>>());
    let stage = |name: &String| {
        (
            name.clone(),
            median_of(&|it| time(it, name).unwrap_or_default()),
        )
    };
    Figures {
        total: median_of(&|it| it.total),
        range: all.iter().fold((f64::INFINITY, 0.0), |(least, most), it| {
            (it.total.min(least), it.total.max(most))
        }),
        stages: first.stages.iter().map(|(name, _)| stage(name)).collect(),
        pages: first.pages,
        peak: all.iter().filter_map(|it| it.peak).max_by(f64::total_cmp),
    }
}

/// Nothing if there is no such stage.
fn time(figures: &Figures, stage: &str) -> Option<f64> {
    let found = figures.stages.iter().find(|(name, _)| name == stage);
    found.map(|(_, time)| *time)
}

fn stages(cold: &Cold) -> String {
    let row = |(stage, build): &(String, f64)| {
        let share = 100.0 * build / cold.build.total;
        vec![
            stage.clone(),
            table::ms(*build),
            format!("{share:.1} %"),
            time(&cold.check, stage).map_or_else(String::new, table::ms),
        ]
    };
    let rows: Vec<Vec<String>> = cold.build.stages.iter().map(row).collect();
    table::markdown(&["stage", "first build", "share", "check"], &rows)
}

fn summary(cold: &Cold) -> String {
    let row = |(name, figures): (&str, &Figures)| {
        let (total, (least, most)) = (figures.total, figures.range);
        let peak = figures
            .peak
            .map_or_else(String::new, |peak| format!("{peak:.0}"));
        vec![
            name.to_owned(),
            table::ms(total),
            table::ms(least),
            table::ms(most),
            format!("{:.2}", total / cold.limit.total),
            format!("{:.3}", total / cold.build.total),
            peak,
        ]
    };
    let rows = [
        ("first build", &cold.build),
        ("check", &cold.check),
        ("limit", &cold.limit),
    ]
    .map(row);
    table::markdown(
        &[
            "",
            "median",
            "least",
            "most",
            "× limit",
            "of first build",
            "peak, MiB",
        ],
        &rows,
    )
}

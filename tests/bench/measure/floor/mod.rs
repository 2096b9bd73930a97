//! The floor: what a program takes that does only one step of a build, with the library that does it here, and
//! nothing of ours.

mod pages;
mod scene;
mod texts;

use std::path::Path;
use std::time::Instant;

use rayon::prelude::*;

pub use pages::templates;
pub use texts::{markdown, values, yaml};

use super::child::{self, Task};
use super::figures::spread;
use super::site::Site;
use super::{Done, Fallible, median, ms, program, rounds, table};
use crate::generate::Request;

/// So many items are made ready at a time: the values of a page take much more memory than the page.
const PORTION: usize = 200;

/// Times in milliseconds of one round.
struct Round {
    /// The limit: the sources are read, the site is written.
    files: f64,
    /// Front matter and registries are read, and nothing is kept of them.
    yaml: f64,
    /// The same, and they become values.
    values: f64,
    /// Texts become HTML.
    markdown: f64,
    /// Values become pages.
    templates: f64,
    /// The program does all that, and what is ours.
    build: f64,
}

impl Round {
    /// What a program takes that does nothing but these steps.
    fn floor(&self) -> f64 {
        self.files + self.yaml + self.markdown + self.templates
    }
}

type Figure = (&'static str, fn(&Round) -> f64);

const FIGURES: [Figure; 8] = [
    ("files ÷ limit", |_| 1.0),
    ("yaml ÷ limit", |it| it.yaml / it.files),
    ("yaml, as values ÷ limit", |it| it.values / it.files),
    ("markdown ÷ limit", |it| it.markdown / it.files),
    ("templates ÷ limit", |it| it.templates / it.files),
    ("floor ÷ limit", |it| it.floor() / it.files),
    ("cold build ÷ limit", |it| it.build / it.files),
    ("cold build ÷ floor", |it| it.build / it.floor()),
];

/// Measures every step, so many times, and prints the table.
pub fn print(request: Request, within: &Path, repeat: usize) -> Done {
    let site = Site::new(request, within)?;
    site.without_search()?;
    let mut all = Vec::new();
    for number in 1..=repeat {
        eprintln!("{} bodies, round {number} of {repeat} …", request.bodies);
        all.push(round(&site)?);
    }
    let size = rounds::size(&site.beside("out"))?;
    let limits: Vec<f64> = all.iter().map(|it| it.files).collect();
    println!(
        "{} bodies: {} pages, {} files of {:.0} MB; medians of {repeat}, least and most, two threads; \
         the limit takes {} ms\n",
        request.bodies,
        size.pages,
        size.files,
        size.megabytes,
        table::ms(median(&limits)),
    );
    let row = |(name, figure): &Figure| {
        let mut row = vec![(*name).to_owned()];
        row.extend(spread(&all.iter().map(figure).collect::<Vec<_>>()));
        row
    };
    let rows: Vec<Vec<String>> = FIGURES.iter().map(row).collect();
    print!(
        "{}\nThe floor is files, yaml of which nothing is kept, markdown and templates.\n",
        table::markdown(&["", "median", "least", "most"], &rows)
    );
    Ok(())
}

/// Everything once, one right after the other, each in a process of its own.
fn round(site: &Site) -> Fallible<Round> {
    let out = site.beside("out");
    site.forget()?;
    let build = program::build(&site.root(), &out)?.time;
    let time = |task| Fallible::Ok(child::measure(task, site, &out, 1)?.total);
    Ok(Round {
        files: time(Task::Limit)?,
        yaml: time(Task::Yaml)?,
        values: time(Task::YamlValues)?,
        markdown: time(Task::Markdown)?,
        templates: time(Task::Templates)?,
        build,
    })
}

/// How long both threads take to do something with each item, in milliseconds. What is needed for that is made
/// ready while no clock runs, and what comes of it is let go of after that, as a program does that goes on with it.
fn timed<T: Sync, R: Send + Sync, U: Send>(
    items: &[T],
    ready: impl Fn(&T) -> Fallible<R> + Sync,
    act: impl Fn(&R) -> Fallible<U> + Sync,
) -> Fallible<f64> {
    let mut total = 0.0;
    for portion in items.chunks(PORTION) {
        let ready = portion.par_iter().map(&ready);
        let ready: Vec<R> = ready.collect::<Fallible<_>>()?;
        let started = Instant::now();
        // As in the program: a few large items beside many small ones are not all for one thread.
        let acted = ready.par_iter().with_max_len(1).map(&act);
        let acted: Vec<U> = acted.collect::<Fallible<_>>()?;
        total += ms(started.elapsed());
        acted.into_par_iter().for_each(drop);
        ready.into_par_iter().for_each(drop);
    }
    Ok(total)
}

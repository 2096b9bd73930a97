//! How long a large site takes: `cargo bench --bench large -- COMMAND …`, see `tests/README.md`.
#![allow(missing_docs, clippy::indexing_slicing)]

mod compare;
mod generate;
mod growth;
mod hugo;
mod measure;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand};

use generate::{More, Request, Theme};
use measure::child::Task;
use measure::{Done, cold, figures, floor, rounds, scale, served, turns};

/// As in the program that is measured.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Makes a large site and measures how long it takes. Figures are medians in milliseconds.
#[derive(Parser)]
#[command(name = "cargo bench --bench large --")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Cargo says it.
    #[arg(long, hide = true, global = true)]
    bench: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Writes a site into a folder. Without warnings with `--as-of 2026-11-21`.
    Generate {
        #[command(flatten)]
        site: SiteArgs,
        /// The folder; files in it are replaced.
        folder: PathBuf,
    },
    /// Edits a site while it is being watched, but for the waiting: each edit, from the saved file to the published one.
    Turns {
        #[command(flatten)]
        site: SiteArgs,
        /// How often each edit is made. Those that make every page again are made a quarter as often.
        #[arg(long, default_value_t = 21)]
        repeat: usize,
    },
    /// Edits a site while it is served: each edit, from the saved file to the new page over HTTP.
    Served {
        #[command(flatten)]
        site: SiteArgs,
        /// How often each edit is made. Those that make every page again are made a quarter as often.
        #[arg(long, default_value_t = 21)]
        repeat: usize,
    },
    /// The stages of a first build and of a check, beside the limit.
    Cold {
        #[command(flatten)]
        site: SiteArgs,
        /// How often.
        #[arg(long, default_value_t = 5)]
        repeat: usize,
    },
    /// What programs take that do only one step of a build, with the same libraries, beside the limit and a first build.
    Floor {
        #[command(flatten)]
        site: SiteArgs,
        /// How many rounds.
        #[arg(long, default_value_t = 3)]
        repeat: usize,
    },
    /// A first build, a check, the limit and the edit of a text at several sizes, and how they grow.
    Scale {
        /// How many bodies.
        #[arg(long, value_delimiter = ',', default_values_t = [1000, 3000, 10_000])]
        bodies: Vec<usize>,
        #[command(flatten)]
        kind: KindArgs,
        /// How often each; the edit seven times as often.
        #[arg(long, default_value_t = 3)]
        repeat: usize,
    },
    /// The table of figures: ratios of whole programs, and of Hugo on the same pages where it is on the PATH.
    /// In one language.
    Table {
        /// How many bodies; of several, how the figures grow is told too.
        #[arg(long, value_delimiter = ',', default_values_t = [3000])]
        bodies: Vec<usize>,
        /// How many rounds.
        #[arg(long, default_value_t = 5)]
        repeat: usize,
        /// How the figures grow with the seats of a body and with the links in its text too.
        #[arg(long)]
        growth: bool,
        /// What the index of the search takes too, which is long.
        #[arg(long)]
        search: bool,
        #[command(flatten)]
        kind: KindArgs,
    },
    /// Writes the same site for Hugo, in one language.
    Hugo {
        #[command(flatten)]
        site: SiteArgs,
        /// The folder; files in it are replaced.
        folder: PathBuf,
    },
    /// Inputs with so many of one thing: the time of the program, and the exponent by which it grows.
    Growth {
        /// Only the kinds with one of these in their names.
        names: Vec<String>,
        /// How many, in ascending order.
        #[arg(long, value_delimiter = ',', default_values_t = [10_000, 20_000, 40_000])]
        numbers: Vec<usize>,
        /// After so many seconds a program is stopped.
        #[arg(long, default_value_t = 20)]
        limit: u64,
        /// The folder in which sites are made.
        #[arg(long = "in", value_name = "FOLDER", default_value = env!("CARGO_TARGET_TMPDIR"))]
        within: PathBuf,
    },
    /// One measurement in a process of its own, for the other commands.
    #[command(hide = true)]
    Child {
        task: Task,
        site: PathBuf,
        out: PathBuf,
        #[arg(long)]
        bodies: usize,
        #[arg(long, default_value_t = 1)]
        repeat: usize,
    },
}

#[derive(Args)]
struct SiteArgs {
    /// How many bodies.
    #[arg(long, default_value_t = 1000)]
    bodies: usize,
    #[command(flatten)]
    kind: KindArgs,
}

#[derive(Args)]
struct KindArgs {
    /// The theme.
    #[arg(long, default_value = "civico")]
    theme: Theme,
    /// Only in Italian, which halves the number of pages.
    #[arg(long)]
    monolingual: bool,
    /// So many seats in every body besides its own.
    #[arg(long, default_value_t = 0)]
    more_seats: usize,
    /// So many links in every body's text besides its own.
    #[arg(long, default_value_t = 0)]
    more_links: usize,
    /// So many warnings in every body's text.
    #[arg(long, default_value_t = 0)]
    more_warnings: usize,
    /// The folder in which sites are made and built; which disk it is on matters much.
    #[arg(long = "in", value_name = "FOLDER", default_value = env!("CARGO_TARGET_TMPDIR"))]
    within: PathBuf,
}

impl SiteArgs {
    fn request(&self) -> Request {
        self.kind.request(self.bodies)
    }
}

impl KindArgs {
    fn monolingual(&self, bodies: usize) -> Request {
        Request {
            german: false,
            ..self.request(bodies)
        }
    }

    fn request(&self, bodies: usize) -> Request {
        Request {
            bodies,
            theme: self.theme,
            german: !self.monolingual,
            more: More {
                seats: self.more_seats,
                links: self.more_links,
                warnings: self.more_warnings,
            },
        }
    }
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Done {
    measure::use_two_threads()?;
    match arguments.command {
        None => Ok(Arguments::command().print_help()?),
        Some(Command::Generate { site, folder }) => {
            fs::create_dir_all(&folder)?;
            measure::site::write(site.request(), &folder)
        }
        Some(Command::Turns { site, repeat }) => {
            turns::print(site.request(), &site.kind.within, repeat.max(1))
        }
        Some(Command::Served { site, repeat }) => {
            served::print(site.request(), &site.kind.within, repeat.max(1))
        }
        Some(Command::Cold { site, repeat }) => {
            cold::print(site.request(), &site.kind.within, repeat.max(1))
        }
        Some(Command::Floor { site, repeat }) => {
            floor::print(site.request(), &site.kind.within, repeat.max(1))
        }
        Some(Command::Scale {
            bodies,
            kind,
            repeat,
        }) => {
            let requests: Vec<Request> = bodies
                .into_iter()
                .map(|bodies| kind.request(bodies))
                .collect();
            scale::print(&requests, &kind.within, repeat.max(1))
        }
        Some(Command::Table {
            bodies,
            repeat,
            growth,
            search,
            kind,
        }) => {
            let requests: Vec<Request> = bodies
                .into_iter()
                .map(|bodies| kind.monolingual(bodies))
                .collect();
            figures::print(
                &requests,
                &kind.within,
                repeat.max(1),
                figures::Also { growth, search },
            )
        }
        Some(Command::Hugo { site, folder }) => {
            rounds::hugo_site(site.kind.monolingual(site.bodies), &folder)
        }
        Some(Command::Growth {
            names,
            numbers,
            limit,
            within,
        }) => growth::print(&growth::Asked {
            numbers,
            names,
            limit,
            within,
        }),
        Some(Command::Child {
            task,
            site,
            out,
            bodies,
            repeat,
        }) => measure::child::run(task, bodies, &site, &out, repeat),
    }
}

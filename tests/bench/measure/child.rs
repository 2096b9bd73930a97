//! Measurements in processes of their own: no memory is warm, and none is counted twice.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

use super::builder::{Builder, Timed};
use super::site::Site;
use super::{Done, Fallible, edits, floor, limit, median};

/// What a process measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Task {
    /// A first build.
    Build,
    /// A check.
    Check,
    /// The limit; `out` is a built site.
    Limit,
    /// An edit of a text after a first build.
    Text,
    /// The reading of YAML alone, nothing of which is kept.
    Yaml,
    /// The reading of YAML alone, into values.
    YamlValues,
    /// Markdown alone.
    Markdown,
    /// Templates alone; `out` is a built site.
    Templates,
}

/// What came of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Figures {
    /// From beginning to end, in milliseconds; the start of the process is not counted.
    pub total: f64,
    /// Of several, the least and the most of that.
    pub range: (f64, f64),
    /// Each stage, in milliseconds.
    pub stages: Vec<(String, f64)>,
    /// The pages of the site.
    pub pages: usize,
    /// The most memory that the process held at any time, in MiB, where the system says so.
    pub peak: Option<f64>,
}

/// Has a process measure it.
pub fn measure(task: Task, site: &Site, out: &Path, repeat: usize) -> Fallible<Figures> {
    let name = clap::ValueEnum::to_possible_value(&task).ok_or("no such task")?;
    let child = Command::new(std::env::current_exe()?)
        .args(["child", name.get_name()])
        .args([&site.root(), out])
        .args(["--bodies", &site.request.bodies.to_string()])
        .args(["--repeat", &repeat.to_string()])
        .stderr(Stdio::inherit())
        .output()?;
    if !child.status.success() {
        return Err(format!("the process for `{}` has failed", name.get_name()).into());
    }
    Ok(serde_json::from_slice(&child.stdout)?)
}

/// Removes a built site, and the work folder beside it.
pub fn remove_built(out: &Path) -> Done {
    fs::remove_dir_all(out)?;
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    let work = out.with_file_name(format!(".{name}.raccordo"));
    if work.exists() {
        fs::remove_dir_all(work)?;
    }
    Ok(())
}

/// Measures, and says it on standard output.
pub fn run(task: Task, bodies: usize, root: &Path, out: &Path, repeat: usize) -> Done {
    let mut figures = match task {
        Task::Build => figures(Builder::first(root, Some(out))?.1),
        Task::Check => figures(Builder::first(root, None)?.1),
        Task::Limit => limited(root, out)?,
        Task::Text => edited(bodies, root, out, repeat)?,
        Task::Yaml => alone(floor::yaml(root)?),
        Task::YamlValues => alone(floor::values(root)?),
        Task::Markdown => alone(floor::markdown(root)?),
        Task::Templates => alone(floor::templates(root, out)?),
    };
    figures.peak = peak();
    println!("{}", serde_json::to_string(&figures)?);
    Ok(())
}

fn figures(timed: Timed) -> Figures {
    let stages = timed
        .stages
        .into_iter()
        .map(|(stage, time)| (stage.to_owned(), time));
    Figures {
        total: timed.total,
        stages: stages.collect(),
        pages: timed.pages,
        ..Figures::default()
    }
}

fn limited(root: &Path, out: &Path) -> Fallible<Figures> {
    let fresh = out.with_file_name("limit");
    let total = limit::limit(root, out, &fresh)?;
    fs::remove_dir_all(fresh)?;
    Ok(alone(total))
}

/// Of what has no stages.
fn alone(total: f64) -> Figures {
    Figures {
        total,
        ..Figures::default()
    }
}

/// The median of an edit of a text; the time of the first build is not in it.
fn edited(bodies: usize, root: &Path, out: &Path, repeat: usize) -> Fallible<Figures> {
    let (mut builder, first) = Builder::first(root, Some(out))?;
    builder.rest();
    let edit = edits::text(root, bodies)?;
    let turns = super::turns::repeated(&mut builder, &edit, repeat)?;
    let totals: Vec<f64> = turns.iter().map(|turn| turn.total).collect();
    Ok(Figures {
        total: median(&totals),
        pages: first.pages,
        ..Figures::default()
    })
}

/// The peak of resident memory in MiB.
fn peak() -> Option<f64> {
    peak_of(&fs::read_to_string("/proc/self/status").ok()?)
}

/// The peak of resident memory that a process' `status` tells, in MiB.
pub fn peak_of(status: &str) -> Option<f64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib / 1024.0)
}

//! What a turn took, as plain values.

use std::time::Duration;

use crate::base::output::OutputPath;
use crate::base::source::SourcePath;

/// What a turn took. Files and templates are there only if they were asked for.
#[derive(Clone, Debug, Default)]
pub struct Timings {
    /// The stages, in their order.
    pub stages: Vec<Lap>,
    /// The ten source files that took longest to parse, the slowest first.
    pub files: Vec<FileTime>,
    /// The ten templates whose pages took longest to render, the slowest first.
    pub templates: Vec<TemplateTime>,
}

/// What a stage took.
#[derive(Clone, Copy, Debug)]
pub struct Lap {
    /// Its name: `parse`.
    pub stage: &'static str,
    /// From its beginning to its end.
    pub wall: Duration,
    /// What the process had of the processors, on all its threads; nothing where the system does not tell.
    pub cpu: Option<Duration>,
}

/// What parsing a source file took.
#[derive(Clone, Debug)]
pub struct FileTime {
    /// The file.
    pub path: SourcePath,
    /// What the thread had of a processor; where the system does not tell, from beginning to end.
    pub time: Duration,
}

/// What rendering pages with a template took.
#[derive(Clone, Debug)]
pub struct TemplateTime {
    /// The template: `body.html`.
    pub template: &'static str,
    /// How many pages were rendered with it.
    pub pages: usize,
    /// The sum of what each of them took, measured as in [`FileTime::time`].
    pub total: Duration,
    /// The page that took longest.
    pub slowest: OutputPath,
    /// What that page took.
    pub most: Duration,
}

//! Whether two outputs of one site say the same: what the sources say of a body or an organization is looked
//! for in the words of both its pages.

pub mod expected;
mod visible;

use std::fs;
use std::path::Path;

use crate::hugo::{Fallible, Kind, Sources, Thing};
use expected::Backlinks;

/// So many bodies and as many organizations are looked at, spread over all.
const SAMPLE: usize = 150;

/// What is missing is not told more often.
const TOLD: usize = 12;

/// What was looked at.
pub struct Compared {
    pub pages: usize,
    pub facts: usize,
}

/// Looks for the facts of a sample in all outputs, each with its name.
///
/// # Errors
/// Facts are missing: which, and from which page of which output.
pub fn compare(sources: &Sources, outputs: &[(&str, &Path)]) -> Fallible<Compared> {
    let backlinks = Backlinks::new(&sources.index);
    let sample: Vec<&Thing> = [Kind::Body, Kind::Organization]
        .into_iter()
        .flat_map(|kind| spread(sources, kind))
        .collect();
    let (mut facts, mut missing) = (0, Vec::new());
    for thing in &sample {
        let expected = expected::of(thing, &sources.index, &backlinks);
        facts += expected.len();
        for (name, out) in outputs {
            let words = words(out, thing)?;
            let lost = expected
                .iter()
                .filter(|fact| !words.contains(fact.as_str()));
            missing
                .extend(lost.map(|fact| format!("{name}: {}/ does not say `{fact}`", thing.path)));
        }
    }
    if missing.is_empty() {
        return Ok(Compared {
            pages: sample.len(),
            facts,
        });
    }
    let count = missing.len();
    missing.truncate(TOLD);
    Err(format!("{count} facts are missing:\n{}", missing.join("\n")).into())
}

fn spread(sources: &Sources, kind: Kind) -> Vec<&Thing> {
    let all: Vec<&Thing> = sources
        .index
        .things()
        .iter()
        .filter(|it| it.kind == kind)
        .collect();
    let every = all.len().div_ceil(SAMPLE).max(1);
    all.into_iter().step_by(every).collect()
}

/// The words of a page, and of those on which its lists go on (`2/`, `3/` …).
fn words(out: &Path, thing: &Thing) -> Fallible<String> {
    let folder = out.join(thing.path.trim_start_matches('/'));
    let read = |path: &Path| {
        let html = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
        html.map(|html| visible::words(&html))
    };
    let mut words = read(&folder.join("index.html"))?;
    for number in 2.. {
        let next = folder.join(number.to_string()).join("index.html");
        if !next.exists() {
            break;
        }
        words.push(' ');
        words.push_str(&read(&next)?);
    }
    Ok(words)
}

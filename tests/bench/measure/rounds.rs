//! Rounds of whole programs on one site: in each, everything once, one right after the other, so that what
//! else the machine does meets all of them.

use std::fs;
use std::path::Path;

use super::child::{self, Task};
use super::edits::{self, Edit};
use super::limit::files;
use super::program::{self, Run};
use super::served::{self, Waits};
use super::site::Site;
use super::{Done, Fallible};
use crate::compare::{self, Compared};
use crate::generate::{More, Request};
use crate::hugo::Sources;

/// Times in milliseconds of one round.
#[derive(Clone, Debug)]
pub struct Round {
    /// Reading the sources and writing the site.
    pub limit: f64,
    /// A first build.
    pub build: Run,
    /// The same of the site with many warnings.
    pub dirty: Run,
    /// A check.
    pub check: Run,
    /// A build after which nothing is another.
    pub nothing: Run,
    /// A build after an edit of the text of a body.
    pub one: Run,
    /// Hugo, where it is there.
    pub hugo: Option<Run>,
}

/// What an output is made of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Size {
    pub pages: usize,
    pub files: usize,
    pub megabytes: f64,
}

/// What came of all rounds.
pub struct Measured {
    pub request: Request,
    pub rounds: Vec<Round>,
    pub size: Size,
    /// What Hugo wrote, and what was found in both outputs.
    pub hugo: Option<(Size, Compared)>,
    /// What somebody waits for who looks at the site while it is served: without warnings, and with many.
    pub waits: [Waits; 2],
}

/// So many warnings has each body of the site with many.
const WARNINGS: usize = 10;

/// Measures a site, so many times. Without Hugo if it is not there or not wanted.
pub fn measure(request: Request, within: &Path, repeat: usize, hugo: bool) -> Fallible<Measured> {
    let site = Site::new(request, within)?;
    let more = More {
        warnings: WARNINGS,
        ..request.more
    };
    let dirty = Site::new(Request { more, ..request }, within)?;
    site.without_search()?;
    dirty.without_search()?;
    let (out, peer) = (site.beside("out"), site.beside("hugo"));
    let sources = if hugo {
        Some(write_for_hugo(request, &peer)?)
    } else {
        None
    };
    let edit = edits::text(&site.root(), request.bodies)?;
    let mut rounds = Vec::new();
    for number in 1..=repeat {
        eprintln!("{} bodies, round {number} of {repeat} …", request.bodies);
        rounds.push(round(&site, &dirty, &edit, number, hugo)?);
    }
    let compared = match &sources {
        Some(sources) => {
            let outputs = [("raccordo", out.as_path()), ("hugo", &peer.join("public"))];
            let compared = compare::compare(sources, &outputs)?;
            Some((self::size(&peer.join("public"))?, compared))
        }
        None => None,
    };
    let size = size(&out)?;
    Ok(Measured {
        request,
        rounds,
        size,
        waits: [
            served::waits(&site, repeat)?,
            served::waits(&dirty, repeat)?,
        ],
        hugo: compared,
    })
}

fn round(site: &Site, dirty: &Site, edit: &Edit, number: usize, hugo: bool) -> Fallible<Round> {
    let (root, out, peer) = (site.root(), site.beside("out"), site.beside("hugo"));
    site.forget()?;
    let check = program::check(&root)?;
    site.forget()?;
    let build = program::build(&root, &out)?;
    let nothing = program::build(&root, &out)?;
    edit.make(number)?;
    let one = program::build(&root, &out)?;
    edit.take_back()?;
    // The bytes that are compared and written again are those of the site as it was made.
    program::build(&root, &out)?;
    dirty.forget()?;
    let with_warnings = program::build(&dirty.root(), &dirty.beside("out"))?;
    let limit = child::measure(Task::Limit, site, &out, 1)?.total;
    let hugo = hugo
        .then(|| program::hugo(&peer, &peer.join("public"), &site.beside("hugo-cache")))
        .transpose()?;
    Ok(Round {
        limit,
        build,
        dirty: with_warnings,
        check,
        nothing,
        one,
        hugo,
    })
}

fn write_for_hugo(request: Request, folder: &Path) -> Fallible<Sources> {
    let sources = Sources::new(request)?;
    sources.write(&mut |path, bytes| {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, bytes)
    })?;
    Ok(sources)
}

/// Writes the site for Hugo of this request, and nothing else.
pub fn hugo_site(request: Request, folder: &Path) -> Done {
    write_for_hugo(request, folder).map(drop)
}

/// What an output is made of.
pub fn size(out: &Path) -> Fallible<Size> {
    let files = files(out)?;
    let pages = files
        .iter()
        .filter(|(path, _)| path.extension().is_some_and(|it| it == "html"));
    Ok(Size {
        pages: pages.count(),
        files: files.len(),
        megabytes: files.iter().map(|(_, size)| size).sum::<u64>() as f64 / 1e6,
    })
}

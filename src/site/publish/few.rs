//! Publishing a few files: the spare tree is brought up to date and swapped in without a walk.
//!
//! Whatever is not as expected is an error here, and no more than that: the whole way follows then.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, DirBuilder};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::given::{Changes, Digests};
use super::manifest::{self, Manifest};
use super::place::Place;
use super::plan::{folders_of, os_str};
use super::spare::{link, write, write_bytes};
use super::swap;
use super::tree::{Kind, at, leads_out};
use super::twin::Twin;
use crate::base::output::{Output, OutputPath};

/// Publishes the changes of the site with these files. Gives the digests of what was written.
///
/// # Errors
/// Anything surprising. The site is then as it was; the spare tree may be half done.
pub(super) fn publish(
    place: &Place,
    twin: &mut Twin,
    site: &Digests,
    changes: &Changes,
) -> io::Result<Digests> {
    let (out, spare) = (&place.out, &place.spare());
    twin.check(out, spare)?;
    let (manifest_path, manifest) = (manifest::path(), twin.manifest.after(site, changes));
    let changed_manifest = manifest.as_ref().map(|_| &manifest_path);
    let is_changed =
        |path: &OutputPath| changes.contains_key(path) || changed_manifest == Some(path);

    let stale: BTreeSet<&OutputPath> = twin
        .behind
        .iter()
        .chain(changes.keys())
        .chain(changed_manifest)
        .collect();
    let stays = |path: &OutputPath| site.contains_key(path) || *path == manifest_path;
    let links = twin
        .behind
        .iter()
        .filter(|path| !is_changed(path) && stays(path));
    let puts = changes.values().flatten().map(Step::Put);
    let text = manifest.iter().map(|it| Step::List(&manifest_path, it));
    let steps: Vec<Step<'_>> = links.map(Step::Link).chain(puts).chain(text).collect();

    check_live(out, site, changes)?;
    let folders = folders_of(stale.iter().map(|path| os_str(path)));
    if leads_out(out, &folders) || leads_out(spare, &folders) {
        return Err(surprise());
    }
    let needed = folders_of(steps.iter().map(|step| os_str(step.path())));
    clear(spare, &stale, &folders, &needed)?;
    let new_folders = make_folders(spare, &needed)?;
    let written = make(out, spare, &steps)?;
    allow_as(out, spare, &new_folders)?;

    let behind = changes.keys().chain(changed_manifest).cloned().collect();
    twin.worked_on(spare)?;
    swap::swap(place, false).map_err(|_| surprise())?;
    twin.swapped(behind, manifest);
    Ok(written)
}

/// One file of the spare tree.
enum Step<'a> {
    /// The live file.
    Link(&'a OutputPath),
    /// New bytes.
    Put(&'a Output),
    /// The manifest.
    List(&'a OutputPath, &'a Manifest),
}

impl Step<'_> {
    fn path(&self) -> &OutputPath {
        match self {
            Step::Link(path) | Step::List(path, _) => path,
            Step::Put(output) => &output.path,
        }
    }
}

/// The live tree must have the files that are to change, and none where new ones come.
fn check_live(out: &Path, site: &Digests, changes: &Changes) -> io::Result<()> {
    let is_as_known = |path: &OutputPath| match fs::symlink_metadata(at(out, os_str(path))) {
        Ok(metadata) => metadata.is_file() && site.contains_key(path),
        Err(_) => !site.contains_key(path),
    };
    if changes.keys().all(is_as_known) {
        Ok(())
    } else {
        Err(surprise())
    }
}

/// Removes files, then the folders in which nothing is or will be.
fn clear(
    spare: &Path,
    stale: &BTreeSet<&OutputPath>,
    folders: &BTreeSet<&OsStr>,
    needed: &BTreeSet<&OsStr>,
) -> io::Result<()> {
    use io::ErrorKind::{DirectoryNotEmpty, NotADirectory, NotFound};
    let stale: Vec<&OutputPath> = stale.iter().copied().collect();
    all(&stale, |path| {
        let file = at(spare, os_str(path));
        match fs::remove_file(&file) {
            Err(error) if matches!(error.kind(), NotFound | NotADirectory) => Ok(()),
            // What is in it goes with its own path.
            Err(_) if file.is_dir() => Ok(()),
            done => done,
        }
    })?;
    for folder in folders.iter().rev().filter(|path| !needed.contains(*path)) {
        match fs::remove_dir(at(spare, folder)) {
            Err(error) if matches!(error.kind(), NotFound | NotADirectory | DirectoryNotEmpty) => {}
            done => done?,
        }
    }
    Ok(())
}

/// Makes the folders that are missing, and says which.
fn make_folders<'a>(spare: &Path, needed: &BTreeSet<&'a OsStr>) -> io::Result<Vec<&'a OsStr>> {
    let mut made = Vec::new();
    for path in needed {
        let folder = at(spare, path);
        match fs::symlink_metadata(&folder) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => return Err(surprise()),
            Err(_) => {
                DirBuilder::new().create(folder)?;
                made.push(*path);
            }
        }
    }
    Ok(made)
}

fn make(out: &Path, spare: &Path, steps: &[Step<'_>]) -> io::Result<Digests> {
    let make = |step: &Step<'_>| {
        let path = step.path();
        let to = at(spare, os_str(path));
        match step {
            Step::Link(_) => link(&at(out, os_str(path)), &to, Kind::File).map(|()| None),
            Step::List(_, manifest) => write_bytes(&to, manifest.bytes()).map(|()| None),
            Step::Put(output) => match write(&to, &output.content, output.digest) {
                Ok(digest) => Ok(Some((path.clone(), digest))),
                Err(_) => Err(surprise()),
            },
        }
    };
    Ok(all(steps, make)?.into_iter().flatten().collect())
}

/// Does the same with all of them; side by side where they are many.
fn all<T: Sync, R: Send>(
    of: &[T],
    act: impl Fn(&T) -> io::Result<R> + Send + Sync,
) -> io::Result<Vec<R>> {
    // Waking the pool takes longer than what is to be done with a few files.
    const FEW: usize = 16;
    if of.len() <= FEW {
        of.iter().map(act).collect()
    } else {
        of.par_iter().map(act).collect()
    }
}

/// Gives new folders the permissions that they have in the live tree, the inner ones first.
fn allow_as(out: &Path, spare: &Path, folders: &[&OsStr]) -> io::Result<()> {
    for path in folders.iter().rev() {
        if let Ok(metadata) = fs::symlink_metadata(at(out, path))
            && metadata.is_dir()
        {
            fs::set_permissions(at(spare, path), metadata.permissions())?;
        }
    }
    Ok(())
}

fn surprise() -> io::Error {
    io::ErrorKind::Other.into()
}

//! The limit: what reading the sources and writing the site take when nothing is done between.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use walkdir::WalkDir;

use super::{Fallible, ms};

/// Files are held in memory no more than so many bytes at a time.
const PORTION: u64 = 256 << 20;

/// Finds and reads the sources of a site and writes the files that were built of them (in `out`) into a
/// fresh folder, folders made included, on two threads. The time in milliseconds; reading what is to be
/// written does not count. Files are in the cache of the system before and after, as they are in a build.
pub fn limit(root: &Path, out: &Path, fresh: &Path) -> Fallible<f64> {
    let started = Instant::now();
    let sources: Vec<PathBuf> = files(root)?.into_iter().map(|(path, _)| path).collect();
    in_two(&sources, |path| fs::read(path).map(drop))?;
    let mut total = ms(started.elapsed());
    let mut folders = BTreeSet::new();
    for portion in portions(files(out)?) {
        let read = |path: &PathBuf| -> Fallible<(PathBuf, Vec<u8>)> {
            Ok((fresh.join(path.strip_prefix(out)?), fs::read(path)?))
        };
        let contents = portion.iter().map(read).collect::<Fallible<Vec<_>>>()?;
        let started = Instant::now();
        for folder in contents.iter().filter_map(|(path, _)| path.parent()) {
            if folders.insert(folder.to_owned()) {
                fs::create_dir_all(folder)?;
            }
        }
        in_two(&contents, |(path, bytes)| fs::write(path, bytes))?;
        total += ms(started.elapsed());
    }
    Ok(total)
}

/// The files below a folder and their sizes.
pub fn files(folder: &Path) -> Fallible<Vec<(PathBuf, u64)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let size = entry.metadata()?.len();
            files.push((entry.into_path(), size));
        }
    }
    Ok(files)
}

fn portions(files: Vec<(PathBuf, u64)>) -> Vec<Vec<PathBuf>> {
    let mut portions = vec![Vec::new()];
    let mut held = 0;
    for (path, size) in files {
        if held > PORTION {
            portions.push(Vec::new());
            held = 0;
        }
        held += size;
        portions
            .last_mut()
            .into_iter()
            .for_each(|portion| portion.push(path.clone()));
    }
    portions
}

/// Does something with each, on two threads.
fn in_two<T: Sync>(
    items: &[T],
    act: impl Fn(&T) -> std::io::Result<()> + Sync,
) -> std::io::Result<()> {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            act(item)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let other = scope.spawn(work);
        let own = work();
        other
            .join()
            .unwrap_or_else(|_| Err(std::io::Error::other("a thread has failed")))
            .and(own)
    })
}

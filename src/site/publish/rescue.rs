//! Brings back foreign files that went away with a swapped tree.
//!
//! An update that is known does not walk the live tree. A file that somebody put deep into it since the last walk
//! is then swapped away with it, and would be lost in the spare tree.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;

use super::tree::{Kind, Scope, Tree, at};
use crate::site::own_files;

/// Links what is in `spare`, is not in `out` and is not `expected` into `out`. Nothing there is replaced.
///
/// A file that cannot be linked stays in `spare` until that is brought up to date.
pub(super) fn rescue(spare: &Path, out: &Path, expected: impl Fn(&OsStr) -> bool) {
    // Without the output folder there is nothing to complete.
    let (true, Ok(tree)) = (out.is_dir(), Tree::read(spare, &Scope::Everything)) else {
        return;
    };
    let files = tree.iter().filter(|(_, entry)| entry.kind != Kind::Folder);
    for (path, _) in files.filter(|(path, _)| !expected(path)) {
        let file = at(out, path);
        if make_folders(out, path).is_ok() {
            let _ = fs::hard_link(at(spare, path), file);
        }
    }
}

/// Makes the folders of an entry of `out`. Fails where a link is in the place of one.
fn make_folders(out: &Path, path: &OsStr) -> io::Result<()> {
    let folders = Path::new(path).ancestors().skip(1);
    let mut folders: Vec<&Path> = folders.collect();
    folders.reverse();
    let mut folders = folders.into_iter();
    folders.try_for_each(|folder| own_files::create_folder(&out.join(folder)))
}

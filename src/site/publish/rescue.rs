//! Brings back foreign files that went away with a swapped tree.
//!
//! An update that is known does not walk the live tree. A file that somebody put deep into it since the last walk
//! is then swapped away with it, and would be lost in the spare tree.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use super::tree::{Kind, Scope, Tree, at};

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
        if let Some(folder) = file.parent() {
            let _ = fs::create_dir_all(folder);
        }
        let _ = fs::hard_link(at(spare, path), file);
    }
}

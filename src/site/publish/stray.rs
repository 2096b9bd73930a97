//! Foreign files that went away with a swapped tree come back.
//!
//! An update of few files does not walk the live tree. A file that somebody put deep into it meanwhile
//! becomes part of the spare tree, and would be lost there.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use super::tree::{Kind, Tree, at};

/// Puts what is in `spare`, is not in `out` and is not `expected` back into `out`. Nothing there is replaced.
pub(super) fn bring_back(spare: &Path, out: &Path, expected: impl Fn(&OsStr) -> bool) {
    // Without the folder there is nothing to complete; a failure leaves the file where it is until the next try.
    let (true, Ok(tree)) = (out.is_dir(), Tree::scan(spare)) else {
        return;
    };
    for (path, entry) in tree.iter() {
        if entry.kind == Kind::Folder || expected(path) {
            continue;
        }
        if let Some(folder) = at(out, path).parent() {
            let _ = fs::create_dir_all(folder);
        }
        let _ = fs::hard_link(at(spare, path), at(out, path));
    }
}

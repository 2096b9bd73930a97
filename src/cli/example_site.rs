//! The example site: a small, fictitious, complete province that shows every feature. `init --example` writes it, and the
//! examples of the guide are pieces of it.

use include_dir::{Dir, include_dir};

static SITE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init/example");

pub(super) fn files() -> Vec<(String, &'static [u8])> {
    let mut found = Vec::new();
    let mut folders = vec![&SITE];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        found.extend(folder.files().map(|file| {
            let names = file.path().iter().map(|name| name.to_string_lossy());
            (names.collect::<Vec<_>>().join("/"), file.contents())
        }));
    }
    // Building the folder where it is leaves hidden files of the program.
    found.retain(|(path, _)| !path.starts_with('.'));
    found.sort();
    found
}

pub(super) fn texts() -> impl Iterator<Item = (String, &'static str)> {
    let files = files().into_iter();
    files.filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)))
}

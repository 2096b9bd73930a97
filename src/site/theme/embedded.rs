//! The embedded theme: a site needs no `themes/` folder to start.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::base::source::{SourceFile, SourcePath};

/// The name of the embedded theme.
pub(super) const NAME: &str = "civico";

static CIVICO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/civico");

/// Adds the files of the embedded theme to those of the site, unless the site has a theme of the same name.
pub fn add_embedded(themes: &mut BTreeMap<SourcePath, SourceFile>) {
    let prefix = format!("themes/{NAME}/");
    if themes.keys().any(|path| path.as_str().starts_with(&prefix)) {
        return;
    }
    let mut folders = vec![&CIVICO];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        themes.extend(folder.files().map(|file| {
            let names = file.path().iter().map(|name| name.to_string_lossy());
            let path = SourcePath::new(&format!("{prefix}{}", names.collect::<Vec<_>>().join("/")));
            (
                path.clone(),
                SourceFile::new(path, file.contents().to_vec()),
            )
        }));
    }
}

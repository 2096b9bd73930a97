//! The theme that is always there: a site needs no `themes/` to start.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::base::source::{SourceFile, SourcePath};

/// Its name.
pub(super) const NAME: &str = "civico";

static CIVICO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/civico");

/// Adds its files as if they were the site's, unless the site has a theme of this name.
pub fn add_embedded(themes: &mut BTreeMap<SourcePath, SourceFile>) {
    let prefix = format!("themes/{NAME}/");
    if themes.keys().any(|path| path.as_str().starts_with(&prefix)) {
        return;
    }
    let mut folders = vec![&CIVICO];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let parts: Vec<_> = file
                .path()
                .iter()
                .map(|part| part.to_string_lossy())
                .collect();
            let path = SourcePath::new(&format!("{prefix}{}", parts.join("/")));
            themes.insert(
                path.clone(),
                SourceFile::new(path, file.contents().to_vec()),
            );
        }
    }
}

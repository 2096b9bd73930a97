//! Generated sites on disk, removed after use.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use walkdir::WalkDir;

use super::{Done, Fallible};
use crate::generate::{self, Request, Theme};

/// A generated site in a folder of its own.
pub struct Site {
    /// What it is.
    pub request: Request,
    folder: TempDir,
}

impl Site {
    /// Makes one, in a new folder in this one.
    pub fn new(request: Request, within: &Path) -> Fallible<Site> {
        let folder = TempDir::with_prefix_in("bench-", within)?;
        let site = Site { request, folder };
        fs::create_dir(site.root())?;
        write(request, &site.root())?;
        Ok(site)
    }

    /// Gives the site a copy of the theme that comes with the program, which can be edited.
    pub fn unpack_theme(&self) -> Done {
        if self.request.theme != Theme::Civico {
            return Ok(());
        }
        let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/civico");
        for entry in WalkDir::new(&theme) {
            let entry = entry?;
            let to = self
                .root()
                .join("themes/civico")
                .join(entry.path().strip_prefix(&theme)?);
            if entry.file_type().is_dir() {
                fs::create_dir_all(to)?;
            } else {
                fs::copy(entry.path(), to)?;
            }
        }
        Ok(())
    }

    /// The root of the site.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// A place beside it, for what is built.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// Writes a site into a folder.
pub fn write(request: Request, root: &Path) -> Done {
    let mut made = HashSet::new();
    generate::site(request, &mut |path, bytes| {
        let path = root.join(path);
        if let Some(folder) = path.parent()
            && made.insert(folder.to_owned())
        {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)
    })?;
    Ok(())
}

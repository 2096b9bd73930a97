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

    /// Turns the search off. Says what was in `site.toml` before.
    pub fn without_search(&self) -> Fallible<String> {
        let before = fs::read_to_string(self.root().join("site.toml"))?;
        self.set_settings(&format!("{before}\n[search]\nenabled = false\n"))?;
        Ok(before)
    }

    /// Writes `site.toml`.
    pub fn set_settings(&self, settings: &str) -> Done {
        Ok(fs::write(self.root().join("site.toml"), settings)?)
    }

    /// Removes what was built, and everything that a build keeps for the next.
    pub fn forget(&self) -> Done {
        let out = self.beside("out");
        if out.exists() {
            super::child::remove_built(&out)?;
        }
        super::program::remove(&self.root().join(".raccordo-cache"))
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

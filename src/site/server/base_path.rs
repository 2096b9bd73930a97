//! Finds the path within the site from the path of a request.

use percent_encoding::percent_decode_str;

use crate::base::output::OutputPath;

/// The path below which the site is served, as decoded names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BasePath(Vec<String>);

/// What the path of a request leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// A path within the site.
    Site(SitePath),
    /// The root of the host, or the base path without its `/`. Both are redirected to the site.
    Base,
    /// A path that the site cannot have.
    Nowhere,
}

/// A path below the base path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SitePath {
    /// The names of folders and file. None of them leads out of its folder.
    pub(super) names: Vec<String>,
    pub(super) is_folder: bool,
}

impl BasePath {
    pub(super) fn of(path: &str) -> BasePath {
        let names = path.split('/').filter(|name| !name.is_empty());
        let decoded = names.map(|name| percent_decode_str(name).decode_utf8_lossy().into_owned());
        BasePath(decoded.collect())
    }

    /// The address of a file of the site, from the root of the host: `/sub/novara/`.
    pub(super) fn address(&self, path: &OutputPath) -> String {
        format!("{}{}", self.root(), path.address())
    }

    /// The base path as an address: `/`, or `/sub/`.
    pub(super) fn root(&self) -> String {
        match OutputPath::file(&self.0.join("/")).href() {
            path if path.is_empty() => "/".to_owned(),
            path => format!("/{path}/"),
        }
    }

    /// Finds out where the path of a request, as it was sent, leads.
    pub(super) fn route(&self, path: &str) -> Route {
        let Some(SitePath { names, is_folder }) = SitePath::parse(path) else {
            return Route::Nowhere;
        };
        match names.strip_prefix(self.0.as_slice()) {
            Some([]) if !is_folder && !self.0.is_empty() => Route::Base,
            Some(below) => Route::Site(SitePath {
                names: below.to_vec(),
                is_folder,
            }),
            None if names.is_empty() => Route::Base,
            None => Route::Nowhere,
        }
    }
}

impl SitePath {
    /// The output at this path.
    pub(super) fn file(&self) -> OutputPath {
        OutputPath::file(&self.names.join("/"))
    }

    /// The page of the folder at this path.
    pub(super) fn page(&self) -> OutputPath {
        OutputPath::page(&self.names.join("/"))
    }

    fn parse(path: &str) -> Option<SitePath> {
        let path = path.strip_prefix('/')?;
        let (inner, is_folder) = match path.strip_suffix('/') {
            Some(inner) => (inner, true),
            None => (path, path.is_empty()),
        };
        let names = match inner {
            "" if path.is_empty() => Some(Vec::new()),
            // A redirect from `//` would lead to another host.
            "" => None,
            _ => inner.split('/').map(decode_name).collect(),
        };
        let names = names?;
        Some(SitePath { names, is_folder })
    }
}

/// Decodes the name of a file or folder. Returns `None` for what is no name on some system.
fn decode_name(part: &str) -> Option<String> {
    let name = percent_decode_str(part).decode_utf8().ok()?;
    let is_unsafe = matches!(&*name, "" | "." | "..")
        || name.contains(['/', '\0'])
        || (cfg!(windows) && name.contains(['\\', ':']));
    (!is_unsafe).then(|| name.into_owned())
}

//! From the path of a request to the place in the site.

use percent_encoding::percent_decode_str;

use crate::base::output::OutputPath;

/// The path below which the site is served: its decoded parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BasePath(Vec<String>);

/// What a path asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// This place of the site.
    Place(Place),
    /// The root of the host, or the base path without its `/`: the site begins at the base path.
    Base,
    /// Nothing that the site could have.
    Nothing,
}

/// A place below the base path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The names of folders and file, none of which leads out of its folder.
    pub(super) names: Vec<String>,
    /// Whether the path ends with `/`, as that of a folder does.
    pub(super) is_folder: bool,
}

impl BasePath {
    pub(super) fn of(path: &str) -> BasePath {
        let parts = path.split('/').filter(|part| !part.is_empty());
        BasePath(parts.map(decode_anyway).collect())
    }

    /// The address of a place of the site, from the root of the host: `/sub/novara/`.
    pub(super) fn address(&self, path: &OutputPath) -> String {
        format!("{}{}", self.root(), path.address())
    }

    /// `/`, or `/sub/`.
    pub(super) fn root(&self) -> String {
        match OutputPath::file(&self.0.join("/")).href() {
            path if path.is_empty() => "/".to_owned(),
            path => format!("/{path}/"),
        }
    }

    /// What the path of a request, as it was sent, asks for.
    pub(super) fn asked(&self, path: &str) -> Asked {
        let Some(Place { names, is_folder }) = place(path) else {
            return Asked::Nothing;
        };
        match names.strip_prefix(self.0.as_slice()) {
            Some([]) if !is_folder && !self.0.is_empty() => Asked::Base,
            Some(below) => Asked::Place(Place {
                names: below.to_vec(),
                is_folder,
            }),
            None if names.is_empty() => Asked::Base,
            None => Asked::Nothing,
        }
    }
}

fn place(path: &str) -> Option<Place> {
    let path = path.strip_prefix('/')?;
    let (inner, is_folder) = match path.strip_suffix('/') {
        Some(inner) => (inner, true),
        None => (path, path.is_empty()),
    };
    if inner.is_empty() {
        let names = Vec::new();
        // `//` is not the root: a redirect made of it would lead to another host.
        return path.is_empty().then_some(Place { names, is_folder });
    }
    let names = inner.split('/').map(name).collect::<Option<_>>()?;
    Some(Place { names, is_folder })
}

/// The name of a file or folder, if it is one on every system.
fn name(part: &str) -> Option<String> {
    let name = percent_decode_str(part).decode_utf8().ok()?;
    let leads_away = matches!(&*name, "" | "." | "..")
        || name.contains(['/', '\0'])
        || (cfg!(windows) && name.contains(['\\', ':']));
    (!leads_away).then(|| name.into_owned())
}

fn decode_anyway(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(base: &str, path: &str) -> Option<(Vec<String>, bool)> {
        match BasePath::of(base).asked(path) {
            Asked::Place(place) => Some((place.names, place.is_folder)),
            Asked::Base | Asked::Nothing => None,
        }
    }

    fn some(names: &[&str], is_folder: bool) -> Option<(Vec<String>, bool)> {
        let names = names.iter().map(|name| (*name).to_owned());
        Some((names.collect(), is_folder))
    }

    #[test]
    fn a_path_is_names_without_tricks() {
        assert_eq!(below("/", "/"), some(&[], true));
        assert_eq!(below("/", "/a%20b/%C3%A8"), some(&["a b", "è"], false));
        assert_eq!(below("/", "/a/b/"), some(&["a", "b"], true));
        for path in [
            "",
            "*",
            "//",
            "//host/a",
            "/a//b",
            "/a//",
            "/../a",
            "/a/%2e%2E/b",
            "/a%2Fb",
            "/a%00",
            "/%FF",
            "/./a",
        ] {
            assert_eq!(BasePath::of("/").asked(path), Asked::Nothing, "{path}");
        }
    }

    #[test]
    fn the_site_is_below_the_base_path() {
        assert_eq!(below("/sub", "/sub/"), some(&[], true));
        assert_eq!(below("/s%20b/", "/s b/a"), some(&["a"], false));
        for path in ["/", "/sub"] {
            assert_eq!(BasePath::of("/sub/").asked(path), Asked::Base, "{path}");
        }
        assert_eq!(BasePath::of("/sub/").asked("/subway/"), Asked::Nothing);
    }

    #[test]
    fn addresses_begin_at_the_root_of_the_host() {
        let page = OutputPath::page("a b");
        assert_eq!(BasePath::of("").address(&page), "/a%20b/");
        assert_eq!(BasePath::of("/x/è").address(&page), "/x/%C3%A8/a%20b/");
    }
}

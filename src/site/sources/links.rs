//! The symbolic links of a site: which paths they lead over, so that a change there is seen here.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::ops::Bound;
use std::path::{Component, Path, PathBuf};

/// How many links may lead to links before the way is given up; Linux follows as many.
const MOST: usize = 40;

/// A symbolic link that a site shows.
pub(super) struct Link {
    /// Where the site shows it, from the root.
    pub(super) path: PathBuf,
    /// What it depends on, absolute and without links: each further link on the way, then what is at
    /// the end of it, or where the way breaks off.
    pub(super) way: Vec<PathBuf>,
    /// What it leads to, if anything.
    pub(super) target: Option<PathBuf>,
}

impl Link {
    /// Follows the link of this name in a folder whose path has no links.
    pub(super) fn follow(path: PathBuf, folder: &Path, name: &OsStr) -> Link {
        let mut way = Vec::new();
        let mut real = folder.to_owned();
        let mut ahead = vec![name.to_owned()];
        while let Some(part) = ahead.pop() {
            if part == ".." {
                real.pop();
                continue;
            }
            real.push(part);
            match fs::symlink_metadata(&real) {
                Err(_) => break,
                Ok(metadata) if metadata.is_symlink() => {
                    let Ok(target) = fs::read_link(&real) else {
                        break;
                    };
                    way.push(real.clone());
                    if way.len() > MOST {
                        break;
                    }
                    real.pop();
                    ahead.extend(parts(&target).into_iter().rev());
                }
                Ok(_) => {}
            }
        }
        way.push(real);
        Link {
            path,
            way,
            target: folder.join(name).canonicalize().ok(),
        }
    }
}

fn parts(path: &Path) -> Vec<OsString> {
    path.components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| part.as_os_str().to_owned())
        .collect()
}

/// The links of a site, found by what they depend on.
#[derive(Default)]
pub(super) struct Links {
    ways: BTreeMap<PathBuf, Vec<PathBuf>>,
    by_way: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
}

impl Links {
    /// Adds a link.
    pub(super) fn add(&mut self, link: Link) {
        self.remove(&link.path);
        for place in &link.way {
            let shown = self.by_way.entry(place.clone()).or_default();
            shown.insert(link.path.clone());
        }
        self.ways.insert(link.path, link.way);
    }

    /// Forgets the link at a path and those below it.
    pub(super) fn remove_below(&mut self, path: &Path) {
        let below: Vec<PathBuf> = below(&self.ways, path).cloned().collect();
        below.iter().for_each(|path| self.remove(path));
    }

    /// Where the site shows what is at a real path, or what depends on it: paths from the root.
    pub(super) fn showing(&self, real: &Path) -> BTreeSet<PathBuf> {
        let mut shown = BTreeSet::new();
        for above in real.ancestors() {
            let links = self.by_way.get(above).into_iter().flatten();
            let rest = real.strip_prefix(above).unwrap_or(Path::new(""));
            shown.extend(links.map(|link| match rest.as_os_str().is_empty() {
                true => link.clone(),
                false => link.join(rest),
            }));
        }
        shown.extend(
            below(&self.by_way, real)
                .flat_map(|place| self.by_way.get(place).into_iter().flatten().cloned()),
        );
        shown
    }

    /// Each link, and what it depends on.
    pub(super) fn ways(&self) -> impl Iterator<Item = (&PathBuf, &PathBuf)> {
        self.ways
            .iter()
            .flat_map(|(link, way)| way.iter().map(move |place| (link, place)))
    }

    fn remove(&mut self, path: &Path) {
        for place in self.ways.remove(path).unwrap_or_default() {
            if let Some(shown) = self.by_way.get_mut(&place) {
                shown.remove(path);
                if shown.is_empty() {
                    self.by_way.remove(&place);
                }
            }
        }
    }
}

/// The keys that are this path or lie below it.
pub(super) fn below<'a, T>(
    map: &'a BTreeMap<PathBuf, T>,
    path: &'a Path,
) -> impl Iterator<Item = &'a PathBuf> {
    map.range::<Path, _>((Bound::Included(path), Bound::Unbounded))
        .map(|(key, _)| key)
        .take_while(move |key| key.starts_with(path))
}

/// A path without links, as far as it exists; its own last part is not followed.
pub(super) fn real(path: &Path) -> PathBuf {
    let above = path.ancestors().skip(1);
    let known = above
        .filter_map(|above| Some((above.canonicalize().ok()?, path.strip_prefix(above).ok()?)))
        .next();
    known.map_or_else(|| path.to_owned(), |(real, rest)| real.join(rest))
}

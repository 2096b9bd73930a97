//! The symbolic links of a site and the paths that they depend on, so that a change there is found.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::ops::Bound;
use std::path::{Component, Path, PathBuf};

/// The number of links that are followed from one link. It is that of Linux.
const MAX_LINK_HOPS: usize = 40;

/// A symbolic link of a site.
pub(super) struct Link {
    /// Its site path.
    pub(super) path: PathBuf,
    /// The paths that it depends on, absolute and resolved: each link that is followed, then the target, or the first
    /// path that does not exist.
    pub(super) dependencies: Vec<PathBuf>,
    /// The target, if it exists.
    pub(super) target: Option<PathBuf>,
}

impl Link {
    /// Follows the link of this name in a folder whose path is resolved.
    pub(super) fn follow(path: PathBuf, folder: &Path, name: &OsStr) -> Link {
        let mut dependencies = Vec::new();
        let mut real = folder.to_owned();
        let mut remaining = vec![name.to_owned()];
        while let Some(part) = remaining.pop() {
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
                    dependencies.push(real.clone());
                    if dependencies.len() > MAX_LINK_HOPS {
                        break;
                    }
                    real.pop();
                    remaining.extend(parts(&target).into_iter().rev());
                }
                Ok(_) => {}
            }
        }
        dependencies.push(real);
        Link {
            path,
            dependencies,
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

/// The links of a site, and an index by what they depend on.
#[derive(Default)]
pub(super) struct Links {
    /// The dependencies of each link, by its site path.
    dependencies: BTreeMap<PathBuf, Vec<PathBuf>>,
    /// The site paths of the links that depend on a path.
    dependents: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
}

impl Links {
    /// Adds a link.
    pub(super) fn add(&mut self, link: Link) {
        self.remove(&link.path);
        for target in &link.dependencies {
            let dependents = self.dependents.entry(target.clone()).or_default();
            dependents.insert(link.path.clone());
        }
        self.dependencies.insert(link.path, link.dependencies);
    }

    /// Removes the link at a site path and those below it.
    pub(super) fn remove_below(&mut self, path: &Path) {
        let below: Vec<PathBuf> = below(&self.dependencies, path).cloned().collect();
        below.iter().for_each(|path| self.remove(path));
    }

    /// The site paths, over links, of the file at a resolved path and of everything below it.
    pub(super) fn site_paths(&self, real_path: &Path) -> BTreeSet<PathBuf> {
        let mut site_paths = BTreeSet::new();
        for ancestor in real_path.ancestors() {
            let links = self.dependents.get(ancestor).into_iter().flatten();
            let rest = real_path.strip_prefix(ancestor).unwrap_or(Path::new(""));
            site_paths.extend(links.map(|link| match rest.as_os_str().is_empty() {
                true => link.clone(),
                false => link.join(rest),
            }));
        }
        let targets_below = below(&self.dependents, real_path);
        site_paths.extend(
            targets_below.flat_map(|it| self.dependents.get(it).into_iter().flatten().cloned()),
        );
        site_paths
    }

    /// Each link with each path that it depends on.
    pub(super) fn dependencies(&self) -> impl Iterator<Item = (&PathBuf, &PathBuf)> {
        self.dependencies
            .iter()
            .flat_map(|(link, targets)| targets.iter().map(move |target| (link, target)))
    }

    fn remove(&mut self, path: &Path) {
        for target in self.dependencies.remove(path).unwrap_or_default() {
            if let Some(dependents) = self.dependents.get_mut(&target) {
                dependents.remove(path);
                if dependents.is_empty() {
                    self.dependents.remove(&target);
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

/// Resolves the links in a path. The part of the path that does not exist stays as it is.
pub fn resolve(path: &Path) -> PathBuf {
    let existing = path
        .ancestors()
        .find_map(|above| Some((above.canonicalize().ok()?, path.strip_prefix(above).ok()?)));
    existing.map_or_else(|| path.to_owned(), |(real, rest)| real.join(rest))
}

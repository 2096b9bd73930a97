//! The symbolic links of a site and the paths that they depend on, so that a change there is found.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::ops::Bound;
use std::path::{Component, Path, PathBuf};

use super::names;
use super::skipped::Skipped;

/// The number of links that are followed from one link. It is that of Linux.
const MAX_LINK_HOPS: usize = 40;

/// A symbolic link of a site.
pub(super) struct Link {
    /// Its site path.
    path: PathBuf,
    /// The paths that it depends on, absolute and without links: each link that is followed, then the target, or the
    /// first path that does not exist.
    dependencies: Vec<PathBuf>,
    /// The target, if the link may be followed.
    target: Option<PathBuf>,
}

impl Link {
    /// Follows the link at an absolute path, in whose folder there is no link. At each step it must stay in the folder
    /// `boundary`, and nothing on the way may be hidden: what is hidden is not meant for readers.
    pub(super) fn follow(
        path: PathBuf,
        boundary: &Path,
        link: &Path,
    ) -> (Link, Result<PathBuf, Skipped>) {
        let mut dependencies = Vec::new();
        let target = follow(boundary, link, &mut dependencies);
        let link = Link {
            path,
            dependencies,
            target: target.as_ref().ok().cloned(),
        };
        (link, target)
    }
}

fn follow(
    boundary: &Path,
    link: &Path,
    dependencies: &mut Vec<PathBuf>,
) -> Result<PathBuf, Skipped> {
    let mut real = link.parent().unwrap_or(link).to_owned();
    let mut remaining: Vec<OsString> = link.file_name().map(OsStr::to_owned).into_iter().collect();
    while let Some(part) = remaining.pop() {
        if part == ".." {
            if real == boundary {
                return Err(Skipped::Unreadable("detail-outside"));
            }
            real.pop();
            continue;
        }
        if !names::is_visible(&part) {
            return Err(Skipped::Unreadable("detail-hidden"));
        }
        real.push(part);
        let metadata = match fs::symlink_metadata(&real) {
            Ok(metadata) => metadata,
            Err(error) => {
                dependencies.push(real);
                return Err(Skipped::from_io(&error));
            }
        };
        if metadata.is_symlink() {
            dependencies.push(real.clone());
            if dependencies.len() > MAX_LINK_HOPS {
                return Err(Skipped::Unreadable("detail-loop"));
            }
            let target = fs::read_link(&real).map_err(|error| Skipped::from_io(&error))?;
            // An absolute path leads elsewhere on the next computer, if not on this one.
            remaining.extend(parts(&target)?.into_iter().rev());
            real.pop();
        }
    }
    dependencies.push(real.clone());
    Ok(real)
}

/// The parts of a relative path.
fn parts(path: &Path) -> Result<Vec<OsString>, Skipped> {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir | Component::Normal(_) => parts.push(part.as_os_str().to_owned()),
            Component::RootDir | Component::Prefix(_) => {
                return Err(Skipped::Unreadable("detail-outside"));
            }
        }
    }
    Ok(parts)
}

/// The links of a site, and an index by what they depend on.
#[derive(Default)]
pub(super) struct Links {
    /// The dependencies of each link, by its site path.
    dependencies: BTreeMap<PathBuf, Vec<PathBuf>>,
    /// The targets of the links that may be followed, by site path.
    targets: BTreeMap<PathBuf, PathBuf>,
    /// The site paths of the links that depend on a path.
    dependents: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
}

impl Links {
    pub(super) fn add(&mut self, link: Link) {
        self.remove(&link.path);
        for target in &link.dependencies {
            let dependents = self.dependents.entry(target.clone()).or_default();
            dependents.insert(link.path.clone());
        }
        if let Some(target) = link.target {
            self.targets.insert(link.path.clone(), target);
        }
        self.dependencies.insert(link.path, link.dependencies);
    }

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

    /// The absolute path, without links, of the file at a site path.
    pub(super) fn real_path(&self, root: &Path, site_path: &Path) -> PathBuf {
        // The path of a target has no links, so only the last link on the way counts.
        let on_the_way = site_path
            .ancestors()
            .take_while(|_| !self.targets.is_empty());
        let linked = on_the_way.into_iter().find_map(|above| {
            let rest = site_path.strip_prefix(above).ok()?;
            let target = self.targets.get(above)?;
            Some(match rest.as_os_str().is_empty() {
                true => target.clone(),
                false => target.join(rest),
            })
        });
        linked.unwrap_or_else(|| root.join(site_path))
    }

    fn remove(&mut self, path: &Path) {
        self.targets.remove(path);
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

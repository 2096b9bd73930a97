//! The last commits, with what each changed in the texts of a site: what feeds tell besides the content.
//!
//! One walk lists the changes, and one more reads the versions of the files that differ. Both are bounded, so that a
//! first build of a large site with a long history reads no more of it than a feed can show.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::commits::{self, Head, PATIENCE_FOR_HISTORY};
use super::git::{Git, NoAnswer};
use super::names::CONTENT_FOLDER;
use super::repository::Repository;
use super::revisions::{is_source, is_text};
use crate::base::source::{CommitStamp, SourceFile, SourcePath};

/// The most changes of texts that are listed. A commit is listed with all of its changes, or not at all.
const MAX_CHANGES: usize = 1_000;

/// The most bytes of their versions, together.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// The last commits of a site.
#[derive(Debug, Default)]
pub struct RecentCommits {
    /// The commits that changed texts, in the line of first parents, the last one first. The one in which the site
    /// began is not among them.
    pub commits: Vec<RecentCommit>,
    /// The time of the commit in which the site began, in seconds since 1970. `None` if it is too long ago.
    pub beginning: Option<i64>,
}

/// A commit, and what it changed.
#[derive(Debug)]
pub struct RecentCommit {
    /// The hash.
    pub hash: String,
    /// When it was made. `None` if the commit does not tell.
    pub stamp: Option<CommitStamp>,
    /// The changed texts. Empty if the commit is known.
    pub changes: Vec<ChangedText>,
}

/// A text before and after a commit.
#[derive(Debug)]
pub struct ChangedText {
    /// As it was. `None` if it is new.
    pub before: Option<Arc<SourceFile>>,
    /// As it is since. `None` if it was removed.
    pub after: Option<Arc<SourceFile>>,
}

/// Reads the last commits. The texts of those that are known are not read.
pub(super) fn recent_commits(
    repository: &Repository,
    root: &Path,
    head: &Head,
    is_known: &dyn Fn(&str) -> bool,
) -> Result<RecentCommits, NoAnswer> {
    let git = Git::new(PATIENCE_FOR_HISTORY)?;
    let bare = || git.bare(&repository.objects(), &head.commit);
    let mut content = repository.path_to(root);
    content.push(CONTENT_FOLDER);
    let mut log = bare()?;
    log.args(["log", "-z", "--first-parent", "-m", "--raw", "--no-abbrev"])
        .args(["--no-renames", "--format=%x01%H %ct", &head.commit, "--"])
        .arg(&content);
    let mut listing = Listing::new(content.as_encoded_bytes());
    let is_whole = git.run(log, |field| listing.read(field))?;
    let (mut listed, beginning) = listing.finish(is_whole);
    let hashes: BTreeSet<&str> = listed.iter().flat_map(Listed::hashes).collect();
    let sizes = git.object_sizes(bare()?, &hashes)?;
    let within = within_limit(&listed, &sizes);
    let beginning = beginning.filter(|_| within == listed.len());
    listed.truncate(within);
    let wanted = listed.iter().filter(|it| !is_known(&it.hash));
    let wanted: BTreeSet<&str> = wanted.flat_map(Listed::hashes).collect();
    let blobs = git.blobs(bare()?, &wanted)?;
    let blobs = blobs.ok_or_else(|| NoAnswer::Failed("missing objects".to_owned()))?;
    let mut versions = Versions::default();
    let numbers = commits::all_numbers(&git, repository, head)?;
    let commits = listed.iter().map(|it| {
        let number = numbers.get(&it.hash).copied().unwrap_or_default();
        it.commit(number, &blobs, &mut versions)
    });
    Ok(RecentCommits {
        commits: commits.collect(),
        beginning,
    })
}

/// How many of the commits have no more bytes than may be read.
fn within_limit(listed: &[Listed], sizes: &BTreeMap<&str, u64>) -> usize {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut bytes = 0;
    for (number, commit) in listed.iter().enumerate() {
        for hash in commit.hashes() {
            if seen.insert(hash) {
                bytes += sizes.get(hash).copied().unwrap_or_default();
            }
        }
        if bytes > MAX_BYTES {
            return number;
        }
    }
    listed.len()
}

/// A commit and the versions of the texts that it changed.
struct Listed {
    hash: String,
    seconds: Option<i64>,
    /// Path, and the hashes before and after.
    changes: Vec<(SourcePath, [Option<String>; 2])>,
}

/// The versions of files by path and hash, so that each is one value, however many commits have it.
type Versions = BTreeMap<(SourcePath, String), Arc<SourceFile>>;

impl Listed {
    fn hashes(&self) -> impl Iterator<Item = &str> {
        let sides = self.changes.iter().flat_map(|(_, sides)| sides);
        sides.flatten().map(String::as_str)
    }

    fn commit(
        &self,
        number: u32,
        blobs: &BTreeMap<&str, Vec<u8>>,
        versions: &mut Versions,
    ) -> RecentCommit {
        let mut version = |path: &SourcePath, hash: &Option<String>| {
            let hash = hash.as_ref()?;
            let bytes = blobs.get(hash.as_str())?;
            let file = || Arc::new(SourceFile::new(path.clone(), bytes.clone()));
            let version = versions.entry((path.clone(), hash.clone()));
            Some(Arc::clone(version.or_insert_with(file)))
        };
        let changes = self
            .changes
            .iter()
            .map(|(path, [before, after])| ChangedText {
                before: version(path, before),
                after: version(path, after),
            });
        let changes = changes.filter(|it| it.before.is_some() || it.after.is_some());
        RecentCommit {
            hash: self.hash.clone(),
            stamp: self.seconds.map(|seconds| CommitStamp { seconds, number }),
            changes: changes.collect(),
        }
    }
}

/// Reads the fields that `git log -z --raw --format=%x01%H %ct` prints: for each commit its hash and time, then for each
/// file what it was and is, and its path.
struct Listing {
    /// The path of the site in the repository.
    site: Vec<u8>,
    commits: Vec<Listed>,
    count: usize,
    /// The versions of the file whose path comes next.
    sides: Option<[Option<String>; 2]>,
    /// Whether the last commit has too many changes.
    is_full: bool,
}

impl Listing {
    fn new(content: &[u8]) -> Listing {
        let site = content.strip_suffix(CONTENT_FOLDER.as_bytes());
        Listing {
            site: site.unwrap_or_default().to_owned(),
            commits: Vec::new(),
            count: 0,
            sides: None,
            is_full: false,
        }
    }

    /// Reads a field. Returns whether more are wanted.
    fn read(&mut self, field: &[u8]) -> bool {
        if let Some(sides) = self.sides.take() {
            self.add(field, sides);
            return true;
        }
        let text = String::from_utf8_lossy(field);
        if let Some(commit) = text.strip_prefix('\u{1}') {
            let (hash, seconds) = commit.split_once(' ').unwrap_or((commit, ""));
            self.commits.push(Listed {
                hash: hash.to_owned(),
                seconds: seconds.trim().parse().ok(),
                changes: Vec::new(),
            });
            // If no commit comes after the one that has too many changes, it is the first, and its time is the beginning.
            return !self.is_full;
        }
        self.sides = sides(text.trim_start_matches('\n'));
        true
    }

    fn add(&mut self, path: &[u8], sides: [Option<String>; 2]) {
        let path = path.strip_prefix(self.site.as_slice());
        let path = path.and_then(|path| std::str::from_utf8(path).ok());
        let path = path.filter(|path| is_source(path) && is_text(path));
        let is_file = sides.iter().any(Option::is_some);
        let is_wanted = is_file && !self.is_full;
        let Some((path, commit)) = path.zip(self.commits.last_mut()).filter(|_| is_wanted) else {
            return;
        };
        commit.changes.push((SourcePath::new(path), sides));
        self.count += 1;
        self.is_full = self.count > MAX_CHANGES;
    }

    /// The commits, and the time of the one in which the site began, if that was reached.
    fn finish(mut self, is_whole: bool) -> (Vec<Listed>, Option<i64>) {
        let last = if is_whole { self.commits.pop() } else { None };
        if self.is_full && !is_whole {
            // Without the commit that has too many changes, and the one that was read after it.
            let kept = self.commits.len().saturating_sub(2);
            self.commits.truncate(kept);
        }
        self.commits.retain(|it| !it.changes.is_empty());
        (self.commits, last.and_then(|it| it.seconds))
    }
}

/// The versions that a line such as `:100644 000000 HASH HASH D` tells of. Links have none.
fn sides(line: &str) -> Option<[Option<String>; 2]> {
    let words: Vec<&str> = line.strip_prefix(':')?.split(' ').collect();
    let [before, after, old, new, _] = *words.as_slice() else {
        return None;
    };
    let side = |mode: &str, hash: &str| mode.starts_with("100").then(|| hash.to_owned());
    Some([side(before, old), side(after, new)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(output: &str) -> (Vec<(String, usize)>, Option<i64>) {
        let mut listing = Listing::new(b"sito/content");
        let is_whole = output
            .split('\0')
            .all(|field| listing.read(field.as_bytes()));
        let (commits, beginning) = listing.finish(is_whole);
        let commits = commits.into_iter().map(|it| (it.hash, it.changes.len()));
        (commits.collect(), beginning)
    }

    fn commit(hash: &str, time: i64, files: usize) -> String {
        let file = |number| format!(":100644 100644 a b M\0sito/content/{number}.md");
        let files: Vec<String> = (0..files).map(file).collect();
        format!("\u{1}{hash} {time}\0\n{}", files.join("\0"))
    }

    #[test]
    fn the_first_commit_is_the_beginning() {
        let output = [commit("c", 30, 2), commit("b", 20, 1), commit("a", 10, 5)];
        let expected = vec![("c".to_owned(), 2), ("b".to_owned(), 1)];
        assert_eq!(read(&output.join("\0")), (expected, Some(10)));
    }

    #[test]
    fn a_large_first_commit_is_the_beginning_too() {
        let output = [commit("b", 20, 1), commit("a", 10, MAX_CHANGES)];
        assert_eq!(
            read(&output.join("\0")),
            (vec![("b".to_owned(), 1)], Some(10))
        );
    }

    #[test]
    fn a_large_commit_ends_what_is_read() {
        let large = commit("b", 20, MAX_CHANGES);
        let output = [commit("c", 30, 1), large, commit("a", 10, 1)];
        assert_eq!(read(&output.join("\0")), (vec![("c".to_owned(), 1)], None));
    }

    #[test]
    fn what_is_no_text_of_the_site_is_left_out() {
        let output = "\u{1}b 20\0\n:100644 100644 a b M\0sito/content/a.pdf\0:120000 120000 a b M\0sito/content/b.md\0:100644 100644 a b M\0altro/content/c.md\0:100644 000000 a 0 D\0sito/content/:x y.md\0\u{1}a 10";
        assert_eq!(read(output), (vec![("b".to_owned(), 1)], Some(10)));
    }
}

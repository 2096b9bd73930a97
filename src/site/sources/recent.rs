//! The last commits, with what each changed in the texts of a site: what feeds tell besides the content.
//!
//! One walk lists the changes, and one more reads the versions of the files that differ. Both are bounded, so that a
//! first build of a large site with a long history reads no more of it than a feed can show.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::commits::{self, Head, LoggedCommit, PATIENCE_FOR_HISTORY};
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
    /// The commits that changed texts, in the line of first parents, the last one first. Whoever pulls makes two lines one,
    /// of which either may have been published: both go on, each commit with its own day, and the merge brings nothing. The
    /// commit in which the site began is not among them.
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
    log.args(["log", "-z", "--topo-order", "--full-history", "--sparse"])
        .args(["--diff-merges=first-parent", "--raw", "--no-abbrev"])
        .args(["--no-renames", "--format=%x01%ct %H %P%x02%s"])
        .args([&head.commit, "--"])
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
    /// Whether it changed anything in the content.
    is_of_content: bool,
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

/// Reads the fields that `git log -z --topo-order --raw --format=%x01%ct %H %P%x02%s` prints: for each commit its time, hash,
/// parents and subject, then for each file what it was and is, and its path.
struct Listing {
    /// The path of the site in the repository.
    site: Vec<u8>,
    commits: Vec<Listed>,
    /// The hashes of those that come next in the lines. `None` before the first commit.
    next: Option<BTreeSet<String>>,
    /// Whether the changes that come next are those of the last one of `commits`.
    is_listed: bool,
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
            next: None,
            is_listed: false,
            count: 0,
            sides: None,
            is_full: false,
        }
    }

    /// Reads a field. Returns whether more are wanted.
    fn read(&mut self, field: &[u8]) -> bool {
        if let Some(sides) = self.sides.take() {
            return self.add(field, sides);
        }
        if let Some(commit) = LoggedCommit::read(field) {
            self.begin(commit);
            return true;
        }
        self.sides = sides(String::from_utf8_lossy(field).trim_start_matches('\n'));
        true
    }

    fn begin(&mut self, commit: LoggedCommit) {
        let next = self
            .next
            .get_or_insert_with(|| [commit.hash.clone()].into());
        let is_in_line = next.remove(&commit.hash);
        if is_in_line {
            let lines = if commit.is_pull { 2 } else { 1 };
            next.extend(commit.parents.into_iter().take(lines));
        }
        self.is_listed = is_in_line && !commit.is_pull;
        if self.is_listed {
            self.commits.push(Listed {
                hash: commit.hash,
                seconds: commit.seconds,
                is_of_content: false,
                changes: Vec::new(),
            });
        }
    }

    /// Adds a change. Returns whether more are wanted.
    fn add(&mut self, path: &[u8], sides: [Option<String>; 2]) -> bool {
        let Some(commit) = self.commits.last_mut().filter(|_| self.is_listed) else {
            return true;
        };
        commit.is_of_content = true;
        // The one that has too many would be the beginning, if no other came after it.
        let is_after_full = self.is_full && commit.changes.is_empty();
        let path = path.strip_prefix(self.site.as_slice());
        let path = path.and_then(|path| std::str::from_utf8(path).ok());
        let path = path.filter(|path| is_source(path) && is_text(path));
        let is_file = sides.iter().any(Option::is_some);
        if let Some(path) = path.filter(|_| is_file && !self.is_full) {
            commit.changes.push((SourcePath::new(path), sides));
            self.count += 1;
            self.is_full = self.count > MAX_CHANGES;
        }
        !is_after_full
    }

    /// The commits, and the time of the one in which the site began, if that was reached.
    fn finish(mut self, is_whole: bool) -> (Vec<Listed>, Option<i64>) {
        self.commits.retain(|it| it.is_of_content);
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
        let commits = commits.into_iter();
        let commits = commits.map(|it| (it.hash.chars().take(1).collect(), it.changes.len()));
        (commits.collect(), beginning)
    }

    /// A hash, and that of the commit before: of `b`, that of `a`.
    fn hashes(name: char) -> String {
        let before = char::from_u32(u32::from(name) - 1).unwrap_or(name);
        format!(
            "{} {}",
            name.to_string().repeat(40),
            before.to_string().repeat(40)
        )
    }

    fn commit(name: char, time: i64, files: usize) -> String {
        let file = |number| format!(":100644 100644 a b M\0sito/content/{number}.md");
        let files: Vec<String> = (0..files).map(file).collect();
        format!("\u{1}{time} {}\u{2}x\0\n{}", hashes(name), files.join("\0"))
    }

    #[test]
    fn the_first_commit_is_the_beginning() {
        let output = [commit('c', 30, 2), commit('b', 20, 1), commit('a', 10, 5)];
        let expected = vec![("c".to_owned(), 2), ("b".to_owned(), 1)];
        assert_eq!(read(&output.join("\0")), (expected, Some(10)));
    }

    #[test]
    fn a_large_first_commit_is_the_beginning_too() {
        let output = [commit('b', 20, 1), commit('a', 10, MAX_CHANGES)];
        assert_eq!(
            read(&output.join("\0")),
            (vec![("b".to_owned(), 1)], Some(10))
        );
    }

    #[test]
    fn a_large_commit_ends_what_is_read() {
        let large = commit('b', 20, MAX_CHANGES);
        let output = [commit('c', 30, 1), large, commit('a', 10, 1)];
        assert_eq!(read(&output.join("\0")), (vec![("c".to_owned(), 1)], None));
    }

    #[test]
    fn what_is_no_text_of_the_site_is_left_out() {
        let (b, a) = (hashes('b'), hashes('a'));
        let output = format!(
            "\u{1}20 {b}\0\n:100644 100644 a b M\0sito/content/a.pdf\0:120000 120000 a b M\0sito/content/b.md\0:100644 100644 a b M\0altro/content/c.md\0:100644 000000 a 0 D\0sito/content/:x y.md\0\u{1}10 {a}\0\n:100644 100644 a b A\0sito/content/a.md"
        );
        assert_eq!(read(&output), (vec![("b".to_owned(), 1)], Some(10)));
    }
}

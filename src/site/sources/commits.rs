//! The commits of a repository, as `git` tells them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::time::Duration;

use super::git::{Git, NoAnswer};
use super::names::CONTENT_FOLDER;
use super::repository::Repository;
use crate::base::source::{CommitStamp, SourcePath};

/// How long git may take to name the last commit, which it reads in two or three small files.
const PATIENCE_FOR_HEAD: Duration = Duration::from_secs(10);

/// How long git may be silent while it walks. It may have to go through a large history before it finds a file of the
/// site.
pub(super) const PATIENCE_FOR_HISTORY: Duration = Duration::from_secs(60);

/// The last commit of a working tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) commit: String,
    /// Whether the repository is a shallow clone, which has only the last part of the history.
    pub(super) is_shallow: bool,
}

/// Asks for the last commit. Returns `None` if there is none yet.
pub(super) fn head(repository: &Repository) -> Result<Option<Head>, NoAnswer> {
    let git = Git::new(PATIENCE_FOR_HEAD)?;
    let mut command = git.command(repository.git_dir());
    command.args(["rev-parse", "--quiet", "--verify", "HEAD"]);
    match git.line(command) {
        Ok(commit) if is_hash(&commit) => Ok(Some(Head {
            commit,
            is_shallow: repository.is_shallow(),
        })),
        Ok(other) => Err(NoAnswer::Failed(other)),
        // A branch has no file before its first commit. If it has one, then the file is damaged.
        Err(NoAnswer::Failed(message)) if message.is_empty() && !repository.has_branch_file() => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// The last commit of each file that the content has or had. `None` if it does not tell when it was made.
///
/// One walk back to the first commit finds them. The moment is that of a commit in the line of first parents: a merge is
/// one commit, with all that it brings. The number is the highest of all commits: whoever pulls makes the line of first
/// parents another one, with other commits in it, but all that were there stay below.
pub(super) fn last_commits(
    repository: &Repository,
    root: &Path,
    head: &Head,
) -> Result<BTreeMap<SourcePath, Option<CommitStamp>>, NoAnswer> {
    let git = Git::new(PATIENCE_FOR_HISTORY)?;
    let mut content = repository.path_to(root);
    content.push(CONTENT_FOLDER);
    let mut log = git.bare(&repository.objects(), &head.commit)?;
    // Commits without files of the content are listed, too, so that all are counted.
    log.args(["log", "-z", "--topo-order", "--full-history", "--sparse"])
        .args(["--diff-merges=first-parent", "--format=%x01%ct %H %P"])
        .args(["--name-only", "--no-renames", &head.commit, "--"])
        .arg(&content);
    let mut reader = LogReader::new(content.as_encoded_bytes());
    let mut changed: BTreeMap<SourcePath, Vec<usize>> = BTreeMap::new();
    git.run(log, |field| {
        if let Some((file, _)) = reader.read(field) {
            let last = reader.commits.len() - 1;
            changed.entry(file).or_default().push(last);
        }
        true
    })?;
    let numbers = numbers(&reader.commits);
    let line = first_parents(&reader.commits);
    let stamp = |commits: &[usize]| {
        let number = commits.iter().filter_map(|it| numbers.get(*it)).max()?;
        let first = commits.iter().find(|it| line.contains(it));
        let commit = reader.commits.get(*first.or(commits.first())?)?;
        let (seconds, number) = (commit.seconds?, *number);
        Some(CommitStamp { seconds, number })
    };
    let dates = changed.into_iter();
    Ok(dates.map(|(file, it)| (file, stamp(&it))).collect())
}

/// The numbers of all commits in the history of one, by their hashes.
pub(super) fn all_numbers(
    git: &Git,
    repository: &Repository,
    head: &Head,
) -> Result<HashMap<String, u32>, NoAnswer> {
    let mut log = git.bare(&repository.objects(), &head.commit)?;
    log.args(["log", "-z", "--topo-order", "--format=%x01%ct %H %P"]);
    log.arg(&head.commit);
    let mut reader = LogReader::new(CONTENT_FOLDER.as_bytes());
    git.run(log, |field| {
        reader.read(field);
        true
    })?;
    let numbers = numbers(&reader.commits);
    let hashes = reader.commits.into_iter().map(|it| it.hash);
    Ok(hashes.zip(numbers).collect())
}

/// The length of the longest line of commits that ends in each. Those before a commit come after it.
fn numbers(commits: &[LoggedCommit]) -> Vec<u32> {
    let mut known: HashMap<&str, u32> = HashMap::new();
    let numbers = commits.iter().rev().map(|commit| {
        let before = commit.parents.iter().filter_map(|it| known.get(&**it));
        let number = before.max().map_or(1, |before| before.saturating_add(1));
        known.insert(&commit.hash, number);
        number
    });
    let mut numbers: Vec<u32> = numbers.collect();
    numbers.reverse();
    numbers
}

/// The indexes of the commits in the line of first parents of the first one.
fn first_parents(commits: &[LoggedCommit]) -> HashSet<usize> {
    let mut next = commits.first().map(|it| &it.hash);
    let mut line = HashSet::new();
    for (index, commit) in commits.iter().enumerate() {
        if next == Some(&commit.hash) {
            line.insert(index);
            next = commit.parents.first();
        }
    }
    line
}

pub(super) fn is_hash(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Reads the fields that `git log -z --format="%x01%ct %H %P" --name-only` prints: for each commit its time, hash and
/// parents, then the files that it changed.
pub struct LogReader {
    /// The path of the content in the repository.
    content: Vec<u8>,
    /// The commits that have been read. The files that are read are those of the last one.
    commits: Vec<LoggedCommit>,
}

/// A commit in a log.
pub(super) struct LoggedCommit {
    /// When it was made. `None` if it was given a time that nobody can mean, or that git cannot read.
    pub(super) seconds: Option<i64>,
    pub(super) hash: String,
    pub(super) parents: Vec<String>,
    /// Whether it merges what others had published meanwhile: the words are those of `git pull`.
    pub(super) is_pull: bool,
}

impl LogReader {
    /// Reads the log of the content, which has this path in the repository: `content`, or `site/content`.
    pub fn new(content: &[u8]) -> LogReader {
        LogReader {
            content: content.to_owned(),
            commits: Vec::new(),
        }
    }

    /// Reads a field. If it is a file of the content, returns its path in the site, and the time of the commit in seconds
    /// since 1970. There is no time where a commit was given one that nobody can mean.
    pub fn read(&mut self, field: &[u8]) -> Option<(SourcePath, Option<i64>)> {
        if let Some(commit) = LoggedCommit::read(field) {
            self.commits.push(commit);
            return None;
        }
        let seconds = self.commits.last()?.seconds;
        let site = self.content.len().checked_sub(CONTENT_FOLDER.len())?;
        // A line break comes before the first file of a commit. The name of a folder may begin with one, too.
        let after_break = field.strip_prefix(b"\n").unwrap_or(field);
        let mut fields = [field, after_break].into_iter();
        let path = fields.find(|path| path.starts_with(&self.content))?;
        // Files whose names are not UTF-8 are not part of a site.
        let path = std::str::from_utf8(path.get(site..)?).ok()?;
        Some((SourcePath::new(path), seconds))
    }
}

impl LoggedCommit {
    /// Reads a field that begins a commit, as `--format="%x01%ct %H %P%x02%s"` prints it, or without the subject.
    pub(super) fn read(field: &[u8]) -> Option<LoggedCommit> {
        let field = String::from_utf8_lossy(field.strip_prefix(b"\x01")?);
        let (commit, subject) = field.split_once('\u{2}').unwrap_or((&field, ""));
        let mut words = commit.split(' ');
        let seconds = words.next()?.parse().ok();
        let mut hashes = words.filter(|it| is_hash(it)).map(str::to_owned);
        Some(LoggedCommit {
            seconds,
            hash: hashes.next()?,
            parents: hashes.collect(),
            is_pull: subject.starts_with("Merge branch '") && subject.contains("' of "),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "0123456789abcdef0123456789abcdef01234567";

    fn read(content: &str, output: &str) -> Vec<(String, Option<i64>)> {
        let mut reader = LogReader::new(content.as_bytes());
        let fields = output.split('\0');
        let files = fields.filter_map(|field| reader.read(field.as_bytes()));
        files
            .map(|(path, moment)| (path.as_str().to_owned(), moment))
            .collect()
    }

    #[test]
    fn each_file_has_the_time_of_its_commit() {
        let output = format!(
            "\u{1}20 {HASH} {HASH}\0\ncontent/a.md\0content/b.md\0\u{1}10 {HASH} \0\ncontent/c.md\0"
        );
        let expected = [
            ("content/a.md", 20),
            ("content/b.md", 20),
            ("content/c.md", 10),
        ];
        let expected = expected.map(|(path, time)| (path.to_owned(), Some(time)));
        assert_eq!(read("content", &output), expected);
    }

    #[test]
    fn any_name_is_read() {
        let names = [
            "content/a\nb.md",
            "content/\u{1}7",
            "content/\"x\"",
            "content/\n",
        ];
        for site in ["", "site/", "\n/", "\nx/\n/", "\u{1}8/", "\"/", "content/"] {
            let content = format!("{site}content");
            let paths: Vec<String> = names.iter().map(|name| format!("{site}{name}")).collect();
            let output = format!("\u{1}5 {HASH}\0\n{}\0", paths.join("\0"));
            let expected = names.map(|name| (name.to_owned(), Some(5)));
            assert_eq!(read(&content, &output), expected, "{site:?}");
        }
    }

    #[test]
    fn a_time_that_nobody_can_mean_is_none() {
        for time in ["", "-", "9223372036854775808", "99999999999999999999999"] {
            let output =
                format!("\u{1}10 {HASH}\0\ncontent/a.md\0\u{1}{time} {HASH}\0\ncontent/b.md\0");
            let expected = [("content/a.md", Some(10)), ("content/b.md", None)];
            let expected = expected.map(|(path, time)| (path.to_owned(), time));
            assert_eq!(read("content", &output), expected, "{time}");
        }
    }
}

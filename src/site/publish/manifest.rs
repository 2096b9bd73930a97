//! The manifest: the list of the files of a published tree that are ours. It lies in the tree, so that the two cannot
//! disagree.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use super::update::{Changes, Digests};
use crate::base::digest::Digest;
use crate::base::output::{MANIFEST, Output, OutputContent, OutputPath};

const FORMAT: &str = "raccordo-manifest 2";

pub(super) fn path() -> &'static OutputPath {
    static PATH: LazyLock<OutputPath> = LazyLock::new(|| OutputPath::file(MANIFEST));
    &PATH
}

/// The manifest of a site: the format, then a line for each path, in order.
///
/// An edit changes few of the many lines, so these are replaced one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    text: Arc<str>,
}

impl Manifest {
    /// The manifest of a site with these files, in order of path.
    pub(super) fn of<'a>(files: impl Iterator<Item = &'a OutputPath>) -> Manifest {
        let mut text = format!("{FORMAT}\n");
        files.for_each(|file| push(&mut text, file));
        Manifest { text: text.into() }
    }

    pub(super) fn content(&self) -> OutputContent {
        OutputContent::Bytes(Arc::clone(&self.text).into())
    }

    pub(super) fn digest(&self) -> Digest {
        Digest::of(self.text.as_bytes())
    }

    /// The manifest after changes to this site. Returns `None` if the site has the same paths then.
    pub(super) fn after(&self, site: &Digests, changes: &Changes) -> Option<Manifest> {
        let adds_or_removes = |(path, change): &(&OutputPath, &Option<Output>)| {
            change.is_some() != site.contains_key(*path)
        };
        let mut lines = changes.iter().filter(adds_or_removes).peekable();
        lines.peek()?;
        let mut text = String::with_capacity(self.text.len() + 4096);
        let mut from = 0;
        for (path, change) in lines {
            let at = self.line_of(path, from);
            text.push_str(self.text.get(from..at).unwrap_or_default());
            from = at;
            match change {
                Some(_) => push(&mut text, path),
                None => from = self.end_of_line(at),
            }
        }
        text.push_str(self.text.get(from..).unwrap_or_default());
        Some(Manifest { text: text.into() })
    }

    /// The offset at which the line of a path begins, or would begin. Lines before `from`, which is itself the
    /// beginning of a line, are not searched.
    fn line_of(&self, path: &OutputPath, from: usize) -> usize {
        let (mut low, mut high) = (from.max(FORMAT.len() + 1), self.text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let before = self.text.as_bytes().get(low..middle).unwrap_or_default();
            let line = before.iter().rposition(|byte| *byte == b'\n');
            let line = line.map_or(low, |at| low + at + 1);
            let end = self.end_of_line(line);
            let text = self.text.get(line..end).unwrap_or_default();
            let listed = unescaped(text.strip_suffix('\n').unwrap_or(text));
            if listed.is_some_and(|listed| listed < *path) {
                low = end;
            } else {
                high = line;
            }
        }
        low
    }

    fn end_of_line(&self, line: usize) -> usize {
        let rest = self.text.as_bytes().get(line..).unwrap_or_default();
        let end = rest.iter().position(|byte| *byte == b'\n');
        end.map_or(self.text.len(), |at| line + at + 1)
    }
}

fn push(text: &mut String, file: &OutputPath) {
    text.push_str(&escaped(file.as_str()));
    text.push('\n');
}

/// The files that the manifest in `out` names, and the manifest if it is exactly as we write it for these files.
///
/// A manifest that is missing or damaged names nothing: then no file in `out` is ours.
pub(super) fn read(out: &Path) -> (BTreeSet<OutputPath>, Option<Manifest>) {
    let file = out.join(MANIFEST);
    let is_file = fs::symlink_metadata(&file).is_ok_and(|it| it.is_file());
    let text = is_file.then(|| fs::read_to_string(&file).ok()).flatten();
    let paths = text.as_deref().and_then(parse).unwrap_or_default();
    let manifest = Manifest::of(paths.iter());
    let is_exact = text.is_some_and(|text| *manifest.text == *text);
    (paths, is_exact.then_some(manifest))
}

/// The line of a path.
fn escaped(path: &str) -> Cow<'_, str> {
    if path.bytes().any(|byte| matches!(byte, b'%' | b'\n')) {
        path.replace('%', "%25").replace('\n', "%0A").into()
    } else {
        path.into()
    }
}

/// The path of a line.
fn unescaped(line: &str) -> Option<OutputPath> {
    let path = line.replace("%0A", "\n").replace("%25", "%");
    let output = OutputPath::file(&path);
    (!path.is_empty() && output.as_str() == path).then_some(output)
}

fn parse(text: &str) -> Option<BTreeSet<OutputPath>> {
    let mut lines = text.strip_suffix('\n')?.split('\n');
    if lines.next() != Some(FORMAT) {
        return None;
    }
    lines.map(unescaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(paths: &[&str]) -> Arc<str> {
        let paths: Vec<OutputPath> = paths.iter().map(|path| OutputPath::file(path)).collect();
        Manifest::of(paths.iter()).text
    }

    #[test]
    fn a_manifest_is_read_back() {
        let text = text(&["a\nb/index.html", "b 50%0A.txt"]);
        assert_eq!(
            &*text,
            "raccordo-manifest 2\na%0Ab/index.html\nb 50%250A.txt\n"
        );
        let read: Vec<String> = parse(&text)
            .unwrap()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(read, ["a\nb/index.html", "b 50%0A.txt"]);
        assert!(parse("raccordo-manifest 2\n").unwrap().is_empty());
    }

    #[test]
    fn a_changed_manifest_is_that_of_the_changed_site() {
        let path = |text: &&str| OutputPath::file(text);
        let digest = Digest::of(b"x");
        let site =
            |paths: &[&str]| -> Digests { paths.iter().map(|it| (path(it), digest)).collect() };
        let all = ["a", "a\nb", "a%", "a/b", "b/c", "b/c/d", "z"];
        for had in 0..1_u32 << all.len() {
            let chosen = |which: u32| -> Vec<&str> {
                let numbers = 0..all.len();
                let chosen = numbers.filter(|number| which & (1 << number) != 0);
                chosen.map(|number| all[number]).collect()
            };
            let before = site(&chosen(had));
            for has in (0..1 << all.len()).step_by(5) {
                let now = site(&chosen(has));
                let changes = all.iter().map(|it| {
                    let output = now
                        .contains_key(&path(it))
                        .then(|| Output::of(path(it), vec![]));
                    (path(it), output)
                });
                let changes: Changes = changes.collect();
                let manifest = Manifest::of(before.keys());
                let after = manifest.after(&before, &changes).unwrap_or_else(|| {
                    assert_eq!(had, has);
                    manifest.clone()
                });
                assert_eq!(after, Manifest::of(now.keys()), "{had} {has}");
            }
        }
    }

    #[test]
    fn a_damaged_manifest_names_nothing() {
        for damaged in [
            "",
            "raccordo-manifest 2",
            "raccordo-manifest 1\na\n",
            "raccordo-manifest 2\na",
            "raccordo-manifest 2\n\n",
            "raccordo-manifest 2\n../a\n",
            "raccordo-manifest 2\n/etc/passwd\n",
            "raccordo-manifest 2\n\na\n",
        ] {
            assert_eq!(parse(damaged), None, "{damaged:?}");
        }
    }
}

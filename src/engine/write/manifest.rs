//! The manifest: which files of a published tree are ours. It lies in the tree, so that the two cannot disagree.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

use super::tree::{Kind, Tree};
use crate::vocabulary::output::{Output, OutputPath};

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = ".raccordo-manifest";

const FORMAT: &str = "raccordo-manifest 2";

/// The manifest's own path.
pub(super) fn path() -> OutputPath {
    OutputPath::file(MANIFEST)
}

/// The manifest of a site with these files, in order of path: the format, then a line for each path.
pub(super) fn output<'a>(files: impl Iterator<Item = &'a OutputPath>) -> Output {
    let mut text = format!("{FORMAT}\n");
    for file in files {
        text.push_str(&escaped(file.as_str()));
        text.push('\n');
    }
    Output::of(path(), text.into_bytes())
}

/// The files that the manifest of the published tree names. None if it is missing or damaged: then nothing is ours.
pub(super) fn owned(out: &Path, live: &Tree) -> BTreeSet<OutputPath> {
    live.get(OsStr::new(MANIFEST))
        .filter(|entry| entry.kind == Kind::File)
        .and_then(|_| std::fs::read_to_string(out.join(MANIFEST)).ok())
        .and_then(|text| parse(&text))
        .unwrap_or_default()
}

/// A path on a line of its own.
pub(super) fn escaped(path: &str) -> Cow<'_, str> {
    if path.contains(['%', '\n']) {
        path.replace('%', "%25").replace('\n', "%0A").into()
    } else {
        path.into()
    }
}

/// The path that was [`escaped`] to this.
pub(super) fn unescaped(line: &str) -> Option<OutputPath> {
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

    fn text(paths: &[&str]) -> String {
        let paths: Vec<OutputPath> = paths.iter().map(|path| OutputPath::file(path)).collect();
        match output(paths.iter()).content {
            crate::vocabulary::output::Content::Bytes(bytes) => {
                String::from_utf8(bytes.to_vec()).unwrap()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn is_read_back() {
        let text = text(&["a\nb/index.html", "b 50%0A.txt"]);
        assert_eq!(
            text,
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

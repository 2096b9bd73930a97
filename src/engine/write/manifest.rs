//! The manifest: which files of a published tree are ours. It lies in the tree, so that the two cannot disagree.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

use super::tree::{Kind, Tree};
use crate::vocabulary::digest::Digest;
use crate::vocabulary::output::{Output, OutputPath};

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = ".raccordo-manifest";

const FORMAT: &str = "raccordo-manifest 1";

/// The manifest of a site with these files: the format, then a line `digest path` for each in order of path.
pub(super) fn output(outputs: &[Output]) -> Output {
    let mut files: Vec<&Output> = outputs.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut text = format!("{FORMAT}\n");
    for file in files {
        text.push_str(&format!(
            "{} {}\n",
            file.digest,
            escaped(file.path.as_str())
        ));
    }
    Output::of(OutputPath::file(MANIFEST), text.into_bytes())
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
pub(super) fn escaped(path: &str) -> String {
    path.replace('%', "%25").replace('\n', "%0A")
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
    lines
        .map(|line| {
            let (digest, path) = line.split_once(' ')?;
            digest.parse::<Digest>().ok()?;
            unescaped(path)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(paths: &[&str]) -> String {
        let outputs: Vec<Output> = paths
            .iter()
            .map(|path| Output::of(OutputPath::file(path), b"x".to_vec()))
            .collect();
        match output(&outputs).content {
            crate::vocabulary::output::Content::Bytes(bytes) => {
                String::from_utf8(bytes.to_vec()).unwrap()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn is_sorted_and_read_back() {
        let digest = Digest::of(b"x");
        let text = text(&["b 50%0A.txt", "a\nb/index.html"]);
        assert_eq!(
            text,
            format!("raccordo-manifest 1\n{digest} a%0Ab/index.html\n{digest} b 50%250A.txt\n")
        );
        let read: Vec<String> = parse(&text)
            .unwrap()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(read, ["a\nb/index.html", "b 50%0A.txt"]);
        assert!(parse("raccordo-manifest 1\n").unwrap().is_empty());
    }

    #[test]
    fn a_damaged_manifest_names_nothing() {
        let digest = Digest::of(b"x");
        for damaged in [
            String::new(),
            "raccordo-manifest 1".to_owned(),
            format!("raccordo-manifest 2\n{digest} a\n"),
            format!("raccordo-manifest 1\n{digest} a"),
            format!("raccordo-manifest 1\n{digest} \n"),
            format!("raccordo-manifest 1\n{digest}\n"),
            format!("raccordo-manifest 1\n{digest} ../a\n"),
            format!("raccordo-manifest 1\n{digest} /etc/passwd\n"),
            "raccordo-manifest 1\nnot-a-digest a\n".to_owned(),
            format!("raccordo-manifest 1\n\n{digest} a\n"),
        ] {
            assert_eq!(parse(&damaged), None, "{damaged:?}");
        }
    }
}

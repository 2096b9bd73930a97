//! All that a build is made from, as one digest.

use super::{Options, Turn, settings};
use crate::base::digest::{Digest, Digester};
use crate::base::source::SourceTree;

/// The digest of all that a build is made from but the content: the program, how it is asked to build, the day, the
/// settings, the themes. None while they cannot be read.
pub fn frame(program: Digest, options: &Options, turn: Turn<'_>) -> Option<Digest> {
    let Turn { tree, faults, .. } = turn;
    if !faults.is_empty() {
        return None;
    }
    let settings = settings(tree, options).ok()?;
    let day = turn.as_of.day(&settings);
    // Where images are kept, and what is said of the making of pages, changes no page.
    let options = Options {
        search: options.search && settings.has_search(),
        cache: None,
        explain: false,
        timings: false,
        ..options.clone()
    };
    let mut lines = vec![format!("{program} {options:?} {day}")];
    lines.push(tree.settings.digest.to_string());
    for file in tree.themes.values() {
        lines.push(format!("{} {:?}", file.digest, file.path));
    }
    Some(Digest::of(lines.join("\n").as_bytes()))
}

/// The digest of all that a build is made from, so that equal ones make the same site and say the same:
/// its [`frame`] and the content.
pub fn digest(frame: Digest, tree: &SourceTree) -> Digest {
    let mut digester = Digester::default();
    digester.update(&frame.to_bytes());
    digester.update(&tree.texts.len().to_le_bytes());
    for file in tree.texts.values() {
        let committed = file.committed.as_ref().map(ToString::to_string);
        digester.update(&file.digest.to_bytes());
        let texts = [file.path.as_str(), &committed.unwrap_or_default()];
        texts.into_iter().for_each(|it| put(&mut digester, it));
    }
    for asset in tree.assets.values() {
        digester.update(&asset.digest.to_bytes());
        put(&mut digester, asset.path.as_str());
    }
    digester.digest()
}

/// Adds a text, with an end that is in none.
fn put(digester: &mut Digester, text: &str) {
    digester.update(text.as_bytes());
    digester.update(&[0]);
}

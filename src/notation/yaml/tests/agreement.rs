//! The two readers of YAML read the same.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde::de::IgnoredAny;
use walkdir::WalkDir;

use super::same::{is_beginning, is_same};
use super::*;
use crate::notation::check::ScalarKind;
use crate::notation::front_matter;
use crate::notation::tree::Style;

/// All YAML of the repository, by file.
static TEXTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["content", "themes", "tests/blackbox", "publiccode.yml"];
    let entries = folders
        .iter()
        .flat_map(|it| WalkDir::new(root.join(it)).sort_by_file_name());
    let mut texts = Vec::new();
    for entry in entries.map(Result::unwrap) {
        let name = entry.path().to_str().unwrap().to_owned();
        // There, files have faults on purpose.
        if name.contains("/faulty/") {
            continue;
        }
        if name.ends_with(".md") {
            let text = fs::read_to_string(entry.path()).unwrap();
            let front_matter = front_matter::cut(&text).ok().map(|it| it.front_matter);
            texts.extend(front_matter.map(|range| (name, text[range].to_owned())));
        } else if name.ends_with(".yaml") || name.ends_with(".yml") {
            texts.push((name, fs::read_to_string(entry.path()).unwrap()));
        }
    }
    texts
});

/// Spellings that the repository does not use.
const SPELLINGS: &[&str] = &[
    "a: |\n  uno\n  due\nb: >-\n  tre\n\n  quattro\nc: cinque\n  sei\n",
    "- a\n- b: c\n  d: \"e\n    f\"\n-\n  - g\n- [h,\n  i]\n",
    "{a: 1, b: [c, d], e: {f: g, },}\n",
    "a: \"\\u00e8 \\\" \\x41\"\nb: 'it''s'\n# c\nd:\ne: ~\n? f\n: g\n",
];

/// What means something to a reader of YAML. Left out is what [`KNOWN_DIFFERENCES`] are made of.
const PIECES: &[&str] = &[
    "[",
    "{",
    "]",
    "}",
    ": ",
    "- ",
    "\"",
    "'",
    "#",
    " #",
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
    "%",
    "@",
    "`",
    "\\",
    "\\n",
    "\\x41",
    "\\/",
    "<<: ",
    "=",
    "è",
    "👥",
    "\u{a0}",
    "\t",
    "\r\n",
    "~",
    "null",
    "2026-02-30",
    "\n",
    "\n  ",
    "\n ",
    ",",
    ":",
    "-",
    " ",
    "  ",
    "? ",
];

fn changed_text() -> impl Strategy<Value = String> {
    let change = (any::<usize>(), 0..8_usize, prop::sample::select(PIECES));
    let changes = prop::collection::vec(change, 1..5);
    (any::<prop::sample::Index>(), changes).prop_map(|(index, changes)| {
        let texts = TEXTS.iter().map(|(_, text)| text.as_str());
        let texts: Vec<&str> = texts.chain(SPELLINGS.iter().copied()).collect();
        let mut letters: Vec<char> = index.get(&texts).chars().collect();
        for (at, removed, piece) in changes {
            let at = at % (letters.len() + 1);
            let end = (at + removed).min(letters.len());
            letters.splice(at..end, piece.chars());
        }
        letters.into_iter().collect()
    })
}

#[test]
fn the_repository_is_read_the_same() {
    assert!(TEXTS.len() > 50);
    let spellings = SPELLINGS
        .iter()
        .map(|it| ((*it).to_owned(), (*it).to_owned()));
    for (name, text) in TEXTS.iter().cloned().chain(spellings) {
        let tree = tree(&file(), &text, 0..text.len()).unwrap();
        is_same(&text, &tree).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_both_read_is_the_same(text in changed_text()) {
        if may_be_refused(&text) || serde_yaml::from_str::<IgnoredAny>(&text).is_err() {
            return Ok(());
        }
        prop_assume!(!may_be_a_known_difference(&text));
        let (tree, fault) = tree::read_tree(&file(), &text, 0..text.len());
        let same = match fault {
            None => is_same(&text, &tree),
            Some(_) => is_beginning(&text, &tree),
        };
        prop_assert!(same.is_ok(), "{same:?}\n{text}");
    }

    #[test]
    fn bare_scalars_are_of_the_same_kind(text in "[-+]{0,2}(0[xob])?[.0-9a-fA-F_eninu]{1,8}") {
        // Three dots end a document.
        prop_assume!(text != "...");
        let kind = match serde_yaml::from_str(&text).unwrap() {
            serde_yaml::Value::Bool(_) => ScalarKind::Flag,
            serde_yaml::Value::String(_) => ScalarKind::Text,
            serde_yaml::Value::Number(it) if it.is_f64() => ScalarKind::Other,
            serde_yaml::Value::Number(_) if text.contains(['x', 'o', 'b']) => ScalarKind::Other,
            serde_yaml::Value::Number(_) => ScalarKind::Integer,
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(ScalarKind::of(&text, Style::Bare), kind);
    }
}

/// Texts that the two read differently: `serde_yaml` by YAML 1.1, where three more characters end a
/// line, and the tree by YAML 1.2. Nobody types them; if the tree is asked for a place there, it tells
/// that of the nearest node above. And of a tab behind a colon, in quotes, the tree makes a blank; a text
/// in lines of its own ends with a line in the tree, even if the file does not; and one that is the whole
/// file may begin like a comment.
const KNOWN_DIFFERENCES: &[&str] = &[
    "a: \"b\u{85}c\"\n",
    "a: \"b \u{2028}c\"\n",
    "a: \"b \u{2029}c\"\n",
    "{?a: 1}\n",
    "a: \"b:\tc\"\n",
    "a: |\n b",
    ">-\n#\n",
];

/// Whether a text may be one of the last four.
fn may_be_a_known_difference(text: &str) -> bool {
    if ["{?", ",?"].iter().any(|key| text.contains(key)) {
        return true;
    }
    let is_block = text.trim_start().starts_with(['|', '>']);
    is_block || text.contains(":\t") || !text.ends_with('\n') && text.contains(['|', '>'])
}

/// Texts that only `serde_yaml` reads; the tree ends there.
const LAX: &[&str] = &["a: [b,\nc]\n", "a: \"b\nc\"\n", "a: \"b\"#c\n", "a: [-]\n"];

#[test]
fn differences_are_known() {
    for text in KNOWN_DIFFERENCES {
        let tree = tree(&file(), text, 0..text.len()).unwrap();
        assert!(
            is_same(text, &tree).is_err(),
            "{text:?} is read the same now"
        );
    }
    for text in LAX {
        assert!(serde_yaml::from_str::<IgnoredAny>(text).is_ok(), "{text:?}");
        assert!(
            tree(&file(), text, 0..text.len()).is_err(),
            "{text:?} is read now"
        );
    }
}

//! Tries every fuzz target with the inputs of its corpus, and with random changes of them.
//!
//! `cargo fuzz` looks for faults much longer, and looks at which code an input reaches; see tests/README.md.

// A test may panic: it fails then.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../shared/memory_sources.rs"]
mod memory_sources;
#[path = "../shared/proptest_config.rs"]
mod proptest_config;
mod targets;

use std::path::PathBuf;
use std::{fs, panic};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestRunner;

/// The number of random inputs of each target.
const CASES: u32 = 100;

/// Bytes that mean something in one of the notations.
const TOKENS: &[&str] = &[
    "---\n",
    "\n",
    "  ",
    "\t",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "\"",
    "'",
    "#",
    "|",
    ">",
    "&a",
    "*a",
    "!",
    "@",
    "`",
    "<",
    "</",
    "/>",
    "<!--",
    "\\",
    "\0",
    "\0\0",
    "\u{feff}",
    "\u{a0}",
    "\u{202e}",
    "e\u{301}",
    "\u{c9}",
    "ref:",
    "javascript:",
    "../",
    "9999999999999999999",
    "-1",
    "0000-00-00",
    "null",
    "true",
    "[x]: ",
    "[^1]",
    "](",
    "![",
];

/// A change of some bytes of an input.
#[derive(Clone, Debug)]
enum Change {
    Insert(Index, &'static str),
    Replace(Index, u8),
    Remove(Index, usize),
    Repeat(Index, usize, usize),
    /// The end of the input is that of another.
    Splice(Index, Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        (at(), select(TOKENS)).prop_map(|(at, token)| Change::Insert(at, token)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (at(), 1..40_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (at(), 1..20_usize, 2..60_usize)
            .prop_map(|(at, length, times)| Change::Repeat(at, length, times)),
        (at(), at(), at()).prop_map(|(at, other, from)| Change::Splice(at, other, from)),
    ]
}

impl Change {
    fn apply(&self, input: &mut Vec<u8>, corpus: &[Vec<u8>]) {
        let position = |index: &Index, length: usize| index.index(length + 1);
        match self {
            Change::Insert(at, token) => {
                let at = position(at, input.len());
                input.splice(at..at, token.bytes());
            }
            Change::Replace(at, byte) => {
                let at = position(at, input.len());
                if let Some(old) = input.get_mut(at) {
                    *old = *byte;
                }
            }
            Change::Remove(at, length) => {
                let at = position(at, input.len());
                input.drain(at..(at + length).min(input.len()));
            }
            Change::Repeat(at, length, times) => {
                let at = position(at, input.len());
                let part = input[at..(at + length).min(input.len())].repeat(*times);
                input.splice(at..at, part);
            }
            Change::Splice(at, other, from) => {
                let other = other.get(corpus);
                input.truncate(position(at, input.len()));
                input.extend_from_slice(&other[position(from, other.len())..]);
            }
        }
    }
}

/// The inputs of a target's corpus, in order of their names.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/fuzz/corpus", target]
        .iter()
        .collect();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a target has a corpus")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{target} has no inputs");
    files
        .iter()
        .map(|file| fs::read(file).expect("an input"))
        .collect()
}

fn try_target(name: &str, target: fn(&[u8])) {
    let corpus = corpus(name);
    for input in &corpus {
        target(input);
    }
    let inputs = (any::<Index>(), vec(change(), 1..8));
    let result = TestRunner::new(proptest_config::cases(CASES)).run(&inputs, |(start, changes)| {
        let mut input = start.get(&corpus).clone();
        for change in &changes {
            change.apply(&mut input, &corpus);
        }
        let shown = String::from_utf8_lossy(&input).into_owned();
        panic::catch_unwind(|| target(&input))
            .map_err(|_| TestCaseError::fail(format!("{name} fails on {shown:?}")))
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
}

macro_rules! try_targets {
    ($($target:ident)*) => {$(
        #[test]
        fn $target() {
            try_target(stringify!($target), targets::$target);
        }
    )*};
}

try_targets! { settings text markdown components labels theme site publishing commits urls fix }

//! The change of a text that a hint proposes, as data, where following it needs no further thought.

use borsh::{BorshDeserialize, BorshSerialize};

use super::diagnostic::Place;
use super::source::SourcePath;

/// A change of a file that mends a fault.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct Fix {
    /// Where the text changes, which need not be where the fault is.
    pub place: Place,
    /// What changes there.
    pub change: Change,
}

/// A change of the text at a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum Change {
    /// The whole text becomes this one.
    Text(String),
    /// A word, which must stand there once, becomes another. Quotes around it stay.
    Word {
        /// The word that goes.
        from: String,
        /// The word that comes.
        to: String,
    },
    /// The list at a key of the mapping gets an item more at its end, and is begun if it is missing.
    Item {
        /// The key of the list.
        key: String,
        /// The item, as YAML.
        item: String,
    },
    /// Keys of the front matter go, if their values are those that another file has.
    Copied {
        /// The keys. One within an item of a list is a path with the id of the item: `seats.presidente.role`.
        keys: Vec<String>,
        /// The other file.
        original: SourcePath,
    },
}

impl Change {
    /// A word in place of another.
    pub fn word(from: &str, to: &str) -> Change {
        Change::Word {
            from: from.to_owned(),
            to: to.to_owned(),
        }
    }
}

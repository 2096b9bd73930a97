//! What a search remembers of the index that is published, kept for the next program that builds the same site.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::Search;
use super::part::{Part, Parts};
use crate::base::digest::Digest;
use crate::base::language::Language;
use crate::base::output::{Content, Output, OutputPath};

/// What a search remembers: its pages and its parts. What is in them is published.
#[derive(BorshSerialize, BorshDeserialize)]
pub struct Memory(BTreeMap<Language, Known>);

#[derive(BorshSerialize, BorshDeserialize)]
struct Known {
    pages: Vec<OutputPath>,
    parts: Vec<Option<Made>>,
}

#[derive(BorshSerialize, BorshDeserialize)]
struct Made {
    entry: String,
    files: Vec<(OutputPath, Digest)>,
}

impl Search {
    /// What it remembers. All that it has made must be published.
    pub fn memory(&self) -> Memory {
        let languages = self.languages.iter();
        Memory(
            languages
                .map(|(language, parts)| (language.clone(), Known::of(parts)))
                .collect(),
        )
    }

    /// A search that remembers. Its pages and their index are published in this folder.
    pub fn remembering(memory: Memory, published: PathBuf) -> Search {
        let languages = memory.0.into_iter();
        let languages = languages.map(|(language, known)| (language, known.parts(&published)));
        Search {
            languages: languages.collect(),
            published,
            ..Search::default()
        }
    }
}

impl Known {
    fn of(parts: &Parts) -> Known {
        let made = |part: &Part| Made {
            entry: serde_json::Value::Object(part.entry.clone()).to_string(),
            files: part
                .files
                .iter()
                .map(|it| (it.path.clone(), it.digest))
                .collect(),
        };
        Known {
            pages: parts.pages.keys().cloned().collect(),
            parts: parts
                .made
                .iter()
                .map(|part| part.as_ref().map(made))
                .collect(),
        }
    }

    fn parts(self, published: &std::path::Path) -> Parts {
        let output = |(path, digest): (OutputPath, Digest)| Output {
            content: Content::Copy(Arc::from(published.join(path.as_str()))),
            path,
            digest,
        };
        let part = |made: Made| {
            Some(Part {
                entry: serde_json::from_str(&made.entry).ok()?,
                files: made.files.into_iter().map(output).collect(),
            })
        };
        Parts {
            pages: self.pages.into_iter().map(|path| (path, None)).collect(),
            made: self.parts.into_iter().map(|made| part(made?)).collect(),
        }
    }
}

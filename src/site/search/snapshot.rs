//! A snapshot of the published index, for the next process that builds the same site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use serde_json::Value;

use super::SearchIndex;
use super::build::Part;
use super::language::LanguageIndex;
use crate::base::digest::Digest;
use crate::base::language::Language;
use crate::base::output::{Output, OutputContent, OutputPath};

/// The pages and files of a published index, without their content.
#[derive(BorshSerialize, BorshDeserialize)]
pub struct Snapshot(BTreeMap<Language, LanguageSnapshot>);

#[derive(BorshSerialize, BorshDeserialize)]
struct LanguageSnapshot {
    pages: Vec<OutputPath>,
    parts: Vec<Option<PartSnapshot>>,
}

#[derive(BorshSerialize, BorshDeserialize)]
struct PartSnapshot {
    /// As JSON.
    entry: String,
    files: Vec<(OutputPath, Digest)>,
}

impl SearchIndex {
    /// Takes a snapshot. All pages and the index must have been published.
    pub fn snapshot(&self) -> Snapshot {
        let languages = self.languages.iter().map(|(language, index)| {
            let parts = index.parts.iter().map(|it| it.as_ref().map(part_snapshot));
            let snapshot = LanguageSnapshot {
                pages: index.pages.keys().cloned().collect(),
                parts: parts.collect(),
            };
            (language.clone(), snapshot)
        });
        Snapshot(languages.collect())
    }

    /// Restores an index that is published in this folder.
    pub fn restore(snapshot: Snapshot, published: PathBuf) -> SearchIndex {
        let languages = snapshot.0.into_iter().map(|(language, snapshot)| {
            let pages = snapshot.pages.into_iter().map(|path| (path, None));
            let parts = snapshot.parts.into_iter();
            let index = LanguageIndex {
                pages: pages.collect(),
                parts: parts.map(|it| restore_part(it?, &published)).collect(),
            };
            (language, index)
        });
        SearchIndex {
            languages: languages.collect(),
            published,
            ..SearchIndex::default()
        }
    }
}

fn part_snapshot(part: &Part) -> PartSnapshot {
    let files = part.files.iter();
    PartSnapshot {
        entry: Value::Object(part.entry.clone()).to_string(),
        files: files.map(|it| (it.path.clone(), it.digest)).collect(),
    }
}

fn restore_part(snapshot: PartSnapshot, published: &Path) -> Option<Part> {
    let files = snapshot.files.into_iter().map(|(path, digest)| Output {
        content: OutputContent::Copy(Arc::from(published.join(path.as_str()))),
        path,
        digest,
    });
    Some(Part {
        entry: serde_json::from_str(&snapshot.entry).ok()?,
        files: files.collect(),
    })
}

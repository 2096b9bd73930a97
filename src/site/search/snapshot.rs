//! A snapshot of the published index, for the next process that builds the same site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::SearchIndex;
use super::build::Part;
use super::language::LanguageIndex;
use crate::base::digest::Digest;
use crate::base::language::Language;
use crate::base::output::{Content, Output, OutputPath};

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
        let languages = self.languages.iter();
        let languages = languages.map(|(language, index)| (language.clone(), index.snapshot()));
        Snapshot(languages.collect())
    }

    /// Restores an index that is published in this folder.
    pub fn restore(snapshot: Snapshot, published: PathBuf) -> SearchIndex {
        let languages = snapshot.0.into_iter();
        let languages = languages.map(|(language, it)| (language, it.restore(&published)));
        SearchIndex {
            languages: languages.collect(),
            published,
            ..SearchIndex::default()
        }
    }
}

impl LanguageIndex {
    fn snapshot(&self) -> LanguageSnapshot {
        let parts = self.parts.iter();
        LanguageSnapshot {
            pages: self.pages.keys().cloned().collect(),
            parts: parts.map(|it| it.as_ref().map(Part::snapshot)).collect(),
        }
    }
}

impl LanguageSnapshot {
    fn restore(self, published: &Path) -> LanguageIndex {
        let parts = self.parts.into_iter();
        LanguageIndex {
            pages: self.pages.into_iter().map(|path| (path, None)).collect(),
            parts: parts.map(|it| it?.restore(published)).collect(),
        }
    }
}

impl Part {
    fn snapshot(&self) -> PartSnapshot {
        let files = self.files.iter();
        PartSnapshot {
            entry: serde_json::Value::Object(self.entry.clone()).to_string(),
            files: files.map(|it| (it.path.clone(), it.digest)).collect(),
        }
    }
}

impl PartSnapshot {
    fn restore(self, published: &Path) -> Option<Part> {
        let files = self.files.into_iter().map(|(path, digest)| Output {
            content: Content::Copy(Arc::from(published.join(path.as_str()))),
            path,
            digest,
        });
        Some(Part {
            entry: serde_json::from_str(&self.entry).ok()?,
            files: files.collect(),
        })
    }
}

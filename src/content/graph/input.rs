//! The input of an update of the graph.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::directory::SiteContext;
use crate::base::output::OutputPath;
use crate::base::source::{Asset, FileState, SourcePath};
use crate::content::draft_pages::DraftPages;
use crate::content::parse::ParsedFile;
use crate::content::settings::{Settings, Vocabulary};

/// The input of an update.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The new and changed files, parsed. `None` for removed files.
    pub parsed: &'a BTreeMap<SourcePath, Option<ParsedFile>>,
    /// All text files.
    pub texts: &'a BTreeMap<SourcePath, FileState>,
    /// The other files under `content/`.
    pub assets: &'a BTreeMap<SourcePath, Asset>,
    /// The new, changed and removed ones of them.
    pub touched_assets: &'a BTreeSet<SourcePath>,
    /// The settings. In all updates of a graph, the parts that affect content must be the same.
    pub settings: &'a Arc<Settings>,
    /// The file of the settings.
    pub settings_path: &'a SourcePath,
    /// The controlled lists. They must be the same in all updates of a graph.
    pub vocabulary: &'a Arc<Vocabulary>,
    /// The outputs that are not of the content: files of the theme, the index from A to Z, the search.
    pub reserved: &'a [OutputPath],
    /// The drafts; `None` if they are published.
    pub drafts: Option<&'a DraftPages>,
}

impl<'a> Input<'a> {
    pub(super) fn site_context(self) -> SiteContext<'a> {
        SiteContext {
            settings: self.settings,
            settings_path: self.settings_path,
            vocabulary: self.vocabulary,
        }
    }
}

//! The settings that all entities share.

use std::sync::Arc;

use crate::base::source::SourcePath;
use crate::content::settings::{Settings, Vocabulary, VocabularyKind};

/// The settings that all entities share.
#[derive(Clone, Copy)]
pub struct SiteContext<'a> {
    /// The settings.
    pub settings: &'a Arc<Settings>,
    /// The file of the settings.
    pub settings_path: &'a SourcePath,
    /// The controlled lists.
    pub vocabulary: &'a Arc<Vocabulary>,
}

impl SiteContext<'_> {
    /// The label of a term of a controlled list in the language of the site.
    pub(super) fn label(&self, list: VocabularyKind, word: &str) -> String {
        let language = self.settings.default_language();
        let label = self.vocabulary.label(list, word, &language, &language);
        label.into_owned()
    }
}

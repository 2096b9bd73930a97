//! The words of pages in other languages, put to the pages that they belong to.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Input;
use super::collect::Collected;
use crate::domain::graph::entity::Words;
use crate::domain::parse::{Content, original};
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{Diagnostic, Place};

/// Gives every page its words in other languages; reports those of pages that do not exist.
pub(super) fn add_translations(
    collected: &mut Collected,
    input: &Input<'_>,
    faults: &mut Vec<Diagnostic>,
) {
    let mut by_original = BTreeMap::new();
    for file in input.files {
        if let Content::Translation(language, words, text) = &file.content {
            let words = Words {
                file: Some(file.path.clone()),
                translation: Some(Arc::clone(words)),
                text: Arc::clone(text),
                targets: Vec::new(),
            };
            let original = original(&file.path, input.settings);
            if input
                .files
                .binary_search_by(|other| other.path.cmp(&original))
                .is_err()
            {
                let fault = Diagnostic::new(Code::OrphanTranslation, Place::whole(&file.path));
                faults.push(fault.text("original", original.as_str()));
            }
            by_original
                .entry(original)
                .or_insert_with(Vec::new)
                .push((language.clone(), words));
        }
    }
    collected.for_each_node(&mut |node| {
        if let Some(translations) = node
            .words
            .file
            .as_ref()
            .and_then(|file| by_original.get(file))
        {
            node.translations = translations.iter().cloned().collect();
        }
    });
}

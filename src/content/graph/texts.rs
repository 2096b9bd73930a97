//! The texts of an entity, with the targets of their links.

use std::collections::BTreeMap;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::target::Target;
use crate::base::diagnostic::Place;
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::markdown::{LinkKind, ParsedText};

/// The texts of the page of an entity, in all languages that have one.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Texts {
    /// The text in the language of the site. It is empty for an entry of a registry.
    pub own: PageText,
    /// The texts in other languages.
    pub others: BTreeMap<Language, PageText>,
}

/// The text of a page, with the targets of its links.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct PageText {
    /// The text.
    pub text: Arc<ParsedText>,
    /// The target of each link.
    pub targets: Box<[Target]>,
    /// The file of the text. `None` for an entry of a registry.
    pub file: Option<SourcePath>,
}

impl Texts {
    /// Whether any of them calls a component of the theme.
    pub fn have_calls(&self) -> bool {
        let mut all = std::iter::once(&self.own).chain(self.others.values());
        all.any(|it| !it.text.calls.is_empty())
    }

    /// Whether the text is translated into a language. A page without a text counts as translated.
    pub fn are_translated_into(&self, language: &Language) -> bool {
        let translated = self.others.get(language);
        self.own.text.segments.is_empty()
            || translated.is_some_and(|it| !it.text.segments.is_empty())
    }
}

impl PageText {
    /// The images of the site in the text, with their places in the source.
    pub(super) fn images(&self) -> impl Iterator<Item = (OutputPath, Place)> + '_ {
        let is_file = |target: &Target| matches!(target, Target::File(..));
        let links = if self.targets.iter().any(is_file) {
            self.text.links.decompress()
        } else {
            Vec::new()
        };
        let links = links.into_iter().zip(&self.targets);
        links.filter_map(|(link, target)| match target {
            Target::File(file, _) if link.kind == LinkKind::Image => {
                let place = Place::span(self.file.as_ref()?, link.span.clone());
                Some((file.clone(), place))
            }
            _ => None,
        })
    }
}

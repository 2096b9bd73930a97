//! The controlled lists of words, with their names.

use serde_json::{Value, json};

use crate::base::language::Language;
use crate::content::settings::{Vocabulary, VocabularyKind};
use crate::messages::UiLanguage;

/// All lists that have words from the start.
pub(super) fn lists(language: UiLanguage) -> Value {
    let vocabulary = Vocabulary::new(None);
    let tags: Vec<Language> = ["it", "en", "de"]
        .into_iter()
        .filter_map(Language::parse)
        .collect();
    let lists = VocabularyKind::ALL.iter().copied().map(|kind| {
        let words = vocabulary.words(kind).into_iter().map(|word| {
            let name = |tag| {
                vocabulary
                    .label_in(kind, word, tag)
                    .map(|it| it.to_string())
            };
            json!({ "word": word, "names": tags.iter().map(name).collect::<Vec<_>>() })
        });
        json!({ "key": kind.as_str(), "words": words.collect::<Vec<_>>() })
    });
    json!({ "language": language.tag(), "lists": lists.collect::<Vec<_>>() })
}

//! The words that settings name: languages, and the controlled lists.

use serde_json::{Value, json};

use crate::base::language::Language;
use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::content::settings::{Settings, Vocabulary, VocabularyKind};
use crate::messages::UiLanguage;

/// The tags of the languages of a site with these settings, its own first. `None` if they cannot be read.
pub(super) fn languages(settings: &str) -> Option<Vec<String>> {
    let settings = Settings::read(&SourcePath::new(SETTINGS_FILE), settings).ok()?;
    let languages = settings.all_languages().into_iter();
    Some(languages.map(|it| it.as_str().to_owned()).collect())
}

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

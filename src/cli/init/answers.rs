//! What the templates of a new site are filled in with.

use tera::Context;

use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::cli::args::InitArgs;
use crate::cli::meaningful_id::meaningful_id;
use crate::cli::template::{SiteLanguage, markdown, one_line};
use crate::content::parse::REGISTRY_LISTS;
use crate::content::settings::{Settings, Vocabulary, VocabularyKind};
use crate::notation::yaml::quoted;

/// Where Raccordo is installed from. Empty until the package says so.
pub(super) const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The names of registries that `raccordo new` begins.
pub(super) fn registries() -> impl Iterator<Item = String> {
    REGISTRY_LISTS.iter().map(|(key, _)| format!("{key}.yaml"))
}

pub(super) struct Answers {
    /// The authority that publishes the site; `None` if it is not known yet.
    pub(super) authority: Option<String>,
    /// The name of the site; `None` if it is not known yet.
    pub(super) title: Option<String>,
    pub(super) language: SiteLanguage,
}

impl Answers {
    /// The answers that an existing site gives by itself.
    pub(super) fn of_site(args: &InitArgs, settings: &str) -> Answers {
        let read = Settings::read(&SourcePath::new(SETTINGS_FILE), settings).ok();
        let own = read.as_ref().map(Settings::default_language);
        let own_language = own
            .as_ref()
            .and_then(|it| SiteLanguage::of_tag(it.as_str()));
        let in_own = |text: Option<&crate::content::settings::LocalText>| {
            let text = text?.in_site_language(own.as_ref()?);
            Some(text.to_owned())
        };
        let authority = read.as_ref().and_then(|it| in_own(it.authority.as_ref()));
        let title = read.as_ref().and_then(|it| in_own(Some(&it.title)));
        Answers {
            authority: args.authority.clone().or(authority),
            title: args.title.clone().or(title),
            language: args.language.or(own_language).unwrap_or(SiteLanguage::It),
        }
    }

    /// The variables of the templates. What is not known is an empty text.
    pub(super) fn values(&self) -> Context {
        let vocabulary = Vocabulary::new(None);
        let authority = one_line(self.authority.as_deref().unwrap_or_default());
        let title = one_line(self.title.as_deref().unwrap_or_default());
        let id = meaningful_id(&authority);
        let kind = vocabulary.word_in(VocabularyKind::Organization, &authority);
        let or_empty = |text: &str, written: fn(&str) -> String| match text {
            "" => String::new(),
            text => written(text),
        };
        let mut values = Context::new();
        values.insert("authority", &or_empty(&authority, quoted));
        values.insert("authority_text", &or_empty(&authority, markdown));
        values.insert("authority_id", if id.is_empty() { "ente" } else { &id });
        values.insert("authority_kind", kind.unwrap_or_default());
        values.insert("title", &or_empty(&title, quoted));
        values.insert("language", self.language.tag());
        values.insert("version", env!("CARGO_PKG_VERSION"));
        values.insert("repository", REPOSITORY);
        values.insert("title_text", &or_empty(&title, markdown));
        values
    }
}

//! The kind of a source file, by its name.

use std::collections::BTreeSet;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::content::settings::Settings;
use crate::notation::suggest::folded;

/// The kind of a text file under `content/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `name.md`.
    Page,
    /// `_index.md`: the page of its folder.
    SectionIndex,
    /// `name.de.md`: the translation of `name.md` into another language of the site.
    Translation(Language),
    /// `name.yaml`.
    Registry,
}

/// The kind of a file.
pub fn classify(path: &SourcePath, settings: &Settings) -> FileKind {
    let name = path.file_name();
    let Some(stem) = name.strip_suffix(".md") else {
        return FileKind::Registry;
    };
    match language_suffix(stem, settings) {
        Some((_, language)) => FileKind::Translation(language),
        None if stem == "_index" => FileKind::SectionIndex,
        None => FileKind::Page,
    }
}

/// The name of a file without extension and language: `name` for `name.de.md`.
pub fn stem<'a>(path: &'a SourcePath, settings: &Settings) -> &'a str {
    let name = path.file_name();
    let stem = name.strip_suffix(".md").unwrap_or(name);
    language_suffix(stem, settings).map_or(stem, |(stem, _)| stem)
}

/// The original of a translation.
pub fn original(path: &SourcePath, settings: &Settings) -> SourcePath {
    path.join(&format!("{}.md", stem(path, settings)))
        .unwrap_or_else(|| path.clone())
}

/// The folder of a file relative to `content/`, without slashes at the start and the end.
pub fn folder(path: &SourcePath) -> &str {
    path.folder()
        .strip_prefix("content")
        .unwrap_or_default()
        .trim_start_matches('/')
}

/// What is wrong with the language that the name of a page ends in: it is that of the site, which is in no name, or none of
/// the site's.
pub fn language_fault(path: &SourcePath, settings: &Settings) -> Option<Diagnostic> {
    let stem = path.file_name().strip_suffix(".md")?;
    let (name, tag) = stem.rsplit_once('.')?;
    if language_suffix(stem, settings).is_some() {
        return None;
    }
    let own = settings.default_language();
    let fault = Diagnostic::new(Code::LanguageInName, Place::whole(path))
        .text("language", tag)
        .text("near", format!("{name}.md"));
    if own.as_str().eq_ignore_ascii_case(tag) || own.base().eq_ignore_ascii_case(tag) {
        return Some(fault.hint("own"));
    }
    if let Some(meant) = meant_language(tag, settings) {
        let fault = fault.text("near", format!("{name}.{meant}.md"));
        return Some(fault.hint("meant"));
    }
    let language = Language::parse(tag)?;
    let is_known = LANGUAGES.split(' ').any(|known| known == language.base());
    let listed = settings.all_languages().into_iter().chain([language]);
    let listed: Vec<String> = listed.map(|it| format!("\"{it}\"")).collect();
    is_known.then(|| fault.text("languages", listed.join(", ")))
}

/// The warning about a page that seems to be a translation or a copy of one beside it.
pub fn copy_fault(
    path: &SourcePath,
    settings: &Settings,
    is_there: impl Fn(&SourcePath) -> bool,
) -> Option<Diagnostic> {
    let mut rest = path.file_name().strip_suffix(".md")?;
    let is_sign = |c: char| "_- ".contains(c);
    while let Some((name, tag)) = rest.rsplit_once(is_sign) {
        rest = name.trim_end_matches(is_sign);
        let word = tag.trim_matches(['(', ')']).to_lowercase();
        let language = meant_language(&word, settings);
        let is_digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        let before = rest.rsplit(is_sign).next().unwrap_or_default();
        let is_after_copy = COPIES.contains(&before.to_lowercase().as_str());
        let is_number = is_digits && (word != tag || is_after_copy);
        let is_copy = is_number || COPIES.contains(&word.as_str());
        if language.is_none() && !is_copy {
            return None;
        }
        let original = path.join(&format!("{rest}.md")).filter(&is_there);
        if let Some(original) = original {
            let fault = Diagnostic::new(Code::CopyInName, Place::whole(path));
            let fault = fault.text("original", original.file_name());
            return Some(match language {
                Some(language) => {
                    let near = format!("{rest}.{language}.md");
                    fault.text("near", near).hint("translation")
                }
                None => fault,
            });
        }
    }
    None
}

/// What systems add to the names of copies, beside numbers in brackets.
const COPIES: &[&str] = &["copia", "copy", "kopie"];

/// The other language of the site that a code or a name of a language means.
fn meant_language(tag: &str, settings: &Settings) -> Option<Language> {
    let tag = folded(tag);
    let mut names = LANGUAGE_NAMES.iter();
    let named = names.find(|(_, names)| names.split(' ').any(|name| name == tag));
    let mut others = settings.all_languages().into_iter().skip(1);
    others.find(|language| {
        let is_named = named.is_some_and(|(code, _)| *code == language.base());
        is_named || folded(language.as_str()) == tag
    })
}

/// The names and the three-letter codes of languages, by the code in the names of files.
const LANGUAGE_NAMES: &[(&str, &str)] = &[
    ("de", "tedesco deutsch german deu ger ted"),
    ("en", "inglese english englisch eng ing"),
    ("es", "spagnolo espanol spanish spa"),
    ("fr", "francese francais french fra fre"),
    ("fur", "friulano furlan"),
    ("it", "italiano italian italienisch ita"),
    ("lld", "ladino ladin ladinisch"),
    ("sl", "sloveno slovenscina slovenski slovene slv slo"),
];

/// The languages in which the names of pages end.
pub fn languages_in_names<'a>(paths: impl IntoIterator<Item = &'a SourcePath>) -> Box<[Language]> {
    let tags = paths.into_iter().filter_map(|path| {
        let (_, tag) = path.file_name().strip_suffix(".md")?.rsplit_once('.')?;
        let language = Language::parse(tag)?;
        let is_known = LANGUAGES.split(' ').any(|known| known == language.base());
        is_known.then_some(language)
    });
    let languages: BTreeSet<Language> = tags.collect();
    languages.into_iter().collect()
}

/// The languages that the name of a page may be meant to end in: those of ISO 639-1, and the longer codes that people
/// write for some of them, or for languages of Italy that have no short one.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is \
it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb \
nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st \
su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu deu eng fra fur ita lld \
slv spa srd";

fn language_suffix<'a>(stem: &'a str, settings: &Settings) -> Option<(&'a str, Language)> {
    let (stem, tag) = stem.rsplit_once('.')?;
    let others = settings.all_languages();
    let language = others
        .iter()
        .skip(1)
        .find(|language| language.as_str().eq_ignore_ascii_case(tag))?;
    Some((stem, language.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_or_a_translation_is_known_by_its_name() {
        let site = SourcePath::new("site.toml");
        let settings = "title = \"A\"\nlanguages = [\"it\", \"de\"]\n";
        let settings = Settings::read(&site, settings).unwrap();
        let seduta = SourcePath::new("content/a/prima-seduta.md");
        let hint = |name: &str| {
            let path = SourcePath::new(&format!("content/a/{name}.md"));
            let found = copy_fault(&path, &settings, |it| *it == seduta);
            let found = found.or_else(|| language_fault(&path, &settings));
            found.map(|it| it.hint.unwrap_or_default().into_owned())
        };
        for name in [
            "prima-seduta_de",
            "prima-seduta-DE",
            "prima-seduta (tedesco)",
        ] {
            assert_eq!(hint(name).as_deref(), Some("translation"), "{name}");
        }
        for name in ["prima-seduta.tedesco", "prima-seduta.deu"] {
            assert_eq!(hint(name).as_deref(), Some("meant"), "{name}");
        }
        for name in [
            "prima-seduta-copia",
            "prima-seduta (1)",
            "prima-seduta - Copia (2)",
            "prima-seduta copia 2",
        ] {
            assert_eq!(hint(name).as_deref(), Some(""), "{name}");
        }
        for name in [
            "prima-seduta",
            "prima-seduta-2",
            "prima-seduta_en",
            "altra-de",
        ] {
            assert_eq!(hint(name), None, "{name}");
        }
    }
}

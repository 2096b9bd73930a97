//! The pages of the guide that say what the program itself knows: fields, codes of messages, words of lists. They are
//! made of the declarations by which files are read, so they cannot say anything else. `pages` has those that people have
//! written, for `raccordo help guide`.

mod codes;
pub(super) mod examples;
mod help;
mod pages;
mod presence;
mod shape;
mod theme_types;
mod themes;
mod types;
mod words;

use std::path::Path;
use std::process::ExitCode;

use include_dir::{Dir, include_dir};
use serde_json::{Value, json};
use tera::Context;

use super::args::GuideArgs;
use super::console::print_to_stdout;
use super::failure::Failure;
use super::schema::described;
use super::template::filled_in;
use crate::base::source::SETTINGS_FILE;
use crate::messages::{Messages, UiLanguage};
use crate::notation::schema::Record;
use crate::site::new_files;
use presence::presence;
use types::{Place, TYPES, Type};

pub(super) use help::help;

/// Below the name of a language, the templates of the pages in it.
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/guide/files");

/// The folder of the types, below that of the guide.
const TYPES_FOLDER: &str = "campi";

/// What every page has in its second line.
const MARK: &str = "`raccordo export guide`";

/// Writes the pages into a folder, over those that are there. Prints their names.
///
/// # Errors
/// A page of somebody else is there. Nothing is written then.
pub(super) fn export(args: &GuideArgs) -> Result<ExitCode, Failure> {
    let folder = &args.guide;
    let mut all = Vec::new();
    for (language, ending) in languages(folder) {
        let guide = Guide {
            folder,
            messages: &Messages::new(language),
            ending,
        };
        all.extend(guide.pages()?);
    }
    for (name, _) in &all {
        let there = new_files::read(&folder.join(name)).unwrap_or_default();
        let is_own = |line: &str| line.starts_with('#') && line.contains(MARK);
        if !there.is_empty() && !there.lines().nth(1).is_some_and(is_own) {
            let path = folder.join(name).to_string_lossy().into_owned();
            return Err(Failure::new("cli-not-own").text("path", path));
        }
    }
    for (name, text) in all {
        let path = folder.join(&name);
        let written = new_files::put(folder, &path, &text);
        written.map_err(|error| Failure::cannot_write(&path, &error))?;
        print_to_stdout(&name);
    }
    Ok(ExitCode::SUCCESS)
}

/// The languages of the guide that the site has in which a folder is, with the ends of file names. Its own has none, and is
/// English if the guide does not have it. Of a folder in no site, all.
fn languages(folder: &Path) -> Vec<(UiLanguage, String)> {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let mut above = folder.ancestors();
    let settings = above.find_map(|it| new_files::read(&it.join(SETTINGS_FILE)));
    let tags = settings.and_then(|text| words::languages(&text));
    let tags = tags.unwrap_or_else(|| UiLanguage::ALL.map(|it| it.tag().to_owned()).into());
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    let own = |tag: &String| UiLanguage::ALL.into_iter().find(|it| base(tag) == it.tag());
    let original = tags.first().and_then(own).unwrap_or(UiLanguage::English);
    let others = tags
        .iter()
        .filter_map(|tag| Some((own(tag)?, format!(".{tag}"))));
    let others = others.filter(|(language, _)| *language != original);
    std::iter::once((original, String::new()))
        .chain(others)
        .collect()
}

/// The pages in a language.
struct Guide<'a> {
    folder: &'a Path,
    messages: &'a Messages,
    /// What the names of files end with before `.md`, in a translation: `.en`.
    ending: String,
}

impl Guide<'_> {
    /// The pages, each with its path below the folder of the guide.
    fn pages(&self) -> Result<Vec<(String, String)>, Failure> {
        let messages = self.messages;
        let mut pages = Vec::new();
        let mut add = |path: String, template: &str, values: Value| -> Result<(), Failure> {
            let text = self.page(template, values)?;
            pages.push((path.replace(".md", &format!("{}.md", self.ending)), text));
            Ok(())
        };
        let listed: Vec<Value> = TYPES.iter().map(|it| listed(it, messages)).collect();
        add(
            format!("{TYPES_FOLDER}/_index.md"),
            "types.md",
            json!({ "types": listed }),
        )?;
        for (index, of) in TYPES.iter().enumerate() {
            let path = format!("{TYPES_FOLDER}/{}.md", of.word);
            add(path, "type.md", self.of_type(of, index))?;
        }
        for (name, values) in codes::pages(messages) {
            add(name.to_owned(), "codes.md", values)?;
        }
        add(
            "vocabolari.md".to_owned(),
            "words.md",
            words::lists(messages.language()),
        )?;
        add(
            "manuale-temi.md".to_owned(),
            "themes.md",
            themes::reference(messages.language()),
        )?;
        Ok(pages)
    }

    fn page(&self, template: &str, values: Value) -> Result<String, Failure> {
        let language = self.messages.language().tag();
        let file = TEMPLATES.get_file(format!("{language}/{template}"));
        let text = file.and_then(|it| it.contents_utf8()).unwrap_or_default();
        let mut context = Context::from_serialize(&values).unwrap_or_default();
        // A translation does not repeat facts.
        context.insert("is_original", &self.ending.is_empty());
        Ok(filled_in(text, &context)?.trim_end().to_owned() + "\n")
    }

    fn of_type(&self, of: &Type, index: usize) -> Value {
        let messages = self.messages;
        let fields = of.fields().into_iter().map(|it| of_field(&it, messages));
        let mut shared = of.record.shared.iter().filter_map(|it| Type::of(it));
        // The pictures are made of the example site; not every guide has them.
        let picture = format!("{TYPES_FOLDER}/immagini/{}.png", of.word);
        json!({
            "title": title(of, messages),
            "word": of.word,
            "order": index + 1,
            "doc": described(of.record, None, messages),
            "has_common": shared.next().is_some(),
            "example": examples::of_type(of),
            "has_picture": self.folder.join(picture).is_file(),
            "fields": fields.collect::<Vec<_>>(),
        })
    }
}

fn listed(of: &Type, messages: &Messages) -> Value {
    json!({
        "word": of.word,
        "title": title(of, messages),
        "doc": described(of.record, None, messages),
    })
}

fn of_field(place: &Place, messages: &Messages) -> Value {
    let link = |record: &Record| {
        let of = Type::of(record)?;
        Some(format!("[{}]({}.md)", title(of, messages), of.word))
    };
    json!({
        "path": place.path,
        "anchor": anchor(&place.path),
        "doc": described(place.record, Some(place.field), messages),
        "shape": shape::in_words(place.field, messages, &link, |list| {
            format!("[`{list}`](../vocabolari.md#{list})")
        }),
        "presence": presence(place, messages),
        "example": examples::of_field(place),
    })
}

/// The anchor of a field. Pages have some anchors of their own, such as `seats`.
fn anchor(path: &str) -> String {
    format!("key-{}", path.replace('.', "-"))
}

fn title(of: &Type, messages: &Messages) -> String {
    messages.text(&format!("guide-type-{}", of.word), &[])
}

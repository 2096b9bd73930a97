//! The pages of the guide that say what the program itself knows: fields, codes of messages, words of lists. They are
//! made of the declarations by which files are read, so they cannot say anything else.

mod codes;
pub(super) mod examples;
mod help;
mod shape;
mod types;
mod words;

use std::process::ExitCode;

use include_dir::{Dir, include_dir};
use serde_json::{Value, json};
use tera::Context;

use super::args::GuideArgs;
use super::console::print_to_stdout;
use super::failure::Failure;
use super::schema::described;
use super::template::filled_in;
use crate::messages::{Messages, UiLanguage};
use crate::notation::schema::Record;
use crate::site::new_files;
use types::{Place, TYPES, Type};

pub(super) use help::help;

/// Below the name of a language, the templates of the pages in it.
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/guide/files");

/// The folder of the types, below that of the guide.
const TYPES_FOLDER: &str = "campi";

/// Writes the pages into a folder, in both languages, over those that are there. Prints their names.
pub(super) fn export(args: &GuideArgs) -> Result<ExitCode, Failure> {
    for language in UiLanguage::ALL {
        for (name, text) in pages(&Messages::new(language))? {
            let path = args.guide.join(&name);
            new_files::put(&args.guide, &path, &text)
                .map_err(|error| Failure::cannot_write(&path, &error))?;
            print_to_stdout(&name);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The pages in a language, each with its path below the folder of the guide.
fn pages(messages: &Messages) -> Result<Vec<(String, String)>, Failure> {
    let mut pages = Vec::new();
    let mut add = |path: String, template: &str, values: Value| -> Result<(), Failure> {
        let text = page(template, values, messages)?;
        pages.push((in_language(&path, messages.language()), text));
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
        add(path, "type.md", of_type(of, index, messages))?;
    }
    for (name, values) in codes::pages(messages) {
        add(name.to_owned(), "codes.md", values)?;
    }
    add(
        "vocabolari.md".to_owned(),
        "words.md",
        words::lists(messages.language()),
    )?;
    Ok(pages)
}

/// `body.md` is the Italian page, `body.en.md` the English one.
fn in_language(path: &str, language: UiLanguage) -> String {
    match language {
        UiLanguage::Italian => path.to_owned(),
        other => path.replace(".md", &format!(".{}.md", other.tag())),
    }
}

fn page(template: &str, values: Value, messages: &Messages) -> Result<String, Failure> {
    let file = TEMPLATES.get_file(format!("{}/{template}", messages.language().tag()));
    let text = file.and_then(|it| it.contents_utf8()).unwrap_or_default();
    let context = Context::from_serialize(&values).unwrap_or_default();
    Ok(filled_in(text, &context)?.trim_end().to_owned() + "\n")
}

fn listed(of: &Type, messages: &Messages) -> Value {
    json!({
        "word": of.word,
        "title": title(of, messages),
        "doc": described(of.record, None, messages),
    })
}

fn of_type(of: &Type, index: usize, messages: &Messages) -> Value {
    let fields = of.fields().into_iter().map(|it| of_field(&it, messages));
    let mut shared = of.record.shared.iter().filter_map(|it| Type::of(it));
    json!({
        "title": title(of, messages),
        "word": of.word,
        "order": index + 1,
        "doc": described(of.record, None, messages),
        "has_common": shared.next().is_some(),
        "example": examples::of_type(of),
        "has_picture": of.is_shown,
        "fields": fields.collect::<Vec<_>>(),
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
        "optional": place.field.is_optional(),
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

//! What a theme can use, for the guide: templates, variables, blocks, components, lists and labels.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::theme_types;
use super::types::records;
use crate::base::source::SourcePath;
use crate::messages::UiLanguage;
use crate::notation::schema::Record;
use crate::site::theme::add_embedded;
use crate::site::theme::manifest::Manifest;

/// The values of the page.
pub(super) fn reference(language: UiLanguage) -> Value {
    let mut files = BTreeMap::new();
    add_embedded(&mut files);
    let texts = files.into_iter();
    let texts: BTreeMap<SourcePath, String> = texts
        .map(|(path, file)| (path, file.text().into_owned()))
        .collect();
    let below = |folder: &str| {
        let folder = format!("themes/civico/{folder}");
        let texts = texts.iter();
        texts.filter_map(move |(path, text)| Some((path.as_str().strip_prefix(&folder)?, text)))
    };
    let components: Vec<Value> = below("templates/components/")
        .flat_map(|(file, text)| components(file, text))
        .collect();
    let labels = format!("{}.ftl", language.tag());
    let labels = below("i18n/").find(|(file, _)| *file == labels);
    json!({
        "templates": theme_types::templates(),
        "variables": theme_types::variables(),
        "types": theme_types::types(),
        "blocks": blocks(below("templates/")),
        "components": components,
        "manifest": keys(Manifest::RECORD),
        "labels": labels.map(|(_, text)| text.trim()),
    })
}

/// The blocks, each with the templates in which it is.
fn blocks<'a>(templates: impl Iterator<Item = (&'a str, &'a String)>) -> Value {
    let mut blocks: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (file, text) in templates {
        for rest in text.split("{% block ").skip(1) {
            let name = rest.split([' ', '%']).next().unwrap_or_default();
            blocks.entry(name).or_default().push(file);
        }
    }
    let blocks = blocks.into_iter();
    blocks
        .map(|(name, files)| json!({ "name": name, "files": files }))
        .collect()
}

/// The components in a file, each with its arguments and the comment above it.
fn components(file: &str, text: &str) -> Vec<Value> {
    const START: &str = "{% component ";
    let starts = text.match_indices(START).filter_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        let (call, _) = rest.strip_prefix(START)?.split_once(')')?;
        let (name, arguments) = call.split_once('(')?;
        let comment = before.trim_end().strip_suffix("#}");
        let comment = comment.and_then(|it| it.rsplit_once("{#"));
        Some(json!({
            "file": file,
            "name": name,
            "arguments": cell(arguments),
            "doc": cell(comment.map_or("", |(_, comment)| comment)),
        }))
    });
    starts.collect()
}

/// The keys of a record of `theme.toml`, each followed by those below it.
fn keys(record: &'static Record) -> Vec<Value> {
    let mut keys = Vec::new();
    for field in record.all_fields() {
        keys.push(json!({ "key": field.key, "doc": cell(field.doc) }));
        for inner in records(field.shape) {
            let below = inner.all_fields();
            keys.extend(below.map(
                |it| json!({ "key": format!("{}.*.{}", field.key, it.key), "doc": cell(it.doc) }),
            ));
        }
    }
    keys
}

/// A comment without links to types of the program.
fn without_links(doc: &str) -> String {
    let mut parts = doc.split("[`");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("`]").unwrap_or((part, ""));
        let target = rest.strip_prefix('(').and_then(|it| it.split_once(')'));
        let rest = target.map_or(rest, |(_, rest)| rest);
        text.push_str(&format!("`{name}`{rest}"));
    }
    text
}

/// A text in a cell of a table. What would be a component or a tag is not one.
pub(super) fn cell(text: &str) -> String {
    let text = without_links(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut cell = String::new();
    for (index, part) in words.join(" ").split('`').enumerate() {
        let is_code = index % 2 == 1;
        let part = part.replace('|', "\\|");
        match is_code {
            true => cell.push_str(&format!("`{part}`")),
            false => {
                let escaped = part.chars().flat_map(|c| {
                    let sign = "<{[*_".contains(c).then_some('\\');
                    sign.into_iter().chain([c])
                });
                cell.extend(escaped);
            }
        }
    }
    cell
}

//! Where a new thing belongs: a file of its own, or a list of an existing file.

use crate::base::source::SourcePath;
use crate::cli::args::{NewArgs, Thing};
use crate::cli::failure::Failure;
use crate::content::inventory::{self, Inventory};
use crate::content::model::EntityKind;
use crate::content::parse::{FileKind, REGISTRY_LISTS, classify};
use crate::content::settings::Settings;
use crate::notation::scalar::Id;

/// A place for a new thing.
pub(super) enum Place {
    /// A new file.
    Page(SourcePath),
    /// An entry of a list.
    Entry {
        /// The file, which may be new.
        file: SourcePath,
        /// The key of the list.
        key: String,
        /// Of a table, the id of its body.
        body: Option<String>,
    },
}

impl Place {
    /// How others refer to what is written here.
    pub(super) fn reference(&self, thing: Thing, id: &Id) -> String {
        match (self, thing.kind()) {
            (
                Place::Entry {
                    body: Some(body), ..
                },
                _,
            ) => format!("body/{body}/{id}"),
            (_, Some(kind)) => format!("{}/{id}", kind.as_str()),
            _ => id.to_string(),
        }
    }
}

/// Finds the place for a thing, which nothing else may have.
pub(super) fn place(
    args: &NewArgs,
    id: &Id,
    settings: &Settings,
    inventory: &Inventory,
) -> Result<Place, Failure> {
    let Some(kind) = args.what.kind() else {
        return table(body(args, inventory)?, id);
    };
    if let Some(other) = inventory.find(kind, id) {
        return Err(taken(
            other.file.as_str(),
            &format!("{}/{id}", kind.as_str()),
            id,
        ));
    }
    // `--in` names the body that meets.
    if kind == EntityKind::Meeting {
        let folder = body(args, inventory)?.file.folder();
        let is_page_there = |it: &inventory::Thing| {
            it.file.folder() == folder && it.file.file_name().ends_with(".md")
        };
        let registry = inventory.registry(kind);
        let has_pages = inventory.of_kind(kind).any(is_page_there);
        return match registry.filter(|_| !has_pages) {
            Some(file) => entry("meetings", file.clone()),
            None => page(kind, id, folder, settings),
        };
    }
    let typed = args.place.as_deref();
    let list = REGISTRY_LISTS.iter().find(|(_, it)| *it == kind);
    let is_registry = |path: &str| path.ends_with(".yaml") || path.ends_with(".yml");
    match (list, typed) {
        (Some((key, _)), Some(typed)) if is_registry(typed) => entry(key, below_content(typed)?),
        (Some((key, _)), None) => match inventory.registry(kind) {
            Some(file) => entry(key, file.clone()),
            None => entry(key, SourcePath::new(&format!("content/{key}.yaml"))),
        },
        (_, Some(typed)) => page(kind, id, below_content(typed)?.as_str(), settings),
        (None, None) => page(kind, id, "content", settings),
    }
}

/// The body that `--in` names, or the only one there is.
fn body<'a>(args: &NewArgs, inventory: &'a Inventory) -> Result<&'a inventory::Thing, Failure> {
    let bodies: Vec<&inventory::Thing> = inventory.of_kind(EntityKind::Body).collect();
    let ids: Vec<&str> = bodies.iter().map(|it| it.name.id.as_str()).collect();
    let which = |key| Failure::new(key).text("ids", ids.join(", "));
    match (&args.place, bodies.as_slice()) {
        (_, []) => Err(Failure::new("cli-no-body").with_hint("cli-no-body-hint")),
        (None, [only]) => Ok(only),
        (None, _) => Err(which("cli-which-body")),
        (Some(typed), _) => {
            let id = typed.strip_prefix("body/").unwrap_or(typed);
            let id = id.split('/').next().unwrap_or(id);
            let found = inventory.find(EntityKind::Body, id);
            found.ok_or_else(|| which("cli-unknown-body").text("value", typed))
        }
    }
}

/// Of a meeting, the body that meets, or the table of it that `--in` names.
pub(super) fn meeting_body(
    args: &NewArgs,
    inventory: &Inventory,
) -> Result<Option<String>, Failure> {
    if args.what.kind() != Some(EntityKind::Meeting) {
        return Ok(None);
    }
    let body = body(args, inventory)?;
    let id = body.name.id.to_string();
    let typed = args.place.as_deref().unwrap_or(&id);
    let below = typed.strip_prefix("body/").unwrap_or(typed);
    let Some((_, table)) = below.split_once('/') else {
        return Ok(Some(id));
    };
    let named = |table: &String| format!("{id}/{table}");
    match body.tables.iter().find(|it| *it == table) {
        Some(table) => Ok(Some(named(table))),
        None => {
            let tables: Vec<String> = body.tables.iter().map(named).collect();
            let failure = Failure::new("cli-unknown-table").text("value", typed);
            Err(failure.text("ids", tables.join(", ")))
        }
    }
}

fn table(body: &inventory::Thing, id: &Id) -> Result<Place, Failure> {
    if body.tables.iter().any(|it| it.eq_ignore_ascii_case(id)) {
        let name = format!("body/{}/{id}", body.name.id);
        return Err(taken(body.file.as_str(), &name, id));
    }
    Ok(Place::Entry {
        file: body.file.clone(),
        key: "tables".to_owned(),
        body: Some(body.name.id.to_string()),
    })
}

fn entry(key: &str, file: SourcePath) -> Result<Place, Failure> {
    Ok(Place::Entry {
        file,
        key: key.to_owned(),
        body: None,
    })
}

fn page(kind: EntityKind, id: &Id, folder: &str, settings: &Settings) -> Result<Place, Failure> {
    let (name, expected) = match kind {
        EntityKind::Section => (format!("{id}/_index.md"), FileKind::SectionIndex),
        _ => (format!("{id}.md"), FileKind::Page),
    };
    let file = SourcePath::new(&format!("{folder}/{name}"));
    // `avviso.de` would be the translation of `avviso`.
    match classify(&file, settings) == expected {
        true => Ok(Place::Page(file)),
        false => Err(Failure::new("cli-bad-id")
            .text("value", id.as_str())
            .text("near", "")),
    }
}

/// The folder or file below `content/` that `--in` names, with or without `content/`.
fn below_content(typed: &str) -> Result<SourcePath, Failure> {
    let bad = || Failure::new("cli-bad-place").text("value", typed);
    let below = typed.replace('\\', "/");
    let is_absolute = below.starts_with('/') || below.contains(':');
    let path = SourcePath::new("content/x").join(below.strip_prefix("content/").unwrap_or(&below));
    let path = path.filter(|path| {
        let mut names = path.as_str().split('/');
        names.next() == Some("content") && !names.any(|name| name.starts_with('.'))
    });
    path.filter(|_| !is_absolute).ok_or_else(bad)
}

fn taken(file: &str, name: &str, id: &Id) -> Failure {
    Failure::new("cli-taken-id")
        .text("path", file)
        .text("name", name)
        .text("near", format!("{id}-2"))
        .with_hint("cli-taken-id-hint")
}

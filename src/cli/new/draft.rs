//! What `raccordo new` writes: a new file, or a file with an entry more.

use std::collections::BTreeMap;
use std::ops::Range;

use include_dir::{Dir, include_dir};

use super::keys::{self, Keys};
use super::place::{Place, meeting_body, place};
use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::build::AsOf;
use crate::cli::args::{NewArgs, word};
use crate::cli::failure::Failure;
use crate::cli::meaningful_id::meaningful_id;
use crate::cli::template::{SiteLanguage, filled_in, one_line};
use crate::content::inventory::Inventory;
use crate::content::settings::Settings;
use crate::notation::front_matter;
use crate::notation::scalar::Id;
use crate::notation::yaml;

/// Below the name of a language, one template for each kind of thing; it is the front matter of a page, and also an entry
/// of a registry or of the tables of a body.
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/new/files");

pub(super) struct Request<'a> {
    pub(super) args: &'a NewArgs,
    pub(super) now: AsOf,
}

pub(super) struct Draft {
    pub(super) file: SourcePath,
    /// The text that the file has. `None` if it is new.
    pub(super) before: Option<String>,
    /// The text that it gets.
    pub(super) text: String,
    /// The part of it that is new.
    pub(super) place: Range<usize>,
    /// The name by which others refer to the new thing: `body/consulta`.
    pub(super) name: String,
}

impl Draft {
    /// The name without the kind, as it stands in fields: `consulta`.
    pub(super) fn id(&self) -> &str {
        self.name.split_once('/').map_or(&*self.name, |(_, id)| id)
    }
}

/// Decides what to write on a site with these settings and texts.
pub(super) fn draft(
    request: Request<'_>,
    settings: &str,
    texts: &BTreeMap<SourcePath, String>,
) -> Result<Draft, Failure> {
    let args = request.args;
    let settings = Settings::read(&SourcePath::new(SETTINGS_FILE), settings)
        .map_err(|_| Failure::new("cli-bad-settings").with_hint("cli-bad-settings-hint"))?;
    let files = texts.iter().map(|(path, text)| (path, text.as_str()));
    let inventory = Inventory::of(files, &settings);
    let title = one_line(&args.name);
    let id = id(args, &title)?;
    let place = place(args, &id, &settings, &inventory)?;
    let body = meeting_body(args, &inventory)?;
    let keys = Keys {
        thing: args.what,
        title: &title,
        id: &id,
        place: &place,
        body: body.as_deref(),
        settings: &settings,
        inventory: &inventory,
        now: request.now,
    };
    let language = SiteLanguage::of_tag(settings.default_language().as_str());
    let language = language.unwrap_or(SiteLanguage::En);
    let path = format!("{}/{}.md", language.tag(), word(args.what));
    let template = TEMPLATES.get_file(&path).and_then(|it| it.contents_utf8());
    let text = filled_in(template.unwrap_or_default(), &keys::values(&keys))?;
    let name = place.reference(args.what, &id);
    match place {
        Place::Page(file) => Ok(Draft {
            place: 0..text.len(),
            file,
            before: None,
            text,
            name,
        }),
        Place::Entry { file, key, .. } => entry(file, &key, &text, texts, name),
    }
}

/// The id that was typed, or one made of the title.
fn id(args: &NewArgs, title: &str) -> Result<Id, Failure> {
    let made = meaningful_id(title);
    match &args.id {
        Some(typed) => Id::parse(typed).ok_or_else(|| {
            let near = meaningful_id(typed);
            let failure = Failure::new("cli-bad-id")
                .text("value", typed)
                .text("near", &near);
            match near.is_empty() {
                true => failure,
                false => failure.with_hint("cli-bad-id-hint"),
            }
        }),
        None => Id::parse(&made).ok_or_else(|| Failure::new("cli-no-id").text("title", title)),
    }
}

/// An entry in a registry, or in the tables of a body.
fn entry(
    file: SourcePath,
    key: &str,
    template: &str,
    texts: &BTreeMap<SourcePath, String>,
    name: String,
) -> Result<Draft, Failure> {
    // A template is the front matter of a page; what follows it is no part of an entry.
    let front_matter = front_matter::cut(template).ok();
    let entry = front_matter.and_then(|parts| template.get(parts.front_matter));
    let entry = entry.unwrap_or_default();
    let before = texts.get(&file);
    let source = before.map_or("", String::as_str);
    let range = match file.file_name().ends_with(".md") {
        true => front_matter::cut(source).map_or(0..0, |parts| parts.front_matter),
        false => 0..source.len(),
    };
    let cannot = || {
        Failure::new("cli-cannot-add")
            .text("path", file.as_str())
            .text("key", key)
    };
    let (text, place) = yaml::append(source, range, key, entry).ok_or_else(cannot)?;
    Ok(Draft {
        before: before.cloned(),
        text,
        place,
        file,
        name,
    })
}

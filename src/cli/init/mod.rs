//! `raccordo init`: the files that a site begins with. What is there stays as it is.

mod answers;
mod questions;

use std::path::Path;
use std::process::ExitCode;

use include_dir::{Dir, include_dir};

use super::args::{InitArgs, SchemaType, word};
use super::console::print_to_stdout;
use super::example_site;
use super::failure::Failure;
use super::numbers::number;
use super::schema;
use super::template::{SiteLanguage, files, filled_in};
use crate::base::diagnostic::Arg;
use crate::base::source::SETTINGS_FILE;
use crate::messages::{Messages, UiLanguage};
use crate::site::new_files;
use answers::Answers;

/// Below the name of a language, the files of a site in that language; below `all`, those that are the same in each, and below the
/// name of a forge, its workflows.
/// `dot-` at the start of a name stands for a dot.
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init/files");

/// The schemas to which the settings of editors lead.
const SCHEMAS: [(&str, SchemaType); 2] = [
    (".vscode/registry.schema.json", SchemaType::Registry),
    (".vscode/site.schema.json", SchemaType::Settings),
];

pub(super) fn init(args: &InitArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let folder = &args.dir;
    let is_site = folder.join(SETTINGS_FILE).symlink_metadata().is_ok();
    let mut begun = Begun::default();
    if args.example && !is_site {
        for (name, bytes) in example_site::files() {
            begun.write(folder, &name, bytes)?;
        }
    }
    let settings = new_files::read(&folder.join(SETTINGS_FILE));
    let answers = match settings {
        Some(settings) => Answers::of_site(args, &settings),
        None => questions::ask(args, messages),
    };
    let language = answers.language.tag();
    let forge = args.forge.map(word);
    let folders = ["all", language].into_iter().chain(forge.as_deref());
    for (name, template) in folders.flat_map(|folder| files(&TEMPLATES, folder)) {
        // A site that exists may have its pages under other names.
        let is_of_site = name.starts_with("content/") || name == SETTINGS_FILE;
        if is_site && name.starts_with("content/") {
            begun.leave_out(folder, name);
        } else if !(args.example && is_of_site) {
            let text = filled_in(template, &answers.values())?;
            begun.write(folder, &file_name(&name), text.as_bytes())?;
        }
    }
    begun.write_schemas(folder, answers.language)?;
    let unused = if is_site { given(args) } else { Vec::new() };
    begun.print(folder, is_site, &unused, messages);
    Ok(ExitCode::SUCCESS)
}

/// The options that only a new site takes.
fn given(args: &InitArgs) -> Vec<&'static str> {
    let options = [
        ("--authority", args.authority.is_some()),
        ("--title", args.title.is_some()),
        ("--language", args.language.is_some()),
        ("--example", args.example),
    ];
    let given = options.into_iter().filter(|(_, is_given)| *is_given);
    given.map(|(option, _)| option).collect()
}

fn file_name(template: &str) -> String {
    let names = template.split('/');
    let names = names.map(|name| match name.strip_prefix("dot-") {
        Some(rest) => format!(".{rest}"),
        None => name.to_owned(),
    });
    names.collect::<Vec<_>>().join("/")
}

/// What has become of the files.
#[derive(Default)]
struct Begun {
    new: Vec<String>,
    kept: Vec<String>,
    /// Pages that a site which exists does not have, at least not under these names.
    left_out: Vec<String>,
}

impl Begun {
    fn write(&mut self, folder: &Path, name: &str, text: &[u8]) -> Result<(), Failure> {
        let path = folder.join(name);
        match new_files::create(folder, &path, text) {
            Ok(true) => self.new.push(name.to_owned()),
            Ok(false) => self.kept.push(name.to_owned()),
            Err(error) => return Err(Failure::cannot_write(&path, &error)),
        }
        Ok(())
    }

    /// Takes note of a page that is not written.
    fn leave_out(&mut self, folder: &Path, name: String) {
        if folder.join(&name).symlink_metadata().is_err() {
            self.left_out.push(name);
        }
    }

    /// Writes the schemas by which editors complete and check registries and settings.
    fn write_schemas(&mut self, folder: &Path, language: SiteLanguage) -> Result<(), Failure> {
        let messages = Messages::new(match language {
            SiteLanguage::It => UiLanguage::Italian,
            SiteLanguage::En | SiteLanguage::De => UiLanguage::English,
        });
        let settings = new_files::read(&folder.join(SETTINGS_FILE));
        for (name, of) in SCHEMAS {
            let text = schema::text(of, settings.as_deref(), &messages)
                .or_else(|_| schema::text(of, None, &messages))?;
            self.write(folder, name, format!("{text}\n").as_bytes())?;
        }
        Ok(())
    }

    fn print(&self, folder: &Path, is_site: bool, unused: &[&str], messages: &Messages) {
        let shown = [
            ("folder", Arg::Text(folder.to_string_lossy().into_owned())),
            ("new", number(self.new.len())),
            ("kept", number(self.kept.len())),
        ];
        let begun = if is_site {
            "cli-begun-again"
        } else {
            "cli-begun"
        };
        print_to_stdout(&messages.text(begun, &shown));
        for name in &self.new {
            print_to_stdout(&format!("  + {name}"));
        }
        if !self.kept.is_empty() {
            print_to_stdout(&messages.text("cli-begun-kept", &shown));
            for name in &self.kept {
                print_to_stdout(&format!("  = {name}"));
            }
        }
        // Of the files that are written, only the workflow of a forge is called so.
        let forge = self.new.iter().find(|name| name.ends_with(".yml"));
        for (key, name, list) in [
            (
                "cli-begun-forge",
                "file",
                forge.cloned().unwrap_or_default(),
            ),
            ("cli-begun-unused", "options", unused.join(", ")),
            ("cli-begun-left-out", "names", self.left_out.join(", ")),
        ] {
            if !list.is_empty() {
                print_to_stdout(&messages.text(key, &[(name, Arg::Text(list))]));
            }
        }
        print_to_stdout(&messages.text("cli-begun-next", &shown));
    }
}

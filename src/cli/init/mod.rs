//! `raccordo init`: the files that a site begins with. What is there stays as it is.

mod answers;
mod questions;

use std::path::Path;
use std::process::ExitCode;

use include_dir::{Dir, include_dir};

use super::args::InitArgs;
use super::console::print_to_stdout;
use super::failure::Failure;
use super::numbers::number;
use super::template::{files, filled_in};
use crate::base::diagnostic::Arg;
use crate::base::source::SETTINGS_FILE;
use crate::messages::Messages;
use crate::site::new_files;
use answers::Answers;

/// Below the name of a language, the files of a site in that language; below `all`, those that are the same in each.
/// `dot-` at the start of a name stands for a dot.
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init/files");

/// Begins a site.
pub(super) fn init(args: &InitArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let folder = &args.dir;
    let is_site = folder.join(SETTINGS_FILE).symlink_metadata().is_ok();
    let settings = new_files::read(&folder.join(SETTINGS_FILE));
    let answers = match settings {
        Some(settings) => Answers::of_site(args, &settings),
        None => questions::ask(args, messages),
    };
    let language = answers.language.tag();
    let mut begun = Begun::default();
    for (name, template) in files(&TEMPLATES, "all").chain(files(&TEMPLATES, language)) {
        // A site that exists may have its pages under other names.
        if !is_site || !name.starts_with("content/") {
            let text = filled_in(template, &answers.values())?;
            begun.write(folder, &file_name(&name), &text)?;
        }
    }
    begun.print(folder, messages);
    Ok(ExitCode::SUCCESS)
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
}

impl Begun {
    fn write(&mut self, folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
        let path = folder.join(name);
        match new_files::create(&path, text) {
            Ok(true) => self.new.push(name.to_owned()),
            Ok(false) => self.kept.push(name.to_owned()),
            Err(error) => return Err(Failure::cannot_write(&path, &error)),
        }
        Ok(())
    }

    fn print(&self, folder: &Path, messages: &Messages) {
        let shown = [
            ("folder", Arg::Text(folder.to_string_lossy().into_owned())),
            ("new", number(self.new.len())),
            ("kept", number(self.kept.len())),
        ];
        print_to_stdout(&messages.text("cli-begun", &shown));
        for name in &self.new {
            print_to_stdout(&format!("  + {name}"));
        }
        if !self.kept.is_empty() {
            print_to_stdout(&messages.text("cli-begun-kept", &shown));
            for name in &self.kept {
                print_to_stdout(&format!("  = {name}"));
            }
        }
        print_to_stdout(&messages.text("cli-begun-next", &shown));
    }
}

//! `raccordo new`: a page in its place, or an entry in its registry, with the keys that it needs.

mod draft;
mod editor;
mod keys;
mod place;

use std::process::ExitCode;

use super::args::{NewArgs, SiteArgs, word};
use super::command_site::site_to_check;
use super::console::{Reporter, print_to_stdout, text_reader};
use super::failure::Failure;
use crate::base::diagnostic::{Arg, Diagnostic};
use crate::base::source::{Changes, SETTINGS_FILE};
use crate::build::{AsOf, Observer, Project, Site, unix_seconds};
use crate::messages::Messages;
use crate::notation::place::Locator;
use crate::site::new_files;
use draft::{Draft, Request, draft};

/// Writes what is asked for, and reports what is to be written next.
pub(super) fn new(args: &NewArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    if args.name.starts_with("--") {
        return Err(Failure::new("cli-unknown-argument")
            .text("arg", &args.name)
            .text("near", ""));
    }
    let of_site = SiteArgs {
        root: args.root.clone(),
        all: true,
        ..SiteArgs::default()
    };
    let site = site_to_check(&of_site)?;
    let editor = args.edit.then(editor::command).transpose()?;
    let mut project = Project::open(site.clone())?;
    let sources = project.sources();
    let texts = sources.tree().texts.keys();
    let texts = texts.filter_map(|path| Some((path.clone(), sources.text(path)?)));
    let texts = texts.collect();
    let settings = sources.tree().settings.text().into_owned();
    let now = site.day.unwrap_or(AsOf::Moment(unix_seconds()));
    let draft = draft(Request { args, now }, &settings, &texts)?;
    let admitted = project.admit(&draft.file, &draft.text);
    admitted.map_err(|found| in_the_way(&found, &draft, messages))?;
    write(&site, &draft)?;
    let written = [
        ("file", Arg::Text(draft.file.to_string())),
        ("name", Arg::Text(draft.name.clone())),
        ("id", Arg::Text(draft.id().to_owned())),
    ];
    print_to_stdout(&messages.text("cli-written", &written));
    let path = site.root.join(draft.file.as_str());
    let edited = editor.map(|editor| editor::open(&editor, &path));
    if edited.is_some() {
        project = Project::open(site)?;
        project.turn(Changes::default(), Observer::default());
    }
    report(&project, &of_site, &draft, messages);
    let next = format!("cli-written-next-{}", word(args.what));
    print_to_stdout(&messages.text(&next, &written));
    edited.unwrap_or(Ok(ExitCode::SUCCESS))
}

fn write(site: &Site, draft: &Draft) -> Result<(), Failure> {
    let path = site.root.join(draft.file.as_str());
    let written = match &draft.before {
        Some(before) => new_files::replace(&site.root, &path, before, &draft.text).map(|()| true),
        None => new_files::create(&site.root, &path, &draft.text),
    };
    match written {
        Ok(true) => Ok(()),
        Ok(false) => Err(Failure::new("cli-exists").text("path", draft.file.as_str())),
        Err(error) => Err(Failure::cannot_write(&path, &error)),
    }
}

/// Says what `raccordo check` would find if the draft was written, with what, and which id it could have.
fn in_the_way(found: &Diagnostic, draft: &Draft, messages: &Messages) -> Failure {
    let id = draft.name.rsplit('/').next().unwrap_or_default();
    let places = [Some(&found.place), found.related.as_deref()].into_iter();
    let mut files = places.flatten().map(|place| &place.file);
    let other = files.find(|file| **file != draft.file);
    let other = other.unwrap_or(&draft.file).as_str();
    let key = match other {
        // Pages that nobody has written are those of the settings.
        SETTINGS_FILE => "cli-in-the-way-of-generated",
        _ => "cli-in-the-way",
    };
    Failure::new(key)
        .text("message", messages.message(found))
        .text("path", other)
        .text("near", format!("{id}-2"))
        .with_hint("cli-taken-id-hint")
}

/// Prints what `raccordo check` finds in what was written.
fn report(project: &Project, args: &SiteArgs, draft: &Draft, messages: &Messages) {
    let text_of = |path: &_| project.sources().text(path).map(Into::into);
    let mut locator = Locator::new(text_of);
    let findings = project.workspace().findings().in_file(&draft.file);
    // What an editor has added stands in what is new.
    let length = project.sources().text(&draft.file).map_or(0, |it| it.len());
    let end = (draft.place.end + length).saturating_sub(draft.text.len());
    let place = draft.place.start..end;
    let in_draft: Vec<&Diagnostic> = findings
        .filter(|it| place.contains(&locator.location(&it.place).start))
        .collect();
    let reporter = Reporter::new(args, &project.site().root, messages);
    reporter.print(&text_reader(project.sources()), &in_draft);
}

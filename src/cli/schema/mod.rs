//! `raccordo schema`: JSON Schema of what editors write, with the words of their site, and of what programs read.

mod types;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::args::{SchemaArgs, SchemaType, SiteArgs};
use super::command_site::site_to_check;
use super::console::print_to_stdout;
use super::failure::Failure;
use crate::base::source::SETTINGS_FILE;
use crate::messages::Messages;
use crate::site::new_files;

pub(super) use types::described;

/// Prints the schema of a type. Without a site, it has the words that every site has.
pub(super) fn schema(args: &SchemaArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let of_site = SiteArgs {
        root: args.root.clone(),
        ..SiteArgs::default()
    };
    let site = match site_to_check(&of_site) {
        Err(failure) if args.root.is_some() => return Err(failure),
        found => found.ok(),
    };
    let settings = site.and_then(|site| new_files::read(&site.root.join(SETTINGS_FILE)));
    let of = args.of.unwrap_or(SchemaType::Any);
    let text = text(of, settings.as_deref(), messages)?;
    match &args.file {
        Some(file) => write(file, &text)?,
        None => print_to_stdout(&text),
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a schema, whole or not at all. Only another schema is replaced.
fn write(file: &Path, text: &str) -> Result<(), Failure> {
    // So that it has a folder above it, also if it is only a name.
    let path = Path::new(".").join(file);
    if new_files::read(&path).is_some_and(|it| !it.contains("\"$schema\"")) {
        return Err(Failure::new("cli-not-own").text("path", file.display().to_string()));
    }
    let written = match path.parent() {
        Some(folder) => new_files::put(folder, &path, text),
        None => Err(io::ErrorKind::InvalidInput.into()),
    };
    written.map_err(|error| Failure::cannot_write(file, &error))
}

/// The schema of a type as a file, for a site with these settings.
pub(super) fn text(
    of: SchemaType,
    settings: Option<&str>,
    messages: &Messages,
) -> Result<String, Failure> {
    let settings = settings.map(types::settings).transpose()?;
    let schema = types::schema(of, settings.as_ref(), messages);
    Ok(format!("{schema:#}"))
}

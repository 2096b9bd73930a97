//! `raccordo urls`: the addresses of the site, and the list of those that are published.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::process::ExitCode;

use super::args::UrlsArgs;
use super::build::report_all;
use super::command_site::site_to_check;
use super::console::{print_error_count, print_status, print_to_stdout, text_reader};
use super::failure::Failure;
use super::numbers::number;
use super::progress::Progress;
use crate::base::code::{Code, Severity};
use crate::base::source::{ADDRESSES_FILE, Changes};
use crate::build::Project;
use crate::messages::Messages;
use crate::site::new_files;

/// Prints the addresses, or writes them into the list. Nothing is done if the content has errors, but for addresses that are
/// missing.
pub(super) fn urls(args: &UrlsArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let progress = Progress::new(messages);
    let site = site_to_check(&args.site)?;
    let mut project = Project::open(site.clone())?;
    project.turn(Changes::default(), progress.observer());
    progress.finish();
    let mut findings = project.workspace().findings().all();
    let strict = args.site.strict;
    if findings.any(|it| it.severity(strict) == Severity::Error && it.code != Code::LostAddress) {
        let text_of = text_reader(project.sources());
        let tally = report_all(&args.site, project.workspace(), &text_of, false, messages);
        return Ok(print_error_count(tally, "", messages));
    }
    let addresses = project.workspace().addresses();
    let mut text = String::new();
    for address in &addresses {
        let _ = writeln!(text, "{address}");
    }
    if !args.accept {
        print_to_stdout(text.trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let path = site.root.join(ADDRESSES_FILE);
    let written = match new_files::read(&path) {
        Some(before) if before == text => Ok(true),
        Some(before) => new_files::replace(&site.root, &path, &before, &text).map(|()| true),
        None => new_files::create(&site.root, &path, &text),
    };
    match written {
        Ok(true) => {}
        Ok(false) => {
            let error = ErrorKind::AlreadyExists.into();
            return Err(Failure::cannot_write(&path, &error));
        }
        Err(error) => return Err(Failure::cannot_write(&path, &error)),
    }
    let values = [("addresses", number(addresses.len()))];
    print_status(args.site.format, &messages.text("cli-accepted", &values));
    Ok(ExitCode::SUCCESS)
}

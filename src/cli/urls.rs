//! `raccordo urls`: the addresses of the site, and the list of those that are published.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::process::ExitCode;

use super::args::UrlsArgs;
use super::build::checked;
use super::command_site::site_to_check;
use super::console::{Reporter, print_status, print_to_stdout};
use super::failure::Failure;
use super::numbers::number;
use crate::base::code::{Code, Severity};
use crate::base::source::ADDRESSES_FILE;
use crate::messages::Messages;
use crate::site::new_files;

/// Prints the addresses, or writes them into the list. Nothing is done if the content has errors, but for addresses that are
/// missing.
pub(super) fn urls(args: &UrlsArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let project = checked(site_to_check(&args.site)?, messages)?;
    let root = &project.site().root;
    let mut findings = project.workspace().findings().all();
    let strict = args.site.strict;
    if findings.any(|it| it.severity(strict) == Severity::Error && it.code != Code::LostAddress) {
        let reporter = Reporter::new(&args.site, root, messages);
        return Ok(reporter.print_errors(&project, false));
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
    let path = root.join(ADDRESSES_FILE);
    let written = match new_files::read(&path) {
        Some(before) if before == text => Ok(true),
        Some(before) => new_files::replace(root, &path, &before, &text).map(|()| true),
        None => new_files::create(root, &path, &text),
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

//! `raccordo export`: what other programs need of a site.

use std::process::ExitCode;

use super::args::{ExportArgs, ExportKind, RedirectServer, RedirectsArgs};
use super::build::report_all;
use super::command_site::site_to_check;
use super::console::{print_error_count, print_to_stdout, text_reader};
use super::failure::Failure;
use super::guide;
use super::progress::Progress;
use crate::base::source::Changes;
use crate::build::Project;
use crate::messages::Messages;
use crate::site::redirects::{self, Server};

/// Prints or writes what was asked for.
pub(super) fn export(args: &ExportArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    match &args.kind {
        ExportKind::Redirects(args) => redirects(args, messages),
        ExportKind::Guide(args) => guide::export(args),
    }
}

/// Prints the redirects. Nothing is printed if the content has errors.
fn redirects(export: &RedirectsArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let progress = Progress::new(messages);
    let mut project = Project::open(site_to_check(&export.site)?)?;
    project.turn(Changes::default(), progress.observer());
    progress.finish();
    if project
        .workspace()
        .findings()
        .has_errors(export.site.strict)
    {
        let text_of = text_reader(project.sources());
        let tally = report_all(&export.site, project.workspace(), &text_of, false, messages);
        return Ok(print_error_count(tally, "", messages));
    }
    let server = match export.server {
        RedirectServer::Netlify => Server::Netlify,
        RedirectServer::Nginx => Server::Nginx,
        RedirectServer::Apache => Server::Apache,
    };
    let found = project.workspace().redirects();
    let pairs = found.iter().map(|it| (it.from.as_str(), it.to.as_str()));
    print_to_stdout(redirects::write(server, pairs).trim_end());
    project.close();
    Ok(ExitCode::SUCCESS)
}

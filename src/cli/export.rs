//! `raccordo export`: what other programs need of a site.

use std::process::ExitCode;

use super::args::{ExportArgs, ExportKind, RedirectServer, RedirectsArgs};
use super::build::checked;
use super::command_site::site_to_check;
use super::console::{Reporter, print_to_stdout};
use super::failure::Failure;
use super::guide;
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
    let project = checked(site_to_check(&export.site)?, messages)?;
    if project
        .workspace()
        .findings()
        .has_errors(export.site.strict)
    {
        let reporter = Reporter::new(&export.site, &project.site().root, messages);
        return Ok(reporter.print_errors(&project, false));
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

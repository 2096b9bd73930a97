//! The command line: arguments, messages on the terminal, and exit codes.

mod args;
mod build;
mod command_site;
mod console;
mod diff;
mod error_overlay;
mod example_site;
mod explain;
mod export;
mod failure;
mod fix;
mod guide;
mod help;
mod init;
pub mod language;
mod log;
mod mandates;
mod meaningful_id;
mod new;
mod numbers;
mod progress;
mod rebuild_reason;
pub mod report;
mod reported_findings;
mod schema;
mod shell;
mod template;
mod timings;
mod urls;
mod usage;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::messages::Messages;
use args::{Args, Command};
use failure::Failure;

/// Runs the program. The exit code is 0 on success, 1 if the content has errors, and 2 if the program could not run
/// or could not print what it had to.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    // Help and usage errors need the language before the arguments are parsed.
    let messages = Messages::new(language::choose(help::language(&args)));
    let parsed = help::command(&messages)
        .try_get_matches_from(args)
        .and_then(|matches| Args::from_arg_matches(&matches));
    let result = match parsed {
        Ok(args) => execute(args, &messages),
        Err(error) => explain_usage(&error, &messages),
    };
    let status = result.unwrap_or_else(|failure| {
        failure.print(&messages);
        ExitCode::from(2)
    });
    console::exit_status(status, &messages)
}

fn execute(args: Args, messages: &Messages) -> Result<ExitCode, Failure> {
    match args.command {
        Command::Init(command) => init::init(&command, messages),
        Command::New(command) => new::new(&command, messages),
        Command::Schema(command) => schema::schema(&command, messages),
        Command::Completions(command) => shell::completions(&command, messages),
        Command::Help(command) => guide::help(&command, messages),
        Command::Manual => shell::manual(messages),
        Command::Build(command) => build::build(&command, messages),
        Command::Check(command) => match &command.mandates {
            Some(time) => mandates::list(&command, time, messages),
            None => build::check(&command, messages),
        },
        Command::Watch(command) => watch::watch(&command, messages),
        Command::Serve(command) => watch::serve(&command, messages),
        Command::Diff(command) => diff::diff(&command, messages),
        Command::Log(command) => log::log(&command, messages),
        Command::Explain(command) => explain::explain(&command, messages),
        Command::Export(command) => export::export(&command, messages),
        Command::Urls(command) => urls::urls(&command, messages),
    }
}

/// Prints help or the version, or tells what is wrong with the arguments.
fn explain_usage(error: &clap::Error, messages: &Messages) -> Result<ExitCode, Failure> {
    if let Some(failure) = usage::failure(error, messages) {
        return Err(failure);
    }
    console::print_usage(error);
    Ok(ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)))
}

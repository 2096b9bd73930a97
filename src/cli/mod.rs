//! The command line: everything that talks to a person or a terminal.

mod args;
mod build;
mod console;
mod explain;
mod failure;
mod help;
pub mod language;
mod numbers;
mod overlay;
mod progress;
mod reason;
pub mod report;
mod reported;
mod session;
mod site;
mod timings;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::messages::Messages;
use args::{Args, Command};

/// Runs the program: 0 when all is well, 1 when there are errors in the content, 2 when it could not run.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    // Help and errors of usage need a language before the arguments are parsed.
    let messages = Messages::new(language::choose(help::language(&args)));
    let parsed = help::command(&messages)
        .try_get_matches_from(args)
        .and_then(|matches| Args::from_arg_matches(&matches));
    let args = match parsed {
        Ok(args) => args,
        Err(error) => {
            // Nobody reads a pipe that is closed.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let done = match args.command {
        Command::Build(command) => build::build(&command, &messages),
        Command::Check(command) => build::check(&command, &messages),
        Command::Watch(command) => watch::watch(&command, &messages),
        Command::Serve(command) => watch::serve(&command, &messages),
        Command::Explain(command) => explain::explain(&command, &messages),
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            failure.print(&messages);
            ExitCode::from(2)
        }
    }
}

//! What the shells and the manual of a system know of the command line.

use std::process::ExitCode;

use super::args::CompletionsArgs;
use super::console::print_to_stdout;
use super::failure::Failure;
use super::help;
use crate::messages::Messages;

pub(super) fn completions(
    args: &CompletionsArgs,
    messages: &Messages,
) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    let mut command = help::command(messages);
    clap_complete::generate(args.shell, &mut command, "raccordo", &mut script);
    print_to_stdout(String::from_utf8_lossy(&script).trim_end());
    Ok(ExitCode::SUCCESS)
}

/// Prints the page of the manual, with the options of every command.
pub(super) fn manual(messages: &Messages) -> Result<ExitCode, Failure> {
    let command = help::command(messages);
    let mut page = Vec::new();
    let rendered = clap_mangen::Man::new(command.clone()).render(&mut page);
    rendered.map_err(|error| {
        let failure = Failure::new("cli-internal").text("detail", error.to_string());
        failure.with_hint("cli-internal-hint")
    })?;
    let page = String::from_utf8_lossy(&page);
    let mut page: String = page.lines().map(without_page_of_command).collect();
    for command in command.get_subcommands() {
        page.push_str(&section(command));
    }
    print_to_stdout(page.trim_end());
    Ok(ExitCode::SUCCESS)
}

/// A line of the manual in which no command has a page of its own: `raccordo init`, not `raccordo-init(1)`.
fn without_page_of_command(line: &str) -> String {
    let command = line.strip_prefix("raccordo\\-");
    let command = command.and_then(|it| it.strip_suffix("(1)"));
    match command {
        Some(command) => format!("raccordo {command}\n"),
        None => format!("{line}\n"),
    }
}

/// A command as a section of the page: its help, as it is printed.
fn section(command: &clap::Command) -> String {
    let mut command = command.clone();
    let help = command.render_help().to_string();
    // In roff, a backslash and a dot at the start of a line are commands.
    let help = help
        .replace('\\', "\\e")
        .replace("\n.", "\n\\&.")
        .replace('-', "\\-");
    format!(
        ".SH {}\n.nf\n{help}\n.fi\n",
        command.get_name().to_uppercase()
    )
}

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
    let lines = page.lines().map(|line| translated(line, messages));
    let mut page: String = lines.collect();
    for command in command.get_subcommands() {
        page.push_str(&section(command));
    }
    print_to_stdout(page.trim_end());
    Ok(ExitCode::SUCCESS)
}

/// The headings that clap writes in English, and what the catalogue calls them.
const HEADINGS: [(&str, &str); 4] = [
    ("NAME", "manual-name"),
    ("SYNOPSIS", "manual-synopsis"),
    ("DESCRIPTION", "manual-description"),
    ("VERSION", "manual-version"),
];

/// A line of the manual in the language of the reader, in which no command has a page of its own: `raccordo init`, not
/// `raccordo-init(1)`.
fn translated(line: &str, messages: &Messages) -> String {
    let command = line.strip_prefix("raccordo\\-");
    let command = command.and_then(|it| it.strip_suffix("(1)"));
    let heading = line.strip_prefix(".SH ");
    let heading = heading.and_then(|it| HEADINGS.iter().find(|(english, _)| *english == it));
    match (command, heading) {
        (Some(command), _) => format!("raccordo {command}\n"),
        (None, Some((_, key))) => format!(".SH {}\n", messages.text(key, &[])),
        (None, None) => format!("{line}\n"),
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

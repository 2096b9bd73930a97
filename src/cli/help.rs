//! The help of the command line, in the reader's language.
//!
//! clap takes the help from doc comments, which are in one language. This module replaces it with texts of the message
//! catalogue: `help-NAME` for a command, `help-arg-ID` for an argument.

use std::ffi::OsString;

use clap::{Arg, Command, CommandFactory, ValueEnum};

use super::args::Args;
use crate::messages::{Messages, UiLanguage};

/// The command line for clap, with help from the catalogue.
pub(super) fn command(messages: &Messages) -> Command {
    let mut command = Args::command();
    // clap adds `help` and `--version` only when it builds the command.
    command.build();
    translate(command, messages)
}

/// The language of `--lang`. It is needed before the arguments are parsed.
pub(super) fn language(args: &[OsString]) -> Option<UiLanguage> {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    while let Some(arg) = args.next() {
        let value = match arg.strip_prefix("--lang") {
            Some("") => args.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(value) = value {
            return UiLanguage::from_str(value, false).ok();
        }
    }
    None
}

fn translate(command: Command, messages: &Messages) -> Command {
    let word = |key: &str| messages.text(key, &[]);
    let mut command = command.mut_args(|arg| translate_arg(arg, messages));
    let usage = usage(&command.render_usage().to_string(), messages);
    let template = format!(
        "{{about-with-newline}}\n{} {usage}\n\n{{all-args}}",
        word("help-usage")
    );
    let about = word(&format!("help-{}", command.get_name()));
    command
        .about(about)
        .help_template(template)
        .subcommand_help_heading(word("help-commands"))
        .mut_subcommands(|command| translate(command, messages))
}

/// How a command is written, without the English words of clap.
pub(super) fn usage(of_clap: &str, messages: &Messages) -> String {
    let usage = of_clap.trim_start_matches("Usage: ");
    let word = |key: &str| messages.text(key, &[]);
    let usage = usage.replace("[OPTIONS]", &format!("[{}]", word("help-usage-options")));
    usage.replace("<COMMAND>", &format!("<{}>", word("help-usage-command")))
}

/// Replaces the help of an argument. The new text has the values and defaults, which clap would add in English.
fn translate_arg(arg: Arg, messages: &Messages) -> Arg {
    let heading = if arg.is_positional() {
        "help-arguments"
    } else {
        "help-options"
    };
    let help = messages.text(&format!("help-arg-{}", arg.get_id()), &[]);
    let values = arg.get_value_names().unwrap_or_default();
    let values: Vec<String> = values.iter().map(|it| value_name(it, messages)).collect();
    let arg = if values.is_empty() {
        arg
    } else {
        arg.value_names(values)
    };
    arg.help(help)
        .long_help(clap::builder::Resettable::Reset)
        .help_heading(messages.text(heading, &[]))
        .hide_possible_values(true)
        .hide_default_value(true)
}

/// What stands in the place of a value: `TITOLO` for `TITLE`.
fn value_name(name: &str, messages: &Messages) -> String {
    let key = format!("help-value-{}", name.to_lowercase());
    let word = messages.text(&key, &[]);
    if word == key { name.to_owned() } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(command: &Command, keys: &mut Vec<String>) {
        keys.push(format!("help-{}", command.get_name()));
        let args = command.get_arguments();
        keys.extend(args.map(|arg| format!("help-arg-{}", arg.get_id())));
        command
            .get_subcommands()
            .for_each(|it| self::keys(it, keys));
    }

    #[test]
    fn every_command_and_argument_has_help_in_every_language() {
        let mut all = Vec::new();
        let mut command = Args::command();
        command.build();
        keys(&command, &mut all);
        for language in UiLanguage::ALL {
            let messages = Messages::new(language);
            for key in &all {
                assert_ne!(messages.text(key, &[]), *key, "{language:?}");
            }
        }
    }

    #[test]
    fn help_is_in_the_language_of_the_lang_option() {
        let help = |args: &[&str]| {
            let args: Vec<OsString> = args.iter().map(OsString::from).collect();
            let messages = Messages::new(language(&args).unwrap());
            let error = command(&messages).try_get_matches_from(args).unwrap_err();
            assert_eq!(error.exit_code(), 0);
            error.to_string()
        };
        let italian = help(&["raccordo", "build", "--help", "--lang=it"]);
        assert!(
            italian.contains("Uso: raccordo build") && italian.contains("Pubblica anche le bozze"),
            "{italian}"
        );
        let whole = help(&["raccordo", "--lang", "it", "--help"]);
        for english in [
            "Usage",
            "Options:",
            "Commands:",
            "Print",
            "default",
            "OPTIONS",
            "COMMAND",
        ] {
            assert!(
                !whole.contains(english) && !italian.contains(english),
                "{whole}{italian}"
            );
        }
        let english = help(&["raccordo", "check", "-h", "--lang", "en"]);
        assert!(english.contains("Usage: raccordo check"), "{english}");
    }
}

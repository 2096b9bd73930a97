//! What is wrong with the arguments, in the reader's language: clap has its texts in English only.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args;
use super::failure::Failure;
use super::help;
use crate::messages::Messages;
use crate::notation::suggest::near_word;

/// The failure that an error of clap is. Returns `None` for help and the version, which are none.
pub(super) fn failure(usage: &clap::Error, messages: &Messages) -> Option<Failure> {
    let text = |kind| match usage.get(kind) {
        // Of several that are like it, the last one is most like it.
        Some(ContextValue::Strings(all)) if is_suggestion(kind) => {
            all.last().cloned().unwrap_or_default()
        }
        value => value.map(ToString::to_string).unwrap_or_default(),
    };
    let arg = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let name = arg.split([' ', '[']).next().unwrap_or_default().to_owned();
    let (key, near) = match usage.kind() {
        ErrorKind::ValueValidation if args::range_of(&name).is_some() => {
            return number_out_of_range(&name, value);
        }
        ErrorKind::InvalidValue if value.is_empty() => ("cli-value-missing", String::new()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let words = text(ContextKind::ValidValue);
            let words: Vec<&str> = words.split(", ").collect();
            let meant = near_word(&value, &words).map(|near| near.word);
            ("cli-bad-value", meant.unwrap_or_default().to_owned())
        }
        ErrorKind::UnknownArgument => ("cli-unknown-argument", text(ContextKind::SuggestedArg)),
        ErrorKind::InvalidSubcommand => (
            "cli-unknown-command",
            text(ContextKind::SuggestedSubcommand),
        ),
        ErrorKind::ArgumentConflict => ("cli-argument-conflict", text(ContextKind::PriorArg)),
        ErrorKind::MissingRequiredArgument => ("cli-argument-missing", String::new()),
        _ => return None,
    };
    let failure = Failure::new(key)
        .text("arg", arg + &text(ContextKind::InvalidSubcommand))
        .text("value", value)
        .text("words", text(ContextKind::ValidValue))
        .text("near", near);
    let line = text(ContextKind::Usage);
    Some(match line.is_empty() {
        true => failure,
        false => failure
            .text("usage", help::usage(line.trim(), messages))
            .with_hint("cli-usage"),
    })
}

fn is_suggestion(kind: ContextKind) -> bool {
    matches!(
        kind,
        ContextKind::SuggestedSubcommand | ContextKind::SuggestedArg
    )
}

/// The failure of an option that takes a number and got something else.
fn number_out_of_range(option: &str, value: String) -> Option<Failure> {
    let range = args::range_of(option)?;
    let failure = Failure::new("cli-bad-number")
        .text("option", option)
        .text("value", value)
        .text("min", range.start().to_string())
        .text("max", range.end().to_string());
    Some(failure)
}

//! The reason why a page was made again, in words.

use crate::base::diagnostic::Arg;
use crate::build::Why;
use crate::content::graph::{Cause, Side};
use crate::messages::Messages;

/// Describes why a page was made again.
pub(super) fn reason(why: &Why, messages: &Messages) -> String {
    let text = |key: &str| messages.text(key, &[]);
    match why {
        Why::New => text("cli-why-new"),
        Why::Settings => text("cli-why-settings"),
        Why::Theme => text("cli-why-theme"),
        Why::Day => text("cli-why-day"),
        Why::Changed(causes) => {
            let causes: Vec<String> = causes.iter().map(|it| cause(it, messages)).collect();
            causes.join(", ")
        }
    }
}

fn cause(cause: &Cause, messages: &Messages) -> String {
    match cause {
        Cause::All(kind) => {
            let args = [("kind", Arg::Label(kind.label()))];
            messages.text("cli-cause-all", &args)
        }
        Cause::Piece(name) => {
            messages.text("cli-cause-piece", &[("name", Arg::Text(name.to_string()))])
        }
        Cause::Thing(name, side) => {
            let key = match side {
                Side::Face => "cli-cause-face",
                Side::Facts => "cli-cause-facts",
                Side::Texts => "cli-cause-texts",
                Side::Mentions => "cli-cause-mentions",
            };
            messages.text(key, &[("name", Arg::Text(name.to_string()))])
        }
    }
}

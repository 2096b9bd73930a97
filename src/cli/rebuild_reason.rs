//! The reason why a page was rendered again, as a message.

use crate::base::diagnostic::Arg;
use crate::build::Reason;
use crate::content::graph::{Cause, Side};
use crate::messages::Messages;

/// Describes why a page was rendered again.
pub(super) fn describe_reason(reason: &Reason, messages: &Messages) -> String {
    let text = |key: &str| messages.text(key, &[]);
    match reason {
        Reason::New => text("cli-why-new"),
        Reason::Settings => text("cli-why-settings"),
        Reason::Theme => text("cli-why-theme"),
        Reason::Day => text("cli-why-day"),
        Reason::Changed(causes) => {
            let causes: Vec<String> = causes
                .iter()
                .map(|it| describe_cause(it, messages))
                .collect();
            causes.join(", ")
        }
    }
}

fn describe_cause(cause: &Cause, messages: &Messages) -> String {
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

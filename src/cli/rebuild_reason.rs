//! The reason why a page was rendered again, as a message.

use crate::base::diagnostic::Arg;
use crate::build::Reason;
use crate::content::graph::{Cause, Facet};
use crate::messages::Messages;

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
        Cause::Kind(kind) => {
            let args = [("kind", Arg::Label(kind.label()))];
            messages.text("cli-cause-all", &args)
        }
        Cause::BodyFacet(name) => {
            messages.text("cli-cause-piece", &[("name", Arg::Text(name.to_string()))])
        }
        Cause::Entity(name, facet) => {
            let key = match facet {
                Facet::Summary => "cli-cause-face",
                Facet::Facts => "cli-cause-facts",
                Facet::Texts => "cli-cause-texts",
                Facet::Backlinks => "cli-cause-mentions",
            };
            messages.text(key, &[("name", Arg::Text(name.to_string()))])
        }
    }
}

//! The pages of the codes of messages: what each means, and how it is mended.

use serde_json::{Value, json};

use crate::base::code::{Code, Severity};
use crate::content::rules::{self, On};
use crate::messages::Messages;

pub(super) fn pages(messages: &Messages) -> [(&'static str, Value); 2] {
    [
        ("errori.md", Severity::Error),
        ("avvisi.md", Severity::Warning),
    ]
    .map(|(name, severity)| {
        let codes = Code::ALL.iter().filter(|code| code.severity() == severity);
        let mut codes: Vec<Code> = codes.copied().collect();
        codes.sort_by_key(|code| code.slug());
        let codes = codes.into_iter().map(|code| of_code(code, messages));
        let are_errors = severity == Severity::Error;
        let values = json!({ "are_errors": are_errors, "codes": codes.collect::<Vec<_>>() });
        (name, values)
    })
}

fn of_code(code: Code, messages: &Messages) -> Value {
    let example = rules::example(code);
    let pair = example.map(|it| {
        json!({
            "syntax": syntax(it.on),
            "wrong": it.text.trim_end(),
            "mended": it.mended().trim_end(),
        })
    });
    json!({ "slug": code.slug(), "why": messages.why(code).trim_end(), "example": pair })
}

fn syntax(on: On) -> &'static str {
    match on {
        On::Text | On::File(_) => "text",
        On::Settings => "toml",
        On::Body | On::Person | On::Meeting | On::Page | On::Registry => "yaml",
    }
}

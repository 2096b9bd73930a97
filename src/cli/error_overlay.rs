//! The errors that `serve` shows over the pages, with the same text as on the terminal.

use super::console::text_reader;
use super::report::Report;
use crate::base::diagnostic::Diagnostic;
use crate::messages::Messages;
use crate::site::sources::Sources;

/// The errors as HTML. Returns `None` if there are none.
pub(super) fn error_overlay(
    errors: &[&Diagnostic],
    strict: bool,
    sources: &Sources,
    messages: &Messages,
) -> Option<String> {
    let report = Report {
        findings: errors,
        folder: String::new(),
        strict,
        all: true,
        messages,
        text_of: &text_reader(sources),
    };
    let errors = report.texts();
    let errors = errors.map(|text| {
        format!(
            "<pre class=\"error\" tabindex=\"0\">{}</pre>\n",
            escaped(&text)
        )
    });
    let html: String = errors.collect();
    (!html.is_empty()).then_some(html)
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    // Writing to a string does not fail.
    let _ = pulldown_cmark_escape::escape_html_body_text(&mut html, text.trim_end());
    html
}

//! The errors that `serve` lays over the pages, as they are on the terminal.

use super::report::Report;
use crate::base::diagnostic::Diagnostic;
use crate::base::source::SourceTree;
use crate::messages::Messages;

/// Errors as HTML. Returns `None` if there are none.
pub(super) fn error_overlay(
    errors: &[&Diagnostic],
    strict: bool,
    tree: &SourceTree,
    messages: &Messages,
) -> Option<String> {
    let report = Report {
        findings: errors,
        strict,
        all: true,
        messages,
        text_of: &|path| tree.text(path),
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

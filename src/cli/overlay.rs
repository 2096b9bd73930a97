//! What is wrong, laid over the pages of the local server: the findings as they are on the terminal.

use super::report::{Format, Report};
use crate::base::code::Severity;
use crate::base::source::SourceTree;
use crate::messages::Messages;
use crate::notation::place::Finding;

/// The errors as HTML; nothing if there are none.
pub(super) fn overlay(
    findings: &[Finding],
    strict: bool,
    tree: &SourceTree,
    messages: &Messages,
) -> Option<String> {
    let is_error = |it: &&Finding| it.diagnostic.severity(strict) == Severity::Error;
    let errors = findings.iter().filter(is_error);
    let shown: String = errors
        .map(|finding| {
            let report = Report {
                findings: std::slice::from_ref(finding),
                strict,
                messages,
                text_of: &|path: &_| tree.text(path),
            };
            let text = report.render(Format::Human, false);
            format!(
                "<pre class=\"error\" tabindex=\"0\">{}</pre>\n",
                escaped(text.trim_end())
            )
        })
        .collect();
    (!shown.is_empty()).then_some(shown)
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    // Writing into a string does not fail.
    let _ = pulldown_cmark_escape::escape_html_body_text(&mut html, text);
    html
}

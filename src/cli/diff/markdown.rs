//! The changes for a comment on a pull request.

use super::super::numbers::number;
use super::Report;
use crate::base::diagnostic::Arg;
use crate::messages::Messages;

/// The most characters of a comment. The forges allow 65,536.
const MAX_CHARS: usize = 65_000;

/// The room for the sentence that says how many changes were left out.
const CHARS_FOR_MORE: usize = 500;

/// The changes as Markdown. What has no room is counted.
pub(super) fn text(report: &Report<'_>, messages: &Messages) -> String {
    let mut text = format!("**{}**\n", escaped(&report.headline(messages)));
    for note in report.notes(messages) {
        let note: String = note.chars().take(MAX_CHARS / 4).collect();
        text.push_str(&format!("\n> {}\n", escaped(&note)));
    }
    let mut room = (MAX_CHARS - CHARS_FOR_MORE).saturating_sub(text.chars().count());
    let mut left = report.compared.comparison.changes.len();
    'groups: for (heading, changes) in report.groups(messages) {
        let mut before = format!("\n### {}\n\n", escaped(&heading));
        for change in changes {
            let indent = if report.is_consequence(change) {
                "  "
            } else {
                ""
            };
            let line = format!("{indent}- {}\n", escaped(&report.line(change, &heading)));
            let lines = std::mem::take(&mut before) + &line;
            let Some(rest) = room.checked_sub(lines.chars().count()) else {
                break 'groups;
            };
            text.push_str(&lines);
            room = rest;
            left -= 1;
        }
    }
    if left > 0 {
        let args = [
            ("count", number(left)),
            ("revisions", Arg::Text(report.typed.to_owned())),
        ];
        text.push_str(&format!("\n{}\n", messages.text("change-more", &args)));
    }
    text
}

/// A text in which no character of the content is markup, or mentions somebody. Code in backticks stays.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let is_balanced = text.matches('`').count().is_multiple_of(2);
    let mut in_code = false;
    for char in text.chars() {
        match char {
            '`' if is_balanced => {
                in_code = !in_code;
                escaped.push('`');
            }
            _ if in_code => escaped.push(char),
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            // A character of no width parts the sign from the name or number behind it.
            '@' | '#' => {
                escaped.push(char);
                escaped.push('\u{2060}');
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '!' => {
                escaped.push('\\');
                escaped.push(char);
            }
            _ => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_is_no_markup() {
        assert_eq!(
            escaped("<b> *x* [a](b) @tutti `a_b` #1"),
            "&lt;b> \\*x\\* \\[a\\](b) @\u{2060}tutti `a_b` #\u{2060}1"
        );
        assert_eq!(escaped("a ` b"), "a \\` b");
    }
}

//! Puts labels without variables in place of the calls that name them.

use super::lexer::{has_raw, tokens};
use crate::site::theme::Labels;

/// The HTML template with `{{ t(key="…") }}` replaced by the label, where the label has no variables.
pub(in crate::site::theme) fn inline_labels(template: &str, labels: &Labels) -> String {
    if has_raw(template) {
        return template.to_owned();
    }
    let mut inlined = String::with_capacity(template.len());
    for token in tokens(template) {
        inlined.push_str(constant_label(token, labels).as_deref().unwrap_or(token));
    }
    inlined
}

/// The label that a token prints, as HTML.
fn constant_label(token: &str, labels: &Labels) -> Option<String> {
    let key = token.strip_prefix("{{ t(key=\"")?.strip_suffix("\") }}")?;
    let label = labels.constant(key)?;
    // White space at its edges might be trimmed, and a brace be read as a delimiter.
    let is_plain = !label.is_empty() && label.trim() == label && !label.contains('{');
    let mut html = Vec::new();
    tera::escape_html(label, &mut html).ok()?;
    String::from_utf8(html).ok().filter(|_| is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inlined(template: &str) -> String {
        let labels = Labels::constants([
            ("who", "Chi"),
            ("quoted", r#"l'"ente" \ uno"#),
            ("wide", " a "),
            ("curly", "{{ a }}"),
        ]);
        inline_labels(template, &labels)
    }

    #[test]
    fn a_label_stands_where_it_is_printed() {
        for (template, expected) in [
            (r#"<h2>{{ t(key="who") }}</h2>"#, "<h2>Chi</h2>"),
            (
                r#"{{ t(key="quoted") }}"#,
                r#"l&#39;&quot;ente&quot; \ uno"#,
            ),
            (
                r#"{ t(key="who") {{ t(key="who") }}"#,
                r#"{ t(key="who") Chi"#,
            ),
        ] {
            assert_eq!(inlined(template), expected);
        }
    }

    #[test]
    fn other_code_stays_as_written() {
        for template in [
            r#"{{ t(key="wide") }}{{ t(key="curly") }}{{ t(key="nobody") }}"#,
            r#"{{{ t(key="who") }}"#,
            r#"{{- t(key="who") }}{{ t(key="who") | upper }}"#,
            r#"{{ t(key="who", n=2) }}{{ t(key="who") ~ t(key="who") }}"#,
            r#"{# {{ t(key="who") }} #}{{ '{{ t(key="who") }}' }}"#,
            r#"{% raw %}{{ t(key="who") }}{% endraw %}"#,
            r#"{{ t(key="#,
        ] {
            assert_eq!(inlined(template), template);
        }
    }
}

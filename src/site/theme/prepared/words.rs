//! The words of a template that are always the same, put in before any page is made.
//!
//! A page asks for some hundred words, and most of them are known as soon as its language is:
//! `{{ t(key="seat-from") }}` is as good as `{{ "Da" }}`, at a tenth of the time.

use super::Labels;
use super::pieces::{Piece, length_of_string, pieces};

/// The template of this name with the words of a language in the place of `t(key="…")`, where nothing is to be
/// filled in. Nothing else of it is another; what a page is made of it is the same.
pub(super) fn put_in(name: &str, template: &str, labels: &Labels) -> String {
    if !template.contains("t(") {
        return template.to_owned();
    }
    let mut said = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) | Piece::Raw(text) | Piece::Comment(text) => said.push_str(text),
            Piece::Tag(code) => put_into(code, labels, &mut said),
            Piece::Value(code) => match text(code, labels).filter(|_| name.ends_with(".html")) {
                // The two might be taken for a delimiter.
                Some(word) if !said.ends_with('{') => said.push_str(&word),
                _ => put_into(code, labels, &mut said),
            },
        }
    }
    said
}

/// The text of a word that is all that a piece of code says, as it stands on the page.
fn text(code: &str, labels: &Labels) -> Option<String> {
    let (key, after) = call(code.strip_prefix("{{")?.trim_start())?;
    let word = labels.constant(key).filter(|_| after.trim() == "}}")?;
    // White space at its edges might be dropped, and a delimiter be taken for one.
    let is_plain = !word.is_empty() && word.trim() == word && !word.contains('{');
    let mut text = Vec::new();
    tera::escape_html(word, &mut text).ok()?;
    String::from_utf8(text).ok().filter(|_| is_plain)
}

/// Takes over code, with words in it.
fn put_into(code: &str, labels: &Labels, said: &mut String) {
    let mut rest = code;
    while let Some(next) = rest.chars().next() {
        let follows_name = said.ends_with(|it: char| it.is_alphanumeric() || "_.".contains(it));
        let word = call(rest)
            .filter(|_| !follows_name)
            .and_then(|(key, after)| Some((labels.constant(key)?, after)));
        if let Some((word, after)) = word {
            let word = word.replace('\\', r"\\").replace('"', "\\\"");
            said.extend(["\"", &word, "\""]);
            rest = after;
        } else {
            let length = length_of_string(rest).unwrap_or(next.len_utf8());
            let (taken, left) = rest.split_at_checked(length).unwrap_or((rest, ""));
            said.push_str(taken);
            rest = left;
        }
    }
}

/// The key of a call of `t` with which the code begins and that says nothing else, and what comes after the call.
fn call(code: &str) -> Option<(&str, &str)> {
    let arguments = code.strip_prefix('t')?.trim_start().strip_prefix('(')?;
    let value = arguments.trim_start().strip_prefix("key")?.trim_start();
    let value = value.strip_prefix('=')?.trim_start();
    let (key, after) = value.strip_prefix('"')?.split_once('"')?;
    Some((key, after.trim_start().strip_prefix(')')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(template: &str) -> String {
        let labels = Labels::constants([
            ("who", "Chi"),
            ("quoted", r#"l'"ente" \ uno"#),
            ("wide", " a "),
            ("curly", "{{ a }}"),
        ]);
        put_in("a.html", template, &labels)
    }

    #[test]
    fn words_that_are_always_the_same_are_put_in() {
        for (template, expected) in [
            (r#"<h2>{{ t(key="who") }}</h2>"#, "<h2>Chi</h2>"),
            (
                r#"{{- t( key = "who" ) | upper -}}"#,
                r#"{{- "Chi" | upper -}}"#,
            ),
            (r#"{{- t(key="who") }}"#, r#"{{- "Chi" }}"#),
            (
                r#"{% if a %}{% set b = a or t(key="who") %}"#,
                r#"{% if a %}{% set b = a or "Chi" %}"#,
            ),
            (
                r#"{{ <part title={t(key="who")} /> }}"#,
                r#"{{ <part title={"Chi"} /> }}"#,
            ),
            (
                r#"{{ t(key="quoted") }}"#,
                r#"l&#39;&quot;ente&quot; \ uno"#,
            ),
            (
                r#"{{ t(key="quoted") | upper }}"#,
                r#"{{ "l'\"ente\" \\ uno" | upper }}"#,
            ),
            (r#"{{ t(key="wide") }}"#, r#"{{ " a " }}"#),
            (r#"{{ t(key="curly") }}"#, r#"{{ "{{ a }}" }}"#),
            (
                r#"{ t(key="who") {{ t(key="who") }"#,
                r#"{ t(key="who") {{ "Chi" }"#,
            ),
            (r#"{{{ t(key="who") }}"#, r#"{{{ "Chi" }}"#),
        ] {
            assert_eq!(said(template), expected);
        }
    }

    #[test]
    fn what_no_page_is_made_of_gets_no_text() {
        let labels = Labels::constants([("who", "Chi")]);
        let said = put_in("robots.txt", r#"{{ t(key="who") }}"#, &labels);
        assert_eq!(said, r#"{{ "Chi" }}"#);
    }

    #[test]
    fn all_else_stays() {
        for template in [
            r#"t(key="who") { t(key="who") }"#,
            r#"{# t(key="who") #}"#,
            r#"{{ t(key="nobody") }}"#,
            r#"{{ t(key="who", n=2) }}"#,
            r#"{{ t(key=who) }}"#,
            r#"{{ t(key="who" ~ kind) }}"#,
            r#"{{ list(key="who") }}{{ a.t(key="who") }}"#,
            r#"{{ 't(key="who")' }}{{ "\"t(key=" }}"#,
            r#"{{ "}}" ~ `t(key="who")` }}"#,
            r#"{% raw %}{{ t(key="who") }}{% endraw %}"#,
            r#"{{ "t(key="#,
            "{{ t(",
            "{",
            "{#",
        ] {
            assert_eq!(said(template), template);
        }
    }
}

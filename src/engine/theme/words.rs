//! The words of a template that are always the same, put in before any page is made.
//!
//! A page asks for some hundred words, and most of them are known as soon as its language is:
//! `{{ t(key="seat-from") }}` is as good as `{{ "Da" }}`, at a tenth of the time.

use std::borrow::Cow;

use super::Labels;

/// The template with the words of a language in the place of `t(key="…")`, where nothing is to be filled in.
/// Nothing else of it is another; what a page is made of it is the same.
pub(super) fn put_in<'a>(template: &'a str, labels: &Labels) -> Cow<'a, str> {
    // What is raw would have to be told apart.
    if !template.contains("t(") || template.contains("endraw") {
        return Cow::Borrowed(template);
    }
    let mut said = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, tag)) = rest.find('{').and_then(|at| rest.split_at_checked(at)) {
        said.push_str(before);
        rest = match tag.get(..2) {
            Some("{{") => code(tag, "}}", labels, &mut said),
            Some("{%") => code(tag, "%}", labels, &mut said),
            Some("{#") => copy(tag, tag.find("#}").unwrap_or(tag.len()), &mut said),
            _ => copy(tag, 1, &mut said),
        };
    }
    said.push_str(rest);
    Cow::Owned(said)
}

/// Goes through a tag to its end, and says what comes after it.
fn code<'a>(tag: &'a str, end: &str, labels: &Labels, said: &mut String) -> &'a str {
    let mut rest = copy(tag, 2, said);
    while let Some(next) = rest.chars().next().filter(|_| !rest.starts_with(end)) {
        let follows_name = said.ends_with(|it: char| it.is_alphanumeric() || "_.".contains(it));
        let word = call(rest)
            .filter(|_| !follows_name)
            .and_then(|(key, after)| Some((labels.constant(key)?, after)));
        rest = match word {
            Some((word, after)) => {
                let word = word.replace('\\', r"\\").replace('"', "\\\"");
                said.extend(["\"", &word, "\""]);
                after
            }
            None if is_quote(next) => copy(rest, length_of_string(rest, next), said),
            None => copy(rest, next.len_utf8(), said),
        };
    }
    rest
}

/// The key of a call of `t` with which the code begins and that says nothing else, and what comes after the call.
fn call(code: &str) -> Option<(&str, &str)> {
    let arguments = code.strip_prefix('t')?.trim_start().strip_prefix('(')?;
    let value = arguments.trim_start().strip_prefix("key")?.trim_start();
    let value = value.strip_prefix('=')?.trim_start();
    let (key, after) = value.strip_prefix('"')?.split_once('"')?;
    Some((key, after.trim_start().strip_prefix(')')?))
}

/// How long the string is with which the code begins, with its quotes.
fn length_of_string(code: &str, quote: char) -> usize {
    let mut is_escaped = false;
    let end = code.char_indices().skip(1).find(|(_, it)| {
        let ends = !is_escaped && *it == quote;
        is_escaped = !is_escaped && *it == '\\';
        ends
    });
    end.map_or(code.len(), |(at, _)| at + quote.len_utf8())
}

fn is_quote(it: char) -> bool {
    matches!(it, '"' | '\'' | '`')
}

/// Takes over so many bytes, and says what is left.
fn copy<'a>(from: &'a str, length: usize, said: &mut String) -> &'a str {
    let (taken, left) = from.split_at_checked(length).unwrap_or((from, ""));
    said.push_str(taken);
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(template: &str) -> String {
        let labels = Labels::constants([("who", "Chi"), ("quoted", r#"l'"ente" \ uno"#)]);
        put_in(template, &labels).into_owned()
    }

    #[test]
    fn words_that_are_always_the_same_are_put_in() {
        for (template, expected) in [
            (r#"<h2>{{ t(key="who") }}</h2>"#, r#"<h2>{{ "Chi" }}</h2>"#),
            (
                r#"{{- t( key = "who" ) | upper -}}"#,
                r#"{{- "Chi" | upper -}}"#,
            ),
            (
                r#"{% if a %}{% set b = a or t(key="who") %}"#,
                r#"{% if a %}{% set b = a or "Chi" %}"#,
            ),
            (
                r#"{{ <part title={t(key="who")} /> }}"#,
                r#"{{ <part title={"Chi"} /> }}"#,
            ),
            (r#"{{ t(key="quoted") }}"#, r#"{{ "l'\"ente\" \\ uno" }}"#),
            (
                r#"{ t(key="who") {{ t(key="who") }"#,
                r#"{ t(key="who") {{ "Chi" }"#,
            ),
        ] {
            assert_eq!(said(template), expected);
        }
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

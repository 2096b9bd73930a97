//! Puts a look at the clock into the loops and components of a template that could go on for ever.
//!
//! A single loop ends soon: a list has at most as many entries as somebody wrote, and a `range` at most 100,000. What
//! takes for ever are loops in loops, and components that call others. So the clock is looked at in each turn of a loop
//! that holds a loop, a component, an include or a comprehension, in each component that holds one, and where a text is
//! set to what was put together. A page of ordinary templates looks some dozens of times. Templates with `raw`, `filter`
//! or `set` with a body are refused elsewhere ([`super::super::addresses`]).

use std::ops::Range;

use super::lexer::{keyword, tokens};

/// The function that looks at the clock. Templates that name `loop` or `__tera` are not inlined; it must not.
pub(in crate::site::theme) const LOOK: &str = "__look";

/// The function that looks at a text that was put together.
pub(in crate::site::theme) const LOOK_AT: &str = "__look_at";

/// From so many loops on, one after the other takes long.
const MANY_LOOPS: usize = 500;

/// A loop or component.
struct Open<'a> {
    /// The word of the tag that ends it.
    end: &'a str,
    /// The tag that begins it.
    tag: Range<usize>,
    /// Whether white space after that tag is removed.
    trims: bool,
    /// Whether other loops, components or templates are in it.
    has_others: bool,
}

/// The template with this number, with looks at the clock put in.
pub(in crate::site::theme) fn with_looks(number: usize, template: &str) -> String {
    let mut looks: Vec<(usize, String)> = Vec::new();
    let mut open: Vec<Open<'_>> = Vec::new();
    let (mut at, mut loops) = (0, 0);
    for token in tokens(template) {
        let tag = at..at + token.len();
        at = tag.end;
        let (word, trims) = (keyword(token), token.ends_with("-%}"));
        if (word == "for" || calls_others(token))
            && let Some(around) = open.last_mut()
        {
            around.has_others = true;
        }
        if let Some(variable) = grown_variable(token) {
            let trim = if trims { "-" } else { "" };
            let look = format!("{LOOK_AT}(of={number}, at={}, text={variable})", tag.start);
            looks.push((at, format!("{{% set __looked = {look} {trim}%}}")));
        }
        loops += usize::from(word == "for");
        if let "for" | "component" = word {
            open.push(Open {
                end: if word == "for" {
                    "endfor"
                } else {
                    "endcomponent"
                },
                tag,
                trims,
                has_others: loops > MANY_LOOPS,
            });
        } else if let Some(ended) = open.pop_if(|it| it.end == word)
            && ended.has_others
        {
            let trim = if ended.trims { " -" } else { "" };
            let look = format!("{{{{{LOOK}(of={number}, at={}){trim}}}}}", ended.tag.start);
            looks.push((ended.tag.end, look));
        }
    }
    put_in(template, looks)
}

fn put_in(template: &str, mut looks: Vec<(usize, String)>) -> String {
    looks.sort_by_key(|(place, _)| *place);
    let mut with = String::with_capacity(template.len() + looks.len() * 64);
    let mut from = 0;
    for (place, look) in &looks {
        with.push_str(template.get(from..*place).unwrap_or_default());
        with.push_str(look);
        from = *place;
    }
    with.push_str(template.get(from..).unwrap_or_default());
    with
}

/// Whether code may call a component or another template, or has a loop in it.
fn calls_others(token: &str) -> bool {
    let is_code = token.starts_with("{{") || token.starts_with("{%");
    let starts_name = |(at, _): (usize, &str)| {
        let next = token.as_bytes().get(at + 1);
        next.is_some_and(|c| c.is_ascii_alphabetic() || *c == b'_')
    };
    is_code
        && (matches!(keyword(token), "include" | "block")
            || token.match_indices('<').any(starts_name)
            || token.contains('[') && token.contains(" for "))
}

/// The variable that a tag sets to what may be a text that was put together.
fn grown_variable(token: &str) -> Option<&str> {
    let (before, value) = token.split_once('=')?;
    let is_set = matches!(keyword(token), "set" | "set_global");
    let is_grown = is_set && value.contains(['~', '|', '<', '[']);
    is_grown.then(|| variable(before))
}

/// The variable of a tag: its last word.
fn variable(tag: &str) -> &str {
    let code = tag.trim_end_matches(['%', '}', '-']).trim_end();
    let start = code.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    start.and_then(|at| code.get(at + 1..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_looked_at_where_something_could_go_on() {
        for (template, expected) in [
            ("{% for a in b %}{{ a }}{% endfor %}", None),
            ("{% component a() %}<p>{% endcomponent %}", None),
            (
                "{% for a in b %}{% for c in a %}{% endfor %}{% endfor %}",
                Some(
                    "{% for a in b %}{{__look(of=7, at=0)}}{% for c in a %}{% endfor %}{% endfor %}",
                ),
            ),
            (
                "{% for a in b -%}\n {{ <card /> }}{% endfor %}",
                Some("{% for a in b -%}{{__look(of=7, at=0) -}}\n {{ <card /> }}{% endfor %}"),
            ),
            (
                "{% component a() %}{{ <a /> }}{% endcomponent %}",
                Some("{% component a() %}{{__look(of=7, at=0)}}{{ <a /> }}{% endcomponent %}"),
            ),
            (
                "{%- set a = a ~ a -%} x",
                Some("{%- set a = a ~ a -%}{% set __looked = __look_at(of=7, at=0, text=a) -%} x"),
            ),
        ] {
            assert_eq!(with_looks(7, template), expected.unwrap_or(template));
        }
    }
}

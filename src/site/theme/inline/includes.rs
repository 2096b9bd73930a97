//! Puts included templates in place of the tags that include them.

use std::collections::HashMap;

use super::lexer::{has_raw, keyword, tokens};

/// The templates, by name, with their `include` tags replaced by the included templates.
///
/// Names are resolved as Tera resolves them: as they are, or after one of the `prefixes`.
pub(in crate::site::theme) fn inline_includes(
    templates: &[(String, String)],
    prefixes: &[String],
) -> Vec<(String, String)> {
    let by_name = || {
        templates
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
    };
    let inliner = Inliner {
        templates: by_name()
            .map(|(name, text)| (name, Part::of(text)))
            .collect(),
        prefixes,
    };
    let inlined = by_name().map(|(name, text)| {
        let inlined = inliner.inline(text, &mut vec![name]);
        (name.to_owned(), inlined)
    });
    inlined.collect()
}

/// A template that others may include.
struct Part<'a> {
    text: &'a str,
    /// Whether it means the same in the middle of another one.
    can_be_inlined: bool,
    /// Whether it sets variables.
    sets: bool,
}

impl<'a> Part<'a> {
    fn of(text: &'a str) -> Part<'a> {
        Part {
            text,
            can_be_inlined: can_be_inlined(text),
            sets: tokens(text).any(|token| keyword(token) == "set"),
        }
    }
}

struct Inliner<'a> {
    templates: HashMap<&'a str, Part<'a>>,
    prefixes: &'a [String],
}

impl<'a> Inliner<'a> {
    /// Inlines the includes of a template. `open` are the names of the templates around it.
    fn inline(&self, template: &str, open: &mut Vec<&'a str>) -> String {
        if !template.contains("include") || has_raw(template) {
            return template.to_owned();
        }
        let mut inlined = String::with_capacity(template.len());
        for token in tokens(template) {
            inlined.push_str(self.replacement(token, open).as_deref().unwrap_or(token));
        }
        inlined
    }

    /// What replaces an `include` tag, if the included template may be inlined.
    fn replacement(&self, tag: &str, open: &mut Vec<&'a str>) -> Option<String> {
        let (name, part) = self.find(included_name(tag)?)?;
        if open.contains(&name) || !part.can_be_inlined {
            return None;
        }
        open.push(name);
        let inlined = self.inline(part.text, open);
        open.pop();
        // A block keeps the white space of the two templates apart. A loop also keeps variables that the part sets.
        let (begin, end) = match part.sets {
            true => ("for __once in [0]", "endfor"),
            false => ("if true", "endif"),
        };
        let trim = |trims| if trims { "-" } else { "" };
        let before = trim(tag.starts_with("{%-"));
        let after = trim(tag.ends_with("-%}"));
        Some(format!(
            "{{%{before} {begin} %}}{inlined}{{% {end} {after}%}}"
        ))
    }

    fn find(&self, name: &str) -> Option<(&'a str, &Part<'a>)> {
        let prefixed = self.prefixes.iter().map(|prefix| format!("{prefix}{name}"));
        let mut names = std::iter::once(name.to_owned()).chain(prefixed);
        let found = names.find_map(|name| self.templates.get_key_value(&*name));
        found.map(|(name, part)| (*name, part))
    }
}

/// The name in an `include` or `extends` tag.
pub(in crate::site::theme) fn included_or_extended(token: &str) -> Option<&str> {
    match keyword(token) {
        word @ ("include" | "extends") => {
            let after = token.split_once(word)?.1.trim_start();
            let quote = after.chars().next().filter(|c| "\"'`".contains(*c))?;
            Some(after.get(1..)?.split_once(quote)?.0)
        }
        _ => None,
    }
}

/// The name in an `include` tag.
fn included_name(token: &str) -> Option<&str> {
    let code = token.strip_prefix("{%")?.strip_suffix("%}")?;
    let code = code.strip_prefix('-').unwrap_or(code);
    let code = code.strip_suffix('-').unwrap_or(code);
    let name = code.trim().strip_prefix("include")?.trim_start();
    let name = name.strip_prefix('"')?.strip_suffix('"')?;
    (!name.contains(['"', '\\'])).then_some(name)
}

/// Whether a template means the same in the middle of another one.
fn can_be_inlined(template: &str) -> bool {
    const TOP_LEVEL_TAGS: [&str; 5] = ["block", "component", "extends", "raw", "set_global"];
    // `loop` and `__tera_context` would be those of the template around it.
    let names_context = template.contains("loop") || template.contains("__tera");
    // A brace at its end would be read as a part of the next delimiter.
    !names_context
        && !template.ends_with('{')
        && !tokens(template).any(|token| TOP_LEVEL_TAGS.contains(&keyword(token)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tera::{Context, Tera};

    use super::*;

    /// The template `a.html`, with the part `b.html` inlined.
    fn inlined(template: &str, part: &str) -> String {
        let templates = [("own/a.html", template), ("own/b.html", part)];
        let templates = templates.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let inlined = inline_includes(&templates, &["child/".to_owned(), "own/".to_owned()]);
        inlined[0].1.clone()
    }

    #[test]
    fn a_part_stands_in_place_of_its_tag() {
        for (template, part, expected) in [
            (
                r#"<i> {% include "b.html" %} </i>"#,
                "<b>{{ b }}</b>\n",
                "<i> {% if true %}<b>{{ b }}</b>\n{% endif %} </i>",
            ),
            (
                r#"{%- include "own/b.html" -%}"#,
                "{% set c = b %}",
                "{%- for __once in [0] %}{% set c = b %}{% endfor -%}",
            ),
            (
                r#"{% include "c.html" %}"#,
                "b",
                r#"{% include "c.html" %}"#,
            ),
            (
                r#"{% include "b.html" %}"#,
                r#"<b>{% include "a.html" %}</b>"#,
                r#"{% if true %}<b>{% include "a.html" %}</b>{% endif %}"#,
            ),
        ] {
            assert_eq!(inlined(template, part), expected);
        }
    }

    #[test]
    fn a_part_that_depends_on_its_place_stays_included() {
        let template = r#"{% for a in b %}{% include "b.html" %}{% endfor %}"#;
        for part in [
            "{{ loop.index }}",
            "{% set_global c = 1 %}",
            "{% block c %}{% endblock %}",
            "{% raw %}{{{% endraw %}",
            "{{ b }} {",
            "{{ __tera_context }}",
        ] {
            assert_eq!(inlined(template, part), template, "{part}");
        }
    }

    #[test]
    fn a_child_theme_comes_before_its_parent() {
        let templates = [
            ("own/a.html", r#"{% include "b.html" %}"#),
            ("own/b.html", "own"),
            ("child/b.html", "child"),
        ];
        let templates = templates.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let inlined = inline_includes(&templates, &["child/".to_owned(), "own/".to_owned()]);
        assert_eq!(inlined[0].1, "{% if true %}child{% endif %}");
    }

    /// Fragments of templates. [`closed`] closes those that open a block.
    const FRAGMENTS: &[&str] = &[
        "x",
        " ",
        "\n  ",
        "{ ",
        "<p>",
        "{{ a }}",
        "{{- b }}",
        "{{ a -}}",
        "{{ d.e }}",
        "{# c #}",
        "{#- c -#}",
        "{#- c #}",
        "{# c -#}",
        "{% set a = 7 %}",
        "{%- set b = a -%}",
        "{% if a %}",
        "{%- if c -%}",
        "{% endif %}",
        "{%- endif -%}",
        "{% for a in list %}",
        "{%- for c in list -%}",
        "{% endfor %}",
        "{%- endfor -%}",
        "{{ \"}}\" }}",
        "{% raw -%} {{ {%- endraw %}",
        r#"{% include "p.html" %}"#,
        r#"{%- include "p.html" -%}"#,
        r#"{%- include "q.html" %}"#,
        r#"{% include "q.html" -%}"#,
    ];

    /// A template of these fragments, without ends that have no beginning, and with all ends that are missing.
    fn closed(fragments: &[usize]) -> String {
        let (mut template, mut open) = (String::new(), Vec::new());
        for fragment in fragments.iter().map(|at| FRAGMENTS[*at]) {
            match keyword(fragment) {
                begin @ ("if" | "for") => open.push(format!("end{begin}")),
                end @ ("endif" | "endfor") => match open.last() {
                    Some(last) if last == end => drop(open.pop()),
                    _ => continue,
                },
                _ => {}
            }
            template.push_str(fragment);
        }
        for end in open.iter().rev() {
            template.push_str(&format!("{{% {end} %}}"));
        }
        template
    }

    fn rendered(templates: &[(String, String)]) -> String {
        let mut tera = Tera::new();
        tera.set_fallback_prefixes(vec!["own/".to_owned()]).unwrap();
        tera.add_raw_templates(templates.to_vec()).unwrap();
        let mut context = Context::new();
        context.insert("a", "<1>");
        context.insert("b", "2");
        context.insert("c", &false);
        context.insert("d", &std::collections::BTreeMap::from([("e", 3)]));
        context.insert("list", &[4, 5]);
        tera.render("a.html", &context).unwrap()
    }

    proptest! {
        #[test]
        fn inlined_templates_render_the_same(
            own in prop::collection::vec(0..FRAGMENTS.len(), 1..24),
            p in prop::collection::vec(0..FRAGMENTS.len(), 1..12),
            q in prop::collection::vec(0..FRAGMENTS.len() - 4, 1..12),
        ) {
            // `p.html` includes only `q.html`, which includes nothing.
            let p: Vec<usize> = p.into_iter().filter(|at| !FRAGMENTS[*at].contains("p.html")).collect();
            let templates = [("a", own), ("p", p), ("q", q)]
                .map(|(name, fragments)| (format!("own/{name}.html"), closed(&fragments)));
            let inlined = inline_includes(&templates, &["own/".to_owned()]);
            prop_assert_eq!(rendered(&inlined), rendered(&templates), "{:#?}", (inlined, templates));
        }
    }
}

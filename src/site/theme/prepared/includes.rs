//! What a template includes, put into its place.
//!
//! To include a template costs as much as eight of its instructions, and it sees the variables around it through
//! one door more. A list of seats includes some hundred.

use std::collections::HashMap;

use super::pieces::{Piece, pieces};

/// Nothing, across which no white space is dropped.
const WALL: &str = "{% raw %}{% endraw %}";
/// Nothing, before which white space is dropped.
const WALL_AFTER_TRIM: &str = "{%- raw %}{% endraw %}";
/// Nothing, after which white space is dropped.
const WALL_BEFORE_TRIM: &str = "{% raw %}{% endraw -%}";
/// A loop of one: it keeps what is set in it to itself, as an included template does.
const OPEN: &str = "{% for __once in [0] %}";
const CLOSE: &str = "{% endfor %}";

/// The templates, each with what it includes in its place, where that makes no difference.
///
/// Names are found as Tera finds them: as they are, or with one of the `prefixes`.
pub(super) fn put_in(templates: &[(String, String)], prefixes: &[String]) -> Vec<(String, String)> {
    let texts = templates.iter().map(|(name, text)| (&**name, &**text));
    let library = Library {
        texts: texts.collect(),
        prefixes,
    };
    let whole = templates.iter().map(|(name, text)| {
        let whole = library.whole(text, &mut vec![name.as_str()]);
        (name.clone(), whole)
    });
    whole.collect()
}

/// All templates of a chain of themes.
struct Library<'a> {
    texts: HashMap<&'a str, &'a str>,
    prefixes: &'a [String],
}

impl<'a> Library<'a> {
    /// A template with what it includes. `inside` are those that are being put in.
    fn whole(&self, template: &str, inside: &mut Vec<&'a str>) -> String {
        if !template.contains("include") {
            return template.to_owned();
        }
        let mut whole = String::with_capacity(template.len());
        for piece in pieces(template) {
            match included(piece).and_then(|name| self.part(name, inside)) {
                Some(part) => whole.extend(in_place_of(piece, &part)),
                None => whole.push_str(piece.text()),
            }
        }
        whole
    }

    /// What an included template says, if it can stand in the middle of another.
    fn part(&self, name: &str, inside: &mut Vec<&'a str>) -> Option<String> {
        let (name, text) = self.find(name)?;
        if inside.contains(&name) || !can_stand_inside(text) {
            return None;
        }
        inside.push(name);
        let part = self.whole(text, inside);
        inside.pop();
        let sets = pieces(text).any(|piece| piece.keyword() == "set");
        Some(if sets {
            [OPEN, &part, CLOSE].concat()
        } else {
            part
        })
    }

    fn find(&self, name: &str) -> Option<(&'a str, &'a str)> {
        let prefixed = self.prefixes.iter().map(|prefix| format!("{prefix}{name}"));
        std::iter::once(name.to_owned())
            .chain(prefixed)
            .find_map(|name| self.texts.get_key_value(&*name))
            .map(|(name, text)| (*name, *text))
    }
}

/// The name in a tag that includes a template.
fn included(piece: Piece<'_>) -> Option<&str> {
    let Piece::Tag(tag) = piece else { return None };
    let code = tag.strip_prefix("{%")?.strip_suffix("%}")?;
    let code = code.strip_prefix('-').unwrap_or(code);
    let code = code.strip_suffix('-').unwrap_or(code);
    let name = code.trim().strip_prefix("include")?.trim_start();
    let name = name.strip_prefix('"')?.strip_suffix('"')?;
    (!name.contains(['"', '\\'])).then_some(name)
}

/// Whether a template may stand in the middle of another: it has nothing that only a template of its own may have,
/// and names no loop but its own.
fn can_stand_inside(template: &str) -> bool {
    const ALONE: [&str; 4] = ["block", "component", "extends", "set_global"];
    let mut loops = 0_usize;
    let mut pieces = pieces(template);
    let is_sound = pieces.all(|piece| {
        let keyword = piece.keyword();
        match keyword {
            "for" => loops += 1,
            "endfor" => loops = loops.saturating_sub(1),
            _ => {}
        }
        let names_loop = loops == 0 && piece.is_code() && piece.text().contains("loop");
        !names_loop && !ALONE.contains(&keyword)
    });
    // A brace at its end would be taken for a part of what follows; `__tera_context` are the variables around it.
    is_sound && !template.ends_with('{') && !template.contains("__tera")
}

/// A part and what is around it in the place of a tag.
fn in_place_of<'a>(tag: Piece<'_>, part: &'a str) -> [&'a str; 3] {
    let before = if tag.trims_before() {
        WALL_AFTER_TRIM
    } else {
        WALL
    };
    let after = if tag.trims_after() {
        WALL_BEFORE_TRIM
    } else {
        WALL
    };
    [before, part, after]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tera::{Context, Tera};

    use super::*;

    fn whole(templates: &[(&str, &str)]) -> String {
        let templates: Vec<(String, String)> = templates
            .iter()
            .map(|(name, text)| (format!("own/{name}"), (*text).to_owned()))
            .collect();
        let whole = put_in(&templates, &["child/".to_owned(), "own/".to_owned()]);
        whole.into_iter().next().map(|(_, text)| text).unwrap()
    }

    #[test]
    fn what_is_included_is_put_in() {
        for (part, expected) in [
            (
                "<b>{{ b }}</b>\n",
                format!("<i> {WALL}<b>{{{{ b }}}}</b>\n{WALL} </i>"),
            ),
            (
                "{% set c = b %}",
                format!("<i> {WALL}{OPEN}{{% set c = b %}}{CLOSE}{WALL} </i>"),
            ),
            (
                "{% for c in b %}{{ loop.index }}{% endfor %}",
                format!(
                    "<i> {WALL}{{% for c in b %}}{{{{ loop.index }}}}{{% endfor %}}{WALL} </i>"
                ),
            ),
        ] {
            let templates = [
                ("a.html", r#"<i> {% include "b.html" %} </i>"#),
                ("b.html", part),
            ];
            assert_eq!(whole(&templates), expected);
        }
        let templates = [("a.html", r#"{%- include "b.html" -%}"#), ("b.html", "b")];
        assert_eq!(
            whole(&templates),
            format!("{WALL_AFTER_TRIM}b{WALL_BEFORE_TRIM}")
        );
    }

    #[test]
    fn what_could_make_a_difference_stays() {
        let includer = r#"{% for a in b %}{% include "b.html" %}{% endfor %}"#;
        for part in [
            "{{ loop.index }}",
            "{% if b %}{{ loop.last }}{% endif %}",
            "{% set_global c = 1 %}",
            "{% block c %}{% endblock %}",
            "{{ b }} {",
            "{{ __tera_context }}",
        ] {
            let templates = [("a.html", includer), ("b.html", part)];
            assert_eq!(whole(&templates), includer, "{part}");
        }
    }

    #[test]
    fn what_includes_itself_is_put_in_once() {
        let part = r#"<b>{% include "a.html" %}</b>"#;
        let templates = [("a.html", r#"{% include "b.html" %}"#), ("b.html", part)];
        assert_eq!(whole(&templates), format!("{WALL}{part}{WALL}"));
    }

    #[test]
    fn names_are_found_as_tera_finds_them() {
        let templates = [
            (
                "own/a.html",
                r#"{% include "b.html" %}{% include "own/b.html" %}{% include "c.html" %}"#,
            ),
            ("own/b.html", "own"),
            ("child/b.html", "child"),
        ];
        let templates = templates.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let whole = put_in(&templates, &["child/".to_owned(), "own/".to_owned()]);
        let expected = format!(r#"{WALL}child{WALL}{WALL}own{WALL}{{% include "c.html" %}}"#);
        assert_eq!(whole[0].1, expected);
    }

    /// Bits of templates. What each needs of those after it is closed by `closed`.
    const BITS: &[&str] = &[
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
        "{% raw -%} {{ {% endraw %}",
        "{%- raw %} {%- endraw -%}",
        r#"{% include "p.html" %}"#,
        r#"{%- include "p.html" -%}"#,
        r#"{%- include "q.html" %}"#,
        r#"{% include "q.html" -%}"#,
    ];

    /// A template of bits, in which each end has its beginning and each beginning its end.
    fn closed(bits: &[usize]) -> String {
        let (mut template, mut open) = (String::new(), Vec::new());
        for bit in bits.iter().map(|at| BITS[*at]) {
            let keyword = pieces(bit).next().map_or("", Piece::keyword);
            match keyword {
                "if" | "for" => open.push(format!("end{keyword}")),
                "endif" | "endfor" if open.last().is_some_and(|it| it == keyword) => {
                    open.pop();
                }
                "endif" | "endfor" => continue,
                _ => {}
            }
            template.push_str(bit);
        }
        while let Some(end) = open.pop() {
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
        /// What a page is made of templates with what they include is what it is made of them as they are.
        #[test]
        fn it_makes_no_difference(
            own in prop::collection::vec(0..BITS.len(), 1..24),
            p in prop::collection::vec(0..BITS.len(), 1..12),
            q in prop::collection::vec(0..BITS.len() - 4, 1..12),
        ) {
            // A part includes the last one only.
            let p: Vec<usize> = p.into_iter().filter(|at| !BITS[*at].contains("p.html")).collect();
            let templates = [("a", own), ("p", p), ("q", q)];
            let templates = templates.map(|(name, bits)| (format!("own/{name}.html"), closed(&bits)));
            let whole = put_in(&templates, &["own/".to_owned()]);
            prop_assert_eq!(rendered(&whole), rendered(&templates), "{:#?}", (whole, templates));
        }
    }
}

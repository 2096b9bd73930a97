//! The pieces of a template, as Tera cuts it.

/// A stretch of a template, with its delimiters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// What is written as it is.
    Text(&'a str),
    /// `{% raw %} … {% endraw %}`
    Raw(&'a str),
    /// `{{ … }}`
    Value(&'a str),
    /// `{% … %}`
    Tag(&'a str),
    /// `{# … #}`
    Comment(&'a str),
}

/// Cuts a template into its pieces, which together are the whole.
pub(super) fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        let piece = first(rest)?;
        rest = rest.get(piece.text().len()..).unwrap_or_default();
        Some(piece)
    })
}

impl<'a> Piece<'a> {
    /// What is written there.
    pub(super) fn text(self) -> &'a str {
        match self {
            Piece::Text(it)
            | Piece::Raw(it)
            | Piece::Value(it)
            | Piece::Tag(it)
            | Piece::Comment(it) => it,
        }
    }

    /// The word with which a tag begins; nothing where it is none.
    pub(super) fn keyword(self) -> &'a str {
        match self {
            Piece::Tag(tag) => keyword(tag),
            _ => "",
        }
    }

    /// Whether something is worked out there.
    pub(super) fn is_code(self) -> bool {
        matches!(self, Piece::Value(_) | Piece::Tag(_))
    }

    /// Whether the white space before it is dropped. Asked of anything but text.
    pub(super) fn trims_before(self) -> bool {
        self.text().as_bytes().get(2) == Some(&b'-')
    }

    /// Whether the white space after it is dropped. Asked of anything but text.
    pub(super) fn trims_after(self) -> bool {
        let text = self.text().as_bytes();
        let dash = text.len().checked_sub(3);
        dash.is_some_and(|at| at > 2 && text.get(at) == Some(&b'-'))
    }
}

/// How long the string is with which the code begins, with its quotes; nothing where it begins with none.
pub(super) fn length_of_string(code: &str) -> Option<usize> {
    let quote = code.chars().next().filter(|it| "\"'`".contains(*it))?;
    let mut is_escaped = false;
    let end = code.char_indices().skip(1).find(|(_, it)| {
        let ends = !is_escaped && *it == quote;
        is_escaped = !is_escaped && *it == '\\';
        ends
    });
    Some(end.map_or(code.len(), |(at, _)| at + 1))
}

fn first(template: &str) -> Option<Piece<'_>> {
    let cut = |at| template.get(..at).unwrap_or(template);
    let piece = match template.get(..2) {
        Some("{{") => Piece::Value(cut(length_of_code(template, "}}"))),
        Some("{%") => {
            let tag = cut(length_of_code(template, "%}"));
            match keyword(tag) {
                "raw" => Piece::Raw(cut(length_of_raw(template, tag.len()))),
                _ => Piece::Tag(tag),
            }
        }
        Some("{#") => {
            let end = template.get(2..).and_then(|it| it.find("#}"));
            Piece::Comment(cut(end.map_or(template.len(), |at| at + 4)))
        }
        _ if template.is_empty() => return None,
        _ => Piece::Text(cut(length_of_text(template))),
    };
    Some(piece)
}

fn length_of_code(code: &str, end: &str) -> usize {
    let mut at = 2;
    while let Some(rest) = code.get(at..).filter(|it| !it.is_empty()) {
        if rest.starts_with(end) {
            return at + end.len();
        }
        let one = rest.chars().next().map_or(1, char::len_utf8);
        at += length_of_string(rest).unwrap_or(one);
    }
    code.len()
}

/// How long a raw part is whose beginning is so long.
fn length_of_raw(template: &str, beginning: usize) -> usize {
    let mut at = beginning;
    while let Some(tag) = template.get(at..).and_then(|rest| rest.find("{%")) {
        at += tag;
        let tag = template.get(at..).unwrap_or_default();
        if keyword(tag) == "endraw" {
            return at + length_of_code(tag, "%}");
        }
        at += 2;
    }
    template.len()
}

fn keyword(tag: &str) -> &str {
    let code = tag.strip_prefix("{%").unwrap_or(tag);
    let code = code.strip_prefix('-').unwrap_or(code).trim_start();
    let end = code.find(|it: char| !it.is_ascii_alphanumeric() && it != '_');
    end.and_then(|end| code.get(..end)).unwrap_or(code)
}

fn length_of_text(template: &str) -> usize {
    let starts = ["{{", "{%", "{#"].map(|start| template.find(start));
    starts.into_iter().flatten().min().unwrap_or(template.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_cut_where_tera_cuts_it() {
        use Piece::{Comment, Raw, Tag, Text, Value};
        for (template, expected) in [
            ("a { b }}", vec![Text("a { b }}")]),
            (
                "a{{ b }}{%- if c -%}{# d #}",
                vec![
                    Text("a"),
                    Value("{{ b }}"),
                    Tag("{%- if c -%}"),
                    Comment("{# d #}"),
                ],
            ),
            (
                r#"{{ "}}" ~ '\'}}' ~ `%}` }}è"#,
                vec![Value(r#"{{ "}}" ~ '\'}}' ~ `%}` }}"#), Text("è")],
            ),
            (
                "{%- raw %}{{ {% endraws %} {%- endraw -%}{{ a }}",
                vec![
                    Raw("{%- raw %}{{ {% endraws %} {%- endraw -%}"),
                    Value("{{ a }}"),
                ],
            ),
            ("{#}#}{%", vec![Comment("{#}#}"), Tag("{%")]),
            ("{{ \"è", vec![Value("{{ \"è")]),
            ("", vec![]),
        ] {
            let cut: Vec<Piece<'_>> = pieces(template).collect();
            assert_eq!(cut, expected);
        }
    }

    #[test]
    fn it_is_known_which_white_space_is_dropped() {
        for (piece, before, after) in [
            (Piece::Tag("{%- if a %}"), true, false),
            (Piece::Value("{{ a -}}"), false, true),
            (Piece::Comment("{#- -#}"), true, true),
            (Piece::Comment("{#-#}"), true, false),
        ] {
            let trims = (piece.trims_before(), piece.trims_after());
            assert_eq!(trims, (before, after), "{piece:?}");
        }
    }
}

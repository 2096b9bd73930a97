//! Cuts a template where Tera's lexer cuts it.

/// The tokens of a template, which together are the template.
///
/// A token is a text, or code with its delimiters: `{{ … }}`, `{% … %}` or `{# … #}`. What stands between
/// `{% raw %}` and `{% endraw %}` is not recognised as text: see [`has_raw`].
pub(in crate::site::theme) fn tokens(template: &str) -> impl Iterator<Item = &str> {
    let mut rest = template;
    std::iter::from_fn(move || {
        let (token, after) = rest.split_at_checked(token_length(rest))?;
        rest = after;
        (!token.is_empty()).then_some(token)
    })
}

/// Whether a template has a raw part, in which nothing is code.
pub(super) fn has_raw(template: &str) -> bool {
    tokens(template).any(|token| keyword(token) == "raw")
}

/// The first word of a `{% … %}` token. Empty for all other tokens.
pub(in crate::site::theme) fn keyword(token: &str) -> &str {
    let code = token.strip_prefix("{%").unwrap_or_default();
    let code = code.strip_prefix('-').unwrap_or(code).trim_start();
    let end = code.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    end.and_then(|end| code.get(..end)).unwrap_or(code)
}

fn token_length(template: &str) -> usize {
    // Looking for each delimiter to the end of the template would take long for many tokens.
    let text_end = || {
        let braces = template.match_indices('{').map(|(at, _)| at);
        let next = |at: usize| template.as_bytes().get(at + 1);
        braces
            .into_iter()
            .find(|at| matches!(next(*at), Some(b'{' | b'%' | b'#')))
    };
    let length = match template.get(..2) {
        Some("{{") => code_length(template.as_bytes(), b"}}"),
        Some("{%") => code_length(template.as_bytes(), b"%}"),
        Some("{#") => comment_length(template),
        _ => text_end(),
    };
    length.unwrap_or(template.len())
}

fn comment_length(template: &str) -> Option<usize> {
    Some(template.get(2..)?.find("#}")? + 4)
}

/// The length of the code at the start of a template. Delimiters within strings do not end it.
fn code_length(template: &[u8], end: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        at += match template.get(at..)? {
            rest if rest.starts_with(end) => return Some(at + end.len()),
            [quote @ (b'"' | b'\'' | b'`'), text @ ..] => 1 + string_length(text, *quote)?,
            _ => 1,
        };
    }
}

/// The length of a string behind its opening quote, with the closing one.
fn string_length(text: &[u8], quote: u8) -> Option<usize> {
    let mut is_escaped = false;
    let is_end = |byte: &u8| {
        let is_end = *byte == quote && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        is_end
    };
    text.iter().position(is_end).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_cut_where_tera_cuts_it() {
        for (template, expected) in [
            ("a { b }}", vec!["a { b }}"]),
            (
                "a{{ b }}{%- if c -%}{# d #}",
                vec!["a", "{{ b }}", "{%- if c -%}", "{# d #}"],
            ),
            (
                r#"{{ "}}" ~ '\'}}' ~ `%}` }}è"#,
                vec![r#"{{ "}}" ~ '\'}}' ~ `%}` }}"#, "è"],
            ),
            ("{#}#}{%", vec!["{#}#}", "{%"]),
            ("{{ \"è", vec!["{{ \"è"]),
            ("", vec![]),
        ] {
            assert_eq!(tokens(template).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn a_tag_begins_with_its_keyword() {
        for (token, expected) in [
            ("{%- raw -%}", "raw"),
            ("{%endraw%}", "endraw"),
            ("{% set_global a = 1 %}", "set_global"),
            ("{{ raw }}", ""),
            ("{# raw #}", ""),
        ] {
            assert_eq!(keyword(token), expected);
        }
    }
}

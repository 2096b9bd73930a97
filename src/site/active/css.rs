//! Whether the style of a picture is fetched from another site, or fetches something there.

use cssparser::{ParseError, Parser, Token};

use super::xml::is_elsewhere;

/// Whether a style sheet, or the value of an attribute, names an address of another site.
pub(super) fn fetches(css: &str) -> bool {
    // What is nested too deep to be looked through may hide one.
    look_at(&mut Parser::new(css)).unwrap_or(true)
}

fn look_at(css: &mut Parser<'_>) -> Result<bool, ParseError<()>> {
    let mut is_found = false;
    while let Ok(token) = css.next() {
        let is_block = match token {
            Token::AtKeyword(name) => {
                is_found |= name.eq_ignore_ascii_case("import");
                false
            }
            Token::UnquotedUrl(address) | Token::QuotedString(address) => {
                is_found |= is_elsewhere(address);
                false
            }
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => true,
            _ => false,
        };
        if is_block {
            is_found |= css.parse_nested_block(look_at)?;
        }
    }
    Ok(is_found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_other_sites_are_fetched_there() {
        for css in [
            ".a { fill: url(#a); font-family: 'Titillium Web' }",
            "url(\"#a\")",
            "@media print { .a { fill: url(data:image/png;base64,AAAA) } }",
            "matrix(1 0 0 1 2 3)",
            "/* url(https://a.example) */ .a { fill: red; }",
        ] {
            assert!(!fetches(css), "{css}");
        }
        for css in [
            "@import 'x.css';",
            "@IMPORT url(x.css);",
            ".a { fill: url(https://a.example/x.svg#a) }",
            ".a { background: \\75rl('//a.example/x.png') }",
            "@media print { @font-face { src: url( https://a.example/x.woff2 ) } }",
            "image-set('http://a.example/x.png' 1x)",
            &"{".repeat(100_000),
        ] {
            assert!(fetches(css), "{}", css.chars().take(80).collect::<String>());
        }
    }
}

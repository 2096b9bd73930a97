//! The direction of scripts.
//!
//! A template and an editor say in which language a page or a part of it is, with `lang`. Which direction that language
//! has is known (Unicode CLDR, through ICU), so it is written here, for every theme. A page of which all is written from
//! left to right stays as it is.

use icu_locale::{LanguageIdentifier, LocaleDirectionality};
use icu_properties::props::{BidiClass, EnumeratedProperty};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use memchr::memmem;

const DIRECTIONS: LocaleDirectionality = LocaleDirectionality::new_extended();

const HTML_NAMESPACE: &str = "http://www.w3.org/1999/xhtml";

/// Writes into a page the direction of each part that has a language, and isolates the texts of links, which are mostly
/// names that stand beside other text
/// (<https://www.w3.org/International/articles/inline-bidi-markup/>). What has a direction already keeps it.
pub fn write(html: String) -> String {
    if !has_right_to_left(&html) {
        return html;
    }
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[lang]:not([dir])", |it| {
            if let Some(language) = it.get_attribute("lang") {
                set_direction(it, direction(&language))?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!("a[href]:not([lang]):not([dir])", |it| {
            if it.namespace_uri() == HTML_NAMESPACE {
                it.prepend("<bdi>", ContentType::Html);
                it.append("</bdi>", ContentType::Html);
            }
            Ok(())
        }));
    // Only a page that no browser understands cannot be rewritten.
    rewrite_str(&html, settings).unwrap_or(html)
}

/// Whether a page has a part in a language that is written from right to left, or letters of such a script.
fn has_right_to_left(html: &str) -> bool {
    let is_right_to_left = |letter: char| {
        // The first script of this direction in Unicode is Hebrew.
        letter >= '\u{590}'
            && matches!(
                BidiClass::for_char(letter),
                BidiClass::RightToLeft | BidiClass::ArabicLetter
            )
    };
    let languages = memmem::find_iter(html.as_bytes(), "lang=").map(|at| {
        let rest = html.get(at + 5..).unwrap_or_default();
        let rest = rest.trim_start_matches(['"', '\'']);
        let end = rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '-');
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    });
    // Most pages have none of the bytes with which such letters begin. Blocks are looked at many bytes at a time.
    let may_be = |byte: &u8| {
        let of_two_or_three = byte.wrapping_sub(0xd6) <= 0xe0 - 0xd6;
        of_two_or_three | (byte.wrapping_sub(0xef) <= 1)
    };
    // Compilers make of numbers what they do not of truth values: sixteen bytes at a time.
    let may_have = |block: &[u8]| block.iter().fold(0, |any, it| any | u8::from(may_be(it))) != 0;
    languages.map(direction).any(|it| it == "rtl")
        || html.as_bytes().chunks(256).any(may_have) && html.chars().any(is_right_to_left)
}

/// The direction of a language, by its tag. It is that of the script, which need not be named.
fn direction(language: &str) -> &'static str {
    let language: Option<LanguageIdentifier> = language.parse().ok();
    match language.is_some_and(|it| DIRECTIONS.is_right_to_left(&it)) {
        true => "rtl",
        false => "ltr",
    }
}

/// Sets the direction of an element of HTML. Drawings have no such attribute.
fn set_direction(element: &mut Element<'_, '_>, direction: &str) -> lol_html::HandlerResult {
    if element.namespace_uri() == HTML_NAMESPACE {
        element.set_attribute("dir", direction)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn parts_in_a_language_have_its_direction() {
        for (html, expected) in [
            (
                "<html lang=\"it\"><p lang=\"en\">a <a href=\"x\">b</a></p>",
                "<html lang=\"it\"><p lang=\"en\">a <a href=\"x\">b</a></p>",
            ),
            (
                "<html lang=\"ar\"><p lang=\"it\">a <a href=\"x\">b</a></p>",
                "<html lang=\"ar\" dir=\"rtl\"><p lang=\"it\" dir=\"ltr\">a <a href=\"x\"><bdi>b</bdi></a></p>",
            ),
            (
                "<html lang=\"it\"><p lang='he'>a</p>",
                "<html lang=\"it\" dir=\"ltr\"><p lang='he' dir=\"rtl\">a</p>",
            ),
            (
                "<p lang=\"ar\" dir=\"ltr\">a</p>",
                "<p lang=\"ar\" dir=\"ltr\">a</p>",
            ),
            (
                "<p><a href=\"x\">بلدية</a> 12</p>",
                "<p><a href=\"x\"><bdi>بلدية</bdi></a> 12</p>",
            ),
            (
                "<svg lang=\"ar\"><a lang=\"ar\" href=\"x\"></a></svg>",
                "<svg lang=\"ar\"><a lang=\"ar\" href=\"x\"></a></svg>",
            ),
        ] {
            assert_eq!(write(html.to_owned()), expected, "{html}");
        }
    }
}

//! The part of a page that the indexer reads.
//!
//! The indexer takes its time for each element, and the texts of all pages wait in memory until the index is built. So
//! whatever has no influence on the words is left out.

use std::borrow::Cow;
use std::sync::Arc;

/// The prefix of attributes that instruct the indexer.
const INSTRUCTION: &str = "data-pagefind-";

/// Elements that do not separate words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
];

/// Elements that separate words and have no other meaning for the indexer.
const SEPARATING: &[&str] = &[
    "dd", "dl", "dt", "ol", "summary", "table", "tbody", "th", "thead", "tr",
];

/// A page as HTML, with the same words for the indexer but fewer elements.
#[derive(Clone)]
pub struct PageText(Arc<str>);

impl PageText {
    /// The text of a page.
    pub fn of(html: &str) -> PageText {
        PageText(without_plain_tags(&main_only(html)).into())
    }

    pub(super) fn html(&self) -> String {
        self.0.to_string()
    }
}

/// Leaves out what is around the element `main`, if that is marked as the body of the page and nothing after it is
/// marked.
fn main_only(html: &str) -> Cow<'_, str> {
    let main_only = || {
        let body = html.find("<body")?;
        let body_end = body + html.get(body..)?.find('>')? + 1;
        let instruction = body_end + html.get(body_end..)?.find(INSTRUCTION)?;
        let main = html.get(..instruction)?.rfind('<')?;
        let main_end = html.rfind("</main>")? + "</main>".len();
        let (head, main) = (html.get(..body_end)?, html.get(main..main_end)?);
        let is_all = main.starts_with("<main") && !html.get(main_end..)?.contains(INSTRUCTION);
        is_all.then(|| format!("{head}{main}</body></html>"))
    };
    main_only().map_or(Cow::Borrowed(html), Cow::Owned)
}

/// Leaves out tags that have no influence on the words. Elements that instruct the indexer stay.
fn without_plain_tags(html: &str) -> String {
    let instructing = instructing_elements(html);
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag, after)) = split_at_tag(rest) {
        text.push_str(before);
        match element(tag) {
            name if instructing.contains(&name) => text.push_str(tag),
            name if SEPARATING.contains(&name) => text.push(' '),
            name if INLINE.contains(&name) => {}
            _ => text.push_str(tag),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The names of the elements that have an instruction somewhere in the page.
fn instructing_elements(html: &str) -> Vec<&str> {
    let instructions = html.match_indices(INSTRUCTION);
    let names = instructions.filter_map(|(at, _)| {
        let tag = html.get(..at)?.rfind('<')?;
        Some(element(html.get(tag..)?))
    });
    names.collect()
}

/// The text before the first tag, the tag, and the rest.
fn split_at_tag(html: &str) -> Option<(&str, &str, &str)> {
    let is_tag = |(at, _): &(usize, &str)| {
        let name = html.get(at + 1..).unwrap_or_default();
        name.starts_with(|it: char| it == '/' || it.is_ascii_alphabetic())
    };
    let (start, _) = html.match_indices('<').find(is_tag)?;
    let (before, tag) = html.split_at_checked(start)?;
    let mut quote = None;
    let end = tag.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        quote.is_none() && byte == b'>'
    })?;
    let (tag, after) = tag.split_at_checked(end + 1)?;
    Some((before, tag, after))
}

/// The name of a tag's element.
fn element(tag: &str) -> &str {
    let tag = tag.trim_start_matches(['<', '/']);
    let end = tag.find(|it: char| !it.is_ascii_alphanumeric());
    tag.get(..end.unwrap_or(tag.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::PageText;

    fn text(html: &str) -> String {
        PageText::of(html).html()
    }

    #[test]
    fn tags_without_influence_are_left_out() {
        for (html, expected) in [
            ("<p>Un <a href=\"x\">ente</a>.</p>", "<p>Un ente.</p>"),
            (
                "<dl><div><dt>Tipo</dt><dd>Atto</dd></div></dl>",
                " <div> Tipo  Atto </div> ",
            ),
            (
                "<b>a</b> <span data-pagefind-ignore>x</span>",
                "a <span data-pagefind-ignore>x</span>",
            ),
            ("<a title=\"a > b\">c</a>", "c"),
            ("1 < 2 <b>x</b> <", "1 < 2 x <"),
            ("<h2 id=\"a\">A</h2><br>", "<h2 id=\"a\">A</h2><br>"),
            ("<!-- <p> --><b", "<!-- <p> --><b"),
            ("", ""),
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
    }

    #[test]
    fn only_the_marked_main_element_stays() {
        let page = "<html lang=\"it\"><head><title>T</title></head><body id=\"top\"><header>H</header>\
                    <main data-pagefind-body><p>M</p></main><footer>F</footer></body></html>";
        let text_of_page = "<html lang=\"it\"><head><title>T</title></head><body id=\"top\">\
                       <main data-pagefind-body><p>M</p></main></body></html>";
        assert_eq!(text(page), text_of_page);
        let unmarked = page.replace(" data-pagefind-body", "");
        assert_eq!(text(&unmarked), unmarked);
        let twice = page.replace("<footer>", "<footer data-pagefind-body>");
        assert_eq!(text(&twice), twice);
    }
}

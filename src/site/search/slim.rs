//! Less of a page to read, with the same words: what costs an indexer most is the number of elements.

use std::borrow::Cow;

/// The mark of attributes that speak to the indexer.
const MARK: &str = "data-pagefind-";

/// Elements whose tags say nothing of the words in them.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
];

/// Elements that part words and are nothing else.
const PARTING: &[&str] = &[
    "dd", "dl", "dt", "ol", "summary", "table", "tbody", "th", "thead", "tr",
];

/// The page without tags that do not matter, and without what is around its body, where it marks one.
pub(super) fn slim(html: &str) -> String {
    let html = around_cut(html);
    let marked = marked(&html);
    let mut slim = String::with_capacity(html.len());
    let mut rest = &*html;
    while let Some((text, tag, after)) = next_tag(rest) {
        slim.push_str(text);
        let name = name(tag);
        if marked.contains(&name) {
            slim.push_str(tag);
        } else if PARTING.contains(&name) {
            slim.push(' ');
        } else if !INLINE.contains(&name) {
            slim.push_str(tag);
        }
        rest = after;
    }
    slim.push_str(rest);
    slim
}

/// The names of elements some of which speak to the indexer.
fn marked(html: &str) -> Vec<&str> {
    let marks = html.match_indices(MARK);
    let names = marks.filter_map(|(at, _)| {
        let before = html.get(..at)?;
        Some(name(html.get(before.rfind('<')?..)?))
    });
    names.collect()
}

/// Leaves away what stands before and after the `main` that is marked as the body.
fn around_cut(html: &str) -> Cow<'_, str> {
    let cut = || {
        let begin = html.find("<body")?;
        let start = begin + html.get(begin..)?.find('>')? + 1;
        let marked = start + html.get(start..)?.find(MARK)?;
        let body = html.get(..marked)?.rfind('<')?;
        let end = html.rfind("</main>")? + "</main>".len();
        let after = html.get(end..)?;
        let inside = html.get(body..end)?;
        let whole = inside.starts_with("<main") && !after.contains(MARK);
        whole.then(|| format!("{}{inside}</body></html>", html.get(..start).unwrap_or("")))
    };
    cut().map_or(Cow::Borrowed(html), Cow::Owned)
}

/// The text before the first tag, the tag, and what comes after it.
fn next_tag(html: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + html.get(from..)?.find('<')?;
        let inside = html.get(start + 1..)?;
        if !inside.starts_with(|it: char| it == '/' || it.is_ascii_alphabetic()) {
            from = start + 1;
            continue;
        }
        let mut quote = None;
        let end = inside.bytes().position(|byte| {
            match (quote, byte) {
                (None, b'"' | b'\'') => quote = Some(byte),
                (Some(open), _) if open == byte => quote = None,
                (None, b'>') => return true,
                _ => {}
            }
            false
        })?;
        let end = start + 1 + end + 1;
        return Some((html.get(..start)?, html.get(start..end)?, html.get(end..)?));
    }
}

/// The name of a tag's element.
fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches(['<', '/']);
    let end = tag.find(|it: char| !it.is_ascii_alphanumeric());
    tag.get(..end.unwrap_or(tag.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn tags_that_say_nothing_go() {
        for (html, slimmed) in [
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
            assert_eq!(slim(html), slimmed, "{html}");
        }
    }

    #[test]
    fn what_is_around_the_body_goes() {
        let page = "<html lang=\"it\"><head><title>T</title></head><body id=\"top\"><header>H</header>\
                    <main data-pagefind-body><p>M</p></main><footer>F</footer></body></html>";
        let slimmed = "<html lang=\"it\"><head><title>T</title></head><body id=\"top\">\
                       <main data-pagefind-body><p>M</p></main></body></html>";
        assert_eq!(slim(page), slimmed);
        let unmarked = page.replace(" data-pagefind-body", "");
        assert_eq!(slim(&unmarked), unmarked);
        let twice = page.replace("<footer>", "<footer data-pagefind-body>");
        assert_eq!(slim(&twice), twice);
    }
}

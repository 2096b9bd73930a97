//! The part of a page that the indexer reads: what the page says.
//!
//! What surrounds that on every page, such as menus and buttons, would be found for every question. It is told by what
//! HTML says of it, so that a theme need not know the search; `data-pagefind-ignore` marks the rest.
//!
//! The indexer takes its time for each element, and the texts of all pages wait in memory until the index is built. So
//! whatever has no influence on the words is left out, too.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use html_escape::decode_html_entities;
use lol_html::html_content::{Attribute, ContentType, Element, TextChunk, TextType};
use lol_html::{RewriteStrSettings, doc_text, element, rewrite_str};

use super::typography::plain;

/// The prefix of attributes that instruct the indexer.
const INSTRUCTION: &str = "data-pagefind-";

/// The instruction that an element has the content of the page.
const BODY: &str = "data-pagefind-body";

/// The instruction to leave an element out.
const IGNORE: &str = "data-pagefind-ignore";

/// Elements that the indexer leaves out, whatever instructions they hold. Blocks of code are examples, whose words are not
/// what a page is about.
const LEFT_OUT: &str =
    "pre, nav, footer, form, label, script, style, noscript, template, svg, iframe";

/// Other elements that are not what a page says: things to do, what nobody sees, and the marks that lead to footnotes
/// and back (<https://www.w3.org/TR/dpub-aria-1.1/>).
const FURNITURE: &str = "button, select, dialog, menu, [hidden]:not([hidden=until-found]), [aria-hidden=true], \
    [role=navigation], [role=search], [role=toolbar], [role=button], [role=menu], [role=menubar], \
    [role=doc-noteref], [role=doc-backlink], a[href='#'], a[href='#top'], a[href^='mailto:?'], \
    a[href^='javascript:']";

/// Elements that do not separate words: they may stand for a part of one. `span` and `time` are for the style sheet,
/// which often sets them apart.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "strong", "sub", "sup", "u", "var", "wbr",
];

/// Elements that the indexer separates itself, or that it needs.
const KNOWN: &[&str] = &[
    "html", "head", "meta", "link", "title", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6",
    "p", "td", "div", "ul", "li", "article", "section", "br", "img",
];

/// A page as HTML, with the words for the indexer and few elements.
#[derive(Clone)]
pub struct PageText(Arc<str>);

impl PageText {
    /// The text of a page.
    pub fn of(html: &str) -> PageText {
        let body = body_only(html);
        let address = RefCell::new(None);
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("link[rel=canonical][href]", |it| {
                address.replace(it.get_attribute("href"));
                Ok(())
            }))
            .append_element_content_handler(element!(LEFT_OUT, |it| {
                it.remove();
                Ok(())
            }))
            .append_element_content_handler(element!(FURNITURE, |it| {
                // It may hold instructions, so it is not removed.
                it.set_attribute(IGNORE, "")?;
                Ok(())
            }))
            .append_element_content_handler(element!("*", |it| {
                simplify(it);
                Ok(())
            }))
            .append_document_content_handler(doc_text!(|it| {
                write_plainly(it, address.borrow().as_deref());
                Ok(())
            }));
        // A page that cannot be rewritten is indexed as it is.
        let text = rewrite_str(&body, settings);
        PageText(text.unwrap_or_else(|_| body.into_owned()).into())
    }

    pub(super) fn html(&self) -> String {
        self.0.to_string()
    }
}

/// Leaves out what is around the content of the page. If the page does not say what that is, it is the element `main`,
/// or else all of the body.
fn body_only(html: &str) -> Cow<'_, str> {
    let only = |html: &str| {
        let (head, content) = split_at_content(html)?;
        let instruction = content.find(INSTRUCTION)?;
        let main = content.get(..instruction)?.rfind('<')?;
        let main_end = content.rfind("</main>")? + "</main>".len();
        let (main, after) = (content.get(main..main_end)?, content.get(main_end..)?);
        let is_all = main.starts_with("<main") && !after.contains(INSTRUCTION);
        is_all.then(|| format!("{head}{main}</body></html>"))
    };
    let marked = with_marked_body(html);
    match only(&marked) {
        Some(only) => Cow::Owned(only),
        None => marked,
    }
}

fn with_marked_body(html: &str) -> Cow<'_, str> {
    let marked = || {
        let (head, content) = split_at_content(html)?;
        if content.contains(BODY) || head.contains(BODY) {
            return None;
        }
        let (before, after) = match content.find("<main") {
            Some(main) => html.split_at_checked(head.len() + main + "<main".len())?,
            None => html.split_at_checked(head.rfind("<body")? + "<body".len())?,
        };
        Some(format!("{before} {BODY}{after}"))
    };
    marked().map_or(Cow::Borrowed(html), Cow::Owned)
}

/// A page up to the first tag of its body, that included, and the rest.
fn split_at_content(html: &str) -> Option<(&str, &str)> {
    let body = html.find("<body")?;
    let end = body + html.get(body..)?.find('>')? + 1;
    html.split_at_checked(end)
}

/// Leaves out the tags of an element that has no influence on the words.
fn simplify(element: &mut Element<'_, '_>) {
    let mut names = element.attributes().iter().map(Attribute::name);
    let name = element.tag_name();
    if KNOWN.contains(&&*name) || names.any(|it| it.starts_with(INSTRUCTION)) {
        return;
    }
    if !INLINE.contains(&&*name) {
        element.before(" ", ContentType::Html);
        element.after(" ", ContentType::Html);
    }
    element.remove_and_keep_content();
}

/// Rewrites a text with characters at which the indexer separates words. A text that ends with the address of the page
/// tells where the page is, not what it says.
fn write_plainly(chunk: &mut TextChunk<'_>, address: Option<&str>) {
    if !matches!(chunk.text_type(), TextType::Data | TextType::RCData) {
        return;
    }
    let text = decode_html_entities(chunk.as_str());
    if address.is_some_and(|address| text.trim_end().ends_with(address)) {
        return chunk.remove();
    }
    if let Cow::Owned(plain) = plain(&text) {
        chunk.replace(&plain, ContentType::Text);
    }
}

#[cfg(test)]
mod tests {
    use super::PageText;

    fn text(html: &str) -> String {
        PageText::of(html).html()
    }

    /// The words of a text, without tags.
    fn words(html: &str) -> String {
        let text = text(html);
        let parts = text.split('<');
        let words = parts.map(|it| it.split_once('>').map_or(it, |(_, text)| text));
        let words: String = words.collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tags_without_influence_are_left_out() {
        for (html, expected) in [
            ("<p>Un <a href=\"x\">ente</a>.</p>", "<p>Un ente.</p>"),
            ("<b>a</b><i>b</i>", "ab"),
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
            ("<x-card>a</x-card><b>c</b>", " a c"),
            ("", ""),
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
    }

    #[test]
    fn furniture_is_no_word_of_a_page() {
        for (html, expected) in [
            (
                "<p>Uno</p><button>Stampa</button>",
                "<p>Uno</p><button data-pagefind-ignore=\"\">Stampa</button>",
            ),
            ("<nav><a href=x>Menu</a></nav>due", "  due"),
            (
                "<pre><code>office: Sindaco</code></pre>tre <code>office</code>",
                "  tre office",
            ),
            ("<form><label>Cerca</label></form>", "  "),
            (
                "<ul><li>a<li>b</ul><footer>c</footer>",
                "<ul><li>a<li>b</ul>  ",
            ),
            ("<svg><text>Testo</text></svg>", "  "),
            ("<p hidden=until-found>c</p>", "<p hidden=until-found>c</p>"),
            (
                "<p hidden>c</p>",
                "<p hidden data-pagefind-ignore=\"\">c</p>",
            ),
            ("<a href=\"mailto:a@b.example\">a</a>", "a"),
            (
                "<a href=\"mailto:?body=x\">Invia</a>",
                "<a href=\"mailto:?body=x\" data-pagefind-ignore=\"\">Invia</a>",
            ),
            (
                "parola<sup role=doc-noteref><a>1</a></sup> m<sup>2</sup>",
                "parola<sup role=doc-noteref data-pagefind-ignore=\"\">1</sup> m2",
            ),
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
        let page = "<head><link rel=canonical href=\"https://a.example/b/\"></head><body><p>Testo.</p>\
                    <p>Indirizzo: https://a.example/b/ </p><p>Vedi https://a.example/b/c</p></body>";
        assert_eq!(words(page), "Testo.Vedi https://a.example/b/c");
    }

    #[test]
    fn only_the_marked_main_element_stays() {
        let page = "<html lang=\"it\"><head><title>T</title></head><body id=\"top\"><header>H</header>\
                    <main data-pagefind-body><p>M</p></main><aside>F</aside></body></html>";
        let text_of_page = "<html lang=\"it\"><head><title>T</title></head><body id=\"top\">\
                       <main data-pagefind-body><p>M</p></main></body></html>";
        assert_eq!(text(page), text_of_page);
        let unmarked = page.replace(" data-pagefind-body", "");
        assert_eq!(text(&unmarked), text_of_page);
        let without_main = unmarked.replace("main", "div");
        let body = "<body data-pagefind-body id=\"top\"> H <div><p>M</p></div> F </body>";
        assert!(text(&without_main).contains(body));
        let twice = page.replace("<aside>", "<aside data-pagefind-body>");
        assert!(text(&twice).contains("<aside data-pagefind-body>F</aside>"));
    }

    #[test]
    fn characters_are_those_that_the_indexer_separates_words_at() {
        for (html, expected) in [
            ("<p>dell’<b>unione</b></p>", "dell'unione"),
            (
                "<p>dell&rsquo;unione &amp; altri</p>",
                "dell'unione &amp; altri",
            ),
            ("<p>l&#x27;unione &lt;b&gt;</p>", "l&#x27;unione &lt;b&gt;"),
            ("<p>uno&nbsp;due</p>", "uno&nbsp;due"),
        ] {
            assert_eq!(words(html), expected, "{html}");
        }
    }
}

//! Markdown in, HTML and findings out; placeholders are shown in double angle quotes.

mod components;
mod findings;
mod near_misses;
mod properties;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::*;
use crate::base::diagnostic::At;

fn parse_with(html: HtmlPolicy, source: &str) -> (ParsedText, Vec<Diagnostic>) {
    let file = SourcePath::new("content/a.md");
    parse(&file, source, 0, context(html))
}

/// What surrounds a text in these tests: an anchor of the page, and one of the theme.
fn context(html: HtmlPolicy) -> TextContext<'static> {
    static THEME: LazyLock<ThemeInterface> = LazyLock::new(|| ThemeInterface {
        ids: BTreeSet::from(["top".to_owned()]),
        ..ThemeInterface::default()
    });
    TextContext {
        reserved: &["main"],
        theme: &THEME,
        html,
    }
}

fn show(segments: &[Segment], text: &ParsedText) -> String {
    let links = text.links.decompress();
    let show = |segment: &Segment| match segment {
        Segment::Html(html) => html.clone(),
        Segment::Href(link) => format!("«{}»", links[*link].destination),
        Segment::Image(link, attributes) => {
            format!("<img src=\"«{}»\"{attributes} />", links[*link].destination)
        }
        Segment::Title(link) => format!("«title of {}»", links[*link].destination),
        Segment::Label(word) => format!("«{word}»"),
        Segment::Component(number) => {
            let call = &text.calls[*number];
            match &call.body {
                None => format!("«<{}/>»", call.name),
                Some(body) => format!("«<{}>{}</{0}>»", call.name, self::show(body, text)),
            }
        }
    };
    segments.iter().map(show).collect()
}

fn html(source: &str) -> String {
    html_with(HtmlPolicy::Sanitize, source)
}

fn html_with(policy: HtmlPolicy, source: &str) -> String {
    let (text, _) = parse_with(policy, source);
    show(&text.segments.decompress(), &text)
}

/// The findings: code, hint, the bytes that they point at.
fn findings(source: &str) -> Vec<String> {
    let (_, found) = parse_with(HtmlPolicy::Sanitize, source);
    list(&found, source)
}

fn list(found: &[Diagnostic], source: &str) -> Vec<String> {
    let show = |found: &Diagnostic| {
        let At::Span(span) = &found.place.at else {
            panic!("no span: {found:?}");
        };
        let hint = found
            .hint
            .as_ref()
            .map(|hint| format!(".{hint}"))
            .unwrap_or_default();
        format!("{}{hint} {}", found.code, source[span.range()].trim_end())
    };
    found.iter().map(show).collect()
}

#[test]
fn html_by_table() {
    let table = [
        ("Ciao *mondo*", "<p>Ciao <em>mondo</em></p>\n"),
        ("## Chi siamo", "<h2 id=\"chi-siamo\">Chi siamo</h2>\n"),
        (
            "## Perché? {#why .x}",
            "<h2 id=\"why\" class=\"x\">Perché?</h2>\n",
        ),
        ("## Main", "<h2 id=\"main-2\">Main</h2>\n"),
        ("## Top", "<h2 id=\"top-2\">Top</h2>\n"),
        (
            "v. «https://a.it/b», all’urp@a.it",
            "<p>v. «<a href=\"«https://a.it/b»\">https://a.it/b</a>», all’<a href=\"«mailto:urp@a.it»\">urp@a.it</a></p>\n",
        ),
        (
            "<a href='b.md#c&amp;d' title=e>f</a>",
            "<p><a href=\"«b.md#c&d»\" title=\"e\">f</a></p>\n",
        ),
        (
            "## A\n\n## A",
            "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n",
        ),
        (
            "## A\n\n## B {#a}",
            "<h2 id=\"a-2\">A</h2>\n<h2 id=\"a\">B</h2>\n",
        ),
        ("[x](../a.md#b)", "<p><a href=\"«../a.md#b»\">x</a></p>\n"),
        (
            "[](ref:body/x)",
            "<p><a href=\"«ref:body/x»\">«title of ref:body/x»</a></p>\n",
        ),
        (
            "[](https://a.it)",
            "<p><a href=\"«https://a.it»\">https://a.it</a></p>\n",
        ),
        (
            "<a@b.it>",
            "<p><a href=\"«mailto:a@b.it»\">a@b.it</a></p>\n",
        ),
        (
            "v. https://a.it/b_c_d.",
            "<p>v. <a href=\"«https://a.it/b_c_d»\">https://a.it/b_c_d</a>.</p>\n",
        ),
        ("a@b.it", "<p><a href=\"«mailto:a@b.it»\">a@b.it</a></p>\n"),
        ("`https://a.it`", "<p><code>https://a.it</code></p>\n"),
        (
            "[https://a.it](b)",
            "<p><a href=\"«b»\">https://a.it</a></p>\n",
        ),
        (
            "![*un* gatto](g.png \"T\")",
            "<p><img src=\"«g.png»\" alt=\"un gatto\" title=\"T\" /></p>\n",
        ),
        ("[x](javascript:alert(1))", "<p>x</p>\n"),
        ("~~x~~", "<p><del>x</del></p>\n"),
        (
            "T\n\n: D",
            "<dl>\n<dt>T</dt>\n<dd>\n<p>D</p>\n</dd>\n</dl>\n",
        ),
        (
            "- [x] a",
            "<ul>\n<li><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"«task-done»\" />\na</li>\n</ul>\n",
        ),
        (
            "> [!NOTE]\n> a",
            "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">«alert-note»</p>\n<p>a</p>\n</div>\n",
        ),
        (
            "||b|\n|:-|-:|\n|1|2|",
            "<div class=\"table-wrap\" role=\"group\" tabindex=\"0\" aria-label=\"«table-region»\"><table><thead><tr><td class=\"align-left\"></td><th scope=\"col\" class=\"align-right\">b</th></tr></thead><tbody>\n<tr><td class=\"align-left\">1</td><td class=\"align-right\">2</td></tr>\n</tbody></table></div>\n",
        ),
        ("a\u{1}b", "<p>a\u{fffd}b</p>\n"),
        ("a[^x]", "<p>a[^x]</p>\n"),
    ];
    for (source, expected) in table {
        assert_eq!(html(source), expected, "{source}");
    }
}

#[test]
fn footnotes_are_numbered_in_reading_order_and_link_back() {
    let text = "[^b]: Due[^c].\n\n[^n]: Mai.\n\n[^c]: Tre.\n\n[^a]: Uno.\n\nx[^a] y[^b] z[^A]";
    let back = |id: &str, name: &str, mark: &str| {
        format!(
            " <a class=\"footnote-back\" href=\"#{id}\" role=\"doc-backlink\" aria-label=\"«footnote-back» {name}\">↩\u{fe0e}{mark}</a>"
        )
    };
    let reference = |id: &str, note: usize| {
        format!(
            "<sup class=\"footnote-ref\"><a id=\"{id}\" href=\"#fn-{note}\" role=\"doc-noteref\">{note}</a></sup>"
        )
    };
    let expected = [
        "<p>x",
        &reference("fnref-1", 1),
        " y",
        &reference("fnref-2", 2),
        " z",
        &reference("fnref-1-2", 1),
        "</p>\n<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"«footnotes»\">\n<ol>\n",
        "<li id=\"fn-1\">\n<p>Uno.",
        &back("fnref-1", "1", ""),
        &back("fnref-1-2", "1-2", "<sup>2</sup>"),
        "</p>\n</li>\n<li id=\"fn-2\">\n<p>Due",
        &reference("fnref-3", 3),
        ".",
        &back("fnref-2", "2", ""),
        "</p>\n</li>\n<li id=\"fn-3\">\n<p>Tre.",
        &back("fnref-3", "3", ""),
        "</p>\n</li>\n</ol>\n</section>\n",
    ];
    assert_eq!(html(text), expected.concat());
}

#[test]
fn raw_html_by_policy() {
    use HtmlPolicy::{Escape, Sanitize, Trust};
    let table = [
        (Trust, "a <b id=x>c</b>", "<p>a <b id=x>c</b></p>\n"),
        (Escape, "a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"),
        (Escape, "<div>\nc", "<p>&lt;div&gt;\nc</p>\n"),
        (
            Sanitize,
            "a <b id=x class=y title='t'>c</b>",
            "<p>a <b title=\"t\">c</b></p>\n",
        ),
        (
            Sanitize,
            "<div>\n\n## A\n\n[b](c)",
            "<div>\n<h2 id=\"a\">A</h2>\n<p><a href=\"«c»\">b</a></p>\n</div>",
        ),
        (
            Sanitize,
            "<div title=\"\n\n## A\n\n\">",
            "&lt;div title=\"\n<h2 id=\"a\">A</h2>\n<p>\"&gt;</p>\n",
        ),
        (Sanitize, "<!-- a\n\n## A", ""),
        (
            Sanitize,
            "> <script>a\n\nb",
            "<blockquote>\n</blockquote>\n<p>b</p>\n",
        ),
        (Sanitize, "x <iframe src=a></iframe>", "<p>x </p>\n"),
        (
            Sanitize,
            "<b>x</b>\n\n- [ ] a",
            "<p><b>x</b></p>\n<ul>\n<li><input type=\"checkbox\" disabled=\"\" aria-label=\"«task-open»\" />\na</li>\n</ul>\n",
        ),
        (
            Sanitize,
            "<b>x</b>\n\n|a|\n|-|",
            "<p><b>x</b></p>\n<div class=\"table-wrap\" role=\"group\" tabindex=\"0\" aria-label=\"«table-region»\"><table><thead><tr><th scope=\"col\">a</th></tr></thead><tbody>\n</tbody></table></div>\n",
        ),
        (
            Sanitize,
            "<img src=a.png alt=x onerror=y>",
            "<img src=\"«a.png»\" alt=\"x\" />",
        ),
        (
            Sanitize,
            "<a href=\"javascript:a\">x</a>",
            "<p><a>x</a></p>\n",
        ),
    ];
    for (policy, source, expected) in table {
        assert_eq!(html_with(policy, source), expected, "{source}");
    }
}

#[test]
fn an_anchor_is_made_of_words_whatever_the_punctuation() {
    for (heading, id) in [
        ("L'accordo dell'unione", "l-accordo-dell-unione"),
        ("L’accordo dell’unione", "l-accordo-dell-unione"),
        ("L‘accordo dellʼunione", "l-accordo-dell-unione"),
        ("«Atti» – “norme”…", "atti-norme"),
        ("Atti\u{a0}e\u{202f}norme", "atti-e-norme"),
        ("At\u{ad}ti\u{200b}", "atti"),
        ("Perche\u{301}", "perche"),
        ("Perché", "perche"),
        ("Art. 3—bis", "art-3-bis"),
        ("第一、第二", "di-yi-di-er"),
        ("…", "section"),
    ] {
        let (text, _) = parse_with(HtmlPolicy::Sanitize, &format!("## {heading}"));
        assert_eq!(text.headings[0].id, id, "{heading}");
    }
}

#[test]
fn a_heading_has_its_words_without_markup() {
    let (text, _) = parse_with(HtmlPolicy::Sanitize, "## A  *b*");
    assert_eq!(text.headings[0].text, "A b");
}

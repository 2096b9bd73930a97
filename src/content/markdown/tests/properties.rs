//! Properties of any text.

use std::collections::BTreeSet;
use std::ops::Range;

use proptest::prelude::*;

use super::context;
use crate::base::diagnostic::At;
use crate::content::markdown::*;

/// Texts made of pieces that some part of the renderer treats specially.
fn text() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    let words = prop::sample::select(vec![
        "a", "è", "\u{1f600}", " ", "\n", "\n\n", "\r\n", "\t", "    ", "> ", "- ", "1. ", "- [ ] ", "## ",
        "### A", "{#a .b}", "*", "**", "_", "~~", "`", "```\n", "[", "]", "(", ")", "[x](", "![", "[^1]",
        "[^1]: ", "[a]: b\n", "<", ">", "<b>", "</b>", "<div>", "</div>", "<b id=x onclick=y>", "<script>",
        "</script>", "<!--", "-->", "<a href=\"", "javascript:alert(1)", "\"", "'", "&#106;", "&lt;", "\\",
        "|", "|a|b|\n|-|-|\n", ": ", "---\n", "https://a.it/b_c", "a@b.it", "{{ <a/> }}", "{% <a> %}",
        "{% </a> %}", "{{ <a x=\"", "\"/> }}", "> [!NOTE]\n", "\0", "\u{feff}", "<h2>", "<table>", "<td>",
        "<img src=x onerror=y>", "<style>", "<?", "<![CDATA[", "hole-", "=", "<svg>", "<p>",
    ]);
    let made = prop::collection::vec(words, 0..40).prop_map(|words| words.concat());
    prop_oneof![4 => made, 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_safe_html(before in "[a-zè]{0,3}", text in text(), policy in 0..3) {
        let html = match policy {
            0 => HtmlPolicy::Sanitize,
            1 => HtmlPolicy::Escape,
            _ => HtmlPolicy::Trust,
        };
        let source = format!("{before}{text}");
        let file = SourcePath::new("a.md");
        let (text, found) = parse(&file, &source, before.len(), context(html));
        check_spans(&source, before.len(), &text, &found);
        let ids: BTreeSet<&str> = text.headings.iter().map(|heading| &*heading.id).collect();
        prop_assert_eq!(ids.len(), text.headings.len());
        prop_assert!(!ids.contains("main"));
        if html != HtmlPolicy::Trust {
            let html = all_html(&text);
            check_tags(&html);
        }
        prop_assert_eq!(parse(&file, &source, before.len(), context(html)), (text, found));
    }
}

fn check_spans(source: &str, start: usize, text: &ParsedText, found: &[Diagnostic]) {
    let inside = |span: &Range<usize>| {
        assert!(source.get(span.clone()).is_some(), "{span:?} of {source:?}");
        assert!(
            span.start >= start || *span == (0..source.len()),
            "{span:?} of {source:?}"
        );
    };
    text.headings
        .iter()
        .for_each(|heading| inside(&heading.span));
    let links = text.links.decompress();
    links.iter().for_each(|link| inside(&link.span));
    for call in &text.calls {
        inside(&call.span);
        call.args.iter().for_each(|arg| inside(&arg.span));
    }
    for found in found {
        match &found.place.at {
            At::Span(span) => inside(&span.range()),
            other => panic!("{other:?}"),
        }
    }
}

/// All HTML, with a word in place of each placeholder.
fn all_html(text: &ParsedText) -> String {
    let bodies = text.calls.iter().filter_map(|call| call.body.as_ref());
    let own = text.segments.decompress();
    let segments = bodies.flatten().chain(&own);
    segments
        .map(|segment| match segment {
            Segment::Html(html) => html.clone(),
            Segment::Image(_, attributes) => format!("<img src=\"hole\"{attributes} />"),
            _ => "hole".to_owned(),
        })
        .collect()
}

/// Checks that only allowed tags occur, no attribute runs a program, and every attribute is quoted.
fn check_tags(html: &str) {
    let mut ids = BTreeSet::new();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag
            .split_once('>')
            .unwrap_or_else(|| panic!("open tag in {html:?}"));
        let name = tag
            .trim_start_matches('/')
            .split([' ', '\n'])
            .next()
            .unwrap_or_default();
        let ours = ["input", "section", "h1", "h2", "h3", "h4", "h5", "h6"].contains(&name);
        assert!(
            ours || elements::ELEMENTS.contains(&name),
            "{name:?} in {html:?}"
        );
        for (number, part) in tag.split('"').enumerate() {
            if number % 2 == 0 {
                assert!(!part.trim_start().starts_with("on"), "{tag:?} in {html:?}");
            } else {
                assert!(
                    !part.trim_start().starts_with("javascript:"),
                    "{tag:?} in {html:?}"
                );
            }
        }
        if let Some((_, id)) = tag.split_once(" id=\"") {
            let id = id.split('"').next().unwrap_or_default().to_owned();
            assert!(ids.insert(id.clone()), "{id:?} twice in {html:?}");
        }
    }
}

//! The examples of the CommonMark specification give the HTML of pulldown-cmark's own renderer, except for
//! the differences that are listed here.

use std::collections::BTreeMap;

use pulldown_cmark_escape::{escape_href, escape_html};
use raccordo::base::component::ThemeInterface;
use raccordo::base::source::SourcePath;
use raccordo::content::markdown::{HtmlPolicy, ParsedText, Segment, TextContext, parse};

/// Deliberate differences: the reason, and the numbers of the examples.
///
/// One more is removed before comparing, because it is everywhere: each heading has an `id`, so that a
/// link can lead to it.
const DELIBERATE: &[(&str, &[usize])] = &[
    (
        "a link without text gets its target's title, so that there is something to follow",
        &[484, 487],
    ),
    (
        "only http, https, mailto, tel and ref may be linked to; any other scheme stays text",
        &[596, 598, 599, 601],
    ),
    (
        "web and e-mail addresses in running text become links",
        &[602, 606, 608, 611, 612],
    ),
];

#[test]
fn commonmark_examples_give_the_html_of_pulldown_cmark() {
    let examples = include_str!("commonmark/spec-0.31.2.json");
    let examples: Vec<serde_json::Value> = serde_json::from_str(examples).unwrap();
    assert_eq!(examples.len(), 652);
    let mut reasons = BTreeMap::new();
    for (reason, numbers) in DELIBERATE {
        for number in *numbers {
            assert!(reasons.insert(*number, *reason).is_none(), "{number} twice");
        }
    }
    let mut wrong = String::new();
    for example in &examples {
        let number = example["example"].as_u64().unwrap() as usize;
        let markdown = example["markdown"].as_str().unwrap();
        let (ours, stock) = (ours(markdown), stock(markdown));
        match (ours == stock, reasons.get(&number)) {
            (false, None) => {
                let section = &example["section"];
                wrong += &format!(
                    "{number} ({section}) differs\n{markdown:?}\n ours {ours:?}\nstock {stock:?}\n"
                );
            }
            (true, Some(reason)) => wrong += &format!("{number} does not differ: {reason}\n"),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn stock(markdown: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(markdown));
    html
}

fn ours(markdown: &str) -> String {
    let file = SourcePath::new("content/example.md");
    let context = TextContext {
        reserved: &[],
        theme: &ThemeInterface::default(),
        html: HtmlPolicy::Trust,
    };
    let (text, _) = parse(&file, markdown, 0, context);
    let mut html = fill(&text);
    for heading in &text.headings {
        let mut id = String::from(" id=\"");
        let _ = escape_html(&mut id, &heading.id);
        id.push('"');
        html = html.replacen(&id, "", 1);
    }
    html
}

/// The text with its placeholders filled as the stock renderer does.
fn fill(text: &ParsedText) -> String {
    let mut html = String::new();
    let links = text.links.decompress();
    for segment in text.segments.decompress() {
        match segment {
            Segment::Html(part) => html.push_str(&part),
            Segment::Href(link) => {
                let link = links.get(link);
                let _ = escape_href(&mut html, link.map_or("", |link| &link.destination));
            }
            Segment::Image(link, attributes) => {
                html += "<img src=\"";
                let link = links.get(link);
                let _ = escape_href(&mut html, link.map_or("", |link| &link.destination));
                html += &format!("\"{attributes} />");
            }
            Segment::Title(link) => html += &format!("[title {link}]"),
            Segment::Label(word) => html += &format!("[label {word}]"),
            Segment::Component(call) => html += &format!("[component {call}]"),
        }
    }
    html
}

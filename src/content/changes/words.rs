//! The words of texts, and how many of them have changed.

use std::collections::BTreeMap;

use crate::base::component::ArgValue;
use crate::content::markdown::{ComponentCall, ParsedText, Segment};
use crate::notation::value::Value;

/// How many words were added to a text, and how many removed. `None` if its words are the same, whatever the markup.
pub(super) fn changed(before: &ParsedText, after: &ParsedText) -> Option<(usize, usize)> {
    if before == after {
        return None;
    }
    let (before, after) = (of_text(before), of_text(after));
    (before != after).then(|| counts(&before, &after))
}

/// How many items one list has that the other lacks, and the other way round.
pub(super) fn counts<T: Ord>(before: &[T], after: &[T]) -> (usize, usize) {
    let mut balance: BTreeMap<&T, (usize, usize)> = BTreeMap::new();
    before
        .iter()
        .for_each(|it| balance.entry(it).or_default().0 += 1);
    after
        .iter()
        .for_each(|it| balance.entry(it).or_default().1 += 1);
    let sum = |surplus: fn(&(usize, usize)) -> usize| balance.values().map(surplus).sum();
    (
        sum(|(before, after)| after.saturating_sub(*before)),
        sum(|(before, after)| before.saturating_sub(*after)),
    )
}

/// The words of a text, as a reader sees them.
pub(super) fn of_text(text: &ParsedText) -> Vec<String> {
    let links = text.links.decompress();
    let title = |index: usize| links.get(index).map(|link| link.destination.clone());
    let mut shown = String::new();
    read(&text.segments.decompress(), &text.calls, &title, &mut shown);
    let shown = html_escape::decode_html_entities(&shown);
    shown.split_whitespace().map(str::to_owned).collect()
}

/// The words of all texts in a value.
pub(super) fn of_value(value: &Value) -> Vec<String> {
    match value {
        Value::List(items) => items.iter().flat_map(of_value).collect(),
        Value::Record(fields) => fields.values().flat_map(of_value).collect(),
        other => {
            let words = other.as_text().unwrap_or_default().split_whitespace();
            words.map(str::to_owned).collect()
        }
    }
}

fn read(
    segments: &[Segment],
    calls: &[ComponentCall],
    title: &dyn Fn(usize) -> Option<String>,
    shown: &mut String,
) {
    // The address of a link is a segment within its tag.
    let mut in_tag = false;
    for segment in segments {
        match segment {
            Segment::Html(html) => read_html(html, &mut in_tag, shown),
            Segment::Title(index) => shown.push_str(&title(*index).unwrap_or_default()),
            Segment::Component(index) => {
                if let Some(call) = calls.get(*index) {
                    read_call(call, calls, title, shown);
                }
            }
            Segment::Href(_) | Segment::Label(_) | Segment::Image(..) => {}
        }
    }
}

fn read_call(
    call: &ComponentCall,
    calls: &[ComponentCall],
    title: &dyn Fn(usize) -> Option<String>,
    shown: &mut String,
) {
    shown.push_str(&format!(" {} ", call.name));
    for argument in call.args.iter().filter(|it| it.link.is_none()) {
        if let ArgValue::Text(text) = &argument.value {
            shown.push_str(&format!(" {text} "));
        }
    }
    read(
        call.body.as_deref().unwrap_or_default(),
        calls,
        title,
        shown,
    );
}

/// Adds what stands between the tags. Only the tags of blocks part words, but a line break comes with each of them.
fn read_html(html: &str, in_tag: &mut bool, shown: &mut String) {
    for char in html.chars() {
        match char {
            '<' => *in_tag = true,
            '>' if *in_tag => *in_tag = false,
            _ if !*in_tag => shown.push(char),
            _ => {}
        }
    }
}

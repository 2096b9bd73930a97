//! What may be meant by a value of another type, tried before it is proposed.

use super::Checker;
use crate::notation::meant;
use crate::notation::schema::{Record, Shape};
use crate::notation::tree::{Node, Style, Value};
use crate::notation::trial::{quoted, quoted_list, unquoted};

/// The longest text of which proposals are made, in bytes. Nobody would copy a longer one.
const MAX_LENGTH: usize = 1000;

impl Checker<'_> {
    /// A text that is a value of this shape, in place of a node of another type, and whether it can only be meant in this way.
    pub(super) fn propose(&self, node: &Node, shape: &Shape) -> Option<(String, bool)> {
        let trial = self.trial?;
        let written = trial.source.get(node.span.clone())?.trim();
        if written.len() > MAX_LENGTH {
            return None;
        }
        let start = node.span.start;
        alternatives(shape).into_iter().find_map(|alternative| {
            let proposal = trial.first(start, shape, candidates(node, written, alternative))?;
            Some((proposal, is_certain(node, alternative)))
        })
    }
}

/// The shapes of which a value has one.
fn alternatives(shape: &Shape) -> Vec<&Shape> {
    match shape {
        Shape::Optional(inner) => alternatives(inner),
        Shape::Either(shapes) => shapes.iter().flat_map(|it| alternatives(it)).collect(),
        _ => vec![shape],
    }
}

fn candidates(node: &Node, written: &str, shape: &Shape) -> Vec<String> {
    match (shape, &node.value) {
        (Shape::Flag, _) => flag(unquoted(written)).into_iter().collect(),
        (Shape::Integer { .. }, _) => integer(unquoted(written)),
        (Shape::List { .. }, Value::Mapping(_)) => vec![format!("[{written}]"), item(written)],
        (Shape::List { item, .. }, _) => {
            let items = list_of_groups(unquoted(written), item);
            items.into_iter().chain(list(written)).collect()
        }
        (Shape::Text(_), Value::List(items)) => match items.as_slice() {
            [only] => one_of_list(only, written),
            _ => vec![quoted(written)],
        },
        (Shape::Text(_) | Shape::Word(_), _) => vec![quoted(written)],
        (Shape::Record(record), Value::Scalar(..)) => named(unquoted(written), record),
        _ => Vec::new(),
    }
}

/// Whether a value can only be meant in one way: a text that says `true`, a number in quotes, the only item of a list, the
/// two ends of a range.
fn is_certain(node: &Node, shape: &Shape) -> bool {
    match (shape, &node.value) {
        (Shape::List { .. }, Value::Scalar(text, _)) => !text.contains([',', ';', '\n', '[', ']']),
        (
            Shape::Flag | Shape::Integer { .. } | Shape::Text(_) | Shape::Word(_),
            Value::Scalar(..),
        ) => true,
        (Shape::Record(record), Value::Scalar(..)) => is_range(record),
        _ => false,
    }
}

/// The flag that a word stands for, in Italian or English.
pub(in crate::notation) fn flag(word: &str) -> Option<String> {
    let flag = match word.to_lowercase().as_str() {
        "sì" | "si" | "sí" | "yes" | "y" | "on" | "vero" | "true" | "1" => "true",
        "no" | "n" | "off" | "falso" | "false" | "0" => "false",
        _ => return None,
    };
    Some(flag.to_owned())
}

fn integer(text: &str) -> Vec<String> {
    let text = text
        .trim()
        .trim_end_matches(['.', 'º', '°'])
        .replace('_', "");
    let number: Option<i64> = text.parse().ok();
    let number = number.or_else(|| meant::number_in_words(&text));
    number
        .or_else(|| months(&text))
        .iter()
        .map(i64::to_string)
        .collect()
}

/// A time in months: `60` for `5 anni`.
fn months(text: &str) -> Option<i64> {
    let (number, unit) = text.split_once(char::is_whitespace)?;
    let number = number
        .parse()
        .ok()
        .or_else(|| meant::number_in_words(number))?;
    match unit.trim().to_lowercase().as_str() {
        "anno" | "anni" | "year" | "years" | "jahr" | "jahre" => Some(number * 12),
        "mese" | "mesi" | "month" | "months" | "monat" | "monate" => Some(number),
        _ => None,
    }
}

fn list(written: &str) -> Vec<String> {
    let bare = unquoted(written);
    let has_dashes = written
        .lines()
        .all(|line| line.trim_start().starts_with('-'));
    let dashes = has_dashes.then(|| {
        let lines = written.lines().map(|line| line.replacen('-', "- ", 1));
        lines.collect::<Vec<_>>().join("\n")
    });
    let divided = match bare.contains(',') {
        true => quoted_list(bare),
        false => format!("[{}]", bare.replace(';', ",")),
    };
    let flow = [
        bare.contains(';').then_some(divided),
        Some(format!("[{bare}]")),
        Some(format!("[{}]", bare.trim_matches(['[', ']']))),
        Some(quoted_list(bare)),
    ];
    let flow = flow.into_iter().flatten();
    dashes.into_iter().chain(flow).collect()
}

/// A group whose name, or the id in it, is this text.
fn named(text: &str, record: &Record) -> Vec<String> {
    let is_id = text.contains('-') && !text.contains(char::is_whitespace);
    let has = |key: &str| record.field(key).is_some();
    if is_range(record) {
        return range(text).into_iter().collect();
    }
    if has("from") && has("until") && !has("name") {
        return meant::period(text).into_iter().collect();
    }
    if has("meets") {
        const WORDS: [&str; 9] = [
            "riun", "ogni", "volt", "mese", "mens", "anno", "annu", "meet", "year",
        ];
        let folded = text.to_lowercase();
        if !WORDS.iter().any(|it| folded.contains(it)) {
            return Vec::new();
        }
        return vec![format!("{{meets: {}}}", quoted(text))];
    }
    match record.field("name") {
        Some(_) if is_id && has("organization") => vec![format!("{{organization: {text}}}")],
        Some(_) if is_id && has("person") => vec![format!("{{person: {text}}}")],
        Some(_) => {
            let name = |it: &str| format!("name: {}", quoted(it));
            // `Elena Rossi (dal 2021)`
            let dated = text.strip_suffix(')').and_then(|it| it.split_once('('));
            let dated = dated.filter(|_| has("from")).and_then(|(before, dates)| {
                let period = meant::period(dates)?.replacen('{', "", 1);
                Some(format!("{{{}, {period}", name(before.trim())))
            });
            dated
                .into_iter()
                .chain([format!("{{{}}}", name(text))])
                .collect()
        }
        None => Vec::new(),
    }
}

/// A list of one group, of which a word says enough: a place that is vacant.
fn list_of_groups(text: &str, item: &Shape) -> Option<String> {
    let Shape::Record(record) = item else {
        return None;
    };
    let is_vacant =
        ["vacante", "vacant", "libero", "vakant"].contains(&text.to_lowercase().as_str());
    (is_vacant && record.field("vacant").is_some()).then(|| "[{vacant: true}]".to_owned())
}

fn is_range(record: &Record) -> bool {
    record.field("min").is_some() && record.field("max").is_some()
}

/// The ends of `2-4` or `da 2 a 4`.
fn range(text: &str) -> Option<String> {
    // A comma or point within a number divides no range.
    let numbers = text.split(|letter: char| !letter.is_ascii_digit() && !",.".contains(letter));
    let numbers = numbers.map(|it| it.trim_matches([',', '.']));
    let numbers: Vec<u32> = numbers.filter_map(|it| it.parse().ok()).collect();
    match numbers.as_slice() {
        [min, max] if min <= max => Some(format!("{{min: {min}, max: {max}}}")),
        _ => None,
    }
}

/// Keys in several lines, as an item of a list.
fn item(written: &str) -> String {
    format!("- {}", written.replace('\n', "\n  "))
}

fn one_of_list(item: &Node, written: &str) -> Vec<String> {
    let inner = written.strip_prefix('-').unwrap_or(written);
    let inner = inner.trim_matches(['[', ']']).trim().to_owned();
    // What is no word in brackets is rather a text that begins with one: `[Bozza] Statuto`.
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
    match item.value {
        Value::Scalar(_, Style::Bare)
            if written.starts_with('[') && !inner.chars().all(is_word) =>
        {
            vec![quoted(written), inner]
        }
        _ => vec![inner, quoted(written)],
    }
}

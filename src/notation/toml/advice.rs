//! What may be meant by a line that is no TOML, tried before it is proposed.

use std::ops::Range;

use toml::de::DeTable;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;
use crate::notation::check::flag;
use crate::notation::schema::Shape;
use crate::notation::trial::{quoted, quoted_list, unquoted};

/// The quotes that editors of texts put in place of straight ones.
const TYPOGRAPHIC_QUOTES: &[char] = &['“', '”', '„', '«', '»', '‘', '’'];

/// The faults of syntax, one for each line, with what is right there.
pub(super) fn faults<'a>(
    file: &SourcePath,
    source: &str,
    errors: impl Iterator<Item = &'a toml::de::Error>,
    whole: &Shape,
) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = Vec::new();
    let mut last = None;
    for error in errors {
        let span = error.span().unwrap_or_default();
        let line = line_at(source, span.start);
        if last.as_ref() != Some(&line) {
            faults.push(fault(file, source, error, whole));
        }
        last = Some(line);
    }
    faults
}

fn fault(file: &SourcePath, source: &str, error: &toml::de::Error, whole: &Shape) -> Diagnostic {
    let span = error.span().unwrap_or_default();
    let at = |span| Diagnostic::new(Code::TomlSyntax, Place::span(file, span));
    let line = line_at(source, span.start);
    let text = |line: &Range<usize>| source.get(line.clone()).unwrap_or_default();
    if error.message() == "duplicate key" {
        let key = source.get(span.clone()).unwrap_or_default();
        return at(span).text("key", key).hint("twice");
    }
    // What a line before has left open fails in a line that is right.
    let before = text(&(0..line.start)).trim_end();
    let lines = [line, line_at(source, before.len())];
    let broken = lines.into_iter().find(|line| !is_read(text(line)));
    let mended = broken.and_then(|line| Some((mended(text(&line), whole)?, line)));
    match mended {
        Some((mended, line)) => at(line).text("mended", mended).hint("mended"),
        None => at(span).text("detail", error.message()),
    }
}

/// The line around a byte, without blanks around it.
fn line_at(source: &str, at: usize) -> Range<usize> {
    let before = source.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = source.get(start..).unwrap_or_default();
    let line = line.lines().next().unwrap_or_default();
    let start = start + line.len() - line.trim_start().len();
    start..start + line.trim().len()
}

fn is_read(line: &str) -> bool {
    DeTable::parse(line).is_ok()
}

/// The line as it is probably meant.
fn mended(line: &str, whole: &Shape) -> Option<String> {
    let name = line.trim_matches(['[', ']', ' ']);
    let blocks = [format!("[[{name}]]"), format!("[{name}]")];
    let candidates = match line.find(['=', ':']) {
        _ if let Some(comment) = line.strip_prefix("//") => vec![format!("#{comment}")],
        Some(at) => pairs(line, at, whole),
        None if line.starts_with("[[") => blocks.to_vec(),
        None if line.starts_with('[') => blocks.into_iter().rev().collect(),
        None => Vec::new(),
    };
    candidates.into_iter().find(|it| is_read(it))
}

/// The line as a key with a value, of which the sign at this byte divides them.
fn pairs(line: &str, at: usize, whole: &Shape) -> Vec<String> {
    let (key, value) = line.split_at(at);
    let key = key.trim().replace(' ', "_");
    let value = value.trim_start_matches(['=', ':']).trim();
    let (value, comment) = match value.split_once(" #") {
        Some((value, comment)) => (value.trim_end(), format!(" #{comment}")),
        None => (value, String::new()),
    };
    if value.is_empty() || value.contains('{') {
        return Vec::new();
    }
    let is_list = value.starts_with('[') || is_list(&key, whole);
    let list = is_list.then(|| quoted_list(value.trim_matches(['[', ']'])));
    let text = unquoted(value).trim_matches(TYPOGRAPHIC_QUOTES);
    let values = [value.to_owned()].into_iter().chain(list).chain(flag(text));
    let values = values.chain([quoted(text)]);
    values
        .map(|value| format!("{key} = {value}{comment}"))
        .collect()
}

fn is_list(key: &str, whole: &Shape) -> bool {
    let field = match whole {
        Shape::Record(record) => record.field(key),
        _ => None,
    };
    field.is_some_and(|field| match field.shape {
        Shape::Optional(inner) => matches!(inner, Shape::List { .. }),
        shape => matches!(shape, Shape::List { .. }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::settings::Settings;
    use crate::notation::schema::Typed;

    #[test]
    fn a_line_that_is_no_toml_is_shown_as_it_is_meant() {
        for (line, meant) in [
            ("title = Consulte", "title = \"Consulte\""),
            ("title = Consulte # nota", "title = \"Consulte\" # nota"),
            ("title = “Consulte”", "title = \"Consulte\""),
            ("title = \"Consulte", "title = \"Consulte\""),
            ("title: Consulte", "title = \"Consulte\""),
            ("title == \"Consulte\"", "title = \"Consulte\""),
            ("logo = \"C:\\Siti\"", "logo = 'C:\\Siti'"),
            ("base url = \"https://x.it\"", "base_url = \"https://x.it\""),
            ("base_url = https://x.it", "base_url = \"https://x.it\""),
            ("languages = it, de", "languages = [\"it\", \"de\"]"),
            ("languages = [it, de]", "languages = [\"it\", \"de\"]"),
            ("languages = [\"it\" \"de\"", "languages = [\"it\", \"de\"]"),
            ("mandates = True", "mandates = true"),
            ("mandates = sì", "mandates = true"),
            ("[[menus.main]", "[[menus.main]]"),
            ("[calendars", "[calendars]"),
            ("// nota", "# nota"),
        ] {
            assert_eq!(mended(line, Settings::SHAPE).as_deref(), Some(meant));
        }
        for line in ["title", "title =", "m = [{a = \"x\" b = 1}]"] {
            assert_eq!(mended(line, Settings::SHAPE), None, "{line}");
        }
    }
}

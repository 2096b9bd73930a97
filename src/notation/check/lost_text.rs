//! Bare texts that YAML reads otherwise than they were meant: what follows `#`, `Null`, `1.10`.

use std::ops::Range;

use super::{Checker, ScalarKind};
use crate::base::code::Code;
use crate::notation::schema::{Field, Shape};
use crate::notation::tree::{Entry, Node, Style};
use crate::notation::trial::{Trial, comment_after, indentation, line_before, quoted};

/// Whether a text may hold what is reported here. It is asked of every text, so it looks at characters only. Numbers that YAML
/// writes in another way are lost only below `extra:`.
pub fn may_lose_text(text: &str) -> bool {
    let signs = [" #", "\t#", ":#", "Null", "NULL", "extra:", "“", "„"];
    signs.iter().any(|sign| text.contains(sign))
        || ["null", "~"].iter().any(|word| has_alone(text, word))
        || has_item_within_item(text)
}

/// Whether a word for nothing stands alone somewhere. In a list, serde reads it as a text.
fn has_alone(text: &str, word: &str) -> bool {
    let is_open = |beside: Option<char>| !beside.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| {
        let (before, behind) = text.split_at(at);
        is_open(before.chars().next_back()) && is_open(behind.chars().nth(word.len()))
    })
}

/// Whether a dash is further to the right than the one above it, where YAML reads on with the text above.
fn has_item_within_item(text: &str) -> bool {
    let mut above = None;
    text.lines().any(|line| {
        let body = line.trim_start();
        let here = body.starts_with("- ").then(|| line.len() - body.len());
        let is_within = matches!((above, here), (Some(above), Some(here)) if here > above);
        above = here.filter(|_| !body.trim_end().ends_with([':', '|', '>']));
        is_within
    })
}

impl Checker<'_> {
    /// A bare text that goes on as a comment, or as an item of a list that is not one.
    pub(super) fn lost_text(&mut self, node: &Node, text: &str) {
        let Some(Trial { source, .. }) = self.trial else {
            return;
        };
        if let Some(end) = end_of_lost_text(source, node.span.end) {
            let whole = node.span.start..end;
            return self.lost(source, whole, text, "comment");
        }
        if let Some(inner) = in_typographic_quotes(text) {
            return self.report(Code::UnquotedText, &node.span, |fault| {
                let fault = fault.text("written", text).text("read", text);
                fault.text("mended", quoted(inner)).hint("quotes")
            });
        }
        let written = source.get(node.span.clone()).unwrap_or_default();
        let (first, rest) = written.split_once('\n').unwrap_or_default();
        if rest.lines().any(|line| line.trim_start().starts_with("- ")) {
            let start = " ".repeat(indentation(line_before(source, node.span.start)));
            let items = rest
                .lines()
                .map(|line| format!("{start}{}", line.trim_start()));
            let items: Vec<String> = items.collect();
            let mended = format!("{first}\n{}", items.join("\n"));
            self.report(Code::UnquotedText, &node.span, |fault| {
                let fault = fault.text("written", text).text("read", text);
                fault.text("mended", mended).hint("dash")
            });
        }
    }

    /// An empty value. It may be a text that YAML takes for nothing, or for a comment.
    pub(super) fn nothing(&mut self, entry: &Entry, field: &'static Field) {
        let place = self
            .trial
            .and_then(|trial| taken_for_nothing(trial, entry, field.shape));
        let Some((source, place, mended)) = place else {
            if !field.is_optional() {
                self.empty(entry);
            }
            return;
        };
        if field.is_optional() {
            return self.lost(source, place, "", "nothing");
        }
        self.report(Code::EmptyValue, &place, |fault| {
            let fault = fault.text("key", &entry.key);
            fault.text("mended", mended).hint("mended")
        });
    }

    /// A number of a theme's own values that would be shown in another form than it is written.
    pub(super) fn reformatted_number(&mut self, node: &Node, text: &str, style: Style) {
        let Some(trial) = self.trial.filter(|_| style == Style::Bare) else {
            return;
        };
        let shown = match ScalarKind::of(text, style) {
            ScalarKind::Integer => text
                .parse::<i128>()
                .map_or(String::new(), |it| it.to_string()),
            ScalarKind::Other => text
                .parse::<f64>()
                .map_or(String::new(), |it| format!("{it:?}")),
            ScalarKind::Text | ScalarKind::Flag => return,
        };
        if shown != text {
            self.lost(trial.source, node.span.clone(), &shown, "number");
        }
    }

    fn lost(&mut self, source: &str, place: Range<usize>, read: &str, hint: &'static str) {
        let written = source.get(place.clone()).unwrap_or_default();
        self.report(Code::UnquotedText, &place, |fault| {
            let fault = fault.text("written", written).text("read", read);
            fault.text("mended", quoted(written)).hint(hint)
        });
    }
}

/// A text that has quotes around it which are none for YAML.
fn in_typographic_quotes(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['“', '„'])?.strip_suffix(['”', '“'])?;
    (!inner.trim().is_empty() && !inner.contains(['“', '”', '„'])).then_some(inner)
}

/// A required value that is only a comment or a word for nothing, or an optional one that looks like a text. Returns
/// its place, and the same in quotes, which must be a value of this shape.
fn taken_for_nothing<'a>(
    trial: Trial<'a>,
    entry: &Entry,
    shape: &'static Shape,
) -> Option<(&'a str, Range<usize>, String)> {
    let (shape, is_optional) = match shape {
        Shape::Optional(inner) => (*inner, true),
        shape => (shape, false),
    };
    let Shape::Text(syntax) = shape else {
        return None;
    };
    let word = trial.source.get(entry.value.span.clone())?.trim();
    let written = match word {
        "" => comment_after(trial.source, entry.key_span.end, &[':', ' '])
            .filter(|comment| !comment.starts_with("# "))?,
        "~" | "null" if is_optional => return None,
        word => word,
    };
    if !syntax.is_free() {
        return None;
    }
    let start = written.as_ptr() as usize - trial.source.as_ptr() as usize;
    let mended = trial.first(start, shape, [quoted(written)])?;
    Some((trial.source, start..start + written.len(), mended))
}

/// The end of a comment behind a text that ends here, if it seems to belong to the text. After two blanks, or with a
/// blank on both sides, `#` begins a comment, unless a number follows.
fn end_of_lost_text(source: &str, text_end: usize) -> Option<usize> {
    let comment = comment_after(source, text_end, &[' ', '\t'])?;
    let start = comment.as_ptr() as usize - source.as_ptr() as usize;
    let blanks = start - text_end;
    let end = start + comment.len();
    let comment = comment.trim_start_matches('#');
    let is_numbered = comment
        .trim_start()
        .starts_with(|first: char| first.is_ascii_digit());
    let is_glued = blanks == 1 && comment.starts_with(|first: char| !first.is_whitespace());
    (blanks > 0 && (is_numbered || is_glued)).then_some(end)
}

//! Words, numbers and texts compared with a shape.

use super::labels::limit_or_empty;
use super::{Checker, ScalarKind};
use crate::base::code::Code;
use crate::notation::scalar::Reference;
use crate::notation::schema::{Shape, Syntax};
use crate::notation::suggest::near_word;
use crate::notation::tree::{Node, Style};

impl Checker<'_> {
    pub(super) fn scalar(&mut self, node: &Node, text: &str, style: Style, shape: &Shape) {
        match (shape, ScalarKind::of(text, style)) {
            (Shape::Text(syntax), _) if style != Style::TomlLiteral => {
                if style == Style::Bare {
                    self.lost_text(node, text);
                }
                self.text(node, text, syntax);
            }
            (Shape::Word(words), _) => self.word(node, text, words),
            (Shape::Flag, ScalarKind::Flag) => {}
            (Shape::Integer { min, max }, ScalarKind::Integer) => {
                self.integer(node, text, *min, *max);
            }
            _ => self.wrong_type(node, shape),
        }
    }

    fn text(&mut self, node: &Node, text: &str, syntax: &Syntax) {
        if text.trim().is_empty() {
            self.report(Code::EmptyValue, &node.span, |fault| {
                fault.label("shape", syntax.name).hint("text")
            });
        } else if !(syntax.admits)(text) || self.needs_ids && is_name(text, syntax) {
            self.report(syntax.code, &node.span, |fault| syntax.fault(fault, text));
        }
    }

    fn word(&mut self, node: &Node, text: &str, words: &'static [&'static str]) {
        if words.contains(&text) {
            return;
        }
        let near = near_word(text, words);
        self.report(Code::UnknownValue, &node.span, |fault| {
            let fault = fault.text("value", text);
            match near {
                Some(near) => near.propose(fault, text, "near"),
                None => fault.text("values", words.join(", ")).hint("values"),
            }
        });
    }

    pub(super) fn integer(&mut self, node: &Node, text: &str, min: i64, max: i64) {
        let number = text.replace('_', "").parse::<i64>();
        let is_in_range = number.is_ok_and(|number| (min..=max).contains(&number));
        // serde reads `-0` as a number that may be negative.
        let too_small = text.starts_with('-');
        if !is_in_range || min == 0 && too_small {
            self.report(Code::OutOfRange, &node.span, |fault| {
                fault
                    .text("value", text)
                    .text("min", limit_or_empty(min, Some(i64::MIN)))
                    .text(
                        "max",
                        limit_or_empty(max, too_small.then_some(u32::MAX.into())),
                    )
            });
        }
    }
}

/// Whether a name stands where an id goes.
fn is_name(text: &str, syntax: &Syntax) -> bool {
    syntax.name == Reference::SYNTAX.name && Reference::parse(text).is_none()
}

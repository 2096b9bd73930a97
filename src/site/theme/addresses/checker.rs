//! What the code of a template may print where it stands.

use std::collections::BTreeMap;

use super::code::{Code, PRINTED, UNPRINTED, unquoted};
use super::html::{Admitted, Html, Position, Value, is_led};
use crate::base::component::{AddressKind, ArgKind, Signature};
use crate::site::theme::ThemeSource;

/// Goes through the code of one template.
pub(super) struct Checker<'c> {
    /// The name of the template, without its theme.
    pub(super) file: &'c str,
    pub(super) codes: &'c [Code<'c>],
    /// The template, with fillers in place of code.
    pub(super) blank: &'c str,
    pub(super) html: &'c Html,
    pub(super) components: &'c BTreeMap<String, Signature>,
    pub(super) source: ThemeSource<'c>,
    /// The words of the tag that begins the component. Empty outside of components.
    pub(super) component: &'c [&'c str],
    /// What is open: `if`, `for` and `component`, each with its place, and with the names in it of what is under
    /// `extra`, or of arguments that a component does not declare. An editor may have named their fields.
    pub(super) open: Vec<(Position<'c>, &'c [&'c str])>,
}

/// The hint of a fault, if there is one.
type Fault = Option<&'static str>;

impl<'c> Checker<'c> {
    /// The fault of the next piece of code.
    pub(super) fn fault(&mut self, code: &'c Code<'c>) -> Fault {
        let position = self.html.position(code.start);
        let before = self.blank.get(..code.start).unwrap_or_default().trim_end();
        match (code.is_printed, code.words.as_slice()) {
            _ if before.ends_with('<') || before.ends_with("</") => Some("tag"),
            (true, words) => self.printed(code, position).or(self.expression(words)),
            (_, words @ ["if" | "elif", ..]) => self.tag(words, position),
            (_, words) => self.tag(words, position).or(self.expression(words)),
        }
    }

    /// The fault of a tag that stands where it must not, or gives a new meaning to a name that must keep its own.
    fn tag(&mut self, words: &'c [&'c str], position: Position<'c>) -> Fault {
        let is_text = position == Position::Text;
        let is_foreign = self.has_foreign(words);
        let end = words.iter().position(|word| ["=", "in"].contains(word));
        let names = words.get(1..end.unwrap_or(1)).unwrap_or_default();
        let is_kept = |name: &&str| self.is_given(&[name], AddressKind::Link);
        let is_good = match words {
            ["set" | "set_global" | "for", ..] if names.iter().any(is_kept) => false,
            ["set" | "set_global", _, "=", ..] if is_foreign => return Some("extra"),
            ["include" | "block", ..] if self.open.iter().any(|it| !it.1.is_empty()) => {
                return Some("extra");
            }
            ["set" | "set_global", _, "=", ..] | ["break" | "continue"] => true,
            [
                "include" | "block" | "endblock" | "extends" | "<" | "</",
                ..,
            ] => is_text,
            ["for", ..] if is_foreign => self.opens(position, names),
            ["if" | "for", ..] => self.opens(position, &[]),
            ["component", ..] => {
                self.component = words;
                let rest = words.iter().position(|word| *word == "...");
                let rest = rest.and_then(|at| words.get(at + 1..at + 2));
                self.opens(position, rest.unwrap_or_default()) && is_text
            }
            ["elif" | "else", ..] => self.open.last().is_some_and(|it| it.0 == position),
            ["endif" | "endfor"] => self.open.pop().is_some_and(|it| it.0 == position),
            ["endcomponent", ..] => {
                self.component = &[];
                self.open.pop().is_some() && is_text
            }
            _ => false,
        };
        (!is_good).then_some("unread")
    }

    fn opens(&mut self, position: Position<'c>, foreign: &'c [&'c str]) -> bool {
        self.open.push((position, foreign));
        true
    }

    /// The fault of what is printed where it must not.
    fn printed(&self, code: &Code<'_>, position: Position<'_>) -> Fault {
        match position {
            Position::Text => None,
            Position::Tag(_) => Some("tag"),
            _ if self.is_html(&code.words) => Some("html"),
            Position::Program => (!is_constant(&code.words)).then_some("program"),
            Position::Value(value) => match value.admitted {
                Admitted::Nothing => Some("tag"),
                Admitted::Text => None,
                _ if is_constant(&code.words) => None,
                Admitted::Program => Some("program"),
                Admitted::Address(kind) => self.in_address(code, value, kind),
            },
        }
    }

    /// The fault of what is printed in an address, after what the template writes there.
    fn in_address(&self, code: &Code<'_>, value: &Value, kind: AddressKind) -> Fault {
        let before = self.blank.get(value.bytes.start..code.start);
        let before = before.unwrap_or_default().replace(PRINTED, "");
        // In `<meta http-equiv="refresh">`, the address is written after the time: `0; url=`.
        let time = |c: char| c.is_ascii_digit() || "; ".contains(c);
        let address = before.trim_start_matches(time).strip_prefix("url=");
        let before = address.unwrap_or(&before);
        // What comes before other code may not be there.
        let sure = before.rsplit(UNPRINTED).next().unwrap_or_default();
        let is_good = match sure.trim() {
            "" => self.is_address(&code.words, kind),
            sure => is_led(before) && is_led(sure),
        };
        (!is_good).then_some("address")
    }

    /// The fault of an expression, wherever it stands.
    fn expression(&self, words: &[&str]) -> Fault {
        if self.has_html(words) && !self.is_html(words) {
            return Some("html");
        }
        // In `{"href": …}`, too, a field of this name holds an address.
        for (at, key) in words.iter().enumerate() {
            let key = unquoted(key).filter(|_| words.get(at + 1) == Some(&":"));
            let mut kinds = [AddressKind::Image, AddressKind::Link].into_iter();
            let kind = kinds.find(|kind| key.is_some_and(|key| self.holds_address(key, *kind)));
            if kind.is_some_and(|kind| !self.is_address(value(words, at + 2), kind)) {
                return Some("address");
            }
        }
        match words {
            ["<", call @ ..] => self.call(call),
            _ => None,
        }
    }

    /// The fault of a call of a component.
    fn call(&self, words: &[&str]) -> Fault {
        let name = words.iter().enumerate();
        let name = name.take_while(|(at, word)| at % 2 == 0 || **word == ".");
        let name: String = name.map(|(_, word)| *word).collect();
        let args = &self.components.get(&name)?.args;
        let is_plain = |kind| !matches!(kind, None | Some(ArgKind::Other));
        if words.contains(&"...") {
            return Some("unread");
        }
        if self.has_foreign(words) && !args.values().all(|it| is_plain(it.kind)) {
            return Some("extra");
        }
        let is_good = args.iter().all(|(arg, signature)| {
            let Some(ArgKind::Address(kind)) = signature.kind else {
                return true;
            };
            let mut places = (1..words.len()).filter(|at| words.get(*at) == Some(&arg.as_str()));
            places.all(|at| match words.get(at - 1..).unwrap_or_default() {
                [".", ..] => true,
                [_, _, "=", "{", ..] => self.is_address(value(words, at + 3), kind),
                [_, _, "=", text, ..] => self.is_address(&[text], kind),
                _ => self.is_address(&[arg], kind),
            })
        });
        (!is_good).then_some("argument")
    }

    /// Whether an expression is HTML as a whole: the text of a page, what a component or block is filled with, a call.
    fn is_html(&self, words: &[&str]) -> bool {
        match words {
            ["page", ".", "content", "|", "safe"] => !self.has_foreign(words),
            ["super", "(", ")"] => true,
            ["body"] | ["body", "|", "safe"] => !self.component.is_empty(),
            ["<", call @ .., "/>"] => !self.has_html(call),
            _ => false,
        }
    }

    /// Whether there is HTML in an expression.
    fn has_html(&self, words: &[&str]) -> bool {
        has_name(words, |name| match name {
            "/>" | "safe" | "super" => true,
            "body" => !self.component.is_empty(),
            _ => false,
        })
    }

    /// Whether there is something in an expression whose fields an editor may have named.
    fn has_foreign(&self, words: &[&str]) -> bool {
        let is_extra = |word: &&str| unquoted(word).unwrap_or(word) == "extra";
        let is_foreign = |name: &str| self.open.iter().any(|it| it.1.contains(&name));
        words.iter().any(is_extra) || has_name(words, is_foreign)
    }

    /// Whether an expression is an address, several of them with `or` between, or a name that this template sets to
    /// nothing else.
    fn is_address(&self, words: &[&str], kind: AddressKind) -> bool {
        let is_given = |words: &[&str]| {
            let mut parts = words.split(|word| *word == "or");
            parts.all(|part| self.is_given(part, kind))
        };
        let values = self
            .codes
            .iter()
            .filter_map(|code| match code.words.as_slice() {
                ["set" | "set_global", name, "=", value @ ..] if words == [*name] => Some(value),
                ["for", name, ..] | ["for", _, ",", name, ..] if words == [*name] => Some(&[][..]),
                _ => None,
            });
        let values: Vec<&[&str]> = values.collect();
        // A parameter may have the name of what another component sets.
        let is_parameter = matches!(words, [name] if self.component.contains(name));
        match is_parameter || values.is_empty() {
            true => is_given(words),
            false => values.into_iter().all(is_given),
        }
    }

    /// Whether an expression is an address as it stands: a text of the template, a field or variable of views that
    /// holds one, or a parameter that is declared to be one.
    fn is_given(&self, words: &[&str], kind: AddressKind) -> bool {
        match words {
            [text] if unquoted(text).is_some() => true,
            [name] if self.component.is_empty() => {
                let mut views = self.source.views.iter();
                let is_seen = views.any(|(view, all)| *view == self.file && all.contains(name));
                is_seen && self.holds_address(name, kind)
            }
            [name] => {
                let is_link = kind == AddressKind::Link && self.declares("links", name);
                is_link || self.declares("images", name)
            }
            [path @ .., field] => {
                let mut dots = path.iter().skip(1).step_by(2);
                let is_path = path.len() % 2 == 0 && dots.all(|dot| [".", "?."].contains(dot));
                is_path && self.holds_address(field, kind) && !self.has_foreign(words)
            }
            [] => false,
        }
    }

    /// Whether a field of views holds an address of this kind.
    fn holds_address(&self, field: &str, kind: AddressKind) -> bool {
        let fields = self.source.addresses;
        let is_link = kind == AddressKind::Link && fields.links.contains(&field);
        is_link || fields.files.contains(&field)
    }

    /// Whether the component declares a parameter in this list: `{"links": ["href"]}`.
    fn declares(&self, list: &str, parameter: &str) -> bool {
        let words = self.component.iter();
        let words = words
            .skip_while(|word| unquoted(word) != Some(list))
            .skip(1);
        let mut names = words.take_while(|word| **word != "]");
        names.any(|word| unquoted(word) == Some(parameter))
    }
}

/// Whether the template itself says what is printed: a text, or a label without variables.
fn is_constant(words: &[&str]) -> bool {
    matches!(words, [text] | ["t", "(", "key", "=", text, ")"] if unquoted(text).is_some())
}

/// Whether an expression has such a name in it, other than as a field.
fn has_name(words: &[&str], is: impl Fn(&str) -> bool) -> bool {
    let before = std::iter::once(&"").chain(words);
    let mut words = words.iter().zip(before);
    words.any(|(word, before)| is(word) && ![".", "?."].contains(before))
}

/// The words of the value that begins there. A bracket in it is taken for its end, but there is none in an address.
fn value<'w, 'a>(words: &'w [&'a str], start: usize) -> &'w [&'a str] {
    let words = words.get(start..).unwrap_or_default();
    let mut values = words.split(|word| [",", ")", "]", "}"].contains(word));
    values.next().unwrap_or_default()
}

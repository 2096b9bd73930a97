//! The notation of a component's call, which is Tera's own.
//!
//! `{{ <name key="text" n=3 flag=true/> }}`, or with a body between `{% <name …> %}` and
//! `{% </name> %}`. Tera writes what is not a text in braces, `n={3}`; both forms are read.

use std::ops::Range;

use super::Argument;
use crate::base::component::ArgValue;

/// One tag of a call.
#[derive(Debug, PartialEq)]
pub(super) enum Tag {
    /// A call without a body.
    Whole(String, Vec<Argument>),
    /// The start of a call with a body.
    Open(String, Vec<Argument>),
    /// The end of a call with a body.
    Close(String),
}

/// What is wrong with a tag.
#[derive(Debug, PartialEq)]
pub(super) struct Fault {
    /// The hint to give.
    pub(super) hint: &'static str,
    /// The bytes that are wrong.
    pub(super) bytes: Range<usize>,
}

/// Whether a tag begins here; what follows may be wrong.
pub(super) fn begins(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("{{").or_else(|| text.strip_prefix("{%")) else {
        return false;
    };
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let rest = rest.trim_start_matches([' ', '\t']);
    let Some(rest) = rest.strip_prefix('<') else {
        return false;
    };
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    rest.starts_with(is_first)
}

/// The name that a tag begins with, and whether it is a closing tag, however the tag goes on.
pub(super) fn glance(text: &str) -> Option<(String, bool)> {
    let mut reader = Reader { text, at: 0 };
    reader.accept("{%").then_some(())?;
    reader.accept("-");
    reader.space();
    reader.accept("<").then_some(())?;
    let closing = reader.accept("/");
    Some((reader.name()?, closing))
}

/// Reads a block of tags, each on a line of its own. All bytes are counted from byte `offset`.
pub(super) fn read_block(text: &str, offset: usize) -> Result<Vec<(Tag, Range<usize>)>, Fault> {
    let mut reader = Reader { text, at: 0 };
    let mut tags = Vec::new();
    loop {
        let start = reader.at;
        let tag = reader.tag(offset).map_err(|fault| Fault {
            hint: fault.hint,
            bytes: fault.bytes.start + offset..fault.bytes.end + offset,
        })?;
        let end = reader.at;
        tags.push((tag, start + offset..end + offset));
        let rest = reader.rest();
        let line = rest.trim_start_matches([' ', '\t', '\r']);
        reader.space();
        if reader.rest().is_empty() {
            return Ok(tags);
        }
        if !line.starts_with('\n') || !begins(reader.rest()) {
            return Err(Fault {
                hint: "glued",
                bytes: start + offset..end + offset,
            });
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn tag(&mut self, offset: usize) -> Result<Tag, Fault> {
        let start = self.at;
        let with_body = self.accept("{%");
        if !with_body {
            self.expect("{{", start)?;
        }
        self.accept("-");
        self.space();
        self.expect("<", start)?;
        let closing = with_body && self.accept("/");
        self.space();
        let name = self.name().ok_or_else(|| self.wrong("name"))?;
        let args = if closing {
            self.space();
            Vec::new()
        } else {
            self.arguments(start, offset)?
        };
        if !with_body {
            self.expect("/", start)?;
        }
        self.expect(">", start)?;
        self.space();
        self.accept("-");
        self.expect(if with_body { "%}" } else { "}}" }, start)?;
        Ok(match (with_body, closing) {
            (false, _) => Tag::Whole(name, args),
            (true, false) => Tag::Open(name, args),
            (true, true) => Tag::Close(name),
        })
    }

    fn arguments(&mut self, tag: usize, offset: usize) -> Result<Vec<Argument>, Fault> {
        let mut args: Vec<Argument> = Vec::new();
        loop {
            self.space();
            let start = self.at;
            if self.rest().is_empty() {
                return Err(self.unclosed(tag));
            }
            if !self.rest().starts_with(is_first) {
                return Ok(args);
            }
            let name = self.word();
            self.space();
            if !self.accept("=") {
                return Err(self.since(start, "argument"));
            }
            self.space();
            let value = self.value()?;
            if args.iter().any(|arg| arg.name == name) {
                return Err(self.since(start, "repeated"));
            }
            if args.len() == MOST_ARGUMENTS {
                return Err(self.since(start, "argument"));
            }
            args.push(Argument {
                name,
                value,
                span: start + offset..self.at + offset,
            });
        }
    }

    fn value(&mut self) -> Result<ArgValue, Fault> {
        let start = self.at;
        let braces = self.accept("{");
        if braces {
            self.space();
        }
        let value = match self.rest().chars().next() {
            Some(quote @ ('"' | '\'' | '`')) => self.quoted(quote)?,
            _ => self.plain()?,
        };
        if braces {
            self.space();
            if !self.accept("}") {
                return Err(self.since(start, "argument"));
            }
        }
        Ok(value)
    }

    fn quoted(&mut self, quote: char) -> Result<ArgValue, Fault> {
        let start = self.at;
        let mut text = String::new();
        let mut chars = self
            .text
            .get(start + 1..)
            .unwrap_or_default()
            .char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some((_, c @ ('"' | '\'' | '/' | '\\'))) => text.push(c),
                    Some((_, 'n')) => text.push('\n'),
                    Some((_, 't')) => text.push('\t'),
                    Some((_, 'r')) => text.push('\r'),
                    Some((end, c)) => {
                        self.at = start + 1 + end + c.len_utf8();
                        return Err(self.since(start + 1 + at, "argument"));
                    }
                    None => break,
                },
                c if c == quote => {
                    self.at = start + 1 + at + 1;
                    return Ok(ArgValue::Text(text));
                }
                c => text.push(c),
            }
        }
        Err(Fault {
            hint: "unclosed-text",
            bytes: start..self.text.len(),
        })
    }

    /// A value without quotes: a number, `true` or `false`.
    fn plain(&mut self) -> Result<ArgValue, Fault> {
        let start = self.at;
        let rest = self.rest();
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>' | '}'));
        self.at += end.unwrap_or(rest.len());
        let word = self.text.get(start..self.at).unwrap_or_default();
        let digits = word.strip_prefix('-').unwrap_or(word);
        let numeric = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
        let value = match word {
            "true" => Some(ArgValue::Flag(true)),
            "false" => Some(ArgValue::Flag(false)),
            _ if !numeric => None,
            _ if digits.contains('.') => word.parse().ok().map(ArgValue::Float),
            _ => word.parse().ok().map(ArgValue::Integer),
        };
        value.ok_or_else(|| self.since(start, "argument"))
    }

    /// Names with dots between them.
    fn name(&mut self) -> Option<String> {
        let mut name = String::new();
        loop {
            if !self.rest().starts_with(is_first) {
                return None;
            }
            name.push_str(&self.word());
            if !self.accept(".") {
                return Some(name);
            }
            name.push('.');
        }
    }

    fn word(&mut self) -> String {
        let rest = self.rest();
        let end = rest.find(|c: char| !is_first(c) && !c.is_ascii_digit());
        let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        self.at += word.len();
        word.to_owned()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn space(&mut self) {
        let rest = self.rest();
        let width = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_ascii_whitespace())
                .len();
        self.at += width;
    }

    fn accept(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn expect(&mut self, token: &str, tag: usize) -> Result<(), Fault> {
        if self.accept(token) {
            Ok(())
        } else if self.rest().is_empty() {
            Err(self.unclosed(tag))
        } else {
            Err(self.wrong(match token {
                "/" => "slash",
                "}}" | "%}" => "unclosed",
                _ => "argument",
            }))
        }
    }

    /// The tag ends with the text.
    fn unclosed(&self, tag: usize) -> Fault {
        Fault {
            hint: "unclosed",
            bytes: tag..self.text.trim_end().len().max(tag),
        }
    }

    /// The word that stands here is wrong.
    fn wrong(&self, hint: &'static str) -> Fault {
        let rest = self.rest();
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        Fault {
            hint,
            bytes: self.at..self.at + end.max(first),
        }
    }

    fn since(&self, start: usize, hint: &'static str) -> Fault {
        Fault {
            hint,
            bytes: start..self.at.max(start),
        }
    }
}

/// More arguments than any component takes; keeps the search for repeated ones short.
const MOST_ARGUMENTS: usize = 100;

fn is_first(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_'
}

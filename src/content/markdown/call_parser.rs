//! The syntax of component calls, which is that of Tera.
//!
//! A call is `{{ <name key="text" n=3 flag=true/> }}`. A call with a body has a tag before it, `{% <name …> %}`, and
//! one after it, `{% </name> %}`. Tera puts values that are not texts in braces, `n={3}`. Here both forms are read.

use std::ops::Range;

use super::Argument;
use crate::base::component::ArgValue;

/// More arguments than any component takes. The limit keeps the search for repeated names short.
const MAX_ARGUMENTS: usize = 100;

/// A tag of a call.
#[derive(Debug, PartialEq)]
pub(super) enum CallTag {
    /// A call without a body.
    SelfClosing(String, Vec<Argument>),
    /// The start of a call with a body.
    Open(String, Vec<Argument>),
    /// The end of a call with a body.
    Close(String),
}

/// A fault in the syntax of a tag.
#[derive(Debug, PartialEq)]
pub(super) struct CallFault {
    /// The hint of the diagnostic.
    pub(super) hint: &'static str,
    pub(super) bytes: Range<usize>,
}

/// Whether a text begins with a tag, with or without faults.
pub(super) fn starts_with_tag(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("{{").or_else(|| text.strip_prefix("{%")) else {
        return false;
    };
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let rest = rest.trim_start_matches([' ', '\t']);
    let Some(rest) = rest.strip_prefix('<') else {
        return false;
    };
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    rest.starts_with(starts_name)
}

/// The name of a tag with `{%`, and whether it is a closing tag, even if the rest of the tag has faults.
pub(super) fn peek_name(text: &str) -> Option<(String, bool)> {
    let mut parser = Parser::new(text, 0);
    parser.accept("{%").then_some(())?;
    parser.accept("-");
    parser.space();
    parser.accept("<").then_some(())?;
    let closing = parser.accept("/");
    Some((parser.name()?, closing))
}

/// Parses a block of tags, each on a line of its own. The text begins at byte `offset` of the file.
pub(super) fn parse_block(
    text: &str,
    offset: usize,
) -> Result<Vec<(CallTag, Range<usize>)>, CallFault> {
    let mut parser = Parser::new(text, offset);
    let mut tags = Vec::new();
    loop {
        let start = parser.at;
        let tag = parser.tag()?;
        let span = parser.span(start..parser.at);
        tags.push((tag, span.clone()));
        let line = parser.rest().trim_start_matches([' ', '\t', '\r']);
        parser.space();
        if parser.rest().is_empty() {
            return Ok(tags);
        }
        if !line.starts_with('\n') || !starts_with_tag(parser.rest()) {
            return Err(CallFault {
                hint: "glued",
                bytes: span,
            });
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// Where the text begins in the file.
    offset: usize,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, offset: usize) -> Parser<'a> {
        Parser {
            text,
            at: 0,
            offset,
        }
    }

    fn tag(&mut self) -> Result<CallTag, CallFault> {
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
        let name = self.name().ok_or_else(|| self.fault_here("name"))?;
        let args = if closing {
            self.space();
            Vec::new()
        } else {
            self.arguments(start)?
        };
        if !with_body {
            self.expect("/", start)?;
        }
        self.expect(">", start)?;
        self.space();
        self.accept("-");
        self.expect(if with_body { "%}" } else { "}}" }, start)?;
        Ok(match (with_body, closing) {
            (false, _) => CallTag::SelfClosing(name, args),
            (true, false) => CallTag::Open(name, args),
            (true, true) => CallTag::Close(name),
        })
    }

    fn arguments(&mut self, tag: usize) -> Result<Vec<Argument>, CallFault> {
        let mut args: Vec<Argument> = Vec::new();
        loop {
            self.space();
            let start = self.at;
            if self.rest().is_empty() {
                return Err(self.unclosed(tag));
            }
            if !self.rest().starts_with(starts_name) {
                return Ok(args);
            }
            let name = self.word();
            self.space();
            if !self.accept("=") {
                return Err(self.fault_since(start, "argument"));
            }
            self.space();
            let value = self.value()?;
            if args.iter().any(|arg| arg.name == name) {
                return Err(self.fault_since(start, "repeated"));
            }
            if args.len() == MAX_ARGUMENTS {
                return Err(self.fault_since(start, "argument"));
            }
            args.push(Argument {
                name,
                value,
                link: None,
                span: self.span(start..self.at),
            });
        }
    }

    fn value(&mut self) -> Result<ArgValue, CallFault> {
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
                return Err(self.fault_since(start, "argument"));
            }
        }
        Ok(value)
    }

    fn quoted(&mut self, quote: char) -> Result<ArgValue, CallFault> {
        let start = self.at;
        let mut text = String::new();
        let rest = self.text.get(start + 1..).unwrap_or_default();
        let mut chars = rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some((_, c @ ('"' | '\'' | '/' | '\\'))) => text.push(c),
                    Some((_, 'n')) => text.push('\n'),
                    Some((_, 't')) => text.push('\t'),
                    Some((_, 'r')) => text.push('\r'),
                    Some((end, c)) => {
                        self.at = start + 1 + end + c.len_utf8();
                        return Err(self.fault_since(start + 1 + at, "argument"));
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
        Err(self.fault("unclosed-text", start..self.text.len()))
    }

    /// Parses a value without quotes: a number, `true` or `false`.
    fn plain(&mut self) -> Result<ArgValue, CallFault> {
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
        value.ok_or_else(|| self.fault_since(start, "argument"))
    }

    /// Parses a name, which may have dots in it. Returns `None` if there is none.
    fn name(&mut self) -> Option<String> {
        let mut name = String::new();
        loop {
            if !self.rest().starts_with(starts_name) {
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
        let end = rest.find(|c: char| !starts_name(c) && !c.is_ascii_digit());
        let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        self.at += word.len();
        word.to_owned()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_ascii_start().len();
    }

    fn accept(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn expect(&mut self, token: &str, tag: usize) -> Result<(), CallFault> {
        if self.accept(token) {
            Ok(())
        } else if self.rest().is_empty() {
            Err(self.unclosed(tag))
        } else {
            Err(self.fault_here(match token {
                "/" => "slash",
                "}}" | "%}" => "unclosed",
                _ => "argument",
            }))
        }
    }

    /// The fault that the text ends within the tag.
    fn unclosed(&self, tag: usize) -> CallFault {
        self.fault("unclosed", tag..self.text.trim_end().len().max(tag))
    }

    /// A fault of the next word.
    fn fault_here(&self, hint: &'static str) -> CallFault {
        let rest = self.rest();
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        self.fault(hint, self.at..self.at + end.max(first))
    }

    /// A fault of the text from `start` to here.
    fn fault_since(&self, start: usize, hint: &'static str) -> CallFault {
        self.fault(hint, start..self.at.max(start))
    }

    fn fault(&self, hint: &'static str, bytes: Range<usize>) -> CallFault {
        CallFault {
            hint,
            bytes: self.span(bytes),
        }
    }

    /// The bytes in the file of these bytes of the text.
    fn span(&self, bytes: Range<usize>) -> Range<usize> {
        bytes.start + self.offset..bytes.end + self.offset
    }
}

fn starts_name(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_'
}

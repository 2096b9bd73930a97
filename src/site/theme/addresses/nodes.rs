//! A template as a tree of nodes.

use super::super::inline::{keyword, tokens};

/// The number of nodes that may be nested.
const MAX_DEPTH: usize = 100;

/// A piece of code in a template, and where it begins in the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Code<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Code<'a> {
    /// The end of this code.
    fn ending_with(self, text: &'a str) -> Code<'a> {
        let at = self.at + self.text.len() - text.len();
        Code { text, at }
    }
}

/// A node of a template.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// Text, which is printed as it is.
    Text(&'a str),
    /// `{{ … }}`
    Print(Code<'a>),
    /// `{% set a = … %}`
    Set(&'a str, Code<'a>),
    /// `{% set a %} … {% endset %}`
    Capture(&'a str, Vec<Node<'a>>),
    /// `{% for a, b in … %}` with its body, and what stands after `{% else %}`.
    For(Vec<&'a str>, Code<'a>, Vec<Node<'a>>, Vec<Node<'a>>),
    /// `{% if %}` with its branches, and whether one of them is always taken.
    If(Vec<Vec<Node<'a>>>, bool),
    /// `{% include … %}`
    Include(Code<'a>),
    /// `{% extends "…" %}`
    Extends(&'a str),
    /// `{% block a %}`
    Block(&'a str, Vec<Node<'a>>),
    /// `{% component a(…) %}`
    Component(&'a str, Vec<Node<'a>>),
    /// `{% <a …> %}` and the body of the call.
    Call(Code<'a>, Vec<Node<'a>>),
    /// `{% filter … %}`
    Filter(Vec<Node<'a>>),
}

/// The nodes of a template, or where it cannot be understood.
pub(super) fn parse(template: &str) -> Result<Vec<Node<'_>>, usize> {
    let mut parser = Parser {
        template,
        at: 0,
        trims: false,
        end: None,
    };
    let nodes = parser.nodes(0)?;
    parser.end.map_or(Ok(nodes), |end| Err(end.at))
}

struct Parser<'a> {
    template: &'a str,
    at: usize,
    /// Whether the last token trims the text after it.
    trims: bool,
    /// The tag that ended the nodes which were parsed last.
    end: Option<Code<'a>>,
}

impl<'a> Parser<'a> {
    /// The nodes up to a tag that ends them, which is then in `end`.
    fn nodes(&mut self, depth: usize) -> Result<Vec<Node<'a>>, usize> {
        let mut nodes = Vec::new();
        if depth > MAX_DEPTH {
            return Err(self.at);
        }
        self.end = None;
        while let Some(token) = self.next() {
            let at = self.at - token.len();
            if !token.starts_with("{{") && !token.starts_with("{%") {
                if !token.starts_with("{#") {
                    nodes.push(Node::Text(self.trimmed(token)));
                }
                self.trims = token.ends_with("-#}");
                continue;
            }
            self.trims = token.ends_with("-}}") || token.ends_with("-%}");
            let code = code(token, at);
            if token.starts_with("{{") {
                nodes.push(Node::Print(code));
                continue;
            }
            let word = keyword(token);
            let is_end = word.starts_with("end")
                || matches!(word, "else" | "elif")
                || code.text.starts_with("</");
            if is_end {
                self.end = Some(code);
                return Ok(nodes);
            }
            if word == "raw" {
                nodes.push(Node::Text(self.raw().ok_or(at)?));
                continue;
            }
            let node = self.node(word, code, depth)?;
            nodes.extend(node);
        }
        self.end = None;
        Ok(nodes)
    }

    fn node(
        &mut self,
        word: &str,
        code: Code<'a>,
        depth: usize,
    ) -> Result<Option<Node<'a>>, usize> {
        let rest = Code {
            text: code.text.get(word.len()..).unwrap_or_default(),
            at: code.at + word.len(),
        };
        let name = rest.text.trim();
        let node = match word {
            "set" | "set_global" => {
                let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
                let (variable, value) = name.split_at(end.unwrap_or(name.len()));
                match value.trim_start().strip_prefix('=') {
                    Some(value) => Node::Set(variable, rest.ending_with(value)),
                    None => Node::Capture(variable, self.until("endset", depth, code.at)?),
                }
            }
            "for" => return self.loop_node(rest, depth).map(Some),
            "if" => return self.branches(depth, code.at).map(Some),
            "include" => Node::Include(rest),
            "extends" => Node::Extends(name.trim_matches(['"', '\'', '`'])),
            "block" => Node::Block(name, self.until("endblock", depth, code.at)?),
            "component" => {
                let end = name.find('(').ok_or(code.at)?;
                let body = self.until("endcomponent", depth, code.at)?;
                Node::Component(name.get(..end).unwrap_or(name).trim(), body)
            }
            "filter" => Node::Filter(self.until("endfilter", depth, code.at)?),
            "break" | "continue" => return Ok(None),
            _ if code.text.starts_with('<') => Node::Call(code, self.until("</", depth, code.at)?),
            _ => return Err(code.at),
        };
        Ok(Some(node))
    }

    fn loop_node(&mut self, head: Code<'a>, depth: usize) -> Result<Node<'a>, usize> {
        let (names, value) = head.text.split_once(" in ").ok_or(head.at)?;
        let names = names.split(',').map(str::trim).collect();
        let value = head.ending_with(value);
        let body = self.nodes(depth + 1)?;
        let otherwise = match self.end {
            Some(end) if end.text.starts_with("else") => self.until("endfor", depth, head.at)?,
            Some(end) if end.text.starts_with("endfor") => Vec::new(),
            _ => return Err(head.at),
        };
        Ok(Node::For(names, value, body, otherwise))
    }

    fn branches(&mut self, depth: usize, at: usize) -> Result<Node<'a>, usize> {
        let mut branches = Vec::new();
        let mut has_else = false;
        loop {
            branches.push(self.nodes(depth + 1)?);
            match self.end {
                Some(end) if end.text.starts_with("endif") => {
                    return Ok(Node::If(branches, has_else));
                }
                Some(end) if end.text.starts_with("else") => has_else = true,
                Some(end) if end.text.starts_with("elif") => {}
                _ => return Err(at),
            }
        }
    }

    /// The nodes up to this tag.
    fn until(&mut self, end: &str, depth: usize, at: usize) -> Result<Vec<Node<'a>>, usize> {
        let nodes = self.nodes(depth + 1)?;
        match self.end.take() {
            Some(found) if found.text.starts_with(end) => Ok(nodes),
            _ => Err(at),
        }
    }

    fn next(&mut self) -> Option<&'a str> {
        let token = tokens(self.template.get(self.at..)?).next()?;
        self.at += token.len();
        Some(token)
    }

    /// A text as it is printed.
    fn trimmed(&self, text: &'a str) -> &'a str {
        let text = if self.trims { text.trim_start() } else { text };
        let rest = self.template.get(self.at..).unwrap_or_default();
        let is_trimmed = ["{{-", "{%-", "{#-"]
            .iter()
            .any(|start| rest.starts_with(start));
        if is_trimmed { text.trim_end() } else { text }
    }

    /// The text up to the end of a raw part.
    fn raw(&mut self) -> Option<&'a str> {
        let rest = self.template.get(self.at..)?;
        let mut ends = rest.match_indices("{%").map(|(at, _)| at);
        let at = ends.find(|at| {
            let tag = rest.get(at + 2..).unwrap_or_default();
            let tag = tag.strip_prefix('-').unwrap_or(tag);
            tag.trim_start().starts_with("endraw")
        })?;
        let end = rest.get(at..)?.find("%}")?;
        self.at += at + end + 2;
        rest.get(..at)
    }
}

/// The code in a token, without its delimiters.
fn code(token: &str, at: usize) -> Code<'_> {
    let inner = token
        .get(2..token.len().saturating_sub(2))
        .unwrap_or_default();
    let start = inner.strip_prefix('-').unwrap_or(inner);
    let text = start.strip_suffix('-').unwrap_or(start);
    let trimmed = text.trim_start();
    let at = at + 2 + (inner.len() - start.len()) + (text.len() - trimmed.len());
    let text = trimmed.trim_end();
    Code { text, at }
}

//! The trust in the value of an expression.
//!
//! What cannot be understood is not trusted. Wherever the order of operators might be read in two ways, both give a value
//! that is trusted no more than the one taken here.

use super::calls::Call;
use super::html::is_led;
use super::lexemes::{Lexeme, lexemes};
use super::nodes::Code;
use super::trust::{Names, Trust};
use super::words::{Words, bracketed, split, unspread};
use crate::site::theme::AddressFields;

/// The number of brackets that may be nested.
const MAX_DEPTH: usize = 60;

/// What is known of an expression.
#[derive(Debug)]
pub(super) struct Value<'a> {
    pub(super) trust: Trust,
    pub(super) calls: Vec<Call<'a>>,
    /// The filters `safe` on a text that is not HTML of this program.
    pub(super) unescaped: Vec<usize>,
    pub(super) kind: ValueKind<'a>,
}

/// What an expression is as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ValueKind<'a> {
    /// A name.
    Name(&'a str),
    /// A call of a component. If its arguments have calls, it is the last.
    Call,
    /// `super()`
    Super,
    /// Anything else.
    Other,
}

/// The value of an expression where these names are known.
pub(super) fn value<'a>(code: Code<'a>, names: &Names<'a>, addresses: AddressFields) -> Value<'a> {
    let words = lexemes(code.text);
    let mut reader = Reader {
        names: names.clone(),
        addresses,
        at: code.at,
        depth: 0,
        calls: Vec::new(),
        unescaped: Vec::new(),
    };
    let words = reader.folded(&words);
    let trust = reader.trust(&words);
    let kind = match words.as_slice() {
        [(Lexeme::Name(name), _)] => ValueKind::Name(name),
        [(Lexeme::Call, _)] => ValueKind::Call,
        [
            (Lexeme::Name("super"), _),
            (Lexeme::Sign("("), _),
            (Lexeme::Sign(")"), _),
        ] => ValueKind::Super,
        _ => ValueKind::Other,
    };
    Value {
        trust,
        calls: reader.calls,
        unescaped: reader.unescaped,
        kind,
    }
}

/// Reads one expression.
pub(super) struct Reader<'a> {
    pub(super) names: Names<'a>,
    addresses: AddressFields,
    /// Where the expression begins in its file.
    pub(super) at: usize,
    depth: usize,
    pub(super) calls: Vec<Call<'a>>,
    unescaped: Vec<usize>,
}

impl<'a> Reader<'a> {
    /// The trust in the value of these words, whose calls are folded.
    pub(super) fn trust(&mut self, words: Words<'_, 'a>) -> Trust {
        self.depth += 1;
        let trust = match self.depth > MAX_DEPTH {
            true => Trust::Foreign,
            false => self.choice(words),
        };
        self.depth -= 1;
        trust
    }

    /// `a if b else c`, `a or b`, `a and b`
    fn choice(&mut self, words: Words<'_, 'a>) -> Trust {
        let names = |wanted: &'static [&'static str]| move |word: &Lexeme<'_>| matches!(word, Lexeme::Name(name) if wanted.contains(name));
        let parts = split(words, names(&["if", "else"]));
        if let [first, condition, rest @ ..] = parts.as_slice() {
            self.trust(condition);
            let first = self.trust(first);
            let rest = rest.iter().map(|part| self.trust(part)).max();
            return rest.map_or(first, |rest| rest.max(first));
        }
        let parts = split(words, names(&["or", "and"]));
        if parts.len() > 1 {
            let parts = parts.iter().map(|part| self.trust(part));
            return parts.max().unwrap_or(Trust::Constant);
        }
        self.operation(words)
    }

    /// Comparisons, concatenation and arithmetic.
    fn operation(&mut self, words: Words<'_, 'a>) -> Trust {
        let compares = |word: &Lexeme<'_>| {
            matches!(
                word,
                Lexeme::Sign("==" | "!=" | "<" | ">" | "<=" | ">=")
                    | Lexeme::Name("is" | "in" | "not")
            )
        };
        let parts = split(words, compares);
        if parts.len() > 1 {
            for part in parts {
                self.trust(part);
            }
            return Trust::Constant;
        }
        let parts = split(words, |word| *word == Lexeme::Sign("~"));
        if let [first, rest @ ..] = parts.as_slice()
            && !rest.is_empty()
        {
            let is_led = matches!(first, [(Lexeme::Text(start), _)] if is_led(start));
            let trusts: Vec<Trust> = parts.iter().map(|part| self.trust(part)).collect();
            let all = trusts.iter().copied().max().unwrap_or(Trust::Constant);
            let is_html = |trust: &Trust| matches!(trust, Trust::Constant | Trust::Markup);
            if all == Trust::Markup && !trusts.iter().all(is_html) {
                let at = parts.last().and_then(|part| part.first());
                self.unescaped.extend(at.map(|(_, at)| self.at + at));
            }
            return match is_led {
                true if all < Trust::Markup => all.min(Trust::Address),
                _ => all,
            };
        }
        let calculates = |word: &Lexeme<'_>| {
            matches!(
                word,
                Lexeme::Sign("+" | "-" | "*" | "/" | "%" | "**" | "//")
            )
        };
        let parts = split(words, calculates);
        if parts.len() > 1 {
            let parts = parts.iter().map(|part| self.trust(part).made_of());
            return parts.max().unwrap_or(Trust::Constant);
        }
        self.filtered(words)
    }

    /// `a | filter(…)`
    fn filtered(&mut self, words: Words<'_, 'a>) -> Trust {
        let parts = split(words, |word| *word == Lexeme::Sign("|"));
        let Some((base, filters)) = parts.split_first() else {
            return Trust::Constant;
        };
        let is_content = matches!(
            base,
            [
                (Lexeme::Name("page"), _),
                (Lexeme::Sign("."), _),
                (Lexeme::Name("content"), _)
            ]
        );
        let mut trust = match filters.is_empty() {
            true => return self.atom(base),
            false => self.trust(base),
        };
        for (number, filter) in filters.iter().enumerate() {
            let Some(((Lexeme::Name(name), at), args)) = filter.split_first() else {
                return Trust::Foreign;
            };
            let args = self.arguments(bracketed(args).0);
            let args = args.map_or(Trust::Constant, |args| args.1);
            let all = trust.max(args);
            trust = match *name {
                "safe"
                    if is_content && number == 0
                        || matches!(all, Trust::Constant | Trust::Markup) =>
                {
                    Trust::Markup
                }
                "safe" => {
                    self.unescaped.push(self.at + at);
                    Trust::Markup
                }
                "length" | "int" | "float" | "round" | "abs" => Trust::Constant,
                "urlencode_strict" if all < Trust::Markup => all.min(Trust::Address),
                "default" | "trim" => all,
                // What is put into HTML makes it a text again.
                _ if trust == Trust::Markup && args > Trust::Constant => Trust::Foreign,
                _ => all.made_of(),
            };
        }
        trust
    }

    fn atom(&mut self, words: Words<'_, 'a>) -> Trust {
        let Some(((first, _), rest)) = words.split_first() else {
            return Trust::Constant;
        };
        let (trust, rest) = match first {
            Lexeme::Text(_) | Lexeme::Number => return Trust::Constant,
            Lexeme::Name("true" | "false" | "True" | "False" | "none" | "None" | "null") => {
                return Trust::Constant;
            }
            Lexeme::Name(name) if matches!(rest, [(Lexeme::Sign("("), _), ..]) => {
                let (args, rest) = bracketed(rest);
                (self.function(name, args), rest)
            }
            Lexeme::Name(name) => (self.names.trust(name), rest),
            Lexeme::Sign("(") => {
                let (group, rest) = bracketed(words);
                (self.trust(group), rest)
            }
            Lexeme::Sign("[") => {
                let (items, rest) = bracketed(words);
                (self.list(items), rest)
            }
            Lexeme::Sign("{") => {
                let (entries, rest) = bracketed(words);
                (self.map(entries), rest)
            }
            Lexeme::Call => (Trust::Markup, rest),
            Lexeme::Sign(_) | Lexeme::Unknown => return Trust::Foreign,
        };
        self.fields(trust, rest)
    }

    /// What stands after a value: `.field`, `["field"]`, `[0]`.
    fn fields(&mut self, mut trust: Trust, mut rest: Words<'_, 'a>) -> Trust {
        while let Some((word, after)) = rest.split_first() {
            match (word.0, after) {
                (Lexeme::Sign("." | "?."), [(Lexeme::Name(field), _), after @ ..]) => {
                    trust = trust.of_field(field, self.addresses);
                    rest = after;
                }
                (Lexeme::Sign("." | "?."), [(Lexeme::Number, _), after @ ..]) => rest = after,
                (Lexeme::Sign("["), _) => {
                    let (index, after) = bracketed(rest);
                    trust = match index {
                        [(Lexeme::Text(field), _)] => trust.of_field(field, self.addresses),
                        [(Lexeme::Number, _)] => trust,
                        _ if split(index, |word| *word == Lexeme::Sign(":")).len() > 1 => trust,
                        _ if trust == Trust::View => Trust::Foreign,
                        _ => trust.made_of(),
                    };
                    rest = after;
                }
                _ => return Trust::Foreign,
            }
        }
        trust
    }

    fn function(&mut self, name: &str, args: Words<'_, 'a>) -> Trust {
        let args = self.arguments(args);
        match (name, args) {
            ("super", _) => Trust::Markup,
            ("range", _) => Trust::Constant,
            // A label is the theme's, but it may show its arguments, or its key if there is no such label.
            ("t", Some((_, Trust::Constant))) => Trust::Constant,
            (_, Some((_, args))) => args.max(Trust::View),
            (_, None) => Trust::View,
        }
    }

    /// The number of arguments, and the trust in all of them. `None` if there are none.
    fn arguments(&mut self, args: Words<'_, 'a>) -> Option<(usize, Trust)> {
        if args.is_empty() {
            return None;
        }
        let args = split(args, |word| *word == Lexeme::Sign(","));
        let values = args.iter().map(|arg| match arg {
            [(Lexeme::Name(_), _), (Lexeme::Sign("="), _), value @ ..] => self.trust(value),
            value => self.trust(value),
        });
        let trust = values.max().unwrap_or(Trust::Constant);
        Some((args.len(), trust))
    }

    /// `[a, …b]` and `[a for b in c]`
    fn list(&mut self, items: Words<'_, 'a>) -> Trust {
        let parts = split(items, |word| *word == Lexeme::Name("for"));
        if let [item, head] = parts.as_slice() {
            let head = split(head, |word| matches!(word, Lexeme::Name("in" | "if")));
            let [bound, values, ..] = head.as_slice() else {
                return Trust::Foreign;
            };
            let values = self.trust(values);
            let before = self.names.clone();
            for (word, _) in *bound {
                if let Lexeme::Name(name) = word {
                    self.names.replace(name, values);
                }
            }
            let trust = self.trust(item);
            self.names = before;
            return trust;
        }
        let items = split(items, |word| *word == Lexeme::Sign(","));
        let items = items.iter().map(|item| self.trust(unspread(item)));
        items.max().unwrap_or(Trust::Constant)
    }

    /// `{"key": a, …b}`. A field whose name is that of an address must be one.
    fn map(&mut self, entries: Words<'_, 'a>) -> Trust {
        let mut trust = Trust::View;
        for entry in split(entries, |word| *word == Lexeme::Sign(",")) {
            let (key, value) = match entry {
                [(Lexeme::Text(key), _), (Lexeme::Sign(":"), _), value @ ..] => (*key, value),
                [_, (Lexeme::Sign(":"), _), value @ ..] => ("", value),
                other => ("", unspread(other)),
            };
            let of_value = self.trust(value);
            let needed = Trust::View.of_field(key, self.addresses);
            trust = match of_value > needed || of_value > Trust::View {
                true => Trust::Foreign,
                false => trust,
            };
        }
        trust
    }
}

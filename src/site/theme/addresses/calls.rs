//! Calls of components within expressions.

use super::expression::Reader;
use super::lexemes::Lexeme;
use super::trust::Trust;
use super::words::{Words, bracketed, expects_value, unspread};

/// A call of a component.
#[derive(Clone, Debug)]
pub(super) struct Call<'a> {
    pub(super) name: String,
    pub(super) args: Vec<CallArgument<'a>>,
    /// The trust in a map whose entries are arguments, too.
    pub(super) spread: Option<Trust>,
    pub(super) at: usize,
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub(super) struct CallArgument<'a> {
    pub(super) name: &'a str,
    pub(super) trust: Trust,
    /// The byte of the name.
    pub(super) at: usize,
    /// The text, if the template has it.
    pub(super) text: Option<&'a str>,
}

impl<'a> Reader<'a> {
    /// The words with one in place of each call. Notes the calls.
    pub(super) fn folded(&mut self, words: Words<'_, 'a>) -> Vec<(Lexeme<'a>, usize)> {
        let mut folded: Vec<(Lexeme<'a>, usize)> = Vec::new();
        let mut rest = words;
        while let Some(((word, at), after)) = rest.split_first() {
            let is_call = *word == Lexeme::Sign("<")
                && expects_value(folded.last().map(|(before, _)| before));
            if !is_call {
                folded.push((*word, *at));
                rest = after;
                continue;
            }
            match self.call(after, *at) {
                Some((call, after)) => {
                    self.calls.push(call);
                    folded.push((Lexeme::Call, *at));
                    rest = after;
                }
                None => {
                    folded.push((Lexeme::Unknown, *at));
                    rest = after;
                }
            }
        }
        folded
    }

    /// A call of a component after its `<`, and what follows it.
    fn call<'w>(&mut self, words: Words<'w, 'a>, at: usize) -> Option<(Call<'a>, Words<'w, 'a>)> {
        let mut call = Call {
            name: String::new(),
            args: Vec::new(),
            spread: None,
            at: self.at + at,
        };
        let mut rest = words;
        while let [(Lexeme::Name(part), _), after @ ..] = rest {
            call.name.push_str(part);
            rest = after;
            let [(Lexeme::Sign("."), _), after @ ..] = rest else {
                break;
            };
            call.name.push('.');
            rest = after;
        }
        loop {
            rest = match rest {
                [(Lexeme::Sign(">"), _), after @ ..] => return Some((call, after)),
                [(Lexeme::Sign("/"), _), (Lexeme::Sign(">"), _), after @ ..] => {
                    return Some((call, after));
                }
                [(Lexeme::Sign("{"), _), ..] => {
                    let (spread, after) = bracketed(rest);
                    let trust = self.argument(unspread(spread));
                    call.spread = Some(call.spread.map_or(trust, |it| it.max(trust)));
                    after
                }
                [(Lexeme::Name(name), at), after @ ..] => {
                    let at = self.at + at;
                    let (trust, text, after) = self.argument_value(name, after);
                    call.args.push(CallArgument {
                        name,
                        trust,
                        at,
                        text,
                    });
                    after
                }
                _ => return None,
            };
        }
    }

    /// The value of an argument after its name: the trust in it, its text if it is one, and what follows.
    fn argument_value<'w>(
        &mut self,
        name: &str,
        words: Words<'w, 'a>,
    ) -> (Trust, Option<&'a str>, Words<'w, 'a>) {
        match words {
            [(Lexeme::Sign("="), _), (Lexeme::Text(text), _), after @ ..] => {
                (Trust::Constant, Some(text), after)
            }
            [(Lexeme::Sign("="), _), value @ ..] => {
                let (value, after) = bracketed(value);
                let text = match value {
                    [(Lexeme::Text(text), _)] => Some(*text),
                    _ => None,
                };
                (self.argument(value), text, after)
            }
            after => (self.names.trust(name), None, after),
        }
    }

    fn argument(&mut self, words: Words<'_, 'a>) -> Trust {
        let words = self.folded(words);
        self.trust(&words)
    }
}

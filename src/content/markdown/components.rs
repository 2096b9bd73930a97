//! Component calls as blocks of a text, and what can be wrong with them.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag as Markdown};

use super::calls::{self, Fault, Tag};
use super::events::{Events, is_block};
use super::render::Renderer;
use super::{Argument, Call, Piece, Text};
use crate::base::code::Code;
use crate::base::component::Signature;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;
use crate::notation::suggest::nearest;

/// Holds a text's calls against the components that the theme has.
pub fn check_calls(
    file: &SourcePath,
    text: &Text,
    components: &BTreeMap<String, Signature>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for call in &text.components {
        match components.get(&call.name) {
            Some(signature) => check_arguments(file, call, signature, &mut found),
            None => found.push(unknown_component(file, call, components)),
        }
    }
    found
}

/// A call whose closing tag is still to come.
pub(super) struct OpenCall {
    name: String,
    /// Its number among the text's calls.
    number: usize,
    /// The number of the block that it stands in, 0 for the text itself.
    container: usize,
    /// Whether something was said about it already.
    reported: bool,
}

/// How deep calls may nest. Tera allows 20, of which the theme needs some.
const DEEPEST: usize = 8;

impl Renderer<'_> {
    /// Takes a paragraph that is made of calls, or was meant to be. False if it is text.
    pub(super) fn paragraph_of_calls(&mut self, span: &Range<usize>) -> bool {
        let text = self.source.get(span.clone()).unwrap_or_default();
        let found = calls::begins(text);
        if found {
            self.block_of_calls(text.trim_end(), span.start);
        }
        found
    }

    /// Takes calls that are all of a list item's text; reports calls that stand among other text.
    ///
    /// Returns the number of the event to go on with, or nothing if there is no call here.
    pub(super) fn calls_in_text(&mut self, events: &Events, at: usize) -> Option<usize> {
        let (_, span) = events.get(at)?;
        let rest = self.source.get(span.start..)?;
        let before = at.checked_sub(1).and_then(|before| events.get(before));
        let begins_line = before.is_none_or(|(event, _)| {
            is_block(event) || matches!(event, Event::SoftBreak | Event::HardBreak)
        });
        let escaped = self.source.get(..span.start)?.ends_with('\\');
        if !begins_line || escaped || !calls::begins(rest) {
            return None;
        }
        let next = events.end_of_line_of_text(at);
        let last = next.checked_sub(1).and_then(|last| events.get(last));
        let end = last.map_or(span.end, |(_, span)| span.end);
        let text = self.source.get(span.start..end)?.trim_end();
        if before.is_some_and(|(event, _)| starts_item(event)) {
            self.block_of_calls(text, span.start);
            return Some(next);
        }
        let line = text.lines().next().unwrap_or_default();
        let glued = Fault {
            hint: "glued",
            bytes: span.start..span.start + line.trim_end().len(),
        };
        self.report_call(text, glued);
        Some(events.end_of_words(at))
    }

    /// Notes that a block begins that holds blocks.
    pub(super) fn open_container(&mut self) {
        self.containers_seen += 1;
        self.containers.push(self.containers_seen);
    }

    /// Notes its end. Calls that were opened in it end with it.
    pub(super) fn close_container(&mut self) {
        if let Some(container) = self.containers.pop() {
            self.close_calls(container);
        }
    }

    /// Ends the calls that stand in this block and have no closing tag.
    pub(super) fn close_calls(&mut self, container: usize) {
        while let Some(call) = self.calls.pop_if(|call| call.container == container) {
            let span = self.span_of_call(call.number);
            if !call.reported {
                self.report(Code::ComponentSyntax, &span, |found| {
                    found.text("name", &*call.name).hint("unclosed-body")
                });
            }
            self.end_body(call.number, &span);
        }
    }

    fn block_of_calls(&mut self, text: &str, offset: usize) {
        match calls::read_block(text, offset) {
            Ok(tags) => tags
                .into_iter()
                .for_each(|(tag, span)| self.take(tag, span)),
            Err(fault) => self.report_call(text, fault),
        }
    }

    fn take(&mut self, tag: Tag, span: Range<usize>) {
        match tag {
            Tag::Whole(name, args) => {
                let number = self.add_call(name, args, span);
                self.place_call(number);
            }
            Tag::Open(name, args) => self.open_call(name, args, span, false),
            Tag::Close(name) => self.close_call(&name, &span),
        }
    }

    fn open_call(&mut self, name: String, args: Vec<Argument>, span: Range<usize>, reported: bool) {
        if self.calls.len() == DEEPEST {
            self.calls_too_deep += 1;
            return self.report(Code::ComponentSyntax, &span, |found| {
                found.text("name", name).hint("too-deep")
            });
        }
        let number = self.add_call(name.clone(), args, span);
        let container = self.containers.last().copied().unwrap_or(0);
        self.calls.push(OpenCall {
            name,
            number,
            container,
            reported,
        });
        self.open_frame();
    }

    /// Ends the innermost call, which has to have this name and to stand in the same block.
    fn close_call(&mut self, name: &str, span: &Range<usize>) {
        if self.calls_too_deep > 0 {
            self.calls_too_deep -= 1;
            return;
        }
        let container = self.containers.last().copied().unwrap_or(0);
        let matches = |call: &mut OpenCall| call.container == container && call.name == name;
        if let Some(call) = self.calls.pop_if(matches) {
            return self.end_body(call.number, span);
        }
        let open = self
            .calls
            .last()
            .map(|call| (call.name.clone(), call.number));
        let related = open
            .as_ref()
            .map(|(_, number)| Place::span(self.file, self.span_of_call(*number)));
        self.report(Code::ComponentSyntax, span, |mut found| {
            found.related = related;
            match open {
                Some((open, _)) => found
                    .text("name", name)
                    .text("open", open)
                    .hint("mismatched"),
                None => found.text("name", name).hint("unopened"),
            }
        });
        self.forgive(name);
    }

    /// A call that was half closed is not to be called unclosed as well.
    fn forgive(&mut self, name: &str) {
        let call = self.calls.iter_mut().rev().find(|call| call.name == name);
        match call {
            Some(call) => call.reported = true,
            // A misspelt name most likely was meant to close the innermost call.
            None => {
                if let Some(call) = self.calls.last_mut() {
                    call.reported = true;
                }
            }
        }
    }

    /// Reports a tag that cannot be read, and goes on as if it could.
    fn report_call(&mut self, text: &str, fault: Fault) {
        let glance = calls::glance(text);
        let name = glance.as_ref().map_or("", |(name, _)| name).to_owned();
        let place = fault.bytes.clone();
        self.report(Code::ComponentSyntax, &place, |found| {
            found.text("name", name).hint(fault.hint)
        });
        match glance {
            Some((name, true)) => self.forgive(&name),
            Some((name, false)) if fault.hint != "glued" => {
                self.open_call(name, Vec::new(), place, true);
            }
            _ => {}
        }
    }

    fn add_call(&mut self, name: String, args: Vec<Argument>, span: Range<usize>) -> usize {
        self.text.components.push(Call {
            name,
            args,
            body: None,
            span,
        });
        self.text.components.len() - 1
    }

    fn end_body(&mut self, number: usize, span: &Range<usize>) {
        let body = self.close_frame(span);
        if let Some(call) = self.text.components.get_mut(number) {
            call.body = Some(body);
        }
        self.place_call(number);
    }

    fn place_call(&mut self, number: usize) {
        let out = self.out();
        out.write_line("");
        out.hole(Piece::Component(number));
        out.write("\n");
    }

    fn span_of_call(&self, number: usize) -> Range<usize> {
        let call = self.text.components.get(number);
        call.map_or(0..0, |call| call.span.clone())
    }
}

fn starts_item(event: &Event) -> bool {
    matches!(
        event,
        Event::Start(Markdown::Item | Markdown::DefinitionListDefinition)
    )
}

fn unknown_component(
    file: &SourcePath,
    call: &Call,
    components: &BTreeMap<String, Signature>,
) -> Diagnostic {
    let names = || components.keys().map(String::as_str);
    let found = Diagnostic::new(Code::UnknownComponent, Place::span(file, call.span.clone()))
        .text("name", &*call.name);
    match nearest(&call.name, names()) {
        Some(near) => found.text("near", near).hint("near"),
        None => found
            .text("names", names().collect::<Vec<_>>().join(", "))
            .hint("names"),
    }
}

fn check_arguments(
    file: &SourcePath,
    call: &Call,
    signature: &Signature,
    found: &mut Vec<Diagnostic>,
) {
    let fault = |span: &Range<usize>, argument: &str| {
        Diagnostic::new(Code::ComponentArgument, Place::span(file, span.clone()))
            .text("name", &*call.name)
            .text("argument", argument)
    };
    for arg in &call.args {
        match signature.args.get(&arg.name) {
            None if signature.open => {}
            None => {
                let known = || signature.args.keys().map(String::as_str);
                let fault = fault(&arg.span, &arg.name);
                found.push(match nearest(&arg.name, known()) {
                    Some(near) => fault.text("near", near).hint("near"),
                    None => fault
                        .text("names", known().collect::<Vec<_>>().join(", "))
                        .hint("unknown"),
                });
            }
            Some(declared) => match declared.kind {
                Some(kind) if !kind.admits(&arg.value) => {
                    found.push(fault(&arg.span, &arg.name).hint("type"));
                }
                _ => {}
            },
        }
    }
    for (name, declared) in &signature.args {
        if declared.required && !call.args.iter().any(|arg| arg.name == *name) {
            found.push(fault(&call.span, name).hint("missing"));
        }
    }
}

//! Component calls, which are blocks of a text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::call_parser::{self, CallFault, CallTag};
use super::events::{Events, begins_line};
use super::renderer::{OpenCall, Renderer};
use super::{Argument, ComponentCall, LinkKind, Segment};
use crate::base::code::Code;
use crate::base::component::{AddressKind, ArgValue};
use crate::base::diagnostic::Place;

/// The number of calls that may nest. Tera allows 20, of which the theme needs some.
const MAX_DEPTH: usize = 8;

impl Renderer<'_> {
    /// Renders a paragraph of calls, or one that was meant to be. Returns `false` if it is text.
    pub(super) fn paragraph_of_calls(&mut self, span: &Range<usize>) -> bool {
        let text = self.source.get(span.clone()).unwrap_or_default();
        let is_call = call_parser::starts_with_tag(text);
        if is_call {
            self.block_of_calls(text.trim_end(), span.start);
        }
        is_call
    }

    /// Renders calls that are the whole text of a list item. Reports calls that are among other text.
    ///
    /// Returns the number of the next event to render, or `None` if there is no call here.
    pub(super) fn calls_in_text(&mut self, events: &Events, at: usize) -> Option<usize> {
        let (_, span) = events.get(at)?;
        let rest = self.source.get(span.start..)?;
        let before = at.checked_sub(1).and_then(|before| events.get(before));
        let begins_line = begins_line(events, at);
        let escaped = self.source.get(..span.start)?.ends_with('\\');
        if !begins_line || escaped || !call_parser::starts_with_tag(rest) {
            return None;
        }
        let next = events.end_of_inline(at);
        let last = next.checked_sub(1).and_then(|last| events.get(last));
        let end = last.map_or(span.end, |(_, span)| span.end);
        let text = self.source.get(span.start..end)?.trim_end();
        let item = |tag: &Tag| matches!(tag, Tag::Item | Tag::DefinitionListDefinition);
        if matches!(before, Some((Event::Start(tag), _)) if item(tag)) {
            self.block_of_calls(text, span.start);
            return Some(next);
        }
        let line = text.lines().next().unwrap_or_default();
        let glued = CallFault {
            hint: "glued",
            bytes: span.start..span.start + line.trim_end().len(),
        };
        self.report_call(text, glued);
        Some(events.end_of_words(at))
    }

    /// Notes the start of a block that contains blocks.
    pub(super) fn open_container(&mut self) {
        self.containers_seen += 1;
        self.containers.push(self.containers_seen);
    }

    /// Notes the end of such a block. It also ends the calls that were opened in it.
    pub(super) fn close_container(&mut self) {
        if let Some(container) = self.containers.pop() {
            self.close_calls(container);
        }
    }

    /// Ends and reports the calls in this block that have no closing tag.
    pub(super) fn close_calls(&mut self, container: usize) {
        while let Some(call) = self.open_calls.pop_if(|call| call.container == container) {
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
        match call_parser::parse_block(text, offset) {
            Ok(tags) => tags
                .into_iter()
                .for_each(|(tag, span)| self.render_tag(tag, span)),
            Err(fault) => self.report_call(text, fault),
        }
    }

    fn render_tag(&mut self, tag: CallTag, span: Range<usize>) {
        match tag {
            CallTag::SelfClosing(name, args) => {
                let number = self.add_call(name, args, span);
                self.place_call(number);
            }
            CallTag::Open(name, args) => self.open_call(name, args, span, false),
            CallTag::Close(name) => self.close_call(&name, &span),
        }
    }

    fn open_call(&mut self, name: String, args: Vec<Argument>, span: Range<usize>, reported: bool) {
        if self.open_calls.len() == MAX_DEPTH {
            self.calls_too_deep += 1;
            return self.report(Code::ComponentSyntax, &span, |found| {
                found.text("name", name).hint("too-deep")
            });
        }
        let number = self.add_call(name.clone(), args, span);
        let container = self.containers.last().copied().unwrap_or(0);
        self.open_calls.push(OpenCall {
            name,
            number,
            container,
            reported,
        });
        self.open_buffer();
    }

    /// Ends the innermost call. Reports the tag if that call has another name or is in another block.
    fn close_call(&mut self, name: &str, span: &Range<usize>) {
        if self.calls_too_deep > 0 {
            self.calls_too_deep -= 1;
            return;
        }
        let container = self.containers.last().copied().unwrap_or(0);
        let matches = |call: &mut OpenCall| call.container == container && call.name == name;
        if let Some(call) = self.open_calls.pop_if(matches) {
            return self.end_body(call.number, span);
        }
        let open = self.open_calls.last().map(|call| {
            let place = Place::span(self.file, self.span_of_call(call.number));
            (call.name.clone(), place)
        });
        self.report(Code::ComponentSyntax, span, |found| {
            let found = found.text("name", name);
            match open {
                Some((open, place)) => found.related(place).text("open", open).hint("mismatched"),
                None => found.hint("unopened"),
            }
        });
        self.mark_reported(name);
    }

    /// Marks the call that a closing tag with a fault was meant for, so that it is not reported as unclosed.
    fn mark_reported(&mut self, name: &str) {
        let mut calls = self.open_calls.iter();
        let named = calls.rposition(|call| call.name == name);
        // A misspelt name was most likely meant for the innermost call.
        let call = named.or(self.open_calls.len().checked_sub(1));
        if let Some(call) = call.and_then(|index| self.open_calls.get_mut(index)) {
            call.reported = true;
        }
    }

    /// Reports a tag with a fault, and goes on as if it had none.
    fn report_call(&mut self, text: &str, fault: CallFault) {
        let peeked = call_parser::peek_name(text);
        let name = peeked.as_ref().map_or("", |(name, _)| name).to_owned();
        let place = fault.bytes.clone();
        self.report(Code::ComponentSyntax, &place, |found| {
            found.text("name", name).hint(fault.hint)
        });
        match peeked {
            Some((name, true)) => self.mark_reported(&name),
            Some((name, false)) if fault.hint != "glued" => {
                self.open_call(name, Vec::new(), place, true);
            }
            _ => {}
        }
    }

    fn add_call(&mut self, name: String, mut args: Vec<Argument>, span: Range<usize>) -> usize {
        for arg in &mut args {
            self.lead(&name, arg);
        }
        self.text.calls.push(ComponentCall {
            name,
            args,
            body: None,
            span,
        });
        self.text.calls.len() - 1
    }

    /// Makes a link of an argument that holds an address.
    fn lead(&mut self, component: &str, arg: &mut Argument) {
        let Some(kind) = self.theme.address(component, &arg.name) else {
            return;
        };
        let ArgValue::Text(destination) = &mut arg.value else {
            return;
        };
        let destination = std::mem::take(destination);
        if !self.refuse(&destination, &arg.span) {
            let kind = match kind {
                AddressKind::Link => LinkKind::Anchor,
                AddressKind::Image => LinkKind::Image,
            };
            arg.link = Some(self.add_link(destination, kind, arg.span.clone()));
        }
    }

    fn end_body(&mut self, number: usize, span: &Range<usize>) {
        let body = self.close_buffer(span);
        if let Some(call) = self.text.calls.get_mut(number) {
            call.body = Some(body);
        }
        self.place_call(number);
    }

    fn place_call(&mut self, number: usize) {
        let out = &mut self.out;
        out.write_line("");
        out.placeholder(Segment::Component(number));
        out.write("\n");
    }

    fn span_of_call(&self, number: usize) -> Range<usize> {
        let call = self.text.calls.get(number);
        call.map_or(0..0, |call| call.span.clone())
    }
}

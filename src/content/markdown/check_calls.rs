//! Component calls and the components of the theme, compared.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{ComponentCall, ParsedText};
use crate::base::code::Code;
use crate::base::component::Signature;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;
use crate::notation::suggest::{listed, nearest};

/// Compares the component calls of a text with the components of the theme. Reports unknown components and
/// wrong arguments.
pub fn check_calls(
    file: &SourcePath,
    text: &ParsedText,
    components: &BTreeMap<String, Signature>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for call in &text.calls {
        match components.get(&call.name) {
            Some(signature) => check_arguments(file, call, signature, &mut found),
            None => found.push(unknown_component(file, call, components)),
        }
    }
    found
}

fn unknown_component(
    file: &SourcePath,
    call: &ComponentCall,
    components: &BTreeMap<String, Signature>,
) -> Diagnostic {
    let place = Place::span(file, call.span.clone());
    let fault = Diagnostic::new(Code::UnknownComponent, place).text("name", &*call.name);
    let for_texts = components.iter().filter(|(_, it)| it.is_for_texts());
    let names = for_texts.map(|(name, _)| name.as_str());
    with_known_names(fault, &call.name, names, "names")
}

fn check_arguments(
    file: &SourcePath,
    call: &ComponentCall,
    signature: &Signature,
    found: &mut Vec<Diagnostic>,
) {
    let fault = |span: &Range<usize>, argument: &str| {
        Diagnostic::new(Code::ComponentArgument, Place::span(file, span.clone()))
            .text("name", &*call.name)
            .text("argument", argument)
    };
    for arg in &call.args {
        let fault = || fault(&arg.span, &arg.name);
        match signature.args.get(&arg.name).map(|argument| argument.kind) {
            None if signature.open => {}
            None => {
                let names = signature.args.keys().map(String::as_str);
                found.push(with_known_names(fault(), &arg.name, names, "unknown"));
            }
            Some(None) => found.push(fault().hint("untyped")),
            Some(Some(kind)) if !kind.admits(&arg.value) => found.push(fault().hint("type")),
            Some(Some(_)) => {}
        }
    }
    for (name, argument) in &signature.args {
        if argument.required && !call.args.iter().any(|arg| arg.name == *name) {
            found.push(fault(&call.span, name).hint("missing"));
        }
    }
}

/// Adds the known name that is nearest to a wrong one; if none is near, all of them and `hint`.
fn with_known_names<'a>(
    fault: Diagnostic,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    hint: &'static str,
) -> Diagnostic {
    match nearest(name, known.clone()) {
        Some(near) => fault.text("near", near).hint("near"),
        None => fault.text("names", listed(known)).hint(hint),
    }
}

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
    with_known_names(fault, &call.name, components, "names")
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
        let argument = signature.args.get(&arg.name);
        let kind = argument.and_then(|argument| argument.kind);
        if argument.is_none() && !signature.open {
            let fault = fault(&arg.span, &arg.name);
            found.push(with_known_names(
                fault,
                &arg.name,
                &signature.args,
                "unknown",
            ));
        } else if kind.is_some_and(|kind| !kind.admits(&arg.value)) {
            found.push(fault(&arg.span, &arg.name).hint("type"));
        }
    }
    for (name, argument) in &signature.args {
        if argument.required && !call.args.iter().any(|arg| arg.name == *name) {
            found.push(fault(&call.span, name).hint("missing"));
        }
    }
}

/// Adds the known name that is nearest to a wrong one; if none is near, all of them and `hint`.
fn with_known_names<T>(
    fault: Diagnostic,
    name: &str,
    known: &BTreeMap<String, T>,
    hint: &'static str,
) -> Diagnostic {
    let names = || known.keys().map(String::as_str);
    match nearest(name, names()) {
        Some(near) => fault.text("near", near).hint("near"),
        None => fault.text("names", listed(names())).hint(hint),
    }
}

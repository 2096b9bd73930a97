//! Faults of YAML syntax: where an editor made the slip, which is often before the parser notices it.

use std::ops::Range;

use crate::base::code::Code;

/// The first character that YAML does not allow (YAML 1.2.2, rule 1, "c-printable"). A byte order mark
/// is allowed before the text only.
pub(super) fn control_character(text: &str) -> Option<usize> {
    let allowed = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{85}' => true,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => false,
        c => !c.is_control(),
    };
    let text_start = text.len() - text.trim_start_matches('\u{feff}').len();
    let body = text.get(text_start..)?;
    body.find(|c| !allowed(c)).map(|at| text_start + at)
}

/// The bytes that an editor has to look at for the fault that the parser calls `info` and meets at byte `at`: a bracket
/// that was never closed, a line without a colon. `open` is where the innermost list or mapping begins that has not
/// ended.
pub(super) fn blame(
    source: &str,
    info: &str,
    at: usize,
    open: Option<usize>,
) -> (Code, Range<usize>) {
    if info.contains("unknown anchor") {
        return (Code::YamlAlias, at..at);
    }
    if info.contains("recursion limit") {
        return (Code::TooDeep, at..at);
    }
    let before = source.get(..at).unwrap_or_default();
    let bracket = open.filter(|open| {
        let from = before.get(*open..).unwrap_or_default();
        from.starts_with(['[', '{']) && from.contains('\n')
    });
    if let Some(bracket) = bracket {
        return (Code::YamlSyntax, bracket..bracket + 1);
    }
    if info.contains("simple key expect") {
        let words = before.trim_end();
        let line = words.rfind('\n').map_or(0, |end| end + 1);
        let indent = words
            .get(line..)
            .map_or(0, |it| it.len() - it.trim_start().len());
        return (Code::YamlSyntax, line + indent..words.len());
    }
    (Code::YamlSyntax, at..at)
}

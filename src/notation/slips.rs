//! Where the slip is that a YAML parser notices: often later than an editor made it.

use std::ops::Range;

use crate::base::code::Code;

/// What the parser met at byte `at` of `source`, and the bytes that an editor has to look at: a bracket
/// that was never closed, a line without a colon. `open` is where the innermost list or mapping
/// begins that has not ended.
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

/// The hint for what the parser says: most faults are one of a few slips.
pub(super) fn advice(info: &str) -> Option<&'static str> {
    const SLIPS: &[(&str, &str)] = &[
        ("tab", "tab"),
        ("trailing content after", "after-quote"),
        ("quoted scalar", "quote"),
        ("flow", "bracket"),
        ("bracket", "bracket"),
        ("mapping values", "colon"),
        ("simple key", "colon"),
        ("':' indicator", "colon"),
        ("indent", "indent"),
        ("did not find expected key", "indent"),
        ("block collection", "indent"),
        ("block sequence", "indent"),
    ];
    let slip = SLIPS.iter().find(|(words, _)| info.contains(words));
    slip.map(|(_, hint)| *hint)
}

/// Whether brackets nest deeper than this, as a cheap look tells, which takes those in texts for
/// brackets too. The parser of good text takes minutes for a line of brackets.
pub(super) fn nests_deeper(text: &str, limit: usize) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > limit
    })
}

/// The first character that YAML does not allow (YAML 1.2, rule 1, "c-printable"), a byte order mark
/// among the text included.
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

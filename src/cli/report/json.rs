//! Findings as one JSON object, for programs.
//!
//! ```json
//! {
//!   "version": 1,
//!   "diagnostics": [{
//!     "code": "unknown-key", "severity": "error",
//!     "message": "…", "hint": "…",
//!     "file": "content/a.md",
//!     "line": 3, "column": 1, "end_line": 3, "end_column": 7,
//!     "start": 17, "end": 23,
//!     "fix": {"file": "content/a.md", "start": 17, "end": 23, "text": "title"},
//!     "related": {"message": "…", "file": "…", "line": 1, …}
//!   }],
//!   "errors": 1,
//!   "warnings": 0
//! }
//! ```
//!
//! Lines and columns count from 1, columns in characters; `start` and `end` are bytes from 0. Ends are
//! exclusive. `fix` is the change that `check --fix` makes. `hint`, `fix` and `related` are left out where there is none. A warning that was accepted has the severity
//! `accepted`, and the reason in `because`. `version` grows when a name
//! changes its meaning or is removed, not when one is added.

use std::io::{self, Write};

use serde_json::{Map, Value};

use super::{Report, severity_name};
use crate::base::diagnostic::Tally;
use crate::notation::place::{Finding, Location};

/// Writes the object, in one line.
pub(super) fn write(report: &Report<'_>, to: &mut dyn Write) -> io::Result<()> {
    write!(to, r#"{{"version":1,"diagnostics":["#)?;
    let findings = report.located();
    write_list(findings.map(|finding| diagnostic(report, &finding)), to)?;
    let Tally { errors, warnings } = report.tally();
    writeln!(to, r#"],"errors":{errors},"warnings":{warnings}}}"#)
}

/// Writes the items of a list, without its brackets.
pub(super) fn write_list(items: impl Iterator<Item = Value>, to: &mut dyn Write) -> io::Result<()> {
    items.enumerate().try_for_each(|(index, item)| {
        let comma = if index == 0 { "" } else { "," };
        write!(to, "{comma}{item}")
    })
}

fn diagnostic(report: &Report<'_>, finding: &Finding) -> Value {
    let (messages, diagnostic) = (report.messages, &finding.diagnostic);
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    put("code", diagnostic.code.slug().into());
    put(
        "severity",
        severity_name(report.severity(diagnostic)).into(),
    );
    put("message", messages.message(diagnostic).into());
    if let Some(hint) = messages.hint(diagnostic) {
        put("hint", hint.into());
    }
    if let Some(because) = diagnostic.because() {
        put("because", because.into());
    }
    object.extend(place(&finding.location));
    if let Some((file, edit)) = &finding.edit {
        let mut fix = Map::new();
        fix.insert("file".to_owned(), file.as_str().into());
        fix.insert("start".to_owned(), edit.range.start.into());
        fix.insert("end".to_owned(), edit.range.end.into());
        fix.insert("text".to_owned(), edit.text.as_str().into());
        object.insert("fix".to_owned(), fix.into());
    }
    if let Some(location) = &finding.related {
        let mut related = Map::new();
        if let Some(message) = messages.related(diagnostic) {
            related.insert("message".to_owned(), message.into());
        }
        related.extend(place(location));
        object.insert("related".to_owned(), related.into());
    }
    object.into()
}

/// A place: file, lines and columns, bytes.
pub(in crate::cli) fn place(location: &Location) -> Vec<(String, Value)> {
    vec![
        ("file".to_owned(), location.file.as_str().into()),
        ("line".to_owned(), location.line.into()),
        ("column".to_owned(), location.column.into()),
        ("end_line".to_owned(), location.end_line.into()),
        ("end_column".to_owned(), location.end_column.into()),
        ("start".to_owned(), location.start.into()),
        ("end".to_owned(), location.end.into()),
    ]
}

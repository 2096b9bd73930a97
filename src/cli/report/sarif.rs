//! Findings as a SARIF log (OASIS Static Analysis Results Interchange Format, version 2.1.0).

use std::collections::BTreeSet;
use std::io::{self, Write};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::json::write_list;
use super::{Report, severity_name};
use crate::base::code::Code;
use crate::notation::place::{Finding, Location};

/// What is escaped in a URI reference: all but `pchar` and `/` (RFC 3986), and also `:`, which could
/// be taken for the end of a scheme.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Writes the log, with one run.
pub(super) fn write(report: &Report<'_>, to: &mut dyn Write) -> io::Result<()> {
    let codes: BTreeSet<Code> = report.findings.iter().map(|it| it.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(report, *code)).collect();
    let tool = json!({"driver": {
        "name": "raccordo",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    }});
    let language = json!(report.messages.language().tag());
    write!(
        to,
        concat!(
            r#"{{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","#,
            r#""runs":[{{"tool":{tool},"language":{language},"columnKind":"unicodeCodePoints","#,
            r#""results":["#,
        ),
        tool = tool,
        language = language,
    )?;
    let findings = report.located();
    write_list(findings.map(|it| result(report, &it, &codes)), to)?;
    writeln!(to, "]}}]}}")
}

fn rule(report: &Report<'_>, code: Code) -> Value {
    json!({
        "id": code.slug(),
        "shortDescription": {"text": report.messages.summary(code)},
        "help": {
            "text": report.messages.explain(code),
            "markdown": report.messages.explain(code),
        },
        "defaultConfiguration": {"level": severity_name(code.severity())},
    })
}

fn result(report: &Report<'_>, finding: &Finding, codes: &[Code]) -> Value {
    let (messages, diagnostic) = (report.messages, &finding.diagnostic);
    let message = match messages.hint(diagnostic) {
        Some(hint) => format!("{}\n{hint}", messages.message(diagnostic)),
        None => messages.message(diagnostic),
    };
    // What was accepted is suppressed, and keeps its level.
    let level = match diagnostic.because() {
        Some(_) => diagnostic.code.severity(),
        None => report.severity(diagnostic),
    };
    let mut result = json!({
        "ruleId": diagnostic.code.slug(),
        "ruleIndex": codes.binary_search(&diagnostic.code).unwrap_or_default(),
        "level": severity_name(level),
        "message": {"text": message},
        "locations": [{"physicalLocation": physical(report, &finding.location)}],
    });
    if let (Some(because), Some(fields)) = (diagnostic.because(), result.as_object_mut()) {
        let suppression = json!([{"kind": "inSource", "justification": because}]);
        fields.insert("suppressions".to_owned(), suppression);
    }
    if let (Some(location), Some(fields)) = (&finding.related, result.as_object_mut()) {
        let label = messages.related(diagnostic).unwrap_or_default();
        let related = json!([{
            "physicalLocation": physical(report, location),
            "message": {"text": label},
        }]);
        fields.insert("relatedLocations".to_owned(), related);
    }
    result
}

fn physical(report: &Report<'_>, location: &Location) -> Value {
    json!({
        "artifactLocation": {
            "uri": utf8_percent_encode(&report.forge_path(location), NOT_IN_PATHS).to_string(),
        },
        "region": {
            "startLine": location.line,
            "startColumn": location.column,
            "endLine": location.end_line,
            "endColumn": location.end_column,
        },
    })
}

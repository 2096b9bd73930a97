//! What is wrong with templates, at its place in the theme.

use tera::{ErrorKind, ReportError};

use super::Layer;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::{SourceFile, SourcePath};

/// What Tera reports of templates that do not compile. Names of filters, tests, functions and
/// components that there are not come all at once, as a text: each with its place in a line after it.
pub(super) fn of_compiling(chain: &[Layer<'_>], error: &tera::Error) -> Vec<Diagnostic> {
    let text = match error.kind() {
        ErrorKind::Msg(text) => text.as_str(),
        _ => "",
    };
    let lines = text.lines().zip(text.lines().skip(1));
    let reports: Vec<Diagnostic> = lines
        .filter_map(|(message, place)| {
            let message = message.trim().strip_prefix("error: ")?;
            let place = place_of_report(chain, place.trim().strip_prefix("--> ")?)?;
            Some(Diagnostic::new(Code::TemplateError, place).text("detail", message))
        })
        .collect();
    if reports.is_empty() {
        let theme = chain.first().map_or("", |layer| &layer.name);
        return vec![fault(error, theme)];
    }
    reports
}

/// What Tera reports, at its place in the theme.
pub(super) fn fault(error: &tera::Error, template: &str) -> Diagnostic {
    let report: Option<&ReportError> = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    };
    let place = match report {
        None => Place::whole(&template_path(match error.kind() {
            ErrorKind::MissingParent { current, .. } => current,
            ErrorKind::CircularExtend { tpl, .. } => tpl,
            _ => template,
        })),
        Some(report) => Place::span(
            &template_path(report.filename()),
            report.span().range.clone(),
        ),
    };
    let detail = report.map_or_else(
        || error.kind().to_string(),
        |report| report.message().to_owned(),
    );
    Diagnostic::new(Code::TemplateError, place).text("detail", detail)
}

/// The file of a template: `civico/body.html` is `themes/civico/templates/body.html`.
pub(super) fn template_path(template: &str) -> SourcePath {
    match template.split_once('/') {
        Some((theme, name)) => SourcePath::new(&format!("themes/{theme}/templates/{name}")),
        None => SourcePath::new(&format!("themes/{template}")),
    }
}

/// Where a variable is named first: in the template, else in those that it may extend or include.
pub(super) fn place_of_word(chain: &[Layer<'_>], template: &str, word: &str) -> Place {
    let files = || chain.iter().flat_map(|layer| layer.folder("templates"));
    let own = files().filter(|(name, _)| *name == template);
    let others = files().filter(|(name, _)| *name != template);
    let found = own.chain(others).find_map(|(_, file)| {
        let text = file.text();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
        let (at, _) = text.match_indices(word).find(|(at, _)| {
            let before = text.get(..*at).and_then(|it| it.chars().next_back());
            let after = text.get(at + word.len()..).and_then(|it| it.chars().next());
            !before.is_some_and(is_part) && !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
        })?;
        Some(Place::span(&file.path, at..at + word.len()))
    });
    found.unwrap_or_else(|| Place::whole(&template_path(template)))
}

/// The place that Tera writes as `civico/body.html:2:17`.
fn place_of_report(chain: &[Layer<'_>], report: &str) -> Option<Place> {
    let mut parts = report.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let path = template_path(parts.next()?);
    let file: &SourceFile = chain
        .iter()
        .find_map(|layer| layer.files.get(&path).copied())?;
    let text = file.text();
    let before: usize = text
        .split_inclusive('\n')
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    let rest = text.get(before..)?;
    let (at, _) = rest.char_indices().nth(column.checked_sub(1)?)?;
    Some(Place::span(&path, before + at..before + at))
}

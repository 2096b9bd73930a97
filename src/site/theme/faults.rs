//! The faults of templates, at their place in the theme.

use tera::ErrorKind;

use super::Layer;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;

/// The faults of templates that do not compile.
///
/// Tera reports all unknown filters, tests, functions and components in one text: each in a line of its own, with
/// its place in the next.
pub(super) fn of_compiling(chain: &[Layer<'_>], error: &tera::Error) -> Vec<Diagnostic> {
    let text = match error.kind() {
        ErrorKind::Msg(text) => text.as_str(),
        _ => "",
    };
    let lines = text.lines().zip(text.lines().skip(1));
    let faults = lines.filter_map(|(message, place)| {
        let message = message.trim().strip_prefix("error: ")?;
        let place = place_of_report(chain, place.trim().strip_prefix("--> ")?)?;
        Some(template_error(place, message))
    });
    let mut faults: Vec<Diagnostic> = faults.collect();
    if faults.is_empty() {
        let text = error.kind().to_string();
        let named = chain.iter().flat_map(|layer| {
            let files = layer.folder("templates");
            files.map(|(name, file)| (format!("{}/{name}", layer.name), &file.path))
        });
        // The place of a fault without one is the template that it names, or else the theme's first file.
        let mut named = named.filter(|(name, _)| text.contains(name.as_str()));
        let first = || chain.first().and_then(Layer::first_file);
        let place = named.next().map(|(_, path)| path).or_else(first);
        let place = place.map_or_else(|| template_path("theme.toml"), SourcePath::clone);
        faults.push(fault(error, &place));
    }
    faults
}

/// The fault of a single Tera error. `template` is its file if the error has none.
pub(super) fn fault(error: &tera::Error, template: &SourcePath) -> Diagnostic {
    let template = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let path = template_path(report.filename());
            let place = Place::span(&path, report.span().range.clone());
            return template_error(place, report.message());
        }
        ErrorKind::MissingParent { current: name, .. }
        | ErrorKind::CircularExtend { tpl: name, .. }
        | ErrorKind::CircularInclude { tpl: name, .. } => &template_path(name),
        _ => template,
    };
    template_error(Place::whole(template), error.kind().to_string())
}

pub(super) fn template_error(place: Place, detail: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::TemplateError, place).text("detail", detail)
}

/// The file of a template: `civico/body.html` is `themes/civico/templates/body.html`.
pub(super) fn template_path(template: &str) -> SourcePath {
    match template.split_once('/') {
        Some((theme, name)) => SourcePath::new(&format!("themes/{theme}/templates/{name}")),
        None => SourcePath::new(&format!("themes/{template}")),
    }
}

/// The place where a variable is first named: in the template, or else in any other, which it may include.
pub(super) fn place_of_word(chain: &[Layer<'_>], template: &str, word: &str) -> Place {
    let files = || chain.iter().flat_map(|layer| layer.folder("templates"));
    let own = files().filter(|(name, _)| *name == template);
    let others = files().filter(|(name, _)| *name != template);
    let found = own.chain(others).find_map(|(_, file)| {
        let at = find_word(&file.text(), word)?;
        Some(Place::span(&file.path, at..at + word.len()))
    });
    found.unwrap_or_else(|| Place::whole(&template_path(template)))
}

/// The position of a word that is neither a part of another word nor the attribute of a value.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut matches = text.match_indices(word).map(|(at, _)| at);
    matches.find(|at| {
        let before = text.get(..*at).unwrap_or_default();
        let after = text.get(at + word.len()..).unwrap_or_default();
        !before.ends_with(|c| is_part(c) || c == '.') && !after.starts_with(is_part)
    })
}

/// The place that Tera writes as `civico/body.html:2:17`.
fn place_of_report(chain: &[Layer<'_>], report: &str) -> Option<Place> {
    let mut parts = report.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let path = template_path(parts.next()?);
    let text = chain.first()?.files.get(&path)?.text();
    let lines = text.split_inclusive('\n').take(line.checked_sub(1)?);
    let line_start: usize = lines.map(str::len).sum();
    let line = text.get(line_start..)?;
    let (at, _) = line.char_indices().nth(column.checked_sub(1)?)?;
    Some(Place::span(&path, line_start + at..line_start + at))
}

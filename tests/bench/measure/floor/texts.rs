//! Texts alone: YAML is read, Markdown becomes HTML.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Parser, html};
use raccordo::content::markdown::OPTIONS;
use raccordo::notation::front_matter;
use serde::de::IgnoredAny;

use super::super::limit::files;
use super::{Fallible, timed};

/// `serde_yaml` reads all front matter and every registry, and nothing is kept of them. In milliseconds.
pub fn yaml(root: &Path) -> Fallible<f64> {
    let read = |text: &String| Ok(serde_yaml::from_str::<IgnoredAny>(text)?);
    timed(&sources(root)?, |path| structured(path), read)
}

/// The same, into the values of that library. In milliseconds.
pub fn values(root: &Path) -> Fallible<f64> {
    let read = |text: &String| Ok(serde_yaml::from_str::<serde_yaml::Value>(text)?);
    timed(&sources(root)?, |path| structured(path), read)
}

/// `pulldown-cmark` reads the text of every page and writes its HTML. In milliseconds.
pub fn markdown(root: &Path) -> Fallible<f64> {
    let mut pages = sources(root)?;
    pages.retain(|path| is(path, "md"));
    let write = |text: &String| {
        let mut html = String::with_capacity(2 * text.len());
        html::push_html(&mut html, Parser::new_ext(text, OPTIONS));
        Ok(html)
    };
    timed(&pages, |path| prose(path), write)
}

/// Pages and registries.
fn sources(root: &Path) -> Fallible<Vec<PathBuf>> {
    let files = files(&root.join("content"))?.into_iter();
    let paths = files.map(|(path, _)| path);
    Ok(paths.filter(|it| is(it, "md") || is(it, "yaml")).collect())
}

fn is(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|it| it == extension)
}

/// The YAML of a file.
fn structured(path: &Path) -> Fallible<String> {
    if is(path, "yaml") {
        return Ok(fs::read_to_string(path)?);
    }
    let (source, parts) = cut(path)?;
    let text = source.get(parts.front_matter).unwrap_or_default();
    Ok(text.to_owned())
}

/// The Markdown of a page.
fn prose(path: &Path) -> Fallible<String> {
    let (source, parts) = cut(path)?;
    Ok(source.get(parts.text..).unwrap_or_default().to_owned())
}

fn cut(path: &Path) -> Fallible<(String, front_matter::Parts)> {
    let source = fs::read_to_string(path)?;
    let parts = front_matter::cut(&source).map_err(|why| format!("{path:?}: {why:?}"))?;
    Ok((source, parts))
}

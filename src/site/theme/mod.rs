//! Themes: templates, labels and static files, a child over its parents.

mod embedded;
mod faults;
mod labels;
pub mod manifest;
mod prepared;
mod templates;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use embedded::add_embedded;
use labels::Catalogues;
pub use labels::Labels;
use rayon::prelude::*;
pub use templates::Templates;
use templates::Written;

use super::images;
use manifest::Manifest;

use crate::base::code::Code;
use crate::base::component::Signature;
use crate::base::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::base::language::Language;
use crate::base::output::{Output, OutputPath};
use crate::base::source::{SourceFile, SourcePath};
use crate::notation::suggest::nearest;

/// The folder of the built site in which a theme's static files are.
const STATIC: &str = "theme";

/// A theme, ready to render.
pub struct Theme {
    /// The files that it adds to the site.
    pub statics: Vec<Output>,
    /// How it wants images.
    pub images: images::Wanted,
    /// The components that an editor's text may call.
    pub components: BTreeMap<String, Signature>,
    /// What there is to say of a theme that can be used.
    pub findings: Vec<Diagnostic>,
    templates: BTreeMap<Language, Templates>,
}

/// What a theme is made of.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The files under `themes/`, by path.
    pub files: &'a BTreeMap<SourcePath, SourceFile>,
    /// The theme that the settings name.
    pub name: &'a str,
    /// Where they name it.
    pub settings: &'a SourcePath,
    /// The languages of the site, its own first.
    pub languages: &'a [Language],
    /// The variables that each template sees.
    pub variables: &'a [(&'static str, &'static [&'static str])],
}

impl Theme {
    /// Loads a theme and its parents.
    ///
    /// # Errors
    /// What is wrong with the theme: a parent that is not there, a template that does not compile.
    pub fn load(request: Request<'_>) -> Result<Theme, Vec<Diagnostic>> {
        let place = Place {
            file: request.settings.clone(),
            at: At::Value(NodePath::default().key("theme")),
        };
        let chain = chain(request, place)?;
        let mut faults = Vec::new();
        let catalogues = Catalogues::read(&chain, &mut faults);
        let labels = Labels::load(&catalogues, request.languages);
        let templates = match compile(&chain, labels, request.variables) {
            Ok(templates) if faults.is_empty() => templates,
            compiled => {
                faults.extend(compiled.err().into_iter().flatten());
                return Err(faults);
            }
        };
        Ok(Theme {
            findings: missing_labels(&catalogues, request),
            statics: statics(&chain),
            images: wanted_images(&chain),
            components: templates
                .values()
                .next()
                .map_or_else(BTreeMap::new, Templates::components),
            templates,
        })
    }

    /// The templates with the labels of a language, or with those of the site's own.
    pub fn templates(&self, language: &Language) -> Option<&Templates> {
        self.templates
            .get(language)
            .or_else(|| self.templates.values().next())
    }
}

/// One theme of a chain: a child, then its parents.
struct Layer<'a> {
    name: String,
    manifest: Manifest,
    /// Its files, by their path from the site's root.
    files: BTreeMap<SourcePath, &'a SourceFile>,
}

impl Layer<'_> {
    /// Its files in one of its folders: the path in that folder, and the file.
    fn folder(&self, folder: &str) -> impl Iterator<Item = (&str, &SourceFile)> {
        let prefix = format!("themes/{}/{folder}/", self.name);
        self.files
            .iter()
            .filter_map(move |(path, file)| Some((path.as_str().strip_prefix(&prefix)?, *file)))
    }
}

/// The theme of this name and its parents.
fn chain<'a>(request: Request<'a>, mut place: Place) -> Result<Vec<Layer<'a>>, Vec<Diagnostic>> {
    let mut chain: Vec<Layer<'a>> = Vec::new();
    let mut next = Some(request.name.to_owned());
    while let Some(name) = next {
        let prefix = format!("themes/{name}/");
        let inside = request
            .files
            .iter()
            .filter(|(path, _)| path.as_str().starts_with(&prefix));
        let files: BTreeMap<_, _> = inside.map(|(path, file)| (path.clone(), file)).collect();
        if files.is_empty() || chain.iter().any(|layer| layer.name == name) {
            let names = names(request.files);
            let fault = Diagnostic::new(Code::UnknownTheme, place).text("name", &*name);
            let near = nearest(&name, names.iter().map(String::as_str));
            return Err(vec![match near {
                _ if !files.is_empty() => fault.hint("cycle"),
                Some(near) => fault.text("near", near).hint("near"),
                None => fault.text("names", names.join(", ")),
            }]);
        }
        let path = SourcePath::new(&format!("{prefix}theme.toml"));
        let manifest = match files.get(&path) {
            Some(file) => Manifest::read(&path, &file.bytes().unwrap_or_default())?,
            None => Manifest::default(),
        };
        place = Place {
            file: path,
            at: At::Value(NodePath::default().key("extends")),
        };
        next = manifest.extends.as_ref().map(ToString::to_string);
        chain.push(Layer {
            name,
            manifest,
            files,
        });
    }
    Ok(chain)
}

/// Compiles the templates of a chain for each language.
fn compile(
    chain: &[Layer<'_>],
    labels: Vec<(Language, Labels)>,
    variables: &[(&'static str, &'static [&'static str])],
) -> Result<BTreeMap<Language, Templates>, Vec<Diagnostic>> {
    let written = Arc::new(Written::read(chain));
    let compiled = labels.into_par_iter().map(|(language, labels)| {
        let templates = Templates::compile(&written, labels)?;
        Ok((language, templates))
    });
    let compiled: Result<BTreeMap<_, _>, tera::Error> = compiled.collect();
    let compiled = compiled.map_err(|error| faults::of_compiling(chain, &error))?;
    // They name the same variables in every language.
    let some = compiled.values().next();
    let unknown = some.map_or_else(Vec::new, |it| it.unknown_variables(chain, variables));
    if unknown.is_empty() {
        Ok(compiled)
    } else {
        Err(unknown)
    }
}

/// The languages of a site for which its theme has not all words.
fn missing_labels(catalogues: &Catalogues, request: Request<'_>) -> Vec<Diagnostic> {
    let findings = request
        .languages
        .iter()
        .enumerate()
        .filter_map(|(at, language)| {
            let missing = catalogues.missing(language);
            let first = *missing.first()?;
            // The theme is asked for in the settings, and so is the language.
            let path = NodePath::default().key(if at == 0 { "language" } else { "languages" });
            let place = Place {
                file: request.settings.clone(),
                at: At::Key(path),
            };
            let some: Vec<&str> = missing.iter().copied().take(5).collect();
            let fault = Diagnostic::new(Code::MissingLabels, place)
                .text("language", language.as_str())
                .text("theme", request.name)
                .text("first", first)
                .number("count", missing.len() as u64)
                .text("labels", some.join(", "));
            Some(fault)
        });
    findings.collect()
}

fn names(files: &BTreeMap<SourcePath, SourceFile>) -> Vec<String> {
    let mut names: Vec<String> = files
        .keys()
        .filter_map(|path| path.as_str().split('/').nth(1))
        .map(str::to_owned)
        .collect();
    names.dedup();
    names
}

/// How a chain wants images: as the first that says it.
fn wanted_images(chain: &[Layer<'_>]) -> images::Wanted {
    let manifests = || chain.iter().map(|layer| &layer.manifest);
    let widths = manifests().map(|it| &it.image_widths);
    let mut widths = widths
        .filter(|it| !it.is_empty())
        .map(|it| it.iter().copied().filter(|width| *width > 0).collect())
        .next()
        .unwrap_or_else(Vec::new);
    widths.sort_unstable();
    widths.dedup();
    let sizes = manifests().find_map(|it| it.image_sizes.as_ref());
    images::Wanted {
        widths,
        sizes: sizes.map_or_else(|| "100vw".to_owned(), ToString::to_string),
    }
}

/// The static files of a chain; a child's replaces its parent's of the same name.
fn statics(chain: &[Layer<'_>]) -> Vec<Output> {
    let mut statics = BTreeMap::new();
    for layer in chain.iter().rev() {
        for (path, file) in layer.folder("static") {
            let path = OutputPath::file(&format!("{STATIC}/{path}"));
            let bytes = file.bytes().unwrap_or_default();
            statics.insert(path.clone(), Output::of(path, bytes.to_vec()));
        }
    }
    statics.into_values().collect()
}

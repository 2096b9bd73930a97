//! Themes: templates, labels and static files. A theme extends a parent and overrides some of its files.

mod addresses;
pub(super) mod clock;
mod embedded;
mod faults;
mod inline;
mod labels;
mod limits;
mod lists;
pub mod manifest;
mod names;
mod templates;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use embedded::add_embedded;
use labels::Catalogues;
pub use labels::Labels;
pub use lists::Lists;
use rayon::prelude::*;
use templates::TemplateSources;
pub use templates::Templates;

use super::images;
use manifest::Manifest;

use crate::base::code::Code;
use crate::base::component::ThemeInterface;
use crate::base::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::base::language::Language;
use crate::base::output::{Output, OutputPath};
use crate::base::source::{SourceFile, SourcePath};
use crate::base::view_fields::ViewFields;
use crate::notation::suggest::near;

/// The folder of the built site for a theme's static files.
const STATIC_FOLDER: &str = "theme";

/// The number of missing labels that a finding names.
const NAMED_LABELS: usize = 5;

/// The longest chain of themes that extend each other.
const MAX_THEMES: usize = 20;

/// The number of widths to which an image may be resized.
const MAX_WIDTHS: usize = 20;

/// A theme, ready to render.
pub struct Theme {
    /// The static files, as outputs of the site.
    pub static_files: Vec<Output>,
    /// The sizes to which images are resized.
    pub images: images::Sizes,
    /// What the theme means for the texts of the site.
    pub interface: ThemeInterface,
    /// The lists that its templates show.
    pub lists: Lists,
    /// The warnings about the theme.
    pub findings: Vec<Diagnostic>,
    templates: BTreeMap<Language, Templates>,
}

/// A theme with faults.
#[derive(Debug)]
pub struct FaultyTheme {
    /// All faults.
    pub faults: Vec<Diagnostic>,
    /// The lists that its templates show, as far as they could be read.
    pub lists: Lists,
}

/// The fields that hold addresses, wherever they are in a view. No field of the same name holds something else.
#[derive(Clone, Copy)]
pub struct AddressFields {
    /// Addresses of all kinds.
    pub links: &'static [&'static str],
    /// Those of files of the site, which a page may load.
    pub files: &'static [&'static str],
}

/// What a theme is loaded from.
#[derive(Clone, Copy)]
pub struct ThemeSource<'a> {
    /// The files under `themes/`, by path.
    pub files: &'a BTreeMap<SourcePath, SourceFile>,
    /// The name of the theme, from the settings.
    pub name: &'a str,
    /// The settings file.
    pub settings: &'a SourcePath,
    /// The languages of the site, its own first.
    pub languages: &'a [Language],
    /// The templates that there must be, with the variables that each of them sees.
    pub views: &'a [(&'static str, &'static [&'static str])],
    /// The kinds of things of which there may be lists.
    pub kinds: &'a [&'a str],
    /// The fields of views.
    pub fields: &'a ViewFields,
    /// The fields of views that hold addresses.
    pub addresses: AddressFields,
}

impl Theme {
    /// Loads a theme and its parents.
    ///
    /// # Errors
    /// All faults of the theme: a parent that is missing, a manifest or catalogue with wrong syntax, a template that
    /// does not compile or names a variable that its view lacks.
    pub fn load(source: ThemeSource<'_>) -> Result<Theme, FaultyTheme> {
        let mut faults = Vec::new();
        let chain = chain(source, &mut faults).unwrap_or_else(|found| {
            faults.extend(found);
            Vec::new()
        });
        let is_known = !chain.is_empty() && chain.iter().all(Layer::is_known);
        let lists = lists::read(&chain, source, &mut faults);
        if !is_known {
            // Without what the manifests say, templates and labels would have faults that they have not.
            return Err(FaultyTheme { faults, lists });
        }
        let catalogues = Catalogues::read(&chain, &mut faults);
        faults.extend(catalogues.unresolved());
        let (templates, ids) = compile(&chain, &catalogues, source).unwrap_or_else(|found| {
            faults.extend(found);
            Default::default()
        });
        if !faults.is_empty() {
            return Err(FaultyTheme { faults, lists });
        }
        let components = templates.values().next().map(Templates::components);
        Ok(Theme {
            findings: missing_labels(&catalogues, source),
            lists,
            static_files: static_files(&chain),
            images: image_sizes(&chain),
            interface: ThemeInterface {
                components: components.unwrap_or_default(),
                ids,
            },
            templates,
        })
    }

    /// The templates with the labels of a language, or of the site's own if the site does not have that language.
    pub fn templates(&self, language: &Language) -> Option<&Templates> {
        let any = || self.templates.values().next();
        self.templates.get(language).or_else(any)
    }
}

/// One theme of a chain: a child, then its parents.
struct Layer<'a> {
    name: String,
    /// The content of `theme.toml`, if there is one.
    manifest: Option<Manifest>,
    /// What of it could not be read.
    unread: Vec<NodePath>,
    /// The files of all themes, by their path from the site's root.
    files: &'a BTreeMap<SourcePath, SourceFile>,
}

impl Layer<'_> {
    /// Whether its manifest says which theme is its parent, and the names of all lists.
    fn is_known(&self) -> bool {
        self.unread.iter().all(|path| {
            let first = path.steps().next();
            match first.as_deref() {
                None | Some("extends") => false,
                Some("lists") => path.steps().count() > 2,
                Some(_) => true,
            }
        })
    }

    /// The files in one of the theme's folders, each with its path in that folder.
    fn folder(&self, folder: &str) -> impl Iterator<Item = (&str, &SourceFile)> {
        let prefix = format!("themes/{}/{folder}/", self.name);
        let files = self.files.iter();
        files.filter_map(move |(path, file)| Some((path.as_str().strip_prefix(&prefix)?, file)))
    }

    /// The theme's first file, by path.
    fn first_file(&self) -> Option<&SourcePath> {
        let prefix = format!("themes/{}/", self.name);
        let mut files = self.files.keys();
        files.find(|path| path.as_str().starts_with(&prefix))
    }
}

/// The theme that the settings name, and its parents. Reports the faults of their manifests.
///
/// # Errors
/// A theme that is missing, and themes without end.
fn chain<'a>(
    source: ThemeSource<'a>,
    faults: &mut Vec<Diagnostic>,
) -> Result<Vec<Layer<'a>>, Vec<Diagnostic>> {
    let mut chain: Vec<Layer<'_>> = Vec::new();
    let mut place = value_of(source.settings, "theme");
    let mut next = Some(source.name.to_owned());
    while let Some(name) = next {
        let prefix = format!("themes/{name}/");
        if chain.iter().any(|layer| layer.name == name) {
            return Err(vec![unknown_theme(place, &name).hint("cycle")]);
        }
        let mut files = source.files.keys();
        if !files.any(|path| path.as_str().starts_with(&prefix)) {
            return Err(vec![missing_theme(place, &name, source.files)]);
        }
        let path = SourcePath::new(&format!("{prefix}theme.toml"));
        let file = source.files.get(&path);
        let read = |file: &SourceFile| Manifest::read(&path, &file.bytes);
        let reading = file.map(read);
        if chain.len() == MAX_THEMES {
            return Err(vec![unknown_theme(place, &name).hint("cycle")]);
        }
        let (manifest, unread) = match reading {
            Some(reading) => {
                faults.extend(reading.faults);
                let all = reading.value.is_none().then(NodePath::default);
                (
                    reading.value,
                    reading.unread.into_iter().chain(all).collect(),
                )
            }
            None => (None, Vec::new()),
        };
        faults.extend(check_widths(manifest.as_ref(), &path));
        place = value_of(&path, "extends");
        next = match &manifest {
            Some(manifest) => manifest.extends.as_ref().map(ToString::to_string),
            None => Some(embedded::NAME.to_owned()),
        };
        chain.push(Layer {
            name,
            manifest,
            unread,
            files: source.files,
        });
    }
    Ok(chain)
}

/// Reports more widths of images than a page can use: each image is made in each of them.
fn check_widths(manifest: Option<&Manifest>, path: &SourcePath) -> Option<Diagnostic> {
    let count = manifest.map_or(0, |it| it.image_widths.len());
    if count <= MAX_WIDTHS {
        return None;
    }
    let fault = Diagnostic::new(Code::OutOfRange, value_of(path, "image_widths"));
    let fault = fault.text("value", count.to_string()).text("min", "0");
    Some(fault.text("max", MAX_WIDTHS.to_string()))
}

fn value_of(file: &SourcePath, key: &str) -> Place {
    Place {
        file: file.clone(),
        at: At::Value(NodePath::default().key(key)),
    }
}

fn unknown_theme(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(Code::UnknownTheme, place).text("name", name)
}

/// The fault of a theme that has no files, with a theme of a similar name or else the names of all themes.
fn missing_theme(place: Place, name: &str, files: &BTreeMap<SourcePath, SourceFile>) -> Diagnostic {
    let folders = files.keys().filter_map(|path| {
        let (theme, _) = path.as_str().strip_prefix("themes/")?.split_once('/')?;
        Some(theme)
    });
    let mut names: Vec<&str> = folders.collect();
    names.dedup();
    let fault = unknown_theme(place, name);
    match near(name, names.iter().copied()) {
        Some(near) => near.propose(fault, name, "near"),
        None => fault.text("names", names.join(", ")),
    }
}

/// The templates in each language, and the ids in them.
type Compiled = (BTreeMap<Language, Templates>, BTreeSet<String>);

/// Compiles the templates of a chain for each language.
fn compile(
    chain: &[Layer<'_>],
    catalogues: &Catalogues,
    source: ThemeSource<'_>,
) -> Result<Compiled, Vec<Diagnostic>> {
    let sources = Arc::new(TemplateSources::read(chain)?);
    let embedded = Layer {
        name: embedded::NAME.to_owned(),
        manifest: None,
        unread: Vec::new(),
        files: source.files,
    };
    // What is wrong in them is reported with the theme that uses them.
    let embedded = Catalogues::read(&[embedded], &mut Vec::new());
    let embedded = Labels::load(&embedded, source.languages).into_par_iter();
    let labels = Labels::load(catalogues, source.languages).into_par_iter();
    let compiled = labels
        .zip(embedded)
        .map(|((language, labels), (_, embedded))| {
            let templates = Templates::compile(&sources, labels, embedded)?;
            Ok((language, templates))
        });
    let compiled: Result<BTreeMap<_, _>, tera::Error> = compiled.collect();
    let compiled = compiled.map_err(|error| faults::of_compiling(chain, &error))?;
    // The variables are the same in all languages.
    let Some(any) = compiled.values().next() else {
        return Ok((compiled, BTreeSet::new()));
    };
    let mut faults = any.check_variables(chain, source.views);
    faults.extend(names::check(chain, &sources, &catalogues.keys(), source));
    if !faults.is_empty() {
        return Err(faults);
    }
    let ids = addresses::check(&sources, &any.components(), source)?;
    Ok((compiled, ids))
}

/// A finding for each language of the site in which the theme lacks labels.
fn missing_labels(catalogues: &Catalogues, source: ThemeSource<'_>) -> Vec<Diagnostic> {
    let languages = source.languages.iter().enumerate();
    let findings = languages.filter_map(|(at, language)| {
        let missing = catalogues.missing(language);
        let first = *missing.first()?;
        let key = if at == 0 { "language" } else { "languages" };
        let place = Place {
            file: source.settings.clone(),
            at: At::Key(NodePath::default().key(key)),
        };
        let named: Vec<&str> = missing.iter().copied().take(NAMED_LABELS).collect();
        let finding = Diagnostic::new(Code::MissingLabels, place).text("theme", source.name);
        let finding = finding
            .text("language", language.as_str())
            .text("first", first);
        let finding = finding.text("labels", named.join(", "));
        Some(finding.number("count", missing.len() as u64))
    });
    findings.collect()
}

/// The image sizes of a chain: those of the first theme that has any.
fn image_sizes(chain: &[Layer<'_>]) -> images::Sizes {
    let manifests = chain.iter().filter_map(|layer| layer.manifest.as_ref());
    let sizes = manifests.clone().find_map(|it| it.image_sizes.as_ref());
    let widths = manifests
        .map(|it| &it.image_widths)
        .find(|it| !it.is_empty());
    let widths = widths.into_iter().flatten().copied();
    let widths: BTreeSet<u32> = widths.filter(|width| *width > 0).collect();
    images::Sizes {
        widths: widths.into_iter().collect(),
        attribute: sizes.map_or_else(|| "100vw".to_owned(), ToString::to_string),
    }
}

/// The static files of a chain. A child's file replaces its parents' of the same name.
fn static_files(chain: &[Layer<'_>]) -> Vec<Output> {
    let mut outputs = BTreeMap::new();
    for (name, file) in chain.iter().rev().flat_map(|layer| layer.folder("static")) {
        let path = OutputPath::file(&format!("{STATIC_FOLDER}/{name}"));
        let bytes = file.bytes.clone();
        outputs.insert(path.clone(), Output::of(path, bytes));
    }
    outputs.into_values().collect()
}

//! A large site as a national portal would be, made up from a number: the same number, the same bytes.
//!
//! Everything that the content model has is in use. No content error, and no warning on [`AS_OF`].

mod body;
mod country;
mod german;
mod meetings;
mod organizations;
mod pages;
mod prose;
mod random;
mod registries;
mod seats;
mod text;
mod theme;
mod words;

use std::collections::BTreeMap;
use std::io;

pub use country::{Country, person_id};

/// The day on which the site is up to date.
pub const AS_OF: &str = "2026-11-21";

/// The id of an organization that holds a seat in some 200 bodies, or in a third of them if there are fewer.
pub const LARGE: &str = "comune-grande";

/// The page of [`LARGE`].
pub const LARGE_PAGE: &str = "content/comune-grande.md";

/// What to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// How many bodies.
    pub bodies: usize,
    /// With which theme.
    pub theme: Theme,
    /// Whether the site is in German too, with a page in German for every page and some of them translated.
    pub german: bool,
    /// So many seats and links in every body that others do not have.
    pub more: More,
}

/// What a body has besides what every body has, to see what it costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct More {
    /// Seats of one organization, with a holder.
    pub seats: usize,
    /// Links to other bodies and to organizations, in the text.
    pub links: usize,
    /// References to footnotes that there are not, in the text: each is a warning.
    pub warnings: usize,
}

impl Default for Request {
    /// A small one with the theme that comes with the program, in one language.
    fn default() -> Request {
        Request {
            bodies: 10,
            theme: Theme::Civico,
            german: false,
            more: More::default(),
        }
    }
}

/// The theme of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Theme {
    /// The one that comes with the program.
    Civico,
    /// A bare one of its own: what is left is the cost of everything but templates.
    Mini,
    /// One that says what the templates for Hugo say, and no more: for a comparison on equal work.
    Plain,
}

impl Theme {
    /// Its name in `site.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Civico => "civico",
            Theme::Mini => "mini",
            Theme::Plain => "plain",
        }
    }
}

/// Who takes the files: the path from the root of the site, and the bytes.
pub type Put<'a> = dyn FnMut(&str, &[u8]) -> io::Result<()> + 'a;

/// Makes a site, one file after the other.
///
/// # Errors
/// Those of `put`.
pub fn site(request: Request, put: &mut Put<'_>) -> io::Result<()> {
    let country = Country::new(request.bodies).with(request.more);
    pages::common(&country, request, put)?;
    theme::files(request.theme, put)?;
    registries::national(put)?;
    for region in 0..country.regions() {
        pages::region(&country, region, put)?;
        registries::regional(&country, region, put)?;
    }
    for province in 0..country.provinces() {
        pages::province(&country, province, put)?;
        organizations::pages(&country, province, put)?;
    }
    for index in 0..country.bodies() {
        let path = country.body_path(index);
        put(&path, body::page(&country, index).as_bytes())?;
        if request.german && index % german::EVERY == 3 {
            let path = path.replace(".md", ".de.md");
            put(&path, german::body(&country, index).as_bytes())?;
        }
    }
    meetings::pages(&country, put)
}

/// The files of a site, in memory.
///
/// # Errors
/// A file is made twice.
// Not every benchmark needs it.
#[allow(dead_code)]
pub fn files(request: Request) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut put = |path: &str, bytes: &[u8]| match files.insert(path.to_owned(), bytes.to_vec()) {
        Some(_) => Err(io::Error::other(format!("{path} is made twice"))),
        None => Ok(()),
    };
    site(request, &mut put)?;
    Ok(files)
}

/// A body that is in no site that [`site`] makes; put it beside any other.
pub fn another_body(country: &Country, index: usize) -> String {
    body::page(country, index)
}

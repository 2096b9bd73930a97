//! The same site for Hugo: made of the very files of the made site, with a page for every entry of a registry.
//!
//! Front matter is TOML, which Hugo reads faster than YAML, and says what it says here, but for the names that mean
//! something else to Hugo; what names another thing by its id says the path of its page, as `site.GetPage` wants it.
//! Only sites in one language are written.

mod facts;
mod index;
mod layouts;
mod text;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::io;

use serde_yaml::Mapping;

use crate::generate::{self, AS_OF, Put, Request};

pub use index::{Index, Kind, Thing};

/// What may go wrong, in words.
pub type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// All things of a made site that have a page: where it is, what the front matter says, and the text.
pub struct Sources {
    /// The things, and where each is found by its id.
    pub index: Index,
    files: BTreeMap<String, Vec<u8>>,
}

impl Sources {
    /// Those of this site.
    pub fn new(request: Request) -> Fallible<Sources> {
        let mut files = BTreeMap::new();
        generate::site(request, &mut |path, bytes| {
            files.insert(path.to_owned(), bytes.to_vec());
            Ok(())
        })?;
        let index = Index::new(&files)?;
        Ok(Sources { index, files })
    }

    /// Writes the site for Hugo.
    pub fn write(&self, put: &mut Put<'_>) -> Fallible<()> {
        for (path, text) in layouts::FILES {
            let text = match *path {
                "hugo.toml" => format!("{text}{}", self.settings()),
                _ => (*text).to_owned(),
            };
            put(path, text.as_bytes())?;
        }
        put(
            "static/theme/civico.css",
            include_bytes!("../../../themes/civico/static/civico.css"),
        )?;
        for (path, bytes) in self.files.iter().filter(|(path, _)| path.ends_with(".png")) {
            put(path, bytes)?;
        }
        for thing in self.index.things() {
            let facts = facts::for_hugo(thing, &self.index)?;
            let text = text::for_hugo(thing, &self.index)?;
            put(&file(thing), page(facts, &text)?.as_bytes())?;
        }
        Ok(self.lists(put)?)
    }

    /// The lists of what is in registries; those of what is in folders are made by the sections' own files.
    fn lists(&self, put: &mut Put<'_>) -> io::Result<()> {
        for (folder, title) in [
            ("enti", "Enti"),
            ("atti", "Atti e documenti"),
            ("territori", "Territori"),
            ("persone", "Persone"),
            ("argomenti", "Argomenti"),
        ] {
            let text = format!("+++\ntitle = \"{title}\"\n+++\n");
            put(&format!("content/{folder}/_index.md"), text.as_bytes())?;
        }
        put(
            "content/a-z/_index.md",
            b"+++\ntitle = \"Indice dalla A alla Z\"\ntype = \"a-z\"\n+++\n",
        )
    }

    fn settings(&self) -> String {
        let mut settings = format!("[params]\nas_of = \"{AS_OF}\"\n");
        let sections = self.index.things().iter().filter(|it| {
            it.kind == Kind::Section && it.path.matches('/').count() == 1 && it.path.len() > 1
        });
        for section in sections.take(6) {
            let entry = format!(
                "\n[[menus.main]]\nname = {:?}\nurl = \"{}/\"\n",
                section.title, section.path
            );
            // Writing to a text cannot fail.
            let _ = settings.write_str(&entry);
        }
        settings
    }
}

fn page(facts: Mapping, text: &str) -> Fallible<String> {
    Ok(format!("+++\n{}+++\n{text}", toml::to_string(&facts)?))
}

/// The file of a page. A page that others lie below is an `_index.md`.
fn file(thing: &Thing) -> String {
    let path = thing.path.trim_end_matches('/');
    match thing.kind {
        Kind::Section | Kind::Topic => format!("content{path}/_index.md"),
        _ => format!("content{path}.md"),
    }
}

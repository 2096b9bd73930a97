//! Texts that are not on disk yet, tried in the site that is there.

use super::mend::{Identity, identity};
use super::{Observer, Project, Site, Stopwatch};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::source::{Changes, SourcePath};
use crate::site::sources::Sources;

/// Two things want the same name or address, or one wants what cannot be had.
const COLLISIONS: [Code; 3] = [
    Code::DuplicateId,
    Code::DuplicateAddress,
    Code::UnpublishableAddress,
];

impl Project {
    /// Opens a site whose settings are not on disk yet, and reads all its other sources.
    pub fn open_with_settings(site: Site, settings: &str) -> Project {
        let stopwatch = Stopwatch::start();
        let sources = Sources::open_with_settings(&site.root, settings);
        Project::of_sources(site, sources, stopwatch)
    }

    /// Takes a turn with a text that is not on disk yet. If a name or an address in it is taken, the text is left out again.
    ///
    /// # Errors
    /// What would be found then.
    pub fn admit(&mut self, path: &SourcePath, text: &str) -> Result<(), Diagnostic> {
        self.turn(Changes::default(), Observer::default());
        let mut known: Vec<Identity> = self.collisions().map(identity).collect();
        let before = self.sources().text(path);
        self.turn_with(path, Some(text));
        let is_new = |it: &&Diagnostic| {
            let at = known.iter().position(|known| *known == identity(it));
            at.map(|at| known.swap_remove(at)).is_none()
        };
        let found = self.collisions().find(is_new).cloned();
        match found {
            Some(found) => {
                self.turn_with(path, before.as_deref());
                Err(found)
            }
            None => Ok(()),
        }
    }

    fn collisions(&self) -> impl Iterator<Item = &Diagnostic> {
        let errors = self.workspace().findings().errors(false).into_iter();
        errors.filter(|it| COLLISIONS.contains(&it.code))
    }
}

//! The folders of generated pages: those that the settings name, or else words of the site's language.

use super::{Paths, Settings};
use crate::content::model::EntityKind;
use crate::notation::scalar::Id;

/// The default folders by language: organizations, documents, areas, persons, meetings, topics, the index from A to Z,
/// and, below the page of a body, its past compositions. Other languages have those of the last one.
const FOLDERS: [(&str, &str); 3] = [
    (
        "it",
        "enti atti territori persone sedute argomenti indice composizione",
    ),
    (
        "de",
        "koerperschaften rechtsakte gebiete personen sitzungen themen register zusammensetzung",
    ),
    (
        "en",
        "organizations documents areas persons meetings topics a-z composition",
    ),
];

impl Settings {
    /// The folder of the pages for the registry entries of a kind.
    pub fn list_folder(&self, kind: EntityKind) -> &str {
        match kind {
            EntityKind::Organization => self.folder(0, |it| &it.organizations),
            EntityKind::Document => self.folder(1, |it| &it.documents),
            EntityKind::Area => self.folder(2, |it| &it.areas),
            EntityKind::Person => self.folder(3, |it| &it.persons),
            EntityKind::Meeting => self.folder(4, |it| &it.meetings),
            _ => self.folder(5, |it| &it.topics),
        }
    }

    /// The folder of the index from A to Z.
    pub fn index_folder(&self) -> &str {
        self.folder(6, |it| &it.index)
    }

    /// The folder of the pages of past compositions, below the page of a body.
    pub fn composition_folder(&self) -> &str {
        self.folder(7, |it| &it.composition)
    }

    /// The folder that the settings name, or else the default with this number.
    fn folder(&self, number: usize, named: impl Fn(&Paths) -> &Option<Id>) -> &str {
        let named = self.paths.as_ref().and_then(|it| named(it).as_deref());
        let language = self.default_language();
        let mut own = FOLDERS.iter().filter(|(tag, _)| *tag == language.base());
        let folders = own
            .next()
            .or(FOLDERS.last())
            .map_or("", |(_, folders)| folders);
        named.or(folders.split(' ').nth(number)).unwrap_or_default()
    }
}

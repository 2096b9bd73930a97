//! The folders of generated pages: those that the settings name, or else words of the site's language.

use super::Settings;
use crate::content::model::EntityKind;

/// The default folders in a language: organizations, documents, areas, persons, meetings, topics, the index from A to
/// Z, and, below the page of a body, its past compositions.
type Folders = [&'static str; 8];

const ITALIAN: Folders = [
    "enti",
    "atti",
    "territori",
    "persone",
    "sedute",
    "argomenti",
    "indice",
    "composizione",
];
const GERMAN: Folders = [
    "koerperschaften",
    "rechtsakte",
    "gebiete",
    "personen",
    "sitzungen",
    "themen",
    "register",
    "zusammensetzung",
];
const ENGLISH: Folders = [
    "organizations",
    "documents",
    "areas",
    "persons",
    "meetings",
    "topics",
    "a-z",
    "composition",
];

impl Settings {
    /// The folder of the pages for the registry entries of a kind.
    pub fn list_folder(&self, kind: EntityKind) -> &str {
        let [
            organizations,
            documents,
            areas,
            persons,
            meetings,
            topics,
            ..,
        ] = self.default_folders();
        let paths = self.paths.as_ref();
        let (chosen, default) = match kind {
            EntityKind::Organization => (paths.map(|it| &it.organizations), organizations),
            EntityKind::Document => (paths.map(|it| &it.documents), documents),
            EntityKind::Area => (paths.map(|it| &it.areas), areas),
            EntityKind::Person => (paths.map(|it| &it.persons), persons),
            EntityKind::Meeting => (paths.map(|it| &it.meetings), meetings),
            _ => (paths.map(|it| &it.topics), topics),
        };
        chosen.and_then(|it| it.as_deref()).unwrap_or(default)
    }

    /// The folder of the index from A to Z.
    pub fn index_folder(&self) -> &str {
        let [.., index, _] = self.default_folders();
        let folder = self.paths.as_ref().and_then(|it| it.index.as_deref());
        folder.unwrap_or(index)
    }

    /// The folder of the pages of past compositions, below the page of a body.
    pub fn composition_folder(&self) -> &str {
        let [.., composition] = self.default_folders();
        let folder = self.paths.as_ref().and_then(|it| it.composition.as_deref());
        folder.unwrap_or(composition)
    }

    fn default_folders(&self) -> Folders {
        match self.default_language().base() {
            "it" => ITALIAN,
            "de" => GERMAN,
            _ => ENGLISH,
        }
    }
}

//! The resolved settings of a site.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::target::Target;
use crate::base::date::Date;
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::settings::{FooterRole, LocalText, Settings, Vocabulary};

/// The day that a site speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SiteDay {
    /// The day.
    pub date: Date,
    /// Whether somebody asked for this very day. What the site says of itself may then be of a later day.
    pub is_chosen: bool,
}

/// The settings of a site, resolved.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Site {
    /// The settings as written.
    pub written: Arc<Settings>,
    /// The language of the texts.
    pub language: Language,
    /// All languages, the language of the texts first.
    pub languages: Vec<Language>,
    /// The controlled lists.
    pub vocabulary: Arc<Vocabulary>,
    /// The day for which the site is built.
    pub as_of: Date,
    /// Whether somebody asked for that day.
    pub is_day_chosen: bool,
    /// The entries of each menu.
    pub menus: Vec<(String, Vec<MenuEntry>)>,
    /// The file of the logo.
    pub logo: Option<OutputPath>,
    /// The links in the footer.
    pub footer: Vec<FooterEntry>,
}

impl Site {
    /// The day for which the site is built.
    pub fn day(&self) -> SiteDay {
        SiteDay {
            date: self.as_of,
            is_chosen: self.is_day_chosen,
        }
    }
}

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct MenuEntry {
    /// The text. `None` stands for the title of the target.
    pub title: Option<LocalText>,
    /// The target of the link.
    pub target: Target,
}

/// A link in the footer.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct FooterEntry {
    /// Text and target.
    pub entry: MenuEntry,
    /// The legal duty that the link fulfils.
    pub duty: Option<FooterRole>,
}

/// The file of a page in a language. Each language but that of the site has its own folder.
pub fn in_language(path: &OutputPath, language: &Language, site: &Language) -> OutputPath {
    if language == site {
        path.clone()
    } else {
        OutputPath::file(&format!("{}/{path}", language.as_str().to_lowercase()))
    }
}

/// The number of the language among whose pages a path is, by the folder that it begins with. The language of the texts,
/// which has no folder, is the first one.
pub fn language_of(path: &OutputPath, languages: &[Language]) -> usize {
    let folder = path.as_str().split('/').next().unwrap_or_default();
    let in_folder = |it: &Language| it.as_str().eq_ignore_ascii_case(folder);
    let others = languages.iter().skip(1);
    let found = others.zip(1..).find(|(it, _)| in_folder(it));
    found.map_or(0, |(_, number)| number)
}

//! What the whole site shares: its settings, resolved.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::target::Target;
use crate::base::date::Date;
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::settings::{FooterRole, LocalText, Settings, Vocabulary};

/// The settings of a site, resolved.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Site {
    /// What was typed.
    pub written: Arc<Settings>,
    /// The language of the texts.
    pub language: Language,
    /// All languages, that one first.
    pub languages: Vec<Language>,
    /// The controlled lists.
    pub vocabulary: Arc<Vocabulary>,
    /// The day that the site speaks of.
    pub as_of: Date,
    /// The entries of each menu.
    pub menus: Vec<(String, Vec<MenuEntry>)>,
    /// The picture beside the site's name.
    pub logo: Option<OutputPath>,
    /// The links in the foot.
    pub footer: Vec<FooterEntry>,
}

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct MenuEntry {
    /// The text; `None` is the title of what it leads to.
    pub title: Option<LocalText>,
    /// Where it leads.
    pub target: Target,
}

/// A link in the foot.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct FooterEntry {
    /// Text and target.
    pub entry: MenuEntry,
    /// The duty that it meets.
    pub duty: Option<FooterRole>,
}

/// A page's file in a language: those of other languages than the site's are in a folder of their own.
pub fn in_language(path: &OutputPath, language: &Language, site: &Language) -> OutputPath {
    if language == site {
        path.clone()
    } else {
        OutputPath::file(&format!("{}/{path}", language.as_str().to_lowercase()))
    }
}

//! The values of a file that could not be read, with the page or entry that each is in.

use std::collections::BTreeMap;

use super::accepted::entries;
use super::names::section_id;
use super::{DescribedFacts, FileContent, stem};
use crate::base::diagnostic::NodePath;
use crate::base::source::SourcePath;
use crate::content::model::EntityKind;
use crate::content::settings::Settings;
use crate::content::unread::UnreadValue;

/// The values at these paths of a file.
pub(super) fn unread_values(
    paths: Vec<NodePath>,
    file: &SourcePath,
    content: &FileContent,
    settings: &Settings,
) -> Vec<UnreadValue> {
    let value = |path, owner: Option<&dyn DescribedFacts>| {
        let id = owner.and_then(|it| it.common().id.as_ref());
        let by_file = match owner.map(DescribedFacts::kind) {
            Some(EntityKind::Section) => section_id(file).map(|id| id.to_string()),
            _ => Some(stem(file, settings).to_owned()),
        };
        UnreadValue {
            path,
            id: id.map(ToString::to_string).or(by_file).unwrap_or_default(),
            title: owner.map(|it| it.title().into_owned()).unwrap_or_default(),
        }
    };
    let mut owners = BTreeMap::new();
    if let (FileContent::Registry(registry), false) = (content, paths.is_empty()) {
        let entry = |(list, index, entry)| (NodePath::default().key(list).index(index), entry);
        owners.extend(entries(registry).map(entry));
    }
    let values = paths.into_iter().map(|path| match content {
        FileContent::Page(facts, _) => value(path, Some(facts.described())),
        _ => {
            let owner = owners.get(&path.first(2)).copied();
            value(path, owner)
        }
    });
    values.collect()
}

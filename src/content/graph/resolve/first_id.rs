//! The first id of a thing that has another one now, by which calendars and feeds go on to know it.

use super::lookup::Resolver;
use crate::content::graph::directory::{UnresolvedEntity, alias_output};
use crate::content::model::EntityKind;
use crate::notation::scalar::Id;

impl Resolver<'_> {
    /// The first id that a body or meeting had, if its first old address in its folder tells of another than it has now.
    ///
    /// A thing with an id that its address does not have was never known by its address. An id that another thing
    /// has now is that thing's.
    pub(super) fn first_id(&mut self, entity: &UnresolvedEntity) -> Option<Id> {
        let kind = entity.name.kind;
        if !matches!(kind, EntityKind::Body | EntityKind::Meeting) {
            return None;
        }
        let address = entity.output.address();
        let (folder, part) = last_part(&address)?;
        if part != entity.name.id.as_str() {
            return None;
        }
        let mut aliases = entity.facts.described().common().aliases.iter();
        let first = aliases.find_map(|alias| {
            let address = alias_output(alias.as_str()).address();
            let (of, part) = last_part(&address)?;
            Id::parse(part).filter(|_| of == folder)
        })?;
        let is_free = first != entity.name.id && self.name_target(kind, first.as_str()).is_none();
        is_free.then_some(first)
    }
}

/// The folder of the address of a page, and the last part. Returns `None` for a file.
fn last_part(address: &str) -> Option<(&str, &str)> {
    let address = address.strip_suffix('/')?;
    Some(address.rsplit_once('/').unwrap_or(("", address)))
}

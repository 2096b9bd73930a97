//! The values of an entity by which the directory indexes it.

use super::{Owner, SiteContext, UnresolvedEntity, old_paths};
use crate::base::diagnostic::{NodePath, Place};
use crate::base::output::OutputPath;
use crate::content::graph::body::Places;
use crate::content::graph::link::AnyLink;
use crate::content::graph::site::in_language;
use crate::content::model::{Body, Existence, Organization, Ref, Topic};
use crate::content::parse::Facts;
use crate::notation::scalar::Id;

/// The table and the id of a seat, when it exists, its places, and the organizations for each of which there is one.
type SeatPlaces<'a> = (
    Option<usize>,
    &'a Id,
    Existence,
    Places,
    Vec<&'a Ref<Organization>>,
);

/// The anchors on a page that depend on the entity, and the title, which reports of broken anchors show.
pub(super) fn anchors(entity: Option<&UnresolvedEntity>) -> Option<(&str, Vec<&str>, Vec<&Id>)> {
    let entity = entity?;
    let headings = entity.text.headings.iter().map(|it| it.id.as_str());
    Some((
        &*entity.title,
        headings.collect(),
        tables(written_body(entity)),
    ))
}

/// The outputs of an entity, each with the place to report if another owns the output.
pub(super) fn outputs(
    link: AnyLink,
    entity: &UnresolvedEntity,
    site: &SiteContext<'_>,
) -> Vec<(OutputPath, Owner, Place)> {
    let at = |path: NodePath| entity.at(|_| path);
    let prefix = &entity.origin.prefix;
    let place = if entity.origin.registry {
        at(prefix.key("id"))
    } else {
        Place::whole(&entity.origin.file)
    };
    let default_language = site.settings.default_language();
    let languages = site.settings.all_languages();
    let pages = languages.iter().map(|language| {
        let path = in_language(&entity.output, language, &default_language);
        (path, Owner::Page(link), place.clone())
    });
    let aliases = &entity.facts.described().common().aliases;
    let aliases = old_paths(&entity.output, aliases, &languages).map(|old| {
        let place = at(prefix.key("aliases").index(old.number));
        (old.path, Owner::Alias(link), place)
    });
    pages.chain(aliases).collect()
}

/// The facts of a body. Returns `None` for other types.
pub(super) fn written_body(entity: &UnresolvedEntity) -> Option<&Body> {
    match &entity.facts {
        Facts::Body(body) => Some(body),
        _ => None,
    }
}

pub(super) fn tables(body: Option<&Body>) -> Vec<&Id> {
    let tables = body.into_iter().flat_map(|body| &body.tables);
    tables.map(|table| &table.id).collect()
}

/// The period in which an organization exists. Returns `None` for other types.
pub(in crate::content::graph) fn existence(entity: Option<&UnresolvedEntity>) -> Option<Existence> {
    match &entity?.facts {
        Facts::Organization(it) => Some(it.existence()),
        _ => None,
    }
}

/// The ids of the seats of a body and its tables, with when they exist, their numbers of places, and for which organizations
/// those are.
pub(super) fn seats(body: Option<&Body>) -> Vec<SeatPlaces<'_>> {
    let parts = body.into_iter().flat_map(|body| {
        let parts = body.existences();
        parts.map(move |part| (body, part))
    });
    let seats = parts.flat_map(|(body, (table, part, existence))| {
        let seats = part.seats.iter();
        seats.map(move |seat| {
            let (life, one_for) = (seat.life(existence), seat.one_for(body).collect());
            (table, &seat.id, life, seat.places(body), one_for)
        })
    });
    seats.collect()
}

pub(super) fn topics(facts: &Facts) -> Vec<&Ref<Topic>> {
    let mut topics: Vec<_> = facts.described().common().topics.iter().collect();
    if let Facts::Body(body) = facts {
        topics.extend(body.tables.iter().flat_map(|table| &table.topics));
        let activities = body.parts().flat_map(|(_, part)| part.activities);
        topics.extend(activities.flat_map(|activity| &activity.topics));
    }
    topics
}

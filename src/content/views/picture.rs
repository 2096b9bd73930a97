//! The pictures on pages: the organigram of a body, the map of bodies and organizations.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::body::{BodyView, PartView};
use super::common::Card;
use super::lens::Lens;
use super::seat::SeatView;
use crate::content::graph::{AnyLink, How, Link, SeatLinks};
use crate::content::model::{Body, EntityKind, Organization};
use crate::content::pictures::Name;
use crate::content::pictures::map::{self, Map};
use crate::content::pictures::organigram::{self, Chart, Group, Organigram, Seat};

impl<'a> Lens<'a> {
    /// The organigram of a body whose view is otherwise complete.
    pub(super) fn organigram(
        &self,
        link: Link<Body>,
        view: &BodyView<'a>,
    ) -> Option<Organigram<'a>> {
        let body = self.graph.get(link);
        let own = Name {
            href: None,
            ..self.name(AnyLink::Body(link))
        };
        let parts = std::iter::once(&view.own).chain(&view.tables);
        let groups = parts.zip(&body.links.parts).map(|(part, links)| Group {
            name: table_name(part).unwrap_or_else(|| own.clone()),
            seats: part
                .seats
                .iter()
                .zip(&links.seats)
                .map(|(seat, links)| placed(seat, links))
                .collect(),
        });
        organigram::lay_out(Chart {
            parent: view.parent.as_ref().map(name),
            groups: groups.collect(),
            parts: view.parts.iter().map(name).collect(),
        })
    }

    /// The map of the bodies of the site on the home page, of those of a section on its page. Where
    /// there are too many for that, the home page has a map of the sections.
    pub(super) fn map(&self, page: AnyLink) -> Option<Map<'a>> {
        if self.number > 0 {
            return None;
        }
        let home = self.graph.face(page).is_home();
        let bodies: Vec<AnyLink> = if home {
            self.graph.all(EntityKind::Body)
        } else {
            let listed = self.mentioned_as(How::Within);
            listed.filter(|it| it.kind() == EntityKind::Body).collect()
        };
        let drawn = if bodies.len() <= map::MOST {
            self.map_of_bodies(bodies)
        } else {
            Drawn::TooMany
        };
        match drawn {
            Drawn::Map(map) => Some(map),
            Drawn::TooMany if home => self.map_of_sections(),
            Drawn::TooMany | Drawn::Nothing => None,
        }
    }

    fn map_of_bodies(&self, bodies: Vec<AnyLink>) -> Drawn<'a> {
        let mut shown: Vec<map::Body<'a>> = Vec::new();
        let mut organizations: Vec<Link<Organization>> = Vec::new();
        for (link, parent) in self.families(bodies) {
            let mut seated: Vec<usize> = Vec::new();
            for organization in self.graph.ties(link).organizations() {
                let known = organizations.iter().position(|it| *it == organization);
                let number = known.unwrap_or(organizations.len());
                if known.is_none() {
                    organizations.push(organization);
                }
                if !seated.contains(&number) {
                    seated.push(number);
                }
            }
            shown.push(map::Body {
                name: self.name(AnyLink::Body(link)),
                parent,
                seated,
            });
        }
        if shown.len() + organizations.len() > map::MOST {
            return Drawn::TooMany;
        }
        if shown.len() < 2 || organizations.is_empty() {
            return Drawn::Nothing;
        }
        let organizations = organizations.into_iter();
        let names = organizations.map(|it| self.name(AnyLink::Organization(it)));
        Drawn::Map(map::of_bodies(shown, names.collect()))
    }

    fn map_of_sections(&self) -> Option<Map<'a>> {
        let sections = self.sorted(self.graph.all(EntityKind::Section));
        let sections = sections.filter_map(|(link, _)| {
            let bodies = self.graph.count(link, How::Within, EntityKind::Body);
            (bodies > 0).then(|| map::Section {
                name: self.name(link),
                bodies,
            })
        });
        let sections: Vec<map::Section<'a>> = sections.collect();
        (sections.len() > 1).then(|| map::of_sections(sections))
    }

    /// Bodies, each followed by its parts, with the number of the one that it is a part of.
    fn families(&self, bodies: Vec<AnyLink>) -> Vec<(Link<Body>, Option<usize>)> {
        let bodies = self.sorted(bodies);
        let bodies: Vec<Link<Body>> = bodies
            .filter_map(|(it, _)| match it {
                AnyLink::Body(body) => Some(body),
                _ => None,
            })
            .collect();
        let parent = |body: Link<Body>| self.graph.ties(body).parent();
        let mut parts: BTreeMap<Option<Link<Body>>, Vec<Link<Body>>> = BTreeMap::new();
        for body in &bodies {
            let above = parent(*body).filter(|it| bodies.contains(it));
            parts.entry(above).or_default().push(*body);
        }
        let mut families = Vec::new();
        let mut next: Vec<(Link<Body>, Option<usize>)> = Vec::new();
        let push = |next: &mut Vec<_>, list: Option<Vec<Link<Body>>>, above| {
            let list = list.unwrap_or_default().into_iter().rev();
            next.extend(list.map(|body| (body, above)));
        };
        push(&mut next, parts.remove(&None), None);
        while let Some((body, above)) = next.pop() {
            push(&mut next, parts.remove(&Some(body)), Some(families.len()));
            families.push((body, above));
        }
        families
    }

    fn name(&self, link: AnyLink) -> Name<'a> {
        let face = self.graph.face(link);
        Name {
            text: face.nav_title(self.language()).into(),
            href: Some(self.way(face.output())),
            lang: self.unless(|language| face.is_named_in(language)),
        }
    }
}

enum Drawn<'a> {
    Map(Map<'a>),
    /// More than a picture holds.
    TooMany,
    /// Not enough to be worth a picture.
    Nothing,
}

fn table_name<'a>(part: &PartView<'a>) -> Option<Name<'a>> {
    let id = part.id?;
    Some(Name {
        text: part.title.into(),
        href: Some(format!("#{id}")),
        lang: part.title_lang,
    })
}

fn name<'a>(card: &Card<'a>) -> Name<'a> {
    Name {
        text: card.title.clone(),
        href: Some(card.href.clone()),
        lang: card.lang,
    }
}

fn placed<'a>(seat: &SeatView<'a>, links: &SeatLinks) -> Seat<'a> {
    let places = seat.places;
    let many_unsaid = places.min < 2 || places.max.is_none();
    let each = seat.each.as_ref();
    let origin = match (seat.from.as_slice(), each) {
        ([only], _) => Some(name(only)),
        _ => each.filter(|it| it.kind == "text").and_then(|it| {
            Some(Name {
                text: it.text.clone()?,
                href: None,
                lang: it.lang,
            })
        }),
    };
    Seat {
        office: seat.office.map(Cow::from),
        role: seat.role,
        basis: seat.basis,
        min: places.min,
        max: places.max,
        unknown: seat.count_source == "unknown" && places.max != Some(0) && many_unsaid,
        held: u32::try_from(seat.holders.iter().filter(|it| !it.substitutes).count()).unwrap_or(0),
        vacant: seat.vacant,
        each: each
            .map(|it| it.kind)
            .filter(|kind| matches!(*kind, "members" | "zones")),
        origin,
        delegated_by: links.delegated_by,
    }
}

//! The pictures on pages: the organigram of a body, and the map of bodies and organizations.

use std::borrow::Cow;

use super::{Card, PageContext, PartView, SeatView};
use crate::content::graph::{Affiliation, AnyLink, Link, Relation};
use crate::content::model::{Body, EntityKind, Organization, Role};
use crate::content::pictures::Label;
use crate::content::pictures::map::{self, Map, MapBody, MapSection, Seated, Standing};
use crate::content::pictures::organigram::{self, Chart, ChartGroup, ChartSeat, Organigram};

/// The organigram of a body: the body that it is a part of, itself and its tables, and the bodies that are a part
/// of it.
pub(super) fn organigram<'a>(
    page: &PageContext<'a>,
    link: Link<Body>,
    parent: Option<&Card<'a>>,
    (own, tables): (&PartView<'a>, &[PartView<'a>]),
    children: &[Card<'a>],
) -> Option<Organigram<'a>> {
    if !own.exists {
        return None;
    }
    let body = page.graph.get(link);
    let own_label = Label {
        href: None,
        ..label(page, AnyLink::Body(link))
    };
    let parts: Vec<&PartView<'a>> = std::iter::once(own).chain(tables).collect();
    let groups = parts.iter().zip(&body.links.parts);
    let groups = groups.filter(|(part, _)| part.exists);
    let groups = groups.map(|(part, links)| {
        let seats = part.seats.iter().zip(&links.seats);
        let shown = seats.filter(|(seat, _)| seat.exists());
        let seats = shown.map(|(seat, links)| ChartSeat {
            delegated_by: links.delegated_by.and_then(|it| place_shown(&parts, it)),
            ..chart_seat(seat)
        });
        ChartGroup {
            label: table_label(part).unwrap_or_else(|| own_label.clone()),
            seats: seats.collect(),
        }
    });
    organigram::lay_out(Chart {
        parent: parent.map(card_label),
        groups: groups.collect(),
        parts: children.iter().map(card_label).collect(),
    })
}

/// The map on the page of a section: its bodies, or on the home page all bodies of the site. If those are
/// too many for a picture, the home page has a map of the sections.
pub(super) fn map<'a>(page: &PageContext<'a>, section: AnyLink) -> Option<Map<'a>> {
    if !page.is_first_list_page() {
        return None;
    }
    let is_home = page.graph.summary(section).is_home();
    let mut bodies: Vec<AnyLink> = if is_home {
        page.graph.all(EntityKind::Body)
    } else {
        let children = page.mentioned_by(Relation::Section);
        children
            .filter(|it| it.kind() == EntityKind::Body)
            .collect()
    };
    bodies.retain(|it| page.exists(*it));
    match map_of_bodies(page, bodies) {
        Ok(map) => map,
        Err(TooMany) if is_home => map_of_sections(page),
        Err(TooMany) => None,
    }
}

/// There is more to show than a picture holds.
struct TooMany;

/// The map of bodies and of the organizations that sit in them. Returns `None` if no organization sits in two of them:
/// then it would show no more than a list of the bodies does.
fn map_of_bodies<'a>(
    page: &PageContext<'a>,
    bodies: Vec<AnyLink>,
) -> Result<Option<Map<'a>>, TooMany> {
    if bodies.len() > map::MAX_BOXES {
        return Err(TooMany);
    }
    let mut organizations: Vec<Link<Organization>> = Vec::new();
    let families = families(page, bodies).into_iter();
    let bodies = families.map(|(body, parent)| {
        let seated = seated(page, body)
            .into_iter()
            .map(|(organization, standing)| {
                let known = organizations.iter().position(|it| *it == organization);
                if known.is_none() {
                    organizations.push(organization);
                }
                Seated {
                    organization: known.unwrap_or(organizations.len() - 1),
                    standing,
                }
            });
        MapBody {
            label: label(page, AnyLink::Body(body)),
            parent,
            seated: seated.collect(),
        }
    });
    let bodies: Vec<MapBody<'a>> = bodies.collect();
    if bodies.len() + organizations.len() > map::MAX_BOXES {
        return Err(TooMany);
    }
    let is_shared = |number: usize| {
        let takes_part =
            |body: &&MapBody<'_>| body.seated.iter().any(|it| it.organization == number);
        bodies.iter().filter(takes_part).count() > 1
    };
    if !(0..organizations.len()).any(is_shared) {
        return Ok(None);
    }
    let organizations = organizations.into_iter();
    let labels = organizations.map(|it| label(page, AnyLink::Organization(it)));
    Ok(Some(map::of_bodies(bodies, labels.collect())))
}

/// The organizations that sit in a body today, and how.
fn seated(page: &PageContext<'_>, body: Link<Body>) -> Vec<(Link<Organization>, Standing)> {
    let mut seated: Vec<(Link<Organization>, Option<Standing>)> = Vec::new();
    let affiliations = page.graph.affiliations(body);
    let all = affiliations.each().chain(affiliations.by_right(page.graph));
    let sits = |it: &Affiliation| it.period.may_contain(page.as_of) && page.exists(it.organization);
    for it in all.filter(sits) {
        let of_seat = it.role.map(|role| standing(role, it.voting));
        match seated
            .iter_mut()
            .find(|(known, _)| *known == it.organization)
        {
            Some((_, known)) => {
                *known = match (*known, of_seat) {
                    (Some(one), Some(other)) => Some(one.and(other)),
                    (one, other) => one.or(other),
                }
            }
            None => seated.push((it.organization, of_seat)),
        }
    }
    // Whoever is a member, and that is all, has no seat.
    let seated = seated.into_iter();
    seated
        .filter_map(|(it, standing)| Some((it, standing?)))
        .collect()
}

fn standing(role: Role, voting: Option<bool>) -> Standing {
    let role = role.as_str();
    Standing {
        role: ["guest", "observer", "consultant"]
            .contains(&role)
            .then_some(role),
        no_vote: voting == Some(false),
    }
}

/// The map of the sections that hold bodies. Returns `None` if there are less than two.
fn map_of_sections<'a>(page: &PageContext<'a>) -> Option<Map<'a>> {
    let sections = page.sorted(page.graph.all(EntityKind::Section));
    let sections = sections.filter_map(|(link, _)| {
        let bodies = page.graph.count(link, Relation::Section, EntityKind::Body);
        (bodies > 0).then(|| MapSection {
            label: label(page, link),
            bodies,
        })
    });
    let sections: Vec<MapSection<'a>> = sections.collect();
    (sections.len() > 1).then(|| map::of_sections(sections))
}

/// A body, and the position of the body that it is a part of.
type FamilyMember = (Link<Body>, Option<usize>);

/// Bodies in the order of their titles, each followed by its parts.
fn families(page: &PageContext<'_>, bodies: Vec<AnyLink>) -> Vec<FamilyMember> {
    let sorted = page.sorted(bodies).filter_map(|(it, _)| match it {
        AnyLink::Body(body) => Some((body, page.graph.affiliations(body).parent())),
        _ => None,
    });
    let mut bodies: Vec<(Link<Body>, Option<Link<Body>>)> = sorted.collect();
    let shown: Vec<Link<Body>> = bodies.iter().map(|(body, _)| *body).collect();
    for (_, parent) in &mut bodies {
        *parent = parent.filter(|it| shown.contains(it));
    }
    let mut families = Vec::new();
    push_parts(&mut families, &bodies, None);
    families
}

/// Appends the bodies with this parent, each followed by its parts. `bodies` come with their parents.
fn push_parts(
    families: &mut Vec<FamilyMember>,
    bodies: &[(Link<Body>, Option<Link<Body>>)],
    parent: Option<(Link<Body>, usize)>,
) {
    let (parent, position) = parent.unzip();
    for (body, _) in bodies.iter().filter(|(_, of)| *of == parent) {
        families.push((*body, position));
        push_parts(families, bodies, Some((*body, families.len() - 1)));
    }
}

fn label<'a>(page: &PageContext<'a>, link: AnyLink) -> Label<'a> {
    let face = page.graph.summary(link);
    Label {
        text: face.nav_title(page.language()).into(),
        href: Some(page.page_href(face.output())),
        lang: page.lang_unless(|language| face.is_named_in(language)),
    }
}

fn card_label<'a>(card: &Card<'a>) -> Label<'a> {
    Label {
        text: card.title.clone(),
        href: Some(card.href.clone()),
        lang: card.lang,
    }
}

/// The label of a table. Returns `None` for the body itself.
fn table_label<'a>(part: &PartView<'a>) -> Option<Label<'a>> {
    let id = part.id?;
    Some(Label {
        text: part.title.into(),
        href: Some(format!("#{id}")),
        lang: part.title_lang,
    })
}

/// The index of a seat among those of its group that are shown, and of that. `None` if it does not exist.
fn place_shown(parts: &[&PartView<'_>], (group, seat): (usize, usize)) -> Option<(usize, usize)> {
    let seats = &parts.get(group)?.seats;
    let group = parts.iter().take(group).filter(|it| it.exists).count();
    let before = seats.iter().take(seat).filter(|it| it.exists());
    let is_shown = seats.get(seat).is_some_and(|it| it.exists());
    is_shown.then(|| (group, before.count()))
}

fn chart_seat<'a>(seat: &SeatView<'a>) -> ChartSeat<'a> {
    let places = seat.places;
    let held = seat.holders.iter().filter(|it| !it.substitutes);
    let held = u32::try_from(held.count()).unwrap_or(0);
    let each = seat.each.as_ref().map(|each| each.kind);
    ChartSeat {
        office: seat.title.or(seat.office).map(Cow::from),
        role: seat.role,
        basis: seat.basis,
        min: places.min,
        max: places.max,
        unknown: seat.is_unknown,
        held: held.saturating_add(seat.held_among),
        vacant: seat.vacant,
        each: each.filter(|kind| matches!(*kind, "members" | "zones")),
        origin: origin(seat),
        delegated_by: None,
    }
}

/// What tells a seat from others of its kind: its subject, whom it represents, or the one organization or the text from
/// which its holders come.
fn origin<'a>(seat: &SeatView<'a>) -> Option<Label<'a>> {
    let words = [
        (seat.subject, seat.subject_lang),
        (seat.represents, seat.represents_lang),
    ];
    let words = words
        .into_iter()
        .find_map(|(text, lang)| Some((text?, lang)));
    if let Some((text, lang)) = words {
        return Some(Label {
            text: text.into(),
            href: None,
            lang,
        });
    }
    if let [only] = seat.from.as_slice() {
        return Some(card_label(only));
    }
    let each = seat.each.as_ref().filter(|each| each.kind == "text")?;
    Some(Label {
        text: each.text.clone()?,
        href: None,
        lang: each.lang,
    })
}

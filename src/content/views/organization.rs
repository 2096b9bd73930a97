//! The page of an organization.

use schemars::JsonSchema;
use serde::Serialize;

use super::seat_mention::seat_mentions;
use super::{
    Anchors, Card, ChangeView, ContactView, PageContext, PeriodView, SeatMention, TermView,
};
use crate::content::graph::{AnyLink, Link, PartRelation, Relation};
use crate::content::model::{Change, Organization};
use crate::content::settings::VocabularyKind;

/// `organization`: an organization that runs bodies or sits in them.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct OrganizationView<'a> {
    /// The kind of organization: "Comune".
    pub kind: TermView<'a>,
    /// The acronym: "CISA 24". `none` if there is none.
    pub acronym: Option<&'a str>,
    /// The code in the index of public administrations (IPA): `c_f952`. `none` if it is not known.
    pub ipa: Option<&'a str>,
    /// The tax code: `00125680033`. `none` if it is not known.
    pub tax_code: Option<&'a str>,
    /// The code of the national statistical office, for the authority of an area: `003106`. `none` if it is
    /// not known.
    pub istat: Option<&'a str>,
    /// The organization that it is a part of. `none` if it stands alone.
    pub parent: Option<Card<'a>>,
    /// The organizations that are a part of it, sorted.
    pub parts: Vec<Card<'a>>,
    /// The offices and persons to contact, in the order of the source.
    pub contacts: Vec<ContactView<'a>>,
    /// Its web site. `none` if it is not known.
    pub url: Option<&'a str>,
    /// The period in which it exists. `none` if neither end is known.
    pub valid: Option<PeriodView<'a>>,
    /// What became of it, and what others became that are this one or a part of it now, in the order of time.
    pub history: Vec<ChangeView<'a>>,
    /// The organizations that have become this one or a part of it, sorted. `history` says when.
    pub made_of: Vec<Card<'a>>,
    /// The bodies that it runs, sorted.
    pub runs: Vec<Card<'a>>,
    /// The bodies of which it is a member, sorted.
    pub member_of: Vec<Card<'a>>,
    /// The seats that are drawn from it or held on its behalf, those of today first.
    pub seats: Vec<SeatMention<'a>>,
    /// The bodies and tables that deal with it, in the order of the source.
    pub deals_with: Vec<Card<'a>>,
    /// The bodies and tables whose papers it keeps, in the order of the source.
    pub secretariat_of: Vec<Card<'a>>,
    /// The bodies and tables for which it appoints or proposes members, in the order of the source.
    pub appoints_for: Vec<Card<'a>>,
    /// The areas that it leads, sorted.
    pub leads: Vec<Card<'a>>,
    /// The bodies of which it leads a zone, sorted.
    pub leads_zone_of: Vec<Card<'a>>,
    /// The documents that it issued, sorted.
    pub issued: Vec<Card<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl<'a> OrganizationView<'a> {
    pub(super) fn new(page: &PageContext<'a>, link: Link<Organization>) -> OrganizationView<'a> {
        let organization = page.graph.get(link);
        let (written, links) = (&organization.written, &organization.links);
        let words = page.translation_of(&organization.node);
        let history = written.changes.iter().zip(&links.successors);
        let history =
            history.map(|(change, into)| page.change(change, into.map(|it| page.card(it)), words));
        let joined: Vec<_> = changes_into(page, link).collect();
        let of_others = joined
            .iter()
            .map(|(other, change)| page.change_of(change, page.card(*other)));
        let mut history: Vec<_> = history.chain(of_others).collect();
        history.sort_by_key(|it| it.date.iso);
        let made_of = joined
            .iter()
            .filter(|(_, it)| it.date.first() <= page.as_of);
        OrganizationView {
            kind: page.term(VocabularyKind::Organization, written.kind.as_str()),
            acronym: written.acronym.as_deref(),
            ipa: written.ipa.as_deref(),
            tax_code: written.tax_code.as_deref(),
            istat: written.istat.as_deref(),
            parent: links.parent.map(|it| page.card(it)),
            parts: page.cards_mentioning(Relation::Parent),
            contacts: page.contacts(&written.contacts, words),
            url: written.url.as_deref(),
            valid: page.period(written.existence().days),
            history,
            made_of: page.sorted_cards(made_of.map(|(other, _)| *other)),
            runs: page.cards_mentioning(Relation::Authority),
            member_of: page.cards_mentioning(Relation::Member),
            seats: seat_mentions(page),
            deals_with: page.part_cards(PartRelation::Related),
            secretariat_of: page.part_cards(PartRelation::Secretariat),
            appoints_for: page.part_cards(PartRelation::Appointment),
            leads: page.cards_mentioning(Relation::AreaLead),
            leads_zone_of: page.cards_mentioning(Relation::ZoneLead),
            issued: page.cards_mentioning(Relation::Issuer),
            anchors: page.anchors(),
        }
    }
}

/// The changes by which others become an organization, or a part of it, each with what becomes that.
fn changes_into<'a>(
    page: &PageContext<'a>,
    link: Link<Organization>,
) -> impl Iterator<Item = (AnyLink, &'a Change<Organization>)> {
    let others = page.mentioned_by(Relation::Successor);
    others.flat_map(move |other| {
        let history = match other {
            AnyLink::Organization(other) => Some(page.graph.history(other)),
            _ => None,
        };
        let changes = history
            .into_iter()
            .flat_map(|it| it.changes.iter().zip(it.successors));
        let changes = changes.filter(move |(_, into)| **into == Some(link));
        changes.map(move |(change, _)| (other, change))
    })
}

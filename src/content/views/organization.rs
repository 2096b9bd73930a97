//! The page of an organization.

use serde::Serialize;

use super::common::{Anchors, Card, ChangeView, ContactView, PeriodView, TermView};
use super::lens::Lens;
use super::mention::SeatMention;
use crate::content::graph::{AnyLink, How, Link, Nth};
use crate::content::model::Organization;
use crate::content::settings::VocabularyKind;

/// `organization`: who runs bodies or sits in them.
#[derive(Clone, Debug, Serialize)]
pub struct OrganizationView<'a> {
    /// What kind of organization.
    pub kind: TermView<'a>,
    /// The name in letters.
    pub acronym: Option<&'a str>,
    /// The code in the index of public administrations.
    pub ipa: Option<&'a str>,
    /// The tax code.
    pub tax_code: Option<&'a str>,
    /// The code of the statistical office.
    pub istat: Option<&'a str>,
    /// The organization that it is a part of.
    pub parent: Option<Card<'a>>,
    /// The organizations that are a part of it.
    pub parts: Vec<Card<'a>>,
    /// Whom to call.
    pub contacts: Vec<ContactView<'a>>,
    /// Its site.
    pub url: Option<&'a str>,
    /// From when to when it exists.
    pub valid: Option<PeriodView<'a>>,
    /// What became of it.
    pub history: Vec<ChangeView<'a>>,
    /// The organizations that went into it.
    pub made_of: Vec<Card<'a>>,
    /// The bodies that it runs.
    pub runs: Vec<Card<'a>>,
    /// The bodies of which it is a member.
    pub member_of: Vec<Card<'a>>,
    /// The seats that are drawn from it, or held on its behalf.
    pub seats: Vec<SeatMention<'a>>,
    /// The bodies and tables that deal with it.
    pub deals_with: Vec<Card<'a>>,
    /// The areas that it leads.
    pub leads: Vec<Card<'a>>,
    /// The bodies one of whose zones it leads.
    pub leads_zone_of: Vec<Card<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl<'a> Lens<'a> {
    /// The view of an organization.
    pub fn organization(&self, link: Link<Organization>) -> OrganizationView<'a> {
        let organization = self.graph.get(link);
        let (written, links) = (&organization.written, &organization.links);
        let history = written.changes.iter().zip(&links.into);
        OrganizationView {
            kind: self.term(VocabularyKind::Organization, written.kind.as_str()),
            acronym: written.acronym.as_ref().map(|it| it.as_str()),
            ipa: written.ipa.as_ref().map(|it| it.as_str()),
            tax_code: written.tax_code.as_ref().map(|it| it.as_str()),
            istat: written.istat.as_ref().map(|it| it.as_str()),
            parent: links.parent.map(|it| self.card(AnyLink::Organization(it))),
            parts: self.mentioning(How::Parent),
            contacts: self.contacts(&written.contacts),
            url: written.url.as_ref().map(|it| it.as_str()),
            valid: written
                .valid
                .as_ref()
                .and_then(|valid| self.period(valid.period())),
            history: history
                .map(|(change, into)| {
                    self.change(change, into.map(|it| self.card(AnyLink::Organization(it))))
                })
                .collect(),
            made_of: self.mentioning(How::Into),
            runs: self.mentioning(How::Authority),
            member_of: self.mentioning(How::Member),
            seats: self.mentions(),
            deals_with: self
                .parts_mentioning(|how| match how {
                    How::Deals(table) => Some(table.map(Nth::index)),
                    _ => None,
                })
                .map(|part| self.part_card(part))
                .collect(),
            leads: self.mentioning(How::AreaLead),
            leads_zone_of: self.mentioning(How::ZoneLead),
            anchors: self.anchors(),
        }
    }
}

//! Seats of every kind, each as lines of YAML.

use super::country::{
    Country, person_id, person_name, province_id, region_of, resolution_id, town_name,
};
use super::prose;
use super::random::Random;
use super::{LARGE, organizations};

/// What seats are made of.
pub struct Seating<'a> {
    /// Where.
    pub country: &'a Country,
    /// The province of the body.
    pub province: usize,
    /// The members of the body.
    pub members: &'a [String],
    /// What happens by chance.
    pub random: Random,
}

/// One body in so many may have a seat of a number that nobody has stated.
pub const UNSTATED: usize = 400;

impl Seating<'_> {
    /// Somebody presides, after somebody else.
    pub fn chair(&mut self) -> Vec<String> {
        let (now, before) = (self.person(), self.person());
        let act = self.resolution();
        vec![
            "- id: presidente".to_owned(),
            "  role: chair".to_owned(),
            "  basis: ex_officio".to_owned(),
            "  office: Assessore alle politiche sociali".to_owned(),
            "  voting: true".to_owned(),
            "  holders:".to_owned(),
            format!(
                "    - {{person: {before}, from: 2017-05-01, until: 2023-12-31, end_reason: Fine del mandato}}"
            ),
            format!("    - {{person: {now}, from: 2024-01-15, until: 2028-12-31, act: {act}}}"),
        ]
    }

    /// Somebody stands in.
    pub fn vice_chair(&mut self) -> Vec<String> {
        let name = self.name();
        vec![
            "- {id: vicepresidente, role: vice_chair, basis: delegate, delegated_by: presidente,"
                .to_owned(),
            format!("   holders: [{{name: \"{name}\", from: 2024-02-01, acting: true}}]}}"),
        ]
    }

    /// One for each member, all of them named.
    pub fn members(&mut self) -> Vec<String> {
        let mut lines = vec![
            "- id: delegati".to_owned(),
            "  basis: delegate".to_owned(),
            "  each: members".to_owned(),
            format!("  count: {}", self.members.len()),
            "  eligible: [Sindaco, Assessore ai servizi sociali]".to_owned(),
            "  represents: Assemblea".to_owned(),
            "  holders:".to_owned(),
        ];
        for member in self.members {
            let person = self.person();
            lines.push(format!(
                "    - {{person: {person}, on_behalf_of: {member}, from: 2024-03-01}}"
            ));
        }
        lines
    }

    /// One for each zone.
    pub fn zones(&mut self) -> Vec<String> {
        vec![
            "- {id: ambiti, basis: ex_officio, office: Coordinatore dell'ambito, each: zones}"
                .to_owned(),
        ]
    }

    /// One for each of a list.
    pub fn list(&mut self) -> Vec<String> {
        let some = self.others(3);
        let note = prose::sentence(&mut self.random);
        vec![
            format!(
                "- {{id: enti, basis: representative, each: [{}],",
                some.join(", ")
            ),
            format!("   note: \"{note}\"}}"),
        ]
    }

    /// Two drawn from a pool, for a term.
    pub fn pool(&mut self) -> Vec<String> {
        let pool = self.others(4);
        let mut lines = vec![
            "- id: eletti".to_owned(),
            "  basis: elected".to_owned(),
            format!("  from: [{}]", pool.join(", ")),
            "  count: 2".to_owned(),
            "  term_months: 48".to_owned(),
            "  holders:".to_owned(),
        ];
        for organization in pool.iter().take(2) {
            let person = self.person();
            lines.push(format!(
                "    - {{person: {person}, on_behalf_of: {organization}, from: 2025-01-01}}"
            ));
        }
        lines
    }

    /// One to three, one of them wanting.
    pub fn experts(&mut self) -> Vec<String> {
        let (name, other) = (self.name(), self.name());
        vec![
            "- id: esperti".to_owned(),
            "  role: consultant".to_owned(),
            "  basis: expert".to_owned(),
            "  count: {min: 1, max: 3}".to_owned(),
            "  voting: false".to_owned(),
            "  holders:".to_owned(),
            format!("    - {{name: \"{name}\", from: 2024-05-01, until: 2027-04-30}}"),
            format!("    - {{name: \"{other}\", substitutes: true, from: 2024-05-01}}"),
            "    - {vacant: true}".to_owned(),
        ]
    }

    /// One for each of what has no page.
    pub fn observers(&mut self, body: usize) -> Vec<String> {
        let source = if body.is_multiple_of(UNSTATED) {
            ", count_source: unknown"
        } else {
            ""
        };
        vec![format!(
            "- {{id: osservatori, role: observer, basis: representative, each: associazioni iscritte all'albo{source}}}"
        )]
    }

    /// Somebody keeps the minutes.
    pub fn secretary(&mut self) -> Vec<String> {
        let (province, name) = (province_id(self.province), self.name());
        vec![
            format!("- {{id: segretario, role: secretary, basis: appointed, from: [{province}],"),
            format!("   holders: [{{name: \"{name}\", from: 2023-09-01}}]}}"),
        ]
    }

    /// The large municipality.
    pub fn large(&mut self) -> Vec<String> {
        let name = self.name();
        vec![
            format!("- {{id: comune-capofila, basis: representative, from: [{LARGE}],"),
            format!(
                "   holders: [{{name: \"{name}\", on_behalf_of: {LARGE}, from: 2022-06-01}}]}}"
            ),
        ]
    }

    /// One of an organization, with a holder.
    pub fn one_more(&mut self, number: usize) -> Vec<String> {
        let person = self.person();
        let town = self.random.below(super::country::TOWNS);
        let town = super::country::town_id(self.province, town);
        vec![
            format!("- {{id: rete-{number}, basis: representative, from: [{town}],"),
            format!("   holders: [{{person: {person}, on_behalf_of: {town}, from: 2022-06-01}}]}}"),
        ]
    }

    /// A resolution of the province.
    pub fn resolution(&mut self) -> String {
        resolution_id(
            self.province,
            self.random.below(super::country::RESOLUTIONS),
        )
    }

    fn others(&mut self, count: usize) -> Vec<String> {
        let some = self.random.some(count, 0, organizations::OTHERS.len() - 1);
        some.into_iter()
            .map(|other| organizations::other_id(self.province, other))
            .collect()
    }

    fn person(&mut self) -> String {
        let near = self.country.persons_of(region_of(self.province));
        person_id(near.start + self.random.below(near.len()))
    }

    fn name(&mut self) -> String {
        let (given, family) = person_name(self.random.below(100_000));
        let town = town_name(self.province, self.random.below(super::country::TOWNS));
        if self.random.chance(10) {
            format!("{given} {family} di {town}")
        } else {
            format!("{given} {family}")
        }
    }
}

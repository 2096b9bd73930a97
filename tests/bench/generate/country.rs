//! A country made up: regions, provinces, towns, who runs what. Everything follows from a number.

use super::More;
use super::random::Random;
use super::words::{BODIES, FAMILY, FIRST, GIVEN, LANDS, LAST, MIDDLE, RIVERS, TOPICS};

/// Bodies in a province, all of them in one folder.
const BODIES_IN_PROVINCE: usize = 150;
const PROVINCES_IN_REGION: usize = 8;
/// Towns in a province: each an area, and an organization.
pub const TOWNS: usize = 24;
/// Resolutions of a province in the registry of acts.
pub const RESOLUTIONS: usize = 15;
/// A person for so many bodies.
const BODIES_A_PERSON: usize = 5;
/// The bodies in which the large municipality sits.
const LARGE_SEATS: usize = 200;

/// The country of a site with so many bodies.
pub struct Country {
    bodies: usize,
    more: More,
}

impl Country {
    /// A country.
    pub fn new(bodies: usize) -> Country {
        Country {
            bodies: bodies.max(1),
            more: More::default(),
        }
    }

    /// The same country, in which every body has more.
    pub fn with(self, more: More) -> Country {
        Country { more, ..self }
    }

    /// What every body has more.
    pub fn more(&self) -> More {
        self.more
    }

    /// How many bodies.
    pub fn bodies(&self) -> usize {
        self.bodies
    }

    /// How many provinces.
    pub fn provinces(&self) -> usize {
        self.bodies.div_ceil(BODIES_IN_PROVINCE)
    }

    /// How many regions.
    pub fn regions(&self) -> usize {
        self.provinces().div_ceil(PROVINCES_IN_REGION)
    }

    /// How many persons.
    pub fn persons(&self) -> usize {
        (self.bodies / BODIES_A_PERSON).max(12)
    }

    /// The provinces of a region.
    pub fn provinces_of(&self, region: usize) -> std::ops::Range<usize> {
        let first = region * PROVINCES_IN_REGION;
        first..(first + PROVINCES_IN_REGION).min(self.provinces())
    }

    /// The persons in the registry of a region.
    pub fn persons_of(&self, region: usize) -> std::ops::Range<usize> {
        let (all, regions) = (self.persons(), self.regions());
        all * region / regions..all * (region + 1) / regions
    }

    /// The bodies of a province.
    pub fn bodies_of(&self, province: usize) -> std::ops::Range<usize> {
        let first = province * BODIES_IN_PROVINCE;
        first..(first + BODIES_IN_PROVINCE).min(self.bodies)
    }

    /// The province of a body. One beyond the last is of the last.
    pub fn province_of(&self, body: usize) -> usize {
        (body / BODIES_IN_PROVINCE).min(self.provinces() - 1)
    }

    /// The folder of a region.
    pub fn region_folder(&self, region: usize) -> String {
        format!("content/{}", slug(&region_name(region)))
    }

    /// The folder of a province.
    pub fn province_folder(&self, province: usize) -> String {
        let region = self.region_folder(region_of(province));
        format!("{region}/{}", slug(&province_name(province)))
    }

    /// The file of a body.
    pub fn body_path(&self, body: usize) -> String {
        let folder = self.province_folder(self.province_of(body));
        format!("{folder}/{}.md", body_id(body))
    }

    /// Whether the large municipality sits in a body.
    pub fn seats_the_large(&self, body: usize) -> bool {
        let every = (self.bodies / LARGE_SEATS).max(3);
        body.is_multiple_of(every) && body / every < LARGE_SEATS
    }
}

/// The region of a province.
pub fn region_of(province: usize) -> usize {
    province / PROVINCES_IN_REGION
}

/// The name of a region.
pub fn region_name(region: usize) -> String {
    let land = LANDS[region % LANDS.len()];
    let river = RIVERS[region / LANDS.len() % RIVERS.len()];
    numbered(
        &format!("{land} {river}"),
        region / (LANDS.len() * RIVERS.len()),
    )
}

/// The name of a province: that of its first town.
pub fn province_name(province: usize) -> String {
    town_name(province, 0)
}

/// The name of a town of a province.
pub fn town_name(province: usize, town: usize) -> String {
    let all = FIRST.len() * MIDDLE.len() * LAST.len();
    let number = province * TOWNS + town;
    // A prime that divides none of the lengths: neighbours get unlike names, and no two the same.
    let mixed = number % all * 7919 % all;
    let (first, rest) = (FIRST[mixed % FIRST.len()], mixed / FIRST.len());
    let (middle, last) = (
        MIDDLE[rest % MIDDLE.len()],
        LAST[rest / MIDDLE.len() % LAST.len()],
    );
    numbered(&format!("{first}{middle}{last}"), number / all)
}

/// The id of an area or organization of a region: `regione-…`.
pub fn region_id(region: usize) -> String {
    format!("regione-{}", slug(&region_name(region)))
}

/// The id of an area or organization of a province: `provincia-…`.
pub fn province_id(province: usize) -> String {
    format!("provincia-{}", slug(&province_name(province)))
}

/// The id of an area or organization of a town: `comune-…`.
pub fn town_id(province: usize, town: usize) -> String {
    format!("comune-{}", slug(&town_name(province, town)))
}

/// The id of a resolution of a province.
pub fn resolution_id(province: usize, number: usize) -> String {
    format!("delibera-{}-{}", slug(&province_name(province)), number + 1)
}

/// The id of the plan of a province.
pub fn plan_id(province: usize) -> String {
    format!("piano-sociale-{}", slug(&province_name(province)))
}

/// The given and the family name of a person.
pub fn person_name(person: usize) -> (&'static str, &'static str) {
    let mut random = Random::of("person", person);
    (random.pick(&GIVEN), random.pick(&FAMILY))
}

/// The id of a person.
pub fn person_id(person: usize) -> String {
    let (given, family) = person_name(person);
    format!("{}-{}-{person}", slug(given), slug(family))
}

/// The id of a body.
pub fn body_id(body: usize) -> String {
    let (_, name, _) = kind(body);
    format!("{}-{}-{body}", slug(name), topic(body).0)
}

/// The title of a body.
pub fn body_title(body: usize, province: usize) -> String {
    let town = town_name(province, body % TOWNS);
    format!(
        "{} {} di {town}",
        kind(body).1,
        topic(body).1.to_lowercase()
    )
}

/// Of what kind a body is: kind, name and German name.
pub fn kind(body: usize) -> (&'static str, &'static str, &'static str) {
    BODIES[Random::of("kind", body).below(BODIES.len())]
}

/// The first topic of a body: id and title.
pub fn topic(body: usize) -> (&'static str, &'static str) {
    TOPICS[Random::of("topic", body).below(TOPICS.len())]
}

/// The name as it stands in ids and addresses.
pub fn slug(name: &str) -> String {
    name.to_lowercase().replace([' ', '\''], "-")
}

fn numbered(name: &str, number: usize) -> String {
    if number == 0 {
        name.to_owned()
    } else {
        format!("{name} {}", number + 1)
    }
}

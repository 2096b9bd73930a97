//! Registries: YAML lists of what is many and small, some hundred entries in each file.

use std::io;

use super::body::{ARTICLES, LAWS};
use super::country::{
    Country, RESOLUTIONS, TOWNS, person_id, person_name, province_id, province_name, region_id,
    region_name, resolution_id, town_id, town_name,
};
use super::random::Random;
use super::words::TOPICS;
use super::{Put, meetings, organizations, prose};

/// One person in so many has a page.
pub const PAGES_OF_PERSONS: usize = 20;

/// The registries of the whole country: laws and topics.
pub fn national(put: &mut Put<'_>) -> io::Result<()> {
    let topics: String = TOPICS
        .iter()
        .map(|(id, title)| format!("  - {{id: {id}, title: \"{title}\"}}\n"))
        .collect();
    put(
        "content/argomenti.yaml",
        format!("topics:\n{topics}").as_bytes(),
    )?;
    let articles: Vec<String> = (1..=ARTICLES)
        .map(|article| format!("\"{article}\""))
        .collect();
    let mut laws = "documents:\n".to_owned();
    for law in 1..=LAWS {
        let mut random = Random::of("law", law);
        let day = format!(
            "{}-{:02}-{:02}",
            random.between(1980, 2004),
            random.between(1, 12),
            random.between(1, 28)
        );
        let about = prose::subject(&mut random);
        laws += &format!(
            "  - id: legge-{law}\n    title: \"Legge n. {law}, disposizioni per {about}\"\n    kind: law\n    \
             date: {day}\n    identifier: \"urn:nir:stato:legge:{day};{law}\"\n    \
             url: \"https://leggi.example/{law}\"\n    articles: [{}]\n",
            articles.join(", ")
        );
    }
    put("content/leggi.yaml", laws.as_bytes())
}

/// The registries of a region, each in a file of its own.
pub fn regional(country: &Country, region: usize, put: &mut Put<'_>) -> io::Result<()> {
    let folder = country.region_folder(region);
    let provinces = || country.provinces_of(region);
    let (id, name) = (region_id(region), region_name(region));

    let mut organizations = format!(
        "organizations:\n  - {{id: {id}, title: \"Regione {name}\", kind: region, istat: \"{:02}\"}}\n",
        region % 100
    );
    organizations.extend(provinces().map(organizations::entries));
    put(&format!("{folder}/enti.yaml"), organizations.as_bytes())?;

    let mut areas =
        format!("areas:\n  - {{id: {id}, title: \"{name}\", kind: region, lead: {id}}}\n");
    areas.extend(provinces().map(|province| areas_of(province, &id)));
    put(&format!("{folder}/territori.yaml"), areas.as_bytes())?;

    let mut acts = "documents:\n".to_owned();
    acts.extend(provinces().map(resolutions));
    acts.extend(provinces().map(|province| meetings::minutes(country, province)));
    put(&format!("{folder}/atti.yaml"), acts.as_bytes())?;

    let mut persons = "persons:\n".to_owned();
    persons.extend(
        country
            .persons_of(region)
            .filter(|it| !it.is_multiple_of(PAGES_OF_PERSONS))
            .map(person),
    );
    put(&format!("{folder}/persone.yaml"), persons.as_bytes())
}

fn areas_of(province: usize, region: &str) -> String {
    let (id, name) = (province_id(province), province_name(province));
    let mut areas = format!(
        "  - {{id: {id}, title: \"Provincia di {name}\", kind: province, parent: {region}, lead: {id}, \
         valid: {{from: 1990-01-01}}}}\n"
    );
    for town in 0..TOWNS {
        let (town_id, name) = (town_id(province, town), town_name(province, town));
        let istat = (province * TOWNS + town) % 1_000_000;
        areas += &format!(
            "  - {{id: {town_id}, title: \"{name}\", kind: municipality, istat: \"{istat:06}\", parent: {id}, \
             lead: {town_id}}}\n"
        );
    }
    areas
}

fn resolutions(province: usize) -> String {
    let entry = |number: usize| {
        let mut random = Random::of("resolution", province * RESOLUTIONS + number);
        let year = random.between(1998, 2004);
        format!(
            "  - {{id: {}, title: \"Deliberazione n. {} del {year}: {}\", kind: resolution, date: {year}-03-15, issuer: {}}}\n",
            resolution_id(province, number),
            random.between(10, 400),
            prose::subject(&mut random),
            province_id(province),
        )
    };
    (0..RESOLUTIONS).map(entry).collect()
}

fn person(person: usize) -> String {
    let (given, family) = person_name(person);
    format!(
        "  - {{id: {}, given: {given}, family: \"{family}\", publication_basis: \"D.Lgs. 33/2013, art. 15\"}}\n",
        person_id(person)
    )
}

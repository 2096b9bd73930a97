//! Organizations: some with a page of their own, the others as entries of registries.

use std::io;

use super::Put;
use super::country::{
    Country, TOWNS, province_id, province_name, region_id, region_of, slug, town_id, town_name,
};
use super::prose;
use super::random::Random;

/// What a province has besides itself and its towns: id, title and kind. The last one was dissolved.
pub const OTHERS: [(&str, &str, &str); 12] = [
    ("consorzio-nord", "Consorzio dei servizi Nord", "consortium"),
    ("consorzio-sud", "Consorzio dei servizi Sud", "consortium"),
    ("ambito-est", "Ambito sociale Est", "social_zone"),
    ("ambito-ovest", "Ambito sociale Ovest", "social_zone"),
    ("azienda-sanitaria", "Azienda sanitaria", "health_authority"),
    ("prefettura", "Prefettura", "prefecture"),
    (
        "camera-di-commercio",
        "Camera di commercio",
        "chamber_of_commerce",
    ),
    ("sindacati", "Unione sindacale", "trade_union"),
    ("volontari", "Associazione dei volontari", "association"),
    ("cooperativa", "Cooperativa sociale", "cooperative"),
    ("istituto", "Istituto comprensivo", "school"),
    ("consorzio-antico", "Consorzio antico", "consortium"),
];

/// Whether a town has a page; the others are in a registry.
pub fn is_page(town: usize) -> bool {
    town.is_multiple_of(4)
}

/// The id of an organization of a province.
pub fn other_id(province: usize, other: usize) -> String {
    format!("{}-{}", OTHERS[other].0, slug(&province_name(province)))
}

/// The pages of a province: towns, and the consortia.
pub fn pages(country: &Country, province: usize, put: &mut Put<'_>) -> io::Result<()> {
    let folder = format!("{}/enti", country.province_folder(province));
    let name = province_name(province);
    let index = format!(
        "---\nid: enti-{}\ntitle: \"Enti della provincia di {name}\"\nsummary: Gli enti che partecipano.\n\
         reviewed: 2026-09-01\n---\n",
        slug(&name)
    );
    put(&format!("{folder}/_index.md"), index.as_bytes())?;
    let towns = (0..TOWNS)
        .filter(|town| is_page(*town))
        .map(|town| (town_id(province, town), town_facts(province, town)));
    let others = (0..3).map(|other| (other_id(province, other), other_facts(province, other)));
    for (number, (id, facts)) in towns.chain(others).enumerate() {
        let mut random = Random::of("organization", province * 100 + number);
        let facts = facts
            .iter()
            .map(|(key, value)| format!("{key}: {value}\n"))
            .collect::<String>();
        let page = format!(
            "---\ntype: organization\n{facts}summary: \"{}\"\nreviewed: 2026-05-20\n---\n{}\n\n\
             ## Sede {{#sede}}\n\n{} Vedi la [](ref:area/{}).\n",
            prose::capital(&prose::subject(&mut random)),
            prose::paragraph(&mut random, 3),
            prose::paragraph(&mut random, 2),
            province_id(province),
        );
        put(&format!("{folder}/{id}.md"), page.as_bytes())?;
    }
    Ok(())
}

/// The entries of a registry: the organizations of a province that have no page.
pub fn entries(province: usize) -> String {
    let mut entries = entry(&own_facts(province));
    for town in (0..TOWNS).filter(|town| !is_page(*town)) {
        entries += &entry(&town_facts(province, town));
    }
    for other in 3..OTHERS.len() {
        entries += &entry(&other_facts(province, other));
    }
    entries
}

type Facts = Vec<(&'static str, String)>;

fn entry(facts: &Facts) -> String {
    let facts: Vec<String> = facts
        .iter()
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    format!("  - {{{}}}\n", facts.join(", "))
}

fn own_facts(province: usize) -> Facts {
    vec![
        ("id", province_id(province)),
        ("title", format!("Provincia di {}", province_name(province))),
        ("kind", "province".to_owned()),
        ("parent", region_id(region_of(province))),
        ("istat", format!("\"{:03}\"", province % 1000)),
        (
            "url",
            format!("\"https://{}.example/\"", province_id(province)),
        ),
    ]
}

fn town_facts(province: usize, town: usize) -> Facts {
    let id = town_id(province, town);
    vec![
        ("title", format!("Comune di {}", town_name(province, town))),
        ("kind", "municipality".to_owned()),
        ("ipa", format!("c_{:05}", province * TOWNS + town)),
        (
            "contacts",
            contacts("Protocollo", &format!("comune@{id}.example")),
        ),
        ("url", format!("\"https://{id}.example/\"")),
        ("id", id),
    ]
}

fn other_facts(province: usize, other: usize) -> Facts {
    let (_, title, kind) = OTHERS[other];
    let id = other_id(province, other);
    let mut facts = vec![
        ("title", format!("{title} di {}", province_name(province))),
        ("kind", kind.to_owned()),
        (
            "contacts",
            contacts("Segreteria", &format!("info@{id}.example")),
        ),
        ("id", id),
    ];
    match other {
        0 => facts.push((
            "changes",
            "[{kind: rename, date: 2015-01-01, note: Prima era un'unione}]".to_owned(),
        )),
        2 | 3 => facts.push(("parent", province_id(province))),
        4 => facts.push(("parent", region_id(region_of(province)))),
        11 => facts.push((
            "changes",
            format!(
                "[{{kind: merger, date: 2018-07-01, into: {}}}]",
                other_id(province, 0)
            ),
        )),
        _ => facts.push(("acronym", format!("U{province}"))),
    }
    facts
}

fn contacts(office: &str, email: &str) -> String {
    format!("[{{office: {office}, channels: [{{kind: pec, value: {email}}}]}}]")
}

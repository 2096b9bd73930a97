//! The page of a body: some 4 KB of front matter, then its text.

use super::country::{
    Country, RESOLUTIONS, TOWNS, body_id, body_title, kind, plan_id, province_id, resolution_id,
    topic, town_id,
};
use super::organizations::{OTHERS, other_id};
use super::random::Random;
use super::seats::{Seating, UNSTATED};
use super::words::TOPICS;
use super::{prose, text};

/// The laws of the national registry, and how many articles each has.
pub const LAWS: usize = 24;
pub const ARTICLES: usize = 30;

/// The whole file.
pub fn page(country: &Country, body: usize) -> String {
    let province = country.province_of(body);
    let mut random = Random::of("body", body);
    let mut lines = vec!["---".to_owned(), "type: body".to_owned()];
    head(body, province, &mut random, &mut lines);
    let members = members(province, &mut random);
    facts(country, body, province, &members, &mut random, &mut lines);
    activities(&mut random, "", 3, &mut lines);
    let seating = Seating {
        country,
        province,
        members: &members,
        random: Random::of("seats", body),
    };
    composition(body, seating, &mut random, &mut lines);
    contacts(body, province, &mut random, &mut lines);
    lines.push("---".to_owned());
    format!("{}\n{}", lines.join("\n"), text::body(country, body))
}

/// Whether it has tables, and is not a body without.
pub fn has_tables(body: usize) -> bool {
    body % 5 < 2
}

fn head(body: usize, province: usize, random: &mut Random, lines: &mut Vec<String>) {
    let title = body_title(body, province);
    let (kind, name, _) = kind(body);
    lines.push(format!("title: \"{title}\""));
    lines.push(format!("nav_title: \"{name} {}\"", topic(body).1));
    lines.push(format!("summary: \"Tratta {}.\"", prose::subject(random)));
    let (month, day) = (random.between(1, 10), random.between(1, 28));
    lines.push(format!("updated: 2026-{month:02}-{day:02}"));
    lines.push(format!("reviewed: 2026-{month:02}-{day:02}"));
    let topic = topic(body).0;
    let others: Vec<&str> = TOPICS
        .iter()
        .map(|(id, _)| *id)
        .filter(|it| *it != topic)
        .collect();
    lines.push(format!("topics: [{topic}, {}]", random.pick(&others)));
    lines.push(format!("kind: {kind}"));
    lines.push(format!("authority: {}", province_id(province)));
    if body % 7 == 1 {
        lines.push(format!("order: {}", random.between(1, 9)));
    }
    if body % 10 == 4 {
        lines.push(format!(
            "aliases: [/vecchio-portale/organismi/{body}.html, /organismi/{body}/]"
        ));
    }
    if body.is_multiple_of(UNSTATED) {
        lines.push("accepted: [{code: uncertain-count, because: Nessun atto lo dice}]".to_owned());
    }
    if body % 13 == 5 {
        lines.push(format!(
            "extra: {{protocollo: \"{}/2026\"}}",
            random.between(100, 9999)
        ));
    }
}

/// Towns of the province, and one organization that is none. The last of the others was dissolved.
fn members(province: usize, random: &mut Random) -> Vec<String> {
    let count = random.between(3, 4);
    let towns = random
        .some(count, 0, TOWNS)
        .into_iter()
        .map(|town| town_id(province, town));
    let other = other_id(province, random.below(OTHERS.len() - 1));
    towns.chain([other]).collect()
}

fn facts(
    country: &Country,
    body: usize,
    province: usize,
    members: &[String],
    random: &mut Random,
    lines: &mut Vec<String>,
) {
    let first = country.bodies_of(province).start;
    let near =
        |random: &mut Random| body_id(first + random.below(country.bodies_of(province).len()));
    if body % 10 == 9 && body < country.bodies() {
        lines.push(format!("parent: {}", body_id(body - 1)));
    }
    lines.push(format!("members: [{}]", members.join(", ")));
    let leads: Vec<String> = random
        .some(3, 0, TOWNS)
        .into_iter()
        .map(|it| town_id(province, it))
        .collect();
    lines.push("territory:".to_owned());
    lines.push(format!("  area: {}", province_id(province)));
    lines.push(format!(
        "  zones: {{kind: ats, count: 3, lead: [{}]}}",
        leads.join(", ")
    ));
    lines.push(format!(
        "valid: {{from: {}-01-01}}",
        random.between(2005, 2015)
    ));
    if body % 11 == 6 {
        lines.push(
            "changes: [{kind: rename, date: 2019-07-01, note: Nuova denominazione}]".to_owned(),
        );
    }
    lines.push("legal_basis:".to_owned());
    let act = resolution_id(province, random.below(RESOLUTIONS));
    lines.push(format!(
        "  - {{act: {act}, relation: establishes, note: \"Tratta {}\"}}",
        prose::subject(random)
    ));
    for relation in ["framework", "regulates"] {
        let (law, article) = (random.below(LAWS) + 1, random.below(ARTICLES) + 1);
        lines.push(format!(
            "  - {{act: legge-{law}, article: \"{article}\", relation: {relation}}}"
        ));
    }
    lines.push(format!(
        "  - {{act: {}, relation: plan}}",
        plan_id(province)
    ));
    if body % 9 == 2 {
        lines.push("  - {missing: true, relation: regulates, note: Il regolamento interno non è pubblicato}".to_owned());
    }
    lines.push("instruments:".to_owned());
    lines.push(
        "  - {name: Piano di zona, scope: zone, adopted_by: Accordo di programma}".to_owned(),
    );
    lines.push("related:".to_owned());
    lines.push(format!(
        "  - {{body: {}, relation: coordinates_with}}",
        near(random)
    ));
    lines.push(format!(
        "  - {{organization: {}, relation: negotiates_with}}",
        other_id(province, 4)
    ));
    lines.push("  - {name: Forum del terzo settore, relation: is_advised_by}".to_owned());
}

fn activities(random: &mut Random, indent: &str, count: usize, lines: &mut Vec<String>) {
    lines.push(format!("{indent}activities:"));
    for number in 1..=count {
        let kind = if random.chance(25) { "aim" } else { "activity" };
        let topics = random
            .some(2, 0, TOPICS.len())
            .into_iter()
            .map(|it| TOPICS[it].0);
        let topics: Vec<&str> = topics.collect();
        lines.push(format!("{indent}  - id: attivita-{number}"));
        lines.push(format!("{indent}    kind: {kind}"));
        lines.push(format!("{indent}    text: \"{}\"", prose::sentence(random)));
        lines.push(format!("{indent}    topics: [{}]", topics.join(", ")));
    }
}

/// Who sits in it: in two tables for some, else in the body itself. No body has seats of all kinds.
fn composition(
    body: usize,
    mut seating: Seating<'_>,
    random: &mut Random,
    lines: &mut Vec<String>,
) {
    let mut own = vec![seating.chair()];
    if seating.country.seats_the_large(body) {
        own.push(seating.large());
    }
    for number in 1..=seating.country.more().seats {
        own.push(seating.one_more(number));
    }
    let technical = vec![
        seating.zones(),
        if body.is_multiple_of(2) {
            seating.pool()
        } else {
            seating.list()
        },
        if body.is_multiple_of(3) {
            seating.observers(body)
        } else {
            seating.experts()
        },
        seating.secretary(),
    ];
    if !has_tables(body) {
        own.extend([seating.vice_chair(), seating.members()]);
        own.extend(technical);
        return seats(own, "", lines);
    }
    seats(own, "", lines);
    let political = vec![seating.chair(), seating.members()];
    lines.push("tables:".to_owned());
    for (id, title, of_table) in [
        ("politico", "Tavolo politico", political),
        ("tecnico", "Tavolo tecnico", technical),
    ] {
        lines.push(format!("  - id: tavolo-{id}"));
        lines.push(format!("    title: {title}"));
        lines.push(format!(
            "    summary: \"Esamina {}.\"",
            prose::subject(random)
        ));
        activities(random, "    ", 1, lines);
        seats(of_table, "    ", lines);
    }
}

fn seats(seats: Vec<Vec<String>>, indent: &str, lines: &mut Vec<String>) {
    lines.push(format!("{indent}seats:"));
    lines.extend(
        seats
            .into_iter()
            .flatten()
            .map(|line| format!("{indent}  {line}")),
    );
}

fn contacts(body: usize, province: usize, random: &mut Random, lines: &mut Vec<String>) {
    let domain = format!("{}.example", province_id(province));
    let number = random.between(100_000, 999_999);
    lines.push("contacts:".to_owned());
    lines.push(format!("  - office: Ufficio {}", topic(body).1));
    lines.push("    note: \"Dal lunedì al venerdì, dalle 9 alle 12\"".to_owned());
    lines.push("    channels:".to_owned());
    lines.push(format!(
        "      - {{kind: phone, value: \"+390321{number}\", display: \"0321 {number}\"}}"
    ));
    lines.push(format!("      - {{kind: email, value: ufficio@{domain}}}"));
    lines.push(format!(
        "      - {{kind: pec, value: protocollo@pec.{domain}}}"
    ));
    lines.push(format!(
        "      - {{kind: web, value: \"https://{domain}/organismi\"}}"
    ));
}

//! Meetings: one for ten bodies, most of them held, with minutes.

use std::io;

use super::body::has_tables;
use super::country::{Country, body_id, province_id, province_name, resolution_id, slug};
use super::random::Random;
use super::{Put, prose};

/// The pages of all meetings.
pub fn pages(country: &Country, put: &mut Put<'_>) -> io::Result<()> {
    for province in 0..country.provinces() {
        let folder = format!("{}/riunioni", country.province_folder(province));
        let name = province_name(province);
        let index = format!(
            "---\nid: riunioni-{}\ntitle: \"Riunioni in provincia di {name}\"\nsummary: Le sedute.\n\
             reviewed: 2026-09-01\n---\n",
            slug(&name)
        );
        put(&format!("{folder}/_index.md"), index.as_bytes())?;
        for body in of(country, province) {
            put(
                &format!("{folder}/{}.md", id(body)),
                page(body, province).as_bytes(),
            )?;
        }
    }
    Ok(())
}

/// The entries of a registry: the minutes of the meetings of a province.
pub fn minutes(country: &Country, province: usize) -> String {
    let held = of(country, province).filter(|body| is_held(*body));
    let entry = |body: usize| {
        let issuer = province_id(province);
        format!(
            "  - {{id: verbale-{}, title: \"Verbale della seduta n. {}\", kind: minutes, date: {}, issuer: {issuer}}}\n",
            id(body),
            body + 1,
            day(body)
        )
    };
    held.map(entry).collect()
}

/// The bodies of a province that meet.
fn of(country: &Country, province: usize) -> impl Iterator<Item = usize> + use<> {
    country
        .bodies_of(province)
        .filter(|body| body.is_multiple_of(10))
}

fn id(body: usize) -> String {
    format!("seduta-{}", body_id(body))
}

/// One in five is still to come, one in thirty was called off.
fn is_held(body: usize) -> bool {
    body % 50 != 10 && body % 300 != 20
}

fn day(body: usize) -> String {
    let mut random = Random::of("meeting", body);
    let (month, day) = (random.between(1, 10), random.between(1, 28));
    if body % 50 == 10 {
        format!("2026-12-{day:02}")
    } else {
        format!("2026-{month:02}-{day:02}")
    }
}

fn page(body: usize, province: usize) -> String {
    let mut random = Random::of("agenda", body);
    let day = day(body);
    let table = if has_tables(body) && body.is_multiple_of(20) {
        "/tavolo-tecnico"
    } else {
        ""
    };
    let status = match body {
        _ if is_held(body) => "held",
        _ if body % 50 == 10 => "scheduled",
        _ => "cancelled",
    };
    let minutes = if is_held(body) {
        format!("minutes: verbale-{}\n", id(body))
    } else {
        String::new()
    };
    let agenda: String = (0..4)
        .map(|_| format!("  - \"{}\"\n", prose::capital(&prose::subject(&mut random))))
        .collect();
    format!(
        "---\ntype: meeting\ntitle: \"Seduta n. {}\"\nsummary: \"{}\"\nbody: {}{table}\nstart: {day}T15:30\n\
         end: {day}T17:30\nstatus: {status}\nplace: Sala del consiglio provinciale\nagenda:\n{agenda}{minutes}\
         documents: [{}]\n---\n{}\n",
        body + 1,
        prose::capital(&prose::subject(&mut random)),
        body_id(body),
        resolution_id(province, random.below(super::country::RESOLUTIONS)),
        prose::paragraph(&mut random, 4),
    )
}

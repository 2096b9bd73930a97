//! Some pages in German.

use super::country::{Country, kind, topic, town_name};
use super::random::Random;

/// One body in so many is translated.
pub const EVERY: usize = 20;

const SENTENCES: [&str; 6] = [
    "Die Gemeinden stimmen ihre Dienste jedes Jahr aufeinander ab.",
    "Der Fachtisch bereitet die Beschlüsse vor und prüft die Kosten.",
    "Die Provinz stellt die Räume und das Sekretariat.",
    "Über den Zugang zu den Leistungen entscheidet der Sozialsprengel.",
    "Die Vereine werden vor jeder Änderung angehört.",
    "Der Jahresbericht wird auf dieser Seite veröffentlicht.",
];

/// The words of a body in German.
pub fn body(country: &Country, body: usize) -> String {
    let mut random = Random::of("german", body);
    let town = town_name(country.province_of(body), 0);
    let paragraph = |random: &mut Random| {
        (0..4)
            .map(|_| random.pick(&SENTENCES))
            .collect::<Vec<_>>()
            .join(" ")
    };
    format!(
        "---\ntitle: \"{} {} ({town})\"\nsummary: \"{}\"\nreviewed: 2026-06-01\nactivities:\n\
         \x20 - {{id: attivita-1, text: \"{}\"}}\nseats:\n  - {{id: presidente, office: Landesrat}}\n---\n\
         {}\n\n## Geschichte {{#origini}}\n\n{}\n\n## Arbeitsweise {{#come-lavora}}\n\n{}\n",
        kind(body).2,
        topic(body).1,
        random.pick(&SENTENCES),
        random.pick(&SENTENCES),
        paragraph(&mut random),
        paragraph(&mut random),
        paragraph(&mut random),
    )
}

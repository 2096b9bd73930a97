//! The text of a body: 3 to 4 KB of Markdown with everything that editors use.

use super::body::{LAWS, has_tables};
use super::country::{
    Country, RESOLUTIONS, TOWNS, body_id, province_id, resolution_id, topic, town_id, town_name,
};
use super::organizations::{is_page, other_id};
use super::random::Random;
use super::{prose, words::TOPICS};

/// The text.
pub fn body(country: &Country, body: usize) -> String {
    let mut random = Random::of("text", body);
    let province = country.province_of(body);
    let mut text = introduction(country, province, &mut random);
    text += &work(body, province, &mut random);
    text += &figures(province, &mut random);
    text += &papers(province, &mut random);
    text += &more(country, province, &mut random);
    text
}

fn introduction(country: &Country, province: usize, random: &mut Random) -> String {
    let near = country.bodies_of(province);
    let neighbour = body_id(near.start + random.below(near.len()));
    let far = random.below(country.bodies());
    let far_path = country.body_path(far).replacen("content", "../..", 1);
    format!(
        "{}\n\nLavora con [l'organismo vicino]({neighbour}.md#come-lavora), con [](ref:body/{}#origini) e con \
         [un organismo di altrove]({far_path}#origini); riferisce alla [](ref:organization/{}).[^origine]\n\n\
         ## Le origini {{#origini}}\n\n{}\n\n> {}\n\n![La sala delle riunioni](../veduta.png)\n\n",
        prose::paragraph(random, 2),
        body_id(random.below(country.bodies())),
        province_id(province),
        prose::paragraph(random, 3),
        prose::sentence(random),
    )
}

fn work(body: usize, province: usize, random: &mut Random) -> String {
    let table = if has_tables(body) {
        format!(
            "Il [tavolo tecnico](ref:body/{}/tavolo-tecnico) prepara le decisioni.\n\n",
            body_id(body)
        )
    } else {
        String::new()
    };
    let items: String = (0..3)
        .map(|_| format!("- {};\n", prose::subject(random)))
        .collect();
    let steps: String = (1..3)
        .map(|number| format!("{number}. {}\n", prose::sentence(random)))
        .collect();
    format!(
        "## Come lavora {{#come-lavora}}\n\n{table}{}\n\n{items}\n### Le sedute\n\n{steps}\n\
         Del tema **{}** si occupa anche [](ref:organization/{}).[^sedute]\n\n",
        prose::paragraph(random, 2),
        topic(body).1.to_lowercase(),
        other_id(province, random.below(4)),
    )
}

fn figures(province: usize, random: &mut Random) -> String {
    let mut rows = String::new();
    for town in random.some(4, 0, TOWNS) {
        let (people, money) = (random.between(900, 90_000), random.between(20, 900));
        let id = town_id(province, town);
        rows += &format!(
            "| [{}](ref:organization/{id}) | {people} | {money}.000 € |\n",
            town_name(province, town)
        );
    }
    format!(
        "## I numeri\n\n| Comune | Abitanti | Quota |\n|:--|--:|--:|\n{rows}\n{}\n\n",
        prose::sentence(random)
    )
}

fn more(country: &Country, province: usize, random: &mut Random) -> String {
    let link = |number: usize| match number % 2 {
        0 => format!(
            "\n- [](ref:body/{})",
            body_id(random.below(country.bodies()))
        ),
        _ => {
            let town = town_id(province, random.below(TOWNS));
            format!("\n- [](ref:organization/{town})")
        }
    };
    let more = country.more();
    let links: String = (0..more.links).map(link).collect();
    let mut text = String::new();
    if !links.is_empty() {
        text += &format!("\n## Altri\n{links}\n");
    }
    let missing =
        (1..=more.warnings).map(|number| format!("\nVedi anche la nota.[^manca-{number}]\n"));
    text.extend(missing);
    text
}

fn papers(province: usize, random: &mut Random) -> String {
    let town = (0..TOWNS).find(|town| is_page(*town)).unwrap_or_default();
    format!(
        "## Documentazione {{#documentazione}}\n\nVedi la [legge di riferimento](ref:document/legge-{}), \
         [](ref:document/{}), gli altri atti su [{}](ref:topic/{}), la pagina della [sezione](_index.md), quella \
         del [comune](enti/{}.md#sede) e le [informazioni](../../informazioni.md#contatti). {}\n\n\
         [^origine]: {}\n\n[^sedute]: {}\n",
        random.below(LAWS) + 1,
        resolution_id(province, random.below(RESOLUTIONS)),
        TOPICS[3].1.to_lowercase(),
        TOPICS[3].0,
        town_id(province, town),
        prose::sentence(random),
        prose::sentence(random),
        prose::sentence(random),
    )
}

//! Settings, sections and pages of text.

use std::io;

use super::country::{
    Country, person_id, person_name, plan_id, province_id, province_name, region_id, region_name,
    slug,
};
use super::random::Random;
use super::registries::PAGES_OF_PERSONS;
use super::{LARGE, LARGE_PAGE, Put, Request, prose};

const PICTURE: &[u8] = include_bytes!("../../blackbox/good/content/foto.png");

/// What there is once.
pub fn common(country: &Country, request: Request, put: &mut Put<'_>) -> io::Result<()> {
    put("site.toml", settings(country, request).as_bytes())?;
    put(
        "content/_index.md",
        page(
            "title: Organismi di coordinamento\nsummary: Dove le amministrazioni si coordinano.",
            "home",
            4,
        )
        .as_bytes(),
    )?;
    for (id, title) in [
        ("informazioni", "Informazioni"),
        ("note-legali", "Note legali"),
        ("privacy", "Privacy"),
        ("accessibilita", "Dichiarazione di accessibilità"),
        ("responsabile", "Responsabile della pubblicazione"),
    ] {
        let facts = format!("title: {title}\nsummary: Per chi legge questo sito.");
        let text = page(&facts, id, 6)
            + "\n## Contatti {#contatti}\n\nGli uffici rispondono ogni mattina.\n";
        put(&format!("content/{id}.md"), text.as_bytes())?;
    }
    if request.german {
        let text = "---\ntitle: Auskunft\nreviewed: 2026-06-01\n---\nFür alle Leser.\n\n## Ämter {#contatti}\n\nJeden Morgen.\n";
        put("content/informazioni.de.md", text.as_bytes())?;
    }
    let facts = format!(
        "type: organization\nid: {LARGE}\ntitle: Comune Grande\nkind: municipality\nsummary: Siede quasi ovunque."
    );
    put(LARGE_PAGE, page(&facts, LARGE, 4).as_bytes())
}

/// The folder of a region.
pub fn region(country: &Country, region: usize, put: &mut Put<'_>) -> io::Result<()> {
    let folder = country.region_folder(region);
    let facts = format!(
        "title: \"{}\"\nsummary: Gli organismi della regione.",
        region_name(region)
    );
    let text = page(&facts, &folder, 4)
        + &format!("\nVedi la [](ref:organization/{}).\n", region_id(region));
    put(&format!("{folder}/_index.md"), text.as_bytes())?;
    put(&format!("{folder}/veduta.png"), PICTURE)?;
    let facts = format!(
        "id: persone-{}\ntitle: Persone\nsummary: Chi siede negli organismi.",
        slug(&region_name(region))
    );
    put(
        &format!("{folder}/persone/_index.md"),
        page(&facts, "persone", 1).as_bytes(),
    )?;
    for person in country
        .persons_of(region)
        .filter(|it| it.is_multiple_of(PAGES_OF_PERSONS))
    {
        let (given, family) = person_name(person);
        let facts = format!(
            "type: person\ngiven: {given}\nfamily: \"{family}\"\nsummary: Siede in più organismi.\n\
             publication_basis: D.Lgs. 33/2013, art. 15"
        );
        let id = person_id(person);
        put(
            &format!("{folder}/persone/{id}.md"),
            page(&facts, &id, 4).as_bytes(),
        )?;
    }
    Ok(())
}

/// The folder of a province.
pub fn province(country: &Country, province: usize, put: &mut Put<'_>) -> io::Result<()> {
    let folder = country.province_folder(province);
    let (id, name) = (province_id(province), province_name(province));
    let facts = format!("title: \"Provincia di {name}\"\nsummary: Gli organismi della provincia.");
    let text = page(&facts, &id, 4) + &format!("\nTerritorio: [](ref:area/{id}).\n");
    put(&format!("{folder}/_index.md"), text.as_bytes())?;
    let plan = plan_id(province);
    let facts = format!(
        "type: document\ntitle: \"Piano sociale di {name}\"\nkind: plan\ndate: 2004-06-30\nissuer: {id}\n\
         summary: Il piano degli interventi."
    );
    put(
        &format!("{folder}/{plan}.md"),
        page(&facts, &plan, 12).as_bytes(),
    )?;
    let guide = format!("guida-{}", slug(&name));
    let facts = format!(
        "title: \"Guida agli organismi di {name}\"\nsummary: Come partecipare.\ntopics: [volontariato]"
    );
    put(
        &format!("{folder}/{guide}.md"),
        page(&facts, &guide, 16).as_bytes(),
    )
}

/// A page of text.
fn page(facts: &str, name: &str, sentences: usize) -> String {
    let mut random = Random::of(name, 0);
    format!(
        "---\n{facts}\nreviewed: 2026-05-04\n---\n{}\n",
        prose::paragraph(&mut random, sentences)
    )
}

fn settings(country: &Country, request: Request) -> String {
    let languages = if request.german {
        r#"["it", "de"]"#
    } else {
        r#"["it"]"#
    };
    let mut settings = format!(
        "title = \"Organismi di coordinamento\"\nbase_url = \"https://organismi.example\"\nlanguage = \"it\"\n\
         languages = {languages}\ntime_zone = \"Europe/Rome\"\ntheme = \"{}\"\n\n[paths]\norganizations = \"enti\"\n\
         documents = \"atti\"\nareas = \"territori\"\npersons = \"persone\"\ntopics = \"argomenti\"\n",
        request.theme.name()
    );
    for region in 0..country.regions().min(6) {
        let name = region_name(region);
        settings += &format!(
            "\n[[menus.main]]\ntitle = \"{name}\"\nto = \"ref:section/{}\"\n",
            slug(&name)
        );
    }
    settings += "\n[footer]\ncredits = \"Sito di prova, fatto da un programma.\"\n";
    for (id, role) in [
        ("note-legali", "legal"),
        ("privacy", "privacy"),
        ("accessibilita", "accessibility"),
        ("responsabile", "responsible"),
    ] {
        settings += &format!("\n[[footer.links]]\nto = \"ref:page/{id}\"\nrole = \"{role}\"\n");
    }
    settings
}

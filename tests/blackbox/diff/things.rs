//! Bodies, meetings, persons, files and words that come, go, or are elsewhere.

use super::{
    BODY, CUNEO, MEETING, PERSONS, REGISTRY, changes, edit, kinds, repository, run, sentences,
};

#[test]
fn a_body_comes_and_goes() {
    let site = repository();
    let text = std::fs::read_to_string(site.path("content/osservatorio.md")).unwrap();
    let site = site.without("content/osservatorio.md");
    assert_eq!(kinds(&changes(&site)), ["body.withdrawn"]);
    super::commit(&site);
    site.put("content/osservatorio.md", text);
    assert_eq!(kinds(&changes(&site)), ["body.added"]);
}

#[test]
fn a_meeting_comes_and_goes() {
    let site = repository();
    let text = std::fs::read_to_string(site.path(MEETING)).unwrap();
    let site = site.without(MEETING);
    let found = changes(&site);
    assert_eq!(kinds(&found), ["meeting.withdrawn"]);
    assert_eq!(found[0]["date"], "2026-03-14T15:30:00");
    assert_eq!(
        sentences(&found),
        ["Consulta: the meeting of 14 March 2026, 15:30 is no longer listed (“Prima riunione”)."]
    );
    super::commit(&site);
    site.put(MEETING, text);
    let found = changes(&site);
    assert_eq!(
        sentences(&found),
        ["Consulta meets on 14 March 2026, 15:30, Sala rossa (“Prima riunione”)."]
    );
    for (status, said) in [("cancelled", "is cancelled"), ("held", "was held")] {
        edit(
            &site,
            MEETING,
            "place:",
            &format!("status: {status}\nplace:"),
        );
        let expected =
            format!("Consulta: the meeting of 14 March 2026, 15:30 {said} (“Prima riunione”).");
        assert_eq!(sentences(&changes(&site)), [expected]);
        edit(&site, MEETING, &format!("status: {status}\n"), "");
    }
}

#[test]
fn a_draft_is_withdrawn() {
    let site = repository();
    edit(&site, BODY, "kind: council", "kind: council\ndraft: true");
    edit(&site, MEETING, "place:", "draft: true\nplace:");
    assert_eq!(
        kinds(&changes(&site)),
        ["body.withdrawn", "meeting.withdrawn"]
    );
    super::commit(&site);
    edit(&site, BODY, "count: 7", "count: 6");
    // What is not published is nobody's business: neither an edit, nor one more, nor that it goes.
    assert_eq!(kinds(&changes(&site)), [""; 0]);
    site.put("content/bozza.md", "---\ntitle: Bozza\ndraft: true\n---\n");
    assert_eq!(kinds(&changes(&site)), [""; 0]);
    super::commit(&site);
    let site = site.without("content/bozza.md");
    assert_eq!(kinds(&changes(&site)), [""; 0]);
    // So is what is in a section that is one.
    let section = "---\ntype: section\ntitle: Organi\n---\n";
    let other = std::fs::read_to_string(site.path("content/osservatorio.md")).unwrap();
    site.put("content/organi/_index.md", section);
    site.put(
        "content/organi/altro.md",
        other.replace("provinciale", "regionale"),
    );
    super::commit(&site);
    site.put(
        "content/organi/_index.md",
        section.replace("title", "draft: true\ntitle"),
    );
    assert_eq!(
        kinds(&changes(&site)),
        ["body.withdrawn", "thing.withdrawn"]
    );
    super::commit(&site);
    site.put("content/organi/_index.md", section);
    assert_eq!(kinds(&changes(&site)), ["body.added", "thing.added"]);
    super::commit(&site);
    super::commit(&site);
    edit(&site, BODY, "draft: true\n", "");
    edit(&site, MEETING, "draft: true\n", "");
    assert_eq!(kinds(&changes(&site)), ["body.added", "meeting.scheduled"]);
}

#[test]
fn a_person_goes() {
    let site = repository().without(PERSONS);
    let found = changes(&site);
    assert_eq!(
        sentences(&found),
        ["Carla Rossi is no longer listed among the persons."]
    );
}

#[test]
fn a_table_that_gets_a_page_of_its_own_is_the_same() {
    let site = repository();
    let text = std::fs::read_to_string(site.path(BODY)).unwrap();
    let (before, rest) = text.split_once("tables:\n").unwrap();
    let (_, after) = rest.split_once("contacts:").unwrap();
    site.put(BODY, format!("{before}contacts:{after}"));
    site.put(
        "content/tecnico.md",
        "---\ntype: body\nparent: consulta\ntitle: Tavolo tecnico\nkind: table\nauthority: provincia\nactivities: [{id: c, text: Un'altra}]\nseats: [{id: enti, basis: representative, office: Tecnico, each: members, count_source: implied}]\n---\n",
    );
    let found = changes(&site);
    assert_eq!(kinds(&found), ["activity.added", "identity.moved"]);
    assert_eq!(
        found
            .iter()
            .find(|it| it["kind"] == "identity.moved")
            .unwrap()["before"],
        "consulta/tecnico"
    );
}

#[test]
fn a_translation_changes() {
    let site = repository();
    site.put(
        "site.toml",
        "title = \"Prova\"\nlanguages = [\"it\", \"en\"]\n",
    );
    site.put(
        "content/consulta.en.md",
        "---\ntitle: Council\n---\nOne two.\n",
    );
    super::commit(&site);
    site.put(
        "content/consulta.en.md",
        "---\ntitle: The council\n---\nOne two three.\n",
    );
    assert_eq!(
        sentences(&changes(&site)),
        ["Consulta, translation (en): +4 −2 words.",]
    );
    super::commit(&site);
    edit(
        &site,
        "content/consulta.en.md",
        "title: The council",
        "title: The council\nreviewed: 2026-03-01",
    );
    assert_eq!(
        sentences(&changes(&site)),
        ["Consulta, “en”: translation reviewed on: now 1 March 2026."]
    );
}

#[test]
fn a_file_is_replaced_and_a_link_leads_elsewhere() {
    let site = repository();
    let registry = "id: verbale, title: Verbale, kind: minutes";
    edit(
        &site,
        REGISTRY,
        registry,
        &format!("{registry}, file: a/verbale.pdf"),
    );
    edit(
        &site,
        BODY,
        "Uno due",
        "[Uno](ref:document/legge) [due](a/foglio.csv)",
    );
    site.put("content/a/verbale.pdf", "1");
    site.put("content/a/foglio.csv", "a\nb\n");
    site.put("content/a/altro.pdf", "1");
    super::commit(&site);
    // Line ends are no other bytes, and a file to which nothing leads is no fact.
    site.put("content/a/foglio.csv", "a\r\nb\r\n");
    site.put("content/a/altro.pdf", "2");
    assert_eq!(sentences(&changes(&site)), [""; 0]);
    site.put("content/a/foglio.csv", "a\nc\n");
    site.put("content/a/verbale.pdf", "2");
    let expected = [
        "Consulta: the file a/foglio.csv was replaced.",
        "Verbale: the file a/verbale.pdf was replaced.",
    ];
    assert_eq!(sentences(&changes(&site)), expected);
    super::commit(&site);
    let (_, between, _) = run(site.root.path(), &["HEAD~1..HEAD", "--lang", "en"]);
    // The heading says which body it is.
    let below = [
        "Consulta\n  The file a/foglio.csv was replaced.",
        expected[1],
    ];
    assert!(below.iter().all(|it| between.contains(it)), "{between}");
    // It leads to the same, wherever the page is and however the link is written.
    let text = std::fs::read_to_string(site.path(BODY)).unwrap();
    std::fs::remove_file(site.path(BODY)).unwrap();
    let moved = text.replacen("---\n", "---\nid: consulta\n", 1);
    let moved = moved.replace("a/foglio.csv", "../a/foglio.csv");
    site.put("content/b/consulta.md", &moved);
    assert_eq!(sentences(&changes(&site)), [""; 0]);
    let elsewhere = moved.replace("ref:document/legge", "/consulta/");
    site.put(
        "content/b/consulta.md",
        elsewhere.replace("[due](../a/foglio.csv)", "due"),
    );
    let told = changes(&site);
    assert_eq!(
        sentences(&told),
        ["Consulta: a link leads elsewhere: Legge 328, /a/foglio.csv → /consulta."]
    );
}

#[test]
fn a_member_that_was_merged_has_no_place() {
    let merged = CUNEO.replace(
        "municipality",
        "municipality, changes: [{kind: merger, date: 2025-12-31, into: bra}]",
    );
    let left = ("members: [alba, bra, cuneo]", "members: [alba, bra]");
    let site = repository();
    edit(&site, REGISTRY, CUNEO, &merged);
    super::commit(&site);
    edit(&site, BODY, left.0, left.1);
    assert_eq!(kinds(&changes(&site)), ["member.left"]);
    edit(&site, BODY, left.1, "members: [alba]");
    let found = changes(&site);
    assert!(
        sentences(&found).contains(&"Tavolo tecnico loses one place (“Tecnico”: 2 → 1)."),
        "{found:#?}"
    );
    // One comes when another is merged: there are as many places as before.
    let site = repository();
    edit(&site, REGISTRY, CUNEO, &merged);
    edit(
        &site,
        BODY,
        left.0,
        "members: [provincia, alba, bra, cuneo]",
    );
    let found = changes(&site);
    assert_eq!(kinds(&found), ["member.joined", "organization.merged"]);
}

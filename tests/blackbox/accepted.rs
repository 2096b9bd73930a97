//! Warnings that editors accept, with a reason.

use crate::faulty_page::{with_keys, with_text};
use crate::site::Site;

const SEATS: &str = "seats:
  - {id: capo, role: chair, basis: elected}
  - {id: delegati, basis: delegate, each: coordinamenti, count_source: unknown}
  - {id: altri, basis: delegate, each: comitati, count_source: unknown}
";

/// The good site with a body that has these keys.
fn body(keys: &str) -> Site {
    let page = with_keys("content/consulta.md", keys).text;
    Site::new().file("content/consulta.md", page)
}

/// What the command says of a site, warnings only.
fn warnings(site: &Site) -> Vec<String> {
    let run = site.run(&["check", "--as-of", crate::site::AS_OF, "--format", "json"]);
    assert_eq!(run.errors(), [""; 0]);
    run.warnings()
}

/// The codes of warnings without their places.
fn codes(site: &Site) -> Vec<String> {
    let codes = warnings(site).into_iter();
    codes
        .map(|it| it.split(' ').next().unwrap_or_default().to_owned())
        .collect()
}

const NONE: [&str; 0] = [];

#[test]
fn an_accepted_warning_is_not_reported() {
    assert_eq!(codes(&body(SEATS)), ["uncertain-count", "uncertain-count"]);
    let all = "accepted:\n  - {code: uncertain-count, because: L'atto non lo dice}\n";
    assert_eq!(codes(&body(&format!("{all}{SEATS}"))), NONE);
    let one = "accepted:\n  - {code: uncertain-count, at: delegati, because: L'atto non lo dice}\n";
    assert_eq!(codes(&body(&format!("{one}{SEATS}"))), ["uncertain-count"]);
}

#[test]
fn a_place_is_named_by_ids_and_keys_or_by_words_of_the_text() {
    for at in [
        "seats/delegati, because: x}\n  - {code: uncertain-count, at: seats/altri",
        "delegati/count_source, because: x}\n  - {code: uncertain-count, at: altri",
        "seats",
    ] {
        let accepted = format!("accepted:\n  - {{code: uncertain-count, at: {at}, because: x}}\n");
        assert_eq!(codes(&body(&format!("{accepted}{SEATS}"))), NONE, "{at}");
    }
    let vague = "[clicca qui](consulta.md)\n\n[leggi](consulta.md) e [clicca qui](privacy.md)\n";
    let page = |accepted: &str| {
        let text = with_text("content/orari.md", vague).text;
        let text = text.replacen("---\n", &format!("---\n{accepted}"), 1);
        Site::new().file("content/orari.md", text)
    };
    let found = codes(&page(""));
    assert!(found.iter().all(|it| it == "vague-link"), "{found:?}");
    let line = "accepted:\n  - {code: vague-link, at: e [clicca qui], because: x}\n";
    let left = codes(&page(&line.replace("e [clicca qui]", "\"e [clicca qui]\"")));
    assert!(
        !left.is_empty() && left.len() < found.len(),
        "{left:?} of {found:?}"
    );
    let all = "accepted:\n  - {code: vague-link, because: x}\n";
    assert_eq!(codes(&page(all)), NONE);
}

#[test]
fn an_entry_of_a_registry_accepts_its_own_warnings_only() {
    let persons = |accepted: &str| {
        format!(
            "persons:\n  - {{id: a, given: A, family: A{accepted}}}\n  - {{id: b, given: B, family: B}}\n"
        )
    };
    let site = |accepted| Site::new().file("content/persone.yaml", persons(accepted));
    let found = codes(&site(""));
    let accepted = ", accepted: [{code: no-publication-basis, because: x}]";
    assert_eq!(codes(&site(accepted)).len() + 1, found.len(), "{found:?}");
}

#[test]
fn an_answer_to_nothing_is_a_warning_at_its_place() {
    let accepted = "accepted:\n  - {code: uncertain-count, because: x}\n  - {code: no-chair, because: x}\n  - {code: uncertain-count, at: nessuno, because: x}\n";
    let found = warnings(&body(&format!("{accepted}{SEATS}")));
    assert_eq!(
        found,
        [
            "unused-acceptance content/consulta.md:4:5",
            "unused-acceptance content/consulta.md:5:5",
        ]
    );
}

#[test]
fn an_answer_is_not_called_useless_while_errors_may_hide_the_warning() {
    let accepted = "accepted: [{code: no-chair, because: x}]\nparent: nessuno\n";
    let run = body(&format!("{accepted}{SEATS}")).build_json().warnings();
    assert!(!run.iter().any(|it| it.starts_with("unused")), "{run:?}");
}

#[test]
fn only_warnings_are_accepted() {
    let run = |code: &str| {
        let accepted = format!("accepted: [{{code: {code}, because: x}}]\n");
        let site = body(&accepted);
        let run = site.build_json();
        (run.errors(), run.stdout.clone())
    };
    let (errors, said) = run("dangling-reference");
    assert_eq!(errors, ["unknown-value content/consulta.md:2:19"]);
    assert!(said.contains("errors cannot be accepted"), "{said}");
    let (errors, said) = run("uncertain-counts");
    assert_eq!(errors, ["unknown-value content/consulta.md:2:19"]);
    assert!(said.contains("uncertain-count`?"), "{said}");
    let (errors, _) = run("no-chair, at: x");
    assert_eq!(errors, NONE);
    let without = body("accepted: [{code: no-chair}]\n").build_json().errors();
    assert_eq!(without, ["missing-key content/consulta.md:2:12"]);
}

#[test]
fn accepted_warnings_are_listed_with_their_reasons_in_every_format() {
    let accepted = "accepted:\n  - {code: uncertain-count, because: Così nell'atto}\n";
    let site = body(&format!("{accepted}{SEATS}"));
    let run = |more: &[&str]| {
        let args = ["check", "--as-of", crate::site::AS_OF, "--strict"];
        let run = site.run(&[&args, more].concat());
        assert_eq!(run.exit, Some(0), "{}{}", run.stdout, run.stderr);
        run.stdout.clone() + &run.stderr
    };
    assert!(!run(&[]).contains("uncertain-count"));
    let human = run(&["--accepted"]);
    assert_eq!(
        human.matches("accepted[uncertain-count]").count(),
        2,
        "{human}"
    );
    assert!(human.contains("because: Così nell'atto"), "{human}");
    let json = run(&["--accepted", "--format", "json"]);
    assert!(json.contains("\"severity\":\"accepted\""), "{json}");
    assert!(json.contains("\"because\":\"Così nell'atto\""), "{json}");
    assert!(json.contains("\"errors\":0,\"warnings\":0"), "{json}");
    let sarif = run(&["--accepted", "--format", "sarif"]);
    assert!(sarif.contains("\"suppressions\":[{"), "{sarif}");
    let github = run(&["--accepted", "--format", "github"]);
    assert!(
        github.contains("::notice file=content/consulta.md"),
        "{github}"
    );
}

#[test]
fn an_answer_that_comes_or_goes_is_heeded_by_the_next_build() {
    let accepted = "accepted: [{code: uncertain-count, because: x}]\n";
    let site = body(SEATS);
    assert_eq!(site.build_json().warnings().len(), 2);
    site.put(
        "content/consulta.md",
        with_keys("content/consulta.md", &format!("{accepted}{SEATS}")).text,
    );
    assert_eq!(site.build_json().warnings(), NONE);
    assert_eq!(site.build_json().warnings(), NONE);
    let one = SEATS.replace("each: comitati, count_source: unknown", "each: comitati");
    site.put(
        "content/consulta.md",
        with_keys("content/consulta.md", &format!("{accepted}{one}")).text,
    );
    assert_eq!(site.build_json().warnings(), NONE);
    let known = one.replace(", count_source: unknown", "");
    site.put(
        "content/consulta.md",
        with_keys("content/consulta.md", &format!("{accepted}{known}")).text,
    );
    let found = site.build_json().warnings();
    assert!(
        found.iter().all(|it| it.starts_with("unused-acceptance")) && found.len() == 1,
        "{found:?}"
    );
    site.put(
        "content/consulta.md",
        with_keys("content/consulta.md", SEATS).text,
    );
    assert_eq!(site.build_json().warnings().len(), 2);
}

#[test]
fn a_draft_answers_nothing_and_is_not_warned_about() {
    let accepted = "accepted: [{code: no-chair, because: x}]\ndraft: true\n";
    let page = with_keys("content/orari.md", accepted).text;
    let site = Site::new().file("content/bozza.md", page);
    assert_eq!(codes(&site), NONE);
}

#[test]
fn what_is_known_to_be_missing_is_no_warning() {
    let act = "legal_basis: [{missing: true, relation: establishes}]\n";
    assert_eq!(codes(&body(act)), NONE);
    let meeting = |minutes: &str| {
        let keys = format!("start: 2024-03-01T10:00\nstatus: held\n{minutes}");
        let page = with_keys("content/riunione.md", &keys).text;
        Site::new().file("content/riunione.md", page)
    };
    assert_eq!(codes(&meeting("")), ["missing-minutes"]);
    let without = meeting("minutes: {none: Seduta riservata}\n").replace(
        "site.toml",
        "theme = \"mini\"\n",
        "theme = \"civico\"\n",
    );
    assert_eq!(codes(&without), NONE);
    assert_eq!(without.build_json().errors(), NONE);
    let page = without.page("riunione/index.html");
    assert!(
        page.contains("non disponibile (<span>Seduta riservata</span>)"),
        "{page}"
    );
    let run = meeting("minutes: none\n");
    let run = run.build_json();
    assert_eq!(
        run.errors(),
        ["dangling-reference content/riunione.md:4:10"]
    );
    assert!(
        run.stdout.contains("minutes: {none: closed session}"),
        "{}",
        run.stdout
    );
}

#[test]
fn the_content_of_this_repository_passes_strictly() {
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_raccordo"))
        .args(["check", "--strict", "--lang", "en", "--as-of"])
        .args([crate::site::AS_OF, "--root", env!("CARGO_MANIFEST_DIR")])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(0), "{said}");
}

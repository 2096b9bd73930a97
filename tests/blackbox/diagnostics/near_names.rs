//! The names that hints propose for a link to a file that is not there.

use crate::site::Site;

/// The hints of a site's broken links.
fn hints(site: &Site) -> Vec<String> {
    let findings = site.check_in_process().findings().into_iter();
    let broken = findings.filter(|it| it.what.starts_with("broken-link"));
    broken.map(|it| it.hint).collect()
}

fn page(text: &str) -> Site {
    let front_matter = "---\ntitle: Prova\nsummary: S.\n---\n\n";
    Site::new().file("content/a/prova.md", format!("{front_matter}{text}\n"))
}

fn menu(to: &str) -> Site {
    Site::new().replace("site.toml", "ref:body/consulta", to)
}

#[test]
fn a_path_is_proposed_as_it_is_written_where_the_link_is() {
    assert_eq!(
        hints(&page("[orari](orari.md)")),
        ["there is this file: `../orari.md`; is it that?"]
    );
    assert_eq!(
        hints(&menu("content/orari.md")),
        ["there is this file: `orari.md`; is it that?"]
    );
    let with_blank = page("[verbale](verbale%202025.pdf)").file("content/b/verbale 2025.pdf", "x");
    assert_eq!(
        hints(&with_blank),
        ["there is this file: `../b/verbale%202025.pdf`; is it that?"]
    );
}

#[test]
fn the_id_of_a_thing_is_proposed_as_a_reference() {
    for written in ["comune-alba", "comune-alba.md"] {
        let site = page(&format!("[Alba]({written})"));
        assert_eq!(
            hints(&site),
            ["did you mean `ref:organization/comune-alba`?"]
        );
    }
}

#[test]
fn a_name_in_another_case_comes_before_a_similar_one() {
    let site = page("[statuto](statuto.pdf)")
        .file("content/a/Statuti.pdf", "x")
        .file("content/a/Statuto.PDF", "x")
        .file("content/a/statutq.pdf", "x");
    assert_eq!(
        hints(&site),
        ["there is this file: `Statuto.PDF`; is it that?"]
    );
    let folder = page("[statuto](../norme/statuto.pdf)").file("content/Norme/statuto.pdf", "x");
    assert_eq!(
        hints(&folder),
        ["there is this file: `../Norme/statuto.pdf`; is it that?"]
    );
}

#[test]
fn a_name_that_only_looks_the_same_is_said_to_be_another() {
    for (written, file) in [
        ("società.pdf", "societa\u{300}.pdf"),
        ("societa\u{300}.pdf", "società.pdf"),
    ] {
        let site = page(&format!("[s]({written})")).file(&format!("content/a/{file}"), "x");
        let hints = hints(&site);
        let said = format!("are other characters: copy `{file}` from here");
        assert!(hints[0].ends_with(&said), "{hints:?}");
    }
}

#[test]
fn what_is_written_is_never_proposed() {
    for to in [
        "content/orari.md",
        "orarii.md",
        "a/b/c.md",
        "content/content/orari.md",
    ] {
        let hints = hints(&menu(to));
        assert!(
            hints.iter().all(|it| !it.contains(&format!("`{to}`"))),
            "{hints:?}"
        );
    }
}

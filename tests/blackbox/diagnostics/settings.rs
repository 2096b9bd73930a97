//! Faults in `site.toml`.

use crate::faulty_page::with_settings;
use crate::site::Site;

#[test]
fn settings() {
    let table: &[(&str, &[&str])] = &[
        ("titolo = \"A\"", &["unknown-key 1:1"]),
        ("title = \"\"", &["empty-value 1:9"]),
        ("title = 5", &["wrong-type 1:9"]),
        ("title = [\"A\"]", &["wrong-type 1:9"]),
        ("title = A", &["toml-syntax 1:1"]),
        ("title = \"A", &["toml-syntax 1"]),
        ("title = \"A\"\ntitle = \"B\"", &["toml-syntax 2"]),
        ("description = 2026-11-21", &["wrong-type 1:15"]),
        ("base_url = \"consulte.example\"", &["bad-base-url 1:12"]),
        (
            "base_url = \"ftp://consulte.example\"",
            &["bad-base-url 1:12"],
        ),
        ("language = \"italiano\"", &["bad-language 1:12"]),
        ("languages = \"it\"", &["wrong-type 1:13"]),
        ("languages = [\"it\", \"tedesco\"]", &["bad-language 1:20"]),
        ("time_zone = \"Europe/Cuneo\"", &["bad-time-zone 1:13"]),
        ("theme = \"mini/../mini\"", &["bad-id 1:9"]),
        ("theme = \"civici\"", &["unknown-theme 1:9"]),
        ("[paths]\nenti = \"enti\"", &["unknown-key 2:1"]),
        ("[paths]\norganizations = \"../enti\"", &["bad-id 2:17"]),
        (
            "[[menus.main]]\ntitle = \"A\"\nto = \"ref:body/consulte\"",
            &["dangling-reference 3:6"],
        ),
        (
            "[[menus.main]]\ntitle = \"A\"\nto = \"ref:page/consulta\"",
            &["wrong-type-reference 3:6"],
        ),
        (
            "[[menus.main]]\ntitle = \"A\"\nto = \"consulte.md\"",
            &["broken-link 3:6"],
        ),
        (
            "[[menus.main]]\ntitle = \"A\"\nto = \"JavaScript:alert(1)\"",
            &["unsafe-link 3:6"],
        ),
        (
            "[[menus.main]]\ntitle = \"A\"\nto = \"java\\tscript:alert(1)\"",
            &["unsafe-link 3:6"],
        ),
        (
            "[[menus.main]]\ntitle = \"A\"\nto = \" javascript:alert(1)\"",
            &["unsafe-link 3:6"],
        ),
        (
            "[[menus.main]]\ntitle = \"A\"\nto = \"../../etc/passwd\"",
            &["unsafe-link 3:6"],
        ),
        ("[[menus.main]]\ntitle = \"A\"", &["missing-key 1"]),
        (
            "[[menus.main]]\ntitolo = \"A\"\nto = \"ref:body/consulta\"",
            &["unknown-key 2:1"],
        ),
        (
            "[footer]\nlinks = [{ to = \"ref:page/privacy\", ruolo = \"privacy\" }]",
            &["unknown-key 2:37"],
        ),
        (
            "[footer]\nlinks = [{ to = \"ref:page/privacy\", role = \"legale\" }]",
            &["unknown-value 2:44"],
        ),
        ("[colors]\nprimary = \"blu\"", &["bad-color 2:11"]),
        ("[colors]\nprimary = \"#12345\"", &["bad-color 2:11"]),
        ("[colors]\nprimary = \"#00a3e0\"", &["low-contrast 2:11"]),
        (
            "[colors.dark]\nprimary = \"#0b4a63\"\nlink = \"#0b4a63\"",
            &["low-contrast 3:8"],
        ),
        ("[colors]\nsecondary = \"#0b4a63\"", &["unknown-key 2:1"]),
        ("authority_url = \"provincia\"", &["bad-url 1:17"]),
        ("list_length = 0", &["out-of-range 1:15"]),
        (
            "[[menus]]\ntitle = \"A\"\nto = \"ref:body/consulta\"",
            &["wrong-type 1:1"],
        ),
        ("logo = \"stemma.svg\"", &["broken-link 1:8"]),
        (
            "logo = \"https://elsewhere.example/a.svg\"",
            &["broken-link 1:8"],
        ),
        ("[feedback]\nemail = \"ufficio\"", &["bad-email 2:9"]),
        ("[feedback]\nurl = \"modulo.html\"", &["bad-url 2:7"]),
        (
            "[[footer.contacts]]\noffice = \"URP\"\nchannels = [{ kind = \"phone\", value = \"0171 1\" }]",
            &["bad-phone 3:39"],
        ),
        (
            "[[footer.contacts]]\noffice = \"URP\"",
            &["contact-without-channel 1:1"],
        ),
        ("[markdown]\nhtml = \"raw\"", &["unknown-value 2:8"]),
        ("[vocabularies]\nkinds = {}", &["unknown-key 2:1"]),
        (
            "[vocabularies.body_kinds]\nforum = \"Forum\"",
            &["wrong-type 2:9"],
        ),
        (
            "tilte = \"A\"\nbase_url = \"x\"\n[markdown]\nhtml = \"raw\"",
            &["unknown-key 1:1", "bad-base-url 2:12", "unknown-value 4:8"],
        ),
    ];
    let mut wrong = String::new();
    for (toml, expected) in table {
        let composed = with_settings(toml);
        let expected: Vec<String> = expected
            .iter()
            .map(|it| super::placed(it, "site.toml", composed.before))
            .collect();
        let site = Site::new().file("site.toml", &composed.text);
        let run = site.check_in_process();
        let errors = run.errors();
        let equal = errors.len() == expected.len()
            && errors
                .iter()
                .zip(&expected)
                .all(|(error, expected)| crate::site::is_at(error, expected));
        if !equal {
            wrong.push_str(&format!(
                "\n{toml}\n  expected {expected:?}\n  found {errors:?}"
            ));
        } else {
            run.fails();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What follows `base_url` and `--base-url`, and is refused.
pub(crate) const NO_BASE_URLS: &[&str] = &[
    "consulte.example",
    "//consulte.example",
    "https:consulte.example",
    "https://",
    "ftp://consulte.example",
    "javascript:alert(1)",
    "https://consulte.example/?lang=it",
    "https://consulte.example/?",
    "https://consulte.example/#top",
    "https://consulte.example#",
    "https://anna@consulte.example",
    "https://anna:segreto@consulte.example/",
    "https://consulte.example/a b",
    "https://consulte.example/a\tb",
    "https://consulte.example/perché",
    "https://consulte.example/a\\b",
    "https://consulte.example/%zz",
    "https://consulte.example/\"x",
    "https://consulte.example//a",
    "https://consulte.example/a/../b",
    "https://consulte.example:99999",
    "https://Consulte.example",
];

#[test]
fn the_address_of_a_site_is_a_host_and_a_folder() {
    for refused in NO_BASE_URLS {
        let value = serde_json::Value::from(*refused);
        let settings = with_settings(&format!("base_url = {value}"));
        let site = Site::new().file("site.toml", &settings.text);
        let errors = site.check_in_process().errors();
        let code = errors.first().and_then(|error| error.split(' ').next());
        assert_eq!(code, Some("bad-base-url"), "{refused}");
    }
    for taken in [
        "https://consulte.example",
        "https://consulte.example/",
        "http://consulte.example:8080/sub",
        "https://consulte.example/a%20b/~c/",
        "https://xn--perch-fsa.example",
        "http://[::1]:8000/",
    ] {
        let settings = with_settings(&format!("base_url = \"{taken}\""));
        let site = Site::new().file("site.toml", &settings.text);
        assert_eq!(site.check_in_process().errors(), [""; 0], "{taken}");
    }
}

#[test]
fn settings_that_are_not_text() {
    Site::new()
        .file("site.toml", b"title = \"Consulte\"\ntheme = \"min\xed\"\n")
        .check_in_process()
        .fails_with(&["invalid-utf8 site.toml:2:13"]);
    Site::new()
        .file("site.toml", "")
        .check_in_process()
        .fails_with(&["missing-key site.toml:1:1"]);
    Site::new()
        .file(
            "site.toml",
            "\u{feff}title = \"Consulte\"\ntheme = \"mini\"\ncolour = \"red\"\n",
        )
        .check_in_process()
        .fails_with(&["unknown-key site.toml:3:1"]);
}

/// Whoever adds a line at the end of the file adds it to the last block.
#[test]
fn a_line_of_the_whole_site_below_a_block_is_told_to_move_up() {
    let settings = with_settings(
        "[[footer.links]]\ntitle = \"A\"\nto = \"ref:body/consulta\"\nlanguages = [\"it\"]",
    );
    let site = Site::new().file("site.toml", &settings.text);
    let findings = site.check_in_process().findings();
    let mut errors = findings.iter().filter(|it| it.severity == "error");
    let (Some(finding), None) = (errors.next(), errors.next()) else {
        panic!("{findings:#?}")
    };
    assert!(
        finding.what.starts_with("unknown-key site.toml"),
        "{finding:?}"
    );
    assert!(finding.hint.contains("move it up"), "{finding:?}");
}

//! `raccordo check --fix`: safe advice is followed, and everything else in the files stays as it was.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;
use raccordo::base::code::{Code, Severity};

use crate::fixtures::{Files, full_pages};
use crate::site::{AS_OF, Run, Site};

const REGISTRY: &str = "content/registro.yaml";

const FAULTY: &str = "\
# The offices of the province.   Two blanks  stay.
organizations:
  - id: cisa-24   # as in the act
    titolo: 'CISA 24'
    \"kind\": consortum
    parent: \"comune-abla\"
  - {id: ciss, titel: CISS, kind: Consorzio, parent: 'comune-abla'}
documents: []
";

const MENDED: &str = "\
# The offices of the province.   Two blanks  stay.
organizations:
  - id: cisa-24   # as in the act
    title: 'CISA 24'
    \"kind\": consortium
    parent: \"comune-alba\"
  - {id: ciss, title: CISS, kind: consortium, parent: 'comune-alba'}
documents: []
";

fn fix(site: &Site) -> Run<'_> {
    site.run(&["check", "--fix", "--as-of", AS_OF])
}

#[track_caller]
fn text(site: &Site, file: &str) -> String {
    String::from_utf8(fs::read(site.path(file)).unwrap()).unwrap()
}

/// A file becomes this one, and what is left to do is told.
#[track_caller]
fn becomes(file: &str, before: &str, after: &str) {
    let site = Site::new().file(file, before);
    let run = fix(&site);
    assert_eq!(text(&site, file), after, "{}", run.stderr);
    let again = fix(&site);
    assert_eq!(text(&site, file), after);
    assert!(!again.stdout.contains("@@"), "{}", again.stdout);
}

#[test]
fn safe_advice_is_followed_and_shown() {
    let site = Site::new().file(REGISTRY, FAULTY);
    let run = fix(&site);
    run.succeeds();
    assert_eq!(text(&site, REGISTRY), MENDED);
    let shown = "\
--- content/registro.yaml
+++ content/registro.yaml
@@ -1,8 +1,8 @@
 # The offices of the province.   Two blanks  stay.
 organizations:
   - id: cisa-24   # as in the act
-    titolo: 'CISA 24'
-    \"kind\": consortum
-    parent: \"comune-abla\"
-  - {id: ciss, titel: CISS, kind: Consorzio, parent: 'comune-abla'}
+    title: 'CISA 24'
+    \"kind\": consortium
+    parent: \"comune-alba\"
+  - {id: ciss, title: CISS, kind: consortium, parent: 'comune-alba'}
 documents: []
";
    assert!(run.stdout.starts_with(shown), "{}", run.stdout);
    assert!(run.stdout.contains("Corrected 6 findings in one file"));
}

#[test]
fn each_way_of_writing_is_kept() {
    let file = "content/nuova.md";
    let page = |before: &str, after: &str| {
        let with = |text: &str| {
            format!("---\ntitle: Nuova\nsummary: Una pagina.\nreviewed: 2026-11-01\n{text}")
        };
        becomes(file, &with(before), &with(after));
        let crlf = |text: &str| with(text).replace('\n', "\r\n");
        becomes(file, &crlf(before), &crlf(after));
    };
    // Two on one line, in the front matter and in the text.
    page(
        "argomenti: [cassa]   # why\n---\nText.\n",
        "topics: [casa]   # why\n---\nText.\n",
    );
    page(
        "# c\n'ordine' : 7   # d\n---\n[a](ref:organization/comune-abla) e [b](ref:organisation/comune-bra#top)\n",
        "# c\n'order' : 7   # d\n---\n[a](ref:organization/comune-alba) e [b](ref:organization/comune-bra#top)\n",
    );
    page(
        "---\n[a](../content/privvacy.md?q#top)\n",
        "---\n[a](privacy.md?q#top)\n",
    );
    // What is behind a sign that YAML needs in quotes.
    page(
        "nav_title: Uno: due\n---\n\nText.\n",
        "nav_title: \"Uno: due\"\n---\n\nText.\n",
    );
}

#[test]
fn a_byte_order_mark_stays() {
    becomes(
        REGISTRY,
        &format!("\u{feff}{FAULTY}"),
        &format!("\u{feff}{MENDED}"),
    );
}

#[test]
fn settings_are_corrected_too() {
    let site = Site::new();
    let before = text(&site, "site.toml");
    let faulty = before
        .replace("title =", "titolo =   # why\n")
        .replace("\n \"", "\n\"");
    let site = site.file("site.toml", faulty);
    fix(&site);
    assert!(text(&site, "site.toml").contains("titolo"));
    let site = site.file("site.toml", before.replace("title =", "titolo  ="));
    fix(&site);
    assert_eq!(
        text(&site, "site.toml"),
        before.replace("title =", "title  =")
    );
}

#[test]
fn anchors_of_yaml_are_left_alone() {
    let text_with_anchor = "organizations:\n  - &a {id: x, titolo: X, kind: consortium}\n";
    becomes(REGISTRY, text_with_anchor, text_with_anchor);
}

/// Two things may be meant, or nothing is near enough to be sure.
#[test]
fn advice_that_an_editor_must_weigh_is_left() {
    for item in [
        "parent: comune-fbrmaa",
        "parent: comune-xxra",
        "titolo: Due\n    nome: Tre",
        "topics: casa, anziani",
    ] {
        let entry =
            format!("organizations:\n  - id: x\n    kind: consortium\n    title: X\n    {item}\n");
        let entry = match item.contains("titolo") {
            true => entry.replace("    title: X\n", ""),
            false => entry,
        };
        becomes(REGISTRY, &entry, &entry);
    }
    // Another number is another law.
    becomes(
        "content/nuova.md",
        "---\ntitle: N\n---\n[a](ref:document/l-328-2001)\n",
        "---\ntitle: N\n---\n[a](ref:document/l-328-2001)\n",
    );
}

#[test]
fn a_fix_that_brings_another_error_is_not_made() {
    // Each would be above the other.
    let registry = "\
organizations:
  - {id: ente-superiore, title: A, kind: consortium, parent: ente-inferiorre}
  - {id: ente-inferiore, title: B, kind: consortium, parent: ente-superiore}
";
    let site = Site::new().file(REGISTRY, registry);
    let run = fix(&site);
    assert_eq!(text(&site, REGISTRY), registry);
    assert!(
        run.stdout.contains("One proposal is left to you"),
        "{}{}",
        run.stdout,
        run.stderr
    );
}

/// One proposal that is refused stops no other, and one that brings a fault to light which can be corrected is made with it.
#[test]
fn fixes_go_on_until_none_is_left() {
    let registry = |kind: &str, good: &str, key: &str| {
        let start = "organizations:
  - id: x
    title: X
    kind: consortium
    contacts:
      - office: Uno
        channels:
          - {kind: telefono, value: ignoto}
";
        let two = |at: usize| {
            let bad = format!("          - {{kind: telefono, value: ignoto {at}}}\n");
            format!("{bad}          - {{kind: {kind}, value: \"{good}{at}\"}}\n")
        };
        let many: String = (1000..1004).map(two).collect();
        format!("{start}{many}          - {{kind: web, {key}: https://example.org}}\n")
    };
    becomes(
        REGISTRY,
        &registry("telefono", "+39 0171 ", "valore"),
        &registry("phone", "+390171", "value"),
    );
}

/// A link within the site is the same file once more.
#[cfg(unix)]
#[test]
fn a_file_with_two_names_is_corrected_once() {
    let site = Site::new().file("content/vero.md", "---\ntitel: Vero\nsummary: S.\n---\n");
    std::os::unix::fs::symlink("vero.md", site.path("content/altro.md")).unwrap();
    fix(&site).succeeds();
    assert_eq!(
        text(&site, "content/vero.md"),
        "---\ntitle: Vero\nsummary: S.\n---\n"
    );
    assert!(site.path("content/altro.md").is_symlink());
}

#[test]
fn a_dry_run_writes_nothing() {
    let site = Site::new().file(REGISTRY, FAULTY);
    let run = site.run(&["check", "--fix", "--dry-run", "--as-of", AS_OF]);
    assert_eq!(run.exit, Some(1), "the faults are still there");
    assert_eq!(text(&site, REGISTRY), FAULTY);
    assert!(
        run.stdout.contains("+    title: 'CISA 24'\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("6 findings to correct in one file; nothing was written")
    );
    assert_eq!(site.run(&["check", "--dry-run"]).exit, Some(2));
}

#[test]
fn without_anything_to_correct_nothing_is_written() {
    let site = Site::new();
    let before = fs::metadata(site.path("content/consulta.md"))
        .unwrap()
        .modified()
        .unwrap();
    let run = fix(&site);
    run.succeeds();
    assert!(
        run.stdout.starts_with("Nothing to correct\n"),
        "{}",
        run.stdout
    );
    let after = fs::metadata(site.path("content/consulta.md"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(before, after);
}

#[test]
fn what_is_left_is_reported_as_by_check() {
    let registry = FAULTY.replace("'CISA 24'", "[a, b]");
    let site = Site::new().file(REGISTRY, &registry);
    let run = fix(&site);
    assert_eq!(run.exit, Some(1));
    let check = site.check();
    assert!(run.stderr.contains("title: [a, b]"), "{}", run.stderr);
    assert_eq!(run.stderr, check.stderr);
    let json = site.run(&["check", "--fix", "--format", "json", "--as-of", AS_OF]);
    assert!(json.stdout.starts_with("{\"version\""), "{}", json.stdout);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_stays_and_others_are_written() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new().file(REGISTRY, FAULTY).file(
        "content/altro.yaml",
        "organizations:\n  - {id: y, titolo: Y, kind: consortium}\n",
    );
    let path = site.path(REGISTRY);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let other = site.path("content/altro.yaml");
    fs::set_permissions(&other, fs::Permissions::from_mode(0o640)).unwrap();
    let run = fix(&site);
    assert_eq!(run.exit, Some(2));
    assert!(
        run.stderr
            .contains("`content/registro.yaml` cannot be written"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("error[unknown-key]"), "{}", run.stderr);
    assert_eq!(text(&site, REGISTRY), FAULTY);
    assert!(text(&site, "content/altro.yaml").contains("title: Y"));
    assert_eq!(
        fs::metadata(other).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

/// What editors write by mistake: a key in Italian or misspelt, glued to its value, or twice; an id or alias of another.
#[derive(Clone, Debug)]
enum Slip {
    Rename(usize, usize),
    Glue(usize),
    Repeat(usize, usize),
    Value(usize, usize),
}

const NAMES: [&str; 16] = [
    "tipo",
    "titolo",
    "nome",
    "data",
    "posti",
    "membri",
    "ente",
    "sede",
    "fine",
    "inizio",
    "ruolo",
    "descrizione",
    "idd",
    "titel",
    "kin",
    "argomento",
];

const VALUES: [&str; 16] = [
    "consulta",
    "Consulta Test",
    "comune-a",
    "comune",
    "organismo",
    "[/x/, /x]",
    "[x/, /x/]",
    "ente",
    "\"3\"",
    "due",
    "14 marzo 2026",
    "{vacant: vero}",
    "presidente",
    "si",
    "Provincia di Test",
    "2026-3-4",
];

fn slipped(text: &str, slip: &Slip) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let keyed: Vec<usize> = (0..lines.len())
        .filter(|at| lines[*at].contains(": "))
        .collect();
    let line = |at: &usize| keyed[at % keyed.len()];
    let parts = |line: &str| {
        let (before, value) = line.split_once(": ").unwrap();
        let start = before.rfind([' ', '{', ',']).map_or(0, |at| at + 1);
        (
            before[..start].to_owned(),
            before[start..].to_owned(),
            value.to_owned(),
        )
    };
    match slip {
        _ if keyed.is_empty() => {}
        Slip::Rename(at, name) => {
            let (before, _, value) = parts(&lines[line(at)]);
            lines[line(at)] = format!("{before}{}: {value}", NAMES[name % NAMES.len()]);
        }
        Slip::Glue(at) => lines[line(at)] = lines[line(at)].replacen(": ", ":", 1),
        Slip::Repeat(at, name) => {
            let (before, _, value) = parts(&lines[line(at)]);
            let blank = " ".repeat(before.len());
            lines.insert(
                line(at) + 1,
                format!("{blank}{}: {value}", NAMES[name % NAMES.len()]),
            );
        }
        Slip::Value(at, value) => {
            let (before, key, _) = parts(&lines[line(at)]);
            lines[line(at)] = format!("{before}{key}: {}", VALUES[value % VALUES.len()]);
        }
    }
    lines.join("\n") + "\n"
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(24))]

    /// No key, id or address is there twice that was not before. In files that could be read, no error comes at all.
    #[test]
    fn fixes_bring_no_error(
        slips in prop::collection::vec((any::<usize>(), prop_oneof![
            any::<(usize, usize)>().prop_map(|(at, name)| Slip::Rename(at, name)),
            any::<usize>().prop_map(Slip::Glue),
            any::<(usize, usize)>().prop_map(|(at, name)| Slip::Repeat(at, name)),
            any::<(usize, usize)>().prop_map(|(at, value)| Slip::Value(at, value)),
        ]), 1..6)
    ) {
        static FULL: LazyLock<Files> = LazyLock::new(full_pages);
        let languages = "theme = \"mini\"\nlanguages = [\"it\", \"de\"]";
        let site = Site::of(FULL.clone()).replace("site.toml", "theme = \"mini\"", languages);
        let texts: Vec<&String> = FULL.keys().filter(|it| it.starts_with("content/") && (it.ends_with(".md") || it.ends_with(".yaml"))).collect();
        for (file, slip) in &slips {
            let file = texts[file % texts.len()];
            let now = text(&site, file);
            site.put(file, slipped(&now, slip));
        }
        let count = || {
            let found = crate::in_process::findings(site.root.path());
            let mut counts: BTreeMap<(String, Code), usize> = BTreeMap::new();
            for it in found.iter().filter(|it| it.diagnostic.severity(false) == Severity::Error) {
                *counts.entry((it.diagnostic.place.file.to_string(), it.diagnostic.code)).or_default() += 1;
            }
            counts
        };
        let before = count();
        let texts_before = crate::fixtures::visible_files(site.root.path());
        crate::in_process::mend(site.root.path());
        let twice = [Code::DuplicateKey, Code::DuplicateId, Code::DuplicateAddress];
        for ((file, code), errors) in count() {
            let known = before.get(&(file.clone(), code)).copied().unwrap_or(0);
            // What stands in a file that could not be read comes to light.
            let was_read = !before.contains_key(&(file.clone(), Code::YamlSyntax));
            if errors > known && (was_read || twice.contains(&code)) {
                let now = text(&site, &file);
                let was = String::from_utf8_lossy(&texts_before[&file]).into_owned();
                prop_assert!(false, "{file}: {code:?}\n{was}\n=>\n{now}");
            }
        }
        prop_assert_eq!(crate::in_process::mend(site.root.path()).0, 0);
    }
}

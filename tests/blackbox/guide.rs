//! The guide of this repository's site: what is generated is as the program writes it, and the examples work.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::fixtures::{Files, folder, temporary_folder};
use crate::site::{AS_OF, Site};

const PROGRAM: &str = env!("CARGO_BIN_EXE_raccordo");

/// A fenced block of a page: the word after the fence, and its text.
type Block = (String, String);

fn page(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guida");
    fs::read_to_string(path.join(name)).unwrap()
}

fn blocks(text: &str) -> Vec<Block> {
    let fenced = text.split("\n```").skip(1).step_by(2);
    let block = |it: &str| {
        let (syntax, text) = it.split_once('\n').unwrap();
        (syntax.to_owned(), format!("{text}\n"))
    };
    fenced.map(block).collect()
}

#[test]
fn the_generated_pages_are_those_that_the_program_writes() {
    let fresh = temporary_folder();
    // Pages show the pictures that there are.
    let kept = folder("content/guida");
    for (name, bytes) in kept.iter().filter(|(name, _)| name.ends_with(".png")) {
        let path = fresh.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let status = Command::new(PROGRAM)
        .args(["export", "guide"])
        .arg(fresh.path())
        .output()
        .unwrap();
    assert!(status.status.success(), "{status:?}");
    let written = crate::fixtures::visible_files(fresh.path());
    for (name, text) in &written {
        let same = kept.get(name) == Some(text);
        assert!(
            same,
            "{name} is old: run `raccordo export guide content/guida`"
        );
    }
    let written: Files = written
        .into_iter()
        .filter(|(name, _)| name.ends_with(".md"))
        .collect();
    let types = kept.keys().filter(|name| name.starts_with("campi/"));
    let is_shown = |name: &str| {
        let file = name.rsplit_once('/').unwrap().1;
        let link = format!("](immagini/{file})");
        let shows = |text: &Vec<u8>| String::from_utf8_lossy(text).contains(&link);
        name.ends_with(".png") && written.values().any(shows)
    };
    let orphans: Vec<&String> = types
        .filter(|name| !written.contains_key(*name) && !is_shown(name))
        .collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

#[test]
fn the_pages_of_the_guide_are_pages_of_any_site() {
    for (options, original, translation) in [
        (&["--language", "it"][..], "# Questa pagina", None),
        (&["--language", "en"], "# This page", None),
        (&["--language", "de"], "# This page", None),
        (&["--example"], "# Questa pagina", Some("# This page")),
    ] {
        let site = Site::empty();
        site.run(&[&["init"], options].concat()).succeeds();
        let before = site.check_in_process().errors();
        site.run(&["export", "guide", "content/aiuto"]).succeeds();
        assert_eq!(site.check_in_process().errors(), before, "{options:?}");
        let check = site.run(&["check", "--as-of", AS_OF]);
        assert!(!check.stderr.contains("content/aiuto"), "{}", check.stderr);
        let line = |file: &str| {
            let text = fs::read_to_string(site.path(&format!("content/aiuto/{file}"))).ok()?;
            text.lines().nth(1).map(str::to_owned)
        };
        assert!(line("campi/body.md").unwrap().starts_with(original));
        let other = line("campi/body.en.md");
        assert_eq!(
            other.is_some_and(|it| it.starts_with("# This page")),
            translation.is_some()
        );
        // Again, over its own; never over others.
        site.run(&["export", "guide", "content/aiuto"]).succeeds();
        site.put("content/aiuto/vocabolari.md", "---\ntitle: Mio\n---\n");
        site.put(
            "content/aiuto/campi/body.md",
            "---\n# This page is written by `raccordo export guide`.\n---\n",
        );
        let before = crate::fixtures::visible_files(site.root.path());
        site.run(&["export", "guide", "content/aiuto"])
            .cannot_run("vocabolari.md");
        assert_eq!(crate::fixtures::visible_files(site.root.path()), before);
    }
}

#[test]
fn every_field_has_an_example_and_an_italian_description() {
    let mut english: BTreeMap<String, String> = BTreeMap::new();
    for (name, text) in folder("content/guida/campi") {
        if name.ends_with(".png") {
            continue;
        }
        let text = String::from_utf8(text).unwrap();
        for field in text.split("\n### ").skip(1) {
            let heading = field.lines().next().unwrap();
            assert!(field.contains("\n```"), "{name}: {heading}");
            let doc = field.lines().nth(2).unwrap().to_owned();
            let key = format!("{} {heading}", name.replace(".en.md", ".md"));
            if let Some(other) = english.insert(key, doc.clone()) {
                assert_ne!(other, doc, "{name}: {heading}");
            }
        }
    }
}

/// The site that the pages build: what their commands write, and the files that they show.
struct Tried {
    folder: tempfile::TempDir,
    site: String,
}

impl Tried {
    /// The site of the first page, in a language.
    fn tutorial(language: &str) -> Tried {
        let mut tried = Tried {
            folder: temporary_folder(),
            site: String::new(),
        };
        tried.follow(&format!("prima-pagina{language}.md"));
        tried
    }

    /// Does what a page says, in order, and builds.
    fn follow(&mut self, name: &str) {
        for (syntax, text) in blocks(&page(name)) {
            if syntax == "sh" {
                self.run(&text);
            } else if let Some(file) = file_of(&text) {
                self.write(file, &text);
            }
        }
        self.run("raccordo build --as-of 2026-11-29\n");
    }

    fn run(&mut self, commands: &str) {
        let bin = Path::new(PROGRAM).parent().unwrap().display();
        let path = std::env::var("PATH").unwrap();
        let ran = Command::new("sh")
            .args(["-euc", commands])
            .current_dir(self.folder.path().join(&self.site))
            .env("PATH", format!("{bin}:{path}"))
            .output()
            .unwrap();
        assert!(
            ran.status.success(),
            "{commands}\n{}",
            String::from_utf8_lossy(&ran.stderr)
        );
        let entered = commands.lines().find_map(|line| line.strip_prefix("cd "));
        self.site = entered.map_or(self.site.clone(), str::to_owned);
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.folder.path().join(&self.site).join(file);
        match file {
            "site.toml" => {
                let settings = fs::read_to_string(&path).unwrap();
                fs::write(&path, with_settings(&settings, text)).unwrap();
            }
            _ => fs::write(&path, text).unwrap(),
        }
    }
}

/// The file that a block is: its first or second line is a comment with its path.
fn file_of(text: &str) -> Option<&str> {
    let mut lines = text.lines().take(2);
    lines.find_map(|line| {
        let file = line.strip_prefix("# ")?;
        (file == "site.toml" || file.starts_with("content/")).then_some(file)
    })
}

/// Settings with those of a block: keys take the place of the same keys, tables are added.
fn with_settings(settings: &str, block: &str) -> String {
    let (keys, tables) = match block.split_once("\n[") {
        Some((keys, tables)) => (keys.to_owned(), format!("[{tables}")),
        None => (block.to_owned(), String::new()),
    };
    let key = |line: &str| line.split(" =").next().unwrap().to_owned();
    let new: Vec<String> = keys.lines().map(key).collect();
    let kept = settings.lines().filter(|line| !new.contains(&key(line)));
    let kept: Vec<&str> = kept.collect();
    format!("{keys}\n{}\n{tables}\n", kept.join("\n"))
}

#[test]
fn the_first_page_works_as_it_is_printed() {
    for language in ["", ".en"] {
        let tried = Tried::tutorial(language);
        let site = tried.folder.path().join(&tried.site);
        assert!(site.join("public/de/index.html").is_file());
    }
}

#[test]
fn the_examples_of_the_other_pages_build() {
    let pages = ["testi", "traduzioni", "temi", "manutenzione", "vocabolari"];
    for language in ["", ".en"] {
        let mut tried = Tried::tutorial(language);
        for name in pages {
            tried.follow(&format!("{name}{language}.md"));
        }
    }
}

#[test]
fn a_page_and_its_translation_show_the_same_configurations() {
    let of = |name: &str| -> Vec<Block> {
        let all = blocks(&page(name)).into_iter();
        all.filter(|(syntax, _)| syntax != "text").collect()
    };
    assert_eq!(of("pubblicare.md"), of("pubblicare.en.md"));
    assert_eq!(of("pubblicare.md").len(), 5);
}

#[test]
fn help_shows_the_pages_of_the_guide() {
    let help = |args: &[&str]| {
        let run = Command::new(PROGRAM).args(args).output().unwrap();
        String::from_utf8(run.stdout).unwrap()
    };
    for (language, title, words) in [
        ("it", "Pubblicare il sito", "## Su un server"),
        ("en", "Publishing the site", "## On a server"),
    ] {
        let list = help(&["help", "guide", "--lang", language]);
        assert!(
            list.contains("  pubblicare ") && list.contains(title),
            "{list}"
        );
        let page = help(&["help", "guide", "pubblicare", "--lang", language]);
        assert!(page.contains(words) && !page.contains("---"), "{page}");
    }
}

#[test]
fn help_of_a_field_says_what_it_is() {
    let help = |args: &[&str]| {
        let output = Command::new(PROGRAM)
            .arg("help")
            .args(args)
            .output()
            .unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.code().unwrap(), text)
    };
    let vacant = "holder.vacant

Se il posto è vuoto.

Che cosa ci va: vero o falso (`true` o `false`)
Ci vuole uno di questi campi: person, name, vacant, on_behalf_of.

    vacant: true
";
    assert_eq!(
        help(&["field", "vacant", "--lang", "it"]),
        (0, vacant.to_owned())
    );
    let (status, text) = help(&["field", "body.seats", "--lang", "en"]);
    assert!(status == 0 && text.starts_with("body.seats\n"), "{text}");
    let is_published = !env!("CARGO_PKG_HOMEPAGE").is_empty();
    assert_eq!(text.contains("https://"), is_published, "{text}");
    let (_, text) = help(&["field", "contact.channels", "--lang", "en"]);
    assert!(text.contains("It is required."), "{text}");
    let (_, text) = help(&["field", "holder.person", "--lang", "en"]);
    assert!(
        text.contains("One of these fields is needed: person, name"),
        "{text}"
    );
    let (status, text) = help(&["person", "--lang", "en"]);
    assert!(status == 0 && text.contains("* given"), "{text}");
    let (status, text) = help(&["field", "posti", "--lang", "it"]);
    assert!(status == 2 && text.contains("body.seats"), "{text}");
    let (status, text) = help(&["field", "xyzxyz", "--lang", "en"]);
    assert_eq!(
        (status, text.as_str()),
        (
            2,
            "error: There is no command, type, field or page of the guide called `xyzxyz`\n"
        )
    );
    let (status, text) = help(&["check", "--lang", "en"]);
    assert!(
        status == 0 && text.contains("Usage: raccordo check"),
        "{text}"
    );
}

/// Each field of the reference is explained.
#[test]
fn help_answers_for_every_field() {
    for (name, page) in folder("content/guida/campi") {
        let Some(of) = name.rsplit('/').next().unwrap().strip_suffix(".en.md") else {
            continue;
        };
        let page = String::from_utf8(page).unwrap();
        let fields = page.split("\n### `").skip(1);
        // A process for each would take long: the first and the last of each type.
        let fields: Vec<&str> = fields.map(|it| it.split('`').next().unwrap()).collect();
        for field in fields.first().iter().chain(&fields.last()) {
            let output = Command::new(PROGRAM)
                .args(["help", "field", &format!("{of}.{field}"), "--lang", "en"])
                .output()
                .unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            let path = text.lines().next().unwrap_or_default();
            assert!(path.ends_with(**field), "{of}.{field}: {text}");
        }
    }
}

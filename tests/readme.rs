//! The README is right: its tables are complete, and its tour works as it is printed.

// Helpers may fail as tests do.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::Command;

use raccordo::site::sources::NAME_RULES;

const README: &str = include_str!("../README.md");

#[test]
fn the_table_of_dependencies_is_complete() {
    let manifest: toml::Table = include_str!("../Cargo.toml").parse().unwrap();
    let dependencies: Vec<&str> = manifest["dependencies"]
        .as_table()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let section = README.split("## Dependencies").nth(1).unwrap();
    let listed: Vec<&str> = section
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    assert_eq!(listed, dependencies);
}

#[test]
fn the_table_of_what_is_published_is_that_of_the_program() {
    let pages = [
        include_str!("../content/guida/che-cosa-si-pubblica.md"),
        include_str!("../content/guida/che-cosa-si-pubblica.en.md"),
    ];
    let listed = pages.map(|page| -> Vec<String> {
        let lines = page.lines().filter_map(|line| line.strip_prefix("| `"));
        lines
            .map(|line| line.split(" |").next().unwrap().to_owned())
            .map(|names| names.replace(" (with any capitals)", ""))
            .map(|names| names.replace(" (con qualsiasi maiuscola)", ""))
            .collect()
    });
    let declared: Vec<String> = NAME_RULES
        .iter()
        .map(|(names, _)| format!("{}`", names.replace(' ', "` `").replace('\r', "\\r")))
        .collect();
    assert_eq!(listed, [declared.clone(), declared]);
}

#[test]
fn the_table_of_commands_has_every_option() {
    let section = README.split("## Command line").nth(1).unwrap();
    let section = section.split("## While").next().unwrap();
    for command in [
        "init",
        "new",
        "build",
        "check",
        "watch",
        "serve",
        "schema",
        "completions",
        "manual",
        "diff",
        "log",
        "export",
        "explain",
        "help",
    ] {
        assert!(section.contains(&format!("| `raccordo {command}")));
        let help = Command::new(env!("CARGO_BIN_EXE_raccordo"))
            .args([command, "--help", "--lang", "en"])
            .output()
            .unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        let words = help.split(|letter: char| letter.is_whitespace() || "[],".contains(letter));
        for option in words.filter(|word| word.starts_with("--") && *word != "--help") {
            let is_named = section.contains(&format!("`{option}"));
            assert!(
                is_named,
                "the README's table lacks `{option}` of `{command}`"
            );
        }
    }
}

#[test]
fn the_tour_builds() {
    let site = tour();
    let root = site.path().join("consulte");
    let (status, printed) = raccordo(&root, "build");
    assert_eq!(status, 0, "{printed}");
    let page = root.join("public/consulta-volontariato/index.html");
    assert!(page.is_file());
}

#[test]
fn the_mistake_of_the_tour_is_reported_as_printed() {
    let site = tour();
    let root = site.path().join("consulte");
    let page = root.join("content/consulta-volontariato.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace("[comune-alba,", "[comune-abla,")).unwrap();
    let (status, printed) = raccordo(&root, "build");
    assert_eq!(status, 1);
    let shown = block("errore[dangling-reference]");
    assert!(
        printed.contains(shown.trim_end()),
        "the README shows\n{shown}\nand the program says\n{printed}"
    );
}

/// The site of the tour: what its commands write, and the page that it shows.
fn tour() -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_raccordo"));
    let path = std::env::var("PATH").unwrap();
    let ran = Command::new("sh")
        .args(["-euc", block("raccordo init")])
        .current_dir(site.path())
        .env(
            "PATH",
            format!("{}:{path}", program.parent().unwrap().display()),
        )
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
    let page = "content/consulta-volontariato.md";
    let path = site.path().join("consulte").join(page);
    assert!(path.is_file());
    fs::write(path, block(&format!("# {page}\n"))).unwrap();
    site
}

/// The block of code that holds this text.
fn block(text: &str) -> &'static str {
    let blocks = README.split("```").skip(1).step_by(2);
    let block = blocks
        .filter_map(|block| block.split_once('\n'))
        .map(|(_, code)| code);
    block
        .into_iter()
        .find(|code| code.contains(text))
        .unwrap_or_else(|| panic!("no block of the README holds {text}"))
}

fn raccordo(root: &Path, command: &str) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_raccordo"))
        .args([command, "--root"])
        .arg(root)
        .args(["--as-of", "2026-11-21", "--lang", "it"])
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

//! `raccordo diff`: what changed between two revisions, as facts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value as Json;

use crate::site::Site;

mod formats;
mod history;
mod holders;
mod kinds;
mod properties;
mod repositories;
mod sentences;
mod things;

const BODY: &str = "content/consulta.md";
const MEETING: &str = "content/riunione.md";
const REGISTRY: &str = "content/registro.yaml";
const PERSONS: &str = "content/persone.yaml";

/// What stands at the end of the registry of organizations.
const CUNEO: &str = "  - {id: cuneo, title: Comune di Cuneo, kind: municipality}\n";

/// A site that has something of every kind.
const FILES: [(&str, &str); 8] = [
    ("site.toml", "title = \"Prova\"\n"),
    ("content/_index.md", "---\ntitle: Prova\n---\n"),
    (
        "content/consulta.md",
        r#"---
type: body
title: Consulta
summary: Una consulta di prova.
kind: council
authority: provincia
parent: conferenza
members: [alba, bra, cuneo]
territory: {area: langhe, zones: {kind: zone, count: 2, lead: [alba, bra]}}
legal_basis:
  - {act: legge, relation: framework}
  - {missing: true, relation: establishes}
instruments: [{name: Piano di zona, scope: zone}]
related: [{name: Osservatorio, relation: coordinates_with}]
activities:
  - {id: pareri, text: Dare pareri sui piani}
topics: [sociale]
seats:
  - id: presidente
    role: chair
    basis: elected
    office: Presidente
    voting: true
    term_months: 24
    from: [alba]
    holders:
      - {name: Anna Bianchi, from: 2024-01-10, on_behalf_of: alba}
  - {id: delegati, basis: delegate, office: Delegato, count: 7}
  - {id: esperti, basis: expert, office: Esperto, count_source: unknown}
  - id: segretario
    basis: appointed
    office: Segretario
    holders: [{vacant: true, from: 2024-01-01}]
tables:
  - id: tecnico
    title: Tavolo tecnico
    seats:
      - {id: enti, basis: representative, office: Tecnico, each: members, count_source: implied}
contacts: [{office: Ufficio, channels: [{kind: phone, value: "+390171111111"}]}]
---
Uno due tre.
"#,
    ),
    (
        "content/conferenza.md",
        "---\ntype: body\ntitle: Conferenza\nkind: conference\nauthority: provincia\nactivities: [{id: a, text: Una}]\nseats: [{id: sindaci, basis: ex_officio, office: Sindaco, count: 3}]\n---\n",
    ),
    (
        "content/osservatorio.md",
        "---\ntype: body\ntitle: Osservatorio provinciale\nkind: observatory\nauthority: provincia\nactivities: [{id: b, text: Altra}]\nseats: [{id: membri, basis: expert, office: Membro, count: 5}]\n---\n",
    ),
    (
        "content/riunione.md",
        "---\ntype: meeting\ntitle: Prima riunione\nbody: consulta\nstart: 2026-03-14T15:30\nplace: Sala rossa\nagenda: [Bilancio, Varie]\n---\n",
    ),
    (
        "content/registro.yaml",
        r"organizations:
  - {id: provincia, title: Provincia di Cuneo, kind: province, ipa: p_cn}
  - {id: alba, title: Comune di Alba, kind: municipality, istat: '004003'}
  - {id: bra, title: Comune di Bra, kind: municipality}
  - {id: cuneo, title: Comune di Cuneo, kind: municipality}
documents:
  - {id: legge, title: Legge 328, kind: law, date: 2000-11-08}
  - {id: verbale, title: Verbale, kind: minutes}
areas:
  - {id: langhe, title: Langhe, kind: zone}
  - {id: roero, title: Roero, kind: zone}
topics:
  - {id: sociale, title: Politiche sociali}
  - {id: giovani, title: Giovani}
",
    ),
    (
        "content/persone.yaml",
        "persons:\n  - {id: rossi, given: Carla, family: Rossi, publication_basis: D.Lgs. 33/2013}\n",
    ),
];

/// The site in a repository with one commit.
fn repository() -> Site {
    let files = FILES.iter();
    let site = files.fold(Site::empty(), |site, (path, text)| site.file(path, text));
    git(&site, &["init", "-q", "-b", "main"]);
    commit(&site);
    site
}

fn commit(site: &Site) {
    git(site, &["add", "-A"]);
    git(site, &["commit", "-q", "--allow-empty", "-m", "x"]);
}

#[track_caller]
fn git(site: &Site, args: &[&str]) -> String {
    git_in(site.root.path(), args)
}

/// Git without the configuration of whoever runs the tests.
#[track_caller]
pub(crate) fn git_in(folder: &Path, args: &[&str]) -> String {
    let output = Command::new("git")
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(["-c", "user.name=A", "-c", "user.email=a@b.example"])
        .args(["-c", "protocol.file.allow=always"])
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?} {output:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// What the program says in a folder: its exit status, its output, its messages.
fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    raccordo(folder, "diff", args)
}

fn raccordo(folder: &Path, command: &str, args: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_raccordo"))
        .arg(command)
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (stdout, stderr) = (text(output.stdout), text(output.stderr));
    assert!(!stderr.contains("panicked"), "{stderr}");
    (output.status.code().unwrap(), stdout, stderr)
}

/// The changes as JSON.
#[track_caller]
fn report(folder: &Path, args: &[&str]) -> Json {
    let (status, stdout, stderr) = run(folder, &[args, &["--format", "json"]].concat());
    assert_eq!(status, 0, "{stderr}");
    serde_json::from_str(&stdout).unwrap()
}

/// The changes from the last commit to the files on disk.
#[track_caller]
fn changes(site: &Site) -> Vec<Json> {
    let report = report(site.root.path(), &["--lang", "en"]);
    report["changes"].as_array().unwrap().clone()
}

/// The kinds of changes, sorted.
fn kinds(changes: &[Json]) -> Vec<&str> {
    let mut kinds: Vec<&str> = changes
        .iter()
        .map(|it| it["kind"].as_str().unwrap())
        .collect();
    kinds.sort_unstable();
    kinds
}

/// The sentences, in order.
fn sentences(changes: &[Json]) -> Vec<&str> {
    let sentences = changes.iter();
    let sentences = sentences.filter_map(|it| it["sentence"].as_str());
    sentences.collect()
}

/// What is told, in English, of an edit of a file that has been edited before.
#[track_caller]
fn told(file: &str, before: (&str, &str), now: (&str, &str)) -> String {
    let site = repository();
    edit(&site, file, before.0, before.1);
    commit(&site);
    edit(&site, file, now.0, now.1);
    sentences(&changes(&site)).join("\n")
}

/// An edit of the body before a commit, one after it, and what is told of that in Italian.
type Told<'a> = ((&'a str, &'a str), (&'a str, &'a str), &'a str);

#[track_caller]
fn assert_told(table: &[Told<'_>]) {
    let site = repository();
    let original = fs::read_to_string(site.path(BODY)).unwrap();
    let mut failures = Vec::new();
    for (before, now, expected) in table {
        site.put(BODY, original.replacen(before.0, before.1, 1));
        commit(&site);
        let text = fs::read_to_string(site.path(BODY)).unwrap();
        assert!(text.contains(now.0), "{}", now.0);
        site.put(BODY, text.replacen(now.0, now.1, 1));
        let told = report(site.root.path(), &["--lang", "it"]);
        let told = sentences(told["changes"].as_array().unwrap()).join("\n");
        if told != *expected {
            failures.push(format!("{expected}\n--\n{told}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n----\n"));
}

/// Replaces a text, which stands once in a file.
#[track_caller]
fn edit(site: &Site, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(site.path(path)).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from} in {path}: {text}");
    fs::write(site.path(path), text.replace(from, to)).unwrap();
}

/// All files of the site but those of git.
fn files(site: &Site) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(site.root.path()).into_iter();
    let entries = entries.filter_entry(|entry| entry.file_name() != ".git");
    let files = entries.filter_map(|entry| {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(site.root.path()).unwrap();
        let path = path.to_str().unwrap().to_owned();
        // An image is no text.
        let text = fs::read_to_string(entry.path()).ok()?;
        Some((path, text))
    });
    files.collect()
}

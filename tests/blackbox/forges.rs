//! The workflows that `raccordo init --forge` writes: their steps, run in a shell as the forge runs them.
//!
//! Nothing is fetched: the program is there, so its installation is passed over, and so are the actions of others.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_yaml::Value;

use crate::site::Site;

/// A site in a git repository, as the forge has cloned it.
fn cloned(forge: &str) -> Site {
    let site = Site::empty();
    let options = [
        "--authority",
        "Provincia di Cuneo",
        "--language",
        "it",
        "--forge",
        forge,
    ];
    site.run(&[&["init"], &options[..]].concat()).succeeds();
    let commit = "git init -q -b main && git add -A && git -c user.name=a -c user.email=a@b.example commit -qm a";
    assert!(shell(&site, commit, &[]).status.success());
    site
}

/// Runs a script in the folder of a site, as GitHub runs a step.
fn shell(site: &Site, script: &str, variables: &[(&str, &str)]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_raccordo"));
    let path = format!(
        "{}:{}",
        program.parent().unwrap().display(),
        std::env::var("PATH").unwrap()
    );
    Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        .current_dir(site.root.path())
        .env("PATH", path)
        .env("LANG", "C.UTF-8")
        .env_remove("SOURCE_DATE_EPOCH")
        .envs(variables.iter().copied())
        .output()
        .unwrap()
}

#[track_caller]
fn succeeds(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn workflow(site: &Site, path: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(site.path(path)).unwrap()).unwrap()
}

/// The scripts of a job of GitHub or Forgejo, by the names of their steps.
fn scripts(workflow: &Value, job: &str) -> Vec<(String, String)> {
    let steps = workflow["jobs"][job]["steps"].as_sequence().unwrap();
    let text = |step: &Value, key: &str| step[key].as_str().map(str::to_owned);
    let scripts = steps
        .iter()
        .filter_map(|step| Some((text(step, "name")?, text(step, "run")?)));
    scripts.collect()
}

/// Publishes a site as a second machine would, which has only what was kept of the first.
fn is_quick_with_what_was_kept(
    first: &Site,
    kept: &[&str],
    script: &str,
    variables: &[(&str, &str)],
) {
    let second = Site::empty();
    let from = first.root.path().display();
    let clone = format!(
        "git clone -q {from} . && cp -a {from}/{{{}}} .",
        kept.join(",")
    );
    succeeds(&shell(&second, &clone, &[]));
    let said = succeeds(&shell(&second, script, variables));
    assert!(said.contains("nessun file cambiato"), "{said}");
    let pages = |site: &Site| site.built();
    assert_eq!(pages(first), pages(&second));
}

/// The folders that the workflow keeps from one build to the next, as far as there are any.
fn kept<'a>(site: &Site, paths: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let paths: Vec<&str> = paths.into_iter().collect();
    assert!(paths.contains(&"public") && paths.contains(&".public.raccordo"));
    paths
        .into_iter()
        .filter(|path| site.path(path).exists())
        .collect()
}

#[test]
fn github_checks_builds_and_publishes() {
    let site = cloned("github");
    let workflow = workflow(&site, ".github/workflows/site.yml");
    for (name, script) in scripts(&workflow, "check") {
        let said = succeeds(&shell(&site, &script, &[]));
        let is_check = name == "Check";
        assert_eq!(
            said.contains("::warning file=content/"),
            is_check,
            "{name}: {said}"
        );
    }
    let steps = workflow["jobs"]["check"]["steps"].as_sequence().unwrap();
    let place = |key: &str, value: &str| steps.iter().position(|it| it[key] == value).unwrap();
    // A failed check ends the job, and the program stays kept.
    assert!(place("uses", "actions/cache/save@v4") < place("name", "Check"));
    let url = [("BASE_URL", "https://provincia.example.org/consulte")];
    let publish = scripts(&workflow, "publish");
    for (_, script) in &publish {
        succeeds(&shell(&site, script, &url));
    }
    assert!(
        site.page("sitemap.xml")
            .contains("https://provincia.example.org/consulte/privacy/")
    );
    let steps = workflow["jobs"]["publish"]["steps"].as_sequence().unwrap();
    let mut paths = steps
        .iter()
        .filter_map(|step| step["with"]["path"].as_str());
    let paths = paths
        .find(|path| path.contains(".public.raccordo"))
        .unwrap();
    let kept = kept(&site, paths.lines());
    is_quick_with_what_was_kept(&site, &kept, &publish.last().unwrap().1, &url);
    site.put("content/a.md", "---\ntitolo: A\n---\n");
    let check = &scripts(&workflow, "check")[1].1;
    let failed = shell(&site, check, &[]);
    assert_eq!(failed.status.code(), Some(1));
    let said = String::from_utf8_lossy(&failed.stdout).into_owned();
    assert!(said.contains("::error file=content/a.md,line=2,"), "{said}");
}

#[test]
fn gitlab_checks_builds_and_publishes() {
    let site = cloned("gitlab");
    let workflow = workflow(&site, ".gitlab-ci.yml");
    let lines = |job: &str, key: &str| -> Vec<String> {
        let lines = workflow[job][key].as_sequence().unwrap().iter();
        lines
            .map(|line| line.as_str().unwrap().to_owned())
            .collect()
    };
    let script = |job: &str| {
        [lines(".raccordo", "before_script"), lines(job, "script")]
            .concat()
            .join("\n")
    };
    let home = site.path(".cargo");
    let variables = [
        ("CARGO_HOME", home.to_str().unwrap()),
        ("CI_PAGES_URL", "https://provincia.example.org/consulte"),
    ];
    if shell(&site, "command -v jq", &[]).status.success() {
        succeeds(&shell(&site, &script("check"), &variables));
        let report = fs::read(site.path("code-quality.json")).unwrap();
        let report: Vec<serde_json::Value> = serde_json::from_slice(&report).unwrap();
        assert!(
            report.iter().all(|it| it["check_name"] == "unfinished"),
            "{report:?}"
        );
        assert!(
            report
                .iter()
                .any(|it| it["location"]["path"] == "content/privacy.md")
        );
        site.put("content/a.md", "---\ntitolo: A\n---\n");
        assert_eq!(
            shell(&site, &script("check"), &variables).status.code(),
            Some(1)
        );
        fs::remove_file(site.path("content/a.md")).unwrap();
    }
    succeeds(&shell(&site, &script("pages"), &variables));
    assert!(
        site.page("sitemap.xml")
            .contains("https://provincia.example.org/consulte/privacy/")
    );
    let caches = workflow["pages"]["cache"].as_sequence().unwrap();
    let caches = caches.iter().find(|cache| cache["key"] == "site").unwrap();
    let paths = caches["paths"].as_sequence().unwrap().iter();
    let kept = kept(&site, paths.map(|path| path.as_str().unwrap()));
    is_quick_with_what_was_kept(&site, &kept, &script("pages"), &variables);
}

#[test]
fn forgejo_checks_builds_and_publishes_in_a_branch() {
    let site = cloned("forgejo");
    let workflow = workflow(&site, ".forgejo/workflows/site.yml");
    let forge: PathBuf = site.path("forge.git");
    let remote = forge.to_str().unwrap().to_owned();
    succeeds(&shell(&site, "git init -q --bare forge.git", &[]));
    for _ in 0..2 {
        for (_, script) in scripts(&workflow, "site") {
            succeeds(&shell(
                &site,
                &script,
                &[("REMOTE", &remote), ("TOKEN", "secret")],
            ));
        }
    }
    let published = succeeds(&shell(
        &site,
        "git --git-dir forge.git ls-tree -r --name-only pages",
        &[],
    ));
    assert!(published.contains("privacy/index.html\n"), "{published}");
    assert!(!site.path("public/.git").exists());
}

/// Forges look for workflows at the root of a repository only.
#[test]
fn a_site_below_a_repository_is_published_from_its_root() {
    let site = Site::empty();
    assert!(shell(&site, "git init -q -b main", &[]).status.success());
    for forge in ["github", "gitlab", "forgejo"] {
        let run = site.run(&["init", "uffici/sito", "--language", "it", "--forge", forge]);
        run.succeeds();
    }
    site.run(&["init", "con spazi", "--forge", "github"])
        .cannot_run("con spazi");
    assert!(!site.path("con spazi").exists());
    let readme = fs::read_to_string(site.path("uffici/sito/README.md")).unwrap();
    assert!(
        readme.contains("core.hooksPath uffici/sito/.githooks"),
        "{readme}"
    );
    site.put("uffici/sito/content/a.md", "---\ntitolo: A\n---\n");
    let github = workflow(&site, ".github/workflows/site.yml");
    let failed = shell(&site, &scripts(&github, "check")[1].1, &[]);
    let said = String::from_utf8_lossy(&failed.stdout).into_owned();
    assert!(
        said.contains("::error file=uffici/sito/content/a.md,line=2,"),
        "{said}"
    );
    fs::remove_file(site.path("uffici/sito/content/a.md")).unwrap();
    let url = [
        ("BASE_URL", "https://provincia.example.org/consulte"),
        ("CI_PAGES_URL", "https://provincia.example.org/c"),
    ];
    succeeds(&shell(
        &site,
        &scripts(&github, "publish").last().unwrap().1,
        &url,
    ));
    assert!(site.path("public/privacy/index.html").is_file());
    fs::remove_dir_all(site.path("public")).unwrap();
    let gitlab = workflow(&site, ".gitlab-ci.yml");
    let script = gitlab["pages"]["script"][0].as_str().unwrap();
    succeeds(&shell(&site, script, &url));
    assert!(site.path("public/privacy/index.html").is_file());
    let forgejo = fs::read_to_string(site.path(".forgejo/workflows/site.yml")).unwrap();
    assert!(
        forgejo.contains("            uffici/sito/.raccordo-cache\n"),
        "{forgejo}"
    );
}

#[test]
fn workflows_are_in_the_language_of_the_site_and_overwrite_nothing() {
    for (language, mark) in [
        ("it", "DA COMPLETARE:"),
        ("en", "TO BE COMPLETED:"),
        ("de", "AUSZUFÜLLEN:"),
    ] {
        let site = Site::empty();
        for forge in ["github", "gitlab", "forgejo"] {
            let run = site.run(&["init", "--language", language, "--forge", forge]);
            run.succeeds();
            assert!(
                run.stdout.contains("`RACCORDO_GIT` is empty"),
                "{}",
                run.stdout
            );
        }
        for path in [
            ".github/workflows/site.yml",
            ".gitlab-ci.yml",
            ".forgejo/workflows/site.yml",
        ] {
            let text = fs::read_to_string(site.path(path)).unwrap();
            assert!(text.starts_with("# ") && text.contains(mark), "{text}");
            assert!(!text.contains("{%"), "{text}");
        }
        site.put(".gitlab-ci.yml", "mine");
        let again = site.run(&["init", "--forge", "gitlab"]);
        assert!(again.stdout.contains("= .gitlab-ci.yml"));
        assert_eq!(
            fs::read_to_string(site.path(".gitlab-ci.yml")).unwrap(),
            "mine"
        );
    }
}

//! Repositories of all sorts, and what is said if one cannot be read.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use super::{changes, commit, edit, git, kinds, raccordo, report, repository, run};
use crate::site::Site;

/// A repository with two commits, of which the second takes a place from a seat.
fn two_commits() -> Site {
    let site = repository();
    edit(&site, "content/consulta.md", "count: 7", "count: 6");
    commit(&site);
    site
}

fn found(folder: &Path, args: &[&str]) -> Vec<String> {
    let report = report(folder, args);
    let changes = report["changes"].as_array().unwrap();
    kinds(changes).into_iter().map(str::to_owned).collect()
}

/// Clones a repository into a folder beside it.
fn clone(site: &Site, args: &[&str]) -> PathBuf {
    let from = format!("file://{}", site.root.path().display());
    let to = site.path("../").canonicalize().unwrap();
    let to = to.join(format!(
        "{}-clone",
        site.root.path().file_name().unwrap().to_str().unwrap()
    ));
    let _ = fs::remove_dir_all(&to);
    let all = [&["clone", "-q"], args, &[&from, to.to_str().unwrap()]].concat();
    git(site, &["config", "uploadpack.allowFilter", "true"]);
    git(site, &all);
    to
}

#[test]
fn a_range_two_revisions_and_the_files_on_disk_are_compared() {
    let site = two_commits();
    let root = site.root.path();
    for range in [
        "HEAD~1..HEAD",
        "HEAD~1..",
        "main~1..main",
        "HEAD~1",
        "HEAD~1...HEAD",
    ] {
        assert_eq!(found(root, &[range]), ["seat.count"], "{range}");
    }
    assert_eq!(found(root, &[]), [""; 0]);
    assert_eq!(found(&root.join("content"), &["HEAD~1"]), ["seat.count"]);
    let hash = git(&site, &["rev-parse", "HEAD~1"]);
    git(&site, &["tag", "-a", "-m", "x", "prima", "HEAD~1"]);
    for from in [hash.as_str(), &hash[..10], "prima"] {
        assert_eq!(found(root, &[&format!("{from}..main")]), ["seat.count"]);
    }
}

#[test]
fn what_is_the_same_on_disk_is_not_read_from_the_repository() {
    let site = repository();
    edit(&site, "content/consulta.md", "count: 7", "count: 6");
    let same = git(&site, &["rev-parse", "HEAD:content/conferenza.md"]);
    let object = site.path(&format!(".git/objects/{}/{}", &same[..2], &same[2..]));
    fs::remove_file(&object).unwrap();
    assert_eq!(found(site.root.path(), &[]), ["seat.count"]);
    edit(&site, "content/conferenza.md", "count: 3", "count: 4");
    assert_ne!(run(site.root.path(), &[]).0, 0);
}

#[test]
fn three_dots_compare_from_where_the_branch_began() {
    let site = repository();
    git(&site, &["checkout", "-q", "-b", "ramo"]);
    edit(&site, "content/consulta.md", "count: 7", "count: 6");
    commit(&site);
    git(&site, &["checkout", "-q", "main"]);
    edit(&site, "content/conferenza.md", "count: 3", "count: 4");
    commit(&site);
    assert_eq!(found(site.root.path(), &["main...ramo"]), ["seat.count"]);
    assert_eq!(
        found(site.root.path(), &["main..ramo"]),
        ["seat.count", "seat.count"]
    );
}

#[test]
fn a_site_in_a_folder_of_a_repository_is_compared() {
    let site = Site::empty();
    for (path, text) in super::FILES {
        site.put(&format!("un sito/{path}"), text);
    }
    site.put("content/altro.md", "---\ntype: body\n");
    git(&site, &["init", "-q", "-b", "main"]);
    commit(&site);
    edit(&site, "un sito/content/consulta.md", "count: 7", "count: 6");
    assert_eq!(found(&site.path("un sito"), &[]), ["seat.count"]);
    assert_eq!(
        found(site.root.path(), &["--root", "un sito"]),
        ["seat.count"]
    );
}

#[test]
fn a_bare_clone_is_compared() {
    let site = two_commits();
    let clone = clone(&site, &["--bare"]);
    assert_eq!(found(&clone, &["HEAD~1..HEAD"]), ["seat.count"]);
    let root = clone.to_str().unwrap();
    assert_eq!(
        found(site.root.path(), &["--root", root, "HEAD~1..HEAD"]),
        ["seat.count"]
    );
    // Without files on disk, the last commit is what there is.
    assert_eq!(found(&clone, &["HEAD~1"]), ["seat.count"]);
    assert_eq!(found(&clone, &[]), [""; 0]);
    assert_eq!(
        found(site.root.path(), &["--root", root, "HEAD~1"]),
        ["seat.count"]
    );
    fs::remove_dir_all(clone).unwrap();
}

#[test]
fn a_shallow_clone_says_how_to_get_the_rest() {
    let site = two_commits();
    let clone = clone(&site, &["--depth", "1"]);
    for range in ["HEAD~1", "HEAD~1..HEAD", "altro"] {
        let (status, stdout, stderr) = run(&clone, &[range, "--lang", "en"]);
        assert_eq!((status, stdout.as_str()), (2, ""), "{range}");
        assert!(stderr.contains("`fetch-depth: 0`"), "{stderr}");
    }
    let (status, stdout, stderr) = raccordo(&clone, "log", &["--lang", "en"]);
    assert_eq!((status, stdout.as_str()), (2, ""));
    assert!(stderr.contains("only a part of its history"), "{stderr}");
    assert!(stderr.contains("`fetch-depth: 0`"), "{stderr}");
    fs::remove_dir_all(clone).unwrap();
}

#[test]
fn a_partial_clone_fetches_nothing_and_says_what_is_missing() {
    let site = two_commits();
    for filter in ["blob:none", "tree:0"] {
        let clone = clone(&site, &["--filter", filter]);
        let (status, _, stderr) = run(&clone, &["HEAD~1..HEAD", "--lang", "en"]);
        assert_eq!(status, 2, "{filter}");
        assert!(stderr.contains("cloned in part only"), "{stderr}");
        assert!(stderr.contains("without `--filter`"), "{stderr}");
        fs::remove_dir_all(clone).unwrap();
    }
}

#[test]
fn a_branch_that_only_the_origin_has_is_suggested() {
    let site = two_commits();
    git(&site, &["branch", "altro"]);
    let clone = clone(&site, &[]);
    let (status, _, stderr) = run(&clone, &["altro..HEAD", "--lang", "en"]);
    assert_eq!(status, 2);
    assert!(stderr.contains("did you mean `origin/altro`?"), "{stderr}");
    fs::remove_dir_all(clone).unwrap();
}

#[test]
fn what_is_no_revision_is_a_message() {
    let site = two_commits();
    for name in [
        "no",
        "-x",
        "--",
        "HEAD:content",
        ":/x",
        "HEAD~99",
        "..no",
        "@{u}",
    ] {
        let (status, stdout, stderr) = run(site.root.path(), &["--lang", "en", "--", name]);
        assert_eq!((status, stdout.as_str()), (2, ""), "{name}");
        assert!(stderr.contains("has no revision"), "{name}: {stderr}");
    }
}

#[test]
fn a_site_without_repository_is_a_message() {
    let site = Site::new();
    let (status, _, stderr) = run(site.root.path(), &["--lang", "it"]);
    assert_eq!(status, 2);
    assert!(stderr.contains("non è in un archivio di git"), "{stderr}");
}

#[test]
fn content_in_a_repository_of_its_own_is_a_message() {
    let site = repository();
    let content = site.path("content");
    super::git_in(&content, &["init", "-q", "-b", "main"]);
    for command in ["diff", "log"] {
        let (status, _, stderr) = super::raccordo(site.root.path(), command, &["--lang", "en"]);
        assert_eq!(status, 2, "{command}");
        assert!(stderr.contains("repository of its own"), "{stderr}");
    }
}

#[test]
fn a_revision_without_a_site_is_a_message() {
    let site = Site::empty().file("altro", "x");
    git(&site, &["init", "-q", "-b", "main"]);
    commit(&site);
    for (path, text) in super::FILES {
        site.put(path, text);
    }
    let (status, _, stderr) = run(site.root.path(), &["--lang", "en"]);
    assert_eq!(status, 2);
    assert!(
        stderr.contains("There is no site with a `site.toml` in revision"),
        "{stderr}"
    );
}

#[test]
fn the_formats_of_reftable_and_sha256_are_read() {
    for option in ["--ref-format=reftable", "--object-format=sha256"] {
        let site = Site::empty();
        for (path, text) in super::FILES {
            site.put(path, text);
        }
        let init = std::process::Command::new("git")
            .args(["init", "-q", "-b", "main", option])
            .current_dir(site.root.path())
            .output();
        // Older versions of git have no reftable.
        if !init.unwrap().status.success() {
            continue;
        }
        commit(&site);
        edit(&site, "content/consulta.md", "count: 7", "count: 6");
        assert_eq!(kinds(&changes(&site)), ["seat.count"], "{option}");
    }
}

#[test]
fn links_among_the_content_are_followed_in_revisions_as_on_disk() {
    let site = repository();
    fs::create_dir(site.path("content/altri")).unwrap();
    fs::rename(
        site.path("content/conferenza.md"),
        site.path("content/altri/_conferenza.txt"),
    )
    .unwrap();
    std::os::unix::fs::symlink("altri/vera.md", site.path("content/conferenza.md")).unwrap();
    fs::rename(
        site.path("content/altri/_conferenza.txt"),
        site.path("content/altri/vera.md"),
    )
    .unwrap();
    edit(
        &site,
        "content/altri/vera.md",
        "type: body\n",
        "type: body\nid: conferenza\n",
    );
    commit(&site);
    assert_eq!(found(site.root.path(), &["HEAD"]), [""; 0]);
    assert_eq!(found(site.root.path(), &["HEAD~1..HEAD"]), [""; 0]);
}

#[test]
fn nothing_in_a_repository_runs_a_program() {
    let site = two_commits();
    let trap = site.path(".git/trap");
    fs::write(&trap, "#!/bin/sh\ntouch \"$(dirname \"$0\")/mark\"\ncat\n").unwrap();
    fs::set_permissions(&trap, fs::Permissions::from_mode(0o755)).unwrap();
    let trap = trap.display().to_string();
    for key in [
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "filter.x.smudge",
        "filter.x.clean",
        "core.sshCommand",
        "diff.x.textconv",
        "alias.ls-tree",
        "alias.cat-file",
    ] {
        git(&site, &["config", key, &trap]);
    }
    site.put(
        ".git/info/attributes",
        "* filter=x diff=x export-subst export-ignore\n",
    );
    for range in ["HEAD~1..HEAD", "HEAD~1", "HEAD~1...HEAD"] {
        assert_eq!(found(site.root.path(), &[range]), ["seat.count"]);
    }
    assert!(!site.path(".git/mark").exists());
}

#[test]
fn the_index_and_the_files_stay_as_they_were() {
    let site = two_commits();
    let state = |site: &Site| git(site, &["status", "--porcelain"]) + &git(site, &["for-each-ref"]);
    let before = (state(&site), super::files(&site));
    run(site.root.path(), &["HEAD~1..HEAD"]);
    assert_eq!((state(&site), super::files(&site)), before);
}

#[test]
fn a_site_whose_folder_had_another_name_is_compared() {
    let site = Site::empty();
    for (path, text) in super::FILES {
        site.put(&format!("vecchio/{path}"), text);
    }
    git(&site, &["init", "-q", "-b", "main"]);
    commit(&site);
    fs::rename(site.path("vecchio"), site.path("nuovo")).unwrap();
    edit(&site, "nuovo/content/consulta.md", "count: 7", "count: 6");
    commit(&site);
    let root = site.path("nuovo");
    assert_eq!(found(&root, &["HEAD~1..HEAD"]), ["seat.count"]);
    assert_eq!(found(&root, &["HEAD~1"]), ["seat.count"]);
    // A site beside it is another one.
    site.put("altro/site.toml", "title = \"Altro\"\n");
    site.put("altro/content/_index.md", "---\ntitle: Altro\n---\n");
    let (status, _, stderr) = run(&site.path("altro"), &["HEAD", "--lang", "en"]);
    assert_eq!(status, 2);
    assert!(stderr.contains("There is no site"), "{stderr}");
}

#[test]
fn content_that_is_a_link_is_compared() {
    let site = Site::empty();
    for (path, text) in super::FILES {
        site.put(&path.replace("content/", "testi/pagine/"), text);
    }
    std::os::unix::fs::symlink("testi/pagine", site.path("content")).unwrap();
    git(&site, &["init", "-q", "-b", "main"]);
    commit(&site);
    edit(&site, "testi/pagine/consulta.md", "count: 7", "count: 6");
    assert_eq!(found(site.root.path(), &["HEAD"]), ["seat.count"]);
    commit(&site);
    assert_eq!(found(site.root.path(), &["HEAD~1..HEAD"]), ["seat.count"]);
}

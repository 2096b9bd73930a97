use std::os::unix::fs::PermissionsExt;

use super::*;

/// A program that stands in for git, and runs these lines of a shell.
fn stand_in(lines: &str) -> (Git, Command) {
    let mut git = Git::new(Duration::from_millis(300)).unwrap();
    let program = git.folder.path().join("stand-in");
    fs::write(&program, format!("#!/bin/sh\n{lines}\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
    git.program = program.into();
    let command = git.command(Path::new("/nowhere"));
    (git, command)
}

fn run(lines: &str) -> (Result<bool, NoAnswer>, Vec<String>) {
    let (git, command) = stand_in(lines);
    let mut fields = Vec::new();
    let ended = git.run(command, |field| {
        fields.push(String::from_utf8_lossy(field).into_owned());
        field != b"enough"
    });
    (ended, fields)
}

#[test]
fn a_command_that_hangs_is_left() {
    for lines in [
        "exec sleep 1000",
        "printf 'a\\0'; exec sleep 1000",
        "exec >/dev/null; exec sleep 1000",
        // A process that it leaves behind keeps the output open.
        "sleep 3 & exec sleep 1000",
    ] {
        let began = Instant::now();
        assert_eq!(run(lines).0, Err(NoAnswer::Silent), "{lines}");
        assert!(began.elapsed() < Duration::from_secs(30), "{lines}");
    }
}

#[test]
fn a_command_that_ends_says_how() {
    let failed = |text: &str| Err(NoAnswer::Failed(text.to_owned()));
    for (lines, ended) in [
        ("printf 'a\\0b\\0'", Ok(true)),
        ("printf 'a\\0enough\\0'; exec sleep 1000", Ok(false)),
        ("exit 1", failed("")),
        (
            "echo 'warning: a\nfatal: b c\nd' >&2; exit 128",
            failed("b c"),
        ),
        ("echo 'cannot start' >&2; exit 127", failed("cannot start")),
        (
            "echo 'fatal: odd line: a b' >&2; exit 128",
            failed("odd line"),
        ),
        ("echo 'fatal: found:' >&2; exit 128", failed("found")),
        ("echo \"fatal: bad 'a' in: b\" >&2; exit 128", failed("bad")),
        (
            "printf 'a\\0'; echo 'fatal: late' >&2; exit 128",
            failed("late"),
        ),
    ] {
        assert_eq!(run(lines).0, ended, "{lines}");
    }
    assert_eq!(run("printf 'a\\0b\\0'").1, ["a", "b"]);
}

#[test]
fn a_command_gets_no_environment_but_ours() {
    let (_, fields) = run("env | cut -d= -f1 | sort | tr '\\n' '\\0'");
    let ours = |name: &str| {
        let shell = ["PWD", "PATH", "OLDPWD", "SHLVL", "_"];
        let mut known = shell.iter().chain(&KEPT_VARIABLES);
        known.any(|it| *it == name) || ENVIRONMENT.iter().any(|(it, _)| *it == name)
    };
    let others: Vec<_> = fields.iter().filter(|name| !ours(name)).collect();
    assert!(others.is_empty(), "{others:?}");
    assert!(fields.contains(&"GIT_CONFIG_GLOBAL".to_owned()));
}

#[test]
fn only_absolute_folders_are_searched_for_programs() {
    let path = OsStr::new(":.:bin:/usr/bin:../bin::/bin:");
    assert_eq!(absolute_folders(Some(path)), "/usr/bin:/bin");
    assert_eq!(absolute_folders(None), "");
}

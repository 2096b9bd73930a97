//! A site on disk and the real program: write files, run, expect.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::fixtures::{Files, good_files, temporary_folder, visible_files};

/// The day on which all test sites are built.
pub(crate) const AS_OF: &str = "2026-11-21";

/// A moment of that day, in seconds since 1970.
pub(crate) const NOON_OF_AS_OF: i64 = 1_795_259_000;

/// A site in a folder of its own, removed with the value.
pub(crate) struct Site {
    pub(crate) root: TempDir,
    args: Vec<String>,
    environment: Vec<(String, String)>,
}

impl Site {
    /// The good site.
    pub(crate) fn new() -> Site {
        Site::of(good_files())
    }

    /// A site of these files.
    pub(crate) fn of(files: Files) -> Site {
        let files = files.into_iter();
        files.fold(Site::empty(), |site, (path, bytes)| site.file(&path, bytes))
    }

    /// A folder with nothing in it.
    pub(crate) fn empty() -> Site {
        Site {
            root: temporary_folder(),
            args: Vec::new(),
            environment: Vec::new(),
        }
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// Writes a file, or replaces it.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Site {
        self.put(path, content);
        self
    }

    /// Copies a folder of this repository into the site; `to` comes before the path of each file.
    pub(crate) fn folder(self, folder: &str, to: &str) -> Site {
        let files = crate::fixtures::folder(folder).into_iter();
        files.fold(self, |site, (path, bytes)| {
            site.file(&format!("{to}{path}"), bytes)
        })
    }

    /// Writes a file, between two runs.
    pub(crate) fn put(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Replaces a text in a file, in which it stands once.
    pub(crate) fn replace(self, path: &str, from: &str, to: &str) -> Site {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from} in {path}");
        self.file(path, text.replace(from, to))
    }

    /// The good site without the days that were still to come in the past.
    pub(crate) fn before_its_days(self) -> Site {
        let reviewed = [
            "_index",
            "anna-rossi",
            "consulta",
            "note-legali",
            "orari",
            "privacy",
        ];
        let site = reviewed.iter().fold(self, |site, page| {
            let path = format!("content/{page}.md");
            site.replace(&path, "reviewed: 2026-10-01\n", "")
        });
        site.replace(
            "content/riunione.md",
            "status: held\n",
            "status: scheduled\n",
        )
    }

    pub(crate) fn without(self, path: &str) -> Site {
        fs::remove_file(self.path(path)).unwrap();
        self
    }

    pub(crate) fn arg(mut self, arg: &str) -> Site {
        self.args.push(arg.to_owned());
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Site {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// `raccordo check`, with findings for people.
    pub(crate) fn check(&self) -> Run<'_> {
        self.run(&["check", "--as-of", AS_OF])
    }

    /// `raccordo build`, with findings for people.
    pub(crate) fn build(&self) -> Run<'_> {
        self.run(&["build", "--as-of", AS_OF])
    }

    /// `raccordo build`, with findings for programs.
    pub(crate) fn build_json(&self) -> Run<'_> {
        self.run(&["build", "--format", "json"])
    }

    /// `raccordo check`, with findings for programs, in this process: the command line has no part in it.
    pub(crate) fn check_in_process(&self) -> Run<'_> {
        let (stdout, exit) = crate::in_process::check(self.root.path());
        Run {
            site: self,
            exit: Some(exit),
            stdout,
            stderr: String::new(),
        }
    }

    /// Runs the program in the site's folder, in English, on the day of [`AS_OF`].
    pub(crate) fn run(&self, args: &[&str]) -> Run<'_> {
        let output = Command::new(env!("CARGO_BIN_EXE_raccordo"))
            .args(args)
            .args(&self.args)
            .env("SOURCE_DATE_EPOCH", NOON_OF_AS_OF.to_string())
            .env("LANG", "en_GB.UTF-8")
            .env("LC_ALL", "en_GB.UTF-8")
            .env("RUST_BACKTRACE", "1")
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(self.root.path())
            .output()
            .unwrap();
        Run::new(self, output)
    }

    /// The files of the built site.
    pub(crate) fn built(&self) -> Files {
        visible_files(&self.path("public"))
    }

    /// A page of the built site.
    pub(crate) fn page(&self, path: &str) -> String {
        fs::read_to_string(self.path("public").join(path)).unwrap()
    }
}

/// The result of a run.
pub(crate) struct Run<'a> {
    site: &'a Site,
    pub(crate) exit: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A finding of a JSON report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) severity: String,
    /// `unknown-key content/x.md:3:1`.
    pub(crate) what: String,
    pub(crate) message: String,
    pub(crate) hint: String,
    /// `content/x.md:3:1`, or empty.
    pub(crate) related: String,
}

impl Found {
    /// The files in which its places are.
    pub(crate) fn files(&self) -> Vec<String> {
        let (_, place) = self.what.split_once(' ').unwrap_or_default();
        let places = [place, &self.related].into_iter();
        let files = places.filter_map(|place| place.rsplitn(3, ':').nth(2));
        files.map(str::to_owned).collect()
    }
}

impl<'a> Run<'a> {
    fn new(site: &'a Site, output: Output) -> Run<'a> {
        let run = Run {
            site,
            exit: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        };
        assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
        run
    }

    /// All findings of a run with `--format json`.
    pub(crate) fn findings(&self) -> Vec<Found> {
        let report: serde_json::Value = serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}\n{}{}", self.stdout, self.stderr));
        let findings = report["diagnostics"].as_array().unwrap();
        findings.iter().map(found).collect()
    }

    /// The errors of a run with `--format json`, each `code file:line:column`.
    pub(crate) fn errors(&self) -> Vec<String> {
        self.of_severity("error")
    }

    /// The warnings of a run with `--format json`, each `code file:line:column`.
    pub(crate) fn warnings(&self) -> Vec<String> {
        self.of_severity("warning")
    }

    fn of_severity(&self, severity: &str) -> Vec<String> {
        let findings = self.findings().into_iter();
        let those = findings.filter(|found| found.severity == severity);
        those.map(|found| found.what).collect()
    }

    /// The exit status is 1, there are these errors and no others, and nothing was written. An expected place may leave
    /// the column out.
    #[track_caller]
    pub(crate) fn fails_with(&self, expected: &[&str]) -> &Self {
        let errors = self.errors();
        let equal = errors.len() == expected.len()
            && errors
                .iter()
                .zip(expected)
                .all(|(error, expected)| is_at(error, expected));
        assert!(
            equal,
            "expected {expected:#?}\nfound {:#?}",
            self.findings()
        );
        self.fails()
    }

    /// The exit status is 0, and there are these findings and no others. An expected place may leave the column out.
    #[track_caller]
    pub(crate) fn warns_with(&self, expected: &[&str]) -> &Self {
        let found = self.of_severity("warning");
        let equal = found.len() == expected.len()
            && found
                .iter()
                .zip(expected)
                .all(|(it, expected)| is_at(it, expected));
        assert!(
            equal,
            "expected {expected:#?}\nfound {:#?}",
            self.findings()
        );
        self.succeeds()
    }

    /// The exit status is 1, and nothing was written.
    #[track_caller]
    pub(crate) fn fails(&self) -> &Self {
        assert_eq!(self.exit, Some(1), "{}{}", self.stdout, self.stderr);
        self.wrote_nothing()
    }

    #[track_caller]
    pub(crate) fn succeeds(&self) -> &Self {
        assert_eq!(self.exit, Some(0), "{}{}", self.stdout, self.stderr);
        self
    }

    /// The exit status is 2, standard error has these words, and nothing was written.
    #[track_caller]
    pub(crate) fn cannot_run(&self, words: &str) -> &Self {
        assert_eq!(self.exit, Some(2), "{}{}", self.stdout, self.stderr);
        assert!(self.stderr.contains(words), "{}", self.stderr);
        self.wrote_nothing()
    }

    #[track_caller]
    fn wrote_nothing(&self) -> &Self {
        let left: Vec<_> = fs::read_dir(self.site.root.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .filter(|name| name.to_string_lossy().contains("public"))
            .collect();
        assert!(left.is_empty(), "written: {left:?}");
        self
    }
}

/// Whether a finding is of this code and at this place; the column may be left out.
pub(crate) fn is_at(found: &str, expected: &str) -> bool {
    found == expected || found.starts_with(&format!("{expected}:")) && expected.contains(':')
}

fn found(finding: &serde_json::Value) -> Found {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let place = |it: &serde_json::Value| match it["file"].as_str() {
        Some(file) => format!("{file}:{}:{}", it["line"], it["column"]),
        None => String::new(),
    };
    let [message, hint] = [&finding["message"], &finding["hint"]].map(text);
    // Every value of a message is filled in, and none is empty.
    for hole in ["{$", "«»", "``", "??"] {
        assert!(
            ![&message, &hint].iter().any(|it| it.contains(hole)),
            "{message}: {hint}"
        );
    }
    Found {
        severity: text(&finding["severity"]),
        what: format!("{} {}", text(&finding["code"]), place(finding)),
        message,
        hint,
        related: place(&finding["related"]),
    }
}

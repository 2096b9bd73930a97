//! A site on disk and the real program: write files, run, expect.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The day on which all test sites are built.
pub(crate) const AS_OF: &str = "2026-11-21";

/// A site in a folder of its own, made of the good site's files with changes.
pub(crate) struct Site {
    pub(crate) folder: TempDir,
    args: Vec<String>,
    environment: Vec<(String, String)>,
}

/// The files of the small site in `tests/blackbox/good`, in which nothing is wrong.
pub(crate) fn good_files() -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/blackbox/good");
    let files = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(&root).unwrap();
        let path = path.to_str().unwrap().replace('\\', "/");
        (path, fs::read(entry.path()).unwrap())
    };
    files.map(read).collect()
}

/// The text of a file of the good site.
pub(crate) fn good(path: &str) -> String {
    String::from_utf8(good_files().remove(path).unwrap()).unwrap()
}

/// In memory where there is such a place.
pub(crate) fn temporary_folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap())
}

impl Site {
    /// The good site.
    pub(crate) fn new() -> Site {
        let site = Site::empty();
        good_files()
            .into_iter()
            .fold(site, |site, (path, bytes)| site.file(&path, bytes))
    }

    /// A folder with nothing in it.
    pub(crate) fn empty() -> Site {
        Site {
            folder: temporary_folder(),
            args: Vec::new(),
            environment: Vec::new(),
        }
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file, in place of any that was there.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Site {
        self.put(path, content);
        self
    }

    /// The same, between two runs.
    pub(crate) fn put(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Changes a file of the site: `from` stands in it once.
    pub(crate) fn replace(self, path: &str, from: &str, to: &str) -> Site {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from} in {path}");
        self.file(path, text.replace(from, to))
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
        self.run(&["build", "--as-of", AS_OF, "--format", "json"])
    }

    /// `raccordo check`, with findings for programs, in this process: the command line has no part in it.
    pub(crate) fn check_in_process(&self) -> Run<'_> {
        let (stdout, exit) = crate::in_process::check(self.folder.path());
        Run {
            site: self,
            exit: Some(exit),
            stdout,
            stderr: String::new(),
        }
    }

    /// Runs the program in the site's folder, in English.
    pub(crate) fn run(&self, args: &[&str]) -> Run<'_> {
        let output = Command::new(env!("CARGO_BIN_EXE_raccordo"))
            .args(args)
            .args(&self.args)
            .env_remove("SOURCE_DATE_EPOCH")
            .env("LANG", "en_GB.UTF-8")
            .env("LC_ALL", "en_GB.UTF-8")
            .env("RUST_BACKTRACE", "1")
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        Run::new(self, output)
    }

    /// The built site: the bytes of each file, by path.
    pub(crate) fn built(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path("public"))
    }

    /// A page of the built site.
    pub(crate) fn page(&self, path: &str) -> String {
        fs::read_to_string(self.path("public").join(path)).unwrap()
    }
}

/// The files below a folder that are not hidden.
pub(crate) fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let files = walkdir::WalkDir::new(root)
        .into_iter()
        .filter_entry(visible);
    let files = files.filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(root).unwrap();
        let bytes = fs::read(entry.path()).unwrap();
        (path.to_str().unwrap().to_owned(), bytes)
    };
    files.map(read).collect()
}

/// What came of a run.
pub(crate) struct Run<'a> {
    site: &'a Site,
    pub(crate) exit: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A finding as programs read it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) severity: String,
    /// `unknown-key content/x.md:3:1`.
    pub(crate) what: String,
    pub(crate) message: String,
    pub(crate) hint: String,
    /// `content/x.md:3:1`, or nothing.
    pub(crate) related: String,
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

    /// Exit 1, these errors and no others, each where it says, and nothing written. What is expected
    /// may leave the column out.
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

    /// Exit 1, and nothing written.
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

    /// Exit 2 with these words on standard error, and nothing written.
    #[track_caller]
    pub(crate) fn cannot_run(&self, words: &str) -> &Self {
        assert_eq!(self.exit, Some(2), "{}{}", self.stdout, self.stderr);
        assert!(self.stderr.contains(words), "{}", self.stderr);
        self.wrote_nothing()
    }

    #[track_caller]
    fn wrote_nothing(&self) -> &Self {
        let left: Vec<_> = fs::read_dir(self.site.folder.path())
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
    Found {
        severity: text(&finding["severity"]),
        what: format!("{} {}", text(&finding["code"]), place(finding)),
        message: text(&finding["message"]),
        hint: text(&finding["hint"]),
        related: place(&finding["related"]),
    }
}

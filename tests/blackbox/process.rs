//! The real program while it runs: what it prints, what it publishes, how it ends.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::fixtures::{Files, temporary_folder};
use crate::site::AS_OF;

/// How long a test waits for anything, on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// The bytes of each file below a folder, hidden ones too; a folder has a `/` at the end of its path.
pub(crate) type FolderContent = BTreeMap<String, Vec<u8>>;

/// `raccordo watch` or `serve`, killed when the value is dropped.
pub(crate) struct Process {
    child: Child,
    stdout: Arc<Mutex<String>>,
    stderr: Arc<Mutex<String>>,
    keepers: Vec<JoinHandle<()>>,
    /// How many bytes of standard output and standard error [`Process::says_next`] has passed over.
    heard: [usize; 2],
}

impl Process {
    /// Starts the program, in English, on the day of the tests.
    pub(crate) fn start(args: &[&str], root: &Path, out: &Path) -> Process {
        let mut child = program(args, root, out)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (stdout, out) = lines(child.stdout.take().unwrap());
        let (stderr, err) = lines(child.stderr.take().unwrap());
        Process {
            child,
            stdout,
            stderr,
            keepers: vec![out, err],
            heard: [0, 0],
        }
    }

    /// The lines on standard output until now.
    pub(crate) fn stdout(&self) -> String {
        self.stdout.lock().unwrap().clone()
    }

    /// The lines on standard error until now.
    pub(crate) fn stderr(&self) -> String {
        self.stderr.lock().unwrap().clone()
    }

    /// Waits until the program has printed this text.
    #[track_caller]
    pub(crate) fn says(&mut self, text: &str) {
        self.until(text, |it| {
            (it.stdout().contains(text) || it.stderr().contains(text)).then_some(())
        });
    }

    /// Waits until the program prints this text after the text that was waited for before.
    #[track_caller]
    pub(crate) fn says_next(&mut self, text: &str) {
        self.heard = self.until(text, |it| {
            let [out, err] = it.heard;
            let after =
                |said: &str, from: usize| Some(from + said[from..].find(text)? + text.len());
            let on_stdout = after(&it.stdout(), out).map(|out| [out, err]);
            on_stdout.or_else(|| after(&it.stderr(), err).map(|err| [out, err]))
        });
    }

    /// Lets the next [`Process::says_next`] pass over all that was printed until now.
    pub(crate) fn has_been_heard(&mut self) {
        self.heard = [self.stdout().len(), self.stderr().len()];
    }

    /// Waits until `look` returns a value, while the program runs.
    #[track_caller]
    pub(crate) fn until<T>(&mut self, what: &str, look: impl Fn(&Process) -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(seen) = look(self) {
                return seen;
            }
            let ended = self.child.try_wait().unwrap();
            let is_late = Instant::now() > deadline;
            if ended.is_some() || is_late {
                let (stdout, stderr) = (self.stdout(), self.stderr());
                panic!("never: {what}\nended: {ended:?}\n{stdout}\n{stderr}");
            }
            thread::sleep(Duration::from_millis(3));
        }
    }

    /// Sends a signal (`INT`, `KILL`) and waits for the end. Returns the exit status and how long the end took.
    #[track_caller]
    pub(crate) fn end(&mut self, signal: &str) -> (ExitStatus, Duration) {
        let began = Instant::now();
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &id]).status();
        assert!(sent.unwrap().success());
        let status = self.child.wait().unwrap();
        let time = began.elapsed();
        self.keepers.drain(..).for_each(|it| it.join().unwrap());
        (status, time)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if !thread::panicking() {
            assert!(!self.stderr().contains("panicked"), "{}", self.stderr());
        }
    }
}

/// The program with these arguments, on a site.
pub(crate) fn program(args: &[&str], root: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_raccordo"));
    command
        .args(args)
        .args(["--as-of", AS_OF, "--lang", "en", "--root"])
        .arg(root)
        .arg("--out")
        .arg(out)
        .env_remove("SOURCE_DATE_EPOCH")
        .env("RUST_BACKTRACE", "1");
    command
}

/// Collects the lines of a stream in a thread.
fn lines(stream: impl Read + Send + 'static) -> (Arc<Mutex<String>>, JoinHandle<()>) {
    let kept = Arc::new(Mutex::new(String::new()));
    let keeper = Arc::clone(&kept);
    let thread = thread::spawn(move || {
        let mut stream = BufReader::new(stream);
        let mut line = String::new();
        while stream.read_line(&mut line).is_ok_and(|length| length > 0) {
            keeper.lock().unwrap().push_str(&line);
            line.clear();
        }
    });
    (kept, thread)
}

/// What a build makes of a site.
pub(crate) struct Fresh {
    /// The site, if there are no errors.
    pub(crate) built: Option<FolderContent>,
    /// The report as JSON.
    pub(crate) findings: String,
}

/// Builds files in a folder of their own.
pub(crate) fn fresh(files: &Files) -> Fresh {
    let folder = temporary_folder();
    for (path, bytes) in files {
        write(&folder.path().join("site").join(path), bytes);
    }
    built(&folder.path().join("site"), &folder.path().join("out"))
}

/// Builds a site into a new folder.
pub(crate) fn built(root: &Path, out: &Path) -> Fresh {
    let build = program(&["build", "--format", "json"], root, out).output();
    let build = build.unwrap();
    let stderr = String::from_utf8_lossy(&build.stderr);
    let is_built = match build.status.code() {
        Some(0) => true,
        Some(1) => false,
        other => panic!("{other:?}: {stderr}"),
    };
    Fresh {
        built: is_built.then(|| read_folder(out)),
        findings: String::from_utf8(build.stdout).unwrap(),
    }
}

/// The content of a folder. Returns `None` if it changes meanwhile.
pub(crate) fn try_read_folder(folder: &Path) -> Option<FolderContent> {
    let mut found = FolderContent::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.ok()?;
        let path = entry.path().strip_prefix(folder).ok()?.to_str()?.to_owned();
        match entry.file_type().is_dir() {
            true => found.insert(path + "/", Vec::new()),
            false => found.insert(path, fs::read(entry.path()).ok()?),
        };
    }
    Some(found)
}

/// The content of a folder that nobody changes.
pub(crate) fn read_folder(folder: &Path) -> FolderContent {
    try_read_folder(folder).unwrap()
}

/// Writes a file, and makes the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// The paths of the files that differ.
pub(crate) fn differing(one: &FolderContent, other: &FolderContent) -> Vec<String> {
    let paths = one.keys().chain(other.keys());
    let mut paths: Vec<String> = paths
        .filter(|path| one.get(*path) != other.get(*path))
        .cloned()
        .collect();
    paths.sort();
    paths.dedup();
    paths
}

/// A site on disk, removed with the value.
pub(crate) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub(crate) fn new(files: &Files) -> Place {
        let folder = temporary_folder();
        let place = Place { folder };
        for (path, bytes) in files {
            write(&place.root().join(path), bytes);
        }
        place
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.root().join("public")
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn start(&self, args: &[&str]) -> Process {
        Process::start(args, &self.root(), &self.out())
    }

    /// Replaces a text in a file, which is truncated and written.
    #[track_caller]
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.at(path)).unwrap();
        assert!(text.contains(from), "{from} in {path}");
        fs::write(self.at(path), text.replace(from, to)).unwrap();
    }

    /// What a build into another folder makes of the site as it is now.
    pub(crate) fn fresh(&self) -> Fresh {
        let out = temporary_folder();
        built(&self.root(), &out.path().join("out"))
    }

    /// Waits until the output folder is what a build makes of the site as it is now.
    #[track_caller]
    pub(crate) fn is_fresh(&self, process: &mut Process) {
        let fresh = self.fresh();
        let wanted = fresh.built.unwrap_or_else(|| panic!("{}", fresh.findings));
        process.until("the output is as a build makes it", |_| {
            (try_read_folder(&self.out())? == wanted).then_some(())
        });
    }
}

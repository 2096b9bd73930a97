//! The program without its command line, in the process of the test: turns, what they find, what they publish.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use raccordo::base::date::Date;
use raccordo::base::diagnostic::{Diagnostic, Tally};
use raccordo::base::digest::Digest;
use raccordo::base::output::{MemoryStore, OutputPath};
use raccordo::base::source::{Changes, SourcePath};
use raccordo::build::{self, AsOf, Observer, Options, Project, Reason, Turn, Workspace};
use raccordo::cli::report::{Format, Report};
use raccordo::content::findings::{ChangedFiles, Findings};
use raccordo::messages::{Messages, UiLanguage};
use raccordo::notation::place::{Finding, locate};
use raccordo::site::publish::Update;
use raccordo::site::sources::Sources;

use crate::fixtures::visible_files;
use crate::memory_sources::{self, MemorySources};
use crate::site::{AS_OF, NOON_OF_AS_OF};

/// What `raccordo check --format json` prints of a site, and its exit status.
pub(crate) fn check(root: &Path) -> (String, i32) {
    static MESSAGES: LazyLock<Messages> = LazyLock::new(|| Messages::new(UiLanguage::English));
    let project = checked(root);
    let findings: Vec<&Diagnostic> = project.workspace().findings().all().collect();
    let report = Report {
        folder: String::new(),
        findings: &findings,
        strict: false,
        all: false,
        messages: &MESSAGES,
        text_of: &|path| text(project.sources(), path),
    };
    let has_errors = report.tally().errors > 0;
    let mut written = Vec::new();
    report.write(Format::Json, false, &mut written).unwrap();
    (String::from_utf8(written).unwrap(), i32::from(has_errors))
}

/// What `raccordo check` finds in a site.
pub(crate) fn findings(root: &Path) -> Vec<Finding> {
    let project = checked(root);
    let text_of = |path: &SourcePath| text(project.sources(), path);
    locate(project.workspace().findings().all(), text_of)
}

/// What `raccordo check --fix` does in a site: how many fixes it makes and writes, and how many it refuses.
pub(crate) fn mend(root: &Path) -> (usize, usize) {
    let mut project = checked(root);
    let mut mender = project.mender();
    mender.mend();
    for (file, mended) in mender.texts() {
        std::fs::write(root.join(file.as_str()), &*mended.after).unwrap();
    }
    let made = mender.texts().values().map(|it| it.fixes).sum();
    (made, mender.refused())
}

fn checked(root: &Path) -> Project {
    let mut project = Project::open(build::Site {
        root: root.to_owned(),
        day: Some(day(0)),
        out: PathBuf::new(),
        options: Options::default(),
    })
    .unwrap();
    project.turn(Changes::default(), Observer::default());
    project
}

/// What a first build makes of a site, without an index for the search.
pub(crate) fn build(sources: &MemorySources) -> Outcome {
    fresh_turn(&options(), sources, day(0))
}

/// The options of builds in tests: with pages, and with the reason why each was made.
pub(crate) fn options() -> Options {
    Options {
        pages: true,
        explain: true,
        ..Options::default()
    }
}

/// A moment so many days after the first day of the tests.
pub(crate) fn day(number: i64) -> AsOf {
    let zone = raccordo::content::settings::zone(None);
    let first_day = Date::from_unix(NOON_OF_AS_OF, &zone).unwrap();
    assert_eq!(Date::parse(AS_OF), Some(first_day));
    AsOf::Moment(NOON_OF_AS_OF + number * 86_400)
}

/// The result of a turn, with its findings.
pub(crate) struct Outcome {
    pub(crate) update: Option<Update>,
    pub(crate) findings: Vec<Finding>,
    /// The files whose findings may differ from those after the turn before.
    pub(crate) changed: ChangedFiles,
    pub(crate) pages: usize,
    pub(crate) rendered: Vec<(OutputPath, Reason)>,
    pub(crate) cancelled: bool,
}

impl Outcome {
    fn of(
        outcome: build::Outcome,
        workspace: &mut Workspace,
        text_of: impl Fn(&SourcePath) -> Option<Arc<str>>,
    ) -> Outcome {
        let findings = placed(workspace.findings(), text_of);
        Outcome {
            update: outcome.update,
            findings,
            changed: workspace.take_changed_files(),
            pages: outcome.pages,
            rendered: outcome.rendered,
            cancelled: outcome.cancelled,
        }
    }
}

/// Takes a turn that nobody follows.
pub(crate) fn turn(
    workspace: &mut Workspace,
    sources: &MemorySources,
    changes: Changes,
    as_of: AsOf,
) -> Outcome {
    observed_turn(workspace, sources, changes, as_of, Observer::default())
}

/// Takes a turn.
pub(crate) fn observed_turn(
    workspace: &mut Workspace,
    sources: &MemorySources,
    changes: Changes,
    as_of: AsOf,
    observer: Observer<'_>,
) -> Outcome {
    let outcome = memory_sources::turn(workspace, sources, changes, as_of, observer);
    Outcome::of(outcome, workspace, |path| sources.text(path))
}

/// What a new workspace makes.
pub(crate) fn fresh_turn(options: &Options, sources: &MemorySources, as_of: AsOf) -> Outcome {
    let mut workspace = Workspace::new(options.clone());
    turn(&mut workspace, sources, sources.everything(), as_of)
}

/// What a new workspace makes of a site on disk.
pub(crate) fn fresh_turn_on_disk(options: &Options, root: &Path, as_of: AsOf) -> Outcome {
    let mut workspace = Workspace::new(options.clone());
    let mut sources = Sources::open(root).unwrap();
    let everything = sources.everything();
    let (changes, _) = workspace.load_settings_and_theme(sources.tree(), everything);
    let turn = Turn {
        tree: sources.tree(),
        changes,
        faults: sources.faults(),
        as_of,
        each_lost_address: false,
    };
    let outcome = workspace.turn(turn, &MemoryStore, Observer::default());
    Outcome::of(outcome, &mut workspace, |path| text(&sources, path))
}

/// All findings with their places. Asserts that the workspace counts as many errors and warnings.
pub(crate) fn placed(
    findings: &Findings,
    text_of: impl Fn(&SourcePath) -> Option<Arc<str>>,
) -> Vec<Finding> {
    let placed = locate(findings.all(), text_of);
    let tally = Tally::of(placed.iter().map(|it| &it.diagnostic), false);
    assert_eq!(tally, findings.tally(false), "{placed:#?}");
    placed
}

/// The text of a file on disk, for the places of findings.
pub(crate) fn text(sources: &Sources, path: &SourcePath) -> Option<Arc<str>> {
    sources.text(path).map(Into::into)
}

/// A published site: the digest of each file, by its path.
#[derive(Default)]
pub(crate) struct Published(pub(crate) BTreeMap<String, Digest>);

impl Published {
    /// What a whole update publishes.
    pub(crate) fn of(update: Update) -> Published {
        let mut published = Published::default();
        published.take(update);
        published
    }

    /// The site in an output folder.
    pub(crate) fn read(out: &Path) -> Published {
        let files = visible_files(out).into_iter();
        let digests = files.map(|(path, bytes)| (path, Digest::of(&bytes)));
        Published(digests.collect())
    }

    /// Publishes an update.
    pub(crate) fn take(&mut self, update: Update) {
        if update.whole {
            assert!(update.removed.is_empty());
            self.0.clear();
        }
        for path in update.removed {
            self.0.remove(path.as_str());
        }
        for output in update.put {
            self.0.insert(output.path.to_string(), output.digest);
        }
    }
}

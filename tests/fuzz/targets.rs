//! The fuzz targets: what must hold for any bytes. A target panics where it does not hold.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use raccordo::base::component::ThemeInterface;
use raccordo::base::date::Date;
use raccordo::base::output::{Output, OutputPath};
use raccordo::base::source::{Changes, SourceFile, SourcePath};
use raccordo::build::{AsOf, Observer, Options, Outcome, Project, Site, Workspace};
use raccordo::content::markdown::{HtmlPolicy, Segment, TextContext};
use raccordo::content::parse::parse;
use raccordo::content::settings::Settings;
use raccordo::notation::place::locate;
use raccordo::site::publish::{Publisher, Update};
use raccordo::site::sources::LogReader;

use crate::memory_sources::{Files, MemorySources, turn};

const SETTINGS: &str =
    "title = \"t\"\nbase_url = \"https://a.example\"\nlanguage = \"it\"\nlanguages = [\"de\"]\n";

static READ_SETTINGS: LazyLock<Settings> = LazyLock::new(|| {
    Settings::read(&SourcePath::new("site.toml"), SETTINGS).expect("they are right")
});

/// The paths of the texts of [`text`], by its first byte.
const TEXTS: &[&str] = &[
    "content/a.md",
    "content/a.de.md",
    "content/_index.md",
    "content/organizations.yaml",
    "content/areas.yaml",
    "content/persons.yaml",
    "content/topics.yaml",
    "content/documents.yaml",
];

/// A `site.toml` is read or has faults.
pub fn settings(data: &[u8]) {
    build(data, &[], &[]);
}

/// A page, a translation or a registry (the first byte chooses) is read or has faults, the same ones twice.
pub fn text(data: &[u8]) {
    let Some((path, text)) = data.split_first() else {
        return;
    };
    let path = TEXTS[usize::from(*path) % TEXTS.len()];
    let file = SourceFile::new(SourcePath::new(path), text.to_vec());
    let faults = || parse(&file, &READ_SETTINGS, &ThemeInterface::default()).1;
    assert_eq!(faults(), faults(), "the same faults twice");
}

/// Markdown becomes HTML without scripts and frames.
pub fn markdown(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    for html in [HtmlPolicy::Sanitize, HtmlPolicy::Escape] {
        let file = SourcePath::new("content/a.md");
        let context = TextContext {
            reserved: &["reserved"],
            theme: &ThemeInterface::default(),
            html,
        };
        let (text, _) = raccordo::content::markdown::parse(&file, text, 0, context);
        for segment in text.segments.decompress() {
            if let Segment::Html(html) = segment {
                let html = html.to_ascii_lowercase();
                let is_harmless = !html.contains("<script") && !html.contains("<iframe");
                assert!(is_harmless, "{html}");
            }
        }
    }
}

/// A page that calls components of the theme is rendered or has faults.
pub fn components(data: &[u8]) {
    let page = [b"---\ntitle: t\n---\n", data].concat();
    build(
        SETTINGS.as_bytes(),
        &[("content/_index.md".to_owned(), page)],
        &[],
    );
}

/// The labels of a theme are used or have faults.
pub fn labels(data: &[u8]) {
    build_with_theme(&[
        ("i18n/it.ftl".to_owned(), data.to_vec()),
        (
            "templates/home.html".to_owned(),
            b"{{ l(key=\"print\") }}".to_vec(),
        ),
    ]);
}

/// A `theme.toml`, a template or a catalogue is used or has faults. The input holds files, see [`files`].
pub fn theme(data: &[u8]) {
    let empty = ("templates/empty.html".to_owned(), Vec::new());
    let files: Vec<_> = files(data).into_iter().chain([empty]).collect();
    build_with_theme(&files);
}

/// Files that refer to each other become a site or have errors. The input holds files, see [`files`].
pub fn site(data: &[u8]) {
    let texts: Vec<_> = files(data)
        .into_iter()
        .map(|(path, bytes)| (format!("content/{path}"), bytes))
        .filter(|(path, _)| path.ends_with(".md") || path.ends_with(".yaml"))
        .collect();
    build(SETTINGS.as_bytes(), &texts, &[]);
}

/// A site is published whole or not at all, whatever is in the program's own files beside it. The input holds files,
/// see [`files`].
pub fn publishing(data: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    let publish = |files: &[(&str, &str)]| {
        let outputs = files
            .iter()
            .map(|(path, text)| Output::of(OutputPath::file(path), text.as_bytes().to_vec()));
        Publisher::open(&out)?.publish(Update::whole(outputs.collect()))
    };
    let is_published = |files: &[(&str, &str)]| {
        let has = |(path, text): &(&str, &str)| {
            fs::read(out.join(path)).is_ok_and(|bytes| bytes == text.as_bytes())
        };
        files.iter().all(has)
    };
    let (old, new) = (
        [("a", "1"), ("b/c", "2"), ("d", "3")],
        [("a", "4"), ("b", "5"), ("d", "3")],
    );
    publish(&old).expect("an empty folder takes a site");
    for (path, bytes) in files(data) {
        let beside = folder.path().join(".out.raccordo").join(&path);
        let within = out.join(&path);
        let name = path.trim_start_matches('.');
        if name.is_empty() || path.contains(['/', '\0']) {
            continue;
        }
        if path == ".raccordo-manifest" {
            fs::write(within, bytes).expect("a file of the program");
        } else if !beside.is_dir() {
            // A name that no file may have is no file of the program.
            let _ = fs::write(beside, bytes);
        }
    }
    match publish(&new) {
        Ok(_) => assert!(is_published(&new), "the new site is whole"),
        Err(_) => assert!(is_published(&old), "the old site is whole"),
    }
}

/// Whatever git prints as a log, files of the content are read in it, with days of the calendar.
pub fn commits(data: &[u8]) {
    for content in ["content", "site/content", "\u{1}8/\n/content"] {
        let mut reader = LogReader::new(content.as_bytes());
        let fields = data.split(|byte| *byte == 0);
        for (path, moment) in fields.filter_map(|field| reader.read(field)) {
            assert!(path.as_str().starts_with("content"), "{path}");
            let zone = READ_SETTINGS.zone();
            let day = moment.and_then(|seconds| Date::from_unix(seconds, &zone));
            assert!(day.is_none_or(|day| Date::parse(&day.to_string()).is_some()));
        }
    }
}

/// Any list of published addresses is looked at.
pub fn urls(data: &[u8]) {
    let page = b"---\ntitle: t\naliases: [/vecchio/]\n---\n".to_vec();
    build(
        SETTINGS.as_bytes(),
        &[("content/_index.md".to_owned(), page)],
        &[("urls.txt".to_owned(), data.to_vec())],
    );
}

/// Whatever is in a page or registry (the first byte chooses), corrections end, and each changes something. How many errors
/// there are then is not claimed: some hide behind others, and come to light.
pub fn fix(data: &[u8]) {
    let Some((path, text)) = data.split_first() else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    let path = TEXTS[usize::from(*path) % TEXTS.len()];
    fs::create_dir(root.join("content")).expect("a folder");
    // A theme of its own, however incomplete, is read sooner than the one that comes with the program.
    fs::create_dir_all(root.join("themes/x/templates")).expect("a folder");
    fs::write(root.join("themes/x/templates/empty.html"), "").expect("a template");
    fs::write(root.join("themes/x/theme.toml"), "name = \"x\"\n").expect("a theme");
    let settings = format!("theme = \"x\"\n{SETTINGS}");
    fs::write(root.join("site.toml"), settings).expect("settings");
    fs::write(root.join(path), text).expect("a text");
    let site = Site {
        root: root.to_owned(),
        day: Some(AsOf::Day(Date::parse("2026-11-21").expect("a day"))),
        out: root.join("public"),
        options: Options::default(),
    };
    let mut project = Project::open(site).expect("a site");
    project.turn(Changes::default(), Observer::default());
    let mut mender = project.mender();
    mender.mend();
    for mended in mender.texts().values() {
        assert_ne!(mended.before, mended.after);
    }
}

/// The files that an input holds: a path, a zero, the bytes, two zeros, and so on.
fn files(data: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut rest = data;
    while !rest.is_empty() {
        let end = rest.windows(2).position(|it| it == [0, 0]);
        let (file, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after.get(2..).unwrap_or_default();
        let mut parts = file.splitn(2, |byte| *byte == 0);
        let path = String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
        files.insert(path, parts.next().unwrap_or_default().to_vec());
    }
    files
}

/// Builds a site with one page and a theme of these files.
fn build_with_theme(files: &[(String, Vec<u8>)]) {
    let files: Vec<_> = files
        .iter()
        .map(|(path, bytes)| (format!("themes/x/{path}"), bytes.clone()))
        .collect();
    let settings = format!("theme = \"x\"\n{SETTINGS}");
    let home = b"---\ntitle: t\n---\n{{ <x /> }}\n".to_vec();
    build(
        settings.as_bytes(),
        &[("content/_index.md".to_owned(), home)],
        &files,
    );
}

/// Builds a site of these settings and texts with the theme that comes with the program and these files.
fn build(settings: &[u8], texts: &[(String, Vec<u8>)], themes: &[(String, Vec<u8>)]) -> Outcome {
    let mut files: Files = texts.iter().chain(themes).cloned().collect();
    files.insert("site.toml".to_owned(), settings.to_vec());
    let sources = MemorySources::new(&files).with_embedded_theme();
    let as_of = AsOf::Day(Date::parse("2026-11-21").expect("a day"));
    let options = Options {
        pages: true,
        ..Options::default()
    };
    let mut workspace = Workspace::new(options);
    let everything = sources.everything();
    let outcome = turn(
        &mut workspace,
        &sources,
        everything,
        as_of,
        Observer::default(),
    );
    let findings = workspace.findings();
    locate(findings.all(), |path| sources.text(path));
    assert_eq!(
        findings.has_errors(false),
        outcome.update.is_none(),
        "{findings:?}"
    );
    outcome
}

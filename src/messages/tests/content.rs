//! Builds sites with every fault, and checks that their messages have all their values in every language.

use std::collections::{BTreeMap, BTreeSet};

use walkdir::WalkDir;

use super::samples::*;
use super::*;
use crate::base::component::{ArgKind, ArgSignature, Signature, ThemeInterface};
use crate::base::date::Date;
use crate::base::output::MemoryStore;
use crate::base::source::{Changes, SETTINGS_FILE, SourceFile, SourceTree};
use crate::build::{AsOf, Observer, Options, Turn, Workspace};
use crate::content::markdown;
use crate::content::markdown::TextContext;
use crate::content::rules::{EXAMPLES, Example, On, RULES};
use crate::content::settings::HtmlPolicy;
use crate::content::views::TEMPLATES;

fn file(path: &str, bytes: impl Into<Vec<u8>>) -> (SourcePath, SourceFile) {
    let path = SourcePath::new(path);
    (path.clone(), SourceFile::new(path, bytes.into()))
}

fn page(front_matter: &str, text: &str) -> String {
    format!("---\n{front_matter}---\n\n{text}")
}

/// Valid front matter, with the keys of an example in place of its own.
fn merged(good: &str, keys: &str) -> String {
    let key = |line: &str| line.split([':', ' ']).next().unwrap_or_default().to_owned();
    let given: BTreeSet<String> = keys.lines().map(key).collect();
    let kept = good.lines().filter(|line| !given.contains(&key(line)));
    kept.map(|line| format!("{line}\n")).collect::<String>() + keys
}

/// The sources of a site.
struct Sources {
    settings: SourceFile,
    texts: BTreeMap<SourcePath, SourceFile>,
}

/// A valid site, except for one piece of content.
fn site(on: On, text: &str) -> Sources {
    let body = if on == On::Body {
        merged(BODY, text)
    } else {
        BODY.to_owned()
    };
    let with = |kind: On, good: &str| {
        if on == kind {
            merged(good, text)
        } else {
            good.to_owned()
        }
    };
    let words = if on == On::Text { text } else { "" };
    let registry = if on == On::Registry {
        text
    } else {
        "areas: []\n"
    };
    let settings = with(On::Settings, SETTINGS);
    let path = SourcePath::new(SETTINGS_FILE);
    Sources {
        settings: SourceFile::new(path, settings.into_bytes()),
        texts: BTreeMap::from([
            file("content/consulta.md", page(&body, "")),
            file("content/pagina.md", page(&with(On::Page, PAGE), words)),
            file("content/riunione.md", page(&with(On::Meeting, MEETING), "")),
            file("content/anna.md", page(&with(On::Person, PERSON), "")),
            file("content/bozza.md", page(&merged(BODY, "draft: true\n"), "")),
            file("content/registro.yaml", REGISTRY),
            file("content/altro.yaml", registry),
        ]),
    }
}

/// A valid theme, and others with faults.
fn themes() -> BTreeMap<SourcePath, SourceFile> {
    let templates = TEMPLATES.iter().map(|(name, _)| *name);
    let templates = templates.map(|name| file(&format!("themes/civico/templates/{name}"), ""));
    let others = [
        file("themes/civico/theme.toml", "title = \"Civico\"\n"),
        file("themes/civico/templates/components/notice.html", NOTICE),
        file("themes/civico/i18n/it.ftl", "close = Chiudi\n"),
        file("themes/civico/i18n/de.ftl", "close = Schließen\n"),
        file("themes/vuoto/theme.toml", "title = \"Vuoto\"\n"),
        file("themes/giro/theme.toml", "extends = \"giro\"\n"),
        file("themes/rotto/theme.toml", "extends = \"civico\"\n"),
        file("themes/rotto/i18n/it.ftl", "a b c\n"),
        file("themes/pericoloso/theme.toml", "extends = \"civico\"\n"),
        file("themes/pericoloso/templates/page.html", DANGEROUS),
    ];
    templates.chain(others).collect()
}

fn found(sources: Sources) -> Vec<Diagnostic> {
    let Sources { settings, texts } = sources;
    let states = texts.iter().map(|(path, it)| (path.clone(), it.state));
    let tree = SourceTree {
        settings,
        texts: states.collect(),
        assets: BTreeMap::new(),
        themes: themes(),
    };
    let everything = Changes {
        settings: true,
        themes: tree.themes.keys().cloned().collect(),
        texts: texts
            .into_iter()
            .map(|(path, it)| (path, Some(it)))
            .collect(),
        ..Changes::default()
    };
    let mut workspace = Workspace::new(Options::default());
    let (changes, _) = workspace.load_settings_and_theme(&tree, everything);
    let turn = Turn {
        tree: &tree,
        changes,
        faults: &[],
        as_of: AsOf::Day(Date::parse("2026-03-14").unwrap()),
    };
    workspace.turn(turn, &MemoryStore, Observer::default());
    workspace.findings().all().cloned().collect()
}

/// The faults of component calls, which need a theme with components.
fn component_faults() -> Vec<Diagnostic> {
    let arg = |kind, required| ArgSignature {
        kind: Some(kind),
        required,
    };
    let card = Signature {
        args: [
            ("title".to_owned(), arg(ArgKind::Text, true)),
            ("level".to_owned(), arg(ArgKind::Integer, false)),
        ]
        .into(),
        open: false,
    };
    let bare = Signature {
        args: BTreeMap::new(),
        open: false,
    };
    let components = [("card".to_owned(), card), ("rule".to_owned(), bare)].into();
    let path = SourcePath::new("content/a.md");
    let source = "{{ <card level=\"x\" titel=\"y\" zzzzzzz=1/> }}\n{{ <rule a=1/> }}\n{{ <cart/> }}\n{{ <zzzzzz/> }}\n";
    let context = TextContext {
        reserved: &[],
        theme: &ThemeInterface::default(),
        html: HtmlPolicy::Sanitize,
    };
    let (text, mut found) = markdown::parse(&path, source, 0, context);
    found.extend(markdown::check_calls(&path, &text, &components));
    found.extend(markdown::check_calls(&path, &text, &BTreeMap::new()));
    let nested = "{% <a> %}\n\n".repeat(20) + &">".repeat(400) + " a\n";
    found.extend(markdown::parse(&path, &nested, 0, context).1);
    found
}

/// The faults that only a disk or an image can have.
fn disk_faults() -> Vec<Diagnostic> {
    let unreadable = || diagnostic(Code::UnreadableFile);
    let mut found = vec![
        diagnostic(Code::ShallowHistory),
        diagnostic(Code::ShallowHistory).hint("partial"),
        diagnostic(Code::LostAddress)
            .number("count", 1)
            .text("address", "/a/")
            .text("alias", "/a/"),
        diagnostic(Code::LostAddress)
            .number("count", 1)
            .text("address", "/a/")
            .hint("unknown"),
        diagnostic(Code::LostAddress)
            .number("count", 2)
            .text("address", "/a/")
            .text("to", "/b/")
            .hint("folder"),
        diagnostic(Code::UnreadableHistory).text("detail", "odd"),
        diagnostic(Code::UnreadableHistory).hint("not-found"),
        diagnostic(Code::UnreadableHistory).hint("silent"),
        diagnostic(Code::UnreadableHistory).hint("damaged"),
        diagnostic(Code::SearchFailed).text("detail", "odd"),
        diagnostic(Code::BrokenImage).text("file", "content/a.png"),
        diagnostic(Code::BrokenImage)
            .text("file", "content/a.png")
            .hint("too-large"),
        diagnostic(Code::ImageFormat).text("file", "content/a.tiff"),
        diagnostic(Code::ImageFormat)
            .text("file", "content/a.pdf")
            .hint("no-image"),
        unreadable().text("detail", "odd"),
    ];
    for label in [
        "detail-name",
        "detail-control-name",
        "detail-missing",
        "detail-no-content",
        "detail-outside",
        "detail-hidden",
        "detail-permission",
        "detail-gone",
        "detail-loop",
        "detail-nested",
        "detail-special",
        "detail-folder",
        "detail-not-folder",
    ] {
        found.push(unreadable().label("detail", label));
    }
    for label in ["left-hidden", "left-by-editor", "left-by-system"] {
        found.push(diagnostic(Code::LeftOut).label("detail", label));
    }
    for label in [
        "active-program",
        "active-html",
        "active-script",
        "active-remote",
        "active-stylesheet",
        "active-entities",
        "active-encoding",
        "active-broken",
    ] {
        let fault = diagnostic(Code::ActiveFile).text("file", "content/a.svg");
        found.push(fault.label("detail", label));
    }
    found.push(diagnostic(Code::MisnamedFile).text("detail", ".md"));
    found
}

/// Diagnostics of every code.
fn all_diagnostics() -> Vec<Diagnostic> {
    let of_rules = RULES.iter().map(|rule| (rule.codes[0], &rule.example));
    let examples = of_rules.chain(EXAMPLES.iter().map(|(code, example)| (*code, example)));
    // Whole files are below.
    let examples = examples.filter(|(_, example)| !matches!(example.on, On::File(_)));
    let examples = examples.map(|(code, Example { on, text, .. })| (code, *on, *text));
    let mut all = component_faults();
    let mut silent = Vec::new();
    for (code, on, text) in examples.chain(MORE.iter().copied()) {
        let found = found(site(on, text));
        // Covered by `component_faults`.
        let of_theme = matches!(code, Code::UnknownComponent | Code::ComponentArgument);
        if !of_theme && !found.iter().any(|it| it.code == code) {
            silent.push(format!("{code}: {text:?} {found:?}"));
        }
        all.extend(found);
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    let long = "x".repeat(300);
    let deep = format!("areas: {}", "[".repeat(200));
    let files: [(Code, &str, &[u8]); 14] = [
        (
            Code::InvalidUtf8,
            "content/x.md",
            b"---\ntitle: \xff\n---\n",
        ),
        (Code::MissingFrontMatter, "content/x.md", b"Ciao\n"),
        (
            Code::MissingFrontMatter,
            "content/x.md",
            b"--\ntitle: x\n--\n",
        ),
        (
            Code::UnclosedFrontMatter,
            "content/x.md",
            b"---\ntitle: x\n...\nCiao\n",
        ),
        (
            Code::UnclosedFrontMatter,
            "content/x.md",
            b"---\ntitle: x\n",
        ),
        (
            Code::TooLong,
            "content/x.md",
            &page(&format!("title: x\nsummary: {long}\n"), "").into_bytes(),
        ),
        (Code::TooDeep, "content/x.yaml", deep.as_bytes()),
        (
            Code::MisplacedType,
            "content/x/_index.md",
            &page(BODY, "").into_bytes(),
        ),
        (
            Code::OrphanTranslation,
            "content/x.de.md",
            b"---\ntitle: x\n---\n",
        ),
        (
            Code::OrphanWords,
            "content/pagina.de.md",
            b"---\ntitle: x\ntables: [{id: nessuno}]\n---\n",
        ),
        (Code::BadId, "content/\u{e0} b.md", b"---\ntitle: x\n---\n"),
        (
            Code::LanguageInName,
            "content/x.it.md",
            b"---\ntitle: x\n---\n",
        ),
        (
            Code::LanguageInName,
            "content/x.fr.md",
            b"---\ntitle: x\n---\n",
        ),
        (Code::BadId, "content/!.md", b"---\ntitle: x\n---\n"),
    ];
    for (code, path, bytes) in files {
        let mut sources = site(On::Text, "");
        sources.texts.extend([file(path, bytes)]);
        let found = found(sources);
        assert!(found.iter().any(|it| it.code == code), "{code}: {found:?}");
        all.extend(found);
    }
    all.extend(disk_faults());
    all
}

/// The errors in formatting a pattern: above all, missing variables.
fn format_errors(messages: &Messages, it: &Diagnostic, attribute: Option<&str>) -> Vec<String> {
    let message = messages.bundle.get_message(it.code.slug()).unwrap();
    let pattern = match attribute {
        Some(name) => message.get_attribute(name).map(|it| it.value()),
        None => message.value(),
    };
    let mut args = args(it);
    if attribute.is_none() {
        args.push(("hint", Arg::Text(chosen_hint(it).to_owned())));
    }
    let args = messages.values(&args);
    let mut errors = Vec::new();
    if let Some(pattern) = pattern {
        messages
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors);
    }
    errors.iter().map(ToString::to_string).collect()
}

#[test]
fn every_message_has_all_its_values() {
    let all = all_diagnostics();
    let tried: BTreeSet<Code> = all.iter().map(|it| it.code).collect();
    let untried: Vec<&Code> = Code::ALL
        .iter()
        .filter(|code| !tried.contains(code))
        .collect();
    assert!(untried.is_empty(), "{untried:?}");
    for language in UiLanguage::ALL {
        let messages = Messages::new(language);
        for it in &all {
            let attributes = [
                Some(chosen_hint(it)),
                it.related.as_ref().map(|_| "related"),
            ];
            let parts = [None]
                .into_iter()
                .chain(attributes.into_iter().flatten().map(Some));
            for part in parts {
                let wrong = format_errors(&messages, it, part);
                assert!(wrong.is_empty(), "{it:?} {part:?}: {wrong:?}");
            }
            for (name, arg) in &it.args {
                if let Arg::Label(key) = arg {
                    assert_ne!(messages.text(key, &[]), *key, "{name} of {it:?}");
                }
            }
            let texts = [
                Some(messages.message(it)),
                messages.hint(it),
                messages.related(it),
            ];
            for text in texts.into_iter().flatten() {
                let whole = !text.trim().is_empty() && !text.contains("{$") && !text.contains("??");
                assert!(
                    whole && !text.contains("«»") && !text.contains("``"),
                    "{text}: {it:?}"
                );
            }
        }
    }
}

/// The hints that the source code chooses with `.hint("…")` or `hint: "…"`, and where.
fn hints_in_code() -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let sources = WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    for entry in sources.into_iter().map(Result::unwrap) {
        let path = entry.path().to_string_lossy().into_owned();
        if !path.ends_with(".rs") || path.contains("tests") {
            continue;
        }
        let source = std::fs::read_to_string(entry.path()).unwrap();
        for asked in [".hint(\"", "hint: \"", ".hint(if section { \""] {
            for rest in source.split(asked).skip(1) {
                let name = rest.split('"').next().unwrap_or_default();
                names.insert(name.to_owned(), path.clone());
            }
        }
    }
    names
}

#[test]
fn every_hint_in_the_code_is_in_the_catalogues() {
    let asked = hints_in_code();
    assert!(asked.len() > 10, "{asked:?}");
    for language in UiLanguage::ALL {
        let attributes: BTreeSet<String> = variables(language)
            .into_keys()
            .filter_map(|key| Some(key.split_once('.')?.1.to_owned()))
            .collect();
        for (name, path) in &asked {
            assert!(attributes.contains(name), "{name}, asked for in {path}");
        }
    }
}

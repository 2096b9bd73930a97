use super::*;
use crate::base::code::Code;
use crate::base::diagnostic::Place;
use crate::messages::UiLanguage;

const PAGE: &str = "---\ntitolo: Tavolo\nid: uno\n---\nTesto\n";

fn in_file(file: &str, span: std::ops::Range<usize>, code: Code) -> Diagnostic {
    Diagnostic::new(code, Place::span(&SourcePath::new(file), span))
}

fn unknown_key(file: &str, span: std::ops::Range<usize>) -> Diagnostic {
    in_file(file, span, Code::UnknownKey)
        .text("key", "titolo")
        .text("english", "title")
        .hint("english")
}

fn some() -> Vec<Diagnostic> {
    let first = Place::span(&SourcePath::new("content/b.md"), 8..11);
    vec![
        unknown_key("content/a.md", 4..10),
        in_file("content/a.md", 23..26, Code::DuplicateId)
            .text("id", "uno")
            .label("type", "type-body")
            .related(first),
        Diagnostic::new(
            Code::MissingSummary,
            Place::whole(&SourcePath::new("content/gone.md")),
        ),
    ]
}

/// The options of a report.
#[derive(Clone, Copy, Default)]
struct Asked {
    format: Format,
    colours: bool,
    strict: bool,
    all: bool,
}

fn report(
    asked: Asked,
    language: UiLanguage,
    mut diagnostics: Vec<Diagnostic>,
    texts: &[(&str, &str)],
) -> String {
    let text_of = |file: &SourcePath| {
        let known = texts.iter().find(|(name, _)| *name == file.as_str());
        known.map(|(_, text)| *text)
    };
    diagnostics.sort();
    let findings: Vec<&Diagnostic> = diagnostics.iter().collect();
    let report = Report {
        findings: &findings,
        strict: asked.strict,
        all: asked.all,
        messages: &Messages::new(language),
        text_of: &text_of,
    };
    let mut text = Vec::new();
    report
        .write(asked.format, asked.colours, &mut text)
        .unwrap();
    String::from_utf8(text).unwrap()
}

fn shown(
    format: Format,
    language: UiLanguage,
    diagnostics: Vec<Diagnostic>,
    texts: &[(&str, &str)],
) -> String {
    let asked = Asked {
        format,
        ..Asked::default()
    };
    report(asked, language, diagnostics, texts)
}

fn some_shown(format: Format, language: UiLanguage) -> String {
    let texts = [
        ("content/a.md", PAGE),
        ("content/b.md", "---\nid: uno\n---\n"),
    ];
    shown(format, language, some(), &texts)
}

/// The first finding alone, in English, from a text and the bytes to mark.
fn marked(text: &str, span: std::ops::Range<usize>) -> String {
    let fault = unknown_key("a.md", span);
    let shown = shown(
        Format::Human,
        UiLanguage::English,
        vec![fault],
        &[("a.md", text)],
    );
    let body = shown
        .strip_prefix("error[unknown-key]: There is no key `titolo` here\n")
        .unwrap();
    let help = "= help: keys are written in English: `title`\n\n";
    body.strip_suffix(help).unwrap().trim_end().to_owned()
}

#[test]
fn human() {
    let expected = "\
avviso[missing-summary]: La pagina non ha un riassunto
--> content/gone.md:1:1
 = aiuto: aggiungi `summary: …`, una o due frasi

errore[unknown-key]: La chiave «titolo» non esiste
 --> content/a.md:2:1
  |
2 | titolo: Tavolo
  | ^^^^^^
  |
  = aiuto: si scrive in inglese: `title`

errore[duplicate-id]: L'id «uno» è già preso da un organismo
 --> content/a.md:3:5
  |
3 | id: uno
  |     ^^^
  |
  = aiuto: dai a una delle due un altro `id`
nota: la prima è qui
 --> content/b.md:2:5
  |
2 | id: uno
  |     ---

";
    assert_eq!(some_shown(Format::Human, UiLanguage::Italian), expected);
}

/// Warnings of two kinds in some files, and an error.
fn many() -> Vec<Diagnostic> {
    let mut many = vec![in_file("content/3.md", 0..0, Code::BadId).text("value", "A")];
    for number in 1..1240 {
        let file = format!("content/{number}.md");
        many.push(in_file(&file, 0..0, Code::MissingSummary));
    }
    for start in 0..4 {
        many.push(in_file("content/0.md", start..start, Code::HtmlRemoved).text("html", "b"));
    }
    many
}

/// The first lines of the findings, their places, and the lines about those that are not shown.
fn outline(text: &str) -> Vec<&str> {
    let is_outline = |line: &&str| line.contains('[') || line.contains("-->") || line.contains('…');
    let lines = text.lines().filter(is_outline).map(str::trim_start);
    lines.filter(|line| !line.starts_with('=')).collect()
}

#[test]
fn of_each_kind_of_warnings_the_first_are_shown_and_the_others_counted() {
    let text = |language| {
        report(
            Asked::default(),
            language,
            many(),
            &[("content/0.md", "\n\n\n\n")],
        )
    };
    let expected = [
        "warning[html-removed]: This HTML was not published: b",
        "--> content/0.md:1:1",
        "warning[html-removed]: This HTML was not published: b",
        "--> content/0.md:2:1",
        "warning[html-removed]: This HTML was not published: b",
        "--> content/0.md:3:1",
        "… and one more of this kind; `--all` shows all, `raccordo explain html-removed` explains them",
        "warning[missing-summary]: The page has no summary",
        "--> content/1.md:1:1",
        "warning[missing-summary]: The page has no summary",
        "--> content/10.md:1:1",
        "warning[missing-summary]: The page has no summary",
        "--> content/100.md:1:1",
        "… and 1,236 more of this kind; `--all` shows all, `raccordo explain missing-summary` explains them",
        "error[bad-id]: `A` cannot be an identifier",
        "--> content/3.md:1:1",
    ];
    assert_eq!(outline(&text(UiLanguage::English)), expected);
    let italian = text(UiLanguage::Italian);
    let rest: Vec<&str> = italian
        .lines()
        .filter(|line| line.starts_with('…'))
        .collect();
    let expected = [
        "… e un altro dello stesso tipo; `--all` li mostra tutti, `raccordo explain html-removed` li spiega",
        "… e altri 1.236 dello stesso tipo; `--all` li mostra tutti, `raccordo explain missing-summary` li spiega",
    ];
    assert_eq!(rest, expected);
}

#[test]
fn all_warnings_are_shown_by_file_and_place_if_that_is_asked_for() {
    let asked = Asked {
        all: true,
        ..Asked::default()
    };
    let text = report(asked, UiLanguage::English, many(), &[]);
    let places: Vec<&str> = text.lines().filter(|line| line.contains("-->")).collect();
    assert_eq!(places.len(), many().len());
    assert!(
        places.is_sorted_by_key(|line| line.rsplit("content/").next().unwrap().split('.').next())
    );
    assert!(!text.contains("--all"), "{text}");
}

#[test]
fn programs_get_all_warnings() {
    for format in [Format::Json, Format::Github, Format::Sarif] {
        let text = shown(format, UiLanguage::English, many(), &[]);
        assert!(text.contains("content/999.md"), "{format:?}");
    }
}

#[test]
fn all_errors_are_shown() {
    let strict = Asked {
        strict: true,
        ..Asked::default()
    };
    let text = report(strict, UiLanguage::English, many(), &[]);
    assert_eq!(text.matches("error[").count(), many().len());
}

#[test]
fn lines_of_every_kind() {
    let long = format!("{}titolo{}", "è".repeat(300), "b".repeat(300));
    let endless = format!("{}titolo{}", "è".repeat(2000), "b".repeat(3000));
    let table = [
        ("", 0..0, "--> a.md:1:1"),
        ("a\n", 2..2, "--> a.md:2:1"),
        (
            "a\r\ntitolo: x\r\n",
            3..9,
            " --> a.md:2:1\n  |\n2 | titolo: x\n  | ^^^^^^\n  |",
        ),
        (
            "\ttitolo:\tx",
            1..7,
            " --> a.md:1:2\n  |\n1 |     titolo:    x\n  |     ^^^^^^\n  |",
        ),
        (
            "uno\n  due\ntre\n",
            6..13,
            " --> a.md:2:3\n  |\n2 |   due\n  |   ^^^\n  |",
        ),
        (
            "titolo",
            6..6,
            " --> a.md:1:7\n  |\n1 | titolo\n  |       ^\n  |",
        ),
        (
            "\u{feff}titolo: x",
            3..9,
            " --> a.md:1:2\n  |\n1 |  titolo: x\n  |  ^^^^^^\n  |",
        ),
        // A span beyond the text, from a file that has changed since.
        (
            "titolo",
            90..95,
            " --> a.md:1:7\n  |\n1 | titolo\n  |       ^\n  |",
        ),
    ];
    for (text, span, expected) in table {
        assert_eq!(marked(text, span), expected, "{text:?}");
    }
    for (text, span, place) in [
        (&long, 600..606, "a.md:1:301"),
        (&endless, 4000..4006, "a.md:1:2001"),
    ] {
        let shown = marked(text, span);
        assert!(shown.contains(place) && shown.contains("titolo"), "{shown}");
        assert!(
            shown.lines().all(|line| line.chars().count() <= 150),
            "{shown}"
        );
    }
}

#[test]
fn the_terminal_gets_no_commands_from_the_source() {
    let source = "\u{1b}[31mtitolo\u{9b}31m\u{7}\u{202e}\n";
    let mut fault = unknown_key("a\u{1b}[0m.md", 5..11);
    fault.args.clear();
    let fault = fault.text("key", source).text("english", source);
    let shown = shown(
        Format::Human,
        UiLanguage::Italian,
        vec![fault],
        &[("a\u{1b}[0m.md", source)],
    );
    let commands = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
    assert!(!shown.contains(commands), "{shown:?}");
}

#[test]
fn colours_are_asked_for() {
    let is_coloured = |colours| {
        let asked = Asked {
            colours,
            ..Asked::default()
        };
        report(asked, UiLanguage::English, some(), &[]).contains('\u{1b}')
    };
    assert!(is_coloured(true) && !is_coloured(false));
}

#[test]
fn json() {
    let expected = concat!(
        r#"{"version":1,"diagnostics":["#,
        r#"{"code":"unknown-key","severity":"error","message":"There is no key `titolo` here","#,
        r#""hint":"keys are written in English: `title`","file":"content/a.md","#,
        r#""line":2,"column":1,"end_line":2,"end_column":7,"start":4,"end":10},"#,
        r#"{"code":"duplicate-id","severity":"error","message":"The id `uno` is already taken by a body","#,
        r#""hint":"give one of the two another `id`","file":"content/a.md","#,
        r#""line":3,"column":5,"end_line":3,"end_column":8,"start":23,"end":26,"#,
        r#""related":{"message":"the first is here","file":"content/b.md","#,
        r#""line":2,"column":5,"end_line":2,"end_column":8,"start":8,"end":11}},"#,
        r#"{"code":"missing-summary","severity":"warning","message":"The page has no summary","#,
        r#""hint":"add `summary: …`, one or two sentences","file":"content/gone.md","#,
        r#""line":1,"column":1,"end_line":1,"end_column":1,"start":0,"end":0}],"#,
        r#""errors":2,"warnings":1}"#,
        "\n",
    );
    assert_eq!(some_shown(Format::Json, UiLanguage::English), expected);
}

#[test]
fn github() {
    let expected = "\
::error file=content/a.md,line=2,col=1,endColumn=7,title=unknown-key::There is no key `titolo` here%0Ahelp: keys are written in English: `title`
::error file=content/a.md,line=3,col=5,endColumn=8,title=duplicate-id::The id `uno` is already taken by a body%0Ahelp: give one of the two another `id`%0Athe first is here: content/b.md:2:5
::warning file=content/gone.md,line=1,col=1,endColumn=1,title=missing-summary::The page has no summary%0Ahelp: add `summary: …`, one or two sentences
";
    assert_eq!(some_shown(Format::Github, UiLanguage::English), expected);
}

#[test]
fn github_escapes() {
    let fault = in_file("a,b:c%.md", 0..5, Code::BadEmail).text("value", "50%,\n::error::x");
    let shown = shown(
        Format::Github,
        UiLanguage::English,
        vec![fault],
        &[("a,b:c%.md", "ab\ncd\n")],
    );
    assert_eq!(
        shown,
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=2,col=1,title=bad-email::\
         `50%25, ::error::x` is not an e-mail address%0Ahelp: it looks like `office@authority.example`\n"
    );
}

#[test]
fn sarif() {
    let log: serde_json::Value =
        serde_json::from_str(&some_shown(Format::Sarif, UiLanguage::English)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["tool"]["driver"]["name"], "raccordo");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!((rules.len(), results.len()), (3, 3));
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(
            rule["shortDescription"]["text"]
                .as_str()
                .unwrap()
                .ends_with('.')
        );
        assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
        assert!(result["message"]["text"].is_string());
    }
    assert_eq!(
        results[1]["locations"],
        serde_json::json!([{"physicalLocation": {
            "artifactLocation": {"uri": "content/a.md"},
            "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 8},
        }}])
    );
    assert_eq!(
        results[1]["relatedLocations"][0]["message"]["text"],
        "the first is here"
    );
}

#[test]
fn strict_makes_warnings_errors() {
    let text = |format, strict| {
        let asked = Asked {
            format,
            strict,
            ..Asked::default()
        };
        report(asked, UiLanguage::English, some(), &[])
    };
    assert!(text(Format::Json, false).ends_with("\"errors\":2,\"warnings\":1}\n"));
    assert!(text(Format::Json, true).ends_with("\"errors\":3,\"warnings\":0}\n"));
    assert!(text(Format::Github, false).contains("::warning"));
    assert!(!text(Format::Github, true).contains("::warning"));
}

#[test]
fn nothing_found_is_still_well_formed() {
    let empty = |format| shown(format, UiLanguage::English, Vec::new(), &[]);
    assert_eq!(empty(Format::Human), "");
    assert_eq!(empty(Format::Github), "");
    assert_eq!(
        empty(Format::Json),
        "{\"version\":1,\"diagnostics\":[],\"errors\":0,\"warnings\":0}\n"
    );
    assert!(empty(Format::Sarif).contains("\"results\":[]"));
}

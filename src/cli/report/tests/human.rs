//! The report for people.

use super::*;

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

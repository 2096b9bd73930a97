use super::*;
use crate::base::code::Code;
use crate::base::diagnostic::Place;
use crate::messages::UiLanguage;

fn unknown_key(file: &str, span: std::ops::Range<usize>) -> Diagnostic {
    Diagnostic::new(Code::UnknownKey, Place::span(&SourcePath::new(file), span))
        .text("key", "titolo")
        .text("english", "title")
        .hint("english")
}

/// A finding in English, in a file with this text and a site in this folder of a repository.
fn shown(format: Format, folder: &str, fault: Diagnostic, text: &str) -> String {
    let report = Report {
        findings: &[&fault],
        folder: folder.to_owned(),
        strict: false,
        all: false,
        messages: &Messages::new(UiLanguage::English),
        text_of: &|_: &SourcePath| Some(text.into()),
    };
    let mut written = Vec::new();
    report.write(format, false, &mut written).unwrap();
    String::from_utf8(written).unwrap()
}

/// The finding for people, from a text and the bytes to mark.
fn marked(text: &str, span: std::ops::Range<usize>) -> String {
    let shown = shown(Format::Human, "", unknown_key("a.md", span), text);
    let body = shown
        .strip_prefix("error[unknown-key]: There is no key `titolo` here\n")
        .unwrap();
    let help = "= help: keys are written in English: `title`\n\n";
    body.strip_suffix(help).unwrap().trim_end().to_owned()
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
    let shown = shown(Format::Human, "", fault, source);
    let commands = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
    assert!(!shown.contains(commands), "{shown:?}");
}

#[test]
fn github_escapes() {
    let fault = Diagnostic::new(
        Code::BadEmail,
        Place::span(&SourcePath::new("a,b:c%.md"), 0..5),
    )
    .text("value", "50%,\n::error::x");
    let shown = shown(Format::Github, "", fault, "ab\ncd\n");
    assert_eq!(
        shown,
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=2,col=1,title=bad-email::\
         `50%25, ::error::x` is not an e-mail address%0Ahelp: it looks like `office@authority.example`\n"
    );
}

#[test]
fn forges_get_paths_in_their_repository() {
    for (format, path) in [
        (Format::Github, " file=un sito/content/a.md"),
        (Format::Sarif, "\"uri\":\"un%20sito/content/a.md"),
    ] {
        let text = shown(
            format,
            "un sito/",
            unknown_key("content/a.md", 0..6),
            "titolo",
        );
        assert!(text.contains(path), "{text}");
    }
}

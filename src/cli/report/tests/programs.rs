//! The reports for programs.

use super::*;

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

#[test]
fn forges_get_paths_in_their_repository() {
    for format in [Format::Github, Format::Sarif] {
        let asked = Asked {
            format,
            folder: "un sito/",
            ..Asked::default()
        };
        let text = report(asked, UiLanguage::English, some(), &[]);
        let path = match format {
            Format::Sarif => "\"uri\":\"un%20sito/content/",
            _ => " file=un sito/content/",
        };
        assert!(text.contains(path), "{text}");
    }
}

//! Addresses that could run a program, in every way of hiding them that browsers see through, and in every place where an
//! editor may write an address. What is not refused is read as browsers read it: no address of the site runs anything.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::site::Site;

/// Ways to write the address of a program.
fn payloads() -> Vec<String> {
    let mut payloads = Vec::new();
    for (scheme, rest) in [
        ("javascript", "alert(1)"),
        ("vbscript", "msgbox(1)"),
        ("data", "text/html,<script>alert(1)</script>"),
        ("data", "text/html;base64,PHNjcmlwdD4="),
        ("blob", "https://a.example/b"),
        ("file", "///etc/passwd"),
        ("livescript", "alert(1)"),
        ("view-source", "https://a.example"),
        ("filesystem", "https://a.example/b"),
    ] {
        let (first, last) = scheme.split_at(scheme.len() / 2);
        let mixed: String = scheme
            .chars()
            .enumerate()
            .map(|(at, c)| {
                if at % 2 == 0 {
                    c.to_ascii_uppercase()
                } else {
                    c
                }
            })
            .collect();
        let numbers: String = scheme.bytes().map(|byte| format!("&#{byte};")).collect();
        let hexes: String = scheme.bytes().map(|byte| format!("&#x{byte:X}")).collect();
        let percents: String = scheme.bytes().map(|byte| format!("%{byte:02x}")).collect();
        payloads.extend([
            format!("{scheme}:{rest}"),
            format!("{}:{rest}", scheme.to_uppercase()),
            format!("{mixed}:{rest}"),
            format!(" \u{1}{scheme}:{rest}"),
            format!("\u{8}\u{1f}{scheme}:{rest}"),
            format!("&#1;&#9;{scheme}:{rest}"),
            format!("{first}\t{last}:{rest}"),
            format!("{first}&Tab;{last}:{rest}"),
            format!("{first}&#10;{last}:{rest}"),
            format!("{first}&#x0D;{last}&NewLine;:{rest}"),
            format!("{scheme}&colon;{rest}"),
            format!("{scheme}&#58;{rest}"),
            format!("{scheme}&#0000058{rest}"),
            format!("{numbers}:{rest}"),
            format!("{hexes}:{rest}"),
            format!("{percents}:{rest}"),
            format!("{scheme}%3A{rest}"),
            format!("{scheme}\\:{rest}"),
            format!("\\{scheme}:{rest}"),
            format!("/\\a.example/{scheme}:{rest}"),
            format!("\u{ad}{scheme}:{rest}"),
            format!("\u{200b}{scheme}:{rest}"),
            format!("{first}\u{0}{last}:{rest}"),
            format!("//{scheme}:{rest}"),
            format!("ref:{scheme}:{rest}"),
            format!("mailto:{scheme}:{rest}"),
            format!("#{scheme}:{rest}"),
            format!("?{scheme}:{rest}"),
            format!("./{scheme}:{rest}"),
            format!("https:{scheme}:{rest}"),
            format!("\" onmouseover=\"alert(1)\" x=\"{scheme}:{rest}"),
            format!("' onmouseover='alert(1)' x='{scheme}:{rest}"),
            format!("> <img src=x onerror=alert(1)>{scheme}:{rest}"),
        ]);
    }
    payloads
}

/// The places in a text where an address may be written, each a block of its own.
const PLACES: &[&str] = &[
    "[a](<{}>)",
    "[a]({})",
    "[a]({} \"b\")",
    "![a](<{}>)",
    "<{}>",
    "[a][d{n}]\n\n[d{n}]: <{}>",
    "<a href=\"{}\">a</a>",
    "<a href='{}'>a</a>",
    "<a href={}>a</a>",
    "a <A HREF = \"{}\" hreflang=it>a</A>",
    "<img src=\"{}\" alt=\"a\">",
    "<img src={} alt=a>",
    "<blockquote cite=\"{}\">a</blockquote>",
    "<img alt=a srcset=\"{} 2x\">",
    "<video poster=\"{}\" src=\"{}\"></video>",
    "<iframe src=\"{}\" srcdoc=\"{}\"></iframe>",
    "<form action=\"{}\"><button formaction=\"{}\">a</button></form>",
    "<svg><a xlink:href=\"{}\"><use href=\"{}\"/></a></svg>",
    "<math><mi href=\"{}\">a</mi></math>",
    "<base href=\"{}\"><link rel=stylesheet href=\"{}\">",
    "<meta http-equiv=refresh content=\"0;url={}\">",
    "<object data=\"{}\"><embed src=\"{}\"></object>",
    "<input type=image src=\"{}\">",
    "<p style=\"background: url({})\">a</p>",
    "<p onclick=\"{}\">a</p>",
    "{{ <press label=\"a\" href=\"{}\" /> }}",
    "{{ <press label=\"{}\" href=\"#top\" src=\"{}\" /> }}",
    "{% <box title=\"{}\"> %}\n\n[a](<{}>)\n\n{{ <press label=\"a\" href='{}' /> }}\n\n{% </box> %}",
    "## {} {#x{n}}",
    "nota[^n{n}]\n\n[^n{n}]: [a](<{}>) {}",
    "| a |\n|---|\n| [a](<{}>) |",
    "{}",
];

#[derive(Default)]
struct Attributes {
    faults: RefCell<Vec<String>>,
}

impl TokenSink for Attributes {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token
            && tag.kind == TagKind::StartTag
        {
            self.faults.borrow_mut().extend(faults(&tag));
        }
        TokenSinkResult::Continue
    }
}

/// What a tag could run or load.
fn faults(tag: &Tag) -> Vec<String> {
    let forbidden = [
        "script", "iframe", "object", "embed", "base", "form", "style", "svg", "math", "video",
        "template",
    ];
    let mut faults = Vec::new();
    if forbidden.contains(&&*tag.name) {
        faults.push(format!("<{}>", tag.name));
    }
    for attribute in &tag.attrs {
        let (name, value) = (&*attribute.name.local, &*attribute.value);
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        let value = value.trim().to_lowercase();
        let scheme = value.split_once(':').map_or("", |(scheme, _)| scheme);
        let is_scheme = scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        let is_program =
            is_scheme && !["", "http", "https", "mailto", "tel", "webcal"].contains(&scheme);
        let is_address = [
            "href",
            "src",
            "cite",
            "action",
            "formaction",
            "poster",
            "data",
            "srcset",
            "xlink:href",
        ];
        let loads = ["src", "srcset", "poster", "data"].contains(&name)
            && (value.contains("//") || !scheme.is_empty() && is_scheme);
        let runs =
            name.starts_with("on") || ["style", "srcdoc", "http-equiv", "srcset"].contains(&name);
        if runs || loads || is_address.contains(&name) && is_program {
            faults.push(format!("{name}={value:?}"));
        }
    }
    faults
}

/// What a page could run or load.
fn faults_of(page: &str) -> Vec<String> {
    let tokenizer = Tokenizer::new(Attributes::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(page));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.faults.take()
}

#[test]
fn the_test_sees_what_it_looks_for() {
    for html in [
        "<a href=\"java&Tab;script:alert(1)\">",
        "<a HREF=JAVASCRIPT&colon;alert(1)>",
        "<img src=\"https://a.example/b.png\">",
        "<img src=\"//a.example/b.png\">",
        "<p onclick=a>",
        "<script>",
    ] {
        assert_eq!(faults_of(html).len(), 1, "{html}");
    }
    assert!(faults_of("<a href=\"a:b/c\">").len() == 1);
    assert!(faults_of("<a href=\"../a%3Ab\"><img src='../a.png'>").is_empty());
}

/// Builds a page of these blocks, without those that have errors. Returns the page and the number of blocks that are left.
fn published(front_matter: &str, mut blocks: Vec<String>) -> (String, usize) {
    loop {
        let mut text = format!("---\n{front_matter}---\n");
        let mut starts = Vec::new();
        for block in &blocks {
            starts.push(text.lines().count() + 1);
            text.push_str(block);
            text.push_str("\n\n");
        }
        let site = Site::new().file("content/x.md", &text);
        let run = site.check_in_process();
        let errors = run.errors();
        assert!(errors.is_empty() || !blocks.is_empty(), "{errors:?}");
        if errors.is_empty() {
            site.build().succeeds();
            return (site.page("x/index.html"), blocks.len());
        }
        let lines = errors.iter().map(|error| {
            let place = error.split("content/x.md:").nth(1);
            let place = place.unwrap_or_else(|| panic!("{error}"));
            place.split(':').next().unwrap().parse::<usize>().unwrap()
        });
        let mut faulty: Vec<usize> = lines
            .map(|line| {
                starts
                    .partition_point(|start| *start <= line)
                    .saturating_sub(1)
            })
            .collect();
        faulty.sort_unstable();
        faulty.dedup();
        for block in faulty.iter().rev() {
            blocks.remove(*block);
        }
    }
}

#[test]
fn no_address_in_a_text_runs_a_program() {
    let payloads = payloads();
    let types = [
        "title: A\nsummary: S.\n",
        "title: A\nsummary: S.\ntype: organization\nkind: consortium\n",
        "given: A\nfamily: B\nsummary: S.\ntype: person\n",
        "title: A\nsummary: S.\ntype: topic\n",
        "title: A\nsummary: S.\ntype: document\nkind: law\n",
        "title: A\nsummary: S.\ntype: area\nkind: province\n",
    ];
    let mut left = 0;
    for (number, place) in PLACES.iter().enumerate() {
        let blocks = payloads.iter().enumerate();
        let blocks =
            blocks.map(|(n, payload)| place.replace("{n}", &n.to_string()).replace("{}", payload));
        let front_matter = types[number % types.len()];
        let (page, count) = published(front_matter, blocks.collect());
        let faults = faults_of(&page);
        assert!(faults.is_empty(), "{place}: {faults:#?}");
        left += count;
    }
    // Most places drop what they may not have, and show the rest: so the pages were not empty.
    assert!(
        left > payloads.len(),
        "{left} of {}",
        payloads.len() * PLACES.len()
    );
}

#[test]
fn no_address_in_a_field_runs_a_program() {
    let good = Site::new();
    good.check_in_process().succeeds();
    let quoted = |payload: &str| serde_json::to_string(payload).unwrap();
    let hostile = [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " \u{1}javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "blob:https://a.example/b",
        "file:///etc/passwd",
        "javascript%3Aalert(1)",
        "javascript://a.example/%0aalert(1)",
        "\\\\a.example\\b",
    ];
    for payload in hostile {
        let text = quoted(payload);
        let document = |key: &str| {
            format!("---\ntitle: A\nsummary: S.\ntype: document\nkind: law\n{key}: {text}\n---\n")
        };
        let contact = |kind: &str| {
            format!(
                "---\ntitle: A\nsummary: S.\ntype: organization\nkind: consortium\ncontacts:\n  - office: U\n    channels: [{{kind: {kind}, value: {text}}}]\n---\n"
            )
        };
        let pages = [
            document("url"),
            document("file"),
            contact("web"),
            contact("email"),
            contact("pec"),
            contact("phone"),
            format!("---\ntitle: A\nsummary: S.\naliases: [{text}]\n---\n"),
        ];
        for page in pages {
            let site = Site::new().file("content/x.md", &page);
            assert!(!site.check_in_process().errors().is_empty(), "{page}");
        }
        let settings = crate::fixtures::good("site.toml");
        for (from, to) in [
            (
                "base_url = \"https://consulte.example/sito\"",
                format!("base_url = {text}"),
            ),
            (
                "theme = \"mini\"",
                format!("theme = \"mini\"\nauthority_url = {text}"),
            ),
            (
                "theme = \"mini\"",
                format!("theme = \"mini\"\nlogo = {text}"),
            ),
            (
                "theme = \"mini\"",
                format!("theme = \"mini\"\nfeedback.url = {text}"),
            ),
            (
                "theme = \"mini\"",
                format!("theme = \"mini\"\nfeedback.email = {text}"),
            ),
            ("to = \"ref:body/consulta\"", format!("to = {text}")),
            ("to = \"ref:page/privacy\"", format!("to = {text}")),
        ] {
            let site = Site::new().file("site.toml", settings.replace(from, &to));
            assert!(!site.check_in_process().errors().is_empty(), "{to}");
        }
    }
}

#[test]
fn an_email_address_of_a_contact_adds_nothing_to_the_message() {
    let page = "---\ntitle: A\nsummary: S.\ntype: organization\nkind: consortium\ncontacts:\n  - office: U\n    channels:\n      - {kind: email, value: 'urp?bcc=tutti@a.example'}\n      - {kind: pec, value: 'urp&cc=x%0d@a.example'}\n      - {kind: phone, value: '+390171445566'}\n---\n";
    let site = Site::new()
        .replace("site.toml", "theme = \"mini\"\n", "")
        .file("content/x.md", page);
    site.build().succeeds();
    let page = site.page("x/index.html");
    for href in [
        "href=\"mailto:urp%3Fbcc%3Dtutti@a.example\"",
        "href=\"mailto:urp%26cc%3Dx%250d@a.example\"",
        "href=\"tel:+390171445566\"",
    ] {
        assert!(page.contains(href), "{href}\n{page}");
    }
}

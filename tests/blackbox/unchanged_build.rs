//! A build of unchanged sources makes no page and prints the same report.

use crate::site::{Run, Site};

/// A site with a warning, so that there is a report.
fn site() -> Site {
    Site::new().replace(
        "content/consulta.md",
        "seats:\n",
        "seats:\n  - {id: lunga, basis: delegate, from: [comune-alba], holders: [{name: Nessuno, until: 2020-01-01}]}\n",
    )
}

fn build<'a>(site: &'a Site, args: &[&str]) -> Run<'a> {
    let run = site.run(&[&["build", "--as-of", "2026-11-21", "--timings"], args].concat());
    run.succeeds();
    run
}

/// Whether texts were parsed, pages rendered, or files published.
fn is_made(run: &Run<'_>) -> bool {
    let made = ["content/", "Slowest"];
    let lines = run.stderr.lines();
    let is_any = lines
        .into_iter()
        .any(|line| made.iter().any(|it| line.starts_with(it)));
    is_any || !run.stdout.contains("no file changed, none removed")
}

#[test]
fn an_unchanged_site_is_not_built_again() {
    let site = site();
    let first = build(&site, &[]);
    assert!(is_made(&first));
    assert!(first.stderr.contains("expired-mandate"), "{}", first.stderr);
    let built = site.built();
    let again = build(&site, &[]);
    assert!(!is_made(&again));
    let said = |run: &Run<'_>| {
        let report = run.stderr.split("Stage ").next();
        report.map(str::to_owned)
    };
    assert_eq!(said(&again), said(&first));
    assert_eq!(site.built(), built);
    let json = |run: Run<'_>| run.stdout.lines().next().map(str::to_owned);
    let fresh = site.run(&["check", "--as-of", "2026-11-21", "--format", "json"]);
    assert_eq!(json(build(&site, &["--format", "json"])), json(fresh));
}

#[test]
fn any_change_is_built() {
    let site = site();
    build(&site, &[]);
    let built = site.built();
    let stands = || !is_made(&build(&site, &[]));
    assert!(stands());

    for path in ["public/index.html", "public/.raccordo-manifest"] {
        site.put(path, "by hand");
        assert!(!stands(), "{path}");
        assert_eq!(site.built(), built, "{path}");
        assert!(stands(), "{path}");
    }
    std::fs::remove_file(site.path("public/index.html")).unwrap();
    assert!(!stands());
    assert_eq!(site.built(), built);

    for damaged in ["", "{", "{\"receipt\":null}", "\u{0}"] {
        site.put(".public.raccordo/snapshot", damaged);
        assert!(!stands(), "{damaged:?}");
        assert!(stands(), "{damaged:?}");
    }
    let changes: [(&str, &str); 3] = [
        (
            "content/altra.md",
            "---\ntitle: Altra\nsummary: Una pagina.\n---\n",
        ),
        ("content/modulo.pdf", "%PDF"),
        (
            "site.toml",
            "title = \"Altre consulte\"\nbase_url = \"https://consulte.example\"\n",
        ),
    ];
    for (path, text) in changes {
        site.put(path, text);
        assert!(!stands(), "{path}");
        assert!(stands(), "{path}");
    }
}

#[test]
fn other_options_are_built() {
    let site = site();
    let mut made: Vec<bool> = Vec::new();
    for args in [
        vec!["--drafts"],
        vec!["--drafts"],
        vec!["--base-url", "https://altrove.example"],
        vec!["--as-of", "2026-11-22"],
        vec![],
    ] {
        let day = if args.contains(&"--as-of") {
            &[][..]
        } else {
            &["--as-of", "2026-11-21"]
        };
        let run = site.run(&[&["build", "--timings"], day, &args].concat());
        run.succeeds();
        made.push(is_made(&run));
    }
    assert_eq!(made, [true, false, true, true, true]);
}

#[test]
fn after_a_failed_build_the_site_is_built() {
    let site = site();
    build(&site, &[]);
    let text = std::fs::read_to_string(site.path("content/orari.md")).unwrap();
    site.put("content/orari.md", text.replace("title:", "titolo:"));
    for _ in 0..2 {
        assert_eq!(site.build().exit, Some(1));
    }
    site.put("content/orari.md", text);
    assert!(!is_made(&build(&site, &[])));
}

//! The index of everything from A to Z.

use crate::site::Site;

#[test]
fn entries_are_sorted_by_letter_whatever_its_accent() {
    let site = Site::new()
        .file("content/eze.md", "---\ntitle: Èze\n---\n")
        .file("content/eta.md", "---\ntitle: eta\n---\n")
        .file("content/328.md", "---\ntitle: 328 del 2000\n---\n")
        .file("content/detto.md", "---\ntitle: «Tavolo»\n---\n");
    site.build().succeeds();
    let page = site.page("indice/index.html");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    let order = [
        "id=\"letter-0-9\"",
        "328 del 2000</a>",
        "id=\"letter-a\"",
        "Anna Rossi</a>",
        "id=\"letter-e\"",
        "eta</a>",
        "Èze</a>",
        "id=\"letter-t\"",
        "«Tavolo»</a>",
    ];
    assert!(order.map(at).is_sorted(), "{page}");
    assert!(page.contains("href=\"../consulta/index.html\""));
    assert!(page.contains("href=\"#letter-e\""));
}

#[test]
fn a_long_index_has_several_pages() {
    let mut site = Site::new().replace(
        "site.toml",
        "theme = \"mini\"",
        "theme = \"mini\"\nlist_length = 5\n[paths]\nindex = \"indice\"",
    );
    for number in 0..30 {
        let letter = char::from(b'A' + number % 26);
        let text = format!("---\ntitle: {letter}{number:02}\n---\n");
        site = site.file(&format!("content/p{number}.md"), text);
    }
    site.build().succeeds();
    let built = site.built();
    let pages: Vec<&String> = built
        .keys()
        .filter(|it| it.starts_with("indice/"))
        .collect();
    assert!(pages.len() > 5, "{pages:?}");
    let mut listed = 0;
    for path in pages {
        let page = site.page(path);
        listed += page.matches("<li>").count();
        // Each link to a letter leads to that letter.
        for link in page.split("href=\"").skip(1) {
            let href = link.split('"').next().unwrap();
            let Some((file, anchor)) = href.split_once("#letter-") else {
                continue;
            };
            let target = if file.is_empty() {
                page.clone()
            } else {
                site.page(file.trim_start_matches("../"))
            };
            let anchor = format!("id=\"letter-{anchor}\"");
            assert!(target.contains(&anchor), "{href} in {path}");
        }
    }
    let things = built.keys().filter(|it| {
        it.ends_with("index.html")
            && !it.starts_with("indice/")
            && !it.contains("/composizione/")
            && *it != "index.html"
    });
    let first_pages = things.filter(|it| {
        let folder = it.trim_end_matches("/index.html");
        folder.rsplit('/').next().unwrap().parse::<u8>().is_err()
    });
    assert_eq!(listed, first_pages.count());
}

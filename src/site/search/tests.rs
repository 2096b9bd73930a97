use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{PageText, SearchIndex};
use crate::base::digest::Digest;
use crate::base::language::Language;
use crate::base::output::{Output, OutputContent, OutputPath};

fn language(code: &str) -> Language {
    Language::parse(code).unwrap()
}

fn in_parts_of(max_part_pages: usize) -> SearchIndex {
    SearchIndex {
        max_part_pages,
        ..SearchIndex::default()
    }
}

fn put(search: &mut SearchIndex, code: &str, number: usize, text: &str) {
    let html = format!(
        "<html lang=\"{code}\"><body><main data-pagefind-body><h1>{number}</h1><p>{text}</p>\
         </main></body></html>"
    );
    let path = OutputPath::page(&format!("{code}/{number}"));
    search.put(&language(code), &path, PageText::of(&html));
}

fn built(search: &mut SearchIndex) -> BTreeMap<String, Output> {
    let files = search.build().unwrap().unwrap().into_iter();
    files.map(|it| (it.path.to_string(), it)).collect()
}

fn digests(files: &BTreeMap<String, Output>) -> BTreeMap<String, Digest> {
    let files = files.iter();
    files.map(|(path, it)| (path.clone(), it.digest)).collect()
}

fn entry(files: &BTreeMap<String, Output>, folder: &str) -> Value {
    let OutputContent::Bytes(bytes) = &files[&format!("{folder}/pagefind-entry.json")].content
    else {
        panic!("not in memory");
    };
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn a_small_index_has_one_part() {
    let mut search = in_parts_of(20);
    (0..20).for_each(|number| put(&mut search, "it", number, "parola"));
    (0..3).for_each(|number| put(&mut search, "de", number, "Wort"));
    let files = built(&mut search);
    let entry = entry(&files, "pagefind");
    assert_eq!(entry["languages"]["it"]["page_count"], 20);
    assert_eq!(entry["languages"]["de"]["page_count"], 3);
    assert_eq!(entry["languages"]["it"].get("parts"), None);
    for name in ["pagefind.js", "pagefind-worker.js", "wasm.it.pagefind"] {
        assert!(files.contains_key(&format!("pagefind/{name}")), "{name}");
    }
    assert!(!files.keys().any(|path| path.contains("-ui")));
    assert!(!files.keys().any(|path| path.starts_with("pagefind/1/")));
    assert!(search.build().unwrap().is_none());
}

#[test]
fn a_large_index_has_the_same_parts_in_any_order_of_pages() {
    let mut search = in_parts_of(20);
    (0..41).for_each(|number| put(&mut search, "it", number, "parola"));
    (0..30).for_each(|number| put(&mut search, "de", number, "Wort"));
    let files = built(&mut search);

    let parts = [
        entry(&files, "pagefind"),
        entry(&files, "pagefind/1"),
        entry(&files, "pagefind/2"),
        entry(&files, "pagefind/3"),
    ];
    let count = |code: &str| {
        let counts = parts
            .iter()
            .map(|it| it["languages"][code]["page_count"].as_u64());
        counts.flatten().sum::<u64>()
    };
    assert_eq!((count("it"), count("de")), (41, 30));
    let [first, second, third, _] = &parts;
    assert_eq!(first["languages"]["it"]["parts"], 4);
    assert_eq!(first["languages"]["de"]["parts"], 2);
    assert_eq!(second["languages"]["it"].get("parts"), None);
    assert_eq!(third["languages"].get("de"), None);
    assert!(!files.contains_key("pagefind/4/pagefind-entry.json"));
    // A browser runs the scripts of the first part only.
    let endings: BTreeSet<_> = files
        .keys()
        .filter(|path| path.starts_with("pagefind/1/"))
        .map(|path| path.rsplit('.').next().unwrap())
        .collect();
    let data = ["json", "pf_fragment", "pf_index", "pf_meta"];
    assert_eq!(endings, data.into());

    let mut other = in_parts_of(20);
    (0..30).for_each(|number| put(&mut other, "de", number, "Wort"));
    let numbers = (0..41).rev();
    numbers.for_each(|number| put(&mut other, "it", number, "parola"));
    assert_eq!(digests(&built(&mut other)), digests(&files));
}

#[test]
fn a_changed_page_changes_only_its_part_until_there_are_more_parts() {
    let mut search = in_parts_of(20);
    (0..39).for_each(|number| put(&mut search, "it", number, "parola"));
    let before = digests(&built(&mut search));
    put(&mut search, "it", 7, "altra");
    put(&mut search, "it", 39, "nuova");
    search.remove(&OutputPath::page("it/39"));
    let files = built(&mut search);
    let after = digests(&files);
    let part = |path: &String| path.starts_with("pagefind/1/");
    let changed: BTreeSet<bool> = before
        .iter()
        .chain(&after)
        .filter(|(path, digest)| {
            before.get(*path) != Some(digest) || after.get(*path) != Some(digest)
        })
        .map(|(path, _)| part(path))
        .collect();
    assert_eq!(changed.len(), 1);

    let fresh = |pages: usize| {
        let mut search = in_parts_of(20);
        (0..pages).for_each(|number| put(&mut search, "it", number, "parola"));
        if pages > 7 {
            put(&mut search, "it", 7, "altra");
        }
        search.build().unwrap().map(|files| {
            let files = files.into_iter().map(|it| (it.path.to_string(), it.digest));
            files.collect::<BTreeMap<_, _>>()
        })
    };
    assert_eq!(Some(after), fresh(39));
    (39..41).for_each(|number| put(&mut search, "it", number, "parola"));
    assert_eq!(Some(digests(&built(&mut search))), fresh(41));
    let paths = (5..41).map(|number| OutputPath::page(&format!("it/{number}")));
    paths.for_each(|path| search.remove(&path));
    assert_eq!(Some(digests(&built(&mut search))), fresh(5));
    let paths = (0..5).map(|number| OutputPath::page(&format!("it/{number}")));
    paths.for_each(|path| search.remove(&path));
    assert_eq!(built(&mut search).len(), 0);
}

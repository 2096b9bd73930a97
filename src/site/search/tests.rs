use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Search, Words};
use crate::base::digest::Digest;
use crate::base::language::Language;
use crate::base::output::{Content, Output, OutputPath};

fn language(code: &str) -> Language {
    Language::parse(code).unwrap()
}

fn in_parts_of(part_size: usize) -> Search {
    Search {
        part_size,
        ..Search::default()
    }
}

fn put(search: &mut Search, code: &str, number: usize, text: &str) {
    let html = format!(
        "<html lang=\"{code}\"><body><main data-pagefind-body><h1>{number}</h1><p>{text}</p>\
         </main></body></html>"
    );
    let path = OutputPath::page(&format!("{code}/{number}"));
    search.put(&language(code), &path, Words::of(&html));
}

fn indexed(search: &mut Search) -> BTreeMap<String, Output> {
    let files = search.index().unwrap().unwrap().into_iter();
    files.map(|it| (it.path.to_string(), it)).collect()
}

fn digests(files: &BTreeMap<String, Output>) -> BTreeMap<String, Digest> {
    let files = files.iter();
    files.map(|(path, it)| (path.clone(), it.digest)).collect()
}

fn entry(files: &BTreeMap<String, Output>, folder: &str) -> Value {
    let Content::Bytes(bytes) = &files[&format!("{folder}/pagefind-entry.json")].content else {
        panic!("not in memory");
    };
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn few_pages_are_in_one_part() {
    let mut search = in_parts_of(20);
    (0..20).for_each(|number| put(&mut search, "it", number, "parola"));
    (0..3).for_each(|number| put(&mut search, "de", number, "Wort"));
    let files = indexed(&mut search);
    let entry = entry(&files, "pagefind");
    assert_eq!(entry["languages"]["it"]["page_count"], 20);
    assert_eq!(entry["languages"]["de"]["page_count"], 3);
    assert_eq!(entry["languages"]["it"].get("parts"), None);
    for name in ["pagefind.js", "pagefind-worker.js", "wasm.it.pagefind"] {
        assert!(files.contains_key(&format!("pagefind/{name}")), "{name}");
    }
    assert!(!files.keys().any(|path| path.contains("-ui")));
    assert!(!files.keys().any(|path| path.starts_with("pagefind/1/")));
    assert!(search.index().unwrap().is_none());
}

#[test]
fn many_pages_are_in_several_parts_whoever_comes_first() {
    let mut search = in_parts_of(20);
    (0..41).for_each(|number| put(&mut search, "it", number, "parola"));
    (0..30).for_each(|number| put(&mut search, "de", number, "Wort"));
    let files = indexed(&mut search);

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
    assert_eq!(digests(&indexed(&mut other)), digests(&files));
}

#[test]
fn a_page_changes_its_own_part_only_as_long_as_there_are_no_more_parts() {
    let mut search = in_parts_of(20);
    (0..39).for_each(|number| put(&mut search, "it", number, "parola"));
    let before = digests(&indexed(&mut search));
    put(&mut search, "it", 7, "altra");
    put(&mut search, "it", 39, "nuova");
    search.remove(&OutputPath::page("it/39"));
    let files = indexed(&mut search);
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
        search.index().unwrap().map(|files| {
            let files = files.into_iter().map(|it| (it.path.to_string(), it.digest));
            files.collect::<BTreeMap<_, _>>()
        })
    };
    assert_eq!(Some(after), fresh(39));
    (39..41).for_each(|number| put(&mut search, "it", number, "parola"));
    assert_eq!(Some(digests(&indexed(&mut search))), fresh(41));
    let paths = (5..41).map(|number| OutputPath::page(&format!("it/{number}")));
    paths.for_each(|path| search.remove(&path));
    assert_eq!(Some(digests(&indexed(&mut search))), fresh(5));
    let paths = (0..5).map(|number| OutputPath::page(&format!("it/{number}")));
    paths.for_each(|path| search.remove(&path));
    assert_eq!(indexed(&mut search).len(), 0);
}

#[test]
fn what_is_begun_ahead_is_the_same() {
    let it = language("it");
    let path = |number: usize| OutputPath::page(&format!("it/{number}"));
    let put_all = |search: &mut Search, text| {
        (0..41).for_each(|number| put(search, "it", number, text));
    };
    let begin_all = |search: &mut Search| (0..4).for_each(|part| search.begin((it.clone(), part)));
    let at_once = |text, seventh| {
        let mut search = in_parts_of(20);
        put_all(&mut search, text);
        put(&mut search, "it", 7, seventh);
        digests(&indexed(&mut search))
    };

    let mut ahead = in_parts_of(20);
    let paths: Vec<OutputPath> = (0..41).map(path).collect();
    ahead.expect(paths.iter().map(|path| (&it, path)));
    for part in 0..4 {
        let is_in = |number: &usize| ahead.part(&it, &path(*number)).1 == part;
        let numbers: Vec<usize> = (0..41).filter(is_in).collect();
        let numbers = numbers.into_iter();
        numbers.for_each(|number| put(&mut ahead, "it", number, "parola"));
        ahead.begin((it.clone(), part));
    }
    assert_eq!(digests(&indexed(&mut ahead)), at_once("parola", "parola"));

    // A page that comes too late.
    put_all(&mut ahead, "altra");
    begin_all(&mut ahead);
    put(&mut ahead, "it", 7, "parola");
    assert_eq!(digests(&indexed(&mut ahead)), at_once("altra", "parola"));

    // Parts that are not wanted any longer.
    put_all(&mut ahead, "terza");
    begin_all(&mut ahead);
    ahead.stop();
    put_all(&mut ahead, "parola");
    assert_eq!(digests(&indexed(&mut ahead)), at_once("parola", "parola"));
}

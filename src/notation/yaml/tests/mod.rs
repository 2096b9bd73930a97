mod agreement;
mod same;

use super::*;
use crate::base::diagnostic::{At, NodePath};
use crate::content::model::Page;
use crate::notation::reading::Reading;
use crate::notation::tree::Entry;

fn file() -> SourcePath {
    SourcePath::new("content/a.yaml")
}

fn codes(text: &str) -> Vec<Code> {
    let faults = read::<Page>(&file(), text, 0..text.len()).faults;
    faults.into_iter().map(|fault| fault.code).collect()
}

#[test]
fn anchors_aliases_and_tags_are_refused() {
    for text in [
        "a: &x 1\n",
        "a: *x\n",
        "a: !!str 1\n",
        "! a: 1\n",
        "a: &x [b]\n",
        "a: !",
        "extra: {a: ! b}\n",
    ] {
        assert_eq!(codes(text), [Code::YamlAlias], "{text}");
    }
}

#[test]
fn brackets_in_texts_are_no_nesting() {
    let text = format!("note: \"{}\"\n", "[".repeat(MAX_DEPTH + 1));
    let Reading { value, faults, .. } = read::<AnyValue>(&file(), &text, 0..text.len());
    assert!(value.is_some() && faults.is_empty(), "{faults:?}");
}

#[test]
fn a_tree_ends_at_the_fault() {
    let text = "title: A\nseats:\n  - {id: a}\n  - id: b\n    note: \"x\" y\n";
    let tree = tree_before_fault(&file(), text, 0..text.len());
    let path = NodePath::default().key("seats").index(1).key("id");
    fn first<'n>(entries: &'n [Entry], key: &str) -> Option<&'n Entry> {
        entries.iter().find(|it| it.key == key)
    }
    let place = tree.locate(&At::Value(path), &mut first);
    assert_eq!(text.get(place), Some("b"));
}

#[test]
fn a_page_with_faulty_keys_keeps_its_value() {
    let text = "title: A\nsumary: C\npippo: [1.5, \"1.5\", null]\n";
    let Reading { value, faults, .. } = read::<Page>(&file(), text, 0..text.len());
    let summary = value.unwrap().common.summary.unwrap();
    assert_eq!((summary.as_str(), faults.len()), ("C", 2));
}

#[test]
fn a_key_is_read_before_a_fault() {
    let of_key = |text: &str| text_of_key(&file(), text, "type");
    assert_eq!(of_key("type: body\na: [\n"), Some("body".to_owned()));
    assert_eq!(
        of_key("a: {type: b}\n'type': body # c\n"),
        Some("body".to_owned())
    );
    assert_eq!(of_key("type: [body]\n"), Some("[body]".to_owned()));
    assert_eq!(of_key("type:\tbody\n"), Some("body".to_owned()));
    for text in [
        "a: type\n",
        "- type\n- body\n",
        "a: [\ntype: body\n",
        "type:\n",
        "type: ~\n",
    ] {
        assert_eq!(of_key(text), None, "{text}");
    }
}

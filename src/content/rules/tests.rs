use std::fs;
use std::path::Path;

use super::RULES;

/// The files of this folder that hold no rule.
const NO_RULES: &[&str] = &[
    "mod", "crowd", "example", "examples", "places", "tests", "walk",
];

#[test]
fn every_rule_file_is_in_the_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/rules");
    let files = fs::read_dir(folder).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        path.file_stem().unwrap().to_str().unwrap().to_owned()
    });
    let rules: Vec<String> = files.filter(|name| !NO_RULES.contains(&&**name)).collect();
    let table = include_str!("mod.rs");
    for rule in &rules {
        let line = format!("    {rule}::RULE,\n");
        assert!(table.contains(&line), "{rule}.rs is not in RULES");
    }
    assert_eq!(RULES.len(), rules.len());
}

//! However the content is broken, there is a site or there are errors.

use proptest::prelude::*;
use raccordo::base::code::Severity;

use crate::fixtures::{Files, good_files};
use crate::in_process::build;
use crate::memory_sources::MemorySources;
use crate::random_text::{apply_to_text, text_change};

/// The files of the good site with some random changes.
fn changed_files() -> impl Strategy<Value = Files> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), text_change()), 1..6);
    changes.prop_map(|changes| {
        let mut files = good_files();
        let names: Vec<String> = files
            .keys()
            .filter(|path| !path.ends_with(".png"))
            .cloned()
            .collect();
        for (index, change) in changes {
            let name = index.get(&names);
            let text = String::from_utf8(files[name].clone()).unwrap();
            files.insert(name.clone(), apply_to_text(&text, &change).into_bytes());
        }
        files
    })
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(300))]

    #[test]
    fn random_changes_cause_errors_and_no_panic(files in changed_files()) {
        let outcome = build(&MemorySources::new(&files));
        let errors = outcome.findings.iter().any(|it| {
            it.diagnostic.severity(false) == Severity::Error
        });
        prop_assert_eq!(outcome.update.is_none(), errors);
        for finding in &outcome.findings {
            prop_assert!(finding.location.line > 0 && finding.location.start <= finding.location.end);
        }
    }
}

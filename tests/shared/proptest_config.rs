//! How many random cases a property is tried with.

use proptest::prelude::ProptestConfig;

/// So many, or as many as `PROPTEST_CASES` says: rare faults are found by the tens of thousands, and while one waits.
/// What fails is printed and not kept in a file.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = usual;
    }
    config.failure_persistence = None;
    config
}

//! The number of random cases of a property.

use proptest::prelude::ProptestConfig;

/// A configuration with this number of cases, or with the number in `PROPTEST_CASES`, for a long search.
/// A failing case is printed and not kept in a file.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = usual;
    }
    config.failure_persistence = None;
    config
}

//! Golden files: whole outputs of the program, kept in `snapshots/` and compared to the byte.
//!
//! An output that differs fails its test, which prints the lines that differ. To accept new outputs, run
//! `INSTA_UPDATE=always cargo test --test blackbox golden` and look at `git diff`.

mod pages;
mod reports;
mod watch;

/// Compares a text with `snapshots/NAME.snap`.
///
/// A comparison by insta passes over the end of the text and over carriage returns. No output has the one or more than
/// one line break at its end, so that nothing else is passed over.
#[track_caller]
pub(crate) fn assert_golden(name: &str, text: &str) {
    assert!(!text.contains('\r'), "{name} has a carriage return");
    let last_line = text
        .strip_suffix('\n')
        .unwrap_or_else(|| panic!("{name} does not end with a line break"));
    assert_eq!(
        last_line,
        last_line.trim_end(),
        "{name} ends with white space"
    );
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

//! `raccordo check --fix`: what hints propose and needs no further thought is written into the files.

use std::collections::BTreeMap;

use similar::TextDiff;

use super::args::CheckArgs;
use super::console::print_status;
use super::failure::Failure;
use super::numbers::number;
use crate::base::source::SourcePath;
use crate::build::{Mended, Mender, Site};
use crate::messages::Messages;
use crate::site::new_files;

/// Makes the fixes, and writes and shows them. What was given up because it could not be written, is reported. Returns
/// whether there is any.
pub(super) fn fix(
    args: &CheckArgs,
    site: &Site,
    mender: &mut Mender<'_>,
    messages: &Messages,
) -> bool {
    mender.mend();
    let failed = match args.dry_run {
        true => Vec::new(),
        false => write(site, mender.texts(), messages),
    };
    mender.give_up(&failed);
    let format = args.site.format;
    for (file, mended) in mender.texts() {
        print_status(format, &difference(file, mended));
    }
    let fixes = mender.texts().values().map(|it| it.fixes).sum();
    let values = [
        ("fixes", number(fixes)),
        ("files", number(mender.texts().len())),
    ];
    let key = match args.dry_run {
        true => "cli-would-fix",
        false => "cli-fixed",
    };
    print_status(format, &messages.text(key, &values));
    if mender.refused() > 0 {
        let values = [("fixes", number(mender.refused()))];
        print_status(format, &messages.text("cli-not-fixed", &values));
    }
    !failed.is_empty()
}

/// Writes files. Returns those that could not be written, each of which is reported.
fn write(
    site: &Site,
    texts: &BTreeMap<SourcePath, Mended>,
    messages: &Messages,
) -> Vec<SourcePath> {
    let mut failed = Vec::new();
    for (file, Mended { before, after, .. }) in texts {
        let path = site.root.join(file.as_str());
        let Err(error) = new_files::replace(&site.root, &path, before, after) else {
            continue;
        };
        let failure = match error.kind() {
            std::io::ErrorKind::InvalidData => {
                Failure::new("cli-changed-meanwhile").text("path", file.as_str())
            }
            std::io::ErrorKind::PermissionDenied => {
                Failure::new("cli-read-only").text("path", file.as_str())
            }
            _ => Failure::cannot_write(&path, &error),
        };
        failure.print(messages);
        failed.push(file.clone());
    }
    failed
}

/// What was changed in a file, as a unified diff. Control characters are shown as such.
fn difference(file: &SourcePath, mended: &Mended) -> String {
    let difference = TextDiff::from_lines(&*mended.before, &*mended.after);
    let text = difference
        .unified_diff()
        .header(file.as_str(), file.as_str())
        .to_string();
    let text = text.replace("\r\n", "\n");
    let is_unsafe = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    text.trim_end_matches('\n').replace(is_unsafe, "\u{fffd}")
}

//! What the path of an output must be like, so that it can be published: on every disk, and on every host.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// The length of a name, in bytes, that disks allow (`NAME_MAX` of Linux, macOS and Windows).
const MAX_NAME_BYTES: usize = 255;

/// The length of a path, in bytes, that leaves room for the folder in which the site lies (`PATH_MAX` is 1,024 on macOS
/// and 4,096 on Linux).
const MAX_PATH_BYTES: usize = 900;

/// Names that stand for devices on Windows, whatever follows a dot (Microsoft, "Naming Files, Paths, and Namespaces").
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Names of files that the program writes. A folder of that name would take their place.
const OWN_FILES: [&str; 5] = [
    "_redirects",
    "calendar.ics",
    "feed.xml",
    "robots.txt",
    "sitemap.xml",
];

/// Why a path cannot be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFault {
    /// A name in it, or all of it, is longer than disks allow.
    Length,
    /// It has a control character, or a backslash, which separates folders on Windows.
    Character,
    /// A name in it ends with a dot or a space, which Windows drops.
    Ending,
    /// A name in it stands for a device on Windows.
    Device,
    /// A folder in it has the name of a file that the program writes.
    OwnFile,
}

impl PathFault {
    /// The name of its hint in the catalogues.
    pub fn hint(self) -> &'static str {
        match self {
            PathFault::Length => "length",
            PathFault::Character => "character",
            PathFault::Ending => "ending",
            PathFault::Device => "device",
            PathFault::OwnFile => "own-file",
        }
    }

    /// What is wrong with a `/`-separated path. Returns `None` if it can be published.
    pub fn of(path: &str) -> Option<PathFault> {
        let is_length = path.len() > MAX_PATH_BYTES;
        let whole = is_length.then_some(PathFault::Length);
        whole
            .or_else(|| path.split('/').find_map(PathFault::of_name))
            .or_else(|| PathFault::of_folders(path))
    }

    fn of_folders(path: &str) -> Option<PathFault> {
        let (folders, _) = path.rsplit_once('/')?;
        let is_own = |name: &str| OWN_FILES.iter().any(|own| own.eq_ignore_ascii_case(name));
        folders.split('/').any(is_own).then_some(PathFault::OwnFile)
    }

    fn of_name(name: &str) -> Option<PathFault> {
        if name.len() > MAX_NAME_BYTES {
            Some(PathFault::Length)
        } else if name.contains(|c: char| c.is_control() || c == '\\') {
            Some(PathFault::Character)
        } else if name.ends_with(['.', ' ']) {
            Some(PathFault::Ending)
        } else if is_device(name) {
            Some(PathFault::Device)
        } else {
            None
        }
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let is_numbered = || {
        let (port, number) = stem.split_at_checked(3).unwrap_or_default();
        ["com", "lpt"]
            .iter()
            .any(|it| port.eq_ignore_ascii_case(it))
            && matches!(
                number,
                "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
    };
    DEVICES.iter().any(|it| stem.eq_ignore_ascii_case(it)) || is_numbered()
}

/// The path as disks see it that distinguish neither case nor the forms of Unicode.
pub fn folded(path: &str) -> Cow<'_, str> {
    // Nearly every path is this already.
    let is_folded = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if path.bytes().all(is_folded) {
        return Cow::Borrowed(path);
    }
    if path.is_ascii() {
        return Cow::Owned(path.to_ascii_lowercase());
    }
    // Through capitals: `ß` and `ss`, `ς` and `σ` are the same then.
    let folded = path.to_uppercase().to_lowercase();
    let composed = ComposingNormalizerBorrowed::new_nfc();
    Cow::Owned(composed.normalize(&folded).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_a_disk_or_host_refuses_has_a_fault() {
        let long = "x".repeat(MAX_NAME_BYTES);
        let deep = "abcdefghi/".repeat(MAX_PATH_BYTES / 10);
        let table = [
            ("novara/index.html".to_owned(), None),
            ("a b/è.pdf".to_owned(), None),
            (".well-known/security.txt".to_owned(), None),
            ("console/com10/com/lptx/nullo".to_owned(), None),
            (long.clone(), None),
            (format!("{long}x"), Some(PathFault::Length)),
            ("è".repeat(128), Some(PathFault::Length)),
            (format!("{deep}a"), Some(PathFault::Length)),
            ("a\nb".to_owned(), Some(PathFault::Character)),
            ("a\\b".to_owned(), Some(PathFault::Character)),
            ("a/b./c".to_owned(), Some(PathFault::Ending)),
            ("a /b".to_owned(), Some(PathFault::Ending)),
            ("a/Con/b".to_owned(), Some(PathFault::Device)),
            ("a/aux.tar.gz".to_owned(), Some(PathFault::Device)),
            ("LPT1".to_owned(), Some(PathFault::Device)),
            ("a/feed.xml".to_owned(), None),
            ("a/Feed.xml/index.html".to_owned(), Some(PathFault::OwnFile)),
        ];
        for (path, fault) in table {
            assert_eq!(PathFault::of(&path), fault, "{path}");
        }
    }

    #[test]
    fn paths_that_a_disk_may_not_distinguish_are_folded_alike() {
        for (one, other) in [
            ("a/B.pdf", "A/b.PDF"),
            ("perch\u{e9}", "PERCHE\u{301}"),
            ("straße", "STRASSE"),
            ("\u{1e9b}\u{323}", "\u{1e61}\u{323}"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
        assert_ne!(folded("perché"), folded("perche"));
    }
}

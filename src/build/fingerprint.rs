//! The fingerprint of everything that a build is made from but the content.

use super::Options;
use crate::base::digest::Digest;
use crate::base::source::SourceTree;
use crate::content::graph::SiteDay;
use crate::site::compressed_files::is_copy_name;

/// The fingerprint under which a snapshot of a build can be used: of the program, how it was asked to build, the day,
/// the settings, the themes. Under any other, every page would be made again.
pub(super) fn fingerprint(
    program: Digest,
    options: &Options,
    search: bool,
    day: SiteDay,
    tree: &SourceTree,
) -> Digest {
    // Where images are kept and what is reported of the build change no page.
    let options = Options {
        search,
        cache: None,
        explain: false,
        timings: false,
        ..options.clone()
    };
    let mut lines = vec![format!("{program} {options:?} {day:?}")];
    lines.push(tree.settings.state.digest.to_string());
    for file in tree.themes.values() {
        lines.push(format!("{} {:?}", file.state.digest, file.path));
    }
    if options.precompress {
        // Beside these, there are no compressed copies.
        let names = tree.assets.keys().map(|path| path.as_str());
        let names = names.filter(|name| is_copy_name(name));
        lines.extend(names.map(str::to_owned));
    }
    Digest::of(lines.join("\n").as_bytes())
}

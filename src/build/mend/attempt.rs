//! An attempt to make fixes: the texts with them, which have not been tried yet.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::Mender;
use crate::base::diagnostic::Diagnostic;
use crate::base::source::SourcePath;
use crate::notation::edit::{Edit, apply, edit};
use crate::notation::place::Locator;

/// The texts of files as they are now.
type TextOf<'a> = &'a dyn Fn(&SourcePath) -> Option<Arc<str>>;

/// Texts with fixes that have not been tried yet.
#[derive(Default)]
pub(super) struct Attempt<'d> {
    /// What the fixes are for.
    pub(super) made: Vec<&'d Diagnostic>,
    /// The number of fixes in each file.
    pub(super) fixes: BTreeMap<SourcePath, usize>,
    /// The texts without the fixes, and the lines that change.
    pub(super) before: Texts,
    /// The texts with the fixes, and the lines that have changed.
    pub(super) after: Texts,
}

/// Some texts, and the lines in them in which something changes, from 1.
#[derive(Default)]
pub(super) struct Texts {
    pub(super) texts: BTreeMap<SourcePath, Arc<str>>,
    pub(super) lines: BTreeSet<(SourcePath, usize)>,
}

impl<'d> Attempt<'d> {
    /// Writes the fixes of these errors into the texts of a site.
    pub(super) fn new(
        mender: &Mender<'_>,
        text_of: TextOf<'_>,
        wanted: impl Iterator<Item = &'d Diagnostic>,
    ) -> Attempt<'d> {
        let mut attempt = Attempt::default();
        for (file, edits) in edits(mender, text_of, wanted) {
            if let Some(before) = text_of(&file) {
                attempt.write(&file, before, edits);
            }
        }
        attempt
    }

    fn write(&mut self, file: &SourcePath, before: Arc<str>, edits: Vec<(Edit, &'d Diagnostic)>) {
        let (edits, of): (Vec<Edit>, Vec<&Diagnostic>) = edits.into_iter().unzip();
        let (after, places) = apply(&before, &edits);
        for ((edit, diagnostic), place) in edits.iter().zip(of).zip(places) {
            // Of edits of the same place, only the first is made.
            let Some(place) = place else { continue };
            self.before.add_lines(file, &before, &edit.range);
            self.after.add_lines(file, &after, &place);
            self.made.push(diagnostic);
            *self.fixes.entry(file.clone()).or_default() += 1;
        }
        self.before.texts.insert(file.clone(), before);
        self.after.texts.insert(file.clone(), after.into());
    }

    /// Goes on with fixes in the texts that this attempt has made.
    pub(super) fn go_on(&mut self, more: Attempt<'_>) {
        for (file, before) in more.before.texts {
            self.before.texts.entry(file).or_insert(before);
        }
        for (file, fixes) in more.fixes {
            *self.fixes.entry(file).or_default() += fixes;
        }
        self.after.texts.extend(more.after.texts);
    }
}

/// The edits that make these fixes, by file.
fn edits<'d>(
    mender: &Mender<'_>,
    text_of: TextOf<'_>,
    wanted: impl Iterator<Item = &'d Diagnostic>,
) -> BTreeMap<SourcePath, Vec<(Edit, &'d Diagnostic)>> {
    let mut locator = Locator::new(text_of);
    let mut edits: BTreeMap<SourcePath, Vec<(Edit, &Diagnostic)>> = BTreeMap::new();
    for diagnostic in wanted {
        if let Some(fix) = &diagnostic.fix
            && mender.is_source(&fix.place.file)
            && let Some(source) = text_of(&fix.place.file)
            && let Some(edit) = edit(fix, &locator.location(&fix.place), &source, text_of)
        {
            let of_file = edits.entry(fix.place.file.clone()).or_default();
            of_file.push((edit, diagnostic));
        }
    }
    edits
}

impl Texts {
    fn add_lines(&mut self, file: &SourcePath, text: &str, range: &Range<usize>) {
        let line = |at: usize| text.get(..at).map_or(0, |it| it.matches('\n').count()) + 1;
        let lines = line(range.start)..=line(range.end);
        self.lines.extend(lines.map(|line| (file.clone(), line)));
    }
}

//! Publishing one file: it takes the place of the one before, and that is the whole step from the old site to the new
//! one.

use std::fs;
use std::iter;
use std::path::Path;

use super::error::{Action, PublishError, during};
use super::place::Place;
use super::plan::{Plan, Source, Wanted, folders_of, os_str};
use super::spare::write;
use super::tree::{at, leads_out};
use crate::base::digest::Digest;
use crate::base::output::{Content, OutputPath};

/// Publishes a site of which one file has other bytes, and nothing else changes. Says which, and the digest that it has
/// now; nothing if more is to be done, or it cannot be done so: then the site is as it was.
pub(super) fn publish<'a>(place: &Place, plan: &Plan<'a>) -> Option<(&'a OutputPath, Digest)> {
    let (wanted, content) = only_replaced(plan)?;
    Some((wanted.path, replace(place, wanted, content)?))
}

/// Puts a file in the place of one that is there. Says the digest that it has now; nothing if it cannot be done: then
/// the site is as it was.
pub(super) fn replace(place: &Place, wanted: &Wanted<'_>, content: &Content) -> Option<Digest> {
    if leads_out(&place.out, &folders_of(iter::once(os_str(wanted.path)))) {
        return None;
    }
    let fresh = place.single();
    // Of a publishing that was killed.
    let _ = fs::remove_file(&fresh);
    let replaced = swap_in(place, &fresh, wanted, content);
    if replaced.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    replaced.ok()
}

/// The only file that is not as it is wanted, if one is there in its place.
fn only_replaced<'a>(plan: &Plan<'a>) -> Option<(&'a Wanted<'a>, &'a Content)> {
    let delta = &plan.delta;
    if delta.replaced.len() != 1 || !delta.created.is_empty() || !delta.removed.is_empty() {
        return None;
    }
    // The manifest is in no delta.
    let mut fresh = plan.files.values().filter_map(|source| match source {
        Source::Fresh(wanted, content) => Some((*wanted, *content)),
        Source::Foreign(_) | Source::Kept(..) => None,
    });
    fresh.next().filter(|_| fresh.next().is_none())
}

fn swap_in(
    place: &Place,
    fresh: &Path,
    wanted: &Wanted<'_>,
    content: &Content,
) -> Result<Digest, PublishError> {
    let to = at(&place.out, wanted.path.as_str().as_ref());
    let swap = during(Action::Swap, &to);
    match content {
        Content::Draft(draft) => draft.move_to(&to).map(|()| wanted.digest).map_err(swap),
        Content::Bytes(_) | Content::Copy(_) => {
            let digest = write(fresh, content, wanted.digest)?;
            fs::rename(fresh, &to).map(|()| digest).map_err(swap)
        }
    }
}

//! What follows from a description alone: the name that it holds, its address, its outputs, its topics.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Directory, Draft, Known, News, Owner, Stands, Surroundings, alias_output};
use crate::base::diagnostic::{NodePath, Place};
use crate::base::output::OutputPath;
use crate::content::graph::entity::AnyLink;
use crate::content::graph::keys;
use crate::content::graph::site::in_language;
use crate::content::model::{Body, EntityKind, Name, Ref, Topic};
use crate::content::parse::Facts;
use crate::notation::scalar::Id;

impl Directory {
    /// Makes a name stand for its first claim.
    pub(super) fn settle(&mut self, name: &Name, around: &Surroundings<'_>, news: &mut News) {
        let place = self.places.entry(name.kind).or_default();
        let named = self.names.entry(name.kind).or_default();
        let named = named.entry(name.id.clone()).or_default();
        let first = named.claims.first().map(|(_, stands)| stands.clone());
        if let (Some(Stands::Thing(_)), None) = (&first, named.link) {
            named.link = Some(AnyLink::new(name.kind, *place));
            *place += 1;
        }
        let (known, draft) = match (first, named.link) {
            (Some(Stands::Thing(draft)), Some(link)) => (Some(Known::Thing(link)), Some(draft)),
            (Some(Stands::Draft), _) => (Some(Known::Draft), None),
            (Some(_), _) => (Some(Known::Broken), None),
            (None, _) => (None, None),
        };
        if named.known != known {
            news.changed.insert(keys::name(name.kind, name.id.as_str()));
            if named.known.is_none() != known.is_none() {
                news.changed.insert(keys::names());
            }
            named.known = known;
        }
        if let Some(link) = named.link {
            self.describe(link, draft, around, news);
        }
    }

    /// Replaces the description of a thing, and whatever follows from it alone.
    fn describe(
        &mut self,
        link: AnyLink,
        draft: Option<Arc<Draft>>,
        around: &Surroundings<'_>,
        news: &mut News,
    ) {
        let before = match &draft {
            Some(draft) => self.drafts.insert(link, Arc::clone(draft)),
            None => self.drafts.remove(&link),
        };
        if before == draft {
            return;
        }
        match &draft {
            Some(_) => {
                news.described.insert(link);
                news.gone.remove(&link);
            }
            None => {
                news.gone.insert(link);
                news.described.remove(&link);
            }
        }
        if before.is_none() != draft.is_none() {
            news.changed.insert(keys::all(link.kind()));
        }
        let (before, now) = (before.as_deref(), draft.as_deref());
        let files = [before, now].map(|it| {
            let page = it.filter(|draft| !draft.origin.registry);
            page.map(|draft| &draft.origin.file)
        });
        for file in files.iter().flatten() {
            news.changed.insert(keys::file(file.as_str()));
        }
        let [old, new] = files;
        if old != new {
            news.changed.insert(keys::files());
        }
        self.move_address(link, before, now, news);
        self.take_outputs(link, before, now, around, news);
        self.count_entries(before, now);
        self.count_topics(before, now);
        self.grow(link, before, now, news);
        if anchors(before) != anchors(now) {
            news.changed.insert(keys::anchors(link));
        }
    }

    fn move_address(
        &mut self,
        link: AnyLink,
        before: Option<&Draft>,
        now: Option<&Draft>,
        news: &mut News,
    ) {
        let [old, new] = [before, now].map(|it| it.map(|draft| draft.output.address()));
        if old == new {
            return;
        }
        if let Some(old) = old {
            let there = self.addresses.entry(old.clone()).or_default();
            there.retain(|other| *other != link);
            if there.is_empty() {
                self.addresses.remove(&old);
            }
            news.changed.insert(keys::address(&old));
        }
        if let Some(new) = new {
            news.changed.insert(keys::address(&new));
            let there = self.addresses.entry(new);
            let there = there.or_insert_with(|| Vec::with_capacity(1));
            there.push(link);
        }
    }

    fn take_outputs(
        &mut self,
        link: AnyLink,
        before: Option<&Draft>,
        now: Option<&Draft>,
        around: &Surroundings<'_>,
        news: &mut News,
    ) {
        let [old, new] = [before, now].map(|it| it.map(|it| outputs(link, it, around)));
        if old == new {
            return;
        }
        for (path, owner, place) in old.into_iter().flatten() {
            self.taken.give_back(&path, owner, &place);
        }
        for (path, owner, place) in new.into_iter().flatten() {
            self.taken.take(&path, owner, place);
        }
        news.outputs = true;
    }

    fn count_entries(&mut self, before: Option<&Draft>, now: Option<&Draft>) {
        let entry = |it: &&Draft| it.origin.registry && it.name.kind != EntityKind::Section;
        for draft in before.into_iter().filter(entry) {
            release(&mut self.entries, &draft.name.kind);
        }
        for draft in now.into_iter().filter(entry) {
            *self.entries.entry(draft.name.kind).or_default() += 1;
        }
    }

    fn count_topics(&mut self, before: Option<&Draft>, now: Option<&Draft>) {
        let [old, new] = [before, now].map(|it| it.map(|it| topics(&it.facts)).unwrap_or_default());
        if old == new {
            return;
        }
        for topic in old {
            release(&mut self.used, topic.as_str());
        }
        for topic in new {
            *self.used.entry(topic.as_str().to_owned()).or_default() += 1;
        }
    }

    fn grow(
        &mut self,
        link: AnyLink,
        before: Option<&Draft>,
        now: Option<&Draft>,
        news: &mut News,
    ) {
        let AnyLink::Body(body) = link else { return };
        let [old, new] = [before, now].map(|it| it.and_then(written_body));
        let parent = |it: Option<&Body>| {
            it.and_then(|it| it.parent.as_ref())
                .map(|it| it.as_str().to_owned())
        };
        let Some(draft) = now.or(before) else { return };
        let id = draft.name.id.clone();
        if tables(old) != tables(new) {
            news.changed.insert(keys::parts(id.as_str()));
        }
        let (from, to) = (parent(old), parent(new));
        if from == to {
            return;
        }
        if let Some(from) = from {
            if let Some(parts) = self.grown.get_mut(&from) {
                parts.remove(&id);
            }
            news.changed.insert(keys::parts(&from));
        }
        if let Some(to) = to {
            news.changed.insert(keys::parts(&to));
            self.grown.entry(to).or_default().insert(id, body);
        }
    }
}

/// The places on a page that a link can name, and the title by which it is blamed for others.
fn anchors(draft: Option<&Draft>) -> Option<(&str, Vec<&str>, Vec<&Id>)> {
    let draft = draft?;
    let headings = draft.text.headings.iter().map(|it| it.id.as_str());
    Some((
        &*draft.title,
        headings.collect(),
        tables(written_body(draft)),
    ))
}

/// The outputs of a thing, each with the place where to report that it is taken.
fn outputs(
    link: AnyLink,
    draft: &Draft,
    around: &Surroundings<'_>,
) -> Vec<(OutputPath, Owner, Place)> {
    let at = |path: NodePath| draft.at(|_| path);
    let prefix = &draft.origin.prefix;
    let place = if draft.origin.registry {
        at(prefix.key("id"))
    } else {
        Place::whole(&draft.origin.file)
    };
    let site = around.settings.default_language();
    let languages = around.settings.all_languages().into_iter();
    let pages = languages.map(|language| {
        let path = in_language(&draft.output, &language, &site);
        (path, Owner::Page(link), place.clone())
    });
    let aliases = draft.facts.described().common().aliases.iter().enumerate();
    let aliases = aliases.map(|(index, alias)| {
        let place = at(prefix.key("aliases").index(index));
        (alias_output(alias.as_str()), Owner::Alias(link), place)
    });
    pages.chain(aliases).collect()
}

fn written_body(draft: &Draft) -> Option<&Body> {
    match &draft.facts {
        Facts::Body(body) => Some(body),
        _ => None,
    }
}

fn tables(body: Option<&Body>) -> Vec<&Id> {
    let tables = body.into_iter().flat_map(|body| &body.tables);
    tables.map(|table| &table.id).collect()
}

/// The topics that a thing names.
fn topics(facts: &Facts) -> Vec<&Ref<Topic>> {
    let mut topics: Vec<_> = facts.described().common().topics.iter().collect();
    if let Facts::Body(body) = facts {
        topics.extend(body.tables.iter().flat_map(|table| &table.topics));
        let activities = body.parts().flat_map(|(_, part)| part.activities);
        topics.extend(activities.flat_map(|activity| &activity.topics));
    }
    topics
}

fn release<K: Ord + Borrow<Q>, Q: Ord + ?Sized>(counts: &mut BTreeMap<K, usize>, key: &Q) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}

//! One state of a site: its things by name, whatever files they are in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::items;
use super::mapping::{PARTS, body_named};
use super::normal::normalized;
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::draft_pages::DraftPages;
use crate::content::graph::{Claim, ClaimSubject, UnresolvedEntity, claims, first_address};
use crate::content::markdown::ParsedText;
use crate::content::model::Name;
use crate::content::parse::{Facts, FileContent, ParsedFile, original};
use crate::content::settings::Settings;
use crate::notation::schema::Typed;
use crate::notation::value::Value;

/// The name of a thing, or of a table within a body: kind and id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The kind: `body`, `organization` … A table is a body.
    pub kind: &'static str,
    /// The id: `coordinamento`, or `coordinamento/tecnico` for a table.
    pub id: String,
}

impl Subject {
    /// The name of a thing that a reference names.
    pub fn referred(value: &Value) -> Option<Subject> {
        match value {
            Value::Reference(kind, id) => Some(Subject {
                kind,
                id: id.clone(),
            }),
            _ => None,
        }
    }

    /// The id without that of the body above.
    pub(super) fn last_id(&self) -> &str {
        self.id.rsplit('/').next().unwrap_or_default()
    }

    /// The body above, if it is a table within one.
    pub fn parent(&self) -> Option<Subject> {
        let (id, _) = self.id.rsplit_once('/')?;
        let id = id.to_owned();
        Some(Subject { id, ..*self })
    }
}

impl From<&Name> for Subject {
    fn from(name: &Name) -> Subject {
        Subject {
            kind: name.kind.as_str(),
            id: name.id.to_string(),
        }
    }
}

/// A thing, or a table within a body, as plain data.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Kind and id.
    pub subject: Subject,
    /// The title.
    pub title: String,
    /// The file that describes it.
    pub file: SourcePath,
    /// The file of its page.
    pub output: OutputPath,
    /// The address by which calendars and feeds know it.
    pub first_address: String,
    /// What is typed about it, without its id.
    pub facts: Value,
    /// Its text, and those in other languages.
    pub texts: BTreeMap<Option<String>, Arc<ParsedText>>,
}

impl Thing {
    /// The body or table that meets, of a meeting. Else the thing itself.
    pub(super) fn concerns(&self) -> Subject {
        let body = Subject::referred(self.facts.get("body"));
        let body = body.filter(|_| self.subject.kind == "meeting");
        body.unwrap_or_else(|| self.subject.clone())
    }

    /// The body that it belongs to: itself, that of a table, that which meets. Else the thing itself.
    pub fn about(&self) -> Subject {
        let subject = self.concerns();
        let root = subject.id.split('/').next().unwrap_or_default().to_owned();
        Subject {
            id: root,
            ..subject
        }
    }
}

/// One state of a site.
#[derive(Debug, Default)]
pub struct Side {
    pub(super) things: BTreeMap<Subject, Thing>,
    /// The things by the files of their pages.
    outputs: BTreeMap<OutputPath, Subject>,
    /// The things by the files that describe them; of a registry, one of its entries.
    files: BTreeMap<SourcePath, Subject>,
    /// The names in files that could not be read.
    pub(super) hidden: BTreeSet<Subject>,
    unread: Vec<SourcePath>,
}

/// The pages and entries of a file of which every value could be read.
struct Whole<'a> {
    /// The entries of which some could not.
    broken: BTreeSet<&'a str>,
    /// Whether it may be any: a page, or an entry that cannot be told.
    may_be_any: bool,
}

impl<'a> Whole<'a> {
    fn of(file: &'a ParsedFile, claims: &[Claim]) -> Whole<'a> {
        let claimed: BTreeSet<&str> = claims.iter().map(|claim| &*claim.name.id).collect();
        let broken: BTreeSet<&str> = file.unread.iter().map(|value| &*value.id).collect();
        let is_registry = matches!(file.content, FileContent::Registry(_));
        Whole {
            may_be_any: broken
                .iter()
                .any(|id| !is_registry || !claimed.contains(id)),
            broken,
        }
    }

    fn has(&self, name: &Name) -> bool {
        !self.may_be_any && !self.broken.contains(&*name.id)
    }
}

impl Side {
    /// The state of these files.
    pub fn new<'a>(files: impl IntoIterator<Item = &'a ParsedFile>, settings: &Settings) -> Side {
        let mut side = Side::default();
        let mut entities: BTreeMap<Name, Arc<UnresolvedEntity>> = BTreeMap::new();
        let mut translations: BTreeMap<SourcePath, Vec<&ParsedFile>> = BTreeMap::new();
        for file in files {
            match &file.content {
                FileContent::Translation(..) => {
                    let original = original(&file.path, settings);
                    translations.entry(original).or_default().push(file);
                    continue;
                }
                FileContent::Broken(_) => side.unread.push(file.path.clone()),
                FileContent::Page(..) | FileContent::Registry(_) if file.unread.is_empty() => {}
                FileContent::Page(..) | FileContent::Registry(_) => {
                    side.unread.push(file.path.clone());
                }
            }
            let (claims, _) = claims(file, settings, None);
            let whole = Whole::of(file, &claims);
            for claim in &claims {
                match &claim.subject {
                    ClaimSubject::Entity(entity) if whole.has(&claim.name) => {
                        insert(&mut entities, claim.name.clone(), Arc::clone(entity));
                    }
                    _ => drop(side.hidden.insert(Subject::from(&claim.name))),
                }
            }
        }
        for entity in entities.values() {
            let translations = translations.get(&entity.origin.file);
            let translations = translations.filter(|_| !entity.origin.registry);
            side.add(entity, translations.map_or(&[], Vec::as_slice), settings);
        }
        side
    }

    /// The ids of all things, and of all that they name.
    pub fn names(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for thing in self.things.values() {
            names.insert(thing.subject.id.clone());
            add_references(&thing.facts, &mut names);
        }
        names
    }

    /// All things.
    pub fn things(&self) -> impl Iterator<Item = &Thing> {
        self.things.values()
    }

    /// The thing of a name.
    pub fn thing(&self, subject: &Subject) -> Option<&Thing> {
        self.things.get(subject)
    }

    /// The thing whose page is at a path, or that a file describes.
    pub(super) fn page_at(&self, output: &OutputPath, file: &SourcePath) -> Option<&Thing> {
        let subject = self.outputs.get(output).or_else(|| self.files.get(file));
        self.things.get(subject?)
    }

    /// The same without drafts, where what is in these sections is a draft, too.
    #[must_use]
    pub fn published(mut self, sections: &DraftPages) -> Side {
        let says_so = |it: &Thing| *it.facts.get("draft") == Value::Flag(true);
        let is_draft = |it: &&Thing| {
            let body = it.subject.parent().and_then(|it| self.things.get(&it));
            says_so(it) || body.is_some_and(says_so) || sections.hide(&it.file)
        };
        let drafts = self.things.values().filter(is_draft);
        let drafts: BTreeSet<Subject> = drafts.map(|it| it.subject.clone()).collect();
        self.things.retain(|it, _| !drafts.contains(it));
        self
    }

    /// The titles of all things.
    pub(super) fn titles(&self) -> BTreeMap<Subject, String> {
        let things = self.things.values();
        things
            .map(|thing| (thing.subject.clone(), thing.title.clone()))
            .collect()
    }

    /// What seats, terms and activities are called.
    pub(super) fn parts(&self) -> impl Iterator<Item = (Subject, Value)> {
        self.things.values().flat_map(|thing| {
            PARTS.into_iter().flat_map(move |kind| {
                let items = items::labels(thing.facts.get(kind).items()).into_iter();
                items.filter_map(move |(item, label)| {
                    let id = item.get("id").as_text()?;
                    let id = format!("{}/{id}", thing.subject.id);
                    Some((Subject { kind, id }, label))
                })
            })
        })
    }

    /// The files that could not be read.
    pub(super) fn unread(&self) -> Vec<SourcePath> {
        self.unread.clone()
    }

    /// Whether a thing of the other side may be here, too, in a file that could not be read.
    pub(super) fn may_have(&self, thing: &Thing) -> bool {
        let is_hidden = |subject: &Subject| self.hidden.contains(subject);
        let parent = thing.subject.parent();
        is_hidden(&thing.subject)
            || parent.is_some_and(|it| is_hidden(&it))
            || self.unread.contains(&thing.file)
    }

    fn add(
        &mut self,
        entity: &UnresolvedEntity,
        translations: &[&ParsedFile],
        settings: &Settings,
    ) {
        let mut facts = entity.facts.described().to_value().into_fields();
        if let Facts::Meeting(meeting) = &entity.facts {
            // The same moment may be written with another offset.
            let zone = settings.zone();
            let times = [
                ("start", Some(&meeting.start)),
                ("end", meeting.end.as_ref()),
            ];
            for (key, time) in times {
                let text = time.map(|it| it.on_clocks_of(&zone).to_string());
                facts.extend(text.map(|text| (key.to_owned(), Value::Text(text))));
            }
        }
        let mut texts = BTreeMap::from([(None, Arc::clone(&entity.text))]);
        for file in translations {
            if let FileContent::Translation(language, words, text) = &file.content {
                let words = Value::record([(language.to_string(), words.to_value())]);
                let others = facts.remove("translations").unwrap_or_default();
                facts.insert("translations".to_owned(), others.and(words));
                texts.insert(Some(language.to_string()), Arc::clone(text));
            }
        }
        let tables = facts.remove("tables").unwrap_or_default();
        let thing = Thing {
            subject: Subject::from(&entity.name),
            title: entity.title.to_string(),
            file: entity.origin.file.clone(),
            output: entity.output.clone(),
            first_address: first_address(
                &entity.output,
                &entity.facts.described().common().aliases,
                (&settings.all_languages(), settings.composition_folder()),
            ),
            facts: normalized(Value::record(facts)),
            texts,
        };
        for table in tables.items() {
            let table = thing.table(table);
            self.things.insert(table.subject.clone(), table);
        }
        let subject = &thing.subject;
        self.outputs.insert(thing.output.clone(), subject.clone());
        self.files.insert(thing.file.clone(), subject.clone());
        self.things.insert(subject.clone(), thing);
    }
}

impl Thing {
    /// A table of this body, with what it would say if it had a page of its own.
    fn table(&self, table: &Value) -> Thing {
        let Subject { kind, id } = &self.subject;
        let of_body = Value::record([
            ("kind", Value::Text("table".to_owned())),
            ("authority", self.facts.get("authority").clone()),
            ("parent", Value::Reference(kind, id.clone())),
        ]);
        let text = |key| table.get(key).as_text().unwrap_or_default().to_owned();
        Thing {
            subject: Subject {
                kind,
                id: format!("{id}/{}", text("id")),
            },
            title: text("title"),
            file: self.file.clone(),
            output: self.output.clone(),
            first_address: self.first_address.clone(),
            facts: normalized(of_body.and(table.clone())),
            texts: BTreeMap::new(),
        }
    }
}

fn add_references(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Reference(_, id) => {
            // The body of a table has the table, too.
            let body = id.split('/').next().unwrap_or_default();
            names.insert(body.to_owned());
        }
        Value::List(items) => items.iter().for_each(|it| add_references(it, names)),
        Value::Record(fields) => {
            for (key, value) in fields {
                let body = value.as_text().and_then(|it| body_named(key, it));
                names.extend(body.map(str::to_owned));
                add_references(value, names);
            }
        }
        _ => {}
    }
}

/// Adds an entity, unless there is one of that name. A page comes before an entry of a registry.
fn insert(
    entities: &mut BTreeMap<Name, Arc<UnresolvedEntity>>,
    name: Name,
    entity: Arc<UnresolvedEntity>,
) {
    let is_better = |other: &Arc<UnresolvedEntity>| {
        let rank = |it: &UnresolvedEntity| (it.origin.registry, it.origin.file.clone());
        rank(&entity) < rank(other)
    };
    if entities.get(&name).is_none_or(is_better) {
        entities.insert(name, entity);
    }
}

//! `raccordo schema`: a public validator reads the schemas, and holds them against what `check` says.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, LazyLock, Mutex};

use jsonschema::Validator;
use proptest::prelude::*;
use raccordo::base::code::{Code, Severity};
use raccordo::base::diagnostic::{At, Diagnostic};
use raccordo::base::source::SourcePath;
use raccordo::content::model::{Body, Meeting, Organization, Person, Registry, Translation};
use raccordo::notation::check;
use raccordo::notation::json_schema::{Alternatives, Annotations, Definitions, Notation, Words};
use raccordo::notation::schema::{Field, Record, Typed};
use raccordo::notation::yaml;
use serde_json::{Value, json};

use crate::fixtures::{Files, folder, full_pages, good};
use crate::site::Site;

const TYPES: [&str; 12] = [
    "body",
    "organization",
    "person",
    "meeting",
    "document",
    "area",
    "topic",
    "page",
    "section",
    "translation",
    "registry",
    "settings",
];

/// The schema of a type, as the program prints it for a site; of any page without a type.
fn printed(site: &Site, of: &[&str]) -> Value {
    let run = site.run(&[&["schema"], of].concat());
    run.succeeds();
    assert_eq!(run.stderr, "");
    serde_json::from_str(&run.stdout).unwrap()
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap()
}

#[test]
fn a_schema_in_a_file_stays_when_it_cannot_be_made_anew() {
    let site = Site::new();
    let make = ["schema", "registry", "--out", "schema.json"];
    site.run(&make).succeeds();
    let made = fs::read_to_string(site.path("schema.json")).unwrap();
    let printed = site.run(&["schema", "registry"]);
    assert_eq!(made.trim_end(), printed.stdout.trim_end());
    site.put("site.toml", "title = [");
    site.run(&make).cannot_run("site.toml");
    assert_eq!(fs::read_to_string(site.path("schema.json")).unwrap(), made);
    site.put("site.toml", "title = \"Altro\"\n[vocabularies.organization_kinds]\nerboristeria = {it = \"Erboristeria\"}\n");
    site.run(&make).succeeds();
    assert_ne!(fs::read_to_string(site.path("schema.json")).unwrap(), made);
}

#[test]
fn every_schema_is_one_of_the_draft_that_it_names() {
    let site = Site::new();
    for of in TYPES.iter().map(|of| vec![*of]).chain([Vec::new()]) {
        let schema = printed(&site, &of);
        assert!(schema["$schema"].as_str().unwrap().contains("2020-12"));
        jsonschema::draft202012::meta::validate(&schema).unwrap();
        assert!(!schema["$defs"].as_object().unwrap().is_empty(), "{of:?}");
    }
}

#[test]
fn examples_are_values_of_their_fields() {
    let site = Site::new();
    let mut tried = 0;
    for of in TYPES {
        let schema = printed(&site, &[of]);
        let definitions = schema["$defs"].as_object().unwrap();
        for (name, definition) in definitions {
            let fields = definition["properties"].as_object().into_iter().flatten();
            for (key, field) in fields {
                let whole = json!({
                    "$schema": schema["$schema"],
                    "$defs": definitions,
                    "$ref": format!("#/$defs/{name}/properties/{key}"),
                });
                let examples = field["examples"].as_array().into_iter().flatten();
                for example in examples.chain(field.get("default")) {
                    is_accepted(&validator(&whole), example, &format!("{of}: {name}.{key}"));
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

/// All content of this repository, and of the sites of the tests.
#[test]
fn good_content_is_accepted() {
    for (settings, files) in [
        ("site.toml", folder("content")),
        ("tests/blackbox/good/site.toml", under_content(full_pages())),
        (
            "tests/blackbox/quattro/site.toml",
            folder("tests/blackbox/quattro/content"),
        ),
    ] {
        let toml = std::fs::read(settings).unwrap();
        let site = Site::empty().file("site.toml", &toml);
        let [page, registry, translation, of_settings] =
            [&[][..], &["registry"], &["translation"], &["settings"]]
                .map(|of| validator(&printed(&site, of)));
        let settings: Value = toml::from_slice(&toml).unwrap();
        is_accepted(&of_settings, &settings, "site.toml");
        for (path, bytes) in files {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let name = path.rsplit('/').next().unwrap();
            if name.ends_with(".md") {
                let front_matter = text.split("---\n").nth(1).unwrap();
                let is_translation = name.matches('.').count() == 2;
                let schema = if is_translation { &translation } else { &page };
                is_accepted(schema, &value(front_matter), &path);
            } else if name.ends_with(".yaml") {
                is_accepted(&registry, &value(&text), &path);
            }
        }
    }
}

fn under_content(files: Files) -> Files {
    let files = files.into_iter();
    files
        .filter(|(path, _)| path.starts_with("content/"))
        .collect()
}

fn value(yaml: &str) -> Value {
    let value: serde_yaml::Value = serde_yaml::from_str(yaml).unwrap();
    serde_json::to_value(value).unwrap()
}

#[track_caller]
fn is_accepted(schema: &Validator, value: &Value, path: &str) {
    let faults: Vec<String> = schema
        .iter_errors(value)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{path}: {faults:#?}");
}

#[test]
fn the_words_of_the_site_are_known_with_their_names() {
    let site = Site::empty().file(
        "site.toml",
        "title = \"A\"\n[vocabularies.body_kinds]\nforum = { it = \"Forum civico\", en = \"Civic forum\" }\n",
    );
    let body = printed(&site, &["body"]);
    let kinds = body["$defs"]["Body"]["properties"]["kind"]["anyOf"]
        .as_array()
        .unwrap();
    let has = |word: &str, title: &str| {
        let mut kinds = kinds.iter();
        kinds.any(|kind| kind["const"] == word && kind["title"] == title)
    };
    assert!(
        has("forum", "Forum civico") && has("council", "Consiglio"),
        "{kinds:#?}"
    );
    let schema = validator(&body);
    let page = |kind: &str| {
        json!({
            "type": "body", "title": "A", "kind": kind, "authority": "a",
            "activities": [{ "id": "a", "text": "b" }], "seats": [{ "id": "a", "basis": "elected" }],
        })
    };
    assert!(schema.is_valid(&page("forum")));
    assert!(!schema.is_valid(&page("foro")));
    // So are the words of every other list.
    for (key, good, bad) in [
        (
            "legal_basis",
            json!([{ "act": "a", "relation": "framework" }]),
            json!([{ "act": "a", "relation": "cornice" }]),
        ),
        (
            "related",
            json!([{ "name": "a", "relation": "coordinates_with" }]),
            json!([{ "name": "a", "relation": "con" }]),
        ),
        (
            "territory",
            json!({ "zones": { "kind": "ats" } }),
            json!({ "zones": { "kind": "ambito" } }),
        ),
        // `false` where a person goes is the id of one.
        (
            "seats",
            json!([{ "id": "a", "basis": "elected", "holders": [{ "person": false }] }]),
            json!([{ "id": "a", "basis": "elected", "holders": [{ "person": false, "name": "A" }] }]),
        ),
        (
            "terms",
            json!([{ "id": 1, "from": 2024 }]),
            json!([{ "id": -1, "from": 2024 }]),
        ),
        (
            "terms",
            json!([{ "id": 1, "from": 2024 }]),
            json!([{ "id": 1, "from": 20245 }]),
        ),
    ] {
        for (value, is_good) in [(good, true), (bad, false)] {
            let mut page = page("forum");
            page[key] = value;
            assert_eq!(schema.is_valid(&page), is_good, "{page}");
        }
    }
    let without_site = Site::empty();
    let body = validator(&printed(&without_site, &["body"]));
    assert!(!body.is_valid(&page("forum")) && body.is_valid(&page("council")));
}

#[test]
fn defaults_are_known() {
    let site = Site::new();
    for (of, path, default) in [
        ("settings", "Settings/properties/theme", json!("civico")),
        ("settings", "Settings/properties/list_length", json!(200)),
        ("settings", "Search/properties/enabled", json!(true)),
        ("body", "Seat/properties/role", json!("member")),
        ("meeting", "Meeting/properties/status", json!("scheduled")),
    ] {
        let found = printed(&site, &[of]);
        let found = found.pointer(&format!("/$defs/{path}/default"));
        assert_eq!(found, Some(&default), "{path}");
    }
}

/// Keys of which one must be there: what the rules refuse of them is refused by the schema.
#[test]
fn what_lacks_all_of_several_keys_is_refused() {
    let site = Site::new();
    let schema = validator(&printed(&site, &["body"]));
    let seat = |more: Value| {
        let mut seat = json!({ "id": "a", "basis": "elected" });
        seat.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        seat
    };
    let body = |more: Value| {
        let mut body = json!({
            "type": "body", "title": "A", "kind": "council", "authority": "a",
            "activities": [{ "id": "a", "text": "b" }],
        });
        body.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        body
    };
    for (good, bad) in [
        (json!({ "seats": [seat(json!({}))] }), json!({})),
        (
            json!({ "seats": [seat(json!({ "holders": [{ "name": "A" }] }))] }),
            json!({ "seats": [seat(json!({ "holders": [{ "from": "2020" }] }))] }),
        ),
        (
            json!({ "seats": [seat(json!({}))], "legal_basis": [{ "missing": true }] }),
            json!({ "seats": [seat(json!({}))], "legal_basis": [{ "article": "3" }] }),
        ),
        (
            json!({ "seats": [seat(json!({}))], "contacts": [{ "channels": [{ "kind": "phone", "value": "1" }] }] }),
            json!({ "seats": [seat(json!({}))], "contacts": [{ "office": "A" }] }),
        ),
        // What says that nothing is so is as good as nothing.
        (
            json!({ "seats": [seat(json!({}))], "tables": [] }),
            json!({ "seats": null, "tables": [] }),
        ),
        (
            json!({ "seats": [seat(json!({ "holders": [{ "name": "A", "vacant": false }] }))] }),
            json!({ "seats": [seat(json!({ "holders": [{ "vacant": false }] }))] }),
        ),
        (
            json!({ "seats": [seat(json!({ "substitutes": { "count": 1, "each": false } }))] }),
            json!({ "seats": [seat(json!({ "substitutes": { "each": false } }))] }),
        ),
        // Not two.
        (
            json!({ "seats": [seat(json!({ "holders": [{ "name": "A", "on_behalf_of": "b" }] }))] }),
            json!({ "seats": [seat(json!({ "holders": [{ "name": "A", "vacant": true }] }))] }),
        ),
        (
            json!({ "seats": [seat(json!({ "appointed_by": { "name": "A", "body": null } }))] }),
            json!({ "seats": [seat(json!({ "appointed_by": { "name": "A", "body": "b" } }))] }),
        ),
    ] {
        let (good, bad) = (body(good), body(bad));
        assert!(schema.is_valid(&good), "{good}");
        assert!(!schema.is_valid(&bad), "{bad}");
    }
}

#[test]
fn entries_of_registries_need_ids() {
    let schema = validator(&printed(&Site::new(), &["registry"]));
    let of = |entry: Value| json!({ "areas": [entry], "topics": null });
    assert!(schema.is_valid(&of(json!({ "id": "a", "title": "A", "kind": "zone" }))));
    assert!(!schema.is_valid(&of(json!({ "title": "A", "kind": "zone" }))));
}

#[test]
fn descriptions_are_in_the_language_of_the_reader() {
    let site = Site::new();
    for (language, title) in [("it", "Il nome."), ("en", "The name.")] {
        let schema = printed(&site, &["body", "--lang", language]);
        let title_of_body = &schema["$defs"]["Body"]["properties"]["title"]["description"];
        assert_eq!(title_of_body, title);
    }
}

/// What is said in Italian is said of something.
#[test]
fn italian_descriptions_are_of_types_and_fields_that_there_are() {
    let said: toml::Table = include_str!("../../src/messages/fields.it.toml")
        .parse()
        .unwrap();
    let site = Site::empty();
    let schemas: Vec<Value> = TYPES
        .iter()
        .map(|of| printed(&site, &[of, "--lang", "it"]))
        .collect();
    let shown: Vec<&Value> = schemas
        .iter()
        .flat_map(|it| it["$defs"].as_object().unwrap().values())
        .collect();
    for (of_type, fields) in &said {
        for (key, text) in fields.as_table().unwrap() {
            let text = text.as_str().unwrap();
            let is_shown = shown.iter().any(|it| match key.as_str() {
                "_" => it["description"] == text,
                key => it["properties"][key]["description"] == text,
            });
            assert!(is_shown, "{of_type}.{key}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    Site::empty()
        .file("site.toml", "title = 5\n")
        .run(&["schema"])
        .cannot_run("site.toml");
    Site::empty()
        .run(&["schema", "--root", "nowhere"])
        .cannot_run("nowhere");
}

/// Nothing but shapes: which words there are is for the rules to say.
struct Bare;

impl Annotations for Bare {
    fn description(&self, _: &Record, _: Option<&Field>) -> String {
        String::new()
    }

    fn example(&self, _: &Record, _: &Field) -> Option<Value> {
        None
    }

    fn words(&self, _: &Field) -> Option<Words> {
        None
    }

    fn alternatives(&self, _: &Record) -> Alternatives {
        (&[], &[])
    }
}

/// Faults of which JSON Schema knows less: it has a pattern only, or sees no difference.
const ONLY_IN_CHECK: &[Code] = &[
    Code::BadId,
    Code::BadDate,
    Code::BadTime,
    Code::BadEmail,
    Code::BadUrl,
    Code::BadBaseUrl,
    Code::BadAlias,
    Code::BadLanguage,
    Code::BadTimeZone,
    Code::BadNumber,
    Code::BadPhone,
    Code::UnquotedText,
];

/// Fails unless the schema of a type accepts what `check` finds no fault in, and refuses what it finds one in.
fn agree<T: Typed>(record: &'static Record, value: &Value) -> Result<(), TestCaseError> {
    let schema = bare_schema(record);
    let text = value.to_string();
    // No translations at all are a fault beside others only.
    if text.contains("\"translations\":{}") {
        return Ok(());
    }
    let faults = yaml::read::<T>(&SourcePath::new("content/a.md"), &text, 0..text.len()).faults;
    let errors: Vec<&Diagnostic> = faults
        .iter()
        .filter(|it| it.severity(false) == Severity::Error)
        .collect();
    let refused = schema
        .iter_errors(value)
        .map(|it| format!("{}: {it}", it.instance_path()));
    let refused: Vec<String> = refused.collect();
    if errors.is_empty() {
        // A title where an id goes is looked up by what reads the whole site.
        let tree = yaml::tree(&SourcePath::new("content/a.md"), &text, 0..text.len());
        let has_ids = tree.is_ok_and(|tree| check::is_proper(&tree, T::SHAPE));
        prop_assert!(refused.is_empty() || !has_ids, "{refused:#?}\n{text}");
    } else if errors.iter().any(|it| !is_only_in_check(it, &text)) {
        prop_assert!(!refused.is_empty(), "{errors:#?}\n{text}");
    }
    Ok(())
}

/// Of a text, a pattern knows less. What is no text has a type and limits, but a number has lost the zeros before it.
fn is_only_in_check(error: &Diagnostic, text: &str) -> bool {
    let is_text = match error.place.at {
        At::Span(span) => text.get(span.range()).is_some_and(|it| it.starts_with('"')),
        _ => true,
    };
    (is_text || error.code == Code::BadNumber) && ONLY_IN_CHECK.contains(&error.code)
}

/// The schema of a type, made once.
fn bare_schema(record: &'static Record) -> Arc<Validator> {
    static MADE: Mutex<BTreeMap<&str, Arc<Validator>>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap();
    let schema = made.entry(record.name).or_insert_with(|| {
        let mut definitions = Definitions::new(Notation::Yaml, &Bare);
        let keywords = definitions.reference(record);
        Arc::new(validator(&definitions.document("", keywords)))
    });
    Arc::clone(schema)
}

/// A change to a value: where, and how.
fn change() -> impl Strategy<Value = (prop::sample::Index, prop::sample::Index, bool)> {
    (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        any::<bool>(),
    )
}

/// Values that may stand in place of another.
fn others() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(7),
        json!(false),
        json!(-1),
        json!(1.5),
        json!(2024),
        json!(20245),
        json!(99_999_999_999_i64),
        json!(""),
        json!(" "),
        json!("x"),
        json!("a b"),
        json!("members"),
        json!("2026-03-14"),
        json!("l".repeat(300)),
        json!([]),
        json!({}),
        json!(["x"]),
        json!([[]]),
        json!({ "x": 1 }),
        json!({ "min": 1 }),
        json!({ "it": "a" }),
    ]
}

/// Puts another value somewhere, or a key away, or another key in its place.
fn changed(
    value: &Value,
    (at, to, renames): &(prop::sample::Index, prop::sample::Index, bool),
) -> Value {
    let mut paths = Vec::new();
    collect(value, "", &mut paths);
    let path = at.get(&paths).clone();
    let mut value = value.clone();
    let (parent, key) = path.rsplit_once('/').unwrap();
    match value.pointer_mut(parent) {
        Some(Value::Object(entries)) if *renames => {
            if let Some(moved) = entries.remove(key) {
                let keys = [
                    "pippo", "note", "id", "title", "from", "until", "each", "count",
                ];
                if *to.get(&[true, false]) {
                    entries.insert((*to.get(&keys)).to_owned(), moved);
                }
            }
        }
        _ => {
            if let Some(place) = value.pointer_mut(&path) {
                *place = to.get(&others()).clone();
            }
        }
    }
    value
}

fn collect(value: &Value, path: &str, paths: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries.iter().map(|(key, it)| (key.clone(), it)).collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, it)| (at.to_string(), it))
            .collect(),
        _ => Vec::new(),
    };
    for (key, child) in children {
        let path = format!("{path}/{key}");
        paths.push(path.clone());
        collect(child, &path, paths);
    }
}

fn front_matter(text: &str) -> Value {
    value(text.split("---\n").nth(1).unwrap())
}

/// Nothing is no item of a list, whether it is the only fault or stands beside another one.
#[test]
fn nothing_is_no_item_of_a_list() {
    let page = |from: Value| {
        json!({
            "type": "body", "title": "A", "kind": "council", "authority": "a",
            "activities": [{ "id": "a", "text": "b" }],
            "seats": [{ "id": "a", "basis": "representative", "from": from }],
        })
    };
    let errors = |value: &Value| {
        let text = value.to_string();
        let page = SourcePath::new("content/a.md");
        let reading = yaml::read::<Body>(&page, &text, 0..text.len());
        let faults = reading.faults.iter();
        faults.map(|it| it.code).collect::<Vec<Code>>()
    };
    let schema = bare_schema(Body::RECORD);
    for from in [json!([null]), json!(["a", null])] {
        let alone = page(from);
        assert_eq!(errors(&alone), [Code::WrongType], "{alone}");
        let mut beside = alone.clone();
        beside["titel"] = json!("B");
        assert!(errors(&beside).contains(&Code::WrongType), "{beside}");
        assert!(!schema.is_valid(&alone), "{alone}");
    }
    for from in [json!([]), json!(null), json!(["null"])] {
        let good = page(from);
        assert!(errors(&good).is_empty() && schema.is_valid(&good), "{good}");
    }
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(300))]

    #[test]
    fn schema_and_check_agree(changes in prop::collection::vec(change(), 1..3)) {
        let changed = |value: Value| changes.iter().fold(value, |value, it| changed(&value, it));
        static FULL: LazyLock<Files> = LazyLock::new(full_pages);
        let of = |path: &str| front_matter(&String::from_utf8_lossy(&FULL[path]));
        agree::<Body>(Body::RECORD, &changed(of("content/consulta.md")))?;
        agree::<Body>(Body::RECORD, &changed(of("content/cabina.md")))?;
        agree::<Meeting>(Meeting::RECORD, &changed(of("content/riunione.md")))?;
        agree::<Person>(Person::RECORD, &changed(of("content/anna-rossi.md")))?;
        agree::<Translation>(Translation::RECORD, &changed(of("content/cabina.de.md")))?;
        agree::<Registry>(Registry::RECORD, &changed(value(&good("content/areas.yaml"))))?;
        let organization = json!({
            "type": "organization", "title": "A", "kind": "b", "istat": "004078", "url": "https://a.example",
            "contacts": [{ "office": "c", "channels": [{ "kind": "email", "value": "a@b.example" }] }],
            "changes": [{ "kind": "merger", "date": "2018-07-01", "into": "d" }],
            "translations": { "de": { "title": "A" } }, "extra": { "a": [1] },
        });
        agree::<Organization>(Organization::RECORD, &changed(organization))?;
    }

    /// A pattern is never stricter than its syntax.
    #[test]
    fn texts_of_a_syntax_match_its_pattern(text in "[ \\t]?[a-zA-Z0-9àÈ#+/@:._%?&=-]{1,20}[ ]?|[0-9-]{1,12}|https?://[a-z.]{1,9}/?|#[0-9a-f]{3,6}|.{1,300}") {
        use raccordo::notation::scalar::{Alias, BaseUrl, Color, Email, Id, Istat, Phone, Reference, Summary, TaxCode, WebAddress};
        for syntax in [
            Alias::SYNTAX, BaseUrl::SYNTAX, Color::SYNTAX, Email::SYNTAX, Id::SYNTAX, Istat::SYNTAX, Phone::SYNTAX,
            Reference::SYNTAX, Summary::SYNTAX, TaxCode::SYNTAX, WebAddress::SYNTAX,
        ] {
            let schema = json!({ "pattern": raccordo::notation::json_schema::pattern(syntax.name) });
            if (syntax.admits)(&text) && !text.trim().is_empty() {
                prop_assert!(jsonschema::is_valid(&schema, &json!(text)), "{}: {text:?}", syntax.name);
            }
        }
    }
}

//! The fields of views as data, by which themes are checked before any page is made.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

use super::{
    AreaView, BodyView, CompositionView, DocumentView, IndexView, MeetingView, OrganizationView,
    PageView, PersonView, SectionView, SiteView, TopicView,
};
use crate::base::view_fields::{Shape, ViewFields};
use crate::content::page_section::PageSection;

/// The field that holds the anchors of a page, and the name of its type.
const ANCHORS: &str = "anchors";

/// The fields of the variables of all templates.
pub static VIEW_FIELDS: LazyLock<ViewFields> = LazyLock::new(|| {
    let mut schemas = SchemaGenerator::default();
    let variables = variables(&mut schemas);
    let types = schemas.take_definitions(true);
    let records = types.iter().map(|(name, schema)| {
        let fields = schema.get("properties").and_then(Value::as_object);
        let fields = fields.into_iter().flatten();
        let fields = fields.map(|(field, schema)| match field.as_str() {
            // A map whose keys are all known.
            ANCHORS => (field.clone(), Shape::Record(ANCHORS.to_owned())),
            _ => (field.clone(), shape(schema)),
        });
        (name.clone(), fields.collect())
    });
    let mut records: BTreeMap<String, BTreeMap<String, Shape>> = records.collect();
    let anchors = PageSection::ALL
        .iter()
        .map(|it| (it.as_str().to_owned(), Shape::Scalar));
    records.insert(ANCHORS.to_owned(), anchors.collect());
    ViewFields {
        records,
        variables: BTreeMap::from(variables.map(|(name, it)| (name.to_owned(), it))),
    }
});

/// The JSON Schemas of the types that templates see, with what is said of them and of their fields.
pub fn view_types() -> Map<String, Value> {
    let mut schemas = SchemaGenerator::default();
    variables(&mut schemas);
    schemas.take_definitions(true)
}

/// What each variable of a template holds.
fn variables(schemas: &mut SchemaGenerator) -> [(&'static str, Shape); 13] {
    [
        ("site", of::<SiteView<'_>>(schemas)),
        ("page", of::<PageView<'_>>(schemas)),
        ("section", of::<SectionView<'_>>(schemas)),
        ("body", of::<BodyView<'_>>(schemas)),
        ("composition", of::<CompositionView<'_>>(schemas)),
        ("organization", of::<OrganizationView<'_>>(schemas)),
        ("person", of::<PersonView<'_>>(schemas)),
        ("meeting", of::<MeetingView<'_>>(schemas)),
        ("document", of::<DocumentView<'_>>(schemas)),
        ("area", of::<AreaView<'_>>(schemas)),
        ("topic", of::<TopicView<'_>>(schemas)),
        ("index", of::<IndexView<'_>>(schemas)),
        ("target", Shape::Scalar),
    ]
}

fn of<T: JsonSchema>(schemas: &mut SchemaGenerator) -> Shape {
    shape(schemas.subschema_for::<T>().as_value())
}

/// What a schema describes: a type, or a list of such; each may be `none`.
fn shape(schema: &Value) -> Shape {
    let boxed = |key: &str| Box::new(schema.get(key).map_or(Shape::Any, shape));
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let name = name.rsplit('/').next().unwrap_or_default();
        return Shape::Record(name.to_owned());
    }
    if let Some(either) = schema.get("anyOf").and_then(Value::as_array) {
        let mut either = either
            .iter()
            .filter(|it| it.get("type").is_none_or(|it| it != "null"));
        return either.next().map_or(Shape::Any, shape);
    }
    if schema.get("items").is_some() {
        return Shape::List(boxed("items"));
    }
    if schema
        .get("additionalProperties")
        .is_some_and(Value::is_object)
    {
        return Shape::Map(boxed("additionalProperties"));
    }
    match schema.get("type") {
        Some(_) => Shape::Scalar,
        None => Shape::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::views::TEMPLATES;

    #[test]
    fn every_variable_is_a_record_of_known_fields() {
        let variables = TEMPLATES.iter().flat_map(|(_, names)| names.iter());
        for name in variables.filter(|it| **it != "target") {
            let Some(Shape::Record(record)) = VIEW_FIELDS.variables.get(*name) else {
                panic!("{name}");
            };
            assert!(VIEW_FIELDS.of(record).count() > 0, "{record}");
        }
        let shape_of = |record: &str, field: &str| VIEW_FIELDS.records[record][field].clone();
        let record = |name: &str| Shape::Record(name.to_owned());
        assert_eq!(shape_of("PageView", "title"), Shape::Scalar);
        assert_eq!(shape_of("PageView", "extra"), Shape::Any);
        assert_eq!(shape_of("PageView", "updated"), record("DateView"));
        assert_eq!(
            shape_of("PageView", "topics"),
            Shape::List(record("Card").into())
        );
        assert_eq!(shape_of("BodyCard", "href"), Shape::Scalar);
        assert!(matches!(shape_of("PageView", "lists"), Shape::Map(_)));
    }
}

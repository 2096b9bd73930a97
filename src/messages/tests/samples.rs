//! Valid pieces of content, and faults for them.

use crate::base::code::Code;
use crate::content::rules::On;

pub(super) const SETTINGS: &str = "title = \"Consulte\"\nlanguages = [\"it\", \"de\"]\n";

pub(super) const BODY: &str = "type: body\ntitle: Consulta\nsummary: Che cosa fa.\nkind: coordination\n\
authority: provincia-cuneo\nlegal_basis: [{act: l-328-2000, relation: establishes}]\n\
activities: [{id: parlare, text: Parlare}]\nseats: [{id: presidente, role: chair, basis: elected}]\n\
valid: {from: 2000-01-01}\nreviewed: 2026-01-01\n";

pub(super) const PAGE: &str = "title: Pagina\nsummary: In breve.\n";

pub(super) const MEETING: &str = "type: meeting\ntitle: Riunione\nsummary: In breve.\nbody: consulta\n\
start: 2026-03-20T10:00\n";

pub(super) const PERSON: &str = "type: person\nsummary: In breve.\ngiven: Anna\nfamily: Rossi\n\
publication_basis: d.lgs. 33/2013\n";

pub(super) const REGISTRY: &str = "organizations:
  - {id: comune-alba, title: Alba, kind: municipality}
  - {id: comune-bra, title: Bra, kind: municipality}
  - {id: comune-fermo, title: Fermo, kind: municipality}
  - {id: provincia-cuneo, title: Provincia, kind: province}
  - {id: cisa-nuovo, title: CISA nuovo, kind: consortium}
  - {id: cisa-vecchio, title: CISA, kind: consortium, changes: [{kind: merger, date: 2018-07-01, into: cisa-nuovo}]}
  - {id: cisa-chiuso, title: CISA, kind: consortium, valid: {until: 2019-12-31}}
documents:
  - {id: l-328-2000, title: Legge 328, kind: law, articles: [\"1\"]}
areas:
  - {id: provincia-cuneo, title: Cuneo, kind: province}
  - {id: provincia-fermo, title: Fermo, kind: province, valid: {from: 2009-07-12}}
  - {id: alba, title: Alba, kind: municipality, parent: provincia-cuneo, lead: comune-alba}
  - {id: fermo, title: Fermo, kind: municipality, parent: provincia-fermo, lead: comune-fermo}
";

/// Faults that no rule has as its example: the code, where the text goes, and the text.
pub(super) const MORE: &[(Code, On, &str)] = &[
    (Code::UnknownKey, On::Page, "pippo: 1\n"),
    (Code::UnknownKey, On::Page, "sumary: x\nsummary: y\n"),
    (Code::UnknownKey, On::Page, "[a]: x\n"),
    (
        Code::MissingKey,
        On::Body,
        "holders: []\nseats: [{id: a}]\n",
    ),
    (Code::EmptyValue, On::Meeting, "start:\n"),
    (Code::EmptyValue, On::Body, "activities: []\n"),
    (Code::WrongType, On::Page, "draft: 3\n"),
    (Code::WrongType, On::Settings, "title = 5\n"),
    (Code::WrongType, On::Settings, "title = 2026-03-14\n"),
    (
        Code::UnknownValue,
        On::Body,
        "kind: Coordinamento Provinciale\n",
    ),
    (Code::UnknownValue, On::Body, "kind: coordinatio\n"),
    (Code::UnknownValue, On::Body, "type: xyz\n"),
    (
        Code::UnknownValue,
        On::Body,
        "seats: [{id: a, role: capo, basis: elected}]\n",
    ),
    (
        Code::OutOfRange,
        On::Body,
        "seats: [{id: a, basis: elected, count: -1}]\n",
    ),
    (
        Code::OutOfRange,
        On::Body,
        "seats: [{id: a, basis: elected, count: {min: 5, max: 3}}]\n",
    ),
    (Code::OutOfRange, On::Page, "order: 99999999999999999999\n"),
    (
        Code::CountMismatch,
        On::Body,
        "members: [comune-alba]\nseats: [{id: a, basis: elected, each: members, count: {min: 2, max: 4}}]\n",
    ),
    (
        Code::BadPhone,
        On::Body,
        "contacts: [{office: A, channels: [{kind: phone, value: 0321 1}]}]\n",
    ),
    (
        Code::BadUrl,
        On::Body,
        "contacts: [{office: A, channels: [{kind: web, value: www.a}]}]\n",
    ),
    (
        Code::BadLanguage,
        On::Settings,
        "title = \"A\"\nlanguage = \"italiano!\"\n",
    ),
    (
        Code::BadTimeZone,
        On::Settings,
        "title = \"A\"\ntime_zone = \"Roma\"\n",
    ),
    (
        Code::BadNumber,
        On::Registry,
        "areas: [{id: x, title: X, kind: province, istat: \"12345\"}]\n",
    ),
    (
        Code::MissingKey,
        On::Registry,
        "areas: [{title: X, kind: province}]\n",
    ),
    (
        Code::DuplicateId,
        On::Registry,
        "areas: [{id: alba, title: X, kind: province}]\n",
    ),
    (Code::MisplacedType, On::Page, "type: section\n"),
    (Code::DanglingReference, On::Body, "authority: zzzzzz\n"),
    (Code::DanglingReference, On::Body, "parent: bozza\n"),
    (
        Code::DanglingReference,
        On::Body,
        "seats: [{id: a, basis: delegate, delegated_by: b}]\n",
    ),
    (
        Code::DanglingReference,
        On::Body,
        "seats: [{id: alfa, basis: delegate, delegated_by: alfo}]\n",
    ),
    (
        Code::DanglingReference,
        On::Meeting,
        "body: consulta/tavolo\n",
    ),
    (Code::DuplicateAddress, On::Page, "aliases: [/consulta/]\n"),
    (
        Code::UnpublishableAddress,
        On::Page,
        "aliases: [/lpt1/, /a./b, '/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx']\n",
    ),
    (
        Code::DelegationCycle,
        On::Body,
        "seats: [{id: a, basis: delegate, delegated_by: a}]\n",
    ),
    (
        Code::SeveralChairs,
        On::Body,
        "seats: [{id: a, role: chair, basis: elected}, {id: b, role: chair, basis: elected}]\n",
    ),
    (
        Code::OneOf,
        On::Body,
        "related: [{relation: coordinates_with}]\n",
    ),
    (
        Code::DissolvedOrganization,
        On::Body,
        "authority: cisa-chiuso\n",
    ),
    (
        Code::UntilBeforeFrom,
        On::Meeting,
        "start: 2026-03-20T10:00\nend: 2026-03-20T09:00\n",
    ),
    (
        Code::OverfullSeat,
        On::Body,
        "seats: [{id: a, basis: elected, holders: [{name: A}, {name: B}]}]\n",
    ),
    (
        Code::HolderOutsideValidity,
        On::Body,
        "valid: {until: 2020-01-01}\nseats: [{id: a, basis: elected, holders: [{name: A, from: 2021-01-01}]}]\n",
    ),
    (
        Code::HolderOutsideValidity,
        On::Body,
        "valid: {from: 2019-01-01, until: 2020-01-01}\nseats: [{id: a, basis: elected, holders: [{name: A, from: 2021-01-01}]}]\n",
    ),
    (
        Code::UnfilledSeat,
        On::Body,
        "seats: [{id: a, basis: elected, count: 3, holders: [{name: A}]}]\n",
    ),
    (Code::YamlSyntax, On::Page, "summary: 'l'albero'\n"),
    (Code::YamlSyntax, On::Page, "summary: uno: due\n"),
    (Code::YamlSyntax, On::Page, "\ttitle: uno\n"),
    (Code::YamlSyntax, On::Page, "summary: \"a\" b\n"),
    (Code::YamlSyntax, On::Page, "topics: [a\nsummary: x\n"),
    (Code::YamlSyntax, On::Page, "summary\n"),
    (
        Code::YamlSyntax,
        On::Registry,
        "areas: []\n---\nareas: []\n",
    ),
    (Code::TomlSyntax, On::Settings, "title = Consulte\n"),
    (Code::YamlSyntax, On::Page, "summary:uno\nnav_title: A\n"),
    (Code::YamlSyntax, On::Page, "summary: [Bozza] uno\n"),
    (Code::YamlSyntax, On::Page, "summary: A\n order: 1\n"),
    (Code::YamlSyntax, On::Page, "extra:\n\ta: 1\n"),
    (Code::YamlSyntax, On::Page, "summary: {a: b: c}\n"),
    (Code::YamlSyntax, On::Page, "summary: AB\n"),
    (
        Code::YamlSyntax,
        On::Body,
        "seats: [{id: a basis: elected}]\n",
    ),
    (Code::YamlAlias, On::Page, "summary: *uno*\n"),
    (
        Code::YamlAlias,
        On::Body,
        "seats: [&a {id: a, basis: elected}]\n",
    ),
    (Code::WrongType, On::Body, "members: Comune di Alba\n"),
    (Code::WrongType, On::Body, "seats: presidente\n"),
    (Code::WrongType, On::Body, "territory: cuneo\n"),
    (
        Code::WrongType,
        On::Body,
        "seats:\n  id: a\n  basis: elected\n",
    ),
    (Code::EmptyValue, On::Page, "title: #3\n"),
    (
        Code::UnknownKey,
        On::Body,
        "activities: [{id: a, text: uno, due}]\n",
    ),
    (Code::UnknownKey, On::Page, " order: 1\n"),
    (Code::UnquotedText, On::Page, "title: Seduta #3\n"),
    (Code::UnquotedText, On::Page, "nav_title: Null\n"),
    (Code::UnquotedText, On::Page, "extra: {numero: 1.10}\n"),
    (Code::UnquotedText, On::Meeting, "agenda:\n- uno\n - due\n"),
    (Code::BadDate, On::Page, "updated: 14/3/2026\n"),
    (Code::BadTime, On::Meeting, "start: 14/3/2026 ore 15.30\n"),
    (
        Code::BadEmail,
        On::Body,
        "contacts: [{office: A, channels: [{kind: email, value: \"mailto:a@b.it\"}]}]\n",
    ),
    (
        Code::BadColor,
        On::Settings,
        "title = \"A\"\ncolors.primary = \"0b4a63\"\n",
    ),
    (
        Code::BadAlias,
        On::Page,
        "aliases: [\"https://www.a.it/b\"]\n",
    ),
    (Code::BadId, On::Page, "id: Tavolo tecnico\n"),
    (
        Code::BrokenLink,
        On::Settings,
        "title = \"A\"\nmenus.main = [{title = \"B\", to = \"content/pagina.md\"}]\n",
    ),
    (
        Code::UnknownTheme,
        On::Settings,
        "title = \"A\"\ntheme = \"civica\"\n",
    ),
    (
        Code::UnknownTheme,
        On::Settings,
        "title = \"A\"\ntheme = \"zzzzzz\"\n",
    ),
    (
        Code::UnknownTheme,
        On::Settings,
        "title = \"A\"\ntheme = \"giro\"\n",
    ),
    (Code::TemplateError, On::Settings, "theme = \"vuoto\"\n"),
    (Code::BrokenLink, On::Text, "[a](bozza.md)\n"),
    (
        Code::LabelsSyntax,
        On::Settings,
        "title = \"A\"\ntheme = \"rotto\"\n",
    ),
    (Code::BrokenLink, On::Settings, "logo = \"logo.svg\"\n"),
    (
        Code::UnsafeLink,
        On::Settings,
        "title = \"A\"\nfooter.links = [{title = \"B\", to = \"javascript:b\"}]\n",
    ),
    (Code::EmptyHeading, On::Text, "##\n"),
    (Code::DuplicateAnchor, On::Text, "## A {#x}\n\n## B {#x}\n"),
    (Code::HtmlRemoved, On::Text, "<script>x</script>\n"),
    (Code::ImageWithoutAlt, On::Text, "<img src=\"a.png\">\n"),
    (Code::BrokenLink, On::Text, "[a](b/consulta.md)\n"),
    (
        Code::BrokenLink,
        On::Text,
        "[a](ref:organizatio/x) [b](ref:zzzzzzzzz/x)\n",
    ),
    (
        Code::BrokenAnchor,
        On::Text,
        "## Uno\n\n[a](#un) [b](#zzzzzzzzz)\n",
    ),
    (Code::UnsafeLink, On::Text, "[a](../../../x.md)\n"),
    (Code::BrokenLink, On::Text, "[a]() [b](https://)\n"),
    (
        Code::RemoteImage,
        On::Text,
        "![a](https://b.example/c.png)\n",
    ),
    (
        Code::LiteralMarkup,
        On::Text,
        "[a](b c.pdf) [a][b] [^9] ==c== ** d **\n\n[TOC]\n\n::: e\n\n##f\n\n{% g %}\n",
    ),
    (
        Code::UnsafeTemplate,
        On::Settings,
        "title = \"A\"\ntheme = \"pericoloso\"\n",
    ),
    (Code::ComponentSyntax, On::Text, "{{ <a/> }} b\n"),
    (Code::ComponentSyntax, On::Text, "{{ <a x=1\n"),
    (Code::ComponentSyntax, On::Text, "{{ <a x=\"1/> }}\n"),
    (Code::ComponentSyntax, On::Text, "{% <a> %}\n\nb\n"),
    (Code::ComponentSyntax, On::Text, "{% </a> %}\n"),
    (Code::ComponentSyntax, On::Text, "{% <a> %}\n\n{% </b> %}\n"),
    (Code::ComponentSyntax, On::Text, "{{ <a x=y/> }}\n"),
    (Code::ComponentSyntax, On::Text, "{{ <a x=1 x=2/> }}\n"),
    (Code::ComponentSyntax, On::Text, "{{ <a./> }}\n"),
    (Code::ComponentSyntax, On::Text, "{{ <a x=1 }}\n"),
];

/// A template that prints texts where no text belongs.
pub(super) const DANGEROUS: &str = "<a href=\"{{ page.title }}\" {{ page.title }} onclick=\"{{ page.title }}\">{{ page.title | safe }}</a>{{ <led href={page.title} /> }}{% component led(href: string) {\"links\": [\"href\"]} %}{% endcomponent led %}";

pub(super) const NOTICE: &str =
    "{% component notice(text: string) %}{{ text }}{% endcomponent notice %}";

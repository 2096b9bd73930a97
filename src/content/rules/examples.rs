//! The smallest failing examples of the codes that no rule reports: those of reading, references and text.

use super::example::{Example, On};
use crate::base::code::Code;

/// Each code with what it is reported for.
pub const EXAMPLES: &[(Code, Example)] = &[
    (
        Code::MissingLabels,
        Example::on(
            On::Settings,
            "title = \"Consulte\"\nlanguages = [\"it\", \"sl\"]\n",
            2,
        ),
    ),
    (Code::UnknownKey, Example::body("titolo: Consulta\n", 1)),
    (
        Code::RefusedKey,
        Example::on(
            On::Person,
            "given: Anna\nfamily: Rossi\ntax_code: RSSNNA80A01H501U\n",
            3,
        ),
    ),
    (
        Code::DuplicateKey,
        Example::body("kind: coordination\nkind: table\n", 2),
    ),
    (Code::WrongType, Example::body("members: comune-alba\n", 1)),
    (Code::EmptyValue, Example::body("title: \"\"\n", 1)),
    (
        Code::UnknownValue,
        Example::body("kind: coordinamento\n", 1),
    ),
    (Code::BadId, Example::body("id: tavolo tecnico\n", 1)),
    (
        Code::OutOfRange,
        Example::body("seats:\n  - {id: esperti, basis: expert, count: -2}\n", 2),
    ),
    (
        Code::TooLong,
        Example::on(
            On::Page,
            // 262 characters.
            "summary: Il coordinamento riunisce i comuni, le unioni di comuni e i consorzi della provincia, che qui scrivono insieme il piano di zona, ne seguono l’attuazione, ne valutano i risultati, e ogni anno ne riferiscono ai consigli comunali, alla Regione e ai cittadini tutti.\n",
            1,
        ),
    ),
    (
        Code::BadNumber,
        Example::on(
            On::Registry,
            "organizations:\n  - {id: comune-asti, title: Comune di Asti, kind: municipality, istat: \"5005\"}\n",
            2,
        ),
    ),
    (
        Code::BadPhone,
        Example::body(
            "contacts:\n  - channels:\n      - {kind: phone, value: 0171 445566}\n",
            3,
        ),
    ),
    (
        Code::BadUrl,
        Example::body(
            "contacts:\n  - channels:\n      - {kind: web, value: www.provincia.example}\n",
            3,
        ),
    ),
    (
        Code::BadLanguage,
        Example::on(On::Settings, "language = \"italiano\"\n", 1),
    ),
    (
        Code::BadBaseUrl,
        Example::on(
            On::Settings,
            "base_url = \"https://consulte.example/?lang=it\"\n",
            1,
        ),
    ),
    (
        Code::BadColor,
        Example::on(On::Settings, "[colors]\nprimary = \"blu\"\n", 2),
    ),
    (
        Code::BadTimeZone,
        Example::on(On::Settings, "time_zone = \"Europe/Cuneo\"\n", 1),
    ),
    (
        Code::MisplacedType,
        Example::on(On::Page, "type: section\n", 1),
    ),
    (Code::BadDate, Example::body("reviewed: 1/7/2018\n", 1)),
    (
        Code::BadTime,
        Example::on(On::Meeting, "start: domani alle dieci\n", 1),
    ),
    (
        Code::BadAlias,
        Example::on(On::Page, "aliases: [vecchia-pagina]\n", 1),
    ),
    (
        Code::DanglingReference,
        Example::body("authority: provincia-cune\n", 1),
    ),
    (
        Code::WrongTypeReference,
        Example::body("authority: l-328-2000\n", 1),
    ),
    (Code::ParentCycle, Example::body("parent: consulta\n", 1)),
    (
        Code::DuplicateAddress,
        Example::on(On::Page, "aliases: [/orari-uffici, /orari-uffici]\n", 1),
    ),
    (
        Code::UnpublishableAddress,
        Example::on(On::Page, "aliases: [/aux]\n", 1),
    ),
    (
        Code::SeveralChairs,
        Example::body(
            "seats:\n  - {id: sindaco, role: chair, basis: elected}\n  - {id: prefetto, role: chair, basis: appointed}\n",
            2,
        ),
    ),
    (Code::YamlSyntax, Example::body("title: \"Consulta\n", 1)),
    (Code::YamlAlias, Example::body("title: &nome Consulta\n", 1)),
    (
        Code::ImageWithoutAlt,
        Example::on(On::Text, "![](foto.png)\n", 1),
    ),
    (Code::TopHeading, Example::on(On::Text, "# Titolo\n", 1)),
    (
        Code::SkippedHeading,
        Example::on(On::Text, "## Primo\n\n#### Terzo\n", 3),
    ),
    (
        Code::EmptyHeading,
        Example::on(On::Text, "## Primo\n\n##\n", 3),
    ),
    (
        Code::DuplicateAnchor,
        Example::on(On::Text, "## Primo {#orari}\n\n## Secondo {#orari}\n", 3),
    ),
    (
        Code::BrokenLink,
        Example::on(On::Text, "[la consulta](consulte.md)\n", 1),
    ),
    (
        Code::BrokenAnchor,
        Example::on(On::Text, "[i contatti](#contatto)\n", 1),
    ),
    (
        Code::UnsafeLink,
        Example::on(On::Text, "[premi](javascript:alert)\n", 1),
    ),
    (
        Code::RemoteImage,
        Example::on(
            On::Text,
            "![Il municipio](https://foto.example/municipio.jpg)\n",
            1,
        ),
    ),
    (
        Code::LiteralMarkup,
        Example::on(On::Text, "[il verbale](verbale 2024.pdf)\n", 1),
    ),
    (
        Code::VagueLink,
        Example::on(On::Text, "[clicca qui](consulta.md)\n", 1),
    ),
    (
        Code::HtmlRemoved,
        Example::on(On::Text, "<script>alert(1)</script>\n", 1),
    ),
    (
        Code::UnknownComponent,
        Example::on(On::Text, "{{ <carosello/> }}\n", 1),
    ),
    (
        Code::ComponentSyntax,
        Example::on(On::Text, "{{ <notice text=\"Chiuso\" }}\n", 1),
    ),
    (
        Code::ComponentArgument,
        Example::on(On::Text, "{{ <notice testo=\"Chiuso\"/> }}\n", 1),
    ),
    (
        Code::TomlSyntax,
        Example::on(On::Settings, "title = Consulte\n", 1),
    ),
    (
        Code::UnknownTheme,
        Example::on(
            On::Settings,
            "title = \"Consulte\"\ntheme = \"civici\"\n",
            2,
        ),
    ),
];

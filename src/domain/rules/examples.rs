//! Smallest failing examples of the codes that are not a rule's: those of reading, references and text.

use super::example::{Example, On};
use crate::vocabulary::code::Code;

/// Each code with what it is reported for.
pub const EXAMPLES: &[(Code, Example)] = &[
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
        Code::VagueLink,
        Example::on(On::Text, "[clicca qui](consulta.md)\n", 1),
    ),
];

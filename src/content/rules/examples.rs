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
            ("\"it\", \"sl\"", "\"it\", \"de\""),
            2,
        ),
    ),
    (
        Code::LostAddress,
        Example::on(
            On::File("urls.txt"),
            "/consulta/\n/statuto/\n",
            ("/statuto/\n", ""),
            2,
        ),
    ),
    (
        Code::UnknownKey,
        Example::body("titolo: Consulta\n", ("titolo", "title"), 1),
    ),
    (
        Code::RefusedKey,
        Example::on(
            On::Person,
            "given: Anna\nfamily: Rossi\ntax_code: RSSNNA80A01H501U\n",
            ("tax_code: RSSNNA80A01H501U\n", ""),
            3,
        ),
    ),
    (
        Code::DuplicateKey,
        Example::body(
            "kind: coordination\nkind: table\n",
            ("kind: table\n", ""),
            2,
        ),
    ),
    (
        Code::WrongType,
        Example::body(
            "members: comune-alba\n",
            ("comune-alba", "[comune-alba]"),
            1,
        ),
    ),
    (
        Code::EmptyValue,
        Example::body("title: \"\"\n", ("\"\"", "\"Consulta\""), 1),
    ),
    (
        Code::UnknownValue,
        Example::body(
            "kind: coordinamento\n",
            ("coordinamento", "coordination"),
            1,
        ),
    ),
    (
        Code::BadId,
        Example::on(
            On::Page,
            "id: orari uffici\n",
            ("orari uffici", "orari-uffici"),
            1,
        ),
    ),
    (
        Code::OutOfRange,
        Example::body(
            "seats:\n  - {id: esperti, basis: expert, count: -2}\n",
            ("-2", "2"),
            2,
        ),
    ),
    (
        Code::TooLong,
        Example::on(
            On::Page,
            // 262 characters.
            "summary: Il coordinamento riunisce i comuni, le unioni di comuni e i consorzi della provincia, che qui scrivono insieme il piano di zona, ne seguono l’attuazione, ne valutano i risultati, e ogni anno ne riferiscono ai consigli comunali, alla Regione e ai cittadini tutti.\n",
            (
                " scrivono insieme il piano di zona, ne seguono l’attuazione, ne valutano i risultati, e ogni anno ne riferiscono ai consigli comunali, alla Regione e ai cittadini tutti.",
                " scrivono insieme il piano di zona.",
            ),
            1,
        ),
    ),
    (
        Code::BadNumber,
        Example::on(
            On::Registry,
            "organizations:\n  - {id: comune-asti, title: Comune di Asti, kind: municipality, istat: \"5005\"}\n",
            ("\"5005\"", "\"005005\""),
            2,
        ),
    ),
    (
        Code::BadPhone,
        Example::body(
            "contacts:\n  - channels:\n      - {kind: phone, value: 0171 445566}\n",
            ("0171 445566", "\"+390171445566\""),
            3,
        ),
    ),
    (
        Code::BadUrl,
        Example::body(
            "contacts:\n  - channels:\n      - {kind: web, value: www.provincia.example}\n",
            ("www.provincia", "https://www.provincia"),
            3,
        ),
    ),
    (
        Code::BadLanguage,
        Example::on(
            On::Settings,
            "language = \"italiano\"\n",
            ("italiano", "it"),
            1,
        ),
    ),
    (
        Code::BadBaseUrl,
        Example::on(
            On::Settings,
            "base_url = \"https://consulte.example/?lang=it\"\n",
            ("?lang=it", ""),
            1,
        ),
    ),
    (
        Code::BadColor,
        Example::on(
            On::Settings,
            "[colors]\nprimary = \"blu\"\n",
            ("blu", "#0b4a63"),
            2,
        ),
    ),
    (
        Code::BadTimeZone,
        Example::on(
            On::Settings,
            "time_zone = \"Europe/Cuneo\"\n",
            ("Cuneo", "Rome"),
            1,
        ),
    ),
    (
        Code::MisplacedType,
        Example::on(On::Page, "type: section\n", ("section", "page"), 1),
    ),
    (
        Code::BadDate,
        Example::body("reviewed: 1/10/2026\n", ("1/10/2026", "2026-10-01"), 1),
    ),
    (
        Code::BadTime,
        Example::on(
            On::Meeting,
            "start: domani alle dieci\n",
            ("domani alle dieci", "2026-11-05T10:00"),
            1,
        ),
    ),
    (
        Code::BadAlias,
        Example::on(
            On::Page,
            "aliases: [vecchia-pagina]\n",
            ("vecchia", "/vecchia"),
            1,
        ),
    ),
    (
        Code::DanglingReference,
        Example::body(
            "authority: provincia-cune\n",
            ("provincia-cune", "provincia-cuneo"),
            1,
        ),
    ),
    (
        Code::WrongTypeReference,
        Example::body(
            "authority: l-328-2000\n",
            ("l-328-2000", "provincia-cuneo"),
            1,
        ),
    ),
    (
        Code::ParentCycle,
        Example::body("parent: consulta\n", ("parent: consulta\n", ""), 1),
    ),
    (
        Code::DuplicateAddress,
        Example::on(
            On::Page,
            "aliases: [/orari-uffici, /orari-uffici]\n",
            (", /orari-uffici", ""),
            1,
        ),
    ),
    (
        Code::UnpublishableAddress,
        Example::on(On::Page, "aliases: [/aux]\n", ("/aux", "/ausiliari"), 1),
    ),
    (
        Code::SeveralChairs,
        Example::body(
            "seats:\n  - {id: sindaco, role: chair, basis: elected}\n  - {id: prefetto, role: chair, basis: appointed}\n",
            (
                "{id: prefetto, role: chair",
                "{id: prefetto, role: vice_chair",
            ),
            2,
        ),
    ),
    (
        Code::YamlSyntax,
        Example::body("title: \"Consulta\n", ("\"Consulta", "\"Consulta\""), 1),
    ),
    (
        Code::YamlAlias,
        Example::body("title: &nome Consulta\n", ("&nome ", ""), 1),
    ),
    (
        Code::ImageWithoutAlt,
        Example::on(
            On::Text,
            "![](foto.png)\n",
            ("![]", "![Il palazzo della Provincia]"),
            1,
        ),
    ),
    (
        Code::TopHeading,
        Example::on(On::Text, "# Titolo\n", ("# Titolo", "## Titolo"), 1),
    ),
    (
        Code::SkippedHeading,
        Example::on(On::Text, "## Primo\n\n#### Terzo\n", ("####", "###"), 3),
    ),
    (
        Code::EmptyHeading,
        Example::on(
            On::Text,
            "## Primo\n\n##\n",
            ("\n##\n", "\n## Secondo\n"),
            3,
        ),
    ),
    (
        Code::DuplicateAnchor,
        Example::on(
            On::Text,
            "## Primo {#orari}\n\n## Secondo {#orari}\n",
            ("Secondo {#orari}", "Secondo {#sportello}"),
            3,
        ),
    ),
    (
        Code::BrokenLink,
        Example::on(
            On::Text,
            "[la consulta](consulte.md)\n",
            ("consulte.md", "consulta.md"),
            1,
        ),
    ),
    (
        Code::BrokenAnchor,
        Example::on(
            On::Text,
            "[i contatti](#contatto)\n",
            (
                "[i contatti](#contatto)",
                "[i contatti](consulta.md#contatti)",
            ),
            1,
        ),
    ),
    (
        Code::UnsafeLink,
        Example::on(
            On::Text,
            "[premi](javascript:alert)\n",
            ("javascript:alert", "https://www.provincia.example/"),
            1,
        ),
    ),
    (
        Code::RemoteImage,
        Example::on(
            On::Text,
            "![Il municipio](https://foto.example/municipio.jpg)\n",
            (
                "![Il municipio](https://foto.example/municipio.jpg)",
                "Una foto.",
            ),
            1,
        ),
    ),
    (
        Code::LiteralMarkup,
        Example::on(On::Text, "##Storia\n", ("##Storia", "## Storia"), 1),
    ),
    (
        Code::VagueLink,
        Example::on(
            On::Text,
            "[clicca qui](consulta.md)\n",
            ("clicca qui", "la consulta provinciale"),
            1,
        ),
    ),
    (
        Code::HtmlRemoved,
        Example::on(
            On::Text,
            "<script>alert(1)</script>\n",
            (
                "<script>alert(1)</script>",
                "Gli uffici sono aperti il martedì.",
            ),
            1,
        ),
    ),
    (
        Code::UnknownComponent,
        Example::on(
            On::Text,
            "{{ <carosello/> }}\n",
            ("<carosello/>", "<notice text=\"Chiuso\"/>"),
            1,
        ),
    ),
    (
        Code::ComponentSyntax,
        Example::on(
            On::Text,
            "{{ <notice text=\"Chiuso\" }}\n",
            (" }}", "/> }}"),
            1,
        ),
    ),
    (
        Code::ComponentArgument,
        Example::on(
            On::Text,
            "{{ <notice testo=\"Chiuso\"/> }}\n",
            ("testo", "text"),
            1,
        ),
    ),
    (
        Code::UnusedAcceptance,
        Example::on(
            On::Page,
            "accepted:\n  - {code: vague-link, because: Il bottone si chiama così}\n",
            (
                "accepted:\n  - {code: vague-link, because: Il bottone si chiama così}\n",
                "order: 1\n",
            ),
            2,
        ),
    ),
    (
        Code::TomlSyntax,
        Example::on(
            On::Settings,
            "title = Consulte\n",
            ("Consulte", "\"Consulte\""),
            1,
        ),
    ),
    (
        Code::UnknownTheme,
        Example::on(
            On::Settings,
            "title = \"Consulte\"\ntheme = \"civici\"\n",
            ("civici", "civico"),
            2,
        ),
    ),
    (
        Code::UnquotedText,
        Example::on(
            On::Page,
            "title: Seduta #3\n",
            ("Seduta #3", "\"Seduta #3\""),
            1,
        ),
    ),
    (
        Code::InvalidUtf8,
        Example::on(
            On::File("content/citta.md"),
            // Stands for a byte that is not UTF-8.
            "---\ntitle: Citt\u{fffd}\nsummary: Dove siamo.\n---\n",
            ("\u{fffd}", "à"),
            2,
        ),
    ),
    (
        Code::MissingFrontMatter,
        Example::on(
            On::File("content/sportello.md"),
            "Lo sportello è aperto il martedì.\n",
            (
                "Lo",
                "---\ntitle: Sportello\nsummary: Quando è aperto.\n---\n\nLo",
            ),
            1,
        ),
    ),
    (
        Code::UnclosedFrontMatter,
        Example::on(
            On::File("content/sportello.md"),
            "---\ntitle: Sportello\nsummary: Quando è aperto.\n\nLo sportello è aperto il martedì.\n",
            ("aperto.\n\nLo", "aperto.\n---\n\nLo"),
            4,
        ),
    ),
    (
        Code::TooDeep,
        Example::on(
            On::Page,
            "extra: {a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}\n",
            (
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
                "[1]",
            ),
            1,
        ),
    ),
    (
        Code::TemplateError,
        Example::on(
            On::File("themes/mini/templates/page.html"),
            "<h1>{{ pagina.title }}</h1>\n",
            ("pagina", "page"),
            1,
        ),
    ),
    (
        Code::LabelsSyntax,
        Example::on(
            On::File("themes/mini/i18n/it.ftl"),
            "footer = Piè di pagina\nclose: Chiudi\n",
            ("close:", "close ="),
            2,
        ),
    ),
    (
        Code::Unfinished,
        Example::on(
            On::Text,
            "Il responsabile è DA COMPLETARE: nome e cognome\n",
            ("DA COMPLETARE: nome e cognome", "Anna Rossi."),
            1,
        ),
    ),
];

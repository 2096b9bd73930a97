//! The smallest failing examples of the codes that no rule reports: those of reading, references and text.

use super::example::{Example, On};
use crate::base::code::Code;

/// A line for each: the code, what the piece of content is of, the piece, what is wrong in it and what mends it, and the
/// line at which it is reported.
macro_rules! examples {
    ($($code:ident: $on:expr, $text:literal, $wrong:literal => $right:literal, $line:literal;)*) => {
        &[$((Code::$code, Example { on: $on, text: $text, mend: ($wrong, $right), line: $line }),)*]
    };
}

/// Each code with what it is reported for.
pub const EXAMPLES: &[(Code, Example)] = examples! {
    MissingLabels: On::Settings, "title = \"Consulte\"\nlanguages = [\"it\", \"sl\"]\n",
        "\"it\", \"sl\"" => "\"it\", \"de\"", 2;
    LostAddress: On::File("urls.txt"), "/consulta/\n/statuto/\n", "/statuto/\n" => "", 2;
    UnknownKey: On::Body, "titolo: Consulta\n", "titolo" => "title", 1;
    RefusedKey: On::Person, "given: Anna\nfamily: Rossi\ntax_code: RSSNNA80A01H501U\n",
        "tax_code: RSSNNA80A01H501U\n" => "", 3;
    DuplicateKey: On::Body, "kind: coordination\nkind: table\n", "kind: table\n" => "", 2;
    WrongType: On::Body, "members: comune-alba\n", "comune-alba" => "[comune-alba]", 1;
    EmptyValue: On::Body, "title: \"\"\n", "\"\"" => "\"Consulta\"", 1;
    UnknownValue: On::Body, "kind: coordinamento\n", "coordinamento" => "coordination", 1;
    BadId: On::Page, "id: orari uffici\n", "orari uffici" => "orari-uffici", 1;
    OutOfRange: On::Body, "seats:\n  - {id: esperti, basis: expert, count: -2}\n", "-2" => "2", 2;
    // 262 characters.
    TooLong: On::Page, "summary: Il coordinamento riunisce i comuni, le unioni di comuni e i consorzi della provincia, che qui scrivono insieme il piano di zona, ne seguono l’attuazione, ne valutano i risultati, e ogni anno ne riferiscono ai consigli comunali, alla Regione e ai cittadini tutti.\n",
        " scrivono insieme il piano di zona, ne seguono l’attuazione, ne valutano i risultati, e ogni anno ne riferiscono ai consigli comunali, alla Regione e ai cittadini tutti." => " scrivono insieme il piano di zona.", 1;
    BadNumber: On::Registry, "organizations:\n  - {id: comune-asti, title: Comune di Asti, kind: municipality, istat: \"5005\"}\n",
        "\"5005\"" => "\"005005\"", 2;
    BadPhone: On::Body, "contacts:\n  - channels:\n      - {kind: phone, value: 0171 445566}\n",
        "0171 445566" => "\"+390171445566\"", 3;
    BadUrl: On::Body, "contacts:\n  - channels:\n      - {kind: web, value: www.provincia.example}\n",
        "www.provincia" => "https://www.provincia", 3;
    BadLanguage: On::Settings, "language = \"italiano\"\n", "italiano" => "it", 1;
    BadBaseUrl: On::Settings, "base_url = \"https://consulte.example/?lang=it\"\n", "?lang=it" => "", 1;
    BadColor: On::Settings, "[colors]\nprimary = \"blu\"\n", "blu" => "#0b4a63", 2;
    BadTimeZone: On::Settings, "time_zone = \"Europe/Cuneo\"\n", "Cuneo" => "Rome", 1;
    MisplacedType: On::Page, "type: section\n", "section" => "page", 1;
    BadDate: On::Body, "reviewed: 1/10/2026\n", "1/10/2026" => "2026-10-01", 1;
    BadTime: On::Meeting, "start: domani alle dieci\n", "domani alle dieci" => "2026-11-05T10:00", 1;
    BadAlias: On::Page, "aliases: [vecchia-pagina]\n", "vecchia" => "/vecchia", 1;
    DanglingReference: On::Body, "authority: provincia-cune\n", "provincia-cune" => "provincia-cuneo", 1;
    WrongTypeReference: On::Body, "authority: l-328-2000\n", "l-328-2000" => "provincia-cuneo", 1;
    ParentCycle: On::Body, "parent: consulta\n", "parent: consulta\n" => "", 1;
    DuplicateAddress: On::Page, "aliases: [/orari-uffici, /orari-uffici]\n", ", /orari-uffici" => "", 1;
    UnpublishableAddress: On::Page, "aliases: [/aux]\n", "/aux" => "/ausiliari", 1;
    SeveralChairs: On::Body, "seats:\n  - {id: sindaco, role: chair, basis: elected}\n  - {id: prefetto, role: chair, basis: appointed}\n",
        "{id: prefetto, role: chair" => "{id: prefetto, role: vice_chair", 2;
    YamlSyntax: On::Body, "title: \"Consulta\n", "\"Consulta" => "\"Consulta\"", 1;
    YamlAlias: On::Body, "title: &nome Consulta\n", "&nome " => "", 1;
    ImageWithoutAlt: On::Text, "![](foto.png)\n", "![]" => "![Il palazzo della Provincia]", 1;
    TopHeading: On::Text, "# Titolo\n", "# Titolo" => "## Titolo", 1;
    SkippedHeading: On::Text, "## Primo\n\n#### Terzo\n", "####" => "###", 3;
    EmptyHeading: On::Text, "## Primo\n\n##\n", "\n##\n" => "\n## Secondo\n", 3;
    DuplicateAnchor: On::Text, "## Primo {#orari}\n\n## Secondo {#orari}\n",
        "Secondo {#orari}" => "Secondo {#sportello}", 3;
    BrokenLink: On::Text, "[la consulta](consulte.md)\n", "consulte.md" => "consulta.md", 1;
    BrokenAnchor: On::Text, "[i contatti](#contatto)\n",
        "[i contatti](#contatto)" => "[i contatti](consulta.md#contatti)", 1;
    UnsafeLink: On::Text, "[premi](javascript:alert)\n", "javascript:alert" => "https://www.provincia.example/", 1;
    RemoteImage: On::Text, "![Il municipio](https://foto.example/municipio.jpg)\n",
        "![Il municipio](https://foto.example/municipio.jpg)" => "Una foto.", 1;
    LiteralMarkup: On::Text, "##Storia\n", "##Storia" => "## Storia", 1;
    VagueLink: On::Text, "[clicca qui](consulta.md)\n", "clicca qui" => "la consulta provinciale", 1;
    HtmlRemoved: On::Text, "<script>alert(1)</script>\n",
        "<script>alert(1)</script>" => "Gli uffici sono aperti il martedì.", 1;
    UnknownComponent: On::Text, "{{ <carosello/> }}\n", "<carosello/>" => "<button text=\"Orari\" href=\"https://www.example.org/\"/>", 1;
    ComponentSyntax: On::Text, "{{ <button text=\"Orari\" href=\"https://www.example.org/\" }}\n", " }}" => "/> }}", 1;
    ComponentArgument: On::Text, "{{ <button testo=\"Orari\" href=\"https://www.example.org/\"/> }}\n", "testo" => "text", 1;
    UnusedAcceptance: On::Page, "accepted:\n  - {code: vague-link, because: Il bottone si chiama così}\n",
        "accepted:\n  - {code: vague-link, because: Il bottone si chiama così}\n" => "order: 1\n", 2;
    TomlSyntax: On::Settings, "title = Consulte\n", "Consulte" => "\"Consulte\"", 1;
    UnknownTheme: On::Settings, "title = \"Consulte\"\ntheme = \"civici\"\n", "civici" => "civico", 2;
    UnquotedText: On::Page, "title: Seduta #3\n", "Seduta #3" => "\"Seduta #3\"", 1;
    UnprintableCharacter: On::Page, "title: \"Orari\\x0B\"\n", "\\x0B" => "", 1;
    // Stands for a byte that is not UTF-8.
    InvalidUtf8: On::File("content/citta.md"), "---\ntitle: Citt\u{fffd}\nsummary: Dove siamo.\n---\n",
        "\u{fffd}" => "à", 2;
    MissingFrontMatter: On::File("content/sportello.md"), "Lo sportello è aperto il martedì.\n",
        "Lo" => "---\ntitle: Sportello\nsummary: Quando è aperto.\n---\n\nLo", 1;
    UnclosedFrontMatter: On::File("content/sportello.md"), "---\ntitle: Sportello\nsummary: Quando è aperto.\n\nLo sportello è aperto il martedì.\n",
        "aperto.\n\nLo" => "aperto.\n---\n\nLo", 4;
    TooDeep: On::Page, "extra: {a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}\n",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]" => "[1]", 1;
    TemplateError: On::File("themes/mini/templates/page.html"), "<h1>{{ pagina.title }}</h1>\n", "pagina" => "page", 1;
    LabelsSyntax: On::File("themes/mini/i18n/it.ftl"), "footer = Piè di pagina\nclose: Chiudi\n",
        "close:" => "close =", 2;
    Unfinished: On::Text, "Il responsabile è DA COMPLETARE: nome e cognome\n",
        "DA COMPLETARE: nome e cognome" => "Anna Rossi.", 1;
};

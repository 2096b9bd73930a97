//! What is published and what is not: the table of names.
//!
//! The README prints it; `tests/readme.rs`.

/// What happens to a file, or a folder with all that is in it, because of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is read like any other, although it is hidden.
    Visible,
    /// It is left out without a word: it comes and goes by itself.
    Ignored,
    /// It is left out, and a warning says so. The key of the reason in the catalogue.
    LeftOut(&'static str),
    /// A page, or a translation of one.
    Page,
    /// A registry.
    Registry,
    /// An error: it was meant to be a page or a registry, whose name ends in this.
    Misnamed(&'static str),
    /// An error, unless the settings trust the file: browsers run such a file in the name of the site.
    Program,
    /// It is copied if there is nothing in it that browsers run; else as [`Fate::Program`].
    Markup,
    /// It is copied as it is.
    Copied,
    /// It is copied unless it begins as HTML does, because browsers may guess what it is; else as [`Fate::Program`].
    Unknown,
}

/// A line of the table: the names, with spaces between them, and what happens to what has one of them. One `*` stands for
/// anything; only for pages and registries do capitals matter.
pub type NameRule = (&'static str, Fate);

/// The table. The first line that matches holds. Themes know only the lines about what is left out.
pub const NAME_RULES: &[NameRule] = &[
    (".well-known", Fate::Visible),
    (".git* .#* .*.swp .*.swo .*.tmp .~lock.*#", Fate::Ignored),
    (".*", Fate::LeftOut("left-hidden")),
    (
        "*~ *~1 ~$* #*# *.swp *.swo *.bak *.old *.orig *.rej *.save *.tmp",
        Fate::LeftOut("left-by-editor"),
    ),
    (
        "Thumbs.db ehthumbs.db desktop.ini Icon\r __MACOSX $RECYCLE.BIN @eaDir *.crdownload *.part",
        Fate::LeftOut("left-by-system"),
    ),
    (
        "*.lnk *.url *.webloc *.desktop *.exe *.bat *.cmd *.msi *.ps1 *.scr *.eml *.msg",
        Fate::LeftOut("left-private"),
    ),
    ("*.md", Fate::Page),
    ("*.yaml *.yml", Fate::Registry),
    (
        "*.md *.markdown *.mdown *.mdwn *.mkd *.mkdn *.mdx *.md.txt",
        Fate::Misnamed(".md"),
    ),
    ("*.yaml *.yml *.yaml.txt *.yml.txt", Fate::Misnamed(".yaml")),
    (
        "*.html *.htm *.shtml *.shtm *.stm *.xhtml *.xht *.mht *.mhtml *.hta *.htc *.svgz *.xsl *.xslt *.js \
         *.mjs *.cjs *.wasm *.swf *.jar *.php *.php3 *.php4 *.php5 *.php7 *.php8 *.phps *.phar \
         *.phtml *.pht *.asp *.aspx *.ashx *.jsp *.jspx *.cfm *.cgi *.pl *.vbs web.config",
        Fate::Program,
    ),
    (
        "*.svg *.xml *.rdf *.rss *.atom *.kml *.gml *.gpx *.xsd *.wsdl *.mathml",
        Fate::Markup,
    ),
    (
        "*.pdf *.p7m *.doc *.docx *.odt *.rtf *.xls *.xlsx *.ods *.csv *.tsv *.ppt *.pptx *.odp \
         *.txt *.json *.ics *.vcf *.zip *.png *.jpg *.jpeg *.gif *.webp *.avif *.ico *.mp3 *.mp4 \
         *.webm *.ogg *.css *.woff2",
        Fate::Copied,
    ),
    ("*", Fate::Unknown),
];

/// What happens to what has this name. If its last ending tells no type, the others count: servers give `a.html.it` and
/// `a.html.gz` as a page.
pub fn fate(name: &str) -> Fate {
    let is_active = |it: &Fate| matches!(it, Fate::Program | Fate::Markup);
    match fate_of(name) {
        Fate::Unknown => {
            let endings = name.split('.').skip(1);
            let mut others = endings.map(|it| fate_of(&["a.", it].concat()));
            others.find(is_active).unwrap_or(Fate::Unknown)
        }
        fate => fate,
    }
}

fn fate_of(name: &str) -> Fate {
    let mut rules = NAME_RULES.iter();
    let rule = rules.find(|rule| covers(rule, name.as_bytes()));
    rule.map_or(Fate::Unknown, |(_, fate)| *fate)
}

fn covers((names, fate): &NameRule, name: &[u8]) -> bool {
    let is_exact = matches!(fate, Fate::Page | Fate::Registry);
    let is_same = |pattern: &str, part: Option<&[u8]>| {
        part.is_some_and(|part| match is_exact {
            true => part == pattern.as_bytes(),
            false => part.eq_ignore_ascii_case(pattern.as_bytes()),
        })
    };
    names
        .split(' ')
        .any(|pattern| match pattern.split_once('*') {
            None => is_same(pattern, Some(name)),
            Some((start, end)) => name.len().checked_sub(end.len()).is_some_and(|at| {
                start.len() <= at
                    && is_same(end, name.get(at..))
                    && is_same(start, name.get(..start.len()))
            }),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_matches_holds() {
        let fates = [
            (".well-known", Fate::Visible),
            (".gitkeep", Fate::Ignored),
            (".orari.md.swp", Fate::Ignored),
            (".DS_Store", Fate::LeftOut("left-hidden")),
            ("._foto.jpg", Fate::LeftOut("left-hidden")),
            ("~$verbale.docx", Fate::LeftOut("left-by-editor")),
            ("#x.md#", Fate::LeftOut("left-by-editor")),
            ("X.MD.BAK", Fate::LeftOut("left-by-editor")),
            ("THUMBS.DB", Fate::LeftOut("left-by-system")),
            ("verbale.md~1", Fate::LeftOut("left-by-editor")),
            ("Verbali.LNK", Fate::LeftOut("left-private")),
            ("Icon\r", Fate::LeftOut("left-by-system")),
            ("a.md", Fate::Page),
            ("a.MD", Fate::Misnamed(".md")),
            ("a.md.txt", Fate::Misnamed(".md")),
            ("a.yml", Fate::Registry),
            ("a.Yml", Fate::Misnamed(".yaml")),
            ("a.HTM", Fate::Program),
            ("logo.SVG", Fate::Markup),
            ("a.pdf", Fate::Copied),
            ("a.html.it", Fate::Program),
            ("a.it.HTML.gz", Fate::Program),
            ("a.svg.br", Fate::Markup),
            ("a.html.pdf", Fate::Copied),
            ("a.it", Fate::Unknown),
            ("LEGGIMI", Fate::Unknown),
            ("~", Fate::LeftOut("left-by-editor")),
            ("#", Fate::Unknown),
            ("", Fate::Unknown),
        ];
        for (name, expected) in fates {
            assert_eq!(fate(name), expected, "{name}");
        }
    }
}

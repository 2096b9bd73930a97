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

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct NameRule {
    /// The names. One `*` stands for anything; only for pages and registries do capitals matter.
    pub names: &'static [&'static str],
    /// What happens to what has such a name.
    pub fate: Fate,
}

/// The table. The first line that matches holds. Themes know only the lines about what is left out.
pub const NAME_RULES: &[NameRule] = &[
    NameRule {
        names: &[".well-known"],
        fate: Fate::Visible,
    },
    NameRule {
        names: &[".git*", ".#*", ".*.swp", ".*.swo", ".*.tmp", ".~lock.*#"],
        fate: Fate::Ignored,
    },
    NameRule {
        names: &[".*"],
        fate: Fate::LeftOut("left-hidden"),
    },
    NameRule {
        names: &[
            "*~", "~$*", "#*#", "*.swp", "*.swo", "*.bak", "*.old", "*.orig", "*.rej", "*.tmp",
        ],
        fate: Fate::LeftOut("left-by-editor"),
    },
    NameRule {
        names: &[
            "Thumbs.db",
            "ehthumbs.db",
            "desktop.ini",
            "Icon\r",
            "__MACOSX",
            "$RECYCLE.BIN",
            "@eaDir",
            "*.crdownload",
            "*.part",
        ],
        fate: Fate::LeftOut("left-by-system"),
    },
    NameRule {
        names: &["*.md"],
        fate: Fate::Page,
    },
    NameRule {
        names: &["*.yaml", "*.yml"],
        fate: Fate::Registry,
    },
    NameRule {
        names: &[
            "*.md",
            "*.markdown",
            "*.mdown",
            "*.mdwn",
            "*.mkd",
            "*.mkdn",
            "*.mdx",
            "*.md.txt",
        ],
        fate: Fate::Misnamed(".md"),
    },
    NameRule {
        names: &["*.yaml", "*.yml", "*.yaml.txt", "*.yml.txt"],
        fate: Fate::Misnamed(".yaml"),
    },
    NameRule {
        names: &[
            "*.html", "*.htm", "*.shtml", "*.xhtml", "*.xht", "*.mht", "*.mhtml", "*.hta", "*.htc",
            "*.svgz", "*.xsl", "*.xslt", "*.js", "*.mjs", "*.cjs", "*.wasm", "*.swf", "*.jar",
            "*.php", "*.cgi", "*.vbs",
        ],
        fate: Fate::Program,
    },
    NameRule {
        names: &[
            "*.svg", "*.xml", "*.rdf", "*.rss", "*.atom", "*.kml", "*.gml", "*.gpx", "*.xsd",
            "*.wsdl", "*.mathml",
        ],
        fate: Fate::Markup,
    },
    NameRule {
        names: &[
            "*.pdf", "*.p7m", "*.doc", "*.docx", "*.odt", "*.rtf", "*.xls", "*.xlsx", "*.ods",
            "*.csv", "*.tsv", "*.ppt", "*.pptx", "*.odp", "*.txt", "*.json", "*.ics", "*.vcf",
            "*.zip", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.webp", "*.avif", "*.ico", "*.mp3",
            "*.mp4", "*.webm", "*.ogg", "*.css", "*.woff2",
        ],
        fate: Fate::Copied,
    },
    NameRule {
        names: &["*"],
        fate: Fate::Unknown,
    },
];

/// What happens to what has this name.
pub fn fate(name: &str) -> Fate {
    let rule = NAME_RULES.iter().find(|rule| rule.covers(name.as_bytes()));
    rule.map_or(Fate::Unknown, |rule| rule.fate)
}

impl NameRule {
    fn covers(&self, name: &[u8]) -> bool {
        let is_exact = matches!(self.fate, Fate::Page | Fate::Registry);
        let is_same = |pattern: &str, part: Option<&[u8]>| {
            part.is_some_and(|part| match is_exact {
                true => part == pattern.as_bytes(),
                false => part.eq_ignore_ascii_case(pattern.as_bytes()),
            })
        };
        let covers = |pattern: &&str| match pattern.split_once('*') {
            None => is_same(pattern, Some(name)),
            Some((start, end)) => name.len().checked_sub(end.len()).is_some_and(|at| {
                start.len() <= at
                    && is_same(end, name.get(at..))
                    && is_same(start, name.get(..start.len()))
            }),
        };
        self.names.iter().any(covers)
    }
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
            ("Icon\r", Fate::LeftOut("left-by-system")),
            ("a.md", Fate::Page),
            ("a.MD", Fate::Misnamed(".md")),
            ("a.md.txt", Fate::Misnamed(".md")),
            ("a.yml", Fate::Registry),
            ("a.Yml", Fate::Misnamed(".yaml")),
            ("a.HTM", Fate::Program),
            ("logo.SVG", Fate::Markup),
            ("a.pdf", Fate::Copied),
            ("a.html.it", Fate::Unknown),
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

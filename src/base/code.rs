//! The codes of diagnostics: their stable names.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};

/// How severe a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written; the exit status is 1.
    Error,
    /// The site is written, unless `--strict` makes it an error.
    Warning,
    /// A warning that an editor has accepted: nothing comes of it.
    Accepted,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $slug:literal, $severity:ident;)*) => {
        /// The kind of a diagnostic, whose name is the same in every language.
        ///
        /// Its message, hints and explanation are in the message catalogues, under its slug.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize,
            BorshDeserialize,
        )]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// Every code, in the order of the manual.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The name an editor sees: `dangling-reference`.
            pub fn slug(self) -> &'static str {
                match self { $(Code::$variant => $slug,)* }
            }

            /// How severe it is without `--strict`.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // Reading files.
    /// A text file is not UTF-8.
    InvalidUtf8 = "invalid-utf8", Error;
    /// A file cannot be read, or a link leads out of the site's folder.
    UnreadableFile = "unreadable-file", Error;
    /// The name of a file is nearly that of a page or a registry.
    MisnamedFile = "misnamed-file", Error;
    /// The name of a page says that it is in a language in which it cannot be.
    LanguageInName = "language-in-name", Error;
    /// A file beside pages that browsers would run as a program of the site.
    ActiveFile = "active-file", Error;
    /// A Markdown file does not start with front matter.
    MissingFrontMatter = "missing-front-matter", Error;
    /// The front matter is never closed by a line of three dashes.
    UnclosedFrontMatter = "unclosed-front-matter", Error;
    /// The text is not YAML.
    YamlSyntax = "yaml-syntax", Error;
    /// YAML anchors, aliases, tags and merge keys are not part of the notation.
    YamlAlias = "yaml-alias", Error;
    /// The values are nested deeper than any page needs.
    TooDeep = "too-deep", Error;
    /// The text is not TOML.
    TomlSyntax = "toml-syntax", Error;

    // The shape of values.
    /// A key that the type does not have.
    UnknownKey = "unknown-key", Error;
    /// A key that would publish personal data.
    RefusedKey = "refused-key", Error;
    /// The same key twice in one mapping.
    DuplicateKey = "duplicate-key", Error;
    /// A required key is absent or empty.
    MissingKey = "missing-key", Error;
    /// A list where a text belongs, and the like.
    WrongType = "wrong-type", Error;
    /// A text, or a list that must hold something, is empty.
    EmptyValue = "empty-value", Error;
    /// A word that is not in its controlled list.
    UnknownValue = "unknown-value", Error;
    /// A number outside its range.
    OutOfRange = "out-of-range", Error;
    /// An identifier with characters that an address cannot hold.
    BadId = "bad-id", Error;
    /// Not a date of the calendar, written `2026-03-14`.
    BadDate = "bad-date", Error;
    /// Not a day or moment, written `2026-03-14T15:30`, with or without offset.
    BadTime = "bad-time", Error;
    /// Not an e-mail address.
    BadEmail = "bad-email", Error;
    /// Not a telephone number in international form.
    BadPhone = "bad-phone", Error;
    /// Not a web address.
    BadUrl = "bad-url", Error;
    /// Not the address of a folder on a host, as `base_url` needs it.
    BadBaseUrl = "bad-base-url", Error;
    /// Not a colour, written `#0b4a63`.
    BadColor = "bad-color", Error;
    /// An alias that is not a path of this site.
    BadAlias = "bad-alias", Error;
    /// Not a tag of a language.
    BadLanguage = "bad-language", Error;
    /// Not a time zone of the IANA database.
    BadTimeZone = "bad-time-zone", Error;
    /// An official number (ISTAT, tax code) of the wrong form.
    BadNumber = "bad-number", Error;
    /// A summary longer than 255 characters.
    TooLong = "too-long", Error;
    /// None, or more than one, of keys of which exactly one must be given.
    OneOf = "one-of", Error;

    // Identity and references.
    /// A type that cannot be in this file.
    MisplacedType = "misplaced-type", Error;
    /// A translation of a page that does not exist.
    OrphanTranslation = "orphan-translation", Error;
    /// A reference to something that does not exist.
    DanglingReference = "dangling-reference", Error;
    /// A reference to something of another type.
    WrongTypeReference = "wrong-type-reference", Error;
    /// Two things of one type with one id.
    DuplicateId = "duplicate-id", Error;
    /// Two pages, aliases or files at one address.
    DuplicateAddress = "duplicate-address", Error;
    /// An address that was published, at which there is nothing any more.
    LostAddress = "lost-address", Error;
    /// An address that disks or hosts cannot hold.
    UnpublishableAddress = "unpublishable-address", Error;
    /// A chain of parents that leads back to its start.
    ParentCycle = "parent-cycle", Error;
    /// A chain of delegations that leads back to its start.
    DelegationCycle = "delegation-cycle", Error;

    // Bodies, seats, mandates.
    /// Holders of a seat that is held by the holders of another.
    HoldersElsewhere = "holders-elsewhere", Error;
    /// A seat that has its holders from one that has them from others itself.
    IndirectSeat = "indirect-seat", Error;
    /// A date of writing or review that is still to come.
    FutureDate = "future-date", Error;
    /// `from` and `each` on one seat.
    FromAndEach = "from-and-each", Error;
    /// `each: zones` or `each: members` where the body has none.
    EachOfNothing = "each-of-nothing", Error;
    /// A count that differs from the size of what `each` lists.
    CountMismatch = "count-mismatch", Error;
    /// A number of zones that differs from the number of lead organizations.
    ZonesMismatch = "zones-mismatch", Error;
    /// A seat held by virtue of an office that is not named.
    MissingOffice = "missing-office", Error;
    /// A period that ends before it begins.
    UntilBeforeFrom = "until-before-from", Error;
    /// More holders at one time than the seat has places.
    OverfullSeat = "overfull-seat", Error;
    /// Two who sit for an organization that has one place.
    UnevenHolders = "uneven-holders", Error;
    /// A holder who sits for an organization that has no place on the seat.
    HolderOutsidePool = "holder-outside-pool", Error;
    /// A substitute of somebody who does not hold the seat.
    UnknownHolder = "unknown-holder", Error;
    /// A mandate that begins before its body exists, or ends after.
    HolderOutsideValidity = "holder-outside-validity", Error;
    /// A meeting held before its body exists, or after it ended.
    MeetingOutsideValidity = "meeting-outside-validity", Error;
    /// A contact with no way to reach it.
    ContactWithoutChannel = "contact-without-channel", Error;

    // Markdown.
    /// An image without alternative text.
    ImageWithoutAlt = "image-without-alt", Error;
    /// An image file that cannot be read, or is too large for any page.
    BrokenImage = "broken-image", Error;
    /// A text shows as an image a file that browsers do not show as one.
    ImageFormat = "image-format", Error;
    /// A first-level heading in the text.
    TopHeading = "top-heading", Error;
    /// A heading more than one level below the one before.
    SkippedHeading = "skipped-heading", Error;
    /// A heading without text.
    EmptyHeading = "empty-heading", Error;
    /// Two places in a page with one anchor.
    DuplicateAnchor = "duplicate-anchor", Error;
    /// A link to a page or file that does not exist.
    BrokenLink = "broken-link", Error;
    /// A link to a place that the page does not have.
    BrokenAnchor = "broken-anchor", Error;
    /// A link that runs a program, or leads out of the site's folder.
    UnsafeLink = "unsafe-link", Error;
    /// An image of another site, which would learn who reads the page.
    RemoteImage = "remote-image", Error;
    /// A component that the theme does not have.
    UnknownComponent = "unknown-component", Error;
    /// A call of a component that cannot be read.
    ComponentSyntax = "component-syntax", Error;
    /// An argument that the component does not take, lacks, or takes in another type.
    ComponentArgument = "component-argument", Error;

    // Themes.
    /// A colour on which, or in which, text is hard to read.
    LowContrast = "low-contrast", Error;
    /// A theme that does not exist.
    UnknownTheme = "unknown-theme", Error;
    /// A template that does not compile or render.
    TemplateError = "template-error", Error;
    /// A template that prints a text where HTML has an address or a program.
    UnsafeTemplate = "unsafe-template", Error;
    /// A catalogue of labels that cannot be read.
    LabelsSyntax = "labels-syntax", Error;
    /// The index of the search could not be made.
    SearchFailed = "search-failed", Error;

    // Warnings: the content may be wrong or outdated.
    /// A text without quotes that YAML reads otherwise than it is written.
    UnquotedText = "unquoted-text", Warning;
    /// A place that the program has left for an editor to fill in.
    Unfinished = "unfinished", Warning;
    /// A page without a summary.
    MissingSummary = "missing-summary", Warning;
    /// A body whose establishing act is not named.
    NoEstablishingAct = "no-establishing-act", Warning;
    /// A body without a chair.
    NoChair = "no-chair", Warning;
    /// A body with more than one chair.
    SeveralChairs = "several-chairs", Warning;
    /// A number of places that nobody has stated.
    UncertainCount = "uncertain-count", Warning;
    /// A seat with places of which nobody says who holds them.
    UnfilledSeat = "unfilled-seat", Warning;
    /// A mandate that has run out and has no successor.
    ExpiredMandate = "expired-mandate", Warning;
    /// A member organization that no seat is drawn from.
    MemberWithoutSeat = "member-without-seat", Warning;
    /// An organization that was merged, split or closed.
    DissolvedOrganization = "dissolved-organization", Warning;
    /// An organization that has left the body's territory.
    OutsideTerritory = "outside-territory", Warning;
    /// An article that the act does not list.
    UnknownArticle = "unknown-article", Warning;
    /// An hour that clocks skip when they are put forward.
    SkippedHour = "skipped-hour", Warning;
    /// A past meeting that is still announced.
    StaleMeeting = "stale-meeting", Warning;
    /// A meeting held 60 days ago and without minutes.
    MissingMinutes = "missing-minutes", Warning;
    /// A page that nobody has reviewed for a year.
    NotReviewed = "not-reviewed", Warning;
    /// A person without the basis on which the name is published.
    NoPublicationBasis = "no-publication-basis", Warning;
    /// An address of a person where one of an office would do.
    PersonalEmail = "personal-email", Warning;
    /// A link whose text does not say where it leads.
    VagueLink = "vague-link", Warning;
    /// A footer without the links that the law asks for.
    MissingLegalLink = "missing-legal-link", Warning;
    /// Words of a translation for something that its page does not have.
    OrphanWords = "orphan-words", Warning;
    /// Words that a theme does not have in a language of the site.
    MissingLabels = "missing-labels", Warning;
    /// An accepted warning that there is no more.
    UnusedAcceptance = "unused-acceptance", Warning;
    /// Signs of markup that the page shows as they are typed.
    LiteralMarkup = "literal-markup", Warning;
    /// HTML in the text that was left out of the page.
    HtmlRemoved = "html-removed", Warning;
    /// A file that is not published because of its name.
    LeftOut = "left-out", Warning;
    /// A shallow clone, in which the dates of the last changes are unknown.
    ShallowHistory = "shallow-history", Warning;
    /// A repository whose history cannot be read, so that the dates of the last changes are unknown.
    UnreadableHistory = "unreadable-history", Warning;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl std::str::FromStr for Code {
    type Err = ();

    fn from_str(slug: &str) -> Result<Self, ()> {
        Code::ALL
            .iter()
            .copied()
            .find(|code| code.slug() == slug)
            .ok_or(())
    }
}

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
    ($($variant:ident = $slug:literal, $severity:ident;)*) => {
        /// The kind of a diagnostic, whose name is the same in every language.
        ///
        /// Its message, hints and explanation are in the message catalogues, under its slug.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize,
            BorshDeserialize,
        )]
        pub enum Code { $(#[doc = concat!("`", $slug, "`")] $variant,)* }

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
    InvalidUtf8 = "invalid-utf8", Error;
    UnprintableCharacter = "unprintable-character", Error;
    UnreadableFile = "unreadable-file", Error;
    MisnamedFile = "misnamed-file", Error;
    CopyInName = "copy-in-name", Warning;
    LanguageInName = "language-in-name", Error;
    ActiveFile = "active-file", Error;
    MissingFrontMatter = "missing-front-matter", Error;
    UnclosedFrontMatter = "unclosed-front-matter", Error;
    YamlSyntax = "yaml-syntax", Error;
    YamlAlias = "yaml-alias", Error;
    TooDeep = "too-deep", Error;
    TomlSyntax = "toml-syntax", Error;

    // The shape of values.
    UnknownKey = "unknown-key", Error;
    RefusedKey = "refused-key", Error;
    DuplicateKey = "duplicate-key", Error;
    DuplicateItem = "duplicate-item", Warning;
    MissingKey = "missing-key", Error;
    WrongType = "wrong-type", Error;
    EmptyValue = "empty-value", Error;
    UnknownValue = "unknown-value", Error;
    OutOfRange = "out-of-range", Error;
    BadId = "bad-id", Error;
    BadDate = "bad-date", Error;
    BadTime = "bad-time", Error;
    BadEmail = "bad-email", Error;
    BadPhone = "bad-phone", Error;
    BadUrl = "bad-url", Error;
    BadBaseUrl = "bad-base-url", Error;
    BadColor = "bad-color", Error;
    BadAlias = "bad-alias", Error;
    BadLanguage = "bad-language", Error;
    BadTimeZone = "bad-time-zone", Error;
    BadNumber = "bad-number", Error;
    TooLong = "too-long", Error;
    OneOf = "one-of", Error;

    // Identity and references.
    MisplacedType = "misplaced-type", Error;
    OrphanTranslation = "orphan-translation", Error;
    ForeignLanguage = "foreign-language", Warning;
    DanglingReference = "dangling-reference", Error;
    WrongTypeReference = "wrong-type-reference", Error;
    DuplicateId = "duplicate-id", Error;
    DuplicateAddress = "duplicate-address", Error;
    LostAddress = "lost-address", Error;
    UnpublishableAddress = "unpublishable-address", Error;
    ParentCycle = "parent-cycle", Error;
    DelegationCycle = "delegation-cycle", Error;

    // Bodies, seats, mandates.
    HoldersElsewhere = "holders-elsewhere", Error;
    IndirectSeat = "indirect-seat", Error;
    FutureDate = "future-date", Error;
    FromAndEach = "from-and-each", Error;
    EachOfNothing = "each-of-nothing", Error;
    CountMismatch = "count-mismatch", Error;
    ZonesMismatch = "zones-mismatch", Error;
    MissingOffice = "missing-office", Error;
    UntilBeforeFrom = "until-before-from", Error;
    OverfullSeat = "overfull-seat", Error;
    UnevenHolders = "uneven-holders", Error;
    HolderOutsidePool = "holder-outside-pool", Error;
    UnknownHolder = "unknown-holder", Error;
    HolderOutsideValidity = "holder-outside-validity", Error;
    MeetingOutsideValidity = "meeting-outside-validity", Error;
    ContactWithoutChannel = "contact-without-channel", Error;

    // Markdown.
    ImageWithoutAlt = "image-without-alt", Error;
    BrokenImage = "broken-image", Error;
    ImageFormat = "image-format", Error;
    TopHeading = "top-heading", Error;
    SkippedHeading = "skipped-heading", Error;
    EmptyHeading = "empty-heading", Error;
    DuplicateAnchor = "duplicate-anchor", Error;
    BrokenLink = "broken-link", Error;
    BrokenAnchor = "broken-anchor", Error;
    UnsafeLink = "unsafe-link", Error;
    RemoteImage = "remote-image", Error;
    UnknownComponent = "unknown-component", Error;
    ComponentSyntax = "component-syntax", Error;
    ComponentArgument = "component-argument", Error;

    // Themes.
    LowContrast = "low-contrast", Error;
    UnknownTheme = "unknown-theme", Error;
    TemplateError = "template-error", Error;
    UnsafeTemplate = "unsafe-template", Error;
    LabelsSyntax = "labels-syntax", Error;
    SearchFailed = "search-failed", Error;

    // Warnings: the content may be wrong or outdated.
    UnquotedText = "unquoted-text", Warning;
    Unfinished = "unfinished", Warning;
    MissingSummary = "missing-summary", Warning;
    NoEstablishingAct = "no-establishing-act", Warning;
    NoChair = "no-chair", Warning;
    SeveralChairs = "several-chairs", Warning;
    UncertainCount = "uncertain-count", Warning;
    UnfilledSeat = "unfilled-seat", Warning;
    UnexpectedDelegate = "unexpected-delegate", Warning;
    ExpiredMandate = "expired-mandate", Warning;
    MemberWithoutSeat = "member-without-seat", Warning;
    DissolvedOrganization = "dissolved-organization", Warning;
    ContradictoryChanges = "contradictory-changes", Warning;
    OutsideTerritory = "outside-territory", Warning;
    UnknownArticle = "unknown-article", Warning;
    SkippedHour = "skipped-hour", Warning;
    StaleMeeting = "stale-meeting", Warning;
    MissingMinutes = "missing-minutes", Warning;
    NotReviewed = "not-reviewed", Warning;
    NoPublicationBasis = "no-publication-basis", Warning;
    PersonalEmail = "personal-email", Warning;
    PlaceholderName = "placeholder-name", Warning;
    VagueLink = "vague-link", Warning;
    MissingLegalLink = "missing-legal-link", Warning;
    OrphanWords = "orphan-words", Warning;
    MissingLabels = "missing-labels", Warning;
    UnusedAcceptance = "unused-acceptance", Warning;
    LiteralMarkup = "literal-markup", Warning;
    HtmlRemoved = "html-removed", Warning;
    LeftOut = "left-out", Warning;
    ShallowHistory = "shallow-history", Warning;
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

//! What must hold beyond shape: one rule to a file, with its smallest failing example.
//!
//! Rules look at one thing and say what they find; none changes it, none depends on another. The words
//! of the findings, and why each matters, are in the catalogues of messages.

mod example;
mod examples;
mod walk;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::{AnyLink, Reader, Site, of_delegations};

pub use example::{Example, On};
pub use examples::EXAMPLES;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The codes that it reports.
    pub codes: &'static [Code],
    /// The smallest piece of content that breaks it.
    pub example: Example,
    /// Finds every breach.
    pub check: fn(Context<'_>, &mut Vec<Diagnostic>),
}

/// What rules look at: a thing, and whatever it leads to.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The content.
    pub graph: Reader<'a>,
    /// The settings, and the day that the site speaks of.
    pub site: &'a Site,
    /// The thing that is held against the rules; `None` is the site itself.
    pub subject: Option<AnyLink>,
}

/// Holds a thing, or the site itself, against all rules.
pub fn check(context: Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        (rule.check)(context, &mut found);
    }
    if let Some(AnyLink::Body(body)) = context.subject {
        of_delegations(context.graph.get(body), &mut found);
    }
    found
}

/// The smallest content that is reported with a code.
pub fn example(code: Code) -> Option<&'static Example> {
    let of_rule = RULES
        .iter()
        .find(|rule| rule.codes.first() == Some(&code))
        .map(|rule| &rule.example);
    of_rule.or_else(|| {
        EXAMPLES
            .iter()
            .find(|(known, _)| *known == code)
            .map(|(_, example)| example)
    })
}

macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*

        /// All rules, errors first.
        pub const RULES: &[Rule] = &[$($name::RULE,)*];
    };
}

rules!(
    one_of,
    missing_seats,
    duplicate_part,
    future_date,
    from_and_each,
    each_of_nothing,
    count_mismatch,
    zones_mismatch,
    missing_office,
    until_before_from,
    overfull_seat,
    holder_outside_validity,
    meeting_outside_validity,
    contact_without_channel,
    channel_value,
    low_contrast,
    missing_summary,
    no_establishing_act,
    chairs,
    uncertain_count,
    unfilled_seat,
    expired_mandate,
    member_without_seat,
    dissolved_organization,
    outside_territory,
    unknown_article,
    stale_meeting,
    missing_minutes,
    not_reviewed,
    no_publication_basis,
    personal_email,
    missing_legal_link,
);

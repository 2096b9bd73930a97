//! What must hold beyond the schema: one rule to a file, each with its smallest failing example.
//!
//! A rule looks at one thing and reports what it finds. It changes nothing and depends on no other rule.
//! The texts of the findings are in the catalogues of messages.
//!
//! To add a rule, write its file here with a `mod` line and a line in [`RULES`], its code in
//! [`crate::base::code`], and its texts in both catalogues. Tests tell what is missing.

/// Declares the rule of a file, whose function is `check`: the codes that it reports, a piece of content that breaks it,
/// what is wrong in that and what mends it, and the line at which it is reported.
macro_rules! rule {
    ($($code:ident),+: $on:ident, $text:literal, $wrong:literal => $right:literal, $line:literal) => {
        pub(super) const RULE: $crate::content::rules::Rule = $crate::content::rules::Rule {
            codes: &[$($crate::base::code::Code::$code),+],
            example: $crate::content::rules::Example {
                on: $crate::content::rules::On::$on,
                text: $text,
                mend: ($wrong, $right),
                line: $line,
            },
            check,
        };
    };
}

mod chairs;
mod channel_value;
mod contact_without_channel;
mod contradictory_changes;
mod count_mismatch;
mod crowd;
mod delegation_cycle;
mod dissolved_organization;
mod duplicate_holder;
mod duplicate_part;
mod each_of_nothing;
mod example;
mod examples;
mod expired_mandate;
mod foreign_language;
mod from_and_each;
mod future_date;
mod holder_outside_pool;
mod holder_outside_validity;
mod holders_elsewhere;
mod indirect_seat;
mod low_contrast;
mod meeting_outside_validity;
mod member_without_seat;
mod missing_legal_link;
mod missing_minutes;
mod missing_office;
mod missing_seats;
mod missing_summary;
mod no_establishing_act;
mod no_publication_basis;
mod not_reviewed;
mod one_of;
mod outside_territory;
mod overfull_seat;
mod personal_email;
mod placeholder_name;
mod places;
mod skipped_hour;
mod stale_meeting;
#[cfg(test)]
mod tests;
mod uncertain_count;
mod uneven_holders;
mod unexpected_delegate;
mod unfilled_seat;
mod unknown_article;
mod unknown_holder;
mod until_before_from;
mod walk;
mod zones_mismatch;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::{AnyLink, Reader, Site};

pub use example::{Example, On};
pub use examples::EXAMPLES;
pub use one_of::alternatives;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The codes that it reports.
    pub codes: &'static [Code],
    /// The smallest piece of content that breaks it; reported with the first code.
    pub example: Example,
    /// Adds a finding for every breach.
    pub check: fn(Context<'_>, &mut Vec<Diagnostic>),
}

/// What a rule looks at: a thing of the graph, or the site itself.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The content.
    pub graph: Reader<'a>,
    /// The settings, and the day on which the site is built.
    pub site: &'a Site,
    /// The thing to check; `None` is the site itself.
    pub subject: Option<AnyLink>,
}

/// Checks a thing, or the site itself, against all rules.
pub fn check(context: Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        (rule.check)(context, &mut found);
    }
    found
}

/// The smallest content that is reported with a code.
pub fn example(code: Code) -> Option<&'static Example> {
    let mut rules = RULES.iter();
    let mut others = EXAMPLES.iter();
    match rules.find(|rule| rule.codes.first() == Some(&code)) {
        Some(rule) => Some(&rule.example),
        None => others
            .find(|(it, _)| *it == code)
            .map(|(_, example)| example),
    }
}

/// All rules, errors first.
pub const RULES: &[Rule] = &[
    one_of::RULE,
    missing_seats::RULE,
    duplicate_part::RULE,
    future_date::RULE,
    from_and_each::RULE,
    each_of_nothing::RULE,
    count_mismatch::RULE,
    zones_mismatch::RULE,
    delegation_cycle::RULE,
    holders_elsewhere::RULE,
    indirect_seat::RULE,
    missing_office::RULE,
    until_before_from::RULE,
    overfull_seat::RULE,
    uneven_holders::RULE,
    holder_outside_pool::RULE,
    unknown_holder::RULE,
    holder_outside_validity::RULE,
    meeting_outside_validity::RULE,
    contact_without_channel::RULE,
    channel_value::RULE,
    low_contrast::RULE,
    foreign_language::RULE,
    missing_summary::RULE,
    no_establishing_act::RULE,
    chairs::RULE,
    uncertain_count::RULE,
    unfilled_seat::RULE,
    unexpected_delegate::RULE,
    expired_mandate::RULE,
    member_without_seat::RULE,
    dissolved_organization::RULE,
    contradictory_changes::RULE,
    duplicate_holder::RULE,
    outside_territory::RULE,
    unknown_article::RULE,
    skipped_hour::RULE,
    stale_meeting::RULE,
    missing_minutes::RULE,
    not_reviewed::RULE,
    no_publication_basis::RULE,
    personal_email::RULE,
    placeholder_name::RULE,
    missing_legal_link::RULE,
];

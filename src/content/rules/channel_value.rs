//! The value of a channel has the syntax of its kind: a telephone number, an address, a page.

use super::Context;
use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Change;
use crate::base::language::Language;
use crate::content::model::{Channel, ChannelKind};
use crate::notation::phone::{self, Meant};
use crate::notation::scalar::{Email, Phone, Text, WebAddress};
use crate::notation::schema::Syntax;

rule! {
    BadEmail, BadPhone, BadUrl: Body, "contacts:\n  - channels:\n      - {kind: email, value: ufficio.provincia.it}\n",
    "ufficio.provincia.it" => "ufficio@provincia.it", 3
}

/// An example of a number where the country of the site is not known.
const EXAMPLE: &str = "+390321378851";

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for contact in context.contacts() {
        for (index, channel) in contact.written.channels.iter().enumerate() {
            let syntax = syntax(channel.kind);
            if !(syntax.admits)(channel.value.as_str()) {
                let place = contact.channel_place(index);
                let fault = Diagnostic::new(syntax.code, place);
                found.push(advised(fault, channel, &context.site.language));
            }
        }
    }
}

/// Adds to a fault what may be meant.
fn advised(fault: Diagnostic, channel: &Channel, language: &Language) -> Diagnostic {
    let (kind, value) = (channel.kind, channel.value.as_str());
    let syntax = syntax(kind);
    let is_phone = matches!(kind, ChannelKind::Phone | ChannelKind::Fax);
    let one = |text: &str| match is_phone {
        true => phone::meant(text, language).map(|it| it.number),
        false => (syntax.admits)(text).then(|| text.to_owned()),
    };
    let parts = value.split([',', ';']).flat_map(|it| it.split(" - "));
    let parts: Option<Vec<String>> = parts.map(|it| one(it.trim())).collect();
    let several = parts.filter(|it| it.len() > 1 && kind != ChannelKind::Address);
    let fault = syntax.fault(fault, value);
    if let Some(several) = several {
        let each = several.iter().map(|it| match is_phone {
            true => format!("`{{kind: {}, value: \"{it}\"}}`", kind.as_str()),
            false => format!("`{{kind: {}, value: {it}}}`", kind.as_str()),
        });
        let each: Vec<String> = each.collect();
        return fault.text("values", each.join(", ")).hint("several");
    }
    match is_phone {
        true => phone_fault(fault, value, language),
        false => fault,
    }
}

/// Adds to a fault the number that was meant, if it is one of the country of the site, or of another that it names.
fn phone_fault(fault: Diagnostic, value: &str, language: &Language) -> Diagnostic {
    let Some(meant) = phone::meant(value, language).or_else(|| without_signs(value)) else {
        let example = phone::example(language);
        let example = example.unwrap_or_else(|| EXAMPLE.to_owned());
        return fault.text("example", example);
    };
    let has_letters = value.contains(char::is_alphabetic);
    let hint = if meant.has_extension {
        "extension"
    } else if bare(value) == meant.number {
        "signs"
    } else {
        "near"
    };
    let change = Change::word(value, &meant.number);
    let fault = fault.text("near", meant.number).hint(hint);
    // Words and extensions would be lost: they go into `display`.
    let loses_words = meant.has_extension || has_letters;
    fault.fix(Some(change).filter(|_| !loses_words))
}

/// A number that is in international form but for the signs between its digits.
fn without_signs(value: &str) -> Option<Meant> {
    let number = bare(value);
    (Phone::SYNTAX.admits)(&number).then_some(Meant {
        number,
        has_extension: false,
    })
}

/// A text without blanks and without the signs that people write between digits.
fn bare(value: &str) -> String {
    let is_sign = |c: &char| c.is_whitespace() || ".-/".contains(*c);
    value.chars().filter(|c| !is_sign(c)).collect()
}

fn syntax(kind: ChannelKind) -> &'static Syntax {
    match kind {
        ChannelKind::Phone | ChannelKind::Fax => Phone::SYNTAX,
        ChannelKind::Email | ChannelKind::Pec => Email::SYNTAX,
        ChannelKind::Web => WebAddress::SYNTAX,
        ChannelKind::Address => Text::SYNTAX,
    }
}

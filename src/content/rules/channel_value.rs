//! The value of a channel has the syntax of its kind: a telephone number, an address, a page.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::ChannelKind;
use crate::notation::scalar::{Email, Phone, Text, WebAddress};
use crate::notation::schema::Syntax;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::BadEmail, Code::BadPhone, Code::BadUrl],
    example: Example::body(
        "contacts:\n  - channels:\n      - {kind: email, value: ufficio.provincia.it}\n",
        ("ufficio.provincia.it", "ufficio@provincia.it"),
        3,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for contact in context.contacts() {
        for (index, channel) in contact.written.channels.iter().enumerate() {
            let syntax = syntax(channel.kind);
            if !(syntax.admits)(channel.value.as_str()) {
                let place = contact.channel_place(index);
                let fault = Diagnostic::new(syntax.code, place);
                found.push(syntax.fault(fault, channel.value.as_str()));
            }
        }
    }
}

fn syntax(kind: ChannelKind) -> &'static Syntax {
    match kind {
        ChannelKind::Phone | ChannelKind::Fax => Phone::SYNTAX,
        ChannelKind::Email | ChannelKind::Pec => Email::SYNTAX,
        ChannelKind::Web => WebAddress::SYNTAX,
        ChannelKind::Address => Text::SYNTAX,
    }
}

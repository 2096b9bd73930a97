//! A contact has a channel by which to reach it.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    ContactWithoutChannel: Body, "contacts:\n  - office: Ufficio Politiche Sociali\n    channels: []\n",
    "channels: []" => "channels: [{kind: phone, value: \"+390171445566\"}]", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for contact in context.contacts() {
        if contact.written.channels.is_empty() {
            found.push(Diagnostic::new(
                Code::ContactWithoutChannel,
                contact.place(),
            ));
        }
    }
}

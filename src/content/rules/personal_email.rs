//! A contact has the e-mail address of an office, which stays when people change.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::ChannelKind;

rule! {
    PersonalEmail: Body, "contacts:\n  - channels:\n      - {kind: email, value: anna.rossi@provincia.example.it}\n",
    "anna.rossi@" => "politichesociali@", 3
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for contact in context.contacts() {
        let person = contact.written.person.as_ref();
        let person = person.map_or("", |person| person.as_str());
        for (index, channel) in contact.written.channels.iter().enumerate() {
            let email = matches!(channel.kind, ChannelKind::Email | ChannelKind::Pec);
            if email && is_personal(channel.value.as_str(), person) {
                let place = contact.channel_place(index);
                let fault = Diagnostic::new(Code::PersonalEmail, place);
                found.push(fault.text("value", channel.value.as_str()));
            }
        }
    }
}

/// Whether an address is at a private provider, holds the family name of the contact's person, or has
/// the form `given.family`.
fn is_personal(address: &str, person: &str) -> bool {
    let address = address.to_lowercase();
    let Some((local, domain)) = address.split_once('@') else {
        return false;
    };
    if PRIVATE_PROVIDERS.split(' ').any(|it| it == domain) {
        return true;
    }
    let family = person.split_whitespace().last().map(str::to_lowercase);
    if family.is_some_and(|family| family.len() > 2 && local.contains(&family)) {
        return true;
    }
    let words: Vec<&str> = local.split('.').collect();
    let is_name = |word: &&str| {
        word.chars().all(char::is_alphabetic) && !OFFICE_WORDS.split(' ').any(|it| it == *word)
    };
    matches!(words.as_slice(), [given, family] if is_name(given) && is_name(family) && family.len() > 2)
}

/// Domains at which people, not offices, have their addresses.
const PRIVATE_PROVIDERS: &str = "alice.it gmail.com gmx.de hotmail.com hotmail.it icloud.com libero.it live.it outlook.com outlook.it \
    proton.me tim.it tiscali.it virgilio.it yahoo.com yahoo.it";

/// Words of addresses that name an office and no person.
const OFFICE_WORDS: &str = "affari amministrazione area assessorato comune contatti coordinamento direzione generale info ordine \
    piano politiche presidenza protocollo relazioni rete segreteria servizi servizio sindaco social \
    sociale sociali sportello tavolo ufficio urp zona";

//! Links that write an e-mail (RFC 6068).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands unencoded in the e-mail address of a link.
const IN_ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'@')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_')
    .remove(b'+');

/// A link that writes to an e-mail address, or to nobody if that is empty. `message` is made by [`message`].
pub(super) fn mailto(to: &str, message: &str) -> String {
    let to = utf8_percent_encode(to, IN_ADDRESS);
    format!("mailto:{to}{message}")
}

/// The end of such a link, with the subject and the text of the e-mail.
pub(super) fn message(subject: &str, text: Option<&str>) -> String {
    let mut message = String::from("?subject=");
    message.extend(utf8_percent_encode(subject, NON_ALPHANUMERIC));
    if let Some(text) = text {
        message.push_str("&body=");
        message.extend(utf8_percent_encode(text, NON_ALPHANUMERIC));
    }
    message
}

//! The syntaxes of texts: ids, addresses, numbers.

use crate::base::code::{Code, Severity};

/// ASCII letters, digits, `-`, `_` and `.`, beginning with a letter or digit.
pub(super) fn is_id(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// Ids with `/` between them.
pub(super) fn is_reference(text: &str) -> bool {
    text.trim().split('/').all(is_id)
}

/// The code of a warning, but for the one that an accepted warning is no more.
pub(super) fn is_warning(text: &str) -> bool {
    let code = text.trim().parse::<Code>();
    code.is_ok_and(|it| it.severity() == Severity::Warning && it != Code::UnusedAcceptance)
}

/// An address of HTML (§ 4.10.5.1.5, valid e-mail address), with a dot in its domain.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.trim().split_once('@') else {
        return false;
    };
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte))
        && domain.contains('.')
        && domain.split('.').all(label)
}

/// A number of ITU-T E.164 after `+`, or 3 to 6 digits.
pub(super) fn is_phone(text: &str) -> bool {
    let text = text.trim();
    match text.strip_prefix('+') {
        Some(number) => {
            (6..=15).contains(&number.len()) && all_digits(number) && !number.starts_with('0')
        }
        None => (3..=6).contains(&text.len()) && all_digits(text),
    }
}

/// An URL of scheme `http` or `https`, with `//` and a host, and without white space.
pub(super) fn is_web_address(text: &str) -> bool {
    web_address(text).is_some()
}

/// The name of a host, as it stands in an address.
pub(super) fn is_host(text: &str) -> bool {
    let text = text.trim();
    !text.contains(['/', ':']) && url::Host::parse(text).is_ok()
}

/// The name of a host, and maybe a folder on it.
pub(super) fn is_host_and_folder(text: &str) -> bool {
    let (host, folder) = text.trim().split_once('/').unwrap_or((text, ""));
    is_host(host) && is_path(folder)
}

fn web_address(text: &str) -> Option<url::Url> {
    let text = text.trim();
    let is_unprintable = |c: char| c.is_whitespace() || c.is_control() || "\"<>`".contains(c);
    let (_, rest) = text.split_once(':')?;
    let url = url::Url::parse(text).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    let has_host = rest.starts_with("//") && !rest.starts_with("///");
    (is_web && has_host && !text.contains(is_unprintable)).then_some(url)
}

/// An URL of scheme `http` or `https` as browsers write it, with nothing but a host and a path (RFC 3986 § 3.3), of which
/// no part is empty.
pub(super) fn is_base_url(text: &str) -> bool {
    let text = text.trim();
    url::Url::parse(text).is_ok_and(|url| {
        let is_bare = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        let is_as_written = url.as_str().trim_end_matches('/') == text.trim_end_matches('/');
        let is_file = url.path().ends_with(".html") || url.path().ends_with(".htm");
        is_web_address(text) && is_bare && is_as_written && is_path(url.path()) && !is_file
    })
}

fn is_path(path: &str) -> bool {
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/%".contains(&byte);
    let is_encoded = |rest: &str| {
        let digits = rest.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    path.bytes().all(is_plain) && path.split('%').skip(1).all(is_encoded) && !path.contains("//")
}

/// Three or six hexadecimal digits after `#` (CSS Color 4 § 5.2).
pub(super) fn is_color(text: &str) -> bool {
    let digits = text.trim().strip_prefix('#').unwrap_or_default();
    matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A path from the root of the site, without query, anchor and steps up. It may be percent-encoded.
pub(super) fn is_alias(text: &str) -> bool {
    let text = text.trim();
    let is_hex = |digit: Option<u8>| digit.is_some_and(|digit| digit.is_ascii_hexdigit());
    let is_encoded = |part: &str| {
        let mut digits = part.bytes();
        is_hex(digits.next()) && is_hex(digits.next())
    };
    let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
    !text.contains("%2f")
        && !text.contains("%2F")
        && !text.contains(['?', '#'])
        && text.split('%').skip(1).all(is_encoded)
        && decoded.is_ok_and(|path| is_decoded_alias(&path))
}

fn is_decoded_alias(text: &str) -> bool {
    text.starts_with('/')
        && text.len() > 1
        && !text.starts_with("//")
        && !text.contains(['?', '#', '\\', ':', '*', '\0'])
        && !text.split('/').any(|part| matches!(part, "." | ".."))
        && !text.contains(char::is_control)
}

/// 2, 3 or 6 digits.
pub(super) fn is_istat(text: &str) -> bool {
    matches!(text.trim().len(), 2 | 3 | 6) && all_digits(text)
}

/// A name of the IANA database.
pub(super) fn is_time_zone(text: &str) -> bool {
    jiff::tz::TimeZone::get(text.trim()).is_ok()
}

/// 11 digits, the last a check digit by the method of Luhn (D.M. 23 December 1976).
pub(super) fn is_tax_code(text: &str) -> bool {
    let digits: Vec<u32> = text
        .trim()
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .collect();
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    text.trim().len() == 11 && digits.len() == 11 && sum.is_multiple_of(10)
}

fn all_digits(text: &str) -> bool {
    text.trim().bytes().all(|byte| byte.is_ascii_digit())
}

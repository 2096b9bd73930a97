//! The words of a page as somebody reads them.

/// The text of the main part: without tags, one space between words.
pub fn words(html: &str) -> String {
    let main = html.split_once("<main").map_or(html, |(_, main)| main);
    let mut text = String::with_capacity(main.len() / 2);
    let mut rest = main;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let text = decoded(&text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with letters in place of what HTML writes for them.
fn decoded(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        letters.push_str(before);
        let found = after
            .split_once(';')
            .and_then(|(name, after)| Some((letter(name)?, after)));
        let (letter, after) = found.unwrap_or(('&', after));
        letters.push(letter);
        rest = after;
    }
    letters.push_str(rest);
    letters
}

fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix("#x") {
        return char::from_u32(u32::from_str_radix(number, 16).ok()?);
    }
    if let Some(number) = name.strip_prefix('#') {
        return char::from_u32(number.parse().ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "rsquo" => '’',
        "egrave" => 'è',
        _ => return None,
    })
}

//! Ids made of titles: `consulta-volontariato` for "Consulta del volontariato".

/// Words that an id does without: articles, prepositions and conjunctions of the languages that sites begin in, without
/// their accents.
const FILLERS: &str = "di del dello della dell dei degli delle da dal dalla dai dalle e ed il lo la l i gli le un una uno \
per a al allo alla ai alle in nel nella nei nelle con su sul sulla all dall nell sull coll of the and for in on to an der die das des dem den und \
fur fuer von vom zum zur im am";

/// The length up to which an id is made; a word is not cut.
const MAX_LENGTH: usize = 48;

/// The id for a title. Empty if the title has no letters and digits that an address can hold.
pub(super) fn meaningful_id(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(without_dots).collect();
    let slug = slug::slugify(in_plain_letters(&words.join(" ")));
    let words: Vec<&str> = slug.split('-').collect();
    let last = words.len().saturating_sub(1);
    let mut id = String::new();
    for (index, word) in words.into_iter().enumerate() {
        // At the end, `a` and `i` may be a letter or a number: "Tavolo A".
        let is_filler = (1..last).contains(&index) && FILLERS.split(' ').any(|it| it == word);
        if !is_filler && (id.is_empty() || id.len() + word.len() < MAX_LENGTH) {
            let dash = if id.is_empty() { "" } else { "-" };
            id.push_str(dash);
            // Only a first word can be too long.
            id.extend(word.chars().take(MAX_LENGTH));
        }
    }
    id
}

/// A word; without its dots, if it is an acronym: "ASL" for "A.S.L.".
fn without_dots(word: &str) -> String {
    let letters: Vec<&str> = word.trim_end_matches('.').split('.').collect();
    let is_letter = |it: &&str| it.chars().count() == 1 && it.contains(char::is_alphabetic);
    match letters.len() > 1 && letters.iter().all(is_letter) {
        true => letters.concat(),
        false => word.to_owned(),
    }
}

/// A title with German letters spelt out, and without the `d'` of "Autorità d'ambito". That of a name is a capital letter.
fn in_plain_letters(title: &str) -> String {
    let mut text = String::new();
    for c in title.chars() {
        match c {
            'ä' | 'Ä' => text.push_str("ae"),
            'ö' | 'Ö' => text.push_str("oe"),
            'ü' | 'Ü' => text.push_str("ue"),
            'ß' | 'ẞ' => text.push_str("ss"),
            '\'' | '’' if text.ends_with(" d") => drop(text.pop()),
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_the_words_that_tell_a_title_from_others() {
        for (title, id) in [
            ("Consulta del volontariato", "consulta-volontariato"),
            ("Città di Forlì", "citta-forli"),
            ("Commissione I", "commissione-i"),
            ("L’Aquila", "l-aquila"),
            ("L. 328/2000", "l-328-2000"),
            ("D.L. 18/2020", "dl-18-2020"),
            ("A.S.L. CN1", "asl-cn1"),
            ("P.E.I. e I.C.F.", "pei-icf"),
            ("Der Rat für die Jugend", "der-rat-jugend"),
            ("Öffentliche Räte in Straßen", "oeffentliche-raete-strassen"),
            ("Sindaci dell'Unione", "sindaci-unione"),
            ("Ufficio all’ambiente e nell'Ente", "ufficio-ambiente-ente"),
            ("Autorità d'Ambito", "autorita-ambito"),
            ("Sala D'Annunzio", "sala-d-annunzio"),
            ("  ", ""),
            ("***", ""),
            ("Ελλάδα", "ellada"),
        ] {
            assert_eq!(meaningful_id(title), id, "{title}");
        }
        assert_eq!(meaningful_id(&"a".repeat(300)).len(), MAX_LENGTH);
        let long =
            "Coordinamento provinciale degli enti gestori delle funzioni socio-assistenziali";
        assert!(
            meaningful_id(long).len() <= MAX_LENGTH,
            "{}",
            meaningful_id(long)
        );
    }
}

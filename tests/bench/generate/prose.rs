//! Sentences as committees write them.

use super::random::Random;

const WHO: [&str; 14] = [
    "il coordinamento",
    "la segreteria tecnica",
    "l'assemblea dei sindaci",
    "l'ufficio di piano",
    "ciascun ente aderente",
    "la conferenza",
    "il gruppo di lavoro",
    "la provincia",
    "il tavolo tecnico",
    "l'organo di indirizzo",
    "la rete dei servizi",
    "il distretto sanitario",
    "il comune capofila",
    "la commissione istruttoria",
];

const DOES: [&str; 14] = [
    "promuove",
    "verifica ogni anno",
    "propone agli enti",
    "definisce in modo condiviso",
    "accompagna",
    "raccoglie e confronta",
    "sostiene nel tempo",
    "armonizza",
    "programma congiuntamente",
    "valuta",
    "rende pubblici",
    "aggiorna periodicamente",
    "mette a disposizione di tutti",
    "semplifica",
];

const WHAT: [&str; 16] = [
    "gli interventi a favore delle famiglie",
    "i criteri di accesso ai servizi",
    "le risorse del piano di zona",
    "i percorsi di presa in carico integrata",
    "gli accordi con il terzo settore",
    "i dati sui bisogni della popolazione",
    "le tariffe e le soglie di compartecipazione",
    "i progetti sperimentali degli ambiti",
    "la formazione degli operatori",
    "i protocolli con le aziende sanitarie",
    "le buone pratiche già avviate",
    "gli strumenti di valutazione della qualità",
    "i servizi di prossimità nei comuni minori",
    "le convenzioni in scadenza",
    "i livelli essenziali delle prestazioni",
    "gli sportelli informativi per i cittadini",
];

const HOW: [&str; 14] = [
    "su tutto il territorio provinciale",
    "d'intesa con i comuni associati",
    "secondo il principio di sussidiarietà",
    "nel rispetto delle competenze di ciascuno",
    "entro il termine fissato dalla legge",
    "con particolare attenzione alle aree interne",
    "sulla base della relazione annuale",
    "sentite le organizzazioni sindacali",
    "senza oneri aggiuntivi per gli enti",
    "attraverso incontri almeno trimestrali",
    "anche con il contributo dei volontari",
    "in coerenza con la programmazione regionale",
    "per tutta la durata del mandato",
    "tenendo conto delle osservazioni ricevute",
];

const AND: [&str; 8] = [
    "; a questo fine",
    ", mentre",
    "; nello stesso periodo",
    ", così come",
    "; in caso di urgenza",
    ", e",
    "; per i comuni montani",
    ", purché",
];

/// A sentence of some 110 letters, sometimes twice that, without quotes and backslashes.
pub fn sentence(random: &mut Random) -> String {
    let mut sentence = clause(random);
    if random.chance(30) {
        sentence = format!("{sentence}{} {}", random.pick(&AND), clause(random));
    }
    format!("{}.", capital(&sentence))
}

/// So many sentences.
pub fn paragraph(random: &mut Random, sentences: usize) -> String {
    let sentences: Vec<String> = (0..sentences).map(|_| sentence(random)).collect();
    sentences.join(" ")
}

/// What is done, without its end: `le tariffe …, sentite …`.
pub fn subject(random: &mut Random) -> String {
    format!("{} {}", random.pick(&WHAT), random.pick(&HOW))
}

/// The text with a capital at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn clause(random: &mut Random) -> String {
    let (who, does) = (random.pick(&WHO), random.pick(&DOES));
    format!("{who} {does} {}", subject(random))
}

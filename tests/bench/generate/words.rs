//! Words to make names and sentences of.

/// Beginnings of the names of towns.
pub const FIRST: [&str; 40] = [
    "Acqua", "Alba", "Ama", "Argen", "Barba", "Belve", "Borgo", "Bre", "Calda", "Campo", "Casal",
    "Cerre", "Civi", "Colle", "Corna", "Dolce", "Faggi", "Ferra", "Fonta", "Gala", "Ghiara",
    "Giova", "Lava", "Lugo", "Maran", "Mela", "Mira", "Monte", "Nova", "Ora", "Pescia", "Pietra",
    "Quarta", "Rocca", "Sala", "Serra", "Torri", "Valle", "Verde", "Villa",
];

/// Middles of the names of towns.
pub const MIDDLE: [&str; 25] = [
    "bar", "ber", "cel", "cor", "dal", "den", "far", "fio", "gar", "lan", "lam", "mar", "mel",
    "nar", "ner", "pal", "per", "ran", "ren", "sal", "sen", "tar", "ter", "val", "ver",
];

/// Ends of the names of towns.
pub const LAST: [&str; 20] = [
    "a", "aco", "ago", "ana", "ano", "asca", "asco", "ate", "ello", "engo", "eto", "iana", "ico",
    "igo", "ina", "isi", "ona", "one", "ora", "uzzo",
];

/// First words of the names of regions.
pub const LANDS: [&str; 10] = [
    "Alta", "Antica", "Bassa", "Bella", "Dolce", "Grande", "Media", "Nuova", "Piccola", "Vecchia",
];

/// Second words of the names of regions.
pub const RIVERS: [&str; 12] = [
    "Arvina", "Brentana", "Colderia", "Dorsania", "Esinella", "Fornasca", "Garvenia", "Lambria",
    "Marsenga", "Nerania", "Ofantina", "Velinia",
];

/// Given names.
pub const GIVEN: [&str; 24] = [
    "Ada", "Alba", "Anna", "Bruno", "Carla", "Dario", "Elio", "Elsa", "Fabio", "Gina", "Ivo",
    "Lea", "Livia", "Luca", "Marta", "Nino", "Olga", "Paolo", "Rita", "Sara", "Silvio", "Teresa",
    "Ugo", "Vera",
];

/// Family names.
pub const FAMILY: [&str; 30] = [
    "Abbiati",
    "Bassanelli",
    "Bertarini",
    "Calvanico",
    "Cerruteri",
    "Damolin",
    "Dell'Orto",
    "Fantaguzzi",
    "Ferrandelli",
    "Galbusera",
    "Ghirardosi",
    "Iacovazzo",
    "Lanfredi",
    "Lombardeni",
    "Malaspada",
    "Marchetton",
    "Nardelloni",
    "Olivares",
    "Pedrazzoli",
    "Quaranto",
    "Raimondello",
    "Salvagnin",
    "Sartorelli",
    "Tagliabosco",
    "Tommasoni",
    "Ubertalli",
    "Vanzetton",
    "Zambelloni",
    "Zanardelli",
    "Zorzenon",
];

/// Topics: id and title.
pub const TOPICS: [(&str, &str); 30] = [
    ("politiche-sociali", "Politiche sociali"),
    ("giovani", "Giovani"),
    ("minori", "Minori"),
    ("anziani", "Anziani"),
    ("famiglia", "Famiglia"),
    ("disabilita", "Disabilità"),
    ("sollievo", "Servizi di sollievo"),
    ("tossicodipendenze", "Tossicodipendenze"),
    ("salute", "Salute"),
    ("lavoro", "Lavoro"),
    ("istruzione", "Istruzione"),
    ("casa", "Casa"),
    ("immigrazione", "Immigrazione"),
    ("poverta", "Povertà e inclusione"),
    ("trasporti", "Trasporti"),
    ("acqua", "Servizio idrico"),
    ("rifiuti", "Rifiuti"),
    ("protezione-civile", "Protezione civile"),
    ("cultura", "Cultura"),
    ("sport", "Sport"),
    ("turismo", "Turismo"),
    ("agricoltura", "Agricoltura"),
    ("montagna", "Montagna"),
    ("energia", "Energia"),
    ("urbanistica", "Urbanistica"),
    ("digitale", "Servizi digitali"),
    ("pari-opportunita", "Pari opportunità"),
    ("volontariato", "Volontariato"),
    ("sicurezza", "Sicurezza urbana"),
    ("biblioteche", "Biblioteche"),
];

/// Kinds of bodies: kind, name and German name.
pub const BODIES: [(&str, &str, &str); 8] = [
    ("coordination", "Coordinamento", "Koordinierung"),
    ("conference", "Conferenza", "Konferenz"),
    ("assembly", "Assemblea", "Versammlung"),
    ("council", "Consulta", "Rat"),
    ("committee", "Comitato", "Komitee"),
    ("commission", "Commissione", "Kommission"),
    ("steering_group", "Cabina di regia", "Lenkungsgruppe"),
    ("observatory", "Osservatorio", "Beobachtungsstelle"),
];

# Le parole del tema, in italiano.

skip-to-content = Vai al contenuto
languages = Lingue
main-menu = Menu principale
legal-links = Note legali e contatti
back-to-top = Torna all’inizio della pagina
breadcrumb = Percorso
home = Home
topics = Argomenti
page-index = In questa pagina
updated = Ultimo aggiornamento:
reviewed = Ultima verifica:
share-by-mail = Invia il collegamento per e-mail
not-translated = Questa pagina non è ancora tradotta: il testo è nella lingua originale.
not-found = Pagina non trovata
not-found-text = La pagina che cerchi non esiste, o ha cambiato indirizzo.
from = dal
until = al
valid = In vigore
part-of = Fa parte di
bodies = Organismi
sections = Sezioni
pages = Altre pagine
in-this-section = In questa sezione
past = non più in carica

type-body = Organismo
type-organization = Ente
type-person = Persona
type-meeting = Riunione
type-document = Documento
type-area = Territorio
type-topic = Argomento
type-page = Pagina
type-section = Sezione

section-activities = Attività
section-aims = Finalità e obiettivi
section-composition = Composizione
section-members = Enti che ne fanno parte
section-territory = Territorio
section-legal-basis = Base giuridica
section-instruments = Strumenti
section-related = Rapporti con altri
section-meetings = Riunioni
section-documents = Documenti
section-contacts = Contatti
section-seats = Dove siede
section-history = Che cosa è cambiato
section-contents = Contenuti
section-details = Altri dati

role-chair = Presidente
role-vice_chair = Vicepresidente
role-member = Componente
role-secretary = Segretario
role-technical_coordinator = Coordinamento tecnico
role-consultant = Consulente
role-observer = Osservatore

basis-ex_officio = di diritto
basis-delegate = per delega
basis-representative = in rappresentanza
basis-elected = per elezione
basis-appointed = per nomina
basis-expert = per competenza

places = { $n ->
    [0] nessun posto
    [one] un posto
   *[other] { $n } posti
}
places-range = da { $min } a { $max } posti
places-at-least = { $n ->
    [one] almeno un posto
   *[other] almeno { $n } posti
}
places-unknown = numero di posti non indicato
places-any = eventuali
count-implied = numero ricavato dal testo
one-for-each = Uno per ciascuno
each-zones = delle zone
each-members = degli enti che ne fanno parte
each-list = degli enti
each-text = di questi
drawn-from = Da
eligible = Può essere
represents = In rappresentanza di
delegated-by = Delega di
term = Durata del mandato
months = { $n ->
    [one] un mese
   *[other] { $n } mesi
}
votes = con voto
votes-not = senza voto
vacant = { $n ->
    [one] un posto vacante
   *[other] { $n } posti vacanti
}
acting = facente funzione
substitutes = sostituto
substitutes-for = sostituisce { $name }
other-terms = Altri mandati
through-pool = Un posto è tratto da questo ente.
through-each = Un posto spetta a ciascuno degli enti, tra cui questo.
no-seats = Nessun posto.

act-missing = Atto non indicato
article = art. { $article }
legal-establishes = istituisce
legal-regulates = disciplina
legal-framework = quadro generale
legal-plan = piano
adopted-by = – si adotta con
zone-leads = Capofila
rests-on-it = Che cosa ne discende
meetings-upcoming = Prossime riunioni
meetings-past = Riunioni passate

change-merger = fusione
change-split = divisione
change-rename = cambio di nome
change-closing = cessazione

channel-phone = Telefono
channel-fax = Fax
channel-email = E-mail
channel-pec = PEC
channel-web = Sito web
channel-address = Indirizzo

acronym = Sigla
website = Sito web
tax-code = Codice fiscale
ipa = Codice IPA
istat = Codice ISTAT
runs = Organismi che coordina
member-of = Organismi di cui fa parte
leads-zone-of = Organismi di cui è capofila di zona
deals-with = Organismi con cui ha rapporti
leads = Territori
lead = Capofila
parts = Enti che ne fanno parte
made-of = Enti confluiti
area-parts = Territori compresi
publication-basis = Il nome è pubblicato in base a

when = Quando
status = Stato
status-scheduled = in programma
status-held = svolta
status-cancelled = annullata
place = Dove
online = In rete
agenda = Ordine del giorno
minutes = Verbale

date = Data
issuer = Emanato da
identifier = Identificativo
articles = Articoli di rilievo
read-at = Testo
file = File
open-file = Apri «{ $title }»

alert-note = Nota
alert-tip = Consiglio
alert-important = Importante
alert-warning = Attenzione
alert-caution = Pericolo
footnotes = Note
footnote-back = Torna al testo
table-region = Tabella
task-done = Fatto
task-open = Da fare

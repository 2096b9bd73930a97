# The words of the theme, in Italian.

## The frame of every page
skip-to-content = Vai al contenuto
skip-to-footer = Vai al piè di pagina
menu = Menu
menu-main = Menu principale
menu-footer = Informazioni legali e sul sito
menu-languages = Lingue
breadcrumb = Percorso
back-to-top = Torna su
page-index = Indice della pagina
page-updated = Ultimo aggiornamento
page-reviewed = Ultima revisione
page-share = Invia per posta elettronica
page-tools = Condividi questa pagina
page-copy = Copia il collegamento
page-copied = Collegamento copiato
page-print = Stampa
page-address = Indirizzo di questa pagina
feedback-title = Qualcosa manca o non è giusto?
feedback-link = Segnala un problema in questa pagina
filter = Filtra l’elenco
filter-said = Voci mostrate: { $shown } di { $all }
topics = Argomenti
not-translated = Questa pagina non è ancora tradotta. Il testo è nella lingua originale.

language-it = Italiano
language-en = English
language-de = Deutsch
language-fr = Français
language-sl = Slovenščina
language-lld = Ladin
language-fur = Furlan
language-sc = Sardu
language-es = Español

not-found-title = Pagina non trovata
not-found-text = La pagina che cerchi non c’è: forse è stata spostata, o l’indirizzo ha un errore.
not-found-search = Puoi cercarla con «Cerca», in cima alla pagina, o scorrere tutte le pagine dalla A alla Z.
not-found-index = Puoi scorrere tutte le pagine dalla A alla Z.
not-found-home = Vai alla pagina iniziale
redirect-title = La pagina ha cambiato indirizzo
redirect-text = Ora si trova qui:

## Words of the text
alert-note = Nota
alert-tip = Suggerimento
alert-important = Importante
alert-warning = Attenzione
alert-caution = Avvertenza
footnotes = Note
footnote-back = Torna al testo, nota
table-region = Tabella
task-done = Fatto
task-open = Da fare

## Sections of pages
section-activities = Che cosa fa
section-aims = Finalità e obiettivi
section-composition = Composizione
section-procedure = Come lavora
section-members = Enti che ne fanno parte
section-territory = Territorio
section-legal-basis = Base giuridica
section-instruments = Strumenti
section-related = Rapporti
body-dealt-with-by = Organismi che hanno rapporti con questo
section-meetings = Sedute
section-documents = Documenti
section-contacts = Contatti
section-seats = Posti negli organismi
section-history = Storia
as-of = { $n ->
    [8] Situazione all’{ $date }
    [11] Situazione all’{ $date }
   *[other] Situazione al { $date }
}
section-about = Presentazione
section-contents = In questa sezione
section-details = Dati

bodies = Coordinamenti e altri organismi
bodies-changed = Aggiornati di recente
home-browse = Sfoglia il sito
sections = Sezioni
lists = Elenchi
sections-of-site = Le sezioni del sito
pages = Pagine
pages-of-site = Altre pagine

## Kinds of things
type-body = Organismo
type-organization = Ente
type-person = Persona
type-meeting = Seduta
type-document = Documento
type-area = Territorio
type-topic = Argomento
type-page = Pagina
type-section = Sezione
type-composition = Composizione precedente
type-home = Pagina iniziale

## Seats: roles
role-chair = { $n ->
    [one] Presidente
   *[other] Presidenti
}
role-vice_chair = { $n ->
    [one] Vicepresidente
   *[other] Vicepresidenti
}
role-member = { $n ->
    [one] Componente
   *[other] Componenti
}
role-secretary = Segreteria
role-technical_coordinator = Coordinamento tecnico
role-consultant = { $n ->
    [one] Consulente
   *[other] Consulenti
}
role-observer = { $n ->
    [one] Osservatore
   *[other] Osservatori
}
role-guest = { $n ->
    [one] Invitato
   *[other] Invitati
}

## Seats: how their holders get there, as a fact
basis-ex_officio = di diritto, per la carica
basis-delegate = per delega
basis-representative = in rappresentanza
basis-elected = per elezione
basis-appointed = per nomina
basis-expert = per competenza

## Seats: what their holders are, where there is no office
holder-ex_officio = { $n ->
    [one] Componente di diritto
   *[other] Componenti di diritto
}
holder-delegate = { $n ->
    [one] Delegato
   *[other] Delegati
}
holder-representative = { $n ->
    [one] Rappresentante
   *[other] Rappresentanti
}
holder-elected = { $n ->
    [one] Componente per elezione
   *[other] Componenti per elezione
}
holder-appointed = { $n ->
    [one] Componente per nomina
   *[other] Componenti per nomina
}
holder-expert = { $n ->
    [one] Persona esperta
   *[other] Persone esperte
}

## Seats: how many
places = { $n ->
    [0] nessun posto
    [one] { $n } posto
   *[other] { $n } posti
}
places-unknown = numero di posti non indicato
places-any = numero di posti libero, anche nessuno
places-up-to = { $n ->
    [one] al massimo { $n } posto
   *[other] al massimo { $n } posti
}
places-at-least = { $n ->
    [one] almeno { $n } posto
   *[other] almeno { $n } posti
}
places-between = da { $min } a { $max } posti
count-implied = numero ricavato dal testo
count-unknown = numero non indicato
zone = zona
each-zones = uno per ogni { $name }
each-members = { $n ->
    [one] uno per l’ente che ne fa parte
   *[other] uno per ogni ente che ne fa parte
}
each-list = uno per ciascuno:

## Seats: facts
seat-from = { $n ->
    [one] proviene da
   *[other] proviene da uno di questi enti:
}
seat-eligible = si sceglie tra
group-others = Altri
seat-represents = rappresenta:
seat-delegated-by = chi delega
seat-subject = materia:
seat-proposed-by = proposta:
seat-appointed-by = nomina:
seat-elected-by = elezione:
seat-held-by = di diritto per un altro incarico:
seat-among = scelto tra:
delegable-yes = può farsi sostituire da un delegato
delegable-permanent = può avere un delegato permanente
delegable-no = non può delegare
seat-substitutes-each = un supplente per ogni posto
seat-substitutes = { $n ->
    [one] { $n } supplente
   *[other] { $n } supplenti
}
seat-valid = Durata del posto
seat-voting = con voto
seat-not-voting = senza voto
seat-term-months = { $n ->
    [one] mandato di { $n } mese
   *[other] mandato di { $n } mesi
}
seat-term-years = { $n ->
    [one] mandato di { $n } anno
   *[other] mandato di { $n } anni
}
seat-unnamed = { $n ->
    [one] titolare non indicato
   *[other] { $n } titolari non indicati
}
seat-vacant = { $n ->
    [one] posto vacante
   *[other] { $n } posti vacanti
}
seats-none-named = I nomi dei titolari non sono indicati.
total-unnamed = { $n ->
    [one] un titolare non indicato
   *[other] { $n } titolari non indicati
}
total-vacant = { $n ->
    [one] un posto vacante
   *[other] { $n } posti vacanti
}
total-guests = invitati, osservatori e consulenti a parte
total-voting = { $n } con voto
total-all-voting = { $n ->
    [one] con voto
   *[other] tutti con voto
}
total-not-voting = { $n } senza voto
total-not-voting-at-least = almeno { $n } senza voto
tables = { $n ->
    [one] un tavolo
   *[other] { $n } tavoli
}
column-who = Chi
column-capacity = In che veste
column-for-whom = Per chi
column-since = Mandato
seats-former = In passato
seats-former-here = Chi ne faceva parte
seats-former-of = Chi faceva parte di «{ $name }»
seats-future = In futuro
composition-on = { $n ->
    [0] Composizione ({ $date })
    [8] Composizione all’{ $date }
    [11] Composizione all’{ $date }
   *[other] Composizione al { $date }
}
composition-past = { $n ->
    [8] Questa pagina mostra la composizione com’era l’{ $date }, secondo quanto se ne sa ora.
    [11] Questa pagina mostra la composizione com’era l’{ $date }, secondo quanto se ne sa ora.
   *[other] Questa pagina mostra la composizione com’era il { $date }, secondo quanto se ne sa ora.
}
composition-today = Vedi la composizione di oggi
timeline = Cronologia
timeline-established = Inizia: { $name }
timeline-ended = Finisce: { $name }
timeline-started = Entra { $name } ({ $seat }{ $table })
timeline-started-acting = Entra { $name }, facente funzioni ({ $seat }{ $table })
timeline-started-substitute = Entra come supplente { $name } ({ $seat }{ $table })
timeline-started-delegate = Entra per delega { $name } ({ $seat }{ $table })
timeline-confirmed = Resta { $name } ({ $seat }{ $table })
timeline-left = Ultimo giorno di { $name } ({ $seat }{ $table })
timeline-left-acting = Ultimo giorno di { $name }, facente funzioni ({ $seat }{ $table })
timeline-left-substitute = Ultimo giorno di { $name } come supplente ({ $seat }{ $table })
timeline-left-delegate = Ultimo giorno di { $name }, per delega ({ $seat }{ $table })
timeline-vacant = Posto vacante: { $seat }{ $table }
timeline-seat-added = Nuovo posto: { $seat }{ $table }
timeline-seat-ended = Ultimo giorno del posto: { $seat }{ $table }
timeline-act = Atto:
compositions-past = Composizioni precedenti
composition-earlier = Prima
composition-later = Dopo
term = Mandato
holder-delegate-of = per delega:
holder-organization = siede l’ente, senza che sia indicata una persona
holder-acting = facente funzioni
holder-substitute = supplente
holder-substitutes-for = supplente di
holder-deputy = supplente
holder-on-behalf-of = per conto di
holder-act = nomina:
holder-end-reason = fine del mandato
through-pool = { $when ->
    [past] Poteva sedervi una persona di questo ente
   *[other] Può sedervi una persona di questo ente
}
through-office = { $when ->
    [past] Vi sedeva di diritto chi ricopriva questa carica
   *[other] Vi siede di diritto chi ricopre questa carica; il nome non è indicato
}
through-each = { $when ->
    [past] C’era un posto per ciascun ente del gruppo, e questo era uno di loro
   *[other] C’è un posto per ciascun ente del gruppo, e questo è uno di loro
}
through-holder = { $when ->
    [past] Il posto era occupato per conto di questo ente
   *[other] Il posto è occupato per conto di questo ente
}

## How a body works
procedure-meets = Si riunisce
procedure-convened-by = Convocazione
procedure-quorum = Numero legale
procedure-decisions = Come decide
procedure-sittings = Sedute
procedure-public = pubbliche
procedure-not-public = non pubbliche
procedure-venue = Sede
procedure-secretariat = Segreteria
procedure-rules = Regolamento

## Legal basis
cite-article = articolo { $article }
cite-paragraph-of-article = articolo { $article }, comma { $paragraph }
cite-section = sezione { $article }
cite-paragraph-of-section = sezione { $article }, comma { $paragraph }
cite-paragraph_sign = § { $article }
cite-paragraph-of-paragraph_sign = § { $article }, comma { $paragraph }
cite-paragraph = comma { $paragraph }
legal-missing = atto non indicato

## What a body has around it
territory-area = Area
territory-zones = Suddivisione
territory-lead = Enti capofila
instrument-scope = ambito:
instrument-adopted-by = adozione con
meeting-next = Prossima seduta
meetings-upcoming = Prossime sedute
meetings-past = Sedute passate

## Contacts
channel-phone = Telefono
channel-fax = Fax
channel-email = Posta elettronica
channel-pec = PEC
channel-web = Sito web
channel-address = Indirizzo

## Time
period-from-day = { $n ->
    [8] dall’{ $date }
    [11] dall’{ $date }
   *[other] dal { $date }
}
period-from-month = da { $date }
period-from-year = dal { $date }
period-until-day = { $n ->
    [8] fino all’{ $date }
    [11] fino all’{ $date }
   *[other] fino al { $date }
}
period-until-month = fino a { $date }
period-until-year = fino al { $date }
term-now = In carica
terms = Mandati
moment = { $day }, ore { $time }
no-longer-active = non più attivo
in-future = in futuro
change-establishment = Istituzione
change-establishment-into = Istituzione:
change-renewal = Rinnovo
change-renewal-into = Rinnovo: prosegue in
change-lapse = Decadenza
change-lapse-into = Decadenza: le funzioni passano a
change-reconstitution = Ricostituzione
change-reconstitution-into = Ricostituzione: prosegue in
change-suspension = Sospensione
change-suspension-into = Sospensione: le funzioni passano a
change-resumption = Ripresa dell'attività
change-resumption-into = Ripresa dell'attività: prosegue in
change-merger = Fusione con altri
change-merger-into = Fusione: confluisce in
change-split = Divisione
change-split-into = Divisione: prosegue in
change-rename = Cambio di nome
change-rename-into = Cambio di nome: diventa
change-closing = Chiusura
change-closing-into = Chiusura: le funzioni passano a
change-beginning = Inizio dell’attività
change-end = Fine dell’attività
change-of = { $kind ->
    [merger] Vi confluisce
    [split] Vi prosegue, con la divisione,
    [rename] Prima del cambio di nome:
    [closing] Riceve le funzioni di
   *[other] Prosegue l’attività di
}

## Organizations
organization-runs = { $when ->
    [past] Organismi che l’ente gestiva
    [future] Organismi che l’ente gestirà
   *[other] Organismi che l’ente gestisce
}
organization-member-of = { $when ->
    [past] Organismi di cui faceva parte
    [future] Organismi di cui farà parte
   *[other] Organismi di cui fa parte
}
organization-deals-with = { $when ->
    [past] Organismi con cui aveva rapporti
    [future] Organismi con cui avrà rapporti
   *[other] Organismi con cui ha rapporti
}
organization-secretariat-of = { $when ->
    [past] Organismi di cui teneva la segreteria
    [future] Organismi di cui terrà la segreteria
   *[other] Organismi di cui tiene la segreteria
}
organization-appoints-for = { $when ->
    [past] Organismi per cui nominava o proponeva i componenti
    [future] Organismi per cui nominerà o proporrà i componenti
   *[other] Organismi per cui nomina o propone i componenti
}
organization-leads = { $when ->
    [past] Territori di cui era capofila
    [future] Territori di cui sarà capofila
   *[other] Territori di cui è capofila
}
organization-made-of = Enti che vi sono confluiti
organization-leads-zone-of = { $when ->
    [past] Era capofila di una zona per
    [future] Sarà capofila di una zona per
   *[other] Capofila di una zona per
}
organization-parts = Ne fanno parte

## Facts
fact-acronym = Sigla
fact-address = Indirizzo del testo
fact-articles = Articoli
fact-date = Data
fact-family-name = Cognome
fact-given-name = Nome
fact-identifier = Identificativo
fact-ipa = Codice IPA
fact-issuer = Emanato da
fact-istat = Codice ISTAT
fact-kind = Tipo
part-of = parte di
fact-part-of = Fa parte di
fact-publication-basis = Base della pubblicazione
fact-site = Sito web
fact-tax-code = Codice fiscale
fact-valid = Periodo di attività

## Meetings
meeting-agenda = Ordine del giorno
meeting-body = Organismo
meeting-start = Inizio
meeting-end = Fine
meeting-status = Stato
meeting-place = Luogo
meeting-url = In rete
meeting-minutes = Verbale
meeting-no-minutes = non disponibile
meeting-papers = Altri documenti
status-scheduled = In programma
status-ongoing = In corso
status-past = Esito non indicato
status-held = Svolta
status-cancelled = Annullata

## Documents and areas
document-cited-by = Organismi che vi si richiamano
document-rules-of = Organismi di cui è il regolamento
document-appoints-for = Organismi di cui nomina i componenti
document-open-file = Apri il documento
document-open-url = Leggi il testo dell’atto
area-lead = Ente di riferimento
area-parts = Territori che ne fanno parte

paging = Pagine dell'elenco
paging-first = Prima
paging-previous = Precedente
paging-next = Successiva
paging-last = Ultima
paging-here = pagina { $number } di { $count }
paging-total = { $n ->
    [one] ({ $n } voce in tutto)
   *[other] ({ $n } voci in tutto)
}

## Pictures
organigram = Organigramma
organigram-says = { $tables ->
    [0] { $seats ->
        [one] Un tipo di posto.
       *[other] { $seats } tipi di posto.
    }
    [one] Un tavolo, { $seats } tipi di posto.
   *[other] { $tables } tavoli, { $seats } tipi di posto.
} Le tabelle qui sopra dicono lo stesso a parole.
organigram-held = posto occupato
organigram-unnamed = titolare non indicato
organigram-vacant = posto vacante
organigram-possible = posto eventuale
organigram-unknown = numero di posti non indicato
organigram-chooses = la freccia va da chi delega a chi è delegato
organigram-each-member = uno per ciascun ente membro
organigram-each-zone = uno per zona
organigram-more-seats = e altri { $n }
organigram-more-parts = e altri { $n }
map = Mappa degli organismi e degli enti
map-says = A sinistra gli organismi ({ $bodies }), a destra gli enti che vi siedono o da cui viene chi vi siede ({ $organizations }).
map-says-sections = Le sezioni del sito, con il numero di organismi di ciascuna.
map-bodies = { $n ->
    [one] { $n } organismo
   *[other] { $n } organismi
}
map-more = e altre { $n } sezioni

# La ricerca e l'indice dalla A alla Z
index-title = Indice dalla A alla Z
index-lead = Tutte le pagine del sito, in ordine alfabetico.
index-letters = Lettere dell’indice
index-continued = (continua)
search-label = Cerca nel sito
search-button = Cerca
search-results = Risultati della ricerca
search-count = Risultati: { $number }
search-none = Nessun risultato
search-type = Tipo
search-topic = Argomento
search-all = Tutti
search-more = Altri risultati
search-failed = La ricerca non è disponibile. Usa l’indice dalla A alla Z.

## Calendars
calendar-cancelled = Annullata: { $title }
calendar-mandates = Fine di mandati: { $title }
calendar-term-over = Fine del mandato il giorno { $date }: { $name }.

## Feeds: what has happened, each in a sentence
feed-established = Inizio il giorno { $date }: { $name }.
feed-ended = Fine il giorno { $date }: { $name }.
feed-merger = Fusione con altri il giorno { $date }: { $name }.
feed-merger-into = { $name } confluisce in { $into } il giorno { $date }.
feed-split = Divisione il giorno { $date }: { $name }.
feed-split-into = Divisione il giorno { $date }: { $name }; prosegue in { $into }.
feed-rename = Cambio di nome il giorno { $date }: { $name }.
feed-rename-into = { $name } diventa { $into } il giorno { $date }.
feed-closing = Chiusura il giorno { $date }: { $name }.
feed-closing-into = Chiusura il giorno { $date }: { $name }; le funzioni passano a { $into }.
feed-establishment = Istituzione il giorno { $date }: { $name }.
feed-establishment-into = Istituzione il giorno { $date }: { $name }; prosegue in { $into }.
feed-renewal = Rinnovo il giorno { $date }: { $name }.
feed-renewal-into = Rinnovo il giorno { $date }: { $name }; prosegue in { $into }.
feed-lapse = Decadenza il giorno { $date }: { $name }.
feed-lapse-into = Decadenza il giorno { $date }: { $name }; prosegue in { $into }.
feed-reconstitution = Ricostituzione il giorno { $date }: { $name }.
feed-reconstitution-into = Ricostituzione il giorno { $date }: { $name }; prosegue in { $into }.
feed-suspension = Sospensione dal giorno { $date }: { $name }.
feed-suspension-into = Sospensione dal giorno { $date }: { $name }; prosegue in { $into }.
feed-resumption = Ripresa dell'attività dal giorno { $date }: { $name }.
feed-resumption-into = Ripresa dell'attività dal giorno { $date }: { $name }; prosegue in { $into }.
feed-started = In carica dal giorno { $date }: { $name } ({ $seat }{ $table }).
feed-started-acting = Facente funzioni dal giorno { $date }: { $name } ({ $seat }{ $table }).
feed-started-substitute = Supplente dal giorno { $date }: { $name } ({ $seat }{ $table }).
feed-started-delegate = Per delega dal giorno { $date }: { $name } ({ $seat }{ $table }).
feed-confirmed = Confermato l'incarico dal giorno { $date }: { $name } ({ $seat }{ $table }).
feed-left = In carica fino al giorno { $date }: { $name } ({ $seat }{ $table }).
feed-left-acting = Facente funzioni fino al giorno { $date }: { $name } ({ $seat }{ $table }).
feed-left-substitute = Supplente fino al giorno { $date }: { $name } ({ $seat }{ $table }).
feed-left-delegate = Per delega fino al giorno { $date }: { $name } ({ $seat }{ $table }).
feed-vacant = Posto vacante dal giorno { $date }: { $seat }{ $table }.
feed-seat-added = Nuovo posto dal giorno { $date }: { $seat }{ $table }.
feed-seat-ended = Fine di un posto il giorno { $date }: { $seat }{ $table }.
feed-called = Convocata una seduta: { $title } ({ $when }).
feed-cancelled = Annullata una seduta: { $title } ({ $when }).
feed-reinstated = Una seduta annullata si tiene: { $title } ({ $when }).
feed-held = Si è tenuta una seduta il giorno { $date }: { $title }.
feed-minutes = Pubblicato il verbale: { $title }.
feed-minutes-withdrawn = Il verbale non è più pubblicato: { $title }.
feed-document = Pubblicato un documento di una seduta: { $title } ({ $when }).
feed-renamed = Cambia nome: «{ $before }» ora si chiama «{ $name }».
feed-updated = Aggiornata la pagina.
feed-added = Nuova pagina: { $name }.
feed-withdrawn = Non compare più: { $name }.
feed-joined = Entra a far parte: { $name }.
feed-parted = Non fa più parte: { $name }.
feed-holder-withdrawn = Un nominativo non compare più.
feed-seat-withdrawn = Un posto non compare più.
feed-seat-withdrawn-named = Un posto non compare più: { $seat }.
feed-moved = Spostata una seduta: { $title } ({ $when }; prima: { $before }).
feed-meeting-renamed = Cambiato il titolo di una seduta: { $title } ({ $when }; prima: { $before }).
feed-meeting-changed = Cambiati fine, luogo o ordine del giorno di una seduta: { $title } ({ $when }).
feed-meeting-withdrawn = Una seduta non compare più: { $title } ({ $when }).
feed-corrected = Ciò che si leggeva di questo giorno è stato corretto o tolto.
feed-revised = Voce rivista il giorno { $date }.

## Subscriptions
calendar-subscribe = Iscriviti al calendario
calendar-download = Scarica il calendario (ICS)
feed-subscribe = Novità (Atom)

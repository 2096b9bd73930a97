# The words of the theme, in German.

## The frame of every page
skip-to-content = Zum Inhalt springen
skip-to-footer = Zur Fußzeile springen
menu = Menü
menu-main = Hauptmenü
menu-footer = Rechtliches und Informationen zur Website
menu-languages = Sprachen
breadcrumb = Pfad
back-to-top = Nach oben
page-index = Auf dieser Seite
page-updated = Letzte Änderung
page-reviewed = Letzte Überprüfung
page-share = Per E-Mail senden
page-tools = Diese Seite teilen
page-copy = Link kopieren
page-copied = Link kopiert
page-print = Drucken
page-address = Adresse dieser Seite
feedback-title = Fehlt etwas oder stimmt etwas nicht?
feedback-link = Ein Problem auf dieser Seite melden
filter = Liste filtern
filter-said = Angezeigte Einträge: { $shown } von { $all }
topics = Themen
not-translated = Diese Seite ist noch nicht übersetzt. Der Text steht in der Originalsprache.

language-it = Italiano
language-en = English
language-de = Deutsch
language-fr = Français
language-sl = Slovenščina
language-lld = Ladin
language-fur = Furlan
language-sc = Sardu
language-es = Español

not-found-title = Seite nicht gefunden
not-found-text = Die gesuchte Seite gibt es hier nicht: Vielleicht wurde sie verschoben, oder die Adresse enthält einen Fehler.
not-found-search = Sie können oben auf der Seite mit „Suchen“ danach suchen oder alle Seiten von A bis Z durchgehen.
not-found-index = Sie können alle Seiten von A bis Z durchgehen.
not-found-home = Zur Startseite
redirect-title = Diese Seite ist umgezogen
redirect-text = Sie befindet sich jetzt hier:

## Words of the text
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Achtung
alert-caution = Vorsicht
footnotes = Fußnoten
footnote-back = Zurück zum Text, Fußnote
table-region = Tabelle
task-done = Erledigt
task-open = Zu erledigen

## Sections of pages
section-activities = Aufgaben
section-aims = Zwecke und Ziele
section-composition = Zusammensetzung
section-procedure = Arbeitsweise
section-members = Beteiligte Körperschaften
section-territory = Gebiet
section-legal-basis = Rechtsgrundlage
section-instruments = Instrumente
section-related = Beziehungen
body-dealt-with-by = Gremien, die mit diesem zu tun haben
section-meetings = Sitzungen
section-documents = Dokumente
section-contacts = Kontakte
section-seats = Sitze in Gremien
as-of = Stand: { $date }
section-history = Geschichte
section-about = Über das Gremium
section-contents = In diesem Bereich
section-details = Angaben

bodies = Koordinierungsgremien
bodies-changed = Zuletzt geändert
home-browse = Die Website erkunden
sections = Bereiche
lists = Verzeichnisse
sections-of-site = Bereiche der Website
pages = Seiten
pages-of-site = Weitere Seiten

## Kinds of things
type-body = Gremium
type-organization = Körperschaft
type-person = Person
type-meeting = Sitzung
type-document = Dokument
type-area = Gebiet
type-topic = Thema
type-page = Seite
type-section = Bereich
type-composition = Frühere Zusammensetzung
type-home = Startseite

## Seats: roles
role-chair = Vorsitz
role-vice_chair = Stellvertretender Vorsitz
role-member = { $n ->
    [one] Mitglied
   *[other] Mitglieder
}
role-secretary = Sekretariat
role-technical_coordinator = Technische Koordinierung
role-consultant = Beratung
role-observer = Beobachtung
role-guest = { $n ->
    [one] Gast
   *[other] Gäste
}

## Seats: how their holders get there, as a fact
basis-ex_officio = kraft Amtes
basis-delegate = durch Delegierung
basis-representative = als Vertretung
basis-elected = durch Wahl
basis-appointed = durch Ernennung
basis-expert = aufgrund von Fachkenntnis

## Seats: what their holders are, where there is no office
holder-ex_officio = { $n ->
    [one] Mitglied kraft Amtes
   *[other] Mitglieder kraft Amtes
}
holder-delegate = { $n ->
    [one] Delegierte Person
   *[other] Delegierte
}
holder-representative = { $n ->
    [one] Vertretung
   *[other] Vertretungen
}
holder-elected = { $n ->
    [one] Gewähltes Mitglied
   *[other] Gewählte Mitglieder
}
holder-appointed = { $n ->
    [one] Ernanntes Mitglied
   *[other] Ernannte Mitglieder
}
holder-expert = { $n ->
    [one] Fachperson
   *[other] Fachleute
}

## Seats: how many
places = { $n ->
    [0] kein Sitz
    [one] { $n } Sitz
   *[other] { $n } Sitze
}
places-unknown = Anzahl der Sitze nicht angegeben
places-any = beliebig viele Sitze, auch keiner
places-up-to = { $n ->
    [one] höchstens { $n } Sitz
   *[other] höchstens { $n } Sitze
}
places-at-least = { $n ->
    [one] mindestens { $n } Sitz
   *[other] mindestens { $n } Sitze
}
places-between = { $min } bis { $max } Sitze
count-implied = Anzahl aus dem Text abgeleitet
count-unknown = Anzahl nicht angegeben
zone = Zone
each-zones = je einer pro { $name }
each-members = { $n ->
    [one] einer für die beteiligte Körperschaft
   *[other] je einer pro beteiligter Körperschaft
}
each-list = je einer für:

## Seats: facts
seat-from = { $n ->
    [one] kommt aus:
   *[other] kommt aus einer von diesen:
}
seat-eligible = wählbar sind
group-others = Weitere
seat-represents = in Vertretung von:
seat-delegated-by = entsandt von
seat-subject = Fachgebiet:
seat-proposed-by = vorgeschlagen von:
seat-appointed-by = ernannt von:
seat-elected-by = gewählt von:
seat-held-by = kraft eines anderen Amtes:
seat-among = aus der Mitte von:
delegable-yes = kann sich vertreten lassen
delegable-permanent = kann eine ständige Vertretung benennen
delegable-no = kann sich nicht vertreten lassen
seat-substitutes-each = eine Stellvertretung für jeden Sitz
seat-substitutes = { $n ->
    [one] { $n } Stellvertretung
   *[other] { $n } Stellvertretungen
}
seat-valid = Bestehen des Sitzes
seat-voting = mit Stimmrecht
seat-not-voting = ohne Stimmrecht
seat-term-months = { $n ->
    [one] Amtszeit von { $n } Monat
   *[other] Amtszeit von { $n } Monaten
}
seat-term-years = { $n ->
    [one] Amtszeit von { $n } Jahr
   *[other] Amtszeit von { $n } Jahren
}
seat-unnamed = { $n ->
    [one] Name nicht angegeben
   *[other] { $n } Namen nicht angegeben
}
seat-vacant = { $n ->
    [one] Sitz unbesetzt
   *[other] { $n } Sitze unbesetzt
}
seats-none-named = Namen sind nicht angegeben.
total-unnamed = { $n ->
    [one] ein Name nicht angegeben
   *[other] { $n } Namen nicht angegeben
}
total-vacant = { $n ->
    [one] ein Sitz unbesetzt
   *[other] { $n } Sitze unbesetzt
}
total-guests = ohne Gäste, Beobachtende und Beratende
total-voting = { $n } mit Stimmrecht
total-all-voting = { $n ->
    [one] mit Stimmrecht
   *[other] alle mit Stimmrecht
}
total-not-voting = { $n } ohne Stimmrecht
total-not-voting-at-least = mindestens { $n } ohne Stimmrecht
tables = { $n ->
    [one] ein Untergremium
   *[other] { $n } Untergremien
}
column-who = Wer
column-capacity = In welcher Funktion
column-for-whom = Für wen
column-since = Amtszeit
seats-former = Früher
seats-former-here = Frühere Mitglieder
seats-former-of = Frühere Mitglieder von „{ $name }“
seats-future = Künftig
composition-on = { $n ->
    [0] Zusammensetzung ({ $date })
   *[other] Zusammensetzung am { $date }
}
composition-past = Diese Seite zeigt die Zusammensetzung vom { $date }, soweit sie heute bekannt ist.
composition-today = Zur heutigen Zusammensetzung
timeline = Zeitleiste
timeline-established = Beginn: { $name }
timeline-ended = Ende: { $name }
timeline-started = { $name } tritt ein ({ $seat }{ $table })
timeline-started-acting = { $name } tritt ein, kommissarisch ({ $seat }{ $table })
timeline-started-substitute = { $name } tritt als Stellvertretung ein ({ $seat }{ $table })
timeline-started-delegate = { $name } tritt als delegiertes Mitglied ein ({ $seat }{ $table })
timeline-confirmed = { $name } bleibt ({ $seat }{ $table })
timeline-left = Letzter Tag von { $name } ({ $seat }{ $table })
timeline-left-acting = Letzter Tag von { $name }, kommissarisch ({ $seat }{ $table })
timeline-left-substitute = Letzter Tag von { $name } als Stellvertretung ({ $seat }{ $table })
timeline-left-delegate = Letzter Tag von { $name } als delegiertes Mitglied ({ $seat }{ $table })
timeline-vacant = Sitz unbesetzt: { $seat }{ $table }
timeline-seat-added = Neuer Sitz: { $seat }{ $table }
timeline-seat-ended = Letzter Tag des Sitzes: { $seat }{ $table }
timeline-act = Rechtsakt:
compositions-past = Frühere Zusammensetzungen
composition-earlier = Davor
composition-later = Danach
term = Amtszeit
holder-delegate-of = delegiert von:
holder-organization = die Körperschaft sitzt, ohne dass eine Person genannt ist
holder-acting = kommissarisch
holder-substitute = Stellvertretung
holder-substitutes-for = Stellvertretung von
holder-deputy = Stellvertretung
holder-on-behalf-of = für
holder-act = Ernennung:
holder-end-reason = Ende der Amtszeit
through-pool = { $when ->
    [past] Eine Person dieser Körperschaft konnte den Sitz haben
   *[other] Eine Person dieser Körperschaft kann den Sitz haben
}
through-office = { $when ->
    [past] Wer dieses Amt hatte, hatte den Sitz von Amts wegen
   *[other] Wer dieses Amt hat, hat den Sitz von Amts wegen; niemand ist genannt
}
through-each = { $when ->
    [past] Jede Körperschaft der Gruppe hatte einen Sitz; dies war einer davon
   *[other] Jede Körperschaft der Gruppe hat einen Sitz; dies ist einer davon
}
through-holder = { $when ->
    [past] Der Sitz wurde im Namen dieser Körperschaft ausgeübt
   *[other] Der Sitz wird im Namen dieser Körperschaft ausgeübt
}

## How a body works
procedure-meets = Tagt
procedure-convened-by = Einberufung
procedure-quorum = Beschlussfähigkeit
procedure-decisions = Beschlussfassung
procedure-sittings = Sitzungen
procedure-public = öffentlich
procedure-not-public = nicht öffentlich
procedure-venue = Sitzungsort
procedure-secretariat = Geschäftsstelle
procedure-rules = Geschäftsordnung

## Legal basis
cite-article = Artikel { $article }
cite-paragraph-of-article = Artikel { $article } Absatz { $paragraph }
cite-section = Abschnitt { $article }
cite-paragraph-of-section = Abschnitt { $article } Absatz { $paragraph }
cite-paragraph_sign = § { $article }
cite-paragraph-of-paragraph_sign = § { $article } Absatz { $paragraph }
cite-paragraph = Absatz { $paragraph }
legal-missing = Rechtsakt nicht angegeben

## What a body has around it
territory-area = Gebiet
territory-zones = Gliederung
territory-lead = Federführende Körperschaften
instrument-scope = Geltungsbereich:
instrument-adopted-by = angenommen mit
meeting-next = Nächste Sitzung
meetings-upcoming = Kommende Sitzungen
meetings-past = Vergangene Sitzungen

## Contacts
channel-phone = Telefon
channel-fax = Fax
channel-email = E-Mail
channel-pec = Zertifizierte E-Mail (PEC)
channel-web = Website
channel-address = Anschrift

## Time
period-from-day = { $when ->
    [future] ab { $date }
   *[other] seit { $date }
}
period-from-month = { $when ->
    [future] ab { $date }
   *[other] seit { $date }
}
period-from-year = { $when ->
    [future] ab { $date }
   *[other] seit { $date }
}
period-until-day = bis { $date }
period-until-month = bis { $date }
period-until-year = bis { $date }
term-now = Im Amt
terms = Amtszeiten
moment = { $day }, { $time } Uhr
no-longer-active = nicht mehr tätig
in-future = in Zukunft
change-establishment = Errichtung
change-establishment-into = Errichtung:
change-renewal = Neubildung
change-renewal-into = Neubildung: fortgeführt in
change-lapse = Erlöschen
change-lapse-into = Erlöschen: Aufgaben übernimmt
change-reconstitution = Neukonstituierung
change-reconstitution-into = Neukonstituierung: fortgeführt in
change-suspension = Aussetzung
change-suspension-into = Aussetzung: Aufgaben übernimmt
change-resumption = Wiederaufnahme
change-resumption-into = Wiederaufnahme: fortgeführt in
change-merger = Zusammenschluss mit anderen
change-merger-into = Zusammenschluss: geht auf in
change-split = Aufteilung
change-split-into = Aufteilung: fortgeführt in
change-rename = Namensänderung
change-rename-into = Namensänderung: wird zu
change-closing = Auflösung
change-closing-into = Auflösung: Aufgaben übernimmt
change-beginning = Beginn
change-end = Ende
change-of = { $kind ->
    [merger] Durch Zusammenschluss aufgenommen:
    [split] Aufteilung: führt einen Teil fort von
    [rename] Namensänderung: hieß zuvor
    [closing] Übernimmt die Aufgaben von
   *[other] Setzt die Tätigkeit fort von
}

## Organizations
organization-runs = { $when ->
    [past] Gremien, die sie führte
    [future] Gremien, die sie führen wird
   *[other] Gremien, die sie führt
}
organization-member-of = { $when ->
    [past] Gremien, denen sie angehörte
    [future] Gremien, denen sie angehören wird
   *[other] Gremien, denen sie angehört
}
organization-deals-with = { $when ->
    [past] Gremien, mit denen sie Beziehungen hatte
    [future] Gremien, mit denen sie Beziehungen haben wird
   *[other] Gremien, mit denen sie Beziehungen hat
}
organization-secretariat-of = { $when ->
    [past] Gremien, deren Geschäftsstelle sie war
    [future] Gremien, deren Geschäftsstelle sie sein wird
   *[other] Gremien, deren Geschäftsstelle sie ist
}
organization-appoints-for = { $when ->
    [past] Gremien, für die sie Mitglieder berief oder vorschlug
    [future] Gremien, für die sie Mitglieder berufen oder vorschlagen wird
   *[other] Gremien, für die sie Mitglieder beruft oder vorschlägt
}
organization-leads = { $when ->
    [past] Gebiete, die sie führte
    [future] Gebiete, die sie führen wird
   *[other] Gebiete, die sie führt
}
organization-made-of = Darin aufgegangene Körperschaften
organization-leads-zone-of = { $when ->
    [past] War federführend in einer Zone von
    [future] Wird federführend sein in einer Zone von
   *[other] Federführend in einer Zone von
}
organization-parts = Gehört dazu

## Facts
fact-acronym = Abkürzung
fact-address = Adresse des Textes
fact-articles = Artikel
fact-date = Datum
fact-family-name = Nachname
fact-given-name = Vorname
fact-identifier = Kennung
fact-ipa = IPA-Code
fact-issuer = Erlassen von
fact-istat = ISTAT-Code
fact-kind = Art
part-of = Teil von
fact-part-of = Teil von
fact-publication-basis = Grundlage der Veröffentlichung
fact-site = Website
fact-tax-code = Steuernummer
fact-valid = Zeitraum der Tätigkeit

## Meetings
meeting-agenda = Tagesordnung
meeting-body = Gremium
meeting-start = Beginn
meeting-end = Ende
meeting-status = Status
meeting-place = Ort
meeting-url = Im Netz
meeting-minutes = Protokoll
meeting-no-minutes = nicht verfügbar
meeting-papers = Weitere Dokumente
status-scheduled = Geplant
status-ongoing = Läuft
status-past = Ohne Angabe
status-held = Abgehalten
status-cancelled = Abgesagt

## Documents and areas
document-cited-by = Gremien, die sich darauf berufen
document-rules-of = Gremien, deren Geschäftsordnung es enthält
document-appoints-for = Gremien, deren Mitglieder es beruft
document-open-file = Dokument öffnen
document-open-url = Text des Rechtsakts lesen
area-lead = Zuständige Körperschaft
area-parts = Zugehörige Gebiete

paging = Seiten der Liste
paging-first = Erste
paging-previous = Zurück
paging-next = Weiter
paging-last = Letzte
paging-here = Seite { $number } von { $count }
paging-total = { $n ->
    [one] (insgesamt { $n } Eintrag)
   *[other] (insgesamt { $n } Einträge)
}

## Bilder
organigram = Organigramm
organigram-says = { $tables ->
    [0] { $seats ->
        [one] Eine Art von Sitz.
       *[other] { $seats } Arten von Sitzen.
    }
    [one] Ein Untergremium, { $seats } Arten von Sitzen.
   *[other] { $tables } Untergremien, { $seats } Arten von Sitzen.
} Die Tabellen darüber sagen dasselbe in Worten.
organigram-held = besetzter Sitz
organigram-unnamed = Name nicht angegeben
organigram-vacant = unbesetzter Sitz
organigram-possible = möglicher Sitz
organigram-unknown = Zahl der Sitze nicht angegeben
organigram-chooses = der Pfeil führt von den Entsendenden zu den Entsandten
organigram-each-member = je Mitglied einer
organigram-each-zone = je Zone einer
organigram-more-seats = und { $n } weitere
organigram-more-parts = und { $n } weitere
map = Karte der Gremien und Organisationen
map-says = Links die Gremien ({ $bodies }), rechts die Organisationen, die darin vertreten sind ({ $organizations }).
map-says-sections = Die Bereiche der Website mit der Zahl ihrer Gremien.
map-bodies = { $n ->
    [one] { $n } Gremium
   *[other] { $n } Gremien
}
map-more = und { $n } weitere Bereiche

# Die Suche und das Verzeichnis von A bis Z
index-title = Verzeichnis von A bis Z
index-lead = Alle Seiten in alphabetischer Reihenfolge.
index-letters = Buchstaben des Verzeichnisses
index-continued = (Fortsetzung)
search-label = Suche auf dieser Website
search-button = Suchen
search-results = Suchergebnisse
search-count = Ergebnisse: { $number }
search-none = Keine Ergebnisse
search-type = Art
search-topic = Thema
search-all = Alle
search-more = Weitere Ergebnisse
search-failed = Die Suche ist nicht verfügbar. Nutzen Sie das Verzeichnis von A bis Z.

## Calendars
calendar-cancelled = Abgesagt: { $title }
calendar-mandates = Ende von Mandaten: { $title }
calendar-term-over = Ende der Amtszeit am { $date }: { $name }.

## Feeds: what has happened, each in a sentence
feed-established = Beginn am { $date }: { $name }.
feed-ended = Ende am { $date }: { $name }.
feed-merger = Zusammenschluss mit anderen am { $date }: { $name }.
feed-merger-into = { $name } geht am { $date } in { $into } auf.
feed-split = Teilung am { $date }: { $name }.
feed-split-into = Teilung am { $date }: { $name }, fortgeführt von { $into }.
feed-rename = Namensänderung am { $date }: { $name }.
feed-rename-into = { $name } heißt seit { $date } { $into }.
feed-closing = Schließung am { $date }: { $name }.
feed-closing-into = Schließung am { $date }: { $name }; die Aufgaben gehen an { $into } über.
feed-establishment = Eingerichtet am { $date }: { $name }.
feed-establishment-into = Eingerichtet am { $date }: { $name }; fortgeführt von { $into }.
feed-renewal = Neu gebildet am { $date }: { $name }.
feed-renewal-into = Neu gebildet am { $date }: { $name }; fortgeführt von { $into }.
feed-lapse = Erloschen am { $date }: { $name }.
feed-lapse-into = Erloschen am { $date }: { $name }; fortgeführt von { $into }.
feed-reconstitution = Neu konstituiert am { $date }: { $name }.
feed-reconstitution-into = Neu konstituiert am { $date }: { $name }; fortgeführt von { $into }.
feed-suspension = Ruht seit { $date }: { $name }.
feed-suspension-into = Ruht seit { $date }: { $name }; fortgeführt von { $into }.
feed-resumption = Wieder aufgenommen am { $date }: { $name }.
feed-resumption-into = Wieder aufgenommen am { $date }: { $name }; fortgeführt von { $into }.
feed-started = Im Amt seit { $date }: { $name } ({ $seat }{ $table }).
feed-started-acting = Kommissarisch seit { $date }: { $name } ({ $seat }{ $table }).
feed-started-substitute = Stellvertretung seit { $date }: { $name } ({ $seat }{ $table }).
feed-started-delegate = Delegiert seit { $date }: { $name } ({ $seat }{ $table }).
feed-confirmed = Erneut im Amt seit { $date }: { $name } ({ $seat }{ $table }).
feed-left = Im Amt bis { $date }: { $name } ({ $seat }{ $table }).
feed-left-acting = Kommissarisch bis { $date }: { $name } ({ $seat }{ $table }).
feed-left-substitute = Stellvertretung bis { $date }: { $name } ({ $seat }{ $table }).
feed-left-delegate = Delegiert bis { $date }: { $name } ({ $seat }{ $table }).
feed-vacant = Nicht besetzt seit { $date }: { $seat }{ $table }.
feed-seat-added = Neuer Sitz ab { $date }: { $seat }{ $table }.
feed-seat-ended = Ende eines Sitzes am { $date }: { $seat }{ $table }.
feed-called = Sitzung einberufen: { $title } ({ $when }).
feed-cancelled = Sitzung abgesagt: { $title } ({ $when }).
feed-reinstated = Eine abgesagte Sitzung findet doch statt: { $title } ({ $when }).
feed-held = Sitzung am { $date }: { $title }.
feed-minutes = Protokoll veröffentlicht: { $title }.
feed-minutes-withdrawn = Das Protokoll ist nicht mehr veröffentlicht: { $title }.
feed-document = Unterlage einer Sitzung veröffentlicht: { $title } ({ $when }).
feed-renamed = Neuer Name: „{ $before }“ heißt jetzt „{ $name }“.
feed-updated = Die Seite wurde aktualisiert.
feed-added = Neue Seite: { $name }.
feed-withdrawn = Nicht mehr aufgeführt: { $name }.
feed-joined = Wirkt nun mit: { $name }.
feed-parted = Wirkt nicht mehr mit: { $name }.
feed-holder-withdrawn = Ein Name ist nicht mehr aufgeführt.
feed-seat-withdrawn = Ein Sitz ist nicht mehr aufgeführt.
feed-seat-withdrawn-named = Ein Sitz ist nicht mehr aufgeführt: { $seat }.
feed-moved = Sitzung verschoben: { $title } ({ $when }; zuvor: { $before }).
feed-meeting-renamed = Sitzung mit neuem Titel: { $title } ({ $when }; zuvor: { $before }).
feed-meeting-changed = Ende, Ort oder Tagesordnung einer Sitzung geändert: { $title } ({ $when }).
feed-meeting-withdrawn = Eine Sitzung ist nicht mehr aufgeführt: { $title } ({ $when }).
feed-corrected = Was über diesen Tag zu lesen war, wurde berichtigt oder entfernt.
feed-revised = Dieser Eintrag wurde am { $date } überarbeitet.

## Subscriptions
calendar-subscribe = Kalender abonnieren
calendar-download = Kalender herunterladen (ICS)
feed-subscribe = Neues (Atom)

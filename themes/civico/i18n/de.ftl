# Die Wörter des Themas, auf Deutsch.

skip-to-content = Zum Inhalt springen
languages = Sprachen
main-menu = Hauptmenü
legal-links = Rechtliche Hinweise und Kontakte
back-to-top = Zum Seitenanfang
breadcrumb = Brotkrümelnavigation
home = Startseite
topics = Themen
page-index = Auf dieser Seite
updated = Zuletzt aktualisiert:
reviewed = Zuletzt geprüft:
share-by-mail = Link per E-Mail senden
not-translated = Diese Seite ist noch nicht übersetzt: der Text steht in der Originalsprache.
not-found = Seite nicht gefunden
not-found-text = Die gesuchte Seite gibt es nicht, oder sie hat eine neue Adresse.
from = vom
until = bis
valid = In Kraft
part-of = Teil von
bodies = Gremien
sections = Bereiche
pages = Weitere Seiten
in-this-section = In diesem Bereich
past = nicht mehr im Amt

type-body = Gremium
type-organization = Körperschaft
type-person = Person
type-meeting = Sitzung
type-document = Dokument
type-area = Gebiet
type-topic = Thema
type-page = Seite
type-section = Bereich

section-activities = Aufgaben
section-aims = Ziele
section-composition = Zusammensetzung
section-members = Beteiligte Körperschaften
section-territory = Gebiet
section-legal-basis = Rechtsgrundlage
section-instruments = Instrumente
section-related = Beziehungen
section-meetings = Sitzungen
section-documents = Dokumente
section-contacts = Kontakte
section-seats = Sitze
section-history = Was sich geändert hat
section-contents = Inhalt
section-details = Weitere Angaben

role-chair = Vorsitz
role-vice_chair = Stellvertretender Vorsitz
role-member = Mitglied
role-secretary = Schriftführung
role-technical_coordinator = Fachliche Koordination
role-consultant = Beratung
role-observer = Beobachtung

basis-ex_officio = von Amts wegen
basis-delegate = delegiert
basis-representative = in Vertretung
basis-elected = gewählt
basis-appointed = ernannt
basis-expert = sachverständig

places = { $n ->
    [0] kein Sitz
    [one] ein Sitz
   *[other] { $n } Sitze
}
places-range = { $min } bis { $max } Sitze
places-at-least = { $n ->
    [one] mindestens ein Sitz
   *[other] mindestens { $n } Sitze
}
places-unknown = Zahl der Sitze nicht angegeben
places-any = gegebenenfalls
count-implied = Zahl aus dem Text erschlossen
one-for-each = Je ein Sitz für
each-zones = die Zonen
each-members = die beteiligten Körperschaften
each-list = die Körperschaften
each-text = diese
drawn-from = Aus
eligible = Wählbar
represents = In Vertretung von
delegated-by = Delegiert von
term = Amtszeit
months = { $n ->
    [one] ein Monat
   *[other] { $n } Monate
}
votes = stimmberechtigt
votes-not = nicht stimmberechtigt
vacant = { $n ->
    [one] ein Sitz frei
   *[other] { $n } Sitze frei
}
acting = geschäftsführend
substitutes = in Vertretung
substitutes-for = in Vertretung von { $name }
other-terms = Andere Amtszeiten
through-pool = Ein Sitz kommt aus dieser Körperschaft.
through-each = Jede von mehreren Körperschaften hat einen Sitz, auch diese.
no-seats = Keine Sitze.

act-missing = Rechtsakt nicht angegeben
article = Art. { $article }
legal-establishes = errichtet
legal-regulates = regelt
legal-framework = Rahmen
legal-plan = Plan
adopted-by = – angenommen durch
zone-leads = Federführende Körperschaften
rests-on-it = Was darauf beruht
meetings-upcoming = Nächste Sitzungen
meetings-past = Frühere Sitzungen

change-merger = Zusammenschluss
change-split = Teilung
change-rename = Namensänderung
change-closing = Auflösung

channel-phone = Telefon
channel-fax = Fax
channel-email = E-Mail
channel-pec = Zertifizierte E-Mail (PEC)
channel-web = Website
channel-address = Anschrift

acronym = Kurzname
website = Website
tax-code = Steuernummer
ipa = IPA-Kodex
istat = ISTAT-Kodex
runs = Gremien, die sie leitet
member-of = Gremien, an denen sie beteiligt ist
leads-zone-of = Gremien, in denen sie eine Zone leitet
deals-with = Gremien, die mit ihr zu tun haben
leads = Gebiete
lead = Federführung
parts = Zugehörige Körperschaften
made-of = Darin aufgegangen
area-parts = Gebiete darin
publication-basis = Der Name wird veröffentlicht nach

when = Wann
status = Stand
status-scheduled = geplant
status-held = abgehalten
status-cancelled = abgesagt
place = Wo
online = Im Netz
agenda = Tagesordnung
minutes = Protokoll

date = Datum
issuer = Erlassen von
identifier = Kennung
articles = Einschlägige Artikel
read-at = Text
file = Datei
open-file = „{ $title }“ öffnen

alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Achtung
alert-caution = Vorsicht
footnotes = Anmerkungen
footnote-back = Zurück zum Text
table-region = Tabelle
task-done = Erledigt
task-open = Offen

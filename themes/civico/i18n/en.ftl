# The words of the theme, in English.

skip-to-content = Skip to content
languages = Languages
main-menu = Main menu
legal-links = Legal notes and contacts
back-to-top = Back to the top of the page
breadcrumb = Breadcrumb
home = Home
topics = Topics
page-index = On this page
updated = Last updated:
reviewed = Last reviewed:
share-by-mail = Send the link by e-mail
not-translated = This page has not been translated yet: the text is in its original language.
not-found = Page not found
not-found-text = The page that you are looking for does not exist, or has moved.
from = from
until = to
valid = In force
part-of = Part of
bodies = Bodies
sections = Sections
pages = Other pages
in-this-section = In this section
past = no longer in office

type-body = Body
type-organization = Organization
type-person = Person
type-meeting = Meeting
type-document = Document
type-area = Area
type-topic = Topic
type-page = Page
type-section = Section

section-activities = Activities
section-aims = Aims
section-composition = Who sits in it
section-members = Member organizations
section-territory = Territory
section-legal-basis = Legal basis
section-instruments = Instruments
section-related = Relations
section-meetings = Meetings
section-documents = Documents
section-contacts = Contacts
section-seats = Where it sits
section-history = What has changed
section-contents = Contents
section-details = Details

role-chair = Chair
role-vice_chair = Vice-chair
role-member = Member
role-secretary = Secretary
role-technical_coordinator = Technical coordinator
role-consultant = Consultant
role-observer = Observer

basis-ex_officio = ex officio
basis-delegate = delegated
basis-representative = representative
basis-elected = elected
basis-appointed = appointed
basis-expert = expert

places = { $n ->
    [0] no seat
    [one] one seat
   *[other] { $n } seats
}
places-range = { $min } to { $max } seats
places-at-least = { $n ->
    [one] at least one seat
   *[other] at least { $n } seats
}
places-unknown = number of seats not stated
places-any = if any
count-implied = number implied by the text
one-for-each = One for each
each-zones = of the zones
each-members = of the member organizations
each-list = of the organizations
each-text = of these
drawn-from = From
eligible = May be
represents = On behalf of
delegated-by = Delegated by
term = Term of office
months = { $n ->
    [one] one month
   *[other] { $n } months
}
votes = votes
votes-not = does not vote
vacant = { $n ->
    [one] one seat vacant
   *[other] { $n } seats vacant
}
acting = acting
substitutes = substitute
substitutes-for = in place of { $name }
other-terms = Other terms
through-pool = A seat is drawn from this organization.
through-each = There is a seat for each of several organizations, among them this one.
no-seats = No seats.

act-missing = Act not stated
article = art. { $article }
legal-establishes = establishes
legal-regulates = regulates
legal-framework = framework
legal-plan = plan
adopted-by = – adopted by
zone-leads = Lead organizations
rests-on-it = What rests on it
meetings-upcoming = Upcoming meetings
meetings-past = Past meetings

change-merger = merger
change-split = split
change-rename = change of name
change-closing = closing

channel-phone = Telephone
channel-fax = Fax
channel-email = E-mail
channel-pec = Certified e-mail (PEC)
channel-web = Website
channel-address = Address

acronym = Acronym
website = Website
tax-code = Tax code
ipa = IPA code
istat = ISTAT code
runs = Bodies that it runs
member-of = Bodies of which it is a member
leads-zone-of = Bodies one of whose zones it leads
deals-with = Bodies that deal with it
leads = Areas
lead = Led by
parts = Organizations that are part of it
made-of = Organizations that merged into it
area-parts = Areas within it
publication-basis = The name is published under

when = When
status = Status
status-scheduled = scheduled
status-held = held
status-cancelled = cancelled
place = Where
online = Online
agenda = Agenda
minutes = Minutes

date = Date
issuer = Issued by
identifier = Identifier
articles = Relevant articles
read-at = Text
file = File
open-file = Open “{ $title }”

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
footnotes = Notes
footnote-back = Back to the text
table-region = Table
task-done = Done
task-open = To do

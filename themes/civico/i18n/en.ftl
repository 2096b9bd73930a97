# The words of the theme, in English.

## The frame of every page
skip-to-content = Skip to content
skip-to-footer = Skip to footer
menu = Menu
menu-main = Main menu
menu-footer = Legal and site information
menu-languages = Languages
breadcrumb = Breadcrumb
back-to-top = Back to top
page-index = On this page
page-updated = Last updated
page-reviewed = Last reviewed
page-share = Send by e-mail
page-tools = Share this page
page-copy = Copy the link
page-copied = Link copied
page-print = Print
page-address = Address of this page
feedback-title = Is something missing or wrong?
feedback-link = Report a problem with this page
filter = Filter the list
filter-said = Entries shown: { $shown } of { $all }
topics = Topics
not-translated = This page has not been translated yet. The text is in the original language.

language-it = Italiano
language-en = English
language-de = Deutsch
language-fr = Français
language-sl = Slovenščina
language-lld = Ladin
language-fur = Furlan
language-sc = Sardu
language-es = Español

not-found-title = Page not found
not-found-text = The page you are looking for is not here: it may have moved, or its address may have a mistake.
not-found-search = You can look for it with “Search” at the top of the page, or go through all pages from A to Z.
not-found-index = You can go through all pages from A to Z.
not-found-home = Go to the home page
redirect-title = This page has moved
redirect-text = It is now here:

## Words of the text
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
footnotes = Footnotes
footnote-back = Back to the text, note
table-region = Table
task-done = Done
task-open = To do

## Sections of pages
section-activities = What it does
section-aims = Aims and objectives
section-composition = Composition
section-procedure = How it works
section-members = Member organizations
section-territory = Territory
section-legal-basis = Legal basis
section-instruments = Instruments
section-related = Relations
body-dealt-with-by = Bodies that deal with this one
section-meetings = Meetings
section-documents = Documents
section-contacts = Contacts
section-seats = Seats in bodies
as-of = As of { $date }
section-history = History
section-about = About
section-contents = In this section
section-details = Details

bodies = Coordination bodies
bodies-changed = Recently updated
home-browse = Browse the site
sections = Sections
lists = Lists
sections-of-site = Sections of the site
pages = Pages
pages-of-site = Other pages

## Kinds of things
type-body = Body
type-organization = Organization
type-person = Person
type-meeting = Meeting
type-document = Document
type-area = Area
type-topic = Topic
type-page = Page
type-section = Section
type-composition = Earlier composition
type-home = Home page

## Seats: roles
role-chair = { $n ->
    [one] Chair
   *[other] Chairs
}
role-vice_chair = { $n ->
    [one] Vice-chair
   *[other] Vice-chairs
}
role-member = { $n ->
    [one] Member
   *[other] Members
}
role-secretary = Secretary
role-technical_coordinator = Technical coordination
role-consultant = { $n ->
    [one] Consultant
   *[other] Consultants
}
role-observer = { $n ->
    [one] Observer
   *[other] Observers
}
role-guest = { $n ->
    [one] Guest
   *[other] Guests
}

## Seats: how their holders get there, as a fact
basis-ex_officio = by virtue of office
basis-delegate = by delegation
basis-representative = as a representative
basis-elected = by election
basis-appointed = by appointment
basis-expert = for expertise

## Seats: what their holders are, where there is no office
holder-ex_officio = { $n ->
    [one] Ex officio member
   *[other] Ex officio members
}
holder-delegate = { $n ->
    [one] Delegate
   *[other] Delegates
}
holder-representative = { $n ->
    [one] Representative
   *[other] Representatives
}
holder-elected = { $n ->
    [one] Elected member
   *[other] Elected members
}
holder-appointed = { $n ->
    [one] Appointed member
   *[other] Appointed members
}
holder-expert = { $n ->
    [one] Expert
   *[other] Experts
}

## Seats: how many
places = { $n ->
    [0] no seats
    [one] { $n } seat
   *[other] { $n } seats
}
places-unknown = number of seats not stated
places-any = any number of seats, or none
places-up-to = { $n ->
    [one] at most { $n } seat
   *[other] at most { $n } seats
}
places-at-least = { $n ->
    [one] at least { $n } seat
   *[other] at least { $n } seats
}
places-between = { $min } to { $max } seats
count-implied = number inferred from the text
count-unknown = number not stated
zone = zone
each-zones = one for each { $name }
each-members = { $n ->
    [one] one for the member organization
   *[other] one for each member organization
}
each-list = one for each of:

## Seats: facts
seat-from = { $n ->
    [one] comes from
   *[other] comes from one of:
}
seat-eligible = chosen from among
group-others = Others
seat-represents = on behalf of
seat-delegated-by = delegated by
seat-subject = subject:
seat-proposed-by = proposed by
seat-appointed-by = appointed by
seat-elected-by = elected by
seat-held-by = by right of another office:
seat-among = chosen among:
delegable-yes = may send a delegate
delegable-permanent = may have a permanent delegate
delegable-no = may not delegate
seat-substitutes-each = one substitute for each place
seat-substitutes = { $n ->
    [one] { $n } substitute
   *[other] { $n } substitutes
}
seat-valid = Existence of the seat
seat-voting = voting
seat-not-voting = without vote
seat-term-months = { $n ->
    [one] term of { $n } month
   *[other] term of { $n } months
}
seat-term-years = { $n ->
    [one] term of { $n } year
   *[other] term of { $n } years
}
seat-unnamed = { $n ->
    [one] holder not named
   *[other] { $n } holders not named
}
seat-vacant = { $n ->
    [one] vacant seat
   *[other] { $n } vacant seats
}
seats-none-named = The names of the holders are not given.
total-unnamed = { $n ->
    [one] one holder not named
   *[other] { $n } holders not named
}
total-vacant = { $n ->
    [one] one vacant seat
   *[other] { $n } vacant seats
}
total-guests = not counting guests, observers and consultants
total-voting = { $n } with a vote
total-all-voting = { $n ->
    [one] with a vote
   *[other] all with a vote
}
total-not-voting = { $n } without a vote
total-not-voting-at-least = at least { $n } without a vote
tables = { $n ->
    [one] one table
   *[other] { $n } tables
}
column-who = Who
column-capacity = In which capacity
column-for-whom = For whom
column-since = Term
seats-former = In the past
seats-former-here = Former members
seats-former-of = Former members of “{ $name }”
seats-future = In future
composition-on = { $n ->
    [0] Composition ({ $date })
   *[other] Composition on { $date }
}
composition-past = This page shows the composition as it was on { $date }, as far as it is known now.
composition-today = See the composition of today
timeline = Timeline
timeline-established = Begins: { $name }
timeline-ended = Ends: { $name }
timeline-started = { $name } joins ({ $seat }{ $table })
timeline-started-acting = { $name } joins, acting ({ $seat }{ $table })
timeline-started-substitute = { $name } joins as a substitute ({ $seat }{ $table })
timeline-started-delegate = { $name } joins as a delegate ({ $seat }{ $table })
timeline-confirmed = { $name } stays ({ $seat }{ $table })
timeline-left = Last day of { $name } ({ $seat }{ $table })
timeline-left-acting = Last day of { $name }, acting ({ $seat }{ $table })
timeline-left-substitute = Last day of { $name } as a substitute ({ $seat }{ $table })
timeline-left-delegate = Last day of { $name } as a delegate ({ $seat }{ $table })
timeline-vacant = Seat vacant: { $seat }{ $table }
timeline-seat-added = New seat: { $seat }{ $table }
timeline-seat-ended = Last day of the seat: { $seat }{ $table }
timeline-act = Act:
compositions-past = Earlier compositions
composition-earlier = Before
composition-later = After
term = Term
holder-delegate-of = delegate of
holder-organization = the organization sits, nobody is named
holder-acting = acting
holder-substitute = substitute
holder-substitutes-for = substitute for
holder-deputy = substitute
holder-on-behalf-of = on behalf of
holder-act = appointed by
holder-end-reason = end of term
through-pool = { $when ->
    [past] A person of this organization could hold the seat
   *[other] A person of this organization may hold the seat
}
through-office = { $when ->
    [past] Whoever held this office had the seat by right
   *[other] Whoever holds this office has the seat by right; nobody is named
}
through-each = { $when ->
    [past] Each organization of the group had a seat, and this was one of them
   *[other] Each organization of the group has a seat, and this is one of them
}
through-holder = { $when ->
    [past] The seat was held on behalf of this organization
   *[other] The seat is held on behalf of this organization
}

## How a body works
procedure-meets = Meets
procedure-convened-by = Convened
procedure-quorum = Quorum
procedure-decisions = How it decides
procedure-sittings = Meetings
procedure-public = public
procedure-not-public = not public
procedure-venue = Venue
procedure-secretariat = Secretariat
procedure-rules = Standing orders

## Legal basis
cite-article = article { $article }
cite-paragraph-of-article = article { $article }, paragraph { $paragraph }
cite-section = section { $article }
cite-paragraph-of-section = section { $article }({ $paragraph })
cite-paragraph_sign = § { $article }
cite-paragraph-of-paragraph_sign = § { $article }, paragraph { $paragraph }
cite-paragraph = paragraph { $paragraph }
legal-missing = act not stated

## What a body has around it
territory-area = Area
territory-zones = Division
territory-lead = Lead organizations
instrument-scope = scope:
instrument-adopted-by = adopted by
meeting-next = Next meeting
meetings-upcoming = Upcoming meetings
meetings-past = Past meetings

## Contacts
channel-phone = Telephone
channel-fax = Fax
channel-email = E-mail
channel-pec = Certified e-mail (PEC)
channel-web = Website
channel-address = Address

## Time
period-from-day = { $when ->
    [future] from { $date }
   *[other] since { $date }
}
period-from-month = { $when ->
    [future] from { $date }
   *[other] since { $date }
}
period-from-year = { $when ->
    [future] from { $date }
   *[other] since { $date }
}
period-until-day = until { $date }
period-until-month = until { $date }
period-until-year = until { $date }
term-now = In office
terms = Terms
moment = { $day }, { $time }
no-longer-active = no longer active
in-future = in the future
change-establishment = Establishment
change-establishment-into = Establishment:
change-renewal = Renewal
change-renewal-into = Renewal: continues in
change-lapse = Lapse
change-lapse-into = Lapse: tasks pass to
change-reconstitution = Reconstitution
change-reconstitution-into = Reconstitution: continues in
change-suspension = Suspension
change-suspension-into = Suspension: tasks pass to
change-resumption = Resumption
change-resumption-into = Resumption: continues in
change-merger = Merger with others
change-merger-into = Merger: becomes part of
change-split = Division
change-split-into = Division: continues in
change-rename = Change of name
change-rename-into = Change of name: becomes
change-closing = Closure
change-closing-into = Closure: tasks pass to
change-beginning = Beginning
change-end = End
change-of = { $kind ->
    [merger] Merger: joined by
    [split] Division: continues a part of
    [rename] Change of name: before, it was
    [closing] Takes over the tasks of
   *[other] Continues the work of
}

## Organizations
organization-runs = { $when ->
    [past] Bodies that were run by this organization
    [future] Bodies that this organization will run
   *[other] Bodies run by this organization
}
organization-member-of = { $when ->
    [past] Bodies of which it was a member
    [future] Bodies of which it will be a member
   *[other] Bodies of which it is a member
}
organization-deals-with = { $when ->
    [past] Bodies with which it dealt
    [future] Bodies with which it will deal
   *[other] Bodies with which it deals
}
organization-secretariat-of = { $when ->
    [past] Bodies whose secretariat it was
    [future] Bodies whose secretariat it will be
   *[other] Bodies whose secretariat it is
}
organization-appoints-for = { $when ->
    [past] Bodies for which it appointed or proposed members
    [future] Bodies for which it will appoint or propose members
   *[other] Bodies for which it appoints or proposes members
}
organization-leads = { $when ->
    [past] Areas that it led
    [future] Areas that it will lead
   *[other] Areas that it leads
}
organization-made-of = Organizations that merged into it
organization-leads-zone-of = { $when ->
    [past] Led a zone of
    [future] Will lead a zone of
   *[other] Leads a zone of
}
organization-parts = Parts of it

## Facts
fact-acronym = Acronym
fact-address = Address of the text
fact-articles = Articles
fact-date = Date
fact-family-name = Family name
fact-given-name = Given name
fact-identifier = Identifier
fact-ipa = IPA code
fact-issuer = Issued by
fact-istat = ISTAT code
fact-kind = Kind
part-of = part of
fact-part-of = Part of
fact-publication-basis = Basis for publication
fact-site = Website
fact-tax-code = Tax code
fact-valid = Period of activity

## Meetings
meeting-agenda = Agenda
meeting-body = Body
meeting-start = Start
meeting-end = End
meeting-status = Status
meeting-place = Place
meeting-url = Online
meeting-minutes = Minutes
meeting-no-minutes = not available
meeting-papers = Other documents
status-scheduled = Scheduled
status-ongoing = Under way
status-past = Outcome not stated
status-held = Held
status-cancelled = Cancelled

## Documents and areas
document-cited-by = Bodies that refer to it
document-rules-of = Bodies whose standing orders it has
document-appoints-for = Bodies whose members it appoints
document-open-file = Open the document
document-open-url = Read the text of the act
area-lead = Organization in charge
area-parts = Areas within it

paging = Pages of the list
paging-first = First
paging-previous = Previous
paging-next = Next
paging-last = Last
paging-here = page { $number } of { $count }
paging-total = { $n ->
    [one] ({ $n } entry in all)
   *[other] ({ $n } entries in all)
}

## Pictures
organigram = Organigram
organigram-says = { $tables ->
    [0] { $seats ->
        [one] One kind of seat.
       *[other] { $seats } kinds of seats.
    }
    [one] One table, { $seats } kinds of seats.
   *[other] { $tables } tables, { $seats } kinds of seats.
} The lists above say the same in words.
organigram-held = seat that is held
organigram-unnamed = holder not named
organigram-vacant = vacant seat
organigram-possible = possible seat
organigram-unknown = number of seats not stated
organigram-chooses = the arrow leads from who delegates to who is delegated
organigram-each-member = one for each member
organigram-each-zone = one for each zone
organigram-more-seats = and { $n } more
organigram-more-parts = and { $n } more
map = Map of bodies and organizations
map-says = On the left the bodies ({ $bodies }), on the right the organizations that sit in them or from which somebody comes ({ $organizations }).
map-says-sections = The sections of the site, with the number of bodies in each.
map-bodies = { $n ->
    [one] { $n } body
   *[other] { $n } bodies
}
map-more = and { $n } more sections

# The search and the index from A to Z
index-title = A to Z index
index-lead = All pages of the site in alphabetical order.
index-letters = Letters of the index
index-continued = (continued)
search-label = Search the site
search-button = Search
search-results = Search results
search-count = Results: { $number }
search-none = No results
search-type = Type
search-topic = Topic
search-all = All
search-more = More results
search-failed = The search is not available. Use the A to Z index.

## Calendars
calendar-cancelled = Cancelled: { $title }
calendar-mandates = End of mandates: { $title }
calendar-term-over = End of the term on { $date }: { $name }.

## Feeds: what has happened, each in a sentence
feed-established = Beginning on { $date }: { $name }.
feed-ended = End on { $date }: { $name }.
feed-merger = Merger with others on { $date }: { $name }.
feed-merger-into = { $name } merges into { $into } on { $date }.
feed-split = Split on { $date }: { $name }.
feed-split-into = Split on { $date }: { $name }, continued by { $into }.
feed-rename = Change of name on { $date }: { $name }.
feed-rename-into = { $name } becomes { $into } on { $date }.
feed-closing = Closing on { $date }: { $name }.
feed-closing-into = Closing on { $date }: { $name }; its tasks pass to { $into }.
feed-establishment = Established on { $date }: { $name }.
feed-establishment-into = Established on { $date }: { $name }; continued by { $into }.
feed-renewal = Renewed on { $date }: { $name }.
feed-renewal-into = Renewed on { $date }: { $name }; continued by { $into }.
feed-lapse = Lapsed on { $date }: { $name }.
feed-lapse-into = Lapsed on { $date }: { $name }; continued by { $into }.
feed-reconstitution = Constituted anew on { $date }: { $name }.
feed-reconstitution-into = Constituted anew on { $date }: { $name }; continued by { $into }.
feed-suspension = Suspended from { $date }: { $name }.
feed-suspension-into = Suspended from { $date }: { $name }; continued by { $into }.
feed-resumption = Resumed on { $date }: { $name }.
feed-resumption-into = Resumed on { $date }: { $name }; continued by { $into }.
feed-started = In office from { $date }: { $name } ({ $seat }{ $table }).
feed-started-acting = Acting from { $date }: { $name } ({ $seat }{ $table }).
feed-started-substitute = Substitute from { $date }: { $name } ({ $seat }{ $table }).
feed-started-delegate = Delegate from { $date }: { $name } ({ $seat }{ $table }).
feed-confirmed = In office again from { $date }: { $name } ({ $seat }{ $table }).
feed-left = In office until { $date }: { $name } ({ $seat }{ $table }).
feed-left-acting = Acting until { $date }: { $name } ({ $seat }{ $table }).
feed-left-substitute = Substitute until { $date }: { $name } ({ $seat }{ $table }).
feed-left-delegate = Delegate until { $date }: { $name } ({ $seat }{ $table }).
feed-vacant = Vacant from { $date }: { $seat }{ $table }.
feed-seat-added = New seat from { $date }: { $seat }{ $table }.
feed-seat-ended = End of a seat on { $date }: { $seat }{ $table }.
feed-called = A meeting is called: { $title } ({ $when }).
feed-cancelled = A meeting is cancelled: { $title } ({ $when }).
feed-reinstated = A cancelled meeting takes place after all: { $title } ({ $when }).
feed-held = A meeting was held on { $date }: { $title }.
feed-minutes = The minutes are published: { $title }.
feed-minutes-withdrawn = The minutes are no longer published: { $title }.
feed-document = A document of a meeting is published: { $title } ({ $when }).
feed-renamed = New name: “{ $before }” is now called “{ $name }”.
feed-updated = The page has been updated.
feed-added = New page: { $name }.
feed-withdrawn = No longer listed: { $name }.
feed-joined = Joins: { $name }.
feed-parted = No longer takes part: { $name }.
feed-holder-withdrawn = A name is no longer listed.
feed-seat-withdrawn = A seat is no longer listed.
feed-seat-withdrawn-named = A seat is no longer listed: { $seat }.
feed-moved = A meeting is moved: { $title } ({ $when }; before: { $before }).
feed-meeting-renamed = A meeting has a new title: { $title } ({ $when }; before: { $before }).
feed-meeting-changed = The end, place or agenda of a meeting has changed: { $title } ({ $when }).
feed-meeting-withdrawn = A meeting is no longer listed: { $title } ({ $when }).
feed-corrected = What was said of this day was corrected or removed.
feed-revised = This entry was revised on { $date }.

## Subscriptions
calendar-subscribe = Subscribe to the calendar
calendar-download = Download the calendar (ICS)
feed-subscribe = News (Atom)

# The words of Raccordo in English. The same keys as it.ftl, the same variables.
# A "why" begins with one sentence that says what the matter is: it is also the explanation's title.

## Files

invalid-utf8 = The file holds characters that cannot be read: it is not UTF-8
    .hint = open the file again and save it with the encoding UTF-8
    .why =
        The text is saved in an encoding other than UTF-8. This happens with files from older programs:
        accented letters (à, è, ù) would turn into gibberish. Open the file in your editor, choose "Save with
        encoding" and then "UTF-8", and check the accents.

unreadable-file = The file cannot be read: { $detail }
    .why =
        The file is there but cannot be opened, or it is a link that leads out of the site's folder. For safety
        a site is made only of what is in its own folder. Check the file's permissions; if it is a link, put a
        copy of the file in its place.

missing-front-matter = The page's card is missing at the top of the file
    .hint = begin the file with a line `---`, then `title: …`, then another line `---`
    .why =
        Every page begins with a card (the front matter) between two lines of three dashes, which says what
        the page is and what it is called. Without it the page would have no title. The very first line of
        the file must be `---`, with no spaces or empty lines before it.

unclosed-front-matter = The card at the top of the page is not closed
    .hint = add a line `---` between the card and the text
    .why =
        The card at the top of the page begins with a line `---` but has no second one that closes it. Nobody
        can tell where the card ends and the text begins. Add a line of just three dashes after the last entry
        of the card.

yaml-syntax = The card cannot be read: { $detail }
    .hint = check indents and colons; a text with ": " or "#" in it needs quotes
    .why =
        The card, or the registry, is not written in the YAML format. The usual causes are an indent made with
        the tab key or of another length than the lines around it, a missing space after a colon, a quote or
        bracket that is not closed. The place shown is where reading stops: the mistake may be on the line
        before.

yaml-alias = This is a YAML reference (`&`, `*` or `!`), which these cards do not use
    .hint = write the value out; if the text really begins with that sign, put it in quotes
    .why =
        The value begins with `&`, `*` or `!`, which have a special meaning in YAML. These cards do not use
        them, because a reader should find every value where it is used. Write the value out or, if the sign
        belongs to the text, put the text in quotes.

too-deep = There are too many levels, one inside the other
    .why =
        The values are nested more deeply than any page needs. Usually an indent grows with every line, or
        brackets are opened and never closed. Compare the place shown with a card that works.

toml-syntax = The file cannot be read: { $detail }
    .hint = texts go in quotes: `title = "Coordination"`
    .why =
        The settings file is not written in the TOML format. The usual causes are a text without quotes, a
        quote that is not closed, or the same entry written twice. The place shown is where reading stops.

## The shape of values

unknown-key = There is no key `{ $key }` here
    .hint = check the spelling
    .english = keys are written in English: `{ $english }`
    .near = did you mean `{ $near }`?
    .keys = what can be written here: { $keys }
    .why =
        The card has a key that this type of page does not know. If it were passed over, the information would
        vanish from the site and nobody would notice. Keys are in English and there is one way to write each
        thing. Correct the key; further data that only the theme uses goes under `extra:`.

refused-key = The key `{ $key }` is not allowed: it would publish personal data
    .hint = remove the line, from earlier versions too if the repository is public
    .why =
        This key would put personal data on the web that nobody needs in order to know who does what. A
        person's tax code, date of birth and home address are not published (Regulation (EU) 2016/679,
        article 5: only the data that are necessary). Remove the line. If the file has been shared already,
        tell whoever looks after the repository: the data stays in the history.

duplicate-key = The key `{ $key }` is written twice
    .hint = keep one value
    .related = the first time is here
    .why =
        The same key occurs twice in one group. There is no telling which of the two values is the right one.
        Delete the one that is not needed, or join them.

missing-key = The key `{ $key }` is missing
    .hint = add `{ $key }: …`
    .why =
        This card lacks a piece of information that is required. Without it the page would be incomplete, or
        could not be made at all. Add the key with its value. If the fact is really not known, see in the
        manual whether there is a way to say so for this key.

wrong-type = Here goes { $expected }, but there is { $found }
    .why =
        The value is of another kind than the one expected, for example a text where a list belongs. A list is
        written with one dash per line, or in square brackets: `[one, two]`. A group of entries is written
        with one key per line, indented. True and false are written `true` and `false`.

empty-value = A value is missing here: { $key }
    .hint = write the value, or remove the line
    .why =
        The entry is there but holds nothing. An empty entry cannot be told from a forgotten one. Write the
        value; if the entry is optional and not needed, remove the whole line.

unknown-value = `{ $value }` is not one of the values allowed here
    .hint = check the spelling
    .near = did you mean `{ $near }`?
    .values = the values allowed are: { $values }
    .why =
        This entry takes only the words of a fixed list. That is how pages can be searched, grouped and
        translated. Choose a word from the list, in English and in small letters. A site can add words of its
        own in `site.toml`, under `[vocabularies]`.

out-of-range = { $value } is out of range: the least is { $min }, the most is { $max }
    .why =
        The number is smaller or larger than makes sense here. Usually there is a digit too many or too few, or
        a minus sign. Check the number.

bad-id = `{ $value }` cannot be an identifier
    .hint = use letters without accents, digits, `-`, `_` and `.`, beginning with a letter or digit
    .why =
        The identifier has characters that cannot stand in an address of the site. It is the name by which
        other pages refer to this one, and it becomes part of its address. Write it in small letters, with
        hyphens for spaces and without accents: `comune-ascoli-piceno`.

bad-date = `{ $value }` is not a date
    .hint = write year, month and day: `2026-03-14`
    .why =
        The date is not in the calendar, or it is written in another way. Dates are written as year, month and
        day with hyphens between them: 14 March 2026 is `2026-03-14`. So nobody can mistake the day for the
        month. On the pages the date is then spelled out.

bad-time = `{ $value }` is not a date with a time
    .hint = write day and time: `2026-03-14T15:30`
    .why =
        The date does not exist, or the time is missing. Write the day, a `T` and the time: half past three in
        the afternoon of 14 March 2026 is `2026-03-14T15:30`. The time is in the site's time zone; for another
        one add the offset: `2026-03-14T15:30+01:00`.

bad-email = `{ $value }` is not an e-mail address
    .hint = it looks like `office@authority.example`
    .why =
        The address cannot work as it is written. Whoever tries to write to the office would get no answer.
        Check that there is one `@`, no space and a whole domain, such as `provincia.novara.it`.

bad-phone = `{ $value }` is not a telephone number in international form
    .hint = write `+39` and the number, without spaces: `+390321378851`; how to show it goes in `display`
    .why =
        The number is not written so that a telephone can call it from anywhere. `value` takes the
        international number without spaces or dots: `+39` and then the number, with its leading zero for
        Italian landlines. To show it in another way, write that in `display`. Short numbers such as `112` are
        fine as they are.

bad-url = `{ $value }` is not a web address
    .hint = it begins with `https://`
    .why =
        The address cannot be opened as it is written. Give the whole address, as the browser shows it:
        `https://www.provincia.novara.it/`. For a page of this site use an internal link instead.

bad-alias = `{ $value }` cannot be an old address of this site
    .hint = write the path from the root of the site: `/novara/coordination`
    .why =
        `aliases` takes the addresses that the page had before, so that old links keep working. Each begins
        with `/` and belongs to this site: no `https://`, no `?` or `#`.

bad-language = `{ $value }` is not the code of a language
    .hint = use the international code: `it`, `de`, `sl`
    .why =
        Languages are named by their international code (BCP 47). Browsers need it, and so do screen readers,
        which would otherwise read with the wrong pronunciation. Italian is `it`, German is `de`.

bad-time-zone = `{ $value }` is not a time zone
    .hint = for Italy it is `Europe/Rome`
    .why =
        The time zone is given by its international name (the IANA database). The site's dates and the times of
        meetings in calendars depend on it. For Italy write `Europe/Rome`.

bad-number = `{ $value }` is not { $shape }
    .hint = copy it from the official source, in quotes so that leading zeros are kept
    .why =
        The official number does not have the right form. An ISTAT code has 2 digits for a region, 3 for a
        province, 6 for a municipality; an organization's tax code has 11, of which the last is a check digit.
        Copy it from the official source and put it in quotes.

too-long = The summary is longer than 255 characters
    .hint = keep the essence; the rest belongs in the text of the page
    .why =
        The summary is longer than lists and search results can show. The limit of 255 characters is that of
        the templates for Italian public sites. One or two sentences are enough: what it is and whom it
        serves.

one-of = { $given ->
        [0] One of these keys is needed: { $keys }
       *[other] Only one of these keys is needed, but there are more: { $keys }
    }
    .hint = keep just the one that says how things stand
    .why =
        Of some keys exactly one must be chosen, because they say the same thing in different ways. Whoever
        holds a seat, for example, is a person with a page (`person`), a name (`name`), or nobody
        (`vacant: true`). Add the one that is missing, or remove those too many.

## Identity and references

misplaced-type = A page of type `{ $value }` cannot be in this file
    .hint = here it must be `type: { $expected }`
    .why =
        The type of the page does not go with the file that it is written in. The file `_index.md` of a folder
        is the page of that section; other files are pages of other types. Correct `type`, or give the file
        another name.

dangling-reference = { $type_none } has the id `{ $id }`
    .hint = check the id, or add the page or registry entry that is missing
    .near = did you mean `{ $near }`?
    .why =
        The page refers to something that the site does not have. On the site it would be a name without a
        page, or a broken link. Check the spelling of the id. If the thing exists but the site lacks it, add it
        to a registry: a few lines are enough, for example id, title and kind of an organization.

wrong-type-reference = `{ $id }` is { $found_a }, here goes { $expected_a }
    .why =
        The reference leads to something that exists but is of another type. For example, `authority` takes an
        organization and not a person. Check the id, or move it to the key that it fits.

duplicate-id = The id `{ $id }` is already taken by { $type_a }
    .hint = give one of the two another `id`
    .related = the first is here
    .why =
        Two things of the same type have the same id. A reference to it could not tell which of the two is
        meant. If they are the same thing, keep one; if they are not, change the id of the newer one and the
        references to it.

duplicate-address = The address `{ $address }` is already taken
    .hint = change the id, the file name or the alias of one of the two pages
    .related = it is taken here
    .why =
        Two pages, files or old addresses would end up at one address, and one would wipe out the other. Two
        addresses that differ only in capital letters count as one, because many servers do not tell them
        apart. Change the id, the file name or the alias of one of the two.

parent-cycle = The chain of parents leads back to its start: { $chain }
    .hint = remove or correct one of the `parent` keys
    .why =
        Each of these says that it belongs to the next, and the last says that it belongs to the first. Such a
        chart would have no top. Look at the chain and correct the `parent` that is not true.

delegation-cycle = The chain of delegations leads back to its start: { $chain }
    .hint = remove or correct one of the `delegated_by` keys
    .why =
        Each of these seats is delegated by the next, and the last by the first. A delegation always begins
        with someone who is not delegated in the same chain. Correct the `delegated_by` that is not true.

## Bodies, seats, mandates

future-date = The date { DAY($date) } is in the future
    .hint = the site speaks of { DAY($as_of) }: the date cannot be later
    .why =
        This date tells of something that has already happened, such as an update or a review, so it cannot be
        later than the day that the site speaks of. Often day and month are swapped or the year is wrong.
        Correct the date.

from-and-each = `from` and `each` cannot both be on one seat
    .hint = keep `from` if one is chosen among these organizations, `each` if there is one for each
    .why =
        A seat says in one way only where its holders come from. With `from` they are chosen from the pool of
        those organizations; with `each` there is one for every one of them. Keep the one that agrees with the
        act. If both are needed, make two seats.

each-of-nothing = The seat is for each of `{ $each }`, but the body lists none
    .hint = add the list to the body's card, or write in `each` whom it refers to
    .why =
        The seat refers to a list of the body that is not there: `zones` are the zones in `territory`,
        `members` are the organizations in `members`. Without the list nobody knows how many places there are.
        Add the list, or write in `each` a text that says whom it refers to.

count-mismatch = The seat states { $count ->
        [one] one place
       *[other] { $count } places
    }, but the list gives { $size }
    .hint = correct `count` or the list; if they always agree, `count` can go
    .why =
        The number of places differs from the number of items in the list of which the seat takes one each. One
        of the two is out of date. Check the act, then correct `count` or the list.

zones-mismatch = The zones are { $count } by number, the lead organizations listed are { $leads }
    .hint = correct `count` or the list `lead`: every zone has its lead
    .why =
        The number of zones differs from the number of lead organizations. Every zone has one. A lead is
        missing, there is one too many, or the number is out of date: check the act and correct.

missing-office = The seat belongs to an office, but the office is not named
    .hint = add `office: …`, for example `office: Councillor for Social Policies`
    .why =
        Whoever sits ex officio (`basis: ex_officio`) sits because of an office held. Without the name of the
        office the page would not say who it is. Write in `office` the name that the act uses.

until-before-from = The period ends before it begins: from { DAY($from) } until { DAY($until) }
    .hint = check the two dates: they may be swapped
    .why =
        The last day comes before the first. Usually the two dates are swapped, or the year is wrong. Check the
        act and correct. Dates include the first and the last day.

overfull-seat = The holders are { $holders }, the places { $places }: so it would be on { DAY($date) }
    .hint = write `until` for those who have left; mark substitutes as such, or correct `count`
    .why =
        On that day the seat would have more holders than places. Nearly always the end of a past mandate is
        missing. Add `until` for whoever has left, mark substitutes with `substitutes`, or correct the number
        of places.

holder-outside-validity = The mandate leaves the time in which the body exists: { DAY($date) }
    .hint = the body is valid in the period { DAY($from) } – { DAY($until) }
    .why =
        Someone would be in office when the body was not there yet, or not any more. Either the date of the
        mandate is wrong, or that of the body (`valid`). Check the acts and correct.

meeting-outside-validity = On { DAY($date) } the body `{ $body }` did not exist
    .hint = the body is valid in the period { DAY($from) } – { DAY($until) }
    .why =
        The meeting falls before the body came to be or after it ended. Either the date of the meeting is
        wrong, or the period of the body (`valid`), or the body that is named. Check and correct.

contact-without-channel = This contact does not say how to reach it
    .hint = add at least a telephone number, an e-mail address or a street address in `channels`
    .why =
        The contact has a name but no way to reach it. That is what readers of the page look for. Add at least
        one way in `channels`, for example the office's telephone number or certified e-mail, or remove the
        contact.

## Text

image-without-alt = The image has no alternative text
    .hint = describe it between the square brackets: `![The seat of the Province](seat.jpg)`
    .why =
        Whoever does not see the image must be able to know what it shows. Alternative text is read out by
        screen readers and is required of Italian public sites (law 4/2004). Write between the square
        brackets, in a few words, what the image adds to the text.

top-heading = There is a first-level heading in the text
    .hint = begin with `##`: the page's title is the one in its card
    .why =
        A page has one main title, and it is `title` in the card. A second one of the same level confuses those
        who move through headings with a screen reader. Use `##` for the parts of the page and `###` for their
        parts. If the heading repeats the title, remove it.

skipped-heading = A heading of level { $previous } is followed by one of level { $level }
    .hint = use the next level down: one `#` more, not two
    .why =
        Between this heading and the one before a level is missing. Headings are the page's index, and those
        who listen to it find their way by them: a skipped level sounds like a missing part. The level is not
        there to choose the size of the letters; the theme sees to that.

empty-heading = This heading is empty
    .hint = write the heading, or remove the line
    .why =
        There is the sign of a heading (`##`) but no text. The page's index would have an empty line. Write the
        heading, or remove the line.

duplicate-anchor = The anchor `{ $anchor }` is used twice in this page
    .hint = choose another name in the heading's curly brackets
    .related = the first is here
    .why =
        Two places of the page have the same name for links. A link would always lead to the first. Change the
        name of one of them, or remove it: every heading gets one by itself.

broken-link = The link `{ $target }` leads nowhere
    .hint = check the path: it begins at this file's folder
    .near = did you mean `{ $near }`?
    .why =
        The page or file that the link leads to is not there. Readers would find "page not found". The path is
        written from the folder of the file that you are writing: `../novara/_index.md`. Sturdier is a
        reference by id, which holds even when the file moves: `ref:organization/cisa-24`.

broken-anchor = The page `{ $page }` has no place `#{ $anchor }`
    .hint = open the page and copy the anchor from its index
    .near = did you mean `#{ $near }`?
    .why =
        The page exists but does not have the heading that the link leads to. Usually the heading has changed.
        Copy the name from the page's index, or give the heading a fixed name.

unsafe-link = The link `{ $target }` is not allowed
    .hint = use an address with `https://`, `mailto:` or `tel:`, or a file of the site
    .why =
        The link would run a program for whoever opens it, or leads out of the site's folder. It can put readers
        at risk or show files that are not for publication. Allowed are web addresses, e-mail, telephone and
        files in the site's folder.

unknown-component = The theme has no component `{ $name }`
    .hint = look up the name in the theme's manual
    .near = did you mean `{ $near }`?
    .why =
        The text calls a component that the theme does not know. Components are ready-made pieces of a page, and
        every theme has its own. Check the spelling of the name. If you have changed the theme, the new one may
        have a similar component.

component-syntax = The call of the component cannot be read: { $detail }
    .hint = texts go in quotes, and every opened bracket is closed
    .why =
        The line that calls a component is not written as it should be. It has the component's name and its
        arguments, each in the form `name="value"`; numbers and `true` or `false` go without quotes. Compare
        the line with an example in the theme's manual.

component-argument = The argument `{ $name }` does not suit the component `{ $component }`
    .hint = see in the theme's manual which arguments it takes
    .why =
        The component does not take this argument, or needs it and does not get it, or wants it of another kind:
        a number and not a text, for example. Check the component's arguments in the theme's manual.

## Themes

unknown-theme = There is no theme `{ $name }`
    .hint = the themes available are: { $names }
    .near = did you mean `{ $near }`?
    .why =
        The theme that `site.toml` names is not among those available. A theme is a folder of that name in
        `themes/`; `civico` is always there. Check the name, or copy the theme's folder.

template-error = A template of the theme does not work: { $detail }
    .why =
        A template, the design of one type of page, has a mistake or uses data that is not there. This has
        nothing to do with the text of the pages: it is for whoever looks after the theme. If the theme is
        yours, see the place shown; otherwise pass the message on to its author.

labels-syntax = The theme's labels cannot be read: { $detail }
    .why =
        The file with the theme's words, in `i18n/`, has a mistake in its writing. Without labels the pages
        would have gaps. This is for whoever looks after the theme: every line has the form `name = text`.

## Warnings

missing-summary = The page has no summary
    .hint = add `summary: …`, one or two sentences
    .why =
        The page does not say in brief what it is. The summary appears in lists, in search results and when the
        page is shared: without it people must open the page to find out. One or two sentences are enough, 255
        characters at most.

no-establishing-act = The act that establishes the body is not named
    .hint = add it in `legal_basis` with `relation: establishes`; if it is not published, `missing: true`
    .why =
        The page does not say by which act the body came to be. Readers must be able to go back to the decision.
        Add the act in `legal_basis` with `relation: establishes`. If there is an act but it cannot be found,
        write `missing: true`: the page will say so openly.

no-chair = Nobody chairs `{ $title }`
    .hint = if someone does, write `role: chair` on that seat
    .why =
        No seat of this body has the role of chair. That may be right, but more often a fact is missing, and it
        is the first one that people look for. Write `role: chair` on the seat of whoever chairs; if the act
        does not say, leave it as it is.

several-chairs = `{ $title }` has more than one chair ({ $count })
    .hint = for a deputy use `role: vice_chair`
    .why =
        More than one seat has the role of chair. A shared chair exists, but usually one of the two is a vice
        chair or chairs a table. Check the act; if the chair is really shared, leave it as it is.

uncertain-count = The number of places of the seat `{ $seat }` is { $source }
    .hint = when an act says it, write `count` and remove `count_source`
    .why =
        How many places this seat has is written nowhere: it follows from the context, or it is not known. The
        page says so and does not make up a number. When you find an act that lays it down, write the number in
        `count` and remove `count_source`.

unfilled-seat = In the seat `{ $seat }` { $vacant ->
        [one] one place of { $places } has no holder
       *[other] { $vacant } places of { $places } have no holder
    }
    .hint = add in `holders` who is in office, or `vacant: true` if the place is free
    .why =
        For one or more places of the seat it is not known who holds them. Readers cannot know whom to turn to.
        Add in `holders` who is in office and since when; if the place is really free, write `vacant: true`.

expired-mandate = The mandate of { $holder } in the seat `{ $seat }` ran out on { DAY($until) }
    .hint = add the successor, or the new date if the mandate was extended
    .why =
        The mandate has ended and nobody is named as successor. The page would show a state of affairs that is
        past. Add the new person in `holders` with the first day. Do not delete the one before: it stays in the
        body's history.

member-without-seat = { $organization } is a member of the body but has no seat
    .hint = add the seat, or use `each: members` if there is one for every organization
    .why =
        The organization is among the members, but nothing says who represents it. A seat may be missing, or the
        organization is no longer part of the body. Check the act and update the seats or the list `members`.

dissolved-organization = { $organization } is not what it was: { $change }, { DAY($date) }
    .hint = find out who has taken its place and update the card
    .into = now there is { $into }
    .why =
        An organization that the page names was merged with another, split, renamed or closed. The page would
        tell of a state of affairs that is no more. Put the organization that has taken its place, or a last
        day if the page tells of the past.

outside-territory = { GIVEN($since) ->
        [no] { $organization } is not in the territory `{ $area }`: it belongs to { $actual }
       *[yes] { $organization } is no longer in the territory `{ $area }`: since { DAY($since) } it belongs to { $actual }
    }
    .hint = check whether the organization is still part of the body
    .why =
        The organization lies outside the body's territory. This happens when borders change, for example with a
        new province. If it is no longer part of the body, remove it or say until when it was; if it is part of
        it all the same, leave it as it is.

unknown-article = The act `{ $act }` is not known to have an article { $article }
    .hint = check the number in the text of the act
    .why =
        The article that is cited is not among those that the site knows of the act. It may be a mistake in the
        document that you copy from, or the list of articles is not complete. Check the official text. If the
        original cites it so, leave it and explain it in `note`.

stale-meeting = The meeting is announced, but it was on { DAY($date) }
    .hint = write `status: held` if it took place, `status: cancelled` if it was called off
    .why =
        The date of the meeting is past, but the page still announces it. Readers do not know whether it took
        place. Change `status` to `held` or `cancelled` and, if it took place, add the minutes when they are
        there.

missing-minutes = The meeting was held { $days } days ago and has no minutes
    .hint = the meeting was on { DAY($date) }: add the minutes in `minutes`
    .why =
        Sixty days after the meeting its minutes are still not published. Minutes are how decisions become
        known. Add them to the documents and name them in `minutes`.

not-reviewed = Nobody is known to have reviewed the page in the last { $months } months
    .hint = last review: { DAY($date) }; read it again and update the date in `reviewed`
    .never = read it again and write today's date in `reviewed`
    .why =
        For a long time nobody has confirmed that the page is still true. People, offices and addresses change
        without the page's knowing. Read it again, correct what has changed and write in `reviewed` the date on
        which you did so, even if there was nothing to correct.

no-publication-basis = Nothing says why this person's name is published
    .hint = add `publication_basis: …`, for example the rule or the consent
    .why =
        A person's name is personal data, and publishing it takes a reason: a rule on transparency, the office
        held, the person's consent. Write it in `publication_basis`. If there is none, name the office without
        the person.

personal-email = `{ $value }` looks like the address of a person
    .hint = if there is one, use the office's, for example `socialpolicies@authority.example`
    .why =
        The address looks like that of a person and not of an office. When the person moves on, mail gets lost,
        and the name stays on the web longer than it should. If the office has an address, use that; otherwise
        leave it as it is.

vague-link = The text `{ $text }` does not say where the link leads
    .hint = use the name of the page or document as the text
    .why =
        People who use a screen reader often go through the links alone: "click here" or "read more" say nothing
        by themselves. Say in the link's text what is to be found, for example "the Zone Plan 2024-2026 (PDF)".

missing-legal-link = A link is missing at the foot of the pages: { $role }
    .hint = add it in `site.toml` under `[footer]`
    .why =
        A public site must have legal notes, a privacy notice and an accessibility statement at the foot of every
        page. One of these links is missing. Add the page, or the address where it is, to the settings of the
        site, under `[footer]`.

html-removed = There is HTML in the text that was not published
    .hint = use Markdown, or a component of the theme
    .why =
        The text has HTML that for safety was not put in the page. HTML can hold programs or break the page.
        Nearly everything can be written in Markdown; for the rest the theme has its components. Whoever runs
        the site can choose how HTML is treated in `site.toml`, under `[markdown]`.

shallow-history = The history of changes is not whole: dates of last update stay empty
    .hint = fetch the whole history, for example with `git fetch --unshallow`
    .why =
        The dates of "last update" come from the history of changes, of which only a part was fetched here. The
        dates would be wrong, so they stay empty. Fetch the whole history: systems that publish by themselves
        usually have an option for it (`fetch-depth: 0`).

## Kinds of values

shape-text = a text
shape-summary = a summary
shape-id = an identifier
shape-word = a word of the list
shape-email = an e-mail address
shape-phone = a telephone number
shape-url = a web address
shape-alias = an old address of this site
shape-istat = an ISTAT code
shape-tax-code = the tax code of an organization
shape-time-zone = a time zone
shape-date = a date
shape-time = a date with a time
shape-language = the code of a language
shape-flag = true or false (`true` or `false`)
shape-integer = a whole number
shape-list = a list
shape-mapping = a group of entries
shape-nothing = nothing

## Types

type-body = body
    .a = a body
    .the = the body
    .none = No body
type-table = table
    .a = a table
    .the = the table
    .none = No table
type-seat = seat
    .a = a seat
    .the = the seat
    .none = No seat
type-organization = organization
    .a = an organization
    .the = the organization
    .none = No organization
type-person = person
    .a = a person
    .the = the person
    .none = No person
type-meeting = meeting
    .a = a meeting
    .the = the meeting
    .none = No meeting
type-document = document
    .a = a document
    .the = the document
    .none = No document
type-area = area
    .a = an area
    .the = the area
    .none = No area
type-topic = topic
    .a = a topic
    .the = the topic
    .none = No topic
type-page = page
    .a = a page
    .the = the page
    .none = No page
type-section = section
    .a = a section
    .the = the section
    .none = No section
type-activity = activity
    .a = an activity
    .the = the activity
    .none = No activity
type-file = file
    .a = a file
    .the = the file
    .none = No file
type-anything = thing
    .a = a thing of the site
    .the = the thing
    .none = Nothing

count-implied = inferred from the context
count-unknown = unknown

change-merger = merger
change-split = split
change-rename = change of name
change-closing = closing

footer-legal = legal notes
footer-privacy = privacy notice
footer-accessibility = accessibility statement
footer-responsible = responsible for publication

## Command line

severity-error = error
severity-warning = warning
level-help = help
level-note = note

cli-errors = { $count ->
    [one] one error
   *[other] { $count } errors
}
cli-warnings = { $count ->
    [one] one warning
   *[other] { $count } warnings
}
cli-built = { $pages ->
    [one] One page
   *[other] { $pages } pages
} in { $seconds } s: { $written ->
    [0] no file changed
    [one] one file written
   *[other] { $written } files written
}, { $removed ->
    [0] none removed
    [one] one removed
   *[other] { $removed } removed
}
cli-checked = { $pages ->
    [one] One page checked
   *[other] { $pages } pages checked
} in { $seconds } s
cli-found = { $errors ->
    [0] no errors
    [one] one error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] one warning
   *[other] { $warnings } warnings
}
cli-nothing-written = Nothing was written: the site of before is as it was
cli-explain = to know more: `raccordo explain { $code }`
cli-example = An example
cli-unknown-code = There is no explanation called `{ $value }`
cli-codes = The explanations there are:
cli-progress-load = Reading files
cli-progress-parse = Reading pages
cli-progress-resolve = Checking
cli-progress-render = Preparing pages
cli-progress-write = Writing the site
cli-no-site = There is no `site.toml` in `{ $folder }` or in the folders above
cli-no-site-hint = name the site's folder with `--root`
cli-bad-as-of = `{ $value }` is not a date: write year, month and day, for example `2026-03-14`
cli-bad-base-url = `{ $value }` is not a web address: it begins with `https://`
cli-cannot-read = Cannot read `{ $path }`: { $detail }
cli-cannot-write = Cannot write `{ $path }`: { $detail }
cli-busy-output = Another build is writing to `{ $folder }`: try again when it is done
cli-foreign-output = There is a file at `{ $path }` that is not this site's: it is left alone
cli-output-in-source = The folder `{ $folder }` holds the site's texts: choose another with `--out`
cli-internal = Internal error of Raccordo: { $detail }
cli-internal-hint = the texts are not the cause: tell whoever looks after the program

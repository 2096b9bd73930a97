# The words of Raccordo in English. The same keys as it.ftl, the same variables.
# A "why" begins with one sentence that says what the matter is: it is also the explanation's title.

## Files

invalid-utf8 = The file holds characters that cannot be read: it is not UTF-8
    .hint = open the file again and save it with the encoding UTF-8
    .why =
        The text is saved in an encoding other than UTF-8. This happens with files from older programs:
        accented letters (à, è, ù) would turn into gibberish. Open the file in your editor, choose "Save with
        encoding" and then "UTF-8", and check the accents.

unprintable-character = There is a character that cannot be shown ({ $code })
    .hint = delete it; if you do not see it, delete the letters beside it and type them again
    .why =
        The text holds a control character, which has no sign and which no page may hold. It mostly comes with
        text that is pasted from another program. `check --fix` takes it out of the page's text; in values,
        delete it by hand.

unreadable-file = The file cannot be read: { $detail }
    .why =
        The file is there but cannot be opened, or it is a link that leads out of the site's folder. For safety
        a site is made only of what is in its own folder: a link in `content/` or in a theme cannot lead out of
        it, nor to something hidden. Check the file's permissions; if it is a link, put a copy of the file in its
        place.

misnamed-file = The name of this file does not end in `{ $detail }`: so it is neither a page nor a registry
    .hint = if it is a page or a registry, let its name end in `{ $detail }`, in lower case; if not, take it out of `content/`
    .why =
        The name of the file is like that of a page or a registry, but ends differently. It would be published as
        it is written, even if it is a draft. Pages end in `.md`, registries in `.yaml` or `.yml`, in lower case.
        Some systems hide the ends of names: a file shown as `hours.md` may be called `hours.md.txt`.

language-in-name = { $hint ->
        [own] The name ends in the language of the site, `{ $language }`, which is not written in names
        [meant] In names of files, this language is written in another way: `{ $language }`
       *[other] The name ends in a language that the site does not have: `{ $language }`
    }
    .hint = if it is a translation, write `languages = [{ $languages }]` in `site.toml`; else take out the dot, or call the file `{ $near }`
    .meant = call the file `{ $near }`
    .own = call the file `{ $near }`: pages without a language in their names are in `{ $language }` already
    .why =
        The name of a page ends in the code of a language, like that of a translation, but the language is not among
        the other languages of the site. The page `hours.md` is in the language of the site (`language` in
        `site.toml`); `hours.de.md` translates it into one of the others (`languages`). Add the language, or
        change the name of the file.

copy-in-name = { $hint ->
       *[other] This file seems to be a copy of `{ $original }`, and becomes a page of its own
        [translation] This file seems to be a translation of `{ $original }`, but becomes a page of its own
    }
    .hint = put what is needed into one file, and delete the other; if it is a page of its own, give it another name
    .translation = call the file `{ $near }`: the language is written between two dots; if it is no translation, give it another name
    .why =
        Beside a page there is a file with the same name and the sign of a copy (`hours-copy.md`), or a language that
        is not written as in names of translations (`hours_de.md`, and not `hours.de.md`). Both files are published,
        and readers find the same thing twice.

active-file = A browser might run something that is in this file: { $detail }
    .hint = remove the file, or what is active in it; if you trust it, write `trusted_files = ["{ $file }"]` in `site.toml`
    .why =
        A file in `content/` might hold programs, which would have the rights of the site in a browser: they could
        read and change what the pages show, or collect data of readers. Pages are written in Markdown; an SVG
        drawing may be published if it holds only the drawing. Whoever runs the site can list the files and folders
        to trust in `site.toml`, under `trusted_files`. The files of themes are not checked.

missing-front-matter = { $hint ->
       *[other] The file does not begin with the lines that say what the page is
        [foreign] This is no text file, but { $format }
        [returns] The lines of this file end as on old Macs (CR)
    }
    .foreign = copy its text into a file that `raccordo new` begins; if readers are to load it, give its name the ending of its format
    .returns = save it again with the line endings of Unix (LF) or Windows (CRLF)
    .hint = begin the file with a line `---`, then `title: …`, then another line `---`
    .spelt = the first line must be `---`: three short dashes, with nothing before them
    .why =
        Every page begins with some lines, its front matter, between two lines of three dashes: they say what
        the page is and what it is called. Without them the page would have no title. The very first line of
        the file must be `---`, with no spaces or empty lines before it.

unclosed-front-matter = The second line `---` is missing, the one that closes the lines at the top of the page
    .hint = add a line `---` between the last entry, such as `title: …`, and the text
    .spelt = this line must be `---`: three short dashes, with nothing before them
    .why =
        The lines at the top of the page, its front matter, begin with a line `---` but have no second one that
        closes them. Nobody can tell where the text begins. Add a line of just three dashes after the last
        entry.

yaml-syntax = { $hint ->
        [quote] The quotes of this text are missing, or they are wrong
        [dash] Here goes a dash
        [colon] The colon is missing here, or the space after it
        [close] There is a bracket that is not closed
        [comma] A comma is missing here
        [indent] This line begins in the wrong place
        [tab] There is a tab here, or a special space, in place of spaces
        [documents] There is a line `---` too many here
        [control] There is a character here that cannot be seen
       *[other] { GIVEN($detail) ->
            [no] The file cannot be read from here on
           *[yes] The file cannot be read from here on: { $detail }
        }
    }
    .hint = check this line and the one before: indents, colons, quotes and brackets
    .quote = write `{ $mended }`
    .colon = a key is followed by a colon and a space: `{ $mended }`
    .dash = each entry of a list begins with a dash and a space
    .close = write `{ $mended }`
    .comma = entries need a comma between them: `{ $mended }`
    .indent = { $column ->
        [1] begin the line at the margin, without spaces
       *[other] begin the line in column { $column }, like the others of its group
    }: `{ $mended }`
    .tab = write this line with normal spaces, and begin it in column { $column }
    .documents = remove this line: the whole file is one group of entries
    .control = delete the character; if you cannot find it, type the line again
    .why =
        The lines at the top of the page (the front matter), or the registry, are not written in the YAML
        format. The usual causes are an indent made with the tab key or of another length than the lines around
        it, a missing space after a colon, a quote or bracket that is not closed. If the hint says what to
        write, it has been tried; if not, look at the line before as well.

yaml-alias = This is a YAML reference (`&`, `*` or `!`), which these files do not use
    .hint = write the value out, wherever it is needed
    .quote = if that sign belongs to the text, write `{ $mended }`
    .why =
        The value begins with `&`, `*` or `!`, which have a special meaning in YAML. These files do not use
        them, because a reader should find every value where it is used. Write the value out or, if the sign
        belongs to the text, put the text in quotes.

too-deep = There are too many levels, one inside the other
    .why =
        The values are nested more deeply than any page needs. Usually an indent grows with every line, or
        brackets are opened and never closed. Compare the place shown with a page that works.

toml-syntax = { $hint ->
       *[other] The file cannot be read: { $detail }
        [mended] This line is not written as it must be in this file
        [twice] `{ $key }` is written twice
    }
    .hint = a line is one of these: `word = "text"`, `word = true`, `word = 3`, `word = ["one", "two"]`, or `[block]` and `[[block of a list]]` above such lines
    .mended = write `{ $mended }`
    .twice = keep one; if the line is one of the whole file and not of the block above it, move it up, before the first line that begins with `[`
    .why =
        The file is not written in the TOML format, that of `site.toml` and `theme.toml`. The usual causes are a
        text without quotes, a quote that is not closed, or the same entry written twice. The place shown is
        where reading stops.

## The shape of values

unknown-key = { $hint ->
       *[other] { GIVEN($key) ->
            [no] Here goes a key, that is, a word followed by a colon
           *[yes] There is no key `{ $key }` here
        }
        [facts] Only words go into a translation, and here are facts: { $facts }
    }
    .facts = facts stay in `{ $original }` and hold for every language: take them out here, or translate their texts in `words`. `raccordo check --fix` takes out those that are the same
    .hint = check the spelling
    .english = keys are written in English: `{ $english }`
    .pair = keys and their words are written in English: `{ $mended }`
    .comma = the comma divides entries; if all of it is one value, write `{ $mended }`
    .blank = there are special spaces before the word: delete them, and write normal ones
    .near = did you mean `{ $near }`?
    .seat = it is a seat of the body: add to `seats` an entry with `role: { $role }`
    .full-name = given name and family name go together into `name`: `name: Anna Rossi`
    .holder = who sits there is an entry of `holders`: `holders: [{ "{" }name: NAME{ "}" }]`; the name of the seat itself is its `title`
    .delegate = whether the holder may send somebody else goes into `delegable`; who comes as a delegate is an entry of `holders`, with `delegate_of`
    .appointed = who appoints goes into `appointed_by`; that the holder is appointed, into `basis: appointed`; and who it is, into `holders`
    .members = keys are written in English: the organizations that are members go into `{ $english }`; persons go into `seats`, under `holders`
    .substitute = a substitute is an entry of its own in `holders` of the seat: `{ "{" }name: NAME, substitutes: NAME OF THE HOLDER{ "}" }`
    .meeting = how often it meets goes into `procedure`, as `meets`; a meeting is a page of its own, with `type: meeting`
    .below = it goes under `{ $parents }`, as `{ $inner }`
    .channel = it is a way to reach somebody: write it in `channels`, as `channels: [{ $channel }]`
    .contact = it is a way to reach somebody: write it in `contacts`, with the office that answers, and there in `channels`, as `channels: [{ $channel }]`
    .above = it is a line of the whole site, but here it is part of the block above it: move it up, before the first line that begins with `[`
    .keys = { GIVEN($keys) ->
        [no] all possible keys are there already: remove this one
       *[yes] what can be written here: { $keys }
    }
    .why =
        There is a key that is not foreseen in this place. If it were passed over, the information would vanish
        from the site and nobody would notice. Keys are in English and there is one way to write each thing.
        Correct the key; at the top of pages, further data that only the theme uses goes under `extra:`.

refused-key = The key `{ $key }` is not allowed: it would publish personal data
    .hint = remove the line, from earlier versions too if the repository is public
    .why =
        This key would put personal data on the web that nobody needs in order to know who does what. A
        person's tax code, date of birth and home address are not published (Regulation (EU) 2016/679,
        article 5: only the data that are necessary). Remove the line. If the file has been shared already,
        tell whoever looks after the repository: the data stays in the history.

duplicate-key = The key `{ $key }` is written twice
    .hint = keep one value
    .join = write the entries of both under the first, and take the second out
    .related = the first time is here
    .why =
        The same key occurs twice in one group. There is no telling which of the two values is the right one.
        Delete the one that is not needed, or join them.

duplicate-item = `{ $value }` is in the same list twice
    .hint = keep it once, or write what you meant
    .related = the first time is here
    .why =
        The same value occurs twice in one list: pages show and count it once. Or the same person holds two places of one seat
        at the same time, for the same organization: pages count two places. Perhaps you meant another in place of one
        of the two. Correct it, or delete one; of somebody who comes back, write in `until` when they left before. If they are
        two people of the same name, accept the warning in `accepted`.

missing-key = The key `{ $key }` is missing
    .hint = add `{ $key }: …`
    .toml = add `{ $key } = …`
    .seats = add the seats in `seats`, or tables in `tables`, each with seats of its own
    .why =
        This page, or an entry in it, lacks a piece of information that is required. Without it the page would
        be incomplete, or could not be made at all. A body, for example, has seats, or tables that have them.
        Add the key with its value.

wrong-type = Here goes { $expected }, but there is { $found }
    .mended = write `{ $mended }`
    .beside = write `{ $form }` in place of `{ $key }: …`
    .dash = put a dash and a space before each entry of the list; indent the lines that belong to it
    .sign = each entry of the list begins with a dash and a space: `{ $form }`
    .number = write the whole number in figures, without quotes
    .flag = write `true` if it is so, `false` if it is not; if nobody knows, take the key away
    .list = write each entry in a line of its own, with a dash and a space before it
    .keys = this is a group with these keys, each in a line of its own: { $keys }
    .entries = this is a list of groups: each begins with a dash and has these keys: { $keys }
    .pool = here go the `id`s of organizations of the site, in square brackets, as `[comune-alba]` (`raccordo new organization "Name"` adds one that is missing); those without an `id` go into `represents` (on whose behalf) or into `each` (one place for each)
    .why =
        The value is of another kind than the one expected, for example a text where a list belongs. A list is
        written with one dash per line, or in square brackets: `[one, two]`. A group of entries is written
        with one key per line, indented. True and false are written `true` and `false`, without quotes.

empty-value = { $hint ->
        [text] Missing here: { $shape }
        [mended] Without quotes this is not a text: the key `{ $key }` is empty
       *[other] The key `{ $key }` is empty
    }
    .hint = write the value; if the key is optional, the line can go
    .text = write the value between the quotes, or remove the entry
    .mended = write `{ $mended }`
    .why =
        The entry is there but holds nothing. An empty entry cannot be told from a forgotten one. Write the
        value; if the entry is optional and not needed, remove the whole line.

unknown-value = `{ $value }` is not one of the values allowed here
    .near = did you mean `{ $near }`?
    .values = the values allowed are: { $values }
    .listed = the words of the list are: { $values }. Others are added in `site.toml`, under `[vocabularies.{ $list }]`
    .near-listed = did you mean `{ $near }`? The words of the list are: { $values }. Others are added in `site.toml`, under `[vocabularies.{ $list }]`
    .warning = here goes the code of a warning, as `raccordo check` shows it in square brackets; errors cannot be accepted
    .by-date = `when` is only for lists that are sorted by date: add `by = "date"`
    .none = if there is none, write why: `{ "{" }none: closed session{ "}" }`
    .why =
        This entry takes only the words of a fixed list. That is how pages can be searched, grouped and
        translated. Choose a word from the list, in English and in small letters. To the kinds of bodies,
        organizations, documents and areas, and to relations, a site can add words of its own in `site.toml`,
        under `[vocabularies]`.

out-of-range = { GIVEN($min) ->
        [no] The number { $value } is too large or too small
       *[yes] { GIVEN($max) ->
            [no] { $value } will not do: it must be at least { $min }
           *[yes] { $value } will not do: it must be from { $min } to { $max }
        }
    }
    .range = the maximum (`max`) is smaller than the minimum (`min`): they may be swapped
    .why =
        The number is smaller or larger than makes sense here. Usually there is a digit too many or too few, a
        minus sign, or minimum and maximum are swapped. Check the number.

bad-id = `{ $value }` cannot be an identifier
    .hint = use letters without accents, digits, `-`, `_` and `.`, beginning with a letter or digit
    .near = did you mean `{ $near }`?
    .reference = here goes the `id` of a page or an entry, which is behind `id:` in its file (such as `comune-alba`), and not its name; if there is none yet, `raccordo new` begins it
    .file = { GIVEN($near) ->
        [no] the identifier is the file's name: change it, with letters without accents, digits and hyphens
       *[yes] the identifier is the file's name: call the file `{ $near }.md`, or write `id: { $near }`
    }
    .seats = here go the `id`s of the seats of this body among whose holders somebody is chosen, and no words
    .why =
        The identifier has characters that cannot stand in an address of the site. It is the name by which
        other pages refer to this one. Where `id` says nothing, it is the name of the file. Write it in small
        letters, with hyphens for spaces and without accents: `comune-ascoli-piceno`.

bad-date = `{ $value }` is not a date
    .hint = write year, month and day: `2026-03-14`
    .near = did you mean `{ $near }`?
    .still = if the end has not come, remove the line: whoever has no end is in office
    .partial = write year, month and day: `2026-03-14`; if not all are known, `2026-03` or `2026`
    .why =
        The date is not in the calendar, or it is written in another way. Dates are written as year, month and
        day with hyphens between them: 14 March 2026 is `2026-03-14`. So nobody can mistake the day for the
        month. On the pages the date is then spelled out. Where history is told (mandates, periods, acts) and
        day or month are not known, write what is: `2026-03` or `2026`.

bad-time = `{ $value }` is not a day, with or without a time
    .hint = write day and time: `2026-03-14T15:30`; if the time is not known, `2026-03-14`
    .near = did you mean `{ $near }`?
    .why =
        The date does not exist, or it is written in another way. Write the day, a `T` and the time: half past
        three in the afternoon of 14 March 2026 is `2026-03-14T15:30`. If the time is not known, the day will
        do. The time is in the site's time zone; for another one add the offset: `2026-03-14T15:30+01:00`.

bad-email = `{ $value }` is not an e-mail address
    .hint = it looks like `office@authority.example`
    .near = did you mean `{ $near }`?
    .several = write a channel for each: { $values }
    .why =
        The address cannot work as it is written. Whoever tries to write to the office would get no answer.
        Check that there is one `@`, no space and a whole domain, such as `provincia.novara.it`.

bad-phone = { $hint ->
       *[other] `{ $value }` is not a telephone number in international form
        [signs] In the telephone number `{ $value }` there are spaces or signs between the digits
    }
    .hint = write `+`, the code of the country and the number, without spaces: `{ $example }`; how to show it goes in `display`
    .signs = write `{ $near }`; how to show it goes into `display`
    .near = write `{ $near }`; how to show it goes into `display`
    .extension = write `{ $near }`, and the number with its extension in `display`: `display: "{ $value }"`
    .several = write a channel for each: { $values }
    .why =
        The number is not written so that a telephone can call it from anywhere. `value` takes the
        international number without spaces or dots: `+39` and then the number, with its leading zero for
        Italian landlines. To show it in another way, write that in `display`. Short numbers such as `112` are
        fine as they are.

bad-url = `{ $value }` is not a web address
    .hint = it begins with `https://`
    .near = write the whole address: `{ $near }`
    .why =
        The address cannot be opened as it is written. Give the whole address, as the browser shows it:
        `https://www.provincia.novara.it/`. For a page of this site use an internal link instead.

bad-base-url = `{ $value }` cannot be the address of the site
    .hint = write the host and, if there is one, the folder: `https://www.comune.example/consulte`
    .near = did you mean `{ $near }`?
    .why =
        The paths of the pages are added to this address, so it consists of `https://`, a host and perhaps a
        folder. It has no user name or password, which everybody could read, and nothing after `?` or `#`.
        Accented letters, spaces and capitals in the host are written as the browser copies them: `%20` for a
        space.

bad-color = `{ $value }` is not a colour
    .hint = write `#` and six digits: `#0b4a63`
    .near = did you mean `{ $near }`?
    .why =
        The colour is not in the form in which it can be measured. Colours are written as the graphic guides of
        authorities give them for screens: `#` and six digits from 0 to f, two each for red, green and blue.

bad-alias = `{ $value }` cannot be an old address of this site
    .hint = write the path from the root of the site: `/novara/coordination`
    .near = did you mean `{ $near }`?
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
    .hint = { $given ->
        [0] add the one that says how things stand
       *[other] keep just the one that says how things stand
    }
    .why =
        Of some keys exactly one must be chosen, because they say the same thing in different ways. Whoever
        holds a seat, for example, is a person with a page (`person`), a name (`name`), an organization of
        which nobody is named (`on_behalf_of` alone), or nobody (`vacant: true`). Add the one that is missing,
        or remove those too many.

## Identity and references

misplaced-type = A page of type `{ $value }` cannot be in this file
    .index = the file `_index.md` is the page of a section: write `type: section`, or give the file another name
    .translation = the page that it translates is of type `{ $near }`: write that, or take the line out
    .page = the page of a section is the file `_index.md` in its folder
    .why =
        The type of the page does not go with the file that it is written in. The file `_index.md` of a folder
        is the page of that section; other files are pages of other types. Correct `type`, or give the file
        another name.

orphan-translation = This translation has no original: there is no file `{ $original }`
    .hint = make the original page, or give this file the same name as the original
    .why =
        The file's name says that it translates a page, but that page is not there. The translation of
        `page.md` is called `page.de.md` and is in the same folder: it has only the words, while the facts
        stay in the original. Usually the original was moved or renamed: give the translation the same name.
        If it is not a translation, take the code of the language out of the name.

dangling-reference = { $type_none } has the id `{ $id }`
    .hint = check the id, or add the page or registry entry that is missing
    .near = did you mean `{ $near }`?
    .named = write `{ $near }`: here goes the `id`, not the name
    .reference = here goes the `id` of a page or an entry, which is behind `id:` in its file (such as `comune-alba`), and not its name; if there is none yet, `raccordo new` begins it
    .seat = here goes the `id` of a seat, the one behind `id:` in `seats`: alone if the seat is in this body, `body/seat` if it is in another
    .draft = it exists but is a draft, which is not published: remove `draft: true` there, or this reference
    .pool = here go the `id`s of organizations of the site, in square brackets, as `[comune-alba]` (`raccordo new organization "Name"` adds one that is missing); those without an `id` go into `represents` (on whose behalf) or into `each` (one place for each)
    .each = here go the `id`s of organizations of the site; if none of them has one, write them in one text: `each: { $mended }`
    .no-minutes = if the minutes are not published, write why: `minutes: { "{" }none: closed session{ "}" }`
    .why =
        The page refers to something that the site does not have. On the site it would be a name without a
        page, or a broken link. Check the spelling of the id. If the thing exists but the site lacks it, add it
        to a registry: a few lines are enough, for example id, title and kind of an organization. A draft can
        be referred to once it is published.

wrong-type-reference = `{ $id }` is { $found_a }, here goes { $expected_a }
    .form = write `{ $form }`
    .hint = check the id, or move it to the key that it fits
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
    .composition = an earlier composition of the body is there: move the other page, or choose another word with `composition` under `[paths]` in `site.toml`
    .generated = the site puts a page of its own there: change the name of this file or its `id`; if it is the page of a list, another folder can be chosen in `site.toml` under `[paths]`
    .related = it is taken here
    .why =
        Two pages, files or old addresses would end up at one address, and one would wipe out the other. Two
        addresses that differ only in capital letters, or in how Unicode writes an accent, count as one, because
        many servers do not tell them apart. The address of a page comes from its file's name, that of a
        registry entry from its id. Change the name, the id or the alias of one of the two.

lost-address = { $count ->
        [one] At `{ $address }` there was a page, and now there is nothing
       *[other] { $count } published addresses lead to nothing now: at or below `{ $address }`, in one language or several
    }
    .composition = the dates of the body, its terms or their ids are others now, and the page of today does not show who sat there then. Put them right. If the address may lead to the page of today, write it into the `aliases` of that; if it may go, run `raccordo urls --accept`
    .folder = they seem to be below `{ $to }` now: `raccordo check --fix` writes the old addresses into their `aliases`. If they may go, run `raccordo urls --accept`
    .hint = this page seems to have been there: write the old address into its `aliases`: `aliases: [{ $alias }]`. If another one was, which may go, run `raccordo urls --accept`
    .unknown = write the old address into the `aliases` of the page that has taken its place; of a generated list, into an `_index.md` in the folder of `content/` that has the name it has now. If none has, and it may go, run `raccordo urls --accept`
    .why =
        `urls.txt` lists the addresses that were published. People have noted them, and other sites lead there. An
        address in this list needs a page or a redirect: `aliases` of the page that has moved. `raccordo check --fix`
        writes it, where only one page can be meant. If a page was dropped on purpose, or became a draft,
        `raccordo urls --accept` writes the list anew. Without the file, nothing is compared.

unpublishable-address = Nothing can be published at `{ $address }`
    .hint = change the id, the file name or the alias
    .length = it is too long: a name may have 255 bytes, the whole address 900
    .character = it has a control character or a `\`: leave it out of the id, the file name or the alias
    .ending = a name in it ends with a dot or a space: leave that out
    .device = a name in it stands for a device on Windows, such as `con`, `aux` or `lpt1`: choose another
    .own-file = Raccordo writes a file with the name of one of its folders, such as `sitemap.xml` or `feed.xml`: choose another
    .why =
        A site can be published on every disk and every host, and not all of them can have a file at this address.
        The address of a page comes from its file's name, that of a registry entry from its id. Change the name,
        the id or the alias.

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

holders-elsewhere = The seat `{ $seat }` has the holders of the seat `{ $other }` (`held_by`), but also holders written here
    .hint = remove `holders` from this seat, or remove `held_by`
    .why =
        With `held_by`, whoever holds another seat sits here by right: the holders are written once, there, and
        are shown in both bodies. If some are written here too, nobody knows which of them hold the seat. Remove
        the ones or the other.

indirect-seat = The seat `{ $seat }` has its holders from `{ $other }`, which has them from another itself
    .hint = name the seat in which the holders are written
    .why =
        `among` and `held_by` name the seat in which the holders are written. If that seat has them from another
        itself, the chain might never end, and readers would not know who sits. Name the seat at which the chain
        begins. `held_by` can name a seat with `among` too: its holders are those written
        there or, without any, whoever is elected to its `role` among the members.

future-date = The date { DAY($date) } is in the future
    .hint = the site speaks of { DAY($as_of) }: the date cannot be later
    .held = if the meeting has not been held yet, remove `status`; if it has, correct the date in `start`
    .why =
        The date of the last update (`updated`) or review (`reviewed`) tells of something that has already
        happened, so it cannot be later than the day that the site speaks of. The same holds for the start of a
        meeting that was held (`status: held`). Often day and month are swapped or the year is wrong. Correct the date.

from-and-each = `from` and `each` cannot both be on one seat
    .hint = keep `from` if one is chosen among these organizations, `each` if there is one for each
    .why =
        A seat says in one way only where its holders come from. With `from` they are chosen from the pool of
        those organizations; with `each` there is one for every one of them. Keep the one that agrees with the
        act. If both are needed, make two seats.

each-of-nothing = The seat is for each of `{ $each }`, but the body lists none
    .hint = add the list at the top of the body's page, or write in `each` whom it refers to
    .why =
        The seat refers to a list of the body that is not there: `zones` are the zones in `territory`,
        `members` are the organizations in `members`. Without the list nobody knows how many places there are.
        Add the list, or write in `each` a text that says whom it refers to.

count-mismatch = `count` says { $count }, but the list of `each` has { $size ->
        [one] one item
       *[other] { $size } items
    }
    .hint = correct `count` or the list; if they always agree, `count` can go
    .why =
        The seat has one place for each item of a list (`each`), but the number in `count` is another. One of
        the two is out of date. Check the act, then correct `count` or the list. Where `count` is a minimum and
        a maximum, the list must lie between them.

zones-mismatch = The zones are { $count } by number, the lead organizations listed are { $leads }
    .hint = correct `count` or the list `lead`: every zone has its lead
    .why =
        The number of zones differs from the number of lead organizations. Every zone has one. A lead is
        missing, there is one too many, or the number is out of date: check the act and correct. If the leads
        are not known, leave out the whole list `lead`.

foreign-language = The entry is translated into a language that the site does not have: `{ $language }`
    .hint = if the site is in this language too, write `languages = [{ $languages }]` in `site.toml`; otherwise remove the translation
    .why =
        An entry of a registry has its words in other languages in `translations`. Those in a language that the
        site does not have (`language` and `languages` in `site.toml`) would be shown nowhere. Check the code of
        the language (`en`, not `eng`), or add it to `site.toml`.

missing-office = The seat belongs to an office, but the office is not named
    .hint = add `office: …`, for example `office: Councillor for Social Policies`; if the office is another seat of the site, `held_by: body/seat`
    .among = add `office: …`, for example `office: Mayor in turn`; if whoever sits is elected or appointed, correct `basis`
    .why =
        Whoever sits ex officio (`basis: ex_officio`) sits because of an office held. Without the name of the
        office the page would not say who it is. Write in `office` the name that the act uses.

until-before-from = The end ({ DAY($until) }) comes before the beginning ({ DAY($from) })
    .hint = check the two dates: they may be swapped
    .why =
        The end of a period, mandate or meeting comes before its beginning. Usually the two dates are swapped,
        or the year is wrong. Check the act and correct. A period includes its first and its last day.

overfull-seat = { $hint ->
       *[other] The seat `{ $seat }` has { $places ->
            [one] one place
           *[other] { $places } places
        }, but { $holders } holders at one time ({ DAY($date) })
        [vacant] The seat `{ $seat }` has { $places ->
            [one] one place
           *[other] { $places } places
        }; { $holders } are held, and still { $vacant ->
            [one] one is said to be vacant
           *[other] { $vacant } are said to be vacant
        } ({ DAY($date) })
        [substitutes] The seat `{ $seat }` has { $places ->
            [one] one substitute
           *[other] { $places } substitutes
        }, as `substitutes` says, but { $holders } are written at one time ({ DAY($date) })
    }
    .vacant = if the place has been filled, take out `vacant: true`; if there is one place more, correct `count`
    .substitutes = write `until` for the substitutes who have left, or correct the number in `substitutes` of the seat
    .hint = write `until` for those who have left; mark substitutes with `substitutes`, or correct `count`
    .why =
        On one and the same day the seat would have more holders than places. Nearly always the end of a past
        mandate is missing, or the beginning of the one that followed. Add `until` for whoever has left, mark
        substitutes with `substitutes`, or correct the number of places. `until` is the last day in office:
        whoever begins on that day takes over, which is no fault. A vacant place is a place too. Substitutes
        take none, but there cannot be more of them than `substitutes` of the seat says.

uneven-holders = { $hint ->
       *[other] The seat `{ $seat }` has one place for each organization, but { $holders } sit for `{ $organization }` ({ DAY($date) })
        [vacant] The seat `{ $seat }` has one place for each organization: somebody sits for `{ $organization }`, yet its place is said to be vacant ({ DAY($date) })
    }
    .vacant = if somebody has the place, remove `vacant: true`; otherwise write `until` for whoever has left
    .hint = correct `on_behalf_of`, or write `until` for those who have left
    .absent = correct `on_behalf_of` (nobody sits for `{ $absent }`), or write `until` for those who have left
    .why =
        The seat has one place for each of the organizations (`each`), but at one time several sit for one of
        them. Nearly always a person is entered under the wrong organization (`on_behalf_of`), or the last day
        (`until`) of whoever was replaced is missing. Substitutes do not count: mark them with `substitutes`.

holder-outside-pool = `{ $organization }` is not among the organizations that have the seat `{ $seat }`
    .hint = correct `on_behalf_of`, or the organizations of the seat: { $pool }
    .why =
        Someone sits for an organization (`on_behalf_of`) that is not among those from which the seat is drawn
        (`from`, `each` or the members of the body). One of the two is wrong: check the act. An organization
        that is a part of one of them will do. Nothing is said of those who have left.

unknown-holder = Nobody in the seat `{ $seat }` is called `{ $name }`
    .hint = write the name as in `name` or `person` of another holder of the seat; if it is not known, `substitutes: true`
    .among = write the name as it is among the holders of that seat; if it may be somebody else, remove `among`
    .near = did you mean `{ $near }`?
    .why =
        A substitute (`substitutes`) stands in for a holder of the same seat, but no holder of the seat has that
        name. Write it as it is in `name`, or the id that is in `person`. If it is not known who is substituted,
        write `substitutes: true`.

holder-outside-validity = The mandate leaves the time of the body, seat or organization, which did not exist then: { DAY($date) }
    .hint = it exists { GIVEN($from) ->
        [no] until { DAY($until) }
       *[yes] { GIVEN($until) ->
            [no] from { DAY($from) }
           *[yes] from { DAY($from) } until { DAY($until) }
        }
    }: correct the date of the mandate, `valid` or `changes`
    .why =
        Someone would be in office when the body, or its table, the seat or the organization for which they sit
        (`on_behalf_of`), was not there yet or not any more. Either the date of the mandate is wrong, or that of the
        body, seat or organization (`valid`, or a closing, merger or split in `changes`, from whose day on it is not
        there any more). Check the acts and correct.

meeting-outside-validity = On { DAY($date) } the body `{ $body }` did not exist
    .hint = the body exists { GIVEN($from) ->
        [no] until { DAY($until) }
       *[yes] { GIVEN($until) ->
            [no] from { DAY($from) }
           *[yes] from { DAY($from) } until { DAY($until) }
        }
    }: correct the date of the meeting, `valid` or `changes`
    .why =
        The meeting falls before the body came to be or after it ended. Either the date of the meeting is
        wrong, or the period of the body (`valid`, `changes`), or the body that is named. Check and correct.

contact-without-channel = This contact does not say how to reach it
    .hint = add at least a telephone number, an e-mail address or a street address in `channels`
    .why =
        The contact has a name but no way to reach it. That is what readers of the page look for. Add at least
        one way in `channels`, for example the office's telephone number or certified e-mail, or remove the
        contact.

## Text

image-without-alt = The image has no alternative text
    .hint = describe it between the square brackets: `![The seat of the Province](seat.jpg)`
    .html = add the description: `alt="The seat of the Province"`; if it is mere decoration, `alt=""`
    .why =
        Whoever does not see the image must be able to know what it shows. Alternative text is read out by
        screen readers and is required of Italian public sites (law 4/2004). Write between the square
        brackets, in a few words, what the image adds to the text.

broken-image = The image `{ $file }` cannot be read
    .hint = the file is damaged, or not of the kind that its name says: export it again as JPEG, PNG, GIF or WebP
    .too-large = make it smaller: a page shows no more than a few thousand pixels
    .why =
        A browser would show a gap in place of the image. Images are read at each build, to publish them in the
        sizes that the theme wants and to reserve their place on the page, so that nothing jumps while it loads.
        An image of more than 40 million pixels, or of more than 64 MB, is not read.

image-format = Browsers do not show `{ $file }` as an image
    .hint = export it as JPEG, PNG or WebP, and put that file into the page
    .no-image = write a link: remove the `!` before the square brackets
    .why =
        Many readers would see a gap in place of the image. Every browser shows JPEG, PNG, GIF, WebP, AVIF, SVG, BMP
        and ICO; few show TIFF, HEIC (the format of the photos of many phones) and JPEG XL. A document or a film is
        no image: a link opens it.

top-heading = There is a first-level heading in the text: the page has its title in `title`
    .hint = use `##`; if it repeats the page's title, remove it
    .why =
        A page has one main title, and it is `title`, at the top of the file. A second one of the same level confuses those
        who move through headings with a screen reader. Use `##` for the parts of the page and `###` for their
        parts. If the heading repeats the title, remove it.

skipped-heading = A heading of level { $before } is followed by one of level { $level }
    .hint = use the next level down: one `#` more, not two
    .why =
        Between this heading and the one before a level is missing. Before the first comes the title of the
        page, which is of level 1: so headings begin with `##`. Those who listen to the page find their way by
        its headings, and a skipped level sounds like a missing part. The level is not there to choose the size
        of the letters; the theme sees to that.

empty-heading = This heading is empty
    .hint = write the heading, or remove the line
    .why =
        There is the sign of a heading (`##`) but no text. The page's index would have an empty line. Write the
        heading, or remove the line.

duplicate-anchor = The anchor `{ $id }` is already used in this page
    .hint = choose another name in the heading's curly brackets
    .related = the first is here
    .why =
        Two places of the page would have the same name for links. A link would always lead to the first. Some
        names are taken by parts that the page has anyway, such as the contacts or a table. Change the name, or
        remove it: every heading gets one by itself.

broken-link = { GIVEN($destination) ->
        [no] This link has no destination
       *[yes] The link `{ $destination }` leads nowhere
    }
    .hint = check the path: it begins at this file's folder
    .from-content = the path begins in the folder `content`, and the file must be there
    .near = did you mean `{ $near }`?
    .file = there is this file: `{ $near }`; is it that?
    .unicode = the file is there, but the accented letters of its name are other characters: copy `{ $near }` from here
    .missing = write the path of the file or the address to which it leads
    .slashes = the folders of a path are divided by `/`: `{ $form }`
    .malformed = the address is not complete: write it like `https://www.example.org/page` or `mailto:name@example.org`, without spaces
    .no-file = the path of a file of this site belongs here; it starts in the folder of this file
    .draft = the page is there but is a draft, which is not published: remove `draft: true` there, or this link
    .kinds = `ref:` is followed by one of these types, then `/` and the id: { $kinds }
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

unsafe-link = The link `{ $destination }` is not allowed
    .hint = use an address with `https://`, `mailto:` or `tel:`, or a file of the site
    .near = did you mean `{ $near }`?
    .computer = this is the path of a file on your computer: put the file beside the page, and write its name
    .outside = it leads out of the folder `content`: put the file beside the page
    .why =
        The link is of a kind that can run a program for whoever opens it, or it leads out of the folder
        `content`. It can put readers at risk or show files that are not for publication. Allowed are web
        addresses, e-mail, telephone, `ref:` references and files in `content`.

remote-image = The image `{ $destination }` is on another site
    .hint = save the file beside the page and write its name; or admit the site in `site.toml`: `[markdown]`, `image_hosts = ["www.example.org"]`
    .why =
        Whoever opens the page would send a request to the other site without knowing it, and that site would learn
        who reads what. Save the image in the folder of the site, if its licence allows it, or link to the page on
        which it is. If the other site is yours, admit it in `site.toml`.

unknown-component = The theme has no component `{ $name }`
    .hint = look up the name in the theme's manual
    .near = did you mean `{ $near }`?
    .names = { GIVEN($names) ->
        [no] this theme has no components to be used in texts
       *[yes] the theme's components are: { $names }
    }
    .why =
        The text calls a component that the theme does not know. Components are ready-made pieces of a page, and
        every theme has its own. Check the spelling of the name. If you have changed the theme, the new one may
        have a similar component.

component-syntax = { GIVEN($name) ->
        [no] The call of a component cannot be read
       *[yes] The call of the component `{ $name }` cannot be read
    }
    .glued = a call stands alone on its line, with an empty line before and after
    .unclosed = the end is missing: a call looks like `{"{{"} <name argument="text"/> {"}}"}`
    .unclosed-text = the quote that closes the text is missing
    .unclosed-body = the closing line is missing: `{"{%"} </{ $name }> {"%}"}`
    .unopened = this line closes a component that is not open: remove it, or open it before with `{"{%"} <{ $name }> {"%}"}`
    .mismatched = the last component opened is `{ $open }`: close that first
    .related = opened here
    .argument = an argument looks like `name="text"`, `name=3` or `name=true`
    .repeated = the same argument is there twice: keep one
    .name = `<` is followed by the component's name: letters, digits and `_`
    .slash = a call in double braces ends with `/>`: `{"{{"} <name/> {"}}"}`
    .too-deep = there are too many components one inside the other: make it simpler
    .why =
        The line that calls a component is not written as it should be. It has the component's name and its
        arguments, each in the form `name="value"`; numbers and `true` or `false` go without quotes. It stands
        alone on its line; where a component has text inside, a line after the text closes it. Compare the line
        with an example in the theme's manual.

component-argument = { $hint ->
        [missing] The component `{ $name }` needs the argument `{ $argument }`
        [type] The argument `{ $argument }` of the component `{ $name }` is not of the right kind
        [untyped] A text cannot give the argument `{ $argument }` of the component `{ $name }`
       *[other] The component `{ $name }` has no argument `{ $argument }`
    }
    .near = did you mean `{ $near }`?
    .unknown = { GIVEN($names) ->
        [no] this component takes no arguments
       *[yes] its arguments are: { $names }
    }
    .type = texts go in quotes, numbers and `true` or `false` without
    .untyped = the component is for the theme's templates: the theme does not say of which kind its argument is
    .missing = add `{ $argument }="…"`
    .why =
        The component does not take this argument, or needs it and does not get it, or wants it of another kind:
        a number and not a text, for example. Check the component's arguments in the theme's manual.

## Themes

low-contrast = The colour `{ $color }` is too close to `{ $against }`: contrast { $ratio }:1, at least 4.5:1 is needed
    .hint = use `{ $near }`, the nearest of the same hue that is enough
    .why =
        Text in this colour, or on it, cannot be read by people who see little, or in the sun. The law on
        accessibility asks for a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3). `primary` lies under white text;
        `link` is the colour of links on the ground of the pages. Change the lightness of the colour and keep its
        hue, or keep it for the logo.

unknown-theme = { $hint ->
        [cycle] The theme `{ $name }` builds on itself
       *[other] There is no theme `{ $name }`
    }
    .hint = the themes available are: { $names }
    .near = did you mean `{ $near }`?
    .cycle = in `theme.toml`, `extends` must name another theme that does not lead back to this one
    .why =
        The theme that `site.toml` names, or `extends` of another theme, is not among those available. A theme is
        a folder of that name in `themes/`; `civico` is always there. Check the name, or copy the theme's
        folder. A theme cannot build on itself, by way of others neither.

template-error = { $hint ->
        [field] The data of the page have no field `{ $name }`
        [label] No language of the theme has the label `{ $name }`
        [unused] No page and no other template uses the template `{ $name }`
       *[other] A template of the theme, the design of one type of page, does not work: { $detail }
    }
    .field = { GIVEN($near) ->
        [no] the manual of themes, `themes/README.md`, lists the fields
       *[yes] did you mean `{ $near }`?
    }
    .label = { GIVEN($near) ->
        [no] add it to `i18n/` of the theme, in a file for each language, such as `en.ftl`
       *[yes] did you mean `{ $near }`?
    }
    .unused = { GIVEN($near) ->
        [no] give it the name of the template that you want to replace, include it in another one, or remove it
       *[yes] did you mean to name it `{ $near }`?
    }
    .related = it happens with the page that is described here
    .why =
        A template of the theme has a mistake or uses data that is not there. This has
        nothing to do with the text of the pages: it is for whoever looks after the theme. If the theme is
        yours, see the place shown; otherwise pass the message on to its author.

unsafe-template = { $hint ->
        [unread] What this template prints with `{ $code }` cannot be known
        [open] A tag or a quotation mark is open at the end of this template
        [argument] An argument that is an address gets a text: `{ $code }`
        [extra] `{ $code }` hands on something under `extra`, in which an editor names the fields
       *[other] The template prints `{ $code }` where HTML has something else
    }
    .hint = check the template
    .address = an address belongs here, without filters: a field of the page that holds one, such as `card.href`, or an argument that the component declares, `{"{"}% component name(href: string) {"{"}"links": ["href"]{"}"} %{"}"}`; for an image, `"images"`
    .program = a program or a style is written here: no text may get into it
    .tag = within a tag, print only between quotes, as the value of an attribute whose name the template writes in full
    .html = a text belongs here, or remove the filter `safe`: only `body` and `page.content` are HTML, printed between tags and by themselves
    .argument = pass a field that holds an address, such as `card.href`
    .extra = print it here, also in a `for`; only components whose arguments are all `string`, `bool` or numbers may get it
    .open = write tags whole in one file; close elements such as `script` there, too
    .unread = write it another way: `if` and `for` end in the tag or value where they begin; `include`, `block` and components stand between tags; an argument that is an address keeps its name to itself; there is no `raw`, `filter` or `set` with a body, and no `...` in calls
    .why =
        What an editor writes would become an address, a program or a piece of HTML in this place: a text such as
        `javascript:…` would be enough for the browser of a reader to run it. A theme may only print addresses
        there that the program has checked.

labels-syntax = The theme's labels cannot be read: { $detail }
    .why =
        The file with the theme's words, in `i18n/`, has a mistake in its writing. Without labels the pages
        would have gaps. This is for whoever looks after the theme: every line has the form `name = text`.

search-failed = The index of the search cannot be made: { $detail }
    .why =
        The pages are fine; Pagefind, the program part that makes them searchable, stopped with the message
        shown. Nothing was written. With `enabled = false` under `[search]` in `site.toml` the site is built
        without a search; please report the message.

## Warnings

unquoted-text = { $hint ->
        [comment] Only `{ $read }` is read: from `#` on it is a comment, which is not published
        [nothing] Without quotes `{ $written }` means nothing at all, and is not published
        [number] Without quotes `{ $written }` is a number, which is shown as { $read }
        [quotes] The quotes of `{ $read }` are published with the text
       *[dash] These lines are read as one text: `{ $read }`
    }
    .comment = if it belongs to the text, write `{ $mended }`; if it is a comment, put two spaces before `#` and one after it
    .nothing = if it is a text, write `{ $mended }`; if there is nothing to say, remove the line
    .number = to show it as it is written, write `{ $mended }`
    .quotes = if the quotes enclose the text, write `{ $mended }`; if they are part of it, put straight ones around all of it, too
    .dash = if these are several entries, begin their lines all in the same column; if it is a text, put it in quotes
    .why =
        Without quotes, some texts are read otherwise than they are written. After a space, `#` begins a comment;
        `Null` and `~` mean nothing at all; `1.10` is the number 1.1; an indented line goes on with the text of
        the line before. The site would show something else, or nothing. Put the text in quotes.

unfinished = { GIVEN($what) ->
        [yes] Still to be completed: { $what }
       *[no] Something here is still to be completed
    }
    .hint = write what is missing in place of the mark `{ $mark }` and its description
    .why =
        The program has left a mark here, because only those who look after the site know the right words.
        The marks are `DA COMPLETARE:`, `TO BE COMPLETED:` and `AUSZUFÜLLEN:`, in comments too. As long as they are
        there, visitors may read them: write what is missing in their place, or remove the line if it is not needed.

missing-summary = The page has no summary
    .hint = add `summary: …`, one or two sentences
    .why =
        The page does not say in brief what it is. The summary appears in lists, in search results and when the
        page is shared: without it people must open the page to find out. One or two sentences are enough, 255
        characters at most.

no-establishing-act = The act that establishes the body is not named
    .hint = add it in `legal_basis` with `relation: establishes`; if it cannot be found, write `missing: true` there in place of `act`
    .why =
        The page does not say by which act the body came to be. Readers must be able to go back to the decision.
        Add the act in `legal_basis` with `relation: establishes`. If there is an act but it cannot be found,
        write `missing: true` in place of `act`: the page will say so openly.

no-chair = Nobody chairs `{ $title }`
    .hint = if someone does, write `role: chair` on that seat
    .why =
        No seat of this body, nor of its tables, has the role of chair. That may be right, but more often a fact
        is missing, and it is the first one that people look for. Write `role: chair` on the seat of whoever
        chairs; if the act does not say, leave it as it is.

several-chairs = `{ $title }` has more than one chair ({ $count })
    .hint = for a deputy use `role: vice_chair`
    .why =
        More than one seat of the same body, or of the same table, has the role of chair. A shared chair exists,
        but usually one of the two is a vice chair. Check the act; if the chair is really shared, leave it as it
        is.

uncertain-count = The number of places of the seat `{ $seat }` is { $source }
    .hint = when an act says it, write `count` and remove `count_source`
    .why =
        How many places this seat has is written nowhere: it follows from the context, or it is not known. The
        page says so and does not make up a number. When you find an act that lays it down, write the number in
        `count` and remove `count_source`.

unfilled-seat = { $places ->
        [1] The seat `{ $seat }` does not say who holds it
       *[other] In the seat `{ $seat }` { $unnamed ->
            [one] one place of { $places } has no holder named
           *[other] { $unnamed } places of { $places } have no holder named
        }
    }
    .hint = add in `holders` who is in office; for each place that is really free write `vacant: true`
    .why =
        The seat says who sits in it, but today's holders are fewer than its places. The page will say "holder
        not named", and readers cannot know whom to turn to. Add in `holders` who is in office and since when.
        If a place is really free, write `vacant: true`: the page will say that it is vacant. A seat with no
        names at all only tells of an office, and is not warned about.

unexpected-delegate = Nobody may delegate in the seat `{ $seat }`, yet somebody comes as a delegate
    .hint = if holders may be replaced, write `delegable: true` or `delegable: permanent`; otherwise remove `delegate_of`
    .why =
        `delegable: false` says that the holders of the seat come themselves. A holder with `delegate_of` comes in
        place of another: the two exclude each other, and the page would say both. See what the act says, and
        correct the one that is wrong.

expired-mandate = { GIVEN($seat) ->
        [no] The term `{ $holder }` of the body has run out: { DAY($until) }
       *[yes] { GIVEN($right) ->
            [yes] The seat `{ $right }`, which gives a right to the seat `{ $seat }`, is no more: { DAY($until) }
           *[no] The mandate of { $holder } in the seat `{ $seat }` has run out: { DAY($until) }
        }
    }
    .hint = add the successor; whoever stays in office, if only until there is one, has the new date in `until` or, if it is not known, no `until`: the reason goes into `note`
    .months = the length of the mandate gives this day: add the successor, or write the last day in `until`; if they stay in office until there is one, accept the warning in `accepted`, with the reason
    .among = they have left the seat among whose holders this role is given: write the end here in `until`, and who came after
    .right = say in `valid` until when this seat exists, or in `held_by` which seat gives a right to it now
    .term = add the new term in `terms`, or say in `changes` that the body has lapsed (`lapse`); if it stays in office until there is one, take `until` out of this term and write the reason in its `note`
    .why =
        The mandate has ended and nobody is named as successor. Its end is the one in `until` or, without that,
        follows from the term of the seat (`term_months`). Add the new person in `holders` with the first day.
        Do not delete the one before: it stays in the body's history. If the person has left and the place
        stays free, give the reason in `end_reason`, or write `vacant: true`.

member-without-seat = `{ $organization }` is a member of the body but has no seat
    .hint = add the seat, or use `each: members` if there is one for every organization
    .why =
        The organization is among the members, but no seat, of the tables neither, names it: not in `from`, not
        in `each`, not for whoever sits there (`on_behalf_of`). A seat may be missing, or the organization is
        no longer part of the body. Check the act and update the seats or the list `members`.

dissolved-organization = `{ $organization }` is not what it was: { $change }, { DAY($date) }
    .hint = find out who has taken its place and update this line
    .into = its place is taken by `{ $into }` (`{ $into_id }`): check the act and update this line
    .member = if `{ $into }` has taken its place, add `{ $into_id }` to the list. This line counts until that day: leave it for past compositions, and accept the warning in `accepted`
    .past-member = this line counts until that day: if the organization was a member, leave the line for past compositions and accept the warning in `accepted`; if it never was one, take it out
    .why =
        An organization that the page names was merged with another, split or closed. The page would tell of a
        state of affairs that is no more. Who sits for such an organization (`on_behalf_of`) is told to be in office
        until its last day: write in `until` when they left, and then who sits today. Else put the organization that
        has taken its place or, if the page tells of the past, write in `valid` until when the body existed. In
        `members`, an organization that is no more may stay: it counts until its last day, and past compositions stay right. If you want that, accept the
        warning in `accepted`, with the reason.

contradictory-changes = { GIVEN($id) ->
        [yes] `{ $id }` cannot become itself
       *[no] This change cannot come after the one before it: { $change }, { DAY($date) }
    }
    .hint = if the work went on in between, add when (`resumption` after a suspension, `reconstitution` after a lapse); if not, correct the date or take out one of the two
    .ended = it was no more from that day on: correct the date, or take out one of the two
    .itself = write in `into` what it became, or take the change out
    .related = the change before is here
    .why =
        Two entries of `changes` cannot both be true: for example two suspensions without a resumption in
        between, or a lapse after a merger. The history on the page, and the past compositions, would say one of two
        false things. Check the acts and the days.

outside-territory = { GIVEN($since) ->
        [no] `{ $organization }` is not in the territory `{ $area }`: it is in `{ $actual }`
       *[yes] `{ $organization }` is not in the territory `{ $area }`: since { DAY($since) } it is in `{ $actual }`
    }
    .hint = check whether the organization is still part of the body
    .why =
        A member or lead organization lies outside the body's territory. This happens when borders change, for
        example with a new province. If it is no longer part of the body, remove it; if it is part of it all
        the same, say why in `accepted`.

unknown-article = The act `{ $act }` is not known to have an article { $article }
    .hint = check the number in the text of the act
    .why =
        The article that is cited is not among those that the site knows of the act. It may be a mistake in the
        document that you copy from, or the list of articles is not complete. Check the official text. If the
        original cites it so, leave it and explain it in `note`.

skipped-hour = On this day no clock shows { $typed }: it is put forward for summer time
    .hint = write another hour; until then, { $shown } is shown
    .why =
        When summer time begins, clocks skip an hour. A meeting at an hour that does not exist would be read as one
        hour later. Write the hour that is meant. If the time is that of another place, write its offset, too:
        `2026-03-29T02:30Z`.

stale-meeting = The meeting is announced, but it was on { DAY($date) }
    .hint = write `status: held` if it took place, `status: cancelled` if it was called off
    .why =
        The date of the meeting is past, but the page still announces it: without `status` a meeting is
        scheduled. Readers do not know whether it took place. Write `held` or `cancelled` in `status` and, if it
        took place, add the minutes when they are there.

missing-minutes = The meeting was held { $days } days ago and has no minutes
    .hint = the meeting was on { DAY($date) }: add the minutes in `minutes`; if they are not published, the reason: `minutes: { "{" }none: …{ "}" }`
    .why =
        Sixty days after the meeting its minutes are still not published. Minutes are how decisions become
        known. Add them to the documents and name them in `minutes`. If they are not published, write why:
        `minutes: { "{" }none: closed session{ "}" }`. The page will say so.

not-reviewed = Nobody is known to have reviewed the page in the last { $months } months
    .hint = last review: { DAY($date) }; read it again and update the date in `reviewed`
    .never = last change: { DAY($date) }; read it again and write today's date in `reviewed`
    .why =
        For a long time nobody has confirmed that the page is still true. What counts is the date in `reviewed`
        or, without that, the day of the last change. People, offices and addresses change without the page's
        knowing. Read it again, correct what has changed and write in `reviewed` the date on which you did so,
        even if there was nothing to correct.

no-publication-basis = Nothing says why this person's name is published
    .hint = add `publication_basis: …`, for example the rule or the consent
    .why =
        A person's name is personal data, and publishing it takes a reason: a rule on transparency, the office
        held, the person's consent. Write it in `publication_basis`. If there is none, name the office without
        the person.

personal-email = `{ $value }` looks like the address of a person
    .hint = if there is one, use the office's, for example `socialpolicies@authority.example`
    .why =
        The address looks like that of a person and not of an office: it has the form `given.family`, or is with
        a private provider. When the person moves on, mail gets lost, and the name stays on the web longer than
        it should. If the office has an address, use that; otherwise leave it as it is.

placeholder-name = `{ $value }` is published as the name of a person
    .hint = if the place is known to be vacant, write `vacant: true` in place of `name`; if it is only not known who holds it, leave the holder out
    .only-name = only the name goes into `name`, `{ $near }`: dates go into `from` and `until`, the office into `office`, the rest into `note`
    .several = each person has an entry in `holders`: `{ "{" }name: { $first }{ "}" }` and `{ "{" }name: { $second }{ "}" }`
    .why =
        In acts, words such as "to be appointed" or "N.N." stand where nobody is named. As a `name` they become a
        person of the site, who is counted and found by the search. A place that is known to be vacant is
        written `vacant: true`; of a seat without `holders`, pages say that nobody is named.

vague-link = The text `{ $text }` does not say where the link leads
    .hint = use the name of the page or document as the text
    .why =
        People who use a screen reader often go through the links alone: "click here" or "read more" say nothing
        by themselves. Say in the link's text what is to be found, for example "the Zone Plan 2024-2026 (PDF)".

missing-legal-link = A link is missing at the foot of the pages: { $role }
    .hint = add it in `site.toml` under `[[footer.links]]`, with `role = "{ $word }"`
    .why =
        A public site must have legal notes, a privacy notice and an accessibility statement at the foot of every
        page. One of these links is missing. Add the page, or the address where it is, to the settings of the
        site, under `[[footer.links]]`. `role` says which of the three it is, where the title does not.

orphan-words = { $kind ->
        [activity] The original page has no activity with the id `{ $id }`
        [table] The original page has no table with the id `{ $id }`
        [holder] In the original page no holder of this seat is called `{ $id }`
        [act] The original page has no legal basis (`legal_basis`) on the act `{ $id }`
        [term] The original page has no term with the id `{ $id }`
        [text] The original page does not have the text “{ $id }” among those that `words` translates
        [place] The original page has no `place`
        [agenda] The `agenda` has another number of items in the original page
       *[seat] The original page has no seat here with the id `{ $id }`
    }: these words are shown nowhere
    .hint = { $kind ->
        [text] write the text as in the original page, or remove this entry; texts of seats, holders, activities and terms are translated in `seats`, `activities` and `terms`
        [place] remove this entry, or write the place in the original page, too
        [agenda] translate all of them, in the same order
       *[other] write the id as in the original page, or remove this entry
    }
    .near = did you mean `{ $near }`?
    .why =
        A translation has words only: the `id` says of which activity, table, seat or term of the original page
        they are, and `holder` of which holder (the name, or the `id` of the person or organization). `words`
        translates the texts that have no id, written as in the original; `agenda` all items, in the same order. If
        the original page does not have it, the words are shown nowhere. Most often the id was changed in the original
        and not in its translations: write the same one.

missing-labels = The theme “{ $theme }” has no words in the language “{ $language }” for { $count ->
        [one] one label
       *[other] { $count } labels
    }: { $labels }{ $count ->
        [one] {""}
        [2] {""}
        [3] {""}
        [4] {""}
        [5] {""}
       *[other] {" …"}
    }
    .hint = write them in `themes/NAME/i18n/{ $language }.ftl` of a theme of yours that extends “{ $theme }”
    .why =
        The headings, menus and facts of a page are words of the theme. Where the theme has none in a language
        of the site, they are shown in the language of the site or in English: the page mixes languages, and a
        screen reader reads them aloud with the wrong sounds. A theme that extends another needs nothing but
        the missing words to bring a language.

unused-acceptance = A warning `{ $code }` is accepted here that there is not, or not any more
    .hint = remove this entry of `accepted`, or correct `at`
    .nowhere = nothing in this page has the name that `at` gives: write the `id` or key of an entry, such as `seats/chair`, or words of the text
    .why =
        An entry of `accepted` answers a warning that is true and will stay, and says why. If there is no such
        warning any more, the answer is of no use, and might hide a new warning tomorrow. Remove the entry. If the
        warning is still there, `at` names another place: correct it.

literal-markup = The page shows the signs `{ $text }` here as they are typed
    .hint = write `{ $form }`
    .destination = a link is written `{ $form }`: square brackets, and parentheses directly after them; between `<` and `>` if the path has spaces
    .unknown-destination = a link is written `{ $form }`: in place of the dots the path of a file, or `ref:` with a type and an id, such as `ref:body/council`
    .address = an address is written `{ $form }`
    .reference = this reference has no definition: write the link in full, `{ $form }`
    .footnote = the text of the note is missing: add a line `{ $form } text of the note` at the end
    .component = a component is called `{ $form }`, on a line of its own
    .contents = the theme makes the table of contents from the headings: remove this line
    .box = for a box use `> [!NOTE]`, or a component of the theme
    .mark = to highlight something, write `{ $form }`
    .image = an image is written `{ $form }`: an exclamation mark, square brackets, and parentheses directly after them
    .indented = four spaces before a line make it code: take them out; if it is code, write it between two lines with three backticks
    .separator = the line of hyphens below must have as many parts as this one: `{ $form }`
    .bold = no spaces belong between the asterisks and the words: `{ $form }`
    .list = the item of a list begins with a sign and a space: `{ $form }`
    .table = the line that makes a table is missing: add `{ $form }` below this one
    .box-line = the line ends after `{ $form }`: write the text in the line below
    .attributes = attributes in braces are only for the address of a heading, `## Heading { "{" }#id{ "}" }`: take them out
    .comment = a comment is written `{ $form }`
    .code = a text has neither values nor statements: write what the page is to say
    .heading = a space belongs after the `#` signs of a heading: `{ $form }`
    .why =
        In other programs these signs are a command, or they are nearly a link, a note or a component. Written like
        this, the reader sees them as text. If that is what you want to show, put them between backticks, like code,
        or put a `\` before the first sign.

html-removed = { GIVEN($html) ->
        [no] A part of the text was not published
       *[yes] This HTML was not published: { $html }
    }
    .hint = use Markdown, or a component of the theme
    .id = the address of a heading is written `{ "{" }#{ $id }{ "}" }`
    .comment = `-->`, which ends the comment, is missing: so all that follows belongs to it
    .footnote = the text has no `{ $reference }`, which leads to this note: write it, or take the note out
    .pipe = the row has more cells than the head of the table: a bar that belongs to a cell is written `\|`, in code as well
    .cells = the row has more cells than the head of the table, and “{ $cells }” is not shown: add a column to the head and to the row of hyphens, or take the cells out
    .too-deep = there are too many elements one inside the other: make it simpler
    .why =
        The text has HTML that for safety was not put in the page. HTML can hold programs or break the page.
        Nearly everything can be written in Markdown; for the rest the theme has its components. Whoever runs
        the site can choose how HTML is treated in `site.toml`, under `[markdown]`.

left-out = It is not published: { $detail }
    .hint = if readers need it, rename it; if not, take it away from here
    .why =
        The file or folder is not published because of its name. It is hidden, or it is one of those that programs
        and systems leave about, which may hold old versions or data of those who write. If readers need it, give it
        another name, otherwise delete it. Of what is hidden, only `.well-known` is published.

shallow-history =
    The history of changes is not whole: { $hint ->
        [partial] earlier texts are missing, and feeds tell only what the content says today
       *[hint] dates of last update stay empty, feeds tell only what the content says today, and whoever has subscribed to a calendar may not see what changes
    }
    .hint = fetch the whole history, for example with `git fetch --unshallow`
    .partial = clone the repository again without `--filter`
    .why =
        The dates of "last update" come from the history of changes, of which only a part was fetched here. The
        dates would be wrong, so they stay empty. Feeds cannot tell either what was removed or moved, and calendars do
        not say which version of a meeting is the newer one, so programs may keep the old one. Fetch the whole
        history: systems that publish by themselves usually have an option for it (`fetch-depth: 0`). A copy that was
        made with `--filter` has the dates, but not the earlier texts.

unreadable-history =
    The history of changes cannot be read, and dates of last update stay empty: { $hint ->
        [not-found] there is no program `git`
        [silent] `git` does not answer
        [damaged] the present branch is damaged
        [elsewhere] the folder `content` is a repository of its own (a submodule), which is not read
       *[hint] `git` says “{ $detail }”
    }
    .hint = try `git log` in the site's folder; the user who runs Raccordo must be able to read the whole folder `.git`, and where there is a copy of a part only, copy all of it
    .not-found = install git; if it is installed, put its folder into `PATH`
    .silent = try `git log` in the site's folder; see whether the disk or the network that has the folder `.git` answers
    .elsewhere = keep the content in the repository that has `site.toml`, not in a submodule; only then do feeds and calendars know what has changed
    .damaged = try `git log` in the site's folder, and `git fsck`; if there is another copy of the repository, clone that one
    .why =
        The dates of "last update" come from the history of changes, which the program `git` reads. The site is in
        a repository, but git gave no answer, or one that is not whole. The dates would be wrong or missing on
        some pages, so they stay empty on all. As soon as git can read the history, they are back. Raccordo asks
        git without the configuration of users and of the system, and for repositories of any owner: neither can
        be the reason.

## Kinds of values

shape-text = a text
shape-summary = a summary
shape-id = an identifier
shape-reference = the id of another page or entry
shape-word = a word of the list
shape-warning = the code of a warning
shape-email = an e-mail address
shape-phone = a telephone number
shape-url = a web address
shape-host = the name of a host, such as `www.example.org`
shape-host-and-folder = the name of a host, with the folder of the site on it if it has one, such as `www.example.org` or `www.example.org/bodies`
shape-base-url = the address of a site
shape-color = a colour
shape-alias = an old address of this site
shape-istat = an ISTAT code
shape-tax-code = the tax code of an organization
shape-time-zone = a time zone
shape-date = a date
shape-partial-date = a date
shape-time = a day, with or without a time
shape-language = the code of a language
shape-flag = true or false (`true` or `false`)
shape-integer = a whole number
format-office = a document of Word or of another office program
format-rtf = a formatted text (RTF)
format-pdf = a PDF document
format-html = a web page (HTML)
shape-decimal = a decimal number
shape-list = a list
shape-mapping = a group of entries
shape-bare = a value without quotes
shape-nothing = nothing

## Why a file cannot be read

detail-name = its name has characters that are not UTF-8
detail-control-name = its name has a character that is not seen, such as a line break
detail-outside = it is a link that leads out of the folder to which it belongs, or to an absolute path
detail-hidden = it is a link that leads to something hidden
detail-permission = there is no permission to read it
detail-gone = it leads to a file that is not there
detail-missing = it is no longer there
detail-no-content = the folder `content/` with the pages of the site is missing
detail-loop = it is a link to itself or to a folder that it is in
detail-nested = it is a link to a folder, within a folder that is itself reached by a link
detail-special = it is no plain file: it is a pipe, a device, or a link that was put there just now
detail-folder = it is a folder, and this must be a file
detail-not-folder = it is a file, and this must be a folder
system-permission = there is no permission
system-not-found = the file or folder is not there
system-full = there is no space left
system-read-only = the disk is read-only

## Why a file is not published

left-hidden = it is hidden, because its name begins with a dot
left-by-editor = it is a copy that a program has left while somebody wrote
left-by-system = it is a file that the system makes for itself
left-private = it is a shortcut, a program or a message: no document for readers

active-compressed = it may be the compressed copy of a page or a drawing, in which nothing can be checked
active-program = it is an HTML page or a program
active-html = it holds HTML
active-script = it holds a program, or a link that runs one
active-remote = it fetches something from another site
active-stylesheet = it asks for a style sheet (`xml-stylesheet`), which may be a program
active-entities = it declares entities (`<!DOCTYPE … [`), behind which anything can hide
active-encoding = it declares an encoding that cannot be checked: save it as UTF-8
active-broken = it is not well-formed XML, and cannot be checked

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
type-term = term
    .a = a term
    .the = the term
    .none = No term
type-activity = activity
    .a = an activity
    .the = the activity
    .none = No activity
type-file = file
    .a = a file
    .the = the file
    .none = No file

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
severity-accepted = accepted
level-help = help
level-because = because
level-note = note

report-rest = { $count ->
    [one] … and one more of this kind
   *[other] … and { $number } more of this kind
}; `--all` shows all, `raccordo explain { $code }` explains them
cli-warnings = { $count ->
    [0] no warnings
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
cli-without-address = Without `base_url` in `site.toml` there are no sitemap, canonical addresses, feeds (Atom) and subscriptions to calendars, and the page 404 is good only for a site at the root of its address.
cli-checked = { $pages ->
    [one] One page checked
   *[other] { $pages } pages checked
} in { $seconds } s
cli-translated = { $language }: { $translated } of { $pages ->
    [one] one page
   *[other] { $pages } pages
} translated
cli-not-translated = not yet: { $files }
cli-partly-translated = in part: { $files }
cli-fixed = { $fixes ->
    [0] Nothing to correct
    [one] Corrected one finding
   *[other] Corrected { $fixes } findings
}{ $files ->
    [0] {""}
    [one] {" "}in one file
   *[other] {" "}in { $files } files
}
cli-would-fix = { $fixes ->
    [0] Nothing to correct
    [one] One finding to correct
   *[other] { $fixes } findings to correct
}{ $files ->
    [0] {""}
    [one] {" "}in one file
   *[other] {" "}in { $files } files
}; nothing was written
cli-not-fixed = { $fixes ->
    [one] One proposal is left to you: to follow it would bring other errors
   *[other] { $fixes } proposals are left to you: to follow them would bring other errors
}
cli-changed-meanwhile = `{ $path }` has changed in the meantime: it is left as it is, try again
cli-read-only = `{ $path }` cannot be written: it is left as it is
cli-accepted = { $addresses ->
    [one] `urls.txt` has one address
   *[other] `urls.txt` has { $addresses } addresses
}
cli-found = { $errors ->
    [0] no errors
    [one] one error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] one warning
   *[other] { $warnings } warnings
}
cli-ready = { $pages ->
    [one] One page ready
   *[other] { $pages } pages ready
} in { $seconds } s
cli-serving = The site is at { $url }
cli-watching = Watching “{ $folder }”: save a file and the site is up to date. Ctrl-C to end.
cli-polling = Watching “{ $folder }” every { $time } ms: save a file and the site is up to date. Ctrl-C to end.
cli-no-events = The system does not tell when a file changes: all are looked at from time to time.
cli-turn = { $what }: { $made ->
    [0] no page made
    [one] one page made
   *[other] { $made } pages made
}, { $written ->
    [0] no file changed
    [one] one file written
   *[other] { $written } files written
}, { $removed ->
    [0] none removed
    [one] one removed
   *[other] { $removed } removed
} in { $time } ms
cli-turn-errors = { $what }: { $errors ->
    [one] one error, the site stays as it was
   *[other] { $errors } errors, the site stays as it was
}
cli-mended = No more errors.
cli-late = The folder of the site is complete again.
cli-and-others = { $others ->
    [one] { $first } and one other file
   *[other] { $first } and { $others } other files
}
cli-new-day = It is another day
cli-reread = Files read again
cli-ended = Ended.
cli-why-new = it is new
cli-why-settings = the settings have changed
cli-why-theme = the theme has changed
cli-why-day = it is another day
cli-cause-face = title or address of { $name }
cli-cause-facts = facts of { $name }
cli-cause-texts = text of { $name }
cli-cause-mentions = who mentions { $name }
cli-cause-piece = what is shown of { $name }
cli-cause-all = the list: { $kind }
cli-busy-port = Port { $port } is taken by another program
cli-busy-port-hint = choose another with `--port`, or name none: a free one will be found
cli-cannot-serve = The site cannot be served: { $detail }
serve-overlay = Errors in the content
serve-close = Close
serve-refused = This address is not of this computer: open the site with `localhost`
serve-missing = There is no such page
cli-nothing-written = Nothing was written: the site of before is as it was
cli-near-code = did you mean `raccordo explain { $code }`?
cli-example-wrong = This is wrong, in the line with `>`
cli-example-mended = This is right
cli-unknown-code = There is no explanation called `{ $value }`
cli-codes = The explanations there are:
cli-progress-parse = Reading pages
cli-progress-resolve = Checking
cli-progress-render = Preparing pages
cli-progress-search = Preparing the search
cli-timings-stage = Stage
cli-timings-total = all
cli-timings-wall = ms
cli-timings-share = %
cli-timings-cpu = CPU ms
cli-timings-cpu-share = CPU %
cli-timings-files = Slowest files to parse
cli-timings-templates = Slowest templates
cli-timings-pages = pages
cli-timings-mean = ms per page
cli-timings-most = ms at most
cli-timings-slowest = slowest page
cli-stage-load = load
cli-stage-history = history
cli-stage-parse = parse
cli-stage-resolve = resolve
cli-stage-rules = rules
cli-stage-list = list
cli-stage-plan = plan
cli-stage-images = images
cli-stage-render = render
cli-stage-search = search
cli-stage-compress = compress
cli-stage-write = write
cli-begun = The site has been begun in "{ $folder }": { $new ->
        [one] one new file
       *[other] { $new } new files
    }
cli-begun-again = There is a site in “{ $folder }” already, which stays as it is: { $new ->
        [0] no new file
        [one] one new file
       *[other] { $new } new files
    }
cli-begun-unused = Not used: { $options }. The title, the authority and the language of a site that exists are changed in `site.toml`.
cli-begun-left-out = No pages are added to a site that exists, which may have them under other names. It has none of these names: { $names }. If they are needed, make them with `raccordo new page`.
cli-begun-taken = Not written, because something there has the same id or address: { $names }. If it is another thing, give that another name and run `raccordo init` again.
cli-begun-ignore = The file `.gitignore` was there already. Add these lines to it, so that what the program builds does not go into git: { $lines }
cli-begun-kept = { $kept ->
        [one] One file was there already, and has stayed as it was:
       *[other] { $kept } files were there already, and have stayed as they were:
    }
cli-begun-forge = In “{ $file }”, `RACCORDO_GIT` is empty: put there the address of the git repository from which Raccordo is installed.
cli-example-in-the-way = The example cannot be put here, because something there has the ids or addresses of: { $names }. Nothing was written: choose an empty folder
cli-forge-folder = The name of the folder in the repository, “{ $folder }”, goes into scripts of the forge: it may have only letters without accents, digits, dots and dashes. Nothing was written
cli-begun-next = Now, in that folder: `raccordo serve` shows the site, and what is still to be completed; `raccordo new body "Title"` begins the page of a body. The file README.md explains the rest.
cli-within-content = This folder is within “{ $path }”, which has the pages of another site: choose one outside. For a section of that site, there is `raccordo new section "Title"`. Nothing was written
cli-beside-content = In this folder there are { $names }, which a site only reads in `content/`. Move them, and the other files of pages, to a folder `content` in here, and repeat `raccordo init`. Nothing was written
cli-begun-others-workflow = “{ $file }” was there already, and does not name this folder: so the site is neither checked nor published. A forge publishes one site of each repository: put this one into a repository of its own, and repeat `raccordo init` there. If checking is enough, add a step to that file with `raccordo check --root` and the folder.
cli-is-a-file = `{ $path }` is a file, and a site needs a folder: choose another name
cli-ask-authority = Which authority publishes the site? For example: Provincia di Cuneo (Enter to decide it later)
cli-ask-title = What is the site called? For example: Councils of the province (Enter to decide it later)
cli-ask-language = In which language is the site: it, en or de? (Enter for { $default })
cli-written = Written: { $file } (in the fields of other pages: `{ $id }`; in links of texts: `ref:{ $name }`)
cli-written-next-body = Now write what the body does, in `activities`, and who sits in it, in `seats`. Then `raccordo new table` adds a table, `raccordo new meeting` a meeting.
cli-written-next-table = Now name the seats of the table, in `seats`: those that nobody holds, too.
cli-written-next-meeting = Now write the day and hour of the meeting, and the items in `agenda`; as long as the page has `draft: true`, it is not published. After the meeting, `status: held` and the minutes in `minutes`.
cli-written-next-organization = Now you can refer to it: in `authority`, in `members`, in `from` of a seat.
cli-written-next-person = Now you can refer to the person in a seat: `holders: [{"{"}person: …, from: …{"}"}]`. Say in `publication_basis` which rule allows the name to be published.
cli-written-next-document = Now you can cite it in `legal_basis`, in `act` or in `minutes`. Add `date` and `url` or `file`, if you know them.
cli-written-next-area = Now you can name it in the `territory` of a body.
cli-written-next-topic = Now you can write it in `topics` of a page or an activity.
cli-written-next-page = Now write the text, below the second line `---`.
cli-written-next-section = Now put the pages of the section into that folder.
cli-exists = "{ $path }" is there already, and is not overwritten: choose another name with `--id`
cli-in-the-way = { $message } ({ $path }): nothing was written
cli-in-the-way-of-generated = { $message } by a page that Raccordo makes itself: nothing was written
cli-taken-id = There is { $name } already, in "{ $path }"
cli-taken-id-hint = if it is something else, choose another name: `--id { $near }`
cli-bad-id = `{ $value }` cannot be an id: take letters without accents, digits and hyphens
cli-bad-id-hint = for example `--id { $near }`
cli-no-id = No id can be made of the title "{ $title }": choose one with `--id`, for example `--id youth-council`
cli-bad-place = `--in { $value }`: this is no place below `content`. Write for example `--in novara`
cli-no-body = There is no body yet
cli-no-body-hint = begin with `raccordo new body "Title"`
cli-which-body = Of which body? Name it with `--in`: { $ids }
cli-unknown-body = No body has the id "{ $value }". There are: { $ids }
cli-unknown-table = No table is "{ $value }". There are: { $ids }
cli-cannot-add = No entry can be added to `{ $key }` in "{ $path }": first mend the errors that `raccordo check` reports, or write it by hand
cli-bad-settings = `site.toml` has errors
cli-bad-settings-hint = `raccordo check` shows them
cli-no-editor = It is not known in which editor to open the file, so nothing was written
cli-no-editor-hint = name it in the environment variable `EDITOR`, or leave `--edit` out
cli-editor-failed = The file is written, but the command of the editor, `{ $editor } { $file }`, { GIVEN($code) ->
        [no] was interrupted
       *[yes] ended with an error (code { $code })
    }
cli-editor-failed-hint = the command is that of the environment variable `VISUAL`, or else of `EDITOR`: try it yourself, and correct it there
cli-cannot-edit = The file is written, but the editor `{ $editor }` has not opened it: { $detail }
cli-no-site = There is no `site.toml` in `{ $folder }` or in the folders above
cli-no-site-hint = name the site's folder with `--root`
cli-mandates = { $count ->
        [0] No mandate ends by { DAY($until) }
        [one] One mandate ends by { DAY($until) }
       *[other] { $count } mandates end by { DAY($until) }
    }
cli-mandate-of-term = term `{ $term }` of the body
cli-mandate-of-holder = { $who } on the seat `{ $seat }`
cli-mandate-for = { $who } for { $organization }
cli-bad-mandates = `--mandates { $value }`: this is not a time. Write a number of days, months or years, for example `90d`, `3m` or `1y`
cli-mandates-format = `--mandates` can only be asked for with `--format human` or `--format json`
cli-bad-as-of = `--as-of { $value }`: this is not a date. Write year, month and day, for example `2026-03-14`
cli-bad-epoch = The environment variable `SOURCE_DATE_EPOCH` is `{ $value }`: this is not a number of seconds since 1970, for example `1773446400`. Correct it, or remove it
cli-bad-base-url = `--base-url { $value }`: this cannot be the address of the site. Write the host and, if there is one, the folder, as in `https://www.comune.example/consulte`, without user name, `?`, `#` and spaces
cli-cannot-read = Cannot read `{ $path }`: { $detail }
cli-cannot-write = Cannot write `{ $path }`: { $detail }
cli-leads-out = Cannot write `{ $path }`: a link on the way leads out of the folder
cli-vanished = `{ $path }` was changed or removed while it was read
cli-vanished-hint = nothing was written: try again
cli-busy-output = Another build is writing to `{ $folder }`: try again when it is done
cli-foreign-output = The site needs the place of `{ $path }`, which no build has written: it is left alone
cli-foreign-output-hint = nothing was written: move it away, or choose another folder with `--out`
cli-not-a-folder = `{ $path }` is not a folder, and the site needs one: choose another with `--out`
cli-immovable-output = The site cannot take the place of the folder `{ $path }`, which is a disk of its own or comes with a container: name a folder in it with `--out`
cli-not-own = `{ $path }` is not what Raccordo keeps there, so it is left alone: remove it
cli-own-files-hint = the folder `{ $own }` has only what Raccordo remembers: you may delete it and try again
cli-output-in-source = The folder `{ $folder }` holds the texts of a site: choose another with `--out`
cli-output-holds-home = The folder `{ $folder }` is no place for a site, because it is or holds the home folder `{ $home }`: choose another with `--out`
cli-output-in-program-folder = The folder `{ $folder }` is no place for a site, because a program keeps its own files in `{ $own }`: choose another with `--out`
cli-output-shared = `{ $folder }` is for the files of all users: the site needs a folder of its own, such as `public`
cli-output-in-site = The folder `{ $folder }` is in the site that is published in `{ $site }`: choose another with `--out`
cli-output-leads-out = The link `{ $link }` leads to `{ $target }`, out of the site's folder: nothing is published there
cli-output-leads-out-hint = if that is what you want, name the folder itself: `--out { $target }`
cli-report-not-written = Not all that was to be printed could be: { $detail }
cli-no-repository = The site in “{ $folder }” is in no git repository: there is nothing to compare it with
cli-unknown-thing = Nothing in the history of the site has the id `{ $value }`
cli-near-hint = did you mean `{ $near }`?
cli-unknown-revision = The git repository has no revision `{ $revision }`
cli-unknown-revision-hint = a commit, a branch or a tag, such as `HEAD~1` or `main..HEAD`
cli-remote-revision-hint = did you mean `{ $remote }`?
cli-shallow-history = The git repository has only a part of its history, so that the history cannot be told
cli-shallow-revision-hint = the clone has the last commits only: fetch the whole history, with `fetch-depth: 0` in actions/checkout, `GIT_DEPTH: 0` in GitLab, or `git fetch --unshallow`
cli-unrelated-revisions = The two revisions have no history in common
cli-revision-without-site = There is no site with a `site.toml` in revision { $revision }
cli-missing-objects = The git repository was cloned in part only: what the comparison needs is missing
cli-missing-objects-hint = clone it whole, without `--filter`; in actions/checkout leave `filter` out
cli-no-git = There is no program `git`, which reads the revisions
cli-content-elsewhere = The folder `content` is a repository of its own (a submodule): its history is not that of the site, and is not read
cli-git-silent = The program `git` gives no answer
cli-git-failed = The program `git` could not read the repository: { $detail }
cli-no-settings-in-revisions = `site.toml` can be read in neither of the two revisions
cli-bad-number = `{ $option } { $value }`: this does not work. Write a whole number from { $min } to { $max }
cli-value-missing = `{ $arg }`: the value is missing{ GIVEN($words) ->
        [no] {""}
       *[yes] . Write one of these: { $words }
    }
cli-bad-value = `{ $arg } { $value }`: this does not work{ GIVEN($near) ->
       *[yes] . Did you mean `{ $near }`?
        [no] { GIVEN($words) ->
            [no] {""}
           *[yes] . Write one of these: { $words }
        }
    }
cli-unknown-argument = `{ $arg }`: this does not go here{ GIVEN($near) ->
        [no] {""}
       *[yes] . Did you mean `{ $near }`?
    }
cli-unknown-command = There is no command `{ $arg }`{ GIVEN($near) ->
        [no] {""}
       *[yes] . Did you mean `{ $near }`?
    }
cli-argument-conflict = `{ $arg }` does not go with `{ $near }`
cli-argument-missing = This is not all. Missing: { $arg }
cli-usage = write `{ $usage }`; `--help` explains it
cli-internal = Internal error of Raccordo: { $detail }
cli-internal-hint = the texts are not the cause: tell whoever looks after the program

## Help of the command line

help-raccordo = Makes the site of the bodies in which public authorities coordinate, from texts in Markdown
help-init = Begin a site: settings, the pages that the law asks for, a README for the office. What is there stays as it is
help-new = Begin a page, or an entry of a registry, with the keys that it needs
help-build = Build the site
help-urls = Print the addresses of the site; with `--accept`, keep them in `urls.txt`
help-check = Check the content, and correct it with `--fix`
help-watch = Build the site again whenever a file changes
help-serve = The same, and show the site in the browser
help-explain = Explain the code of a message
help-diff = Tell what changed between two git revisions, as facts
help-export = Print what other programs need of the site
help-redirects = The redirects from old addresses, for a web server
help-schema = Print the JSON Schema of what is written, with the words of the site, for the help of editors, or of what programs read
help-completions = Print the completions for a shell
help-manual = Print the page of the manual, for `man`
help-log = Tell what changed in each commit, as facts
help-help = Show this help, that of a command, a type or a field, or a page of the guide

help-arg-lang = The language of messages: `it` or `en`. Default: that of the system
help-arg-help = Show this help
help-arg-version = Show the version
help-arg-subcommand = The command whose help to show
help-arg-dir = The site's folder. Default: the one that you are in
help-arg-authority = The authority that publishes the site
help-arg-title = The name of the site
help-arg-language = The language of the site: `it`, `en` or `de`. Default: that of the system, or else Italian
help-arg-example = Write the site of a fictitious province that shows all that a site can say
help-arg-forge = Add what `github`, `gitlab` or `forgejo` needs to check and publish the site
help-value-dir = DIR
help-value-language = LANGUAGE
help-value-topic = TOPIC
help-value-name = NAME
help-value-title = TITLE
help-value-place = PLACE
help-value-what = WHAT
help-value-code = CODE
help-value-time = TIME
help-value-type = TYPE
help-value-forge = FORGE
help-value-format = FORMAT
help-arg-what = What: `body`, `table`, `meeting`, `organization`, `person`, `document`, `area`, `topic`, `page` or `section`
help-arg-name = The title; of a person, the given and the family name
help-arg-place = Where: a folder or a registry below `content`; of a table or a meeting, the id of the body
help-arg-id = The id, by which other pages refer to it. Default: made of the title
help-arg-edit = Open the file in the editor that `VISUAL` or `EDITOR` names
help-arg-of = The type: `body`, `organization`, `person`, `meeting`, `document`, `area`, `topic`, `page`, `section`, `translation`, `registry` or `settings` (`site.toml`); `diff` or `log`: what these commands print as JSON. Default: a page of any type
help-arg-shell = The shell: `bash`, `zsh`, `fish`, `elvish` or `powershell`
help-arg-file = The file to write it to, in place of the terminal. If the schema cannot be made, the file stays as it was
help-arg-out = The folder of the built site, seen from here. Default: `public` in the site's folder
help-arg-base_url = The address of the site, in place of the one in `site.toml`
help-arg-drafts = Publish drafts too
help-arg-precompress = Write compressed copies beside text files, for servers that send them as they are: .br, .gz and .zst
help-arg-timings = Show how long each stage took, and the slowest files and templates
help-arg-root = The site's folder. Default: the one that holds `site.toml`, from here upwards
help-arg-as_of = The day that the site speaks of. Default: `SOURCE_DATE_EPOCH`, or today
help-arg-strict = Take warnings for errors
help-arg-format = How to show what is found: `human` for people (the default), `json`, `github` or `sarif` for programs
help-arg-all = Show all warnings, not only the first of each kind
help-arg-accepted = Show the warnings that pages accept too, with the reasons
help-arg-mandates = List the mandates that end within this time: days, months or years, such as `90d`, `3m`, `1y`
help-arg-fix = Make the corrections that are certain, and show them
help-arg-dry_run = Show what would be corrected, and write nothing. The exit status is that of the files as they are
help-arg-accept = Write the addresses into `urls.txt`, the list of those that must stay
help-arg-jobs = How many threads work, at most four for each processor. Default: as many as there are processors
help-arg-search = Make the index of the search too, after each change
help-arg-explain = Say why each page was made again
help-arg-server = The web server
help-arg-poll = Look at all files every so many milliseconds (1000 unless you say), where the system does not tell of changes
help-arg-port = The port. Default: the first free one from 8000
help-arg-host = The IP address to listen at. Default: this computer only
help-arg-code = The code, as messages show it: `dangling-reference`. Without it, all codes are listed
help-arg-revisions = The revisions: `A..B`, `A...B` (from where B left A), or only `A` to compare it with the files on disk. Default: HEAD
help-arg-diff_format = How to show the changes: `human` for people (the default), `markdown` for a comment on a pull request, `json` for programs
help-arg-diff_root = The site's folder, or a bare git repository. Default: the one that holds site.toml, from here upwards
help-arg-body = The id of a body, or of another thing. Default: all
help-arg-log_format = How to show the changes: `human` for people (the default), `json` for programs, an object for each commit

help-commands = Commands
help-arguments = Arguments
help-options = Options
manual-name = NAME
manual-synopsis = SYNOPSIS
manual-description = DESCRIPTION
manual-version = VERSION
help-usage-options = OPTIONS
help-usage-command = COMMAND
help-usage = Usage:

## What changed between two revisions

change-body-added = New body: { $thing }{ GIVEN($other) ->
        [yes] {" "}(part of { $other })
       *[no] {""}
    }.
change-body-ended = { $thing } ends { date-on }.
change-body-until = { $thing } { GIVEN($after) ->
        [yes] ends { date-on } (previously: { $before })
       *[no] no longer ends { date-on }
    }.
change-body-withdrawn = { $thing } is no longer listed, and no date says that it ended.
change-body-renamed = “{ $before }” is now called “{ $after }”{ GIVEN($date) ->
        [yes] {" "}({ date-from })
       *[no] {""}
    }.
change-body-kind = { $thing }: kind: { $values }.
change-body-authority = { $thing } is run by { $after }, previously by { $before }.
change-body-parent = { $thing }: parent body: { $values }.
change-body-merged = { $thing } merges{ GIVEN($other) ->
        [yes] {" "}into { $other }
       *[no] {""}
    } { date-on }.
change-body-split = { $thing } is divided { date-on }{ GIVEN($other) ->
        [yes] ; { $other } is one of the parts
       *[no] {""}
    }.
change-body-closed = { $thing } is closed { date-on }.
change-body-established = { $thing } is established { date-on }.
change-body-renewed = The seats of { $thing } are filled for another term { date-on }.
change-body-lapsed = { $thing } lapses { date-on }.
change-body-reconstituted = { $thing } is constituted anew { date-on }.
change-body-suspended = { $thing } is suspended { date-on }.
change-body-resumed = { $thing } goes on { date-from }.
change-term-added = { $thing }: new term “{ $part }”{ GIVEN($date) ->
        [yes] {" "}{ date-from }
       *[no] {""}
    }{ GIVEN($other) ->
        [yes] {" "}{ date-until }
       *[no] {""}
    }.
change-term-removed = { $thing }: the term “{ $part }” is no longer listed.
change-term-changed = { $thing }, term “{ $part }”: { $field }: { $values }.
change-member-joined = { $who } joins { $thing }.
change-member-left = { $who } leaves { $thing }.
change-territory-changed = { $thing }: territory, { $field }: { $values }.
change-zone-lead = { $thing }: lead organization: { $values }.
change-seat-added = { $thing }: new seat “{ $part }”.
change-seat-removed = { $thing }: the seat “{ $part }” is gone.
change-seat-count = { $direction ->
        [fewer] { $thing } loses { $number ->
            [one] one place
           *[other] { $number } places
        } (“{ $part }”: { $values }).
        [more] { $thing } gains { $number ->
            [one] one place
           *[other] { $number } places
        } (“{ $part }”: { $values }).
       *[other] { $thing }, “{ $part }”: places: { $values }.
    }
change-seat-count-known = { $thing }, “{ $part }”: the number of places is now known: { $after }.
change-seat-role = { $thing }, “{ $part }”: role: { $values }.
change-seat-basis = { $thing }, “{ $part }”: held { $after }, previously { $before }.
change-seat-pool = { $thing }, “{ $part }”: drawn from: { $values }.
change-seat-voting = { $thing }, “{ $part }”: vote: { $values }.
change-seat-term = { $thing }, “{ $part }”: term { $values } months.
change-seat-vacated = { $thing }, “{ $part }”: place vacant{ GIVEN($who) ->
        [yes] {" "}({ $who })
       *[no] {""}
    }{ GIVEN($date) ->
        [yes] {" "}{ date-from }
       *[no] {""}
    }{ GIVEN($after) ->
        [yes] {" "}{ date-until }
       *[no] {""}
    }.
change-seat-filled = { $thing }, “{ $part }”: place no longer vacant{ GIVEN($who) ->
        [yes] : { $who }{ GIVEN($date) ->
            [yes] , { date-from }
           *[no] {""}
        }
       *[no] {""}
    }.
change-holder-started = { $thing }, “{ $part }”: { $who } in office{ GIVEN($date) ->
        [yes] {" "}{ date-from }
       *[no] {""}
    }{ GIVEN($after) ->
        [yes] {" "}{ date-until }
       *[no] {""}
    }.
change-holder-ended = { $thing }, “{ $part }”: { $who } leaves office { date-on }{ GIVEN($reason) ->
        [yes] {" "}({ $reason })
       *[no] {""}
    }.
change-holder-succeeded = { $thing }, “{ $part }”: { $who } succeeds { $other }{ GIVEN($reason) ->
        [yes] {" "}({ $reason })
       *[no] {""}
    } { date-on }{ GIVEN($after) ->
        [yes] , { date-until }
       *[no] {""}
    }.
change-holder-reappointed = { $thing }, “{ $part }”: { $who } has a new term{ GIVEN($after) ->
        [yes] {" "}{ date-until }
       *[no] {""}
    }.
change-holder-until = { $thing }, “{ $part }”: the term of { $who } { GIVEN($after) ->
        [yes] ends { date-on } (previously: { $before })
       *[no] no longer ends { date-on }
    }.
change-holder-acting = { $thing }, “{ $part }”: { $who } { $turn ->
        [unsaid] no longer acts
       *[other] acts
    }{ GIVEN($date) ->
        [yes] {" "}{ date-from }
       *[no] {""}
    }.
change-holder-substitute = { $thing }, “{ $part }”: { $who } { GIVEN($other) ->
        [yes] is the substitute for { $other }
       *[no] { $turn ->
            [removed] is no longer the substitute for { $before }
            [unsaid] is no longer a substitute
           *[other] is a substitute
        }
    }{ $turn ->
        [changed] {" "}(previously: { $before })
       *[other] {""}
    }.
change-holder-behalf = { $thing }, “{ $part }”: { $who } { $turn ->
        [added] now sits for { $after }
        [removed] no longer sits for { $before }
       *[changed] sits for { $after }, previously for { $before }
    }.
change-holder-identified = { $thing }, “{ $part }”: { $who } now has an entry of their own.
change-holder-named = { $thing }, “{ $part }”: { $who } no longer has an entry of their own, only a name.
change-holder-past = { $thing }, “{ $part }”: the past is completed, { $who } was in office{ GIVEN($date) ->
        [yes] {" "}{ date-from }
       *[no] {""}
    } { date-until }.
change-holder-corrected = Correction: { $thing }, “{ $part }”, { $who }: { $field }: { $values }.
change-holder-withdrawn = { $thing }, “{ $part }”: { $who } is no longer listed.
change-holder-period-withdrawn = { $place }: { GIVEN($date) ->
        [yes] the period { date-from }
       *[no] a period
    }{ GIVEN($before) ->
        [yes] {" "}{ date-until }
       *[no] {""}
    } is no longer listed.
change-holder-seat = { $thing }: { $who } is now listed as “{ $after }”, no longer as “{ $before }”.
change-organization-added = New organization: { $thing }.
change-organization-withdrawn = The organization { $thing } is no longer listed.
change-organization-renamed = The organization “{ $before }” is now called “{ $after }”{ GIVEN($date) ->
        [yes] {" "}({ date-from })
       *[no] {""}
    }.
change-organization-merged = The organization { $thing } merges{ GIVEN($other) ->
        [yes] {" "}into { $other }
       *[no] {""}
    } { date-on }.
change-organization-split = The organization { $thing } is divided { date-on }{ GIVEN($other) ->
        [yes] ; { $other } is one of the parts
       *[no] {""}
    }.
change-organization-closed = The organization { $thing } is closed { date-on }.
change-organization-until = The organization { $thing } { GIVEN($after) ->
        [yes] ends { date-on } (previously: { $before })
       *[no] no longer ends { date-on }
    }.
change-organization-codes = { $thing }: code { $field }: { $values }.
change-legal-added = { $thing } rests on another act: { $after }.
change-legal-removed = { $thing } no longer rests on: { $before }.
change-legal-found = { $thing }: the act that was missing is now given: { $after }.
change-legal-changed = { $thing }, legal basis { $part }: { $field }: { $values }.
change-document-added = New document: { $thing }{ GIVEN($date) ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
change-document-withdrawn = The document { $thing } is no longer listed.
change-document-changed = Document { $thing }: { $field }: { $values }.
change-activity-added = { $thing }: new activity: “{ $part }”.
change-activity-removed = { $thing }: activity dropped: “{ $part }”.
change-activity-reworded = { $thing }: activity reworded ({ $direction ->
        [reordered] the same words in another order
       *[other] +{ $added } −{ $removed } words
    }): “{ $part }”.
change-contact-added = { $thing }, contacts: new: { $part }{ GIVEN($after) ->
        [yes] , { $after }
       *[no] {""}
    }.
change-contact-removed = { $thing }, contacts: removed: { $part }{ GIVEN($before) ->
        [yes] , { $before }
       *[no] {""}
    }.
change-contact-changed = { $thing }, contacts, { $part }: { $field }: { $values }.
change-meeting-scheduled = { $about } meets on { $date }{ GIVEN($other) ->
        [yes] , { $other }
       *[no] {""}
    } (“{ $thing }”).
change-meeting-withdrawn = { $about }: the meeting of { $date } is no longer listed (“{ $thing }”).
change-meeting-moved = { $about }: the meeting of { $before } moves to { $after } (“{ $thing }”).
change-meeting-hour = { $about }: { GIVEN($other) ->
        [yes] the hour of the meeting of { $before } is now known: { $other }
       *[no] the meeting of { $before } is still on that day, but its hour is no longer given
    } (“{ $thing }”).
change-meeting-place = { $about }, meeting of { $date }: { $field }: { $values }.
change-meeting-cancelled = { $about }: the meeting of { $date } is cancelled (“{ $thing }”).
change-meeting-reinstated = { $about }: the meeting of { $date } takes place after all (“{ $thing }”).
change-meeting-body = The meeting of { $date } (“{ $thing }”) is one of { $after }, no longer of { $before }.
change-meeting-end = { $about }, meeting of { $date }: { GIVEN($after) ->
        [yes] ends { $after }
       *[no] no longer says when it ends
    }{ GIVEN($before) ->
        [yes] {" "}(previously: { $before })
       *[no] {""}
    }.
change-meeting-held = { $about }: the meeting of { $date } was held (“{ $thing }”).
change-meeting-not-held = { $about }: the meeting of { $date } is no longer said to have been held (“{ $thing }”).
change-meeting-agenda = { $about }, meeting of { $date }: agenda { $direction ->
        [reordered] in another order
       *[other] +{ $added } −{ $removed }
    }.
change-meeting-minutes = { $about }, meeting of { $date }: minutes published: { $after }{ GIVEN($before) ->
        [yes] {" "}(previously: { $before })
       *[no] {""}
    }.
change-meeting-minutes-withdrawn = { $about }, meeting of { $date }: minutes no longer published: { $before }{ GIVEN($after) ->
        [yes] ; { $after }
       *[no] {""}
    }.
change-meeting-document-added = { $about }, meeting of { $date }: new document: { $who }.
change-meeting-document-removed = { $about }, meeting of { $date }: document no longer listed: { $who }.
change-person-added = New person: { $thing }.
change-person-withdrawn = { $thing } is no longer listed among the persons.
change-person-changed = { $thing }: { $field }: { $values }.
change-thing-added = New ({ $type }): { $thing }.
change-thing-withdrawn = No longer listed ({ $type }): { $thing }.
change-thing-renamed = “{ $before }” ({ $type }) is now called “{ $after }”.
change-identity-renamed = { $place }: `{ $before }` is now `{ $after }`, the same thing ({ $evidence }).
change-identity-moved = { $thing }: from `{ $before }` to `{ $after }`, to get or to leave a page of its own.
change-identity-alias = { $thing }: old address { $who } { GIVEN($after) ->
        [yes] redirected
       *[no] no longer redirected
    }.
change-file-replaced = { $thing }: the file { $who } was replaced.
change-text-link = { $place }: { GIVEN($before) ->
        [yes] { GIVEN($after) ->
            [yes] a link leads elsewhere: { $before } → { $after }
           *[no] link removed: { $before }
        }
       *[no] new link: { $after }
    }.
change-text-changed = { $thing }: text { $direction ->
        [reordered] with the same words in another order
       *[other] +{ $added } −{ $removed } words
    }.
change-translation-changed = { $thing }, translation ({ $part }): { $direction ->
        [reordered] the same words in another order
       *[other] +{ $added } −{ $removed } words
    }.
change-topic-added = { $thing }: new topic: { $who }.
change-topic-removed = { $thing }: topic removed: { $who }.
change-instrument-added = { $thing }: new instrument: { $who }.
change-instrument-removed = { $thing }: instrument removed: { $who }.
change-related-added = { $thing } now deals with { $who }.
change-related-removed = { $thing } no longer deals with { $who }.
change-settings-changed = Settings of the site: `{ $path }`: { $values }.
change-fact-precise = { $place }: { $field }, known more exactly: { $values }.
change-fact-added = { $place }: { $field }: { $values }.
change-fact-removed = { $place }: { $field }: { $values }.
change-fact-changed = { $place }: { $field }: { $values }.
change-place = { $thing }, “{ $part }”
change-day = { DAY($date) }
date-on = { PRECISION($day) ->
        [day] on { DAY($day) }
       *[other] in { DAY($day) }
    }
date-from = from { DAY($day) }
date-until = until { DAY($until) }
change-values = { $turn ->
        [added] now { $after }
        [more] added { $after }
        [said] { $after }
        [removed] no longer { $before }
        [unsaid] no longer stated (was: { $before })
       *[changed] { $before } → { $after }
    }
change-yes = yes
change-no = no
change-one-each = one for each place
change-no-minutes = no minutes ({ $reason })
change-at-least = at least { $min }
change-at-most = at most { $max }
change-range = { $min } to { $max }
change-evidence-declared = declared
change-evidence-identifier = same code
change-evidence-equal = all else is equal
change-evidence-similar = probably
change-class-event = What happened
change-class-correction = Corrections and data
change-class-editorial = Texts and pages
change-group-body = { $title }
change-group-settings = The site
change-group-other = Other
change-group-organization = Organizations
change-group-person = Persons
change-group-meeting = Meetings
change-group-document = Documents
change-group-area = Areas
change-group-topic = Topics
change-group-page = Pages
change-group-section = Sections
change-none = No facts have changed.
change-commit = { DAY($date) } · { $commit } · { $subject }
change-title = { $count ->
        [one] One change
       *[other] { $count } changes
    } between { $from } and { $to }
change-working-tree = the files on disk
change-unread = { $count ->
        [one] One file of { $side } cannot be read, and so is not compared
       *[other] { $count } files of { $side } cannot be read, and so are not compared
    }: { $files }
change-more = { $count ->
        [one] And one more change
       *[other] And { $count } more changes
    }, for which there is no room: `raccordo diff { $revisions }` shows all.
word-chair = chair
word-vice-chair = vice-chair
word-member = member
word-secretary = secretary
word-technical-coordinator = technical coordination
word-consultant = consultant
word-observer = observer
word-ex-officio = by virtue of office
word-delegate = by delegation
word-representative = as a representative
word-elected = by election
word-appointed = by appointment
word-expert = for expertise
word-stated = stated
word-implied = implied
word-unknown = not known
word-zones = one for each zone
word-members = one for each member
word-vacancy = vacant place
word-scheduled = scheduled
word-held = held
word-cancelled = cancelled
word-phone = telephone
word-fax = fax
word-email = e-mail
word-pec = certified e-mail
word-web = web page
word-address = address
word-establishes = establishes
word-regulates = regulates
word-framework = framework
word-plan = plan
word-aim = aim
word-activity = activity
word-merger = merger
word-split = division
word-rename = change of name
word-closing = closing
word-establishment = establishment
word-renewal = renewal
word-lapse = lapse
word-reconstitution = reconstitution
word-suspension = suspension
word-resumption = resumption
seat-ex-officio = ex officio member
seat-delegate = delegate
seat-representative = representative
seat-elected = elected member
seat-appointed = appointed member
seat-expert = expert
word-guest = guest
word-permanent = yes, permanently
word-yes = yes
word-no = no
word-article = article
word-section = section
word-paragraph-sign = paragraph

# What fields are called where `diff` and `log` speak of them.
field-accepted = accepted warnings
field-at = where
field-because = reason
field-code = code
field-acronym = acronym
field-act = act
field-acting = acting
field-activities = activities
field-adopted-by = adopted by
field-agenda = agenda
field-aliases = old addresses
field-among = chosen among the seats
field-appointed-by = appointed by
field-area = area
field-areas = areas
field-article = article
field-articles = articles
field-as-written = words of the source
field-authority = authority
field-basis = basis
field-body = body
field-changes = history
field-channels = channels
field-cited-by = name of its parts
field-contacts = contacts
field-contacts-office = office
field-channels-value = number or address
field-convened-by = convened by
field-count = number
field-count-source = source of the number
field-date = date
field-decisions = decisions
field-delegable = may send another
field-delegate-of = delegate of
field-delegated-by = chosen by
field-display = shown as
field-documents = documents
field-draft = draft
field-each = one for each
field-eligible = offices to choose from
field-end = end
field-end-reason = reason of the end
field-extra = values for the theme
field-family = family name
field-file = file
field-from = start
field-given = given name
field-group = group
field-held-by = held by the holders of
field-holder = holder
field-holders = holders
field-id = id
field-identifier = identifier
field-instruments = instruments
field-into = continues in
field-ipa = IPA
field-issuer = issued by
field-istat = ISTAT
field-kind = kind
field-lead = lead organization
field-legal-basis = legal basis
field-max = maximum
field-meets = how often it meets
field-members = members
field-min = minimum
field-minutes = minutes
field-minutes-none = reason why there are no minutes
field-missing = act missing
field-name = name
field-nav-title = short title
field-none = reason
field-note = note
field-office = office
field-on-behalf-of = on behalf of
field-order = place in lists
field-organization = organization
field-paragraph = paragraph
field-parent = part of
field-person = person
field-place = place
field-procedure = procedure
field-proposed-by = proposed by
field-public = meetings open to the public
field-publication-basis = basis for publication
field-quorum = quorum
field-related = relations
field-relation = relation
field-represents = represents
field-reviewed = reviewed on
field-role = role
field-rules = rules
field-scope = kind of area
field-seat = seat
field-seats = seats
field-seats-lead = sentence that introduces the seats
field-secretariat = secretariat
field-start = start
field-status = status
field-subject = subject
field-seats-valid-from = start of the seat
field-seats-valid-until = end of the seat
field-substitutes = substitutes
field-summary = summary
field-tables = tables
field-tax-code = tax code
field-term = term
field-term-months = months of the term
field-terms = terms
field-territory = territory
field-text = text
field-title = title
field-topics = topics
field-translations = translations
field-translations-reviewed = translation reviewed on
field-type = type
field-until = end
field-updated = updated on
field-url = web site
field-vacant = vacant
field-valid = period
field-value = value
field-venue = where it meets
field-voting = vote
field-words = other words
field-zones = zones
field-zones-count = number of zones
field-zones-kind = kind of zone

## The guide and the help

guide-type-common = Every page
guide-type-body = Body
guide-type-table = Table
guide-type-seat = Seat
guide-type-holder = Holder of a seat
guide-type-contact = Contact
guide-type-organization = Organization
guide-type-person = Person
guide-type-meeting = Meeting
guide-type-document = Document
guide-type-area = Area
guide-type-topic = Topic
guide-type-page = Page of text
guide-type-section = Section
guide-type-registry = Registry
guide-type-translation = Translation
guide-type-settings = Settings
guide-shape = What goes here
guide-shape-list = a list; each entry is { $item }
guide-shape-map = a group of entries with keys of your choice; each value is { $item }
guide-shape-by-language = a group with an entry for each language; each value is { $item }
guide-shape-one-of = one word of { $item }
guide-shape-word-of = a word of the list { $item }
guide-shape-or = {" "}or{" "}
guide-shape-any = any value
guide-required = It is required.
guide-optional = It may be left out.
guide-one-of = One of these fields is needed: { $names }.
guide-help-pages = `raccordo help guide NAME` shows a page of the guide.
guide-help-types = `raccordo help TYPE` lists the fields of a type, `raccordo help field NAME` explains a field.
guide-help-required = Fields with * are required. `raccordo help field NAME` explains a field.
guide-help-inner = Its keys: { $names }
guide-help-also = Also: { $names }
cli-unknown-topic = There is no command, type, field or page of the guide called `{ $value }`
cli-near-fields = did you mean: { $near }
help-guide = Write into a folder the pages of the guide about fields, messages and words
help-arg-guide = The folder of the guide; in Raccordo's own site, `content/guida`
help-arg-topic = A command; a type, such as `body`; `field` and the name of a field: `field seats`, `field body.seats`; `guide` for the pages of the guide: `guide pubblicare`

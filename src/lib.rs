//! Raccordo: a static-site generator for the bodies in which public authorities coordinate.
//!
//! # From files to pages
//!
//! A site is built in stages. Each takes the result of the one before it, and returns a value and what it has found.
//!
//! - **load**, [`site::sources`]: the files of the site and the dates of their last commits become a `SourceTree`.
//! - **theme**, [`site::theme`]: templates are compiled, labels are read, static files are listed.
//! - **parse**, [`content::parse`]: each file becomes typed facts and a text whose links are still open.
//! - **resolve**, [`content::graph`]: each reference becomes a link; each link is also recorded at its other end.
//! - **rules**, [`content::rules`]: each thing is checked for what the schema cannot say, such as an expired mandate.
//! - **list**, [`content::pages::listings`] and [`content::pages::alphabetical_index`]: long lists are cut into pages.
//! - **plan**, [`content::pages::plan`]: which pages there are, and which of them must be rendered.
//! - **images**, [`site::images`]: the images of texts are resized.
//! - **render**, [`content::views`] and [`site::render`]: what a page shows becomes a view; a template makes it HTML.
//! - **search**, [`site::search`]: the texts of the pages become the index for the browser.
//! - **compress**, [`site::compressed_files`]: if asked for, text files get copies that are compressed.
//! - **publish**, [`site::publish`]: the output folder changes from the whole old site to the whole new one.
//!
//! [`build`] runs them: `Project` (`build/project.rs`) owns sources and output folder, `Workspace` (`workspace.rs`) owns
//! the `State` (`state.rs`), `stages.rs` runs from parse to render, and `outputs/` is the table of all outputs.
//!
//! The groups of modules: [`base`] has plain values that all share, [`notation`] reads YAML and TOML into typed values,
//! [`content`] is what the pages mean, [`site`] is disk, templates and sockets, [`incremental`] keeps track of what was
//! made from what, [`messages`] has the words that people read, and [`cli`] has the commands.
//!
//! # How a turn works
//!
//! `build` and `check` take one *turn*; `watch` and `serve` take one after each change. All call the same function,
//! [`build::Project::turn`]. A first build is a turn in which everything is new.
//!
//! 1. `Sources::refresh` looks at the files that may have changed, and returns what has changed as `Changes`.
//! 2. Changed files are parsed again. What they describe is compared, facet by facet, with what they described before.
//!    The facets that differ are the *changed keys*.
//! 3. Each *product* (the links of a thing, the findings of its rules, a page) recorded the keys that it read while it
//!    was made. A product that read a changed key is made again, and no other is ([`incremental::memo`]).
//! 4. If there are errors, nothing is published. Otherwise the outputs whose bytes differ are the `Update` that
//!    [`site::publish`] gets.
//!
//! A turn can be cancelled while it renders, because files have changed again. The next turn makes what is left.
//! Meanwhile [`site::server`] can show a preview, whose pages are rendered on request ([`site::preview`]).
//!
//! At its end, a process saves a *snapshot* of the state ([`incremental::snapshot`]) beside the output. The next process
//! goes on from there, if program, options, settings, theme and day are the same; otherwise it starts from nothing.
//!
//! `raccordo diff` parses the sources of two revisions, and compares what they say: [`content::changes`]. Before a turn that
//! makes feeds, what the last commits changed is compared in the same way, each commit once: [`content::news`].
//!
//! # What always holds
//!
//! - [`base`], [`notation`], [`incremental`] and [`content`] read no file, no clock, no environment and no network, and
//!   know no template engine; `tests/content_alone` compiles them without.
//! - [`base`] does not know the other groups. [`content`] and [`site`] do not know each other, and only [`build`] uses
//!   both; `tests/architecture.rs`.
//! - [`site`] has no word for a body or a seat; `tests/architecture.rs`.
//! - Only [`site`] uses the file system, and one module reads YAML; `tests/architecture.rs`.
//! - Only [`site::publish`] writes to the output folder; `tests/architecture.rs`.
//! - Readers see the whole old site or the whole new one, even if the process is killed or the disk is full;
//!   `tests/publish/kills.rs`.
//! - Files in the output folder that are not the site's stay, even if the site needs their place: then it stays as it
//!   was. A file whose bytes stay the same is not touched; `tests/publish/whole.rs`, `tests/publish/updates.rs`.
//! - The JSON Schema of a type accepts what `check` accepts; `tests/blackbox/json_schema.rs`.
//! - An address in `urls.txt` has a page or a redirect, or it is an error; `tests/blackbox/urls.rs`.
//! - A fix is made only if its error is gone with it and none has come, and changes nothing else in its file;
//!   `tests/blackbox/fix.rs`, `tests/blackbox/diagnostics/proposals.rs`.
//! - `init` and `new` overwrite nothing, write all or nothing, and what they write has no errors: no id or address is there
//!   twice; `tests/blackbox/init.rs`, `tests/blackbox/new.rs`.
//! - The guide says of fields, messages and words what the program says, and its examples work; `tests/blackbox/guide.rs`.
//! - Compressed copies come, change and go with their files; `tests/blackbox/precompress.rs`.
//! - What publishing cannot do because of the content is an error of `check`; `tests/blackbox/output_folder.rs`.
//! - A file is published with the bytes that were checked, or not at all; `tests/publish/updates.rs`.
//! - After any sequence of edits, the site has the bytes of a fresh build; `tests/blackbox/incremental.rs` in one
//!   process, `tests/blackbox/resumed_project.rs` with snapshots, `tests/blackbox/watch.rs` on a disk.
//! - The same sources and the same day give the same bytes and the same findings, with any number of threads; in
//!   `tests/blackbox`, `the_same_files_make_the_same_bytes`.
//! - How and where a fact is written makes no change, the way back is the mirror of the way there, and every kind of change
//!   is told alone; `tests/blackbox/diff`.
//! - No configuration, environment or owner of a repository changes the date of a page, and nothing in it runs a program;
//!   `tests/blackbox/git`.
//! - A page depends on nothing but what it reads through `graph::Reader`: a template sees its view and nothing else;
//!   `tests/blackbox/incremental.rs`, `tests/blackbox/themes.rs`.
//! - Whatever an editor writes, no script reaches a page, unless the settings trust the HTML of texts;
//!   `src/content/markdown/tests/`, `tests/blackbox/hostile_destinations.rs`.
//! - A template that prints a text of an editor where HTML has an address, a program or a tag is refused, and so is one of
//!   which that cannot be told by looking at its file alone; `tests/blackbox/theme_addresses.rs`.
//! - Ids in calendars and feeds stay as they are while the site is edited, and no clock is in them. What an entry of a feed
//!   says changes only with its moment, and the sequence of a meeting never goes down; `tests/blackbox/calendars.rs`,
//!   `tests/blackbox/feeds.rs`, `tests/blackbox/git`.
//! - Calendars and feeds know a meeting or body by the first address that it had, whatever it is called and wherever it
//!   is: no two have the same; `tests/blackbox/calendars.rs`.
//! - No entry of a feed vanishes but for the limits, and no name comes back that was removed; `tests/blackbox/git/feeds.rs`.
//! - The page of a past composition shows what the site of that day showed, but for those of whom it is not certain that they sat;
//!   `tests/blackbox/past_compositions.rs`.
//! - A page loads nothing from another site, unless the settings admit its host or the theme does it;
//!   `tests/blackbox/hostile_destinations.rs`.
//!
//! # Where to make a change
//!
//! - *A field* of a body or an organization: its type in [`content::model`], its description in `messages/fields.it.toml`,
//!   its name in both catalogues (`field-…`, for `diff` and `log`), its view in [`content::views`], the templates of the themes, and an example in `cli/init/example`. Then
//!   `raccordo export guide content/guida` writes the guide. A text that is translated also has a field in
//!   `content/model/translation.rs` and lines in `content/coverage.rs` and `content/graph/resolve/orphan_words.rs`. A reference also needs a link in `content/graph/resolve`.
//!   A text without an id is translated in `words`: a line in `content/graph/other_words.rs`.
//! - *A kind of change* that `diff` tells: [`content::changes`] (`kind.rs`, `classify.rs`), a sentence in both catalogues,
//!   and a case in `tests/blackbox/diff`. A field without a kind is told as a field.
//! - *A rule*: its file and a line in [`content::rules`], a code in [`base::code`], and texts in both catalogues of
//!   [`messages`]. If an unreadable value may be the cause of its findings, `content/unread/dependences.rs` names the keys.
//!   What `check --fix` writes is a `Change` of `base/fix.rs`. Tests report what is missing; `raccordo export guide content/guida` writes the guide.
//! - *A kind of page*: [`content::model`] with its `EntityKind`, then what the compiler and the tests name.
//! - *An output* such as `index.ics`: an id in [`content::pages::plan`], its name in `base/portable_path.rs`, a variant of `OutputView` in
//!   [`content::views`], and the renderer in `build/render.rs`. `robots.txt` is the smallest example.
//! - *A file that editors begin with*: a template below `cli/init/files` or `cli/new/files`, in three languages.
//! - *A page of the guide*: its two files in `content/guida`, and a line in `cli/guide/pages.rs`.
//! - *An option* of a command: `cli/args.rs`, its help in both catalogues, and the table in `README.md`.
//!
//! # Glossary
//!
//! The content:
//!
//! - *body*: a group in which authorities coordinate, such as a council. `Body`; a *table* is a body within a body.
//! - *seat*: a place in a body, for one or several members, and whom it is for. `Seat`
//! - *holder*: who sits on a seat, from when and until when. `Holder`
//! - *existence*: from when to when something is there, and the change that ends it. `Existence`
//! - *thing*, *entity*: what has an id and a page: a body, an organization, a person … `Entity<T>`, `EntityKind`
//! - *name*: kind and id of a thing: `organization/cisa-24`. `Name`
//! - *facts*: what was typed about a thing, its text not counted. `Facts`
//! - *draft*: a thing with `draft: true`, which is not published.
//! - *unresolved entity*: a thing whose references have not been looked up. `UnresolvedEntity`
//! - *destination*: where a link, an image or a field says that it leads, as typed. `Destination`
//! - *target*: where it was found to lead. `Target`
//! - *claim*: what one file says that a name stands for. `Claim`
//! - *directory*: all names, pages and addresses of a site, before references are resolved. `Directory`
//! - *reference*: an id as typed. `Ref<T>`
//! - *link*: a resolved reference, which always leads to a thing. `Link<T>`; `AnyLink` if the kind is open
//! - *backlink*, *mention*: a link seen from its other end: who mentions a thing, and how. `Backlink`, `Relation`
//! - *summary*: what other pages show of a thing: title, address, kind. `EntitySummary`
//! - *view*: what a template sees, with finished values only. `View`, `BodyView` …
//! - *locale*: dates and the order of words by the rules of a language. `Locale`
//! - *diagnostic*: an error or a warning with its code and place. `Diagnostic`
//! - *place*: a file, and a span or a node in it. `Place`
//! - *fix*: the change that a hint proposes, as data, where it is certain. `Fix`; `Mender` makes fixes, `Edit` is one in bytes
//! - *answer*: why an editor accepts a warning, and where. `Answer`; `Findings` keeps the warnings that were answered apart
//! - *finding*: a diagnostic with line, column and source text, for a report. `Finding`; `Findings` has all diagnostics
//!
//! - *change*: what is not as it was in an earlier revision, as a fact. `changes::Change`; `Kind`, `Class`
//! - *news*: what a commit tells of a body that the content of today does not. `News`, `CommitNews`
//! - *value*: what was typed, as plain data that code can compare which knows no type. `Value`
//!
//! The build:
//!
//! - *turn*: one run through the stages. `Turn`, `Outcome`
//! - *stage*: a step of a turn.
//! - *product*: a value that a stage makes, and keeps until a key that it read changes.
//! - *facet*: a part of a thing that products read as a whole: summary, facts, texts, backlinks. `Facet`
//! - *key*: a facet, a name or a path, as a number that products record. `Key`
//! - *dependencies*: the keys that a product has read. `Dependencies`; `DependencyRecorder` while it is made
//! - *memo*: a table of products and their dependencies. `Memo`
//! - *snapshot*: the state of a build as bytes, for the next process. `SnapshotWriter`, `SnapshotReader`
//! - *stat cache*: digests of files by size, times and inode, so that unchanged files are not read. `StatCache`
//! - *output*: a file of the built site, with its path and digest. `Output`
//! - *update*: the outputs that a turn has changed or removed. `Update`
//! - *delta*: what publishing changed in the output folder. `Delta`

#![forbid(unsafe_code)]
// This documentation is for people who work on the crate: read it with `cargo doc --document-private-items`.
#![allow(rustdoc::private_intra_doc_links)]

pub mod base;
pub mod build;
pub mod cli;
pub mod content;
pub mod incremental;
pub mod messages;
pub mod notation;
pub mod site;

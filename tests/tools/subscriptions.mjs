// node subscriptions.mjs DIR
// The calendars and feeds of DIR: calendars by ical.js, which computes moments from the description of the time zone in
// the file, against the time zones of Node; feeds by the grammar of RFC 4287, and by what it says in words only.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ICAL from "ical.js";
import { memoryPages, validateXML } from "xmllint-wasm";
import { finish, usage } from "./lib/report.mjs";

const [dir] = process.argv.slice(2);
if (!dir) usage("subscriptions.mjs DIR");

const problems = [];
const all = readdirSync(dir, { recursive: true });
const calendars = all.filter((name) => name.endsWith(".ics"));
const feeds = all.filter((name) => name.endsWith("feed.xml"));
ICAL.design.strict = true;

/** The moments at which the clocks of a zone show a civil time. */
function moments(zone, { year, month, day, hour, minute, second }) {
  const civil = Date.UTC(year, month - 1, day, hour, minute, second);
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "short", timeStyle: "medium", hourCycle: "h23" });
  const shown = (at) => format.format(at);
  const wanted = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "short", timeStyle: "medium", hourCycle: "h23" }).format(civil);
  const offsets = Array.from({ length: 4 * 27 }, (_, at) => (at - 4 * 13) * 15 * 60_000);
  return offsets.map((offset) => civil - offset).filter((at) => shown(at) === wanted);
}

let events = 0;
for (const name of calendars) {
  const bytes = readFileSync(join(dir, name));
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const fault = (what) => problems.push(`${name}: ${what}`);
  if (/(^|[^\r])\n|\r(?!\n)/.test(text)) fault("a line does not end in CR LF");
  for (let from = 0, end; (end = bytes.indexOf("\r\n", from)) >= 0; from = end + 2) {
    if (end - from > 75) fault(`a line of ${end - from} octets`);
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, end));
  }
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = calendar.getAllSubcomponents("vtimezone").map((it) => it.getFirstPropertyValue("tzid"));
  const uids = new Set();
  for (const event of calendar.getAllSubcomponents("vevent")) {
    events += 1;
    for (const needed of ["uid", "dtstamp", "dtstart", "summary", "sequence", "status"]) {
      if (event.getFirstProperty(needed) === null) fault(`an event without ${needed}`);
    }
    const uid = event.getFirstPropertyValue("uid");
    if (uids.has(uid)) fault(`two events with the UID ${uid}`);
    uids.add(uid);
    if (event.getFirstPropertyValue("dtstamp").zone !== ICAL.Timezone.utcTimezone) fault(`${uid}: DTSTAMP is not in UTC`);
    for (const property of ["dtstart", "dtend"].flatMap((it) => event.getAllProperties(it))) {
      const time = property.getFirstValue();
      const zone = property.getParameter("tzid");
      if (time.isDate || zone === undefined) continue;
      if (!zones.includes(zone)) fault(`${uid}: no description of ${zone}`);
      const computed = time.toJSDate().getTime();
      if (!moments(zone, time).includes(computed)) fault(`${uid}: ${time} is ${new Date(computed).toISOString()}?`);
    }
  }
  if (uids.size === 0) fault("no event");
}

const grammar = { fileName: "atom.rng", contents: readFileSync(join(import.meta.dirname, "schemas", "atom.rng"), "utf8") };
const site = new Map();
for (const name of feeds) {
  const contents = readFileSync(join(dir, name), "utf8");
  const fault = (what) => problems.push(`${name}: ${what}`);
  const { errors } = await validateXML({
    xml: [{ fileName: "feed.xml", contents }],
    schema: [grammar],
    extension: "relaxng",
    maxMemoryPages: memoryPages.GiB,
  });
  errors.forEach((error) => fault(error.rawMessage));
  const [head, ...entries] = contents.split("<entry>");
  const one = (text, pattern) => text.match(pattern)?.[1];
  if (!/<author>\s*<name>./.test(head)) fault("no author");
  const self = one(head, /rel="self" [^>]*href="([^"]*)"/);
  // At an old address is a copy, which leads to the feed.
  const isThere = (it) => decodeURI(new URL(self).pathname).endsWith(`/${relative(".", it)}`);
  const isCopy = (it) => it === name || readFileSync(join(dir, it), "utf8") === contents;
  if (!self || !feeds.some((it) => isThere(it) && isCopy(it))) fault(`its own address is ${self}`);
  const ids = new Set([one(head, /<id>([^<]*)</)]);
  let before = one(head, /<updated>([^<]*)</);
  for (const entry of entries) {
    const [id, updated] = [one(entry, /<id>([^<]*)</), one(entry, /<updated>([^<]*)</)];
    if (ids.has(id)) fault(`two entries with the id ${id}`);
    ids.add(id);
    if (Date.parse(updated) > Date.parse(before)) fault(`${id} is newer than what comes before`);
    before = updated;
    if ((site.get(id) ?? updated) !== updated) fault(`${id} has another moment in another feed`);
    site.set(id, updated);
    if (/<script/i.test(entry.replaceAll("&amp;", "&").replaceAll("&lt;", "<"))) fault(`${id} has a script`);
    if (!/rel="alternate" [^>]*href="https?:/.test(entry)) fault(`${id} leads nowhere`);
  }
}
if (feeds.length === 0) problems.push(`${dir}: no feed in it`);
finish(`${calendars.length} calendars with ${events} events, ${feeds.length} feeds`, problems);

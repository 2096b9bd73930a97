// node browser.mjs DIR [--limit N] [--jobs N] [--without FOLDER/]...
// Every page of DIR (or N of them, or none of some folders) in Chromium, served below /sub/ with a strict
// content security policy, then from the disk; and every link of every page. One page of each folder
// is also read in dark colours, with large text, in forced colours, on a phone and on paper.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { launch } from "./lib/chromium.mjs";
import { comforts, largeText, ownColours, paper, shifts, stillness } from "./lib/modes.mjs";
import { brokenOnDisk, brokenOverHttp } from "./lib/links.mjs";
import { finish, usage } from "./lib/report.mjs";
import { oneOfEach, pages, sample, serve } from "./lib/site.mjs";
import { keyboard, listen, looks, saysAll, words } from "./lib/visit.mjs";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 720 };
const POLICY = { "Content-Security-Policy": "default-src 'self'" };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: "string", default: "0" }, jobs: { type: "string", default: "2" }, without: { type: "string", multiple: true, default: [] } },
});
const [dir] = positionals;
if (!dir) usage("browser.mjs DIR [--limit N] [--jobs N] [--without FOLDER/]...");

const all = pages(dir);
const moves = (page) => /http-equiv="?refresh/i.test(readFileSync(join(dir, page), "utf8"));
const isLeftOut = (page) => values.without.some((folder) => page.startsWith(folder));
const chosen = sample(all.filter((page) => !moves(page) && !isLeftOut(page)), Number(values.limit));
const unusual = new Set(oneOfEach(chosen));
const problems = all.length === 0 ? [`${dir}: no pages in it`] : [];

const atRoot = await serve(dir, "/", POLICY);
const below = await serve(dir, "/sub/", POLICY);
const browser = await launch();

/** A tab, and a way to visit a page in it: what the tab and `ask` complain about is kept. */
async function open(settings, allowed) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...settings });
  const tab = await context.newPage();
  const heard = await listen(tab, allowed);
  return async function visit(name, address, ask, viewport = WIDE) {
    heard.clear();
    const found = [];
    try {
      await tab.setViewportSize(viewport);
      await tab.emulateMedia({ colorScheme: "light" });
      await tab.goto(address, { waitUntil: "load" });
      found.push(...(await ask(tab)));
    } catch (error) {
      found.push(`could not be looked at: ${error.message.split("\n")[0]}`);
    }
    problems.push(...[...heard, ...found].map((problem) => `${name}: ${problem}`));
  };
}

const disk = pathToFileURL(resolve(dir)).href + "/";
const queue = chosen.values();

async function work() {
  const wide = await open({}, [atRoot.origin, below.origin]);
  const narrow = await open({}, [atRoot.origin, below.origin]);
  const forced = await open({ forcedColors: "active" }, [atRoot.origin, below.origin]);

  /** A page of each kind, read in ways that are not the usual one. */
  async function otherwise(page, address) {
    await wide(page, address, async (tab) => [
      ...(await comforts(tab)),
      ...(await largeText(tab)),
      ...(await ownColours(tab)),
      ...(await paper(tab)),
    ]);
    await narrow(`${page} on a phone`, address, shifts, NARROW);
    await forced(`${page} in forced colours`, address, keyboard);
  }

  const full = await open({}, [atRoot.origin, below.origin]);
  const scriptless = await open({ javaScriptEnabled: false }, [atRoot.origin, below.origin]);
  const fromDisk = await open({}, [disk]);
  for (const page of queue) {
    // The page for missing addresses has links from the root of its host.
    const address = (page === "404.html" ? atRoot : below).base + page;
    let text = "";
    await full(page, address, async (tab) => {
      text = await words(tab);
      return [...(await shifts(tab)), ...(await stillness(tab)), ...(await keyboard(tab)), ...(await looks(tab, unusual.has(page)))];
    });
    await scriptless(page, address, async (tab) => saysAll(text, await words(tab), "without JavaScript"));
    if (unusual.has(page)) await otherwise(page, address);
    if (page === "404.html") continue;
    await fromDisk(`${page} from the disk`, disk + page, async (tab) => saysAll(text, await words(tab), "read there"));
  }
}

await Promise.all(Array.from({ length: Number(values.jobs) }, work));
problems.push(...(await brokenOverHttp(dir, all, atRoot)));
problems.push(...(await brokenOverHttp(dir, all, below)));
problems.push(...brokenOnDisk(dir, all));

await browser.close();
atRoot.close();
below.close();
finish(`browser, ${chosen.length} of ${all.length} pages`, problems);

// node search.mjs DIR [--large DIR]
// The search of the site in DIR, this repository's, in Chromium: that it finds
// the right page first, is worked by keys alone and heard, and what is left of
// it without JavaScript, without an index and from the disk. That of a large
// site, as `tests/run` makes it: that the parts of its index are searched as one.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { launch } from "./lib/chromium.mjs";
import { finish, usage } from "./lib/report.mjs";
import { pages, serve } from "./lib/site.mjs";
import { listen, looks } from "./lib/visit.mjs";

const ASCOLI = "ascoli-piceno/coordinamento-politiche-sociali/";
const NOVARA = "novara/coordinamento-enti-gestori/";

/** What is asked, and the page that answers: mayors sit in both bodies, presidents of their conferences in one. */
const RIGHT = {
  "conferenza dei sindaci": [ASCOLI],
  sindaco: [ASCOLI, NOVARA],
  attivita: [ASCOLI],
  attività: [ASCOLI],
  "CISA 24": ["enti/cisa-24/"],
};
// What Pagefind needs beyond 'self' (README.md).
const POLICY = { "Content-Security-Policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" };
const PAGE = "novara/index.html";
const INDEX = /\/(indice|a-z)\/index\.html\?q=/;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { large: { type: "string" } } });
const [dir] = positionals;
if (!dir) usage("search.mjs DIR [--large DIR]");

const problems = [];
const below = await serve(dir, "/sub/", POLICY);
const browser = await launch();

/** A page of the site in a tab of its own; what the tab and `ask` complain about is kept. */
async function visit(name, address, ask, settings = {}) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...settings });
  const tab = await context.newPage();
  const heard = await listen(tab, [new URL(address).origin, "file:"]);
  const found = [];
  try {
    await tab.goto(address, { waitUntil: "load" });
    found.push(...((await ask(tab)) ?? []));
  } catch (error) {
    found.push(`broke off: ${error.message.split("\n")[0]}`);
  }
  problems.push(...[...heard, ...found].map((problem) => `${name}: ${problem}`));
  await context.close();
}

const focused = (tab) => tab.evaluate(() => document.activeElement.getAttribute("href") ?? document.activeElement.id);
const status = (tab) => tab.locator("form.search [role=status]").textContent();

/** Types into the box, which must have the focus, and waits for what is said of it. */
async function type(tab, text) {
  await tab.keyboard.type(text);
  await tab.waitForFunction(
    (start) => document.querySelector("form.search [role=status]").textContent.startsWith(start),
    `${text}:`,
    { timeout: 10000 },
  );
}

/** The box gets the focus by the Tab key alone. */
async function reach(tab) {
  for (let i = 0; i < 40; i += 1) {
    await tab.keyboard.press("Tab");
    if ((await focused(tab)) === "search-words") return;
  }
  throw new Error("the Tab key does not reach the box");
}

for (const [text, right] of Object.entries(RIGHT))
  await visit(`“${text}”`, below.base + PAGE, async (tab) => {
    await reach(tab);
    await type(tab, text);
    const first = await tab.locator(".search-panel li a").first().getAttribute("href");
    return right.includes(first.replace("/sub/", "")) ? [] : [`finds ${first} first, not ${right.join(" or ")}`];
  });

/** What two questions find, and how the first words are shown. */
async function found(tab, text) {
  await tab.locator("#search-words").focus();
  await tab.keyboard.press("Control+A");
  await type(tab, text);
  return tab.locator(".search-panel li a").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
}

await visit("typography", below.base + PAGE, async (tab) => {
  await reach(tab);
  const plain = (await found(tab, "unione")).join();
  const problems = plain ? [] : ["finds no “unione”"];
  for (const text of ["dell’unione", "dell'unione", "l’unione", "«unione»", "“unione”", "uni\u00adone", "unione…", "—unione"])
    if ((await found(tab, text)).join() !== plain) problems.push(`“${text}” finds other pages than “unione”`);
  return problems;
});

await visit("furniture", below.base + PAGE, async (tab) => {
  await reach(tab);
  const problems = [];
  const count = pages(dir).length;
  for (const text of ["stampa", "condividi", "segnala", "copia", "aggiornamento"]) {
    await found(tab, text);
    const told = Number((await status(tab)).match(/\d+$/)?.[0] ?? 0);
    if (told > count / 4) problems.push(`“${text}” is found on ${told} of ${count} pages`);
  }
  return problems;
});

await visit("keys", below.base + PAGE, async (tab) => {
  const found = [];
  const expect = (holds, text) => holds || found.push(text);
  await reach(tab);
  await type(tab, "wqzzzz");
  expect((await tab.locator(".search-panel li").count()) === 0, "finds what is not there");
  await tab.keyboard.press("Control+A");
  await type(tab, "provincia");
  const said = await status(tab);
  const count = Number(said.match(/\d+$/)?.[0]);
  expect(count > 2, `the status says “${said}”`);
  expect((await tab.locator(".search-panel mark").count()) > 0, "no word is marked");
  await tab.keyboard.press("ArrowDown");
  const first = await tab.locator(".search-panel li a").first().getAttribute("href");
  expect((await focused(tab)) === first, "ArrowDown does not lead to the first result");
  await tab.keyboard.press("ArrowUp");
  expect((await focused(tab)) === "search-words", "ArrowUp does not lead back to the box");
  // Narrowed by type, with the keys of a list.
  const types = tab.locator(".search-panel select").first();
  await types.focus();
  await tab.keyboard.press("ArrowDown");
  await tab.waitForFunction((before) => document.querySelector("form.search [role=status]").textContent !== before, said);
  const left = Number((await status(tab)).match(/\d+$/)?.[0]);
  const promised = Number((await types.locator("option:checked").textContent()).match(/\((\d+)\)/)?.[1]);
  expect(left === promised && left < count, `${promised} promised, ${left} of ${count} left`);
  await tab.keyboard.press("Escape");
  expect(!(await tab.locator(".search-panel").isVisible()), "Escape does not close the results");
  expect((await focused(tab)) === "search-words", "Escape does not lead back to the box");
  await tab.keyboard.press("Enter");
  await tab.locator(".search-panel").waitFor();
  await tab.keyboard.press("ArrowDown");
  await tab.keyboard.press("Enter");
  await tab.waitForURL((url) => !url.pathname.endsWith(PAGE));
  return found;
});

await visit("looks", below.base + PAGE, async (tab) => {
  await reach(tab);
  await type(tab, "provincia");
  return looks(tab);
});

for (const [name, start, settings] of [
  ["without JavaScript", below.base, { javaScriptEnabled: false }],
  ["from the disk", pathToFileURL(resolve(dir)).href + "/", {}],
])
  await visit(
    name,
    start + PAGE,
    async (tab) => {
      await tab.locator("#search-words").fill("sindaco");
      await tab.locator("#search-words").press("Enter");
      await tab.waitForURL(INDEX, { timeout: 10000 });
      const links = await tab.locator("main a[href*=coordinamento-enti-gestori]").count();
      return links > 0 ? [] : ["the index from A to Z does not list a body"];
    },
    settings,
  );

await visit("without an index", below.base + PAGE, async (tab) => {
  await tab.route("**/pagefind/**", (route) => route.fulfill({ contentType: "text/javascript", body: "throw 0" }));
  await reach(tab);
  await tab.keyboard.type("sindaco");
  const link = tab.locator(".search-panel a");
  await link.waitFor();
  const problems = INDEX.test(`${await link.getAttribute("href")}?q=`) ? [] : ["nothing leads to the index from A to Z"];
  problems.push(...(await looks(tab)));
  // That was in a narrow window, in which the box is folded.
  await tab.setViewportSize({ width: 1280, height: 900 });
  await tab.locator("#search-words").press("Enter");
  await tab.waitForURL(INDEX, { timeout: 10000 });
  return problems;
});

/** What is in one part of an index is found beside what is in another, counted and narrowed as in one. */
async function inParts(folder) {
  const large = await serve(folder, "/sub/", POLICY);
  const built = pages(folder);
  const persons = built.filter((page) => page.includes("/p-")).length;
  await visit("in parts", large.base, async (tab) => {
    const found = [];
    const expect = (holds, text) => holds || found.push(text);
    const entries = ["", "1/"].map((part) => fetch(`${large.base}pagefind/${part}pagefind-entry.json`));
    const parts = (await Promise.all(entries)).map((entry) => entry.json());
    const counts = (await Promise.all(parts)).map(({ languages }) => languages.it.page_count);
    const told = async () => Number((await status(tab)).match(/\d+$/)?.[0]);
    await reach(tab);
    await type(tab, "bianchi");
    const count = await told();
    // The list of them is found too.
    expect(count === persons + 1 && Math.max(...counts) < count, `${count} found of ${persons} in parts of ${counts}`);
    const links = tab.locator(".search-panel li a");
    for (let shown = 10; shown <= 40; shown += 10) {
      await tab.locator(".search-panel button").click();
      await links.nth(shown).waitFor();
    }
    for (const link of await links.evaluateAll((all) => all.map((it) => it.getAttribute("href"))))
      expect(built.includes(`${link.replace("/sub/", "")}index.html`), `${link} leads nowhere`);
    // Of these types, some are in one part only.
    await tab.locator("#search-words").focus();
    await tab.keyboard.press("Control+A");
    await type(tab, "provincia");
    const types = tab.locator(".search-panel select").first();
    const all = await told();
    const options = (await types.locator("option").allTextContents()).slice(1);
    let sum = 0;
    for (const label of options) {
      const promised = Number(label.match(/\((\d+)\)/)[1]);
      sum += promised;
      await types.selectOption({ label });
      await tab.waitForTimeout(500);
      expect((await told()) === promised, `${label}: ${await told()} left`);
    }
    expect(options.length > 1 && sum === all, `${all} found, by type: ${options}`);
    return found;
  });
  large.close();
}

if (values.large) await inParts(values.large);

await browser.close();
below.close();
finish(`search, ${Object.keys(RIGHT).length} queries`, problems);

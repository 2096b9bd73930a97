// node serve.mjs URL --edit CMD --break CMD --mend CMD [--style CMD]
// A page of a running local server in Chromium, while the site changes under it:
// it reloads, shows what is wrong and clears it. The commands go to a shell:
//   edit   changes the page of URL, each time it is run
//   break  makes an error, so that the overlay appears
//   mend   takes the error back
//   style  changes a style sheet of the page
import { exec } from "node:child_process";
import { parseArgs, promisify } from "node:util";
import { launch } from "./lib/chromium.mjs";
import { finish, usage } from "./lib/report.mjs";
import { listen, looks } from "./lib/visit.mjs";

const PATIENCE = { timeout: 10_000 };
const WHILE = 500; // milliseconds in which something that must not happen would have happened

const option = { type: "string" };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { edit: option, break: option, mend: option, style: option },
});
const [url] = positionals;
if (!url || !values.edit || !values.break || !values.mend)
  usage("serve.mjs URL --edit CMD --break CMD --mend CMD [--style CMD]");

const problems = [];
const run = (name) => promisify(exec)(values[name], { shell: "/bin/sh" });
const pause = () => new Promise((done) => setTimeout(done, WHILE));

const browser = await launch();
const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 500 } });
const tab = await context.newPage();
const heard = await listen(tab, [new URL(url).origin]);

/** What is told apart by whether the page is still the one that was marked. */
const mark = () => tab.evaluate(() => (window.isMarked = true));
const isMarked = () => tab.evaluate(() => window.isMarked === true);
const reloaded = () => tab.waitForFunction(() => !window.isMarked && document.readyState === "complete", null, PATIENCE);
const words = () => tab.evaluate(() => document.documentElement.innerHTML);
const overlay = tab.locator("raccordo-overlay section");

async function step(name, what) {
  try {
    await what((problem) => problems.push(`${name}: ${problem}`));
  } catch (error) {
    problems.push(`${name}: ${error.message.split("\n")[0]}`);
  }
}

await tab.goto(url, { waitUntil: "load" });

await step("a change", async (say) => {
  const before = await words();
  await tab.evaluate(() => window.scrollTo(0, 100));
  const scrolled = await tab.evaluate(() => window.scrollY);
  await mark();
  const begin = performance.now();
  await run("edit");
  await reloaded();
  console.log(`reloaded after ${Math.round(performance.now() - begin)} ms`);
  if ((await words()) === before) say("the page is the same after the reload");
  await pause();
  const now = await tab.evaluate(() => window.scrollY);
  if (now !== scrolled) say(`scrolled from ${scrolled} to ${now} by the reload`);
});

await step("nothing", async (say) => {
  await mark();
  await pause();
  if (!(await isMarked())) say("the page reloads though nothing has changed");
});

if (values.style)
  await step("a change of style", async (say) => {
    const count = await tab.evaluate(() => document.styleSheets.length);
    await mark();
    await run("style");
    const isSwapped = (size) => {
      const sheets = [...document.styleSheets];
      return sheets.length === size && sheets.some(({ href }) => href?.includes("raccordo="));
    };
    await tab.waitForFunction(isSwapped, count, PATIENCE);
    if (!(await isMarked())) say("the page was reloaded");
  });

await step("an unseen page", async (say) => {
  const seen = (state) =>
    tab.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => value });
      Object.defineProperty(document, "hidden", { configurable: true, get: () => value === "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await mark();
  await seen("hidden");
  await run("edit");
  await pause();
  if (!(await isMarked())) say("it was reloaded while nobody saw it");
  await seen("visible");
  await reloaded();
});

await step("an error", async (say) => {
  const focus = () => tab.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  await tab.keyboard.press("Tab");
  const before = await focus();
  await mark();
  await run("break");
  await overlay.waitFor({ state: "visible", ...PATIENCE });
  if ((await focus()) !== before) say("the overlay took the focus");
  if (!(await isMarked())) say("the page was reloaded");
  const alert = overlay.locator("[role=alert]");
  if (!(await alert.innerText()).trim()) say("a screen reader is told nothing");
  for (const problem of await looks(tab)) say(problem);
  await tab.setViewportSize({ width: 1280, height: 500 });
  await tab.keyboard.press("Escape");
  await overlay.waitFor({ state: "detached", ...PATIENCE });
  await tab.reload({ waitUntil: "load" });
  await overlay.waitFor({ state: "visible", ...PATIENCE });
  await overlay.getByRole("button").click();
  await overlay.waitFor({ state: "detached", ...PATIENCE });
});

await step("the mending", async () => {
  await tab.reload({ waitUntil: "load" });
  await overlay.waitFor({ state: "visible", ...PATIENCE });
  await run("mend");
  await overlay.waitFor({ state: "detached", ...PATIENCE });
});

problems.push(...heard);
await browser.close();
finish("local server in a browser", problems);

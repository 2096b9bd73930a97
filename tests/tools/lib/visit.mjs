// What is asked of one page in a browser. Each function returns problems, as text.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fold } from "./html.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// The dark scheme changes colours and nothing else, so only they are asked for again.
const RULES = {
  light: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  dark: ["color-contrast", "link-in-text-block"],
};

const NARROW = 320; // WCAG 2.2, 1.4.10: 1280 pixels at 400 %
const WIDE = 1280;

/** Keeps what goes wrong while a tab works: console errors, failed requests, requests not to `allowed`. */
export async function listen(tab, allowed) {
  const heard = new Set();
  tab.on("console", (line) => line.type() === "error" && heard.add(`console: ${line.text()}`));
  tab.on("pageerror", (error) => heard.add(`script error: ${error.message}`));
  tab.on("response", (answer) => answer.status() >= 400 && heard.add(`${answer.status()}: ${answer.url()}`));
  await tab.route(
    ({ href }) => !["data:", "blob:", ...allowed].some((start) => href.startsWith(start)),
    (route) => {
      heard.add(`a request to somewhere else: ${route.request().url()}`);
      return route.abort();
    },
  );
  return heard;
}

/**
 * What axe finds that is no fault. The index of a page is a `details` that is shown whole on wide windows: axe takes its
 * links for hidden, but Tab reaches each of them (see `keyboard`), and the index scrolls with it.
 */
const isMistaken = (id, node) => id === "scrollable-region-focusable" && [".index", ".page-index"].includes(node.target.join(" "));

/** Both widths: no scrolling sideways, and no axe violation, at 1280 pixels in light colours or (`thorough`) also at
 *  320 and in dark ones, which are the same for all pages of a folder. */
export async function looks(tab, thorough) {
  const problems = [];
  await tab.evaluate(AXE);
  for (const width of [WIDE, NARROW]) {
    await tab.setViewportSize({ width, height: 900 });
    const actual = await tab.evaluate(() => document.scrollingElement.scrollWidth);
    if (actual > width) problems.push(`${width}px: scrolls sideways, ${actual}px wide`);
    for (const colorScheme of Object.keys(RULES))
      if (thorough || (width === WIDE && colorScheme === "light"))
        problems.push(...(await violations(tab, colorScheme)).map((problem) => `${width}px ${colorScheme}: ${problem}`));
  }
  return problems;
}

/** The axe violations of the page in this colour scheme, as it is shown now. */
async function violations(tab, colorScheme) {
  await tab.emulateMedia({ colorScheme });
  const { violations: all } = await tab.evaluate((options) => window.axe.run(options), {
    runOnly: RULES[colorScheme],
    resultTypes: ["violations"],
  });
  return all.flatMap(({ id, help, nodes: found }) => {
    const nodes = found.filter((node) => !isMistaken(id, node));
    return nodes.length > 0 ? [`${id}: ${help}: ${nodes.map((n) => n.target.join(" ")).join(", ")}`] : [];
  });
}

/** Tab reaches every control of the page, and each shows that it has the focus. */
export async function keyboard(tab) {
  const count = await tab.evaluate(watchFocus);
  for (let i = 0; i <= count; i += 1) await tab.keyboard.press("Tab");
  // Boxes that scroll take the focus too, and are not in the count.
  const isMissing = () => tab.evaluate(() => window.unreached.size > 0);
  for (let i = 0; i <= count && (await isMissing()); i += 1) await tab.keyboard.press("Tab");
  return tab.evaluate(() => {
    const name = (e) => `<${e.localName}> "${(e.textContent || e.getAttribute("aria-label") || e.id).trim().slice(0, 40)}"`;
    return [
      ...[...window.unreached].map((e) => `the Tab key does not reach ${name(e)}`),
      ...[...window.unmarked].map((e) => `the focus cannot be seen on ${name(e)}`),
      ...[...window.unseen].map((e) => `out of sight with the focus: ${name(e)}`),
    ];
  });
}

/** In the page: keeps which controls the focus has not come to, and on which it does not show. Returns the number of
 *  all controls, also of those that the Tab key need not reach. */
function watchFocus() {
  const look = (e) => {
    const style = getComputedStyle(e);
    return `${style.outlineStyle === "none" ? "" : style.outline} ${style.boxShadow}`;
  };
  const all = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex]")];
  const wanted = all.filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }));
  const unfocused = new Map(wanted.map((e) => [e, look(e)]));
  window.unreached = new Set(wanted);
  window.unmarked = new Set();
  window.unseen = new Set();
  document.addEventListener("focusin", ({ target }) => {
    window.unreached.delete(target);
    if (unfocused.get(target) === look(target)) window.unmarked.add(target);
  });
  // Something of what has the focus is there to be seen, and nothing lies over it (WCAG 2.2, 2.4.11). The page has
  // scrolled to it when the key comes up.
  document.addEventListener("keyup", () => {
    const focused = document.activeElement;
    const seen = [...focused.getClientRects()].some((box) => {
      const x = Math.max(box.left, 0) + Math.min(box.width, innerWidth) / 2;
      const y = Math.max(box.top, 0) + Math.min(box.height, innerHeight) / 2;
      const top = document.elementFromPoint(x, y);
      return top && (focused.contains(top) || top.contains(focused));
    });
    if (focused !== document.body && !seen) window.unseen.add(focused);
  });
  return all.length;
}

/** The words of the main part, as they are on the screen, without those of controls that only scripts bring to life. */
export const words = async (tab) =>
  fold(
    await tab.evaluate(() => {
      const controls = [...document.querySelectorAll(".js")];
      for (const control of controls) control.hidden = true;
      const text = (document.querySelector("main") ?? document.body).innerText;
      for (const control of controls) control.hidden = false;
      return text;
    }),
  );

/** Nothing of `full` is missing from `text`; `when` says how `text` was got. */
export function saysAll(full, text, when) {
  const there = new Set(text.split(" "));
  const missing = full.split(" ").filter((word) => !there.has(word));
  if (missing.length === 0) return [];
  return [`${when}, the main part lacks: ${missing.slice(0, 8).join(" ")}`];
}

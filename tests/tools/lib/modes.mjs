// The ways in which people read a page that are not the usual one. Each function returns problems, as text.
import { extractText } from "unpdf";
import { fold } from "./html.mjs";

/** What moved while the page was made, though nobody had done anything (Layout Instability). A tab that was just made
 *  wider may still be at it when the next page comes: what is the page's own happens again. */
export async function shifts(tab) {
  if ((await moved(tab)).score === 0) return [];
  await tab.reload({ waitUntil: "load" });
  const { score, names } = await moved(tab);
  return score > 0 ? [`the layout shifts while it loads, by ${score.toFixed(3)}: ${names}`] : [];
}

function moved(tab) {
  return tab.evaluate(
    () =>
      new Promise((done) => {
        const found = [];
        const watcher = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) found.push(entry);
        });
        watcher.observe({ type: "layout-shift", buffered: true });
        setTimeout(() => {
          const parts = found.flatMap((entry) => entry.sources ?? []);
          done({
            score: found.reduce((sum, entry) => sum + entry.value, 0),
            names: [...new Set(parts.map(({ node }) => node?.className || node?.nodeName))].join(", "),
          });
        }, 100);
      }),
  );
}

/** Text of twice the size (WCAG 2.2, 1.4.4): no scrolling sideways, no words cut off. */
export async function largeText(tab) {
  const problems = [];
  for (const width of [1280, 640]) {
    await tab.setViewportSize({ width, height: 900 });
    const found = await tab.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      const cut = [...document.querySelectorAll("body *")].filter((e) => {
        const style = getComputedStyle(e);
        const hides = style.overflowX === "hidden" || style.overflowX === "clip";
        return hides && e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1;
      });
      const found = { wide: document.scrollingElement.scrollWidth, cut: cut.map((e) => e.className || e.localName) };
      document.documentElement.style.fontSize = "";
      return found;
    });
    if (found.wide > width) problems.push(`200 % text, ${width}px: scrolls sideways, ${found.wide}px wide`);
    if (found.cut.length > 0) problems.push(`200 % text, ${width}px: cut off: ${found.cut.join(", ")}`);
  }
  await tab.setViewportSize({ width: 1280, height: 900 });
  return problems;
}

/** Nothing moves for who has asked that nothing move. */
export async function stillness(tab) {
  const moving = await tab.evaluate(() => {
    const moves = (e) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(e);
      return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
    };
    return [...document.querySelectorAll("*")].filter(moves).map((e) => e.className || e.localName);
  });
  return moving.length === 0 ? [] : [`reduced motion: these move: ${[...new Set(moving)].join(", ")}`];
}

/** Where colours are the reader's own, what was told apart by a colour still has a border or words. */
export async function ownColours(tab) {
  await tab.emulateMedia({ forcedColors: "active" });
  const bare = await tab.evaluate(() => {
    const seen = [...document.querySelectorAll(".button, .chips a, .tag, .card, .filter input")];
    const without = seen.filter((e) => e.checkVisibility() && getComputedStyle(e).borderTopStyle === "none");
    return [...new Set(without.map((e) => e.className || e.localName))];
  });
  await tab.emulateMedia({ forcedColors: null });
  return bare.length === 0 ? [] : [`forced colours: no border around: ${bare.join(", ")}`];
}

const OFF_PAPER = ".skip, .menu, .breadcrumb, .index, .paging, .languages, .search, .filter, .tools, .to-top";

/** On paper: no navigation; the title, the address of the page and those of its links. */
export async function paper(tab) {
  await tab.emulateMedia({ media: "print", colorScheme: "dark" });
  const asked = await tab.evaluate((off) => {
    const shown = [...document.querySelectorAll(off)].filter((e) => e.checkVisibility());
    const link = [...document.querySelectorAll("main .part a[href]")].find(
      (e) => !/^(#|mailto:|tel:)/.test(e.getAttribute("href")) && !e.closest(".chips, svg") && e.checkVisibility(),
    );
    const canonical = document.querySelector("link[rel=canonical]")?.href;
    const steps = document.querySelector(".index-title, .index summary")?.textContent;
    return {
      shown: shown.map((e) => e.className || e.localName),
      ground: getComputedStyle(document.body).backgroundColor,
      title: document.querySelector("h1")?.innerText,
      menu: steps,
      host: canonical && new URL(canonical).origin,
      // A page may have the address of another as its canonical one: that of which it is a translation without words.
      path: canonical && location.pathname.replace(/^\/sub\//, "").replace(/index\.html$/, ""),
      link: link && canonical && new URL(link.getAttribute("href"), canonical).href.replace(/\/index\.html(?=$|#)/, "/"),
    };
  }, OFF_PAPER);
  await tab.emulateMedia({ media: null, colorScheme: "light" });
  const pdf = await tab.pdf({ preferCSSPageSize: true });
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  // Lines break where the paper ends, addresses too.
  const printed = fold(text).replace(/ /g, "");
  const has = (words) => printed.includes(fold(words).replace(/ /g, ""));
  const problems = [];
  if (asked.shown.length > 0) problems.push(`on paper: there is still ${asked.shown.join(", ")}`);
  if (asked.ground !== "rgb(255, 255, 255)") problems.push(`on paper: the ground is ${asked.ground}`);
  if (asked.menu && has(asked.menu)) problems.push(`on paper: "${asked.menu}" is printed`);
  for (const words of [asked.title, asked.host, asked.path, asked.link])
    if (words && !has(words)) problems.push(`on paper: "${words}" is not printed`);
  return problems;
}

/** What the page's script does: it filters lists, follows the scroll, offers nothing that does not work. */
export async function comforts(tab) {
  const problems = [];
  const box = tab.locator(".filter").first();
  if (await box.count()) {
    const list = box.locator("xpath=following-sibling::*[1]").locator("xpath=*");
    const all = await list.count();
    const name = (await list.last().locator("a").first().innerText()).trim();
    await box.locator("input").fill(name.toUpperCase().normalize("NFD").replace(/\p{M}/gu, ""));
    const shown = await list.evaluateAll((entries) => entries.filter((e) => e.checkVisibility()).length);
    const said = await box.locator("[role=status]").innerText();
    if (shown === 0 || shown === all) problems.push(`filter: "${name}" leaves ${shown} of ${all} entries`);
    if (!said.includes(`${shown}`) || !said.includes(`${all}`)) problems.push(`filter: it says "${said}"`);
    await box.locator("input").fill("");
    if ((await list.evaluateAll((entries) => entries.filter((e) => e.hidden).length)) > 0)
      problems.push("filter: emptied, it still hides entries");
  }
  const last = tab.locator(".index a").last();
  if (await last.count()) {
    const marked = async () => {
      await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
      return tab.locator(".index a[aria-current]").allInnerTexts();
    };
    const target = await last.evaluate((link) => {
      const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      document.body.style.paddingBottom = "100vh";
      part.scrollIntoView();
      return link.innerText;
    });
    const now = await marked();
    if (now.length !== 1 || now[0] !== target) problems.push(`page index: at "${target}" it marks "${now.join(", ")}"`);
    await tab.evaluate(() => {
      document.body.style.paddingBottom = "";
      window.scrollTo(0, 0);
    });
  }
  return problems;
}

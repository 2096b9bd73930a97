// Small comforts. Without this file every page says the same and all its links lead where they lead.
"use strict";

/** The page index marks the part that is being read. */
function followScroll() {
  const links = new Map();
  for (const link of document.querySelectorAll(".index a")) {
    const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (part) links.set(part, link);
  }
  const mark = () => {
    const line = innerHeight / 3;
    const passed = [...links.keys()].filter((part) => part.getBoundingClientRect().top <= line);
    for (const [part, link] of links) {
      if (part === passed.at(-1)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const watcher = new IntersectionObserver(mark, { rootMargin: "0px 0px -66%" });
  for (const part of links.keys()) watcher.observe(part);
}

/** Text as it is searched: without accents, capitals and typographic apostrophes. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase();

/** A box above a list shows the entries that hold all of its words, and says how many. */
function filterList(box) {
  const entries = [...box.nextElementSibling.children].map((entry) => [entry, plain(entry.textContent)]);
  const said = box.querySelector("[role=status]");
  box.querySelector("input").addEventListener("input", ({ target }) => {
    const words = plain(target.value).split(/\s+/);
    let shown = 0;
    for (const [entry, text] of entries) {
      entry.hidden = !words.every((word) => text.includes(word));
      if (!entry.hidden) shown += 1;
    }
    said.textContent = target.value.trim() && box.dataset.said.replace("{n}", shown).replace("{all}", entries.length);
  });
}

/** Buttons that print the page, and that copy its address. */
function listenToTools() {
  const tools = document.querySelector(".tools");
  tools?.querySelector("[data-do=print]")?.addEventListener("click", () => print());
  const copy = tools?.querySelector("[data-do=copy]");
  copy?.addEventListener("click", async () => {
    const said = tools.querySelector("[role=status]");
    const address = canonical() ?? location.href;
    // Browsers let only pages from safe addresses write to the clipboard; others show what to copy.
    const written = await navigator.clipboard?.writeText(address).then(() => true, () => false);
    said.textContent = written ? copy.dataset.done : address;
  });
}

const canonical = () => document.querySelector("link[rel=canonical]")?.href;

/** On paper a link is its address, whole. */
function writeAddresses() {
  const base = canonical() ?? location.href;
  for (const link of document.querySelectorAll("main a[href]")) {
    const href = link.getAttribute("href");
    const isWord = link.closest(".chips, .on-paper") || /^(#|mailto:|tel:|https?:)/.test(href);
    if (!isWord) link.dataset.address = new URL(href, base).href.replace(/\/index\.html(?=$|#)/, "/");
  }
}

followScroll();
document.querySelectorAll(".filter").forEach(filterList);
listenToTools();
addEventListener("beforeprint", writeAddresses);

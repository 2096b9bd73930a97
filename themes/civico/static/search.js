// The search box: results of the Pagefind index while one types. The index is loaded at the first
// letter. Where it is not there, the form leads to the index from A to Z, as without JavaScript.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  if (!form || location.protocol === "file:") return;
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const words = form.dataset;
  const home = new URL("../pagefind/pagefind.js", document.currentScript.src).href;
  const STEP = 10;
  const chosen = {};
  let loading, panel, list, more, shown, found, asked, waiting, lost;

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const load = () => (loading ??= import(home).then(async (pagefind) => {
    // A body's page is long and full of answers, so length counts for little; accents count for nothing.
    const ranking = { pageLength: 0.1, termSaturation: 2, diacriticSimilarity: 0, metaWeights: { title: 8 } };
    const options = { excerptLength: 24, ranking };
    await pagefind.options(options);
    await pagefind.init();
    await join(pagefind, options);
    await pagefind.filters();
    return pagefind;
  }));

  /** Joins the other parts of an index that has several with the first, which Pagefind has loaded. */
  async function join(pagefind, options) {
    const entry = await fetch(new URL("pagefind-entry.json", home), { cache: "no-cache" });
    const { languages } = await entry.json();
    // The language that Pagefind chooses: that of the page, or the one with most pages.
    const most = Object.keys(languages).sort((a, b) => languages[b].page_count - languages[a].page_count);
    const tag = document.documentElement.lang.toLowerCase();
    const language = [tag, tag.split("-")[0], ...most].find((it) => languages[it]);
    const parts = Array.from({ length: languages[language]?.parts ?? 1 }, (_, number) => number).slice(1);
    const folder = (number) => new URL(`${number}/`, home).pathname;
    await Promise.all(parts.map((number) => pagefind.mergeIndex(folder(number), { ...options, language })));
  }

  function build() {
    const filter = (name) => {
      const select = make("select");
      select.addEventListener("change", () => {
        chosen[name] = select.value;
        search();
      });
      panel[name] = select;
      return make("label", {}, words[name], " ", select);
    };
    panel = make("div", { className: "search-panel", hidden: true });
    panel.setAttribute("role", "region");
    panel.setAttribute("aria-label", words.results);
    panel.count = make("p", { className: "search-count" });
    list = make("ol");
    more = make("button", { type: "button", textContent: words.more, hidden: true });
    more.addEventListener("click", () => show(shown + STEP));
    const index = make("p", {}, make("a", { href: form.action, textContent: words.index }));
    panel.append(make("div", { className: "search-filters" }, filter("type"), filter("topic")), panel.count, list, more, index);
    form.after(panel);
  }

  /** The values of a filter, each with how many results it would leave. */
  async function count(pagefind, name, text) {
    const others = filters(name);
    const { filters: counts } = await pagefind.search(text, { filters: others });
    const select = panel[name];
    const values = Object.entries(counts[name] ?? {}).filter(([value, n]) => n > 0 || value === chosen[name]);
    values.sort(([a], [b]) => a.localeCompare(b, document.documentElement.lang, { numeric: true }));
    const options = values.map(([value, n]) => make("option", { value, textContent: `${value} (${n})` }));
    select.replaceChildren(make("option", { value: "", textContent: words.all }), ...options);
    select.value = chosen[name] ?? "";
    select.disabled = values.length === 0;
  }

  const filters = (but) =>
    Object.fromEntries(Object.entries(chosen).filter(([name, value]) => value && name !== but));

  /** The words of an excerpt, with what was found marked. */
  function excerpt(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    return [...body.childNodes].map((node) =>
      node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent,
    );
  }

  async function show(number) {
    const results = found;
    const from = shown;
    const pages = await Promise.all(results.slice(from, number).map((result) => result.data()));
    if (results !== found || from !== shown) return;
    const items = pages.map(({ url, meta, filters: { type }, excerpt: html }) =>
      make(
        "li",
        {},
        make("a", { href: url, dir: "auto", textContent: meta.title }),
        " ",
        make("span", { className: "kind", textContent: type?.[0] ?? "" }),
        make("p", { dir: "auto" }, ...excerpt(html)),
      ),
    );
    list.append(...items);
    shown += pages.length;
    more.hidden = shown >= results.length;
    if (from > 0) items[0]?.querySelector("a").focus();
  }

  function close() {
    if (panel) panel.hidden = true;
    status.textContent = "";
    asked = undefined;
  }

  async function search() {
    const typed = input.value.trim();
    const text = plain(typed).trim();
    if (!text) return close();
    const question = (asked = JSON.stringify([text, chosen]));
    try {
      const pagefind = await load();
      const response = await pagefind.search(text, { filters: filters() });
      if (question !== asked) return;
      if (!panel) build();
      await Promise.all(["type", "topic"].map((name) => count(pagefind, name, text)));
      found = response.results;
      shown = 0;
      list.replaceChildren();
      await show(STEP);
      if (question !== asked) return;
      panel.hidden = false;
      const told = found.length ? words.count.replace("#", found.length) : words.none;
      panel.count.textContent = told;
      status.textContent = `${typed}: ${told}`;
    } catch {
      giveUp();
    }
  }

  /** From now on the form is an ordinary one, which leads to the index from A to Z, and says so. */
  function giveUp() {
    form.removeEventListener("submit", submit);
    input.removeEventListener("input", type);
    if (!panel) build();
    panel.replaceChildren(make("p", { textContent: words.failed }), panel.lastChild);
    panel.hidden = false;
    status.textContent = words.failed;
    list = panel;
    lost = true;
  }

  async function submit(event) {
    event.preventDefault();
    clearTimeout(waiting);
    await search();
    if (lost) form.submit();
  }

  function type() {
    load().catch(() => {});
    clearTimeout(waiting);
    waiting = setTimeout(search, 250);
  }

  /** Arrows go from the box through the results and back; Escape closes them. */
  function key(event) {
    if (!panel || panel.hidden) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
      input.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.localName === "select") return;
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
  }

  /** A question in the words of the index: without an elided article, and apart where a dash or an ellipsis parts them. */
  const plain = (text) =>
    text
      .replace(/[\u00ad\u2060\ufeff]/g, "")
      .replace(/[‘’‛ʹʼ´′＇]/g, "'")
      .replace(/(?<![\p{L}\p{N}])\p{L}{1,6}'(?=\p{L}{3})/gu, "")
      .replace(/[—―…\u200b]/g, " ");

  const inside = (target) => form.contains(target) || panel?.contains(target);
  form.addEventListener("submit", submit);
  input.addEventListener("input", type);
  document.addEventListener("keydown", (event) => inside(event.target) && key(event));
  document.addEventListener("pointerdown", ({ target }) => inside(target) || close());
  document.addEventListener("focusin", ({ target }) => inside(target) || close());
})();

// Reloads the page when it has changed, and shows what the server lays over it.
// Added by the local server to what it sends; no file of the site holds it.
(() => {
  "use strict";

  const script = document.currentScript;
  const SERVER = "/__raccordo/";

  /** The state of the site that the page shows. */
  let state = script.dataset.state;
  /** The connection, if there is one. */
  let source = null;
  /** What the server last said to lay over the page; its reader may have closed it since. */
  let said = null;
  /** What lies over the page. */
  let panel = null;

  // --- Which changes concern this page ---------------------------------------

  /** The path of an address without what a host leaves open: index file, last slash, encoding. */
  function plain(address) {
    const path = new URL(address, location.href).pathname;
    const short = path.replace(/(^|\/)index\.html$/, "$1").replace(/\/$/, "");
    try {
      return decodeURIComponent(short);
    } catch {
      return short;
    }
  }

  const ofThisSite = (address) =>
    URL.canParse(address, location.href) && new URL(address, location.href).origin === location.origin;

  /** Where this page is, and the file that it was made from. */
  const own = () => new Set([plain(location.href), plain(script.dataset.page)]);

  /** The files that the page has asked for. */
  function used() {
    const asked = performance.getEntriesByType("resource").map((entry) => entry.name);
    const named = [...document.querySelectorAll("[src], link[rel~=icon], link[rel~=manifest]")];
    const addresses = [...asked, ...named.map((element) => element.currentSrc || element.src || element.href)];
    return new Set(addresses.filter(ofThisSite).map(plain));
  }

  function stylesheets(changed) {
    const links = [...document.querySelectorAll("link[rel~=stylesheet][href]")];
    return links.filter((link) => ofThisSite(link.href) && changed.has(plain(link.href)));
  }

  /** Puts the new style sheet in place of the old one, which stays until the new one is there. */
  function swap(link, state) {
    const address = new URL(link.href);
    address.searchParams.set("raccordo", state);
    const next = link.cloneNode();
    next.href = address.href;
    next.addEventListener("load", () => link.remove());
    next.addEventListener("error", () => link.remove());
    link.after(next);
  }

  function onReload({ all, changed: addresses = [] }) {
    const changed = new Set(addresses.map(plain));
    const swapped = stylesheets(changed);
    const swappable = new Set(swapped.map((link) => plain(link.href)));
    const pages = own();
    const files = used();
    const concerns = (path) => pages.has(path) || (files.has(path) && !swappable.has(path));
    if (all || [...changed].some(concerns)) {
      close();
      location.reload();
    } else {
      for (const link of swapped) swap(link, state);
    }
  }

  // --- What lies over the page ------------------------------------------------

  function element(name, attributes = {}, text = "") {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  }

  function onOverlay({ html, label, close: word, language }) {
    dismiss();
    if (!html) return;
    panel = element("raccordo-overlay", { lang: language });
    const box = element("section", { "aria-label": label, tabindex: "0", hidden: "" });
    const button = element("button", { type: "button" }, word);
    button.addEventListener("click", dismiss);
    const bar = element("div", { class: "bar" });
    // Only the name is said aloud at once; the rest is there to be read.
    bar.append(element("p", { role: "alert" }, label), button);
    const content = element("div", { class: "content" });
    content.innerHTML = html;
    box.append(bar, content);
    const style = element("link", { rel: "stylesheet", href: `${SERVER}overlay.css` });
    for (const event of ["load", "error"]) style.addEventListener(event, () => box.removeAttribute("hidden"));
    panel.attachShadow({ mode: "open" }).append(style, box);
    document.documentElement.append(panel);
  }

  function dismiss() {
    panel?.remove();
    panel = null;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) dismiss();
  });

  // --- The connection ---------------------------------------------------------

  function close() {
    source?.close();
    source = null;
  }

  // A browser has few connections to a host, so a page that nobody sees holds none; once it is
  // seen again, it says what it shows and hears what it has missed.
  function open() {
    if (source || document.visibilityState !== "visible") return;
    const opened = new EventSource(`${SERVER}events?since=${state}`);
    source = opened;
    opened.addEventListener("reload", (event) => {
      state = event.lastEventId;
      onReload(JSON.parse(event.data));
    });
    opened.addEventListener("overlay", (event) => {
      state = event.lastEventId;
      // After a reconnection the same again: what was closed stays closed.
      if (event.data === said) return;
      said = event.data;
      onOverlay(JSON.parse(event.data));
    });
    opened.addEventListener("error", () => {
      if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
      source = null;
      setTimeout(open, 2000);
    });
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
})();

// Reloads the page when it has changed, and shows the overlay of the server.
// The local server adds this script to each page that it sends. The files of the site do not contain it.
(() => {
  "use strict";

  const script = document.currentScript;
  const SERVER = "/__raccordo/";

  /** The revision of the site that the page shows. */
  let state = script.dataset.state;
  /** The event stream, if it is open. */
  let source = null;
  /** The data of the last overlay, which the reader may have closed since. */
  let lastOverlay = null;
  /** The element of the overlay. */
  let panel = null;

  // --- The changes that concern this page -------------------------------------

  /** The path of an address, decoded and without index file and last slash. */
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

  /** The path of this page, and that of its file. */
  const own = () => new Set([plain(location.href), plain(script.dataset.page)]);

  /** The files that the page has loaded. */
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

  /** Replaces a style sheet. The old one stays until the new one is loaded. */
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

  // --- The overlay ------------------------------------------------------------

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
    // A screen reader announces only the name.
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

  // A browser has few connections to a host, so a hidden page has none. When it is visible again, it sends its
  // revision and gets the changes that it missed.
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
      // The same overlay comes again after a reconnection. If it was closed, it stays closed.
      if (event.data === lastOverlay) return;
      lastOverlay = event.data;
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

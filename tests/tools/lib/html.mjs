// What a page says, read from its HTML without a browser.
import { parse } from "parse5";

const UNSEEN = new Set(["script", "style", "template", "head", "noscript"]);
const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split(" "),
);
const ADDRESSES = ["href", "src", "poster", "action"];

const attribute = (node, name) => node.attrs?.find((a) => a.name === name)?.value;

/** One kind of white space, and no invisible characters. */
export const fold = (text) =>
  text.normalize("NFC").replace(/[\u00ad\u200b\u2060]/g, "").replace(/\s+/g, " ").trim();

/** The text a reader sees; blocks are apart by a space, inline elements are not. */
export function visibleText(html) {
  const walk = (node) => {
    if (node.nodeName === "#text") return node.value;
    if (UNSEEN.has(node.nodeName) || attribute(node, "hidden") !== undefined) return "";
    const inside = (node.childNodes ?? []).map(walk).join("");
    return INLINE.has(node.nodeName) ? inside : ` ${inside} `;
  };
  return fold(walk(parse(html)));
}

/** The ids of a page and every address that it refers to. */
export function anatomy(html) {
  const ids = new Set([""]);
  const links = new Set();
  const walk = (node) => {
    const id = attribute(node, "id");
    if (id) ids.add(id);
    for (const name of ADDRESSES) {
      const value = attribute(node, name);
      if (value !== undefined) links.add(value.trim());
    }
    for (const part of (attribute(node, "srcset") ?? "").split(",")) {
      if (part.trim()) links.add(part.trim().split(/\s/)[0]);
    }
    for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]) walk(child);
  };
  walk(parse(html));
  return { ids, links: [...links] };
}

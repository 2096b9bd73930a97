// Does every link of every page lead somewhere, over HTTP and from the disk?
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { anatomy } from "./html.mjs";

/** Served for any missing address, so it cannot know how deep it stands. */
const FOR_ANY_DEPTH = "404.html";

function anatomies(dir, pages) {
  return new Map(pages.map((page) => [page, anatomy(readFileSync(join(dir, page), "utf8"))]));
}

const resolved = (link, base) => (URL.canParse(link, base) ? new URL(link, base) : null);
const fragment = (url) => decodeURIComponent(url.hash.slice(1));

/** Follows every link of `pages` on a server: the target and its anchor are there. */
export async function brokenOverHttp(dir, pages, server) {
  const all = anatomies(dir, pages);
  const targets = new Map();
  const fetched = (address) => {
    if (!targets.has(address)) {
      targets.set(
        address,
        fetch(address).then(async (answer) => {
          const html = answer.headers.get("content-type").startsWith("text/html");
          const body = await (html ? answer.text() : answer.arrayBuffer());
          return { ok: answer.ok, ids: html ? anatomy(body).ids : null };
        }),
      );
    }
    return targets.get(address);
  };
  const problems = [];
  for (const [page, { links }] of all) {
    if (page === FOR_ANY_DEPTH) continue;
    for (const link of links) {
      const url = resolved(link, server.base + page);
      if (!url) problems.push(`${page}: "${link}" is not an address`);
      if (url?.origin !== server.origin) continue;
      const { ok, ids } = await fetched(url.href.split("#")[0]);
      if (!ok) problems.push(`${page}: "${link}" leads nowhere on ${server.base}`);
      else if (ids && !ids.has(fragment(url))) problems.push(`${page}: "${link}" has no such anchor`);
    }
  }
  return problems;
}

/** The same from the disk, where a folder is not a page and a query means nothing. */
export function brokenOnDisk(dir, pages) {
  const root = resolve(dir);
  const problems = [];
  for (const [page, { links }] of anatomies(dir, pages)) {
    if (page === FOR_ANY_DEPTH) continue;
    for (const link of links) {
      const url = resolved(link, pathToFileURL(join(root, page)).href);
      if (url?.protocol !== "file:") continue;
      const file = fileURLToPath(new URL(url.pathname, "file:///"));
      const inside = file === root || file.startsWith(root + sep);
      if (!inside || !existsSync(file)) problems.push(`${page}: "${link}" leads nowhere from the disk`);
      else if (statSync(file).isDirectory())
        problems.push(`${page}: "${link}" opens a folder, not a page, from the disk`);
    }
  }
  return problems;
}

// A folder of built pages: what is in it, and a small server for it.
import { createServer } from "node:http";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { extname, join, relative, resolve, sep } from "node:path";

/** The HTML pages under `dir`, as sorted paths relative to it, with slashes. */
export function pages(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** At most `limit` of `list`, spread evenly over it; the first is always in. */
export function sample(list, limit) {
  if (!limit || list.length <= limit) return list;
  return Array.from({ length: limit }, (_, i) => list[Math.floor((i * list.length) / limit)]);
}

/** One of those pages of each kind, as far as folders tell: the folders' own pages, and one of what is in each. */
export function oneOfEach(list) {
  const kind = (page) => page.split("/").slice(0, -2).join("/") + (page.endsWith("/index.html") ? "/" : "");
  const each = new Map(list.map((page) => [kind(page), page]));
  const folders = list.filter((page) => page === "index.html" || each.has(`${page.slice(0, -"/index.html".length)}/`));
  return [...new Set([...each.values(), ...folders])];
}

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".ics": "text/calendar; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".pdf": "application/pdf",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/** The file of `dir` that the address path names, a folder's index included; null when none. */
function fileFor(dir, path) {
  const root = resolve(dir);
  let file = resolve(root, "." + decodeURIComponent(path));
  if (file !== root && !file.startsWith(root + sep)) return null;
  try {
    if (statSync(file).isDirectory()) {
      if (!path.endsWith("/")) return null;
      file = join(file, "index.html");
    }
    return { body: readFileSync(file), type: TYPES[extname(file)] ?? "application/octet-stream" };
  } catch {
    return null;
  }
}

/**
 * Serves `dir` on loopback below `prefix` ("/" or "/sub/") and nowhere else, so
 * that a link from the root of the host breaks below "/sub/" as it would there. `packed`: compressed,
 * as static hosts do.
 */
export async function serve(dir, prefix = "/", headers = {}, packed = false) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const found = path.startsWith(prefix) ? fileFor(dir, path.slice(prefix.length - 1)) : null;
    const type = found?.type ?? "text/plain";
    const packs = packed && /^text|svg|json|xml/.test(type);
    const encoding = packs ? { "Content-Encoding": "gzip" } : {};
    response.writeHead(found ? 200 : 404, { "Content-Type": type, ...encoding, ...headers });
    const body = found?.body ?? "not found";
    response.end(packs ? gzipSync(body) : body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, base: origin + prefix, close: () => server.close() };
}

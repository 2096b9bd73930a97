// node sitemap.mjs DIR
// The sitemap of DIR against the schemas of sitemaps.org, and the pages that it lists against those of DIR.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { memoryPages, validateXML } from "xmllint-wasm";
import { finish, usage } from "./lib/report.mjs";

const [dir] = process.argv.slice(2);
if (!dir) usage("sitemap.mjs DIR");

const file = (fileName) => ({ fileName, contents: readFileSync(join(import.meta.dirname, "schemas", fileName), "utf8") });
const INDEX = { schema: [file("siteindex.xsd")] };
const PAGES = {
  schema: [file("sitemap-and-alternates.xsd")],
  preload: [file("sitemap.xsd"), file("alternate.xsd")],
};

const names = readdirSync(dir).filter((name) => /^sitemap.*\.xml$/.test(name));
const problems = names.includes("sitemap.xml") ? [] : [`${dir}: no sitemap.xml in it`];
const listed = [];
for (const fileName of names) {
  const contents = readFileSync(join(dir, fileName), "utf8");
  const kind = contents.includes("<sitemapindex") ? INDEX : PAGES;
  const { errors } = await validateXML({ xml: [{ fileName, contents }], ...kind, maxMemoryPages: memoryPages.GiB });
  problems.push(...errors.map((error) => error.rawMessage));
  if (kind === PAGES) for (const [, address] of contents.matchAll(/<loc>([^<]*)<\/loc>/g)) listed.push(address);
}

const hosts = new Set();
for (const address of listed) {
  const { host, pathname } = new URL(address);
  const page = decodeURIComponent(pathname);
  hosts.add(host);
  if (!existsSync(join(dir, page, page.endsWith("/") ? "index.html" : ""))) problems.push(`${address}: no such page in ${dir}`);
}
if (new Set(listed).size !== listed.length) problems.push("an address is listed twice");
if (hosts.size > 1) problems.push(`more than one host: ${[...hosts].join(", ")}`);
if (listed.length === 0) problems.push("no address is listed");
finish(`sitemap, ${listed.length} addresses`, problems);

// node nu.mjs DIR
// The Nu HTML checker over every page, style sheet and SVG of DIR, in one run.
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import jar from "vnu-jar";
import { pages } from "./lib/site.mjs";
import { finish, usage } from "./lib/report.mjs";

/** Messages that are let through: `text` is found in the message, `why` says what makes it right. */
const ALLOWED = [
  { text: "Trailing slash on void elements", why: "CommonMark writes <br />, and HTML allows it" },
];

const [dir] = process.argv.slice(2);
if (!dir) usage("nu.mjs DIR");

const count = pages(dir).length;
const run = spawnSync(
  "java",
  ["-jar", String(jar), "--stdout", "--format", "json", "--also-check-css", "--also-check-svg", "--skip-non-html", dir],
  { encoding: "utf8", maxBuffer: 1 << 28 },
);
if (run.error || !run.stdout.trim()) finish("nu", [`the checker did not run: ${run.error ?? run.stderr}`]);

const root = pathToFileURL(resolve(dir)).href + "/";
const problems = JSON.parse(run.stdout)
  .messages.filter((m) => !ALLOWED.some(({ text }) => m.message.includes(text)))
  .map((m) => {
    const page = (m.url ?? "").replace(root, "").replace(/^file:(\/\/)?/, "");
    return `${page}:${m.lastLine ?? 1}:${m.firstColumn ?? m.lastColumn ?? 1}: ${m.subType ?? m.type}: ${m.message}`;
  });
if (count === 0) problems.push(`${dir}: no pages in it`);
finish(`nu, ${count} pages`, problems);

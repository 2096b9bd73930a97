// node nu.mjs DIR
// The Nu HTML checker over every page, style sheet and SVG of DIR, in one run.
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import jar from "vnu-jar";
import { pages } from "./lib/site.mjs";
import { finish, usage } from "./lib/report.mjs";

/** Messages that are let through: `text` is found in the message, `file` in the name, `why` says what makes it right. */
const ALLOWED = [
  { text: "Trailing slash on void elements", why: "CommonMark writes <br />, and HTML allows it" },
  // Only that style sheet, and only what the checker finds in it today: ours are held to everything.
  { file: "bootstrap-italia.min.css", text: "@container", why: "the checker does not know container queries (CSS Containment 3)" },
  { file: "bootstrap-italia.min.css", text: "container-type", why: "the same" },
  { file: "bootstrap-italia.min.css", text: "Private Use Area", why: "letters of the icon font that the package has for its video player" },
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
  .messages.filter((m) => !ALLOWED.some(({ file = "", text }) => m.message.includes(text) && (m.url ?? "").includes(file)))
  .map((m) => {
    const page = (m.url ?? "").replace(root, "").replace(/^file:(\/\/)?/, "");
    return `${page}:${m.lastLine ?? 1}:${m.firstColumn ?? m.lastColumn ?? 1}: ${m.subType ?? m.type}: ${m.message}`;
  });
if (count === 0) problems.push(`${dir}: no pages in it`);
finish(`nu, ${count} pages`, problems);

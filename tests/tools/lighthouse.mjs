// node lighthouse.mjs DIR PAGE...
// Lighthouse on pages of DIR, on its phone: 100 in accessibility, best practices and search engines. Its score of
// performance is printed and held to nothing, because it depends on what else the machine does. What makes a page
// quick does not, and is held to LIMITS.
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { launch } from "./lib/chromium.mjs";
import { finish, usage } from "./lib/report.mjs";
import { serve } from "./lib/site.mjs";

const WANTED = ["accessibility", "best-practices", "seo"];
const LIMITS = { requests: 5, kilobytes: 30, elements: 800, shift: 0 };
const HEADERS = { "Content-Security-Policy": "default-src 'self'" };

const [dir, ...wanted] = process.argv.slice(2);
if (!dir || wanted.length === 0) usage("lighthouse.mjs DIR PAGE...");

/** A port that nobody listens on. */
const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const port = await freePort();
const server = await serve(dir, "/", HEADERS, true);
const browser = await launch(`--remote-debugging-port=${port}`);
const problems = [];

/** What the page costs a reader, in the units of LIMITS. */
const costs = (audits) => ({
  requests: audits["network-requests"].details.items.length,
  kilobytes: Math.round(audits["total-byte-weight"].numericValue / 1000),
  elements: audits["dom-size-insight"].details.debugData.totalElements,
  shift: audits["cumulative-layout-shift"].numericValue,
});

for (const page of wanted) {
  const name = page || "home";
  const { lhr } = await lighthouse(server.base + page, { port, output: [], logLevel: "error" });
  const score = (id) => Math.round((lhr.categories[id].score ?? 0) * 100);
  const cost = costs(lhr.audits);
  const all = [...Object.entries(cost), ...["performance", ...WANTED].map((id) => [id, score(id)])];
  console.log(`${name}: ${all.map((it) => it.join(" ")).join(", ")}`);
  for (const [what, limit] of Object.entries(LIMITS))
    if (!(cost[what] <= limit)) problems.push(`${name}: ${what} ${cost[what]}, not at most ${limit}`);
  for (const id of WANTED.filter((id) => score(id) < 100)) {
    const lost = lhr.categories[id].auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1);
    problems.push(`${name}: ${id} ${score(id)}, not 100: ${lost.map(({ id }) => id).join(", ")}`);
  }
}

await browser.close();
server.close();
finish(`Lighthouse, ${wanted.length} pages`, problems);

// node guide-pictures.mjs DIR FOLDER
// The pictures of the guide: what each type becomes on the pages of the example site, built in DIR. FOLDER is
// content/guida/campi/immagini.
import { join } from "node:path";
import { launch } from "./lib/chromium.mjs";
import { finish, usage } from "./lib/report.mjs";
import { serve } from "./lib/site.mjs";

const [dir, folder] = process.argv.slice(2);
if (!folder) usage("guide-pictures.mjs DIR FOLDER");

/** The most that a picture shows of a long page, in pixels. */
const HEIGHT = 520;

/** What is around that part in its picture, in pixels. */
const MARGIN = 12;

/** The page of each type, and which part of it, if not all. */
const SHOWN = {
  body: ["sociale/comitato-sociale/"],
  table: ["sociale/comitato-sociale/", "#tavolo-anziani"],
  seat: ["sociale/comitato-sociale/", "#composizione"],
  holder: ["sociale/comitato-sociale/", "tr:has-text('Elio Brandi')"],
  contact: ["sociale/comitato-sociale/", "#contatti"],
  organization: ["enti/comune-acquadolce/"],
  person: ["persone/elio-brandi/"],
  meeting: ["sedute/seduta-giugno-2026/"],
  document: ["atti/decreto-7-2026/"],
  area: ["territori/provincia-valdombra/"],
  topic: ["argomenti/anziani/"],
  page: ["sociale/come-si-lavora/"],
  section: ["sociale/"],
};

const problems = [];
const server = await serve(dir);
const browser = await launch();
const tab = await browser.newPage({ viewport: { width: 760, height: 900 }, reducedMotion: "reduce" });
for (const [type, [page, part = "#page-main"]] of Object.entries(SHOWN)) {
  const answer = await tab.goto(server.base + page);
  const box = answer.ok() && (await tab.locator(part).first().boundingBox());
  if (!box) {
    problems.push(`${page}: no ${part}`);
    continue;
  }
  const { x, y, width, height } = box;
  const clip = {
    x: x - MARGIN,
    y: y - MARGIN,
    width: width + 2 * MARGIN,
    height: Math.min(height, HEIGHT) + 2 * MARGIN,
  };
  await tab.screenshot({ path: join(folder, `${type}.png`), clip, fullPage: true });
}
await browser.close();
server.close();
finish("pictures of the guide", problems);

// node screenshot.mjs DIR PAGE OUT.png [WIDTH] [--dark] [--full]
// A picture of DIR/PAGE (a folder or a file), WIDTH pixels wide (1280 if not given).
import { parseArgs } from "node:util";
import { launch } from "./lib/chromium.mjs";
import { usage } from "./lib/report.mjs";
import { serve } from "./lib/site.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dark: { type: "boolean" }, full: { type: "boolean" } },
});
const [dir, page, out, width = "1280"] = positionals;
if (!out) usage("screenshot.mjs DIR PAGE OUT.png [WIDTH] [--dark] [--full]");

const path = page === "." ? "" : page.endsWith(".html") || page.endsWith("/") ? page : `${page}/`;
const server = await serve(dir);
const browser = await launch();
const tab = await browser.newPage({
  viewport: { width: Number(width), height: Number(width) < 600 ? 720 : 900 },
  colorScheme: values.dark ? "dark" : "light",
});
const answer = await tab.goto(server.base + path);
if (!answer.ok()) console.error(`${path}: ${answer.status()}`);
await tab.screenshot({ path: out, fullPage: values.full ?? false });
await browser.close();
server.close();
process.exitCode = answer.ok() ? 0 : 1;

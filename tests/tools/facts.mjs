// node facts.mjs DIR FACTS.tsv
// Each line `page<TAB>text` of FACTS.tsv: the visible text of DIR/page/index.html
// has that text. `.` is the home; blank lines and lines with # in front are notes.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fold, visibleText } from "./lib/html.mjs";
import { finish, usage } from "./lib/report.mjs";

const [dir, list] = process.argv.slice(2);
if (!dir || !list) usage("facts.mjs DIR FACTS.tsv");

const texts = new Map();
function textOf(page) {
  if (!texts.has(page)) {
    const file = join(dir, page, "index.html");
    texts.set(page, existsSync(file) ? visibleText(readFileSync(file, "utf8")) : null);
  }
  return texts.get(page);
}

const problems = [];
let facts = 0;
for (const [index, line] of readFileSync(list, "utf8").split(/\r?\n/).entries()) {
  if (line.trim() === "" || line.startsWith("#")) continue;
  facts += 1;
  const [page, fact, ...rest] = line.split("\t");
  const place = `${list}:${index + 1}`;
  if (!fact || rest.length > 0) problems.push(`${place}: not "page<TAB>text"`);
  else if (textOf(page) === null) problems.push(`${place}: there is no page ${page}/index.html`);
  else if (!textOf(page).includes(fold(fact))) problems.push(`${place}: not on ${page}: ${fact}`);
}
if (facts === 0) problems.push(`${list}: no facts in it`);
finish(`facts, ${facts} on ${texts.size} pages`, problems);

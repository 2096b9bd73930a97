// One way to end a check.

/** Prints the problems, one a line, then `what`; ends the process, in error if there were any. */
export function finish(what, problems) {
  for (const problem of problems) console.error(problem);
  console.log(`${what}: ${problems.length === 0 ? "no" : problems.length} problem${problems.length === 1 ? "" : "s"}`);
  process.exit(problems.length === 0 ? 0 : 1);
}

/** Ends the process because it was called wrongly. */
export function usage(text) {
  console.error(`usage: node ${text}`);
  process.exit(2);
}

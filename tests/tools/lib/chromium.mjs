// The browser of the machine, kept from calling anyone.
import { chromium } from "playwright-core";

const SWITCHES = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the Chromium of $CHROMIUM, else of the Debian package; `more` switches may be given. */
export function launch(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...SWITCHES, ...more],
  });
}

// The browser of the machine, kept from calling anyone.
import { chromium } from "playwright-core";

/** Starts the Chromium of $CHROMIUM, else of the Debian package. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

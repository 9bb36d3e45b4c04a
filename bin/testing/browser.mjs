import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Debian's, the one without windows first: it starts sooner and draws in half the time. */
const SYSTEM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/**
 * Keeps the browser from talking to anybody but the site, and from what a machine without a screen
 * lacks.
 */
export const chromiumFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * The Chromium to use: the one that is named, the system's, or (undefined) the one that Playwright
 * has downloaded.
 */
export function systemChromium() {
  return process.env.PLAYWRIGHT_CHROMIUM || SYSTEM.find((program) => existsSync(program));
}

/** Whether there is a browser that starts; a download may lack system libraries. */
export async function hasChromium() {
  const system = systemChromium();
  const { chromium } = await import("@playwright/test");
  const program = system ?? chromium.executablePath();
  const arguments_ = ["--version", ...chromiumFlags];
  return existsSync(program) && spawnSync(program, arguments_, { stdio: "ignore" }).status === 0;
}

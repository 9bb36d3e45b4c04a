import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Chromium of Debian, the headless one first: it starts faster and renders in half the time. */
const SYSTEM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/**
 * Prevents connections to anything but the site, and the use of devices that a machine without a
 * screen lacks.
 */
export const chromiumFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Chromium refuses to run its sandbox as root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * The Chromium to use: the configured one, the system's, or (undefined) the one downloaded by
 * Playwright.
 */
export function systemChromium() {
  return process.env.PLAYWRIGHT_CHROMIUM || SYSTEM.find((program) => existsSync(program));
}

/** True if a browser can be started; a downloaded one may lack system libraries. */
export async function hasChromium() {
  const system = systemChromium();
  const { chromium } = await import("@playwright/test");
  const program = system ?? chromium.executablePath();
  const arguments_ = ["--version", ...chromiumFlags];
  return existsSync(program) && spawnSync(program, arguments_, { stdio: "ignore" }).status === 0;
}

import { defineConfig } from "@playwright/test";
import { chromiumFlags, systemChromium } from "./bin/testing/browser.mjs";

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  // Each worker has a database and a site of its own (e2e/fixtures.ts).
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  use: {
    // A word that is not there is told soon, not after the whole minute.
    actionTimeout: 15_000,
    launchOptions: { executablePath: systemChromium(), args: chromiumFlags },
    screenshot: "only-on-failure",
  },
});
